"""What the session room shows, as one frozen value read in one go."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.agenda import Planned, minutes_of, plan
from dcm_desktop.domain.attendance import Headcount
from dcm_desktop.domain.drift import remaining
from dcm_desktop.domain.session import FINISHED_ITEM, actions_of
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    QuorumBase,
    QuorumRule,
    SessionAction,
    SessionForm,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.store.tables import AgendaItem, MechanismRules, Session
from dcm_desktop.usecases.sessions.agenda_state import Origin, origins_of
from dcm_desktop.usecases.sessions.asking import asked_now
from dcm_desktop.usecases.sessions.attachments import attachments_of
from dcm_desktop.usecases.sessions.expected import expectations
from dcm_desktop.usecases.sessions.item_view import ItemView, item_view
from dcm_desktop.usecases.sessions.live_view import LiveView, live_view
from dcm_desktop.usecases.sessions.minutes_model import body_of
from dcm_desktop.usecases.sessions.minutes_parts import Record, record_of
from dcm_desktop.usecases.sessions.naming import Names, names_of
from dcm_desktop.usecases.sessions.roll_view import RollRow, roll_rows
from dcm_desktop.usecases.sessions.state import Hall, hall_of, item_numbers, items_of


@dataclass(frozen=True, slots=True)
class QuorumView:
    """The quorum at this moment, and the rule it comes from. Unit: people.

    `may_vote` are those present with a vote; `to_spare` how many may leave (negative: missing).
    """

    present: int
    by_substitute: int
    may_vote: int
    seats: int
    needed: int
    has_quorum: bool
    to_spare: int
    rule: QuorumRule
    base: QuorumBase
    rules_version: int | None
    rules_adopted_on: date | None


@dataclass(frozen=True, slots=True, repr=False)
class ItemRow:
    """One point of the agenda in the list at the left. `n` None: withdrawn before adoption."""

    item_id: str
    n: int | None
    kind: AgendaItemKind
    title: str
    public_title: str
    status: AgendaItemStatus
    status_reason: str
    closed: bool
    case_id: str | None
    rapporteur: str
    planned_minutes: int | None
    starts_at: datetime | None
    """Planned beginning; None for a finished item."""
    started_at: datetime | None
    finished_at: datetime | None
    decision_numbers: tuple[str, ...]
    carried: bool
    added_at_session: bool
    added_voted: bool
    origin: Origin | None = None
    """Where it was carried from."""
    files: int = 0
    minutes_id: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class RoomView:
    """Everything the session room shows at a moment."""

    session_id: str
    mechanism_id: str
    number: int
    kind: SessionKind
    form: SessionForm
    status: SessionStatus
    area: str
    """„област Русе“."""
    topic: str
    place: str
    starts_at: datetime
    opened_at: datetime | None
    ends_at: datetime | None
    """Planned end before the closing, then the real one."""
    next_session_at: datetime | None
    entered_later: bool
    chair: str
    minutes_taker: str
    agenda_adopted_at: datetime | None
    quorum: QuorumView
    items: tuple[ItemRow, ...]
    current: ItemView | None
    """The item chosen, else the running one, else the first that waits."""
    running_id: str | None
    members: tuple[RollRow, ...]
    """One row per voting seat, in the order of their numbers."""
    others: tuple[RollRow, ...]
    """Those without a vote: associates, guests, coordinators."""
    actions: tuple[SessionAction, ...]
    plan_ends_at: datetime
    plan_over_min: int
    first_late_id: str | None
    carried_count: int
    left_count: int
    """Items that wait or run."""
    ground: str
    answers_due_at: datetime | None
    live: LiveView
    """Break, question of the quorum, closed part, declarations, written answers."""


def get_room(
    db: DbSession, session_id: str, *, item_id: str | None = None, at: datetime
) -> RoomView:
    """The room at a moment. `item_id`: the item to show instead of the running one."""
    session = db.get_one(Session, session_id)
    hall = hall_of(db, session)
    items = items_of(db, session_id)
    record = record_of(db, session)
    people = {session.chair_person_id, session.minutes_taker_person_id}
    people |= {item.rapporteur_person_id for item in items}
    names = names_of(db, hall.roll, people)
    numbers = item_numbers(session, items)
    moment = _moment(session, at)
    running = next((i for i in items if i.status is AgendaItemStatus.RUNNING), None)
    current = _current(items, running, item_id)
    rows, ends_at, over, late = item_rows(db, session, items, numbers, record, names, at)
    view = None
    if current is not None:
        n = numbers.get(current.id)
        view = item_view(db, session, hall, current, n, record, names, at=moment)
    recused = view.recused_ids if view is not None else ()
    said = expectations(db, session_id)
    members, others = roll_rows(hall, names, recused=recused, said=said, at=moment)
    shown = current.id if current is not None else None
    live = live_view(db, hall, names, item_id=shown, moment=moment, at=at)
    return RoomView(
        session_id=session.id,
        mechanism_id=session.mechanism_id,
        number=session.number,
        kind=session.kind,
        form=session.form,
        status=session.status,
        area=body_of(db, session).area,
        topic=session.topic,
        place=session.place,
        starts_at=session.starts_at,
        opened_at=session.opened_at,
        ends_at=session.ends_at,
        next_session_at=session.next_session_at,
        entered_later=session.entered_later,
        chair=names.name(session.chair_person_id),
        minutes_taker=names.name(session.minutes_taker_person_id),
        agenda_adopted_at=session.agenda_adopted_at,
        quorum=_quorum(db, session, hall, moment, shown),
        items=rows,
        current=view,
        running_id=running.id if running is not None else None,
        members=members,
        others=others,
        actions=actions_of(session.status),
        plan_ends_at=ends_at,
        plan_over_min=over,
        first_late_id=late,
        carried_count=sum(1 for item in items if item.carried_from_id),
        left_count=sum(1 for item in items if item.status not in FINISHED_ITEM),
        ground=session.ground,
        answers_due_at=session.answers_due_at,
        live=live,
    )


def _moment(session: Session, at: datetime) -> datetime | None:
    """The moment the room is shown at: now, or the end of one that is over."""
    if session.status in (SessionStatus.HELD, SessionStatus.NO_QUORUM):
        return session.ends_at
    return None if session.opened_at is None or session.entered_later else at


def _current(
    items: list[AgendaItem], running: AgendaItem | None, item_id: str | None
) -> AgendaItem | None:
    chosen = next((item for item in items if item.id == item_id), None)
    if chosen is not None:
        return chosen
    if running is not None:
        return running
    waiting = [item for item in items if item.status is AgendaItemStatus.WAITING]
    return waiting[0] if waiting else (items[-1] if items else None)


def _quorum(
    db: DbSession, session: Session, hall: Hall, moment: datetime | None, item_id: str | None
) -> QuorumView:
    """In a written procedure those who answered on the item count as taking part."""
    count = hall.count(moment)
    if session.kind is SessionKind.WRITTEN:
        asked = asked_now(db, hall, item_id, moment)
        count = Headcount(asked.present, 0, len(asked.voters), asked.needed)
    frozen = db.get(MechanismRules, session.rules_id) if session.rules_id else None
    return QuorumView(
        present=count.present,
        by_substitute=count.by_substitute,
        may_vote=count.entitled,
        seats=hall.seats,
        needed=count.needed,
        has_quorum=count.has_quorum,
        to_spare=count.to_spare,
        rule=hall.rules.quorum_rule,
        base=hall.rules.quorum_base,
        rules_version=frozen.version if frozen is not None else None,
        rules_adopted_on=frozen.adopted_on if frozen is not None else None,
    )


def _planned(item: AgendaItem, at: datetime | None) -> Planned:
    """An item of the plan; a running one keeps what is left of its minutes."""
    whole = Planned(item.kind, item.planned_minutes, item.status in FINISHED_ITEM)
    if at is None or item.status is not AgendaItemStatus.RUNNING:
        return whole
    return Planned(item.kind, remaining(minutes_of(whole), item.started_at, at))


def item_rows(
    db: DbSession,
    session: Session,
    items: list[AgendaItem],
    numbers: dict[str, int],
    record: Record,
    names: Names,
    at: datetime,
) -> tuple[tuple[ItemRow, ...], datetime, int, str | None]:
    """Rows of the agenda, its planned end, how late that is, the first item that is late."""
    origins = origins_of(db, items)
    files = attachments_of(db, [item.id for item in items])
    live = session.status in (SessionStatus.OPEN, SessionStatus.ADJOURNED)
    times = plan(
        [_planned(item, at if live else None) for item in items],
        begins_at=at if live else session.starts_at,
        must_end_at=session.ends_at,
    )
    rows = tuple(
        ItemRow(
            item_id=item.id,
            n=numbers.get(item.id),
            kind=item.kind,
            title=item.title,
            public_title=item.public_title,
            status=item.status,
            status_reason=item.status_reason,
            closed=item.closed_part,
            case_id=item.case_id,
            rapporteur=names.name(item.rapporteur_person_id) or item.rapporteur_text,
            planned_minutes=item.planned_minutes,
            starts_at=start,
            started_at=item.started_at,
            finished_at=item.finished_at,
            decision_numbers=tuple(
                d.number for d in record.decisions.get(item.id, ()) if d.number is not None
            ),
            carried=item.carried_from_id is not None,
            added_at_session=item.added_at_session,
            added_voted=item.id in record.added_votes,
            origin=origins.get(item.id),
            files=len(files.get(item.id, ())),
            minutes_id=item.minutes_id,
        )
        for item, start in zip(items, times.starts, strict=True)
    )
    late = rows[times.first_late].item_id if times.first_late is not None else None
    return rows, times.ends_at, times.over_min, late
