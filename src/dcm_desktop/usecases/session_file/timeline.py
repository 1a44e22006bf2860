"""The hours of one session: what was entered until now, and who comes or goes when."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from dcm_desktop.domain.values import at_local
from dcm_desktop.errors import InputRefused
from dcm_desktop.usecases.session_file.people import place


def local_moment(text: str) -> datetime:
    """`2026-10-29T10:00` on the Bulgarian clock. Raises: InputRefused `file.wrong_date`."""
    try:
        naive = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputRefused("file.wrong_date", place="session.starts_at") from error
    return at_local(naive.date(), naive.time())


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody who comes or goes at an hour; `where` is the place in the file."""

    when: datetime
    where: str
    run: Callable[[datetime], object]


@dataclass(slots=True)
class Timeline:
    """The clock of the replay; it never goes back."""

    day: date
    now: datetime
    movements: list[Movement] = field(default_factory=list)

    def hour(self, text: str | None) -> datetime | None:
        """`10:05` on the day of the session."""
        return None if text is None else at_local(self.day, time.fromisoformat(text))

    def later(self, where: str, when: datetime, run: Callable[[datetime], object]) -> None:
        """Somebody comes or goes at an hour to come."""
        self.movements.append(Movement(when, where, run))
        self.movements.sort(key=lambda movement: movement.when)

    def tick(self, when: datetime) -> None:
        """Go on to an hour. Raises: InputRefused `file.time_order` when it is past."""
        if when < self.now:
            raise InputRefused("file.time_order")
        self.now = when

    def advance(self, hour: str | None) -> None:
        """Go on to the hour of something said or voted, if it has one."""
        when = self.hour(hour)
        if when is not None:
            self.move_until(when, with_equal=False)
            self.tick(when)

    def move_until(self, when: datetime, *, with_equal: bool) -> None:
        """Let those come and go whose hour is before `when` (or, `with_equal`, at it)."""
        while self.movements:
            movement = self.movements[0]
            if movement.when > when or (movement.when == when and not with_equal):
                return
            self.movements.pop(0)
            with place(movement.where):
                self.tick(movement.when)
                movement.run(movement.when)
