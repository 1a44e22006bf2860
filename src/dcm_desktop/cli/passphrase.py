"""Where a command takes the passphrase from: a file, DCM_PASSPHRASE, or a prompt; never argv."""

import argparse
import getpass
import os
import sys
from pathlib import Path

from dcm_desktop.cli.words import Words
from dcm_desktop.errors import InputRefused

_MAX_TEXT = 64 * 1024


def passphrase(arguments: argparse.Namespace, words: Words, *, new: bool = False) -> str:
    """The passphrase of this command.

    `new` asks twice at a prompt. Raises: InputRefused when there is no way to get one, when the
    file cannot be read, or when the two typed ones differ.
    """
    file: Path | None = arguments.passphrase_file
    if file is not None:
        return _from_file(file)
    given = os.environ.get("DCM_PASSPHRASE")
    if given is not None:
        return _as_typed(given)
    if not sys.stdin.isatty():
        raise InputRefused("cli.no_passphrase")
    typed = getpass.getpass(words.say("ask_passphrase"))
    if new and typed != getpass.getpass(words.say("ask_passphrase_again")):
        raise InputRefused("cli.passphrases_differ")
    return typed


def _as_typed(given: str) -> str:
    """The variable as UTF-8, also under a locale that has other bytes for its letters."""
    if sys.platform == "win32":
        return given
    try:
        return os.fsencode(given).decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputRefused("cli.no_passphrase") from error


def _from_file(file: Path) -> str:
    return text_file(file).rstrip("\r\n")


def text_file(file: Path) -> str:
    """Text of a file the user named. Raises: InputRefused when it cannot be read as UTF-8."""
    data = bytes_file(file, limit=_MAX_TEXT)
    try:
        if len(data) <= _MAX_TEXT:
            return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused("cli.file_unreadable", file=str(file)) from error
    raise InputRefused("cli.file_unreadable", file=str(file))


def bytes_file(file: Path, *, limit: int) -> bytes:
    """Bytes of a file the user named; one byte more than `limit` of a longer or endless one.

    Raises: InputRefused when it cannot be read.
    """
    try:
        with file.open("rb") as source:
            return source.read(limit + 1)
    except OSError as error:
        raise InputRefused("cli.file_unreadable", file=str(file)) from error
