"""The window as a person sees it: screens, buttons, file dialogs; waits for facts alone."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.support.window import click, press

from dcm_desktop.ui.app import Program
from dcm_desktop.ui.main_window import MainWindow
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo
from dcm_desktop.ui.widgets.messages import MessageStrip
from dcm_desktop.usecases.acting import Workspace

LONG = 60_000
"""What may take a moment: key derivation on a busy machine. In milliseconds."""

T = TypeVar("T", bound=QWidget)


class Sight:
    """What a person sees of the program, and the hands for it."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program

    # What one sees

    @property
    def main(self) -> MainWindow:
        """The main window."""
        assert self.program.main is not None
        return self.program.main

    @property
    def workspace(self) -> Workspace:
        """The open store."""
        return self.main.desk.workspace

    def screen(self, kind: type[T]) -> T:
        """The screen that is seen, with all news shown."""
        self.settle()
        screen = self.main.current
        assert isinstance(screen, kind), screen
        return screen

    def settle(self) -> None:
        """Until the worker is idle and what was announced has arrived."""
        self.qtbot.waitUntil(lambda: not self.program.jobs.waiting, timeout=LONG)
        for _ in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
        main = self.program.main
        if main is not None and QApplication.activeWindow() is None:
            main.activateWindow()  # no window manager does it here after a list was shown
            self.qtbot.waitUntil(main.isActiveWindow)

    def go(self, place: str, kind: type[T]) -> T:
        """Choose a place in the rail."""
        self.main.rail.chosen.emit(place)
        return self.screen(kind)

    def go_on(self, strip: MessageStrip, word: str) -> None:
        """Press the button of a question in a strip."""
        found = [b for b in strip.findChildren(Button) if b.text() == word and not b.isHidden()]
        assert found, (strip.text, [b.text() for b in strip.findChildren(Button)])
        click(found[0])
        self.settle()

    def button(self, name: str, root: QWidget | None = None) -> Button:
        """A button by its objectName."""
        found = (root or self.main).findChild(Button, name)
        assert isinstance(found, Button), name
        return found

    def choose_file(self, path: Path) -> None:
        """Type a path into the file dialog that is open, and Enter."""

        def dialogs() -> list[QFileDialog]:
            top = QApplication.topLevelWidgets()
            return [one for one in top if isinstance(one, QFileDialog) and one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(dialogs()))
        dialog = dialogs()[0]
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(edit, QLineEdit)
        edit.setText(str(path))
        press(edit, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not dialogs())
        self.settle()


def choose(combo: Combo, value: str) -> None:
    """Choose in a list as the list itself does."""
    combo.set_value(value)
    assert combo.value() == value, [option.value for option in combo._options]
    combo.chosen.emit(value)
