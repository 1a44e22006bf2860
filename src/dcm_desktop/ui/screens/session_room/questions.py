"""Questions of the room that wait: the quorum was lost, who stays in the closed part, a break.

They take no keyboard: Shift+F3 goes to the one that is open.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.commands import Command
from dcm_desktop.ui.screens.session_room.break_bar import BreakBar
from dcm_desktop.ui.screens.session_room.doors_bar import DoorsBar
from dcm_desktop.ui.screens.session_room.item_people import ItemPeople
from dcm_desktop.ui.screens.session_room.part import RoomBar, RoomKey
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.sessions.quorum import (
    QuorumAnswer,
    QuorumQuestion,
    answer_quorum_question,
)
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen


class QuorumWatch(RoomBar):
    """Asks once what to do when the quorum is lost, says when it is there again."""

    concerns = frozenset({"room_event", "session_break", "proxy"})

    def __init__(self, room: "RoomScreen", doors: DoorsBar, pause: BreakBar) -> None:
        super().__init__()
        self._room, self._doors, self._pause = room, doors, pause
        self._asked: set[str] = set()
        self._question: QuorumQuestion | None = None
        self._had: bool | None = None
        self.hide()

    def show_room(self, view: RoomView) -> None:
        """Ask about what is new."""
        self._question = view.live.question
        is_open = view.status is SessionStatus.OPEN
        if self._question is not None and self._question.event_id not in self._asked:
            self._asked.add(self._question.event_id)
            self._room.strip.say(self._text(self._question), "bad", self._acts(view))
        elif is_open and self._had is False and view.quorum.has_quorum:
            words = self.tr("There is a quorum: {present} present, {needed} needed.")
            text = words.format(present=view.quorum.present, needed=view.quorum.needed)
            self._room.strip.say(text, "ok")
        self._had = view.quorum.has_quorum if is_open else None

    def room_keys(self) -> Sequence[RoomKey]:
        """The key to the open question."""
        return (RoomKey("Shift+F3", self.tr("answer the open question"), self.answer),)

    def commands(self) -> Sequence[Command]:
        """Who was there, for the palette."""
        return (Command(self.tr("Who was in the room for this item"), self._show_people),)

    def _show_people(self) -> None:
        view = self._room.view
        if view is not None and view.current is not None:
            workspace = self._room.desk.workspace
            self._room.put_panel(ItemPeople(workspace, view.current.item_id))

    def answer(self) -> None:
        """Go to the question that is open."""
        view = self._room.view
        if self._question is not None and view is not None:
            self._room.ask(self._text(self._question), self._acts(view))
        elif not self._doors.isHidden():
            self._doors.take_keyboard()
        elif not self._pause.isHidden():
            self._pause.take_keyboard()
        else:
            self._room.strip.say(self.tr("No question is open."), "mute")

    def _text(self, question: QuorumQuestion) -> str:
        words = self.tr(
            "{time}: the quorum is lost, {present} present of {needed} needed. What now? (Shift+F3)"
        )
        return words.format(
            time=formats.time_of(question.at), present=question.present, needed=question.needed
        )

    def _acts(self, view: RoomView) -> list[Act]:
        acts = [
            Act(self.tr("Go on without deciding"), self._go_on, cap="Enter"),
            Act(self.tr("Break"), self._break),
        ]
        reduced = view.live.reduced
        if reduced is not None and not reduced.in_force and now() >= reduced.from_at:
            words = self.tr("Smaller quorum: {n}").format(n=reduced.needed)
            acts.append(Act(words, self._reduce))
        if not any(row.decision_numbers for row in view.items):
            acts.append(Act(self.tr("It did not take place"), self._not_held))
        return acts

    def _go_on(self) -> None:
        self._send(QuorumAnswer.GO_ON)

    def _break(self) -> None:
        self._send(QuorumAnswer.BREAK)

    def _reduce(self) -> None:
        self._send(QuorumAnswer.REDUCED)

    def _not_held(self) -> None:
        self._send(QuorumAnswer.NOT_HELD)

    def _send(self, answer: QuorumAnswer) -> None:
        question = self._question
        if question is not None:
            self._room.desk.workspace.do(
                answer_quorum_question,
                question.event_id,
                answer,
                when=self._room.clock.moment(),
                at=now(),
            )
