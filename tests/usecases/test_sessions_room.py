"""The session room on a real store: roll, quorum, items, closing."""

import pytest
from tests.support.builders import Mechanism15, Room, make_mechanism_of_15, make_session
from tests.support.stores import StoreKit

from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    MinutesStatus,
    SessionAction,
    SessionStatus,
)
from dcm_desktop.errors import RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import RollSign
from dcm_desktop.usecases.workspace import open_store_with_recovery


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    return make_session(workspace, kit)


def signs(room: Room) -> dict[int, RollSign]:
    return {row.n: row.sign for row in room.view().members}


def test_convened_session_has_a_row_per_voting_seat_and_the_others_apart(room: Room) -> None:
    view = room.view()
    assert [row.n for row in view.members] == list(range(1, 16))
    assert set(signs(room).values()) == {RollSign.EXPECTED}
    assert len(view.others) == 3
    assert view.quorum.needed == 8
    assert view.quorum.seats == 15


def test_roll_marks_show_their_sign_and_move_the_quorum(workspace: Workspace, room: Room) -> None:
    """C7, D2: sign and count with each mark."""
    kit = room.kit
    workspace.do(sessions.mark_absent, room.row(7), excused=True, excuse="болен", at=room.now)
    workspace.do(sessions.mark_absent, room.row(11), excused=False, at=room.now)
    workspace.do(
        sessions.mark_represented,
        room.row(14),
        person_id=kit.people[18],
        authorisation="пълномощно от 24.11.2026",
        at=room.now,
    )
    workspace.do(sessions.mark_rest_present, room.session_id, at=room.now)
    found = signs(room)
    assert (found[7], found[11], found[14], found[1]) == (
        RollSign.EXCUSED,
        RollSign.ABSENT,
        RollSign.SUBSTITUTE,
        RollSign.PRESENT,
    )
    quorum = room.view().quorum
    assert (quorum.present, quorum.by_substitute, quorum.to_spare) == (13, 1, 5)


def test_session_without_anybody_present_cannot_open(workspace: Workspace, room: Room) -> None:
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.open_session, room.session_id, at=room.now)
    assert refused.value.code == "attendance.nobody"
    assert room.view().status is SessionStatus.CONVENED


def test_opening_freezes_rules_seats_and_quorum(workspace: Workspace, room: Room) -> None:
    """D1, D5: what was in force that day is kept."""
    room.open()
    view = room.view()
    assert view.status is SessionStatus.OPEN
    assert (view.quorum.seats, view.quorum.needed, view.quorum.rules_version) == (15, 8, 1)


def test_opening_without_quorum_asks_and_then_decides_nothing(
    workspace: Workspace, room: Room
) -> None:
    room.call_roll(absent=tuple(range(8, 16)))
    asked = workspace.do(sessions.open_session, room.session_id, at=room.tick())
    assert not asked.is_saved
    assert asked.codes == {"session.quorum"}
    workspace.do(sessions.open_session, room.session_id, accept=asked.codes, at=room.tick())
    with pytest.raises(RuleBroken) as refused:
        room.decide(1, "Приема за сведение.")
    assert refused.value.code == "vote.no_quorum"
    assert refused.value.facts == {"present": 7, "needed": 8}


def test_member_who_left_does_not_vote_and_returns_by_the_same_row(
    workspace: Workspace, room: Room
) -> None:
    room.open()
    row = room.row(10)
    workspace.do(sessions.mark_left, row, at=room.tick())
    assert signs(room)[10] is RollSign.LEFT
    assert room.view().quorum.present == 14
    workspace.do(sessions.mark_present, row, at=room.tick(5))
    assert signs(room)[10] is RollSign.PRESENT
    assert room.view().quorum.present == 15


def test_substitute_gives_way_when_the_member_arrives(workspace: Workspace, room: Room) -> None:
    """C3: never both counted."""
    workspace.do(
        sessions.mark_represented,
        room.row(14),
        person_id=room.kit.people[18],
        authorisation="пълномощно",
        at=room.now,
    )
    room.open()
    assert room.view().quorum.present == 15
    came = workspace.do(sessions.mark_present, room.row(14), at=room.tick(20))
    assert came.codes == {"substitute.member_present"}
    assert signs(room)[14] is RollSign.PRESENT
    assert room.view().quorum.present == 15
    assert room.view().quorum.by_substitute == 0


def test_next_item_settles_the_running_one(workspace: Workspace, room: Room) -> None:
    """§6.2: no item is left running."""
    room.open()
    workspace.do(sessions.go_to_next_item, room.session_id, at=room.tick())
    assert room.view().running_id == room.item(1)
    workspace.do(sessions.add_line, room.item(1), "Обсъди се графикът.", at=room.tick())
    workspace.do(sessions.go_to_next_item, room.session_id, at=room.tick())
    states = [item.status for item in room.view().items]
    assert states == [AgendaItemStatus.DISCUSSED, AgendaItemStatus.RUNNING]


def test_item_left_without_a_word_waits_again(workspace: Workspace, room: Room) -> None:
    room.open()
    room.start(1)
    room.start(2)
    states = [item.status for item in room.view().items]
    assert states == [AgendaItemStatus.WAITING, AgendaItemStatus.RUNNING]


def test_closing_waits_for_every_item_and_every_task(workspace: Workspace, room: Room) -> None:
    """§6.1, A14: a closed session has no waiting or running item."""
    room.open()
    room.decide(1, "Приема за сведение.")
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.close_session, room.session_id, at=room.tick(30))
    assert refused.value.code == "session.item_unfinished"
    room.decide(2, "Подкрепя плана.")
    item_id = room.item(2)
    workspace.do(sessions.add_task_line, item_id, "Да се изготви справка", at=room.tick())
    with pytest.raises(RuleBroken) as unfinished:
        workspace.do(sessions.close_session, room.session_id, at=room.tick())
    assert unfinished.value.code == "task.incomplete"
    assert room.view().status is SessionStatus.OPEN


def test_closed_session_has_version_1_of_its_minutes_as_a_draft(
    workspace: Workspace, room: Room
) -> None:
    room.open()
    room.decide(1, "Приема за сведение.")
    room.decide(2, "Подкрепя плана.", "14-0-1")
    assert workspace.do(sessions.close_session, room.session_id, at=room.tick(30)).is_saved
    row = workspace.ask(sessions.list_sessions)[0]
    assert row.status is SessionStatus.HELD
    assert (row.minutes_version, row.minutes_status) == (1, MinutesStatus.DRAFT)
    assert all(item.status is AgendaItemStatus.DECIDED for item in room.view().items)
    assert SessionAction.CLOSE not in room.view().actions


def test_a_break_leaves_presence_alone(workspace: Workspace, room: Room) -> None:
    """E3: nobody is sent away by a break."""
    room.open(absent=(15,))
    workspace.do(sessions.adjourn_session, room.session_id, at=room.tick(30))
    assert room.view().status is SessionStatus.ADJOURNED
    workspace.do(sessions.resume_session, room.session_id, at=room.tick(15))
    assert room.view().quorum.present == 14


def test_agenda_is_adopted_and_an_item_added_in_the_hall_is_voted(
    workspace: Workspace, room: Room
) -> None:
    room.open()
    data = sessions.ItemData(AgendaItemKind.SERVICE_INFO, "Свободни места в ЦНСТ")
    added = workspace.do(sessions.add_item, room.session_id, data, at=room.tick())
    workspace.do(sessions.withdraw_item, room.item(2), "докладчикът отсъства", at=room.tick())
    assert workspace.do(sessions.vote_added_item, added.id, at=room.tick()).adopted
    assert workspace.do(sessions.vote_agenda, room.session_id, at=room.tick()).adopted
    numbers = {item.title: item.n for item in room.view().items}
    assert numbers == {"Първа тема": 1, "Втора тема": None, "Свободни места в ЦНСТ": 2}


def test_no_quorum_has_its_own_way_out(workspace: Workspace, room: Room) -> None:
    """D6: „несъстояло се“."""
    room.call_roll(absent=tuple(range(5, 16)))
    workspace.do(sessions.declare_no_quorum, room.session_id, at=room.tick(60))
    view = room.view()
    assert view.status is SessionStatus.NO_QUORUM
    assert all(item.status is AgendaItemStatus.POSTPONED for item in view.items)
    later = room.now.replace(month=12, day=17)
    following = make_session(workspace, room.kit, (), starts_at=later, convened=False)
    workspace.do(sessions.fill_agenda, following.session_id, at=room.now)
    assert sum(item.carried for item in following.view().items) == 2


def test_room_of_fifteen_members_and_twelve_items_is_read_whole(
    workspace: Workspace, kit: Mechanism15
) -> None:
    room = make_session(workspace, kit, tuple(f"Тема номер {n}" for n in range(1, 13)))
    room.open()
    room.decide(1, "Приема за сведение.")
    workspace.do(sessions.start_item, room.item(2), at=room.tick())
    view = room.view()
    assert len(view.items) == 12
    assert len(view.members) == 15


def test_undo_takes_an_adoption_back(workspace: Workspace, room: Room) -> None:
    """G5: also the number."""
    room.open()
    room.decide(1, "Приема за сведение.")
    workspace.undo(at=room.tick())
    current = room.view(room.item(1)).current
    assert current is not None
    assert current.draft is not None
    assert current.decisions == ()
    assert room.decide(1, "Приема за сведение.").number == "1-1"


def test_running_item_is_there_after_the_store_is_opened_again(
    workspace: Workspace, room: Room, district_kit: StoreKit
) -> None:
    room.open()
    item_id = room.start(2)
    workspace.do(sessions.update_decision_text, item_id, "Подкрепя плана", at=room.tick())
    workspace.close(at=room.now, with_backup=False)
    again = open_store_with_recovery(
        workspace.info.folder, district_kit.recovery_key, at=room.tick()
    )
    try:
        view = again.ask(sessions.get_room, room.session_id, at=room.now)
    finally:
        again.close(at=room.now, with_backup=False)
    assert view.running_id == item_id
    assert view.current is not None
    assert view.current.draft is not None
    assert view.current.draft.text == "Подкрепя плана"


def test_closing_asks_about_a_task_that_no_decision_carries(
    workspace: Workspace, room: Room
) -> None:
    room.open()
    room.start(1)
    line = "Посещение в дома @РДСП !+14"
    workspace.do(sessions.add_task_line, room.item(1), line, at=room.tick())
    room.decide(2, "Подкрепя плана.")
    asked = workspace.do(sessions.close_session, room.session_id, at=room.tick())
    assert asked.codes == {"task.without_decision"}
    assert room.view().status is SessionStatus.OPEN
    assert room.view().running_id == room.item(2)
    workspace.do(sessions.close_session, room.session_id, accept=asked.codes, at=room.tick())
    assert room.view().status is SessionStatus.HELD


def test_the_rest_is_postponed_only_when_the_session_closes(
    workspace: Workspace, room: Room
) -> None:
    """A3: closing is one act; refused or asked about, no item has moved."""
    room.open()
    item_id = room.start(1)
    task = sessions.TaskData("Среща с ОЗД", room.kit.institutions[3])
    workspace.do(sessions.add_task, item_id, task, at=room.tick())
    with pytest.raises(RuleBroken):
        workspace.do(sessions.close_session, room.session_id, postpone_rest=True, at=room.tick())
    assert [row.status for row in room.view().items][1] is AgendaItemStatus.WAITING
