"""Votes, decisions, tasks and pledges of a session in the form that papers print."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.documents.decided import (
    CommitmentFacts,
    CorrectedVote,
    DecisionFacts,
    DecisionPoint,
    MembershipLine,
    NamedChoice,
    PledgeFacts,
    TaskTerm,
    VoteFacts,
)
from dcm_desktop.documents.decided import Dissent as DissentFacts
from dcm_desktop.documents.models import Annex
from dcm_desktop.domain.bulgarian import date_long
from dcm_desktop.domain.decision_text import parse_points
from dcm_desktop.domain.names import fold
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    ActionItemStatus,
    DecisionStatus,
    SessionStatus,
    VoteMethod,
    VoteSubject,
)
from dcm_desktop.domain.values import local_date
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Commitment,
    Decision,
    Dissent,
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
    corrected: dict[str, Vote] = field(default_factory=dict)
    """The vote as it stood at first, by the one that holds."""
    blocks: dict[str, list[str]] = field(default_factory=dict)
    """Numbers of the decisions that were put in one vote, by its block."""
    dissents: dict[str, list[Dissent]] = field(default_factory=dict)
    """By decision."""
    annexes: dict[str, int] = field(default_factory=dict)
    """Number of the annex of each different opinion."""
    commitments: dict[str, list[Commitment]] = field(default_factory=dict)
    """By item, in the order they were declared."""
    closed_at: datetime | None = None
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
    held = session.status in (SessionStatus.HELD, SessionStatus.NO_QUORUM)
    found = Record(closed_at=session.ends_at if held else None)
    here = session.id
    for decision in _of(db, Decision, here):
        found.decisions.setdefault(decision.item_id, []).append(decision)
    corrected = set()
    votes = _of(db, Vote, here)
    by_id = {vote.id: vote for vote in votes}
    for vote in votes:
        corrected.add(vote.corrects_id)
        first = vote
        while first.corrects_id in by_id:
            first = by_id[first.corrects_id]
        if first is not vote:
            found.corrected[vote.id] = first
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
        shown = task.status is not ActionItemStatus.CANCELLED and task.commitment_id is None
        if task.item_id and shown:
            found.tasks.setdefault(task.item_id, []).append(task)
    for commitment in _of(db, Commitment, here):
        found.commitments.setdefault(commitment.item_id, []).append(commitment)
    _note_blocks_and_dissents(found, _of(db, Dissent, here))
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


def _note_blocks_and_dissents(found: Record, dissents: Sequence[Dissent]) -> None:
    """Decisions put together by their block; different opinions with the numbers of annexes."""
    for dissent in dissents:
        found.dissents.setdefault(dissent.decision_id, []).append(dissent)
    number = 1
    for decisions in found.decisions.values():
        for decision in decisions:
            vote = found.votes.get(decision.id)
            if vote is not None and vote.block_id and decision.number:
                found.blocks.setdefault(vote.block_id, []).append(decision.number)
            for dissent in found.dissents.get(decision.id, ()):
                number += 1
                found.annexes[dissent.id] = number


_OfSession = TypeVar(
    "_OfSession", Decision, Vote, ActionItem, Pledge, MembershipChange, Commitment, Dissent
)


def _of(db: DbSession, table: type[_OfSession], session_id: str) -> Sequence[_OfSession]:
    return db.scalars(select(table).where(table.session_id == session_id).order_by(table.id)).all()


def vote_facts(vote: Vote | None, record: Record, names: Names, rules: Rules) -> VoteFacts | None:
    """A vote as printed; None when there was none."""
    if vote is None:
        return None
    unusual = vote.majority is not None and vote.majority is not rules.majority
    together = record.blocks.get(vote.block_id or "", [])
    numbers = {d.id: d.number for rows in record.decisions.values() for d in rows}
    own = numbers.get(vote.decision_id or "")
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
        dissents=tuple(
            DissentFacts(
                names.of_row(one.attendance_id), record.annexes.get(one.id), one.promised_by
            )
            for one in record.dissents.get(vote.decision_id or "", ())
        ),
        majority=vote.majority if unusual else None,
        tellers=tuple(names.of_row(one) for one in vote.teller_ids or ()),
        together_with=tuple(number for number in together if number != own),
        computed=vote.computed_result,
        override_reason=vote.override_reason or "",
        corrected=_corrected(vote, record),
    )


def _corrected(vote: Vote, record: Record) -> CorrectedVote | None:
    """The first entry of a vote that was corrected after the closing: the minutes say so."""
    first = record.corrected.get(vote.id)
    closed_at = record.closed_at
    if first is None or closed_at is None or vote.created_at <= closed_at:
        return None
    return CorrectedVote(
        first.for_n or 0,
        first.against_n or 0,
        first.abstain_n or 0,
        by_consensus=first.method is VoteMethod.CONSENSUS,
        result=first.result,
        corrected_on=local_date(vote.created_at),
        reason=vote.correction_reason or "",
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


def loose_tasks(item: AgendaItem, record: Record, names: Names) -> tuple[TaskTerm, ...]:
    """Tasks of an item under no decision that was put: printed below the item, not lost."""
    put = {d.id for d in record.decisions.get(item.id, ()) if was_put(d)}
    return tuple(
        task_term(task, names)
        for task in record.tasks.get(item.id, ())
        if task.decision_id not in put
    )


def commitment_facts(row: Commitment, names: Names) -> CommitmentFacts:
    """A commitment as printed."""
    return CommitmentFacts(
        institution=names.institution(row.institution_id),
        what=row.what,
        declared_by=names.of_row(row.declared_by_attendance_id),
        due_on=row.due_on,
        standing=row.standing,
        next_session=row.next_session,
    )


def dissent_annexes(items: Sequence[AgendaItem], record: Record, names: Names) -> list[Annex]:
    """Different opinions as annexes of the minutes, in the order of the decisions."""
    secret = {item.id for item in items if item.closed_part or item.case_id}
    found = []
    for item_id, decisions in record.decisions.items():
        for decision in decisions:
            of = f"по решение №\u00a0{decision.number}" if decision.number else "по предложение"
            for one in record.dissents.get(decision.id, ()):
                who = names.of_row(one.attendance_id)
                title = f"Особено мнение на {who} {of}"
                if one.promised_by is not None and not one.text:
                    title += f" – ще бъде представено до {date_long(one.promised_by)}"
                found.append(
                    Annex(
                        record.annexes[one.id],
                        title,
                        public_title=f"Особено мнение {of}" if item_id in secret else "",
                        text=one.text,
                        author=who,
                    )
                )
    return sorted(found, key=lambda annex: annex.number)


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
