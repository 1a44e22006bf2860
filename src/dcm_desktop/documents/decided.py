"""What the minutes say of votes, decisions, commitments and reported tasks, as frozen data.

The same rules as in `models`: nothing formats or decides, names stand as they are printed.
"""

from dataclasses import dataclass
from datetime import date

from dcm_desktop.domain.terms import (
    DecisionKind,
    MajorityRule,
    MemberRole,
    MembershipChangeKind,
    PledgeKind,
    TaskReportOutcome,
    VoteChoice,
    VoteMethod,
    VoteResult,
)


@dataclass(frozen=True, slots=True)
class NamedChoice:
    """One member's vote by name."""

    name: str
    choice: VoteChoice


@dataclass(frozen=True, slots=True)
class Dissent:
    """A written different opinion; `annex` is the number of the annex that holds it."""

    name: str
    annex: int | None = None
    promised_by: date | None = None
    """Until when it will be given, while there is no text."""


@dataclass(frozen=True, slots=True)
class CorrectedVote:
    """A vote that was entered wrong, as it stood before. Unit: people."""

    for_n: int = 0
    against_n: int = 0
    abstain_n: int = 0
    by_consensus: bool = False
    result: VoteResult = VoteResult.ADOPTED
    corrected_on: date | None = None
    """Only where it was corrected after the closing."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class VoteFacts:
    """One vote or consensus. `eligible_present` counts the recused too. Unit: people."""

    method: VoteMethod
    result: VoteResult
    eligible_present: int
    recused: int = 0
    for_n: int = 0
    against_n: int = 0
    abstain_n: int = 0
    not_voting_n: int = 0
    blank_n: int = 0
    invalid_n: int = 0
    tie_broken_by_chair: bool = False
    named: tuple[NamedChoice, ...] = ()
    named_public: bool = False
    """Whether the rules let the public edition name the voters."""
    dissents: tuple[Dissent, ...] = ()
    majority: MajorityRule | None = None
    """The majority that was asked for, where it was not the usual one."""
    tellers: tuple[str, ...] = ()
    together_with: tuple[str, ...] = ()
    """Numbers of the other decisions that were put in the same vote."""
    computed: VoteResult | None = None
    """What the rule gives, where another result was entered; `override_reason` says why."""
    override_reason: str = ""
    corrected: CorrectedVote | None = None


@dataclass(frozen=True, slots=True)
class TaskTerm:
    """Who answers for it and until when; printed under its point.

    `title` only where the task is more than the point above it. `is_start`: „Срок за начало“.
    """

    owner: str = ""
    co_owners: tuple[str, ...] = ()
    due_on: date | None = None
    standing: bool = False
    next_session: bool = False
    is_start: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """One point of a decision: label without the closing dot (`1`, `2.1`), text, tasks."""

    label: str
    text: str
    tasks: tuple[TaskTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class MembershipLine:
    """What the decision does to a seat."""

    change: MembershipChangeKind
    name: str
    role: MemberRole
    institution: str
    effective_on: date


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """A decision with its vote. `number` empty: put to the vote and not adopted.

    `text_public` is what the public edition prints instead of the points; for a case it is the
    only thing printed there, empty means a redaction. Elsewhere leave it empty when it repeats
    the points. `tasks` belong to the decision as a whole.
    """

    number: str = ""
    kind: DecisionKind = DecisionKind.DECISION
    points: tuple[DecisionPoint, ...] = ()
    tasks: tuple[TaskTerm, ...] = ()
    membership: tuple[MembershipLine, ...] = ()
    text_public: str = ""
    vote: VoteFacts | None = None


@dataclass(frozen=True, slots=True)
class PledgeFacts:
    """Material support that an institution promised. Money: `amount` in euro cents."""

    institution: str
    kind: PledgeKind
    what: str = ""
    amount: int = 0
    unit: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """What an institution undertook, who declared it, until when."""

    institution: str
    what: str
    declared_by: str = ""
    due_on: date | None = None
    standing: bool = False
    next_session: bool = False


@dataclass(frozen=True, slots=True)
class TaskReportFacts:
    """What was reported about one task. `secret`: of a case, so its words stay inside."""

    outcome: TaskReportOutcome
    institution: str = ""
    origin: str = ""
    """„решение № 6-3, т. 2“."""
    title: str = ""
    line: str = ""
    by: str = ""
    new_due_on: date | None = None
    next_session: bool = False
    secret: bool = False
