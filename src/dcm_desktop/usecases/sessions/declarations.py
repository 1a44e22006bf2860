"""Declarations of confidentiality for one session: members, their substitutes and guests (H14)."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import check_editable
from dcm_desktop.store.tables import Attendance, Guest, Session
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.naming import names_of
from dcm_desktop.usecases.sessions.presence import marking
from dcm_desktop.usecases.sessions.state import Hall, hall_of


def sign_declaration(
    db: DbSession, attendance_id: str, *, signed: bool | None = None, at: datetime
) -> Saved:
    """Whoever speaks for a seat (or a guest) accepted the duty of confidentiality for this
    session; without `signed` it changes to the opposite.
    """
    del at
    _, hall, row = marking(db, attendance_id)
    acting = hall.speaks_for(row.id)
    holder: Attendance | Guest = acting
    if acting.guest_id and (guest := db.get(Guest, acting.guest_id)) is not None:
        holder = guest
    holder.declaration_signed = (not holder.declaration_signed) if signed is None else signed
    return Saved(acting.id)


def sign_all_declarations(db: DbSession, session_id: str, *, at: datetime) -> int:
    """Everybody in the room signed (the list went round); returns how many that were."""
    session = db.get_one(Session, session_id)
    check_editable(session.status)
    missing = without_declaration(db, hall_of(db, session), _moment(session, at))
    for attendance_id in missing:
        sign_declaration(db, attendance_id, signed=True, at=at)
    return len(missing)


def without_declaration(db: DbSession, hall: Hall, at: datetime | None) -> tuple[str, ...]:
    """Rows of those in the room who have not signed; empty where the rules ask for none."""
    if not hall.rules.confidentiality_declaration:
        return ()
    ids = [row.guest_id for row in hall.roll if row.guest_id]
    guests = {one.id: one for one in db.scalars(select(Guest).where(Guest.id.in_(ids)))}
    found = []
    for row in hall.roll:
        guest = guests.get(row.guest_id or "")
        signed = guest.declaration_signed if guest is not None else row.declaration_signed
        if not signed and hall.is_present(row.id, at):
            found.append(row.id)
    return tuple(found)


def missing_declarations(db: DbSession, session_id: str, *, at: datetime) -> tuple[str, ...]:
    """Names of those in the room who have not signed, in the order of the roll."""
    session = db.get_one(Session, session_id)
    hall = hall_of(db, session)
    names = names_of(db, hall.roll, set())
    rows = without_declaration(db, hall, _moment(session, at))
    return tuple(names.of_row(row) for row in rows)


def _moment(session: Session, at: datetime) -> datetime | None:
    return None if session.opened_at is None or session.entered_later else at
