"""What the members said, counted; it is a promise and never a presence."""

from PySide6.QtCore import Signal

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.ui.widgets.boxes import Card, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label, Pill
from dcm_desktop.usecases.sessions.convening import ConveningView


class AnswersCard(Card):
    """Numbers, whether they are enough, and the key that takes them into the roll."""

    apply_requested = Signal()
    """Mark in the roll those who will not come."""

    def __init__(self) -> None:
        super().__init__(spacing=4, margins=(16, 12, 16, 12))
        self.pill = Pill("", "mute")
        self.coming = Label("", "small", wrap=True)
        self.missing = Label("", "small", "text2", wrap=True)
        self.unasked = Label("", "small", "text2", wrap=True)
        self.note = Label(
            self.tr("A promise, not a presence: the roll call counts."), "caption", "text3",
            wrap=True,
        )  # fmt: skip
        self.apply_button = Button(self.tr("Into the roll"), icon="user-minus", cap="Ctrl+Enter")
        self.apply_button.setObjectName("applyAnswers")
        self.apply_button.clicked.connect(self.apply_requested)
        self.add(
            hbox(Label(self.tr("By telephone"), "heading"), None),
            hbox(self.pill, None),
            4,
            self.coming,
            self.missing,
            self.unasked,
            self.note,
            4,
            hbox(self.apply_button, None),
        )

    def set_narrow(self, narrow: bool) -> None:
        """Little room: the key without its cap."""
        self.apply_button.set_capped(not narrow)

    def show_view(self, view: ConveningView, *, editable: bool) -> None:
        """Show the counts."""
        said = view.expected
        votes = sum(1 for row in said.rows if row.votes)
        self.coming.setText(
            self.tr("Will come or be represented: {n} of {of} with a vote").format(
                n=said.coming, of=votes
            )
        )
        self.missing.setText(self.tr("Will not come: {n}").format(n=said.missing))
        self.unasked.setText(self.tr("Not asked yet: {n}").format(n=said.unasked))
        if not said.needed:
            self.pill.set_state(self.tr("no quorum is needed"), "mute", "")
        elif said.coming >= said.needed:
            words = self.tr("enough for the quorum of {n}").format(n=said.needed)
            self.pill.set_state(words, "ok", "check")
        elif votes - said.missing < said.needed:
            words = self.tr("no quorum of {n} is to be expected").format(n=said.needed)
            self.pill.set_state(words, "bad", "triangle-alert")
        else:
            words = self.tr("not yet enough for {n}").format(n=said.needed)
            self.pill.set_state(words, "warn", "clock")
        convened = view.status is SessionStatus.CONVENED
        self.apply_button.setEnabled(editable and convened and said.missing > 0)
