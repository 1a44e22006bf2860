"""Takes an act back from the change log: the pure inverse of its changes, and its writing.

Taking back is an act of its own: it is logged, travels like any other, and can be taken back, which
is redo. No second history is kept.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.engine import driver_connection
from dcm_desktop.store.plain import Plain, from_plain
from dcm_desktop.store.registers import DELETED, FLAG_FIRST, groups_of
from dcm_desktop.store.tables.base import Synced, synced_columns, synced_tables


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """One change row in words: the table, the record, and `{group: [value, base, k]}`."""

    table: type[Synced]
    record_id: str
    is_first: bool
    body: dict[str, list[Any]]
    dot: int = 0


@dataclass(slots=True)
class Inverse:
    """What gives a record back its state before an act."""

    table: type[Synced]
    record_id: str
    values: dict[str, Plain] = field(default_factory=dict)
    """Column → plain value to set."""
    words: dict[str, dict[str, bool]] = field(default_factory=dict)
    """Set column → word → whether it is in the set."""
    deleted: bool | None = None
    """New state of the tombstone; None leaves it."""


def undo_values(changes: Sequence[LoggedChange]) -> list[Inverse]:
    """The inverse of changes given in the order they were made, last touched record first.

    A group that was first written by the change goes back to empty; a created record is deleted.
    """
    out: dict[str, Inverse] = {}
    for change in reversed(changes):
        inverse = out.setdefault(change.record_id, Inverse(change.table, change.record_id))
        if change.is_first:
            inverse.deleted = True
            continue
        sets = {group.name: group for group in groups_of(change.table)}
        for name, cell in change.body.items():
            base = cell[1] if len(cell) > 1 else None
            head, _, word = name.partition(":")
            if name == DELETED:
                inverse.deleted = bool(base)
            elif word:
                inverse.words.setdefault(sets[head].keys[0], {})[word] = bool(base)
            else:
                keys = sets[name].keys
                old = base if len(keys) > 1 and base is not None else [base] * len(keys)
                inverse.values.update(zip(keys, old, strict=True))
    return list(out.values())


def act_changes(db: DbSession, act_no: int) -> list[LoggedChange]:
    """Changes of one act in the order they were made; empty when the act changed nothing."""
    tables = {table.__tablename__: table for table in synced_tables()}
    rows = driver_connection(db).execute(
        'SELECT w.text, r.id, c.flags, c.body, c.dot FROM "change" c'
        " JOIN record_state r ON r.no = c.record JOIN word w ON w.no = r.kind"
        " WHERE c.act = ? ORDER BY c.dot",
        (act_no,),
    )
    return [
        LoggedChange(
            tables[kind], str(UUID(bytes=key)), bool(flags & FLAG_FIRST), json.loads(body), dot
        )
        for kind, key, flags, body, dot in rows
    ]


def take_back(db: DbSession, act_no: int) -> list[Inverse]:
    """Undo an act inside the running one (made with `undoes=act_no`); returns what was set.

    Raises: RuleBroken `undo.changed_since` when a record of it was changed after it.
    """
    changes = act_changes(db, act_no)
    driver = driver_connection(db)
    for change in changes:
        later = driver.execute(
            'SELECT 1 FROM "change" WHERE record = (SELECT record FROM "change" WHERE dot = ?)'
            ' AND act <> ? AND hlc > (SELECT hlc FROM "change" WHERE dot = ?)'
            " AND act NOT IN"
            " (SELECT no FROM act WHERE undone_by IS NOT NULL OR undoes IS NOT NULL)",
            (change.dot, act_no, change.dot),
        ).fetchone()
        if later:
            raise RuleBroken("undo.changed_since")
    inverses = undo_values(changes)
    for inverse in inverses:
        _set(db, inverse)
    return inverses


def _set(db: DbSession, inverse: Inverse) -> None:
    row = db.get_one(inverse.table, inverse.record_id, execution_options={"include_deleted": True})
    columns = synced_columns(inverse.table)
    for key, value in inverse.values.items():
        setattr(row, key, from_plain(columns[key], value))
    for key, words in inverse.words.items():
        now: set[str] = set(getattr(row, key) or ())
        now = {word for word in now if words.get(word, True)}
        setattr(row, key, sorted(now | {word for word, there in words.items() if there}))
    if inverse.deleted is not None:
        row.deleted = inverse.deleted
