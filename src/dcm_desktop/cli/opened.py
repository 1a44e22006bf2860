"""Opens the store of a command and always gives it back."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dcm_desktop import labels, paths
from dcm_desktop.cli.passphrase import passphrase
from dcm_desktop.cli.words import Words
from dcm_desktop.errors import InputRefused, StoreDamaged, StoreError
from dcm_desktop.usecases.workspace import Workspace, open_store

SOFIA = ZoneInfo("Europe/Sofia")


def now() -> datetime:
    """The moment of this command; `DCM_CLOCK` (an ISO time with offset) stops it, for tests."""
    fixed = os.environ.get("DCM_CLOCK", "")
    if fixed and not getattr(sys, "frozen", False):
        return datetime.fromisoformat(fixed).astimezone(UTC)
    return datetime.now(UTC)


@contextmanager
def opened(
    arguments: argparse.Namespace, words: Words, folder: Path | None = None
) -> Iterator[Workspace]:
    """The store of `arguments.store` (or `folder`), open for the block.

    When the block succeeded and only the backup at closing could not be made, that is said on
    stderr: what the command did is done. Raises: what `open_store` raises.
    """
    where: Path = folder or arguments.store
    workspace = open_store(where, passphrase(arguments, words), at=now())
    try:
        yield workspace
    except BaseException:
        with suppress(StoreError):  # the first error is the one to tell
            workspace.close(at=now())
        raise
    try:
        workspace.close(at=now())
    except StoreDamaged:
        raise
    except StoreError as error:
        sys.stderr.write(f"{labels.sentence(error, arguments.lang or 'bg')}\n")


def write_file(file: Path, data: bytes) -> None:
    """Write one file that the user asked for, whole or not at all.

    Raises: InputRefused when the place cannot be written.
    """
    with writing(file, data):
        pass


@contextmanager
def writing(file: Path, data: bytes) -> Iterator[None]:
    """As `write_file`, but the file takes its place only when the block has succeeded.

    Raises: InputRefused before the block when the place cannot be written.
    """
    with ExitStack() as waiting:
        try:
            waiting.enter_context(paths.replacing(file, data))
        except OSError as error:
            raise InputRefused("cli.file_unwritable", file=str(file)) from error
        yield


def mechanism_of(workspace: Workspace, code: str | None) -> str | None:
    """Id of the mechanism with a code (`KRZ`, `KRZ16`); None when no code was given.

    Raises: InputRefused `cli.no_mechanism`.
    """
    if code is None:
        return None
    from dcm_desktop.usecases.office import list_mechanisms  # only where a code was given

    for view in workspace.ask(list_mechanisms):
        if code in (view.data.municipality, None if view.data.municipality else view.data.district):
            return view.mechanism_id
    raise InputRefused("cli.no_mechanism", mechanism=code)
