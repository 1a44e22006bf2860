"""Tasks outside the session room on a real store."""

from datetime import date, timedelta

import pytest
from tests.support.people import make_institution, make_mechanism
from tests.support.stores import MADE_AT

from dcm_desktop import labels
from dcm_desktop.domain.terms import ActionItemStatus, CaseTypology
from dcm_desktop.errors import DcmError
from dcm_desktop.usecases import cases, tasks
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import CaseData
from dcm_desktop.usecases.tasks import CaseTaskData, TaskFilter

TODAY = date(2026, 11, 24)
DUE = date(2026, 12, 1)


@pytest.fixture
def case_id(workspace: Workspace) -> str:
    data = CaseData(CaseTypology.PREVENTION_SEPARATION, date(2026, 9, 14))
    return workspace.do(cases.open_case, make_mechanism(workspace), data, at=MADE_AT).id


@pytest.fixture
def task_id(workspace: Workspace, case_id: str) -> str:
    data = CaseTaskData("Справка за дохода", make_institution(workspace), due_on=DUE)
    return workspace.do(tasks.add_case_task, case_id, data, at=MADE_AT).id


def only(workspace: Workspace, today: date = TODAY) -> tasks.TaskRow:
    (row,) = workspace.ask(tasks.list_tasks, TaskFilter(statuses=frozenset()), today=today)
    return row


def refusal(workspace: Workspace, usecase: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(DcmError) as refused:
        workspace.do(usecase, *args, at=MADE_AT, **kwargs)  # type: ignore[arg-type]  # - any use case
    assert labels.sentence(refused.value)
    return refused.value.code


def test_a_task_is_overdue_from_the_day_after_its_term(workspace: Workspace, task_id: str) -> None:
    assert not only(workspace, DUE).is_overdue
    late = only(workspace, DUE + timedelta(days=3))
    assert (late.task_id, late.is_overdue, late.days_overdue) == (task_id, True, 3)
    assert (late.institution, late.case_code) == ("РЗИ – Кърджали", "KRZ-2026-001")


def test_a_done_task_needs_its_result(workspace: Workspace, task_id: str) -> None:
    assert refusal(workspace, tasks.mark_task_done, task_id, result=" ") == "task.no_result"
    early = {"result": "Готово", "done_on": date(2026, 11, 1)}
    assert refusal(workspace, tasks.mark_task_done, task_id, **early) == "task.done_before_session"
    late = {"result": "Готово", "done_on": date(2026, 11, 25)}
    assert refusal(workspace, tasks.mark_task_done, task_id, **late) == "task.done_in_future"
    workspace.do(tasks.mark_task_done, task_id, result="Справката е издадена.", at=MADE_AT)
    row = only(workspace, DUE + timedelta(days=9))
    assert (row.status, row.done_on, row.is_overdue) == (ActionItemStatus.DONE, TODAY, False)


def test_a_task_falls_with_its_reason_and_can_be_opened_again(
    workspace: Workspace, task_id: str
) -> None:
    assert refusal(workspace, tasks.cancel_task, task_id, result="") == "task.no_result"
    workspace.do(tasks.cancel_task, task_id, result="Семейството се премести.", at=MADE_AT)
    late = date(2027, 1, 4)
    assert refusal(workspace, tasks.extend_task, task_id, late) == "task.not_open"
    workspace.do(tasks.reopen_task, task_id, at=MADE_AT)
    assert only(workspace).status is ActionItemStatus.OPEN


def test_a_term_is_extended_to_a_later_working_day(workspace: Workspace, task_id: str) -> None:
    assert refusal(workspace, tasks.extend_task, task_id, TODAY) == "task.due_in_past"
    asked = workspace.do(tasks.extend_task, task_id, date(2026, 12, 25), at=MADE_AT)
    assert asked.codes == {"task.due_free_day"}
    assert only(workspace).due_on == DUE
    workspace.do(tasks.extend_task, task_id, date(2026, 12, 18), at=MADE_AT)
    assert only(workspace).due_on == date(2026, 12, 18)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (CaseTaskData("Да"), "text.too_short"),
        (CaseTaskData("Справка за дохода", due_on=DUE), "task.incomplete"),
        (CaseTaskData("Справка за дохода", "x"), "task.incomplete"),
        (CaseTaskData("Справка за дохода", "x", due_on=TODAY), "task.due_before_session"),
        (CaseTaskData("Справка за дохода", "x", due_on=DUE, standing=True), "task.two_terms"),
    ],
)
def test_a_task_without_body_or_term_is_refused(
    workspace: Workspace, case_id: str, data: CaseTaskData, code: str
) -> None:
    assert refusal(workspace, tasks.add_case_task, case_id, data) == code


def test_tasks_are_filtered_by_institution_and_case(
    workspace: Workspace, case_id: str, task_id: str
) -> None:
    for chosen, found in (
        (TaskFilter(case_id=case_id), 1),
        (TaskFilter(case_id="none"), 0),
        (TaskFilter(institution_id="none"), 0),
        (TaskFilter(statuses=frozenset({ActionItemStatus.DONE})), 0),
        (TaskFilter(overdue_only=True), 0),
    ):
        assert len(workspace.ask(tasks.list_tasks, chosen, today=TODAY)) == found


def test_a_task_of_a_case_stands_in_its_file(
    workspace: Workspace, case_id: str, task_id: str
) -> None:
    seen = workspace.ask(cases.get_case, case_id, today=DUE + timedelta(days=1))
    assert [(row.task_id, row.is_overdue) for row in seen.tasks] == [(task_id, True)]
    kinds = [event.kind for event in seen.chronology]
    assert kinds == [cases.EventKind.TASK_SET, cases.EventKind.OPENED]
