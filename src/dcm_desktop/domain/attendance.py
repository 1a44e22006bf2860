"""Who is in the room at a moment, who may vote, and what leaving or arriving does to the quorum.

Everything is derived from dated presence; nothing is counted by hand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from dcm_desktop.domain.findings import Finding, blocker, warning
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import AttendanceCapacity, AttendanceMode, AttendanceStatus


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay in the room; `end` None means still there. Aware times; the end is exclusive."""

    start: datetime
    end: datetime | None = None

    def covers(self, at: datetime) -> bool:
        """Whether the moment lies in this stay."""
        return self.start <= at and (self.end is None or at < self.end)


@dataclass(frozen=True, slots=True)
class Participant:
    """One row of the roll in the form the rules can read.

    `mandate_id` is the person's own seat, `represents` the seat of the member replaced. `votes`
    tells whether that seat has a vote this day; `authorised` whether a substitute holds a mandate
    of this day. `stays` empty means: counted by `status` alone (a session entered later).
    """

    attendance_id: str
    capacity: AttendanceCapacity
    status: AttendanceStatus = AttendanceStatus.EXPECTED
    mode: AttendanceMode = AttendanceMode.IN_PERSON
    votes: bool = False
    mandate_id: str | None = None
    represents: str | None = None
    authorised: bool = True
    stays: tuple[Stay, ...] = ()

    @property
    def seat(self) -> str | None:
        """The mandate this person speaks for."""
        return self.represents or self.mandate_id


@dataclass(frozen=True, slots=True)
class Headcount:
    """The room at one moment. Unit: people.

    `present` are those who count to the quorum, `by_substitute` of them through a substitute,
    `entitled` the votes there are (with associates where the rules let them, and `by_proxy` of
    members who are not here), `needed` the quorum.
    """

    present: int
    by_substitute: int
    entitled: int
    needed: int
    by_proxy: int = 0

    @property
    def has_quorum(self) -> bool:
        """Whether the session can decide."""
        return self.present >= self.needed

    @property
    def to_spare(self) -> int:
        """How many may leave before the quorum is lost; negative: how many are missing."""
        return self.present - self.needed


@dataclass(frozen=True, slots=True)
class Lowered:
    """The smaller quorum after waiting, and since when it holds. Unit: people."""

    since: datetime
    needed: int


@dataclass(frozen=True, slots=True)
class Pause:
    """The session stood still; `end` None means still. Both ends belong to it."""

    start: datetime
    end: datetime | None = None

    def covers(self, at: datetime) -> bool:
        """Whether the moment lies in this pause."""
        return self.start <= at and (self.end is None or at <= self.end)


def needed_at(needed: int, lowered: Lowered | None, at: datetime | None) -> int:
    """The quorum that holds at a moment (`at` None: at the end). Unit: people.

    Source: domain reference, section 4.2 (`reduced_quorum_after_min`).
    """
    if lowered is None or (at is not None and at < lowered.since):
        return needed
    return min(needed, lowered.needed)


def is_present(person: Participant, at: datetime | None) -> bool:
    """Whether somebody is in the room at a moment (`at` None: at any time of the session)."""
    if person.status is not AttendanceStatus.PRESENT:
        return False
    if at is None or not person.stays:
        return True
    return any(stay.covers(at) for stay in person.stays)


def entitled(
    people: Iterable[Participant], rules: Rules, at: datetime | None
) -> tuple[Participant, ...]:
    """Those present who may vote, one per seat, in the order given.

    A member in the room excludes the substitute for the same seat; a substitute votes only if
    authorised for the day and the rules say so; remote participants only if remote counts;
    associates only if the rules let them vote; guests never.
    Source: domain reference, section 4.2 (Attendance, Vote).
    """
    return _one_per_seat([p for p in people if _may_vote(p, rules, at)])


def counts_to_quorum(
    people: Iterable[Participant], rules: Rules, at: datetime | None
) -> tuple[Participant, ...]:
    """Those entitled who also count to the quorum: associates never do.

    Source: domain reference, section 4.2 (Vote: quorum counts voting permanent members present).
    """
    return tuple(
        person
        for person in entitled(people, rules, at)
        if person.capacity is not AttendanceCapacity.ASSOCIATE
    )


def headcount(
    people: Iterable[Participant],
    rules: Rules,
    *,
    needed: int,
    at: datetime | None,
    by_proxy: int = 0,
) -> Headcount:
    """The room at a moment (`at` None: everybody who came); `by_proxy`: proxies that count."""
    kept = tuple(people)
    counted = counts_to_quorum(kept, rules, at)
    return Headcount(
        present=len(counted),
        by_substitute=sum(1 for p in counted if p.represents is not None),
        entitled=len(entitled(kept, rules, at)) + by_proxy,
        needed=needed,
        by_proxy=by_proxy,
    )


def attended(person: Participant, start: datetime, end: datetime | None) -> bool:
    """Whether somebody was in the room at any moment of an item from `start` to `end`.

    `end` None means the item is still running. Attendance of an item is always derived.
    Source: issue „session room“; sessions anchor, part C.
    """
    if person.status is not AttendanceStatus.PRESENT:
        return False
    if not person.stays:
        return True
    return any(
        (end is None or stay.start < max(end, start + timedelta.resolution))
        and (stay.end is None or stay.end > start)
        for stay in person.stays
    )


class MovementKind(StrEnum):
    """Somebody came late, left, or came back."""

    ARRIVED = "arrived"
    LEFT = "left"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Movement:
    """One arrival or departure with the room before and after it."""

    at: datetime
    kind: MovementKind
    attendance_ids: tuple[str, ...]
    before: Headcount
    after: Headcount

    @property
    def quorum_lost(self) -> bool:
        """Whether this movement took the quorum away."""
        return self.before.has_quorum and not self.after.has_quorum

    @property
    def quorum_restored(self) -> bool:
        """Whether this movement brought the quorum."""
        return not self.before.has_quorum and self.after.has_quorum


def movements(
    people: Sequence[Participant],
    rules: Rules,
    *,
    needed: int,
    start: datetime,
    end: datetime | None = None,
    lowered: Lowered | None = None,
    pauses: Sequence[Pause] = (),
) -> tuple[Movement, ...]:
    """Arrivals after the opening and departures before the closing, in order of time.

    People who move at the same moment in the same direction are one movement; departures stand
    before arrivals, so that an exchange of member and substitute shows the lower count between.
    Who comes and goes while the session stands still moves once, at its end: only the difference
    is told. Source: domain reference, section 5.2, point 8; sessions anchor, E3.
    """
    moves: dict[tuple[datetime, bool, MovementKind], list[str]] = {}
    for person in people:
        if person.status is not AttendanceStatus.PRESENT:
            continue
        for index, stay in enumerate(sorted(person.stays, key=lambda s: s.start)):
            if stay.start == stay.end:
                continue
            if stay.start > start and (end is None or stay.start < end):
                kind = MovementKind.RETURNED if index else MovementKind.ARRIVED
                moves.setdefault((stay.start, True, kind), []).append(person.attendance_id)
            if stay.end is not None and stay.end > start and (end is None or stay.end < end):
                key = (stay.end, False, MovementKind.LEFT)
                moves.setdefault(key, []).append(person.attendance_id)
    room = {person.attendance_id for person in people if is_present(person, start)}
    moves = _after_pauses(moves, room, pauses)
    found = []
    before = _count_room(people, room, rules, needed_at(needed, lowered, start))
    for (moment, arriving, kind), ids in sorted(moves.items(), key=lambda move: move[0]):
        room = room | set(ids) if arriving else room - set(ids)
        after = _count_room(people, room, rules, needed_at(needed, lowered, moment))
        before = replace(before, needed=after.needed)
        found.append(Movement(moment, kind, tuple(ids), before, after))
        before = after
    return tuple(found)


_Moves = dict[tuple[datetime, bool, MovementKind], list[str]]


def _after_pauses(moves: _Moves, room: set[str], pauses: Sequence[Pause]) -> _Moves:
    """The moves with those inside a pause folded into their difference at its end."""
    if not pauses:
        return moves
    kept: _Moves = {}
    inside, ever = set(room), set(room)
    waiting: tuple[Pause, set[str]] | None = None
    for (moment, arriving, kind), ids in sorted(moves.items(), key=lambda move: move[0]):
        if waiting is not None and not waiting[0].covers(moment):
            _fold(kept, waiting, inside, ever)
            waiting = None
        pause = next((one for one in pauses if one.covers(moment)), None)
        if pause is None:
            kept[moment, arriving, kind] = list(ids)
        elif waiting is None:
            waiting = (pause, set(inside))
        inside = inside | set(ids) if arriving else inside - set(ids)
        if pause is None:
            ever |= inside
    if waiting is not None:
        _fold(kept, waiting, inside, ever)
    return kept


def _fold(kept: _Moves, waiting: tuple[Pause, set[str]], inside: set[str], ever: set[str]) -> None:
    """Write the difference that a pause made; nothing while it goes on."""
    pause, before = waiting
    if pause.end is None:
        return
    for one in sorted(before - inside):
        kept.setdefault((pause.end, False, MovementKind.LEFT), []).append(one)
    for one in sorted(inside - before):
        kind = MovementKind.RETURNED if one in ever else MovementKind.ARRIVED
        kept.setdefault((pause.end, True, kind), []).append(one)
    ever |= inside


def quorum_crossings(moves: Iterable[Movement]) -> tuple[Movement, ...]:
    """The movements by which the quorum was lost or restored; each gets a line in the record."""
    return tuple(move for move in moves if move.quorum_lost or move.quorum_restored)


def check_stays(
    stays: Sequence[Stay], *, opened_at: datetime | None = None, ended_at: datetime | None = None
) -> tuple[Finding, ...]:
    """Stays of one person: in order, not overlapping, inside the session.

    Somebody may be in the hall before the opening. Source: domain reference, section 4.2
    (Attendance) and 7.
    """
    found = []
    ordered = sorted(stays, key=lambda stay: stay.start)
    for stay in ordered:
        if stay.end is not None and stay.end < stay.start:
            found.append(blocker("attendance.left_before_arrived", field="left_at"))
        elif (ended_at is not None and stay.start > ended_at) or (
            opened_at is not None and stay.end is not None and stay.end < opened_at
        ):
            found.append(blocker("attendance.outside_session"))
    for one, other in pairwise(ordered):
        if one.end is None or one.end > other.start:
            found.append(blocker("attendance.overlap"))
    return tuple(found)


def check_roll(people: Sequence[Participant]) -> tuple[Finding, ...]:
    """Nobody marked present blocks; a substitute without mandate of the day only warns.

    Source: domain reference, section 7 (Attendance, Substitute).
    """
    found = []
    if not any(person.status is AttendanceStatus.PRESENT for person in people):
        found.append(blocker("attendance.nobody"))
    unauthorised = [
        person
        for person in people
        if person.represents is not None
        and person.status is AttendanceStatus.PRESENT
        and not person.authorised
    ]
    if unauthorised:
        found.append(warning("substitute.no_document", n=len(unauthorised)))
    return tuple(found)


def double_seats(people: Sequence[Participant], at: datetime | None = None) -> tuple[str, ...]:
    """Seats for which a member and a substitute are both in the room; only the member counts.

    Source: domain reference, section 7 (Substitute: present together with the member).
    """
    members = {p.mandate_id for p in people if p.represents is None and is_present(p, at)}
    return tuple(
        person.represents
        for person in people
        if person.represents is not None and person.represents in members and is_present(person, at)
    )


def _may_vote(person: Participant, rules: Rules, at: datetime | None) -> bool:
    if person.seat is None or not person.votes or not is_present(person, at):
        return False
    if person.capacity is AttendanceCapacity.GUEST:
        return False
    if person.capacity is AttendanceCapacity.ASSOCIATE and not rules.associates_vote:
        return False
    if person.mode is AttendanceMode.REMOTE and not rules.remote_counts:
        return False
    return person.represents is None or (person.authorised and rules.substitute_votes)


def _one_per_seat(people: Sequence[Participant]) -> tuple[Participant, ...]:
    own = {person.seat for person in people if person.represents is None}
    kept: dict[str | None, Participant] = {}
    for person in people:
        if person.represents is None or person.seat not in own:
            kept.setdefault(person.seat, person)
    return tuple(kept.values())


def _count_room(
    people: Sequence[Participant], room: set[str], rules: Rules, needed: int
) -> Headcount:
    inside = [replace(p, stays=()) for p in people if p.attendance_id in room]
    return headcount(inside, rules, needed=needed, at=None)
