"""What is proposed for a new agenda, each with a tick: Space or a click takes it or leaves it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from dcm_desktop.ui import theme
from dcm_desktop.ui.formats import NBSP, short_date
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.lists import ListView, RowState
from dcm_desktop.usecases.sessions import ProposalSource, ProposedItem

_MOST_SHOWN = 8
_ROW = 46


class ProposedList(ListView[ProposedItem]):
    """The proposals; `left_out` are those without a tick."""

    def __init__(self) -> None:
        super().__init__(
            self._paint,
            height=_height,
            name=self.tr("Proposed agenda"),
            words=self._words,
            ground="hover",
        )
        self.setObjectName("proposedItems")
        self.setAccessibleDescription(self.tr("Space: take it or leave it"))
        self._ticked: set[str] = set()

    @property
    def taken(self) -> frozenset[str]:
        """Keys of the proposals that are ticked."""
        return frozenset(self._ticked)

    def show_items(self, items: Sequence[ProposedItem]) -> None:
        """Show other proposals as they are proposed."""
        self._ticked = {item.key for item in items if item.ticked}
        self.set_rows(items)
        self.setFixedHeight(theme.px(_ROW) * min(max(len(items), 1), _MOST_SHOWN) + 6)
        if items:
            self.selectionModel().blockSignals(True)
            self.set_current(0)
            self.selectionModel().blockSignals(False)

    def restyle(self) -> None:
        """Be as high as the text is big."""
        super().restyle()
        rows = self.rows_model.rowCount()
        self.setFixedHeight(theme.px(_ROW) * min(max(rows, 1), _MOST_SHOWN) + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space turns the tick; Enter is the form's."""
        row = self.current_row()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self._turn(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click turns the tick."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._turn(index.data(Qt.ItemDataRole.UserRole))
        event.accept()

    def _turn(self, row: ProposedItem) -> None:
        self._ticked ^= {row.key}
        self.viewport().update()

    def _words(self, row: ProposedItem) -> str:
        tick = self.tr("taken") if row.key in self._ticked else self.tr("left out")
        return f"{row.title}, {self._low(row)}, {tick}"

    def _low(self, row: ProposedItem) -> str:
        if row.carried_number is not None and row.carried_on is not None:
            words = self.tr("carried from № {n}, {date}").replace("№ ", f"№{NBSP}")
            text = words.format(n=row.carried_number, date=short_date(row.carried_on))
            if row.carried_times > 1:
                text += " · " + self.tr("{n} times").format(n=row.carried_times)
            return text
        return {
            ProposalSource.TEMPLATE: self.tr("from the template"),
            ProposalSource.TASKS: self.tr("open tasks"),
            ProposalSource.INBOX: self.tr("from the inbox"),
        }.get(row.source, self.tr("standing item"))

    def _paint(self, painter: QPainter, rect: QRectF, row: ProposedItem, _state: RowState) -> None:
        ticked = row.key in self._ticked
        middle = rect.center().y()
        sign, tone = ("square-check", "accent") if ticked else ("square", "text3")
        paint.icon(painter, rect.x() + 10, middle - 9, sign, tone, 18)
        left = rect.x() + 38
        width = rect.right() - 10 - left
        top = QRectF(left, middle - theme.px(19), width, theme.px(20))
        paint.text(painter, top, row.title, "medium", "text" if ticked else "text2")
        low = QRectF(left, middle + 1, width, theme.px(17))
        quiet = "warn" if row.warns else "text2"
        if row.warns:
            paint.icon(painter, left, low.center().y() - 6, "triangle-alert", "warn", 12)
            low.adjust(16, 0, 0, 0)
        paint.text(painter, low, self._low(row), "caption", quiet)


def _height(_row: ProposedItem, _width: int) -> int:
    return theme.px(_ROW)
