"""Decisions: adoption with its number, corrections, annulment. Their words are in `drafting`.

A number is given at the moment of adoption, in the same transaction, and never again.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.decision_text import normalise_decision
from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.terms import (
    DecisionStatus,
    VoteSubject,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import next_decision_number
from dcm_desktop.domain.vote import explain
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Commitment,
    Decision,
    Session,
    Vote,
)
from dcm_desktop.usecases.saving import Saved, waiting
from dcm_desktop.usecases.sessions.agenda_state import freeze_agenda
from dcm_desktop.usecases.sessions.drafting import (
    draft_of,
    public_text_of,
    remake_if_over,
    tasks_of,
)
from dcm_desktop.usecases.sessions.membership import apply_membership
from dcm_desktop.usecases.sessions.state import check_live, check_writable, hall_of
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
    """The common path of `adopt_by_consensus` and `adopt_by_vote`.

    The majority is that of the kind of decision. Each decision and each vote has its own rows:
    what was put before stays.
    """
    return put_in_block(db, item_id, ballot, None, accept=accept, when=when or at, at=at)


def put_in_block(
    db: DbSession,
    item_id: str,
    ballot: Ballot,
    block_id: str | None,
    *,
    accept: Collection[str] = (),
    when: datetime,
    at: datetime,
) -> Adopted:
    """One decision of those put in one go (`block_id`); see `block.put_block`."""
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    check_live(session)
    draft = draft_of(db, item_id)
    if draft is None or not draft.text.strip():
        raise InputRefused("decision.empty", field="decision_text")
    basis = basis_of(db, hall_of(db, session), item_id, when, draft.kind)
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
        block_id=block_id,
        when=when,
    )
    _take_tasks(db, draft)
    if counted.adopted:
        _adopt(db, session, draft, when=when)
        apply_membership(db, draft, at=at)
    else:
        draft.status = DecisionStatus.REJECTED
    db.flush()
    return Adopted(
        draft.id,
        draft.number or "",
        vote.id,
        counted.adopted,
        explanation,
        counted.warnings,
    )


def correct_vote(
    db: DbSession,
    vote_id: str,
    ballot: Ballot,
    *,
    reason: str,
    accept: Collection[str] = (),
    at: datetime,
) -> Adopted:
    """Enter a vote again that was typed wrong; the old one stays and is pointed to.

    It is counted as of the moment of the old one. A decision that was adopted by mistake is
    annulled and keeps its number; one that was adopted after all gets one. After the closing the
    minutes are made again, with a footnote. Raises: as `adopt_by_vote`; InputRefused
    `vote.correction_reason`; RuleBroken `vote.corrected_already`, `minutes.signed`.
    """
    old = db.get_one(Vote, vote_id)
    session = db.get_one(Session, old.session_id)
    check_writable(db, session)
    why = check_line(reason, name="reason", max_len=300, required=False, field="correction_reason")
    if not why:
        raise InputRefused("vote.correction_reason", field="correction_reason")
    if db.scalar(select(Vote.id).where(Vote.corrects_id == vote_id)):
        raise RuleBroken("vote.corrected_already")
    decision = db.get_one(Decision, old.decision_id) if old.decision_id else None
    kind = decision.kind if decision is not None else None
    basis = basis_of(db, hall_of(db, session), old.item_id, old.at, kind)
    counted = count_ballot(basis, ballot, accept)
    explanation = explain(counted.outcome)
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
        correction_reason=why,
        block_id=old.block_id,
        when=old.at,
    )
    adopted = counted.adopted
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
        if adopted:
            freeze_agenda(db, session)
        else:
            session.agenda_snapshot = ""
    remake_if_over(db, session, at=at)
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


def _addressees(db: DbSession, decision: Decision) -> list[str]:
    found = [t.responsible_institution_id for t in tasks_of(db, decision)]
    return list(dict.fromkeys(one for one in found if one))


def _take_tasks(db: DbSession, decision: Decision) -> None:
    """Tasks written and commitments declared before the decision was put belong to it."""
    rows = db.scalars(
        select(ActionItem).where(
            ActionItem.item_id == decision.item_id, ActionItem.decision_id.is_(None)
        )
    )
    for task in rows:
        task.decision_id = decision.id
    declared = db.scalars(
        select(Commitment).where(
            Commitment.item_id == decision.item_id, Commitment.decision_id.is_(None)
        )
    )
    for commitment in declared:
        commitment.decision_id = decision.id
    db.flush()
