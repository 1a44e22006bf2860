"""What buttons that draw themselves share: keyboard, hover, measuring again."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from dcm_desktop.ui import theme


class PaintedButton(QAbstractButton):
    """A button with its own `paintEvent` and `sizeHint`; Enter presses it, as Space does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def draw_hover(self, painter: QPainter, ground: QRectF, radius: int = 6) -> None:
        """The quiet ground under the mouse."""
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(ground, radius, radius)


class RemovableRow(PaintedButton):
    """A row with a key that Enter or a click opens and Delete removes."""

    remove_requested = Signal(str)
    """Delete was pressed; carries the key of the row."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit(self.key)
        else:
            super().keyPressEvent(event)
