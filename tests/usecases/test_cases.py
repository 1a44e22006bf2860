"""Cases, families and their life on a real store."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession
from tests.support.people import make_institution, make_mechanism, make_person
from tests.support.stores import MADE_AT

from dcm_desktop import labels
from dcm_desktop.domain.case import AgeGroup
from dcm_desktop.domain.terms import (
    CareType,
    CaseCloseReason,
    CaseStatus,
    CaseTypology,
    Consent,
    Disability,
    FamilyRelation,
    IdKind,
    OpinionHeard,
    RiskLevel,
    Sex,
)
from dcm_desktop.errors import DcmError
from dcm_desktop.store.tables import Child, Individual, IndividualName
from dcm_desktop.usecases import cases, office
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import (
    CaseData,
    CaseFilter,
    ChildData,
    FamilyMemberData,
    IndividualData,
    MatchHow,
    StatusStep,
)

TODAY = date(2026, 11, 24)
OPENED = date(2026, 9, 14)
CASE = CaseData(CaseTypology.PREVENTION_SEPARATION, OPENED, municipality="KRZ16")
MIRA = ChildData(
    IndividualData("Мира", "", "Ковачева", Sex.F, date(2015, 3, 2)), care_now=CareType.PARENTS
)
MOTHER = FamilyMemberData(
    FamilyRelation.MOTHER,
    IndividualData("Илияна", "", "Ковачева", Sex.F, date(1990, 5, 1)),
    lives_with_child=True,
)


@pytest.fixture
def mechanism_id(workspace: Workspace) -> str:
    return make_mechanism(workspace)


def refusal(workspace: Workspace, usecase: object, *args: object, **kwargs: object) -> DcmError:
    with pytest.raises(DcmError) as refused:
        workspace.do(usecase, *args, at=MADE_AT, **kwargs)  # type: ignore[arg-type]  # any use case
    assert labels.sentence(refused.value)
    return refused.value


def count(db: DbSession, table: type[Individual] | type[IndividualName] | type[Child]) -> int:
    return db.scalar(select(func.count()).select_from(table)) or 0


def audit_acts(db: DbSession, act: str) -> int:
    from dcm_desktop.store.tables import Audit

    return db.scalar(select(func.count()).select_from(Audit).where(Audit.act == act)) or 0


def opened(workspace: Workspace, mechanism_id: str, data: CaseData = CASE, **roles: object) -> str:
    answer = workspace.do(cases.open_case, mechanism_id, data, at=MADE_AT, **roles)  # type: ignore[arg-type]  # children and family
    assert answer.is_saved, answer.codes
    return answer.id


def view(workspace: Workspace, case_id: str, today: date = TODAY) -> cases.CaseView:
    return workspace.ask(cases.get_case, case_id, today=today)


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
    data = replace(CASE, **change)  # type: ignore[arg-type]  # one field per case
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
    opened(workspace, mechanism_id, data, children=[MIRA])


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


# -- people --------------------------------------------------------------------------------------


def test_a_person_stands_once_in_the_store_whatever_their_cases(
    workspace: Workspace, mechanism_id: str
) -> None:
    opened(workspace, mechanism_id, children=[MIRA], family=[MOTHER])
    asked = workspace.do(cases.open_case, mechanism_id, CASE, children=[MIRA], at=MADE_AT)
    assert asked.codes == {"case.possible_duplicate"}
    assert asked.warnings[0].facts["code"] == "KRZ-2026-001"
    second = opened(workspace, mechanism_id, children=[MIRA], accept=asked.codes)
    assert workspace.ask(count, Individual) == 2
    assert workspace.ask(count, Child) == 2
    assert view(workspace, second).children[0].name == "Мира Ковачева"


def test_a_person_with_the_same_name_only_is_asked_about(
    workspace: Workspace, mechanism_id: str
) -> None:
    case_id = opened(workspace, mechanism_id, family=[MOTHER])
    namesake = FamilyMemberData(
        FamilyRelation.AUNT, IndividualData("илияна", "", "КОВАЧЕВА", Sex.F)
    )
    asked = workspace.do(cases.add_family_member, case_id, namesake, at=MADE_AT)
    assert asked.codes == {"individual.similar"}
    known = str(asked.warnings[0].facts["individual_id"])
    found = workspace.ask(cases.similar_individuals, IndividualData("Илияна", "", "Ковачева"))
    assert [row.individual_id for row in found] == [known]
    other = opened(workspace, mechanism_id, replace(CASE, opened_on=TODAY))
    chosen = FamilyMemberData(FamilyRelation.AUNT, individual_id=known)
    answer = workspace.do(cases.add_family_member, other, chosen, at=MADE_AT)
    assert answer.codes == {"case.possible_duplicate"}
    assert workspace.ask(count, Individual) == 1


def test_one_person_is_not_twice_in_one_case(workspace: Workspace, mechanism_id: str) -> None:
    case_id = opened(workspace, mechanism_id, children=[MIRA], family=[MOTHER])
    assert refusal(workspace, cases.add_child, case_id, MIRA).code == "case.child_already"
    error = refusal(workspace, cases.add_family_member, case_id, MOTHER)
    assert error.code == "case.member_already"
    as_sibling = FamilyMemberData(FamilyRelation.SIBLING, MIRA.individual)
    error = refusal(workspace, cases.add_family_member, case_id, as_sibling)
    assert error.code == "case.member_is_child"


def test_a_valid_number_gives_birth_date_and_sex(workspace: Workspace, mechanism_id: str) -> None:
    child = ChildData(IndividualData("Кирил", id_kind=IdKind.EGN, id_value="1545148920"))
    asked = workspace.do(cases.open_case, mechanism_id, CASE, children=[child], at=MADE_AT)
    if not asked.is_saved:
        assert asked.codes <= {"id.both_kinds"}
        asked = workspace.do(
            cases.open_case,
            mechanism_id,
            CASE,
            children=[child],
            accept=asked.codes,
            at=MADE_AT,
        )
    row = view(workspace, asked.id).children[0]
    assert row.birth_date == date(2015, 5, 14)
    assert row.masked_number == "******8920"


def test_a_wrong_number_is_kept_as_in_the_document(workspace: Workspace, mechanism_id: str) -> None:
    person = IndividualData(
        "Кирил", "", "", Sex.M, date(2015, 5, 14), id_kind=IdKind.EGN, id_value="1545148929"
    )
    asked = workspace.do(
        cases.open_case, mechanism_id, CASE, children=[ChildData(person)], at=MADE_AT
    )
    assert asked.codes == {"egn.invalid"}
    case_id = opened(workspace, mechanism_id, children=[ChildData(person)], accept=asked.codes)
    assert view(workspace, case_id).children[0].masked_number == "******8929"


@pytest.mark.parametrize(
    ("child", "code"),
    [
        (ChildData(IndividualData("Яна")), "child.age_missing"),
        (ChildData(IndividualData("Яна", birth_date=date(2027, 1, 5))), "child.birth_in_future"),
        (ChildData(IndividualData("Яна", birth_date=date(2000, 1, 5))), "child.too_old"),
        (ChildData(IndividualData("Я2", birth_date=date(2020, 1, 5))), "person.name_letters"),
        (
            ChildData(
                IndividualData("Яна", id_kind=IdKind.FOREIGN_DOC, id_value="X1"), unborn=True
            ),
            "child.unborn_with_identifier",
        ),
    ],
)
def test_a_wrong_child_is_refused(
    workspace: Workspace, mechanism_id: str, child: ChildData, code: str
) -> None:
    assert refusal(workspace, cases.open_case, mechanism_id, CASE, children=[child]).code == code


def test_a_grown_up_in_a_child_typology_is_asked_about(
    workspace: Workspace, mechanism_id: str
) -> None:
    child = ChildData(IndividualData("Яна", birth_date=date(2008, 9, 13)))
    asked = workspace.do(cases.open_case, mechanism_id, CASE, children=[child], at=MADE_AT)
    assert asked.codes == {"child.adult"}
    leaving = replace(CASE, typology=CaseTypology.LEAVING_CARE)
    opened(workspace, mechanism_id, leaving, children=[child])


def test_a_parent_younger_than_twelve_at_birth_is_asked_about(
    workspace: Workspace, mechanism_id: str
) -> None:
    case_id = opened(workspace, mechanism_id, children=[MIRA])
    young = FamilyMemberData(FamilyRelation.FATHER, IndividualData("Стефан", birth_year=2005))
    asked = workspace.do(cases.add_family_member, case_id, young, at=MADE_AT)
    assert [w.facts["years"] for w in asked.warnings] == [10]
    sister = replace(young, relation=FamilyRelation.SIBLING)
    assert workspace.do(cases.add_family_member, case_id, sister, at=MADE_AT).is_saved


def test_coarse_columns_follow_the_person_and_the_opening_day(
    workspace: Workspace, mechanism_id: str
) -> None:
    child = replace(MIRA, disability=Disability.ASSESSED)
    case_id = opened(workspace, mechanism_id, children=[child])
    child_id = view(workspace, case_id).children[0].child_id

    def coarse(db: DbSession) -> tuple[object, ...]:
        row = db.get_one(Child, child_id)
        return row.sex_stat, row.birth_year, row.age_at_opening, row.disability_yes

    assert workspace.ask(coarse) == (Sex.F, 2015, 11, True)
    person = replace(child.individual, birth_date=date(2014, 10, 1), sex=Sex.M)  # type: ignore[type-var]  # it is not None here
    workspace.do(
        cases.update_child,
        child_id,
        ChildData(person, disability=Disability.NONE),
        at=MADE_AT,
    )
    assert workspace.ask(coarse) == (Sex.M, 2014, 11, False)
    data = workspace.ask(cases.case_data, case_id)
    workspace.do(cases.update_case, case_id, replace(data, opened_on=TODAY), at=MADE_AT)
    assert workspace.ask(coarse) == (Sex.M, 2014, 12, False)


def test_a_changed_name_is_kept_and_found(workspace: Workspace, mechanism_id: str) -> None:
    case_id = opened(workspace, mechanism_id, family=[MOTHER])
    member_id = view(workspace, case_id).family[0].member_id
    married = FamilyMemberData(
        FamilyRelation.MOTHER, IndividualData("Илияна", "", "Донева", Sex.F, date(1990, 5, 1))
    )
    workspace.do(cases.update_family_member, member_id, married, at=MADE_AT)
    assert workspace.ask(count, IndividualName) == 1
    rows = workspace.ask(cases.list_cases, CaseFilter(text="Ковачева"), today=TODAY).rows
    assert rows[0].match is not None
    assert (rows[0].match.what, rows[0].match.text) == ("former_name", "Илияна Ковачева")


def test_an_unborn_child_has_no_age(workspace: Workspace, mechanism_id: str) -> None:
    child = ChildData(unborn=True)
    data = replace(CASE, typology=CaseTypology.PREGNANCY_SUPPORT)
    case_id = opened(workspace, mechanism_id, data, children=[child])
    row = view(workspace, case_id).children[0]
    assert (row.age_group, row.years_today, row.years_at_opening) == (AgeGroup.UNBORN, None, None)


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
            StatusStep(target, **facts),  # type: ignore[arg-type]  # fields of the step
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
