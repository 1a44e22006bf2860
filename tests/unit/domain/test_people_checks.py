"""Checks and names of mechanisms, institutions and people; what a case lacks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop import labels
from dcm_desktop.domain.case import age_at
from dcm_desktop.domain.case_file import (
    ChildFacts,
    birth_year_of,
    child_label,
    missing_of,
    summary_findings,
)
from dcm_desktop.domain.names import RegisterName
from dcm_desktop.domain.people_checks import (
    address_places,
    check_name,
    full_name,
    mechanism_name,
    mixed_findings,
    places_findings,
    relation_findings,
    short_name,
)
from dcm_desktop.domain.terms import (
    CareType,
    CaseStatus,
    CaseTypology,
    FamilyRelation,
    MechanismLevel,
    OpinionHeard,
    PersonTitle,
    Sex,
)
from dcm_desktop.errors import InputRefused

TODAY = date(2026, 11, 24)


def test_a_mechanism_is_named_by_level_and_area() -> None:
    name = mechanism_name(MechanismLevel.MUNICIPAL, "Столична община")
    assert name == ("Общински координационен механизъм по деинституционализация – Столична община")


@pytest.mark.parametrize("text", ["Ана", "Ана-Мария", "О’Нийл", "Ван дер Берг", "Жан-Люк", "Ив."])
def test_names_of_people_pass(text: str) -> None:
    assert check_name(f" {text} ", name="first_name") == text


@pytest.mark.parametrize("text", ["Ана2", "@на", "Ана, Мария", "-Ана", "Ана--"])
def test_other_signs_in_a_name_are_refused(text: str) -> None:
    with pytest.raises(InputRefused) as refused:
        check_name(text, name="first_name")
    assert refused.value.code == "person.name_letters"


def test_an_unknown_name_stays_empty_where_it_may() -> None:
    assert check_name("", name="last_name", required=False) == ""
    assert full_name("", "", "Ковачева") == "Ковачева"
    assert full_name("", "", "") == ""


def test_names_are_put_together_with_their_title() -> None:
    assert full_name("Диана", "Илиева", "Сарафова", PersonTitle.DR) == "д-р Диана Илиева Сарафова"
    assert short_name("Диана", "Сарафова", PersonTitle.DR) == "д-р Д. Сарафова"
    assert short_name("", "Сарафова") == "Сарафова"
    assert short_name("Диана", "") == "Диана"


def test_a_mixed_word_is_shown_with_its_replacement() -> None:
    (finding,) = mixed_findings(name="Oбщина Русе")
    assert (finding.field_name, finding.facts["suggestion"]) == ("name", "Община")
    assert "Oбщина" in labels.sentence(finding)


@given(st.integers(-3, 50) | st.none(), st.integers(-3, 50) | st.none())
def test_free_places_lie_between_nothing_and_the_capacity(
    capacity: int | None, free: int | None
) -> None:
    blocked = bool(places_findings(capacity, free, TODAY))
    wrong = free is not None and (
        free < 0 or (capacity is not None and (free > capacity or capacity < 0))
    )
    assert blocked == wrong


@pytest.mark.parametrize(
    "text",
    ["ул. „Роза“ 4", "на бул. България", "ж.к. Възрожденци", "ж. к. Младост 1", "бл. 12, вх. А"],
)
def test_addresses_are_seen(text: str) -> None:
    assert address_places(f"Живеят на {text}.")


@pytest.mark.parametrize("text", ["В района на селото.", "На улицата.", "2 бр. обувки", "клуб 4"])
def test_other_words_are_no_address(text: str) -> None:
    assert address_places(text) == ()


def test_only_parents_are_compared_with_the_children() -> None:
    years = (2015, 2018)
    found = relation_findings(FamilyRelation.MOTHER, 2004, child_years=years, today=TODAY)
    assert [finding.facts["years"] for finding in found] == [11]
    assert not relation_findings(FamilyRelation.SIBLING, 2014, child_years=years, today=TODAY)
    assert not relation_findings(FamilyRelation.MOTHER, 2003, child_years=years, today=TODAY)
    (future,) = relation_findings(FamilyRelation.AUNT, 2027, child_years=(), today=TODAY)
    assert future.blocks


def test_a_summary_says_where_it_gives_somebody_away() -> None:
    names = [RegisterName("1", ("Мира", "", "Ковачева"), "KRZ-2026-001")]
    text = "Детето Мира живее с баба си."
    (finding,) = summary_findings(text, names)
    assert text[int(str(finding.facts["start"])) : int(str(finding.facts["end"]))] == "Мира"
    assert not summary_findings("Детето живее с баба си.", names)
    assert not summary_findings("Води Мира Стоева.", names, officials=["Мира Стоева"])


FULL = ChildFacts(
    "1", child_label(1), True, False, Sex.F, CareType.PARENTS, OpinionHeard.HEARD_DIRECTLY
)


def lacks(**change: object) -> list[str]:
    facts: dict[str, object] = {
        "status": CaseStatus.ACCEPTED,
        "typology": CaseTypology.REINTEGRATION,
        "filled": {"consent": True},
        "children": [FULL],
        "has_next_review": True,
        **change,
    }
    return [missing.code for missing in missing_of(**facts)]  # type: ignore[arg-type]  # - one per case


def test_a_case_lacks_what_nobody_has_entered() -> None:
    assert lacks() == []
    assert lacks(filled={"consent": False, "risk_level": False}) == ["consent", "risk_level"]
    assert lacks(children=[]) == ["children"]
    assert lacks(children=[], typology=CaseTypology.INSTITUTION_CLOSURE) == []
    assert lacks(children=[ChildFacts("1", "Дете 1", False)]) == [
        "birth",
        "sex",
        "care_now",
        "opinion_heard",
    ]
    assert lacks(children=[ChildFacts("1", "Дете 1", False, unborn=True)]) == []
    assert lacks(summary_clean=False) == ["summary_personal"]


def test_a_next_review_is_asked_for_while_a_plan_runs() -> None:
    for status in CaseStatus:
        asked = lacks(status=status, has_next_review=False)
        running = (CaseStatus.PLANNING, CaseStatus.IMPLEMENTING, CaseStatus.MONITORING)
        assert asked == (["next_review"] if status in running else [])


def test_a_closed_case_lacks_nothing_any_more() -> None:
    assert lacks(status=CaseStatus.ARCHIVED, children=[], filled={"consent": False}) == []


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 311))
def test_an_age_in_months_gives_a_year_of_birth_that_fits(day: date, months: int) -> None:
    year = birth_year_of(birth_on=None, birth_year=None, age_months=months, day=day)
    assert year is not None
    assert abs((day.year - year) - months / 12) <= 1
    assert age_at(date(year, 1, 1), day) >= months // 12


def test_a_known_birth_wins_over_an_estimate() -> None:
    day = date(2026, 1, 1)
    assert birth_year_of(birth_on=day, birth_year=2000, age_months=5, day=day) == 2026
    assert birth_year_of(birth_on=None, birth_year=2000, age_months=5, day=day) == 2000
    assert birth_year_of(birth_on=None, birth_year=None, age_months=None, day=day) is None
