"""What happens to the hall's screen: the keys of a person, and what comes by itself."""

from dataclasses import dataclass
from datetime import datetime

from dcm_desktop.domain.projector import Live, Look
from dcm_desktop.domain.projector_cards import Card


@dataclass(frozen=True, slots=True)
class ScreenFound:
    """The bound screen is there: at the start, or plugged in again."""


@dataclass(frozen=True, slots=True)
class ScreenLost:
    """The bound screen is gone, is the operator's own now, or the projector ended."""


@dataclass(frozen=True, slots=True)
class Identify:
    """Say „Това виждат членовете“ on the neutral card, or stop saying it."""

    on: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A key: show this card (`F9`, `Ctrl+F9`). A home or confidential card asks for neutral."""

    card: Card


@dataclass(frozen=True, slots=True)
class HideToggled:
    """A key: black now, or what was there before (`F12`, `Pause`, the clicker's `B` and `.`)."""


@dataclass(frozen=True, slots=True)
class FreezeToggled:
    """A key: hold the picture, or release it (`Shift+F12`)."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A key: another item was taken up (`Ctrl+PgDn`, the clicker). `live` is as it is now."""

    live: Live


@dataclass(frozen=True, slots=True)
class Updated:
    """No key: the session says something new, and these are the cards as they are now.

    Only the shown card is taken over from `cards`, and only one that follows the session.
    """

    live: Live
    cards: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class Ticked:
    """No key: time passed."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Locked:
    """The operator's window was locked."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """The program came back after an interruption."""


@dataclass(frozen=True, slots=True)
class Faulted:
    """Something went wrong in the operator's process."""


@dataclass(frozen=True, slots=True)
class LookChanged:
    """Light or dark."""

    look: Look


@dataclass(frozen=True, slots=True)
class Zoomed:
    """One step larger (`Ctrl+=`) or smaller (`Ctrl+-`)."""

    by: int


HallEvent = (
    ScreenFound
    | ScreenLost
    | Identify
    | Sent
    | HideToggled
    | FreezeToggled
    | Moved
    | Updated
    | Ticked
    | Locked
    | Recovered
    | Faulted
    | LookChanged
    | Zoomed
)
