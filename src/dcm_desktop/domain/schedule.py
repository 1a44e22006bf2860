"""When the next session is: a rule of the mechanism, checked against the days off in Bulgaria.

Pure: everything takes its days as arguments, nothing asks for today.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import islice

from dcm_desktop.domain.terms import ScheduleRule
from dcm_desktop.domain.workdays import (
    NO_EXTRA,
    Extra,
    free_day_name,
    latest_notice,
    next_workday,
    notice_left,
)
from dcm_desktop.errors import InputRefused

LAST = 5
"""`nth` of the last such weekday of a month."""
FREQUENCIES = (1, 2, 3)
"""Sessions are every month, every second or every third one."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the day of a session is found: „вторият четвъртък“, „15-о число“, every so many months.

    `nth` 1–4 or `LAST` with `weekday` 0 (Monday) to 6; `day` 1–31, in a shorter month its last
    day. `hour` is local.
    """

    rule: ScheduleRule
    nth: int = 1
    weekday: int = 0
    day: int = 1
    every_months: int = 1
    hour: time = time(10)


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day that the rule gives. `free_name` is why it is not worked, `instead` the day offered."""

    day: date
    free_name: str | None = None
    instead: date | None = None

    @property
    def best(self) -> date:
        """The day itself, or the working day offered in its place."""
        return self.instead or self.day


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last working day to send invitations; `left` counts days from today, negative: late."""

    day: date
    workdays: int
    left: int

    @property
    def is_past(self) -> bool:
        """Whether a letter sent today is late."""
        return self.left < 0


def check_rule(rule: Schedule) -> None:
    """Refuse a rule that names no day. Raises: InputRefused `schedule.out_of_range`."""
    limits = {
        "nth": (rule.nth, 1, LAST),
        "weekday": (rule.weekday, 0, 6),
        "day": (rule.day, 1, 31),
        "every_months": (rule.every_months, FREQUENCIES[0], FREQUENCIES[-1]),
    }
    for field, (value, low, high) in limits.items():
        if not low <= value <= high:
            raise InputRefused("schedule.out_of_range", field=field, low=low, high=high)


def rule_day(rule: Schedule, year: int, month: int) -> date:
    """The day of the rule in one month, worked or not."""
    length = monthrange(year, month)[1]
    if rule.rule is ScheduleRule.DAY_OF_MONTH:
        return date(year, month, min(rule.day, length))
    if rule.nth == LAST:
        last = date(year, month, length)
        return last - timedelta(days=(last.weekday() - rule.weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(rule.weekday - first.weekday()) % 7 + 7 * (rule.nth - 1))


def planned(day: date, extra: Extra = NO_EXTRA) -> PlannedDay:
    """A day with the reason why it is free, and the next working day offered then."""
    name = free_day_name(day, extra)
    return PlannedDay(day, name, next_workday(day, extra) if name is not None else None)


def next_days(
    rule: Schedule,
    after: date,
    count: int = 1,
    *,
    last: date | None = None,
    extra: Extra = NO_EXTRA,
) -> tuple[PlannedDay, ...]:
    """The next `count` days of the rule after a day.

    `last` is the last session: months are counted from the one it belongs to, also when it was
    moved over the end of that month. Without it they are counted from the first day found.
    """
    return tuple(planned(day, extra) for day in islice(_days(rule, after, last), count))


def notice_deadline(
    session_on: date, workdays: int, *, today: date, extra: Extra = NO_EXTRA
) -> Deadline:
    """Until when invitations go out to leave members `workdays` working days.

    Source: MechanismRules `notice_workdays`; the day of sending and of the session do not count.
    """
    day = latest_notice(session_on, workdays, extra)
    return Deadline(day, workdays, (day - today).days)


def is_late(sent_on: date, session_on: date, workdays: int, extra: Extra = NO_EXTRA) -> bool:
    """Whether something sent that day leaves less notice than the rules ask for."""
    return notice_left(sent_on, session_on, extra) < workdays


def _days(rule: Schedule, after: date, last: date | None) -> Iterator[date]:
    if last is None:
        month, step = _month(after), 1
    else:
        month, step = _month_of_session(rule, last) + rule.every_months, rule.every_months
    while True:
        day = rule_day(rule, *_year_month(month))
        if day > after and (last is None or day > last):
            yield day
            step = rule.every_months
        month += step


def _month_of_session(rule: Schedule, held_on: date) -> int:
    """The month whose day of the rule is nearest to the day a session was held."""
    near = range(_month(held_on) - 1, _month(held_on) + 2)
    return min(near, key=lambda month: abs((rule_day(rule, *_year_month(month)) - held_on).days))


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _year_month(month: int) -> tuple[int, int]:
    return month // 12, month % 12 + 1
