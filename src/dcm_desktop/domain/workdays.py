"""Bulgarian working days: the Labour Code's holidays, one-off days, notice periods.

Everything takes the days as arguments; nothing asks for today.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

Extra = Mapping[date, str]
"""One-off days off with their names, kept by the mechanism (government decisions after the release
of the holiday package). Source: domain reference, section 8."""

NO_EXTRA: Extra = {}


def free_day_name(day: date, extra: Extra = NO_EXTRA) -> str | None:
    """Bulgarian name of the reason why a day is not worked, or None for a working day.

    Saturday and Sunday are „събота“ and „неделя“ unless a holiday falls on them.
    Source: чл. 154 КТ by the package `holidays`, which was checked for 2017–2040 (domain
    reference, section 8).
    """
    name = extra.get(day) or _holidays_of(day.year).get(day)
    if name:
        return name
    return {5: "събота", 6: "неделя"}.get(day.weekday())


def is_workday(day: date, extra: Extra = NO_EXTRA) -> bool:
    """Whether a day is a working day in Bulgaria."""
    return free_day_name(day, extra) is None


def next_workday(day: date, extra: Extra = NO_EXTRA) -> date:
    """The day itself if it is worked, else the first working day after it."""
    while not is_workday(day, extra):
        day += timedelta(days=1)
    return day


def previous_workday(day: date, extra: Extra = NO_EXTRA) -> date:
    """The day itself if it is worked, else the last working day before it."""
    while not is_workday(day, extra):
        day -= timedelta(days=1)
    return day


def add_workdays(day: date, count: int, extra: Extra = NO_EXTRA) -> date:
    """The `count`-th working day after (or, negative, before) a day; the day itself never counts.

    With 0 it is the day itself, worked or not.
    """
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        if is_workday(day, extra):
            left -= 1
    return day


def workdays_between(start: date, end: date, extra: Extra = NO_EXTRA) -> int:
    """Working days after `start` and before `end`; neither day counts; 0 when there are none.

    Unit: working days.
    """
    days = (end - start).days
    return sum(1 for n in range(1, days) if is_workday(start + timedelta(days=n), extra))


def notice_left(sent_on: date, session_on: date, extra: Extra = NO_EXTRA) -> int:
    """Working days that members have between an invitation and the session.

    The day of sending and the day of the session do not count.
    Unit: working days. Source: MechanismRules `notice_workdays`; domain reference, section 7.
    """
    return workdays_between(sent_on, session_on, extra)


def latest_notice(session_on: date, workdays: int, extra: Extra = NO_EXTRA) -> date:
    """The last working day on which invitations may be sent to keep the notice of the rules."""
    day = previous_workday(session_on - timedelta(days=1), extra)
    while notice_left(day, session_on, extra) < workdays:
        day = previous_workday(day - timedelta(days=1), extra)
    return day


@cache
def _holidays_of(year: int) -> dict[date, str]:
    import holidays  # a fifth of a second: not before the first day is asked about

    return dict(holidays.country_holidays("BG", years=[year], language="bg").items())
