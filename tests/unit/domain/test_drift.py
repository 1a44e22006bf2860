"""Minutes proposed for the remaining items of a late session."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.drift import LEAST_MINUTES, drift_minutes, remaining, replan

plans = st.lists(st.integers(1, 60), max_size=14)


@given(minutes=plans, available=st.integers(-30, 400))
def test_proposed_minutes_fit_whenever_they_can(minutes: list[int], available: int) -> None:
    """A9: proposes minutes per remaining item."""
    given_ = replan(minutes, available)
    least = [min(one, LEAST_MINUTES) for one in minutes]
    assert all(low <= one <= plan for low, one, plan in zip(least, given_, minutes, strict=True))
    assert sum(given_) == max(sum(least), min(sum(minutes), available))


def test_a_plan_that_fits_stays() -> None:
    assert replan([15, 20, 10], 45) == (15, 20, 10)
    assert replan([15, 20, 10], 60) == (15, 20, 10)
    assert replan([], 0) == ()


def test_late_minutes_are_shared_in_proportion() -> None:
    assert replan([20, 20, 10], 25) == (10, 9, 6)


def test_minutes_of_a_running_item_run_out() -> None:
    """A9: drift counts what the running item has used."""
    start = datetime(2026, 12, 10, 8, 0, tzinfo=UTC)
    assert remaining(15, None, start) == 15
    assert remaining(15, start, start + timedelta(minutes=12)) == 3
    assert remaining(15, start, start + timedelta(minutes=22)) == 0
    assert remaining(15, start, start - timedelta(minutes=5)) == 15
    assert drift_minutes(start + timedelta(minutes=6), start) == 6
