"""Boxes that hold other parts: rows, columns, cards, insets, hairlines, scroll areas."""

from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

Item: TypeAlias = QWidget | QLayout | int | tuple[QWidget | QLayout, int] | None
Margins: TypeAlias = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)
CARD: Margins = (16, 12, 16, 12)


def fill(layout: QBoxLayout, items: tuple[Item, ...]) -> None:
    """Add items: widget, layout, number = space, None = stretch, (item, stretch)."""
    for item in items:
        stretch = 0
        part: QWidget | QLayout | int | None
        if isinstance(item, tuple):
            part, stretch = item
        else:
            part = item
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part, stretch)
        else:
            layout.addWidget(part, stretch)


def vbox(*items: Item, spacing: int = 8, margins: Margins = NONE) -> QVBoxLayout:
    """A column layout."""
    made = QVBoxLayout()
    made.setSpacing(spacing)
    made.setContentsMargins(*margins)
    fill(made, items)
    return made


def hbox(*items: Item, spacing: int = 8, margins: Margins = NONE) -> QHBoxLayout:
    """A row layout."""
    made = QHBoxLayout()
    made.setSpacing(spacing)
    made.setContentsMargins(*margins)
    fill(made, items)
    return made


class Box(QFrame):
    """A frame with a column (or row) inside and a name that the style sheet knows."""

    def __init__(
        self,
        *items: Item,
        name: str = "",
        row: bool = False,
        spacing: int = 8,
        margins: Margins = NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if name:
            self.setObjectName(name)
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.box: QBoxLayout = QHBoxLayout(self) if row else QVBoxLayout(self)
        self.box.setSpacing(spacing)
        self.box.setContentsMargins(*margins)
        fill(self.box, items)

    def add(self, *items: Item) -> None:
        """Add more items at the end."""
        fill(self.box, items)

    def clear(self) -> None:
        """Remove and delete everything inside, nested layouts too."""
        empty(self.box)


class Card(Box):
    """A white card with a hairline border; what a page is made of."""

    def __init__(self, *items: Item, spacing: int = 8, margins: Margins = CARD) -> None:
        super().__init__(*items, name="card", spacing=spacing, margins=margins)


class Inset(Box):
    """A slightly raised box inside a card."""

    def __init__(self, *items: Item, spacing: int = 8, margins: Margins = CARD) -> None:
        super().__init__(*items, name="inset", spacing=spacing, margins=margins)


def empty(layout: QLayout) -> None:
    """Remove and delete every widget and nested layout of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, nested = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif nested is not None:
            empty(nested)
            nested.deleteLater()


def hline() -> QFrame:
    """A hairline across."""
    return Box(name="hline")


def vline() -> QFrame:
    """A hairline down."""
    return Box(name="vline")


def fixed(widget: QWidget, width: int = 0, height: int = 0) -> QWidget:
    """The same widget with a fixed width, height, or both."""
    if width:
        widget.setFixedWidth(width)
    if height:
        widget.setFixedHeight(height)
    return widget


class ScrollColumn(QScrollArea):
    """A column that scrolls down when the window is low; never sideways.

    Put items into it with `add`; `column` is its layout. It takes the width it is given and asks
    for no height, so that a long form never lifts the least height of the window.
    """

    def __init__(
        self,
        *items: Item,
        spacing: int = 12,
        margins: Margins = NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        inner = QWidget()
        inner.setAutoFillBackground(False)
        self.column = QVBoxLayout(inner)
        self.column.setSpacing(spacing)
        self.column.setContentsMargins(*margins)
        fill(self.column, items)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_keyboard)

    def add(self, *items: Item) -> None:
        """Add more items at the end of the column."""
        fill(self.column, items)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the focused field in sight when the window changes."""
        super().resizeEvent(event)
        inside = self.widget()
        focus = inside.focusWidget() if inside is not None else None
        if focus is not None and focus.hasFocus():
            self.ensureWidgetVisible(focus)

    def _follow_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What has the keyboard is in sight, and the words under it too."""
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, 48)
