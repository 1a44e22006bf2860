"""The quorum of a session at work: crossings, what is done about them, the smaller one."""

from dataclasses import replace

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession
from tests.support.builders import Mechanism15, Room, make_mechanism_of_15, make_session
from tests.support.pdf_text import body_text, squash

from dcm_desktop.documents.models import Edition
from dcm_desktop.documents.pdf.minutes import build_minutes
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    ReducedQuorum,
    RoomEventKind,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import Decision
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import QuorumAnswer
from dcm_desktop.usecases.sessions.minutes import minutes_model

LOST, GAINED = RoomEventKind.QUORUM_LOST, RoomEventKind.QUORUM_GAINED
WAITING = Rules(
    reduced_quorum=ReducedQuorum.ONE_THIRD, reduced_quorum_after_min=60, recused_in_base=False
)


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace, rules=WAITING)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    return make_session(workspace, kit)


def kinds(room: Room) -> list[RoomEventKind]:
    return [row.kind for row in room.workspace.ask(sessions.list_events, room.session_id)]


def lose(room: Room) -> None:
    """Seven of fifteen stay."""
    for number in range(1, 9):
        room.workspace.do(sessions.mark_left, room.row(number), at=room.tick())


def test_losing_and_gaining_the_quorum_are_lines_of_the_log(room: Room) -> None:
    """D3: the crossing is an event with its time, written with the act that crossed it."""
    room.open()
    lose(room)
    lost_at = room.now
    assert kinds(room) == [LOST]
    room.workspace.do(sessions.mark_present, room.row(1), at=room.tick(3))
    rows = room.workspace.ask(sessions.list_events, room.session_id)
    assert [(row.kind, row.at, row.present) for row in rows] == [
        (LOST, lost_at, 7),
        (GAINED, room.now, 8),
    ]
    assert room.view().live.question is None


def test_the_question_is_asked_once(room: Room) -> None:
    """D3: answered, it does not come back; the choice stays in the log."""
    room.open()
    lose(room)
    question = room.view().live.question
    assert question is not None
    room.workspace.do(
        sessions.answer_quorum_question, question.event_id, QuorumAnswer.GO_ON, at=room.tick()
    )
    assert room.view().live.question is None
    assert room.workspace.ask(sessions.list_events, room.session_id)[0].answer == "go_on"
    room.workspace.do(sessions.mark_left, room.row(9), at=room.tick())
    assert room.view().live.question is None
    assert kinds(room) == [LOST]


def test_undo_takes_the_line_back_with_the_act(room: Room) -> None:
    """D3, G5: one transaction, so one undo."""
    room.open()
    lose(room)
    room.workspace.undo(at=room.tick())
    assert kinds(room) == []
    assert room.view().quorum.has_quorum


def test_a_break_answers_the_question_in_one_act(room: Room) -> None:
    """D3: break instead of deciding."""
    room.open()
    lose(room)
    question = room.view().live.question
    assert question is not None
    room.workspace.do(
        sessions.answer_quorum_question, question.event_id, QuorumAnswer.BREAK, at=room.tick()
    )
    assert room.view().status is SessionStatus.ADJOURNED


def test_nothing_is_noted_before_the_opening(room: Room) -> None:
    """D3: the roll call itself crosses nothing."""
    room.call_roll(absent=tuple(range(1, 9)))
    assert kinds(room) == []


def test_the_smaller_quorum_waits_its_time(room: Room) -> None:
    """D6: reduced quorum after the waiting time of the rules, one act, kept in the log."""
    room.call_roll(absent=tuple(range(6, 16)))
    reduced = room.view().live.reduced
    assert reduced is not None
    assert reduced.needed == 5
    with pytest.raises(RuleBroken) as refused:
        room.workspace.do(sessions.reduce_quorum, room.session_id, at=room.tick(30))
    assert refused.value.code == "quorum.too_early"
    room.workspace.do(sessions.reduce_quorum, room.session_id, at=room.tick(30))
    assert kinds(room) == [RoomEventKind.QUORUM_REDUCED]
    assert (room.view().quorum.needed, room.view().quorum.has_quorum) == (5, True)
    saved = room.workspace.do(sessions.open_session, room.session_id, at=room.tick())
    assert saved.is_saved
    assert room.decide(1, "Приема за сведение.").number == "1-1"


def test_what_was_decided_before_keeps_the_full_quorum(room: Room) -> None:
    """D5, F1: required is frozen with each decision; the smaller one holds only from its hour."""
    room.open()
    room.decide(1, "Приема за сведение.")
    room.tick(60)
    lose(room)
    room.workspace.do(sessions.reduce_quorum, room.session_id, at=room.tick())
    room.decide(2, "Подкрепя плана.")
    assert [frozen(room, 1), frozen(room, 2)] == [(15, 8), (7, 5)]


def test_a_quorum_lowered_at_work_stands_in_the_minutes_before_its_decision(room: Room) -> None:
    """D5, D6: how many must be there now is printed, not only kept; else the paper would say that
    the quorum was lost and that something was decided."""
    room.open()
    room.decide(1, "Приема за сведение.")
    room.tick(60)
    lose(room)
    room.workspace.do(sessions.reduce_quorum, room.session_id, at=room.tick())
    room.decide(2, "Подкрепя плана.")
    paper = build_minutes(
        room.workspace.ask(minutes_model, room.session_id, Edition.FULL, at=room.now)
    )
    text = squash(body_text(paper))
    lowered = squash(
        "след изчакване, заседанието продължи при намален кворум от 5 (петима) членове "
        "по правилника. Присъстват 7 (седем) членове с право на глас; налице е кворум."
    )
    lost, decided = squash("кворумът отпада"), squash("РЕШЕНИЕ № 1-2")
    assert text.index(lost) < text.index(lowered) < text.index(decided)


def frozen(room: Room, number: int) -> tuple[int | None, int | None]:
    """Present and required as they stand with the decision of an item."""
    item_id = room.item(number)

    def read(db: DbSession) -> tuple[int | None, int | None]:
        row = db.scalars(select(Decision).where(Decision.item_id == item_id)).one()
        return row.present, row.required

    return room.workspace.ask(read)


def test_without_the_rule_there_is_no_smaller_quorum(workspace: Workspace) -> None:
    """D6: no reduction where the rules know none."""
    room = make_session(workspace, make_mechanism_of_15(workspace))
    room.call_roll(absent=tuple(range(6, 16)))
    assert room.view().live.reduced is None
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.reduce_quorum, room.session_id, at=room.tick(90))
    assert refused.value.code == "quorum.no_reduction"


def test_a_session_that_decided_did_take_place(room: Room) -> None:
    """D6: „несъстояло се“ only while nothing was decided; then its cases stay open."""
    room.open()
    room.decide(1, "Приема за сведение.")
    lose(room)
    with pytest.raises(RuleBroken) as refused:
        room.workspace.do(sessions.declare_no_quorum, room.session_id, at=room.tick())
    assert refused.value.code == "session.has_decisions"


def test_a_working_meeting_needs_no_quorum_and_decides_nothing(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """D1: a working meeting has no quorum; voting and deciding are refused with a sentence."""
    room = make_session(workspace, kit)
    data = workspace.ask(sessions.get_session_data, room.session_id)
    data = replace(data, kind=SessionKind.WORKING_MEETING)
    workspace.do(sessions.update_session, room.session_id, data, at=room.now)
    room.open(absent=tuple(range(3, 16)))
    assert room.view().quorum.needed == 0
    for act in (
        lambda: room.decide(1, "Приема за сведение."),
        lambda: workspace.do(sessions.vote_agenda, room.session_id, at=room.tick()),
    ):
        with pytest.raises(RuleBroken) as refused:
            act()
        assert refused.value.code == "session.no_decisions"
    workspace.do(sessions.mark_left, room.row(1), at=room.tick())
    assert kinds(room) == []
