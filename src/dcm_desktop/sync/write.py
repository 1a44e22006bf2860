"""Writes what an import decided, a batch at a time, past the ORM.

One statement per kind and set of columns, run over many rows: a batch of new records costs half of
what single statements would.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from dcm_desktop.domain.terms import ChangeKind
from dcm_desktop.store.capture import ActLog
from dcm_desktop.store.plain import to_stored
from dcm_desktop.store.registers import hlc_ms
from dcm_desktop.store.tables.base import Synced, synced_columns
from dcm_desktop.store.tables.change import MARK_CONFLICT, MARK_DELETED, MARK_EVER
from dcm_desktop.sync.decide import Decision, merge_class
from dcm_desktop.sync.merge import Record, Version
from dcm_desktop.sync.states import Numbers, pack, sibling_rows

_INSERT_STATE = (
    "INSERT INTO record_state(no, id, kind, home, stamps, blank, marks) VALUES (?,?,?,?,?,?,?)"
)
_UPDATE_STATE = "UPDATE record_state SET stamps=?, blank=?, marks=? WHERE no=?"
_DELETE_SIBLING = "DELETE FROM sibling WHERE record=? AND grp=?"
_INSERT_SIBLING = (
    "INSERT INTO sibling(record, grp, replica, seq, hlc, author, value, flags, later)"
    " VALUES (?,?,?,?,?,?,?,0,0)"
)


def write_decisions(
    driver: Any,
    numbers: Numbers,
    home: str,
    decisions: Sequence[Decision],
    act: ActLog | None,
) -> None:
    """Write a batch in the running transaction and note what it touched for the announcement."""
    statements: dict[str, list[Sequence[Any]]] = {}
    next_no = driver.execute("SELECT coalesce(max(no), 0) + 1 FROM record_state").fetchone()[0]
    place = numbers.number_of(home)
    for decision in decisions:
        kind = decision.table.__tablename__
        stamps, blank = pack(decision.joined, numbers)
        marks = _marks(decision)
        if decision.stored is None:
            no, next_no = next_no, next_no + 1
            key = UUID(decision.record_id).bytes
            state = (no, key, numbers.number_of(kind), place, stamps, blank, marks)
            statements.setdefault(_INSERT_STATE, []).append(state)
            statements.setdefault(_insert_of(decision.table), []).append(_new_row(decision, home))
        else:
            no = decision.stored.no
            statements.setdefault(_UPDATE_STATE, []).append((stamps, blank, marks, no))
            if decision.values or decision.visible != decision.was_visible:
                statement, row = _update(decision)
                statements.setdefault(statement, []).append(row)
        clear, rows = sibling_rows(no, decision.joined, numbers)
        if decision.stored is not None and decision.stored.siblings:
            statements.setdefault(_DELETE_SIBLING, []).extend(clear)
        if rows:
            statements.setdefault(_INSERT_SIBLING, []).extend(rows)
        if act is not None:
            act.note(kind, decision.record_id, _how(decision))
    for statement, many in sorted(statements.items(), key=lambda item: item[0] == _INSERT_SIBLING):
        driver.executemany(statement, many)


def _how(decision: Decision) -> ChangeKind:
    if not decision.visible:
        return ChangeKind.DELETED
    return ChangeKind.CREATED if decision.stored is None else ChangeKind.UPDATED


def _marks(decision: Decision) -> int:
    marks = decision.stored.marks if decision.stored else 0
    marks &= ~(MARK_DELETED | MARK_CONFLICT)
    if not decision.visible:
        marks |= MARK_DELETED
    if any(
        register.is_conflict() and merge_class(decision.table, name) != "quiet"
        for name, register in decision.joined.groups.items()
    ):
        marks |= MARK_CONFLICT | MARK_EVER
    return marks


def _moments(record: Record) -> tuple[tuple[str, str], tuple[str, str]]:
    """Time and author of the oldest and of the newest live version."""
    versions = [version for register in record.groups.values() for version in register.live]
    versions.sort(key=Version.rank)
    if not versions:
        start = datetime.fromtimestamp(0, UTC).isoformat()
        return (start, ""), (start, "")

    def when(version: Version) -> tuple[str, str]:
        return datetime.fromtimestamp(hlc_ms(version.hlc) / 1000, UTC).isoformat(), version.author

    return when(versions[0]), when(versions[-1])


@cache
def _hidden(table: type[Synced]) -> tuple[tuple[str, str, str | None], ...]:
    """Per synced column: attribute, column name, and what stands where nothing came: empty text
    for texts, else null."""
    out = []
    for key, column in synced_columns(table).items():
        default: Any = column.default
        is_text = default is not None and default.is_scalar and default.arg == ""
        out.append((key, column.name, "" if is_text else None))
    return tuple(out)


@cache
def _insert_of(table: type[Synced]) -> str:
    names = ["id", "home", "created_at", "created_by", "updated_at", "updated_by", "rev", "deleted"]
    names += [name for _, name, _ in _hidden(table)]
    listed = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    return f'INSERT INTO "{table.__tablename__}"({listed}) VALUES ({marks})'  # noqa: S608 - names are ours


def _new_row(decision: Decision, home: str) -> list[Any]:
    created, updated = _moments(decision.joined)
    row: list[Any] = [decision.record_id, home, *created, *updated, 1, int(not decision.visible)]
    values = decision.values
    return row + [to_stored(values.get(key, empty)) for key, _, empty in _hidden(decision.table)]


def _update(decision: Decision) -> tuple[str, list[Any]]:
    columns = synced_columns(decision.table)
    _, updated = _moments(decision.joined)
    names = [columns[key].name for key in decision.values]
    listed = ", ".join(f'"{name}"=?' for name in (*names, "updated_at", "updated_by", "deleted"))
    row = [to_stored(value) for value in decision.values.values()]
    statement = f'UPDATE "{decision.table.__tablename__}" SET {listed}, rev=rev+1 WHERE id=?'  # noqa: S608 - names are ours
    return statement, [*row, *updated, int(not decision.visible), decision.record_id]
