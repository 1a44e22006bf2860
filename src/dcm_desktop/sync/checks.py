"""What a bundle may hold: bytes, lines, values. Cheap checks first, each refusal with its place.

Source: exchange design, section 4; security design, section 3.20.
"""

import re
import unicodedata
from datetime import UTC, date, datetime
from typing import Any, cast

import msgspec
from sqlalchemy import BigInteger, Integer, Text

from dcm_desktop.errors import BundleRefused
from dcm_desktop.store.plain import encode
from dcm_desktop.store.registers import DELETED, SEQ_BITS, Group, hlc_ms
from dcm_desktop.store.tables.base import Day, Flag, Moment, Word, Words

MAX_INT = 2**53
MAX_LINE = 4 << 20
BLANK = "_blank"
"""Group of a state line that holds only dots: the last hidden change per replica."""
_MAX_TEXT, _MAX_LONG, _MAX_WORDS = 10_000, 100_000, 500
_YEAR_2100_MS = 4_102_444_800_000
_CONTROLS = bytes(byte for byte in (*range(32), 127) if byte != 10)
_ESCAPES = re.compile(rb'\\[^"\\n]')
_PAIRS = re.compile(rb"\\\\")
_HIDDEN = re.compile(b"\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xd8\x9c")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WORD = re.compile(r"[A-Za-z0-9_.:-]{1,80}")


def is_clean(chunk: bytes) -> bool:
    r"""Whether bytes are UTF-8 in NFC without control or bidi characters.

    The only escapes are `\"`, `\\` and `\n`: canonical JSON needs no other, and others could hide
    what is refused.
    """
    if len(chunk.translate(None, _CONTROLS)) != len(chunk) or _HIDDEN.search(chunk):
        return False
    if b"\\" in chunk and _ESCAPES.search(_PAIRS.sub(b"", chunk)):
        return False
    try:
        return unicodedata.is_normalized("NFC", chunk.decode())
    except UnicodeDecodeError:
        return False


class Cell(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """One live version: its dot, clock, author, index of its vector (-1: none), value, base."""

    replica: int
    seq: int
    hlc: int
    author: str
    k: int
    value: Any
    base: Any


class StateLine(msgspec.Struct, array_like=True, frozen=True, forbid_unknown_fields=True):
    """One record whole; `replica` and `seq` are 0, `hlc` is that of its newest version."""

    kind: str
    id: str
    replica: int
    seq: int
    hlc: int
    author: str
    flags: int
    seen: list[list[int]]
    body: dict[str, list[Cell]]


_decode = msgspec.json.Decoder(StateLine).decode


def read_line(raw: bytes, place: int, replicas: int) -> StateLine:
    """A state line of canonical bytes.

    `place`: its number; `replicas`: how many the manifest names.
    Raises: BundleRefused `bundle.content`.
    """
    try:
        line = _decode(raw)
        is_canonical = encode(line) == raw
    except (msgspec.DecodeError, OverflowError, RecursionError) as error:
        raise BundleRefused("bundle.content", place=place) from error
    if not is_canonical or not _is_sound(line, replicas):
        raise BundleRefused("bundle.content", place=place)
    return line


def _is_sound(line: StateLine, replicas: int) -> bool:
    return (
        _UUID.fullmatch(line.id) is not None
        and line.replica == line.seq == 0
        and line.author == ""
        and line.flags == 0
        and _is_clock(line.hlc)
        and len(line.seen) <= 1000
        and all(_is_vector(vector, replicas) for vector in line.seen)
        and all(cells for cells in line.body.values())
        and all(
            _is_cell(cell, replicas, len(line.seen))
            for cells in line.body.values()
            for cell in cells
        )
    )


def _is_cell(cell: Cell, replicas: int, vectors: int) -> bool:
    return (
        0 <= cell.replica < replicas
        and 0 < cell.seq < 1 << SEQ_BITS
        and _is_clock(cell.hlc)
        and len(cell.author) <= 80
        and (cell.author == "" or _WORD.fullmatch(cell.author) is not None)
        and -1 <= cell.k < vectors
        and cell.base is None
    )


def _is_clock(hlc: int) -> bool:
    return 0 <= hlc < MAX_INT and hlc_ms(hlc) < _YEAR_2100_MS


def _is_vector(vector: list[int], replicas: int) -> bool:
    at = vector[::2]
    return (
        len(vector) % 2 == 0
        and at == sorted(set(at))
        and all(0 <= index < replicas for index in at)
        and all(0 < seq < 1 << SEQ_BITS for seq in vector[1::2])
    )


def is_value(group: Group, value: object) -> bool:
    """Whether a value is one of the group: exact types, closed words, lengths."""
    if group.merge == "set":
        return type(value) is bool
    if len(group.columns) == 1:
        return _is_cell_value(group.columns[0].type, value)
    return (
        isinstance(value, list)
        and len(value) == len(group.columns)
        and all(
            _is_cell_value(column.type, one)
            for column, one in zip(group.columns, value, strict=True)
        )
    )


def is_word(text: str) -> bool:
    """Whether a text can be the element of a set group."""
    return _WORD.fullmatch(text) is not None


def is_tombstone(value: object, replicas: int) -> bool:
    """Whether a value is one of the group `_deleted`: null or a vector."""
    return value is None or (
        isinstance(value, list)
        and all(type(number) is int for number in value)
        and _is_vector(cast(list[int], value), replicas)
    )


def _is_cell_value(kind: Any, value: object) -> bool:
    if value is None:
        return True
    if isinstance(kind, Flag):
        return type(value) is bool
    if isinstance(kind, Words):
        return (
            isinstance(value, list)
            and len(value) <= _MAX_WORDS
            and all(type(word) is str and is_word(word) for word in value)
        )
    if isinstance(kind, Integer | BigInteger):
        return type(value) is int and -MAX_INT <= value <= MAX_INT
    if type(value) is not str or len(value) > _MAX_LONG:
        return False
    if isinstance(kind, Word):
        return value in list(kind.enum)
    if isinstance(kind, Day):
        return _is_same(value, lambda text: date.fromisoformat(text).isoformat())
    if isinstance(kind, Moment):
        return _is_same(
            value, lambda text: datetime.fromisoformat(text).astimezone(UTC).isoformat()
        )
    return isinstance(kind, Text) or len(value) <= _MAX_TEXT


def _is_same(text: str, normal: Any) -> bool:
    try:
        return bool(normal(text) == text)
    except (ValueError, OverflowError):
        return False


RESERVED = frozenset({DELETED, BLANK})
"""Groups that every record has."""
