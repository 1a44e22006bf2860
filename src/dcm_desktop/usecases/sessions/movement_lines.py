"""Arrivals, departures, breaks and the closed part, read from the stays for papers and lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dcm_desktop.documents.models import ClosedPart, Movement, MovementKind, Signatory
from dcm_desktop.domain import attendance as rule
from dcm_desktop.domain.terms import AttendanceCapacity, BreakKind
from dcm_desktop.domain.values import local
from dcm_desktop.store.tables import AgendaItem, Attendance, SessionBreak
from dcm_desktop.usecases.sessions.naming import Names
from dcm_desktop.usecases.sessions.state import Hall

_KIND = {
    rule.MovementKind.ARRIVED: MovementKind.ARRIVED,
    rule.MovementKind.LEFT: MovementKind.LEFT,
    rule.MovementKind.RETURNED: MovementKind.RETURNED,
}
_WITHOUT_VOTE = (AttendanceCapacity.ASSOCIATE, AttendanceCapacity.GUEST)


@dataclass(frozen=True, slots=True)
class TimedMovement:
    """A movement as printed, with the moment it belongs to."""

    moment: datetime
    line: Movement


def plain_time(moment: datetime) -> datetime:
    """Local time without zone, as the papers take it."""
    return local(moment).replace(tzinfo=None)


def session_movements(
    hall: Hall, items: Sequence[AgendaItem], names: Names, *, until: datetime | None
) -> tuple[TimedMovement, ...]:
    """All movements of a session but those of the closed part that its item tells itself."""
    opened = hall.session.opened_at
    if opened is None:
        return ()
    moves = rule.movements(
        hall.people,
        hall.rules,
        needed=hall.needed,
        start=opened,
        end=until,
        lowered=hall.lowered,
        pauses=hall.pauses,
    )
    told = _told_by_items(hall, items)
    out = [line for row in hall.breaks for line in _break_lines(hall, row)]
    if hall.lowered is not None and hall.lowered.since > opened:
        out.append(_lowered_line(hall, hall.lowered))
    for move in moves:
        ids = tuple(one for one in move.attendance_ids if (one, move.at) not in told)
        if not ids:
            continue
        counted = move.before.present != move.after.present
        line = tuple(names.of_row(one) for one in ids)
        out.append(_line(move, _KIND[move.kind], line, counted=counted))
    return tuple(sorted(out, key=lambda line: line.moment))


def _break_lines(hall: Hall, row: SessionBreak) -> list[TimedMovement]:
    """That the session stood still and went on; an interruption of the work is not told here."""
    if row.kind is BreakKind.OUTAGE:
        return []
    until = plain_time(row.planned_to_at) if row.planned_to_at is not None else None
    lines = [
        TimedMovement(
            row.from_at, Movement(plain_time(row.from_at), MovementKind.ADJOURNED, until=until)
        )
    ]
    if row.to_at is not None:
        count = hall.count(row.to_at)
        resumed = Movement(
            plain_time(row.to_at),
            MovementKind.RESUMED,
            present_after=count.present,
            quorum_after=count.has_quorum,
        )
        lines.append(TimedMovement(row.to_at, resumed))
    return lines


def _lowered_line(hall: Hall, lowered: rule.Lowered) -> TimedMovement:
    """That the quorum was lowered during the session; one lowered before stands at its opening."""
    count = hall.count(lowered.since)
    line = Movement(
        plain_time(lowered.since),
        MovementKind.QUORUM_REDUCED,
        present_after=count.present,
        quorum_before=False,
        quorum_after=count.has_quorum,
        needed=count.needed,
    )
    return TimedMovement(lowered.since, line)


def closed_part(
    hall: Hall, items: Sequence[AgendaItem], index: int, names: Names
) -> ClosedPart | None:
    """What was done for confidentiality at `items[index]`; None when it is not closed.

    Who left for the first of closed items in a row comes back after the last of them.
    """
    item = items[index]
    if not item.closed_part or item.started_at is None:
        return None
    following = items[index + 1] if index + 1 < len(items) else None
    left = _left_for(hall, item)
    outside = _outside_after(hall, items, index)
    stayed = [
        row
        for row in hall.roll
        if row.capacity is AttendanceCapacity.GUEST and hall.is_present(row.id, item.started_at)
    ]
    guests = [names.guest(row) for row in stayed]
    back = [row for row in outside if _returned_at(hall, row.id, item) is not None]
    return ClosedPart(
        guests_left=sum(1 for row in left if row.capacity is AttendanceCapacity.GUEST),
        associates_left=sum(1 for row in left if row.capacity is AttendanceCapacity.ASSOCIATE),
        stayed=tuple(
            Signatory(guest.name, guest.organisation, guest.stays_reason)
            for guest in guests
            if guest is not None
        ),
        returned=bool(back) and not (following is not None and following.closed_part),
        guests_back=sum(1 for row in back if row.capacity is AttendanceCapacity.GUEST),
        associates_back=sum(1 for row in back if row.capacity is AttendanceCapacity.ASSOCIATE),
    )


def _outside_after(hall: Hall, items: Sequence[AgendaItem], index: int) -> list[Attendance]:
    """Who left for the closed item at `index` or for the closed items just before it."""
    found: dict[str, Attendance] = {}
    while index >= 0 and items[index].closed_part:
        found |= {row.id: row for row in _left_for(hall, items[index])}
        index -= 1
    return list(found.values())


def _left_for(hall: Hall, item: AgendaItem) -> list[Attendance]:
    """Guests and associates whose stay ended when a closed item began."""
    return [
        row
        for row in hall.roll
        if row.capacity in _WITHOUT_VOTE
        and any(stay.to_at == item.started_at for stay in hall.stays.get(row.id, ()))
    ]


def _returned_at(hall: Hall, attendance_id: str, item: AgendaItem) -> datetime | None:
    """When somebody who left for a closed item came back."""
    later = [
        stay.from_at
        for stay in hall.stays.get(attendance_id, ())
        if item.started_at is not None and stay.from_at > item.started_at
    ]
    return min(later, default=None)


def _told_by_items(hall: Hall, items: Sequence[AgendaItem]) -> set[tuple[str, datetime]]:
    """(row, moment) of movements that the closed items tell: leaving, and returning after one."""
    told: set[tuple[str, datetime]] = set()
    for index, item in enumerate(items):
        if not item.closed_part or item.started_at is None:
            continue
        following = items[index + 1] if index + 1 < len(items) else None
        told |= {(row.id, item.started_at) for row in _left_for(hall, item)}
        if following is not None and following.closed_part:
            continue
        for row in _outside_after(hall, items, index):
            back = _returned_at(hall, row.id, item)
            if back is not None:
                told.add((row.id, back))
    return told


def _line(
    move: rule.Movement, kind: MovementKind, names: tuple[str, ...], *, counted: bool = True
) -> TimedMovement:
    return TimedMovement(
        move.at,
        Movement(
            at=plain_time(move.at),
            kind=kind,
            names=names,
            present_after=move.after.present if counted else None,
            quorum_before=move.before.has_quorum,
            quorum_after=move.after.has_quorum,
        ),
    )
