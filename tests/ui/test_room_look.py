"""The room at every size: nothing clipped, out of reach or without a name; late entry."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from tests.support.builders import Mechanism15, Room, make_session
from tests.support.room_window import CTRL, RoomWindow
from tests.support.window import SIZES, click, clipped, nameless, outside, tab_stops

from dcm_desktop.domain.terms import AgendaItemStatus, SessionStatus
from dcm_desktop.ui import theme
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace

pytestmark = pytest.mark.qt_no_exception_capture

HELD_ON = datetime(2026, 10, 15, 7, 0, tzinfo=UTC)


def write_much(window: RoomWindow) -> None:
    window.press(Qt.Key.Key_F5)
    for _ in range(5):
        window.write("Институциите представиха данните си и обсъдиха следващите стъпки.")
        window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_F7)
    window.write("Посещение в дома @РЗИ !+14")
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_F6)
    window.write("Приема за сведение.")
    window.press(Qt.Key.Key_F8)
    window.write("12-1-1")
    window.settle()


@pytest.mark.parametrize("size", SIZES)
def test_room_and_roll_fit_the_window(running: RoomWindow, size: tuple[int, int]) -> None:
    running.window.resize(*size)
    QApplication.processEvents()
    write_much(running)
    assert clipped(running.window) == []
    assert outside(running.window) == []
    running.press(Qt.Key.Key_F3)
    running.settle()
    assert clipped(running.window) == []
    assert outside(running.window) == []


def test_bigger_letters_fit_too(running: RoomWindow) -> None:
    theme.set_look("dark", 110)
    running.window.resize(1366, 768)
    QApplication.processEvents()
    write_much(running)
    assert clipped(running.window) == []


@pytest.mark.parametrize("presses", [1, 2, 3])
@pytest.mark.parametrize("size", [(1366, 690), (911, 460)])
def test_button_of_a_vote_keeps_its_whole_width(
    running: RoomWindow, size: tuple[int, int], presses: int
) -> None:
    running.window.resize(*size)
    QApplication.processEvents()
    write_much(running)
    running.screen.panel.vote.entry.clear()
    for _ in range(presses - 1):
        running.press(Qt.Key.Key_F8)
    running.write("4-" if presses == 2 else "5-8-1")
    running.settle()
    button = running.screen.panel.vote.button
    assert button.width() == button.sizeHint().width()
    assert clipped(running.window) == []


def test_nothing_in_the_room_waits_for_a_save_button(running: RoomWindow) -> None:
    """G3: texts are kept while they are typed; only a form at the side has its own button."""
    write_much(running)
    buttons = running.screen.panel.findChildren(QAbstractButton)
    named = [f"{one.text()} {one.accessibleName()}".casefold() for one in buttons]
    assert len(named) > 5
    assert not [name for name in named if "запис" in name or "запаз" in name]


def test_every_control_has_a_name(running: RoomWindow) -> None:
    write_much(running)
    assert nameless(running.window) == []
    running.press(Qt.Key.Key_F3)
    assert nameless(running.window) == []


def test_every_field_is_reached_with_tab(running: RoomWindow) -> None:
    running.screen.agenda.list.setFocus()
    seen = {widget.objectName() for widget in tab_stops(running.window)}
    wanted = {
        "agenda", "addItem", "itemMenu", "line", "proposal", "decision_text", "task_line",
        "vote_entry", "attendance", "goOn", "closeSession",
    }  # fmt: skip
    assert wanted <= seen


def test_in_a_low_window_the_field_of_its_key_opens_and_the_others_fold(
    running: RoomWindow,
) -> None:
    running.window.resize(911, 460)
    QApplication.processEvents()
    panel = running.screen.panel
    fields = (panel.discussion, panel.proposals, panel.decision, panel.tasks)
    running.press(Qt.Key.Key_F7)
    assert [section.is_folded for section in fields] == [True, True, True, False]
    running.press(Qt.Key.Key_F5)
    assert [section.is_folded for section in fields] == [False, True, True, True]
    assert running.screen.head.attendance.isVisible()
    assert not running.screen.attendance.isVisible()


def test_all_of_a_decision_can_be_done_with_the_mouse(running: RoomWindow) -> None:
    panel = running.screen.panel
    click(panel.decision.editor.viewport())
    running.write("Приема за сведение.")
    click(panel.vote.button)
    running.settle()
    assert panel.item is not None
    assert [row.number for row in panel.item.decisions] == ["1-1"]


def test_two_tasks_after_a_decision_take_no_more_keys_than_planned(running: RoomWindow) -> None:
    """H1, T9: `F6` `Ctrl+Enter` `F7` `@рз` `Tab` `!+14` `Enter` (×2) `Esc` – 23 keys."""
    running.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    running.write("Предложение")
    before = running.keys
    running.press(Qt.Key.Key_F6)
    running.press(Qt.Key.Key_Return, CTRL)
    running.press(Qt.Key.Key_F7)
    words = "Първа задача Втора задача"
    for title in ("Първа задача ", "Втора задача "):
        running.write(f"{title}@рз")
        running.press(Qt.Key.Key_Tab)
        running.write("!+14")
        running.press(Qt.Key.Key_Return)
    running.press(Qt.Key.Key_Escape)
    free_text = len(words) + 1
    assert running.keys - before - free_text <= 23
    item = running.screen.panel.item
    assert item is not None
    assert [task.institution for task in item.tasks] == ["РЗИ – Кърджали"] * 2
    assert {task.decision_id for task in item.tasks} == {item.decisions[0].decision_id}


def test_mirrors_of_the_function_keys_work(running: RoomWindow) -> None:
    running.press(Qt.Key.Key_5, CTRL)
    assert running.screen.panel.field_name() == "line"
    running.press(Qt.Key.Key_8, CTRL)
    assert running.screen.panel.field_name() == "vote_entry"


def test_f1_lists_the_keys_of_the_part_one_is_in(running: RoomWindow) -> None:
    first = running.screen.keys()[0]
    assert {"F2", "F3", "F5", "F6", "F7", "F8"} <= {key.keys for key in first.keys}
    running.press(Qt.Key.Key_F3)
    assert {"+", "-", "/", "*", ".", "!"} <= {key.keys for key in running.screen.keys()[0].keys}


def test_no_window_opens_over_the_room(running: RoomWindow) -> None:
    write_much(running)
    running.press(Qt.Key.Key_Return)
    running.press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert shown == [running.window]
    assert QApplication.activeModalWidget() is None


@pytest.fixture
def late(
    qapp: QApplication,
    workspace: Workspace,
    kit: Mechanism15,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RoomWindow]:
    """A session of October, entered in December."""
    room = make_session(workspace, kit, starts_at=HELD_ON)
    made = RoomWindow(workspace, room.session_id, tmp_path, monkeypatch).show()
    yield made
    made.close()


def set_time(window: RoomWindow, text: str) -> None:
    edit: QWidget = window.screen.clock.moment_edit
    edit.setFocus()
    window.press(Qt.Key.Key_A, CTRL)
    window.write(text)


def test_a_session_of_the_past_is_entered_with_its_own_times(late: RoomWindow) -> None:
    assert late.screen.clock.moment_edit.isVisible()
    late.press(Qt.Key.Key_F3)
    late.write("15-")
    late.press(Qt.Key.Key_Return, CTRL)
    late.press(Qt.Key.Key_Escape)
    set_time(late, "10:05")
    late.press(Qt.Key.Key_F2)
    late.press(Qt.Key.Key_Return)
    late.screen.agenda.list.setFocus()
    late.press(Qt.Key.Key_Return)
    set_time(late, "10:20")
    late.press(Qt.Key.Key_F5)
    late.write("Представена е информация.")
    late.press(Qt.Key.Key_Return)
    late.press(Qt.Key.Key_F6)
    late.write("Приема за сведение.")
    late.press(Qt.Key.Key_Return, CTRL)
    set_time(late, "11:30")
    late.press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    late.press(Qt.Key.Key_Return)
    view = late.view()
    assert view.status is SessionStatus.HELD
    assert view.opened_at == datetime(2026, 10, 15, 7, 5, tzinfo=UTC)
    assert view.ends_at == datetime(2026, 10, 15, 8, 30, tzinfo=UTC)
    first = late.view(view.items[0].item_id).current
    assert first is not None
    assert first.status is AgendaItemStatus.DECIDED
    assert first.lines[0].at == datetime(2026, 10, 15, 7, 20, tzinfo=UTC)
    assert first.decisions[0].adopted_at == datetime(2026, 10, 15, 7, 20, tzinfo=UTC)


def test_an_added_item_is_voted_on_from_its_menu(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    running.press(Qt.Key.Key_Insert)
    running.write("Нова спешна тема")
    running.press(Qt.Key.Key_Return, CTRL)
    menu = running.screen.menu.build()
    words = {action.text(): action for action in menu.actions()}
    words["Включена без възражения"].trigger()
    added = next(row for row in running.view().items if row.added_at_session)
    assert added.added_voted
    assert room.session_id == running.session_id
    assert workspace.ask(sessions.get_item, added.item_id).title == "Нова спешна тема"
