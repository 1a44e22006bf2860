"""Which majority a kind of decision needs, and an example that shows what abstaining does to it.

The rules name one majority for all decisions and exceptions for single kinds, written as in the
store: `opinion:two_thirds_present`. Counting is in `vote.py`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import DecisionKind, MajorityRule, VoteMethod
from dcm_desktop.domain.vote import Counts, tally
from dcm_desktop.errors import InputRefused

_EXAMPLE = Counts(for_n=6, against_n=4, abstain_n=3)


def read_exceptions(entries: Iterable[str]) -> dict[DecisionKind, MajorityRule]:
    """Exceptions by kind of decision.

    Raises: InputRefused `rules.majority_exception` for an entry that is not `kind:majority`.
    """
    found: dict[DecisionKind, MajorityRule] = {}
    for entry in entries:
        kind, _, majority = entry.partition(":")
        try:
            found[DecisionKind(kind)] = MajorityRule(majority)
        except ValueError as error:
            raise InputRefused("rules.majority_exception", entry=entry) from error
    return found


def write_exceptions(
    majorities: Mapping[DecisionKind, MajorityRule], *, usual: MajorityRule
) -> tuple[str, ...]:
    """The entries for the store, in the order of the kinds; what is usual is no exception."""
    return tuple(
        f"{kind.value}:{majorities[kind].value}"
        for kind in DecisionKind
        if majorities.get(kind, usual) is not usual
    )


def majority_for(rules: Rules, kind: DecisionKind | None) -> MajorityRule:
    """The majority that adopts a decision of a kind; None: the agenda and its changes."""
    if kind is None:
        return rules.majority
    return read_exceptions(rules.majority_exceptions).get(kind, rules.majority)


def rules_for(rules: Rules, kind: DecisionKind | None) -> Rules:
    """The rules as they stand for one kind of decision."""
    return replace(rules, majority=majority_for(rules, kind))


def counts_abstentions(majority: MajorityRule) -> bool:
    """Whether an abstention weighs like a vote against: it stays in the base.

    Source: domain reference, section 4.2 (Vote: base and formulas).
    """
    return majority is not MajorityRule.FOR_OVER_AGAINST


@dataclass(frozen=True, slots=True)
class MajorityExample:
    """One vote counted under a majority. Unit: people; `base` is what it is a share of."""

    counts: Counts
    voters: int
    base: int
    needed: int
    adopted: bool
    with_abstentions: bool


def majority_example(rules: Rules, *, seats: int) -> MajorityExample:
    """Six for, four against, three abstained: what the majority of these rules makes of it."""
    voters = _EXAMPLE.total
    outcome = tally(
        _EXAMPLE,
        rules=rules,
        eligible_present=voters,
        seats=max(seats, voters),
        method=VoteMethod.SHOW_OF_HANDS,
    )
    absolute = rules.majority is MajorityRule.ABSOLUTE_OF_MEMBERS
    return MajorityExample(
        _EXAMPLE,
        voters,
        max(seats, voters) if absolute else outcome.base,
        outcome.needed,
        outcome.adopted,
        counts_abstentions(rules.majority),
    )
