"""One field of the running item: its name and key in a gutter, its parts at the right.

In a low window it folds to one line that opens when it is chosen.
"""

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.session_room.part import RoomPart
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, Item, hbox, hline
from dcm_desktop.ui.widgets.labels import KeyCap, Label
from dcm_desktop.ui.widgets.painted_button import PaintedButton

GUTTER = 96
"""Width of the gutter, so that all fields have one left edge."""
GUTTER_LOW = 120
OUTDENT = 7
"""Border and padding of a frameless field, in pixels; see `put`."""


class FoldedLine(PaintedButton):
    """A field in one line: name, key, what stands in it, how much."""

    def __init__(self, cap: str) -> None:
        super().__init__()
        self._field, self._cap = "", cap
        self._summary, self._note = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Name of the field."""
        self._field = name
        self.set_summary(self._summary, self._note)

    def set_summary(self, summary: str, note: str) -> None:
        """Say what stands in the field."""
        self._summary, self._note = summary, note
        self.setAccessibleName(", ".join(part for part in (self._field, summary, note) if part))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(240, theme.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, and the ring when it has the keyboard."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF()
        self.draw_hover(painter, rect.adjusted(4, 1, -4, -1))
        middle, height = rect.center().y(), rect.height()
        name, text = theme.px(88), 16 + theme.px(132)
        width = name if self._cap else text - 20
        paint.text(painter, QRectF(16, 0, width, height), self._field, "smallm", "text2")
        if self._cap:
            paint.key(painter, 16 + name, middle, self._cap)
        right = rect.width() - 16
        if self._note:
            wide = theme.advance(self._note, "caption")
            box = QRectF(right - wide - 1, 0, wide + 1, height)
            paint.text(painter, box, self._note, "caption", "text3")
            right = box.left() - 12
        paint.text(painter, QRectF(text, 0, right - text, height), self._summary, "small")
        if self.hasFocus():
            paint.focus_ring(painter, rect.adjusted(4, 1, -4, -1), 6)


class Section(RoomPart, QWidget):
    """A field of the item; its parts stand in a column beside the gutter."""

    leads: ClassVar[bool] = False
    """Stands above the five fields; a section below them is the rule."""
    open_requested = Signal(object)
    """The folded line was chosen; carries this section."""

    def __init__(self, cap: str, *, spacing: int = 6) -> None:
        super().__init__()
        self.line = FoldedLine(cap)
        self.line.hide()
        self.line.clicked.connect(self._line_pressed)
        self._name = Label("", "smallm", "text2")
        self._caps = Box(row=True)
        if cap:
            self._caps.add(KeyCap(cap))
        self._caps.add(None)
        self.gutter = Box(self._name, self._caps, None, spacing=4)
        self.gutter.setFixedWidth(GUTTER)
        self.content = QVBoxLayout()
        self.content.setSpacing(spacing)
        self._open = QWidget()
        row = QHBoxLayout(self._open)
        row.setContentsMargins(16, 8, 16 - OUTDENT, 8)
        row.setSpacing(12 - OUTDENT)
        row.addWidget(self.gutter)
        row.addLayout(self.content, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_name(self, name: str) -> None:
        """Name of the field, in the gutter and for screen readers."""
        self._name.setText(name)
        self.setAccessibleName(name)
        self.line.set_name(name)

    def put(self, *parts: Item, frameless: bool = False) -> None:
        """Add parts below one another; a frameless field stands out by its own padding, so that
        its text has the left edge of everything else."""
        side = 0 if frameless else OUTDENT
        for part in parts:
            self.content.addLayout(hbox(part, margins=(side, 0, side, 0)))

    def end_with_line(self) -> None:
        """A line below, hidden with it: for a section that leads."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(hline())

    @property
    def is_folded(self) -> bool:
        """Whether only its line is seen."""
        return self.line.isVisibleTo(self)

    def set_folded(self, folded: bool) -> None:
        """Show one line, or everything."""
        self.line.setVisible(folded)
        self._open.setVisible(not folded)

    def set_low(self, low: bool) -> None:
        """In a low window name and key stand in one line, as in the folded ones."""
        ways = QBoxLayout.Direction
        self.gutter.box.setDirection(ways.LeftToRight if low else ways.TopToBottom)
        self._name.setMinimumWidth(theme.px(84) if low else 0)
        self.gutter.setFixedWidth(theme.px(GUTTER_LOW if low else GUTTER))

    def set_summary(self, summary: str, note: str = "") -> None:
        """What the folded line says."""
        self.line.set_summary(" ".join(summary.split()), note)

    def _line_pressed(self) -> None:
        self.open_requested.emit(self)
