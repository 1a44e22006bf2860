"""The national store sees a district's sessions, cases by code, and the first totals."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session as DbSession
from tests.support.exchange import AT, HELD_AT
from tests.support.pair import Pair, set_values

from dcm_desktop.domain.terms import (
    AttendanceCapacity,
    AttendanceStatus,
    CaseCloseReason,
    CaseStatus,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.store.tables import Attendance, Case, CaseReview, Person, Session
from dcm_desktop.usecases.national import (
    Period,
    TotalsRow,
    list_national_cases,
    list_national_sessions,
    national_overview,
)
from dcm_desktop.usecases.workspace import Workspace

DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


@pytest.fixture
def pair(workspace: Workspace, national: Workspace, tmp_path: Path) -> Pair:
    return Pair(workspace, national, tmp_path)


def add_session(
    db: DbSession,
    /,
    ids: dict[str, str],
    starts_at: datetime,
    *,
    at: datetime,
    **values: object,
) -> str:
    """Another session at which the same member was present."""
    assert at.tzinfo
    session_id = str(db.info["new_id"]())
    fields = {"status": SessionStatus.HELD, "number": 8} | values
    db.add(Session(id=session_id, mechanism_id=ids["mechanism"], starts_at=starts_at, **fields))
    db.add(
        Attendance(
            id=db.info["new_id"](),
            session_id=session_id,
            person_id=ids["person"],
            capacity=AttendanceCapacity.PERMANENT,
            status=AttendanceStatus.PRESENT,
        )
    )
    return session_id


def totals(store: Workspace, period: Period | None = None, **options: str) -> TotalsRow:
    return store.ask(national_overview, period, **options).totals


def test_national_store_shows_what_the_district_sent(pair: Pair) -> None:
    pair.take(pair.export())
    view = pair.national.ask(national_overview)
    (row,) = view.districts
    assert (row.district, row.mechanisms, row.is_enrolled) == ("KRZ", 1, True)
    assert (row.last_number, row.last_name) == (1, "okmd-KRZ-A-0001.dcmb")
    assert row.totals == view.totals == TotalsRow(1, 2, 2, 1)
    assert view == pair.national.ask(national_overview, Period())
    assert pair.district.ask(national_overview).totals == view.totals


def test_sessions_and_cases_are_listed_without_a_name(pair: Pair) -> None:
    pair.take(pair.export())
    (session,) = pair.national.ask(list_national_sessions)
    assert (session.district, session.number, session.present) == ("KRZ", 7, 2)
    assert (session.items, session.decisions, session.on) == (2, 2, date(2026, 11, 26))
    (case,) = pair.national.ask(list_national_cases, "KRZ")
    assert (case.code, case.children, case.reviews) == ("KRZ-2026-001", 1, 1)
    assert pair.national.ask(list_national_cases, "LOV") == ()
    assert "Бонева" not in repr((session, case))


def test_district_without_a_file_yet_stands_in_the_list(pair: Pair) -> None:
    (row,) = pair.national.ask(national_overview).districts
    assert (row.district, row.last_at, row.totals) == ("KRZ", None, TotalsRow())


def test_one_person_at_two_sessions_is_one_person_and_two_attendances(pair: Pair) -> None:
    pair.district.do(add_session, pair.ids, HELD_AT + timedelta(days=2), at=AT)
    assert totals(pair.district) == TotalsRow(2, 3, 2, 1)


def test_doubled_person_is_counted_once_after_the_merge(pair: Pair) -> None:
    add: dict[str, object] = {"status": AttendanceStatus.PRESENT}
    pair.district.do(set_values, Attendance, pair.ids["absent"], add, at=AT)
    assert totals(pair.district).persons == 3
    merge: dict[str, object] = {"merged_into_id": pair.ids["person"]}
    pair.district.do(set_values, Person, pair.ids["second"], merge, at=AT)
    assert totals(pair.district) == TotalsRow(1, 3, 2, 1)


@pytest.mark.parametrize("kind", [SessionKind.WORKING_MEETING, SessionKind.WRITTEN])
def test_working_meetings_and_written_procedures_are_no_sessions_held(
    pair: Pair, kind: SessionKind
) -> None:
    pair.district.do(add_session, pair.ids, HELD_AT, at=AT, kind=kind)
    assert totals(pair.district) == TotalsRow(1, 2, 2, 1)


def test_session_that_was_not_held_is_not_counted(pair: Pair) -> None:
    values: dict[str, object] = {"status": SessionStatus.NO_QUORUM}
    pair.district.do(set_values, Session, pair.ids["session"], values, at=AT)
    found = totals(pair.district, NOVEMBER)
    assert (found.sessions, found.attendances, found.persons) == (0, 0, 0)


def test_period_counts_by_the_day_in_sofia(pair: Pair) -> None:
    late = datetime(2026, 11, 30, 22, 30, tzinfo=AT.tzinfo)
    pair.district.do(add_session, pair.ids, late, at=AT)
    assert totals(pair.district, DECEMBER).sessions == 1
    assert totals(pair.district, NOVEMBER).sessions == 1
    assert totals(pair.district, DECEMBER).cases == 0


def test_project_counts_only_what_carries_it(pair: Pair) -> None:
    pair.district.do(add_session, pair.ids, HELD_AT, at=AT, funding_project="П-1")
    found = totals(pair.district, project="П-1")
    assert (found.sessions, found.attendances, found.cases) == (1, 1, 0)
    assert pair.district.ask(national_overview).projects == ("П-1",)


@pytest.mark.parametrize(
    "values",
    [
        {"status": CaseStatus.DECLINED},
        {"status": CaseStatus.CLOSED, "close_reason": CaseCloseReason.DUPLICATE},
    ],
)
def test_declined_and_doubled_cases_are_not_counted(pair: Pair, values: dict[str, object]) -> None:
    pair.district.do(set_values, Case, pair.ids["case"], values, at=AT)
    assert totals(pair.district).cases == 0


def test_case_counts_by_its_review_or_by_a_task(pair: Pair) -> None:
    pair.district.do(set_values, CaseReview, pair.ids["review"], {"deleted": True}, at=AT)
    assert totals(pair.district, NOVEMBER).cases == 1
    assert totals(pair.district, DECEMBER).cases == 0
