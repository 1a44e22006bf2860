"""The agenda as it is being prepared: numbers, titles, who reports, planned times, lengths."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dcm_desktop.domain.terms import AgendaItemKind, AgendaItemStatus
from dcm_desktop.ui import theme
from dcm_desktop.ui.clock import local
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.lists import ListView, RowState
from dcm_desktop.usecases.sessions import RoomView

_AWAY = (AgendaItemStatus.WITHDRAWN, AgendaItemStatus.POSTPONED)


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """An item as its row shows it. `start` and `length` are empty for items put aside."""

    item_id: str
    number: str
    title: str
    note: str
    start: str
    length: str
    minutes: int
    is_case: bool
    closed_part: bool
    away: bool

    @property
    def words(self) -> str:
        """What screen readers hear."""
        parts = (self.number, self.title, self.note, self.start, self.length)
        return ", ".join(part for part in parts if part)


class LengthStrip(QWidget):
    """How long each item is planned: segments side by side, cases darker, the chosen one solid."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[PlannedLine] = []
        self._chosen = ""
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: list[PlannedLine], chosen: str, spoken: str) -> None:
        """Show other lengths."""
        self._lines = [line for line in lines if line.minutes and not line.away]
        self._chosen = chosen
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the segments."""
        whole = sum(line.minutes for line in self._lines)
        if not whole:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 3.0
        room = self.width() - gap * (len(self._lines) - 1)
        x = 0.0
        for line in self._lines:
            width = max(3.0, room * line.minutes / whole)
            if line.item_id == self._chosen:
                colour = theme.colour("accent")
            else:
                colour = theme.colour("accent", 0.45) if line.is_case else theme.colour("scroll")
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(x, 0, width, 8), 3, 3)
            x += width + gap


class PlannedList(ListView[PlannedLine]):
    """The rows; Alt+↑↓ move, Insert adds, Delete takes out."""

    move_requested = Signal(str, int)
    """Alt and an arrow; carries the item and -1 or +1."""
    remove_requested = Signal(str)
    """Delete was pressed; carries the item."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+arrows move the item, Delete takes it out."""
        row = self.current_row()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if (
            row is not None
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and event.key() in steps
        ):
            self.move_requested.emit(row.item_id, steps[Qt.Key(event.key())])
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit(row.item_id)
        else:
            super().keyPressEvent(event)


class AgendaCard(Box):
    """The card with the agenda, its lengths and its end."""

    item_chosen = Signal(str)
    """Another item is to be shown; carries its id."""
    add_requested = Signal()
    """A new item is wanted."""
    move_requested = Signal(str, int)
    """Move an item up or down."""
    remove_requested = Signal(str)
    """Take an item out."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self.count = Label("", "small", "text2")
        self.end = Label("", "smallm")
        self.strip = LengthStrip()
        self.list = PlannedList(
            self._paint,
            height=_height,
            name=self.tr("Agenda"),
            words=_words,
            ground="soft",
        )
        self.list.setObjectName("plannedAgenda")
        self.list.row_chosen.connect(self._row_chosen)
        self.list.row_opened.connect(self._row_chosen)
        self.list.move_requested.connect(self.move_requested)
        self.list.remove_requested.connect(self.remove_requested)
        self.add_button = Button(self.tr("Add an item"), icon="plus", cap="Insert")
        self.add_button.setObjectName("addPlanned")
        self.add_button.clicked.connect(self.add_requested)
        self.hint = Label(self.tr("Alt+↑↓ move"), "caption", "text3")
        self.add(
            hbox(
                Label(self.tr("Agenda"), "heading"),
                self.count,
                None,
                self.end,
                margins=(16, 10, 16, 6),
            ),
            hbox(self.strip, margins=(16, 0, 16, 8)),
            (self.list, 1),
            hline(),
            hbox(self.add_button, None, self.hint, margins=(12, 8, 16, 8)),
        )
        self.lines: list[PlannedLine] = []

    def show_room(self, view: RoomView, chosen: str) -> None:
        """Show the items of a session with one of them chosen."""
        self.lines = [self._line(view, place) for place in range(len(view.items))]
        self.list.set_rows(self.lines)
        self.count.setText(Plurals().agenda_items(len(self.lines)))
        end = self.tr("ends {time}").format(time=f"{local(view.plan_ends_at):%H:%M}")
        self.end.setText(end if self.lines else "")
        self.choose(chosen)

    def choose(self, item_id: str) -> None:
        """Make an item current without telling anybody."""
        place = next((n for n, line in enumerate(self.lines) if line.item_id == item_id), -1)
        self.list.selectionModel().blockSignals(True)
        if place >= 0:
            self.list.setCurrentIndex(self.list.rows_model.index(place))
            self.list.scrollTo(self.list.currentIndex())
        else:
            self.list.clearSelection()
            self.list.setCurrentIndex(self.list.rows_model.index(-1))
        self.list.selectionModel().blockSignals(False)
        self.list.viewport().update()
        whole = Plurals().minutes(sum(line.minutes for line in self.lines if not line.away))
        self.strip.show_lines(self.lines, item_id, whole)

    def set_narrow(self, narrow: bool, low: bool) -> None:
        """Leave the quiet parts out."""
        self.hint.setVisible(not narrow)
        self.strip.setVisible(not low)

    def _line(self, view: RoomView, place: int) -> PlannedLine:
        item = view.items[place]
        away = item.status in _AWAY
        note = [capital(label_of(item.kind)), item.rapporteur]
        if away:
            note.append(capital(label_of(item.status)))
        minutes = item.planned_minutes or 0
        return PlannedLine(
            item.item_id,
            f"{item.n}" if item.n is not None else "–",
            item.title,
            " · ".join(part for part in note if part),
            _hour(item.starts_at) if not away else "",
            self.tr("{n} min").format(n=minutes) if minutes and not away else "",
            minutes,
            item.kind is AgendaItemKind.CASE,
            item.closed,
            away,
        )

    def _row_chosen(self, line: PlannedLine) -> None:
        self.item_chosen.emit(line.item_id)

    @staticmethod
    def _paint(painter: QPainter, rect: QRectF, line: PlannedLine, state: RowState) -> None:
        tone = "soft_text" if state.current else "text3" if line.away else "text"
        quiet = "soft_text" if state.current else "text2"
        middle = rect.center().y()
        number = QRectF(rect.x() + 8, rect.y(), 28, rect.height())
        paint.text(painter, number, line.number, "strong", tone, paint.CENTER)
        times = max(theme.advance("00:00", "medium"), theme.advance(line.length, "caption")) + 2
        left, right = rect.x() + 44, rect.right() - 14
        width = right - times - 10 - left
        top = QRectF(left, middle - theme.px(20), width, theme.px(20))
        role = "strong" if state.current else "medium"
        paint.text(painter, top, _fitting(line, role, width), role, tone)
        low = QRectF(left, middle + 1, width, theme.px(18))
        if line.closed_part:
            paint.icon(painter, left, low.center().y() - 6, "lock", quiet, 12)
            low.adjust(17, 0, 0, 0)
        paint.text(painter, low, line.note, "caption", quiet)
        clock = QRectF(right - times, middle - theme.px(20), times, theme.px(20))
        paint.text(painter, clock, line.start, "medium", tone, paint.RIGHT)
        length = QRectF(right - times, middle + 1, times, theme.px(18))
        paint.text(painter, length, line.length, "caption", quiet, paint.RIGHT)


def _height(_line: PlannedLine, _width: int) -> int:
    return theme.px(52)


def _fitting(line: PlannedLine, role: str, width: float) -> str:
    """The title; of a case item the beginning goes first, so that the code is never cut off."""
    if line.is_case and theme.advance(line.title, role) > width and "№" in line.title:
        return f"… {line.title[line.title.index('№') :]}"
    return line.title


def _words(line: PlannedLine) -> str:
    return line.words


def _hour(moment: datetime | None) -> str:
    return f"{local(moment):%H:%M}" if moment is not None else ""
