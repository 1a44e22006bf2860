"""What the strip says when the room comes back: where it stopped, and whether by accident."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dcm_desktop.ui.clock import now
from dcm_desktop.ui.formats import time_with_seconds
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.sessions.interruptions import (
    Interruption,
    interrupted_at,
    note_interruption,
    tell_interruption,
)

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen


class ResumeStrip(QObject):
    """Notes a gap in the log, says until when was written, and asks to call the roll again."""

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(room)
        self._room = room
        self._gap: Interruption | None = None

    def arrive(self, session_id: str) -> None:
        """The program was started anew while this session was at work."""
        workspace = self._room.desk.workspace
        stopped = workspace.ask(interrupted_at)
        roll = Act(self.tr("Who is here?"), self._room.show_roll, cap="Enter")
        if stopped is None:
            text = self.tr("The session goes on where it stopped; check who is here (F3).")
            self._room.strip.say(text, "mute")
            return
        self._gap = workspace.do(note_interruption, session_id, stopped_at=stopped, at=now())
        words = self.tr("The session was interrupted. Written until {time}, nothing is lost.")
        acts = [roll, Act(self.tr("Tell it in the minutes"), self._tell)]
        self._room.ask(words.format(time=time_with_seconds(stopped)), acts)

    def _tell(self) -> None:
        if self._gap is not None:
            self._room.desk.workspace.do(tell_interruption, self._gap.event_id, at=now())
            self._room.say_done(self.tr("The minutes will tell the interruption"))
