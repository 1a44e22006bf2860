"""Life of a case: states and guards, codes, ages, dates."""

import calendar
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.case import (
    AgeGroup,
    CaseFacts,
    age_at,
    age_group,
    check_dates,
    child_findings,
    code_prefix,
    deadline,
    follow_up_due,
    is_open,
    months_at,
    next_code,
    next_status,
    opening_findings,
    replay,
    targets,
    transition_findings,
)
from dcm_desktop.domain.terms import (
    CaseCloseReason,
    CaseStatus,
    CaseTypology,
    Consent,
    MechanismLevel,
    RiskLevel,
)
from dcm_desktop.errors import RuleBroken

TODAY = date(2026, 11, 26)
COMPLETE = CaseFacts(
    consent=Consent.GIVEN,
    typology=CaseTypology.PREVENTION_SEPARATION,
    risk_level=RiskLevel.HIGH,
    has_summary=True,
    has_ozd_assessment=True,
    plan_tasks=2,
    reviews=1,
    children=2,
    children_with_outcome=2,
    close_reason=CaseCloseReason.GOALS_MET,
    has_follow_up_outcome=True,
    reason="нова информация",
)
PAIRS = [(one, other) for one in CaseStatus for other in CaseStatus]


@pytest.mark.parametrize(("status", "target"), PAIRS)
def test_only_the_pairs_of_the_table_are_allowed(status: CaseStatus, target: CaseStatus) -> None:
    codes = [f.code for f in transition_findings(status, target, COMPLETE)]
    if target in targets(status):
        assert codes == []
        assert next_status(status, target, COMPLETE) is target
    else:
        assert codes == ["case.transition"]
        with pytest.raises(RuleBroken) as caught:
            next_status(status, target, COMPLETE)
        assert caught.value.facts == {"status": status, "target": target}


def test_archived_case_stays_archived() -> None:
    assert targets(CaseStatus.ARCHIVED) == ()


@pytest.mark.parametrize(
    ("status", "target", "lack", "code"),
    [
        ("new", "accepted", {"consent": None}, "case.consent_missing"),
        ("new", "accepted", {"typology": None}, "case.typology_missing"),
        ("new", "declined", {"reason": " "}, "case.reason_missing"),
        ("accepted", "transferred", {"reason": ""}, "case.reason_missing"),
        ("accepted", "planning", {"has_ozd_assessment": False}, "case.ozd_assessment_missing"),
        ("assessment", "planning", {"has_summary": False}, "case.summary_missing"),
        ("assessment", "planning", {"risk_level": None}, "case.risk_missing"),
        ("planning", "implementing", {"plan_tasks": 0}, "case.plan_missing"),
        ("planning", "implementing", {"reviews": 0}, "case.review_missing"),
        ("monitoring", "closed", {"close_reason": None}, "case.close_reason_missing"),
        ("implementing", "closed", {"children_with_outcome": 1}, "case.outcome_missing"),
        ("assessment", "closed", {"open_tasks": 1}, "case.open_tasks"),
        ("implementing", "closed", {"incomplete_reviews": 1}, "case.review_incomplete"),
        ("closed", "accepted", {"reason": ""}, "case.reason_missing"),
        ("follow_up", "archived", {"has_follow_up_outcome": False}, "case.follow_up_missing"),
    ],
)
def test_each_guard_names_what_is_missing(
    status: str, target: str, lack: dict[str, object], code: str
) -> None:
    facts = replace(COMPLETE, **lack)  # type: ignore[arg-type]  # - fields come from the table
    found = transition_findings(CaseStatus(status), CaseStatus(target), facts)
    assert [f.code for f in found] == [code]
    assert all(f.blocks for f in found)


def test_case_solved_between_sessions_needs_no_review() -> None:
    operative = replace(COMPLETE, reviews=0, operative=True)
    assert next_status(CaseStatus.PLANNING, CaseStatus.IMPLEMENTING, operative)


def test_lost_contact_is_enough_to_archive() -> None:
    lost = replace(COMPLETE, has_follow_up_outcome=False, lost_contact=True)
    assert next_status(CaseStatus.FOLLOW_UP, CaseStatus.ARCHIVED, lost)


@given(st.lists(st.integers(0, 5), max_size=20))
def test_replaying_the_history_yields_the_stored_state(choices: list[int]) -> None:
    status, history = CaseStatus.NEW, []
    for choice in choices:
        ways = targets(status)
        if not ways:
            break
        after = next_status(status, ways[choice % len(ways)], COMPLETE)
        history.append((status, after))
        status = after
    assert replay(history) is status


def test_history_with_a_jump_is_refused() -> None:
    with pytest.raises(RuleBroken):
        replay([(CaseStatus.NEW, CaseStatus.CLOSED)])
    with pytest.raises(RuleBroken):
        replay([(CaseStatus.ACCEPTED, CaseStatus.PLANNING)])


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 24))
def test_follow_up_falls_on_the_same_day_or_the_end_of_a_shorter_month(
    closed_on: date, months: int
) -> None:
    due = follow_up_due(closed_on, months)
    assert (due.year - closed_on.year) * 12 + due.month - closed_on.month == months
    last = calendar.monthrange(due.year, due.month)[1]
    assert due.day == min(closed_on.day, last)


@pytest.mark.parametrize(
    ("closed_on", "due"),
    [
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 11, 26), date(2027, 5, 26)),
        (date(2026, 12, 31), date(2027, 6, 30)),
    ],
)
def test_six_months_over_year_and_month_ends(closed_on: date, due: date) -> None:
    assert follow_up_due(closed_on) == due


def test_deadline_counts_working_days_only() -> None:
    assert deadline(date(2026, 12, 22), 3) == date(2026, 12, 30)


@given(st.sets(st.integers(1, 400), max_size=20), st.sampled_from(["", "B"]))
def test_next_code_is_new_and_goes_on_from_the_highest(serials: set[int], laptop: str) -> None:
    def given_code(serial: int) -> str:
        mark = f"P{laptop}{serial:02d}" if laptop else f"{serial:03d}"
        return f"LOV-2026-{mark}"

    used = [given_code(serial) for serial in serials]
    noise = ["LOV-2025-900", "KRZ-2026-901", "LOV16-2026-902", "LOV-2026-PC50"]
    code = next_code([*used, *noise], district="LOV", year=2026, laptop=laptop)
    assert str(code) not in used
    assert code.serial == max(serials, default=0) + 1


def test_municipal_mechanism_has_its_two_digits() -> None:
    assert code_prefix("KRZ", "KRZ16", MechanismLevel.MUNICIPAL) == ("KRZ", "16")
    assert code_prefix("KRZ", None, MechanismLevel.DISTRICT) == ("KRZ", "")
    assert str(next_code((), district="KRZ", municipal="16", year=2026)) == "KRZ16-2026-001"


births = st.dates(date(2000, 1, 1), date(2030, 1, 1))


@given(births, st.integers(0, 9000))
def test_age_grows_on_the_birthday(birth: date, days: int) -> None:
    day = date.fromordinal(birth.toordinal() + days)
    years = age_at(birth, day)
    assert 0 <= months_at(birth, day) - 12 * years < 12
    if (birth.month, birth.day) != (2, 29):
        assert date(birth.year + years, birth.month, birth.day) <= day
        assert date(birth.year + years + 1, birth.month, birth.day) > day


def test_child_of_29_february_ages_on_1_march() -> None:
    assert age_at(date(2024, 2, 29), date(2025, 2, 28)) == 0
    assert age_at(date(2024, 2, 29), date(2025, 3, 1)) == 1


@pytest.mark.parametrize(
    ("birth", "group"),
    [
        (date(2027, 1, 1), AgeGroup.UNBORN),
        (date(2026, 11, 26), AgeGroup.UNDER_1),
        (date(2025, 11, 27), AgeGroup.UNDER_1),
        (date(2025, 11, 26), AgeGroup.AGE_1_2),
        (date(2023, 11, 26), AgeGroup.PRESCHOOL),
        (date(2019, 11, 27), AgeGroup.PRESCHOOL),
        (date(2019, 11, 26), AgeGroup.PUPIL),
        (date(2012, 11, 26), AgeGroup.OVER_14),
        (date(2008, 11, 26), AgeGroup.ADULT),
    ],
)
def test_age_group_on_the_day_of_the_session(birth: date, group: AgeGroup) -> None:
    assert age_group(TODAY, birth_on=birth) is group


def test_age_group_from_an_estimate_or_a_year() -> None:
    assert age_group(TODAY, age_months=11) is AgeGroup.UNDER_1
    assert age_group(TODAY, birth_year=2020) is AgeGroup.PRESCHOOL
    assert age_group(TODAY, birth_year=2026) is AgeGroup.UNDER_1
    assert age_group(TODAY, unborn=True) is AgeGroup.UNBORN
    assert age_group(TODAY) is AgeGroup.UNKNOWN


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({}, ["child.age_missing"]),
        ({"unborn": True}, []),
        ({"birth_on": date(2026, 12, 1)}, ["child.birth_in_future"]),
        ({"birth_on": date(2027, 1, 5), "unborn": True}, []),
        ({"birth_on": date(2000, 1, 1)}, ["child.too_old"]),
        ({"birth_on": date(2007, 1, 1)}, ["child.adult"]),
        ({"age_months": 40}, []),
    ],
)
def test_age_of_a_child_in_a_case(facts: dict[str, object], codes: list[str]) -> None:
    found = child_findings(
        opened_on=date(2026, 10, 1),
        today=TODAY,
        typology=CaseTypology.REINTEGRATION,
        **facts,  # type: ignore[arg-type]  # - keyword arguments come from the table
    )
    assert [f.code for f in found] == codes


def test_person_over_18_fits_leaving_care() -> None:
    found = child_findings(
        opened_on=TODAY,
        today=TODAY,
        typology=CaseTypology.LEAVING_CARE,
        birth_on=date(2007, 1, 1),
    )
    assert found == ()


def test_immediate_risk_and_refused_consent_warn_at_once() -> None:
    found = opening_findings(
        risk_level=RiskLevel.IMMEDIATE, violence=False, consent=Consent.REFUSED
    )
    assert [(f.code, f.blocks) for f in found] == [
        ("case.immediate", False),
        ("case.consent_refused", False),
    ]
    assert opening_findings(risk_level=RiskLevel.LOW, violence=True, consent=Consent.GIVEN)


def test_dates_of_a_case() -> None:
    assert check_dates(TODAY, TODAY, today=TODAY) == ()
    assert [f.code for f in check_dates(date(2026, 11, 27), None, today=TODAY)] == [
        "case.opened_in_future"
    ]
    assert [f.code for f in check_dates(TODAY, date(2026, 1, 1), today=TODAY)] == [
        "period.end_before_start"
    ]


def test_open_states_are_those_before_closing() -> None:
    assert is_open(CaseStatus.MONITORING)
    assert not is_open(CaseStatus.CLOSED)
    assert not is_open(CaseStatus.DECLINED)
