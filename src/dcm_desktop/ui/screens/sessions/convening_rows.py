"""Rows of convening: a member, what was sent to them, and what they said on the telephone."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from dcm_desktop.domain.terms import ExpectedAnswer, NoticeWay, NoticeWhat
from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.lists import ListView
from dcm_desktop.usecases.sessions.expected import ExpectedRow
from dcm_desktop.usecases.sessions.notices import NoticedMember, NoticeRow

SIGNS = {
    "+": ExpectedAnswer.WILL_COME,
    "-": ExpectedAnswer.WONT_COME,
    "*": ExpectedAnswer.SENDS_SUBSTITUTE,
}
"""What a sign says, as in the roll call: comes, stays away, sends somebody."""
_TWINS = str.maketrans({"–": "-", "—": "-", "−": "-", "/": "-"})
_LOOKS = {
    ExpectedAnswer.WILL_COME: ("circle-check", "ok_solid", "ok"),
    ExpectedAnswer.WONT_COME: ("circle-slash", "warn_solid", "warn"),
    ExpectedAnswer.SENDS_SUBSTITUTE: ("arrow-left-right", "accent", "text"),
}


@dataclass(frozen=True, slots=True)
class MemberLine:
    """A member as the row shows them."""

    mandate_id: str
    person_id: str
    number: int
    name: str
    office: str
    told: str
    told_icon: str
    told_tone: str
    answer: str
    answer_icon: str
    icon_tone: str
    answer_tone: str
    words: str


@dataclass(frozen=True, slots=True)
class TypedSign:
    """A number (None: the current row) and what was said."""

    number: int | None
    answer: ExpectedAnswer


def read_sign(text: str) -> TypedSign | None:
    """The sign that `text` ends in, with the number before it; None while only a number stands."""
    typed = text.strip().translate(_TWINS)
    if not typed or typed[-1] not in SIGNS:
        return None
    digits = typed[:-1].strip()
    if digits and not (digits.isascii() and digits.isdigit() and len(digits) <= 4):
        return None
    return TypedSign(int(digits) if digits else None, SIGNS[typed[-1]])


class ConveningWords(QObject):
    """What the rows say."""

    def line(self, row: ExpectedRow, told: NoticedMember | None) -> MemberLine:
        """The row of a member; the one who signs the invitation has no notice."""
        said = row.said
        answer, look = self.tr("no answer yet"), ("circle-dashed", "text3", "text3")
        if said is not None:
            answer, look = capital(label_of(said.answer)), _LOOKS[said.answer]
            more = said.substitute or said.reason
            answer = f"{answer}: {more}" if more else answer
        text, icon, tone = self.told(told)
        spoken = f"{row.n}. {row.name}, {row.office}. {text}. {answer}."
        return MemberLine(
            row.mandate_id, row.person_id, row.n, row.name, row.office,
            text, icon, tone, answer, *look, spoken,
        )  # fmt: skip

    def told(self, member: NoticedMember | None) -> tuple[str, str, str]:
        """Words, sign and tone of what was sent."""
        if member is None:
            return self.tr("signs the invitation"), "pencil", "text3"
        if not member.rows:
            return self.tr("nothing sent yet"), "circle-dashed", "text3"
        first = member.invitation
        shown = first or member.rows[-1]
        text = self.notice(shown)
        if len(member.rows) > 1:
            text = f"{text} (+{len(member.rows) - 1})"
        if shown.is_late:
            return self.tr("{notice}, late").format(notice=text), "clock", "warn"
        if first is None:
            return text, "circle-dashed", "text2"
        return text, "check", "text2"

    def notice(self, row: NoticeRow) -> str:
        """„12.11, по телефона“, with what it was unless it was the invitation."""
        text = f"{row.sent_on:%d.%m}, {self.way(row.way).lower()}"
        return text if row.what is NoticeWhat.INVITATION else f"{label_of(row.what)} {text}"

    def way(self, way: NoticeWay) -> str:
        """Short word of a way, for its button."""
        return {
            NoticeWay.EMAIL: self.tr("E-mail"),
            NoticeWay.PHONE: self.tr("Telephone"),
            NoticeWay.PAPER: self.tr("On paper"),
            NoticeWay.IN_PERSON: self.tr("In person"),
            NoticeWay.OTHER: self.tr("Otherwise"),
        }[way]


class AnswerEdit(LineEdit):
    """Number and sign; arrows walk the list."""

    stepped = Signal(int)
    """An arrow; carries -1 or +1 (or a page)."""
    undone = Signal()
    """Delete in the empty field: forget what the row said."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the list."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -8,
            Qt.Key.Key_PageDown: 8,
        }
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete and not self.text():
            self.undone.emit()
        else:
            super().keyPressEvent(event)


class MemberList(ListView[MemberLine]):
    """Members; a sign typed here is what the current one said, digits go to the entry."""

    sign_typed = Signal(str)
    """A sign; carries it."""
    digit_typed = Signal(str)
    """The beginning of a number; carries it."""
    undone = Signal()
    """Delete: forget what the row said."""

    def __init__(self, name: str) -> None:
        super().__init__(
            member_row, height=_height, name=name, words=lambda line: line.words, ground="soft"
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Signs answer, digits begin a number."""
        typed = event.text().translate(_TWINS)
        if typed and typed in SIGNS:
            self.sign_typed.emit(typed)
        elif event.text().isascii() and event.text().isdigit():
            self.digit_typed.emit(event.text())
        elif event.key() == Qt.Key.Key_Delete:
            self.undone.emit()
        else:
            super().keyPressEvent(event)


def member_row(painter: QPainter, rect: QRectF, line: MemberLine, _state: object) -> None:
    """Number, name over office, what was sent, what was said."""
    middle, half = rect.center().y(), rect.height() / 2
    number = QRectF(rect.x() + 8, rect.y(), 26, rect.height())
    paint.text(painter, number, str(line.number), "captionm", "text3", paint.RIGHT)
    wide = rect.width()
    said, told = wide * 0.3, wide * 0.3
    x = rect.right() - said
    name = QRectF(rect.x() + 42, rect.y() + 4, wide - said - told - 54, half - 4)
    paint.text(painter, name, line.name, "medium")
    office = QRectF(name.x(), rect.y() + half - 1, name.width(), half - 4)
    paint.text(painter, office, line.office, "caption", "text2")
    sent = x - told
    paint.icon(painter, sent, middle - 7, line.told_icon, line.told_tone, 14)
    box = QRectF(sent + 20, rect.y(), told - 28, rect.height())
    paint.text(painter, box, line.told, "small", line.told_tone)
    paint.icon(painter, x, middle - 8, line.answer_icon, line.icon_tone, 16)
    box = QRectF(x + 22, rect.y(), said - 32, rect.height())
    paint.text(painter, box, line.answer, "captionm", line.answer_tone)


def _height(_line: MemberLine, _width: int) -> int:
    return theme.px(42)
