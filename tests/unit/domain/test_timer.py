"""Timer of a speaker: pauses, jumps of the clock, restarts."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.timer import (
    Timer,
    TimerTone,
    add,
    after_gap,
    clock_jumped,
    clock_words,
    end,
    is_unstarted,
    left,
    pause,
    resume,
    spent,
    tone,
)

T0 = datetime(2026, 12, 10, 8, 0, tzinfo=UTC)
spans = st.integers(0, 3_600)


def after(seconds: int) -> datetime:
    return T0 + timedelta(seconds=seconds)


@given(steps=st.lists(st.tuples(spans, st.booleans()), max_size=12), last=spans)
def test_time_spoken_is_the_sum_of_the_stretches_in_which_it_ran(
    steps: list[tuple[int, bool]], last: int
) -> None:
    """E2: pauses count for nothing, however they follow one another."""
    timer, now, ran = Timer(180, T0), 0, 0
    for seconds, stop in steps:
        ran += seconds if timer.runs else 0
        now += seconds
        timer = pause(timer, after(now)) if stop else resume(timer, after(now))
    ran += last if timer.runs else 0
    assert spent(timer, after(now + last)) == ran
    assert left(timer, after(now + last)) == 180 - ran


@given(before=spans, jump=st.integers(-90_000, 90_000), later=spans)
def test_a_jump_of_the_clock_takes_no_time_and_gives_none(
    before: int, jump: int, later: int
) -> None:
    """E2: the computer's clock is set while somebody speaks."""
    timer = Timer(180, T0)
    moved = clock_jumped(timer, timedelta(seconds=jump))
    at = after(before + later + jump)
    assert spent(moved, at) == before + later


@given(before=spans, gap=spans, later=spans)
def test_after_a_restart_the_timer_stands_with_the_gap_taken_out(
    before: int, gap: int, later: int
) -> None:
    """E2: the program stood still; the time of the speaker did too."""
    timer = after_gap(Timer(180, T0), seen_at=after(before), at=after(before + gap))
    assert timer.paused_at is not None
    assert spent(timer, after(before + gap)) == before
    resumed = resume(timer, after(before + gap))
    assert spent(resumed, after(before + gap + later)) == before + later


@given(seconds=spans, back=st.integers(1, 100_000))
def test_time_spoken_is_never_negative(seconds: int, back: int) -> None:
    timer = Timer(180, after(seconds))
    assert spent(timer, after(seconds) - timedelta(seconds=back)) == 0


def test_half_a_minute_more_or_less_while_it_runs() -> None:
    """E2: ±30 s while running."""
    timer = add(Timer(180, T0), 30)
    assert left(timer, after(10)) == 200
    assert add(add(timer, -30), -30).allowed == 150
    assert add(Timer(40, T0), -30).allowed == 30
    assert add(Timer(None, T0), 30).allowed is None


def test_an_ended_one_stays_as_it_is() -> None:
    ended = end(pause(Timer(180, T0), after(60)), after(100))
    assert spent(ended, after(500)) == 60
    assert not ended.runs
    assert pause(ended, after(600)) == resume(ended, after(600)) == end(ended, after(9)) == ended


def test_tone_says_short_and_over() -> None:
    """E2: amber and red with text."""
    timer = Timer(60, T0)
    assert tone(timer, after(29)) is TimerTone.FINE
    assert tone(timer, after(30)) is TimerTone.SHORT
    assert tone(timer, after(60)) is TimerTone.SHORT
    assert tone(timer, after(61)) is TimerTone.OVER
    assert tone(Timer(None, T0), after(9_000)) is TimerTone.OPEN
    assert (clock_words(130), clock_words(-20), clock_words(0)) == ("2:10", "0:20", "0:00")


def test_twenty_seconds_of_a_new_speaker_without_a_timer_are_pointed_out() -> None:
    """E2: „not started“ hint after 20 s of a new speaker."""
    assert not is_unstarted(speaks_since=T0, has_floor=False, at=after(19))
    assert is_unstarted(speaks_since=T0, has_floor=False, at=after(20))
    assert not is_unstarted(speaks_since=T0, has_floor=True, at=after(60))
    assert not is_unstarted(speaks_since=None, has_floor=False, at=after(60))
