"""Breaks of a session: minutes, a night, and what they do to attendance and quorum."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.support.builders import (
    PREPARED_AT,
    STARTS_AT,
    Mechanism15,
    Room,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop.documents.minutes_words import movement, opening
from dcm_desktop.domain.terms import BreakKind, RoomEventKind, SessionKind, SessionStatus
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import RollSign
from dcm_desktop.usecases.sessions.minutes_model import build_minutes


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    room = make_session(workspace, kit)
    room.open(absent=(15,))
    return room


def kinds(room: Room) -> list[RoomEventKind]:
    return [row.kind for row in room.workspace.ask(sessions.list_events, room.session_id)]


def pause(room: Room, minutes: int, **more: Any) -> datetime:
    room.workspace.do(sessions.adjourn_session, room.session_id, at=room.tick(minutes), **more)
    return room.now


def resume(room: Room, minutes: float) -> None:
    room.workspace.do(sessions.resume_session, room.session_id, at=room.tick(minutes))


def over_night(room: Room) -> datetime:
    """Put off at 12.00 to ten o'clock of the next day; the clock stands there."""
    until = room.now + timedelta(days=1)
    pause(room, 120, kind=BreakKind.ANOTHER_DAY, planned_to_at=until)
    room.now = until
    return until


def test_a_break_is_a_row_with_its_planned_return(workspace: Workspace, room: Room) -> None:
    """E3: one act, planned time of return; presence is not touched by it."""
    until = room.now + timedelta(minutes=45)
    pause(room, 30, planned_to_at=until)
    view = room.view()
    assert view.status is SessionStatus.ADJOURNED
    assert view.live.pause is not None
    assert view.live.pause.planned_to_at == until
    resume(room, 15)
    assert room.view().live.pause is None
    assert room.view().quorum.present == 14
    assert all(row.since == room.view().members[0].since for row in room.view().members[:14])


def test_the_planned_return_is_after_the_beginning(workspace: Workspace, room: Room) -> None:
    """E3: a return before the break is refused."""
    with pytest.raises(InputRefused) as refused:
        pause(room, 10, planned_to_at=room.now)
    assert refused.value.code == "break.planned_past"
    assert room.view().status is SessionStatus.OPEN


def test_the_return_may_be_planned_later(workspace: Workspace, room: Room) -> None:
    """E3: a break that takes longer keeps its beginning."""
    began = pause(room, 10)
    later = room.now + timedelta(minutes=20)
    workspace.do(sessions.plan_resumption, room.session_id, later, at=room.now)
    found = room.view().live.pause
    assert found is not None
    assert (found.from_at, found.planned_to_at) == (began, later)


def test_resuming_without_the_quorum_is_an_event(workspace: Workspace, room: Room) -> None:
    """E3, D3: resuming re-checks the quorum; a loss is noted at the moment of resuming."""
    pause(room, 30)
    for number in range(1, 8):
        workspace.do(sessions.mark_left, room.row(number), at=room.tick(1))
    assert kinds(room) == []
    resume(room, 5)
    assert kinds(room) == [RoomEventKind.QUORUM_LOST]
    question = room.view().live.question
    assert question is not None
    assert (question.at, question.present, question.needed) == (room.now, 7, 8)


def test_after_a_night_the_roll_is_asked_anew(workspace: Workspace, room: Room) -> None:
    """E3: continued on another day; who was there is expected again, nobody is assumed."""
    over_night(room)
    view = room.view()
    assert {row.sign for row in view.members[:14]} == {RollSign.EXPECTED}
    assert view.live.pause is not None
    assert view.live.pause.awaited == 17
    with pytest.raises(RuleBroken) as refused:
        resume(room, 0)
    assert refused.value.code == "attendance.nobody"
    workspace.do(sessions.mark_absent, room.row(3), excused=True, at=room.now)
    workspace.do(sessions.mark_present, room.row(15), at=room.now)
    workspace.do(sessions.mark_rest_present, room.session_id, at=room.tick(2))
    resume(room, 1)
    view = room.view()
    assert view.status is SessionStatus.OPEN
    assert view.quorum.present == 14
    assert view.members[2].sign is RollSign.LEFT


def test_the_first_day_stays_as_it_was(workspace: Workspace, room: Room) -> None:
    """E3, D5: what the second day marks does not rewrite the presence of the first."""
    room.decide(1, "Приема за сведение.")
    decided = room.now
    over_night(room)
    workspace.do(sessions.mark_absent, room.row(3), excused=False, at=room.now)
    workspace.do(sessions.mark_rest_present, room.session_id, at=room.now)
    resume(room, 1)
    assert room.view().quorum.present == 13
    heard = workspace.ask(sessions.heard_by, room.item(1))
    assert sum(1 for row in heard if row.capacity.value == "permanent") == 14
    assert decided < room.now


def test_twelve_hours_count_for_each_day(workspace: Workspace, room: Room) -> None:
    """E3: a session of two days may last longer than twelve hours, a day may not."""
    room.decide(1, "Приема за сведение.")
    over_night(room)
    workspace.do(sessions.mark_rest_present, room.session_id, at=room.now)
    resume(room, 1)
    room.decide(2, "Подкрепя плана.")
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.close_session, room.session_id, at=room.now + timedelta(hours=13))
    assert refused.value.code == "session.too_long"
    assert workspace.do(sessions.close_session, room.session_id, at=room.tick(60)).is_saved


def test_undo_takes_a_break_back(workspace: Workspace, room: Room) -> None:
    """E3, G5: the row of the break and the state go back together."""
    pause(room, 30)
    workspace.undo(at=room.tick())
    assert room.view().status is SessionStatus.OPEN
    assert room.view().live.pause is None


def said(room: Room) -> list[str]:
    """Sentences of the minutes so far about comings, goings and breaks."""
    model = room.workspace.ask(build_minutes, room.session_id, made_on=room.now.date())
    steps = [*model.movements, *(step for item in model.items for step in item.movements)]
    return [movement(step, model.starts_at) for step in steps]


def test_the_minutes_tell_arrivals_departures_and_breaks(workspace: Workspace, room: Room) -> None:
    """C6, E3: „В 10.11 часа …“ for who leaves; breaks, who did not return."""
    workspace.do(sessions.mark_left, room.row(2), at=room.tick(10))
    pause(room, 20, planned_to_at=room.now + timedelta(minutes=30))
    workspace.do(sessions.mark_left, room.row(4), at=room.tick(5))
    workspace.do(sessions.mark_present, room.row(2), at=room.tick(5))
    resume(room, 1)
    lines = said(room)
    assert lines[0].startswith("В 10.11 часа заседанието напусна Ивайло Стаматов. Присъстват 13")
    assert lines[1] == "В 10.31 часа заседанието беше прекъснато за почивка до 10.41 часа."
    assert lines[2] == "В 10.42 часа заседанието беше възобновено."
    assert lines[3].startswith("В 10.42 часа заседанието напусна Огнян Беров.")
    assert lines[4].startswith("В 10.42 часа на заседанието се върна Ивайло Стаматов.")
    assert len(lines) == 5


def test_the_minutes_of_two_days_say_both(workspace: Workspace, room: Room) -> None:
    """E3: put off to another day and continued then; only the difference of people is told."""
    over_night(room)
    workspace.do(sessions.mark_absent, room.row(3), excused=True, at=room.now)
    workspace.do(sessions.mark_rest_present, room.session_id, at=room.now)
    resume(room, 2)
    lines = said(room)
    assert lines[0] == (
        "В 12.01 часа заседанието беше прекъснато, за да продължи на 11 декември 2026 г., "
        "в 10.01 часа."
    )
    assert lines[1] == "На 11 декември 2026 г., в 10.03 часа, заседанието беше възобновено."
    assert lines[2].startswith("В 10.03 часа заседанието напусна Деница Кръстева.")
    assert len(lines) == 3


def test_an_extraordinary_session_asks_for_its_ground(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """D1: called out of turn, the reason is asked for and printed."""
    room = make_session(workspace, kit, starts_at=STARTS_AT + timedelta(days=7))
    data = workspace.ask(sessions.get_session_data, room.session_id)
    data = replace(data, kind=SessionKind.EXTRAORDINARY)
    workspace.do(sessions.update_session, room.session_id, data, at=PREPARED_AT)
    ready = workspace.ask(sessions.get_readiness, room.session_id, at=PREPARED_AT)
    assert "session.no_ground" in {one.code for one in ready.warnings}
    data = replace(data, ground="спешно настаняване на две деца")
    workspace.do(sessions.update_session, room.session_id, data, at=PREPARED_AT)
    ready = workspace.ask(sessions.get_readiness, room.session_id, at=PREPARED_AT)
    assert "session.no_ground" not in {one.code for one in ready.warnings}
    model = workspace.ask(build_minutes, room.session_id, made_on=room.now.date())
    assert "Основание за свикване: спешно настаняване на две деца." in opening(model)
