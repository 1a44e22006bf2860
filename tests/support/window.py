"""What tests of the window share: a desk on a real store, a shell that notes what it was asked,
and looks at what is clipped, unnamed or out of reach of the keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dcm_desktop.ui.bus import Bus
from dcm_desktop.ui.hall.desk import HallDesk
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.screens.screen import Desk, Screen
from dcm_desktop.ui.widgets.labels import ElideLabel
from dcm_desktop.ui.widgets.messages import BusyOverlay
from dcm_desktop.usecases.acting import Workspace

SIZES = ((911, 460), (1093, 614), (1366, 690), (1366, 768), (1920, 1080))
"""Logical sizes a screen is looked at: 1366×768 at 150 and 125 %, under two bars, bare, full HD."""


class NotingShell(QWidget):
    """Stands in for the main window: shows one screen and notes what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.resize(1366, 690)
        self.opened: list[tuple[str, dict[str, str]]] = []
        self.said: list[str] = []
        self.hall_text, self.hall_sign = "", ("", "")
        self.offers_undo = False
        self.session_open = False
        self.unsaved = False
        self.locked = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._busy = BusyOverlay(self)

        self._hall = HallDesk(PreferenceFile(Path("/nonexistent/settings.json")), self)

    @property
    def busy(self) -> BusyOverlay:
        """A real overlay."""
        return self._busy

    @property
    def hall(self) -> HallDesk:
        """A real one that nothing starts."""
        return self._hall

    def put(self, screen: Screen) -> None:
        """Show a screen."""
        self._column.addWidget(screen)

    def open(self, place: str, **arguments: str) -> None:
        """Note where the screen wanted to go."""
        self.opened.append((place, arguments))

    def back(self) -> None:
        """Note it."""
        self.opened.append(("back", {}))

    def say(self, text: str, *, undo: bool = False) -> None:
        """Note the toast."""
        self.said.append(text)
        self.offers_undo = undo

    def set_unsaved(self, unsaved: bool) -> None:
        """Note it."""
        self.unsaved = unsaved

    def set_hall(self, text: str, icon: str = "monitor", tone: str = "text2") -> None:
        """Note what the hall sees."""
        self.hall_text, self.hall_sign = text, (icon, tone)

    def set_session_open(self, is_open: bool) -> None:
        """Note it."""
        self.session_open = is_open

    def lock(self) -> None:
        """Note it."""
        self.locked = True

    def show_keys(self) -> None:
        """Note it."""
        self.opened.append(("keys", {}))


_shown: list[QWidget] = []


def show(qtbot: QtBot, *parts: QWidget) -> QWidget:
    """An active window with the parts below each other; it lives as long as its test."""
    window = QWidget()
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    qtbot.addWidget(window)
    _shown[:] = [one for one in _shown if shiboken6.isValid(one)]
    _shown.append(window)
    window.resize(420, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def make_desk(workspace: Workspace, folder: Path) -> tuple[Desk, NotingShell]:
    """A desk on an open store; end it with `end_desk`."""
    jobs, bus, shell = Jobs(), Bus(), NotingShell()
    workspace.listeners.append(bus.announce)
    preferences = PreferenceFile(folder / "settings.json")
    return Desk(workspace, bus, jobs, preferences, shell), shell


def end_desk(desk: Desk, shell: NotingShell) -> None:
    """Let the worker end and the window go."""
    desk.jobs.close()
    shell.close()
    shell.deleteLater()


def type_text(widget: QWidget | None, text: str) -> None:
    """Type letters of any alphabet; `keyClicks` of Qt knows Latin only."""
    assert widget is not None
    none = Qt.KeyboardModifier.NoModifier
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, none, sign))


def press(
    widget: QWidget | None,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press one key on a widget that must be there."""
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def click(widget: QWidget | None, at: QPoint | None = None) -> None:
    """Click a widget that must be there, in its middle or at a point."""
    assert widget is not None
    where = at if at is not None else widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)


def clipped(root: QWidget) -> list[str]:
    """Texts that do not fit where they stand; eliding labels may be short, words may not."""
    found = []
    for label in root.findChildren(QLabel):
        if not label.isVisible() or isinstance(label, ElideLabel) or not label.text():
            continue
        need = label.fontMetrics().horizontalAdvance(label.text())
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + 1:
                found.append(f"{label.text()!r} needs more lines")
        elif need > label.width() + 1:
            found.append(f"{label.text()!r} needs {need}, has {label.width()}")
    for button in root.findChildren(QAbstractButton):
        if not button.isVisible():
            continue
        hint = button.minimumSizeHint() if button.text() else QSize(24, 24)
        if hint.width() > button.width() + 1 or hint.height() > button.height() + 1:
            found.append(f"button {button.text() or button.accessibleName()!r}")
    return found


def outside(root: QWidget) -> list[str]:
    """Controls of a window that stand outside of it, where nobody can reach them."""
    found = []
    whole = root.rect()
    for child in root.findChildren(QWidget):
        if not child.isVisible() or child.isWindow() or _scrolls(child, root):
            continue
        if isinstance(child, QAbstractButton | QLineEdit | QPlainTextEdit | QLabel):
            corner = child.mapTo(root, child.rect().bottomRight())
            if not whole.contains(corner):
                found.append(f"{type(child).__name__} {child.accessibleName()!r} at {corner}")
    return found


def _scrolls(child: QWidget, root: QWidget) -> bool:
    parent = child.parentWidget()
    while parent is not None and parent is not root:
        if parent.objectName() == "qt_scrollarea_viewport":
            return True
        parent = parent.parentWidget()
    return False


_NAMED = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
    QAccessible.Role.ComboBox,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.ListItem,
}


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    QAccessible.setActive(True)
    found = []
    for interface in _walk(QAccessible.queryAccessibleInterface(root)):
        if interface.state().invisible or interface.role() not in _NAMED:
            continue
        if not interface.text(QAccessible.Text.Name):
            thing = interface.object()
            name = type(thing).__name__ if thing is not None else str(interface.role())
            found.append(f"{name} {thing.objectName() if thing is not None else ''}")
    return found


def _walk(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid():
        return
    yield interface
    if interface.role() in (QAccessible.Role.Table, QAccessible.Role.List):
        return
    for place in range(interface.childCount()):
        yield from _walk(interface.child(place))


def tab_stops(root: QWidget) -> list[QWidget]:
    """The widgets that Tab visits, in order, from where the keyboard is; ends after one round."""
    seen: list[QWidget] = []
    for _ in range(300):
        widget = QApplication.focusWidget()
        if widget is None or widget in seen:
            break
        seen.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    return seen


class WindowsShown(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every Show."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def stray_windows(build: Callable[[], QWidget]) -> list[str]:
    """Windows that flash up while a widget is only being built."""
    app = QApplication.instance()
    assert app is not None
    noting = WindowsShown()
    app.installEventFilter(noting)
    try:
        made = build()
    finally:
        app.removeEventFilter(noting)
    made.deleteLater()
    return noting.names
