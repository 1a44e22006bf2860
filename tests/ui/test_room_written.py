"""A written procedure in the room: answers typed as they come, counted at the end."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from tests.support.builders import (
    PREPARED_AT,
    Room,
)
from tests.support.people import FOUNDED_ON
from tests.support.room_window import CTRL, RoomWindow

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    SessionKind,
    SessionStatus,
)
from dcm_desktop.ui.screens.session_room.written_page import WrittenPage
from dcm_desktop.usecases import office, sessions
from dcm_desktop.usecases.saving import ACCEPT_ALL

pytestmark = pytest.mark.qt_no_exception_capture
SHIFT = Qt.KeyboardModifier.ShiftModifier


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


def test_written_votes_are_typed_and_counted(room: Room, seen: RoomWindow) -> None:
    """D1: a written procedure by number and sign; who did not answer is recorded."""
    new_rules(room, written_procedure=True)
    change(room, kind=SessionKind.WRITTEN)
    due = room.now + timedelta(days=2)
    room.workspace.do(sessions.set_deadline, room.session_id, due, at=room.now)
    seen.settle()
    seen.press(Qt.Key.Key_F2)
    seen.press(Qt.Key.Key_Return)
    assert seen.view().status is SessionStatus.OPEN
    item_id = room.item(1)
    room.workspace.do(sessions.update_decision_text, item_id, "Приема плана.", at=room.now)
    seen.settle()
    seen.press(Qt.Key.Key_F3)
    for number in range(1, 9):
        seen.write(f"{number}+")
    seen.write("9-")
    page = part(seen, WrittenPage)
    assert isinstance(page, WrittenPage)
    assert not page.tally.isEnabled()
    seen.tick(60 * 48)
    seen.settle()
    seen.press(Qt.Key.Key_Return, CTRL)
    current = seen.view(item_id).current
    assert current is not None
    vote = current.decisions[0].vote
    assert vote is not None
    assert (vote.counts.for_n, vote.counts.against_n, vote.counts.not_voting_n) == (8, 1, 6)
    assert current.decisions[0].number == "1-1"
