"""What the seats and the attendance list draw: lines, the axis of months, bars of holders."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from dcm_desktop.domain.mandate import SEAT_ROLES
from dcm_desktop.domain.terms import MemberRole
from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.choices import label_of
from dcm_desktop.ui.widgets import paint
from dcm_desktop.usecases.members import HolderRow, MembersView, SeatRow

LINE, GROUP = 30, 28
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_QUIET = SEAT_ROLES - {MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR} | {MemberRole.ASSOCIATE}


@dataclass(frozen=True, slots=True, repr=False)
class SeatLine:
    """One line: a seat, and the heading over it when it is the first of its group."""

    seat: SeatRow
    heading: str = ""

    @property
    def id(self) -> str:
        """What stays the same over a refresh."""
        return self.seat.holders[-1].mandate_id


def lines_of(view: MembersView, headings: tuple[str, str, str]) -> list[SeatLine]:
    """All lines, permanent seats first; the first of each group carries its heading."""
    made = []
    for seats, heading in zip(
        (view.permanent, view.associates, view.others), headings, strict=True
    ):
        made += [SeatLine(seat, "" if place else heading) for place, seat in enumerate(seats)]
    return made


def line_height(line: SeatLine, _width: int) -> int:
    """Height of a line with its heading."""
    return theme.px(LINE) + heading_height(line, _width)


def heading_height(line: SeatLine, _width: int) -> int:
    """Height of the heading above a line; 0 for none."""
    return theme.px(GROUP) if line.heading else 0


def line_rect(rect: QRectF, line: SeatLine) -> QRectF:
    """Where the line itself stands below its heading."""
    return rect.adjusted(0, theme.px(GROUP) if line.heading else 0, 0, 0)


class Period:
    """The months that the bars stand over: from the first mandate to today, 2 to 24 of them."""

    def __init__(self, first: date, day: date) -> None:
        longest, shortest = day - timedelta(days=730), day - timedelta(days=60)
        self.first = min(max(first, longest), shortest).replace(day=1)
        self.last = day

    def share(self, day: date) -> float:
        """Place of a day from 0 to 1, cut at both ends."""
        span = (self.last - self.first).days or 1
        return min(1.0, max(0.0, (day - self.first).days / span))

    def ticks(self, most: int = 8) -> list[date]:
        """First days of months, at most so many."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = next(size for size in (1, 2, 3, 6, 12) if months <= most * size or size == 12)
        made = []
        for place in range(0, months, step):
            year, month = divmod(self.first.month - 1 + place, 12)
            made.append(date(self.first.year + year, month + 1, 1))
        return made


def month_mark(day: date) -> str:
    """IV.27"""
    return f"{_ROMAN[day.month - 1]}.{day.year % 100:02}"


def bar_words(holder: HolderRow, substitute: str) -> str:
    """„А. Руменова, председател · заместник П. Ненов“; `substitute` has the place {name}."""
    words = holder.short_name
    if holder.role not in _QUIET:
        words = f"{words}, {label_of(holder.role)}"
    if holder.substitutes:
        words = f"{words} · {substitute.format(name=holder.substitutes[-1].short_name)}"
    return words


def draw_bars(
    painter: QPainter,
    room: QRectF,
    seat: SeatRow,
    period: Period,
    *,
    vacant: str,
    substitute: str,
) -> None:
    """The holders of a seat over time; the time without one as a dashed gap at the end."""
    height = theme.px(22)
    top = room.center().y() - height / 2
    for holder in seat.holders:
        end = holder.end_on + timedelta(days=1) if holder.end_on else period.last
        left = room.x() + room.width() * period.share(holder.start_on)
        right = room.x() + room.width() * period.share(end)
        if right - left < 2 and holder.end_on is not None:
            continue
        width = max(4.0, right - left - 2)
        bar = QRectF(min(left + 1, room.right() - width), top, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("soft"))
        painter.drawRoundedRect(bar, 4, 4)
        words = bar_words(holder, substitute)
        if holder.end_on is None and bar.width() < theme.advance(words, "caption") + 12:
            before = QRectF(room.x(), top, bar.left() - 6 - room.x(), height)
            paint.text(painter, before, words, "caption", "soft_text", paint.RIGHT)  # new today
        elif bar.width() > 36:
            paint.text(painter, bar.adjusted(8, 0, -4, 0), words, "caption", "soft_text")
    if seat.vacant_since is not None:
        left = room.x() + room.width() * period.share(seat.vacant_since)
        width = max(theme.advance(vacant, "caption") + 16, room.right() - left - 2)
        gap = QRectF(min(left + 2, room.right() - width), top, width, height)
        painter.setBrush(theme.colour("warn_bg"))
        painter.setPen(QPen(theme.colour("warn_solid"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(gap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        paint.text(painter, gap.adjusted(8, 0, -4, 0), vacant, "caption", "warn")


class HeadLine(QWidget):
    """A line of quiet words over a list, drawn by the list's own measures."""

    def __init__(self, below: QAbstractScrollArea) -> None:
        super().__init__()
        self.below = below
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        """Be as high as the text is big."""
        self.setFixedHeight(theme.px(26))

    def sizeHint(self) -> QSize:
        """Any width."""
        return QSize(120, theme.px(26))

    def marks(self, width: float) -> list[tuple[QRectF, str, Qt.AlignmentFlag]]:
        """Words and where they stand; override."""
        _ = width
        return []

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        painter = QPainter(self)
        for rect, text, align in self.marks(float(self.below.viewport().width())):
            paint.text(painter, rect, text, "captionm", "text2", align)
