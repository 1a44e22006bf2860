"""The keys of the room as one table; parts add theirs with `room_keys()`."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dcm_desktop.ui.screens.session_room.part import RoomKey

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen


class KeyTable(QObject):
    """Keys that work everywhere in the room, in the order of the F1 sheet."""

    def rows(self, room: "RoomScreen") -> tuple[RoomKey, ...]:
        """The table."""
        wires = room.wires
        to = partial(partial, room.to_field)
        return (
            RoomKey("F2", self.tr("open · break · resume"), wires.go_on),
            RoomKey(
                "F3", self.tr("roll call: number and sign, Ctrl+Enter the rest"), room.show_roll
            ),
            RoomKey("F5", self.tr("discussion: Enter adds the line"), to("line")),
            RoomKey(
                "F6", self.tr("decision; Ctrl+Enter adopts without objections"), to("decision_text")
            ),
            RoomKey("Shift+F5", self.tr("what was reported, as one text"), to("reporting_text")),
            RoomKey("Shift+F6", self.tr("proposal"), to("proposal")),
            RoomKey(
                "F7",
                self.tr("task: text @institution !+14; again a commitment"),
                wires.to_task,
            ),
            RoomKey("F8", self.tr("vote: 12-0-1; again by name, again secret"), wires.to_vote),
            RoomKey("Shift+F8", self.tr("one vote for several items"), room.menu.decide.open_block),
            RoomKey("Shift+F11", self.tr("checklist of the principles"), room.menu.open_checklist),
            RoomKey("Shift+F2", self.tr("close the session"), wires.ask_close),
            RoomKey("Ctrl+PgDown", self.tr("next item"), partial(wires.step, 1)),
            RoomKey("Ctrl+PgUp", self.tr("item before"), partial(wires.step, -1)),
            RoomKey("Ins", self.tr("add an item"), room.menu.add_item),
        )
