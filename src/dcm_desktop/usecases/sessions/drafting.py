"""The words of a decision: its draft, its kind, what the public and the confidential edition say.

Putting it to the vote is in `deciding`.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.decision_text import normalise_decision, public_case_text
from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import DecisionKind, DecisionStatus, SessionStatus
from dcm_desktop.domain.text import check_text
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import ActionItem, AgendaItem, Case, Decision, Proposal, Session
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.minutes import remake_minutes
from dcm_desktop.usecases.sessions.state import check_writable
from dcm_desktop.usecases.sessions.titles import check_no_names


def draft_of(db: DbSession, item_id: str) -> Decision | None:
    """The decision being written under an item."""
    return db.scalars(
        select(Decision)
        .where(Decision.item_id == item_id, Decision.status == DecisionStatus.DRAFT)
        .order_by(Decision.id)
    ).first()


def update_decision_text(
    db: DbSession,
    item_id: str,
    text: str,
    *,
    kind: DecisionKind | None = None,
    at: datetime,
) -> Saved:
    """Save the decision being written under an item (the autosave of the field).

    Returns the draft; it is made with the first words. Raises: RuleBroken
    `session.not_editable`, InputRefused for the text.
    """
    del at
    item = db.get_one(AgendaItem, item_id)
    check_editable(db.get_one(Session, item.session_id).status)
    cleaned = check_text(text, name="decision", required=False, field="decision_text")
    draft = draft_of(db, item_id)
    if draft is None:
        if not cleaned:
            return Saved("")
        draft = Decision(
            id=new_id(db),
            session_id=item.session_id,
            item_id=item_id,
            case_id=item.case_id,
            status=DecisionStatus.DRAFT,
            addressee_ids=[],
        )
        db.add(draft)
    draft.text = cleaned
    if kind is not None:
        draft.kind = kind
    return Saved(draft.id)


def set_decision_kind(
    db: DbSession, decision_id: str, kind: DecisionKind, *, at: datetime
) -> Saved:
    """What a decision is: decision, recommendation, noted, commitment, opinion."""
    row = db.get_one(Decision, decision_id)
    session = db.get_one(Session, row.session_id)
    check_writable(db, session)
    row.kind = kind
    remake_if_over(db, session, at=at)
    return Saved(decision_id)


def set_public_text(db: DbSession, decision_id: str, text: str, *, at: datetime) -> Saved:
    """The sentence of the public edition; empty takes the generated one.

    Raises: RuleBroken `item.name_in_title` when a name of the register stands in it.
    """
    row = db.get_one(Decision, decision_id)
    session = db.get_one(Session, row.session_id)
    check_writable(db, session)
    cleaned = check_text(text, name="text", required=False, field="text_public")
    check_no_names(db, cleaned, field="text_public")
    row.text_public = cleaned or public_text_of(db, row)
    remake_if_over(db, session, at=at)
    return Saved(decision_id)


def set_confidential_text(db: DbSession, decision_id: str, text: str, *, at: datetime) -> Saved:
    """Words of a decision for the confidential annex only."""
    row = db.get_one(Decision, decision_id)
    session = db.get_one(Session, row.session_id)
    check_writable(db, session)
    row.text_confidential = check_text(text, name="text", required=False)
    remake_if_over(db, session, at=at)
    return Saved(decision_id)


def correct_decision_text(db: DbSession, decision_id: str, text: str, *, at: datetime) -> Saved:
    """Correct a slip in an adopted text while the minutes are a draft; the number stays.

    Raises: InputRefused `decision.empty`, RuleBroken `minutes.signed`, `session.not_editable`.
    """
    row = db.get_one(Decision, decision_id)
    session = db.get_one(Session, row.session_id)
    check_writable(db, session)
    cleaned = check_text(text, name="decision", required=False, field="decision_text")
    if not cleaned:
        raise InputRefused("decision.empty", field="decision_text")
    repeated = row.text_public == row.text
    row.text = normalise_decision(cleaned)
    if repeated:
        row.text_public = row.text
    remake_if_over(db, session, at=at)
    return Saved(decision_id)


def take_proposal(db: DbSession, proposal_id: str, *, at: datetime) -> Saved:
    """A proposal becomes the text of the decision being written; what stood there is replaced.

    Raises: RuleBroken `session.not_editable`.
    """
    row = db.get_one(Proposal, proposal_id)
    return update_decision_text(db, row.item_id, row.text, at=at)


def public_text_of(db: DbSession, decision: Decision) -> str:
    """For a case the neutral sentence; for the closed part nothing; else the text itself."""
    if decision.case_id:
        code = db.get_one(Case, decision.case_id).code
        with_tasks = bool(tasks_of(db, decision))
        return public_case_text(decision.kind, code, with_commitments=with_tasks)
    item = db.get_one(AgendaItem, decision.item_id)
    return "" if item.closed_part else decision.text


def tasks_of(db: DbSession, decision: Decision) -> list[ActionItem]:
    """Tasks that belong to a decision."""
    return list(db.scalars(select(ActionItem).where(ActionItem.decision_id == decision.id)))


def remake_if_over(db: DbSession, session: Session, *, at: datetime) -> None:
    """Make the draft of the minutes again when the session is over."""
    if session.status in (SessionStatus.HELD, SessionStatus.NO_QUORUM):
        db.flush()
        remake_minutes(db, session.id, at=at)
