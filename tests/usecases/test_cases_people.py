"""Children and family members: each person once, ages, identifiers, names over time."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session as DbSession
from tests.support.cases import CASE, MIRA, MOTHER, TODAY, count, opened, refusal, view
from tests.support.people import make_mechanism
from tests.support.stores import MADE_AT

from dcm_desktop.domain.case import AgeGroup
from dcm_desktop.domain.terms import (
    CaseTypology,
    Disability,
    FamilyRelation,
    IdKind,
    Sex,
)
from dcm_desktop.store.tables import Child, Individual, IndividualName
from dcm_desktop.usecases import cases
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import (
    CaseFilter,
    ChildData,
    FamilyMemberData,
    IndividualData,
)


@pytest.fixture
def mechanism_id(workspace: Workspace) -> str:
    return make_mechanism(workspace)


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
    person = replace(child.individual, birth_date=date(2014, 10, 1), sex=Sex.M)  # type: ignore[type-var]  # - it is not None here
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
