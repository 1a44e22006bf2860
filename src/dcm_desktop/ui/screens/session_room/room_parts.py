"""The parts of the room, in the order they stand in. A new part is a line here."""

from typing import TYPE_CHECKING

from dcm_desktop.ui.screens.session_room.break_bar import BreakBar
from dcm_desktop.ui.screens.session_room.brief import BriefCard
from dcm_desktop.ui.screens.session_room.declarations_bar import DeclarationsBar
from dcm_desktop.ui.screens.session_room.doors_bar import DoorsBar
from dcm_desktop.ui.screens.session_room.drift_bar import DriftBar
from dcm_desktop.ui.screens.session_room.floor import FloorBar, FloorCard
from dcm_desktop.ui.screens.session_room.hall_card import HallCard
from dcm_desktop.ui.screens.session_room.part import RoomBar, RoomCard, RoomPage
from dcm_desktop.ui.screens.session_room.questions import QuorumWatch
from dcm_desktop.ui.screens.session_room.review import Review
from dcm_desktop.ui.screens.session_room.safe_mask import SafeBar
from dcm_desktop.ui.screens.session_room.section import Section
from dcm_desktop.ui.screens.session_room.written_page import WrittenPage

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen


def sections(room: "RoomScreen") -> tuple[Section, ...]:
    """Sections of the middle column after discussion, proposal, decision and tasks."""
    return (Review(room),)


def cards(room: "RoomScreen") -> tuple[RoomCard, ...]:
    """Cards of the right column below the attendance."""
    return (FloorCard(room), HallCard(room), BriefCard(room))


def bars(room: "RoomScreen") -> tuple[RoomBar, ...]:
    """Bars between the columns and the strip."""
    doors, pause = DoorsBar(room), BreakBar(room)
    watch, unsigned = QuorumWatch(room, doors, pause), DeclarationsBar(room)
    return (SafeBar(room), watch, unsigned, doors, pause, FloorBar(room), DriftBar(room))


def pages(room: "RoomScreen") -> tuple[RoomPage, ...]:
    """Pages over the items, after the roll call."""
    return (WrittenPage(room),)
