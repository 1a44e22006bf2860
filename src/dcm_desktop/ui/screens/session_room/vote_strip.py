"""The vote strip (F8): `12-0-1`, `+`, or Enter for no objections; F8 again by name, then secret.

The outcome comes from the use case while it is typed; nothing is counted here.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from dcm_desktop.domain.terms import VoteChoice, VoteSubject
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.session_room.vote_entry import VoteContext, VoteEntry, Way
from dcm_desktop.ui.screens.session_room.vote_parts import DotCount, VoteEdit
from dcm_desktop.ui.screens.session_room.vote_words import VoteWords
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.flow import FlowLayout
from dcm_desktop.ui.widgets.labels import ElideLabel, KeyCap, Label, Pill, repolish
from dcm_desktop.ui.widgets.messages import announce
from dcm_desktop.usecases.sessions.voting import Ballot, VotePreview, preview_vote


class VoteStrip(Box):
    """One line for a vote, a second one for its outcome while something is typed."""

    vote_requested = Signal(object, object)
    """Enter: carries the `Ballot` and the codes of the warnings that were shown with it."""
    recusal_requested = Signal(str)
    """A voter stands aside in this item; carries the row of the roll."""
    left = Signal()
    """Esc: back to the item."""

    def __init__(self) -> None:
        super().__init__(name="inset", spacing=6, margins=(12, 8, 12, 8))
        self._words, self._plurals = VoteWords(), Plurals()
        self._context: VoteContext | None = None
        self._typing = VoteEntry()
        self._shown: frozenset[str] = frozenset()
        self.entry = VoteEdit(hint="12-0-1", name=self.tr("Votes: for, against, abstained"))
        self.entry.setObjectName("vote_entry")
        self.entry.setFixedWidth(theme.px(80))
        self._title = Label(self.tr("Vote"), "smallm", "soft_text")
        self._for = DotCount("ok_solid", self.tr("for"))
        self._against = DotCount("bad_solid", self.tr("against"))
        self._abstain = DotCount("mute_solid", self.tr("abstained"))
        self._hint = ElideLabel("", "caption", "text2")
        self._gap = QWidget()
        self._way_button = Button(kind="tool", icon="users", name=self.tr("Other way of voting"))
        self._way_button.clicked.connect(self.next_way)
        self.button = Button("", kind="primary", cap="Enter")
        self.button.clicked.connect(self.enter)
        self._line = hbox(
            self._title, KeyCap("F8"), 2, self.entry, self._for, self._against, self._abstain,
            (self._hint, 1), (self._gap, 1), self._way_button, self.button, spacing=7,
        )  # fmt: skip
        self.add(self._line)
        self._pill = Pill()
        self._sum = ElideLabel("", "caption", "soft_text")
        self._second = Box(self._pill, (self._sum, 1), row=True)
        self._chips = QWidget()
        self._flow = FlowLayout(spacing=6, parent=self._chips)
        self.add(self._second, self._chips)
        self.entry.textChanged.connect(self._typed)
        self.entry.entered.connect(self.enter)
        self.entry.cancelled.connect(self._cancel)
        self._show()

    @property
    def way(self) -> Way:
        """How votes are typed now."""
        return self._typing.way

    @property
    def context(self) -> VoteContext | None:
        """What a vote stands on now."""
        return self._context

    @property
    def subject(self) -> VoteSubject:
        """What is voted on."""
        return self._context.subject if self._context is not None else VoteSubject.DECISION

    @property
    def sentence(self) -> str:
        """What the second line says; empty when hidden."""
        if self._second.isHidden():
            return ""
        return " ".join(part for part in (self._pill.text, self._sum.full_text) if part)

    def set_context(self, context: VoteContext | None) -> None:
        """Show what a vote would stand on now; None when nothing may be voted on."""
        self._context = context
        self.setVisible(context is not None)
        if context is not None:
            self._typing.keep(context.voters)
        self._show()

    def start(self) -> None:
        """F8: take the keyboard; pressed here again, another way of voting."""
        if self.entry.hasFocus():
            self.next_way()
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.entry.selectAll()

    def next_way(self) -> None:
        """Counts, by name, secret, and round."""
        self._typing.clear(Way((self.way + 1) % len(Way)))
        self.entry.clear()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def reset(self) -> None:
        """The vote was entered: forget it."""
        self._typing.clear()
        self.entry.clear()
        self._show()

    def set_primary(self, primary: bool) -> None:
        """A screen has one primary button: not this one while a form is open."""
        self.button.set_kind("primary" if primary else "")

    def enter(self) -> None:
        """Enter what is typed, with the warnings that stand there; what cannot be is said again."""
        if not self.button.isEnabled():
            announce(self, self.sentence)
        elif self._context is not None:
            self.vote_requested.emit(self._ballot(), self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key cap goes first when the line gets tight."""
        super().resizeEvent(event)
        self._fit()

    # Inside

    def _fit(self) -> None:
        """Show the key cap where the whole line has room for it."""
        self.button.set_capped(True)
        items = [self._line.itemAt(place) for place in range(self._line.count())]
        parts = [item.widget() for item in items if item is not None]
        shown = [part for part in parts if part is not None and not part.isHidden()]
        need = sum(0 if part in (self._gap, self._hint) else _wide(part) for part in shown)
        need += self._line.spacing() * (len(shown) - 1) + 2
        self.button.set_capped(self.contentsRect().width() - 24 >= need)

    def _ballot(self) -> Ballot:
        voters = self._context.voters if self._context is not None else ()
        return self._typing.ballot(self.entry.text(), voters)

    def _typed(self, text: str) -> None:
        context = self._context
        done = self._typing.take(text, context) if context is not None else None
        if done is None or not done.taken:
            self._show()
            return
        self.entry.clear()
        self._show()
        if done.unknown is not None:
            words = self.tr("Number {number} does not vote now.").format(number=done.unknown)
            self._say_problem(words)
        elif done.recused:
            self.recusal_requested.emit(done.recused)

    def _show(self) -> None:
        context = self._context
        if context is None:
            return
        text = self.entry.text().strip()
        active = bool(text) or self.way is Way.NAMED or self._typing.is_begun
        preview = preview_vote(context.basis, self._ballot())
        counts = preview.counts
        by_name = self.way is Way.NAMED
        with_dots = self._typing.is_begun if by_name else bool(text)
        for dot, count in (
            (self._for, counts.for_n),
            (self._against, counts.against_n),
            (self._abstain, counts.abstain_n),
        ):
            dot.set_count(count)
            dot.setVisible(with_dots)
        self._abstain.set_text(self._plurals.held_after(counts.abstain_n))
        counted = with_dots and self.way is not Way.SECRET
        self._way_button.setVisible(not counted)
        self._hint.setVisible(not with_dots)
        self._gap.setVisible(with_dots)
        self.entry.setFixedWidth(theme.px(110 if self.way is Way.SECRET else 80))
        self._hint.setText(self._hint_text(active))
        self.entry.setPlaceholderText("4-" if self.way is Way.NAMED else "12-0-1")
        self._title.setText(
            {
                Way.COUNTS: self.tr("Vote"),
                Way.NAMED: self.tr("By name"),
                Way.SECRET: self.tr("Secret"),
            }[self.way]
        )
        self._say_button(preview, context)
        self._say_outcome(preview, context, active)
        self._show_chips(context)
        self._fit()

    def _hint_text(self, active: bool) -> str:
        if self.way is Way.NAMED:
            return self.tr("number and sign: - against, / abstained, ! recused · + the rest for")
        if active:
            return ""
        if self.way is Way.SECRET:
            return self.tr("for-against-abstained-blank-invalid · number and * counts the votes")
        return self.tr("Enter – without objections · + all for")

    def _say_button(self, preview: VotePreview, context: VoteContext) -> None:
        refused = preview.outcome is not None and not preview.outcome.adopted
        words = self.tr("Record the vote") if refused else self._verb(context)
        self.button.set_text(words.format(number=context.number).replace("№ ", "№\u00a0"))
        self.button.setEnabled(preview.may_enter)

    def _verb(self, context: VoteContext) -> str:
        return {
            VoteSubject.DECISION: self.tr("Adopt № {number}"),
            VoteSubject.AGENDA: self.tr("Adopt the agenda"),
            VoteSubject.ADDED_ITEM: self.tr("Put it on the agenda"),
        }[context.subject]

    def _say_outcome(self, preview: VotePreview, context: VoteContext, active: bool) -> None:
        self._shown = frozenset()
        without_quorum = not context.basis.has_quorum
        self._second.setVisible(active or without_quorum)
        if not active and not without_quorum:
            self._set_live(False)
            return
        if preview.outcome is None:
            self._say_open(preview, context)
            return
        self._set_live(True)
        word, tone, sign = self._words.outcome(preview.outcome)
        line = self._words.arithmetic(preview, context.basis)
        self._sum.set_tone("soft_text")
        if preview.warnings:
            self._shown = frozenset(finding.code for finding in preview.warnings)
            line = " ".join(formats.sentence(finding) for finding in preview.warnings)
            if "vote.tie_chair_decides" in self._shown:
                line = f"{line} {self.tr('= for, =- against.')}"
            self._sum.set_tone("warn")
        self._pill.setVisible(True)
        self._pill.set_state(word, tone, sign)
        self._sum.setText(line)

    def _say_open(self, preview: VotePreview, context: VoteContext) -> None:
        """Why it cannot be entered yet; in a vote by name, who has not answered."""
        problem = preview.problem
        left = self._typing.unanswered(context.voters)
        if problem is None or problem.code != "vote.unanswered":
            self._say_problem(formats.sentence(problem) if problem is not None else "")
            return
        self._set_live(True)
        names = ", ".join(f"{voter.number} {voter.name}" for voter in left)
        self._pill.setVisible(True)
        self._pill.set_state(self.tr("Not answered: {n}").format(n=len(left)), "warn", "clock")
        self._sum.set_tone("soft_text")
        self._sum.setText(names)

    def _say_problem(self, sentence: str) -> None:
        self._second.show()
        self._set_live(True)
        self._pill.setVisible(bool(sentence))
        self._pill.set_state(self.tr("Cannot be entered"), "bad", "triangle-alert")
        self._sum.set_tone("bad")
        if sentence != self._sum.full_text:
            announce(self, sentence)
        self._sum.setText(sentence)

    def _show_chips(self, context: VoteContext) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        for attendance_id, text in self._chip_texts(context):
            chip = Button(text, kind="chip", trail="x")
            chip.setProperty("attendance", attendance_id)
            chip.clicked.connect(self._chip_pressed)
            self._flow.addWidget(chip)
        self._chips.setVisible(self._flow.count() > 0)

    def _chip_texts(self, context: VoteContext) -> list[tuple[str, str]]:
        """Exceptions of a vote by name, or those who count a secret one."""
        if self.way is Way.SECRET:
            people = {one.attendance_id: one for one in context.people}
            counts = self.tr("counts the votes")
            found = [people[row] for row in self._typing.tellers if row in people]
            return [(one.attendance_id, f"{one.number}  {one.name} – {counts}") for one in found]
        words = {
            VoteChoice.FOR: self.tr("for"),
            VoteChoice.AGAINST: self.tr("against"),
            VoteChoice.ABSTAIN: self.tr("abstained"),
            VoteChoice.NOT_VOTING: self.tr("does not vote"),
        }
        marked = self._typing.answers
        return [
            (one.attendance_id, f"{one.number}  {one.name} – {words[marked[one.attendance_id]]}")
            for one in context.voters
            if one.attendance_id in marked
            and (marked[one.attendance_id] is not VoteChoice.FOR or not self._typing.rest_for)
        ]

    def _chip_pressed(self) -> None:
        chip = self.sender()
        if chip is not None:
            self._typing.drop(str(chip.property("attendance")))
        self._show()

    def _set_live(self, live: bool) -> None:
        name = "live" if live or self.entry.hasFocus() else "inset"
        if self.objectName() != name:
            self.setObjectName(name)
            repolish(self)

    def _cancel(self) -> None:
        if self.entry.text() or self._typing.is_begun or self.way is not Way.COUNTS:
            self.reset()
        else:
            self.left.emit()


def _wide(part: QWidget) -> int:
    """Width a part of the line takes."""
    return part.width() if part.minimumWidth() == part.maximumWidth() else part.sizeHint().width()
