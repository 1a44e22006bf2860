"""What the hall sees of a session by itself, the choice of cards, and the prepared messages.

`Live` and cards are all that reaches the projector; the guard of the hall stands before both.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.documents.wording import of_body
from dcm_desktop.domain import timer as clockwork
from dcm_desktop.domain.bulgarian import date_long
from dcm_desktop.domain.projector import Live, Quorum, Timer
from dcm_desktop.domain.projector_cards import BreakCard, Card, FloorCard, MessageCard
from dcm_desktop.domain.terms import (
    AgendaItemStatus,
    BreakKind,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local, local_date
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import AgendaItem, HallMessage, Mechanism, Session
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.hall_cards import (
    agenda_card,
    item_card,
    item_cards,
    next_session_card,
)
from dcm_desktop.usecases.sessions.hall_guard import HallGuard
from dcm_desktop.usecases.sessions.minutes_model import body_of
from dcm_desktop.usecases.sessions.speeches import current_speech
from dcm_desktop.usecases.sessions.state import Hall, hall_of, item_numbers, items_of

MESSAGES = 3
"""Prepared messages of a mechanism. Source: sessions anchor, row I13."""
_COUNTED = frozenset({SessionStatus.CONVENED, SessionStatus.OPEN})


@dataclass(frozen=True, slots=True)
class HallChoice:
    """A card that can be chosen. One that names somebody is left out: `places` says where."""

    kind: type[Card]
    n: int
    card: Card | None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HallView:
    """The live facts and the cards of one moment, in the order of the list that is chosen from.

    `current` is what `F9` sends: the card of the running item, else the agenda.
    """

    live: Live
    choices: tuple[HallChoice, ...] = field(default=())

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards that may be shown."""
        return tuple(choice.card for choice in self.choices if choice.card is not None)

    @property
    def current(self) -> Card | None:
        """The card to send now; None when the guard holds it back."""
        if self.live.item is not None:
            return self.live.item
        return self.choices[0].card if self.choices else None


def hall_live(db: DbSession, session_id: str, *, at: datetime) -> Live:
    """Foot line, timers, break and running item of a session, without any card to choose."""
    return _live(db, db.get_one(Session, session_id), _guard(db, session_id), at)


def hall_cards(db: DbSession, session_id: str, *, at: datetime) -> HallView:
    """The live facts and every card that can be chosen now.

    Agenda first, then the cards of the running item (or of the last one that was settled), the
    floor, commitments, messages, break, next session.
    """
    session = db.get_one(Session, session_id)
    guard = _guard(db, session_id)
    items = items_of(db, session_id)
    numbers = item_numbers(session, items)
    found: list[Card] = [agenda_card(session, items, numbers)]
    item = _shown_item(items)
    if item is not None and item.id in numbers:
        found += item_cards(db, session, item, numbers[item.id])
    floor = current_speech(db, session_id)
    if floor is not None:
        found.append(FloorCard(floor.institution))
    found += [MessageCard(row) for row in list_hall_messages(db, session.mechanism_id)]
    found.append(BreakCard())
    if session.next_session_at is not None:
        found.append(next_session_card(session.next_session_at))
    choices = tuple(_choice(card, guard) for card in found)
    return HallView(_live(db, session, guard, at), choices)


def check_hall_card(db: DbSession, session_id: str, card: Card) -> None:
    """The guard for a card that was not chosen from the list.

    Raises: ExportRefused `hall.names_found` with the places.
    """
    _guard(db, session_id).check(card)


def list_hall_messages(db: DbSession, mechanism_id: str) -> tuple[str, ...]:
    """The prepared messages in their order; ours where none was written."""
    rows = db.scalars(select(HallMessage).where(HallMessage.mechanism_id == mechanism_id))
    written = {row.n: row.text for row in rows if row.text}
    return tuple(
        written.get(n) or labels.word("hall_message", str(n)) for n in range(1, MESSAGES + 1)
    )


def set_hall_message(db: DbSession, mechanism_id: str, n: int, text: str, *, at: datetime) -> Saved:
    """Write a prepared message; an empty one is ours again.

    Raises: InputRefused `text.too_long`, `hall.message_number`; ExportRefused `hall.names_found`.
    """
    del at
    if not 1 <= n <= MESSAGES:
        raise InputRefused("hall.message_number", n=n, most=MESSAGES)
    line = check_line(text, name="hall_message", max_len=200, required=False, field="hall_message")
    HallGuard(db).check(MessageCard(line))
    row = db.scalar(
        select(HallMessage).where(HallMessage.mechanism_id == mechanism_id, HallMessage.n == n)
    )
    if row is None:
        row = HallMessage(id=new_id(db), mechanism_id=mechanism_id, n=n)
        db.add(row)
    row.text = line
    return Saved(row.id)


# -- inside -------------------------------------------------------------------------------------


def _guard(db: DbSession, session_id: str) -> HallGuard:
    session = db.get_one(Session, session_id)
    mechanism = db.get_one(Mechanism, session.mechanism_id)
    return HallGuard(db, codes_allowed=mechanism.hall_shows_codes)


def _choice(card: Card, guard: HallGuard) -> HallChoice:
    places = guard.places_of(card)
    n = getattr(card, "n", 0)
    return HallChoice(type(card), n, None if places else card, places)


def _shown_item(items: list[AgendaItem]) -> AgendaItem | None:
    """The running item, else the last one that came to an end."""
    running = [item for item in items if item.status is AgendaItemStatus.RUNNING]
    if running:
        return running[0]
    ended = [item for item in items if item.finished_at is not None]
    return max(ended, key=lambda item: item.finished_at or item.created_at, default=None)


def _live(db: DbSession, session: Session, guard: HallGuard, at: datetime) -> Live:
    items = items_of(db, session.id)
    numbers = item_numbers(session, items)
    running = next((item for item in items if item.status is AgendaItemStatus.RUNNING), None)
    hall = hall_of(db, session)
    item = None
    closed = running is not None and running.closed_part
    if running is not None and not closed and running.id in numbers:
        item = item_card(db, running, numbers[running.id])
        if guard.places_of(replace(item, presenter="")):
            item = None
        elif guard.places_of(item):
            item = replace(item, presenter="")
    key = "session_working" if session.kind is SessionKind.WORKING_MEETING else "session"
    return Live(
        session=labels.word("hall", key).format(number=session.number),
        mechanism=of_body(body_of(db, session)),
        day=date_long(local_date(session.starts_at)),
        at=local(at),
        item_n=numbers.get(running.id) if running is not None else None,
        item_of=len(numbers),
        quorum=_quorum(hall, at),
        confidential=closed,
        item=item,
        on_break=_on_break(hall),
        item_timer=_item_timer(running, session, at),
        floor_timer=_floor_timer(db, session, at),
        rehearsal=bool(db.info.get("rehearsal")),
    )


def _quorum(hall: Hall, at: datetime) -> Quorum | None:
    """None while nobody is counted: in a break, and where no quorum is asked for."""
    status = hall.session.status
    if status not in _COUNTED or not hall.roll:
        return None
    count = hall.count(at if status is SessionStatus.OPEN else None)
    if not count.needed:
        return None
    return Quorum(count.present, hall.seats, count.needed, count.has_quorum)


def _on_break(hall: Hall) -> BreakCard | None:
    if hall.session.status is not SessionStatus.ADJOURNED:
        return None
    row = hall.breaks[-1] if hall.breaks else None
    if row is None or row.planned_to_at is None:
        return BreakCard()
    until = local(row.planned_to_at)
    other = row.kind is BreakKind.ANOTHER_DAY
    return BreakCard(until.time(), date_long(until.date()) if other else "")


def _item_timer(item: AgendaItem | None, session: Session, at: datetime) -> Timer | None:
    if item is None or item.started_at is None or not item.planned_minutes:
        return None
    planned = item.planned_minutes * 60
    left = planned - int((at - item.started_at).total_seconds())
    return Timer(left, planned, local(at), running=session.status is SessionStatus.OPEN)


def _floor_timer(db: DbSession, session: Session, at: datetime) -> Timer | None:
    floor = current_speech(db, session.id)
    if floor is None or floor.timer.allowed is None:
        return None
    left = clockwork.left(floor.timer, at) or 0
    return Timer(left, floor.timer.allowed, local(at), running=floor.timer.runs)
