"""One agenda item as the middle of the room shows it: its five fields and the basis of a vote."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import (
    ActionItemStatus,
    AgendaItemKind,
    AgendaItemStatus,
    DecisionKind,
    DecisionStatus,
    PledgeKind,
    RiskLevel,
    VoteMethod,
    VoteResult,
)
from dcm_desktop.domain.vote import Counts
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Case,
    Commitment,
    Decision,
    DiscussionLine,
    Pledge,
    Proposal,
    Session,
    Vote,
)
from dcm_desktop.usecases.sessions.deciding import next_number_of
from dcm_desktop.usecases.sessions.membership import PendingMembership, pending_membership
from dcm_desktop.usecases.sessions.minutes_parts import Record
from dcm_desktop.usecases.sessions.naming import Names, office
from dcm_desktop.usecases.sessions.state import Hall, recused_of
from dcm_desktop.usecases.sessions.voting import VoteBasis, basis_of


@dataclass(frozen=True, slots=True, repr=False)
class LineRow:
    """One line of the discussion."""

    line_id: str
    at: datetime
    text: str
    speaker_id: str | None
    speaker: str
    private: bool
    entered_later: bool


@dataclass(frozen=True, slots=True, repr=False)
class ProposalRow:
    """One proposal with who made it."""

    proposal_id: str
    n: int
    text: str
    proposer_id: str | None
    proposer: str


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A vote as shown below its decision."""

    vote_id: str
    at: datetime
    method: VoteMethod
    counts: Counts
    eligible_present: int
    recused: int
    result: VoteResult
    tie_broken_by_chair: bool
    computed: VoteResult | None = None
    """What the rule gave, where another result was entered."""
    in_block: bool = False
    is_correction: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class DissentRow:
    """A different opinion on a decision; `promised_by` while there is no text."""

    dissent_id: str
    attendance_id: str
    person: str
    text: str
    promised_by: date | None


@dataclass(frozen=True, slots=True, repr=False)
class CommitmentRow:
    """What an institution undertook under the item, and who declared it."""

    commitment_id: str
    task_id: str
    what: str
    institution: str
    declared_by: str
    due_on: date | None
    standing: bool
    next_session: bool


@dataclass(frozen=True, slots=True, repr=False)
class DecisionRow:
    """A decision of the item. `number` is empty for a draft and a rejected one."""

    decision_id: str
    number: str
    kind: DecisionKind
    status: DecisionStatus
    text: str
    text_public: str
    text_confidential: str
    adopted_at: datetime | None
    vote: VoteRow | None
    dissents: tuple[DissentRow, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class TaskRow:
    """A task with its chips. `decision_id` None: it waits for the decision being written."""

    task_id: str
    title: str
    institution_id: str | None
    institution: str
    co_institutions: tuple[str, ...]
    due_on: date | None
    standing: bool
    next_session: bool
    status: ActionItemStatus
    decision_id: str | None
    point_label: str

    @property
    def is_complete(self) -> bool:
        """Whether somebody answers for it by some day; else it blocks the closing."""
        has_term = self.due_on is not None or self.standing or self.next_session
        return self.institution_id is not None and has_term


@dataclass(frozen=True, slots=True, repr=False)
class PledgeRow:
    """Promised material support. Money: `amount` in euro cents."""

    pledge_id: str
    institution_id: str | None
    institution: str
    kind: PledgeKind
    what: str
    amount: int
    unit: str
    due_on: date | None


@dataclass(frozen=True, slots=True, repr=False)
class ItemView:
    """One agenda item with all its fields."""

    item_id: str
    n: int | None
    kind: AgendaItemKind
    title: str
    public_title: str
    closed: bool
    status: AgendaItemStatus
    status_reason: str
    case_id: str | None
    case_code: str
    case_risk: RiskLevel | None
    rapporteur: str
    rapporteur_post: str
    planned_minutes: int | None
    started_at: datetime | None
    finished_at: datetime | None
    reporting_text: str
    lines: tuple[LineRow, ...]
    proposals: tuple[ProposalRow, ...]
    draft: DecisionRow | None
    decisions: tuple[DecisionRow, ...]
    """Those that were put, in their order."""
    next_number: str
    """Number that the draft would get."""
    tasks: tuple[TaskRow, ...]
    pledges: tuple[PledgeRow, ...]
    commitments: tuple[CommitmentRow, ...]
    membership: tuple[PendingMembership, ...]
    recused_ids: tuple[str, ...]
    recused: tuple[str, ...]
    basis: VoteBasis


def item_view(
    db: DbSession,
    session: Session,
    hall: Hall,
    item: AgendaItem,
    n: int | None,
    record: Record,
    names: Names,
    *,
    at: datetime | None,
) -> ItemView:
    """The item as it is at a moment (None: everybody who came counts as present)."""
    case = db.get(Case, item.case_id) if item.case_id else None
    decisions = [_decision_row(d, record, names) for d in record.decisions.get(item.id, ())]
    drafts = [row for row in decisions if row.status is DecisionStatus.DRAFT]
    reporter = names.official(item.rapporteur_person_id)
    recusals = tuple(row.attendance_id for row in recused_of(db, item.id))
    return ItemView(
        item_id=item.id,
        n=n,
        kind=item.kind,
        title=item.title,
        public_title=item.public_title,
        closed=item.closed_part,
        status=item.status,
        status_reason=item.status_reason,
        case_id=item.case_id,
        case_code=case.code if case is not None else "",
        case_risk=case.risk_level if case is not None else None,
        rapporteur=reporter.name or item.rapporteur_text,
        rapporteur_post=office(reporter.post, names.institution(reporter.institution_id)),
        planned_minutes=item.planned_minutes,
        started_at=item.started_at,
        finished_at=item.finished_at,
        reporting_text=item.reporting_text,
        lines=_lines(db, item.id, names),
        proposals=_proposals(db, item.id, names),
        draft=drafts[0] if drafts else None,
        decisions=tuple(row for row in decisions if row.status is not DecisionStatus.DRAFT),
        next_number=next_number_of(db, session),
        tasks=tuple(_task_row(task, names) for task in record.tasks.get(item.id, ())),
        pledges=tuple(_pledge_row(row, names) for row in record.pledges.get(item.id, ())),
        commitments=tuple(
            _commitment_row(row, names) for row in record.commitments.get(item.id, ())
        ),
        membership=pending_membership(db, item.id),
        recused_ids=recusals,
        recused=tuple(names.of_row(row) for row in recusals),
        basis=basis_of(db, hall, item.id, at, drafts[0].kind if drafts else None),
    )


def _lines(db: DbSession, item_id: str, names: Names) -> tuple[LineRow, ...]:
    rows = db.scalars(
        select(DiscussionLine)
        .where(DiscussionLine.item_id == item_id)
        .order_by(DiscussionLine.at, DiscussionLine.id)
    )
    return tuple(
        LineRow(
            row.id,
            row.at,
            row.text,
            row.speaker_attendance_id,
            names.short_of_row(row.speaker_attendance_id),
            row.private,
            row.entered_later,
        )
        for row in rows
    )


def _proposals(db: DbSession, item_id: str, names: Names) -> tuple[ProposalRow, ...]:
    rows = db.scalars(select(Proposal).where(Proposal.item_id == item_id).order_by(Proposal.n))
    return tuple(
        ProposalRow(
            row.id,
            row.n,
            row.text,
            row.proposer_attendance_id,
            names.of_row(row.proposer_attendance_id),
        )
        for row in rows
    )


def _commitment_row(row: Commitment, names: Names) -> CommitmentRow:
    return CommitmentRow(
        row.id,
        row.task_id or "",
        row.what,
        names.institution(row.institution_id),
        names.short_of_row(row.declared_by_attendance_id),
        row.due_on,
        row.standing,
        row.next_session,
    )


def _decision_row(decision: Decision, record: Record, names: Names) -> DecisionRow:
    vote = record.votes.get(decision.id)
    return DecisionRow(
        decision.id,
        decision.number or "",
        decision.kind,
        decision.status,
        decision.text,
        decision.text_public,
        decision.text_confidential,
        decision.adopted_at,
        _vote_row(vote) if vote is not None else None,
        tuple(
            DissentRow(
                row.id,
                row.attendance_id,
                names.short_of_row(row.attendance_id),
                row.text,
                row.promised_by,
            )
            for row in record.dissents.get(decision.id, ())
        ),
    )


def _vote_row(vote: Vote) -> VoteRow:
    counts = Counts(
        vote.for_n or 0,
        vote.against_n or 0,
        vote.abstain_n or 0,
        vote.not_voting_n or 0,
        vote.blank_n or 0,
        vote.invalid_n or 0,
    )
    return VoteRow(
        vote.id,
        vote.at,
        vote.method,
        counts,
        vote.eligible_present,
        vote.recused_n,
        vote.result,
        vote.tie_broken_by_chair,
        vote.computed_result,
        bool(vote.block_id),
        bool(vote.corrects_id),
    )


def _task_row(task: ActionItem, names: Names) -> TaskRow:
    return TaskRow(
        task.id,
        task.title,
        task.responsible_institution_id,
        names.institution(task.responsible_institution_id),
        tuple(names.institution(one) for one in task.co_responsible_ids or ()),
        task.due_on,
        task.standing,
        task.next_session,
        task.status,
        task.decision_id,
        task.point_label,
    )


def _pledge_row(row: Pledge, names: Names) -> PledgeRow:
    return PledgeRow(
        row.id,
        row.institution_id,
        names.institution(row.institution_id),
        row.kind,
        row.what,
        row.amount,
        row.unit,
        row.due_on,
    )
