"""The pure half of an import: is a line allowed, what does it say, what would the record show.

No store is read here; `apply` brings what is stored and writes what is decided.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dcm_desktop.errors import BundleRefused
from dcm_desktop.store.plain import Plain, to_stored
from dcm_desktop.store.registers import DELETED, Group, groups_of
from dcm_desktop.store.tables.base import Synced, synced_columns
from dcm_desktop.sync.checks import BLANK, RESERVED, StateLine, is_tombstone, is_value, is_word
from dcm_desktop.sync.merge import Record, Register, Version, join_seen
from dcm_desktop.sync.states import Stored


@dataclass(slots=True)
class KindCounts:
    """What an import does to one kind of records."""

    new: int = 0
    changed: int = 0
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of one record."""

    table: type[Synced]
    record_id: str
    stored: Stored | None
    joined: Record
    values: dict[str, Plain]
    """Columns whose shown value changes."""
    visible: bool
    was_visible: bool
    conflicts: int


def check_values(table: type[Synced], line: StateLine, place: int, replicas: int) -> None:
    """Refuse a group that may not travel, or a value that is not one of its group.

    Raises: BundleRefused `bundle.content`.
    """
    groups = {group.name: group for group in groups_of(table) if group.export}
    for name, cells in line.body.items():
        head, _, word = name.partition(":")
        if name in RESERVED:
            good = name == BLANK or all(is_tombstone(cell.value, replicas) for cell in cells)
            if name == BLANK:
                good = all(cell.value is None and cell.k == -1 for cell in cells)
        else:
            group = groups.get(head)
            good = (
                group is not None
                and (group.merge == "set") == bool(word)
                and (not word or is_word(word))
                and all(is_value(group, cell.value) for cell in cells)
            )
        dots = {(cell.replica, cell.seq) for cell in cells}
        if not good or len(dots) != len(cells):
            raise BundleRefused("bundle.content", place=place)


def record_of(line: StateLine, replicas: Sequence[str]) -> Record:
    """The registers that a state line carries."""

    def seen_of(flat: Sequence[int]) -> dict[str, int]:
        return {replicas[flat[at]]: flat[at + 1] for at in range(0, len(flat), 2)}

    touched: dict[str, int] = {}
    registers: dict[str, Register] = {}
    for name, cells in line.body.items():
        live, seen = [], dict[str, int]()
        for cell in cells:
            dot = (replicas[cell.replica], cell.seq)
            seen = join_seen(seen, {dot[0]: dot[1]})
            if cell.k >= 0:
                seen = join_seen(seen, seen_of(line.seen[cell.k]))
            value: object = cell.value
            if name == DELETED and isinstance(cell.value, list):
                value = seen_of(cell.value)
            live.append(Version(dot, cell.hlc, value, author=cell.author))
        touched = join_seen(touched, seen)
        if name != BLANK:
            live.sort(key=lambda version: version.dot)
            registers[name] = Register(tuple(live), seen)
    return Record(registers, touched)


def is_same(one: Record, other: Record) -> bool:
    """Whether two records hold the same dots, and know of the same."""
    return (
        one.touched == other.touched
        and one.groups.keys() == other.groups.keys()
        and all(
            register.seen == other.groups[name].seen
            and [version.dot for version in register.live]
            == [version.dot for version in other.groups[name].live]
            for name, register in one.groups.items()
        )
    )


def shown_values(
    table: type[Synced], local: Record, joined: Record, stored: Stored | None
) -> dict[str, Plain]:
    """Columns whose shown value the join changes, with their plain values."""
    out: dict[str, Plain] = {}
    groups = {group.name: group for group in groups_of(table)}
    for name, register in joined.groups.items():
        if name == DELETED:
            continue
        was = local.groups.get(name, Register()).winner()
        now = register.winner()
        if now is None or (was is not None and was.value == now.value):
            continue
        head, _, word = name.partition(":")
        group = groups[head]
        if word:
            out[group.keys[0]] = _words(group, joined)
        elif len(group.keys) > 1 and isinstance(now.value, list):
            out.update(zip(group.keys, now.value, strict=True))
        else:
            out[group.keys[0]] = _as_plain(now.value)
    if stored is not None:
        columns = synced_columns(table)
        rows = stored.row
        out = {key: v for key, v in out.items() if to_stored(v) != rows.get(columns[key].name)}
    return out


def _as_plain(value: object) -> Plain:
    return value if isinstance(value, str | int | bool | list) else None


def _words(group: Group, record: Record) -> Plain:
    """Elements of a set group whose register says yes, sorted."""
    found = []
    for name, register in record.groups.items():
        head, _, word = name.partition(":")
        winner = register.winner()
        if head == group.name and word and winner is not None and winner.value is True:
            found.append(word)
    return sorted(found)


def merge_class(table: type[Synced], name: str) -> str:
    """Class of a merge group, or of an element of a set group; `ask` for the tombstone."""
    head = name.partition(":")[0]
    return next((group.merge for group in groups_of(table) if group.name == head), "ask")


def totals(counts: Mapping[str, KindCounts]) -> KindCounts:
    """Sum over kinds."""
    return KindCounts(
        sum(one.new for one in counts.values()),
        sum(one.changed for one in counts.values()),
        sum(one.conflicts for one in counts.values()),
    )
