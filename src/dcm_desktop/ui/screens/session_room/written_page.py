"""Written procedure: answers by number and sign, as they come by telephone, on paper, by e-mail."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut

from dcm_desktop.domain.terms import NoticeWay, SessionKind, VoteChoice
from dcm_desktop.domain.values import at_local
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.screen import Fit
from dcm_desktop.ui.screens.session_room import row_paint
from dcm_desktop.ui.screens.session_room.marks import VoteSign, number_in, read_vote_mark
from dcm_desktop.ui.screens.session_room.part import RoomPage
from dcm_desktop.ui.screens.session_room.roll_call import RollEdit, RollList
from dcm_desktop.ui.screens.session_room.row_paint import PersonLine
from dcm_desktop.ui.widgets.boxes import Box, Card, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button, Segmented
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit, TimeEdit
from dcm_desktop.ui.widgets.key_sheet import Key, KeyGroup
from dcm_desktop.ui.widgets.labels import ElideLabel, Label, Pill
from dcm_desktop.ui.widgets.lists import RowState
from dcm_desktop.usecases.sessions.views import RoomView
from dcm_desktop.usecases.sessions.written import (
    AnswerRow,
    WrittenView,
    note_answer,
    set_deadline,
    take_back_answer,
    tally_written,
)

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen

WAYS = (NoticeWay.PHONE, NoticeWay.PAPER, NoticeWay.EMAIL)
_CHOICES = {
    VoteSign.FOR: VoteChoice.FOR,
    VoteSign.AGAINST: VoteChoice.AGAINST,
    VoteSign.ABSTAIN: VoteChoice.ABSTAIN,
}
_SIGNS = {
    VoteChoice.FOR: ("circle-check", "ok"),
    VoteChoice.AGAINST: ("circle-x", "bad"),
    VoteChoice.ABSTAIN: ("circle", "warn"),
    VoteChoice.NOT_VOTING: ("circle-slash", "mute"),
}


class WrittenPage(RoomPage):
    """Seats with their answers on one item; number and sign in the line above."""

    concerns = frozenset({"written_answer"})

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(spacing=0)
        self._room = room
        self._view: WrittenView | None = None
        self._narrow = False
        self._item_id = self._session_id = ""
        self.items = Combo(name=self.tr("Item"))
        self.items.chosen.connect(room.show_item)
        self.way = Segmented(
            *(capital(label_of(way)) for way in WAYS), name=self.tr("How the answer came")
        )
        self.entry = RollEdit(hint=self.tr("number and sign"), name=self.tr("Number and sign"))
        self.entry.setObjectName("answer_entry")
        self.entry.setFixedWidth(theme.px(140))
        self._problem = ElideLabel("", "small", "bad")
        self._count = Label("", "smallm")
        self.pill = Pill("", "mute")
        self.day = DateEdit(name=self.tr("Last day for answers"))
        self.day.setObjectName("answers_due_at")
        self.day.setFixedWidth(148)
        self.time = TimeEdit(name=self.tr("Hour until which answers are taken"))
        self.time.setObjectName("answers_due_time")
        self.time.setFixedWidth(104)
        for field in (self.day, self.time):
            field.returnPressed.connect(self._set_deadline)
        self.tally = Button(self.tr("Count the votes"), kind="primary", cap="Ctrl+Enter")
        self.tally.clicked.connect(self._tally)
        self.list = RollList(
            self._paint, height=_height, name=self.tr("Answers"), words=_words, ground="soft"
        )
        self.list.setObjectName("answers")
        due = hbox(Label(self.tr("Answers until"), "small", "text2"), self.day, self.time)
        top = hbox((self.items, 1), due, margins=(12, 10, 12, 4))
        middle = hbox(self.entry, self.way, (self._problem, 1), self._count, self.pill, self.tally,
                      margins=(12, 4, 12, 10))  # fmt: skip
        middle.setSpacing(10)
        head = Box()
        head.box.addLayout(top)
        head.box.addLayout(middle)
        card = Card(head, hline(), 6, (self.list, 1), 4, spacing=0)
        card.box.setContentsMargins(1, 1, 1, 1)
        self.add((card, 1))
        self.entry.textChanged.connect(self._typed)
        self.entry.stepped.connect(self.list.step)
        self.entry.undone.connect(self._take_back)
        self.list.sign_typed.connect(self._sign_typed)
        self.list.digit_typed.connect(self._digit_typed)
        self.list.undone.connect(self._take_back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._tally)

    def page_title(self) -> str:
        """What the header says."""
        return self.tr("Written votes")

    def begin_page(self) -> None:
        """Take the keyboard."""
        self.entry.clear()
        self._say("")
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_room(self, view: RoomView) -> None:
        """Show the answers on the item that is shown."""
        if view.kind is not SessionKind.WRITTEN:
            return
        self._session_id = view.session_id
        self._item_id = view.current.item_id if view.current is not None else ""
        options = [Option(row.item_id, f"{row.n}. {row.title}") for row in view.items if row.n]
        self.items.set_options(options, self._item_id)
        written = self._view = view.live.written
        if not self.day.hasFocus() and not self.time.hasFocus():
            due = local(view.answers_due_at) if view.answers_due_at is not None else None
            self.day.set_value(due.date() if due is not None else None)
            self.time.set_value(due.time() if due is not None else None)
        if written is None:
            return
        self.list.set_rows([self._line(row) for row in written.rows])
        words = self.tr("{n} of {asked} answered, {needed} needed")
        if self._narrow:
            words = self.tr("{n} of {asked}")
        self._count.setText(
            words.format(n=written.answered, asked=len(written.rows), needed=written.needed)
        )
        enough = written.answered >= written.needed
        word = self.tr("Quorum") if enough else self.tr("No quorum")
        self.pill.set_state(word, "ok" if enough else "bad", "check" if enough else "x")
        counted = view.current is not None and bool(view.current.decisions)
        self.tally.setEnabled(written.may_count and not counted)
        self.tally.setToolTip("" if written.may_count else ", ".join(written.silent))

    def fit(self, room: Fit) -> None:
        """Little room: short words."""
        self._narrow = room.narrow
        for place, way in enumerate(WAYS):
            self.way.set_text(place, self._short(way) if room.narrow else capital(label_of(way)))

    def key_groups(self) -> tuple[KeyGroup, ...]:
        """Signs of the answers."""
        return (
            KeyGroup(
                self.tr("Written votes: number, then"),
                (
                    Key("+", self.tr("for")),
                    Key("-", self.tr("against")),
                    Key("/", self.tr("abstains")),
                    Key("Del", self.tr("take the answer back")),
                    Key("Ctrl+Enter", self.tr("count the votes")),
                ),
            ),
        )

    def take_error(self, error: DcmError) -> bool:
        """Errors of the answers stand beside the line."""
        if self.isVisible() and error.field != "answers_due_at":
            self._say(formats.sentence(error))
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the items."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Inside

    def _short(self, way: NoticeWay) -> str:
        words = {NoticeWay.PHONE: self.tr("tel."), NoticeWay.PAPER: self.tr("paper")}
        return words.get(way, self.tr("e-mail"))

    def _line(self, row: AnswerRow) -> PersonLine:
        place = capital(row.institution)
        if row.choice is None:
            word, icon, tone = self.tr("no answer"), "circle-dashed", "mute"
        else:
            icon, tone = _SIGNS[row.choice]
            word = label_of(row.choice)
            told = label_of(row.way) if row.way is not None else ""
            when = formats.day_and_time(row.received_at) if row.received_at else ""
            place = " · ".join(part for part in (place, told, when, row.remark) if part)
        number = str(row.n) if row.n else ""
        return PersonLine(row.attendance_id, number, row.name, place, icon, word, tone, False)

    def _typed(self, text: str) -> None:
        if text:
            self._say("")
        rows = self._view.rows if self._view is not None else ()
        mark = read_vote_mark(text, [row.n for row in rows])
        if mark is None:
            number = number_in(text)
            if number is not None:
                self._go_to(number)
            return
        self.entry.clear()
        wanted = self._current_id()
        if mark.number is not None:
            self._go_to(mark.number)
            wanted = next((row.attendance_id for row in rows if row.n == mark.number), "")
        sign = VoteSign(mark.sign)
        if not wanted or sign not in _CHOICES:
            self._say(self.tr("Type a number and +, - or /, for example 4-."))
            return
        self._room.desk.workspace.do(
            note_answer,
            self._item_id,
            wanted,
            _CHOICES[sign],
            way=WAYS[self.way.index],
            when=self._room.clock.moment(),
            at=now(),
        )

    def _sign_typed(self, text: str) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entry.setText(text)

    def _digit_typed(self, digit: str) -> None:
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entry.setText(digit)

    def _go_to(self, number: int) -> None:
        for place, line in enumerate(self.list.rows_model.rows):
            if line.number == str(number):
                self.list.set_current(place)

    def _current_id(self) -> str:
        line = self.list.current_row()
        return line.attendance_id if line is not None else ""

    def _take_back(self) -> None:
        if self._current_id():
            self._room.desk.workspace.do(
                take_back_answer, self._item_id, self._current_id(), at=now()
            )

    def _set_deadline(self) -> None:
        day, clock = self.day.value(), self.time.value()
        due: datetime | None = at_local(day, clock) if day and clock else None
        self._room.desk.workspace.do(set_deadline, self._session_id, due, at=now())
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tally(self) -> None:
        put = self._room.desk.workspace.do(
            tally_written, self._item_id, when=self._room.clock.moment(), at=now()
        )
        sentence = formats.sentence(put.explanation) if put.explanation is not None else ""
        if put.adopted:
            words = self.tr("Decision {number} is adopted. {why}")
            numbered = formats.numbered(put.number)
            self._room.strip.say(words.format(number=numbered, why=sentence), "ok")
        else:
            self._room.strip.say(sentence, "warn")

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)

    def _paint(self, painter: QPainter, rect: QRectF, line: PersonLine, state: RowState) -> None:
        row_paint.roll_row(painter, rect, line)
        if state.current and not state.focused and self.entry.hasFocus():
            row_paint.follow_ring(painter, rect)


def _height(_line: PersonLine, _width: int) -> int:
    return theme.px(33)


def _words(line: PersonLine) -> str:
    return line.words
