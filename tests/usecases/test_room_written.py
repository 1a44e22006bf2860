"""Written procedure: answers by telephone, paper and e-mail, counted at the deadline."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.support.builders import Room, make_mechanism_of_15, make_session

from dcm_desktop.documents import minutes_words
from dcm_desktop.documents.models import MinutesModel
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import NoticeWay, SessionKind, SessionStatus, VoteChoice
from dcm_desktop.errors import RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.session_file import session_to_file
from dcm_desktop.usecases.sessions.minutes_model import build_minutes

FOR, AGAINST, ABSTAIN = VoteChoice.FOR, VoteChoice.AGAINST, VoteChoice.ABSTAIN


def written_session(workspace: Workspace, rules: Rules, *, days: int | None = 3) -> Room:
    """A written session with two items, in the state before it begins."""
    room = make_session(workspace, make_mechanism_of_15(workspace, rules=rules))
    data = workspace.ask(sessions.get_session_data, room.session_id)
    data = replace(data, kind=SessionKind.WRITTEN)
    workspace.do(sessions.update_session, room.session_id, data, at=room.now)
    if days is not None:
        due = room.now + timedelta(days=days)
        workspace.do(sessions.set_deadline, room.session_id, due, at=room.now)
    return room


@pytest.fixture
def room(workspace: Workspace) -> Room:
    room = written_session(workspace, Rules(written_procedure=True))
    workspace.do(sessions.open_session, room.session_id, at=room.tick())
    workspace.do(sessions.update_decision_text, room.item(1), "Приема плана.", at=room.now)
    return room


def answer(room: Room, number: int, choice: VoteChoice, way: NoticeWay = NoticeWay.PHONE) -> None:
    room.workspace.do(
        sessions.note_answer, room.item(1), room.row(number), choice, way=way, at=room.tick()
    )


def minutes(room: Room) -> MinutesModel:
    return room.workspace.ask(build_minutes, room.session_id, made_on=room.now.date())


def test_it_opens_without_anybody_in_the_room(room: Room) -> None:
    """D1: a written procedure asks every seat; presence is not needed."""
    view = room.view()
    assert view.status is SessionStatus.OPEN
    assert view.live.written is not None
    assert len(view.live.written.rows) == 15


@pytest.mark.parametrize(
    ("rules", "days", "code"),
    [
        (Rules(), 3, "vote.written_not_allowed"),
        (Rules(written_procedure=True), None, "written.no_deadline"),
    ],
)
def test_it_needs_the_rule_and_a_deadline(
    workspace: Workspace, rules: Rules, days: int | None, code: str
) -> None:
    """D1: only where the rules know it, and until a time that everybody was told."""
    room = written_session(workspace, rules, days=days)
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.open_session, room.session_id, at=room.tick())
    assert refused.value.code == code


def test_silence_is_not_voting_and_never_lowers_the_majority(room: Room) -> None:
    """D1, F6: seven for of fifteen asked is not enough, though nobody is against."""
    for number in range(1, 8):
        answer(room, number, FOR)
    answer(room, 8, ABSTAIN, NoticeWay.EMAIL)
    room.now += timedelta(days=3)
    put = room.workspace.do(sessions.tally_written, room.item(1), at=room.now)
    assert not put.adopted


def test_it_is_counted_at_the_deadline_with_a_number(room: Room) -> None:
    """D1: tally at the deadline, method written, number, list of who did not answer."""
    for number in range(1, 10):
        answer(room, number, FOR)
    answer(room, 10, AGAINST, NoticeWay.PAPER)
    with pytest.raises(RuleBroken) as refused:
        room.workspace.do(sessions.tally_written, room.item(1), at=room.tick())
    assert refused.value.code == "written.not_due"
    room.now += timedelta(days=3)
    with pytest.raises(RuleBroken) as late:
        answer(room, 11, FOR)
    assert late.value.code == "written.too_late"
    put = room.workspace.do(sessions.tally_written, room.item(1), at=room.now)
    assert (put.adopted, put.number) == (True, "1-1")
    model = minutes(room)
    sentence = minutes_words.quorum(model)
    assert "Поканени да гласуват са 15 (петнадесет) членове" in sentence
    assert "В срока не отговориха: Албена Дукова" in sentence
    assert len(model.members) == 10
    assert "Гласовете са събрани" in minutes_words.opening(model)


def test_it_is_counted_early_when_everybody_answered(room: Room) -> None:
    """D1: nobody is waited for when all answers are there; a later one replaces the first."""
    for number in range(1, 16):
        answer(room, number, AGAINST if number == 4 else FOR)
    answer(room, 4, FOR, NoticeWay.EMAIL)
    put = room.workspace.do(sessions.tally_written, room.item(1), at=room.tick())
    assert put.adopted


def test_too_few_answers_are_no_quorum(room: Room) -> None:
    """D1: those who answered are the presence of a written procedure."""
    for number in range(1, 8):
        answer(room, number, FOR)
    room.now += timedelta(days=3)
    with pytest.raises(RuleBroken) as refused:
        room.workspace.do(sessions.tally_written, room.item(1), at=room.now)
    assert refused.value.code == "vote.no_quorum"


def test_no_other_way_of_voting_is_taken(room: Room) -> None:
    """D1: no show of hands and no consensus in writing."""
    for number in range(1, 16):
        answer(room, number, FOR)
    with pytest.raises(RuleBroken) as refused:
        room.workspace.do(sessions.adopt_by_consensus, room.item(1), at=room.tick())
    assert refused.value.code == "written.only"


def test_a_written_session_is_closed_and_stays_out_of_files(room: Room) -> None:
    """D1: closed like any other, days later; a session file cannot tell it."""
    for number in range(1, 16):
        answer(room, number, FOR)
    room.workspace.do(sessions.tally_written, room.item(1), at=room.tick())
    room.workspace.do(sessions.withdraw_item, room.item(2), "отпада", at=room.tick())
    room.now += timedelta(days=4)
    assert room.workspace.do(sessions.close_session, room.session_id, at=room.now).is_saved
    with pytest.raises(RuleBroken) as refused:
        room.workspace.ask(session_to_file, room.session_id)
    assert refused.value.code == "file.written"


def test_an_answer_is_taken_back(room: Room) -> None:
    """D1, G5: a mistyped answer goes."""
    answer(room, 1, FOR)
    room.workspace.do(sessions.take_back_answer, room.item(1), room.row(1), at=room.tick())
    written = room.view().live.written
    assert written is not None
    assert written.answered == 0
