"""How the rows of the room are painted: agenda items, people of the roll. No widget."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets import paint


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item as its row shows it. `disc`: number, done, away (postponed, withdrawn)."""

    item_id: str
    number: str
    title: str
    note: str
    disc: str
    running: bool
    closed_part: bool

    @property
    def words(self) -> str:
        """What screen readers hear."""
        return ", ".join(part for part in (self.number, self.title, self.note) if part)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody of the roll as their row shows it. `tone`: present, ok, warn, bad, mute."""

    attendance_id: str
    number: str
    name: str
    place: str
    icon: str
    word: str
    tone: str
    quiet: bool
    declared: bool = False
    """Whether the declaration of confidentiality was signed; the roll call shows it."""

    @property
    def words(self) -> str:
        """What screen readers hear."""
        return ", ".join(part for part in (self.number, self.name, self.place, self.word) if part)


def disc(painter: QPainter, x: float, y: float, line: AgendaLine) -> None:
    """The state of an item as a disc of 20 px around a point."""
    if line.disc == "done":
        paint.icon(painter, x - 10, y - 10, "circle-check", "ok_solid", 20)
        return
    if line.disc == "away":
        paint.icon(painter, x - 10, y - 10, "circle-slash", "mute_solid", 20)
        return
    painter.setPen(QPen(theme.colour("accent" if line.running else "border_strong"), 1.5))
    painter.setBrush(theme.colour("accent") if line.running else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(x, y), 10, 10)
    box = QRectF(x - 12, y - 10, 24, 20)
    tone = "on_accent" if line.running else "text2"
    paint.text(painter, box, line.number, "captionm", tone, paint.CENTER)


def agenda_height(line: AgendaLine, width: float) -> int:
    """Height of an item's row when its title has this width."""
    role = "strong" if line.running else "medium"
    return round(paint.wrapped_height(line.title, width, role)) + theme.px(38)


def agenda_row(
    painter: QPainter, rect: QRectF, line: AgendaLine, width: float, *, chosen: bool
) -> None:
    """Disc, title in as many lines as it needs, quiet line."""
    tone, quiet, role = "text", "text3", "medium"
    if line.disc in ("done", "away"):
        tone = "text2"
    if line.running:
        role = "strong"
    if chosen:
        tone = quiet = "soft_text"
    disc(painter, rect.x() + 24, rect.y() + theme.px(20), line)
    left = rect.x() + 46
    title = QRectF(left, rect.y() + 9, width, rect.height() - theme.px(32))
    paint.wrapped(painter, title, line.title, role, tone)
    low = QRectF(left, rect.bottom() - theme.px(27), width, theme.px(18))
    if line.closed_part:
        paint.icon(painter, left, low.center().y() - 6, "lock", quiet, 12)
        low.adjust(16, 0, 0, 0)
    paint.text(painter, low, line.note, "caption", quiet)


def person_row(painter: QPainter, rect: QRectF, line: PersonLine) -> None:
    """Number, institution, sign and word: a row of the attendance panel.

    A long name of somebody present takes the place of the word; exceptions always speak.
    """
    middle = rect.center().y()
    number = QRectF(rect.x() + 8, rect.y(), 24, rect.height())
    paint.text(painter, number, line.number, "captionm", "text3", paint.RIGHT)
    width = theme.advance(line.word, "captionm") + 6
    full = theme.advance(line.name, "small")
    if line.tone == "present" and full > rect.width() - 42 - 14 - width - 30:
        width = 0
    x = rect.right() - 14 - width - 16
    left, gap = 42, 8
    if full > x - rect.x() - left - gap:
        left, gap = 38, 3
    name = QRectF(rect.x() + left, rect.y(), x - rect.x() - left - gap, rect.height())
    paint.text(painter, name, line.name, "small", "text2" if line.quiet else "text")
    paint.icon(painter, x, middle - 8, line.icon, icon_tone(line.tone), 16)
    if width:
        word = QRectF(x + 22, rect.y(), width, rect.height())
        paint.text(painter, word, line.word, "captionm", word_tone(line.tone))


def roll_row(painter: QPainter, rect: QRectF, line: PersonLine) -> None:
    """Number, name, institution, sign and word: a row of the roll call."""
    middle = rect.center().y()
    number = QRectF(rect.x() + 8, rect.y(), 28, rect.height())
    paint.text(painter, number, line.number, "captionm", "text3", paint.RIGHT)
    state = min(160.0, rect.width() * 0.26)
    x = rect.right() - state
    names = max(160.0, (x - rect.x()) * 0.27)
    name = QRectF(rect.x() + 44, rect.y(), names, rect.height())
    paint.text(painter, name, line.name, "medium", "text2" if line.quiet else "text")
    signed = 22 if line.declared else 0
    place = QRectF(name.right() + 12, rect.y(), x - name.right() - 24 - signed, rect.height())
    paint.text(painter, place, line.place, "small", "text2")
    if line.declared:
        paint.icon(painter, x - 24, middle - 8, "file-check", "text3", 16)
    paint.icon(painter, x, middle - 8, line.icon, icon_tone(line.tone), 16)
    word = QRectF(x + 22, rect.y(), state - 30, rect.height())
    paint.text(painter, word, line.word, "captionm", word_tone(line.tone))


def icon_tone(tone: str) -> str:
    """Token of a sign."""
    return "ok_solid" if tone == "present" else f"{tone}_solid"


def word_tone(tone: str) -> str:
    """Token of a word. The present are quieter than the exceptions: their word is grey."""
    return {"ok": "ok", "warn": "warn", "bad": "bad"}.get(tone, "text2")


def follow_ring(painter: QPainter, rect: QRectF) -> None:
    """The ring of a row that follows what is typed in a field beside the list."""
    paint.focus_ring(painter, rect.adjusted(4, 1, -4, -1), 6)
