"""F1: the keys that work in the current place, as a card over the window."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets.boxes import Box, ScrollColumn, hbox, vbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import KeyCap, Label
from dcm_desktop.ui.widgets.messages import announce


@dataclass(frozen=True, slots=True)
class Key:
    """One key and what it does here: `Key("Ctrl+N", tr("new case"))`."""

    keys: str
    does: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys under one heading."""

    title: str
    keys: tuple[Key, ...]


class KeySheet(QWidget):
    """The card; Esc, F1 or a click beside it closes it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = ScrollColumn(spacing=16, margins=(20, 4, 20, 16))
        close = Button(kind="tool", icon="x", name=self.tr("Close the keys"))
        close.clicked.connect(self.hide_sheet)
        title = Label(self.tr("Keys here"), "title")
        head = hbox(title, None, close, margins=(20, 14, 12, 0))
        self._card = Box(head, (self._column, 1), name="card", spacing=8)
        row = QVBoxLayout(self)
        row.setContentsMargins(32, 24, 32, 24)
        row.addWidget(self._card)
        window.installEventFilter(self)
        self.hide()

    def show_keys(self, groups: Sequence[KeyGroup]) -> None:
        """Show groups of keys in one or two columns."""
        self._before = self._window.focusWidget()
        old = self._column.takeWidget()
        if old is not None:
            old.deleteLater()
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(20, 4, 20, 16)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(16)
        columns = 2 if len(groups) > 1 and self._window.width() >= 760 else 1
        for place, column in enumerate(_share(groups, columns)):
            cell = vbox(*[_group(group) for group in column], None, spacing=16)
            grid.addLayout(cell, 0, place)
            grid.setColumnStretch(place, 1)
        self._column.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Keys here"))
        self._fit()
        self.show()
        self.raise_()
        self.setFocus()
        words = "; ".join(f"{key.keys} {key.does}" for group in groups for key in group.keys)
        announce(self, words)

    def hide_sheet(self) -> None:
        """Close and give the keyboard back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, F1 and Enter close; arrows scroll."""
        bar = self._column.verticalScrollBar()
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return):
            self.hide_sheet()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            bar.setValue(bar.value() + 60)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp):
            bar.setValue(bar.value() - 60)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.hide_sheet()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover all of the window whatever its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the veil."""
        QPainter(self).fillRect(self.rect(), theme.colour("bg", 0.72))

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        side = max(24, (self.width() - 900) // 2)
        inner = self._column.widget()
        wanted = (inner.sizeHint().height() if inner is not None else 200) + 60
        edge = max(16, (self.height() - wanted) // 2)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(side, edge, side, edge)


def _share(groups: Sequence[KeyGroup], columns: int) -> list[list[KeyGroup]]:
    """Each group goes to the column that is the shortest so far; the order reads down."""
    shared: list[list[KeyGroup]] = [[] for _ in range(columns)]
    heights = [0] * columns
    for group in groups:
        place = heights.index(min(heights))
        shared[place].append(group)
        heights[place] += len(group.keys) + 2
    return shared


def _group(group: KeyGroup) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    grid.addWidget(Label(group.title, "smalls", "text2"), 0, 0, 1, 2)
    for line, key in enumerate(group.keys, start=1):
        caps = hbox(*[KeyCap(cap) for cap in key.keys.split(" ")], None, spacing=4)
        grid.addLayout(caps, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(key.does, "small", wrap=True), line, 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 120)
    return made
