"""Tasks outside the session room: the list, what became of them, tasks of a case between sessions.

Tasks of an agenda item are made in `usecases.sessions`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.action_item import (
    UNFINISHED,
    DueState,
    check_title,
    due_state,
    is_overdue,
    next_status,
    task_findings,
)
from dcm_desktop.domain.findings import blocker
from dcm_desktop.domain.terms import ActionItemStatus
from dcm_desktop.domain.text import check_text
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import ActionItem, Case, Decision, Institution, Session
from dcm_desktop.usecases.saving import Saved, new_id, saved, waiting


@dataclass(frozen=True, slots=True, repr=False)
class TaskFilter:
    """What the list of tasks shows; None and empty sets filter nothing."""

    mechanism_id: str | None = None
    statuses: frozenset[ActionItemStatus] = UNFINISHED
    institution_id: str | None = None
    session_id: str | None = None
    case_id: str | None = None
    overdue_only: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class TaskRow:
    """One task in the list. Unit: `days_overdue` calendar days, 0 in time."""

    task_id: str
    title: str
    institution_id: str | None
    institution: str
    session_id: str | None
    session_number: int | None
    decision_number: str
    case_id: str | None
    case_code: str
    due_on: date | None
    standing: bool
    next_session: bool
    status: ActionItemStatus
    done_on: date | None
    result: str
    is_overdue: bool
    days_overdue: int
    state: DueState
    """The term in words: overdue, today, to come."""
    item_id: str | None
    """Where its decision was put."""


@dataclass(frozen=True, slots=True, repr=False)
class CaseTaskData:
    """The form of a task agreed in a case between sessions; one term."""

    title: str
    responsible_institution_id: str | None = None
    responsible_person_id: str | None = None
    co_responsible_ids: tuple[str, ...] = ()
    due_on: date | None = None
    standing: bool = False
    next_session: bool = False


def list_tasks(db: DbSession, chosen: TaskFilter, *, today: date) -> tuple[TaskRow, ...]:
    """Tasks after the filter: the longest overdue first, then by term, standing ones last."""
    query = (
        select(ActionItem, Session.number, Decision.number, Case.code)
        .outerjoin(Session, Session.id == ActionItem.session_id)
        .outerjoin(Decision, Decision.id == ActionItem.decision_id)
        .outerjoin(Case, Case.id == ActionItem.case_id)
    )
    if chosen.mechanism_id is not None:
        query = query.where(ActionItem.mechanism_id == chosen.mechanism_id)
    if chosen.statuses:
        query = query.where(ActionItem.status.in_(chosen.statuses))
    for column, value in (
        (ActionItem.responsible_institution_id, chosen.institution_id),
        (ActionItem.session_id, chosen.session_id),
        (ActionItem.case_id, chosen.case_id),
    ):
        if value is not None:
            query = query.where(column == value)
    bodies = {row.id: row.short_name or row.name for row in db.scalars(select(Institution))}
    rows = [
        _row(task, number, decision, code, bodies, today)
        for task, number, decision, code in db.execute(query)
    ]
    if chosen.overdue_only:
        rows = [row for row in rows if row.is_overdue]
    return tuple(sorted(rows, key=_order))


def mark_task_done(
    db: DbSession,
    task_id: str,
    *,
    result: str,
    done_on: date | None = None,
    reported_by_person_id: str | None = None,
    at: datetime,
) -> Saved:
    """Report a task as done; `done_on` None: today.

    Raises: RuleBroken `task.transition`, `task.no_result`, `task.done_in_future`,
    `task.done_before_session`.
    """
    day = done_on or local_date(at)
    return _report(db, task_id, ActionItemStatus.DONE, result, day, reported_by_person_id, at=at)


def cancel_task(
    db: DbSession,
    task_id: str,
    *,
    result: str,
    reported_by_person_id: str | None = None,
    at: datetime,
) -> Saved:
    """Let a task fall, with the reason. Raises: RuleBroken `task.transition`, `task.no_result`."""
    target = ActionItemStatus.CANCELLED
    return _report(db, task_id, target, result, None, reported_by_person_id, at=at)


def start_task(db: DbSession, task_id: str, *, at: datetime) -> Saved:
    """Note that a task is being worked on. Raises: RuleBroken `task.transition`."""
    return _report(db, task_id, ActionItemStatus.IN_PROGRESS, "", None, None, at=at)


def reopen_task(db: DbSession, task_id: str, *, at: datetime) -> Saved:
    """Open a task again that was reported by mistake. Raises: RuleBroken `task.transition`."""
    return _report(db, task_id, ActionItemStatus.OPEN, "", None, None, at=at)


def extend_task(
    db: DbSession,
    task_id: str,
    due_on: date,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Give an unfinished task a later term.

    Warns: `task.due_free_day`. Raises: RuleBroken `task.not_open`, `task.due_in_past`,
    `task.due_before_session`.
    """
    row = db.get_one(ActionItem, task_id)
    if row.status not in UNFINISHED:
        raise RuleBroken("task.not_open", status=row.status)
    findings = list(
        task_findings(
            title=row.title,
            has_institution=True,
            session_on=_agreed_on(db, row),
            due_on=due_on,
        )
    )
    if due_on <= local_date(at):
        findings.insert(0, blocker("task.due_in_past", field="due_on"))
    if ask := waiting(findings, accept):
        return ask
    row.due_on, row.standing, row.next_session = due_on, False, False
    return saved(db, row, findings, at=at)


def add_case_task(
    db: DbSession,
    case_id: str,
    data: CaseTaskData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """A task agreed in a case between sessions.

    Warns: `task.due_free_day`. Raises: InputRefused for the title; RuleBroken `task.incomplete`,
    `task.two_terms`, `task.due_before_session`.
    """
    case = db.get_one(Case, case_id)
    title = check_title(data.title, field="title")
    findings = task_findings(
        title=title,
        has_institution=data.responsible_institution_id is not None,
        session_on=local_date(at),
        due_on=data.due_on,
        next_session=data.next_session,
        standing=data.standing,
    )
    if ask := waiting(findings, accept):
        return ask
    row = ActionItem(
        id=new_id(db),
        mechanism_id=case.mechanism_id,
        case_id=case_id,
        title=title,
        responsible_institution_id=data.responsible_institution_id,
        responsible_person_id=data.responsible_person_id,
        co_responsible_ids=list(data.co_responsible_ids),
        due_on=data.due_on,
        standing=data.standing,
        next_session=data.next_session,
        status=ActionItemStatus.OPEN,
    )
    db.add(row)
    return saved(db, row, findings, at=at)


def _report(
    db: DbSession,
    task_id: str,
    target: ActionItemStatus,
    result: str,
    done_on: date | None,
    reported_by_person_id: str | None,
    *,
    at: datetime,
) -> Saved:
    row = db.get_one(ActionItem, task_id)
    text = check_text(result, name="result", max_len=4000, required=False, field="result")
    row.status = next_status(
        row.status,
        target,
        today=local_date(at),
        session_on=_agreed_on(db, row),
        done_on=done_on,
        result=text or row.result or "",
    )
    row.done_on = done_on
    row.result = text or row.result
    row.reported_by_person_id = reported_by_person_id or row.reported_by_person_id
    return saved(db, row, (), at=at)


def _agreed_on(db: DbSession, row: ActionItem) -> date:
    session = db.get(Session, row.session_id) if row.session_id else None
    return local_date(session.starts_at if session else row.created_at)


def _row(
    task: ActionItem,
    number: int | None,
    decision: str | None,
    code: str | None,
    bodies: dict[str, str],
    today: date,
) -> TaskRow:
    late = is_overdue(task.status, task.due_on, today)
    return TaskRow(
        task.id,
        task.title,
        task.responsible_institution_id,
        bodies.get(task.responsible_institution_id or "", ""),
        task.session_id,
        number,
        decision or "",
        task.case_id,
        code or "",
        task.due_on,
        bool(task.standing),
        bool(task.next_session),
        task.status,
        task.done_on,
        task.result,
        late,
        (today - task.due_on).days if late and task.due_on else 0,
        due_state(
            task.status,
            task.due_on,
            today,
            standing=bool(task.standing),
            next_session=bool(task.next_session),
        ),
        task.item_id,
    )


def _order(row: TaskRow) -> tuple[bool, bool, date, str]:
    return (row.status not in UNFINISHED, row.standing, row.due_on or date.max, row.title)
