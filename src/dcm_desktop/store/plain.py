"""Values of synced columns in three forms, and canonical JSON.

*Python* is what the ORM holds, *plain* what stands in the log and in bundles (JSON scalars, and
lists of words), *stored* what the driver sees. A value of a merge group of several columns is the
list of their plain values in declared order.
"""

import json
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, cast

import msgspec
from sqlalchemy import Column

from dcm_desktop.store.tables.base import Day, Flag, Moment, Word, Words

Plain = str | int | bool | list[str] | None
"""One column's value in the log and in bundles."""

encode = msgspec.json.Encoder(order="deterministic").encode
"""Canonical JSON: sorted keys, no spaces, UTF-8."""


def canonical(value: object) -> str:
    """Canonical JSON as text."""
    return encode(value).decode()


def plain(column: Column[Any], value: Any) -> Plain:
    """Python value of a column → JSON scalar."""
    if value is None or type(value) is str:
        return cast(Plain, value)
    if isinstance(value, StrEnum):
        return str(value.value)
    kind = column.type
    if isinstance(kind, Flag):
        return bool(value)
    if isinstance(kind, Moment):
        return cast(datetime, value).astimezone(UTC).isoformat()
    if isinstance(kind, Day):
        return cast(date, value).isoformat()
    if isinstance(kind, Words):
        return [str(word) for word in value]
    return cast(Plain, value)


def from_plain(column: Column[Any], value: Plain) -> Any:
    """JSON scalar → Python value of a column."""
    if value is None:
        return None
    kind = column.type
    if isinstance(kind, Word):
        return kind.enum(cast(str, value))
    if isinstance(kind, Moment):
        return datetime.fromisoformat(cast(str, value))
    if isinstance(kind, Day):
        return date.fromisoformat(cast(str, value))
    return value


def to_stored(value: Plain) -> str | int | None:
    """JSON scalar → what the driver writes."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return value


def from_stored(column: Column[Any], value: str | int | None) -> Plain:
    """What the driver read → JSON scalar."""
    if value is None:
        return None
    if isinstance(column.type, Flag):
        return bool(value)
    if isinstance(column.type, Words):
        return cast(list[str], json.loads(cast(str, value)))
    return value
