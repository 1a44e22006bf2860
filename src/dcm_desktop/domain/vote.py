"""Counting votes: the one-line entry, the checks, the outcome and its arithmetic.

The outcome is always computed, never typed. Who is entitled is decided in `attendance.py`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from dcm_desktop.domain.findings import Finding, warning
from dcm_desktop.domain.rules import Rules, two_thirds
from dcm_desktop.domain.terms import (
    DecisionMode,
    MajorityRule,
    VoteChoice,
    VoteMethod,
    VoteResult,
)
from dcm_desktop.errors import InputRefused, RuleBroken

_ENTRY = re.compile(r"[0-9]{1,4}(?:\s*[-–—−‑/,;:.]\s*[0-9]{1,4}|\s+[0-9]{1,4}){0,4}")
_QUALIFIED = (MajorityRule.TWO_THIRDS_PRESENT, MajorityRule.ABSOLUTE_OF_MEMBERS)


@dataclass(frozen=True, slots=True)
class Counts:
    """Votes as counted. Blank and invalid ballots exist only in a secret vote. Unit: people."""

    for_n: int = 0
    against_n: int = 0
    abstain_n: int = 0
    not_voting_n: int = 0
    blank_n: int = 0
    invalid_n: int = 0

    @property
    def total(self) -> int:
        """All of them together."""
        return (
            self.for_n
            + self.against_n
            + self.abstain_n
            + self.not_voting_n
            + self.blank_n
            + self.invalid_n
        )


Reading = Literal["adopted", "tie", "casting", "short", "unanimous", "consensus"]


@dataclass(frozen=True, slots=True)
class VoteOutcome:
    """Result of a vote with the numbers behind it.

    `base` is what the majority is a share of, `needed` the smallest „за“ that adopts, `voters`
    those who could vote (entitled less recused). `tie_broken_by_chair` is a fact of its own.
    Unit: people.
    """

    result: VoteResult
    reading: Reading
    method: VoteMethod
    majority: MajorityRule
    counts: Counts
    eligible_present: int
    recused: int
    voters: int
    base: int
    needed: int
    unanimous: bool
    tie: bool
    tie_broken_by_chair: bool

    @property
    def adopted(self) -> bool:
        """Whether the decision is taken."""
        return self.result is VoteResult.ADOPTED


def parse_counts(
    text: str, *, voters: int, secret: bool = False, field: str | None = None
) -> Counts:
    """The one-line entry `12-0-1`: for, against, abstained and, if given, not voting.

    Of a `secret` vote the fourth number are the blank ballots, the fifth the invalid ones. Also
    `12 0 1`, other dashes and separators; empty or `+` means that all `voters` are for (never in a
    secret vote, its ballots are counted); a single number is „за“ only.
    Raises: InputRefused `vote.not_a_number` for anything else.
    Source: sessions anchor, section 5.3 and 5.4 (vote strip); domain reference, section 7.
    """
    cleaned = text.strip()
    if cleaned in ("", "+") and not secret:
        return Counts(for_n=voters)
    if _ENTRY.fullmatch(cleaned) is None:
        raise InputRefused("vote.not_a_number", field=field)
    numbers = [int(number) for number in re.findall(r"[0-9]+", cleaned)]
    if len(numbers) > (5 if secret else 4):
        raise InputRefused("vote.not_a_number", field=field)
    if secret:
        for_n, against_n, abstain_n, blank_n, invalid_n = numbers + [0] * (5 - len(numbers))
        return Counts(for_n, against_n, abstain_n, 0, blank_n, invalid_n)
    return Counts(*numbers)


def check_counts(
    counts: Counts, *, eligible_present: int, recused: int = 0, method: VoteMethod
) -> tuple[Finding, ...]:
    """Check the sum against those who may vote; a smaller sum only warns.

    `fill_not_voting` is the answer to the warning. Unit: people.
    Raises: RuleBroken `vote.negative`, `vote.sum_too_large`, `vote.roll_call_sum`,
    `vote.blank_only_secret`, `vote.consensus_counts`.
    Source: domain reference, section 4.2 (Vote) and 7.
    """
    voters = max(0, eligible_present - recused)
    if min(counts.for_n, counts.against_n, counts.abstain_n, counts.not_voting_n) < 0:
        raise RuleBroken("vote.negative")
    if min(counts.blank_n, counts.invalid_n) < 0:
        raise RuleBroken("vote.negative")
    if counts.total > voters:
        raise RuleBroken("vote.sum_too_large", votes=counts.total, voters=voters)
    if method is VoteMethod.CONSENSUS:
        if counts.total:
            raise RuleBroken("vote.consensus_counts")
        return ()
    if method is not VoteMethod.SECRET and (counts.blank_n or counts.invalid_n):
        raise RuleBroken("vote.blank_only_secret")
    if counts.total < voters:
        if method is VoteMethod.ROLL_CALL:
            raise RuleBroken("vote.roll_call_sum", votes=counts.total, voters=voters)
        return (
            warning(
                "vote.sum_smaller",
                votes=counts.total,
                voters=voters,
                n=voters - counts.total,
            ),
        )
    return ()


def fill_not_voting(counts: Counts, *, voters: int) -> Counts:
    """The counts with everybody who is missing marked as present and not voting."""
    return replace(counts, not_voting_n=counts.not_voting_n + max(0, voters - counts.total))


def roll_call(choices: Iterable[VoteChoice]) -> Counts:
    """Sum of named votes, one per voter who is not recused."""
    kept = list(choices)
    return Counts(
        for_n=kept.count(VoteChoice.FOR),
        against_n=kept.count(VoteChoice.AGAINST),
        abstain_n=kept.count(VoteChoice.ABSTAIN),
        not_voting_n=kept.count(VoteChoice.NOT_VOTING),
    )


def check_method(method: VoteMethod, rules: Rules, *, named: bool = False) -> None:
    """Whether the rules know this way of deciding, and a secret vote stays without names.

    Raises: RuleBroken `vote.consensus_not_allowed`, `vote.voting_not_allowed`,
    `vote.written_not_allowed`, `vote.secret_named`.
    Source: domain reference, section 4.2 (`decision_mode`, `written_procedure`; named is
    forbidden for secret).
    """
    if method is VoteMethod.CONSENSUS:
        if rules.decision_mode is DecisionMode.VOTE:
            raise RuleBroken("vote.consensus_not_allowed")
    elif rules.decision_mode is DecisionMode.CONSENSUS:
        raise RuleBroken("vote.voting_not_allowed")
    if method is VoteMethod.WRITTEN and not rules.written_procedure:
        raise RuleBroken("vote.written_not_allowed")
    if method is VoteMethod.SECRET and named:
        raise RuleBroken("vote.secret_named")


def check_quorum(*, present: int, needed: int) -> None:
    """Without quorum nothing is decided.

    Raises: RuleBroken `vote.no_quorum`. Source: domain reference, section 4.2 and 7.
    """
    if present < needed:
        raise RuleBroken("vote.no_quorum", present=present, needed=needed)


def needed_for(majority: MajorityRule, *, base: int, seats: int, against_n: int = 0) -> int:
    """Smallest number of „за“ that adopts. Unit: people. Never below 1.

    `seats` counts the voting members of the mechanism, `base` the voters present.
    Source: domain reference, section 4.2 (Vote): more than half present for_n > base/2; for over
    against for_n > against_n; two thirds for_n >= ceil(2·base/3); absolute for_n > seats/2.
    """
    if majority is MajorityRule.MORE_THAN_HALF_PRESENT:
        return base // 2 + 1
    if majority is MajorityRule.FOR_OVER_AGAINST:
        return against_n + 1
    if majority is MajorityRule.TWO_THIRDS_PRESENT:
        return max(1, two_thirds(base))
    return seats // 2 + 1


def tally(
    counts: Counts,
    *,
    rules: Rules,
    eligible_present: int,
    seats: int,
    recused: int = 0,
    method: VoteMethod = VoteMethod.SHOW_OF_HANDS,
    casting: VoteChoice | None = None,
) -> VoteOutcome:
    """The outcome of a vote under the rules in force.

    `eligible_present` counts everybody entitled and present at the moment, recused included;
    `casting` is how the chair voted, needed only when `is_tie` and the rules give a casting vote.
    Raises: RuleBroken as `check_counts`; `vote.casting_not_allowed` when a casting vote is given
    without tie or rule.
    Source: domain reference, section 4.2 (Vote). Decision: a casting vote decides only under the
    two simple majorities; it cannot make two thirds or an absolute majority out of a half.
    """
    check_counts(counts, eligible_present=eligible_present, recused=recused, method=method)
    voters = max(0, eligible_present - recused)
    base = eligible_present if rules.recused_in_base else voters
    needed = needed_for(rules.majority, base=base, seats=seats, against_n=counts.against_n)
    tie = is_tie(counts)
    if casting is not None and not (tie and casting_allowed(rules)):
        raise RuleBroken("vote.casting_not_allowed")
    enough = counts.for_n >= needed
    broken = tie and casting is VoteChoice.FOR
    unanimous = voters > 0 and counts.for_n == voters and enough
    reading: Reading = "short"
    if broken or (tie and casting is VoteChoice.AGAINST):
        reading = "casting"
    elif unanimous:
        reading = "unanimous"
    elif enough:
        reading = "adopted"
    elif tie:
        reading = "tie"
    return VoteOutcome(
        result=VoteResult.ADOPTED if enough or broken else VoteResult.REJECTED,
        reading=reading,
        method=method,
        majority=rules.majority,
        counts=counts,
        eligible_present=eligible_present,
        recused=recused,
        voters=voters,
        base=base,
        needed=needed,
        unanimous=unanimous,
        tie=tie,
        tie_broken_by_chair=reading == "casting",
    )


def is_tie(counts: Counts) -> bool:
    """Equal „за“ and „против“, at least one of each. Source: domain reference, section 4.2."""
    return counts.for_n == counts.against_n > 0


def casting_allowed(rules: Rules) -> bool:
    """Whether the chair's vote decides a tie under these rules (see `tally`)."""
    return rules.chair_breaks_tie and rules.majority not in _QUALIFIED


def tie_finding(counts: Counts, rules: Rules) -> tuple[Finding, ...]:
    """The warning of a tie, with what the rules say. Source: domain reference, section 7."""
    if not is_tie(counts):
        return ()
    if casting_allowed(rules):
        return (warning("vote.tie_chair_decides"),)
    return (warning("vote.tie_rejected"),)


def consensus(
    *, rules: Rules, eligible_present: int, recused: int = 0, objections: int = 0
) -> VoteOutcome:
    """Adopted without a vote because nobody objects.

    Raises: RuleBroken `vote.consensus_not_allowed`, `vote.objections` when there is one.
    Source: domain reference, section 4.2 (Vote: counts empty, objections 0 asserted).
    """
    check_method(VoteMethod.CONSENSUS, rules)
    if objections:
        raise RuleBroken("vote.objections", n=objections)
    voters = max(0, eligible_present - recused)
    return VoteOutcome(
        result=VoteResult.ADOPTED,
        reading="consensus",
        method=VoteMethod.CONSENSUS,
        majority=rules.majority,
        counts=Counts(),
        eligible_present=eligible_present,
        recused=recused,
        voters=voters,
        base=eligible_present if rules.recused_in_base else voters,
        needed=0,
        unanimous=False,
        tie=False,
        tie_broken_by_chair=False,
    )


def explain(outcome: VoteOutcome) -> Finding:
    """The arithmetic of an outcome as one sentence for the room („за 10 от 11, нужни 6“).

    Code `vote.explain_<reading>`, facts for_n, against_n, abstain_n, voters, base, needed.
    """
    return Finding(
        _EXPLAIN[outcome.reading],
        False,
        {
            "for_n": outcome.counts.for_n,
            "against_n": outcome.counts.against_n,
            "abstain_n": outcome.counts.abstain_n,
            "voters": outcome.voters,
            "base": outcome.base,
            "needed": outcome.needed,
            "result": outcome.result,
        },
    )


_EXPLAIN: dict[Reading, str] = {
    "adopted": "vote.explain_adopted",
    "tie": "vote.explain_tie",
    "casting": "vote.explain_casting",
    "short": "vote.explain_short",
    "unanimous": "vote.explain_unanimous",
    "consensus": "vote.explain_consensus",
}
