"""Opens the store of a command and always gives it back."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from dcm_desktop import paths
from dcm_desktop.cli.passphrase import passphrase
from dcm_desktop.cli.words import Words
from dcm_desktop.errors import InputRefused
from dcm_desktop.usecases.office import list_mechanisms
from dcm_desktop.usecases.workspace import Workspace, open_store

SOFIA = ZoneInfo("Europe/Sofia")


def now() -> datetime:
    """The moment of this command."""
    return datetime.now(UTC)


@contextmanager
def opened(
    arguments: argparse.Namespace, words: Words, folder: Path | None = None
) -> Iterator[Workspace]:
    """The store of `arguments.store` (or `folder`), open for the block.

    Raises: what `open_store` raises.
    """
    where: Path = folder or arguments.store
    workspace = open_store(where, passphrase(arguments, words), at=now())
    try:
        yield workspace
    finally:
        workspace.close(at=now())


def write_file(file: Path, data: bytes) -> None:
    """Write one file that the user asked for, whole or not at all.

    Raises: InputRefused when the place cannot be written.
    """
    try:
        paths.write_private(file, data)
    except OSError as error:
        raise InputRefused("cli.file_unwritable", file=str(file)) from error


def mechanism_of(workspace: Workspace, code: str | None) -> str | None:
    """Id of the mechanism with a code (`KRZ`, `KRZ16`); None when no code was given.

    Raises: InputRefused `cli.no_mechanism`.
    """
    if code is None:
        return None
    for view in workspace.ask(list_mechanisms):
        if code in (view.data.municipality, None if view.data.municipality else view.data.district):
            return view.mechanism_id
    raise InputRefused("cli.no_mechanism", mechanism=code)
