"""The key budget of a session, T1–T11 and the review: every line of it is a test that counts keys.

What is measured where: T2, T3, T10 `test_room_roll`; T7, T7b, T8 `test_room_items`; T9
`test_room_look`; T6 `test_key_budget_writing`; the review (H2) `test_key_budget_tasks`; the rest
here. `RoomWindow` counts each key event, a modifier too.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.support.builders import Mechanism15, Room, make_session
from tests.support.room_window import CTRL, RoomWindow

from dcm_desktop.domain.projector import Mode
from dcm_desktop.domain.projector_events import ScreenFound
from dcm_desktop.domain.terms import AgendaItemStatus, SessionStatus
from dcm_desktop.ui.screens.sessions.session_form import SessionForm
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace

pytestmark = pytest.mark.qt_no_exception_capture
HERE = Path(__file__).parent
ELSEWHERE = {
    "T2": "test_room_roll.py",
    "T3": "test_room_roll.py",
    "T6": "test_key_budget_writing.py",
    "T7": "test_room_items.py",
    "T7b": "test_room_items.py",
    "T8": "test_room_items.py",
    "T9": "test_room_look.py",
    "T10": "test_room_roll.py",
    "H2": "test_key_budget_tasks.py",
}


@pytest.mark.parametrize(("line", "file"), ELSEWHERE.items())
def test_each_line_of_the_budget_is_measured(line: str, file: str) -> None:
    """The budget is whole: a line that is measured elsewhere names itself there."""
    assert re.search(rf'""".*\b{line}\b', (HERE / file).read_text(encoding="utf-8"))


@pytest.fixture
def after_five(
    qapp: QApplication,
    workspace: Workspace,
    kit: Mechanism15,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RoomWindow]:
    """A session was held and left five items to the next one; the list of sessions is open."""
    titles = ("Първа", "Втора", "Трета", "Четвърта", "Пета", "Шеста")
    room = make_session(workspace, kit, tuple(f"{title} тема" for title in titles))
    room.open()
    workspace.do(sessions.vote_agenda, room.session_id, at=room.tick())
    room.decide(1, "Приема за сведение.")
    for number in range(2, 7):
        workspace.do(sessions.postpone_item, room.item(number), "", at=room.tick())
    accept = frozenset({"session.no_chair", "session.items_left"})
    workspace.do(sessions.close_session, room.session_id, accept=accept, at=room.tick())
    made = RoomWindow(workspace, room.session_id, tmp_path, monkeypatch)
    made.at(room.now)
    made.window.open("sessions")
    made.window.show()
    made.window.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()


def test_the_next_session_with_five_items_carried_takes_three_keys(
    workspace: Workspace, after_five: RoomWindow
) -> None:
    """T1: `Ctrl+N` `Enter` – 3 keys: day, place and what was left over come by themselves."""
    before = after_five.keys
    after_five.press(Qt.Key.Key_N, CTRL)
    after_five.press(Qt.Key.Key_Return)
    screen = after_five.window.current
    panel = getattr(getattr(screen, "stage", None), "panel", None)
    said = panel.strip.text if isinstance(panel, SessionForm) else ""
    assert after_five.keys - before <= 3
    rows = sorted(workspace.ask(sessions.list_sessions), key=lambda row: row.number)
    assert len(rows) == 2, said
    view = workspace.ask(sessions.get_room, rows[-1].session_id, at=after_five.now)
    carried = [row for row in view.items if row.title.endswith("тема")]
    assert len(carried) == 5
    assert view.status is SessionStatus.DRAFT


def test_the_agenda_is_adopted_with_one_withdrawn_and_one_added_in_ten_keys(
    workspace: Workspace, room: Room, seen: RoomWindow
) -> None:
    """T4: ↓ `Delete` `Enter` `Insert` `Ctrl+Enter` … `Ctrl+Enter` – 10 keys without the words."""
    room.open()
    seen.settle()
    seen.screen.agenda.list.setFocus()
    before = seen.keys
    seen.press(Qt.Key.Key_Down)
    seen.press(Qt.Key.Key_Delete)
    words = "Отпада."
    seen.write(words)
    seen.press(Qt.Key.Key_Return)
    seen.press(Qt.Key.Key_Insert)
    title = "Трета тема"
    seen.write(title)
    seen.press(Qt.Key.Key_Return, CTRL)
    seen.settle()
    added = [row for row in seen.view().items if row.title == title]
    assert len(added) == 1, seen.strip
    seen.press(Qt.Key.Key_Return, CTRL)
    free = len(words) + len(title)
    assert seen.keys - before - free <= 10
    view = seen.view()
    assert view.agenda_adopted_at is not None, seen.strip
    assert any(row.status is AgendaItemStatus.WITHDRAWN for row in view.items)


def at_the_wall(running: RoomWindow) -> None:
    """A screen of the hall was found; its process is not what is measured."""
    running.settle()
    hall = running.window.hall
    hall.do(ScreenFound())
    assert hall.mode is not Mode.OFF


def test_the_next_item_comes_with_two_keys_and_the_hall_follows(running: RoomWindow) -> None:
    """T5: `Ctrl+PgDn` – 2 keys: the item is taken up, and a shown screen shows it."""
    at_the_wall(running)
    running.press(Qt.Key.Key_F9)
    hall = running.window.hall
    assert hall.mode is Mode.SHOWING
    assert hall.hall is not None
    card = hall.hall.card
    before = running.keys
    running.press(Qt.Key.Key_PageDown, CTRL)
    assert running.keys - before <= 2
    view = running.view()
    item = next(row for row in view.items if row.item_id == view.running_id)
    assert item.n == 2
    assert hall.mode is Mode.SHOWING
    assert hall.hall is not None
    assert hall.hall.card != card


def test_the_hall_is_hidden_and_shown_again_with_two_keys(running: RoomWindow) -> None:
    """T11: `F12` … `F12` – 2 keys, whatever has the keyboard."""
    at_the_wall(running)
    hall = running.window.hall
    shown = hall.mode
    running.press(Qt.Key.Key_F5)
    before = running.keys
    running.press(Qt.Key.Key_F12)
    assert hall.mode is Mode.HIDDEN
    running.press(Qt.Key.Key_F12)
    assert hall.mode is shown
    assert running.keys - before <= 2
