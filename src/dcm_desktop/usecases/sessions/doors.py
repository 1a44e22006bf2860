"""The closed part as one act: who goes out before a confidential item, who stays, who heard it.

Everybody who may not hear it goes out at once, at one time; the operator then keeps those who have
a reason to stay. So a question that nobody answers leaves nobody in the room who may not be there.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.attendance import attended
from dcm_desktop.domain.session import FINISHED_ITEM
from dcm_desktop.domain.terms import (
    AgendaItemStatus,
    AttendanceCapacity,
    AttendanceStatus,
    RoomEventKind,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import AgendaItem, Attendance, Guest, RoomEvent, Session
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.events import last_of, note_event
from dcm_desktop.usecases.sessions.naming import Names, names_of
from dcm_desktop.usecases.sessions.presence import enter, marking
from dcm_desktop.usecases.sessions.state import Hall, hall_of, items_of

_BEGUN, _ENDED = RoomEventKind.CLOSED_PART_BEGUN, RoomEventKind.CLOSED_PART_ENDED
WITHOUT_VOTE = (AttendanceCapacity.ASSOCIATE, AttendanceCapacity.GUEST)


@dataclass(frozen=True, slots=True, repr=False)
class DoorRow:
    """Somebody without a vote who was there when the closed part began. `inside`: they stayed."""

    attendance_id: str
    name: str
    institution: str
    capacity: AttendanceCapacity
    inside: bool
    declaration_signed: bool
    reason: str


@dataclass(frozen=True, slots=True, repr=False)
class ClosedPartView:
    """The closed part that goes on, and who may be asked to stay."""

    since: datetime
    item_id: str
    rows: tuple[DoorRow, ...]
    needs_declaration: bool

    @property
    def outside(self) -> int:
        """How many went out."""
        return sum(1 for row in self.rows if not row.inside)


@dataclass(frozen=True, slots=True, repr=False)
class Heard:
    """Somebody who was in the room during a closed item."""

    attendance_id: str
    name: str
    institution: str
    capacity: AttendanceCapacity


def close_doors(db: DbSession, session: Session, item: AgendaItem, *, when: datetime) -> None:
    """Send out who may not hear a closed item; call them back before an item that is not.

    The log gets the beginning and the end of the closed part.
    """
    hall = hall_of(db, session)
    begun = _running_part(db, session.id)
    if not item.closed_part:
        _call_back(db, session, hall, item, begun, when=when)
        if begun is not None:
            note_event(db, session, _ENDED, at=when, item_id=begun.item_id)
        return
    if begun is None:
        note_event(db, session, _BEGUN, at=when, item_id=item.id, count=hall.count(when))
    for row in hall.roll:
        stays = hall.stays.get(row.id, [])
        inside = row.status is AttendanceStatus.PRESENT and stays and stays[-1].to_at is None
        if inside and not _may_hear(db, hall, row.id, item):
            stays[-1].to_at = max(when, stays[-1].from_at)


def end_closed_part(
    db: DbSession, session_id: str, *, when: datetime | None = None, at: datetime
) -> Saved:
    """The closed part is over before an open item begins: those outside are called back.

    Raises: RuleBroken `closed_part.none`, `closed_part.item_running`.
    """
    session = db.get_one(Session, session_id)
    begun = _running_part(db, session_id)
    if begun is None:
        raise RuleBroken("closed_part.none")
    running = [i for i in items_of(db, session_id) if i.status is AgendaItemStatus.RUNNING]
    if any(item.closed_part for item in running):
        raise RuleBroken("closed_part.item_running")
    when = when or at
    _call_back(db, session, hall_of(db, session), None, begun, when=when)
    note_event(db, session, _ENDED, at=when, item_id=begun.item_id)
    return Saved(session_id)


def let_stay(db: DbSession, attendance_id: str, *, reason: str = "", at: datetime) -> Saved:
    """Somebody who was sent out stays after all, as if they had never left.

    A guest needs a reason; by the rules everybody a signed declaration of confidentiality.
    Raises: RuleBroken `closed_part.none`, `guest.must_leave`, `attendance.not_in_room`;
    InputRefused `guest.reason`.
    """
    del at
    session, hall, row = marking(db, attendance_id)
    begun = _running_part(db, session.id)
    stays = hall.stays.get(row.id, [])
    if begun is None:
        raise RuleBroken("closed_part.none")
    if not stays or (stays[-1].to_at is not None and stays[-1].to_at < begun.at):
        raise RuleBroken("attendance.not_in_room")
    guest = db.get(Guest, row.guest_id) if row.guest_id else None
    name = names_of(db, hall.roll, set()).of_row(row.id)
    if hall.rules.confidentiality_declaration and not _signed(row, guest):
        raise RuleBroken("guest.must_leave", person=name)
    text = check_line(reason, name="reason", max_len=300, required=False)
    if guest is not None:
        guest.stays_reason = text or guest.stays_reason
        if not guest.stays_reason:
            raise InputRefused("guest.reason", field="stays_reason")
        guest.stays_for_closed = True
    stays[-1].to_at = None
    return Saved(row.id)


def send_out(
    db: DbSession, attendance_id: str, *, when: datetime | None = None, at: datetime
) -> Saved:
    """Somebody without a vote leaves the closed part after all.

    Raises: RuleBroken `closed_part.none`, `attendance.not_in_room`.
    """
    session, hall, row = marking(db, attendance_id)
    if _running_part(db, session.id) is None:
        raise RuleBroken("closed_part.none")
    stays = hall.stays.get(row.id, [])
    if not stays or stays[-1].to_at is not None or row.capacity not in WITHOUT_VOTE:
        raise RuleBroken("attendance.not_in_room")
    guest = db.get(Guest, row.guest_id) if row.guest_id else None
    if guest is not None:
        guest.stays_for_closed = False
    stays[-1].to_at = max(when or at, stays[-1].from_at)
    return Saved(row.id)


def closed_part_view(
    db: DbSession, hall: Hall, names: Names, at: datetime | None
) -> ClosedPartView | None:
    """The closed part that goes on; None otherwise."""
    begun = _running_part(db, hall.session.id)
    if begun is None:
        return None
    rows = []
    for row in hall.roll:
        stays = hall.stays.get(row.id, [])
        if row.capacity not in WITHOUT_VOTE or not stays:
            continue
        if stays[-1].to_at is not None and stays[-1].to_at < begun.at:
            continue
        guest = names.guest(row)
        rows.append(
            DoorRow(
                row.id,
                names.of_row(row.id),
                guest.organisation if guest else names.institution(row.institution_id),
                row.capacity,
                hall.is_present(row.id, at),
                _signed(row, guest),
                guest.stays_reason if guest else "",
            )
        )
    return ClosedPartView(
        begun.at, begun.item_id or "", tuple(rows), hall.rules.confidentiality_declaration
    )


def heard_by(db: DbSession, item_id: str) -> tuple[Heard, ...]:
    """Who was in the room at any moment of an item: for a closed one the list of who heard it."""
    item = db.get_one(AgendaItem, item_id)
    if item.started_at is None:
        return ()
    hall = hall_of(db, db.get_one(Session, item.session_id))
    names = names_of(db, hall.roll, set())
    people = {person.attendance_id: person for person in hall.people}
    found = []
    for row in hall.roll:
        if not attended(people[row.id], item.started_at, item.finished_at):
            continue
        guest = names.guest(row)
        institution = guest.organisation if guest else names.institution(row.institution_id)
        found.append(Heard(row.id, names.of_row(row.id), institution, row.capacity))
    return tuple(found)


def totals_by_institution(heard: Sequence[Heard]) -> tuple[tuple[str, int], ...]:
    """How many people of each institution were there, the most first. Unit: people."""
    counted = Counter(row.institution for row in heard if row.institution)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))


def _running_part(db: DbSession, session_id: str) -> RoomEvent | None:
    row = last_of(db, session_id, _BEGUN, _ENDED)
    return row if row is not None and row.kind is _BEGUN else None


def _signed(row: Attendance, guest: Guest | None) -> bool:
    return guest.declaration_signed if guest is not None else row.declaration_signed


def _may_hear(db: DbSession, hall: Hall, attendance_id: str, item: AgendaItem) -> bool:
    row = hall.row(attendance_id)
    if row.capacity is AttendanceCapacity.ASSOCIATE:
        reports = row.person_id is not None and row.person_id == item.rapporteur_person_id
        return row.votes or reports
    if row.capacity is not AttendanceCapacity.GUEST:
        return True
    guest = db.get(Guest, row.guest_id) if row.guest_id else None
    if guest is None:
        return row.person_id is not None and row.person_id == item.rapporteur_person_id
    signed = guest.declaration_signed or not hall.rules.confidentiality_declaration
    return guest.stays_for_closed and signed


def _call_back(
    db: DbSession,
    session: Session,
    hall: Hall,
    item: AgendaItem | None,
    begun: RoomEvent | None,
    *,
    when: datetime,
) -> None:
    closed: list[tuple[datetime | None, datetime | None]] = [
        (other.started_at, other.finished_at)
        for other in items_of(db, session.id)
        if other.closed_part
        and (item is None or other.id != item.id)
        and other.status in FINISHED_ITEM
    ]
    if begun is not None:
        closed.append((begun.at, when))
    for row in hall.roll:
        stays = hall.stays.get(row.id, [])
        left_at = stays[-1].to_at if stays else None
        if row.capacity in WITHOUT_VOTE and left_at is not None and _is_within(left_at, closed):
            enter(db, hall, row.id, when)


def _is_within(moment: datetime, spans: Sequence[tuple[datetime | None, datetime | None]]) -> bool:
    return any(
        start is not None and end is not None and start <= moment <= end for start, end in spans
    )
