"""Decisions: their text while it is written, adoption with its number, corrections, annulment.

A number is given at the moment of adoption, in the same transaction, and never again.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.decision_text import normalise_decision, public_case_text
from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import (
    DecisionKind,
    DecisionStatus,
    SessionStatus,
    VoteSubject,
)
from dcm_desktop.domain.text import check_text
from dcm_desktop.domain.values import next_decision_number
from dcm_desktop.domain.vote import explain
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Case,
    Decision,
    Session,
    Vote,
)
from dcm_desktop.usecases.saving import Saved, new_id, waiting
from dcm_desktop.usecases.sessions.membership import apply_membership
from dcm_desktop.usecases.sessions.minutes import remake_minutes
from dcm_desktop.usecases.sessions.state import check_live, check_writable, hall_of
from dcm_desktop.usecases.sessions.titles import check_no_names
from dcm_desktop.usecases.sessions.voting import (
    CONSENSUS,
    Ballot,
    basis_of,
    count_ballot,
    write_vote,
)

_STANDING = (
    DecisionStatus.IN_FORCE,
    DecisionStatus.FULFILLED,
    DecisionStatus.PARTLY,
    DecisionStatus.NOT_FULFILLED,
)


@dataclass(frozen=True, slots=True)
class Adopted:
    """A decision that was put. `number` is empty when it was not adopted.

    `vote_id` is empty while one of `warnings` waits; nothing was written then.
    """

    decision_id: str
    number: str
    vote_id: str
    adopted: bool
    explanation: Finding | None
    warnings: tuple[Finding, ...] = ()

    @property
    def is_saved(self) -> bool:
        """Whether the vote was written."""
        return bool(self.vote_id)


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
    _again(db, session, at=at)
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
    _again(db, session, at=at)
    return Saved(decision_id)


def set_confidential_text(db: DbSession, decision_id: str, text: str, *, at: datetime) -> Saved:
    """Words of a decision for the confidential annex only."""
    row = db.get_one(Decision, decision_id)
    session = db.get_one(Session, row.session_id)
    check_writable(db, session)
    row.text_confidential = check_text(text, name="text", required=False)
    _again(db, session, at=at)
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
    _again(db, session, at=at)
    return Saved(decision_id)


def adopt_by_consensus(
    db: DbSession, item_id: str, *, when: datetime | None = None, at: datetime
) -> Adopted:
    """The decision being written is adopted because nobody objects; it gets its number.

    Raises: InputRefused `decision.empty`; RuleBroken `vote.no_quorum`,
    `vote.consensus_not_allowed`, `session.not_open`.
    """
    return put_decision(db, item_id, CONSENSUS, when=when, at=at)


def adopt_by_vote(
    db: DbSession,
    item_id: str,
    ballot: Ballot,
    *,
    accept: Collection[str] = (),
    when: datetime | None = None,
    at: datetime,
) -> Adopted:
    """The decision being written is put to the vote: adopted with a number, or rejected.

    Warns: `vote.sum_smaller` (accepted: the rest did not vote), `vote.tie_chair_decides`,
    `vote.tie_rejected`. Raises: as `adopt_by_consensus`, and those of `domain.vote`.
    """
    return put_decision(db, item_id, ballot, accept=accept, when=when, at=at)


def put_decision(
    db: DbSession,
    item_id: str,
    ballot: Ballot,
    *,
    accept: Collection[str] = (),
    when: datetime | None = None,
    at: datetime,
) -> Adopted:
    """The common path of `adopt_by_consensus` and `adopt_by_vote`."""
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    check_live(session)
    when = when or at
    draft = draft_of(db, item_id)
    if draft is None or not draft.text.strip():
        raise InputRefused("decision.empty", field="decision_text")
    basis = basis_of(db, hall_of(db, session), item_id, when)
    counted = count_ballot(basis, ballot, accept)
    explanation = explain(counted.outcome)
    if ask := waiting(counted.warnings, accept):
        return Adopted(draft.id, "", "", False, explanation, ask.warnings)
    draft.text = normalise_decision(draft.text)
    draft.present, draft.required = basis.present, basis.needed
    draft.entitled = basis.eligible_present
    vote = write_vote(
        db,
        session,
        counted,
        basis,
        subject=VoteSubject.DECISION,
        item_id=item_id,
        decision_id=draft.id,
        when=when,
    )
    _take_tasks(db, draft)
    if counted.outcome.adopted:
        _adopt(db, session, draft, when=when)
        apply_membership(db, draft, at=at)
    else:
        draft.status = DecisionStatus.REJECTED
    db.flush()
    return Adopted(
        draft.id,
        draft.number or "",
        vote.id,
        counted.outcome.adopted,
        explanation,
        counted.warnings,
    )


def correct_vote(
    db: DbSession,
    vote_id: str,
    ballot: Ballot,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Adopted:
    """Enter a vote again that was typed wrong; the old one stays and is pointed to.

    It is counted as of the moment of the old one. A decision that was adopted by mistake is
    annulled and keeps its number; one that was adopted after all gets one. Raises: as
    `adopt_by_vote`; RuleBroken `vote.corrected_already`.
    """
    old = db.get_one(Vote, vote_id)
    session = db.get_one(Session, old.session_id)
    check_live(session)
    if db.scalar(select(Vote.id).where(Vote.corrects_id == vote_id)):
        raise RuleBroken("vote.corrected_already")
    basis = basis_of(db, hall_of(db, session), old.item_id, old.at)
    counted = count_ballot(basis, ballot, accept)
    explanation = explain(counted.outcome)
    decision = db.get_one(Decision, old.decision_id) if old.decision_id else None
    decision_id = decision.id if decision is not None else ""
    if ask := waiting(counted.warnings, accept):
        return Adopted(decision_id, "", "", False, explanation, ask.warnings)
    vote = write_vote(
        db,
        session,
        counted,
        basis,
        subject=old.subject,
        item_id=old.item_id,
        decision_id=old.decision_id,
        corrects_id=old.id,
        when=old.at,
    )
    adopted = counted.outcome.adopted
    if decision is not None:
        if adopted and decision.number is None:
            _adopt(db, session, decision, when=old.at)
            apply_membership(db, decision, at=at)
        elif adopted:
            decision.status = DecisionStatus.IN_FORCE
        elif decision.number is not None:
            decision.status = DecisionStatus.WITHDRAWN
    elif old.subject is VoteSubject.AGENDA:
        session.agenda_adopted_at = old.at if adopted else None
    number = decision.number if decision is not None and adopted else ""
    return Adopted(decision_id, number or "", vote.id, adopted, explanation, counted.warnings)


def annul_decision(
    db: DbSession, decision_id: str, *, by_decision_id: str | None = None, at: datetime
) -> Saved:
    """A later decision takes an adopted one back, or takes its place (`by_decision_id`).

    Nothing is erased and the number is not given again. Raises: RuleBroken
    `decision.not_in_force`.
    """
    del at
    row = db.get_one(Decision, decision_id)
    if row.status not in _STANDING:
        raise RuleBroken("decision.not_in_force")
    row.status = DecisionStatus.SUPERSEDED if by_decision_id else DecisionStatus.WITHDRAWN
    row.superseded_by_id = by_decision_id
    return Saved(decision_id)


def next_number_of(db: DbSession, session: Session) -> str:
    """The number that the next decision of a session would get."""
    used = db.scalars(
        select(Decision.number)
        .where(Decision.session_id == session.id, Decision.number.is_not(None))
        .execution_options(include_deleted=True)
    )
    return str(next_decision_number(session.number, tuple(number for number in used if number)))


# -- inside -------------------------------------------------------------------------------------


def _adopt(db: DbSession, session: Session, decision: Decision, *, when: datetime) -> None:
    number = next_number_of(db, session)
    decision.number, decision.seq = number, int(number.rpartition("-")[2])
    decision.status, decision.adopted_at = DecisionStatus.IN_FORCE, when
    if not decision.text_public:
        decision.text_public = public_text_of(db, decision)
    if not decision.addressee_ids:
        decision.addressee_ids = _addressees(db, decision)


def public_text_of(db: DbSession, decision: Decision) -> str:
    """For a case the neutral sentence; for the closed part nothing; else the text itself."""
    if decision.case_id:
        code = db.get_one(Case, decision.case_id).code
        with_tasks = bool(_tasks(db, decision))
        return public_case_text(decision.kind, code, with_commitments=with_tasks)
    item = db.get_one(AgendaItem, decision.item_id)
    return "" if item.closed_part else decision.text


def _tasks(db: DbSession, decision: Decision) -> list[ActionItem]:
    return list(db.scalars(select(ActionItem).where(ActionItem.decision_id == decision.id)))


def _addressees(db: DbSession, decision: Decision) -> list[str]:
    found = [t.responsible_institution_id for t in _tasks(db, decision)]
    return list(dict.fromkeys(one for one in found if one))


def _take_tasks(db: DbSession, decision: Decision) -> None:
    """Tasks written before the decision was put belong to it."""
    rows = db.scalars(
        select(ActionItem).where(
            ActionItem.item_id == decision.item_id, ActionItem.decision_id.is_(None)
        )
    )
    for task in rows:
        task.decision_id = decision.id
    db.flush()


def _again(db: DbSession, session: Session, *, at: datetime) -> None:
    if session.status in (SessionStatus.HELD, SessionStatus.NO_QUORUM):
        db.flush()
        remake_minutes(db, session.id, at=at)
