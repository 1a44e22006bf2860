"""Opening cases and their life on a real store."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.support.cases import CASE, MIRA, MOTHER, OPENED, TODAY, count, opened, refusal, view
from tests.support.people import make_institution, make_mechanism, make_person
from tests.support.stores import MADE_AT

from dcm_desktop.domain.terms import (
    CaseCloseReason,
    CaseStatus,
    CaseTypology,
    Consent,
    FamilyRelation,
    RiskLevel,
    Sex,
)
from dcm_desktop.store.tables import Child
from dcm_desktop.usecases import cases, office
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import (
    CaseFilter,
    ChildData,
    IndividualData,
    StatusStep,
)


@pytest.fixture
def mechanism_id(workspace: Workspace) -> str:
    return make_mechanism(workspace)


# -- opening -------------------------------------------------------------------------------------


def test_codes_count_up_within_a_year_and_are_never_given_twice(
    workspace: Workspace, mechanism_id: str
) -> None:
    first = opened(workspace, mechanism_id)
    second = opened(workspace, mechanism_id)
    assert view(workspace, first).code == "KRZ-2026-001"
    assert view(workspace, second).code == "KRZ-2026-002"
    workspace.do(cases.delete_case, second, reason="въведен два пъти", at=MADE_AT)
    third = opened(workspace, mechanism_id)
    assert view(workspace, third).code == "KRZ-2026-003"
    older = opened(workspace, mechanism_id, replace(CASE, opened_on=date(2025, 5, 5)))
    assert view(workspace, older).code == "KRZ-2025-001"


def test_a_code_from_paper_is_kept_and_taken_once(workspace: Workspace, mechanism_id: str) -> None:
    paper = replace(CASE, code="krz-2024-007", opened_on=date(2024, 2, 1))
    case_id = opened(workspace, mechanism_id, paper)
    assert view(workspace, case_id).code == "KRZ-2024-007"
    assert refusal(workspace, cases.open_case, mechanism_id, paper).code == "case.code_taken"
    assert workspace.ask(cases.case_by_code, "KRZ-2024-007") == case_id


def test_a_laptop_without_the_register_gives_a_provisional_code(workspace: Workspace) -> None:
    mechanism_id = make_mechanism(workspace)
    data = workspace.ask(office.get_mechanism, mechanism_id).data
    data = replace(data, case_register_holder=False)
    workspace.do(office.update_mechanism, mechanism_id, data, at=MADE_AT)
    seen = view(workspace, opened(workspace, mechanism_id))
    assert (seen.code, seen.is_provisional) == ("KRZ-2026-PA01", True)


def test_a_case_is_opened_with_its_family_in_one_act(
    workspace: Workspace, mechanism_id: str
) -> None:
    case_id = opened(workspace, mechanism_id, children=[MIRA], family=[MOTHER])
    seen = view(workspace, case_id)
    assert [(c.label, c.name, c.years_today) for c in seen.children] == [
        ("Дете 1", "Мира Ковачева", 11)
    ]
    assert [(m.relation, m.name) for m in seen.family] == [
        (FamilyRelation.MOTHER, "Илияна Ковачева")
    ]
    assert seen.family_label == "Ковачева"
    workspace.undo(at=MADE_AT)
    assert not workspace.ask(cases.list_cases, CaseFilter(), today=TODAY).rows


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"opened_on": date(2026, 11, 25)}, "case.opened_in_future"),
        ({"typology": CaseTypology.OTHER}, "case.typology_other"),
        ({"municipality": "LOV34"}, "place.municipality_elsewhere"),
        ({"settlement_ekatte": "63427"}, "case.settlement_elsewhere"),
        ({"summary_neutral": "а" * 1501}, "text.too_long"),
        ({"consent_on": date(2027, 1, 1)}, "case.consent_in_future"),
    ],
)
def test_a_wrong_case_is_refused(
    workspace: Workspace, mechanism_id: str, change: dict[str, object], code: str
) -> None:
    data = replace(CASE, **change)  # type: ignore[arg-type]  # - one field per case
    assert refusal(workspace, cases.open_case, mechanism_id, data).code == code


def test_the_bulgarian_day_decides_what_is_in_the_future(
    workspace: Workspace, mechanism_id: str
) -> None:
    late = MADE_AT.replace(hour=22, minute=30)
    data = replace(CASE, opened_on=date(2026, 11, 25))
    assert workspace.do(cases.open_case, mechanism_id, data, at=late).is_saved


@pytest.mark.parametrize(
    "summary",
    [
        "Мира живее с майка си.",
        "Детето на Ковачеви не посещава училище.",
        "Детето е с номер 1503024512.",
        "Семейството живее на ул. „Роза“ 4.",
        "Семейството живее в ж.к. Възрожденци.",
    ],
)
def test_a_name_a_number_or_an_address_in_the_neutral_summary_is_refused(
    workspace: Workspace, mechanism_id: str, summary: str
) -> None:
    data = replace(CASE, summary_neutral=summary)
    error = refusal(workspace, cases.open_case, mechanism_id, data, children=[MIRA])
    assert (error.code, error.field) == ("case.personal_data_in_summary", "summary_neutral")
    assert "Ковачев" not in str(error.facts)


def test_a_neutral_summary_passes_and_is_watched_when_a_child_comes_later(
    workspace: Workspace, mechanism_id: str
) -> None:
    data = replace(CASE, summary_neutral="Семейство с дете ученик; Яна от РЗИ съдейства.")
    case_id = opened(workspace, mechanism_id, data, children=[MIRA])
    assert "summary_personal" not in {m.code for m in view(workspace, case_id).missing}
    yana = ChildData(IndividualData("Яна", "", "Ковачева", Sex.F, date(2021, 1, 1)))
    workspace.do(cases.add_child, case_id, yana, at=MADE_AT)
    assert view(workspace, case_id).missing[0].code == "summary_personal"
    error = refusal(
        workspace, cases.update_case, case_id, replace(data, summary_neutral="Яна учи.")
    )
    assert error.code == "case.personal_data_in_summary"


def test_an_official_may_stand_in_the_summary_though_a_child_has_the_same_name(
    workspace: Workspace, mechanism_id: str
) -> None:
    make_person(workspace, make_institution(workspace), "Мира Стоева")
    data = replace(CASE, summary_neutral="Работи Мира Стоева от РЗИ.")
    assert opened(workspace, mechanism_id, data, children=[MIRA])


def test_immediate_risk_is_said_and_holds_nothing_up(
    workspace: Workspace, mechanism_id: str
) -> None:
    data = replace(CASE, risk_level=RiskLevel.IMMEDIATE)
    answer = workspace.do(cases.open_case, mechanism_id, data, at=MADE_AT)
    assert answer.is_saved
    assert answer.codes == {"case.immediate"}
    seen = view(workspace, answer.id)
    assert seen.is_immediate
    assert [notice.code for notice in seen.notices] == ["case.immediate"]


# -- life ----------------------------------------------------------------------------------------


def test_a_case_walks_through_its_life_and_its_history_replays(
    workspace: Workspace, mechanism_id: str
) -> None:
    data = replace(
        CASE,
        consent=Consent.GIVEN,
        risk_level=RiskLevel.HIGH,
        summary_neutral="Семейство с дете ученик.",
        operative=True,
    )
    case_id = opened(workspace, mechanism_id, data, children=[MIRA])

    def step(target: CaseStatus, **facts: object) -> None:
        workspace.do(
            cases.change_case_status,
            case_id,
            StatusStep(target, **facts),  # type: ignore[arg-type]  # - fields of the step
            at=MADE_AT,
        )

    step(CaseStatus.ACCEPTED, on=date(2026, 9, 20))
    step(CaseStatus.ASSESSMENT, on=date(2026, 9, 21))
    step(CaseStatus.CLOSED, close_reason=CaseCloseReason.GOALS_MET)
    seen = view(workspace, case_id)
    assert (seen.closed_on, seen.follow_up_due) == (TODAY, date(2027, 5, 24))
    step(CaseStatus.ACCEPTED, reason="нов сигнал от училището")
    seen = view(workspace, case_id)
    assert (seen.status, seen.closed_on, seen.close_reason) == (CaseStatus.ACCEPTED, None, None)
    steps = [(row.from_status, row.to_status) for row in seen.history]
    assert steps[0] == (None, CaseStatus.NEW)
    from dcm_desktop.domain.case import replay

    assert replay([(a, b) for a, b in steps if a is not None]) is seen.status
    assert next(e.status for e in seen.chronology) is CaseStatus.ACCEPTED


@pytest.mark.parametrize(
    ("target", "code"),
    [
        (StatusStep(CaseStatus.ACCEPTED), "case.consent_missing"),
        (StatusStep(CaseStatus.DECLINED), "case.reason_missing"),
        (StatusStep(CaseStatus.CLOSED), "case.transition"),
        (
            StatusStep(CaseStatus.DECLINED, date(2026, 11, 25), "извън обхвата"),
            "case.status_date",
        ),
        (
            StatusStep(CaseStatus.DECLINED, OPENED - timedelta(days=1), "извън обхвата"),
            "case.status_date",
        ),
    ],
)
def test_a_step_that_may_not_follow_is_refused_with_its_reason(
    workspace: Workspace, mechanism_id: str, target: StatusStep, code: str
) -> None:
    case_id = opened(workspace, mechanism_id)
    assert refusal(workspace, cases.change_case_status, case_id, target).code == code


def test_the_options_say_what_each_step_lacks(workspace: Workspace, mechanism_id: str) -> None:
    case_id = opened(workspace, mechanism_id)
    options = workspace.ask(cases.status_options, case_id)
    lacks = {option.target: [f.code for f in option.findings] for option in options}
    assert lacks == {
        CaseStatus.ACCEPTED: ["case.consent_missing"],
        CaseStatus.DECLINED: [],
        CaseStatus.TRANSFERRED: [],
    }


def test_a_deleted_case_comes_back_with_its_children_by_undo(
    workspace: Workspace, mechanism_id: str
) -> None:
    case_id = opened(workspace, mechanism_id, children=[MIRA])
    assert refusal(workspace, cases.delete_case, case_id, reason=" ").code == "case.delete_reason"
    workspace.do(cases.delete_case, case_id, reason="въведен два пъти", at=MADE_AT)
    assert workspace.ask(count, Child) == 0
    workspace.undo(at=MADE_AT)
    assert len(view(workspace, case_id).children) == 1
