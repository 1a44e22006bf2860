"""The cards of the hall from the store, before the guard has looked at them.

A case has the generated title; of a closed item there is no card but that of a numbered decision
on a case by its public wording.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.domain.agenda import PUBLIC_CASE_TITLE
from dcm_desktop.domain.bulgarian import date_long, weekday
from dcm_desktop.domain.projector_cards import (
    AgendaCard,
    AgendaLine,
    Card,
    CommitmentLine,
    CommitmentsCard,
    DecisionCard,
    ItemCard,
    NextSessionCard,
    ProposalCard,
    VoteCard,
    VoteTally,
)
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    ActionItemStatus,
    AgendaItemKind,
    AgendaItemStatus,
    DecisionStatus,
    VoteMethod,
    VoteResult,
    VoteSubject,
)
from dcm_desktop.domain.values import local
from dcm_desktop.domain.vote import needed_for
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Case,
    Commitment,
    Decision,
    Institution,
    Mechanism,
    Person,
    Proposal,
    Session,
    Vote,
)
from dcm_desktop.usecases.sessions.state import quorum_base_and_need, rules_of_session

_DONE = frozenset({AgendaItemStatus.DISCUSSED, AgendaItemStatus.DECIDED})
_UNDECIDED = frozenset({DecisionStatus.DRAFT, DecisionStatus.REJECTED})


def agenda_card(
    session: Session, items: Sequence[AgendaItem], numbers: Mapping[str, int]
) -> AgendaCard:
    """The agenda by public titles; a closed item has none."""
    del session
    return AgendaCard(
        tuple(
            AgendaLine(
                numbers[item.id],
                "" if item.closed_part else _title(item),
                current=item.status is AgendaItemStatus.RUNNING,
                done=item.status in _DONE,
                confidential=item.closed_part,
            )
            for item in items
            if item.id in numbers and item.status is not AgendaItemStatus.WITHDRAWN
        )
    )


def item_card(db: DbSession, item: AgendaItem, n: int) -> ItemCard:
    """An open item: public title and the institution of who reports it, never the person."""
    person = db.get(Person, item.rapporteur_person_id) if item.rapporteur_person_id else None
    return ItemCard(n, _title(item), _institution(db, person.institution_id if person else None))


def item_cards(db: DbSession, session: Session, item: AgendaItem, n: int) -> list[Card]:
    """Every card of an item: itself, proposals, decisions, votes, commitments, tasks."""
    decisions = _decisions(db, item)
    if item.closed_part:
        return [*_public_decisions(db, item, n, decisions)]
    commitments = list(_commitments(db, item))
    return [
        item_card(db, item, n),
        *_proposals(db, item, n),
        *_open_decisions(db, item, n, decisions),
        *_votes(db, session, item, n, decisions),
        *([CommitmentsCard(n, tuple(commitments))] if commitments else []),
        *_tasks(db, item, n),
    ]


def next_session_card(at: datetime) -> NextSessionCard:
    """Day and hour of the next session."""
    when = local(at)
    words = f"{weekday(when.date())}, {date_long(when.date())}"
    return NextSessionCard(labels.word("hall", "next_at").format(date=words, time=f"{when:%H:%M}"))


# -- inside -------------------------------------------------------------------------------------


def _title(item: AgendaItem) -> str:
    return PUBLIC_CASE_TITLE if item.kind is AgendaItemKind.CASE else item.public_title


def _institution(db: DbSession, institution_id: str | None) -> str:
    row = db.get(Institution, institution_id) if institution_id else None
    return (row.short_name or row.name) if row is not None else ""


def _decisions(db: DbSession, item: AgendaItem) -> list[Decision]:
    rows = db.scalars(select(Decision).where(Decision.item_id == item.id).order_by(Decision.id))
    return list(rows)


def _public_decisions(
    db: DbSession, item: AgendaItem, n: int, decisions: Sequence[Decision]
) -> Iterator[DecisionCard]:
    """Of a closed item only what was decided on a case, in the sentence of the public edition."""
    if item.kind is not AgendaItemKind.CASE:
        return
    mechanism = db.get_one(Mechanism, db.get_one(Session, item.session_id).mechanism_id)
    case = db.get(Case, item.case_id) if item.case_id else None
    code = f"{case.code}\n" if mechanism.hall_shows_codes and case is not None else ""
    for row in decisions:
        if row.number and row.text_public and row.status not in _UNDECIDED:
            yield DecisionCard(n, row.number, code + row.text_public)


def _open_decisions(
    db: DbSession, item: AgendaItem, n: int, decisions: Sequence[Decision]
) -> Iterator[DecisionCard]:
    for row in decisions:
        if row.status is DecisionStatus.REJECTED or not row.text.strip():
            continue
        lines = tuple(_commitments(db, item, row.id))
        yield DecisionCard(n, row.number or "", row.text, lines)


def _proposals(db: DbSession, item: AgendaItem, n: int) -> Iterator[ProposalCard]:
    rows = db.scalars(select(Proposal).where(Proposal.item_id == item.id)).all()
    for row in sorted(rows, key=lambda row: (row.n, row.id)):
        if row.text.strip():
            yield ProposalCard(n, row.n if len(rows) > 1 else 0, row.text)


def _commitments(
    db: DbSession, item: AgendaItem, decision_id: str | None = None
) -> Iterator[CommitmentLine]:
    rows = db.scalars(
        select(Commitment).where(Commitment.item_id == item.id).order_by(Commitment.id)
    )
    for row in rows:
        if decision_id is None or row.decision_id in (None, decision_id):
            until = _until(row)
            yield CommitmentLine(_institution(db, row.institution_id), row.what, until)


def _tasks(db: DbSession, item: AgendaItem, n: int) -> Iterator[CommitmentsCard]:
    committed = set(db.scalars(select(Commitment.task_id).where(Commitment.item_id == item.id)))
    rows = db.scalars(
        select(ActionItem).where(
            ActionItem.item_id == item.id, ActionItem.status != ActionItemStatus.CANCELLED
        )
    )
    lines = [
        CommitmentLine(_institution(db, row.responsible_institution_id), row.title, _until(row))
        for row in sorted(rows, key=lambda row: row.id)
        if row.id not in committed
    ]
    if lines:
        yield CommitmentsCard(n, tuple(lines), tasks=True)


def _until(row: Commitment | ActionItem) -> str:
    if row.due_on is not None:
        return labels.word("hall", "until").format(date=date_long(row.due_on))
    if row.next_session:
        return labels.word("hall", "until_next")
    return labels.word("hall", "until_standing") if row.standing else ""


def _votes(
    db: DbSession, session: Session, item: AgendaItem, n: int, decisions: Sequence[Decision]
) -> Iterator[VoteCard]:
    """Each vote with its result, and the question of the one that comes."""
    votes = db.scalars(select(Vote).where(Vote.item_id == item.id).order_by(Vote.id)).all()
    replaced = {vote.corrects_id for vote in votes}
    kept = [
        vote for vote in votes if vote.id not in replaced and vote.subject is VoteSubject.DECISION
    ]
    title = _title(item)
    rules = rules_of_session(db, session)
    seats, _ = quorum_base_and_need(db, session, rules)
    for ordinal, vote in enumerate(kept, start=1):
        yield VoteCard(n, title, _tally(vote, rules, seats), ordinal)
    waits = any(row.status is DecisionStatus.DRAFT and row.text.strip() for row in decisions)
    if waits or not kept:
        yield VoteCard(n, title, None, len(kept) + 1)


def _tally(vote: Vote, rules: Rules, seats: int) -> VoteTally:
    """A vote in counts with its two sentences; names and choices are not read at all."""
    for_n, against_n = vote.for_n or 0, vote.against_n or 0
    abstain_n = vote.abstain_n or 0
    voters = max(0, vote.eligible_present - vote.recused_n)
    adopted = vote.result is VoteResult.ADOPTED
    key = "adopted" if adopted else "rejected"
    if vote.method is VoteMethod.CONSENSUS:
        arithmetic = labels.word("hall", "counted_consensus").format(voters=voters)
        words = labels.word("hall", "accepted" if adopted else "rejected")
        return VoteTally(adopted, words, arithmetic, voters)
    if vote.tie_broken_by_chair and adopted:
        key = "adopted_casting"
    elif adopted and for_n == voters:
        key = "adopted_unanimous"
    base = vote.eligible_present if rules.recused_in_base else voters
    majority = vote.majority or rules.majority
    needed = needed_for(majority, base=base, seats=seats, against_n=against_n)
    cast = for_n + against_n + abstain_n + (vote.blank_n or 0) + (vote.invalid_n or 0)
    facts = {"votes": cast, "voters": voters, "needed": needed}
    return VoteTally(
        adopted,
        labels.word("hall", key),
        labels.word("hall", "counted").format(**facts),
        voters,
        for_n,
        against_n,
        abstain_n,
        vote.not_voting_n or 0,
        vote.blank_n or 0,
        vote.invalid_n or 0,
    )
