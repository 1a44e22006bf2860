"""The closed part as one act: who goes out, who stays, who heard it, who comes back."""

import pytest
from tests.support.builders import (
    Mechanism15,
    Room,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop.domain.terms import (
    SessionStatus,
)
from dcm_desktop.errors import RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import RollSign


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    return make_session(workspace, kit)


@pytest.fixture
def closed(workspace: Workspace, room: Room) -> Room:
    """A case as the third item, a guest and two associates in the room."""
    add_case_item(room, make_case(workspace, room.kit))
    guest = sessions.GuestData("Людмила Цонева", "Фондация „Мост“", "експерт")
    workspace.do(sessions.add_guest, room.session_id, guest, at=room.now)
    room.open()
    return room


def logged(room: Room) -> list[str]:
    """Kinds of the lines of the log."""
    return [row.kind.value for row in room.workspace.ask(sessions.list_events, room.session_id)]


def test_everybody_without_a_vote_goes_out_at_once(closed: Room) -> None:
    """E4: one act, one time; the log has its beginning; who stays is asked."""
    closed.start(3)
    part = closed.view().live.closed_part
    assert part is not None
    assert (part.since, part.outside, len(part.rows)) == (closed.now, 3, 3)
    outs = [row for row in closed.view().others if row.sign is RollSign.LEFT]
    assert {row.until for row in outs} == {closed.now}
    kinds = [
        row.kind.value for row in closed.workspace.ask(sessions.list_events, closed.session_id)
    ]
    assert kinds == ["closed_part_begun"]


def test_who_stays_needs_a_declaration_and_a_guest_a_reason(closed: Room) -> None:
    """E4, H14: without a signed declaration a guest must leave the closed part."""
    closed.start(3)
    part = closed.view().live.closed_part
    assert part is not None
    guest = next(row for row in part.rows if row.capacity.value == "guest")
    do = closed.workspace.do
    with pytest.raises(RuleBroken) as refused:
        do(sessions.let_stay, guest.attendance_id, reason="преводач", at=closed.tick())
    assert refused.value.code == "guest.must_leave"
    do(sessions.sign_declaration, guest.attendance_id, at=closed.tick())
    do(sessions.let_stay, guest.attendance_id, reason="преводач", at=closed.tick())
    part = closed.view().live.closed_part
    assert part is not None
    assert part.outside == 2
    heard = [row.name for row in closed.workspace.ask(sessions.heard_by, closed.item(3))]
    assert "Людмила Цонева" in heard
    assert "Емил Раков" not in heard
    assert len(heard) == 17
    do(sessions.send_out, guest.attendance_id, at=closed.tick())
    part = closed.view().live.closed_part
    assert part is not None
    assert part.outside == 3


def test_leaving_the_closed_part_brings_them_back(closed: Room) -> None:
    """E4: the next open item calls everybody back who went out for it, at one time."""
    closed.start(3)
    closed.start(1)
    view = closed.view()
    assert view.live.closed_part is None
    assert all(row.in_room for row in view.others)
    kinds = [
        row.kind.value for row in closed.workspace.ask(sessions.list_events, closed.session_id)
    ]
    assert kinds == ["closed_part_begun", "closed_part_ended"]


def test_the_closed_part_ends_before_the_next_item(closed: Room) -> None:
    """E4: ended by its own key once the item is over, not while it runs."""
    closed.decide(3, "Подкрепя семейството.")
    with pytest.raises(RuleBroken) as refused:
        closed.workspace.do(sessions.end_closed_part, closed.session_id, at=closed.tick())
    assert refused.value.code == "closed_part.item_running"
    closed.workspace.do(sessions.finish_item, closed.item(3), at=closed.tick())
    closed.workspace.do(sessions.end_closed_part, closed.session_id, at=closed.tick())
    assert all(row.in_room for row in closed.view().others)


def test_case_items_are_seen_closed_in_the_open_session(closed: Room) -> None:
    """E4: two cases in a row are one closed part."""
    add_case_item(closed, make_case(closed.workspace, closed.kit, at=closed.now))
    closed.start(3)
    closed.start(4)
    kinds = [
        row.kind.value for row in closed.workspace.ask(sessions.list_events, closed.session_id)
    ]
    assert kinds == ["closed_part_begun"]
    assert closed.view().status is SessionStatus.OPEN
