"""The whole state of a store at one identity level, as the lines of a bundle.

Pseudonymised: only merge groups whose columns are all marked `export`, of kinds that have such a
group; of a deleted record only its tombstone. What was done to hidden groups shows as blank dots,
so that a deletion means the same to everybody. Nothing is transformed on the way; a text that must
not travel as it is (it names an official) is held back whole, as a hidden group.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy.types import String, Text

from dcm_desktop.store.plain import encode
from dcm_desktop.store.registers import DELETED, groups_of, touched_vector
from dcm_desktop.store.tables.base import Synced, synced_tables
from dcm_desktop.store.tables.change import MARK_DELETED
from dcm_desktop.sync.checks import BLANK, Cell, StateLine, is_clean
from dcm_desktop.sync.states import Numbers, Stored, value_of

_REFERENCE = frozenset({"institution", "mechanism", "mechanism_rules"})
"""Kinds whose names are those of bodies (a school is called after a saint or a hero)."""
_CODES = frozenset({"order_key", "sha256", "check_code", "code", "number", "point_label"})


def travelling_kinds() -> tuple[type[Synced], ...]:
    """Tables with at least one exported group, sorted by kind."""
    return tuple(
        table for table in synced_tables() if any(group.export for group in groups_of(table))
    )


@cache
def typed_texts(table: type[Synced]) -> tuple[str, ...]:
    """Travelling columns that people type freely: text but for ids, codes and names of bodies."""
    if table.__tablename__ in _REFERENCE:
        return ()
    return tuple(
        key
        for group in groups_of(table)
        for key, column in zip(group.keys, group.columns, strict=True)
        if group.export
        and type(column.type) in (String, Text)
        and key not in _CODES
        and not key.endswith("_id")
    )


def state_lines(
    driver: Any, numbers: Numbers, home: str, *, stays: Callable[[str], bool]
) -> Iterator[bytes]:
    """Canonical lines of every record of `home`, sorted by kind and id, deleted ones too.

    `stays`: whether a typed text must stay at home.
    """
    for table in travelling_kinds():
        for record_id, stored in read_records(driver, numbers, table, home):
            line = state_line(table, record_id, stored, numbers, stays=stays)
            raw = encode(line)
            yield raw if is_clean(raw) else encode(_cleaned(line))


def read_records(
    driver: Any, numbers: Numbers, table: type[Synced], home: str
) -> Iterator[tuple[str, Stored]]:
    """Records of one kind and home with their exported columns, by id."""
    kind, place = numbers.word_no.get(table.__tablename__), numbers.word_no.get(home)
    if kind is None or place is None:
        return
    names = [column.name for group in groups_of(table) if group.export for column in group.columns]
    listed = ", ".join(f'"{name}"' for name in names)
    entities = {
        record_id: dict(zip(names, values, strict=True))
        for record_id, *values in driver.execute(
            f'SELECT id, {listed} FROM "{table.__tablename__}" WHERE home = ?',  # noqa: S608 - names are ours
            (home,),
        )
    }
    states = driver.execute(
        "SELECT no, id, stamps, blank, marks FROM record_state WHERE kind = ? AND home = ?"
        " ORDER BY id",
        (kind, place),
    ).fetchall()
    for no, key, stamps, blank, marks in states:
        record_id = str(UUID(bytes=key))
        row = entities[record_id]
        siblings = tuple(
            driver.execute(
                "SELECT grp, replica, seq, hlc, author, value FROM sibling WHERE record = ?", (no,)
            )
        )
        yield record_id, Stored(no, kind, place, stamps, blank, marks, row, siblings)


def state_line(
    table: type[Synced],
    record_id: str,
    stored: Stored,
    numbers: Numbers,
    *,
    stays: Callable[[str], bool],
) -> StateLine:
    """One record as a line; indexes are places in the sorted list of all local replicas."""
    texts = typed_texts(table)
    places = {no: at for at, no in enumerate(sorted(numbers.replica_id))}
    groups = {group.name: group for group in groups_of(table)}
    versions: dict[int, list[tuple[Any, ...]]] = {}
    for grp, *version in stored.siblings:
        versions.setdefault(grp, []).append(tuple(version))
    seen: list[list[int]] = []
    body: dict[str, list[Cell]] = {}
    hidden: list[Any] = []
    newest, is_gone = 0, bool(stored.marks & MARK_DELETED)
    for stamp in json.loads(stored.stamps):
        replica, seq, hlc, author, extra, names = stamp
        newest = max(newest, hlc)
        k = _index(seen, _moved(extra or (), places))
        for grp in names:
            name = numbers.word[grp]
            if name != DELETED and (is_gone or not groups[name.partition(":")[0]].export):
                hidden.append([*stamp[:5], [grp]])
                continue
            live = versions.get(grp)
            if live is None:
                one = json.dumps(value_of(groups, name, stored.row))
                live = [(replica, seq, hlc, author, one)]
            if name in texts and any(_stays(version[4], stays) for version in live):
                hidden.append([*stamp[:5], [grp]])
                continue
            body[name] = [_cell(name, version, k, numbers, places) for version in sorted(live)]
    blank = touched_vector(hidden, stored.blank)
    if blank:
        body[BLANK] = [
            Cell(places[blank[at]], blank[at + 1], 0, "", -1, None, None)
            for at in range(0, len(blank), 2)
        ]
    return StateLine(table.__tablename__, record_id, 0, 0, newest, "", 0, seen, body)


def _stays(value: str, stays: Callable[[str], bool]) -> bool:
    text = json.loads(value)
    return isinstance(text, str) and stays(text)


def _cell(
    name: str, version: Sequence[Any], k: int, numbers: Numbers, places: dict[int, int]
) -> Cell:
    replica, seq, hlc, author, text = version
    value = json.loads(text)
    if name == DELETED and value is not None:
        value = _moved(value, places)
    return Cell(places[replica], seq, hlc, numbers.word[author], k, value, None)


def _moved(flat: Sequence[int], places: dict[int, int]) -> list[int]:
    """Flat vector in local replica numbers → in indexes of the manifest, sorted."""
    pairs = sorted((places[flat[at]], flat[at + 1]) for at in range(0, len(flat), 2))
    return [number for pair in pairs for number in pair]


def _index(seen: list[list[int]], vector: list[int]) -> int:
    if not vector:
        return -1
    if vector not in seen:
        seen.append(vector)
    return seen.index(vector)


def _cleaned(line: StateLine) -> StateLine:
    """The line with texts as `domain.text` would have taken them, should one have slipped in."""
    body = {
        name: [
            Cell(c.replica, c.seq, c.hlc, c.author, c.k, _clean_value(c.value), None) for c in cells
        ]
        for name, cells in line.body.items()
    }
    return StateLine(line.kind, line.id, 0, 0, line.hlc, "", 0, line.seen, body)


def _clean_value(value: object) -> object:
    if isinstance(value, list):
        return [_clean_value(one) for one in value]
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\t", " "))
        return "".join(ch for ch in text if ch == "\n" or is_clean(encode(ch)))
    return value
