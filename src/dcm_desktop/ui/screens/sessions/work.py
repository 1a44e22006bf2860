"""What the worker does for the screens of sessions."""

from datetime import datetime
from pathlib import Path

from dcm_desktop.errors import InputRefused
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.session_file import import_session, read_session_file
from dcm_desktop.usecases.session_file.importer import SessionImported


def enter_file(workspace: Workspace, path: Path, *, at: datetime) -> SessionImported:
    """Enter the session of a file, or nothing. Raises: InputRefused with the place in the file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputRefused("bundle.no_file") from error
    return workspace.do(import_session, read_session_file(data), at=at)
