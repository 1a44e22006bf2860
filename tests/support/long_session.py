"""A session of twelve cases, 24 tasks and 15 members in two and a half hours, by keyboard alone.

The design load of the session room: `hold` drives the real window on a scripted clock.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.support.builders import (
    Mechanism15,
    Room,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)
from tests.support.room_window import CTRL, RoomWindow

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL

CASES = 12
SHIFT = Qt.KeyboardModifier.ShiftModifier
LINES = (
    "Представи развитието по случая от последното заседание.",
    "Посещенията в дома продължават, семейството сътрудничи.",
)
TASKS = ("Посещение в дома @рз", "Преглед на плана @рз")


def prepare(workspace: Workspace) -> tuple[Mechanism15, Room]:
    """A convened session of twelve cases."""
    kit = make_mechanism_of_15(workspace)
    room = make_session(workspace, kit, titles=(), convened=False)
    for _ in range(CASES):
        add_case_item(room, make_case(workspace, kit))
    workspace.do(sessions.convene_session, room.session_id, accept=ACCEPT_ALL, at=room.now)
    return kit, room


def hold(window: RoomWindow, after_item: Callable[[int], object] = lambda _n: None) -> None:
    """Roll call, opening, twelve items with a break, closing."""
    call_roll(window)
    window.press(Qt.Key.Key_F2)
    window.press(Qt.Key.Key_Return)
    assert window.view().status is SessionStatus.OPEN
    window.screen.agenda.list.setFocus()
    window.press(Qt.Key.Key_Return, CTRL)
    for n in range(1, CASES + 1):
        discuss(window, n)
        after_item(n)
        if n == CASES // 2:
            window.press(Qt.Key.Key_F2)
            window.tick(10)
            window.press(Qt.Key.Key_F2)
            window.settle()
    window.press(Qt.Key.Key_F2, SHIFT)
    for _ in range(3):
        if window.view().status is SessionStatus.OPEN:
            window.press(Qt.Key.Key_Return)
            window.settle()


def call_roll(window: RoomWindow) -> None:
    """Two absent, the rest present."""
    window.press(Qt.Key.Key_F3)
    window.write("14-")
    window.write("15/")
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Return, CTRL)
    window.press(Qt.Key.Key_Escape)


def discuss(window: RoomWindow, n: int) -> None:
    """One case: two lines, a decision, two tasks; every third is put to the vote."""
    window.press(Qt.Key.Key_PageDown, CTRL)
    window.settle()
    window.tick(3)
    for line in LINES:
        window.press(Qt.Key.Key_F5)
        window.write(line)
        window.press(Qt.Key.Key_Return)
        window.tick(2)
    window.press(Qt.Key.Key_F6)
    window.write(f"Подкрепя семейството по случай {n}.")
    if n % 3:
        window.press(Qt.Key.Key_Return, CTRL)
    else:
        window.press(Qt.Key.Key_F8)
        window.write("12-0-1")
        window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_F7)
    for task in TASKS:
        window.write(task)
        window.press(Qt.Key.Key_Tab)
        window.write(" !+14")
        window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_Escape)
    window.tick(5)
    QApplication.processEvents()
