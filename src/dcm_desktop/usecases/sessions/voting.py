"""Votes and consensus: the basis of a vote, its preview while it is typed, its row in the store.

What a vote means for a decision is `deciding`; how it is counted is `domain.vote`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.majority import rules_for
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    DecisionKind,
    ItemAction,
    SessionKind,
    VoteChoice,
    VoteMethod,
    VoteResult,
    VoteSubject,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.vote import (
    Counts,
    VoteOutcome,
    check_counts,
    check_method,
    check_quorum,
    consensus,
    explain,
    fill_not_voting,
    parse_counts,
    roll_call,
    tally,
    tie_finding,
)
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import AgendaItem, NamedVote, Session, Vote
from dcm_desktop.usecases.saving import new_id, waiting
from dcm_desktop.usecases.sessions.agenda_state import freeze_agenda
from dcm_desktop.usecases.sessions.asking import asked_now
from dcm_desktop.usecases.sessions.state import (
    Hall,
    check_live,
    hall_of,
    move_item,
    recused_voters,
)


@dataclass(frozen=True, slots=True)
class VoteBasis:
    """Who may vote at a moment, under which rules. Unit: people.

    `eligible_present` counts the recused too, `voters` those who are asked.
    """

    rules: Rules
    seats: int
    present: int
    needed: int
    eligible_present: int
    recused: int
    voter_ids: tuple[str, ...] = ()
    """Rows of the roll that are asked, in their order."""
    decides: bool = True
    """False in a working meeting."""
    in_writing: bool = False
    """A written procedure: votes are taken as its answers only."""

    @property
    def voters(self) -> int:
        """Those who are asked."""
        return len(self.voter_ids)

    @property
    def has_quorum(self) -> bool:
        """Whether anything can be decided."""
        return self.present >= self.needed


@dataclass(frozen=True, slots=True)
class Ballot:
    """How something was put: counts as typed (`entry`) or given, by name, or by consensus.

    `entry`: `12-0-1`, empty or `+` for all in favour. `named`: exceptions by row of the roll,
    everybody else is in favour. `casting`: the chair's vote at a tie. `unanswered`: rows that have
    not said anything yet. `teller_ids`: who counted a secret ballot. `override`: the result that
    the operator has to enter against the rule, with its reason.
    """

    method: VoteMethod = VoteMethod.SHOW_OF_HANDS
    entry: str = ""
    counts: Counts | None = None
    named: Mapping[str, VoteChoice] = field(default_factory=dict)
    casting: VoteChoice | None = None
    objections: int = 0
    unanswered: tuple[str, ...] = ()
    teller_ids: tuple[str, ...] = ()
    override: VoteResult | None = None
    override_reason: str = ""


CONSENSUS = Ballot(VoteMethod.CONSENSUS)
"""Adopted because nobody objects (`F8 Enter`)."""


@dataclass(frozen=True, slots=True)
class VotePreview:
    """What the vote strip shows while it is typed.

    `problem`: why it cannot be entered so; else `outcome` with its `explanation`, and `warnings`
    that will be asked about.
    """

    counts: Counts
    outcome: VoteOutcome | None
    explanation: Finding | None
    warnings: tuple[Finding, ...]
    problem: Finding | None

    @property
    def may_enter(self) -> bool:
        """Whether `Enter` would be taken."""
        return self.problem is None


@dataclass(frozen=True, slots=True)
class Counted:
    """A ballot that was checked: its counts, its outcome, the choices by name.

    `override`: the result that holds instead of the computed one, with its reason.
    """

    outcome: VoteOutcome
    choices: tuple[tuple[str, VoteChoice], ...]
    warnings: tuple[Finding, ...]
    teller_ids: tuple[str, ...] = ()
    override: VoteResult | None = None
    override_reason: str = ""

    @property
    def result(self) -> VoteResult:
        """The result that holds."""
        return self.override or self.outcome.result

    @property
    def adopted(self) -> bool:
        """Whether it is taken."""
        return self.result is VoteResult.ADOPTED


def basis_of(
    db: DbSession,
    hall: Hall,
    item_id: str | None,
    when: datetime | None,
    kind: DecisionKind | None = None,
) -> VoteBasis:
    """Who may vote on an item (None: on the agenda) at a moment, under the majority of a kind."""
    asked = asked_now(db, hall, item_id, when)
    voters = asked.voters
    recused = recused_voters(db, hall, item_id, when) if item_id else ()
    return VoteBasis(
        rules=rules_for(hall.rules, kind),
        seats=hall.seats,
        present=asked.present,
        needed=asked.needed,
        eligible_present=len(voters),
        recused=len(recused),
        voter_ids=tuple(row for row in voters if row not in recused),
        decides=hall.session.kind is not SessionKind.WORKING_MEETING,
        in_writing=hall.session.kind is SessionKind.WRITTEN,
    )


def preview_vote(basis: VoteBasis, ballot: Ballot) -> VotePreview:
    """What a ballot would give; never raises for what a person types."""
    try:
        counted = count_ballot(basis, ballot)
    except (InputRefused, RuleBroken) as error:
        problem = Finding(error.code, True, dict(error.facts), error.field)
        return VotePreview(_counts(basis, ballot, strict=False), None, None, (), problem)
    outcome = counted.outcome
    return VotePreview(outcome.counts, outcome, explain(outcome), counted.warnings, None)


def count_ballot(basis: VoteBasis, ballot: Ballot, accept: Collection[str] = ()) -> Counted:
    """Check a ballot and compute its outcome; `accept` fills those missing as not voting.

    Raises: RuleBroken `session.no_decisions`, `vote.no_quorum`, those of `domain.vote`;
    InputRefused `vote.not_a_number`.
    """
    if not basis.decides:
        raise RuleBroken("session.no_decisions")
    if basis.in_writing is not (ballot.method is VoteMethod.WRITTEN):
        raise RuleBroken("written.only" if basis.in_writing else "written.not_this_kind")
    check_quorum(present=basis.present, needed=basis.needed)
    check_method(ballot.method, basis.rules, named=bool(ballot.named))
    if ballot.method is VoteMethod.CONSENSUS:
        outcome = consensus(
            rules=basis.rules,
            eligible_present=basis.eligible_present,
            recused=basis.recused,
            objections=ballot.objections,
        )
        return Counted(outcome, (), (), (), *_override(ballot, outcome))
    if ballot.unanswered:
        raise RuleBroken("vote.unanswered", n=len(ballot.unanswered))
    choices = _choices(basis, ballot)
    counts = _counts(basis, ballot, strict=True)
    warnings = check_counts(
        counts,
        eligible_present=basis.eligible_present,
        recused=basis.recused,
        method=ballot.method,
    )
    if any(warning.code in accept for warning in warnings):
        counts = fill_not_voting(counts, voters=basis.voters)
    warnings += tie_finding(counts, basis.rules) if ballot.casting is None else ()
    outcome = tally(
        counts,
        rules=basis.rules,
        eligible_present=basis.eligible_present,
        seats=basis.seats,
        recused=basis.recused,
        method=ballot.method,
        casting=ballot.casting,
    )
    tellers = ballot.teller_ids if ballot.method is VoteMethod.SECRET else ()
    return Counted(outcome, choices, warnings, tellers, *_override(ballot, outcome))


def write_vote(
    db: DbSession,
    session: Session,
    counted: Counted,
    basis: VoteBasis,
    *,
    subject: VoteSubject,
    item_id: str | None = None,
    decision_id: str | None = None,
    corrects_id: str | None = None,
    correction_reason: str = "",
    block_id: str | None = None,
    when: datetime,
) -> Vote:
    """The row of a vote, with one row per voter when it was by name.

    Privacy: a secret vote has no rows by voter, only its counts and who counted them.
    """
    outcome, counts = counted.outcome, counted.outcome.counts
    agreed = outcome.method is VoteMethod.CONSENSUS
    vote = Vote(
        id=new_id(db),
        session_id=session.id,
        item_id=item_id,
        subject=subject,
        decision_id=decision_id,
        method=outcome.method,
        at=when,
        eligible_present=basis.eligible_present,
        recused_n=basis.recused,
        for_n=None if agreed else counts.for_n,
        against_n=None if agreed else counts.against_n,
        abstain_n=None if agreed else counts.abstain_n,
        not_voting_n=counts.not_voting_n,
        blank_n=counts.blank_n,
        invalid_n=counts.invalid_n,
        tie_broken_by_chair=outcome.tie_broken_by_chair,
        objections=0,
        majority=outcome.majority,
        result=counted.result,
        computed_result=outcome.result if counted.override else None,
        override_reason=counted.override_reason,
        teller_ids=list(counted.teller_ids),
        block_id=block_id,
        corrects_id=corrects_id,
        correction_reason=correction_reason,
    )
    db.add(vote)
    for attendance_id, choice in counted.choices:
        db.add(
            NamedVote(id=new_id(db), vote_id=vote.id, attendance_id=attendance_id, choice=choice)
        )
    return vote


@dataclass(frozen=True, slots=True)
class Voted:
    """A vote that was entered; `vote_id` is empty while one of `warnings` waits."""

    vote_id: str
    adopted: bool
    explanation: Finding | None
    warnings: tuple[Finding, ...] = ()

    @property
    def is_saved(self) -> bool:
        """Whether the vote was written."""
        return bool(self.vote_id)


def vote_agenda(
    db: DbSession,
    session_id: str,
    ballot: Ballot = CONSENSUS,
    *,
    accept: Collection[str] = (),
    when: datetime | None = None,
    at: datetime,
) -> Voted:
    """The agenda as it stands is put to the vote.

    Adopted, it settles the numbers of the items. Raises: as `count_ballot`; RuleBroken
    `session.not_open`.
    """
    session = db.get_one(Session, session_id)
    check_live(session)
    when = when or at
    basis = basis_of(db, hall_of(db, session), None, when)
    counted = count_ballot(basis, ballot, accept)
    if ask := waiting(counted.warnings, accept):
        return Voted("", False, explain(counted.outcome), ask.warnings)
    vote = write_vote(db, session, counted, basis, subject=VoteSubject.AGENDA, when=when)
    if counted.adopted:
        session.agenda_adopted_at = when
        freeze_agenda(db, session)
    return Voted(vote.id, counted.adopted, explain(counted.outcome), counted.warnings)


def vote_added_item(
    db: DbSession,
    item_id: str,
    ballot: Ballot = CONSENSUS,
    *,
    accept: Collection[str] = (),
    when: datetime | None = None,
    at: datetime,
) -> Voted:
    """Whether an item added in the hall comes on the agenda; refused, it is withdrawn.

    Raises: as `vote_agenda`.
    """
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    check_live(session)
    when = when or at
    basis = basis_of(db, hall_of(db, session), None, when)
    counted = count_ballot(basis, ballot, accept)
    if ask := waiting(counted.warnings, accept):
        return Voted("", False, explain(counted.outcome), ask.warnings)
    vote = write_vote(
        db, session, counted, basis, subject=VoteSubject.ADDED_ITEM, item_id=item_id, when=when
    )
    if counted.result is VoteResult.REJECTED:
        move_item(item, ItemAction.WITHDRAW, when=when)
        item.status_reason = labels.word("agenda", "not_included")
    return Voted(vote.id, counted.adopted, explain(counted.outcome), counted.warnings)


def _counts(basis: VoteBasis, ballot: Ballot, *, strict: bool) -> Counts:
    if ballot.method is VoteMethod.ROLL_CALL and ballot.counts is None:
        asked = [row for row in basis.voter_ids if row not in ballot.unanswered]
        return roll_call(ballot.named.get(row, VoteChoice.FOR) for row in asked)
    if ballot.counts is not None:
        return ballot.counts
    if ballot.method is VoteMethod.CONSENSUS:
        return Counts()
    secret = ballot.method is VoteMethod.SECRET
    if not strict:
        try:
            return parse_counts(ballot.entry, voters=basis.voters, secret=secret)
        except InputRefused:
            return Counts()
    return parse_counts(ballot.entry, voters=basis.voters, secret=secret, field="vote_entry")


def _override(ballot: Ballot, outcome: VoteOutcome) -> tuple[VoteResult | None, str]:
    """Another result than the rule gives, and why; the same result is none."""
    if ballot.override is None or ballot.override is outcome.result:
        return None, ""
    reason = check_line(ballot.override_reason, name="reason", max_len=300, field="override_reason")
    return ballot.override, reason


def _choices(basis: VoteBasis, ballot: Ballot) -> tuple[tuple[str, VoteChoice], ...]:
    if ballot.method is not VoteMethod.ROLL_CALL or (ballot.counts is not None):
        return ()
    strangers = set(ballot.named) - set(basis.voter_ids)
    if strangers:
        raise RuleBroken("vote.not_entitled", person=None)
    return tuple((row, ballot.named.get(row, VoteChoice.FOR)) for row in basis.voter_ids)
