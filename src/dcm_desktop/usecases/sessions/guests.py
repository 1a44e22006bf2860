"""Guests of a session: invited people without a vote; their rows never travel."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import AttendanceCapacity, AttendanceMode, AttendanceStatus
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import Attendance, Guest, PresenceInterval, Session
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.presence import forget, marking


@dataclass(frozen=True, slots=True, repr=False)
class GuestData:
    """The form of a guest. `stays_for_closed` needs a reason and, by the rules, a declaration."""

    name: str
    organisation: str = ""
    position: str = ""
    institution_id: str | None = None
    item_ids: tuple[str, ...] = ()
    stays_for_closed: bool = False
    stays_reason: str = ""
    declaration_signed: bool = False


def add_guest(
    db: DbSession,
    session_id: str,
    data: GuestData,
    *,
    present: bool = True,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """An invited person; returns the row of the roll.

    Raises: InputRefused for a field (`guest.reason` when they stay for the closed part without
    one).
    """
    session = db.get_one(Session, session_id)
    check_editable(session.status)
    guest = Guest(id=new_id(db), session_id=session_id, **_guest_values(data))
    db.add(guest)
    row = Attendance(
        id=new_id(db),
        session_id=session_id,
        guest_id=guest.id,
        institution_id=data.institution_id,
        capacity=AttendanceCapacity.GUEST,
        status=AttendanceStatus.PRESENT if present else AttendanceStatus.EXPECTED,
        mode=AttendanceMode.IN_PERSON,
        votes=False,
        roll_no=0,
    )
    db.add(row)
    if present:
        db.add(PresenceInterval(id=new_id(db), attendance_id=row.id, from_at=when or at))
    return Saved(row.id)


def update_guest(db: DbSession, attendance_id: str, data: GuestData, *, at: datetime) -> Saved:
    """Save the form of a guest. Raises: as `add_guest`."""
    del at
    _, _, row = marking(db, attendance_id)
    guest = db.get_one(Guest, row.guest_id)
    for key, value in _guest_values(data).items():
        setattr(guest, key, value)
    row.institution_id = data.institution_id
    return Saved(row.id)


def remove_guest(db: DbSession, attendance_id: str, *, at: datetime) -> None:
    """Take back a guest entered by mistake."""
    del at
    _, hall, row = marking(db, attendance_id)
    guest = db.get(Guest, row.guest_id) if row.guest_id else None
    if guest is not None:
        guest.deleted = True
    forget(hall, row)


def get_guest(db: DbSession, attendance_id: str) -> GuestData:
    """The form of a guest as it is stored."""
    guest = db.get_one(Guest, db.get_one(Attendance, attendance_id).guest_id)
    return GuestData(
        guest.name,
        guest.organisation,
        guest.position,
        guest.institution_id,
        tuple(guest.item_ids or ()),
        guest.stays_for_closed,
        guest.stays_reason,
        guest.declaration_signed,
    )


def _guest_values(data: GuestData) -> dict[str, object]:
    reason = check_line(data.stays_reason, name="reason", max_len=300, required=False)
    if data.stays_for_closed and not reason:
        raise InputRefused("guest.reason", field="stays_reason")
    return {
        "name": check_line(data.name, name="name", max_len=120, field="guest_name"),
        "organisation": check_line(
            data.organisation, name="organisation", max_len=200, field="organisation"
        ),
        "position": check_line(data.position, name="position", max_len=120, required=False),
        "institution_id": data.institution_id,
        "item_ids": list(data.item_ids),
        "stays_for_closed": data.stays_for_closed,
        "stays_reason": reason,
        "declaration_signed": data.declaration_signed,
    }
