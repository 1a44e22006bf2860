"""A list whose rows can be dragged to another place and moved by Alt and the arrows."""

from typing import TypeVar

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets.lists import ListView

Row = TypeVar("Row")

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DragList(ListView[Row]):
    """Tells where a row was dropped; the owner moves it and shows the rows again."""

    dropped = Signal(int, int)
    """A row was dragged; carries its place and the place it is to have."""
    stepped = Signal(int, int)
    """Alt and an arrow; carries the place of the row and -1 or +1."""

    _from = -1
    _to = -1
    _pressed_at = QPoint()
    draggable = True

    @property
    def is_dragging(self) -> bool:
        """Whether a row is held."""
        return self._to >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the current row; Esc lets a held row go."""
        place = self.currentIndex().row()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in _STEPS and place >= 0 and self.draggable:
            self.stepped.emit(place, _STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.is_dragging:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note the row that may be dragged."""
        super().mousePressEvent(event)
        self._pressed_at = event.position().toPoint()
        here = self.indexAt(self._pressed_at)
        left = event.button() == Qt.MouseButton.LeftButton
        self._from = here.row() if left and here.isValid() and self.draggable else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row would come."""
        point = event.position().toPoint()
        far = (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        held = event.buttons() & Qt.MouseButton.LeftButton and self._from >= 0
        if held and (far or self.is_dragging):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._to = self._place_at(point)
            self.viewport().update()
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the row, or choose it when it was not moved."""
        if not self.is_dragging:
            self._from = -1
            super().mouseReleaseEvent(event)
            return
        start, gap = self._from, self._to
        self._let_go()
        place = gap if gap <= start else gap - 1
        if place != start:
            self.dropped.emit(start, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and a line where the held one would come."""
        super().paintEvent(event)
        if not self.is_dragging:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(10, self._gap_y() - 1.5, self.viewport().width() - 20, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(line, 1.5, 1.5)

    def _place_at(self, point: QPoint) -> int:
        """The gap nearest to a point: 0 before the first row, as many as rows after the last."""
        rows = self.rows_model.rowCount()
        for place in range(rows):
            if point.y() < self.visualRect(self.rows_model.index(place)).center().y():
                return place
        return rows

    def _gap_y(self) -> int:
        rows = self.rows_model.rowCount()
        if self._to < rows:
            return max(2, self.visualRect(self.rows_model.index(self._to)).top())
        return self.visualRect(self.rows_model.index(rows - 1)).bottom()

    def _let_go(self) -> None:
        self._from = self._to = -1
        self.unsetCursor()
        self.viewport().update()
