"""Screens put into a window in tests: shown, with refusals going to them as in the program."""

import sys
from types import TracebackType

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.window import SIZES, NotingShell, clipped, nameless, outside

from dcm_desktop.errors import DcmError
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import field_of
from dcm_desktop.ui.widgets.messages import MessageStrip


def show_screen(
    qtbot: QtBot, shell: NotingShell, screen: Screen, patch: pytest.MonkeyPatch
) -> None:
    """Show a screen in the shell, active; a `DcmError` of a slot goes to it, other errors fail."""
    bugs = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, DcmError):
            screen.take_error(error)
        else:
            bugs(kind, error, trace)

    patch.setattr(sys, "excepthook", hook)
    shell.put(screen)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)


def settled(screen: Screen) -> None:
    """Let what was announced arrive, and the screen catch up."""
    QApplication.processEvents()
    screen.refresh_now()


def error_of(screen: Screen, name: str) -> str:
    """The sentence under a field."""
    field = field_of(screen, name)
    assert field is not None, name
    return field.error


def press_act(strip: MessageStrip, text: str) -> None:
    """Press an act of a strip."""
    found = [button for button in strip.findChildren(Button) if button.text() == text]
    assert found, text
    found[-1].click()


def button_of(screen: Screen, name: str) -> Button:
    """The button with an object name."""
    found = screen.findChild(Button, name)
    assert isinstance(found, Button), name
    return found


def assert_looks_right(shell: NotingShell) -> None:
    """Nothing clipped, outside or nameless at any size."""
    for size in SIZES:
        shell.resize(*size)
        QApplication.processEvents()
        assert not clipped(shell), size
        assert not outside(shell), size
    assert not nameless(shell)
