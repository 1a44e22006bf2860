"""How a job that may run over one second tells where it is. Protocol only; the window and the
command line bring their own."""

from typing import Protocol


class Progress(Protocol):
    """Receives steps of a long act and says whether the user wants it stopped."""

    @property
    def cancelled(self) -> bool:
        """True once the user asked to stop; jobs look at it between steps."""
        ...

    def step(self, done: int, of: int, label: str) -> None:
        """Announce that `done` of `of` steps are finished; `label` is a code of `labels`."""
        ...


class Silent:
    """A progress nobody watches."""

    cancelled = False

    def step(self, done: int, of: int, label: str) -> None:
        """Ignore the step."""
