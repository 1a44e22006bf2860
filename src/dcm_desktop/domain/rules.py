"""Rules of a mechanism (правилник) as one frozen value, and what follows from them: quorum.

Nothing here is a constant of the law: every parameter is data of the version in force on the day.
The defaults are general knowledge, to be replaced by the real правилник at the start.
"""

from dataclasses import dataclass

from dcm_desktop.domain.findings import Finding, blocker, warning
from dcm_desktop.domain.terms import (
    DecisionMode,
    MajorityRule,
    QuorumBase,
    QuorumRule,
    ReducedQuorum,
    SignOrder,
)
from dcm_desktop.errors import RuleBroken


@dataclass(frozen=True, slots=True)
class Rules:
    """One version of the rules; field names are those of the glossary's MechanismRules.

    Every default is general knowledge until somebody types the real rules in.
    Source: domain reference, section 4.2 (MechanismRules) and Annex C, point 1.
    """

    quorum_base: QuorumBase = QuorumBase.ALL_SEATS
    quorum_rule: QuorumRule = QuorumRule.MORE_THAN_HALF
    quorum_fixed: int | None = None
    reduced_quorum_after_min: int | None = None
    reduced_quorum: ReducedQuorum = ReducedQuorum.NONE
    reduced_quorum_fixed: int | None = None
    proxy_votes: bool = False
    max_proxies: int = 1
    named_votes_public: bool = False
    lapse_is_approval: bool = False
    sign_order: SignOrder = SignOrder.APPROVE_FIRST
    decision_mode: DecisionMode = DecisionMode.BOTH
    majority: MajorityRule = MajorityRule.MORE_THAN_HALF_PRESENT
    majority_exceptions: tuple[str, ...] = ()
    """Another majority for a kind of decision, as `majority.read_exceptions` reads it."""
    chair_breaks_tie: bool = False
    recused_in_base: bool = False
    associates_vote: bool = False
    substitute_votes: bool = True
    remote_counts: bool = True
    written_procedure: bool = False
    notice_workdays: int = 7
    materials_workdays: int = 5
    minutes_due_workdays: int = 7
    objection_workdays: int = 5
    signers: tuple[str, ...] = ("chair", "minutes_taker")
    confidentiality_declaration: bool = True
    planned_sessions_per_year: int = 12
    case_deadline_workdays: int = 10


DEFAULT_RULES = Rules()
"""Proposed at the start; the screen marks each value „по подразбиране“ until it is confirmed."""


def quorum_needed(rule: QuorumRule, seats: int, fixed: int | None = None) -> int:
    """Smallest number of voting members present that lets the session decide.

    `seats` is the number the rules take as base: `quorum_base_of` gives it.
    Unit: people, authorised substitutes included; associates never count. Never below 1.
    Raises: RuleBroken `rules.quorum_too_large` when a fixed quorum is larger than `seats`,
    `rules.quorum_fixed_missing` when the rule is fixed and no number is given.
    Source: domain reference, section 4.2: more than half n//2+1 (15 gives 8), at least half
    (n+1)//2, two thirds ceil(2n/3).
    """
    if rule is QuorumRule.FIXED:
        if fixed is None or fixed < 1:
            raise RuleBroken("rules.quorum_fixed_missing")
        if fixed > seats:
            raise RuleBroken("rules.quorum_too_large", quorum=fixed, members=seats)
        return fixed
    if rule is QuorumRule.MORE_THAN_HALF:
        return seats // 2 + 1
    if rule is QuorumRule.AT_LEAST_HALF:
        return max(1, (seats + 1) // 2)
    return max(1, two_thirds(seats))


def two_thirds(n: int) -> int:
    """The smallest whole number that is at least two thirds of `n`."""
    return -(-2 * n // 3)


def quorum_base_of(rules: Rules, *, seats: int, filled: int) -> int:
    """The number of which the quorum is a share: planned seats, or seats filled on the day.

    Unit: people. Source: domain reference, section 4.2 (`quorum_base`).
    """
    return filled if rules.quorum_base is QuorumBase.FILLED_SEATS else seats


def quorum_of(rules: Rules, *, seats: int, filled: int) -> int:
    """Quorum under a version of the rules; frozen in the session when it opens.

    Raises: RuleBroken as `quorum_needed`.
    """
    base = quorum_base_of(rules, seats=seats, filled=filled)
    return quorum_needed(rules.quorum_rule, base, rules.quorum_fixed)


def reduced_quorum_of(rules: Rules, *, seats: int, filled: int, waited_min: int) -> int | None:
    """Quorum after waiting, or None while it is not yet (or never) allowed.

    Never larger than the full quorum. Unit: people; `waited_min` in minutes after the hour called.
    Source: domain reference, section 4.2 (`reduced_quorum_after_min`, отлагане с 1 час).
    """
    after = rules.reduced_quorum_after_min
    if rules.reduced_quorum is ReducedQuorum.NONE or after is None or waited_min < after:
        return None
    full = quorum_of(rules, seats=seats, filled=filled)
    if rules.reduced_quorum is ReducedQuorum.ONE_THIRD:
        base = quorum_base_of(rules, seats=seats, filled=filled)
        return min(full, max(1, -(-base // 3)))
    if rules.reduced_quorum_fixed is None:
        return None
    return min(full, max(1, rules.reduced_quorum_fixed))


def validate_rules(rules: Rules, *, seats: int) -> tuple[Finding, ...]:
    """What is wrong with a version of the rules for a mechanism of `seats` seats.

    Source: domain reference, section 4.2 (MechanismRules) and 7 (Rules).
    """
    found = []
    if rules.quorum_rule is QuorumRule.FIXED:
        if rules.quorum_fixed is None or rules.quorum_fixed < 1:
            found.append(blocker("rules.quorum_fixed_missing", field="quorum_fixed"))
        elif rules.quorum_fixed > seats:
            found.append(
                blocker(
                    "rules.quorum_too_large",
                    field="quorum_fixed",
                    quorum=rules.quorum_fixed,
                    members=seats,
                )
            )
    found += _reduced_findings(rules)
    if not 0 <= rules.notice_workdays <= 30:
        found.append(blocker("rules.notice_range", field="notice_workdays", most=30))
    if rules.proxy_votes and rules.max_proxies < 1:
        found.append(blocker("rules.proxies_missing", field="max_proxies"))
    if not set(rules.signers) <= {"chair", "minutes_taker"} or not rules.signers:
        found.append(blocker("rules.signers_missing", field="signers"))
    if rules.planned_sessions_per_year < 1:
        found.append(warning("rules.sessions_per_year", field="planned_sessions_per_year"))
    return tuple(found)


def _reduced_findings(rules: Rules) -> list[Finding]:
    if rules.reduced_quorum is ReducedQuorum.NONE:
        return []
    found = []
    if not rules.reduced_quorum_after_min:
        found.append(blocker("rules.reduced_after_missing", field="reduced_quorum_after_min"))
    if rules.reduced_quorum is ReducedQuorum.FIXED and not rules.reduced_quorum_fixed:
        found.append(blocker("rules.reduced_fixed_missing", field="reduced_quorum_fixed"))
    return found


def check_editable(*, sessions_held: int) -> None:
    """A version under which sessions were held is not edited any more; a new one is made.

    Raises: RuleBroken `rules.in_use`. Source: domain reference, section 7 (Rules).
    """
    if sessions_held:
        raise RuleBroken("rules.in_use", n=sessions_held)
