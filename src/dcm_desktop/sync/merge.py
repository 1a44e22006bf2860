"""Pure merge of one record: registers per merge group, tombstone, seal. No store, no clock.

A *dot* is (replica, seq): the seq-th change made by one life of one store. A *version* is what a
dot wrote to one merge group. A *register* is the set of versions nobody has superseded, and `seen`:
the highest seq per replica known for that group. Merging is a join of a lattice: any order, any
repetition and any gap give the same result.

How two versions meet, by class of the group: `ask` and `long` keep both, show the higher one and
ask a person; `quiet` keeps both and asks nobody (agenda position, roll number); `set` groups have
one register per element (`risk_factors:poverty`), so two additions meet as one, and only a removal
against a new addition asks. Every kind follows these rules; none has one of its own:

- mechanism, rules, institution, person, mandate: `ask` by column; an end and its reason, and a vote
  and its reason, are one group each.
- session, agenda_item, attendance, vote, decision: `ask`; the counts of a vote with its result, the
  number of a decision with its sequence; `quiet` order of the agenda and of the roll.
- case: (status, closed_on, close_reason) and (consent, date, document) are one group each;
  typologies, factors and measures are `set`; the summaries are `long`.
- child, action_item, pledge, minutes and the dated rows: `ask`; term and status of a task are
  groups.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dcm_desktop.store.plain import canonical
from dcm_desktop.store.registers import DELETED

Dot = tuple[str, int]
Seen = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Version:
    """What one dot wrote to a group.

    `value` is plain; for `_deleted` it is null or a mapping of what the deleter had seen.
    """

    dot: Dot
    hlc: int
    value: object
    base: object = None
    author: str = ""
    seal: bool = False

    def rank(self) -> tuple[bool, int, str, int]:
        """Order in which the shown version is chosen: seal, clock, replica; same on every store."""
        return (self.seal, self.hlc, *self.dot)


@dataclass(frozen=True, slots=True)
class Register:
    """Live versions (at most one per dot, sorted by dot) and everything known of the group."""

    live: tuple[Version, ...] = ()
    seen: Seen = field(default_factory=dict)

    def winner(self) -> Version | None:
        """The version that is shown until a person decides."""
        return max(self.live, key=Version.rank, default=None)

    def is_conflict(self) -> bool:
        """Whether live versions differ in value; equal values ask no question."""
        return len({canonical(version.value) for version in self.live}) > 1


@dataclass(frozen=True, slots=True)
class Record:
    """Registers of one record, and `touched`: every change of it, also those hidden at a level."""

    groups: Mapping[str, Register] = field(default_factory=dict)
    touched: Seen = field(default_factory=dict)

    def is_visible(self) -> bool:
        """Hidden when deleted and everything done to it was seen by somebody who deleted it."""
        live = self.groups.get(DELETED, Register()).live
        if not live or any(version.value is None for version in live):
            return True
        saw: dict[str, int] = {}
        for version in live:
            if isinstance(version.value, Mapping):
                saw = join_seen(saw, version.value)
            saw = join_seen(saw, {version.dot[0]: version.dot[1]})
        return any(seq > saw.get(replica, 0) for replica, seq in self.touched.items())


def join_seen(one: Seen, other: Seen) -> dict[str, int]:
    """Highest seq per replica of two vectors."""
    out = dict(one)
    for replica, seq in other.items():
        if seq > out.get(replica, 0):
            out[replica] = seq
    return out


def covers(seen: Seen, dot: Dot) -> bool:
    """Whether a vector includes a dot."""
    return seen.get(dot[0], 0) >= dot[1]


def join(one: Register, other: Register) -> Register:
    """Versions both hold, and those of one side that the other has never seen.

    A sealed version is never superseded. Source: exchange design, rules 2 and 10.
    """
    mine = {version.dot: version for version in one.live}
    theirs = {version.dot: version for version in other.live}
    keep = {
        dot: version
        for dot, version in theirs.items()
        if dot in mine or version.seal or not covers(one.seen, dot)
    }
    keep |= {
        dot: version
        for dot, version in mine.items()
        if dot in theirs or version.seal or not covers(other.seen, dot)
    }
    return Register(tuple(keep[dot] for dot in sorted(keep)), join_seen(one.seen, other.seen))


def write(
    register: Register, dot: Dot, hlc: int, value: object, *, seen: Seen | None = None
) -> Register:
    """A local edit; `seen` is what its form showed when it was opened (default: all of it)."""
    known = register.seen if seen is None else seen
    shown = max(
        (version for version in register.live if covers(known, version.dot)),
        key=Version.rank,
        default=None,
    )
    made = Version(dot, hlc, value, shown.value if shown else None)
    return join(register, Register((made,), join_seen(known, {dot[0]: dot[1]})))


def join_record(one: Record, other: Record) -> Record:
    """Both sides' registers joined group by group."""
    names = [*one.groups, *(name for name in other.groups if name not in one.groups)]
    empty = Register()
    groups = {
        name: join(one.groups.get(name, empty), other.groups.get(name, empty)) for name in names
    }
    return Record(groups, join_seen(one.touched, other.touched))


def only_groups(record: Record, allowed: Iterable[str]) -> Record:
    """What an identity level may see; `touched` stays whole, so deletion means the same for all."""
    names = {*allowed, DELETED}
    return Record(
        {
            name: register
            for name, register in record.groups.items()
            if name.partition(":")[0] in names
        },
        record.touched,
    )
