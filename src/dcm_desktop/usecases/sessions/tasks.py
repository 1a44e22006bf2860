"""Tasks and pledges of an agenda item: one line in the room, a form afterwards.

What became of a task is `usecases.tasks`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.action_item import check_title, next_status
from dcm_desktop.domain.findings import Finding, warning
from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.task_line import Candidate, due_findings, parse_task, pick
from dcm_desktop.domain.terms import (
    ActionItemStatus,
    DecisionStatus,
    PledgeKind,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Attendance,
    Decision,
    Institution,
    Pledge,
    Session,
    TaskReport,
)
from dcm_desktop.usecases.saving import Saved, new_id, required
from dcm_desktop.usecases.sessions.state import session_day


@dataclass(frozen=True, slots=True, repr=False)
class TaskData:
    """The form of a task. One of `due_on`, `standing`, `next_session` is its term."""

    title: str
    responsible_institution_id: str | None = None
    responsible_person_id: str | None = None
    co_responsible_ids: tuple[str, ...] = ()
    due_on: date | None = None
    standing: bool = False
    next_session: bool = False
    point_label: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class TaskPreview:
    """How a line would be read: what the chips show while it is typed.

    `problem` says why it cannot be taken so; the rest is what was understood until there.
    """

    title: str
    institution_id: str | None
    institution: str
    co_institutions: tuple[str, ...]
    due_on: date | None
    standing: bool
    next_session: bool
    warnings: tuple[Finding, ...]
    problem: Finding | None


@dataclass(frozen=True, slots=True, repr=False)
class PledgeData:
    """The form of a pledge. Money: `amount` in euro cents."""

    institution_id: str
    kind: PledgeKind
    what: str = ""
    amount: int = 0
    unit: str = ""
    due_on: date | None = None


def preview_task(db: DbSession, item_id: str, line: str) -> TaskPreview:
    """How a task line would be read; never raises for what a person types."""
    session = _session_of(db, item_id)
    try:
        data, warnings = _read_line(db, session, line)
    except InputRefused as error:
        problem = Finding(error.code, True, dict(error.facts), error.field)
        title = " ".join(line.partition(" @")[0].partition(" !")[0].split())
        return TaskPreview(title, None, "", (), None, False, False, (), problem)
    names = _institution_names(db)
    return TaskPreview(
        data.title,
        data.responsible_institution_id,
        names.get(data.responsible_institution_id or "", ""),
        tuple(names.get(one, "") for one in data.co_responsible_ids),
        data.due_on,
        data.standing,
        data.next_session,
        warnings,
        None,
    )


def add_task_line(db: DbSession, item_id: str, line: str, *, at: datetime) -> Saved:
    """A task from one line: `текст @кой !кога`. Body and term may follow later.

    Warns, and saves all the same: `task.due_free_day`, `decision.absent_body`. Raises:
    InputRefused of `domain.task_line` and for the title.
    """
    session = _session_of(db, item_id)
    data, _ = _read_line(db, session, line)
    return add_task(db, item_id, data, at=at)


def add_task(db: DbSession, item_id: str, data: TaskData, *, at: datetime) -> Saved:
    """A task under an item; it belongs to the last decision put there, or to the next one.

    Warns and raises: as `add_task_line`; RuleBroken `session.not_editable`.
    """
    del at
    session = _session_of(db, item_id)
    check_editable(session.status)
    item = db.get_one(AgendaItem, item_id)
    values, warnings = _task_values(db, session, data)
    row = ActionItem(
        id=new_id(db),
        mechanism_id=session.mechanism_id,
        session_id=session.id,
        item_id=item_id,
        case_id=item.case_id,
        decision_id=_decision_for(db, item_id),
        status=ActionItemStatus.OPEN,
        **values,
    )
    db.add(row)
    return Saved(row.id, warnings)


def update_task(db: DbSession, task_id: str, data: TaskData, *, at: datetime) -> Saved:
    """Save the form of a task. Warns and raises: as `add_task`."""
    del at
    row = db.get_one(ActionItem, task_id)
    session = db.get_one(Session, row.session_id)
    check_editable(session.status)
    values, warnings = _task_values(db, session, data)
    for key, value in values.items():
        setattr(row, key, value)
    return Saved(task_id, warnings)


def get_task(db: DbSession, task_id: str) -> TaskData:
    """The form of a task as it is stored."""
    row = db.get_one(ActionItem, task_id)
    return TaskData(
        row.title,
        row.responsible_institution_id,
        row.responsible_person_id,
        tuple(row.co_responsible_ids or ()),
        row.due_on,
        row.standing,
        row.next_session,
        row.point_label,
    )


def remove_task(db: DbSession, task_id: str, *, at: datetime) -> None:
    """Take out a task entered by mistake, while its session is at work.

    Raises: RuleBroken `session.not_editable`, `task.linked` when something hangs on it.
    """
    del at
    row = db.get_one(ActionItem, task_id)
    reported = db.scalar(select(TaskReport.id).where(TaskReport.task_id == task_id).limit(1))
    before = db.scalar(select(ActionItem.id).where(ActionItem.carried_to_id == task_id).limit(1))
    if reported or before or row.carried_to_id or row.commitment_id:
        raise RuleBroken("task.linked")
    check_editable(db.get_one(Session, row.session_id).status)
    row.deleted = True


def move_task(
    db: DbSession,
    task_id: str,
    *,
    due_on: date | None = None,
    next_session: bool = False,
    item_id: str | None = None,
    at: datetime,
) -> Saved:
    """Give a task a new term: the old one is carried over to a new task under `item_id`.

    Without an item (between sessions) the term itself changes. Raises: InputRefused
    `field.required`, `task.due_before_session`; RuleBroken `task.transition`.
    """
    row = db.get_one(ActionItem, task_id)
    if due_on is None and not next_session:
        required(None, name="due_on")
    if item_id is None:
        row.due_on, row.next_session, row.standing = due_on, next_session, False
        return Saved(task_id)
    today = local_date(at)
    carried_over = next_status(
        row.status, ActionItemStatus.CARRIED_OVER, today=today, session_on=today
    )
    data = TaskData(
        row.title,
        row.responsible_institution_id,
        row.responsible_person_id,
        tuple(row.co_responsible_ids or ()),
        due_on,
        standing=False,
        next_session=next_session,
    )
    fresh = add_task(db, item_id, data, at=at)
    carried = db.get_one(ActionItem, fresh.id)
    carried.case_id = row.case_id
    row.status, row.carried_to_id = carried_over, fresh.id
    return fresh


# -- pledges ------------------------------------------------------------------------------------


def add_pledge(db: DbSession, item_id: str, data: PledgeData, *, at: datetime) -> Saved:
    """Material support that an institution promised under an item.

    Raises: InputRefused for a field, RuleBroken `session.not_editable`.
    """
    del at
    session = _session_of(db, item_id)
    check_editable(session.status)
    item = db.get_one(AgendaItem, item_id)
    row = Pledge(
        id=new_id(db),
        mechanism_id=session.mechanism_id,
        session_id=session.id,
        item_id=item_id,
        case_id=item.case_id,
        **_pledge_values(data),
    )
    db.add(row)
    return Saved(row.id)


def update_pledge(db: DbSession, pledge_id: str, data: PledgeData, *, at: datetime) -> Saved:
    """Save the form of a pledge. Raises: as `add_pledge`."""
    del at
    row = db.get_one(Pledge, pledge_id)
    check_editable(db.get_one(Session, row.session_id).status)
    for key, value in _pledge_values(data).items():
        setattr(row, key, value)
    return Saved(pledge_id)


def remove_pledge(db: DbSession, pledge_id: str, *, at: datetime) -> None:
    """Take out a pledge entered by mistake."""
    del at
    row = db.get_one(Pledge, pledge_id)
    check_editable(db.get_one(Session, row.session_id).status)
    row.deleted = True


# -- inside -------------------------------------------------------------------------------------


def institution_candidates(db: DbSession) -> tuple[Candidate, ...]:
    """What `@` can mean: institutions in use, by abbreviation and name."""
    rows = db.scalars(select(Institution).where(Institution.active.is_(True)))
    return tuple(
        Candidate(row.id, row.name, row.short_name or "")
        for row in sorted(rows, key=lambda row: row.name)
    )


def _session_of(db: DbSession, item_id: str) -> Session:
    return db.get_one(Session, db.get_one(AgendaItem, item_id).session_id)


def _institution_names(db: DbSession) -> dict[str, str]:
    return {row.id: row.short_name or row.name for row in db.scalars(select(Institution))}


def _read_line(db: DbSession, session: Session, line: str) -> tuple[TaskData, tuple[Finding, ...]]:
    draft = parse_task(line, session_on=session_day(session), field="task_line")
    candidates = institution_candidates(db)
    body = None
    if draft.institution_query:
        body = pick(draft.institution_query, candidates, field="task_line").id
    data = TaskData(
        title=draft.title,
        responsible_institution_id=body,
        co_responsible_ids=tuple(
            pick(query, candidates, field="task_line").id for query in draft.co_queries
        ),
        due_on=draft.due_on,
        standing=draft.standing,
        next_session=draft.next_session,
    )
    return data, _findings(db, session, data)


def _findings(db: DbSession, session: Session, data: TaskData) -> tuple[Finding, ...]:
    found: list[Finding] = []
    if data.due_on is not None:
        found += due_findings(data.due_on, session_on=session_day(session))
    body = data.responsible_institution_id
    if body is not None:
        here = db.scalar(
            select(Attendance.id)
            .where(Attendance.session_id == session.id, Attendance.institution_id == body)
            .limit(1)
        )
        if here is None:
            name = _institution_names(db).get(body)
            found.append(warning("decision.absent_body", institution=name))
    return tuple(found)


def _task_values(
    db: DbSession, session: Session, data: TaskData
) -> tuple[dict[str, object], tuple[Finding, ...]]:
    title = check_title(data.title, field="task_line")
    if (data.due_on is not None) + data.standing + data.next_session > 1:
        raise InputRefused("task.two_terms", field="due_on")
    warnings = _findings(db, session, data)
    return {
        "title": title,
        "responsible_institution_id": data.responsible_institution_id,
        "responsible_person_id": data.responsible_person_id,
        "co_responsible_ids": list(data.co_responsible_ids),
        "due_on": data.due_on,
        "standing": data.standing,
        "next_session": data.next_session,
        "point_label": data.point_label,
    }, warnings


def _decision_for(db: DbSession, item_id: str) -> str | None:
    """The decision a new task belongs to: the newest one that is not rejected; None: the next."""
    rows = db.scalars(
        select(Decision)
        .where(Decision.item_id == item_id, Decision.status != DecisionStatus.REJECTED)
        .order_by(Decision.id.desc())
    ).all()
    draft = [row for row in rows if row.status is DecisionStatus.DRAFT]
    if draft:
        return None
    return rows[0].id if rows else None


def _pledge_values(data: PledgeData) -> dict[str, object]:
    required(data.institution_id, name="institution", field="institution_id")
    if data.amount < 0:
        raise InputRefused("number.whole", field="amount")
    return {
        "institution_id": data.institution_id,
        "kind": data.kind,
        "what": check_line(data.what, name="what", max_len=300, field="what"),
        "amount": data.amount,
        "unit": check_line(data.unit, name="unit", max_len=40, required=False),
        "due_on": data.due_on,
    }
