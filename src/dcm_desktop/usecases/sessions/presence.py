"""Stays in the room: begin, end, take back. What they mean is `domain.attendance`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import check_editable
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import Attendance, PresenceInterval, Session
from dcm_desktop.usecases.saving import new_id
from dcm_desktop.usecases.sessions.events import note_crossing
from dcm_desktop.usecases.sessions.state import Hall, hall_of


def marking(db: DbSession, attendance_id: str) -> tuple[Session, Hall, Attendance]:
    """The session, its room and one row, ready to be changed. Raises: as `check_editable`."""
    session = db.get_one(Session, db.get_one(Attendance, attendance_id).session_id)
    check_editable(session.status)
    hall = hall_of(db, session)
    return session, hall, hall.row(attendance_id)


@contextmanager
def moving(
    db: DbSession, attendance_id: str, when: datetime
) -> Iterator[tuple[Session, Hall, Attendance]]:
    """As `marking`, around an act that may change who counts at `when`: a quorum that is lost or
    gained by it gets its line in the log, in the same transaction.
    """
    session, hall, row = marking(db, attendance_id)
    with watching(db, session, hall, when):
        yield session, hall, row


@contextmanager
def watching(db: DbSession, session: Session, hall: Hall, when: datetime) -> Iterator[None]:
    """Note the quorum that an act on the room crosses. `hall` is the room before it."""
    before = hall.count(when)
    yield
    note_crossing(db, session, before, hall.again().count(when), at=when)


def enter(db: DbSession, hall: Hall, attendance_id: str, when: datetime) -> None:
    """Begin a stay unless one is running. Raises: RuleBroken `attendance.overlap`."""
    stays = hall.stays.get(attendance_id, [])
    if stays and stays[-1].to_at is None:
        return
    if stays and stays[-1].to_at is not None and when < stays[-1].to_at:
        raise RuleBroken("attendance.overlap", field="arrived_at")
    if stays and stays[-1].to_at == when:
        stays[-1].to_at = None
        return
    add_stay(db, hall, attendance_id, when, None)


def add_stay(
    db: DbSession, hall: Hall, attendance_id: str, start: datetime, end: datetime | None
) -> None:
    """One more stay; an open end means still there."""
    stay = PresenceInterval(id=new_id(db), attendance_id=attendance_id, from_at=start, to_at=end)
    db.add(stay)
    hall.stays.setdefault(attendance_id, []).append(stay)


def leave(hall: Hall, attendance_id: str, when: datetime, *, live: bool) -> None:
    """End a running stay; before the opening it never was."""
    stays = hall.stays.get(attendance_id, [])
    if not live:
        drop_stays(hall, attendance_id)
    elif stays and stays[-1].to_at is None:
        stays[-1].to_at = max(when, stays[-1].from_at)


def has_left(hall: Hall, attendance_id: str, when: datetime) -> bool:
    """Whether the last stay of somebody ended by then."""
    stays = hall.stays.get(attendance_id, [])
    return bool(stays) and stays[-1].to_at is not None and stays[-1].to_at <= when


def drop_stays(hall: Hall, attendance_id: str) -> None:
    """Take every stay of somebody back."""
    for stay in hall.stays.pop(attendance_id, []):
        stay.deleted = True


def forget(hall: Hall, row: Attendance) -> None:
    """Take a row of the roll back, with its stays."""
    drop_stays(hall, row.id)
    row.deleted = True
