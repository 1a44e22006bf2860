"""The small window before unlocking: unlock screen or first run."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from dcm_desktop.errors import DcmError
from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.first_run import FirstRun
from dcm_desktop.ui.screens.unlock import UnlockScreen

WIDEST = 920
"""Of what it shows: longer lines of fields are hard to follow in a large window."""


class StartWindow(QWidget):
    """Holds one screen at a time."""

    shown = Signal()
    """The window was painted for the first time."""
    closed = Signal()
    """The user closed it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setMinimumSize(640, 440)
        self.setWindowIcon(theme.icon("shield-check", "accent", 32))
        self.resize(720, 600)
        self._stack = QStackedWidget()
        self._stack.setMaximumWidth(WIDEST)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._stack, 1000)
        row.addStretch(1)

    @property
    def screen_shown(self) -> UnlockScreen | FirstRun | None:
        """What it shows."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, UnlockScreen | FirstRun) else None

    def put(self, screen: UnlockScreen | FirstRun) -> None:
        """Show another screen; the one before is gone."""
        before = self._stack.currentWidget()
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()
        if isinstance(screen, UnlockScreen):
            screen.start()

    def take_error(self, error: DcmError) -> bool:
        """Show an error on what it shows."""
        screen = self.screen_shown
        if screen is None:
            return False
        screen.take_error(error)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that there is something to see."""
        super().showEvent(event)
        self.shown.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the user is done."""
        event.accept()
        self.closed.emit()
