"""Lists of sessions, and finding one by its number."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import (
    AttendanceStatus,
    MinutesStatus,
    SessionForm,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import AgendaItem, Attendance, Decision, Minutes, Session

_NUMBER = re.compile(r"№?\s*([0-9]{1,6})")


@dataclass(frozen=True, slots=True, repr=False)
class SessionRow:
    """One session in the list."""

    session_id: str
    mechanism_id: str
    number: int
    kind: SessionKind
    form: SessionForm
    status: SessionStatus
    starts_at: datetime
    place: str
    entered_later: bool
    items: int
    decisions: int
    minutes_version: int | None
    minutes_status: MinutesStatus | None
    present: int = 0
    """People present with a vote; 0 before the roll call."""
    seats: int = 0
    """Voting seats of the roll; 0 before it is made."""


def list_sessions(db: DbSession, mechanism_id: str | None = None) -> tuple[SessionRow, ...]:
    """Sessions of a mechanism (or of all), the latest first; empty before the first one."""
    query = select(Session)
    if mechanism_id is not None:
        query = query.where(Session.mechanism_id == mechanism_id)
    items = _count_by_session(list(db.scalars(select(AgendaItem.session_id))))
    decided = _count_by_session(
        list(db.scalars(select(Decision.session_id).where(Decision.number.is_not(None))))
    )
    voting = list(db.scalars(select(Attendance).where(Attendance.votes.is_(True))))
    present = _count_by_session(
        [row.session_id for row in voting if row.status is AttendanceStatus.PRESENT]
    )
    seats = _count_by_session(
        [row.session_id for row in voting if row.represents_mandate_id is None]
    )
    minutes = {row.session_id: row for row in db.scalars(select(Minutes).order_by(Minutes.version))}
    rows = sorted(db.scalars(query), key=lambda row: (row.starts_at, row.id), reverse=True)
    out = []
    for row in rows:
        version = minutes.get(row.id)
        out.append(
            SessionRow(
                row.id,
                row.mechanism_id,
                row.number,
                row.kind,
                row.form,
                row.status,
                row.starts_at,
                row.place,
                row.entered_later,
                items.get(row.id, 0),
                decided.get(row.id, 0),
                version.version if version is not None else None,
                version.status if version is not None else None,
                present.get(row.id, 0),
                seats.get(row.id, 0),
            )
        )
    return tuple(out)


def find_session(db: DbSession, text: str, mechanism_id: str | None = None) -> str:
    """Id of a session by its number or id.

    Raises: InputRefused `session.not_found`, `session.ambiguous` when several mechanisms have
    one with that number.
    """
    query = select(Session.id)
    if mechanism_id is not None:
        query = query.where(Session.mechanism_id == mechanism_id)
    cleaned = text.strip()
    number = _NUMBER.fullmatch(cleaned)
    if number is not None:
        open_ones = query.where(
            Session.number == int(number.group(1)), Session.status != SessionStatus.CANCELLED
        )
        found = list(db.scalars(open_ones))
    else:
        found = list(db.scalars(query.where(Session.id == cleaned)))
    if not found:
        raise InputRefused("session.not_found", session=text)
    if len(found) > 1:
        raise InputRefused("session.ambiguous", session=text)
    return found[0]


def _count_by_session(ids: list[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in ids:
        counts[one] = counts.get(one, 0) + 1
    return counts
