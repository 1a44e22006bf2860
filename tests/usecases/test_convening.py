"""Convening on a real store: rule of dates, calendar file, kit for the hall, no quorum."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from tests.support import ics
from tests.support.builders import (
    PREPARED_AT,
    STARTS_AT,
    Mechanism15,
    Room,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)
from tests.support.pdf_text import page_count, pages, raw_text, says

from dcm_desktop import labels
from dcm_desktop.domain.schedule import LAST, Schedule
from dcm_desktop.domain.terms import (
    CaseStatus,
    ScheduleRule,
    SessionStatus,
)
from dcm_desktop.errors import ExportRefused, InputRefused, RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import get_case
from dcm_desktop.usecases.documents import PaperKind, list_papers, make_document
from dcm_desktop.usecases.documents.calendar import CalendarFile, make_calendar
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions.proposing import propose_session
from dcm_desktop.usecases.sessions.reconvening import (
    fail_and_reconvene,
    propose_new_date,
    reconvene_session,
)
from dcm_desktop.usecases.sessions.schedule import (
    ScheduleData,
    clear_schedule,
    get_schedule,
    planned_days,
    set_schedule,
)

FOURTH_THURSDAY = ScheduleData(
    Schedule(ScheduleRule.NTH_WEEKDAY, nth=4, weekday=3, hour=time(14, 30)), "зала № 5"
)


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    made = make_session(workspace, kit)
    made.now = PREPARED_AT
    return made


def calendar(room: Room) -> tuple[CalendarFile, ics.Component]:
    file = room.workspace.do(make_calendar, room.session_id, at=room.now)
    return file, ics.read(file.data)


# -- B4 ------------------------------------------------------------------------------------------


def test_next_session_is_proposed_by_the_rule_on_a_working_day(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """B4: the fourth Thursday of December 2026 is Christmas Eve; the 29th is offered."""
    make_session(workspace, kit, starts_at=datetime(2026, 11, 26, 8, 0, tzinfo=UTC))
    workspace.do(set_schedule, kit.mechanism_id, FOURTH_THURSDAY, at=PREPARED_AT)
    assert workspace.ask(get_schedule, kit.mechanism_id) == FOURTH_THURSDAY
    (planned,) = workspace.ask(planned_days, kit.mechanism_id, at=PREPARED_AT)
    assert (planned.day, planned.free_name) == (date(2026, 12, 24), "Бъдни вечер")
    data = workspace.ask(propose_session, kit.mechanism_id, at=PREPARED_AT)
    assert data.starts_at == datetime(2026, 12, 29, 12, 30, tzinfo=UTC)
    assert data.place == "зала № 5"


def test_rule_is_saved_once_and_can_be_dropped(workspace: Workspace, kit: Mechanism15) -> None:
    first = workspace.do(set_schedule, kit.mechanism_id, FOURTH_THURSDAY, at=PREPARED_AT)
    monthly = ScheduleData(Schedule(ScheduleRule.DAY_OF_MONTH, day=15, every_months=3))
    assert workspace.do(set_schedule, kit.mechanism_id, monthly, at=PREPARED_AT).id == first.id
    workspace.do(clear_schedule, kit.mechanism_id, at=PREPARED_AT)
    assert workspace.ask(get_schedule, kit.mechanism_id) is None
    assert workspace.ask(planned_days, kit.mechanism_id, at=PREPARED_AT) == ()


def test_rule_out_of_range_is_refused(workspace: Workspace, kit: Mechanism15) -> None:
    wrong = ScheduleData(Schedule(ScheduleRule.NTH_WEEKDAY, nth=LAST + 1))
    with pytest.raises(InputRefused) as refused:
        workspace.do(set_schedule, kit.mechanism_id, wrong, at=PREPARED_AT)
    assert refused.value.code == "schedule.out_of_range"


# -- B1 ------------------------------------------------------------------------------------------


def test_calendar_file_keeps_its_uid_and_counts_changes(room: Room) -> None:
    """B1: stable UID; SEQUENCE grows with date, place and status, not with a copy."""
    file, first = calendar(room)
    uid = first.sub("VEVENT").one("UID").value
    assert file.sequence == 0
    assert calendar(room)[0].sequence == 0
    data = room.workspace.ask(sessions.get_session_data, room.session_id)
    moved = sessions.SessionData(
        STARTS_AT + timedelta(days=1), place="зала № 7", number=data.number
    )
    room.workspace.do(
        sessions.update_session, room.session_id, moved, accept=ACCEPT_ALL, at=room.now
    )
    file, second = calendar(room)
    assert file.sequence == 1
    event = second.sub("VEVENT")
    assert event.one("UID").value == uid
    assert event.one("LOCATION").text == "зала № 7"
    assert ics.instant(second, "DTSTART") == STARTS_AT + timedelta(days=1)
    room.workspace.do(sessions.postpone_session, room.session_id, "Ремонт", at=room.now)
    file, third = calendar(room)
    assert (file.sequence, third.one("METHOD").value) == (2, "CANCEL")
    room.workspace.do(
        sessions.reschedule_session,
        room.session_id,
        STARTS_AT + timedelta(days=7),
        accept=ACCEPT_ALL,
        at=room.now,
    )
    file, fourth = calendar(room)
    assert (file.sequence, fourth.one("METHOD").value) == (3, "REQUEST")
    room.workspace.do(sessions.cancel_session, room.session_id, "Отпада", at=room.now)
    file, last = calendar(room)
    assert (file.sequence, file.cancelled) == (4, True)
    assert last.one("METHOD").value == "CANCEL"
    assert last.sub("VEVENT").one("UID").value == uid


def test_a_change_of_the_topic_is_no_change_of_the_calendar(room: Room) -> None:
    calendar(room)
    data = sessions.SessionData(STARTS_AT, place="зала № 2", funding_project="BG05")
    room.workspace.do(
        sessions.update_session, room.session_id, data, accept=ACCEPT_ALL, at=room.now
    )
    assert calendar(room)[0].sequence == 0


def test_calendar_has_public_titles_and_no_case(room: Room) -> None:
    """B1: no case codes, no names of children; names in a place are stopped by the guard."""
    case_id = make_case(room.workspace, room.kit)
    add_case_item(room, case_id)
    file, read = calendar(room)
    text = read.sub("VEVENT").one("DESCRIPTION").text
    assert "3. Обсъждане на случай (закрита част)" in text
    code = room.workspace.ask(get_case, case_id, today=PREPARED_AT.date()).code
    assert code not in text
    assert file.file_name == "okmd-1-2026-12-10.ics"
    data = sessions.SessionData(STARTS_AT, place="у Мира Ковачева")
    room.workspace.do(
        sessions.update_session, room.session_id, data, accept=ACCEPT_ALL, at=room.now
    )
    with pytest.raises(ExportRefused):
        calendar(room)


def test_calendar_file_is_in_the_register_of_copies(room: Room) -> None:
    calendar(room)
    (row,) = room.workspace.ask(list_papers, room.session_id)
    assert (row.kind, row.edition, row.way) == ("calendar", "0", "file")


# -- B6 ------------------------------------------------------------------------------------------


def test_one_command_makes_the_kit_of_a_session(room: Room) -> None:
    """B6: agenda, sheet, slips for 15 votes, form for the minutes; case codes only."""
    case_id = make_case(room.workspace, room.kit)
    add_case_item(room, case_id)
    code = room.workspace.ask(get_case, case_id, today=PREPARED_AT.date()).code
    paper = room.workspace.ask(make_document, room.session_id, PaperKind.KIT, at=room.now)
    assert says(paper.pdf, f"Обсъждане на случай № {code} (закрита част)")
    assert raw_text(paper.pdf).count("БЮЛЕТИНА №") == 24
    assert says(paper.pdf, "Необходим кворум: 8 от 15 с право на глас.")
    for page in pages(paper.pdf):
        assert "Ковачева" not in page
        if "ПРИСЪСТВЕН СПИСЪК" in page or "БЮЛЕТИНА" in page:
            assert code not in page
    again = room.workspace.ask(make_document, room.session_id, PaperKind.KIT, at=room.now)
    assert again.sha256 == paper.sha256
    assert paper.file_name == "okmd-1-2026-12-10-kit.pdf"


def test_guard_stops_a_kit_with_a_name(room: Room) -> None:
    """B6: the guard runs over every text of the kit."""
    make_case(room.workspace, room.kit)
    data = sessions.SessionData(STARTS_AT, place="у Илияна Ковачева")
    room.workspace.do(
        sessions.update_session, room.session_id, data, accept=ACCEPT_ALL, at=room.now
    )
    with pytest.raises(ExportRefused):
        room.workspace.ask(make_document, room.session_id, PaperKind.KIT, at=room.now)


# -- D6 ------------------------------------------------------------------------------------------


def test_without_quorum_there_is_a_statement_a_new_session_and_its_letters(room: Room) -> None:
    """D6: one act; who came, new date, convening letter; cases stay open."""
    case_id = make_case(room.workspace, room.kit)
    add_case_item(room, case_id)
    status = room.workspace.ask(get_case, case_id, today=PREPARED_AT.date()).status
    room.now = STARTS_AT
    for n in (1, 2, 3):
        room.workspace.do(sessions.mark_present, room.row(n), at=room.now)
    new_date = STARTS_AT + timedelta(days=14)
    ask = room.workspace.do(fail_and_reconvene, room.session_id, new_date, at=room.tick(35))
    assert not ask.is_saved
    assert "session.free_day" in ask.codes  # 24 December
    free = next(one for one in ask.warnings if one.code == "session.free_day")
    assert "29.12.2026" in labels.sentence(free)  # B4: the next working day is offered
    new_date += timedelta(days=7)
    done = room.workspace.do(
        fail_and_reconvene, room.session_id, new_date, accept=ACCEPT_ALL, at=room.now
    )
    assert done.convened
    assert room.view().status is SessionStatus.NO_QUORUM
    paper = room.workspace.ask(make_document, room.session_id, PaperKind.STATEMENT, at=room.now).pdf
    assert page_count(paper) <= 2
    for sentence in (
        "присъстват 3 (трима). Необходимият кворум е 8 (осем) членове.",
        "Към 10.35 часа",
        "Ново заседание (№ 2) се свиква за 31 декември 2026 г. (четвъртък) от 10.00 часа",
        "Неразгледаните 3 точки от дневния ред се пренасят",
    ):
        assert says(paper, sentence), sentence
    new = sessions.get_session_data
    data = room.workspace.ask(new, done.new_session_id)
    assert (data.number, data.starts_at) == (2, new_date)
    letter = room.workspace.ask(
        make_document, done.new_session_id, PaperKind.INVITATION, at=room.now
    ).pdf
    assert says(letter, "31 декември 2026 г. (четвъртък) от 10.00 часа")
    assert says(letter, "Обсъждане на случай")
    case = room.workspace.ask(get_case, case_id, today=STARTS_AT.date())
    assert case.status is status is not CaseStatus.CLOSED


def test_a_new_date_can_follow_later_and_only_once(room: Room) -> None:
    """D6: the date may be set the next day; the session is called once."""
    room.now = STARTS_AT
    room.workspace.do(sessions.declare_no_quorum, room.session_id, at=room.now)
    before = room.workspace.ask(make_document, room.session_id, PaperKind.STATEMENT, at=room.now)
    assert says(before.pdf, "Датата на новото заседание ще бъде съобщена с покана.")
    assert says(before.pdf, "не присъства никой")
    proposed = room.workspace.ask(propose_new_date, room.session_id, at=room.now)
    assert proposed == STARTS_AT + timedelta(days=19)  # 24 to 28 December are days off
    now = room.tick(60)
    done = room.workspace.do(
        reconvene_session, room.session_id, proposed, accept=ACCEPT_ALL, at=now
    )
    assert done.is_saved
    with pytest.raises(RuleBroken, match=r"session\.reconvened_already"):
        room.workspace.do(reconvene_session, room.session_id, proposed, at=now)


def test_a_session_with_quorum_has_no_statement(room: Room) -> None:
    with pytest.raises(RuleBroken, match=r"paper\.quorum_was_there"):
        room.workspace.ask(make_document, room.session_id, PaperKind.STATEMENT, at=room.now)
    with pytest.raises(RuleBroken, match=r"session\.not_failed"):
        room.workspace.do(
            reconvene_session, room.session_id, STARTS_AT + timedelta(days=30), at=room.now
        )


def test_a_session_prepared_before_is_not_the_one_called_instead(room: Room) -> None:
    """D6: the session of next month was in preparation already; the new one stands before it."""
    make_session(room.workspace, room.kit, starts_at=STARTS_AT + timedelta(days=42))
    room.now = STARTS_AT
    told = STARTS_AT + timedelta(days=21)
    room.workspace.do(
        sessions.declare_no_quorum, room.session_id, next_session_at=told, at=room.now
    )
    done = room.workspace.do(
        reconvene_session, room.session_id, told, accept=ACCEPT_ALL, at=room.tick(60)
    )
    assert done.is_saved
    paper = room.workspace.ask(make_document, room.session_id, PaperKind.STATEMENT, at=room.now)
    assert says(paper.pdf, "Ново заседание (№ 3) се свиква за 31 декември 2026 г.")
