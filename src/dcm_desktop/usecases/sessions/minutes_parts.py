"""Votes, decisions, tasks and pledges of a session in the form that papers print."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.documents.models import (
    DecisionFacts,
    DecisionPoint,
    MembershipLine,
    NamedChoice,
    PledgeFacts,
    TaskTerm,
    VoteFacts,
)
from dcm_desktop.domain.decision_text import parse_points
from dcm_desktop.domain.names import fold
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    ActionItemStatus,
    DecisionStatus,
    VoteMethod,
    VoteSubject,
)
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Decision,
    Mandate,
    MembershipChange,
    NamedVote,
    Pledge,
    Session,
    Vote,
)
from dcm_desktop.usecases.sessions.naming import Names


@dataclass(slots=True)
class Record:
    """Everything decided in a session, grouped once."""

    decisions: dict[str, list[Decision]] = field(default_factory=dict)
    """By item, in the order they were put."""
    votes: dict[str, Vote] = field(default_factory=dict)
    """Last vote by decision."""
    agenda_vote: Vote | None = None
    added_votes: dict[str, Vote] = field(default_factory=dict)
    """Last vote on taking up an added item, by item."""
    named: dict[str, list[NamedVote]] = field(default_factory=dict)
    tasks: dict[str, list[ActionItem]] = field(default_factory=dict)
    """By item, in the order they were entered."""
    pledges: dict[str, list[Pledge]] = field(default_factory=dict)
    membership: dict[str, list[MembershipChange]] = field(default_factory=dict)
    """By decision."""
    mandates: dict[str, Mandate] = field(default_factory=dict)


def record_of(db: DbSession, session: Session) -> Record:
    """Read the decisions of a session with all that hangs on them."""
    found = Record()
    here = session.id
    for decision in _of(db, Decision, here):
        found.decisions.setdefault(decision.item_id, []).append(decision)
    corrected = set()
    votes = _of(db, Vote, here)
    for vote in votes:
        corrected.add(vote.corrects_id)
    for vote in votes:
        if vote.id in corrected:
            continue
        if vote.subject is VoteSubject.AGENDA:
            found.agenda_vote = vote
        elif vote.subject is VoteSubject.ADDED_ITEM and vote.item_id:
            found.added_votes[vote.item_id] = vote
        elif vote.decision_id:
            found.votes[vote.decision_id] = vote
    if any(vote.method is VoteMethod.ROLL_CALL for vote in votes):
        ids = [vote.id for vote in votes]
        for choice in db.scalars(select(NamedVote).where(NamedVote.vote_id.in_(ids))):
            found.named.setdefault(choice.vote_id, []).append(choice)
    for task in _of(db, ActionItem, here):
        if task.item_id and task.status is not ActionItemStatus.CANCELLED:
            found.tasks.setdefault(task.item_id, []).append(task)
    for pledge in _of(db, Pledge, here):
        if pledge.item_id:
            found.pledges.setdefault(pledge.item_id, []).append(pledge)
    for change in _of(db, MembershipChange, here):
        if change.decision_id:
            found.membership.setdefault(change.decision_id, []).append(change)
        mandate = db.get(Mandate, change.mandate_id)
        if mandate is not None:
            found.mandates[mandate.id] = mandate
    return found


_OfSession = TypeVar("_OfSession", Decision, Vote, ActionItem, Pledge, MembershipChange)


def _of(db: DbSession, table: type[_OfSession], session_id: str) -> Sequence[_OfSession]:
    return db.scalars(select(table).where(table.session_id == session_id).order_by(table.id)).all()


def vote_facts(vote: Vote | None, record: Record, names: Names, rules: Rules) -> VoteFacts | None:
    """A vote as printed; None when there was none."""
    if vote is None:
        return None
    return VoteFacts(
        method=vote.method,
        result=vote.result,
        eligible_present=vote.eligible_present,
        recused=vote.recused_n,
        for_n=vote.for_n or 0,
        against_n=vote.against_n or 0,
        abstain_n=vote.abstain_n or 0,
        not_voting_n=vote.not_voting_n or 0,
        blank_n=vote.blank_n or 0,
        invalid_n=vote.invalid_n or 0,
        tie_broken_by_chair=vote.tie_broken_by_chair,
        named=tuple(
            NamedChoice(names.of_row(choice.attendance_id), choice.choice)
            for choice in sorted(record.named.get(vote.id, ()), key=lambda row: row.id)
        ),
        named_public=rules.named_votes_public,
    )


def decision_facts(
    decision: Decision, item: AgendaItem, record: Record, names: Names, rules: Rules
) -> DecisionFacts:
    """A decision that was put, with its points, tasks, membership lines and vote."""
    points = parse_points(decision.text)
    labels = {point.label for point in points}
    tasks = [t for t in record.tasks.get(item.id, ()) if t.decision_id == decision.id]
    secret = item.closed_part or decision.case_id is not None
    public = decision.text_public if secret or decision.text_public != decision.text else ""
    return DecisionFacts(
        number=decision.number or "",
        kind=decision.kind,
        points=tuple(
            DecisionPoint(
                point.label,
                point.text,
                tuple(
                    task_term(task, names, above=point.text)
                    for task in tasks
                    if task.point_label == point.label
                ),
            )
            for point in points
        ),
        tasks=tuple(task_term(task, names) for task in tasks if task.point_label not in labels),
        membership=tuple(
            _membership_line(change, record, names)
            for change in record.membership.get(decision.id, ())
        ),
        text_public=public,
        vote=vote_facts(record.votes.get(decision.id), record, names, rules),
    )


def was_put(decision: Decision) -> bool:
    """Whether a decision was put to the room: a draft never was."""
    return decision.status is not DecisionStatus.DRAFT


def task_term(task: ActionItem, names: Names, *, above: str = "") -> TaskTerm:
    """Who answers for a task and until when; its words only where the point does not say them."""
    said = fold(task.title).rstrip(".") in fold(above)
    return TaskTerm(
        owner=names.institution(task.responsible_institution_id),
        co_owners=tuple(names.institution(one) for one in task.co_responsible_ids or ()),
        due_on=task.due_on,
        standing=task.standing,
        next_session=task.next_session,
        title="" if said else task.title,
    )


def pledge_facts(pledge: Pledge, names: Names) -> PledgeFacts:
    """A pledge as printed."""
    return PledgeFacts(
        institution=names.institution(pledge.institution_id),
        kind=pledge.kind,
        what=pledge.what,
        amount=pledge.amount,
        unit=pledge.unit,
        due_on=pledge.due_on,
    )


def _membership_line(change: MembershipChange, record: Record, names: Names) -> MembershipLine:
    mandate = record.mandates[change.mandate_id]
    return MembershipLine(
        change.change,
        names.name(mandate.person_id),
        mandate.role,
        names.institution(mandate.institution_id),
        change.effective_on,
    )


def people_in(record: Record) -> set[str]:
    """Officials that the record names besides those of the roll."""
    return {mandate.person_id for mandate in record.mandates.values()}
