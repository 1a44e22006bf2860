"""Between the packed stamps of `record_state` and the pure `Record` of `merge`.

Locally replicas, kinds, groups and authors are numbers; in a `Record` they are text, the same on
every store. Values of single versions stand in the row of the entity; versions in conflict and
those of the tombstone stand in `sibling`.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dcm_desktop.store.plain import Plain, canonical, from_stored
from dcm_desktop.store.registers import DELETED, Group, groups_of
from dcm_desktop.store.tables.base import Synced
from dcm_desktop.sync.merge import Record, Register, Seen, Version, join_seen


@dataclass(slots=True)
class Numbers:
    """Local numbers of replicas and words, both ways; new ones are made on demand."""

    driver: Any
    replica_no: dict[str, int] = field(default_factory=dict)
    replica_id: dict[int, str] = field(default_factory=dict)
    word_no: dict[str, int] = field(default_factory=dict)
    word: dict[int, str] = field(default_factory=dict)

    @classmethod
    def load(cls, driver: Any) -> "Numbers":
        """All numbers of the store; tens of replicas, hundreds of words."""
        numbers = cls(driver)
        for no, text in driver.execute("SELECT no, id FROM replica"):
            numbers.replica_no[text], numbers.replica_id[no] = no, text
        for no, text in driver.execute("SELECT no, text FROM word"):
            numbers.word_no[text], numbers.word[no] = no, text
        return numbers

    def number_of(self, text: str) -> int:
        """Number of a word; made and written when it is new."""
        no = self.word_no.get(text)
        if no is None:
            no = int(self.driver.execute("INSERT INTO word(text) VALUES (?)", (text,)).lastrowid)
            self.word_no[text], self.word[no] = no, text
        return no

    def seen_of(self, flat: Iterable[int]) -> dict[str, int]:
        """Flat local vector → by replica id."""
        pairs = list(flat)
        return {self.replica_id[pairs[at]]: pairs[at + 1] for at in range(0, len(pairs), 2)}

    def flat_of(self, seen: Seen) -> list[int]:
        """Vector by replica id → flat, in local numbers, sorted."""
        pairs = sorted((self.replica_no[replica], seq) for replica, seq in seen.items())
        return [number for pair in pairs for number in pair]


@dataclass(frozen=True, slots=True)
class Stored:
    """One record as it stands in the store."""

    no: int
    kind: int
    home: int
    stamps: str
    blank: str | None
    marks: int
    row: Mapping[str, Any]
    """Stored values of the entity's columns by name."""
    siblings: tuple[tuple[Any, ...], ...] = ()
    """`(grp, replica, seq, hlc, author, value)`."""


def unpack(table: type[Synced], stored: Stored, numbers: Numbers) -> Record:
    """The registers of a stored record."""
    groups = {group.name: group for group in groups_of(table)}
    versions: dict[int, list[Version]] = {}
    for grp, replica, seq, hlc, author, value in stored.siblings:
        plain = json.loads(value)
        if numbers.word[grp] == DELETED and plain is not None:
            plain = numbers.seen_of(plain)
        dot = (numbers.replica_id[replica], seq)
        versions.setdefault(grp, []).append(Version(dot, hlc, plain, author=numbers.word[author]))
    registers: dict[str, Register] = {}
    touched: dict[str, int] = {}
    for replica, seq, hlc, author, extra, names in json.loads(stored.stamps):
        dot = (numbers.replica_id[replica], seq)
        seen = join_seen({dot[0]: seq}, numbers.seen_of(extra or ()))
        touched = join_seen(touched, seen)
        for grp in names:
            live = versions.get(grp)
            if live is None:
                value = value_of(groups, numbers.word[grp], stored.row)
                live = [Version(dot, hlc, value, author=numbers.word[author])]
            live.sort(key=lambda version: version.dot)
            registers[numbers.word[grp]] = Register(tuple(live), seen)
    if stored.blank:
        blank = {numbers.replica_id[int(no)]: seq for no, seq in json.loads(stored.blank).items()}
        touched = join_seen(touched, blank)
    return Record(registers, touched)


def value_of(groups: Mapping[str, Group], name: str, row: Mapping[str, Any]) -> object:
    """Plain value of a merge group (or of one element of a set) from an entity's stored row."""
    head, _, word = name.partition(":")
    if head == DELETED:
        return None
    group = groups[head]
    cells: list[Plain] = [from_stored(column, row[column.name]) for column in group.columns]
    if word:
        words = cells[0]
        return isinstance(words, list) and word in words
    return cells if len(cells) > 1 else cells[0]


def pack(record: Record, numbers: Numbers) -> tuple[str, str | None]:
    """`stamps` and `blank` of a record; groups written and seen together share a stamp."""
    entries: dict[tuple[int, int, tuple[int, ...]], list[Any]] = {}
    known: dict[str, int] = {}
    for name, register in record.groups.items():
        winner = register.winner()
        if winner is None:
            continue
        known = join_seen(known, register.seen)
        rest = {
            replica: seq for replica, seq in register.seen.items() if (replica, seq) != winner.dot
        }
        extra = tuple(numbers.flat_of(rest))
        replica = numbers.replica_no[winner.dot[0]]
        author = numbers.number_of(winner.author)
        entry = entries.setdefault(
            (replica, winner.dot[1], extra),
            [replica, winner.dot[1], winner.hlc, author, list(extra) or 0, []],
        )
        entry[5].append(numbers.number_of(name))
    hidden = {
        str(numbers.replica_no[replica]): seq
        for replica, seq in record.touched.items()
        if seq > known.get(replica, 0)
    }
    stamps = [entry for _, entry in sorted(entries.items())]
    return canonical(stamps), canonical(hidden) if hidden else None


def sibling_rows(
    no: int, record: Record, numbers: Numbers
) -> tuple[list[tuple[int, int]], list[tuple[Any, ...]]]:
    """Keys to clear and rows to write in `sibling` for one record."""
    clear, rows = [], []
    for name, register in record.groups.items():
        grp = numbers.number_of(name)
        clear.append((no, grp))
        if len(register.live) < 2 and name != DELETED:
            continue
        for version in register.live:
            value = version.value
            if name == DELETED and isinstance(value, Mapping):
                value = numbers.flat_of(value)
            replica, seq = version.dot
            author = numbers.number_of(version.author)
            place = (no, grp, numbers.replica_no[replica], seq)
            rows.append((*place, version.hlc, author, canonical(value)))
    return clear, rows
