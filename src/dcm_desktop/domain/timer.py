"""The time of one speaker: a value computed from moments, so that nothing has to tick.

All moments are aware; seconds are whole. A break of the program or a jump of the computer's clock
never eats anybody's time: `after_gap` and `clock_jumped` take it out.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

STEP_SECONDS = 30
"""What one press of `+` or `-` adds or takes."""
AMBER_SECONDS = 30
"""From so many seconds left on the time is said to be short."""
HINT_SECONDS = 20
"""After so long somebody who speaks without a running timer is pointed out.

Source: sessions anchor, row E2.
"""
LEAST_ALLOWED = 30


class TimerTone(StrEnum):
    """How much is left, as colour and word."""

    OPEN = "open"
    """There is no limit."""
    FINE = "fine"
    SHORT = "short"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Timer:
    """Time of one speaker. `allowed` None: no limit; `paused_at` None: it runs."""

    allowed: int | None
    started_at: datetime
    paused_at: datetime | None = None
    paused_seconds: int = 0
    ended_at: datetime | None = None

    @property
    def runs(self) -> bool:
        """Whether time goes by."""
        return self.paused_at is None and self.ended_at is None


def spent(timer: Timer, at: datetime) -> int:
    """Seconds spoken until a moment; never negative, whatever the clock says."""
    until = min(one for one in (timer.ended_at, timer.paused_at, at) if one is not None)
    return max(0, _seconds(until - timer.started_at) - timer.paused_seconds)


def left(timer: Timer, at: datetime) -> int | None:
    """Seconds left; negative when the time is over, None without a limit."""
    return None if timer.allowed is None else timer.allowed - spent(timer, at)


def tone(timer: Timer, at: datetime) -> TimerTone:
    """How much is left, in one word."""
    seconds = left(timer, at)
    if seconds is None:
        return TimerTone.OPEN
    if seconds < 0:
        return TimerTone.OVER
    return TimerTone.SHORT if seconds <= AMBER_SECONDS else TimerTone.FINE


def pause(timer: Timer, at: datetime) -> Timer:
    """Stand still; one that stands or has ended stays as it is."""
    return replace(timer, paused_at=max(at, timer.started_at)) if timer.runs else timer


def resume(timer: Timer, at: datetime) -> Timer:
    """Go on; one that runs or has ended stays as it is."""
    if timer.paused_at is None or timer.ended_at is not None:
        return timer
    stood = max(0, _seconds(at - timer.paused_at))
    return replace(timer, paused_at=None, paused_seconds=timer.paused_seconds + stood)


def add(timer: Timer, seconds: int) -> Timer:
    """Give or take time while it runs or stands; at least half a minute stays allowed."""
    if timer.allowed is None or timer.ended_at is not None:
        return timer
    return replace(timer, allowed=max(LEAST_ALLOWED, timer.allowed + seconds))


def end(timer: Timer, at: datetime) -> Timer:
    """It is over; a pause that was on is not counted."""
    if timer.ended_at is not None:
        return timer
    over = resume(timer, at)
    return replace(over, ended_at=max(at, over.started_at))


def after_gap(timer: Timer, *, seen_at: datetime, at: datetime) -> Timer:
    """The program stood still from `seen_at` to `at`: paused, with the gap taken out.

    Source: sessions anchor, section 5.6, point 3.
    """
    if not timer.runs:
        return timer
    last = max(timer.started_at, min(seen_at, at))
    return replace(timer, paused_at=last)


def clock_jumped(timer: Timer, by: timedelta) -> Timer:
    """The clock of the computer was set by so much: all moments move along."""
    return replace(
        timer,
        started_at=timer.started_at + by,
        paused_at=None if timer.paused_at is None else timer.paused_at + by,
        ended_at=None if timer.ended_at is None else timer.ended_at + by,
    )


def is_unstarted(*, speaks_since: datetime | None, has_floor: bool, at: datetime) -> bool:
    """Whether somebody new has spoken (or waited) for 20 s and no timer was started for them."""
    if has_floor or speaks_since is None:
        return False
    return _seconds(at - speaks_since) >= HINT_SECONDS


def clock_words(seconds: int) -> str:
    """`2:10`; the sign is left to the words around it."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _seconds(span: timedelta) -> int:
    return int(span.total_seconds())
