"""What waits for an agenda, as rows: the case or topic, since when, and a note."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.ui import theme
from dcm_desktop.ui.formats import short_date
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.lists import ListView, RowState
from dcm_desktop.usecases.sessions import InboxRow


class InboxList(ListView[InboxRow]):
    """The rows; Enter opens one, Delete drops it."""

    drop_requested = Signal(str)
    """Delete was pressed; carries the entry."""

    def __init__(self) -> None:
        super().__init__(
            self._paint, height=_height, name=self.tr("Inbox"), words=self._words, ground="soft"
        )
        self.setObjectName("inboxList")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete drops the current one."""
        row = self.current_row()
        if row is not None and event.key() == Qt.Key.Key_Delete:
            self.drop_requested.emit(row.entry_id)
        else:
            super().keyPressEvent(event)

    def _words(self, row: InboxRow) -> str:
        return f"{row.label}, {self._low(row)}"

    def _low(self, row: InboxRow) -> str:
        since = self.tr("waits since {date}").format(date=short_date(row.since))
        kind = capital(label_of(row.kind))
        return " · ".join(part for part in (kind, since, row.note) if part)

    def _paint(self, painter: QPainter, rect: QRectF, row: InboxRow, state: RowState) -> None:
        tone = "soft_text" if state.current else "text"
        quiet = "soft_text" if state.current else "text2"
        middle = rect.center().y()
        sign = "folder-heart" if row.kind is AgendaItemKind.CASE else "text"
        paint.icon(painter, rect.x() + 16, middle - 9, sign, quiet, 18)
        left = rect.x() + 46
        width = rect.right() - 14 - left
        top = QRectF(left, middle - theme.px(20), width, theme.px(20))
        paint.text(painter, top, row.label, "strong" if state.current else "medium", tone)
        low = QRectF(left, middle + 1, width, theme.px(18))
        paint.text(painter, low, self._low(row), "caption", quiet)


def _height(_row: InboxRow, _width: int) -> int:
    return theme.px(52)
