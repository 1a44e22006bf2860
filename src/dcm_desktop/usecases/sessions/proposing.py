"""What the form of a new session shows first."""

from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import next_number
from dcm_desktop.domain.terms import SessionForm, SessionKind, SessionStatus
from dcm_desktop.domain.values import at_local, local, local_date
from dcm_desktop.domain.workdays import next_workday
from dcm_desktop.store.tables import Mechanism, SessionTemplate
from dcm_desktop.usecases.sessions.prepare import (
    SessionData,
    sessions_of,
    used_of,
    usual_people,
)
from dcm_desktop.usecases.sessions.schedule import start_by_rule

_USUAL_STEP = timedelta(days=28)


def propose_session(
    db: DbSession, mechanism_id: str, *, template_id: str | None = None, at: datetime
) -> SessionData:
    """What the form of a new session shows first: number, date, place, chair, minutes taker.

    A template gives kind and form, and place and hour where it has them.

    The date is that set by the last session, else that of the schedule rule, else four weeks after
    the last one; the last two on a working day.
    """
    mechanism = db.get_one(Mechanism, mechanism_id)
    rows = [
        row for row in sessions_of(db, mechanism_id) if row.status is not SessionStatus.CANCELLED
    ]
    last = max(rows, key=lambda row: row.starts_at, default=None)
    starts_at = at_local(next_workday(local_date(at) + _USUAL_STEP), local(at).time().min)
    starts_at = starts_at.replace(hour=10)
    place = mechanism.seat_address
    if last is not None:
        place = last.place or place
        clock = local(last.starts_at).timetz().replace(tzinfo=None)
        day = max(local_date(last.starts_at) + _USUAL_STEP, local_date(at) + timedelta(days=1))
        starts_at = at_local(next_workday(day), clock)
    if last is not None and last.next_session_at is not None:
        starts_at = last.next_session_at
    elif by_rule := start_by_rule(db, mechanism_id, at=at):
        starts_at, place = by_rule[0], by_rule[1] or place
    template = db.get_one(SessionTemplate, template_id) if template_id else None
    if template is not None:
        place = template.place or place
        if template.hour_minute:
            hour = time.fromisoformat(template.hour_minute)
            starts_at = at_local(local_date(starts_at), hour)
    chair, taker = usual_people(db, mechanism_id, local_date(starts_at))
    return SessionData(
        starts_at=starts_at,
        kind=template.kind if template is not None else SessionKind.REGULAR,
        form=template.form if template is not None else SessionForm.IN_PERSON,
        number=next_number(used_of(db, mechanism_id), mechanism.first_session_number),
        place=place,
        chair_person_id=chair,
        minutes_taker_person_id=taker,
        funding_project=mechanism.funding_project,
    )
