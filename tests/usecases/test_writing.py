"""Writing in the room: phrases, private and late lines, speakers, drift, the brief of a case."""

from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select
from tests.support.builders import (
    STARTS_AT,
    Mechanism15,
    Room,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop.domain.phrases import fill, find
from dcm_desktop.domain.terms import AgendaItemKind, RoomEventKind
from dcm_desktop.domain.timer import spent
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import Audit
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import brief, drift, phrases, speeches, writing
from dcm_desktop.usecases.sessions.events import list_events
from dcm_desktop.usecases.sessions.interruptions import note_interruption


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    """An open session, everybody but number 15 present, its first item taken up."""
    made = make_session(workspace, kit, ("Първа", "Втора", "Трета"))
    made.open(absent=(15,))
    workspace.do(sessions.vote_agenda, made.session_id, at=made.tick())
    made.start(1)
    return made


def texts(workspace: Workspace, kit: Mechanism15) -> dict[str, str]:
    found = workspace.ask(phrases.get_phrases, kit.mechanism_id)
    return {one.key: one.text for one in found}


# -- phrases -------------------------------------------------------------------------------------


def test_every_phrase_of_the_starter_set_keeps_the_rules_and_serves_some_kind() -> None:
    """G6: a starter set by kind of item."""
    from dcm_desktop.domain.phrases import check_phrase

    starter = phrases.starter_set()
    assert all(check_phrase(one.key, one.text) == (one.key, one.text) for one in starter)
    assert len({one.key for one in starter}) == len(starter)
    assert all(any(one.serves(kind) for one in starter) for kind in AgendaItemKind)


def test_own_phrases_are_added_changed_hidden_and_brought_back(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """G6: own phrases of a district are data; taking one out can be undone."""
    at = STARTS_AT
    save = phrases.save_phrase
    workspace.do(save, kit.mechanism_id, "Мост", "Работи по проект „Мост“.", at=at)
    workspace.do(save, kit.mechanism_id, "приема", "Одобрява.", before="приема", at=at)
    workspace.do(phrases.remove_phrase, kit.mechanism_id, "кворум", at=at)
    found = texts(workspace, kit)
    assert found["мост"] == "Работи по проект „Мост“."
    assert found["приема"] == "Одобрява."
    assert "кворум" not in found
    workspace.undo(at=at)
    assert "кворум" in texts(workspace, kit)
    workspace.do(save, kit.mechanism_id, "мостове", "Друго.", before="мост", at=at)
    assert "мост" not in texts(workspace, kit)
    with pytest.raises(InputRefused, match=r"phrase\.key_taken"):
        workspace.do(save, kit.mechanism_id, "приема", "Пак.", at=at)


def test_placeholders_say_what_the_room_says_and_of_a_case_only_its_code(
    workspace: Workspace, kit: Mechanism15, room: Room
) -> None:
    """G6: placeholders filled from live data; {случай} is the code only."""
    case_id = make_case(workspace, kit)
    item_id = add_case_item(room, case_id)
    view = room.view(item_id)
    facts = phrases.facts_of(view, at=room.now)
    assert facts["присъстват"] == "14"
    assert (facts["членове"], facts["кворум"]) == ("15", "8")
    assert facts["докладва"] == "Деница Кръстева"
    assert view.current is not None
    assert facts["случай"] == view.current.case_code
    assert facts["час"] == "10.03 часа"
    every = " ".join(fill(one.text, facts) for one in phrases.starter_set())
    assert "Ковачева" not in every
    assert "Мира" not in every


def test_the_phrase_of_a_case_is_not_offered_for_a_report() -> None:
    starter = phrases.starter_set()
    assert find("слу", starter, AgendaItemKind.CASE)
    assert not find("слу", starter, AgendaItemKind.REPORT)


# -- lines ---------------------------------------------------------------------------------------


def test_a_line_typed_after_the_fact_has_the_said_time_and_the_log_says_so(
    workspace: Workspace, room: Room
) -> None:
    """G11: the said time, and „въведено по-късно“ in the log."""
    room.tick(30)
    saved = workspace.do(
        writing.add_line, room.item(1), "От хартия.", said=time(10, 10), at=room.now
    )
    view = room.view(room.item(1)).current
    assert view is not None
    (line,) = view.lines
    assert line.at == STARTS_AT + timedelta(minutes=10)
    assert line.entered_later
    acts = workspace.ask(
        lambda db: db.scalars(select(Audit.act).where(Audit.entity_id == saved.id)).all()
    )
    assert writing.ENTERED_LATER in acts


def test_a_line_cannot_be_said_before_the_opening_or_in_the_future(
    workspace: Workspace, room: Room
) -> None:
    """G11: a said time lies within the session."""
    for said in (time(9, 0), time(23, 0)):
        with pytest.raises(InputRefused, match=r"line\.time"):
            workspace.do(writing.add_line, room.item(1), "Текст.", said=said, at=room.now)


def test_a_line_said_this_minute_is_not_late(workspace: Workspace, room: Room) -> None:
    workspace.do(writing.add_line, room.item(1), "Текст.", said=time(10, 3), at=room.now)
    view = room.view(room.item(1)).current
    assert view is not None
    assert not view.lines[0].entered_later


def test_every_line_and_item_is_stamped(workspace: Workspace, room: Room) -> None:
    """G2: item start and stop, and every line, carry their time."""
    workspace.do(writing.add_line, room.item(1), "Първо.", at=room.tick())
    started = room.now
    workspace.do(sessions.start_item, room.item(2), at=room.tick())
    first = room.view(room.item(1)).current
    assert first is not None
    assert first.lines[0].at == started
    assert first.started_at is not None
    assert first.finished_at == room.now


# -- speakers ------------------------------------------------------------------------------------


def test_the_floor_goes_down_the_list(workspace: Workspace, room: Room) -> None:
    """E1: speakers' list; the next one gets the floor, who had it has spoken."""
    item_id = room.item(1)
    for n in (9, 4, 9):
        workspace.do(speeches.queue_speaker, item_id, room.row(n), at=room.now)
    workspace.do(speeches.give_floor, item_id, at=room.tick())
    view = workspace.ask(speeches.get_speeches, item_id)
    assert view.floor is not None
    assert (view.floor.speaker.n, view.floor.institution) == (9, "ОДМВР – Кърджали")
    assert [row.n for row in view.waiting] == [4]
    workspace.do(speeches.give_floor, item_id, at=room.tick())
    now = workspace.ask(speeches.current_speech, room.session_id)
    assert now is not None
    assert now.institution == "ДСП – Момчилград"
    assert now.timer.allowed == 180
    assert workspace.do(speeches.give_floor, item_id, at=room.tick()).id == ""
    assert workspace.ask(speeches.current_speech, room.session_id) is None


def test_somebody_who_is_not_here_cannot_get_the_floor(workspace: Workspace, room: Room) -> None:
    with pytest.raises(RuleBroken, match=r"speech\.not_here"):
        workspace.do(speeches.queue_speaker, room.item(1), room.row(15), at=room.now)


def test_pause_more_time_and_end_are_kept_in_the_store(workspace: Workspace, room: Room) -> None:
    """E2: pause, ±30 s, end; a restart reads the same time."""
    item_id = room.item(1)
    saved = workspace.do(speeches.give_floor, item_id, room.row(5), at=room.now)
    workspace.do(speeches.toggle_pause, saved.id, at=room.tick())
    workspace.do(speeches.toggle_pause, saved.id, at=room.tick(5))
    workspace.do(speeches.add_time, saved.id, 30, at=room.now)
    found = workspace.ask(speeches.current_speech, room.session_id)
    assert found is not None
    assert found.timer.allowed == 210
    assert spent(found.timer, room.tick()) == 120
    workspace.do(speeches.end_speech, saved.id, at=room.now)
    assert workspace.ask(speeches.current_speech, room.session_id) is None


def test_after_an_interruption_the_timer_stands_with_the_gap_out_or_counted(
    workspace: Workspace, room: Room
) -> None:
    """E2: restart: paused with the gap subtracted, or kept."""
    saved = workspace.do(speeches.give_floor, room.item(1), room.row(5), at=room.now)
    seen, back = room.tick(), room.tick(10)
    assert workspace.ask(speeches.gap_of_floor, room.session_id) is None
    workspace.do(note_interruption, room.session_id, stopped_at=seen, at=back)
    assert workspace.ask(speeches.gap_of_floor, room.session_id) == seen
    workspace.do(speeches.stop_after_gap, saved.id, seen_at=seen, at=back)
    found = workspace.ask(speeches.current_speech, room.session_id)
    assert found is not None
    assert (spent(found.timer, room.tick(5)), found.timer.runs) == (60, False)
    assert workspace.ask(speeches.gap_of_floor, room.session_id) is None
    workspace.do(speeches.count_gap, saved.id, at=back)
    found = workspace.ask(speeches.current_speech, room.session_id)
    assert found is not None
    assert spent(found.timer, back) == 660


def test_another_item_ends_the_speech(workspace: Workspace, room: Room) -> None:
    workspace.do(speeches.give_floor, room.item(1), room.row(5), at=room.now)
    workspace.do(sessions.start_item, room.item(2), at=room.tick())
    assert workspace.ask(speeches.current_speech, room.session_id) is None


def test_a_new_speaker_without_a_timer_is_known(workspace: Workspace, room: Room) -> None:
    """E2: „not started“ hint: the newest line names somebody who does not have the floor."""
    item_id = room.item(1)
    workspace.do(speeches.give_floor, item_id, room.row(5), at=room.now)
    said = room.tick()
    workspace.do(writing.add_line, item_id, "Няма данни.", speaker_id=room.row(6), at=said)
    view = workspace.ask(speeches.get_speeches, item_id)
    assert (view.speaks_since, view.new_speaker) == (said, "РУО – Кърджали")
    workspace.do(speeches.give_floor, item_id, room.row(6), at=room.tick())
    assert workspace.ask(speeches.get_speeches, item_id).speaks_since is None


def test_time_of_a_speaker_is_a_setting_of_the_mechanism_or_the_item(
    workspace: Workspace, kit: Mechanism15, room: Room
) -> None:
    workspace.do(speeches.set_speech_time, kit.mechanism_id, "2:30", at=room.now)
    assert workspace.ask(speeches.get_speeches, room.item(1)).allowed_seconds == 150
    workspace.do(speeches.set_item_speech_time, room.item(1), "5", at=room.now)
    assert workspace.ask(speeches.get_speeches, room.item(1)).allowed_seconds == 300
    with pytest.raises(InputRefused, match=r"speech\.time"):
        workspace.do(speeches.set_speech_time, kit.mechanism_id, "никога", at=room.now)


# -- drift ---------------------------------------------------------------------------------------


def test_drift_grows_while_an_item_takes_longer_than_planned(
    workspace: Workspace, room: Room
) -> None:
    """A9: drift shown; three items of 15 minutes were planned from 10.00."""
    found = workspace.ask(drift.get_drift, room.session_id, at=room.now)
    assert found is not None
    assert found.minutes == 3
    room.tick(20)
    found = workspace.ask(drift.get_drift, room.session_id, at=room.now)
    assert found is not None
    assert found.planned_end == STARTS_AT + timedelta(minutes=45)
    assert found.minutes == 8
    assert [one.proposed for one in found.proposed] == [0, 11, 11]
    assert found.fits


def test_accepted_minutes_are_an_event_that_can_be_undone_and_nothing_changes_before(
    workspace: Workspace, room: Room
) -> None:
    """A9: plan values never change silently."""
    room.tick(20)
    workspace.ask(drift.get_drift, room.session_id, at=room.now)
    assert [row.planned_minutes for row in room.view().items] == [15, 15, 15]
    workspace.do(drift.accept_replan, room.session_id, at=room.now)
    assert [row.planned_minutes for row in room.view().items] == [15, 11, 11]
    (event,) = workspace.ask(list_events, room.session_id)
    assert event.kind is RoomEventKind.REPLANNED
    assert event.note == "2: 15 → 11; 3: 15 → 11"
    found = workspace.ask(drift.get_drift, room.session_id, at=room.now)
    assert found is not None
    assert (found.minutes, found.planned_end) == (0, STARTS_AT + timedelta(minutes=45))
    workspace.undo(at=room.now)
    assert [row.planned_minutes for row in room.view().items] == [15, 15, 15]
    assert workspace.ask(list_events, room.session_id) == ()


def test_a_plan_in_time_has_nothing_to_share_out(workspace: Workspace, kit: Mechanism15) -> None:
    made = make_session(workspace, kit)
    made.now = STARTS_AT - timedelta(minutes=10)
    made.open()
    with pytest.raises(RuleBroken, match=r"session\.nothing_to_replan"):
        workspace.do(drift.accept_replan, made.session_id, at=made.now)


# -- the brief of a case -------------------------------------------------------------------------


def test_the_brief_of_a_case_has_code_decisions_tasks_and_who_was_heard(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A11: the operator sees case code, last three decisions, open tasks."""
    case_id = make_case(workspace, kit)
    room = make_session(workspace, kit)
    item_id = add_case_item(room, case_id)
    room.open()
    workspace.do(sessions.start_item, item_id, at=room.tick())
    task = "Посещение в дома @РДСП !+14"
    workspace.do(sessions.add_task_line, item_id, task, at=room.tick())
    workspace.do(sessions.update_decision_text, item_id, "Подкрепя семейството.", at=room.tick())
    workspace.do(sessions.adopt_by_consensus, item_id, at=room.tick())
    today = datetime(2027, 1, 20, tzinfo=UTC).date()
    found = workspace.ask(brief.get_case_brief, case_id, today=today)
    assert found is not None
    assert found.code.startswith("KRZ-2026-")
    assert [row.number for row in found.decisions] == ["1-1"]
    assert [(row.institution, row.overdue) for row in found.tasks] == [("РДСП – Кърджали", True)]
    assert (len(found.children), found.not_heard) == (1, 1)
    assert workspace.ask(brief.get_case_brief, case_id, besides=item_id, today=today) != found
    assert "Ковачева" not in str([(one.label, one.opinion) for one in found.children])
