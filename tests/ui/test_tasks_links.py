"""From a task to its decision and its case and back, each by one key; its history on its form."""

from datetime import timedelta

import pytest
from tests.support.builders import Mechanism15, Room, add_case_item, make_case, make_session
from tests.support.window import NotingShell

from dcm_desktop.domain.action_item import DueState
from dcm_desktop.errors import DcmError
from dcm_desktop.ui.screens.cases.file import CaseFileScreen
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.screens.tasks import TaskDoneForm, TasksScreen
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.usecases import cases, sessions, tasks
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import task_reports


@pytest.fixture
def case_id(workspace: Workspace, kit: Mechanism15, room: Room) -> str:
    """A case with one decision and one task; the session is closed."""
    case_id = make_case(workspace, kit)
    add_case_item(room, case_id)
    room.open()
    item_id = room.start(3)
    workspace.do(sessions.add_task_line, item_id, "Посещение в дома @РДСП !+14", at=room.tick())
    room.decide(3, "Подкрепя майката.")
    return case_id


def test_task_leads_to_its_decision_and_its_case(
    desk_and_shell: tuple[Desk, NotingShell], room: Room, case_id: str
) -> None:
    """H8: F6 the decision, F11 the case."""
    desk, shell = desk_and_shell
    screen = TasksScreen(desk)
    screen.opened()
    screen.refresh()
    screen.table.set_current(0)
    screen._to_decision()
    screen._to_case()
    assert ("room", {"session_id": room.session_id, "item_id": room.item(3)}) in shell.opened
    assert ("case_file", {"case_id": case_id}) in shell.opened
    screen.deleteLater()


def test_case_leads_to_its_decision_and_its_tasks(
    desk_and_shell: tuple[Desk, NotingShell], room: Room, case_id: str
) -> None:
    """H8: F6 the decision, F7 the tasks."""
    desk, shell = desk_and_shell
    screen = CaseFileScreen(desk)
    screen.opened(case_id=case_id)
    screen.refresh()
    screen._to_decision()
    screen._to_tasks()
    assert ("session_view", {"session_id": room.session_id}) in shell.opened
    assert ("tasks", {"find": "KRZ-2026-001"}) in shell.opened
    screen.deleteLater()


def test_what_is_linked_is_not_deleted(workspace: Workspace, room: Room, case_id: str) -> None:
    """H8: a case with decisions and tasks stays."""
    with pytest.raises(DcmError) as refused:
        workspace.do(cases.delete_case, case_id, reason="грешка", at=room.tick())
    assert refused.value.code == "case.in_use"


def test_history_stands_on_the_task(
    desk_and_shell: tuple[Desk, NotingShell], workspace: Workspace, kit: Mechanism15, room: Room
) -> None:
    """H6: what was reported, session by session, with who said it; H3: the term in words."""
    desk, _shell = desk_and_shell
    room.open()
    room.start(1)
    line = "Посещение в дома @РДСП !+14"
    workspace.do(sessions.add_task_line, room.item(1), line, at=room.tick())
    room.decide(1, "Институциите изпълняват задачите.")
    workspace.do(sessions.postpone_item, room.item(2), "", at=room.tick())
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick(10))
    later = room.now + timedelta(days=28)
    second = make_session(workspace, kit, starts_at=later, at=room.tick(60))
    second.open()
    second.start(1)
    (row,) = workspace.ask(tasks.list_tasks, tasks.TaskFilter(), today=later.date())
    assert row.state is DueState.OVERDUE
    report = "/ 2 от 3 посещения ^Панайотова"
    item_id = second.item(1)
    workspace.do(task_reports.report_line, row.task_id, item_id, report, at=second.tick())
    form = TaskDoneForm(TasksScreen(desk), row)
    words = " | ".join(label.text() for label in form.findChildren(Label))
    assert "заседание № 2" in words
    assert "изпълнена отчасти · 2 от 3 посещения · Светла Панайотова" in words
