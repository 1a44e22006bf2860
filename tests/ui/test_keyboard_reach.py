"""Everything without a mouse: Tab reaches each control, focus is seen, no dialog in the room."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from tests.support.room_window import CTRL, RoomWindow

from dcm_desktop.errors import DcmError
from dcm_desktop.ui.widgets.key_sheet import KeySheet
from dcm_desktop.ui.widgets.labels import KeyCap

pytestmark = pytest.mark.qt_no_exception_capture
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
MOST = 250
"""More Tabs than any place has controls."""


def controls_of(window: QWidget) -> set[QWidget]:
    """Everything one could click or type into now."""
    found: set[QWidget] = set()
    for kind in CONTROLS:
        found |= {
            one
            for one in window.findChildren(kind)
            if one.isVisible()
            and one.isEnabled()
            and not isinstance(one.parent(), QAbstractItemView)
            and not isinstance(one.parentWidget(), QLineEdit)
        }
    return found


def walk(window: RoomWindow) -> list[QWidget]:
    """Controls in the order Tab reaches them, until it comes round."""
    seen: list[QWidget] = []
    for _ in range(MOST):
        focus = QApplication.focusWidget()
        assert focus is not None, [name_of(one) for one in seen[-2:]]
        if len(seen) > 1 and focus is seen[0]:
            break
        if focus not in seen:
            seen.append(focus)
        window.press(Qt.Key.Key_Tab)
    return seen


def name_of(widget: QWidget) -> str:
    """How a failing test calls a control."""
    return f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName()!r}"


@pytest.mark.parametrize("place", ["room", "session_prepare", "home", "sessions"])
def test_tab_reaches_every_control_of_a_place(running: RoomWindow, place: str) -> None:
    """L7: every enabled control gets the keyboard by Tab alone, or by an arrow in its group."""
    if place != "room":
        arguments = {"session_id": running.session_id} if place == "session_prepare" else {}
        running.window.open(place, **arguments)
        QApplication.processEvents()
    screen = running.window.current
    assert screen is not None
    screen.setFocus()
    reached = set(walk(running))
    wanted = {
        one
        for one in controls_of(screen)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is running.window
    }
    missed = sorted(name_of(one) for one in wanted - reached)
    assert missed == []


@pytest.mark.parametrize("place", ["room", "session_prepare", "home"])
def test_no_control_can_only_be_clicked(running: RoomWindow, place: str) -> None:
    """L7: a button without keyboard focus must have a key, or an arrow of its group."""
    if place != "room":
        arguments = {"session_id": running.session_id} if place == "session_prepare" else {}
        running.window.open(place, **arguments)
        QApplication.processEvents()
    screen = running.window.current
    assert screen is not None
    dead = [
        name_of(one)
        for one in controls_of(screen)
        if isinstance(one, QAbstractButton) and one.focusPolicy() == Qt.FocusPolicy.NoFocus
    ]
    assert dead == []


def test_focus_is_seen_on_every_control_of_the_room(running: RoomWindow) -> None:
    """L7: a control looks different while it has the keyboard."""
    running.screen.setFocus()
    for widget in walk(running):
        if not isinstance(widget, QAbstractButton) or not widget.isVisible():
            continue
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if not widget.isVisible():
            continue
        with_focus = widget.grab().toImage()
        widget.clearFocus()
        QApplication.processEvents()
        assert widget.grab().toImage() != with_focus, name_of(widget)


def test_no_command_of_the_room_opens_a_modal_dialog(running: RoomWindow) -> None:
    """L7: questions of an open session stand in the strip and can wait."""
    names = [one.name for one in running.screen.commands()]
    for name in names:
        running.screen.leave_roll()
        command = next((one for one in running.screen.commands() if one.name == name), None)
        if command is None:  # its item is no longer in that state
            continue
        refused: DcmError | None = None
        try:
            command.run()
        except DcmError as error:
            refused = error
        assert refused is None or running.window.take_error(refused), name
        QApplication.processEvents()
        assert QApplication.activeModalWidget() is None, name
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        if running.window.place != "room":
            running.window.open("room", session_id=running.session_id)
            QApplication.processEvents()
        running.screen.strip.dismiss()
        running.screen.stage.close_panel()


def test_the_key_sheet_names_every_bound_key_of_the_room(running: RoomWindow) -> None:
    """L7: F1 is complete: what is bound is on the sheet, in groups."""
    running.press(Qt.Key.Key_F1)
    sheet = running.window.findChild(KeySheet)
    assert isinstance(sheet, KeySheet)
    assert sheet.isVisible()
    caps = " ".join(cap.text for cap in sheet.findChildren(KeyCap))
    for command in running.screen.commands():
        for part in command.keys.split(" "):
            assert part in caps, command
    for keys in ("Ctrl+K", "Ctrl+Z", "Ctrl+L", "F12"):
        assert keys in caps
    running.press(Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert len(running.screen.keys()) > 3


def test_every_function_key_of_the_room_has_its_mirror(running: RoomWindow) -> None:
    """L8: Ctrl+1…9 do what F1…F9 do, also with Shift."""
    for digit, field in ((5, "line"), (6, "decision_text"), (7, "task_line"), (8, "vote_entry")):
        running.press(Qt.Key(Qt.Key.Key_0.value + digit), CTRL)
        assert running.screen.panel.field_name() == field
    running.press(Qt.Key.Key_3, CTRL)
    assert running.screen.columns.in_roll
    running.press(Qt.Key.Key_Escape)
    running.press(Qt.Key.Key_1, CTRL)
    sheet = running.window.findChild(KeySheet)
    assert isinstance(sheet, KeySheet)
    assert sheet.isVisible()


def test_the_right_column_folds_before_it_scrolls(running: RoomWindow) -> None:
    """L7: in a low window the cards keep their heads, and a folded card opens by keyboard."""
    running.window.resize(1366, 690)
    QApplication.processEvents()
    column = running.screen.columns.right
    for card in (one for one in column.cards if one.isVisible()):
        corner = card.mapTo(column.viewport(), QPoint(0, card.height()))
        assert corner.y() <= column.viewport().height() or column.verticalScrollBar().maximum() > 0
    folded = [one for one in column.cards if one.isVisible() and one.is_folded]
    for card in folded[:1]:
        card.unfold_button.setFocus()
        running.press(Qt.Key.Key_Space)
        assert not card.is_folded
