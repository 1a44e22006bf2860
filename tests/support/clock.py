"""A clock that only moves when told to; nothing in tests asks the real one."""

from datetime import UTC, datetime, timedelta

SESSION_DAY = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
"""Thursday, 10.00 часа in Sofia: the day of the sample minutes."""


class Clock:
    """`clock()` gives the moment, `clock.forward(minutes=5)` moves it and gives it."""

    def __init__(self, start: datetime = SESSION_DAY) -> None:
        self._moment = start

    def __call__(self) -> datetime:
        return self._moment

    def forward(self, **step: float) -> datetime:
        """Move on by days, hours, minutes, seconds … and return the new moment."""
        self._moment += timedelta(**step)
        return self._moment
