"""Import of a bundle's lines: decide record by record, then write in the running transaction.

`decide` reads and changes nothing; a preview is an import that is only decided, so its counts are
those of the import. Rows are written past the ORM: they are not own changes and are not logged.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from dcm_desktop.errors import BundleRefused
from dcm_desktop.store.capture import ActLog
from dcm_desktop.store.registers import DELETED, groups_of
from dcm_desktop.store.tables.base import Synced, synced_columns
from dcm_desktop.store.tables.change import MARK_DELETED
from dcm_desktop.sync.checks import (
    StateLine,
    read_line,
)
from dcm_desktop.sync.decide import (
    Decision,
    KindCounts,
    check_values,
    is_same,
    merge_class,
    record_of,
    shown_values,
)
from dcm_desktop.sync.export import travelling_kinds
from dcm_desktop.sync.merge import Record, Register, join_record
from dcm_desktop.sync.states import Numbers, Stored, unpack
from dcm_desktop.sync.write import write_decisions

BATCH = 4000
_ASKED = 500


@dataclass(slots=True)
class Importer:
    """Takes the lines of one bundle in order. `write` False only counts."""

    driver: Any
    numbers: Numbers
    district: str
    """Home of the sender: it may bring no other record."""
    replicas: Sequence[str]
    write: bool = False
    act: ActLog | None = None
    counts: dict[str, KindCounts] = field(default_factory=dict)
    lines: int = 0
    _batch: list[tuple[type[Synced], StateLine]] = field(default_factory=list)
    _last: tuple[str, str] = ("", "")
    _tables: dict[str, type[Synced]] = field(
        default_factory=lambda: {table.__tablename__: table for table in travelling_kinds()}
    )
    _links: dict[str, dict[str, int]] = field(default_factory=dict)
    _arrived: dict[str, set[str]] = field(default_factory=dict)

    def take(self, place: int, raw: bytes) -> None:
        """Check one line and keep it for its batch. Raises: BundleRefused `bundle.content`."""
        line = read_line(raw, place, len(self.replicas))
        table = self._tables.get(line.kind)
        if table is None or (line.kind, line.id) <= self._last:
            raise BundleRefused("bundle.content", place=place)
        check_values(table, line, place, len(self.replicas))
        if line.kind == "mechanism":
            for cell in line.body.get("district", ()):
                if cell.value not in (None, self.district):
                    raise BundleRefused("bundle.foreign_record", place=place)
        self._remember_links(table, line, place)
        self._last = (line.kind, line.id)
        self.lines += 1
        self._batch.append((table, line))
        if len(self._batch) >= BATCH:
            self._run()

    def finish(self) -> None:
        """Decide and write the last batch, and check that every link leads somewhere.

        Raises: BundleRefused `bundle.references`.
        """
        self._run()
        for kind, links in self._links.items():
            missing = sorted(links.keys() - self._arrived.get(kind, set()))
            for at in range(0, len(missing), _ASKED):
                ids = missing[at : at + _ASKED]
                marks = ", ".join("?" * len(ids))
                found = self.driver.execute(
                    f'SELECT id FROM "{kind}" WHERE id IN ({marks})',  # noqa: S608 - names are ours
                    ids,
                ).fetchall()
                lost = set(ids) - {row[0] for row in found}
                if lost:
                    place = min(links[record_id] for record_id in lost)
                    raise BundleRefused("bundle.references", place=place)

    def _remember_links(self, table: type[Synced], line: StateLine, place: int) -> None:
        """Targets of the line's foreign keys; they may come later in the bundle."""
        self._arrived.setdefault(line.kind, set()).add(line.id)
        for group in groups_of(table):
            for column in group.columns:
                if not column.foreign_keys or group.name not in line.body:
                    continue
                (key,) = column.foreign_keys
                for cell in line.body[group.name]:
                    if isinstance(cell.value, str):
                        target = key.column.table.name
                        self._links.setdefault(target, {}).setdefault(cell.value, place)

    def _run(self) -> None:
        batch, self._batch = self._batch, []
        stored = self._fetch(batch)
        decisions = [
            decision
            for table, line in batch
            if (decision := self._decide(table, line, stored.get(line.id))) is not None
        ]
        for decision in decisions:
            counts = self.counts.setdefault(decision.table.__tablename__, KindCounts())
            if decision.stored is None:
                counts.new += decision.visible
            elif decision.values or decision.visible != decision.was_visible:
                counts.changed += 1
            counts.conflicts += decision.conflicts
        if self.write:
            write_decisions(self.driver, self.numbers, self.district, decisions, self.act)

    def _fetch(self, batch: Sequence[tuple[type[Synced], StateLine]]) -> dict[str, Stored]:
        """Stored records of a batch, by id. Raises: BundleRefused for one of another home."""
        out: dict[str, Stored] = {}
        home = self.numbers.word_no.get(self.district)
        kinds: dict[type[Synced], list[str]] = {}
        for table, line in batch:
            kinds.setdefault(table, []).append(line.id)
        for table, ids in kinds.items():
            names = [column.name for column in synced_columns(table).values()]
            for at in range(0, len(ids), _ASKED):
                some = ids[at : at + _ASKED]
                for record_id, stored in self._read(table, names, some):
                    same_kind = self.numbers.word[stored.kind] == table.__tablename__
                    if stored.home != home or not same_kind:
                        raise BundleRefused("bundle.foreign_record", place=record_id)
                    out[record_id] = stored
        return out

    def _read(
        self, table: type[Synced], names: Sequence[str], ids: Sequence[str]
    ) -> list[tuple[str, Stored]]:
        marks = ", ".join("?" * len(ids))
        states = self.driver.execute(
            "SELECT no, id, kind, home, stamps, blank, marks FROM record_state"  # noqa: S608 - only marks
            f" WHERE id IN ({marks})",
            [UUID(record_id).bytes for record_id in ids],
        ).fetchall()
        if not states:
            return []
        listed = ", ".join(f'"{name}"' for name in names)
        rows = {
            record_id: dict(zip(names, values, strict=True))
            for record_id, *values in self.driver.execute(
                f'SELECT id, {listed} FROM "{table.__tablename__}" WHERE id IN ({marks})',  # noqa: S608 - names are ours
                list(ids),
            )
        }
        siblings: dict[int, list[tuple[Any, ...]]] = {}
        for no, *version in self.driver.execute(
            "SELECT record, grp, replica, seq, hlc, author, value FROM sibling"  # noqa: S608 - only marks
            f" WHERE record IN ({', '.join('?' * len(states))})",
            [state[0] for state in states],
        ):
            siblings.setdefault(no, []).append(tuple(version))
        found = []
        for no, key, kind, home, stamps, blank, flags in states:
            record_id = str(UUID(bytes=key))
            row = rows.get(record_id, {})
            stored = Stored(no, kind, home, stamps, blank, flags, row, tuple(siblings.get(no, ())))
            found.append((record_id, stored))
        return found

    def _decide(
        self, table: type[Synced], line: StateLine, stored: Stored | None
    ) -> Decision | None:
        """The join of both sides; None when this store knew it all."""
        arriving = record_of(line, self.replicas)
        local = Record() if stored is None else unpack(table, stored, self.numbers)
        joined = arriving if stored is None else join_record(local, arriving)
        if stored is not None and is_same(joined, local):
            return None
        visible = joined.is_visible()
        conflicts = sum(
            register.is_conflict() and not local.groups.get(name, Register()).is_conflict()
            for name, register in joined.groups.items()
            if name != DELETED and merge_class(table, name) != "quiet"
        )
        return Decision(
            table,
            line.id,
            stored,
            joined,
            shown_values(table, local, joined, stored),
            visible,
            stored is not None and not stored.marks & MARK_DELETED,
            conflicts,
        )
