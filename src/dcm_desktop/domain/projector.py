"""What the hall sees: `PublicState`, the only thing of a session that the projector is told.

The cards are in `projector_cards`, the state machine of the operator's side in `projector_hall`,
the lines between the two processes in `projector_wire`. Source: sessions anchor, section 5.5.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from dcm_desktop.domain.projector_cards import (
    BreakCard,
    Card,
    ConfidentialCard,
    HomeCard,
    ItemCard,
)

ZOOMS = (100, 115, 130, 150, 175, 200)
"""Steps of `Ctrl+=` and `Ctrl+-`. Unit: percent of the size that fits the height."""


class Mode(StrEnum):
    """State of the hall's screen."""

    OFF = "off"
    NEUTRAL = "neutral"
    SHOWING = "showing"
    FROZEN = "frozen"
    HIDDEN = "hidden"


class Look(StrEnum):
    """Light for a lit room, dark for a dark one."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Timer:
    """A countdown: `left` of `of` at the moment `at`. Unit: seconds; below 0 time is over."""

    left: int
    of: int
    at: datetime
    running: bool = True

    def left_at(self, now: datetime) -> int:
        """What is left at another moment; a paused timer stands still."""
        if not self.running:
            return self.left
        return self.left - int((now - self.at).total_seconds())


@dataclass(frozen=True, slots=True)
class Quorum:
    """Voting members: present, of how many, how many are needed."""

    present: int
    seats: int
    needed: int
    has_quorum: bool


@dataclass(frozen=True, slots=True)
class PublicState:
    """All that the projector is told. `at` is the clock of the hall (Bulgarian time, aware)."""

    mode: Mode
    card: Card
    session: str
    """„Заседание № 4“."""
    mechanism: str
    day: str
    """„27 ноември 2026 г.“."""
    at: datetime
    item_n: int | None = None
    item_of: int = 0
    quorum: Quorum | None = None
    timer: Timer | None = None
    look: Look = Look.LIGHT
    zoom: int = 100
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class Live:
    """What the session says by itself: foot line, timers, whether the running item is closed.

    `on_break` is the break card while the session stands still, `item` the card of the running
    item; None where there is none or it is confidential.
    """

    session: str
    mechanism: str
    day: str
    at: datetime
    item_n: int | None = None
    item_of: int = 0
    quorum: Quorum | None = None
    confidential: bool = False
    item: ItemCard | None = None
    on_break: BreakCard | None = None
    item_timer: Timer | None = None
    floor_timer: Timer | None = None
    rehearsal: bool = False


def neutral_of(state: PublicState) -> PublicState:
    """The neutral state that the projector falls back to by itself when its source fails."""
    if state.mode is Mode.OFF:
        return state
    card = state.card if isinstance(state.card, BreakCard | ConfidentialCard) else HomeCard()
    return replace(state, mode=Mode.NEUTRAL, card=card, timer=None)
