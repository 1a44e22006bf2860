"""The agenda as it is being prepared: numbers, titles, who reports, planned times, lengths."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dcm_desktop.domain.terms import AgendaItemKind, AgendaItemStatus
from dcm_desktop.ui import theme
from dcm_desktop.ui.clock import local
from dcm_desktop.ui.formats import NBSP, short_date
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.drag_list import DragList
from dcm_desktop.ui.widgets.labels import ElideLabel, Label
from dcm_desktop.ui.widgets.lists import RowState
from dcm_desktop.usecases.sessions import CARRIED_WARNING, PlannedSession
from dcm_desktop.usecases.sessions.agenda_state import Origin

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
    late: bool = False
    """It ends after the time the session is given."""
    badge: str = ""
    """„пренесена от № 3 · 2-ри път“."""
    often: bool = False
    files: int = 0

    @property
    def words(self) -> str:
        """What screen readers hear."""
        parts = (self.number, self.title, self.badge, self.note, self.start, self.length)
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
            elif line.late:
                colour = theme.colour("warn")
            else:
                colour = theme.colour("accent", 0.45) if line.is_case else theme.colour("scroll")
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(x, 0, width, 8), 3, 3)
            x += width + gap


class PlannedList(DragList[PlannedLine]):
    """The rows; Alt+↑↓ and dragging move, Insert adds, Delete takes out."""

    remove_requested = Signal(str)
    """Delete was pressed; carries the item."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the current item out."""
        row = self.current_row()
        if row is not None and event.key() == Qt.Key.Key_Delete:
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
    """Move an item by so many places."""
    remove_requested = Signal(str)
    """Take an item out."""
    inbox_requested = Signal()
    """Show what waits for an agenda."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self.count = Label("", "small", "text2")
        self.end = Label("", "smallm")
        self.over = ElideLabel("", "caption", "warn")
        self.over.setObjectName("overTime")
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
        self.list.stepped.connect(self._moved)
        self.list.dropped.connect(self._dropped)
        self.list.remove_requested.connect(self.remove_requested)
        self.add_button = Button(self.tr("Add an item"), icon="plus", cap="Insert")
        self.add_button.setObjectName("addPlanned")
        self.add_button.clicked.connect(self.add_requested)
        self.inbox_button = Button("", kind="ghost", icon="inbox")
        self.inbox_button.setObjectName("inboxButton")
        self.inbox_button.clicked.connect(self.inbox_requested)
        self.hint = Label(self.tr("Alt+↑↓ or drag: move"), "caption", "text3")
        self.add(
            hbox(
                Label(self.tr("Agenda"), "heading"),
                self.count,
                None,
                self.end,
                margins=(16, 10, 16, 6),
            ),
            hbox(self.strip, margins=(16, 0, 16, 6)),
            hbox((self.over, 1), margins=(16, 0, 16, 4)),
            (self.list, 1),
            hline(),
            hbox(self.add_button, self.inbox_button, None, self.hint, margins=(12, 8, 16, 8)),
        )
        self.lines: list[PlannedLine] = []
        self._narrow = False

    def show_room(self, view: PlannedSession, chosen: str) -> None:
        """Show the items of a session with one of them chosen."""
        self.lines = [self._line(view, place) for place in range(len(view.items))]
        self.list.set_rows(self.lines)
        self.count.setText(Plurals().agenda_items(len(self.lines)))
        end = self.tr("ends {time}").format(time=f"{local(view.plan_ends_at):%H:%M}")
        self.end.setText(end if self.lines else "")
        self._show_over(view)
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

    def show_inbox(self, waiting: int) -> None:
        """How many things wait for an agenda."""
        self.inbox_button.set_text(self.tr("Inbox: {n}").format(n=waiting))
        self.inbox_button.setVisible(waiting > 0)
        self._show_hint()

    def set_narrow(self, narrow: bool, low: bool) -> None:
        """Leave the quiet parts out."""
        self._narrow = narrow
        self._show_hint()
        self.strip.setVisible(not low)

    def _show_hint(self) -> None:
        """The foot has room for the inbox or for the hint."""
        self.hint.setVisible(not self._narrow and self.inbox_button.isHidden())

    def _show_over(self, view: PlannedSession) -> None:
        """Name the first item that no longer fits, and by how much the end is late."""
        late = next((line for line in self.lines if line.item_id == view.first_late_id), None)
        self.over.setVisible(late is not None)
        self.end.set_tone("warn" if late is not None else "text")
        if late is not None:
            words = self.tr("Item {n} no longer fits: {minutes} over the planned end")
            minutes = Plurals().minutes(view.plan_over_min)
            self.over.setText(words.format(n=late.number, minutes=minutes))

    def _moved(self, place: int, by: int) -> None:
        self.move_requested.emit(self.lines[place].item_id, by)

    def _dropped(self, place: int, target: int) -> None:
        self.move_requested.emit(self.lines[place].item_id, target - place)

    def _line(self, view: PlannedSession, place: int) -> PlannedLine:
        item = view.items[place]
        away = item.status in _AWAY
        note = [capital(label_of(item.kind)), item.rapporteur]
        ids = [row.item_id for row in view.items]
        first_late = ids.index(view.first_late_id) if view.first_late_id in ids else len(ids)
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
            place >= first_late and not away,
            self._badge(item.origin),
            item.origin is not None and item.origin.times >= CARRIED_WARNING,
            item.files,
        )

    def _badge(self, origin: Origin | None) -> str:
        if origin is None:
            return ""
        words = self.tr("carried from № {n}, {date}").replace("№ ", f"№{NBSP}")
        text = words.format(n=origin.number, date=short_date(origin.on))
        if origin.times > 1:
            text += " · " + self.tr("{n} times").format(n=origin.times)
        return text

    def _row_chosen(self, line: PlannedLine) -> None:
        self.item_chosen.emit(line.item_id)

    @staticmethod
    def _paint(painter: QPainter, rect: QRectF, line: PlannedLine, state: RowState) -> None:
        tone = "soft_text" if state.current else "text3" if line.away else "text"
        quiet = "soft_text" if state.current else "text2"
        middle = rect.center().y()
        _grip(painter, rect.x() + 12, middle, quiet)
        number = QRectF(rect.x() + 22, rect.y(), 26, rect.height())
        paint.text(painter, number, line.number, "strong", tone, paint.CENTER)
        times = max(theme.advance("00:00", "medium"), theme.advance(line.length, "caption")) + 2
        left, right = rect.x() + 54, rect.right() - 14
        width = right - times - 10 - left
        top = QRectF(left, middle - theme.px(20), width, theme.px(20))
        role = "strong" if state.current else "medium"
        paint.text(painter, top, _fitting(line, role, width), role, tone)
        low = QRectF(left, middle + 1, width, theme.px(18))
        for shown, icon in ((line.closed_part, "lock"), (line.files, "paperclip")):
            if shown:
                paint.icon(painter, low.x(), low.center().y() - 6, icon, quiet, 12)
                low.adjust(17, 0, 0, 0)
        if line.badge:
            loud = "warn" if line.often else quiet
            paint.icon(painter, low.x(), low.center().y() - 6, "history", loud, 12)
            low.adjust(17, 0, 0, 0)
            paint.text(painter, low, line.badge, "caption", loud)
            low.adjust(theme.advance(line.badge, "caption") + 8, 0, 0, 0)
        if low.width() > 24:
            paint.text(painter, low, line.note, "caption", quiet)
        clock = QRectF(right - times, middle - theme.px(20), times, theme.px(20))
        hour = "warn" if line.late and not state.current else tone
        paint.text(painter, clock, line.start, "medium", hour, paint.RIGHT)
        length = QRectF(right - times, middle + 1, times, theme.px(18))
        paint.text(painter, length, line.length, "caption", quiet, paint.RIGHT)


def _grip(painter: QPainter, x: float, middle: float, tone: str) -> None:
    """The dots by which a row is dragged."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tone, 0.7))
    for place in range(6):
        column, row = place % 2, place // 2 - 1
        painter.drawEllipse(QPointF(x + 5 * column, middle + 5 * row), 1.3, 1.3)
    painter.restore()


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
