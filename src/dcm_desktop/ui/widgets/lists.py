"""A list whose rows are painted by one function: agendas, roll calls, peers, options."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets import paint

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row is to be drawn."""

    current: bool
    hovered: bool
    focused: bool
    place: int


PaintRow = Callable[[QPainter, QRectF, Any, RowState], None]
RowHeight = Callable[[Any, int], int]


class RowListModel(QAbstractListModel):
    """Frozen rows in one column; `words` gives what screen readers hear."""

    def __init__(self, words: Callable[[Any], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Any] = []
        self._words = words

    def set_rows(self, rows: Iterable[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(
        self,
        parent: QModelIndex | QPersistentModelIndex = QModelIndex(),  # noqa: B008 - Qt's default
    ) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The row itself, or its words."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row)
        return None


class ListView(QListView, Generic[Row]):
    """A list of frozen rows; up to about a thousand (a table is faster above).

    `paint_row(painter, rect, row, state)` draws the inside of a row; ground, hover, selection and
    ring are drawn here. `height(row, width)` may depend on wrapped text; `heading(row, width)` is
    the part of it above the ground, for the heading of a group.
    """

    row_chosen = Signal(object)
    """Another row is current; carries the row."""
    row_opened = Signal(object)
    """Enter, or a click, on a row; carries the row."""

    def __init__(
        self,
        paint_row: PaintRow,
        *,
        height: RowHeight,
        name: str,
        words: Callable[[Any], str] = str,
        ground: str = "selection",
        ruled: bool = False,
        heading: RowHeight | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.rows_model = RowListModel(words, self)
        self.setModel(self.rows_model)
        self._delegate = _ListDelegate(self, paint_row, height, heading, ground, ruled)
        self.setItemDelegate(self._delegate)
        self.selectionModel().currentChanged.connect(self._current_changed)
        clear_ground(self)

    def restyle(self) -> None:
        """Measure the rows again."""
        clear_ground(self)
        self.scheduleDelayedItemsLayout()

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows; the current place stays when it still exists."""
        place = self.currentIndex().row()
        self.selectionModel().blockSignals(True)
        self.rows_model.set_rows(rows)
        if 0 <= place < self.rows_model.rowCount():
            self.setCurrentIndex(self.rows_model.index(place))
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def current_row(self) -> Row | None:
        """The current row, None when there is none."""
        row: Row | None = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return row

    def set_current(self, place: int) -> None:
        """Make the row at a place current and bring it into sight."""
        index = self.rows_model.index(place)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def step(self, rows: int) -> None:
        """Move the current row by so many places."""
        last = self.rows_model.rowCount() - 1
        self.set_current(max(0, min(last, self.currentIndex().row() + rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current row."""
        row = self.current_row()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and row is not None:
            self.row_opened.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the row under it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.row_opened.emit(index.data(Qt.ItemDataRole.UserRole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapped rows have another height now."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        """Two rows; more scroll."""
        return QSize(120, theme.px(72))

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if row is not None:
            self.row_chosen.emit(row)


class _ListDelegate(QStyledItemDelegate):
    """Ground, hover, selection and ring of a row; the rest is the list's own function."""

    def __init__(
        self,
        view: ListView[Any],
        paint_row: PaintRow,
        height: RowHeight,
        heading: RowHeight | None,
        ground: str,
        ruled: bool,
    ) -> None:
        super().__init__(view)
        self._view, self._paint_row, self._height = view, paint_row, height
        self._heading, self._ground, self._ruled = heading, ground, ruled

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Height by the list's function, for the width without a scroll bar."""
        bar = self._view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        width = self._view.maximumViewportSize().width() - bar
        row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(50, self._height(row, width))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        state = option.state
        current = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = current and self._view.hasFocus()
        row = index.data(Qt.ItemDataRole.UserRole)
        above = self._heading(row, int(rect.width())) if self._heading is not None else 0
        ground = rect.adjusted(4, 1 + above, -4, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if current or hovered:
            painter.setBrush(theme.colour(self._ground if current else "hover"))
            painter.drawRoundedRect(ground, 6, 6)
        elif self._ruled and index.row() and index.row() - 1 != self._view.currentIndex().row():
            line = QRectF(rect.x() + 12, rect.y(), rect.width() - 24, 1)
            painter.fillRect(line, theme.colour("border", 0.6))
        self._paint_row(painter, rect, row, RowState(current, hovered, focused, index.row()))
        if focused:
            paint.focus_ring(painter, ground, 6)
        painter.restore()


def clear_ground(view: QAbstractItemView) -> None:
    """Let the card behind a view shine through: the view itself paints no ground."""
    palette = QPalette(view.palette())
    for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Highlight):
        palette.setColor(role, QColor(0, 0, 0, 0))
    view.setPalette(palette)
    view.viewport().setAutoFillBackground(False)
