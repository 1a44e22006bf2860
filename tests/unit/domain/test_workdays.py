"""Working days and notice periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.workdays import (
    add_workdays,
    free_day_name,
    is_workday,
    latest_notice,
    next_workday,
    notice_left,
    previous_workday,
    workdays_between,
)

DAYS = st.dates(date(2017, 1, 1), date(2035, 12, 31))


def test_days_off_of_2027_are_those_of_the_labour_code() -> None:
    expected = {
        *(date(2027, 1, 1), date(2027, 3, 3), date(2027, 4, 30)),
        *(date(2027, 5, day) for day in (1, 2, 3, 4, 6, 24)),
        *(date(2027, 9, 6), date(2027, 9, 22)),
        *(date(2027, 12, day) for day in (24, 25, 26, 27, 28)),
    }
    year = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]
    weekend = {day for day in year if day.weekday() >= 5}
    assert {day for day in year if not is_workday(day)} == expected | weekend


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 12, 24), "Бъдни вечер"),
        (date(2026, 11, 28), "събота"),
        (date(2026, 11, 29), "неделя"),
        (date(2026, 11, 26), None),
    ],
)
def test_day_off_has_a_bulgarian_name(day: date, name: str | None) -> None:
    assert free_day_name(day) == name


def test_one_off_days_of_the_government_can_be_added() -> None:
    extra = {date(2026, 11, 27): "неработен ден с решение на МС"}
    assert not is_workday(date(2026, 11, 27), extra)
    assert next_workday(date(2026, 11, 27), extra) == date(2026, 11, 30)


@given(DAYS, st.integers(1, 40))
def test_adding_working_days_counts_exactly_them(day: date, count: int) -> None:
    end = add_workdays(day, count)
    assert is_workday(end)
    assert workdays_between(day, end) == count - 1
    start = add_workdays(day, -count)
    assert is_workday(start)
    assert workdays_between(start, day) == count - 1


@given(DAYS)
def test_next_and_previous_working_day_enclose_the_day(day: date) -> None:
    assert previous_workday(day) <= day <= next_workday(day)
    assert workdays_between(previous_workday(day), next_workday(day)) == 0
    assert add_workdays(day, 0) == day


def test_notice_counts_neither_the_day_of_sending_nor_of_the_session() -> None:
    assert notice_left(date(2026, 11, 12), date(2026, 11, 26)) == 9
    assert notice_left(date(2026, 11, 25), date(2026, 11, 26)) == 0
    assert notice_left(date(2026, 11, 26), date(2026, 11, 26)) == 0


@given(DAYS, st.integers(0, 20))
def test_latest_day_of_sending_keeps_the_notice_and_the_next_does_not(
    session_on: date, notice: int
) -> None:
    sent = latest_notice(session_on, notice)
    assert is_workday(sent)
    assert sent < session_on
    assert notice_left(sent, session_on) >= notice
    later = add_workdays(sent, 1)
    assert later >= session_on or notice_left(later, session_on) < notice
