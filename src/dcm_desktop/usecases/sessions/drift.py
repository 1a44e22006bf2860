"""How late a running session is, and new minutes for its remaining items that somebody accepts.

The end that was planned stays the measure, also after new minutes were accepted: the first such act
notes it. Source: sessions anchor, row A9.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.agenda import Planned, minutes_of
from dcm_desktop.domain.drift import WORTH_SAYING, drift_minutes, remaining, replan
from dcm_desktop.domain.session import FINISHED_ITEM
from dcm_desktop.domain.terms import AgendaItemStatus, RoomEventKind, SessionKind, SessionStatus
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import AgendaItem, RoomEvent, Session
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.events import note_event
from dcm_desktop.usecases.sessions.state import LIVE, check_live, item_numbers, items_of


@dataclass(frozen=True, slots=True, repr=False)
class ProposedTime:
    """A remaining item with its minutes: as planned (left, for a running one) and as proposed."""

    item_id: str
    n: int | None
    title: str
    planned: int
    proposed: int


@dataclass(frozen=True, slots=True, repr=False)
class DriftView:
    """Where a session stands against its plan. Minutes; negative: to spare."""

    ends_at: datetime
    planned_end: datetime
    minutes: int
    proposed: tuple[ProposedTime, ...]
    """Remaining items with new minutes; empty while there is nothing to propose."""
    fits: bool
    """Whether the session ends in time with them."""

    @property
    def is_worth_saying(self) -> bool:
        """Whether new minutes are proposed by themselves."""
        return self.minutes >= WORTH_SAYING and bool(self.proposed)


def get_drift(db: DbSession, session_id: str, *, at: datetime) -> DriftView | None:
    """The drift of a session at work; None before and after."""
    session = db.get_one(Session, session_id)
    in_a_room = session.kind is not SessionKind.WRITTEN
    if session.status not in LIVE or session.entered_later or not in_a_room:
        return None
    items = items_of(db, session_id)
    left = [item for item in items if item.status not in FINISHED_ITEM]
    minutes = [_left(item, at) for item in left]
    ends_at = at + timedelta(minutes=sum(minutes))
    planned_end = _planned_end(db, session, items)
    late = drift_minutes(ends_at, planned_end)
    proposed: tuple[ProposedTime, ...] = ()
    fits = late <= 0
    if late > 0:
        available = int((planned_end - at).total_seconds() // 60)
        new = replan(minutes, available)
        fits = sum(new) <= max(0, available)
        numbers = item_numbers(session, items)
        if new != tuple(minutes):
            proposed = tuple(
                ProposedTime(item.id, numbers.get(item.id), item.title, old, one)
                for item, old, one in zip(left, minutes, new, strict=True)
            )
    return DriftView(ends_at, planned_end, late, proposed, fits)


def accept_replan(db: DbSession, session_id: str, *, at: datetime) -> Saved:
    """Give the remaining items the proposed minutes; the log of the session says what they were.

    Raises: RuleBroken `session.not_open`, `session.nothing_to_replan`.
    """
    session = db.get_one(Session, session_id)
    check_live(session)
    drift = get_drift(db, session_id, at=at)
    if drift is None or not drift.proposed:
        raise RuleBroken("session.nothing_to_replan")
    changes = []
    for one in drift.proposed:
        item = db.get_one(AgendaItem, one.item_id)
        before = _minutes(item)
        after = max(1, before - one.planned + one.proposed)
        if after == before:
            continue
        item.planned_minutes = after
        changes.append(f"{one.n or '–'}: {before} → {after}")
    row = note_event(
        db,
        session,
        RoomEventKind.REPLANNED,
        at=at,
        until=drift.planned_end,
        note="; ".join(changes),
    )
    return Saved(row.id)


def _minutes(item: AgendaItem) -> int:
    return minutes_of(Planned(item.kind, item.planned_minutes))


def _left(item: AgendaItem, at: datetime) -> int:
    running = item.status is AgendaItemStatus.RUNNING
    return remaining(_minutes(item), item.started_at if running else None, at)


def _planned_end(db: DbSession, session: Session, items: list[AgendaItem]) -> datetime:
    """The end that was announced, else the one the agenda gave when the session began."""
    if session.ends_at is not None and session.status is not SessionStatus.HELD:
        return session.ends_at
    accepted = db.scalars(
        select(RoomEvent)
        .where(RoomEvent.session_id == session.id, RoomEvent.kind == RoomEventKind.REPLANNED)
        .order_by(RoomEvent.at, RoomEvent.id)
    ).first()
    if accepted is not None and accepted.until_at is not None:
        return accepted.until_at
    gone = (AgendaItemStatus.POSTPONED, AgendaItemStatus.WITHDRAWN)
    whole = sum(_minutes(item) for item in items if item.status not in gone)
    return session.starts_at + timedelta(minutes=whole)
