"""The review of tasks in a session: what is due, what was reported about each, its history.

One task has one report per session: a second one replaces the first, undo takes it back. What a
task is and how it is given is `tasks`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.domain.action_item import (
    UNFINISHED,
    DueState,
    due_state,
    next_status,
)
from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.spoken_line import parse_report
from dcm_desktop.domain.task_words import ReportedTask, origin_of
from dcm_desktop.domain.terms import ActionItemStatus, TaskReportOutcome
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Attendance,
    Case,
    Decision,
    Session,
    TaskReport,
)
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.commitments import person_candidates
from dcm_desktop.usecases.sessions.naming import Names, names_of
from dcm_desktop.usecases.sessions.state import hall_of, session_day

_O = TaskReportOutcome
_FINISHED = (ActionItemStatus.DONE, ActionItemStatus.CANCELLED)


@dataclass(frozen=True, slots=True, repr=False)
class ReportData:
    """What was said about a task. One of `new_due_on`, `next_session` when its term moves."""

    outcome: TaskReportOutcome
    line: str = ""
    by_attendance_id: str | None = None
    new_due_on: date | None = None
    next_session: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class ReportRow:
    """One report in the history of a task. `session_number` None: between sessions."""

    report_id: str
    session_number: int | None
    reported_on: date
    outcome: TaskReportOutcome
    line: str
    by: str
    new_due_on: date | None


@dataclass(frozen=True, slots=True, repr=False)
class ReviewRow:
    """One task to be reviewed in a session, with what was reported about it here, if anything."""

    task_id: str
    title: str
    institution_id: str | None
    institution: str
    origin: str
    """„решение № 6-3, т. 2“."""
    case_code: str
    due_on: date | None
    state: DueState
    status: ActionItemStatus
    reports: int
    """How many sessions reported about it before."""
    report: ReportRow | None


@dataclass(frozen=True, slots=True, repr=False)
class ReviewView:
    """The tasks to review, grouped by institution in the order of their names."""

    rows: tuple[ReviewRow, ...]

    @property
    def left(self) -> int:
        """How many have not been reviewed yet."""
        return sum(1 for row in self.rows if row.report is None)


def get_review(db: DbSession, session_id: str, *, today: date) -> ReviewView:
    """Tasks of earlier sessions that are not finished, and those reported about here.

    By institution, in it the longest overdue first, then by term. What is quiet until a later day
    is left out. Source: sessions anchor, rows A4, H2, H4.
    """
    session = db.get_one(Session, session_id)
    here = {row.task_id: row for row in _reports_of(db, session_id)}
    tasks = db.scalars(
        select(ActionItem).where(
            ActionItem.mechanism_id == session.mechanism_id,
            or_(ActionItem.status.in_(UNFINISHED), ActionItem.id.in_(here)),
            or_(ActionItem.session_id.is_(None), ActionItem.session_id != session_id),
        )
    )
    names = _names(db, session)
    shown = [
        task
        for task in tasks
        if task.id in here or task.quiet_until is None or task.quiet_until <= today
    ]
    rows = [_review_row(db, task, here.get(task.id), session, names, today) for task in shown]
    return ReviewView(
        tuple(
            sorted(
                rows,
                key=lambda row: (
                    row.institution.casefold() or "\uffff",
                    row.due_on or date.max,
                    row.title,
                    row.task_id,
                ),
            )
        )
    )


def report_line(
    db: DbSession,
    task_id: str,
    item_id: str,
    line: str,
    *,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """A report from one line: `+`, `/`, `-`, `*` or `> +30`, words, `^` who said it.

    Raises: InputRefused of `domain.spoken_line`; those of `report_task`.
    """
    session = db.get_one(Session, db.get_one(AgendaItem, item_id).session_id)
    today = _day_of(session, when or at)
    moment = None if session.entered_later or session.opened_at is None else when or at
    people = person_candidates(db, session.id, at=moment)
    spoken = parse_report(line, today=today, people=people, field="report_line")
    term = spoken.term
    if term.standing:
        raise InputRefused("report.no_term", field="report_line")
    data = ReportData(
        spoken.outcome, spoken.line, spoken.person_id or None, term.due_on, term.next_session
    )
    return report_task(db, task_id, item_id, data, when=when, at=at)


def report_task(
    db: DbSession,
    task_id: str,
    item_id: str,
    data: ReportData,
    *,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """Note what was reported about a task under an item of a session at work.

    Done and dropped tasks get a result: the line, else where it was reported. A report of the same
    session is replaced. Raises: RuleBroken `session.not_editable`, `report.own_session`,
    `task.transition`; InputRefused `report.no_term`.
    Source: domain reference, section 4.2 (ActionItem) and 7; sessions anchor, rows H2, H6.
    """
    task = db.get_one(ActionItem, task_id)
    session = db.get_one(Session, db.get_one(AgendaItem, item_id).session_id)
    check_editable(session.status)
    if task.session_id == session.id:
        raise RuleBroken("report.own_session")
    moved = data.outcome is _O.MOVED
    if moved and data.new_due_on is None and not data.next_session:
        raise InputRefused("report.no_term", field="report_line")
    line = check_line(
        data.line, name="report_line", max_len=600, required=False, field="report_line"
    )
    when = when or at
    today = _day_of(session, when)
    if moved and data.new_due_on is not None and data.new_due_on <= today:
        raise InputRefused("task.due_before_session", field="report_line")
    if task.status in _FINISHED:
        task.status, task.done_on, task.result = ActionItemStatus.OPEN, None, ""
    _move(db, task, data, line, session, today=today)
    row = _report_here(db, task_id, session.id) or _new_report(db, task_id, session.id)
    row.item_id, row.outcome, row.reported_at = item_id, data.outcome, when
    row.reported_by_attendance_id, row.line = data.by_attendance_id, line
    row.new_due_on = data.new_due_on if moved else None
    if data.by_attendance_id:
        speaker = db.get(Attendance, data.by_attendance_id)
        task.reported_by_person_id = speaker.person_id if speaker is not None else None
    return Saved(row.id)


def history_of(db: DbSession, task_id: str) -> tuple[ReportRow, ...]:
    """Everything that was reported about a task, the newest last."""
    rows = db.scalars(
        select(TaskReport).where(TaskReport.task_id == task_id).order_by(TaskReport.reported_at)
    ).all()
    found = []
    for row in rows:
        session = db.get(Session, row.session_id) if row.session_id else None
        names = _names(db, session) if session is not None else None
        found.append(_report_row(row, session, names))
    return tuple(found)


def reported_tasks(
    db: DbSession, session_id: str
) -> dict[str, list[tuple[TaskReport, ActionItem]]]:
    """Reports of a session with their tasks, by item, in the order they were given."""
    found: dict[str, list[tuple[TaskReport, ActionItem]]] = {}
    for row in _reports_of(db, session_id):
        task = db.get(ActionItem, row.task_id)
        if task is not None and row.item_id:
            found.setdefault(row.item_id, []).append((row, task))
    return found


def reported_task(db: DbSession, report: TaskReport, task: ActionItem) -> ReportedTask:
    """A report as the sentence of the minutes counts it.

    In time: done before or on the term that the task had then; standing ones and those for the
    next session are in time.
    """
    done_on = task.done_on or local_date(report.reported_at)
    in_time = task.due_on is None or done_on <= task.due_on
    return ReportedTask(report.outcome, in_time, _origin(db, task))


# -- inside -------------------------------------------------------------------------------------


def _move(
    db: DbSession,
    task: ActionItem,
    data: ReportData,
    line: str,
    session: Session,
    *,
    today: date,
) -> None:
    outcome = data.outcome
    agreed_on = _agreed_on(db, task)
    if outcome is _O.DONE or outcome is _O.CANCELLED:
        done = outcome is _O.DONE
        target = ActionItemStatus.DONE if done else ActionItemStatus.CANCELLED
        usual = labels.word("report", outcome.value).format(number=session.number)
        result, done_on = line or usual, today if done else None
        task.status = next_status(
            task.status,
            target,
            today=today,
            session_on=min(agreed_on, today),
            done_on=done_on,
            result=result,
        )
        task.result, task.done_on = result, done_on
    elif outcome is _O.PARTLY and task.status is ActionItemStatus.OPEN:
        task.status = ActionItemStatus.IN_PROGRESS
    elif outcome is _O.MOVED:
        task.due_on, task.next_session = data.new_due_on, data.next_session
        task.standing = False


def _reports_of(db: DbSession, session_id: str) -> Sequence[TaskReport]:
    return db.scalars(
        select(TaskReport)
        .where(TaskReport.session_id == session_id)
        .order_by(TaskReport.reported_at, TaskReport.id)
    ).all()


def _report_here(db: DbSession, task_id: str, session_id: str) -> TaskReport | None:
    return db.scalars(
        select(TaskReport).where(TaskReport.task_id == task_id, TaskReport.session_id == session_id)
    ).first()


def _new_report(db: DbSession, task_id: str, session_id: str) -> TaskReport:
    row = TaskReport(id=new_id(db), task_id=task_id, session_id=session_id)
    db.add(row)
    return row


def _review_row(
    db: DbSession,
    task: ActionItem,
    report: TaskReport | None,
    session: Session,
    names: Names,
    today: date,
) -> ReviewRow:
    earlier = db.scalars(
        select(TaskReport.id).where(
            TaskReport.task_id == task.id, TaskReport.session_id.is_distinct_from(session.id)
        )
    ).all()
    case = db.get(Case, task.case_id) if task.case_id else None
    return ReviewRow(
        task.id,
        task.title,
        task.responsible_institution_id,
        names.institution(task.responsible_institution_id),
        _origin(db, task),
        case.code if case is not None else "",
        task.due_on,
        due_state(
            task.status,
            task.due_on,
            today,
            standing=bool(task.standing),
            next_session=bool(task.next_session),
        ),
        task.status,
        len(earlier),
        _report_row(report, session, names) if report is not None else None,
    )


def _report_row(row: TaskReport, session: Session | None, names: Names | None) -> ReportRow:
    return ReportRow(
        row.id,
        session.number if session is not None else None,
        local_date(row.reported_at),
        row.outcome,
        row.line,
        names.of_row(row.reported_by_attendance_id) if names is not None else "",
        row.new_due_on,
    )


def _origin(db: DbSession, task: ActionItem) -> str:
    decision = db.get(Decision, task.decision_id) if task.decision_id else None
    return origin_of(decision.number or "", task.point_label) if decision is not None else ""


def _names(db: DbSession, session: Session) -> Names:
    return names_of(db, hall_of(db, session).roll)


def _day_of(session: Session, when: datetime) -> date:
    """The day of the session, or of its continuation on another day."""
    return session_day(session) if session.entered_later else local_date(when)


def _agreed_on(db: DbSession, task: ActionItem) -> date:
    session = db.get(Session, task.session_id) if task.session_id else None
    return local_date(session.starts_at if session else task.created_at)
