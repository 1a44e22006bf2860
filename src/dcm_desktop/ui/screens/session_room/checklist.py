"""The ten checks of a case review at the side of the room: one key an answer, nothing blocks.

Digits 1 to 5 answer the check that is open, ↑ and ↓ go to another. What an answer lacks stands
under it and never holds anybody up. Nothing of it is reachable from the hall's screen.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from dcm_desktop import labels
from dcm_desktop.domain.principles import ENVIRONMENT, FACTORS, RESIDENTIAL_CARE
from dcm_desktop.domain.terms import CareType, Principle, PrincipleAnswer
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.formats import language
from dcm_desktop.ui.screens.choices import capital, chosen_of, label_of, options_of
from dcm_desktop.ui.screens.form_parts import Folded, TickChips
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SidePanel
from dcm_desktop.ui.widgets.boxes import Box, Inset
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.drafts import DraftField
from dcm_desktop.ui.widgets.fields import Field, LineEdit, TextEdit
from dcm_desktop.ui.widgets.flow import FlowLayout
from dcm_desktop.ui.widgets.labels import Label, Pill
from dcm_desktop.usecases.sessions.checklist import (
    ChecklistView,
    CheckRow,
    ReviewData,
    answer_principle,
    get_checklist,
    set_review,
)

_TONES = {
    None: "mute",
    PrincipleAnswer.YES: "ok",
    PrincipleAnswer.PARTLY: "warn",
    PrincipleAnswer.NO: "bad",
    PrincipleAnswer.NOT_APPLICABLE: "mute",
    PrincipleAnswer.UNKNOWN: "warn",
}
_DIGITS = dict(zip("12345", PrincipleAnswer, strict=True))
_NOTES: Mapping[Principle, tuple[str, ...]] = {
    Principle.P02: ("support_tried",),
    Principle.P06: ("how", "by_whom"),
    Principle.P07: ("contact",),
}


class CheckCard(Inset):
    """One check: its head, and while it is open the question, the answers and the words."""

    opened = Signal(object)
    changed = Signal(object)
    """Answer or words are to be saved; carries the card."""
    moved = Signal(object, int)
    """↑ or ↓ was pressed outside a text of several lines."""

    def __init__(self, principle: Principle) -> None:
        super().__init__(spacing=8, margins=(10, 6, 10, 8))
        self.principle = principle
        self.answer: PrincipleAnswer | None = None
        self._allowed: tuple[PrincipleAnswer, ...] = ()
        short = labels.word("PrincipleShort", principle.value, language())
        self.head = Button(f"{principle.value} · {short}", kind="ghost", icon="chevron-right")
        self.head.clicked.connect(lambda: self.opened.emit(self))
        self.state = Pill()
        self.gaps = Label("", "caption", "warn", wrap=True)
        self.reason = TextEdit(hint=self.tr("Why; at least ten characters"), lines=3)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.notes: dict[str, LineEdit] = {}
        self.drafts: list[DraftField] = []
        self._chips = {answer: self._chip(n, answer) for n, answer in enumerate(PrincipleAnswer, 1)}
        holder = _flowing(*self._chips.values())
        self.ticks: TickChips | None = None
        self._page = Box(Label(label_of(principle), "small", wrap=True), holder, spacing=8)
        self._page.add(*self._more(), self.reason)
        self.add(_flowing(self.head, self.state), self._page, self.gaps)
        self._watch(self.reason)
        for part in (self.head, *self._chips.values(), *self.notes.values()):
            part.installEventFilter(self)
        self.set_open(False)

    def _more(self) -> list[QWidget]:
        if self.principle is Principle.P01:
            lines = [self._note(key, "BestInterestFactor") for key in FACTORS]
            return [Folded(self.tr("Seven factors of the best interest"), *lines)]
        if self.principle is Principle.P09:
            self.ticks = TickChips(
                [Option(key, _word("EnvironmentPart", key)) for key in ENVIRONMENT]
            )
            for chip in self.ticks.findChildren(Button):
                chip.clicked.connect(lambda: self.changed.emit(self))
            return [self.ticks]
        names = {
            "support_tried": self.tr("Support that was tried"),
            "how": self.tr("How the child was heard"),
            "by_whom": self.tr("By whom"),
            "contact": self.tr("How the ties are kept"),
        }
        return [
            Field(names[key], self._line(key, names[key])) for key in _NOTES.get(self.principle, ())
        ]

    @property
    def is_open(self) -> bool:
        """Whether its question is shown."""
        return not self._page.isHidden()

    @property
    def is_being_answered(self) -> bool:
        """Whether the keyboard is on its head or an answer, not in its words."""
        return self.head.hasFocus() or any(chip.hasFocus() for chip in self._chips.values())

    def values(self) -> dict[str, str]:
        """Sub-notes by code."""
        found = {key: line.text() for key, line in self.notes.items()}
        if self.ticks is not None:
            found |= dict.fromkeys(self.ticks.value(), "1")
        return found

    def set_open(self, is_open: bool) -> None:
        """Show its question and answers, or only its head."""
        self._page.setVisible(is_open)
        self.head.set_icon("chevron-down" if is_open else "chevron-right")

    def show_row(self, row: CheckRow) -> None:
        """What is stored; a field one is typing in is left alone."""
        self.answer, self._allowed = row.answer, row.allowed
        word = capital(label_of(row.answer)) if row.answer else self.tr("no answer yet")
        self.state.set_state(word, _TONES[row.answer])
        for answer, chip in self._chips.items():
            chip.set_kind("chipon" if answer is row.answer else "chip")
            chip.setEnabled(answer in row.allowed)
        for draft, editor in zip(self.drafts, self._editors(), strict=True):
            if not editor.hasFocus():
                key = self._key_of(editor)
                draft.set_saved(row.reason if not key else row.notes.get(key, ""))
        gaps = [formats.sentence(f) for f in row.findings if f.code != "principle.unanswered"]
        self.gaps.setText(" ".join(gaps))
        self.gaps.set_tone(
            "bad" if any(f.code == "principle.small_child" for f in row.findings) else "warn"
        )
        self.gaps.setVisible(bool(gaps))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go to another check; the column would only scroll."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.moved.emit(self, step)
                return True
        return super().eventFilter(watched, event)

    def choose(self, answer: PrincipleAnswer) -> None:
        """Give an answer, if it is open here."""
        if answer in self._allowed:
            self.answer = answer
            self.changed.emit(self)

    def _chip(self, n: int, answer: PrincipleAnswer) -> Button:
        chip = Button(f"{n} {label_of(answer)}", kind="chip")
        chip.clicked.connect(lambda: self.choose(answer))
        return chip

    def _note(self, key: str, table: str) -> Field:
        name = capital(_word(table, key))
        return Field(name, self._line(key, name))

    def _line(self, key: str, name: str) -> LineEdit:
        line = LineEdit(name=name)
        self.notes[key] = line
        self._watch(line)
        return line

    def _watch(self, editor: QLineEdit | QPlainTextEdit) -> None:
        self.drafts.append(DraftField(editor, lambda _text: self.changed.emit(self)))

    def _editors(self) -> list[QLineEdit | QPlainTextEdit]:
        return [*self.notes.values(), self.reason]

    def _key_of(self, editor: QWidget) -> str:
        return next((key for key, line in self.notes.items() if line is editor), "")


def _flowing(*parts: QWidget) -> QWidget:
    """Side by side while there is room, then below one another."""
    holder = QWidget()
    flow = FlowLayout(spacing=6, parent=holder)
    for part in parts:
        flow.addWidget(part)
    return holder


class ChecklistPanel(SidePanel):
    """The list of one case item, and what the decision would mean for the children."""

    def __init__(self, screen: Screen, item_id: str) -> None:
        super().__init__("")
        self.title.setText(self.tr("Checklist of the principles"))
        self._screen, self._item_id = screen, item_id
        self.count = Pill()
        self.separates = Combo(
            [
                Option("", self.tr("not said yet")),
                Option("no", self.tr("no, the children stay with the parents")),
                Option("yes", self.tr("yes, a child is parted from the parents")),
            ]
        )
        self.care = Combo(options_of(CareType, empty="–"))
        self.review = DateEdit()
        self.ground = TextEdit(lines=2)
        self.incident = TextEdit(lines=2)
        self._ground = Field(_word("field", "separation_ground"), self.ground)
        self._incident = Field(_word("field", "incident_note"), self.incident)
        self._review = Field(self.tr("Next review"), self.review)
        self.cards = [CheckCard(principle) for principle in Principle]
        self.page.add(
            Field(self.tr("Would the decision part a child from the parents?"), self.separates),
            Field(self.tr("Care afterwards"), self.care),
            self._review,
            self._ground,
            *self.cards,
            self._incident,
            None,
        )
        done = Button(self.tr("Done"), cap="Esc")
        done.clicked.connect(self.leave)
        self.buttons.addWidget(done)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.count)
        self._texts = [
            DraftField(self.ground, self._save_review),
            DraftField(self.incident, self._save_review),
        ]
        self.separates.chosen.connect(self._save_review)
        self.care.chosen.connect(self._save_review)
        self.review.left.connect(self._save_review)
        for card in self.cards:
            card.opened.connect(self._open)
            card.changed.connect(self._save)
            card.moved.connect(self._move)
        self._shown: ReviewData | None = None
        view = self.refresh()
        first = next(
            (c for c, row in zip(self.cards, view.checks, strict=True) if row.answer is None),
            self.cards[0],
        )
        self._open(first)

    def refresh(self) -> ChecklistView:
        """Show what is stored."""
        view = self._screen.desk.workspace.ask(get_checklist, self._item_id)
        self.subtitle.setText(
            self.tr(
                "Case {code}. Confidential: never in the hall nor in the public minutes."
            ).format(code=formats.numbered(view.case_code))
        )
        self.subtitle.show()
        for card, row in zip(self.cards, view.checks, strict=True):
            card.show_row(row)
        self.separates.set_value({None: "", True: "yes", False: "no"}[view.separates])
        self.care.set_value(view.care_after.value if view.care_after else "")
        if not self.review.hasFocus():
            self.review.set_value(view.next_review_on)
        for draft, field, text in (
            (self._texts[0], self.ground, view.separation_ground),
            (self._texts[1], self.incident, view.incident_note),
        ):
            if not field.hasFocus():
                draft.set_saved(text)
        away = bool(view.separates)
        self._ground.setVisible(away)
        self._review.setVisible(away or view.care_after in RESIDENTIAL_CARE)
        self._incident.setVisible(view.checks[-1].answer is PrincipleAnswer.NO)
        text = self.tr("{n} of {total} answered").format(n=view.answered, total=view.total)
        if view.is_complete:
            self.count.set_state(self.tr("complete"), "ok", "check")
        else:
            self.count.set_state(text, "warn" if view.answered == view.total else "mute")
        self._shown = self._typed_review()
        return view

    def take_keyboard(self) -> None:
        """The first check without an answer."""
        current = self._current()
        (current or self.cards[0]).head.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer the check that is open."""
        card = self._current()
        answer = _DIGITS.get(event.text())
        if card is not None and answer is not None:
            card.choose(answer)
        else:
            super().keyPressEvent(event)

    def _current(self) -> CheckCard | None:
        return next((card for card in self.cards if card.is_open), None)

    def _open(self, card: CheckCard) -> None:
        for one in self.cards:
            one.set_open(one is card)
        card.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, card: CheckCard, step: int) -> None:
        self._go(self.cards.index(card) + step)

    def _go(self, place: int) -> None:
        if 0 <= place < len(self.cards):
            self._open(self.cards[place])

    def _save(self, card: CheckCard) -> None:
        goes_on = card.is_being_answered
        self._screen.desk.workspace.do(
            answer_principle,
            self._item_id,
            card.principle,
            card.answer,
            reason=card.reason.text(),
            notes=card.values(),
            at=now(),
        )
        view = self.refresh()
        place = self.cards.index(card)
        if goes_on and not view.checks[place].findings:
            self._go(place + 1)

    def _typed_review(self) -> ReviewData:
        chosen = {"": None, "yes": True, "no": False}[self.separates.value()]
        return ReviewData(
            separates=chosen,
            care_after=chosen_of(self.care, CareType),
            separation_ground=self.ground.text(),
            incident_note=self.incident.text(),
            next_review_on=self.review.value(),
        )

    def _save_review(self, *_text: object) -> None:
        data = self._typed_review()
        if data != self._shown:
            self._screen.desk.workspace.do(set_review, self._item_id, data, at=now())
            self.refresh()


def _word(table: str, key: str) -> str:
    return labels.word(table, key, language())
