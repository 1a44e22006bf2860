"""The list under the caret: what can stand in place of what was begun; it takes no keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.messages import announce

MOST = 6
_ROW = 26
_EDGE = 4
_GAP = 12


class ChoiceList(QFrame):
    """Some rows of a title and a grey note; one is current."""

    chosen = Signal(int)
    """A row was clicked."""

    def __init__(self, editor: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(editor.window())
        self._editor = editor
        self._rows: tuple[tuple[str, str], ...] = ()
        self.current, self.moved = 0, False
        self.setObjectName("choices")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Suggestions"))
        self.hide()

    def show_choices(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show rows under the caret; the first one is current."""
        new = tuple(rows[:MOST])
        if new != self._rows:
            self._rows, self.current, self.moved = new, 0, False
        if self.parentWidget() is not self._editor.window():
            self.setParent(self._editor.window())
        self.resize(self.sizeHint())
        self._place()
        self.show()
        self.raise_()
        self.update()
        self._say()

    def step(self, by: int) -> None:
        """The next or the previous row, round the ends."""
        if self._rows:
            self.current = (self.current + by) % len(self._rows)
            self.moved = True
            self.update()
            self._say()

    def sizeHint(self) -> QSize:
        """As wide as its longest row, within reason."""
        titles = max((theme.advance(title, "smallm") for title, _ in self._rows), default=0)
        notes = max((theme.advance(note, "caption") for _, note in self._rows), default=0)
        width = round(titles + notes) + 2 * _EDGE + 3 * _GAP
        most = max(240, self.window().width() - 48)
        return QSize(min(width, theme.px(620), most), len(self._rows) * self._height() + 2 * _EDGE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the row."""
        row = int((event.position().y() - _EDGE) // self._height())
        if 0 <= row < len(self._rows):
            self.current, self.moved = row, True
            self.chosen.emit(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, border and rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(theme.colour("border_strong"))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(ground, 6, 6)
        for place, (title, note) in enumerate(self._rows):
            self._paint_row(painter, place, title, note)

    def _paint_row(self, painter: QPainter, place: int, title: str, note: str) -> None:
        here = place == self.current
        height = self._height()
        rect = QRectF(_EDGE, _EDGE + place * height, self.width() - 2 * _EDGE, height)
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selection"))
            painter.drawRoundedRect(rect, 4, 4)
        left = rect.left() + _GAP - _EDGE
        width = min(theme.advance(title, "smallm") + 2, rect.width() - 2 * _GAP)
        tone = "selection_text" if here else "text"
        paint.text(painter, QRectF(left, rect.top(), width, height), title, "smallm", tone)
        left += width + _GAP
        room = rect.right() - left - _EDGE
        if note and room > 24:
            tone = "selection_text" if here else "text2"
            paint.text(painter, QRectF(left, rect.top(), room, height), note, "caption", tone)

    def _place(self) -> None:
        """Below the caret, or above it where there is no room; always inside the window."""
        caret = self._caret()
        window = self.window()
        corner = self._editor.mapTo(window, QPoint(caret.left() - _GAP, caret.bottom() + 6))
        x = max(8, min(corner.x(), window.width() - self.width() - 8))
        y = corner.y()
        if y + self.height() > window.height() - 8:
            y = self._editor.mapTo(window, QPoint(0, caret.top() - 6)).y() - self.height()
        self.move(x, max(8, y))

    def _caret(self) -> QRect:
        return self._editor.cursorRect()

    def _height(self) -> int:
        return theme.px(_ROW)

    def _say(self) -> None:
        if self._rows:
            title, note = self._rows[self.current]
            announce(self._editor, ", ".join(part for part in (title, note) if part))
