"""A written procedure in the room: answers typed as they come, counted at the end."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from tests.support.builders import (
    Room,
)
from tests.support.room_people import change, new_rules, part
from tests.support.room_window import CTRL, RoomWindow

from dcm_desktop.domain.terms import (
    SessionKind,
    SessionStatus,
)
from dcm_desktop.ui.screens.session_room.written_page import WrittenPage
from dcm_desktop.usecases import sessions

pytestmark = pytest.mark.qt_no_exception_capture
SHIFT = Qt.KeyboardModifier.ShiftModifier


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
