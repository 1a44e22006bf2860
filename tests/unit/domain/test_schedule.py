"""B4: the day of the next session by rule, and the last day to send its invitations."""

from calendar import monthrange
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.schedule import (
    LAST,
    Schedule,
    check_rule,
    is_late,
    next_days,
    notice_deadline,
    planned,
    rule_day,
)
from dcm_desktop.domain.terms import ScheduleRule
from dcm_desktop.domain.workdays import is_workday, notice_left
from dcm_desktop.errors import InputRefused

DAYS = st.dates(date(2017, 1, 1), date(2035, 12, 31))
RULES = st.builds(
    Schedule,
    rule=st.sampled_from(ScheduleRule),
    nth=st.integers(1, LAST),
    weekday=st.integers(0, 6),
    day=st.integers(1, 31),
    every_months=st.integers(1, 3),
    hour=st.just(time(10)),
)
FOURTH_THURSDAY = Schedule(ScheduleRule.NTH_WEEKDAY, nth=4, weekday=3)


def test_the_nth_weekday_of_a_month_is_found() -> None:
    """B4: nth weekday, the last one too."""
    assert rule_day(FOURTH_THURSDAY, 2026, 11) == date(2026, 11, 26)
    first_monday = Schedule(ScheduleRule.NTH_WEEKDAY, nth=1, weekday=0)
    assert rule_day(first_monday, 2027, 2) == date(2027, 2, 1)
    last_friday = Schedule(ScheduleRule.NTH_WEEKDAY, nth=LAST, weekday=4)
    assert rule_day(last_friday, 2026, 10) == date(2026, 10, 30)
    assert rule_day(last_friday, 2027, 2) == date(2027, 2, 26)


def test_a_day_of_the_month_that_is_missing_is_the_last_day() -> None:
    """B4: day of the month."""
    rule = Schedule(ScheduleRule.DAY_OF_MONTH, day=31)
    found = [planned_day.day for planned_day in next_days(rule, date(2027, 1, 31), 3)]
    assert found == [date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)]


def test_a_holiday_is_named_and_the_next_working_day_offered() -> None:
    """B4: 24 December 2026 is Christmas Eve; the holidays last until Monday the 28th."""
    december = next_days(FOURTH_THURSDAY, date(2026, 11, 26), last=date(2026, 11, 26))[0]
    assert december.day == date(2026, 12, 24)
    assert december.free_name == "Бъдни вечер"
    assert december.best == december.instead == date(2026, 12, 29)


def test_a_day_off_of_the_mechanism_is_flagged_too() -> None:
    """B4: one-off days off are data of the mechanism."""
    extra = {date(2026, 11, 26): "ден, обявен за неработен"}
    found = planned(date(2026, 11, 26), extra)
    assert (found.free_name, found.instead) == ("ден, обявен за неработен", date(2026, 11, 27))


def test_months_are_counted_from_the_last_session() -> None:
    """B4: every second and every third month."""
    for months, expected in ((1, (12, 1, 2)), (2, (1, 3, 5)), (3, (2, 5, 8))):
        rule = Schedule(ScheduleRule.NTH_WEEKDAY, nth=4, weekday=3, every_months=months)
        days = next_days(rule, date(2026, 11, 26), 3, last=date(2026, 11, 26))
        assert tuple(one.day.month for one in days) == expected


def test_a_session_moved_over_the_end_of_its_month_keeps_the_row_of_months() -> None:
    """B4: the session of 31 January 2027, a Sunday, is held on 1 February."""
    rule = Schedule(ScheduleRule.DAY_OF_MONTH, day=31)
    january = next_days(rule, date(2027, 1, 1), last=date(2026, 12, 31))[0]
    assert january.best == date(2027, 2, 1)
    assert next_days(rule, january.best, last=january.best)[0].day == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ("nth", Schedule(ScheduleRule.NTH_WEEKDAY, nth=6)),
        ("weekday", Schedule(ScheduleRule.NTH_WEEKDAY, weekday=7)),
        ("day", Schedule(ScheduleRule.DAY_OF_MONTH, day=0)),
        ("every_months", Schedule(ScheduleRule.DAY_OF_MONTH, every_months=4)),
    ],
)
def test_a_rule_that_names_no_day_is_refused(field: str, rule: Schedule) -> None:
    with pytest.raises(InputRefused) as refused:
        check_rule(rule)
    assert refused.value.field == field


@given(RULES, DAYS, st.one_of(st.none(), DAYS))
def test_days_of_a_rule_follow_one_another_in_its_months(
    rule: Schedule, after: date, last: date | None
) -> None:
    """B4: as a property, for every rule and day."""
    check_rule(rule)
    found = next_days(rule, after, 4, last=last)
    days = [one.day for one in found]
    assert all(day > max(after, last or after) for day in days)
    months = [day.year * 12 + day.month for day in days]
    assert all(b - a == rule.every_months for a, b in pairwise(months))
    for one in found:
        if rule.rule is ScheduleRule.DAY_OF_MONTH:
            assert one.day.day == min(rule.day, monthrange(one.day.year, one.day.month)[1])
        else:
            assert one.day.weekday() == rule.weekday
            in_month = (one.day.day - 1) // 7 + 1
            if rule.nth == LAST:
                assert (one.day + timedelta(days=7)).month != one.day.month
            else:
                assert in_month == rule.nth
        assert is_workday(one.best)
        assert (one.free_name is None) == is_workday(one.day) == (one.instead is None)


@given(DAYS, st.integers(0, 20), DAYS)
def test_the_last_day_to_send_leaves_the_notice_of_the_rules(
    session_on: date, workdays: int, today: date
) -> None:
    """B3: N comes from the rules; one day later would be late."""
    deadline = notice_deadline(session_on, workdays, today=today)
    assert is_workday(deadline.day)
    assert notice_left(deadline.day, session_on) >= workdays
    assert not is_late(deadline.day, session_on, workdays)
    later = deadline.day + timedelta(days=1)
    while not is_workday(later):
        later += timedelta(days=1)
    assert later >= session_on or notice_left(later, session_on) < workdays
    assert is_late(later, session_on, workdays) == (workdays > 0)
    assert deadline.is_past == (today > deadline.day)
