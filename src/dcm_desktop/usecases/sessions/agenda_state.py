"""The agenda as guards and readers see it: states of its items, the snapshot of its adoption, and
the versions of minutes that it may ask to adopt.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import ItemState
from dcm_desktop.domain.terms import AgendaItemStatus, VoteResult, VoteSubject
from dcm_desktop.domain.values import local_date
from dcm_desktop.store.plain import canonical
from dcm_desktop.store.tables import AgendaItem, Minutes, Session, Vote
from dcm_desktop.usecases.sessions.state import item_numbers, items_of


def item_states(db: DbSession, session: Session) -> list[ItemState]:
    """The agenda as the guards of the session see it."""
    items = items_of(db, session.id)
    numbers = item_numbers(session, items)
    votes = list(
        db.scalars(
            select(Vote).where(
                Vote.session_id == session.id, Vote.subject == VoteSubject.ADDED_ITEM
            )
        )
    )
    voted = {vote.item_id for vote in votes}
    taken = {vote.item_id for vote in votes if vote.result is VoteResult.ADOPTED}
    adopted = session.agenda_adopted_at is not None
    return [
        ItemState(
            n=numbers.get(item.id, index + 1),
            status=item.status,
            kind=item.kind,
            has_case=item.case_id is not None,
            added_at_session=item.added_at_session,
            added_voted=item.id in taken,
            has_public_title=bool(item.public_title) or not item.closed_part,
            has_rapporteur=bool(item.rapporteur_person_id or item.rapporteur_text),
            carried_times=times_carried(db, item.carried_from_id),
            minutes_outdated=_is_outdated(db, item),
            late_change=adopted
            and item.status is AgendaItemStatus.WITHDRAWN
            and item.id in numbers
            and item.id not in voted,
        )
        for index, item in enumerate(items)
    ]


def times_carried(db: DbSession, carried_from_id: str | None) -> int:
    """How many sessions an item was carried over from, one after the other."""
    times, current, seen = 0, carried_from_id, set[str]()
    while current is not None and current not in seen:
        seen.add(current)
        earlier = db.get(AgendaItem, current)
        times += 1
        current = earlier.carried_from_id if earlier is not None else None
    return times


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item was carried from, and how often it was carried in all."""

    number: int
    on: date
    times: int


def origins_of(db: DbSession, items: Sequence[AgendaItem]) -> dict[str, Origin]:
    """Origin of each item that was carried over, by item."""
    found = {}
    for item in items:
        earlier = db.get(AgendaItem, item.carried_from_id) if item.carried_from_id else None
        session = db.get(Session, earlier.session_id) if earlier is not None else None
        if session is not None:
            times = times_carried(db, item.carried_from_id)
            found[item.id] = Origin(session.number, local_date(session.starts_at), times)
    return found


def freeze_agenda(db: DbSession, session: Session) -> None:
    """Keep the agenda as it is adopted now: what is on it, what was added, what was withdrawn.

    Source: sessions anchor, row A13.
    """
    items = items_of(db, session.id)
    numbers = item_numbers(session, items)
    session.agenda_snapshot = canonical(
        [
            {
                "id": item.id,
                "n": numbers.get(item.id),
                "kind": item.kind.value,
                "title": item.title,
                "public_title": item.public_title,
                "rapporteur": item.rapporteur_person_id or item.rapporteur_text,
                "case": item.case_id,
                "closed": item.closed_part,
                "minutes": item.planned_minutes,
                "added": item.added_at_session,
                "withdrawn": item.status is AgendaItemStatus.WITHDRAWN,
                "reason": item.status_reason,
                "proposed_by": item.proposed_by_attendance_id,
            }
            for item in items
        ]
    )


@dataclass(frozen=True, slots=True, repr=False)
class AdoptedItem:
    """An item as the agenda had it when it was adopted. `n` None: withdrawn at the adoption."""

    item_id: str
    n: int | None
    title: str
    public_title: str
    added: bool
    withdrawn: bool
    reason: str
    proposed_by_id: str | None


def get_adopted_agenda(db: DbSession, session_id: str) -> tuple[AdoptedItem, ...]:
    """The agenda as it was adopted; empty before that. Later changes never show here."""
    session = db.get_one(Session, session_id)
    if not session.agenda_snapshot:
        return ()
    return tuple(
        AdoptedItem(
            row["id"],
            row["n"],
            row["title"],
            row["public_title"],
            row["added"],
            row["withdrawn"],
            row["reason"],
            row["proposed_by"],
        )
        for row in json.loads(session.agenda_snapshot)
    )


@dataclass(frozen=True, slots=True)
class MinutesChoice:
    """A version of minutes that an item may ask to adopt."""

    minutes_id: str
    session_number: int
    held_on: date
    version: int
    is_latest: bool


def minutes_choices(
    db: DbSession, mechanism_id: str, *, before: datetime
) -> tuple[MinutesChoice, ...]:
    """Versions of the minutes of earlier sessions, the latest session and version first."""
    rows = db.execute(
        select(Minutes, Session)
        .join(Session, Session.id == Minutes.session_id)
        .where(Session.mechanism_id == mechanism_id)
    )
    pairs = sorted(rows, key=lambda pair: (pair[1].starts_at, pair[0].version), reverse=True)
    latest: dict[str, str] = {}
    for minutes, held in pairs:
        latest.setdefault(held.id, minutes.id)
    return tuple(
        MinutesChoice(
            minutes.id,
            held.number,
            local_date(held.starts_at),
            minutes.version,
            latest[held.id] == minutes.id,
        )
        for minutes, held in pairs
        if held.starts_at < before
    )


def _is_outdated(db: DbSession, item: AgendaItem) -> bool:
    if item.minutes_id is None:
        return False
    minutes = db.get(Minutes, item.minutes_id)
    if minutes is None:
        return True
    newer = db.scalar(
        select(Minutes.id)
        .where(Minutes.session_id == minutes.session_id, Minutes.version > minutes.version)
        .limit(1)
    )
    return newer is not None
