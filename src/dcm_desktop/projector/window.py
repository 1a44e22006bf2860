"""The window of the hall: one painted state, its clock, its pages, and the clicker's keys."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QElapsedTimer, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QWidget

from dcm_desktop.domain.projector import Mode, PublicState
from dcm_desktop.domain.projector_wire import Clicker
from dcm_desktop.projector.looks import say
from dcm_desktop.projector.painting import Frame, paint

PAGE_SECONDS = 12
_TICK_MS = 500
_KEYS = {
    Qt.Key.Key_PageDown: Clicker.NEXT,
    Qt.Key.Key_PageUp: Clicker.BACK,
    Qt.Key.Key_Period: Clicker.HIDE,
    Qt.Key.Key_B: Clicker.HIDE,
}
"""What presenters' clickers send. Anything else that is typed here is nobody's."""


class HallWindow(QWidget):
    """Stands on one screen and shows the last state it was given; it never takes the focus."""

    painted = Signal(int, str)
    """A state is on the screen: its number and the text that can be read now."""
    pictured = Signal(int, QImage)
    """The picture that the screen shows now, with the number of its state."""
    clicked = Signal(Clicker)
    """The clicker was pressed while this window had the keys."""

    def __init__(self, screen: QScreen) -> None:
        super().__init__(
            None,
            Qt.WindowType.Window
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus,
        )
        self.setObjectName("hallWindow")
        self.setWindowTitle(say("window"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self._frame: Frame | None = None
        self._state: PublicState | None = None
        self._seq = 0
        self._unsaid = False
        self._page: int | None = None
        self._since = QElapsedTimer()
        self._page_since = QElapsedTimer()
        self._ticker = QTimer(self)
        self._ticker.setInterval(_TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self._ticker.start()

    def show_state(self, seq: int, state: PublicState) -> None:
        """Show this from now on."""
        same = self._state is not None and self._state.card == state.card
        self._state, self._seq, self._unsaid = state, seq, True
        self._since.start()
        if not same:
            self._page = None
            self._page_since.start()
        self._paint()

    def place(self, geometry: QRect) -> None:
        """Cover this rectangle, whether or not somebody manages windows here."""
        self.setGeometry(geometry)
        self.showFullScreen()
        self.setGeometry(geometry)

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        """Put the ready picture on the screen, and say so the first time."""
        del event
        painter = QPainter(self)
        if self._frame is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
            return
        painter.drawImage(0, 0, self._frame.image)
        painter.end()
        if self._unsaid:
            self._unsaid = False
            QTimer.singleShot(0, self._say_painted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size."""
        super().resizeEvent(event)
        self._paint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Next, back, hide; the rest is swallowed."""
        key = _KEYS.get(Qt.Key(event.key()))
        if key is not None and not event.isAutoRepeat():
            self.clicked.emit(key)
        event.accept()

    # Inside

    def _now(self) -> PublicState | None:
        """The state with its clock moved on."""
        if self._state is None:
            return None
        gone = timedelta(milliseconds=self._since.elapsed())
        return replace(self._state, at=self._state.at + gone)

    def _paint(self) -> None:
        state = self._now()
        if state is None or self.size().isEmpty():
            return
        self._frame = paint(state, self.size(), ratio=self.devicePixelRatioF(), page=self._page)
        self._page = self._frame.page
        self.setAccessibleName(self._frame.text)
        self.update()
        self.pictured.emit(self._seq, self._frame.image)

    def _tick(self) -> None:
        """Once in a while: the clock, a running timer, the next page of a long text."""
        if self._state is None or self._frame is None or self._state.mode is Mode.HIDDEN:
            return
        turn = (
            self._frame.pages > 1
            and self._state.mode is not Mode.FROZEN
            and self._page_since.elapsed() >= PAGE_SECONDS * 1000
        )
        if turn:
            self._page = self._frame.page + 1
            self._page_since.start()
        before = self._frame.text
        now = self._now()
        if now is None:
            return
        timed = now.timer is not None and now.timer.running
        if turn or timed or f"{now.at:%H:%M}" not in before:
            self._paint()

    def _say_painted(self) -> None:
        if self._frame is not None:
            self.painted.emit(self._seq, self._frame.text)
