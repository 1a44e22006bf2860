"""One session as the preparation screen shows it: form, agenda with planned times, readiness."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import actions_of
from dcm_desktop.domain.terms import SessionAction, SessionForm, SessionKind, SessionStatus
from dcm_desktop.store.tables import Session
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.agenda import ItemData, add_item
from dcm_desktop.usecases.sessions.drafting import draft_of, update_decision_text
from dcm_desktop.usecases.sessions.inbox import count_inbox
from dcm_desktop.usecases.sessions.minutes_parts import Record, record_of
from dcm_desktop.usecases.sessions.naming import names_of
from dcm_desktop.usecases.sessions.prepare import SessionData, get_session_data
from dcm_desktop.usecases.sessions.readiness import Readiness, readiness_of
from dcm_desktop.usecases.sessions.state import item_numbers, items_of
from dcm_desktop.usecases.sessions.views import ItemRow, item_rows

_AHEAD = (SessionStatus.DRAFT, SessionStatus.CONVENED, SessionStatus.POSTPONED)


@dataclass(frozen=True, slots=True, repr=False)
class PlannedSession:
    """A session and its agenda with planned times; nobody of the roll, nothing of its course.

    Unit: `plan_over_min` minutes, by which the planned end is late.
    """

    session_id: str
    mechanism_id: str
    number: int
    kind: SessionKind
    form: SessionForm
    status: SessionStatus
    topic: str
    place: str
    starts_at: datetime
    ends_at: datetime | None
    entered_later: bool
    items: tuple[ItemRow, ...]
    plan_ends_at: datetime
    plan_over_min: int
    first_late_id: str | None
    carried_count: int


@dataclass(frozen=True, slots=True, repr=False)
class PreparationView:
    """A session in preparation: its form, its agenda with planned times, its readiness.

    `inbox_count`: how many things wait for an agenda.
    """

    data: SessionData
    room: PlannedSession
    readiness: Readiness
    actions: tuple[SessionAction, ...]
    inbox_count: int


def get_preparation(db: DbSession, session_id: str, *, at: datetime) -> PreparationView:
    """A session as the preparation screen shows it."""
    row = db.get_one(Session, session_id)
    items = items_of(db, session_id)
    record = Record() if row.status in _AHEAD else record_of(db, row)
    names = names_of(db, (), {item.rapporteur_person_id for item in items})
    rows, ends_at, over, late = item_rows(
        db, row, items, item_numbers(row, items), record, names, at
    )
    room = PlannedSession(
        session_id=row.id,
        mechanism_id=row.mechanism_id,
        number=row.number,
        kind=row.kind,
        form=row.form,
        status=row.status,
        topic=row.topic,
        place=row.place,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        entered_later=row.entered_later,
        items=rows,
        plan_ends_at=ends_at,
        plan_over_min=over,
        first_late_id=late,
        carried_count=sum(1 for item in items if item.carried_from_id),
    )
    return PreparationView(
        get_session_data(db, session_id),
        room,
        readiness_of(db, row, over=over, late=_number(rows, late), at=at),
        actions_of(row.status),
        count_inbox(db, row.mechanism_id),
    )


def add_prepared_item(
    db: DbSession, session_id: str, data: ItemData, proposal: str = "", *, at: datetime
) -> Saved:
    """A new item with the decision that is proposed for it, as one act. Raises: as `add_item`."""
    saved = add_item(db, session_id, data, at=at)
    if proposal.strip():
        db.flush()
        update_decision_text(db, saved.id, proposal, at=at)
    return saved


def get_proposed_decision(db: DbSession, item_id: str) -> str:
    """The decision that is proposed for an item before the session; empty without one."""
    draft = draft_of(db, item_id)
    return draft.text if draft is not None else ""


def _number(rows: tuple[ItemRow, ...], item_id: str | None) -> int | None:
    return next((row.n for row in rows if row.item_id == item_id), None)
