"""The program ended while a session was at work (power, crash, kill): the gap stands in its log.

Nothing confirmed is lost, so the gap is a fact about time only: until when was written, when the
work went on. The operator may turn it into a sentence of the minutes. Source: sessions anchor, 5.6.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import BreakKind, RoomEventKind
from dcm_desktop.store.tables import Audit, Draft, Place, RoomEvent, Session, SessionBreak
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.events import note_event
from dcm_desktop.usecases.sessions.state import check_live

_OPENING = ("store.unlocked", "store.unlock_failed")
_CLEAN_END = "store.locked"


@dataclass(frozen=True, slots=True)
class Interruption:
    """A gap in the work on a session. `in_minutes`: the minutes tell it."""

    event_id: str
    stopped_at: datetime
    resumed_at: datetime
    in_minutes: bool


def interrupted_at(db: DbSession) -> datetime | None:
    """Until when was written before a run that did not end as it should; None after a clean end.

    A run that ends writes `store.locked`; the rows of the present unlocking do not count.
    """
    before = db.execute(
        select(Audit.act, Audit.at)
        .where(Audit.act.not_in(_OPENING))
        .order_by(Audit.n.desc())
        .limit(1)
    ).first()
    if before is None or before.act == _CLEAN_END:
        return None
    typed = [*db.scalars(select(Draft.saved_at)), *db.scalars(select(Place.saved_at))]
    moments: list[datetime] = [before.at, *typed]
    return max(moments)


def note_interruption(
    db: DbSession, session_id: str, *, stopped_at: datetime, at: datetime
) -> Interruption:
    """Write the pair of moments into the log of the session."""
    session = db.get_one(Session, session_id)
    row = note_event(db, session, RoomEventKind.INTERRUPTED, at=min(stopped_at, at), until=at)
    return _interruption(row)


def tell_interruption(db: DbSession, event_id: str, *, at: datetime) -> Saved:
    """The minutes say that the session stood still for so long. Raises: RuleBroken
    `session.not_open`."""
    row = db.get_one(RoomEvent, event_id)
    check_live(db.get_one(Session, row.session_id))
    if not row.in_minutes:
        row.in_minutes = True
        db.add(
            SessionBreak(
                id=new_id(db),
                session_id=row.session_id,
                kind=BreakKind.OUTAGE,
                from_at=row.at,
                to_at=row.until_at or at,
            )
        )
    return Saved(row.id)


def _interruption(row: RoomEvent) -> Interruption:
    return Interruption(row.id, row.at, row.until_at or row.at, bool(row.in_minutes))
