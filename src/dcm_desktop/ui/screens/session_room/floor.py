"""The card „The floor“ (F4): who speaks, for how long, who follows; in a narrow window a bar.

Its field takes numbers or names. While it is empty: Enter gives the floor, Space pauses, `+` and
`-` are half a minute, Backspace takes the last one out of the list, Delete ends the speech.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.choices import capital
from dcm_desktop.ui.screens.session_room.floor_acts import FloorActs
from dcm_desktop.ui.screens.session_room.part import RoomBar, RoomCard, RoomKey
from dcm_desktop.ui.screens.session_room.undo_keys import belongs_to_window
from dcm_desktop.ui.widgets.bars import StackBar
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.key_sheet import Key, KeyGroup
from dcm_desktop.ui.widgets.labels import ElideLabel, KeyCap, Label, Pill
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.screen import Fit
    from dcm_desktop.ui.screens.session_room.room import RoomScreen

_TICK_MS = 1_000
_HEAD_REST = 84
"""Margins and gaps of the head, and the button that unfolds it. Unit: pixels."""
_SOLID = {"mute": "accent", "warn": "warn_solid", "bad": "bad_solid"}


class FloorEntry(LineEdit):
    """Numbers or names; while it is empty its keys are those of the timer."""

    queued = Signal(str)
    """Enter with something typed."""
    given = Signal()
    """Enter in the empty field."""
    paused = Signal()
    """Space in the empty field."""
    stepped = Signal(int)
    """`+` or `-` in the empty field."""
    ended = Signal()
    """Delete in the empty field."""
    dropped = Signal()
    """Backspace in the empty field."""
    cancelled = Signal()
    """Esc."""

    def event(self, event: QEvent) -> bool:
        """Undo is the window's while nothing typed can be taken back."""
        undo, redo = self.isUndoAvailable(), self.isRedoAvailable()
        if belongs_to_window(event, can_undo=undo, can_redo=redo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the list and of the timer."""
        key, typed = event.key(), self.text().strip()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.queued.emit(typed) if typed else self.given.emit()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.cancelled.emit()
        elif typed or not self._timer_key(event):
            super().keyPressEvent(event)

    def _timer_key(self, event: QKeyEvent) -> bool:
        """A key of the timer in the empty field; `=` is the plus of a keyboard without Shift."""
        sign = event.text()
        if event.key() == Qt.Key.Key_Space:
            self.paused.emit()
        elif sign in ("+", "=", "-", "–", "−"):
            self.stepped.emit(1 if sign in ("+", "=") else -1)
        elif event.key() == Qt.Key.Key_Delete:
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.dropped.emit()
        else:
            return False
        return True


class FloorControls(Box):
    """The field with its buttons, and the sentence below it."""

    left = Signal()
    """Esc: back to where one was."""

    def __init__(self, acts: FloorActs, name: str, *, row: bool = False) -> None:
        super().__init__(row=row, spacing=4)
        self._acts = acts
        self.entry = FloorEntry(
            hint=self.tr("Number or name; Enter gives the floor"),
            name=self.tr("Who asks for the floor"),
        )
        self.entry.setObjectName(name)
        self.entry.queued.connect(self._queue)
        self.entry.given.connect(self._give)
        self.entry.paused.connect(acts.toggle)
        self.entry.stepped.connect(acts.add)
        self.entry.ended.connect(acts.end)
        self.entry.dropped.connect(acts.drop_last)
        self.entry.cancelled.connect(self.left)
        self._problem = Label("", "caption", "warn", wrap=True)
        self._problem.hide()
        self._give_button = self._tool("hand", self.tr("Give the floor"), self._give)
        self._pause = self._tool("pause", self.tr("Pause"), acts.toggle)
        self._less = self._tool("minus", self.tr("30 s less"), partial(acts.add, -1))
        self._more = self._tool("plus", self.tr("30 s more"), partial(acts.add, 1))
        self._end = self._tool("square", self.tr("End"), acts.end)
        self.buttons = Box(row=True, spacing=0)
        self.buttons.add(self._give_button, self._pause, self._less, self._more, self._end, None)
        self.add((self.entry, 1), self.buttons, self._problem)

    def show_floor(self) -> None:
        """Only what can be done is offered."""
        view = self._acts.view
        floor = view.floor if view is not None else None
        for button in (self._pause, self._less, self._more, self._end):
            button.setEnabled(floor is not None)
        runs = floor is None or floor.timer.runs
        self._pause.set_icon("pause" if runs else "play")
        word = self.tr("Pause") if runs else self.tr("Go on")
        self._pause.setAccessibleName(word)
        self._pause.setToolTip(word)
        can_give = view is not None and bool(view.waiting or view.new_speaker_id)
        self._give_button.setEnabled(can_give)

    def say(self, problem: str) -> None:
        """A sentence below the field; empty: none."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    @property
    def problem(self) -> str:
        """The sentence below the field."""
        return "" if self._problem.isHidden() else self._problem.text()

    def _queue(self, typed: str) -> None:
        if self._acts.queue(typed):
            self.entry.setText("")  # unlike clear() it leaves nothing to take back
            self.say("")
        else:
            self.say(self.tr("Nobody in the hall has this number or name."))

    def _give(self) -> None:
        self.say("" if self._acts.give() else self.tr("Nobody waits for the floor."))

    def _tool(self, icon: str, name: str, run: Callable[[], object]) -> Button:
        button = Button(kind="tool", icon=icon, name=name)
        button.setToolTip(name)
        button.clicked.connect(run)
        return button


class FloorCard(RoomCard):
    """Who has the floor, the timer, the list."""

    concerns = frozenset({"speech", "mechanism"})
    keep = 4

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(_title(), "F4")
        self._room = room
        self.acts = FloorActs(room)
        self._speaker = ElideLabel("", "smallm", "text")
        self._bar = StackBar(8)
        self._bar.setFixedWidth(64)
        self._waiting = ElideLabel("", "caption", "text2")
        self._hint = Label("", "caption", "warn", wrap=True)
        self.controls = FloorControls(self.acts, "speakers")
        self.controls.left.connect(self._leave)
        self.controls.hide()
        self._open = Button(kind="tool", icon="ellipsis", name=self.tr("Speakers and timer (F4)"))
        self._open.clicked.connect(self._begin_here)
        self._line = Box(row=True)
        self._line.add((self._speaker, 1), self._bar)
        below = hbox((self._waiting, 1), self._open, spacing=4)
        self.content.add(self._line, below, self._hint, self.controls)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @property
    def words(self) -> tuple[str, ...]:
        """What stands in the card, for tests."""
        seen = (self.pill, self._speaker, self._waiting, self._hint)
        texts = (self.pill.text, self._speaker.full_text, self._waiting.full_text)
        shown = (*texts, self._hint.text())
        return tuple(t for part, t in zip(seen, shown, strict=True) if not part.isHidden())

    def set_folded(self, folded: bool) -> None:
        """It stays open while its field is."""
        super().set_folded(folded and self.controls.isHidden())

    def show_room(self, view: RoomView) -> None:
        """Show who has the floor, and give it to the line of the discussion."""
        self.acts.show_room(view)
        floor = self.acts.view.floor if self.acts.view is not None else None
        speaker = self.acts.speaker()
        self._speaker.setText(speaker)
        self._line.setVisible(bool(speaker))
        waiting = self.acts.waiting()
        nobody = self.tr("Nobody has asked for the floor")
        self._waiting.setText(capital(waiting) or ("" if speaker else nobody))
        self._waiting.setVisible(bool(self._waiting.full_text))
        shown = view.current.item_id if view.current is not None else ""
        here = floor if floor is not None and floor.item_id == shown else None
        who = here.speaker.attendance_id if here is not None else ""
        word = capital(here.institution) if here is not None else ""
        self._room.panel.discussion.show_floor(who, word)
        self.controls.show_floor()
        self.tick()

    def tick(self) -> None:
        """A second went by."""
        if not self.isVisible() and not self._room.isVisible():
            return
        text, tone, sign = self.acts.state()
        self.pill.set_state(text, tone, sign)
        self._fit_head()
        spent, allowed = self.acts.share()
        self._bar.setVisible(bool(allowed))
        if allowed:
            solid = _SOLID[tone]
            self._bar.set_parts([(spent, solid)], text, allowed)
        hint = self.acts.hint()
        if hint != self._hint.text() or self._hint.isHidden() == bool(hint):
            self._hint.setText(hint)
            self._hint.setVisible(bool(hint))

    def room_keys(self) -> Sequence[RoomKey]:
        """F4."""
        does = self.tr("speakers and timer: number queues, Enter gives the floor")
        return (RoomKey("F4", does, self.begin_here),)

    def key_groups(self) -> Sequence[KeyGroup]:
        """Keys of the field."""
        return (
            KeyGroup(
                self.tr("The floor: number or name, then"),
                (
                    Key("Enter", self.tr("asks for it; in the empty field gives it")),
                    Key(self.tr("Space"), self.tr("pause, go on")),
                    Key("+ −", self.tr("half a minute more or less")),
                    Key("Backspace", self.tr("take the last one out of the list")),
                    Key("Del", self.tr("the speech is over")),
                ),
            ),
        )

    def _fit_head(self) -> None:
        """The key cap goes first when the head gets tight, never the title."""
        cap = self.findChild(KeyCap)
        title = round(theme.advance(self.title.full_text, "heading")) + 2
        self.title.setMinimumWidth(title)
        if cap is not None:
            parts = title + self.pill.sizeHint().width() + cap.sizeHint().width()
            cap.setVisible(self.width() >= parts + _HEAD_REST)

    def begin_here(self) -> None:
        """F4: the field, in the card or in the bar of a narrow window."""
        room = self._room
        room.leave_roll()
        room.finish_typing()
        room.refresh_now()
        if room.columns.medium:
            bar = next(part for part in room.parts if isinstance(part, FloorBar))
            bar.begin_here()
        else:
            self._begin_here()

    def _begin_here(self) -> None:
        self.unfolded.emit(self)
        self.controls.show()
        self._room.columns.right.fit_cards()
        self.controls.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.controls.say("")
        self.controls.hide()
        self._room.columns.right.fit_cards()
        self._room.to_agenda()


class FloorBar(RoomBar):
    """The same in one line, for a window without a right column; seen while it says something."""

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(name="card", row=True, spacing=10, margins=(14, 4, 10, 4))
        self._room = room
        self._medium, self._begun = False, False
        self.pill = Pill("", "mute")
        self._words = ElideLabel("", "small", "text2")
        self.controls: FloorControls | None = None
        self._place = Box(row=True)
        self.box.addLayout(hbox(Label(_title(), "smallm"), KeyCap("F4"), self.pill))
        self.add((self._words, 1), (self._place, 1))
        self._place.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self.hide()

    def show_room(self, view: RoomView) -> None:
        """Show it while somebody has the floor or asks for it."""
        del view
        card = self._card()
        words = [card.acts.speaker(), card.acts.waiting()]
        self._words.setText(" · ".join(part for part in words if part))
        if self.controls is not None:
            self.controls.show_floor()
        wanted = self._begun or bool(card.acts.speaker()) or bool(card.acts.hint())
        self.setVisible(self._medium and wanted)
        self.tick()

    def tick(self) -> None:
        """A second went by."""
        if self.isVisible():
            acts = self._card().acts
            self.pill.set_state(*acts.state())
            hint = acts.hint()
            if hint:
                self._words.setText(hint)

    def fit(self, room: "Fit") -> None:
        """Only a window without a right column needs it."""
        self._medium = room.medium
        if not room.medium:
            self._begun = False
            self.hide()

    def begin_here(self) -> None:
        """F4: the field in the bar."""
        if self.controls is None:
            self.controls = FloorControls(self._card().acts, "speakersBar", row=True)
            self.controls.left.connect(self._leave)
            self._place.add((self.controls, 1))
        self._begun = True
        self._place.show()
        self.show()
        self.tick()
        self.controls.show_floor()
        self.controls.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._begun = False
        self._place.hide()
        view = self._room.view
        if view is not None:
            self.show_room(view)
        self._room.to_agenda()

    def _card(self) -> FloorCard:
        return next(part for part in self._room.parts if isinstance(part, FloorCard))


def _title() -> str:
    return QCoreApplication.translate("FloorCard", "The floor")
