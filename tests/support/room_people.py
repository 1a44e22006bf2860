"""What the tests of people in the room share: parts of the window, rules, kinds of session."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.support.builders import PREPARED_AT, Room
from tests.support.people import FOUNDED_ON
from tests.support.room_window import RoomWindow

from dcm_desktop.domain.rules import Rules
from dcm_desktop.usecases import office, sessions
from dcm_desktop.usecases.saving import ACCEPT_ALL


def part(window: RoomWindow, kind: type) -> object:
    found = window.screen.findChild(kind)
    assert found is not None
    return found


def new_rules(room: Room, **values: Any) -> None:
    """Another version of the rules in force on the day."""
    room.workspace.do(
        office.add_rules_version,
        room.kit.mechanism_id,
        replace(Rules(), **values),
        adopted_on=FOUNDED_ON + timedelta(days=2),
        source="Правилник, чл. 10",
        accept=ACCEPT_ALL,
        at=PREPARED_AT,
    )


def change(room: Room, **values: Any) -> None:
    """Another kind or form of the session."""
    data = room.workspace.ask(sessions.get_session_data, room.session_id)
    room.workspace.do(
        sessions.update_session, room.session_id, replace(data, **values), at=room.now
    )
