"""Votes, decisions and tasks of the session room on a real store."""

import pytest
from tests.support.builders import Mechanism15, Room, days, make_mechanism_of_15, make_session

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    DecisionStatus,
    MembershipChangeKind,
    VoteChoice,
    VoteMethod,
)
from dcm_desktop.domain.vote import Counts
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.usecases import members, sessions
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


def test_decision_by_consensus_gets_the_next_number(workspace: Workspace, room: Room) -> None:
    """F1: „прието без възражения“ with its number."""
    room.open()
    first = room.decide(1, "Приема за сведение.")
    second = room.decide(2, "Подкрепя плана.\nДа се изготви график.", "13-1-1")
    assert (first.number, second.number) == ("1-1", "1-2")
    decision = room.view(room.item(2)).current.decisions[0]  # type: ignore[union-attr]  # - chosen above
    assert decision.text == "1. Подкрепя плана.\n2. Да се изготви график."
    assert decision.vote is not None
    assert decision.vote.counts == Counts(13, 1, 1)


def test_sum_larger_than_voters_is_refused_and_smaller_is_asked_about(
    workspace: Workspace, room: Room
) -> None:
    """F3: the sum is checked before anything is written."""
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
    vote = room.view(item_id).current.decisions[0].vote  # type: ignore[union-attr]  # - just put
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
    statuses = [d.status for d in room.view(room.item(1)).current.decisions]  # type: ignore[union-attr]  # - shown
    assert statuses == [DecisionStatus.REJECTED, DecisionStatus.IN_FORCE]


def test_named_vote_by_exceptions_leaves_the_recused_out(workspace: Workspace, room: Room) -> None:
    """F4, F10, C14 (cases): by seat; who stands aside is out of the base."""
    room.open()
    item_id = room.start(1)
    workspace.do(sessions.recuse, item_id, room.row(9), reason="роднинство", at=room.tick())
    workspace.do(sessions.update_decision_text, item_id, "Подкрепя плана.", at=room.tick())
    ballot = sessions.Ballot(VoteMethod.ROLL_CALL, named={room.row(4): VoteChoice.AGAINST})
    basis = room.view(item_id).current.basis  # type: ignore[union-attr]  # - shown
    assert (basis.eligible_present, basis.recused, basis.voters) == (15, 1, 14)
    preview = sessions.preview_vote(basis, ballot)
    assert preview.counts == Counts(13, 1, 0)
    done = workspace.do(sessions.adopt_by_vote, item_id, ballot, at=room.tick())
    assert done.adopted
    assert signs(room)[9] is RollSign.RECUSED


def test_preview_says_why_an_entry_cannot_be_taken(room: Room) -> None:
    room.open()
    basis = room.view(room.start(1)).current.basis  # type: ignore[union-attr]  # - shown
    assert sessions.preview_vote(basis, sessions.Ballot(entry="12-0-3")).may_enter
    bad = sessions.preview_vote(basis, sessions.Ballot(entry="дванайсет"))
    assert bad.problem is not None
    assert bad.problem.code == "vote.not_a_number"


def test_task_line_finds_its_institution_and_joins_the_decision(
    workspace: Workspace, room: Room
) -> None:
    """H1, H8: one line makes a task of the decision."""
    room.open()
    item_id = room.start(1)
    preview = workspace.ask(sessions.preview_task, item_id, "Посещение в дома @РДСП !+14")
    assert (preview.institution, preview.due_on) == ("РДСП – Кърджали", days(14))
    workspace.do(sessions.add_task_line, item_id, "Посещение в дома @РДСП !+14", at=room.tick())
    workspace.do(sessions.update_decision_text, item_id, "Подкрепя плана.", at=room.tick())
    adopted = workspace.do(sessions.adopt_by_consensus, item_id, at=room.tick())
    task = room.view(item_id).current.tasks[0]  # type: ignore[union-attr]  # - shown
    assert task.decision_id == adopted.decision_id
    assert task.is_complete


def test_corrected_vote_leaves_the_old_one_and_annuls_the_decision(
    workspace: Workspace, room: Room
) -> None:
    """F12: the old value stays."""
    room.open()
    adopted = room.decide(1, "Да се закрие услугата.", "10-4-1")
    fixed = workspace.do(
        sessions.correct_vote,
        adopted.vote_id,
        sessions.Ballot(entry="4-10-1"),
        reason="разменени числа",
        at=room.tick(),
    )
    assert not fixed.adopted
    decision = room.view(room.item(1)).current.decisions[0]  # type: ignore[union-attr]  # - shown
    assert (decision.number, decision.status) == ("1-1", DecisionStatus.WITHDRAWN)
    assert room.decide(2, "Услугата да продължи.").number == "1-2"


def test_casting_vote_of_the_chair_decides_a_tie(workspace: Workspace) -> None:
    """F9, C14 (cases): the rule for equal votes is data; nothing is added to the counts."""
    kit = make_mechanism_of_15(workspace, rules=Rules(chair_breaks_tie=True))
    room = make_session(workspace, kit)
    room.open(absent=(15,))
    item_id = room.start(1)
    workspace.do(sessions.update_decision_text, item_id, "Подкрепя плана.", at=room.tick())
    ballot = sessions.Ballot(entry="7-7-0", casting=VoteChoice.FOR)
    done = workspace.do(sessions.adopt_by_vote, item_id, ballot, at=room.tick())
    assert done.adopted
    vote = room.view(item_id).current.decisions[0].vote  # type: ignore[union-attr]  # - shown
    assert vote is not None
    assert vote.tie_broken_by_chair


def test_empty_decision_cannot_be_put(workspace: Workspace, room: Room) -> None:
    room.open()
    item_id = room.start(1)
    with pytest.raises(InputRefused) as refused:
        workspace.do(sessions.adopt_by_consensus, item_id, at=room.tick())
    assert refused.value.code == "decision.empty"


def test_task_carried_over_leaves_its_old_term_behind(workspace: Workspace, room: Room) -> None:
    room.open()
    room.start(1)
    line = "Посещение в дома @РДСП !+14"
    old = workspace.do(sessions.add_task_line, room.item(1), line, at=room.tick())
    fresh = workspace.do(
        sessions.move_task, old.id, due_on=days(30), item_id=room.item(2), at=room.tick()
    )
    assert workspace.ask(sessions.get_task, fresh.id).due_on == days(30)
    assert workspace.ask(sessions.get_task, old.id).due_on == days(14)
    with pytest.raises(RuleBroken) as refused:
        workspace.do(
            sessions.move_task, old.id, due_on=days(40), item_id=room.item(2), at=room.tick()
        )
    assert refused.value.code == "task.transition"


def test_membership_change_waits_for_its_decision(workspace: Workspace, room: Room) -> None:
    kit = room.kit
    room.open()
    item_id = room.start(1)
    ending = sessions.MembershipData(MembershipChangeKind.END, days(5), mandate_id=kit.mandates[15])
    beginning = sessions.MembershipData(
        MembershipChangeKind.START,
        days(5),
        person_id=kit.people[17],
        institution_id=kit.institutions[15],
        seat_no=15,
    )
    for data in (beginning, ending):
        workspace.do(sessions.propose_membership, item_id, data, at=room.tick())
    room.decide(1, "Да се смени представителят.", "5-10-0")
    assert len(workspace.ask(sessions.pending_membership, item_id)) == 2
    assert workspace.ask(members.get_mandate, kit.mandates[15]).end_on is None
    room.decide(1, "Да се смени представителят.")
    assert workspace.ask(sessions.pending_membership, item_id) == ()
    assert workspace.ask(members.get_mandate, kit.mandates[15]).end_on == days(4)
    sitting = workspace.ask(members.members_on, kit.mechanism_id, days(5))
    assert {row.person_id for row in sitting if row.seat_no == 15} == {kit.people[17]}
