"""The parts of the room, in the order they stand in. A new part is a line here."""

from typing import TYPE_CHECKING

from dcm_desktop.ui.screens.session_room.attendance_panel import HallCard
from dcm_desktop.ui.screens.session_room.part import RoomBar, RoomCard, RoomPage
from dcm_desktop.ui.screens.session_room.section import Section

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen


def sections(room: "RoomScreen") -> tuple[Section, ...]:
    """Sections of the middle column after discussion, proposal, decision and tasks."""
    del room
    return ()


def cards(room: "RoomScreen") -> tuple[RoomCard, ...]:
    """Cards of the right column below the attendance."""
    del room
    return (HallCard(),)


def bars(room: "RoomScreen") -> tuple[RoomBar, ...]:
    """Bars between the columns and the strip."""
    del room
    return ()


def pages(room: "RoomScreen") -> tuple[RoomPage, ...]:
    """Pages over the items, after the roll call."""
    del room
    return ()
