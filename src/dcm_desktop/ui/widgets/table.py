"""The table of the program: a model of rows, painted cells, keyboard and sorting.

    model = RowTableModel([Column(self.tr("Code"), lambda r: Cell(r.code, role="smallm")), …])
    table = TableView(model, name=self.tr("Cases"), row_height=48)
    table.row_opened.connect(self._open_case)

Keys: arrows move, Enter opens, on a link cell (Left/Right choose it) Enter presses the link;
Ctrl+Left/Right choose the sort column, Ctrl+Up/Down its direction.
"""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dcm_desktop.ui import theme
from dcm_desktop.ui.models.rows import CELL_ROLE, Cell, Column, RowTableModel
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.lists import clear_ground

Row = TypeVar("Row")
_GAP = 12


class TableView(QTableView, Generic[Row]):
    """A calm table: no grid, whole rows; columns share the width and drop when it is narrow."""

    row_chosen = Signal(object)
    """Another row is current; carries the row."""
    row_opened = Signal(object)
    """Enter or a double click on a row; carries the row."""
    link_opened = Signal(object, int)
    """A link cell was pressed; carries the row and the column."""

    def __init__(
        self,
        model: RowTableModel[Row],
        *,
        name: str,
        row_height: int = 34,
        header: bool = True,
        pad: int = 16,
        open_on_click: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows_model = model
        self._row_height, self.pad = row_height, pad
        self._open_on_click = open_on_click
        self.hovered = -1
        self.setAccessibleName(name)
        self.setModel(model)
        model.setParent(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalHeader(_Header(self))
        self.horizontalHeader().setVisible(header)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setItemDelegate(_CellDelegate(self))
        self.setCornerButtonEnabled(False)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        model.modelReset.connect(self._keep_row)
        model.modelAboutToBeReset.connect(self._remember_row)
        self._remembered: Row | None = None
        self.restyle()

    def restyle(self) -> None:
        """Measure rows and columns again."""
        clear_ground(self)
        self.verticalHeader().setDefaultSectionSize(theme.px(self._row_height))
        self.horizontalHeader().setFixedHeight(theme.px(32))
        self._share_width()

    def current_row(self) -> Row | None:
        """The current row, None when there is none."""
        return self.rows_model.row_at(self.currentIndex().row())

    def set_current(self, place: int, column: int = 0) -> None:
        """Make the row at a shown place current and bring it into sight."""
        index = self.rows_model.index(place, column)
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def set_row_height(self, height: int) -> None:
        """Change the height of all rows (48 normally, 44 at 150 %)."""
        self._row_height = height
        self.verticalHeader().setDefaultSectionSize(theme.px(height))

    def content_height(self) -> int:
        """Height that shows every row without scrolling; for tables inside a card."""
        header = theme.px(32) if not self.horizontalHeader().isHidden() else 0
        return header + self.rows_model.rowCount() * theme.px(self._row_height) + 2

    def fit_height(self) -> None:
        """Be exactly as high as the rows are."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(self.content_height())

    def minimumSizeHint(self) -> QSize:
        """Header and two rows; more scroll."""
        return QSize(200, theme.px(32 + 2 * self._row_height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        self._share_width()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by keyboard makes the first row current."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows_model.rowCount():
            self.set_current(0)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl and arrows sort."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._sort_key(event.key()):
            return
        row = self.current_row()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and row is not None:
            index = self.currentIndex()
            if self.cell_at(index).link:
                self.link_opened.emit(row, index.column())
            else:
                self.row_opened.emit(row)
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row under the mouse; a hand over links."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.row() != self.hovered:
            self.hovered = index.row()
            self.viewport().update()
        hand = index.isValid() and (self.cell_at(index).link or self._open_on_click)
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        )

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse."""
        super().leaveEvent(event)
        self.hovered = -1
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click presses a link, or opens the row when the table opens on click."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.rows_model.row_at(index.row())
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            return
        if self.cell_at(index).link:
            self.link_opened.emit(row, index.column())
        elif self._open_on_click:
            self.row_opened.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens the row."""
        row = self.rows_model.row_at(self.indexAt(event.position().toPoint()).row())
        if row is not None and not self._open_on_click:
            self.row_opened.emit(row)

    def cell_at(self, index: QModelIndex | QPersistentModelIndex) -> Cell:
        """What stands at an index."""
        found = index.data(CELL_ROLE)
        return found if isinstance(found, Cell) else Cell()

    def sort_by(self, column: int, *, descending: bool = False) -> None:
        """Sort by a column and show its arrow."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.rows_model.sort(column, order)
        self.horizontalHeader().viewport().update()

    def _sort_key(self, key: int) -> bool:
        columns = [
            place
            for place, column in enumerate(self.rows_model.columns)
            if column.sortable and not self.isColumnHidden(place)
        ]
        if not columns:
            return False
        now, down = self.rows_model.order or (-1, False)
        at = columns.index(now) if now in columns else -1
        if key == Qt.Key.Key_Right:
            self.sort_by(columns[(at + 1) % len(columns)], descending=down)
        elif key == Qt.Key.Key_Left:
            self.sort_by(columns[(at - 1) % len(columns)], descending=down)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and at >= 0:
            self.sort_by(now, descending=key == Qt.Key.Key_Down)
        else:
            return False
        return True

    def _row_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.rows_model.row_at(index.row())
        if row is not None:
            self.row_chosen.emit(row)

    def _remember_row(self) -> None:
        self._remembered = self.current_row()

    def _keep_row(self) -> None:
        """After a refresh the same row stays current: by id when rows have one, else by value."""
        kept, self._remembered = self._remembered, None
        if kept is None:
            return
        key = _key_of(kept)
        place = self.rows_model.place_of(
            lambda row: row == kept or (bool(key) and _key_of(row) == key)
        )
        if place >= 0:
            self.selectionModel().blockSignals(True)
            self.set_current(place)
            self.selectionModel().blockSignals(False)

    def _share_width(self) -> None:
        columns: list[Column[Row]] = self.rows_model.columns
        whole = self.viewport().width()
        free = float(whole - 2 * self.pad)
        shown = []
        for place, column in enumerate(columns):
            hidden = bool(column.hide_below) and whole < theme.px(column.hide_below)
            self.setColumnHidden(place, hidden)
            if not hidden:
                shown.append(place)
                free -= theme.px(column.width)
        stretch = sum(columns[place].stretch for place in shown if not columns[place].width) or 1
        for place in shown:
            column = columns[place]
            width = theme.px(column.width) or int(max(48, free * column.stretch / stretch))
            edge = self.pad * ((place == shown[0]) + (place == shown[-1]))
            self.setColumnWidth(place, width + edge)


class _Header(QHeaderView):
    """Flat header: quiet titles, an arrow at the sorted column, a hairline below."""

    def __init__(self, table: TableView[Any]) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(24)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.sectionClicked.connect(self._clicked)

    def _clicked(self, section: int) -> None:
        if not self._table.rows_model.columns[section].sortable:
            return
        now = self._table.rows_model.order
        self._table.sort_by(section, descending=now is not None and now == (section, False))

    def paintSection(self, painter: QPainter, rect: Any, section: int) -> None:
        """Draw one title."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        column = self._table.rows_model.columns[section]
        inner = cell_rect(self._table, QRectF(rect), section)
        align = paint.RIGHT if column.right else paint.LEFT
        order = self._table.rows_model.order
        arrow = ""
        if order is not None and order[0] == section:
            arrow = "arrow-down" if order[1] else "arrow-up"
        room = inner.adjusted(0, 0, -16 if arrow and not column.right else 0, 0)
        paint.text(painter, room, column.title, "captionm", "text2", align)
        if arrow:
            width = min(room.width(), theme.advance(column.title, "captionm"))
            x = room.right() - width - 16 if column.right else room.x() + width + 3
            paint.icon(painter, x, room.center().y() - 6, arrow, "text2", 12)
        whole = QRectF(rect)
        painter.fillRect(
            QRectF(whole.x(), whole.bottom() - 1, whole.width(), 1), theme.colour("border")
        )
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    """Paints cells, and behind them the ground of their row."""

    def __init__(self, table: TableView[Any]) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        table = self._table
        rect = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, index.row(), chosen)
        cell = table.cell_at(index)
        column = table.rows_model.columns[index.column()]
        inner = cell_rect(table, rect, index.column())
        self._cell(painter, inner, cell, column.right, chosen)
        here = table.currentIndex()
        same = (here.row(), here.column()) == (index.row(), index.column())
        if cell.link and same and table.hasFocus():
            width = theme.advance(cell.text, cell.role) + 8
            x = inner.right() - width + 4 if column.right else inner.x() - 4
            paint.focus_ring(painter, QRectF(x, inner.center().y() - 13, width, 26), 4)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, row: int, chosen: bool) -> None:
        table = self._table
        width = float(table.viewport().width())
        whole = QRectF(4, rect.y() + 1, width - 8, rect.height() - 2)
        current = table.currentIndex().row()
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or row == table.hovered:
            painter.setBrush(theme.colour("selection" if chosen else "hover"))
            painter.drawRoundedRect(whole, 6, 6)
        elif row and row - 1 != current and row - 1 != table.hovered:
            line = QRectF(table.pad, rect.y(), width - 2 * table.pad, 1)
            painter.fillRect(line, theme.colour("border", 0.6))
        if chosen and table.hasFocus() and not table.cell_at(table.currentIndex()).link:
            paint.focus_ring(painter, whole, 6)

    @staticmethod
    def _cell(painter: QPainter, rect: QRectF, cell: Cell, right: bool, chosen: bool) -> None:
        align = paint.RIGHT if right else paint.LEFT
        middle = rect.center().y()
        if cell.bar is not None:
            paint.bar(painter, rect, cell.bar, cell.tone if cell.tone != "text" else "accent")
            return
        if cell.pill:
            x = rect.right() - paint.pill_width(cell.text, bool(cell.icon)) if right else rect.x()
            paint.pill(painter, x, middle, cell.text, cell.pill, cell.icon)
            return
        if cell.icon:
            tone = cell.icon_tone or ("text2" if cell.tone == "text" else cell.tone)
            paint.icon(painter, rect.x(), middle - 8, cell.icon, tone, 16)
            rect = rect.adjusted(22, 0, 0, 0)
        top = QRectF(rect.x(), middle - theme.px(19), rect.width(), theme.px(20))
        line = top if cell.sub else rect
        if cell.link:
            paint.link(painter, line, cell.text, cell.role, align)
        else:
            tone = "selection_text" if chosen and cell.tone == "text" else cell.tone
            paint.text(painter, line, cell.text, cell.role, tone, align)
        if cell.sub:
            low = QRectF(rect.x(), middle + 1, rect.width(), theme.px(18))
            paint.text(painter, low, cell.sub, "caption", "text2" if chosen else "text3", align)


def cell_rect(table: TableView[Any], rect: QRectF, column: int) -> QRectF:
    """Where the inside of a cell stands: after the page's margin, before the gap to the next."""
    shown = [i for i in range(len(table.rows_model.columns)) if not table.isColumnHidden(i)]
    left = table.pad if shown and column == shown[0] else 0
    right = table.pad if shown and column == shown[-1] else _GAP
    return rect.adjusted(left, 0, -right, 0)


def _key_of(row: object) -> str:
    """What a row is known by after a refresh: its `id`, else the id it begins with."""
    first = next(iter(getattr(type(row), "__dataclass_fields__", ())), "")
    name = "id" if hasattr(row, "id") else first if first.endswith("_id") else ""
    return str(getattr(row, name)) if name else ""
