"""The checklist at the side of the room: by digits, with its rules, saved at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.support.builders import Mechanism15, Room, add_case_item, make_case
from tests.support.room_window import RoomWindow
from tests.support.window import type_text

from dcm_desktop.domain.terms import Principle, PrincipleAnswer
from dcm_desktop.ui.screens.session_room.checklist import ChecklistPanel
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions.checklist import get_checklist

A = PrincipleAnswer


@pytest.fixture
def on_case(
    qapp: QApplication,
    workspace: Workspace,
    kit: Mechanism15,
    room: Room,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[tuple[RoomWindow, ChecklistPanel, str]]:
    """The room at a running case item with its checklist open."""
    item_id = add_case_item(room, make_case(workspace, kit))
    room.open(absent=(15,))
    workspace.do(sessions.start_item, item_id, at=room.tick())
    made = RoomWindow(workspace, room.session_id, tmp_path, monkeypatch)
    made.at(room.now)
    made.show()
    made.settle()
    made.screen.menu.open_checklist()
    panel = made.screen.stage.panel
    assert isinstance(panel, ChecklistPanel)
    QApplication.processEvents()
    yield made, panel, item_id
    made.close()


def test_ten_digits_answer_the_whole_list(
    on_case: tuple[RoomWindow, ChecklistPanel, str],
) -> None:
    window, panel, item_id = on_case
    window.keys = 0
    for _ in range(5):
        window.press(Qt.Key.Key_1)
    assert window.workspace.ask(get_checklist, item_id).answered == 5
    window.press(Qt.Key.Key_1)
    heard = panel.cards[5]
    assert heard.is_open, "how and by whom is asked before it goes on"
    assert "P06" in heard.gaps.text()
    for key, text in (("how", "разговор"), ("by_whom", "ОЗД")):
        heard.notes[key].setFocus()
        window.write(text)
        heard.drafts[0].flush()
        heard.drafts[1].flush()
    window.press(Qt.Key.Key_Down)
    for _ in range(4):
        window.press(Qt.Key.Key_1)
    view = window.workspace.ask(get_checklist, item_id)
    assert (view.answered, view.is_complete) == (10, True)
    assert panel.count.text == "изцяло попълнен"


def test_an_answer_that_is_not_open_cannot_be_given(
    on_case: tuple[RoomWindow, ChecklistPanel, str],
) -> None:
    window, panel, item_id = on_case
    window.press(Qt.Key.Key_4)
    assert window.workspace.ask(get_checklist, item_id).answered == 0
    assert panel.cards[0].is_open


def test_a_separation_turns_p04_to_no_and_asks_for_the_ground(
    on_case: tuple[RoomWindow, ChecklistPanel, str],
) -> None:
    window, panel, item_id = on_case
    panel.separates.set_value("yes")
    panel.separates.chosen.emit("yes")
    QApplication.processEvents()
    check = window.workspace.ask(get_checklist, item_id).checks[3]
    assert (check.principle, check.answer, check.forced) == (Principle.P04, A.NO, True)
    assert not panel.ground.isHidden()
    assert "Бедността сама по себе си" in panel.cards[3].gaps.text()
    panel.ground.setFocus()
    type_text(panel.ground, "тежко пренебрегване")
    window.screen.flush()
    assert not window.workspace.ask(get_checklist, item_id).checks[3].forced


def test_words_are_kept_two_seconds_after_they_were_typed(
    on_case: tuple[RoomWindow, ChecklistPanel, str],
) -> None:
    window, panel, item_id = on_case
    panel.cards[0].reason.setFocus()
    type_text(panel.cards[0].reason, "защото детето иска да остане")
    draft = panel.cards[0].drafts[-1]
    assert draft.unsaved
    window.screen.flush()
    assert not draft.unsaved
    kept = window.workspace.ask(get_checklist, item_id).checks[0].reason
    assert kept == "защото детето иска да остане"


def test_esc_closes_it_and_the_hall_never_hears_of_it(
    on_case: tuple[RoomWindow, ChecklistPanel, str],
) -> None:
    window, panel, _ = on_case
    assert "Поверително" in panel.subtitle.text()
    QTest.keyClick(panel.cards[0].head, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert window.screen.stage.panel is None


def test_a_separation_for_poverty_alone_is_adopted_and_its_ground_is_asked_for(
    on_case: tuple[RoomWindow, ChecklistPanel, str],
) -> None:
    """P04 in the hall: the decision gets its number, the strip asks for the ground."""
    window, panel, item_id = on_case
    panel.separates.set_value("yes")
    panel.separates.chosen.emit("yes")
    panel.leave()
    window.press(Qt.Key.Key_F6)
    window.write("Предлага настаняване при близки.")
    window.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    item = window.view(item_id).current
    assert item is not None
    assert item.decisions[0].number == "1-1"
    assert "Бедността сама по себе си" in window.strip
    window.press(Qt.Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    assert isinstance(window.screen.stage.panel, ChecklistPanel)
