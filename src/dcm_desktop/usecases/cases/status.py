"""The life of a case: what may follow now and why not, the step, its history."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain import case as rule
from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.terms import (
    ActionItemStatus,
    AgendaItemStatus,
    CareType,
    CaseCloseReason,
    CaseStatus,
)
from dcm_desktop.domain.text import check_text
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Case,
    CaseReview,
    CaseStatusChange,
    Child,
    Session,
)
from dcm_desktop.usecases.saving import Saved, new_id, saved, waiting
from dcm_desktop.usecases.sessions.checklist import incomplete_reviews

OPEN_TASKS = frozenset({ActionItemStatus.OPEN, ActionItemStatus.IN_PROGRESS})
_DISCUSSED = (AgendaItemStatus.DISCUSSED, AgendaItemStatus.DECIDED)
_BACK_IN_WORK = frozenset({CaseStatus.ACCEPTED})


@dataclass(frozen=True, slots=True, repr=False)
class StatusStep:
    """The form of a change of state. `on` None: today.

    `close_reason` belongs to closing; `follow_up_checked` (the check after six months is done) or
    `lost_contact` to archiving.
    """

    target: CaseStatus
    on: date | None = None
    reason: str = ""
    close_reason: CaseCloseReason | None = None
    follow_up_checked: bool = False
    lost_contact: bool = False


@dataclass(frozen=True, slots=True)
class StatusOption:
    """A state to which a case may pass; `findings` say what is still lacking, empty: nothing."""

    target: CaseStatus
    findings: tuple[Finding, ...]


def change_case_status(
    db: DbSession,
    case_id: str,
    step: StatusStep,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Pass a case to another state and write the step into its history.

    Closing sets the day, the reason and the check after six months; coming back into work clears
    them. Raises: RuleBroken with the first reason of `domain.case.transition_findings`,
    `case.status_date`.
    """
    row = db.get_one(Case, case_id)
    on = step.on or local_date(at)
    findings = rule.transition_findings(row.status, step.target, _facts(db, row, step))
    if ask := waiting(findings, accept):
        return ask
    last = db.scalars(
        select(CaseStatusChange.on)
        .where(CaseStatusChange.case_id == case_id)
        .order_by(CaseStatusChange.on.desc())
    ).first()
    if on > local_date(at) or on < (last or row.opened_on):
        raise RuleBroken("case.status_date", field="on")
    reason = check_text(step.reason, name="reason", max_len=1000, required=False, field="reason")
    db.add(
        CaseStatusChange(
            id=new_id(db),
            case_id=case_id,
            from_status=row.status,
            to_status=step.target,
            on=on,
            reason=reason,
        )
    )
    if step.target is CaseStatus.CLOSED:
        row.closed_on, row.close_reason = on, step.close_reason
        row.follow_up_due = rule.follow_up_due(on)
    elif step.target in _BACK_IN_WORK:
        row.closed_on, row.close_reason, row.follow_up_due = None, None, None
    row.status, row.status_reason = step.target, reason
    return saved(db, row, findings, at=at)


def status_options(db: DbSession, case_id: str) -> tuple[StatusOption, ...]:
    """States that may follow, in the order of the table, each with what it still lacks.

    Reasons that are typed in with the step itself (its text, why it is closed) are not counted.
    """
    row = db.get_one(Case, case_id)
    return tuple(
        StatusOption(
            target,
            rule.transition_findings(
                row.status,
                target,
                _facts(
                    db,
                    row,
                    StatusStep(
                        target,
                        reason="-",
                        close_reason=CaseCloseReason.OTHER,
                        follow_up_checked=True,
                    ),
                ),
            ),
        )
        for target in rule.targets(row.status)
    )


def set_next_review(db: DbSession, case_id: str, day: date, *, at: datetime) -> Saved:
    """Say when a case is to be discussed again; it is kept at its last discussion.

    Raises: RuleBroken `case.not_discussed` before the first, `case.review_date` for a day that has
    passed. Source: domain reference, section 4.3 (CaseReview `next_review_on`).
    """
    row = db.scalars(
        select(CaseReview)
        .join(AgendaItem, AgendaItem.id == CaseReview.item_id)
        .join(Session, Session.id == AgendaItem.session_id)
        .where(CaseReview.case_id == case_id)
        .order_by(Session.starts_at.desc())
    ).first()
    if row is None:
        raise RuleBroken("case.not_discussed")
    if day <= local_date(at):
        raise RuleBroken("case.review_date", field="next_review_on")
    row.next_review_on = day
    return saved(db, row, (), at=at)


def _facts(db: DbSession, row: Case, step: StatusStep) -> rule.CaseFacts:
    """What the guards ask.

    Decision: while outcomes are not kept apart, the care of a child known at closing stands for
    its outcome (domain reference, section 4.3, Outcome `care_after`).
    """
    tasks = db.scalars(select(ActionItem.status).where(ActionItem.case_id == row.id)).all()
    care = db.scalars(select(Child.care_now).where(Child.case_id == row.id)).all()
    items = set(db.scalars(select(CaseReview.item_id).where(CaseReview.case_id == row.id)))
    items |= set(
        db.scalars(
            select(AgendaItem.id).where(
                AgendaItem.case_id == row.id, AgendaItem.status.in_(_DISCUSSED)
            )
        )
    )
    return rule.CaseFacts(
        consent=row.consent,
        typology=row.typology,
        risk_level=row.risk_level,
        has_summary=bool(row.summary_neutral or row.summary_full),
        has_ozd_assessment=bool(row.ozd_plan_ref),
        plan_tasks=sum(1 for status in tasks if status is not ActionItemStatus.CANCELLED),
        reviews=len(items),
        incomplete_reviews=incomplete_reviews(db, row.id),
        operative=bool(row.operative),
        children=len(care),
        children_with_outcome=sum(1 for now in care if now not in (None, CareType.UNKNOWN)),
        open_tasks=sum(1 for status in tasks if status in OPEN_TASKS),
        close_reason=step.close_reason,
        has_follow_up_outcome=step.follow_up_checked,
        lost_contact=step.lost_contact,
        reason=step.reason,
    )
