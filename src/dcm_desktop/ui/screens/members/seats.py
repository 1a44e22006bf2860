"""Seats down, their holders over time; beside it who came to the sessions, on the same lines."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from dcm_desktop.domain.terms import AttendanceStatus
from dcm_desktop.ui import theme
from dcm_desktop.ui.formats import long_date, numbered, short_date
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.members.timeline import (
    HeadLine,
    Period,
    SeatLine,
    bar_words,
    draw_bars,
    heading_height,
    line_height,
    line_rect,
    lines_of,
    month_mark,
)
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.flow import FlowLayout
from dcm_desktop.ui.widgets.labels import ElideLabel, Icon, Label, Pill
from dcm_desktop.ui.widgets.lists import ListView, RowState
from dcm_desktop.usecases.members import MembersView, SeatRow

_MARKS = {
    AttendanceStatus.PRESENT: ("●", "ok"),
    AttendanceStatus.REPRESENTED: ("◐", "soft"),
    AttendanceStatus.ABSENT_EXCUSED: ("○", "mute"),
    AttendanceStatus.ABSENT_UNEXCUSED: ("✕", "bad"),
}
_VOTE, _SINCE = 56, 92


class SeatsCard(Box):
    """The card of seats and mandates."""

    seat_opened = Signal(object)
    """Enter or a click on a seat; carries its `SeatRow`."""
    seat_chosen = Signal(object)
    """Another seat is current; carries its `SeatRow`."""
    fill_requested = Signal(object)
    """The vacant seat is to be filled; carries its `SeatRow`, or None for a seat never held."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self._period = Period(date(2026, 1, 1), date(2026, 1, 1))
        self._vacant: SeatRow | None = None
        self._span = Label("", "caption", "text3")
        self.list: ListView[SeatLine] = ListView(
            self._paint_line,
            height=line_height,
            heading=heading_height,
            name=self.tr("Seats and mandates"),
            words=self._words,
        )
        self.list.row_opened.connect(self._opened)
        self.list.row_chosen.connect(self._chosen)
        self._head = _SeatsHead(self)
        self._warning = ElideLabel("", "smallm", "warn")
        self._icon = Icon("triangle-alert", "warn", 18)
        self._fill = Button(self.tr("Fill the seat"), kind="ghost")
        self._fill.setObjectName("fillSeatButton")
        self._fill.clicked.connect(self._fill_pressed)
        self.foot = Box(self._icon, (self._warning, 1), self._fill, row=True, margins=(16, 6, 8, 6))
        title = Label(self.tr("Seats and mandates"), "heading")
        self.add(
            hbox(title, None, self._span, margins=(16, 10, 16, 4)),
            self._head,
            (self.list, 1),
            hline(),
            self.foot,
        )
        self.setFocusProxy(self.list)

    @property
    def period(self) -> Period:
        """The months shown."""
        return self._period

    def show_view(self, view: MembersView) -> None:
        """Show the members of a day."""
        self._period = Period(view.first_day or view.day, view.day)
        headings = (
            self.tr("Permanent members"),
            self.tr("Associated members, advisory vote"),
            self.tr("Coordinator and others, no vote"),
        )
        self.list.set_rows(lines_of(view, headings))
        months = f"{month_mark(self._period.first)} – {month_mark(self._period.last)}"
        self._span.setText(months)
        self._vacant = next((seat for seat in view.permanent if seat.holder is None), None)
        self._say_vacant(view)
        self._head.update()

    def columns(self, width: float) -> tuple[float, float, float, float]:
        """Where the institution, the bars, the vote and the first day begin."""
        since = width - theme.px(_SINCE) if width > 640 else width
        vote = since - theme.px(_VOTE)
        bars = 44 + max(130.0, min(260.0, width * 0.28))
        return 44.0, bars, vote, since

    def _say_vacant(self, view: MembersView) -> None:
        seat = self._vacant
        if seat is not None and seat.vacant_since is not None:
            text = self.tr("Seat {number}, {institution}, is vacant since {day}").format(
                number=seat.seat_no or "–",
                institution=seat.institution_short,
                day=long_date(seat.vacant_since),
            )
        elif view.unused:
            text = self.tr("Seats planned that nobody holds yet: {count}").format(count=view.unused)
        else:
            text = ""
        self._warning.setText(text)
        self.foot.setVisible(bool(text))

    def _fill_pressed(self) -> None:
        self.fill_requested.emit(self._vacant)

    def _opened(self, line: object) -> None:
        if isinstance(line, SeatLine):
            self.seat_opened.emit(line.seat)

    def _chosen(self, line: object) -> None:
        if isinstance(line, SeatLine):
            self.seat_chosen.emit(line.seat)

    def _words(self, line: SeatLine) -> str:
        seat = line.seat
        holder = seat.holder
        who = bar_words(holder, self.tr("substitute {name}")) if holder else self.tr("vacant")
        vote = self.tr("Vote") + ": " + self._vote(seat) if holder else ""
        return ", ".join(filter(None, (str(seat.seat_no or ""), seat.institution, who, vote)))

    def _vote(self, seat: SeatRow) -> str:
        if seat.holder is None:
            return ""
        return self.tr("yes") if seat.holder.votes else self.tr("no")

    def _paint_line(self, painter: QPainter, rect: QRectF, line: SeatLine, state: RowState) -> None:
        row = line_rect(rect, line)
        name, bars, vote, since = self.columns(rect.width())
        if line.heading:
            top = QRectF(16, rect.y() + 4, rect.width() - 32, theme.px(24))
            paint.text(painter, top, line.heading, "captionm", "text3")
        tone = "selection_text" if state.current else "text"
        seat = line.seat
        number = str(seat.seat_no) if seat.seat_no else ""
        paint.text(painter, _part(row, 8, 34), number, "caption", "text2", paint.RIGHT)
        last = seat.holders[-1].short_name if seat.holders else ""
        words = capital(seat.institution_short) or last
        paint.text(painter, _part(row, name, bars - 10), words, "small", tone)
        room = _part(row, bars, vote - 12)
        for tick in self._period.ticks():
            x = round(room.x() + room.width() * self._period.share(tick))
            painter.fillRect(QRectF(x, row.y(), 1, row.height()), theme.colour("border", 0.5))
        draw_bars(
            painter,
            room,
            seat,
            self._period,
            vacant=self.tr("vacant"),
            substitute=self.tr("substitute {name}"),
        )
        quiet = "text2" if seat.holder is not None and seat.holder.votes else "text3"
        paint.text(painter, _part(row, vote, since - 8), self._vote(seat), "caption", quiet)
        if seat.holder is not None and since < rect.width():
            day = short_date(seat.holder.start_on)
            paint.text(painter, _part(row, since, rect.width() - 8), day, "caption", "text2")


class _SeatsHead(HeadLine):
    """Months over the bars, and the names of the other columns."""

    def __init__(self, card: SeatsCard) -> None:
        super().__init__(card.list)
        self._card = card

    def marks(self, width: float) -> list[tuple[QRectF, str, Qt.AlignmentFlag]]:
        """Every mark."""
        _name, bars, vote, since = self._card.columns(width)
        room = vote - 12 - bars
        period = self._card.period
        most = max(2, int(room / (theme.advance("VIII.26", "captionm") + 12)))
        made = [
            (self._at(bars + room * period.share(day), 60), month_mark(day), paint.LEFT)
            for day in period.ticks(min(8, most))
            if room * (1 - period.share(day)) > 30
        ]
        made.append((self._at(vote, since - vote), self.tr("Vote"), paint.LEFT))
        if since < width:
            made.append((self._at(since, width - since), self.tr("Since"), paint.LEFT))
        return made

    def _at(self, x: float, width: float) -> QRectF:
        return QRectF(x, 0, width, self.height())


class AttendanceCard(Box):
    """How each seat was represented in the last held sessions, with a legend of the signs."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self._view: MembersView | None = None
        self._title = Label("", "heading")
        self._average = Label("", "caption", "text3")
        self.list: ListView[SeatLine] = ListView(
            self._paint_line,
            height=line_height,
            heading=heading_height,
            name=self.tr("Attendance"),
            words=self._words,
        )
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._head = _AttendanceHead(self)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        legend = FlowLayout(spacing=6)
        for status, (sign, tone) in _MARKS.items():
            legend.addWidget(Pill(f"{sign} {self._word(status)}", tone))
        foot = Box(margins=(12, 11, 12, 11))
        foot.box.addLayout(legend)
        self.add(
            hbox(self._title, None, self._average, margins=(16, 10, 16, 4)),
            self._head,
            (self.list, 1),
            hline(),
            foot,
        )

    @property
    def view(self) -> MembersView | None:
        """What is shown."""
        return self._view

    def show_view(self, view: MembersView) -> None:
        """Show the attendance of the last sessions."""
        self._view = view
        self.list.set_rows(lines_of(view, (" ", " ", " ")))
        if not view.sessions:
            return
        numbers = [column.number for column in view.sessions]
        words = numbered(str(numbers[0]))
        if len(numbers) > 1:
            words = f"{words} – {numbered(str(numbers[-1]))}"
        self._title.setText(self.tr("Attendance, {sessions}").format(sessions=words))
        average = view.average_present
        text = "" if average is None else f"{average:.1f}".replace(".", ",")
        self._average.setText(
            self.tr("{average} of {seats} on average").format(
                average=text, seats=view.planned_seats
            )
        )
        self.setFixedWidth(theme.px(max(330, 104 + 37 * len(numbers))))
        self._head.update()

    def cell(self, place: int) -> tuple[float, float]:
        """Left edge and width of the mark of a session."""
        return theme.px(42 + 37 * place), theme.px(33)

    def _paint_line(
        self, painter: QPainter, rect: QRectF, line: SeatLine, _state: RowState
    ) -> None:
        row = line_rect(rect, line)
        seat = line.seat
        number = str(seat.seat_no) if seat.seat_no else ""
        paint.text(painter, _part(row, 4, 30), number, "caption", "text2", paint.RIGHT)
        height = theme.px(22)
        for place, mark in enumerate(seat.attendance):
            x, width = self.cell(place)
            box = QRectF(x, row.center().y() - height / 2, width, height)
            if mark.status not in _MARKS:
                paint.text(painter, box, "–", "caption", "text3", paint.CENTER)
                continue
            sign, tone = _MARKS[mark.status]
            ink, ground = paint.pill_colours(tone)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(ground))
            painter.drawRoundedRect(box, 4, 4)
            paint.text(painter, box, sign, "caption", ink, paint.CENTER)
        if seat.share is not None:
            words = f"{seat.share} %"
            end = _part(row, rect.width() - 60, rect.width() - 14)
            paint.text(painter, end, words, "caption", "text2", paint.RIGHT)

    def _words(self, line: SeatLine) -> str:
        signs = [self._word(mark.status) for mark in line.seat.attendance if mark.status]
        return ", ".join((line.seat.institution, *signs))

    def _word(self, status: AttendanceStatus) -> str:
        short = {
            AttendanceStatus.PRESENT: self.tr("present"),
            AttendanceStatus.REPRESENTED: self.tr("substitute"),
            AttendanceStatus.ABSENT_EXCUSED: self.tr("excused"),
            AttendanceStatus.ABSENT_UNEXCUSED: self.tr("no reason"),
        }
        return short.get(status) or label_of(status)


class _AttendanceHead(HeadLine):
    """Numbers of the sessions, and the share."""

    def __init__(self, card: AttendanceCard) -> None:
        super().__init__(card.list)
        self._card = card

    def marks(self, width: float) -> list[tuple[QRectF, str, Qt.AlignmentFlag]]:
        """Every number."""
        view = self._card.view
        made = []
        for place, column in enumerate(view.sessions if view else ()):
            x, wide = self._card.cell(place)
            made.append((QRectF(x, 0, wide, self.height()), str(column.number), paint.CENTER))
        end = QRectF(width - 64, 0, 50, self.height())
        return [*made, (end, self.tr("share"), paint.RIGHT)]


def _part(row: QRectF, left: float, right: float) -> QRectF:
    return QRectF(row.x() + left, row.y(), max(0.0, right - left), row.height())
