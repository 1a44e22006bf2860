"""Recusals: a member stands aside in one item because of a conflict of interest (отвод).

Whether they go out of the hall for it is a fact of its own, a pair of times; in the quorum they
stay either way, as the rules say.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import AgendaItemStatus
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import AgendaItem, Person, Recusal, Session
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.state import hall_of


def recuse(
    db: DbSession,
    item_id: str,
    attendance_id: str,
    *,
    reason: str | None = None,
    leaves: bool | None = None,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """A member stands aside in one item (отвод). Marking again changes what is given.

    `leaves`: whether they go out of the hall until the item is over. Raises: RuleBroken
    `vote.not_entitled` for somebody without a vote.
    """
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    check_editable(session.status)
    hall = hall_of(db, session)
    acting = hall.speaks_for(attendance_id)
    if not acting.votes:
        person = db.get(Person, acting.person_id) if acting.person_id else None
        name = f"{person.first_name} {person.last_name}" if person else None
        raise RuleBroken("vote.not_entitled", person=name)
    row = _recusal(db, item_id, acting.id)
    if row is None:
        row = Recusal(id=new_id(db), item_id=item_id, attendance_id=acting.id, reason="")
        db.add(row)
    if reason is not None:
        row.reason = check_line(reason, name="reason", max_len=300, required=False)
    if leaves is not None:
        runs = item.status is AgendaItemStatus.RUNNING
        row.left_at = (row.left_at or when or at) if leaves and runs else None
        row.returned_at = None
    return Saved(row.id)


def take_back_recusal(db: DbSession, item_id: str, attendance_id: str, *, at: datetime) -> None:
    """The member takes part in the item after all; nothing happens when they already do."""
    del at
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    check_editable(session.status)
    row = _recusal(db, item_id, hall_of(db, session).speaks_for(attendance_id).id)
    if row is not None:
        row.deleted = True


def bring_recused_back(db: DbSession, item_id: str, *, when: datetime) -> None:
    """The item is over: those who went out for it come back into the hall."""
    for row in db.scalars(select(Recusal).where(Recusal.item_id == item_id)):
        if row.left_at is not None and row.returned_at is None:
            row.returned_at = max(when, row.left_at)


def _recusal(db: DbSession, item_id: str, attendance_id: str) -> Recusal | None:
    return db.scalars(
        select(Recusal).where(Recusal.item_id == item_id, Recusal.attendance_id == attendance_id)
    ).first()
