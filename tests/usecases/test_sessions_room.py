"""The session room on a real store: roll, quorum, items, votes, decisions, closing."""

import time

import pytest
from tests.support.builders import Mechanism15, Room, days, make_mechanism_of_15, make_session

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    AgendaItemStatus,
    DecisionStatus,
    MinutesStatus,
    SessionAction,
    SessionStatus,
    VoteChoice,
    VoteMethod,
)
from dcm_desktop.domain.vote import Counts
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import RollSign


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


def test_decision_by_consensus_gets_the_next_number(workspace: Workspace, room: Room) -> None:
    room.open()
    first = room.decide(1, "Приема за сведение.")
    second = room.decide(2, "Подкрепя плана.\nДа се изготви график.", "13-1-1")
    assert (first.number, second.number) == ("1-1", "1-2")
    decision = room.view(room.item(2)).current.decisions[0]  # type: ignore[union-attr]  # chosen above
    assert decision.text == "1. Подкрепя плана.\n2. Да се изготви график."
    assert decision.vote is not None
    assert decision.vote.counts == Counts(13, 1, 1)


def test_sum_larger_than_voters_is_refused_and_smaller_is_asked_about(
    workspace: Workspace, room: Room
) -> None:
    room.open(absent=(14, 15))
    item_id = room.start(1)
    workspace.do(sessions.update_decision_text, item_id, "Подкрепя плана.", at=room.tick())
    ballot = sessions.Ballot(entry="12-1-1")
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.adopt_by_vote, item_id, ballot, at=room.tick())
    assert refused.value.code == "vote.sum_too_large"
    small = sessions.Ballot(entry="10-0-1")
    asked = workspace.do(sessions.adopt_by_vote, item_id, small, at=room.tick())
    assert [warning.code for warning in asked.warnings] == ["vote.sum_smaller"]
    assert not asked.is_saved
    codes = {warning.code for warning in asked.warnings}
    done = workspace.do(sessions.adopt_by_vote, item_id, small, accept=codes, at=room.tick())
    assert done.number == "1-1"
    vote = room.view(item_id).current.decisions[0].vote  # type: ignore[union-attr]  # just put
    assert vote is not None
    assert vote.counts.not_voting_n == 2


def test_rejected_decision_has_no_number_and_the_next_one_gets_it(
    workspace: Workspace, room: Room
) -> None:
    room.open()
    lost = room.decide(1, "Да се закрие услугата.", "5-9-1")
    assert not lost.adopted
    assert lost.number == ""
    won = room.decide(1, "Услугата да продължи.")
    assert won.number == "1-1"
    statuses = [d.status for d in room.view(room.item(1)).current.decisions]  # type: ignore[union-attr]  # shown
    assert statuses == [DecisionStatus.REJECTED, DecisionStatus.IN_FORCE]


def test_named_vote_by_exceptions_leaves_the_recused_out(workspace: Workspace, room: Room) -> None:
    room.open()
    item_id = room.start(1)
    workspace.do(sessions.recuse, item_id, room.row(9), reason="роднинство", at=room.tick())
    workspace.do(sessions.update_decision_text, item_id, "Подкрепя плана.", at=room.tick())
    ballot = sessions.Ballot(VoteMethod.ROLL_CALL, named={room.row(4): VoteChoice.AGAINST})
    basis = room.view(item_id).current.basis  # type: ignore[union-attr]  # shown
    assert (basis.eligible_present, basis.recused, basis.voters) == (15, 1, 14)
    preview = sessions.preview_vote(basis, ballot)
    assert preview.counts == Counts(13, 1, 0)
    done = workspace.do(sessions.adopt_by_vote, item_id, ballot, at=room.tick())
    assert done.adopted
    assert signs(room)[9] is RollSign.RECUSED


def test_preview_says_why_an_entry_cannot_be_taken(room: Room) -> None:
    room.open()
    basis = room.view(room.start(1)).current.basis  # type: ignore[union-attr]  # shown
    assert sessions.preview_vote(basis, sessions.Ballot(entry="12-0-3")).may_enter
    bad = sessions.preview_vote(basis, sessions.Ballot(entry="дванайсет"))
    assert bad.problem is not None
    assert bad.problem.code == "vote.not_a_number"


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


def test_task_line_finds_its_institution_and_joins_the_decision(
    workspace: Workspace, room: Room
) -> None:
    room.open()
    item_id = room.start(1)
    preview = workspace.ask(sessions.preview_task, item_id, "Посещение в дома @РДСП !+14")
    assert (preview.institution, preview.due_on) == ("РДСП – Кърджали", days(14))
    workspace.do(sessions.add_task_line, item_id, "Посещение в дома @РДСП !+14", at=room.tick())
    workspace.do(sessions.update_decision_text, item_id, "Подкрепя плана.", at=room.tick())
    adopted = workspace.do(sessions.adopt_by_consensus, item_id, at=room.tick())
    task = room.view(item_id).current.tasks[0]  # type: ignore[union-attr]  # shown
    assert task.decision_id == adopted.decision_id
    assert task.is_complete


def test_closing_waits_for_every_item_and_every_task(workspace: Workspace, room: Room) -> None:
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


def test_break_empties_the_room_and_resuming_fills_it(workspace: Workspace, room: Room) -> None:
    room.open(absent=(15,))
    workspace.do(sessions.adjourn_session, room.session_id, at=room.tick(30))
    assert room.view().quorum.present == 0
    workspace.do(sessions.resume_session, room.session_id, at=room.tick(15))
    assert room.view().quorum.present == 14


def test_corrected_vote_leaves_the_old_one_and_annuls_the_decision(
    workspace: Workspace, room: Room
) -> None:
    room.open()
    adopted = room.decide(1, "Да се закрие услугата.", "10-4-1")
    fixed = workspace.do(
        sessions.correct_vote, adopted.vote_id, sessions.Ballot(entry="4-10-1"), at=room.tick()
    )
    assert not fixed.adopted
    decision = room.view(room.item(1)).current.decisions[0]  # type: ignore[union-attr]  # shown
    assert (decision.number, decision.status) == ("1-1", DecisionStatus.WITHDRAWN)
    assert room.decide(2, "Услугата да продължи.").number == "1-2"


def test_casting_vote_of_the_chair_decides_a_tie(workspace: Workspace) -> None:
    kit = make_mechanism_of_15(workspace, rules=Rules(chair_breaks_tie=True))
    room = make_session(workspace, kit)
    room.open(absent=(15,))
    item_id = room.start(1)
    workspace.do(sessions.update_decision_text, item_id, "Подкрепя плана.", at=room.tick())
    ballot = sessions.Ballot(entry="7-7-0", casting=VoteChoice.FOR)
    done = workspace.do(sessions.adopt_by_vote, item_id, ballot, at=room.tick())
    assert done.adopted
    vote = room.view(item_id).current.decisions[0].vote  # type: ignore[union-attr]  # shown
    assert vote is not None
    assert vote.tie_broken_by_chair


def test_agenda_is_adopted_and_an_item_added_in_the_hall_is_voted(
    workspace: Workspace, room: Room
) -> None:
    from dcm_desktop.domain.terms import AgendaItemKind

    room.open()
    data = sessions.ItemData(AgendaItemKind.SERVICE_INFO, "Свободни места в ЦНСТ")
    added = workspace.do(sessions.add_item, room.session_id, data, at=room.tick())
    workspace.do(sessions.withdraw_item, room.item(2), "докладчикът отсъства", at=room.tick())
    assert workspace.do(sessions.vote_added_item, added.id, at=room.tick()).adopted
    assert workspace.do(sessions.vote_agenda, room.session_id, at=room.tick()).adopted
    numbers = {item.title: item.n for item in room.view().items}
    assert numbers == {"Първа тема": 1, "Втора тема": None, "Свободни места в ЦНСТ": 2}


def test_no_quorum_has_its_own_way_out(workspace: Workspace, room: Room) -> None:
    room.call_roll(absent=tuple(range(5, 16)))
    workspace.do(sessions.declare_no_quorum, room.session_id, at=room.tick(60))
    view = room.view()
    assert view.status is SessionStatus.NO_QUORUM
    assert all(item.status is AgendaItemStatus.POSTPONED for item in view.items)
    later = room.now.replace(month=12, day=17)
    following = make_session(workspace, room.kit, (), starts_at=later, convened=False)
    workspace.do(sessions.fill_agenda, following.session_id, at=room.now)
    assert sum(item.carried for item in following.view().items) == 2


def test_empty_decision_cannot_be_put(workspace: Workspace, room: Room) -> None:
    room.open()
    item_id = room.start(1)
    with pytest.raises(InputRefused) as refused:
        workspace.do(sessions.adopt_by_consensus, item_id, at=room.tick())
    assert refused.value.code == "decision.empty"


def test_room_of_fifteen_members_and_twelve_items_is_read_at_once(
    workspace: Workspace, kit: Mechanism15
) -> None:
    room = make_session(workspace, kit, tuple(f"Тема номер {n}" for n in range(1, 13)))
    room.open()
    room.decide(1, "Приема за сведение.")
    workspace.do(sessions.start_item, room.item(2), at=room.tick())
    room.view()
    times = []
    for _ in range(9):
        begun = time.perf_counter()
        room.view()
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.05


def test_undo_takes_an_adoption_back(workspace: Workspace, room: Room) -> None:
    room.open()
    room.decide(1, "Приема за сведение.")
    workspace.undo(at=room.tick())
    current = room.view(room.item(1)).current
    assert current is not None
    assert current.draft is not None
    assert current.decisions == ()
    assert room.decide(1, "Приема за сведение.").number == "1-1"
