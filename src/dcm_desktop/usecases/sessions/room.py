"""The session at work: opening, running its items, breaks, the closed part, closing.

`when` is the moment it happened, by default the moment it is typed.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.attendance import check_roll
from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.session import (
    TaskState,
    check_times,
    closing_findings,
    may_item,
    next_status,
    opening_findings,
)
from dcm_desktop.domain.terms import (
    ActionItemStatus,
    AgendaItemKind,
    AgendaItemStatus,
    DecisionStatus,
    ItemAction,
    SessionAction,
    SessionKind,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    CaseReview,
    Decision,
    DiscussionLine,
    Proposal,
    Session,
    Vote,
)
from dcm_desktop.usecases.saving import Saved, new_id, saved, waiting
from dcm_desktop.usecases.sessions.agenda_state import item_states
from dcm_desktop.usecases.sessions.doors import close_doors
from dcm_desktop.usecases.sessions.minutes import make_first_minutes
from dcm_desktop.usecases.sessions.readiness import preparation_of
from dcm_desktop.usecases.sessions.recusals import bring_recused_back
from dcm_desktop.usecases.sessions.roll import make_roll
from dcm_desktop.usecases.sessions.speeches import end_speeches
from dcm_desktop.usecases.sessions.state import (
    check_live,
    freeze_rules,
    hall_of,
    item_numbers,
    items_of,
    move_item,
    quorum_base_and_need,
    session_day,
)
from dcm_desktop.usecases.sessions.written_rules import check_written


def open_session(
    db: DbSession,
    session_id: str,
    *,
    when: datetime | None = None,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Open a convened session: its rules, seats and quorum are frozen.

    Without quorum it may open, but decides nothing. A written procedure opens without anybody in
    the room, until its deadline. Warns: `session.quorum`, `substitute.no_document`.
    Raises: RuleBroken of `check_written`, `session.no_agenda`, `session.no_chair`,
    `session.no_minutes_taker`, `item.no_case`, `attendance.nobody`, `rules.none_on_day`,
    `session.transition`.
    """
    row = db.get_one(Session, session_id)
    status = next_status(row.status, SessionAction.OPEN)
    when = when or at
    make_roll(db, session_id, at=at)
    rules = freeze_rules(db, row)
    seats, needed = quorum_base_and_need(db, row, rules)
    hall = hall_of(db, row)
    sent_on = row.convened_on or session_day(row)
    preparation = preparation_of(db, row, sent_on=sent_on)
    if row.kind is SessionKind.WRITTEN:
        check_written(db, row)
    findings = (
        *opening_findings(preparation),
        *(f for f in check_roll(hall.people) if not f.blocks),
    )
    if ask := waiting(findings, accept):
        row.rules_id = None
        return ask
    row.status, row.opened_at = status, when
    row.entitled, row.quorum_needed = seats, needed
    return saved(db, row, findings, at=at)


def start_item(db: DbSession, item_id: str, *, when: datetime | None = None, at: datetime) -> Saved:
    """Take up an item; the one that was running is finished or, if nothing was said, waits again.

    At the beginning of the closed part guests and associates without a vote leave, unless they
    stay with a reason and a signed declaration or report the item; when it ends they return.
    Raises: RuleBroken `session.not_open`, `item.transition`.
    """
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    check_live(session)
    when = when or at
    if item.status is not AgendaItemStatus.RUNNING:
        end_speeches(db, session.id, at=when)
    for other in items_of(db, session.id):
        if other.status is AgendaItemStatus.RUNNING and other.id != item_id:
            _settle(db, other, when=when)
    if item.status in (AgendaItemStatus.DISCUSSED, AgendaItemStatus.DECIDED):
        move_item(item, ItemAction.REOPEN, when=when)
    elif item.status is not AgendaItemStatus.RUNNING:
        if item.status in (AgendaItemStatus.POSTPONED, AgendaItemStatus.WITHDRAWN):
            move_item(item, ItemAction.REOPEN, when=when)
            item.status_reason = ""
        move_item(item, ItemAction.START, when=when)
    close_doors(db, session, item, when=when)
    return Saved(item_id)


def finish_item(
    db: DbSession, item_id: str, *, when: datetime | None = None, at: datetime
) -> Saved:
    """The discussion of an item is over: decided where a decision was put, else discussed.

    Raises: RuleBroken `item.transition`.
    """
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    check_live(session)
    _finish(db, item, when=when or at)
    return Saved(item_id)


def go_to_next_item(
    db: DbSession, session_id: str, *, by: int = 1, when: datetime | None = None, at: datetime
) -> Saved:
    """`Ctrl+PgDn` and `Ctrl+PgUp`: finish the running item and take up the next one (or the one
    before with `by=-1`); withdrawn and postponed items are passed over.

    The id is empty when there is none further; the running item is then finished all the same.
    """
    session = db.get_one(Session, session_id)
    check_live(session)
    when = when or at
    items = [
        item
        for item in items_of(db, session_id)
        if item.status not in (AgendaItemStatus.POSTPONED, AgendaItemStatus.WITHDRAWN)
    ]
    running = next(
        (n for n, item in enumerate(items) if item.status is AgendaItemStatus.RUNNING), None
    )
    if running is None:
        waiting_ = [i for i in items if i.status is AgendaItemStatus.WAITING]
        target = waiting_[0] if waiting_ and by > 0 else None
    else:
        target = items[running + by] if 0 <= running + by < len(items) else None
        if target is None:
            if by > 0:
                _finish(db, items[running], when=when)
            return Saved("")
    if target is None:
        return Saved("")
    return start_item(db, target.id, when=when, at=at)


def declare_no_quorum(
    db: DbSession,
    session_id: str,
    *,
    reason: str = "",
    next_session_at: datetime | None = None,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """The session did not take place for want of quorum; what waited is carried over.

    With `next_session_at` it was put off to that day, without it those present held a working
    meeting. Raises: RuleBroken `session.has_quorum`, `session.has_decisions`,
    `session.transition`.
    """
    row = db.get_one(Session, session_id)
    status = next_status(row.status, SessionAction.FAIL_QUORUM)
    when = when or at
    if row.opened_at is None:
        make_roll(db, session_id, at=at)
        rules = freeze_rules(db, row)
        row.entitled, row.quorum_needed = quorum_base_and_need(db, row, rules)
    count = hall_of(db, row).count(when)
    if count.has_quorum:
        raise RuleBroken("session.has_quorum", present=count.present, needed=count.needed)
    decided = select(Decision.id).where(
        Decision.session_id == session_id, Decision.number.is_not(None)
    )
    if db.scalar(decided.limit(1)):
        raise RuleBroken("session.has_decisions")
    for item in items_of(db, session_id):
        if item.status is AgendaItemStatus.RUNNING:
            _finish(db, item, when=when)
        elif may_item(item.status, ItemAction.POSTPONE):
            move_item(item, ItemAction.POSTPONE, when=when)
    row.status, row.ends_at, row.next_session_at = status, when, next_session_at
    row.status_reason = check_line(reason, name="reason", max_len=300, required=False)
    db.flush()
    make_first_minutes(db, row, at=at)
    return saved(db, row, (), at=at)


def set_next_session(
    db: DbSession, session_id: str, next_session_at: datetime | None, *, at: datetime
) -> Saved:
    """Day and hour of the next session, as the minutes print and the next form proposes it.

    Raises: RuleBroken `session.next_before`.
    """
    row = db.get_one(Session, session_id)
    if next_session_at is not None and next_session_at <= row.starts_at:
        raise RuleBroken("session.next_before", field="next_session_at")
    row.next_session_at = next_session_at
    return saved(db, row, (), at=at)


def get_closing(db: DbSession, session_id: str, *, at: datetime) -> tuple[Finding, ...]:
    """What stands against closing now: blockers and warnings for the strip."""
    del at
    return _closing_findings(db, db.get_one(Session, session_id))


def close_session(
    db: DbSession,
    session_id: str,
    *,
    when: datetime | None = None,
    postpone_rest: bool = False,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Close a session: it is held, and version 1 of its minutes is made, a draft.

    A running item is finished first; with `postpone_rest` items not taken up go to the next
    session, but only if nothing else stands against closing. Warns: `item.added_without_vote`,
    `decision.draft_left`, `task.without_decision` (the minutes print it apart).
    Raises: RuleBroken `session.item_unfinished`, `task.incomplete`, `session.ends_before_start`,
    `session.too_long`, `session.transition`.
    """
    row = db.get_one(Session, session_id)
    status = next_status(row.status, SessionAction.CLOSE)
    when = when or at
    items = items_of(db, session_id) if postpone_rest else []
    rest = [item for item in items if item.status is AgendaItemStatus.WAITING]
    for item in rest:
        move_item(item, ItemAction.POSTPONE, when=when)
    findings = (
        *_closing_findings(db, row),
        *_time_findings(db, row, when),
    )
    if ask := waiting(findings, accept):
        for item in rest:
            move_item(item, ItemAction.REOPEN, when=when)
        return ask
    for item in items_of(db, session_id):
        if item.status is AgendaItemStatus.RUNNING:
            _finish(db, item, when=when)
    _drop_empty_drafts(db, session_id)
    row.status, row.ends_at = status, when
    db.flush()
    make_first_minutes(db, row, at=at)
    return saved(db, row, findings, at=at)


# -- inside -------------------------------------------------------------------------------------


def _settle(db: DbSession, item: AgendaItem, *, when: datetime) -> None:
    """Leave a running item: finished when anything came of it, else it waits again."""
    if _has_record(db, item):
        _finish(db, item, when=when)
    else:
        move_item(item, ItemAction.PAUSE, when=when)
        bring_recused_back(db, item.id, when=when)


def _has_record(db: DbSession, item: AgendaItem) -> bool:
    return bool(item.reporting_text) or any(
        db.scalar(select(table.id).where(table.item_id == item.id).limit(1))
        for table in (DiscussionLine, Vote, ActionItem, Proposal)
    )


def _finish(db: DbSession, item: AgendaItem, *, when: datetime) -> None:
    end_speeches(db, item.session_id, at=when)
    put = db.scalar(
        select(Decision.id)
        .where(Decision.item_id == item.id, Decision.status != DecisionStatus.DRAFT)
        .limit(1)
    )
    if item.status is not AgendaItemStatus.DECIDED:
        move_item(item, ItemAction.DECIDE if put else ItemAction.DISCUSS, when=when)
    bring_recused_back(db, item.id, when=when)
    if item.kind is AgendaItemKind.CASE and item.case_id:
        note_review(db, item)


def note_review(db: DbSession, item: AgendaItem) -> None:
    """A case that was discussed has one review under its item."""
    known = db.scalar(select(CaseReview.id).where(CaseReview.item_id == item.id))
    if known is None and item.case_id:
        db.add(
            CaseReview(
                id=new_id(db),
                case_id=item.case_id,
                item_id=item.id,
                presented_by_person_id=item.rapporteur_person_id,
            )
        )


def _time_findings(db: DbSession, session: Session, when: datetime) -> tuple[Finding, ...]:
    """Twelve hours a day at most; a written procedure takes its days."""
    if session.kind is SessionKind.WRITTEN:
        return ()
    began = hall_of(db, session).day_began_at
    return check_times(began or session.opened_at or session.starts_at, when)


def _closing_findings(db: DbSession, session: Session) -> tuple[Finding, ...]:
    tasks = db.scalars(
        select(ActionItem).where(
            ActionItem.session_id == session.id, ActionItem.status != ActionItemStatus.CANCELLED
        )
    ).all()
    numbers = item_numbers(session, items_of(db, session.id))
    states = [
        TaskState(
            task.title,
            has_responsible=task.responsible_institution_id is not None,
            has_term=task.due_on is not None or task.standing or task.next_session,
            item=numbers.get(task.item_id or ""),
        )
        for task in tasks
    ]
    items = [
        replace(item, status=AgendaItemStatus.DISCUSSED)  # the closing finishes it
        if item.status is AgendaItemStatus.RUNNING
        else item
        for item in item_states(db, session)
    ]
    found = list(closing_findings(items, states))
    drafts = db.scalars(
        select(Decision).where(
            Decision.session_id == session.id, Decision.status == DecisionStatus.DRAFT
        )
    )
    found += [
        Finding("decision.draft_left", False, {"item": numbers.get(draft.item_id)})
        for draft in drafts
        if draft.text.strip()
    ]
    adopted = set(
        db.scalars(
            select(Decision.id).where(
                Decision.session_id == session.id, Decision.number.is_not(None)
            )
        )
    )
    found += [
        Finding("task.without_decision", False, {"title": task.title})
        for task in tasks
        if task.decision_id not in adopted and task.commitment_id is None
    ]
    return tuple(found)


def _drop_empty_drafts(db: DbSession, session_id: str) -> None:
    drafts = db.scalars(
        select(Decision).where(
            Decision.session_id == session_id, Decision.status == DecisionStatus.DRAFT
        )
    )
    for draft in drafts:
        if not draft.text.strip():
            draft.deleted = True
