"""The rule by which the day of the next session is found, one per mechanism."""

from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.schedule import PlannedDay, Schedule, check_rule, next_days
from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import at_local, local_date
from dcm_desktop.store.tables import Session, SessionSchedule
from dcm_desktop.usecases.saving import Saved, new_id, saved

_NOT_HELD = (SessionStatus.CANCELLED, SessionStatus.POSTPONED)


@dataclass(frozen=True, slots=True)
class ScheduleData:
    """The form of the rule; an empty place is that of the last session."""

    schedule: Schedule
    place: str = ""


def get_schedule(db: DbSession, mechanism_id: str) -> ScheduleData | None:
    """The rule of a mechanism, None when it has none."""
    row = _row(db, mechanism_id)
    if row is None:
        return None
    schedule = Schedule(
        row.rule,
        nth=row.nth or 1,
        weekday=row.weekday or 0,
        day=row.day or 1,
        every_months=row.every_months or 1,
        hour=time.fromisoformat(row.hour_minute or "10:00"),
    )
    return ScheduleData(schedule, row.place)


def set_schedule(db: DbSession, mechanism_id: str, data: ScheduleData, *, at: datetime) -> Saved:
    """Save the rule of a mechanism. Raises: InputRefused `schedule.out_of_range`."""
    check_rule(data.schedule)
    place = check_line(data.place, name="place", max_len=200, required=False)
    row = _row(db, mechanism_id)
    if row is None:
        row = SessionSchedule(id=new_id(db), mechanism_id=mechanism_id)
        db.add(row)
    rule = data.schedule
    row.rule, row.nth, row.weekday, row.day = rule.rule, rule.nth, rule.weekday, rule.day
    row.every_months, row.hour_minute = rule.every_months, f"{rule.hour:%H:%M}"
    row.place = place
    return saved(db, row, (), at=at)


def clear_schedule(db: DbSession, mechanism_id: str, *, at: datetime) -> None:
    """Sessions follow no rule any more."""
    del at
    row = _row(db, mechanism_id)
    if row is not None:
        row.deleted = True


def planned_days(
    db: DbSession, mechanism_id: str, *, count: int = 1, at: datetime
) -> tuple[PlannedDay, ...]:
    """The next days by the rule, after today and after the last session; empty without a rule.

    A day off is named, with the working day offered in its place.
    """
    data = get_schedule(db, mechanism_id)
    if data is None:
        return ()
    return try_schedule(db, mechanism_id, data.schedule, count=count, at=at)


def try_schedule(
    db: DbSession, mechanism_id: str, schedule: Schedule, *, count: int = 1, at: datetime
) -> tuple[PlannedDay, ...]:
    """The next days that a rule would give, before it is saved."""
    last = _last_day(db, mechanism_id)
    return next_days(schedule, local_date(at), count, last=last)


def start_by_rule(db: DbSession, mechanism_id: str, *, at: datetime) -> tuple[datetime, str] | None:
    """When, on a working day, and where the next session begins by the rule, if there is one."""
    data = get_schedule(db, mechanism_id)
    days = planned_days(db, mechanism_id, at=at)
    if data is None or not days:
        return None
    return at_local(days[0].best, data.schedule.hour), data.place


def _last_day(db: DbSession, mechanism_id: str) -> date | None:
    rows = db.scalars(select(Session).where(Session.mechanism_id == mechanism_id))
    days = [local_date(row.starts_at) for row in rows if row.status not in _NOT_HELD]
    return max(days, default=None)


def _row(db: DbSession, mechanism_id: str) -> SessionSchedule | None:
    query = select(SessionSchedule).where(SessionSchedule.mechanism_id == mechanism_id)
    return db.scalars(query.order_by(SessionSchedule.id)).first()
