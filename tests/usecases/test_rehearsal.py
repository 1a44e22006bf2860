"""A practice session: all of it works on a copy, and the store is as it was."""

from pathlib import Path

import pytest
from tests.support.builders import Room, make_mechanism_of_15, make_session

from dcm_desktop.errors import RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.rehearsal import begin_rehearsal, end_rehearsal
from dcm_desktop.usecases.sessions.hall import hall_live
from dcm_desktop.usecases.workspace import counts


@pytest.fixture
def room(workspace: Workspace) -> Room:
    """A convened session."""
    return make_session(workspace, make_mechanism_of_15(workspace))


def test_a_rehearsal_decides_and_the_store_has_no_decision_and_no_number(
    workspace: Workspace, room: Room
) -> None:
    """L11: a throw-away copy; nothing of it is numbered or kept."""
    before = workspace.ask(counts)
    practice = begin_rehearsal(workspace, at=room.now)
    assert practice.info.is_rehearsal
    play = Room(practice, room.kit, room.session_id)
    play.open()
    assert play.decide(1, "Приема за сведение информацията.").number == "1-1"
    end_rehearsal(practice, at=play.now)
    assert workspace.ask(counts) == before
    room.open()
    assert room.decide(1, "Първо истинско решение.").number == "1-1"


def test_the_copy_is_encrypted_and_gone_afterwards(workspace: Workspace, room: Room) -> None:
    practice = begin_rehearsal(workspace, at=room.now)
    folder: Path = practice.info.folder
    assert folder.parent == workspace.info.folder / "staging"
    assert not (folder / "store.db").read_bytes().startswith(b"SQLite format 3")
    assert "зала".encode() not in (folder / "store.db").read_bytes()
    end_rehearsal(practice, at=room.now)
    assert not folder.exists()


def test_a_copy_left_by_a_killed_program_gives_way_to_the_next(
    workspace: Workspace, room: Room
) -> None:
    first = begin_rehearsal(workspace, at=room.now)
    first._store.close()
    second = begin_rehearsal(workspace, at=room.now)
    assert second.ask(sessions.list_sessions)
    end_rehearsal(second, at=room.now)


def test_a_rehearsal_is_not_rehearsed(workspace: Workspace, room: Room) -> None:
    practice = begin_rehearsal(workspace, at=room.now)
    with pytest.raises(RuleBroken) as refused:
        begin_rehearsal(practice, at=room.now)
    assert refused.value.code == "store.rehearsing"
    end_rehearsal(practice, at=room.now)


def test_the_hall_of_a_rehearsal_says_that_it_is_one(workspace: Workspace, room: Room) -> None:
    """L11: the watermark is on both screens."""
    assert not workspace.ask(hall_live, room.session_id, at=room.now).rehearsal
    practice = begin_rehearsal(workspace, at=room.now)
    assert practice.ask(hall_live, room.session_id, at=room.now).rehearsal
    end_rehearsal(practice, at=room.now)
