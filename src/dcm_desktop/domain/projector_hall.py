"""The state machine of the hall's screen, as the operator's side drives it.

    OFF → NEUTRAL ⇄ SHOWING ⇄ FROZEN, and from any but OFF: HIDDEN (black) and back

`Hall(live)` is everything the operator's side knows, `step(hall, event)` the next one, and
`hall.output` the state to send. Only a key of a person leads to SHOWING. Pure: no clock, no Qt.
Source: sessions anchor, section 5.5.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never

from dcm_desktop.domain.projector import ZOOMS, Live, Look, Mode, PublicState
from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    BreakCard,
    Card,
    ConfidentialCard,
    FloorCard,
    HomeCard,
    IdentifyCard,
    ItemCard,
    VoteCard,
    card_key,
)
from dcm_desktop.domain.projector_events import (
    Faulted,
    FreezeToggled,
    HallEvent,
    HideToggled,
    Identify,
    Locked,
    LookChanged,
    Moved,
    Recovered,
    ScreenFound,
    ScreenLost,
    Sent,
    Ticked,
    Updated,
    Zoomed,
)

VOTE_SECONDS = 20
_HOME = HomeCard()
_LIVE_CARDS = (AgendaCard, BreakCard, FloorCard, VoteCard)
"""Cards that follow the session while they are shown; what somebody is typing never does."""


class NeutralReason(StrEnum):
    """Why the neutral card stands; only after a confidential item does moving on end it."""

    STARTED = "started"
    CONFIDENTIAL = "confidential"
    LOCKED = "locked"
    SCREEN_BACK = "screen_back"
    RECOVERED = "recovered"
    FAULT = "fault"
    ASKED = "asked"


# --- the table ------------------------------------------------------------------------------------


class Act(StrEnum):
    """What moves the machine."""

    SCREEN_FOUND = "screen_found"
    SCREEN_LOST = "screen_lost"
    SEND = "send"
    SEND_NEUTRAL = "send_neutral"
    HIDE = "hide"
    FREEZE = "freeze"
    MOVE = "move"
    LEAVE_CONFIDENTIAL = "leave_confidential"
    CONFIDENTIAL = "confidential"
    LOCK = "lock"
    RECOVER = "recover"
    FAULT = "fault"
    VOTE_OVER = "vote_over"


KEYS = frozenset(
    {Act.SEND, Act.SEND_NEUTRAL, Act.HIDE, Act.FREEZE, Act.MOVE, Act.LEAVE_CONFIDENTIAL}
)
"""Acts that are a key of a person; nothing else leads to SHOWING."""

_OFF, _NEUTRAL, _SHOWING, _FROZEN, _HIDDEN = Mode

NEXT: dict[tuple[Mode, Act], Mode] = {
    (_OFF, Act.SCREEN_FOUND): _NEUTRAL,
    (_NEUTRAL, Act.SEND): _SHOWING,
    (_NEUTRAL, Act.LEAVE_CONFIDENTIAL): _SHOWING,
    (_SHOWING, Act.SEND): _SHOWING,
    (_SHOWING, Act.MOVE): _SHOWING,
    (_SHOWING, Act.VOTE_OVER): _SHOWING,
    (_SHOWING, Act.FREEZE): _FROZEN,
    (_FROZEN, Act.FREEZE): _SHOWING,
    (_FROZEN, Act.SEND): _FROZEN,
    (_FROZEN, Act.MOVE): _FROZEN,
    (_FROZEN, Act.VOTE_OVER): _FROZEN,
    **{(mode, Act.HIDE): _HIDDEN for mode in (_NEUTRAL, _SHOWING, _FROZEN)},
    **{(mode, Act.SEND_NEUTRAL): _NEUTRAL for mode in (_NEUTRAL, _SHOWING, _FROZEN)},
    **{(mode, Act.CONFIDENTIAL): _NEUTRAL for mode in (_NEUTRAL, _SHOWING, _FROZEN)},
    **{
        (mode, act): _NEUTRAL
        for mode in (_NEUTRAL, _SHOWING, _FROZEN, _HIDDEN)
        for act in (Act.LOCK, Act.RECOVER, Act.FAULT)
    },
    **{(mode, Act.SCREEN_LOST): _OFF for mode in Mode},
}
"""(state, act) → state; a missing pair changes nothing.

While HIDDEN the acts of `_BENEATH` move what lies beneath; HIDE uncovers it.
Decision: black stays black when a confidential item comes (beneath it is neutral then), so that
`F12` always means the same; a lock, a recovery and a fault end it in the neutral card.
"""

_BENEATH = frozenset(
    {
        Act.SEND,
        Act.SEND_NEUTRAL,
        Act.MOVE,
        Act.LEAVE_CONFIDENTIAL,
        Act.CONFIDENTIAL,
        Act.VOTE_OVER,
    }
)

_REASON = {
    Act.SCREEN_FOUND: NeutralReason.STARTED,
    Act.SEND_NEUTRAL: NeutralReason.ASKED,
    Act.CONFIDENTIAL: NeutralReason.CONFIDENTIAL,
    Act.LOCK: NeutralReason.LOCKED,
    Act.RECOVER: NeutralReason.RECOVERED,
    Act.FAULT: NeutralReason.FAULT,
}


@dataclass(frozen=True, slots=True)
class Hall:
    """The hall as the operator's side knows it.

    `card` is the one that was sent last, `held` the state that a frozen screen keeps, `beneath`
    the mode that black covers. Make the first one with `Hall(live)`.
    """

    live: Live
    mode: Mode = Mode.OFF
    beneath: Mode = Mode.NEUTRAL
    reason: NeutralReason = NeutralReason.STARTED
    card: Card = _HOME
    held: PublicState | None = None
    vote_since: datetime | None = None
    identifying: bool = False
    look: Look = Look.LIGHT
    zoom: int = 100

    @property
    def output(self) -> PublicState:
        """What the hall must show now; nothing of the session but this leaves the process."""
        if self.mode is Mode.FROZEN and self.held is not None:
            return replace(self.held, mode=Mode.FROZEN, at=self.live.at)
        return _state(self)

    @property
    def wants_key(self) -> bool:
        """Whether the neutral card stands until `F9` (not: until the confidential part ends)."""
        return self.mode is Mode.NEUTRAL and self.reason is not NeutralReason.CONFIDENTIAL


def step(hall: Hall, event: HallEvent) -> Hall:
    """The hall after an event."""
    match event:
        case ScreenFound():
            return _act(hall, Act.SCREEN_FOUND)
        case ScreenLost():
            return _act(hall, Act.SCREEN_LOST)
        case Identify(on=on):
            return replace(hall, identifying=on)
        case Sent(card=card):
            return _sent(hall, card)
        case HideToggled():
            return _act(hall, Act.HIDE)
        case FreezeToggled():
            return _act(hall, Act.FREEZE)
        case Moved(live=live):
            return _moved(hall, live)
        case Updated(live=live, cards=cards):
            return _updated(hall, live, cards)
        case Ticked(at=at):
            return _vote_over(replace(hall, live=replace(hall.live, at=at)))
        case Locked():
            return _act(hall, Act.LOCK)
        case Recovered():
            return _act(hall, Act.RECOVER)
        case Faulted():
            return _act(hall, Act.FAULT)
        case LookChanged(look=look):
            return _restyled(hall, look, hall.zoom)
        case Zoomed(by=by):
            place = ZOOMS.index(hall.zoom) + by
            return _restyled(hall, hall.look, ZOOMS[max(0, min(place, len(ZOOMS) - 1))])
        case _:
            assert_never(event)


# --- inside ---------------------------------------------------------------------------------------


def _act(hall: Hall, act: Act) -> Hall:
    """Move the machine by its table, and keep what the modes need beside it."""
    if hall.mode is Mode.HIDDEN and act is Act.HIDE:
        return replace(hall, mode=hall.beneath)
    if hall.mode is Mode.HIDDEN and act in _BENEATH:
        under = _act(replace(hall, mode=hall.beneath), act)
        return replace(under, mode=Mode.HIDDEN, beneath=under.mode)
    to = NEXT.get((hall.mode, act))
    if to is None:
        return hall
    reason = hall.reason
    if to is Mode.NEUTRAL:
        weaker = act is Act.CONFIDENTIAL and hall.mode is Mode.NEUTRAL
        reason = hall.reason if weaker else _REASON[act]
        if act is Act.SCREEN_FOUND and hall.reason is NeutralReason.SCREEN_BACK:
            reason = NeutralReason.SCREEN_BACK
    if to is Mode.OFF and hall.mode is not Mode.OFF:
        reason = NeutralReason.SCREEN_BACK
    held = hall.held if to in (Mode.FROZEN, Mode.HIDDEN) else None
    if to is Mode.FROZEN and hall.mode is Mode.SHOWING:
        held = _stopped(hall.output)
    beneath = hall.mode if to is Mode.HIDDEN else Mode.NEUTRAL
    card = HomeCard() if to in (Mode.NEUTRAL, Mode.OFF) else hall.card
    vote_since = hall.vote_since if isinstance(card, VoteCard) else None
    return replace(
        hall,
        mode=to,
        beneath=beneath,
        reason=reason,
        held=held,
        card=card,
        vote_since=vote_since,
        identifying=hall.identifying and to is Mode.NEUTRAL,
    )


def _sent(hall: Hall, card: Card) -> Hall:
    if isinstance(card, HomeCard | ConfidentialCard | IdentifyCard):
        return _act(hall, Act.SEND_NEUTRAL)
    after = _act(hall, Act.SEND)
    return _with_card(after, card) if after.mode is not Mode.OFF else after


def _moved(hall: Hall, live: Live) -> Hall:
    hall = replace(hall, live=live)
    if live.confidential:
        return _act(hall, Act.CONFIDENTIAL)
    under = hall.beneath if hall.mode is Mode.HIDDEN else hall.mode
    back = under is Mode.NEUTRAL and hall.reason is NeutralReason.CONFIDENTIAL
    after = _act(hall, Act.LEAVE_CONFIDENTIAL if back else Act.MOVE)
    under = after.beneath if after.mode is Mode.HIDDEN else after.mode
    if under not in (Mode.SHOWING, Mode.FROZEN):
        return after
    if live.item is None:
        return _act(after, Act.SEND_NEUTRAL)
    return _with_card(after, live.item)


def _updated(hall: Hall, live: Live, cards: tuple[Card, ...]) -> Hall:
    hall = replace(hall, live=live)
    if live.confidential:
        return _act(hall, Act.CONFIDENTIAL)
    if isinstance(hall.card, _LIVE_CARDS):
        now = {card_key(card): card for card in cards}
        fresh = now.get(card_key(hall.card))
        if fresh is not None and fresh != hall.card:
            hall = _with_card(hall, fresh)
    return _vote_over(hall)


def _vote_over(hall: Hall) -> Hall:
    """A result that stood its 20 seconds gives way to the card of the item."""
    if hall.vote_since is None or hall.live.at - hall.vote_since < timedelta(seconds=VOTE_SECONDS):
        return hall
    after = _act(hall, Act.VOTE_OVER)
    if after.live.item is None:
        return _act(after, Act.SEND_NEUTRAL)
    return _with_card(after, after.live.item)


def _with_card(hall: Hall, card: Card) -> Hall:
    closed = isinstance(card, VoteCard) and card.result is not None
    return replace(hall, card=card, vote_since=hall.live.at if closed else None)


def _restyled(hall: Hall, look: Look, zoom: int) -> Hall:
    """Look and size are of the screen, not of the picture: they change a held one too."""
    held = hall.held and replace(hall.held, look=look, zoom=zoom)
    return replace(hall, look=look, zoom=zoom, held=held)


def _stopped(state: PublicState) -> PublicState:
    if state.timer is None:
        return state
    left = state.timer.left_at(state.at)
    return replace(state, timer=replace(state.timer, left=left, at=state.at, running=False))


def _state(hall: Hall) -> PublicState:
    """Black and off carry the neutral card too: nothing is told that is not to be seen."""
    live = hall.live
    card = hall.card if hall.mode in (Mode.SHOWING, Mode.FROZEN) else _neutral_card(hall)
    timer = None
    if isinstance(card, FloorCard):
        timer = live.floor_timer
    elif isinstance(card, ItemCard) and card.n == live.item_n:
        timer = live.item_timer
    return PublicState(
        mode=hall.mode,
        card=card,
        session=live.session,
        mechanism=live.mechanism,
        day=live.day,
        at=live.at,
        item_n=live.item_n,
        item_of=live.item_of,
        quorum=live.quorum,
        timer=timer,
        look=hall.look,
        zoom=hall.zoom,
        rehearsal=live.rehearsal,
    )


def _neutral_card(hall: Hall) -> Card:
    if hall.identifying:
        return IdentifyCard()
    if hall.live.on_break is not None:
        return hall.live.on_break
    return ConfidentialCard() if hall.live.confidential else HomeCard()
