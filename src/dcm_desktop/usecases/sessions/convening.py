"""Convening as one screen shows it: the session, the notice log, what members said."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.domain.values import local_date
from dcm_desktop.store.tables import Session
from dcm_desktop.usecases.sessions.expected import ExpectedView, list_expected
from dcm_desktop.usecases.sessions.notices import NoticeLog, list_notices
from dcm_desktop.usecases.sessions.reconvening import successor_of


@dataclass(frozen=True, slots=True, repr=False)
class ConveningView:
    """Everything about who was told and who will come.

    `successor_id`: the session called instead of this one. `has_come`: its day is here or past.
    """

    session_id: str
    mechanism_id: str
    number: int
    status: SessionStatus
    starts_at: datetime
    ends_at: datetime | None
    place: str
    log: NoticeLog
    expected: ExpectedView
    successor_id: str
    has_come: bool


def get_convening(db: DbSession, session_id: str, *, at: datetime) -> ConveningView:
    """Convening of one session."""
    row = db.get_one(Session, session_id)
    successor = None
    if row.status is SessionStatus.NO_QUORUM:
        successor = successor_of(db, row)
    return ConveningView(
        row.id,
        row.mechanism_id,
        row.number,
        row.status,
        row.starts_at,
        row.ends_at,
        row.place,
        list_notices(db, session_id, today=local_date(at)),
        list_expected(db, session_id),
        successor.id if successor is not None else "",
        local_date(at) >= local_date(row.starts_at),
    )
