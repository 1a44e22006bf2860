"""One `before_flush` listener that logs every change of a synced record.

For each new or changed record: one `change` row (the dot, the clock, the groups with their old
values, and what the writer had seen), the packed stamps of `record_state`, the columns `home`,
`created_*`, `updated_*`, `rev`, and an entry of the `Changes` that the act announces. Plain
statements on the driver connection: SQLAlchemy's own would cost more than the work.

    log = ChangeLog(home="KRZ")                      # one per open store
    listen(sessionmaker_or_class)                    # once
    db.info[ACT] = log.act("save_case", author=user_id, at=at)     # one per transaction

The own replica is the newest row of `replica` with `is_own = 1`. Text being typed is a `Draft`,
which is not synced and so not logged. A list column is changed by assigning a new list. No
savepoints: the counters of an act go with its transaction. Not here: merging and bundles (`sync`),
the audit chain, undo (`store.undo`).
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Column, event
from sqlalchemy.orm import Session as DbSession
from sqlalchemy.orm import sessionmaker
from sqlalchemy.orm.attributes import instance_state
from sqlalchemy.orm.base import NO_VALUE

from dcm_desktop.domain.terms import Change, ChangeKind, Changes
from dcm_desktop.store.engine import driver_connection
from dcm_desktop.store.plain import Plain, canonical, from_stored, plain
from dcm_desktop.store.registers import (
    DELETED,
    FLAG_FIRST,
    SEQ_BITS,
    Group,
    Stamp,
    groups_of,
    tick,
    touched_vector,
)
from dcm_desktop.store.tables.base import Synced, synced_columns
from dcm_desktop.store.tables.change import MARK_CONFLICT, MARK_DELETED

ACT = "act"
"""Key in `db.info` of the `ActLog` of the running transaction."""


@cache
def _defaults(table: type[Synced]) -> tuple[tuple[str, Any], ...]:
    found = []
    for key, column in synced_columns(table).items():
        default: Any = column.default
        if default is not None and default.is_scalar:
            found.append((key, default.arg))
    return tuple(found)


class ChangeLog:
    """The log of one open store: its home and the words already numbered on disk."""

    def __init__(self, *, home: str) -> None:
        self.home = home
        self.words: dict[str, int] = {}

    def act(self, name: str, *, author: str, at: datetime, undoes: int | None = None) -> "ActLog":
        """Context of one write transaction; put it into `db.info[ACT]`.

        `name`: the use case, a code. `undoes`: the act that this one takes back.
        """
        return ActLog(self, name, author, at, undoes)


@dataclass(slots=True)
class ActLog:
    """What one transaction has logged so far. `no` is None until something was."""

    log: ChangeLog
    name: str
    author: str
    at: datetime
    undoes: int | None = None
    no: int | None = None
    replica: int = 0
    replica_id: str = ""
    seq: int = 0
    hlc: int = 0
    chain: bytes = b""
    fresh: dict[str, int] = field(default_factory=dict)
    replica_ids: dict[int, str] = field(default_factory=dict)
    touched: dict[tuple[str, str], ChangeKind] = field(default_factory=dict)

    def changes(self) -> Changes:
        """What the act changed, in order of first touch; for the announcement after the commit."""
        return Changes(
            self.name, tuple(Change(kind, id_, how) for (kind, id_), how in self.touched.items())
        )

    def note(self, kind: str, record_id: str, how: ChangeKind) -> None:
        """Remember a touched record; created and then updated counts as created."""
        if how is not ChangeKind.UPDATED or (kind, record_id) not in self.touched:
            self.touched[kind, record_id] = how

    def word(self, driver: Any, text: str) -> int:
        """Number of a word of the log (kind, merge group, author), made when it is new."""
        no = self.log.words.get(text) or self.fresh.get(text)
        if no is None:
            row = driver.execute("SELECT no FROM word WHERE text=?", (text,)).fetchone()
            no = (
                row[0]
                if row
                else driver.execute("INSERT INTO word(text) VALUES (?)", (text,)).lastrowid
            )
            self.fresh[text] = int(no)
        return int(no)

    def start(self, driver: Any) -> None:
        """Load the counters of the own replica and open the act; once per transaction."""
        if self.no is not None:
            return
        row = driver.execute(
            "SELECT no, id, last_seq, chain FROM replica WHERE is_own=1 ORDER BY no DESC LIMIT 1"
        ).fetchone()
        self.replica, self.replica_id, self.seq, self.chain = row[0], row[1], row[2], bytes(row[3])
        last = driver.execute(
            "SELECT hlc FROM change WHERE dot=?", (self.replica << SEQ_BITS | self.seq,)
        ).fetchone()
        self.hlc = last[0] if last else 0
        self.no = driver.execute(
            "INSERT INTO act(name, author, at, undoes) VALUES (?,?,?,?)",
            (self.name, self.author, self.at.isoformat(), self.undoes),
        ).lastrowid
        self.replica_ids[self.replica] = self.replica_id

    def name_of_replica(self, driver: Any, no: int) -> str:
        """Text id of a replica by its local number."""
        if no not in self.replica_ids:
            row = driver.execute("SELECT id FROM replica WHERE no=?", (no,)).fetchone()
            self.replica_ids[no] = row[0]
        return self.replica_ids[no]


def listen(factory: "sessionmaker[Any] | type[DbSession]") -> None:
    """Install the listeners on a session class or factory; every write of it is then logged."""
    event.listen(factory, "before_flush", _before_flush)
    event.listen(factory, "after_commit", _after_commit)


def _after_commit(db: DbSession) -> None:
    act: ActLog | None = db.info.get(ACT)
    if act is not None:
        act.log.words.update(act.fresh)
        act.fresh.clear()


def _before_flush(db: DbSession, _context: object, _instances: object) -> None:
    fresh = [row for row in db.new if isinstance(row, Synced)]
    dirty = [
        row for row in db.dirty if isinstance(row, Synced) and instance_state(row).committed_state
    ]
    if any(isinstance(row, Synced) for row in db.deleted):
        raise RuntimeError("a synced record is deleted by its `deleted` column")
    if not fresh and not dirty:
        return
    act: ActLog | None = db.info.get(ACT)
    if act is None:
        raise RuntimeError("a synced record changes only inside an act")
    driver = driver_connection(db)
    act.start(driver)
    wall = int(act.at.timestamp() * 1000)
    act.hlc = tick(act.hlc, wall)
    for row in fresh:
        _set_up(act, db, row)
        _log(act, driver, row, _body_of_new(row), ChangeKind.CREATED, wall)
    for row in dirty:
        body = _body_of_changed(driver, row)
        if body:
            how = ChangeKind.DELETED if body.get(DELETED, [False])[0] else ChangeKind.UPDATED
            row.updated_at, row.updated_by = act.at, act.author
            row.rev = (row.rev or 0) + 1
            _log(act, driver, row, body, how, wall)
    driver.execute(
        "UPDATE replica SET last_seq=?, chain=? WHERE no=?", (act.seq, act.chain, act.replica)
    )


def _set_up(act: ActLog, db: DbSession, row: Synced) -> None:
    """Columns of a new record that no form asks for, and defaults, before they are read."""
    values = instance_state(row).dict
    if values.get("id") is None:
        row.id = db.info["new_id"]()
    for key, default in _defaults(type(row)):
        if key not in values:
            setattr(row, key, default)
    row.home = row.home or act.log.home
    row.created_at, row.created_by = act.at, act.author
    row.updated_at, row.updated_by = act.at, act.author
    row.rev, row.deleted = 1, False


def _body_of_new(row: Synced) -> dict[str, list[Any]]:
    body: dict[str, list[Any]] = {}
    values = instance_state(row).dict
    for group in groups_of(type(row)):
        if group.merge == "set":
            words = _as_set(row, group, values.get(group.keys[0]))
            body |= {f"{group.name}:{word}": [True, None] for word in words}
            continue
        cells = [
            plain(column, values.get(key))
            for key, column in zip(group.keys, group.columns, strict=True)
        ]
        if any(cell is not None for cell in cells):
            body[group.name] = [cells if len(cells) > 1 else cells[0], None]
    return body


def _body_of_changed(driver: Any, row: Synced) -> dict[str, list[Any]]:
    state = instance_state(row)
    committed = state.committed_state
    body: dict[str, list[Any]] = {}
    for group in groups_of(type(row)):
        if committed.keys().isdisjoint(group.keys):
            continue
        new: list[Any] = []
        old: list[Any] = []
        for key, column in zip(group.keys, group.columns, strict=True):
            now = plain(column, getattr(row, key))
            new.append(now)
            old.append(_before(driver, row, key, column, now, committed))
        if group.merge == "set":
            was, now_set = set(old[0] or ()), set(_as_set(row, group, getattr(row, group.keys[0])))
            for word in sorted(was ^ now_set):
                body[f"{group.name}:{word}"] = [word in now_set, word in was]
        elif new != old:
            body[group.name] = [new, old] if len(new) > 1 else [new[0], old[0]]
    was_deleted = committed.get("deleted", row.deleted)
    if was_deleted is not NO_VALUE and bool(was_deleted) != row.deleted:
        body[DELETED] = [row.deleted, True if was_deleted else None]
    elif body and row.deleted:  # the deletion goes on: it has seen this change too
        body[DELETED] = [True, True]
    return body


def _before(
    driver: Any, row: Synced, key: str, column: Column[Any], now: Plain, committed: dict[str, Any]
) -> Plain:
    """Value of a column before the change; read from the file where the ORM had not loaded it."""
    if key not in committed:
        return now
    old = committed[key]
    if old is not NO_VALUE:
        return plain(column, old)
    found = driver.execute(
        f'SELECT "{column.name}" FROM "{type(row).__tablename__}" WHERE id=?',  # noqa: S608 - names are ours
        (row.id,),
    ).fetchone()
    return from_stored(column, found[0]) if found else None


def _as_set(row: Synced, group: Group, words: list[str] | None) -> list[str]:
    """A set column's words, sorted and once each; the row is made so, to show alike everywhere."""
    if not words:
        return []
    ordered = sorted({str(word) for word in words})
    if ordered != words:
        setattr(row, group.keys[0], ordered)
    return ordered


def _log(
    act: ActLog, driver: Any, row: Synced, body: dict[str, list[Any]], how: ChangeKind, wall: int
) -> None:
    """Write one change: its log row, the record's stamps, the chain, the announcement."""
    kind, key = type(row).__tablename__, UUID(row.id).bytes
    found = None
    if how is not ChangeKind.CREATED:
        found = driver.execute(
            "SELECT no, stamps, blank, marks FROM record_state WHERE id=?", (key,)
        ).fetchone()
    stamps: list[Stamp] = json.loads(found[1]) if found else []
    marks = found[3] if found else 0
    act.hlc = tick(act.hlc - 1, wall, max((stamp[2] for stamp in stamps), default=0))
    act.seq += 1
    if DELETED in body:
        gone = body[DELETED][0]
        body[DELETED][0] = touched_vector(stamps, found[2]) if gone and found else None
        marks = marks | MARK_DELETED if gone else marks & ~MARK_DELETED
    numbers = {name: act.word(driver, name) for name in body}
    seen = _supersede(stamps, body, numbers)
    author = act.word(driver, act.author)
    for extra, groups in _by_extra(act, body, seen, numbers).items():
        stamps.append([act.replica, act.seq, act.hlc, author, list(extra) or 0, groups])
    packed = canonical([stamp for stamp in stamps if stamp[5]])
    if found:
        no = found[0]
        if marks & MARK_CONFLICT:
            marks = _settle(driver, no, list(numbers.values()), marks)
        driver.execute("UPDATE record_state SET stamps=?, marks=? WHERE no=?", (packed, marks, no))
    else:
        no = driver.execute(
            "INSERT INTO record_state(id, kind, home, stamps, marks) VALUES (?,?,?,?,?)",
            (key, act.word(driver, kind), act.word(driver, row.home), packed, marks),
        ).lastrowid
    if DELETED in body:
        _keep_tombstone(act, driver, no, numbers[DELETED], author, body[DELETED][0])
    dot = act.replica << SEQ_BITS | act.seq
    flags = FLAG_FIRST if how is ChangeKind.CREATED else 0
    driver.execute(
        'INSERT INTO "change"(dot, record, hlc, author, flags, act, body, seen)'
        " VALUES (?,?,?,?,?,?,?,?)",
        (dot, no, act.hlc, author, flags, act.no, canonical(body), canonical(seen)),
    )
    named = [
        [act.name_of_replica(driver, n) if i % 2 == 0 else n for i, n in enumerate(vector)]
        for vector in seen
    ]
    line = [kind, row.id, act.replica_id, act.seq, act.hlc, act.author, flags, named, body]
    act.chain = hashlib.sha256(act.chain + canonical(line).encode()).digest()
    act.note(kind, row.id, how)


def _supersede(
    stamps: list[Stamp], body: dict[str, list[Any]], numbers: dict[str, int]
) -> list[list[int]]:
    """Take the written groups out of their old stamps and complete the body.

    A cell becomes `[value]` where nothing was, else `[value, base, k]`; returned are the vectors
    that `k` points to, flat `[replica, seq, …]`.
    """
    seen: list[list[int]] = []
    for name, cell in body.items():
        old = next((stamp for stamp in stamps if numbers[name] in stamp[5]), None)
        if old is None:
            del cell[1:]
            continue
        old[5].remove(numbers[name])
        vector = [*(old[4] or ()), old[0], old[1]]
        if vector not in seen:
            seen.append(vector)
        cell.append(seen.index(vector))
    return seen


def _by_extra(
    act: ActLog, body: dict[str, list[Any]], seen: list[list[int]], numbers: dict[str, int]
) -> dict[tuple[int, ...], list[int]]:
    """Written groups by what their writer had seen of other replicas; one stamp each."""
    out: dict[tuple[int, ...], list[int]] = {}
    for name, cell in body.items():
        vector = seen[cell[2]] if len(cell) > 2 else []
        extra = [
            n
            for at in range(0, len(vector), 2)
            if vector[at] != act.replica
            for n in vector[at : at + 2]
        ]
        out.setdefault(tuple(extra), []).append(numbers[name])
    return out


def _settle(driver: Any, no: int, groups: list[int], marks: int) -> int:
    """A write over a register in conflict has seen all its versions: it is settled."""
    driver.executemany(
        "DELETE FROM sibling WHERE record=? AND grp=?", [(no, group) for group in groups]
    )
    rest = driver.execute(
        "SELECT 1 FROM sibling WHERE record=? GROUP BY grp HAVING count(*) > 1", (no,)
    ).fetchone()
    return marks if rest else marks & ~MARK_CONFLICT


def _keep_tombstone(act: ActLog, driver: Any, no: int, grp: int, author: int, value: Any) -> None:
    """Versions of `_deleted` stand in `sibling` also while there is one: no column holds them."""
    driver.execute("DELETE FROM sibling WHERE record=? AND grp=?", (no, grp))
    driver.execute(
        "INSERT INTO sibling(record, grp, replica, seq, hlc, author, flags, value, later)"
        " VALUES (?,?,?,?,?,?,0,?,0)",
        (no, grp, act.replica, act.seq, act.hlc, author, canonical(value)),
    )
