"""The review of tasks and commitments by keyboard, within the budget of the room."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.support.builders import STARTS_AT, Mechanism15, Room, make_session
from tests.support.room_window import CTRL, RoomWindow

from dcm_desktop.domain.terms import AgendaItemKind, TaskReportOutcome
from dcm_desktop.ui.screens.session_room.review import TaskLine
from dcm_desktop.ui.screens.session_room.vote_parts import VoteEdit
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import task_reports

pytestmark = pytest.mark.qt_no_exception_capture
SHIFT = Qt.KeyboardModifier.ShiftModifier
LATER = STARTS_AT + timedelta(days=28)
LINES = (
    "Посещение в дома @РДСП !+14",
    "Отчет за услугата @РДСП !+35",
    "Справка за местата @РЗИ !+35",
    "Списък на услугите @РЗИ !сл",
    "График на срещите @РУО !+35",
)


@pytest.fixture
def reviewing(
    qapp: QApplication,
    workspace: Workspace,
    kit: Mechanism15,
    room: Room,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RoomWindow]:
    """The second session with its report item taken up; five tasks wait."""
    room.open(absent=(15,))
    room.start(1)
    for line in LINES:
        workspace.do(sessions.add_task_line, room.item(1), line, at=room.tick())
    room.decide(1, "Институциите изпълняват задачите.")
    workspace.do(sessions.postpone_item, room.item(2), "", at=room.tick())
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick(10))
    second = make_session(workspace, kit, (), starts_at=LATER, convened=False, at=room.tick(60))
    report = sessions.ItemData(AgendaItemKind.REPORT, "Изпълнение на решенията")
    workspace.do(sessions.add_item, second.session_id, report, at=second.now)
    workspace.do(sessions.convene_session, second.session_id, accept=ACCEPT_ALL, at=room.now)
    second.open(absent=(15,))
    second.start(1)
    made = RoomWindow(workspace, second.session_id, tmp_path, monkeypatch)
    made.at(second.now)
    made.show()
    yield made
    made.close()


def outcomes(window: RoomWindow) -> list[TaskReportOutcome | None]:
    view = window.workspace.ask(task_reports.get_review, window.session_id, today=window.now.date())
    return [row.report.outcome if row.report else None for row in view.rows]


def test_five_tasks_are_reviewed_in_thirteen_keys(reviewing: RoomWindow) -> None:
    """H2: three done, two moved: `+ + +`, `> +30 Enter` twice."""
    reviewing.press(Qt.Key.Key_F7, SHIFT)
    before = reviewing.keys
    reviewing.write("+++")
    for _ in range(2):
        reviewing.write(">")
        reviewing.write("+30")
        reviewing.press(Qt.Key.Key_Return)
    assert reviewing.keys - before <= 13
    done, moved = TaskReportOutcome.DONE, TaskReportOutcome.MOVED
    assert outcomes(reviewing) == [done, done, done, moved, moved]


def test_a_task_takes_ten_keys_besides_its_words_and_no_dialog(running: RoomWindow) -> None:
    """H1: `F7` … `@рз` `Tab` `!+14` `Enter`, the keyboard stays in the line for the next one."""
    title = "Посещение в дома "
    before = running.keys
    running.press(Qt.Key.Key_F7)
    running.write(f"{title}@рз")
    running.press(Qt.Key.Key_Tab)
    running.write("!+14")
    running.press(Qt.Key.Key_Return)
    assert running.keys - before - len(title) <= 10
    assert QApplication.activeModalWidget() is None
    current = running.view().current
    assert current is not None
    (task,) = current.tasks
    assert (task.title, task.institution) == (title.strip(), "РЗИ – Кърджали")
    assert task.due_on == (running.now + timedelta(days=14)).date()
    assert running.screen.panel.field_name() == "task_line"


def test_words_and_who_said_it_are_one_line(reviewing: RoomWindow) -> None:
    """H6: a line and who said it, by keyboard; undo takes it back."""
    reviewing.press(Qt.Key.Key_F7, SHIFT)
    reviewing.press(Qt.Key.Key_Return)
    reviewing.write("/ 2 от 3 посещения ^Панайотова")
    reviewing.press(Qt.Key.Key_Return)
    first = reviewing.screen.panel.findChildren(TaskLine)[0].row
    assert first.report is not None
    assert (first.report.line, first.report.by) == ("2 от 3 посещения", "Светла Панайотова")
    reviewing.press(Qt.Key.Key_Z, CTRL)
    assert outcomes(reviewing) == [None] * 5


def test_a_term_that_cannot_be_read_is_said_below_the_line_and_stays(
    reviewing: RoomWindow,
) -> None:
    """H3: nothing typed is dropped."""
    reviewing.press(Qt.Key.Key_F7, SHIFT)
    reviewing.write(">")
    reviewing.write("утре")
    reviewing.press(Qt.Key.Key_Return)
    assert outcomes(reviewing) == [None] * 5
    entry = reviewing.screen.findChild(VoteEdit, "report_line")
    assert entry is not None
    assert entry.text() == "> утре"
