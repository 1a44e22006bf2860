"""Votes: the one-line entry, sums, majorities, ties, consensus."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop import labels
from dcm_desktop.domain.rules import DEFAULT_RULES, Rules
from dcm_desktop.domain.terms import (
    DecisionMode,
    MajorityRule,
    VoteChoice,
    VoteMethod,
    VoteResult,
)
from dcm_desktop.domain.vote import (
    Counts,
    check_counts,
    check_method,
    check_quorum,
    consensus,
    explain,
    fill_not_voting,
    is_tie,
    needed_for,
    parse_counts,
    roll_call,
    tally,
    tie_finding,
)
from dcm_desktop.errors import InputRefused, RuleBroken

HANDS = VoteMethod.SHOW_OF_HANDS


@st.composite
def ballots(draw: st.DrawFn) -> tuple[Counts, int, int]:
    """Counts that add up to the voters, with those entitled and recused."""
    counts = Counts(*(draw(st.integers(0, 20)) for _ in range(4)))
    recused = draw(st.integers(0, 4))
    return counts, counts.total + recused, recused


majorities = st.sampled_from(list(MajorityRule))


@given(
    st.tuples(*[st.integers(0, 99)] * 3), st.sampled_from(["-", " ", "–", " - ", "/", ", ", ":"])
)
def test_entry_is_read_with_any_separator(numbers: tuple[int, int, int], sign: str) -> None:
    text = sign.join(str(n) for n in numbers)
    assert parse_counts(f" {text} ", voters=12) == Counts(*numbers)


@pytest.mark.parametrize("text", ["", "+", "  + "])
def test_empty_entry_and_plus_mean_all_for(text: str) -> None:
    assert parse_counts(text, voters=12) == Counts(for_n=12)


def test_shorter_and_longer_entries() -> None:
    assert parse_counts("12", voters=13) == Counts(for_n=12)
    assert parse_counts("11-1", voters=13) == Counts(for_n=11, against_n=1)
    assert parse_counts("10-0-1-1", voters=12).not_voting_n == 1


@pytest.mark.parametrize(
    "text", ["-1-0-12", "12--1", "дванадесет", "1-2-3-4-5", "12-", "1.5.x", "٣-٠"]
)
def test_entry_that_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(InputRefused) as caught:
        parse_counts(text, voters=12)
    assert caught.value.code == "vote.not_a_number"


def test_thirteen_votes_of_twelve_are_refused() -> None:
    with pytest.raises(RuleBroken) as caught:
        check_counts(Counts(12, 0, 1), eligible_present=12, method=HANDS)
    assert caught.value.code == "vote.sum_too_large"
    assert caught.value.facts == {"votes": 13, "voters": 12}


def test_smaller_sum_warns_and_can_be_filled() -> None:
    counts = Counts(9, 0, 1)
    (found,) = check_counts(counts, eligible_present=13, recused=1, method=HANDS)
    assert (found.code, found.blocks, found.facts["n"]) == ("vote.sum_smaller", False, 2)
    filled = fill_not_voting(counts, voters=12)
    assert filled == Counts(9, 0, 1, 2)
    assert check_counts(filled, eligible_present=13, recused=1, method=HANDS) == ()


def test_recused_member_cannot_vote() -> None:
    with pytest.raises(RuleBroken):
        check_counts(Counts(12), eligible_present=12, recused=1, method=HANDS)


def test_roll_call_records_everybody() -> None:
    with pytest.raises(RuleBroken) as caught:
        check_counts(Counts(9), eligible_present=10, method=VoteMethod.ROLL_CALL)
    assert caught.value.code == "vote.roll_call_sum"


def test_blank_ballots_exist_only_in_a_secret_vote() -> None:
    counts = Counts(8, 1, 0, 0, blank_n=1, invalid_n=1)
    assert check_counts(counts, eligible_present=11, method=VoteMethod.SECRET) == ()
    with pytest.raises(RuleBroken) as caught:
        check_counts(counts, eligible_present=11, method=HANDS)
    assert caught.value.code == "vote.blank_only_secret"


@pytest.mark.parametrize("counts", [Counts(-1), Counts(1, blank_n=-1)])
def test_negative_counts_are_refused(counts: Counts) -> None:
    with pytest.raises(RuleBroken) as caught:
        check_counts(counts, eligible_present=11, method=VoteMethod.SECRET)
    assert caught.value.code == "vote.negative"


@given(ballots(), majorities, st.booleans(), st.integers(0, 30))
def test_adopted_exactly_when_the_majority_of_the_rules_is_reached(
    ballot: tuple[Counts, int, int], majority: MajorityRule, in_base: bool, more: int
) -> None:
    counts, eligible, recused = ballot
    seats = eligible + more
    rules = replace(DEFAULT_RULES, majority=majority, recused_in_base=in_base)
    outcome = tally(counts, rules=rules, eligible_present=eligible, recused=recused, seats=seats)
    base = eligible if in_base else eligible - recused
    reached = {
        MajorityRule.MORE_THAN_HALF_PRESENT: 2 * counts.for_n > base,
        MajorityRule.FOR_OVER_AGAINST: counts.for_n > counts.against_n,
        MajorityRule.TWO_THIRDS_PRESENT: counts.for_n > 0 and 3 * counts.for_n >= 2 * base,
        MajorityRule.ABSOLUTE_OF_MEMBERS: 2 * counts.for_n > seats,
    }[majority]
    assert outcome.base == base
    assert outcome.adopted == reached == (counts.for_n >= outcome.needed)
    assert not outcome.unanimous or (outcome.adopted and counts.for_n == outcome.voters)


@given(ballots(), majorities)
def test_one_more_vote_for_never_loses_a_decision(
    ballot: tuple[Counts, int, int], majority: MajorityRule
) -> None:
    counts, eligible, recused = ballot
    if not counts.abstain_n:
        return
    rules = replace(DEFAULT_RULES, majority=majority)
    better = replace(counts, for_n=counts.for_n + 1, abstain_n=counts.abstain_n - 1)
    before = tally(counts, rules=rules, eligible_present=eligible, recused=recused, seats=15)
    after = tally(better, rules=rules, eligible_present=eligible, recused=recused, seats=15)
    assert after.adopted or not before.adopted


def test_votes_of_the_sample_minutes() -> None:
    first = tally(Counts(12), rules=DEFAULT_RULES, eligible_present=12, seats=15)
    assert (first.adopted, first.reading) == (True, "unanimous")
    second = tally(Counts(10, 0, 1), rules=DEFAULT_RULES, eligible_present=12, recused=1, seats=15)
    assert (second.adopted, second.reading, second.base, second.needed) == (True, "adopted", 11, 6)


def test_tie_without_casting_vote_is_not_adopted() -> None:
    counts = Counts(6, 6)
    outcome = tally(counts, rules=DEFAULT_RULES, eligible_present=12, seats=15)
    assert (outcome.result, outcome.tie, outcome.reading) == (VoteResult.REJECTED, True, "tie")
    assert [f.code for f in tie_finding(counts, DEFAULT_RULES)] == ["vote.tie_rejected"]


@pytest.mark.parametrize("choice", [VoteChoice.FOR, VoteChoice.AGAINST])
def test_casting_vote_of_the_chair_is_its_own_fact(choice: VoteChoice) -> None:
    rules = replace(DEFAULT_RULES, chair_breaks_tie=True)
    outcome = tally(Counts(6, 6), rules=rules, eligible_present=12, seats=15, casting=choice)
    assert outcome.adopted is (choice is VoteChoice.FOR)
    assert outcome.tie_broken_by_chair
    assert [f.code for f in tie_finding(Counts(6, 6), rules)] == ["vote.tie_chair_decides"]


@pytest.mark.parametrize(
    ("rules", "counts"),
    [
        (DEFAULT_RULES, Counts(6, 6)),
        (replace(DEFAULT_RULES, chair_breaks_tie=True), Counts(7, 5)),
        (
            replace(
                DEFAULT_RULES,
                chair_breaks_tie=True,
                majority=MajorityRule.TWO_THIRDS_PRESENT,
            ),
            Counts(6, 6),
        ),
    ],
)
def test_casting_vote_needs_a_tie_and_the_rule(rules: Rules, counts: Counts) -> None:
    with pytest.raises(RuleBroken) as caught:
        tally(counts, rules=rules, eligible_present=12, seats=15, casting=VoteChoice.FOR)
    assert caught.value.code == "vote.casting_not_allowed"


def test_nobody_voting_is_no_tie_and_adopts_nothing() -> None:
    assert not is_tie(Counts(0, 0, 12))
    for majority in MajorityRule:
        rules = replace(DEFAULT_RULES, majority=majority)
        assert not tally(Counts(), rules=rules, eligible_present=0, seats=15).adopted


@given(st.lists(st.sampled_from(list(VoteChoice)), max_size=40))
def test_roll_call_adds_up(choices: list[VoteChoice]) -> None:
    counts = roll_call(choices)
    assert counts.total == len(choices)
    assert check_counts(counts, eligible_present=len(choices), method=VoteMethod.ROLL_CALL) == ()


def test_consensus_has_no_counts_and_no_objections() -> None:
    outcome = consensus(rules=DEFAULT_RULES, eligible_present=12, recused=1)
    assert (outcome.adopted, outcome.counts, outcome.method) == (
        True,
        Counts(),
        VoteMethod.CONSENSUS,
    )
    with pytest.raises(RuleBroken) as caught:
        consensus(rules=DEFAULT_RULES, eligible_present=12, objections=1)
    assert caught.value.code == "vote.objections"
    with pytest.raises(RuleBroken):
        check_counts(Counts(1), eligible_present=12, method=VoteMethod.CONSENSUS)
    assert check_counts(Counts(), eligible_present=12, method=VoteMethod.CONSENSUS) == ()


@pytest.mark.parametrize(
    ("method", "mode", "code"),
    [
        (VoteMethod.CONSENSUS, DecisionMode.VOTE, "vote.consensus_not_allowed"),
        (VoteMethod.SHOW_OF_HANDS, DecisionMode.CONSENSUS, "vote.voting_not_allowed"),
        (VoteMethod.WRITTEN, DecisionMode.BOTH, "vote.written_not_allowed"),
    ],
)
def test_way_of_deciding_must_be_one_of_the_rules(
    method: VoteMethod, mode: DecisionMode, code: str
) -> None:
    with pytest.raises(RuleBroken) as caught:
        check_method(method, replace(DEFAULT_RULES, decision_mode=mode))
    assert caught.value.code == code


def test_secret_vote_stays_without_names() -> None:
    check_method(VoteMethod.SECRET, DEFAULT_RULES)
    with pytest.raises(RuleBroken):
        check_method(VoteMethod.SECRET, DEFAULT_RULES, named=True)


def test_without_quorum_nothing_is_decided() -> None:
    check_quorum(present=8, needed=8)
    with pytest.raises(RuleBroken) as caught:
        check_quorum(present=7, needed=8)
    assert caught.value.facts == {"present": 7, "needed": 8}


@given(majorities, st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_at_least_one_vote_is_always_needed(
    majority: MajorityRule, base: int, seats: int, against: int
) -> None:
    assert needed_for(majority, base=base, seats=seats, against_n=against) >= 1


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (Counts(10, 1, 1), "„За“ – 10 от 12; нужни са поне 7. Решението се приема с мнозинство."),
        (Counts(12), "„За“ – 12 от 12. Решението се приема единодушно."),
        (Counts(5, 4, 3), "„За“ – 5 от 12; нужни са поне 7. Решението не се приема."),
        (Counts(6, 6), "„За“ – 6, „против“ – 6; нужни са поне 7. Решението не се приема."),
    ],
)
def test_outcome_explains_its_arithmetic(counts: Counts, sentence: str) -> None:
    outcome = tally(counts, rules=DEFAULT_RULES, eligible_present=12, seats=15)
    assert labels.sentence(explain(outcome)) == sentence


def test_consensus_and_casting_vote_have_a_sentence_too() -> None:
    rules = replace(DEFAULT_RULES, chair_breaks_tie=True)
    cast = tally(
        Counts(6, 6), rules=rules, eligible_present=12, seats=15, casting=VoteChoice.AGAINST
    )
    for lang in labels.LANGUAGES:
        assert "…" not in labels.sentence(explain(cast), lang)
        agreed = consensus(rules=rules, eligible_present=12)
        assert "…" not in labels.sentence(explain(agreed), lang)
