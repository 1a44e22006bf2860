"""The members of a session's day: who was told and what they said, typed like the roll call."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from dcm_desktop.domain.terms import ExpectedAnswer, NoticeWay, NoticeWhat
from dcm_desktop.ui import theme
from dcm_desktop.ui.clock import today
from dcm_desktop.ui.formats import weekday_date
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.sessions.convening_rows import (
    SIGNS,
    AnswerEdit,
    ConveningWords,
    MemberLine,
    MemberList,
    read_sign,
)
from dcm_desktop.ui.widgets.boxes import Box, Card, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.labels import ElideLabel, Icon, Label
from dcm_desktop.usecases.sessions.convening import ConveningView
from dcm_desktop.usecases.sessions.expected import ExpectedRow
from dcm_desktop.usecases.sessions.notices import NoticeData

_KEYS = {
    "F5": NoticeWay.EMAIL,
    "F6": NoticeWay.PHONE,
    "F7": NoticeWay.PAPER,
    "F8": NoticeWay.IN_PERSON,
}
_SIGN_KEYS = {answer: sign for sign, answer in SIGNS.items()}


class MembersCard(Card):
    """List with its entry above, the details of an answer and the log keys below."""

    answered = Signal(str, object, str, str)
    """A member said something: mandate, answer, person of the substitute, reason."""
    forgotten = Signal(str)
    """What a member said is to be forgotten; carries the mandate."""
    logged = Signal(object, bool)
    """Something was sent: `NoticeData`, and whether to all who have no such entry."""

    keys_of_ways = _KEYS

    def __init__(self) -> None:
        super().__init__(spacing=0)
        self.box.setContentsMargins(1, 1, 1, 1)
        self.words = ConveningWords()
        self.people: list[Option] = []
        """Everybody who may be named as a substitute, besides those authorised."""
        self._rows: dict[str, ExpectedRow] = {}
        self._editable = True
        self._shown = ""
        self.deadline_icon = Icon("calendar-clock", "text2", 16)
        self.deadline = Label("", "small", "text2", wrap=True)
        self.entry = AnswerEdit(hint=self.tr("number and sign"), name=self.tr("Number and sign"))
        self.entry.setObjectName("answer_entry")
        self.entry.setFixedWidth(theme.px(140))
        self._problem = ElideLabel("", "small", "bad")
        self._signs = {answer: self._sign_button(answer) for answer in ExpectedAnswer}
        self.list = MemberList(self.tr("Members"))
        self.list.setObjectName("members")
        self.substitute = Combo(hint=self.tr("who comes instead"), name=self.tr("Substitute"))
        self.substitute.setObjectName("substitute")
        self.substitute.chosen.connect(self._substitute_chosen)
        self.reason = LineEdit(hint=self.tr("reason, if one was given"), name=self.tr("Reason"))
        self.reason.setObjectName("reason")
        self.reason.editingFinished.connect(self._reason_typed)
        self._detail_name = ElideLabel("", "smallm", "text")
        self._detail = Box(row=True, spacing=8, margins=(12, 6, 12, 6))
        self._detail.add((self._detail_name, 1), (self.substitute, 1), (self.reason, 1))
        self.what = Combo(
            [Option(str(one), capital(label_of(one))) for one in NoticeWhat],
            value=str(NoticeWhat.INVITATION),
            name=self.tr("What was sent"),
        )
        self.what.setFixedWidth(theme.px(132))
        self.sent_on = DateEdit(today(), name=self.tr("Sent on"), latest=today())
        self.sent_on.setFixedWidth(theme.px(148))
        self.all_button = Button(self.tr("All the others"), kind="chip")
        self.all_button.setCheckable(True)
        self.all_button.setObjectName("everybody")
        self.all_button.toggled.connect(self._everybody_toggled)
        self.ways = {way: self._way_button(way) for way in NoticeWay}
        self._note = Label(self.tr("Sent:"), "smallm")
        head = Box(row=True, spacing=4, margins=(12, 8, 12, 8))
        head.add(self.entry, 4, (self._problem, 1), *self._signs.values())
        top = hbox(self.deadline_icon, (self.deadline, 1), margins=(16, 10, 16, 6))
        top.setAlignment(self.deadline_icon, Qt.AlignmentFlag.AlignTop)
        self.add(top, head, hline(), 4, (self.list, 1), 4, hline(), self._detail)
        self._foot_line = hline()
        self.add(
            self._foot_line,
            hbox(self._note, self.what, self.sent_on, self.all_button, None,
                 margins=(12, 8, 12, 4)),
            hbox(None, *self.ways.values(), spacing=4, margins=(12, 0, 12, 10)),
        )  # fmt: skip
        self.entry.textChanged.connect(self._typed)
        self.entry.stepped.connect(self.list.step)
        self.entry.undone.connect(self._forget)
        self.list.sign_typed.connect(self._sign_typed)
        self.list.digit_typed.connect(self._digit_typed)
        self.list.undone.connect(self._forget)
        self.list.row_chosen.connect(self._row_chosen)

    @property
    def problem(self) -> str:
        """Why the last sign was not taken; empty when it was."""
        return self._problem.full_text

    def begin(self) -> None:
        """Another session: start with the first row."""
        self.entry.clear()
        self._problem.setText("")
        self.what.set_value(str(NoticeWhat.INVITATION))
        self.sent_on.set_value(today())
        self.list.set_current(0)

    def take_keyboard(self) -> None:
        """Put the cursor into the entry."""
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_narrow(self, narrow: bool, low: bool) -> None:
        """Little room: signs and ways without words, no detail of the notes."""
        for answer, button in self._signs.items():
            sign = _SIGN_KEYS[answer]
            button.set_text(sign if narrow else capital(label_of(answer)))
            button.set_capped(not narrow)
            button.setToolTip(capital(label_of(answer)) if narrow else "")
            button.setAccessibleName(capital(label_of(answer)))
        for button in self.ways.values():
            button.set_capped(not narrow)
        self._note.setVisible(not narrow)
        self._foot_line.setVisible(not low)

    def show_view(self, view: ConveningView, *, editable: bool) -> None:
        """Show who was told and who said what."""
        self._editable = editable
        told = {one.person_id: one for one in view.log.members}
        self._rows = {row.mandate_id: row for row in view.expected.rows}
        self.list.set_rows(
            [self.words.line(row, told.get(row.person_id)) for row in view.expected.rows]
        )
        if not self.list.currentIndex().isValid():
            self.list.set_current(0)
        self._show_deadline(view)
        for part in self._signs.values():
            part.setEnabled(editable)
        self._show_detail()

    def notice(self, way: NoticeWay) -> NoticeData | None:
        """What the foot says was sent; None, with the reason shown, when the day is wrong."""
        day = self.sent_on.value()
        problem = self.sent_on.problem() or ("" if day else self.tr("Type the day."))
        self._problem.setText(problem)
        if problem or day is None:
            self.sent_on.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return NoticeData(NoticeWhat(self.what.value()), way, day)

    # Inside

    def _sign_button(self, answer: ExpectedAnswer) -> Button:
        button = Button(capital(label_of(answer)), kind="tool", cap=_SIGN_KEYS[answer])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self._sign_pressed, answer))
        return button

    def _way_button(self, way: NoticeWay) -> Button:
        cap = next((keys for keys, one in _KEYS.items() if one is way), "")
        button = Button(self.words.way(way), cap=cap)
        button.setObjectName(f"way_{way}")
        button.clicked.connect(partial(self._way_pressed, way))
        return button

    def _way_pressed(self, way: NoticeWay) -> None:
        data = self.notice(way)
        if data is not None:
            self.logged.emit(data, self.all_button.isChecked())
            self.all_button.setChecked(False)

    def _everybody_toggled(self, on: bool) -> None:
        self.all_button.set_kind("chipon" if on else "chip")
        self.all_button.set_icon("check" if on else "")

    def _show_deadline(self, view: ConveningView) -> None:
        log = view.log
        deadline = log.deadline
        days = Plurals().workdays(deadline.workdays)
        parts = [
            self.tr("Invitations leave {days} when sent by {day}.").format(
                days=days, day=weekday_date(deadline.day)
            )
        ]
        total = len(log.members)
        parts.append(self.tr("Noted: {n} of {of}.").format(n=log.invited, of=total))
        if log.late:
            parts.append(self.tr("Late: {n}.").format(n=log.late))
        passed = self._editable and deadline.is_past and log.invited < total
        if passed:
            parts.append(self.tr("That day is past: what is sent now is late."))
        self.deadline.setText(" ".join(parts).replace("..", "."))
        warn = passed or bool(log.late)
        done = log.invited == total and not warn
        icon = "triangle-alert" if warn else "circle-check" if done else "calendar-clock"
        tone = "warn" if warn else "ok_solid" if done else "text2"
        self.deadline_icon.set_icon(icon, tone)
        self.deadline.set_tone("warn" if warn else "text2")

    def _typed(self, text: str) -> None:
        if text:
            self._problem.setText("")
        typed = read_sign(text)
        if typed is None:
            digits = text.strip()
            if digits.isascii() and digits.isdigit():
                self._go_to(int(digits))
            return
        self.entry.clear()
        if typed.number is not None and not self._go_to(typed.number):
            words = self.tr("There is no member with number {n}.")
            self._problem.setText(words.format(n=typed.number))
            return
        self._say(typed.answer)

    def _sign_typed(self, sign: str) -> None:
        self._say(SIGNS[sign])

    def _sign_pressed(self, answer: ExpectedAnswer) -> None:
        self._say(answer)
        self.take_keyboard()

    def _digit_typed(self, digit: str) -> None:
        self.take_keyboard()
        self.entry.setText(digit)

    def _go_to(self, number: int) -> bool:
        for place, line in enumerate(self.list.rows_model.rows):
            if line.number == number:
                self.list.set_current(place)
                return True
        return False

    def _say(self, answer: ExpectedAnswer) -> None:
        """The current member said something; the only authorised substitute comes at once."""
        line = self.list.current_row()
        row = self._rows.get(line.mandate_id) if line is not None else None
        if row is None:
            return
        person = ""
        if answer is ExpectedAnswer.SENDS_SUBSTITUTE and len(row.substitutes) == 1:
            person = row.substitutes[0][0]
        self.answered.emit(row.mandate_id, answer, person, "")

    def _forget(self) -> None:
        line = self.list.current_row()
        if line is not None:
            self.forgotten.emit(line.mandate_id)

    def _row_chosen(self, _line: MemberLine) -> None:
        self._show_detail()

    def _show_detail(self) -> None:
        """Under the list: who comes instead, or why somebody stays away."""
        line = self.list.current_row()
        row = self._rows.get(line.mandate_id) if line is not None else None
        said = row.said if row is not None else None
        instead = said is not None and said.answer is ExpectedAnswer.SENDS_SUBSTITUTE
        away = said is not None and said.answer is ExpectedAnswer.WONT_COME
        self._detail.setVisible(bool(row) and self._editable and (instead or away))
        self.substitute.setVisible(instead)
        self.reason.setVisible(away)
        if row is None or said is None:
            self._shown = ""
            return
        self._detail_name.setText(row.name)
        if instead:
            known = {person for person, _name in row.substitutes}
            options = [Option(person, name) for person, name in row.substitutes]
            options += [one for one in self.people if one.value not in {*known, row.person_id}]
            self.substitute.set_options(
                [Option("", self.tr("not named yet")), *options], said.substitute_person_id or ""
            )
        if away and not (self._shown == row.mandate_id and self.reason.hasFocus()):
            self.reason.setText(said.reason)
        self._shown = row.mandate_id

    def _substitute_chosen(self, person_id: str) -> None:
        if self._shown:
            self.answered.emit(self._shown, ExpectedAnswer.SENDS_SUBSTITUTE, person_id, "")

    def _reason_typed(self) -> None:
        row = self._rows.get(self._shown)
        if row is None or row.said is None or row.said.answer is not ExpectedAnswer.WONT_COME:
            return
        text = " ".join(self.reason.text().split())
        if text != row.said.reason:
            self.answered.emit(row.mandate_id, ExpectedAnswer.WONT_COME, "", text)
