"""The log of a session: what happened in the room beside the records themselves.

A line is written in the transaction of the act that made it, so that undo takes both back.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.attendance import Headcount
from dcm_desktop.domain.terms import RoomEventKind, SessionStatus
from dcm_desktop.store.tables import RoomEvent, Session
from dcm_desktop.usecases.memo import once
from dcm_desktop.usecases.saving import Saved, new_id


@dataclass(frozen=True, slots=True, repr=False)
class EventRow:
    """One line of the log. `answer`: what the operator chose when asked, empty until then."""

    event_id: str
    kind: RoomEventKind
    at: datetime
    until: datetime | None
    item_id: str | None
    present: int | None
    needed: int | None
    answer: str
    in_minutes: bool
    note: str


def note_event(
    db: DbSession,
    session: Session,
    kind: RoomEventKind,
    *,
    at: datetime,
    until: datetime | None = None,
    item_id: str | None = None,
    count: Headcount | None = None,
    in_minutes: bool = False,
    note: str = "",
) -> RoomEvent:
    """Write a line; `at` is when it happened in the room, `count` the people in it then."""
    row = RoomEvent(
        id=new_id(db),
        session_id=session.id,
        item_id=item_id,
        kind=kind,
        at=at,
        until_at=until,
        present=count.present if count is not None else None,
        needed=count.needed if count is not None else None,
        answer="",
        in_minutes=in_minutes,
        note=note,
    )
    db.add(row)
    return row


def note_crossing(
    db: DbSession, session: Session, before: Headcount, after: Headcount, *, at: datetime
) -> RoomEvent | None:
    """The line of a quorum that was lost or gained by an act; None when neither happened.

    Only while the session is open: before it, and in a break, nobody decides anything.
    """
    if session.status is not SessionStatus.OPEN or before.has_quorum == after.has_quorum:
        return None
    lost = before.has_quorum
    kind = RoomEventKind.QUORUM_LOST if lost else RoomEventKind.QUORUM_GAINED
    return note_event(db, session, kind, at=at, count=after)


def answer_event(db: DbSession, event_id: str, answer: str, *, at: datetime) -> Saved:
    """Keep what the operator chose when the line was asked about; it is not asked again."""
    del at
    row = db.get_one(RoomEvent, event_id)
    row.answer = answer
    return Saved(event_id)


def keep_in_minutes(
    db: DbSession, event_id: str, wanted: bool, *, note: str = "", at: datetime
) -> Saved:
    """Whether the minutes tell a line."""
    del at
    row = db.get_one(RoomEvent, event_id)
    row.in_minutes = wanted
    if note:
        row.note = note
    return Saved(event_id)


def events_of(db: DbSession, session_id: str) -> list[RoomEvent]:
    """Lines of a session in the order they happened."""
    return once(db, ("events", session_id), lambda: _read(db, session_id))


def _read(db: DbSession, session_id: str) -> list[RoomEvent]:
    rows = db.scalars(select(RoomEvent).where(RoomEvent.session_id == session_id))
    return sorted(rows, key=lambda row: (row.at, row.id))


def list_events(db: DbSession, session_id: str) -> tuple[EventRow, ...]:
    """The log of a session, the earliest line first."""
    return tuple(
        EventRow(
            row.id,
            row.kind,
            row.at,
            row.until_at,
            row.item_id,
            row.present,
            row.needed,
            row.answer,
            row.in_minutes,
            row.note,
        )
        for row in events_of(db, session_id)
    )


def last_of(db: DbSession, session_id: str, *kinds: RoomEventKind) -> RoomEvent | None:
    """The latest line of these kinds."""
    found = [row for row in events_of(db, session_id) if row.kind in kinds]
    return found[-1] if found else None
