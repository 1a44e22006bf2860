"""Membership changes put under an agenda item; they take effect when the decision is adopted.

Until then they wait in the store as drafts: a mandate that nobody decided must not exist.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import MandateEndReason, MemberRole, MembershipChangeKind
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import AgendaItem, Decision, Draft, Mandate, MembershipChange, Session
from dcm_desktop.usecases.drafts import drop_draft, save_draft
from dcm_desktop.usecases.members import MandateData, appoint, end_mandate
from dcm_desktop.usecases.saving import ACCEPT_ALL, Saved, new_id, required

_FIELD = "membership:"


@dataclass(frozen=True, slots=True)
class MembershipData:
    """What a decision shall do to a seat.

    `effective_on` is the first day of the change: the mandate begins on it, or has ended the day
    before. A start names person, institution and role; an end names the mandate.
    """

    change: MembershipChangeKind
    effective_on: date
    mandate_id: str | None = None
    person_id: str | None = None
    institution_id: str | None = None
    role: MemberRole = MemberRole.PERMANENT
    seat_no: int | None = None
    appointed_by: str = ""
    end_reason: MandateEndReason = MandateEndReason.REPLACED


@dataclass(frozen=True, slots=True)
class PendingMembership:
    """A change that waits for its decision."""

    pending_id: str
    data: MembershipData


def propose_membership(db: DbSession, item_id: str, data: MembershipData, *, at: datetime) -> Saved:
    """Put a change under an item; it is applied when a decision of the item is adopted.

    Raises: InputRefused `field.required`, RuleBroken `session.not_editable`.
    """
    item = db.get_one(AgendaItem, item_id)
    check_editable(db.get_one(Session, item.session_id).status)
    if data.change is MembershipChangeKind.END:
        required(data.mandate_id, name="person", field="mandate_id")
    else:
        required(data.person_id, name="person", field="person_id")
    pending_id = new_id(db)
    save_draft(db, item_id, _FIELD + pending_id, msgspec.json.encode(data).decode(), at=at)
    return Saved(pending_id)


def drop_membership(db: DbSession, item_id: str, pending_id: str, *, at: datetime) -> None:
    """Take a waiting change back."""
    del at
    drop_draft(db, item_id, _FIELD + pending_id)


def pending_membership(db: DbSession, item_id: str) -> tuple[PendingMembership, ...]:
    """Changes that wait under an item, in the order they were put."""
    rows = db.scalars(select(Draft).where(Draft.record_id == item_id).order_by(Draft.field))
    return tuple(
        PendingMembership(
            row.field.removeprefix(_FIELD), msgspec.json.decode(row.text, type=MembershipData)
        )
        for row in rows
        if row.field.startswith(_FIELD)
    )


def apply_membership(db: DbSession, decision: Decision, *, at: datetime) -> int:
    """Apply what waits under the item of a decision just adopted; ends come before starts.

    Raises: RuleBroken of `members.appoint` and `members.end_mandate`.
    """
    waiting = pending_membership(db, decision.item_id)
    order = sorted(waiting, key=lambda p: p.data.change is MembershipChangeKind.START)
    session = db.get_one(Session, decision.session_id)
    for pending in order:
        data = pending.data
        if data.change is MembershipChangeKind.END:
            mandate_id = data.mandate_id or ""
            end_mandate(
                db,
                mandate_id,
                end_on=data.effective_on - timedelta(days=1),
                reason=data.end_reason,
                at=at,
            )
        else:
            mandate_id = _appoint(db, session, data, at=at)
        db.add(
            MembershipChange(
                id=new_id(db),
                session_id=session.id,
                item_id=decision.item_id,
                decision_id=decision.id,
                mandate_id=mandate_id,
                change=data.change,
                effective_on=data.effective_on,
            )
        )
        drop_draft(db, decision.item_id, _FIELD + pending.pending_id)
        db.flush()
    return len(order)


def _appoint(db: DbSession, session: Session, data: MembershipData, *, at: datetime) -> str:
    same = db.scalars(
        select(Mandate).where(
            Mandate.mechanism_id == session.mechanism_id,
            Mandate.person_id == data.person_id,
            Mandate.start_on == data.effective_on,
            Mandate.role == data.role,
        )
    ).first()
    if same is not None:
        return same.id
    saved = appoint(
        db,
        session.mechanism_id,
        MandateData(
            person_id=data.person_id or "",
            role=data.role,
            start_on=data.effective_on,
            institution_id=data.institution_id,
            seat_no=data.seat_no,
            appointed_by=data.appointed_by,
        ),
        accept=ACCEPT_ALL,
        at=at,
    )
    if not saved.is_saved:
        raise RuleBroken("membership.not_applied")
    return saved.id
