"""Small parts of the vote strip: the entry, a count with its dot."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.session_room.undo_keys import belongs_to_window
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.fields import LineEdit


class DotCount(QWidget):
    """A coloured dot and a count with its word: „за 12“."""

    def __init__(self, tone: str, word: str) -> None:
        super().__init__()
        self._tone, self._word, self._text = tone, word, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show another count."""
        self.set_text(f"{self._word} {count}")

    def set_text(self, text: str) -> None:
        """Show word and count as given, where the word changes with the count."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Dot and words."""
        return QSize(int(theme.advance(self._text, "smallm")) + 17, theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._tone))
        middle = self.height() / 2
        painter.drawEllipse(QRectF(1, middle - 4, 8, 8))
        rect = QRectF(14, 0, self.width() - 14, self.height())
        paint.text(painter, rect, self._text, "smallm")


class VoteEdit(LineEdit):
    """The entry of a vote: Enter enters, Esc leaves."""

    entered = Signal()
    """Enter was pressed."""
    cancelled = Signal()
    """Esc was pressed."""

    def event(self, event: QEvent) -> bool:
        """Undo is the window's: it takes the last act back."""
        if belongs_to_window(event, can_undo=False, can_redo=False):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc belong to the strip."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)
