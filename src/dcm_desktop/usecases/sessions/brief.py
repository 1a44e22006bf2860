"""What the operator sees of a case while it is discussed. Nothing of it is meant for the hall.

No name stands in it: the code, what was decided before, what is open, how many children, whether
they were heard. Source: sessions anchor, row A11.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import (
    ActionItemStatus,
    CaseStatus,
    DecisionStatus,
    OpinionHeard,
    RiskLevel,
)
from dcm_desktop.domain.values import local_date
from dcm_desktop.store.tables import ActionItem, Case, CaseReview, Child, Decision, Institution

_OPEN = (ActionItemStatus.OPEN, ActionItemStatus.IN_PROGRESS)
_KEPT = (DecisionStatus.DRAFT, DecisionStatus.REJECTED)
LAST_DECISIONS = 3


@dataclass(frozen=True, slots=True, repr=False)
class BriefDecision:
    """An earlier decision on the case."""

    decision_id: str
    number: str
    on: date | None
    text: str
    status: DecisionStatus


@dataclass(frozen=True, slots=True, repr=False)
class BriefTask:
    """An open task of the case."""

    task_id: str
    title: str
    institution: str
    due_on: date | None
    overdue: bool


@dataclass(frozen=True, slots=True, repr=False)
class BriefChild:
    """A child by its label („дете 1“), and whether it was heard."""

    label: str
    opinion: OpinionHeard | None


@dataclass(frozen=True, slots=True, repr=False)
class CaseBrief:
    """The brief of a case."""

    case_id: str
    code: str
    status: CaseStatus
    risk: RiskLevel | None
    lead_institution: str
    opened_on: date
    times_discussed: int
    decisions: tuple[BriefDecision, ...]
    """The last three, newest first."""
    tasks: tuple[BriefTask, ...]
    """Open ones, the earliest term first."""
    children: tuple[BriefChild, ...]

    @property
    def not_heard(self) -> int:
        """How many children have no answer about their opinion."""
        return sum(1 for child in self.children if child.opinion is None)


def get_case_brief(
    db: DbSession, case_id: str, *, besides: str = "", today: date
) -> CaseBrief | None:
    """The brief of a case; None when it is not here. `besides`: an item to leave out (the one
    that is discussed now)."""
    row = db.get(Case, case_id)
    if row is None or row.deleted:
        return None
    bodies = {one.id: one.short_name or one.name for one in db.scalars(select(Institution))}
    children = db.scalars(select(Child).where(Child.case_id == case_id, Child.to_on.is_(None)))
    reviews = set(db.scalars(select(CaseReview.item_id).where(CaseReview.case_id == case_id)))
    return CaseBrief(
        case_id=case_id,
        code=row.code,
        status=row.status,
        risk=row.risk_level,
        lead_institution=bodies.get(row.lead_institution_id or "", ""),
        opened_on=row.opened_on,
        times_discussed=len(reviews - {besides}),
        decisions=_decisions(db, case_id, besides),
        tasks=_tasks(db, case_id, bodies, today),
        children=tuple(
            BriefChild(child.label, child.opinion_heard)
            for child in sorted(children, key=lambda one: (one.label, one.id))
        ),
    )


def _decisions(db: DbSession, case_id: str, besides: str) -> tuple[BriefDecision, ...]:
    rows = db.scalars(
        select(Decision)
        .where(
            Decision.case_id == case_id,
            Decision.item_id != besides,
            Decision.status.not_in(_KEPT),
            Decision.adopted_at.is_not(None),
        )
        .order_by(Decision.adopted_at.desc(), Decision.seq.desc())
        .limit(LAST_DECISIONS)
    )
    return tuple(
        BriefDecision(
            row.id,
            row.number or "",
            None if row.adopted_at is None else local_date(row.adopted_at),
            row.text,
            row.status,
        )
        for row in rows
    )


def _tasks(
    db: DbSession, case_id: str, bodies: dict[str, str], today: date
) -> tuple[BriefTask, ...]:
    rows = db.scalars(
        select(ActionItem).where(ActionItem.case_id == case_id, ActionItem.status.in_(_OPEN))
    )
    ordered = sorted(rows, key=lambda row: (row.due_on or date.max, row.id))
    return tuple(
        BriefTask(
            row.id,
            row.title,
            bodies.get(row.responsible_institution_id or "", ""),
            row.due_on,
            row.due_on is not None and row.due_on < today,
        )
        for row in ordered
    )
