"""Notice and expected attendance on a real store: who was told, and what they said beforehand."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.builders import (
    PREPARED_AT,
    STARTS_AT,
    Mechanism15,
    Room,
    make_mechanism_of_15,
    make_session,
)
from tests.support.pdf_text import pages, says

from dcm_desktop.domain.terms import ExpectedAnswer, NoticeWay, NoticeWhat
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.documents import PaperKind, make_document
from dcm_desktop.usecases.sessions.expected import (
    apply_expectations,
    clear_expected,
    expectations,
    list_expected,
    set_expected,
)
from dcm_desktop.usecases.sessions.notices import (
    NoticeData,
    list_notices,
    log_notice,
    log_notices,
    remove_notice,
)

INVITED = NoticeData(NoticeWhat.INVITATION, NoticeWay.EMAIL, date(2026, 11, 24))


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    made = make_session(workspace, kit)
    made.now = PREPARED_AT
    return made


# -- B2, B3 --------------------------------------------------------------------------------------


def test_one_key_logs_everybody_and_the_chair_gets_no_letter(room: Room) -> None:
    """B2: who, how, when, by whom; 14 members and 2 associates besides the chair."""
    made = room.workspace.do(log_notices, room.session_id, INVITED, at=room.now)
    assert made == 16
    log = room.workspace.ask(list_notices, room.session_id, today=PREPARED_AT.date())
    assert (log.invited, len(log.members)) == (16, 16)
    assert room.kit.people[1] not in {one.person_id for one in log.members}
    assert room.workspace.do(log_notices, room.session_id, INVITED, at=room.now) == 0
    pdf = room.workspace.ask(make_document, room.session_id, PaperKind.INVITATION, at=room.now).pdf
    letters = [page for page in pages(pdf) if "П О К А Н А" in page or "ПОКАНА" in page]
    assert len(letters) == 16
    assert not any(
        "УВАЖАЕМА" in page and "Радка Милева" in page.split("УВАЖАЕМ")[0] for page in letters
    )


def test_notices_of_one_member_are_kept_with_way_and_name(room: Room) -> None:
    """B2: e-mail, then the telephone for one of them; a wrong entry can be taken out."""
    person = room.kit.people[4]
    phone = NoticeData(
        NoticeWhat.REMINDER, NoticeWay.PHONE, date(2026, 11, 24), "Невена Ралева", "прие"
    )
    room.workspace.do(log_notice, room.session_id, person, INVITED, at=room.now)
    saved = room.workspace.do(log_notice, room.session_id, person, phone, at=room.now)
    log = room.workspace.ask(list_notices, room.session_id, today=PREPARED_AT.date())
    (member,) = [one for one in log.members if one.person_id == person]
    assert [(row.what, row.way) for row in member.rows] == [
        (NoticeWhat.INVITATION, NoticeWay.EMAIL),
        (NoticeWhat.REMINDER, NoticeWay.PHONE),
    ]
    assert member.rows[1].sent_by == "Невена Ралева"
    paper = room.workspace.ask(
        make_document, room.session_id, PaperKind.ADDRESSEES, at=room.now
    ).pdf
    assert says(paper, "телефон, Невена Ралева")
    room.workspace.do(remove_notice, saved.id, at=room.now)
    log = room.workspace.ask(list_notices, room.session_id, today=PREPARED_AT.date())
    assert sum(len(one.rows) for one in log.members) == 1


def test_late_invitations_are_named(room: Room) -> None:
    """B3: the notice of the rules (5 working days or more) makes the deadline; later is late."""
    log = room.workspace.ask(list_notices, room.session_id, today=PREPARED_AT.date())
    deadline = log.deadline
    in_time = NoticeData(NoticeWhat.INVITATION, NoticeWay.PAPER, deadline.day)
    late = NoticeData(NoticeWhat.INVITATION, NoticeWay.PAPER, STARTS_AT.date())
    after = STARTS_AT + timedelta(hours=1)
    room.workspace.do(log_notice, room.session_id, room.kit.people[2], in_time, at=after)
    room.workspace.do(log_notice, room.session_id, room.kit.people[3], late, at=after)
    log = room.workspace.ask(list_notices, room.session_id, today=STARTS_AT.date())
    told = {one.person_id: one.invitation for one in log.members}
    first, second = told[room.kit.people[2]], told[room.kit.people[3]]
    assert first is not None
    assert second is not None
    assert (first.is_late, second.is_late, log.late) == (False, True, 1)
    assert log.deadline.is_past


def test_notice_of_tomorrow_and_of_a_stranger_are_refused(room: Room) -> None:
    tomorrow = NoticeData(NoticeWhat.INVITATION, NoticeWay.EMAIL, date(2026, 11, 25))
    with pytest.raises(InputRefused) as refused:
        room.workspace.do(log_notices, room.session_id, tomorrow, at=room.now)
    assert refused.value.code == "notice.in_future"
    with pytest.raises(InputRefused) as refused:
        room.workspace.do(log_notice, room.session_id, room.kit.people[18], INVITED, at=room.now)
    assert refused.value.code == "notice.stranger"


# -- B5 ------------------------------------------------------------------------------------------


def test_answers_by_telephone_are_counted_apart(room: Room) -> None:
    """B5: will come, will not, sends a substitute; the last answer of a member stands."""
    do, mandates = room.workspace.do, room.kit.mandates
    do(set_expected, room.session_id, mandates[2], ExpectedAnswer.WONT_COME, at=room.now)
    do(set_expected, room.session_id, mandates[2], ExpectedAnswer.WILL_COME, at=room.now)
    do(
        set_expected,
        room.session_id,
        mandates[3],
        ExpectedAnswer.WONT_COME,
        reason="командировка",
        at=room.now,
    )
    do(
        set_expected,
        room.session_id,
        mandates[4],
        ExpectedAnswer.SENDS_SUBSTITUTE,
        substitute_person_id=room.kit.people[18],
        at=room.now,
    )
    view = room.workspace.ask(list_expected, room.session_id)
    assert (view.coming, view.missing, view.unasked, view.needed) == (2, 1, 12, 8)
    said = room.workspace.ask(expectations, room.session_id)
    assert said[mandates[4]].substitute == "Невена Ралева"
    do(clear_expected, room.session_id, mandates[4], at=room.now)
    assert mandates[4] not in room.workspace.ask(expectations, room.session_id)


def test_two_members_cannot_announce_the_same_substitute(room: Room) -> None:
    """B5, C3: two members cannot send the same person."""
    do, mandates = room.workspace.do, room.kit.mandates
    answer, person = ExpectedAnswer.SENDS_SUBSTITUTE, room.kit.people[18]
    session_id, now = room.session_id, room.now
    do(set_expected, session_id, mandates[4], answer, substitute_person_id=person, at=now)
    with pytest.raises(RuleBroken, match=r"expected\.same_substitute"):
        do(set_expected, session_id, mandates[5], answer, substitute_person_id=person, at=now)


@given(st.lists(st.sampled_from([None, *ExpectedAnswer]), min_size=15, max_size=15))
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_answer_ever_counts_as_presence(
    room: Room, answers: list[ExpectedAnswer | None]
) -> None:
    """B5: whatever was said, nobody is present, nobody is counted, no row of the roll moves."""
    before = room.view()
    for n, answer in enumerate(answers, 1):
        if answer is None:
            room.workspace.do(clear_expected, room.session_id, room.kit.mandates[n], at=room.now)
        else:
            room.workspace.do(
                set_expected, room.session_id, room.kit.mandates[n], answer, at=room.now
            )
    after = room.view()
    assert [(row.n, row.sign, row.in_room) for row in after.members] == [
        (row.n, row.sign, row.in_room) for row in before.members
    ]
    assert after.quorum == before.quorum
    assert after.quorum.present == 0


def test_the_roll_is_filled_in_on_request_and_only_with_those_who_stay_away(room: Room) -> None:
    """B5: pre-fills roll call, never counts as presence."""
    do, mandates = room.workspace.do, room.kit.mandates
    do(
        set_expected,
        room.session_id,
        mandates[3],
        ExpectedAnswer.WONT_COME,
        reason="болнични",
        at=room.now,
    )
    do(set_expected, room.session_id, mandates[4], ExpectedAnswer.WILL_COME, at=room.now)
    do(set_expected, room.session_id, mandates[5], ExpectedAnswer.WONT_COME, at=room.now)
    do(sessions.mark_present, room.row(5), at=room.now)
    assert do(apply_expectations, room.session_id, at=room.now) == 1
    sign = {row.n: row.sign for row in room.view().members}
    assert (sign[3], sign[4], sign[5]) == (
        sessions.RollSign.EXCUSED,
        sessions.RollSign.EXPECTED,
        sessions.RollSign.PRESENT,
    )
