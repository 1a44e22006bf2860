"""Breaks: a pause of minutes, or the session put off to another day and continued then.

In a pause nobody is sent away: who does not come back is marked when it ends. Over night everybody
goes home and the roll is called anew. Source: domain reference, section 4.2 (Session: open ⇄
adjourned); sessions anchor, E3.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import require
from dcm_desktop.domain.session import check_times, next_status
from dcm_desktop.domain.terms import AttendanceStatus, BreakKind, SessionAction
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import Session, SessionBreak
from dcm_desktop.usecases.saving import Saved, new_id, saved
from dcm_desktop.usecases.sessions.events import note_crossing
from dcm_desktop.usecases.sessions.speeches import pause_speeches
from dcm_desktop.usecases.sessions.state import Hall, hall_of

_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, repr=False)
class PauseView:
    """The break that goes on. `awaited`: how many were there before a night and are not asked."""

    break_id: str
    kind: BreakKind
    from_at: datetime
    planned_to_at: datetime | None
    reason: str
    awaited: int


def adjourn_session(
    db: DbSession,
    session_id: str,
    *,
    kind: BreakKind = BreakKind.BREAK,
    planned_to_at: datetime | None = None,
    reason: str = "",
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """A break (`F2`), or the end for today: the session stands still until it is resumed.

    `planned_to_at`: until when. Raises: RuleBroken `session.transition`, `session.too_long` for a
    day of more than twelve hours; InputRefused `break.planned_past`.
    """
    row = db.get_one(Session, session_id)
    status = next_status(row.status, SessionAction.ADJOURN)
    hall, when = hall_of(db, row), when or at
    pause_speeches(db, session_id, at=when)
    if planned_to_at is not None and planned_to_at <= when:
        raise InputRefused("break.planned_past", field="planned_to_at")
    if kind is BreakKind.ANOTHER_DAY:
        require(check_times(hall.day_began_at or row.starts_at, max(when, row.starts_at)))
        _send_home(hall, when)
    row.status = status
    db.add(
        SessionBreak(
            id=new_id(db),
            session_id=session_id,
            kind=kind,
            from_at=when,
            planned_to_at=planned_to_at,
            reason=check_line(reason, name="reason", max_len=200, required=False),
        )
    )
    return saved(db, row, (), at=at)


def put_off(
    db: DbSession, session_id: str, planned_to_at: datetime | None = None, *, at: datetime
) -> Saved:
    """The running break lasts until another day: everybody went home when it began.

    Raises: RuleBroken `break.none`, `session.too_long`; InputRefused `break.planned_past`.
    """
    del at
    session = db.get_one(Session, session_id)
    hall = hall_of(db, session)
    row = _running(hall)
    if row is None:
        raise RuleBroken("break.none")
    if planned_to_at is not None and planned_to_at <= row.from_at:
        raise InputRefused("break.planned_past", field="planned_to_at")
    require(check_times(hall.day_began_at or session.starts_at, row.from_at))
    row.kind, row.planned_to_at = BreakKind.ANOTHER_DAY, planned_to_at
    _send_home(hall, row.from_at)
    return Saved(row.id)


def plan_resumption(
    db: DbSession, session_id: str, planned_to_at: datetime | None, *, at: datetime
) -> Saved:
    """Change until when the running break lasts. Raises: RuleBroken `break.none`."""
    del at
    row = _running(hall_of(db, db.get_one(Session, session_id)))
    if row is None:
        raise RuleBroken("break.none")
    if planned_to_at is not None and planned_to_at <= row.from_at:
        raise InputRefused("break.planned_past", field="planned_to_at")
    row.planned_to_at = planned_to_at
    return Saved(row.id)


def resume_session(
    db: DbSession, session_id: str, *, when: datetime | None = None, at: datetime
) -> Saved:
    """Go on after a break; the quorum is checked against that before it and a loss is noted.

    After a night the roll must have been called. Raises: RuleBroken `session.transition`,
    `attendance.nobody`.
    """
    row = db.get_one(Session, session_id)
    status = next_status(row.status, SessionAction.RESUME)
    hall, when = hall_of(db, row), when or at
    pause = _running(hall)
    if pause is not None:
        when = max(when, pause.from_at)
        if not any(hall.is_present(one.id, when) for one in hall.roll):
            raise RuleBroken("attendance.nobody")
        pause.to_at = when
    row.status = status
    if pause is not None:
        before = hall.count(pause.from_at - _INSTANT)
        note_crossing(db, row, before, hall.count(when), at=when)
    return saved(db, row, (), at=at)


def pause_view(hall: Hall) -> PauseView | None:
    """The break that goes on; None while the session is at work."""
    row = _running(hall)
    if row is None:
        return None
    awaited = sum(1 for one in hall.roll if hall.is_awaited_again(one))
    return PauseView(row.id, row.kind, row.from_at, row.planned_to_at, row.reason, awaited)


def _running(hall: Hall) -> SessionBreak | None:
    return next((row for row in reversed(hall.breaks) if row.to_at is None), None)


def _send_home(hall: Hall, when: datetime) -> None:
    for attendance in hall.roll:
        stays = hall.stays.get(attendance.id, [])
        if attendance.status is AttendanceStatus.PRESENT and stays and stays[-1].to_at is None:
            stays[-1].to_at = max(when, stays[-1].from_at)
