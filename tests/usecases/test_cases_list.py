"""The list of cases, the search, and the note that a file was opened."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession
from tests.support.cases import CASE, MIRA, MOTHER, TODAY, opened, view
from tests.support.people import make_institution, make_mechanism
from tests.support.stores import MADE_AT

from dcm_desktop import labels
from dcm_desktop.domain.terms import (
    Consent,
    OpinionHeard,
    RiskLevel,
)
from dcm_desktop.usecases import cases
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import (
    CaseFilter,
    MatchHow,
)


@pytest.fixture
def mechanism_id(workspace: Workspace) -> str:
    return make_mechanism(workspace)


def audit_acts(db: DbSession, act: str) -> int:
    from dcm_desktop.store.tables import Audit

    return db.scalar(select(func.count()).select_from(Audit).where(Audit.act == act)) or 0


# -- list and search -----------------------------------------------------------------------------


def test_the_list_says_what_is_missing_in_a_new_case(
    workspace: Workspace, mechanism_id: str
) -> None:
    case_id = opened(workspace, mechanism_id, children=[replace(MIRA, care_now=None)])
    codes = [missing.code for missing in view(workspace, case_id).missing]
    assert codes == [
        "risk_level",
        "lead_institution_id",
        "consent",
        "summary_neutral",
        "care_now",
        "opinion_heard",
    ]
    found = workspace.ask(cases.list_cases, CaseFilter(with_missing=True), today=TODAY)
    assert [row.missing for row in found.rows] == [6]
    for code in codes:
        assert labels.word("missing", code)


def test_a_full_case_lacks_nothing(workspace: Workspace, mechanism_id: str) -> None:
    data = replace(
        CASE,
        risk_level=RiskLevel.LOW,
        consent=Consent.GIVEN,
        lead_institution_id=make_institution(workspace),
        summary_neutral="Семейство с дете ученик.",
    )
    child = replace(MIRA, opinion_heard=OpinionHeard.HEARD_DIRECTLY)
    case_id = opened(workspace, mechanism_id, data, children=[child])
    assert view(workspace, case_id).missing == ()


@pytest.mark.parametrize(
    ("typed", "what", "how"),
    [
        ("илияна", "", MatchHow.EXACT),
        ("Илияна Ковачева", "", MatchHow.EXACT),
        ("ковачев", "child", MatchHow.EXACT),
        ("kovacheva", "child", MatchHow.LATIN),
        ("Ковачеби", "", MatchHow.NEAR),
        ("krz-2026", "code", MatchHow.EXACT),
        ("001", "code", MatchHow.EXACT),
        ("раздялата", "typology", MatchHow.EXACT),
        ("кърджали", "municipality", MatchHow.EXACT),
        ("раздялата ковачева", "child", MatchHow.EXACT),
    ],
)
def test_the_search_says_why_a_case_was_found(
    workspace: Workspace, mechanism_id: str, typed: str, what: str, how: MatchHow
) -> None:
    opened(workspace, mechanism_id, children=[MIRA], family=[MOTHER])
    rows = workspace.ask(cases.list_cases, CaseFilter(text=typed), today=TODAY).rows
    if typed == "Ковачеби":
        assert rows == ()
        return
    assert len(rows) == 1
    match = rows[0].match
    assert match is not None
    if typed == "раздялата ковачева":
        assert match.how is how
        return
    assert (match.what, match.how) == (what, how)


def test_a_search_for_nobody_finds_nothing(workspace: Workspace, mechanism_id: str) -> None:
    opened(workspace, mechanism_id, children=[MIRA])
    assert not workspace.ask(cases.list_cases, CaseFilter(text="Петров"), today=TODAY).rows


def test_filters_narrow_the_list_and_the_chips_count_all(
    workspace: Workspace, mechanism_id: str
) -> None:
    opened(workspace, mechanism_id, replace(CASE, risk_level=RiskLevel.LOW))
    urgent = opened(workspace, mechanism_id, replace(CASE, risk_level=RiskLevel.IMMEDIATE))
    chosen = CaseFilter(mechanism_id, risks=frozenset({RiskLevel.IMMEDIATE}))
    found = workspace.ask(cases.list_cases, chosen, today=TODAY)
    assert [row.case_id for row in found.rows] == [urgent]
    assert (found.worked_on, found.archived, found.without_review) == (2, 0, 2)
    everything = workspace.ask(cases.list_cases, CaseFilter(mechanism_id), today=TODAY)
    assert everything.rows[0].case_id == urgent
    assert everything.rows[0].is_immediate


def test_opening_a_file_is_noted_once_in_ten_minutes(
    workspace: Workspace, mechanism_id: str
) -> None:
    case_id = opened(workspace, mechanism_id)
    workspace.jot(cases.note_case_opened, case_id, at=MADE_AT)
    workspace.jot(cases.note_case_opened, case_id, at=MADE_AT + timedelta(minutes=9))
    assert workspace.ask(audit_acts, "case.opened") == 1
    workspace.jot(cases.note_case_opened, case_id, at=MADE_AT + timedelta(minutes=10))
    assert workspace.ask(audit_acts, "case.opened") == 2
    assert view(workspace, case_id).last_opened_by == "Ивана Проба"


def test_names_of_families_stay_out_of_representations(
    workspace: Workspace, mechanism_id: str
) -> None:
    case_id = opened(workspace, mechanism_id, children=[MIRA], family=[MOTHER])
    seen = view(workspace, case_id)
    shown = [repr(MIRA), repr(MOTHER), repr(seen), repr(seen.children), repr(seen.family)]
    assert "Ковачева" not in " ".join(shown)
