"""One vote for several items: each gets its own decision with its own number and its own vote row.

The rows of one go carry the same `block_id`; how a single decision is put is `deciding`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.majority import majority_for
from dcm_desktop.domain.session import may_item
from dcm_desktop.domain.terms import AgendaItemStatus, DecisionKind, ItemAction
from dcm_desktop.domain.vote import explain
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import AgendaItem, Proposal, Session
from dcm_desktop.usecases.saving import new_id, waiting
from dcm_desktop.usecases.sessions.deciding import put_in_block
from dcm_desktop.usecases.sessions.drafting import draft_of, update_decision_text
from dcm_desktop.usecases.sessions.room import note_review
from dcm_desktop.usecases.sessions.state import (
    check_live,
    hall_of,
    item_numbers,
    items_of,
    move_item,
    recused_of,
)
from dcm_desktop.usecases.sessions.voting import CONSENSUS, Ballot, basis_of, count_ballot

_OPEN = (AgendaItemStatus.WAITING, AgendaItemStatus.RUNNING)


@dataclass(frozen=True, slots=True, repr=False)
class BlockRow:
    """An item that can be in a block, with the text its decision would have."""

    item_id: str
    n: int
    title: str
    text: str
    recused: bool


@dataclass(frozen=True, slots=True)
class BlockPut:
    """What one vote for several items gave: numbers in the order of the agenda.

    Nothing was written while one of `warnings` waits.
    """

    numbers: tuple[str, ...]
    adopted: bool
    explanation: Finding | None
    warnings: tuple[Finding, ...] = ()
    is_saved: bool = False


def list_block(db: DbSession, session_id: str) -> tuple[BlockRow, ...]:
    """Items that are not finished, in their order; the last proposal stands in for a draft."""
    session = db.get_one(Session, session_id)
    items = items_of(db, session_id)
    numbers = item_numbers(session, items)
    return tuple(
        BlockRow(item.id, numbers[item.id], item.title, _text_of(db, item.id), _recused(db, item))
        for item in items
        if item.status in _OPEN and item.id in numbers
    )


def put_block(
    db: DbSession,
    texts: Mapping[str, str],
    ballot: Ballot = CONSENSUS,
    *,
    accept: Collection[str] = (),
    when: datetime | None = None,
    at: datetime,
) -> BlockPut:
    """Put the decisions of several items (item → text) to one vote.

    Items that were not taken up count as taken up and decided at this moment. Raises: RuleBroken
    `vote.block_one`, `vote.block_status`, `vote.block_recusals` (others would vote),
    `vote.block_closed` (the doors are open), `vote.block_majorities`, and those of
    `deciding.put_decision`; InputRefused `vote.block_text`.
    """
    if len(texts) < 2:
        raise RuleBroken("vote.block_one")
    when = when or at
    session = db.get_one(Session, db.get_one(AgendaItem, next(iter(texts))).session_id)
    check_live(session)
    every = items_of(db, session.id)
    numbers = item_numbers(session, every)
    items = [item for item in every if item.id in texts]
    hall = hall_of(db, session)
    kinds = []
    shut = any(i.status is AgendaItemStatus.RUNNING and i.closed_part for i in every)
    for item in items:
        number = numbers.get(item.id)
        if item.status not in _OPEN:
            raise RuleBroken("vote.block_status", item=number)
        if _recused(db, item):
            raise RuleBroken("vote.block_recusals", item=number)
        if item.closed_part and not shut:
            raise RuleBroken("vote.block_closed", item=number)
        if not texts[item.id].strip():
            raise InputRefused("vote.block_text", item=number)
        draft = draft_of(db, item.id)
        kinds.append(draft.kind if draft is not None else DecisionKind.DECISION)
    if len({majority_for(hall.rules, kind) for kind in kinds}) > 1:
        raise RuleBroken("vote.block_majorities")
    counted = count_ballot(basis_of(db, hall, items[0].id, when, kinds[0]), ballot, accept)
    if ask := waiting(counted.warnings, accept):
        return BlockPut((), False, explain(counted.outcome), ask.warnings)
    block_id, made = new_id(db), []
    for item in items:
        if item.status is AgendaItemStatus.WAITING:
            move_item(item, ItemAction.START, when=when)
        update_decision_text(db, item.id, texts[item.id], at=at)
        db.flush()
        put = put_in_block(db, item.id, ballot, block_id, accept=accept, when=when, at=at)
        made.append(put.number)
        if may_item(item.status, ItemAction.DECIDE):
            move_item(item, ItemAction.DECIDE, when=when)
        note_review(db, item)
    return BlockPut(
        tuple(number for number in made if number),
        counted.adopted,
        explain(counted.outcome),
        counted.warnings,
        is_saved=True,
    )


def _text_of(db: DbSession, item_id: str) -> str:
    draft = draft_of(db, item_id)
    if draft is not None and draft.text.strip():
        return draft.text
    row = db.scalars(
        select(Proposal).where(Proposal.item_id == item_id).order_by(Proposal.n.desc())
    ).first()
    return row.text if row is not None else ""


def _recused(db: DbSession, item: AgendaItem) -> bool:
    return bool(recused_of(db, item.id))
