"""A practice session in a throw-away copy of the store: everything works, nothing of it is kept.

The copy lies encrypted under the same key in the private `staging` folder of the store and is
removed when the practice ends, or before the next one when the program was killed amid it.
Source: sessions anchor, L11.
"""

import shutil
from dataclasses import replace
from datetime import datetime

from dcm_desktop.usecases.acting import Workspace

FOLDER = "rehearsal.dcm"


def begin_rehearsal(workspace: Workspace, *, at: datetime) -> Workspace:
    """A workspace on a fresh copy; end it with `end_rehearsal`.

    Raises: StoreError when the disk has no room, `store.rehearsing` inside a rehearsal.
    """
    copy = workspace.copy_store(FOLDER, at=at)
    return Workspace(copy, replace(workspace.info, folder=copy.folder.root, is_rehearsal=True))


def end_rehearsal(rehearsal: Workspace, *, at: datetime) -> None:
    """Close the copy without a backup and remove it."""
    folder = rehearsal.info.folder
    rehearsal.close(at=at, with_backup=False)
    shutil.rmtree(folder, ignore_errors=True)
