"""What else can be done to a vote: several items at once, another result, a different opinion."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from dcm_desktop.domain.terms import SessionStatus, VoteSubject
from dcm_desktop.ui.screens.session_room.vote_forms import BlockForm, DissentForm, OverrideForm
from dcm_desktop.usecases.sessions.item_view import DecisionRow

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen

Add = Callable[[QMenu, str, str, Callable[[], object]], None]


class DecideMenu(QObject):
    """Opens the forms of votes and opinions at the side of the room."""

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(room)
        self._room = room

    def add_to(self, menu: QMenu, add: Add) -> None:
        """Those of the entries that can be done now."""
        view = self._room.view
        if view is None or view.current is None:
            return
        if view.status is SessionStatus.OPEN:
            add(menu, self.tr("One vote for several items …"), "list-checks", self.open_block)
            if self._votes_on_decision():
                add(menu, self.tr("Another result of the vote …"), "scale", self.open_override)
        if view.current.decisions:
            add(menu, self.tr("Different opinion …"), "text", self.add_dissent)

    def open_block(self) -> None:
        """Choose items and vote once."""
        room = self._room
        context = room.panel.vote.context
        if room.view is None or room.view.status is not SessionStatus.OPEN or context is None:
            room.strip.say(self.tr("Take an item up first; then several can be voted on."), "mute")
            return
        room.finish_typing()
        when = room.clock.moment()
        room.put_panel(BlockForm(room, room.view.session_id, context, when))

    def open_override(self) -> None:
        """Enter another result than the rule gives."""
        room = self._room
        context, item = room.panel.vote.context, room.panel.item
        if context is None or item is None or not self._votes_on_decision():
            return
        room.finish_typing()
        typed, when = room.panel.vote.entry.text(), room.clock.moment()
        room.put_panel(OverrideForm(room, item.item_id, context, typed, when))

    def add_dissent(self) -> None:
        """A different opinion on the last decision that was put."""
        item = self._room.panel.item
        if item is not None and item.decisions:
            self._open_dissent(item.decisions[-1], "")

    def edit_dissent(self, dissent_id: str) -> None:
        """One that was noted."""
        item = self._room.panel.item
        for row in item.decisions if item is not None else ():
            if any(one.dissent_id == dissent_id for one in row.dissents):
                self._open_dissent(row, dissent_id)

    def _open_dissent(self, row: DecisionRow, dissent_id: str) -> None:
        view = self._room.view
        if view is not None:
            people = tuple(one for one in view.members if one.in_room or one.until)
            form = DissentForm(self._room, row, people, dissent_id=dissent_id)
            self._room.put_panel(form)

    def _votes_on_decision(self) -> bool:
        vote = self._room.panel.vote
        return not vote.isHidden() and vote.subject is VoteSubject.DECISION
