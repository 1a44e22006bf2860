"""The first screen on a real store."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from tests.support.people import make_institution, make_mechanism, make_member
from tests.support.stores import MADE_AT

from dcm_desktop.domain.terms import (
    AgendaItemKind,
    CareType,
    CaseTypology,
    MandateEndReason,
    RiskLevel,
    SessionStatus,
)
from dcm_desktop.domain.values import SOFIA
from dcm_desktop.usecases import cases, members, tasks
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import CaseData, ChildData, IndividualData
from dcm_desktop.usecases.home import BirthdayRow, HomeView, InboxKind, get_home
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions.agenda import ItemData, add_item
from dcm_desktop.usecases.sessions.prepare import SessionData, create_session
from dcm_desktop.usecases.tasks import CaseTaskData

STARTS = datetime(2026, 12, 10, 10, 0, tzinfo=SOFIA)
CASE = CaseData(CaseTypology.PREVENTION_SEPARATION, date(2026, 9, 14), municipality="KRZ16")


@pytest.fixture
def mechanism_id(workspace: Workspace) -> str:
    return make_mechanism(workspace)


def home(workspace: Workspace, at: datetime = MADE_AT) -> HomeView:
    return workspace.ask(get_home, at=at)


def make_session(workspace: Workspace, mechanism_id: str, starts_at: datetime = STARTS) -> str:
    data = SessionData(starts_at, place="зала № 2")
    return workspace.do(
        create_session, mechanism_id, data, with_items=False, accept=ACCEPT_ALL, at=MADE_AT
    ).id


def test_an_empty_store_has_an_empty_first_screen(workspace: Workspace) -> None:
    seen = home(workspace)
    assert seen.mechanism_id == ""
    assert seen.next_session is None
    assert (seen.overdue_count, seen.urgent_count, seen.missing_count) == (0, 0, 0)
    assert not seen.not_sent.is_enrolled
    assert seen.user_name == "Ивана Проба"


def test_the_next_session_is_the_nearest_ahead_with_its_readiness(
    workspace: Workspace, mechanism_id: str
) -> None:
    make_session(workspace, mechanism_id, STARTS + timedelta(days=28))
    nearest = make_session(workspace, mechanism_id)
    workspace.do(add_item, nearest, ItemData(AgendaItemKind.REPORT, "Доклад"), at=MADE_AT)
    session = home(workspace).next_session
    assert session is not None
    assert (session.session_id, session.days_left, session.item_count) == (nearest, 16, 1)
    assert session.status is SessionStatus.DRAFT
    assert session.readiness is not None
    assert session.readiness.total > 0


def test_a_session_whose_day_has_passed_waits_to_be_entered(
    workspace: Workspace, mechanism_id: str
) -> None:
    session_id = make_session(workspace, mechanism_id)
    seen = home(workspace, STARTS + timedelta(days=2))
    assert seen.next_session is None
    row = next(row for row in seen.inbox if row.kind is InboxKind.PAST_SESSIONS)
    assert (row.count, row.since, row.record_id) == (1, date(2026, 12, 10), session_id)


def test_overdue_tasks_stand_by_institution(workspace: Workspace, mechanism_id: str) -> None:
    case_id = workspace.do(cases.open_case, mechanism_id, CASE, at=MADE_AT).id
    rzi, ruo = make_institution(workspace), make_institution(workspace, "РУО – Кърджали")
    for body, day in ((rzi, 1), (rzi, 2), (ruo, 3)):
        data = CaseTaskData("Справка за дохода", body, due_on=date(2026, 12, day))
        workspace.do(tasks.add_case_task, case_id, data, at=MADE_AT)
    seen = home(workspace, datetime(2026, 12, 20, 9, 0, tzinfo=SOFIA))
    assert seen.overdue_count == 3
    assert [(row.institution, row.count, row.since) for row in seen.overdue] == [
        ("РЗИ – Кърджали", 2, date(2026, 12, 1)),
        ("РУО – Кърджали", 1, date(2026, 12, 3)),
    ]


def test_urgent_cases_say_whether_they_stand_on_an_agenda(
    workspace: Workspace, mechanism_id: str
) -> None:
    high = replace(CASE, risk_level=RiskLevel.HIGH)
    ids = [
        workspace.do(cases.open_case, mechanism_id, data, at=MADE_AT).id
        for data in (high, replace(CASE, risk_level=RiskLevel.IMMEDIATE), CASE)
    ]
    session_id = make_session(workspace, mechanism_id)
    workspace.do(add_item, session_id, ItemData(AgendaItemKind.CASE, case_id=ids[0]), at=MADE_AT)
    seen = home(workspace)
    assert seen.urgent_count == 2
    assert [(row.case_id, row.item_number, row.discussed_on) for row in seen.urgent] == [
        (ids[1], None, None),
        (ids[0], 1, STARTS.date()),
    ]
    file = workspace.ask(cases.get_case, ids[0], today=date(2026, 11, 24))
    assert file.planned is not None
    assert file.planned.item_number == 1
    assert "next_review" not in {missing.code for missing in file.missing}


def test_children_who_come_of_an_age_are_counted(workspace: Workspace, mechanism_id: str) -> None:
    children = [
        ChildData(IndividualData("Яна", birth_date=born), care_now=CareType.PARENTS)
        for born in (date(2024, 1, 10), date(2009, 2, 22), date(2009, 2, 23), date(2012, 11, 24))
    ]
    case_id = workspace.do(
        cases.open_case, mechanism_id, CASE, children=children, accept=ACCEPT_ALL, at=MADE_AT
    ).id
    seen = home(workspace)
    assert seen.birthdays_until == date(2027, 2, 22)
    assert seen.birthdays == (BirthdayRow(3, 1, (case_id,)), BirthdayRow(18, 1, (case_id,)))


def test_what_lacks_and_what_ends_is_counted(workspace: Workspace, mechanism_id: str) -> None:
    workspace.do(cases.open_case, mechanism_id, CASE, at=MADE_AT)
    mandate_id = make_member(workspace, mechanism_id)
    workspace.do(
        members.end_mandate,
        mandate_id,
        end_on=date(2026, 12, 31),
        reason=MandateEndReason.RESIGNED,
        at=MADE_AT,
    )
    seen = home(workspace)
    assert (seen.missing_count, seen.cases_with_missing) == (5, 1)
    assert (seen.mandates_ending, seen.reviews_until) == (1, date(2026, 12, 31))
    new = next(row for row in seen.inbox if row.kind is InboxKind.NEW_CASES)
    assert (new.count, new.codes) == (1, ("KRZ-2026-001",))
    assert seen.not_sent.changes > 0
