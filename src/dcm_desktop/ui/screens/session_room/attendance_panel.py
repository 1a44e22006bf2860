"""The right column of the room: live quorum, exceptions of the roll first."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QResizeEvent

from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.session_room import row_paint
from dcm_desktop.ui.screens.session_room.row_paint import PersonLine
from dcm_desktop.ui.screens.session_room.shown import RoomWords
from dcm_desktop.ui.widgets.bars import QuorumBar
from dcm_desktop.ui.widgets.boxes import Box, Card, hbox, hline
from dcm_desktop.ui.widgets.labels import ElideLabel, KeyCap, Label, Pill
from dcm_desktop.ui.widgets.lists import ListView, RowState
from dcm_desktop.usecases.sessions.roll_view import EXCEPTIONS, RollRow
from dcm_desktop.usecases.sessions.views import QuorumView, RoomView

ROW = 25


class QuorumLine(Box):
    """Number present, number needed, one segment per seat."""

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self._present = Label("", "title")
        self._of = Label("", "small", "text2")
        self._needed = Label("", "small", "text2")
        self.bar = QuorumBar()
        self.add(hbox(self._present, self._of, None, self._needed, spacing=6), self.bar)

    def show_quorum(self, quorum: QuorumView) -> None:
        """Show it."""
        self._present.setText(str(quorum.present))
        self._of.setText(self.tr("of {n}").format(n=quorum.seats))
        needed = self.tr("needed {n}").format(n=quorum.needed)
        self._needed.setText(needed if quorum.needed else "")
        spoken = self.tr("{present} of {seats} present, {needed} needed")
        self.bar.set_counts(
            quorum.present,
            quorum.seats,
            quorum.needed,
            spoken.format(present=quorum.present, seats=quorum.seats, needed=quorum.needed),
        )


class QuorumPill(Pill):
    """Whether there is a quorum, as sign and word."""

    def show_quorum(self, quorum: QuorumView) -> None:
        """Show it."""
        if not quorum.needed:
            self.set_state(self.tr("No quorum needed"), "mute", "info")
        elif quorum.has_quorum:
            self.set_state(self.tr("Quorum"), "ok", "check")
        else:
            self.set_state(self.tr("No quorum"), "bad", "triangle-alert")


class AttendancePanel(Card):
    """Who is in the room now. A row opens the roll call at that person."""

    roll_requested = Signal(str)
    """The roll call is wanted, at this row."""

    def __init__(self) -> None:
        super().__init__(spacing=0, margins=(1, 1, 1, 1))
        self._words = RoomWords()
        self.pill = QuorumPill()
        self.line = QuorumLine()
        self._more = ElideLabel("", "caption", "text2")
        self._others = Label("", "caption", "text2")
        self.list: ListView[PersonLine] = ListView(
            self._paint,
            height=_height,
            name=self.tr("Attendance"),
            words=_words,
            ground="hover",
        )
        self.list.setObjectName("attendance")
        self.list.row_opened.connect(self._row_opened)
        self.list.verticalScrollBar().rangeChanged.connect(self._say_more)
        self._title = Label(self.tr("Attendance"), "heading")
        self._cap = KeyCap("F3")
        head = hbox(self._title, self._cap, None, self.pill, spacing=6)
        top = Box(head, self.line, spacing=6, margins=(14, 10, 10, 6))
        foot = Box(row=True, margins=(14, 6, 14, 6))
        foot.add((self._more, 1), self._others)
        self.add(top, hline(), 4, (self.list, 1), hline(), foot)
        self._present = 0

    def show_room(self, view: RoomView) -> None:
        """Show who is where."""
        self.pill.show_quorum(view.quorum)
        self.line.show_quorum(view.quorum)
        first = sorted(view.members, key=_exceptions_first)
        self.list.set_rows([self._words.seat(row) for row in first])
        self._fit_head()
        self._present = sum(1 for row in first if row.in_room)
        self._others.setText(self._words.others(view.others))
        self._say_more()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key cap goes first when the head gets tight."""
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        parts = (self._title, self._cap, self.pill)
        need = sum(part.sizeHint().width() for part in parts) + 3 * 6 + 25
        self._cap.setVisible(self.width() >= need)

    def _say_more(self, *_range: int) -> None:
        fits = max(1, self.list.viewport().height() // theme.px(ROW))
        hidden = self.list.rows_model.rowCount() - fits
        words = self.tr("{n} more below").format(n=hidden)
        self._more.setText(words if hidden > 0 else "")

    def _row_opened(self, line: PersonLine) -> None:
        self.roll_requested.emit(line.attendance_id)

    def _paint(self, painter: QPainter, rect: QRectF, line: PersonLine, _state: RowState) -> None:
        row_paint.person_row(painter, rect, line)


def _exceptions_first(row: RollRow) -> tuple[bool, int]:
    return row.sign not in EXCEPTIONS, row.n


def _height(_line: PersonLine, _width: int) -> int:
    return theme.px(ROW)


def _words(line: PersonLine) -> str:
    return line.words
