"""Quorum and the checks of a version of the rules."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.findings import blockers
from dcm_desktop.domain.rules import (
    DEFAULT_RULES,
    Rules,
    check_editable,
    quorum_base_of,
    quorum_needed,
    quorum_of,
    reduced_quorum_of,
    two_thirds,
    validate_rules,
)
from dcm_desktop.domain.terms import QuorumBase, QuorumRule, ReducedQuorum
from dcm_desktop.errors import RuleBroken

seats_of = st.integers(0, 80)
shares = st.sampled_from(
    [QuorumRule.MORE_THAN_HALF, QuorumRule.AT_LEAST_HALF, QuorumRule.TWO_THIRDS]
)


@given(shares, seats_of)
def test_quorum_is_the_smallest_number_that_meets_the_share(rule: QuorumRule, seats: int) -> None:
    def meets(n: int) -> bool:
        if rule is QuorumRule.TWO_THIRDS:
            return 3 * n >= 2 * seats
        return 2 * n > seats if rule is QuorumRule.MORE_THAN_HALF else 2 * n >= seats

    needed = quorum_needed(rule, seats)
    assert needed >= 1
    assert meets(needed)
    assert needed == 1 or not meets(needed - 1)


@pytest.mark.parametrize(
    ("rule", "seats", "needed"),
    [
        (QuorumRule.MORE_THAN_HALF, 15, 8),
        (QuorumRule.MORE_THAN_HALF, 14, 8),
        (QuorumRule.AT_LEAST_HALF, 15, 8),
        (QuorumRule.AT_LEAST_HALF, 14, 7),
        (QuorumRule.TWO_THIRDS, 15, 10),
        (QuorumRule.TWO_THIRDS, 16, 11),
    ],
)
def test_quorum_of_the_domain_reference(rule: QuorumRule, seats: int, needed: int) -> None:
    assert quorum_needed(rule, seats) == needed


def test_fixed_quorum_must_be_given_and_fit_the_seats() -> None:
    assert quorum_needed(QuorumRule.FIXED, 15, 9) == 9
    with pytest.raises(RuleBroken) as caught:
        quorum_needed(QuorumRule.FIXED, 8, 9)
    assert caught.value.facts == {"quorum": 9, "members": 8}
    with pytest.raises(RuleBroken):
        quorum_needed(QuorumRule.FIXED, 8)


def test_base_is_seats_or_those_filled_on_the_day() -> None:
    filled = replace(DEFAULT_RULES, quorum_base=QuorumBase.FILLED_SEATS)
    assert quorum_base_of(DEFAULT_RULES, seats=15, filled=11) == 15
    assert quorum_of(DEFAULT_RULES, seats=15, filled=11) == 8
    assert quorum_of(filled, seats=15, filled=11) == 6


@given(st.integers(1, 60), st.integers(0, 120))
def test_reduced_quorum_never_exceeds_the_full_one(seats: int, waited: int) -> None:
    rules = replace(
        DEFAULT_RULES, reduced_quorum=ReducedQuorum.ONE_THIRD, reduced_quorum_after_min=60
    )
    reduced = reduced_quorum_of(rules, seats=seats, filled=seats, waited_min=waited)
    if waited < 60:
        assert reduced is None
    else:
        assert reduced is not None
        assert 1 <= reduced <= quorum_of(rules, seats=seats, filled=seats)
        assert reduced * 3 >= seats or reduced == quorum_of(rules, seats=seats, filled=seats)


def test_no_reduced_quorum_by_default_and_a_fixed_one_where_given() -> None:
    assert reduced_quorum_of(DEFAULT_RULES, seats=15, filled=15, waited_min=600) is None
    rules = replace(
        DEFAULT_RULES,
        reduced_quorum=ReducedQuorum.FIXED,
        reduced_quorum_fixed=5,
        reduced_quorum_after_min=30,
    )
    assert reduced_quorum_of(rules, seats=15, filled=15, waited_min=30) == 5
    without = replace(rules, reduced_quorum_fixed=None)
    assert reduced_quorum_of(without, seats=15, filled=15, waited_min=30) is None


@given(st.integers(0, 300))
def test_two_thirds_rounds_up(n: int) -> None:
    assert 3 * two_thirds(n) >= 2 * n > 3 * (two_thirds(n) - 1)


def test_defaults_are_valid_rules() -> None:
    assert validate_rules(Rules(), seats=15) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"quorum_rule": QuorumRule.FIXED}, "rules.quorum_fixed_missing"),
        ({"quorum_rule": QuorumRule.FIXED, "quorum_fixed": 16}, "rules.quorum_too_large"),
        ({"reduced_quorum": ReducedQuorum.ONE_THIRD}, "rules.reduced_after_missing"),
        (
            {"reduced_quorum": ReducedQuorum.FIXED, "reduced_quorum_after_min": 60},
            "rules.reduced_fixed_missing",
        ),
        ({"notice_workdays": 31}, "rules.notice_range"),
        ({"notice_workdays": -1}, "rules.notice_range"),
        ({"proxy_votes": True, "max_proxies": 0}, "rules.proxies_missing"),
        ({"signers": ()}, "rules.signers_missing"),
        ({"signers": ("governor",)}, "rules.signers_missing"),
    ],
)
def test_each_contradiction_of_the_rules_blocks(change: dict[str, object], code: str) -> None:
    rules = replace(DEFAULT_RULES, **change)  # type: ignore[arg-type]  # - fields come from the table
    assert [f.code for f in blockers(validate_rules(rules, seats=15))] == [code]


def test_version_with_held_sessions_is_not_edited() -> None:
    check_editable(sessions_held=0)
    with pytest.raises(RuleBroken) as caught:
        check_editable(sessions_held=2)
    assert caught.value.code == "rules.in_use"
