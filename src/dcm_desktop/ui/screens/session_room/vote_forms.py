"""Forms at the side of a vote: several items in one vote, another result, a different opinion."""

from collections.abc import Sequence
from datetime import datetime

from dcm_desktop.domain.terms import VoteResult
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.choices import label_of, options_of
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.session_room.vote_entry import VoteContext, VoteEntry
from dcm_desktop.ui.screens.session_room.vote_words import VoteWords
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.boxes import Box, Inset, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, TextEdit
from dcm_desktop.ui.widgets.labels import Label, Pill
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.block import BlockPut, BlockRow, list_block, put_block
from dcm_desktop.usecases.sessions.deciding import put_decision
from dcm_desktop.usecases.sessions.dissents import (
    DissentData,
    add_dissent,
    get_dissent,
    remove_dissent,
    update_dissent,
)
from dcm_desktop.usecases.sessions.item_view import DecisionRow
from dcm_desktop.usecases.sessions.roll_view import RollRow
from dcm_desktop.usecases.sessions.voting import Ballot, preview_vote


class BlockItem(Inset):
    """An item that can be in the block: a chip with its number, its title, its decision below."""

    def __init__(self, row: BlockRow) -> None:
        super().__init__(spacing=6, margins=(10, 8, 10, 8))
        self.row = row
        self.tick = Button(self.tr("Item {n}").format(n=row.n), kind="chip")
        self.tick.setObjectName(f"block_{row.n}")
        self.tick.setCheckable(True)
        self.tick.setEnabled(not row.recused)
        self.text = TextEdit(row.text, hint=self.tr("What is decided"), lines=2)
        self.text.setAccessibleName(self.tr("Decision of item {n}").format(n=row.n))
        note = Label(self.tr("somebody stands aside: vote on it apart"), "caption", "warn")
        note.setVisible(row.recused)
        top = hbox(self.tick, note, None, spacing=8)
        self.add(top, Label(row.title, "small", wrap=True), self.text)
        self.tick.toggled.connect(self._show)
        self._show(False)

    @property
    def is_chosen(self) -> bool:
        """Whether it is in the block."""
        return self.tick.isChecked()

    def _show(self, chosen: bool) -> None:
        self.tick.set_kind("chipon" if chosen else "chip")
        self.tick.set_icon("check" if chosen else "")
        self.text.setVisible(chosen)


class BlockForm(SideForm):
    """Choose items, vote once: each gets its own numbered decision."""

    def __init__(
        self, screen: Screen, session_id: str, context: VoteContext, when: datetime | None
    ) -> None:
        super().__init__(screen, "", act="")
        self.title.setText(self.tr("One vote for several items"))
        self.save_button.set_text(self.tr("Put to the vote"))
        self._context, self._when = context, when
        self._words, self._typing = VoteWords(), VoteEntry()
        rows = self.desk.workspace.ask(list_block, session_id)
        self.items = [BlockItem(row) for row in rows]
        self.votes = LineEdit(hint=self.tr("Empty: without objections"))
        self.votes.setObjectName("vote_entry")
        self._pill, self._line = Pill(), Label("", "caption", "soft_text", wrap=True)
        self._outcome = Box(hbox(self._pill, None), self._line, spacing=4)
        hint = self.tr("12-0-1, + all for; each decision gets its own number.")
        self.put(*self.items, Field(self.tr("Votes"), self.votes, hint=hint), self._outcome)
        self.votes.textChanged.connect(self._preview)
        self._preview()
        self.ready()

    def take_keyboard(self) -> None:
        """The first item is ticked first."""
        if self.items:
            self.items[0].tick.setFocus()

    def send(self, accept: frozenset[str]) -> Saved:
        """Put them."""
        texts = {one.row.item_id: one.text.text() for one in self.items if one.is_chosen}
        answer: BlockPut = self.desk.workspace.do(
            put_block, texts, self._ballot(), accept=accept, when=self._when, at=now()
        )
        if not answer.is_saved:
            return Saved("", answer.warnings)
        numbers = ", ".join(formats.numbered(number) for number in answer.numbers)
        words = self.tr("Adopted: {numbers}").format(numbers=numbers)
        self.done_text = words if answer.adopted else self.tr("Not adopted")
        return Saved(next(iter(texts)))

    def _ballot(self) -> Ballot:
        return self._typing.ballot(self.votes.text(), self._context.voters)

    def _preview(self, *_text: str) -> None:
        preview = preview_vote(self._context.basis, self._ballot())
        if preview.outcome is None:
            self._pill.set_state(self.tr("Cannot be entered"), "bad", "triangle-alert")
            problem = preview.problem
            self._line.setText(formats.sentence(problem) if problem is not None else "")
            return
        self._pill.set_state(*self._words.outcome(preview.outcome))
        self._line.setText(self._words.arithmetic(preview, self._context.basis))


class OverrideForm(SideForm):
    """Another result than the rule gives, only with a reason; the computed one is kept."""

    def __init__(
        self, screen: Screen, item_id: str, context: VoteContext, entry: str, when: datetime | None
    ) -> None:
        super().__init__(screen, "")
        self.title.setText(self.tr("Another result of the vote"))
        self.save_button.set_text(self.tr("Enter this result"))
        self.done_text = self.tr("Entered with its reason")
        self._item_id, self._context, self._when = item_id, context, when
        self._words, self._typing = VoteWords(), VoteEntry()
        self.votes = LineEdit(entry, hint="12-0-1")
        self.votes.setObjectName("vote_entry")
        self.result = Combo(options_of(VoteResult), value=VoteResult.ADOPTED.value)
        self.result.setObjectName("override")
        self.reason = TextEdit(lines=3)
        self.reason.setObjectName("override_reason")
        self._pill, self._line = Pill(), Label("", "caption", "soft_text", wrap=True)
        self.put(
            Field(self.tr("Votes: for, against, abstained"), self.votes),
            Label(self.tr("By the rules"), "caption", "text2"),
            hbox(self._pill, None),
            self._line,
            Field(self.tr("What is entered"), self.result),
            Field(
                self.tr("Why"),
                self.reason,
                hint=self.tr("The minutes print what the rules give, and this reason."),
                required=self.tr("Say why the result is another."),
            ),
        )
        self.votes.textChanged.connect(self._preview)
        self._preview()
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Enter it."""
        typed = self._typing.ballot(self.votes.text(), self._context.voters)
        ballot = Ballot(
            typed.method,
            entry=typed.entry,
            casting=typed.casting,
            override=VoteResult(self.result.value()),
            override_reason=self.reason.text(),
        )
        answer = self.desk.workspace.do(
            put_decision, self._item_id, ballot, accept=accept, when=self._when, at=now()
        )
        return Saved(answer.decision_id if answer.is_saved else "", answer.warnings)

    def _preview(self, *_text: str) -> None:
        typed = self._typing.ballot(self.votes.text(), self._context.voters)
        preview = preview_vote(self._context.basis, typed)
        problem = preview.problem
        if preview.outcome is None:
            word = formats.sentence(problem) if problem is not None else ""
            self._pill.set_state(self.tr("Cannot be entered"), "bad", "triangle-alert")
            self._line.setText(word)
            return
        self._pill.set_state(label_of(preview.outcome.result), "mute", "scale")
        self._line.setText(self._words.arithmetic(preview, self._context.basis))


class DissentForm(SideForm):
    """Whose opinion differs, its words, or until when they will come. Without an id a new one."""

    def __init__(
        self,
        screen: Screen,
        decision: DecisionRow,
        people: Sequence[RollRow],
        *,
        dissent_id: str = "",
    ) -> None:
        super().__init__(screen, "")
        self._decision_id, self._dissent_id = decision.decision_id, dissent_id
        number = formats.numbered(decision.number) if decision.number else ""
        self.title.setText(self.tr("Different opinion"))
        self.subtitle.setText(self.tr("on decision {number}").format(number=number))
        self.subtitle.setVisible(bool(number))
        self.done_text = self.tr("The opinion is an annex of the minutes")
        data = DissentData("")
        if dissent_id:
            data = self.desk.workspace.ask(get_dissent, dissent_id)
        options = [Option(one.acting_id, one.institution or one.name, one.name) for one in people]
        self.who = Combo(options, value=data.attendance_id)
        self.who.setObjectName("attendance_id")
        self.text = TextEdit(data.text, lines=8)
        self.text.setObjectName("dissent_text")
        self.until = DateEdit(data.promised_by)
        self.until.setObjectName("promised_by")
        self.put(
            Field(self.tr("Who"), self.who, required=self.tr("Choose who it is.")),
            Field(self.tr("Text"), self.text),
            Field(
                self.tr("Will be given until"),
                self.until,
                hint=self.tr("While there is no text: the minutes print the date."),
            ),
        )
        self.remove_button = Button(self.tr("Remove"), kind="ghost", icon="trash-2")
        self.remove_button.clicked.connect(self._remove)
        self.remove_button.setVisible(bool(dissent_id))
        self.buttons.addWidget(self.remove_button)
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Note it."""
        _ = accept
        data = DissentData(self.who.value(), self.text.text(), self.until.value())
        do = self.desk.workspace.do
        if self._dissent_id:
            return do(update_dissent, self._dissent_id, data, at=now())
        return do(add_dissent, self._decision_id, data, at=now())

    def _remove(self) -> None:
        try:
            self.desk.workspace.do(remove_dissent, self._dissent_id, at=now())
        except DcmError as error:
            self.strip.say(formats.sentence(error), "bad")
            return
        self.owner.say_done(self.tr("The opinion is removed"))
        self.closed.emit()
