"""Bytes of a session file → `SessionFile`, or one sentence that names the place. No store."""

import json
import re
from typing import Any

import msgspec

from dcm_desktop.errors import InputRefused
from dcm_desktop.usecases.session_file.model import SessionFile

MAX_BYTES = 4 * 1024 * 1024

_MESSAGES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"Object contains unknown field `(.*)`", "file.unknown_key", ("key",)),
    (r"Object missing required field `(.*)`", "file.missing_key", ("key",)),
    (r"Invalid enum value (.*)", "file.not_allowed", ("value",)),
    (r"Invalid value '?(.*?)'?", "file.not_allowed", ("value",)),
    (r"Expected `(\w+)(?: \| null)?`, got `(\w+)`", "file.wrong_type", ("expected", "got")),
    (r"Expected `str` matching regex .*", "file.wrong_form", ()),
    (r"Expected `\w+` of length (>= .*|<= .*)", "file.wrong_length", ("limit",)),
    (r"Expected `\w+` (>= .*|<= .*)", "file.out_of_range", ("limit",)),
    (r"Invalid RFC3339 encoded date", "file.wrong_date", ()),
)


def read_session_file(data: bytes) -> SessionFile:
    """Read a session file strictly: closed key lists, exact types, no key twice.

    Raises: InputRefused `file.*` with the place (`session.agenda[2].kind`).
    """
    if len(data) > MAX_BYTES:
        raise InputRefused("file.too_large", limit=MAX_BYTES // (1024 * 1024))
    try:
        text = data.decode("utf-8-sig")
        json.loads(text, object_pairs_hook=_no_key_twice, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise InputRefused("file.not_utf8") from error
    except json.JSONDecodeError as error:
        raise InputRefused("file.not_json", line=error.lineno, column=error.colno) from error
    except RecursionError as error:
        raise InputRefused("file.too_deep") from error
    try:
        return msgspec.json.decode(text.encode(), type=SessionFile)
    except msgspec.ValidationError as error:
        raise _refusal(str(error)) from error
    except msgspec.DecodeError as error:  # half of a surrogate pair, which json lets pass
        byte = re.search(r"byte (\d+)", str(error))
        before = text.encode()[: int(byte[1]) if byte else 0]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        raise InputRefused("file.not_json", line=line, column=column) from error


def write_session_file(file: SessionFile) -> bytes:
    """The file as indented UTF-8 JSON; defaults are left out."""
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise InputRefused("file.key_twice", key=key)
        found[key] = value
    return found


def _no_constant(name: str) -> None:
    raise InputRefused("file.not_a_number", value=name)


def _refusal(message: str) -> InputRefused:
    what, _, where = message.partition(" - at `")
    place = where.rstrip("`").removeprefix("$").removeprefix(".")
    for pattern, code, names in _MESSAGES:
        found = re.fullmatch(pattern, what)
        if found:
            return InputRefused(code, place=place, **dict(zip(names, found.groups(), strict=True)))
    return InputRefused("file.wrong_value", place=place)
