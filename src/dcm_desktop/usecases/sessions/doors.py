"""The closed part: who goes out before a confidential item, who may stay, who is called back."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import FINISHED_ITEM
from dcm_desktop.domain.terms import AttendanceCapacity, AttendanceStatus
from dcm_desktop.store.tables import AgendaItem, Guest, Session
from dcm_desktop.usecases.sessions.presence import enter
from dcm_desktop.usecases.sessions.state import Hall, hall_of, items_of


def close_doors(db: DbSession, session: Session, item: AgendaItem, *, when: datetime) -> None:
    """Send out who may not hear a closed item; call them back before an item that is not."""
    hall = hall_of(db, session)
    if not item.closed_part:
        _call_back(db, session, hall, item, when=when)
        return
    for row in hall.roll:
        stays = hall.stays.get(row.id, [])
        inside = row.status is AttendanceStatus.PRESENT and stays and stays[-1].to_at is None
        if inside and not _may_hear(db, hall, row.id, item):
            stays[-1].to_at = max(when, stays[-1].from_at)


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
    db: DbSession, session: Session, hall: Hall, item: AgendaItem, *, when: datetime
) -> None:
    closed = [
        (other.started_at, other.finished_at)
        for other in items_of(db, session.id)
        if other.closed_part and other.id != item.id and other.status in FINISHED_ITEM
    ]
    for row in hall.roll:
        stays = hall.stays.get(row.id, [])
        out = row.capacity in (AttendanceCapacity.ASSOCIATE, AttendanceCapacity.GUEST)
        left_at = stays[-1].to_at if stays else None
        if out and left_at is not None and _is_within(left_at, closed):
            enter(db, hall, row.id, when)


def _is_within(moment: datetime, spans: Sequence[tuple[datetime | None, datetime | None]]) -> bool:
    return any(
        start is not None and end is not None and start <= moment <= end for start, end in spans
    )
