"""The ten checks: what each asks for, what it forbids, what makes a list complete."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain import principles as rule
from dcm_desktop.domain.principles import Check, ReviewFacts
from dcm_desktop.domain.terms import CareType, Principle, PrincipleAnswer, RiskFactor

P, A = Principle, PrincipleAnswer
DAY = date(2026, 11, 26)
HOME = ReviewFacts(DAY, ages=(6,), care_now=frozenset({CareType.PARENTS}), separates=False)
AWAY = ReviewFacts(
    DAY,
    ages=(6, 11),
    siblings=1,
    care_now=frozenset({CareType.PARENTS}),
    separates=True,
    care_after=CareType.KIN,
    risk_factors=frozenset({RiskFactor.VIOLENCE}),
)
REASON = "майката отказа посещение"

ALL_YES = tuple(
    Check(
        one,
        A.YES,
        notes={
            "support_tried": "помощ за наема и храна",
            "how": "разговор",
            "by_whom": "ОЗД",
            "contact": "посещения всяка събота",
        },
    )
    for one in Principle
)


def codes(check: Check, facts: ReviewFacts) -> list[str]:
    return [finding.code for finding in rule.check_findings(check, facts)]


def test_ten_answers_with_their_notes_make_a_complete_list() -> None:
    assert rule.is_complete(ALL_YES, HOME)
    assert rule.is_complete(ALL_YES, AWAY)


@pytest.mark.parametrize("left_out", list(Principle))
def test_a_list_with_one_answer_missing_is_not_complete(left_out: Principle) -> None:
    checks = [check for check in ALL_YES if check.principle is not left_out]
    findings = rule.checklist_findings(checks, HOME)
    assert [(f.code, f.field_name) for f in findings] == [("principle.unanswered", left_out.value)]


def test_no_data_keeps_the_list_open_and_asks_for_a_task() -> None:
    checks = (*ALL_YES[:2], Check(P.P03, A.UNKNOWN), *ALL_YES[3:])
    assert not rule.is_complete(checks, HOME)
    assert rule.unknown_of(checks) == (P.P03,)


@pytest.mark.parametrize("answer", [A.PARTLY, A.NO, A.NOT_APPLICABLE])
def test_such_an_answer_needs_a_reason_of_ten_characters(answer: PrincipleAnswer) -> None:
    assert "principle.reason" in codes(Check(P.P09, answer, "кратко"), HOME)
    assert codes(Check(P.P09, answer, REASON), HOME) == []


@pytest.mark.parametrize(
    ("principle", "facts", "open_to_people"),
    [
        (P.P01, HOME, False),
        (P.P03, HOME, False),
        (P.P03, replace(HOME, parents_gone=True), True),
        (P.P06, HOME, False),
        (P.P06, replace(HOME, ages=(2, -1)), True),
        (P.P06, replace(HOME, ages=(2, 4)), False),
        (P.P06, replace(HOME, ages=()), False),
        (P.P08, HOME, True),
        (P.P08, AWAY, False),
        (P.P08, replace(AWAY, siblings=0), True),
        (P.P09, HOME, True),
    ],
)
def test_not_applicable_is_open_only_where_the_principle_allows_it(
    principle: Principle, facts: ReviewFacts, open_to_people: bool
) -> None:
    assert rule.may_answer(principle, A.NOT_APPLICABLE, facts) is open_to_people


def test_support_that_was_tried_must_be_named_when_care_moves_away_from_the_parents() -> None:
    assert codes(Check(P.P02, A.YES), AWAY) == ["principle.support"]
    assert codes(Check(P.P02, A.YES), HOME) == []
    moved = replace(HOME, separates=None, care_after=CareType.FOSTER)
    assert codes(Check(P.P02, A.YES), moved) == ["principle.support"]


@pytest.mark.parametrize(
    "factors",
    [
        {RiskFactor.POVERTY},
        {RiskFactor.HOUSING, RiskFactor.UNEMPLOYMENT, RiskFactor.NO_DOCUMENTS},
        set(),
    ],
)
def test_a_separation_for_material_reasons_alone_is_answered_no_by_the_rule(
    factors: set[RiskFactor],
) -> None:
    facts = replace(AWAY, risk_factors=frozenset(factors))
    assert rule.forced_answer(P.P04, facts) is A.NO
    assert not rule.may_answer(P.P04, A.YES, facts)
    assert "principle.poverty_only" in codes(Check(P.P04, A.NO, REASON), facts)
    grounded = replace(facts, separation_ground="тежко пренебрегване, установено от ОЗД")
    assert rule.forced_answer(P.P04, grounded) is None
    assert codes(Check(P.P04, A.YES), grounded) == []


def test_another_risk_factor_or_no_separation_leaves_p04_to_people() -> None:
    assert rule.forced_answer(P.P04, AWAY) is None
    poor = replace(HOME, risk_factors=frozenset({RiskFactor.POVERTY}))
    assert rule.forced_answer(P.P04, poor) is None


def test_residential_care_needs_a_reason_and_a_review_within_three_months() -> None:
    facts = replace(AWAY, care_after=CareType.CNST)
    assert codes(Check(P.P05, A.YES), facts) == ["principle.reason", "principle.review_late"]
    soon = replace(facts, next_review_on=date(2027, 2, 26))
    assert codes(Check(P.P05, A.NO, REASON), soon) == []
    late = replace(facts, next_review_on=date(2027, 2, 27))
    assert codes(Check(P.P05, A.NO, REASON), late) == ["principle.review_late"]


def test_residential_care_under_three_is_a_red_warning() -> None:
    facts = replace(AWAY, ages=(2,), care_after=CareType.CNST, next_review_on=date(2027, 1, 5))
    (finding,) = rule.check_findings(Check(P.P05, A.NO, REASON), facts)
    assert (finding.code, finding.blocks) == ("principle.small_child", False)


def test_a_child_that_was_heard_was_heard_by_somebody_somehow() -> None:
    assert codes(Check(P.P06, A.YES, notes={"how": "разговор"}), HOME) == ["principle.heard_how"]


def test_not_hearing_a_child_of_ten_needs_a_strong_reason() -> None:
    ten = replace(HOME, ages=(10,))
    assert codes(Check(P.P06, A.NO, REASON), ten) == ["principle.heard_reason"]
    strong = "Детето е в болница и лекуващият лекар не разреши разговор."
    assert codes(Check(P.P06, A.NO, strong), ten) == []
    assert codes(Check(P.P06, A.NO, REASON), replace(HOME, ages=(9,))) == []


def test_ties_are_kept_by_an_arrangement_when_the_child_leaves_home() -> None:
    assert codes(Check(P.P07, A.YES), AWAY) == ["principle.contact"]
    assert codes(Check(P.P07, A.YES), HOME) == []


def test_a_breach_of_confidentiality_needs_a_note_and_a_yes_against_the_facts_warns() -> None:
    assert codes(Check(P.P10, A.NO, REASON), HOME) == ["principle.incident"]
    told = replace(HOME, incident_note="споменато е име, залата е предупредена")
    assert codes(Check(P.P10, A.NO, REASON), told) == []
    open_door = replace(HOME, safeguards=frozenset({"code_used"}))
    (finding,) = rule.check_findings(Check(P.P10, A.YES), open_door)
    assert (finding.code, finding.blocks) == ("principle.safeguards", False)


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 3, 31)),
    ],
)
def test_three_months_later_is_never_a_day_that_does_not_exist(day: date, later: date) -> None:
    assert rule.months_later(day, 3) == later


FACTS = st.builds(
    ReviewFacts,
    held_on=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    ages=st.lists(st.integers(-1, 19), max_size=5).map(tuple),
    risk_factors=st.frozensets(st.sampled_from(sorted(RiskFactor)), max_size=5),
    siblings=st.integers(0, 4),
    parents_gone=st.booleans(),
    care_now=st.frozensets(st.sampled_from(sorted(CareType)), max_size=3),
    separates=st.sampled_from([None, True, False]),
    care_after=st.none() | st.sampled_from(sorted(CareType)),
    separation_ground=st.sampled_from(["", "кратко", "тежко пренебрегване на детето"]),
)


@given(facts=FACTS, principle=st.sampled_from(list(Principle)), answer=st.sampled_from(list(A)))
def test_a_forced_answer_is_the_only_open_one_and_some_answer_is_always_open(
    facts: ReviewFacts, principle: Principle, answer: PrincipleAnswer
) -> None:
    forced = rule.forced_answer(principle, facts)
    opened = [one for one in A if rule.may_answer(principle, one, facts)]
    assert opened
    if forced is not None:
        assert opened == [forced]
    if not rule.may_answer(principle, answer, facts) and answer is not A.UNKNOWN:
        assert any(f.blocks for f in rule.check_findings(Check(principle, answer, REASON), facts))


@given(facts=FACTS)
def test_poverty_alone_never_lets_a_separation_be_complete(facts: ReviewFacts) -> None:
    if facts.separates and rule.only_material(facts.risk_factors):
        grounded = rule.is_reason(facts.separation_ground)
        assert grounded or not rule.is_complete(ALL_YES, facts)
