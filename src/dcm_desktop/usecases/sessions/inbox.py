"""The inbox between sessions: cases, tasks and topics that wait for an agenda.

Building an agenda moves an entry, never copies it; taking the item out of a draft returns it.
Source: sessions anchor, row A5.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import AgendaItemKind, InboxStatus
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import ActionItem, Case, InboxEntry
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.agenda import ItemData, add_item
from dcm_desktop.usecases.sessions.titles import check_no_names


@dataclass(frozen=True, slots=True, repr=False)
class InboxRow:
    """One thing that waits. `label`: the code of a case, else its title."""

    entry_id: str
    kind: AgendaItemKind
    label: str
    note: str
    case_id: str | None
    task_id: str | None
    planned_minutes: int | None
    since: date


def send_case_to_inbox(db: DbSession, case_id: str, *, note: str = "", at: datetime) -> Saved:
    """A case waits for a session. Raises: RuleBroken `inbox.already`."""
    del at
    case = db.get_one(Case, case_id)
    _check_new(db, InboxEntry.case_id == case_id)
    row = InboxEntry(
        id=new_id(db),
        mechanism_id=case.mechanism_id,
        kind=AgendaItemKind.CASE,
        case_id=case_id,
        note=check_line(note, name="note", max_len=300, required=False),
    )
    db.add(row)
    return Saved(row.id)


def send_task_to_inbox(db: DbSession, task_id: str, *, note: str = "", at: datetime) -> Saved:
    """A task waits for a session: with its case when it has one, else as a topic of its own.

    Raises: RuleBroken `inbox.already`, `item.name_in_title`.
    """
    del at
    task = db.get_one(ActionItem, task_id)
    _check_new(db, InboxEntry.task_id == task_id)
    is_case = task.case_id is not None
    if is_case:
        _check_new(db, InboxEntry.case_id == task.case_id)
    else:
        check_no_names(db, task.title, field="title")
    row = InboxEntry(
        id=new_id(db),
        mechanism_id=task.mechanism_id,
        kind=AgendaItemKind.CASE if is_case else AgendaItemKind.REPORT,
        title="" if is_case else task.title,
        case_id=task.case_id,
        task_id=task_id,
        note=check_line(note or (task.title if is_case else ""), name="note", max_len=300,
                        required=False),
    )  # fmt: skip
    db.add(row)
    return Saved(row.id)


def send_topic_to_inbox(
    db: DbSession,
    mechanism_id: str,
    title: str,
    *,
    kind: AgendaItemKind = AgendaItemKind.ORGANISATIONAL,
    note: str = "",
    at: datetime,
) -> Saved:
    """A topic that somebody asked for waits for a session.

    Raises: InputRefused for the title; RuleBroken `item.name_in_title`, `item.case_missing`.
    """
    del at
    if kind is AgendaItemKind.CASE:
        raise RuleBroken("item.case_missing")
    text = check_line(title, name="title", max_len=300, min_len=3, field="title")
    check_no_names(db, text, field="title")
    row = InboxEntry(
        id=new_id(db),
        mechanism_id=mechanism_id,
        kind=kind,
        title=text,
        note=check_line(note, name="note", max_len=300, required=False),
    )
    db.add(row)
    return Saved(row.id)


def list_inbox(db: DbSession, mechanism_id: str) -> tuple[InboxRow, ...]:
    """What waits, the oldest first."""
    rows = db.execute(
        select(InboxEntry, Case.code)
        .outerjoin(Case, Case.id == InboxEntry.case_id)
        .where(InboxEntry.mechanism_id == mechanism_id, InboxEntry.status == InboxStatus.WAITING)
        .order_by(InboxEntry.created_at, InboxEntry.id)
    )
    return tuple(
        InboxRow(
            row.id,
            row.kind,
            code or row.title,
            row.note,
            row.case_id,
            row.task_id,
            row.planned_minutes,
            local_date(row.created_at),
        )
        for row, code in rows
    )


def count_inbox(db: DbSession, mechanism_id: str) -> int:
    """How many things wait."""
    query = (
        select(func.count())
        .select_from(InboxEntry)
        .where(
            InboxEntry.mechanism_id == mechanism_id,
            InboxEntry.status == InboxStatus.WAITING,
            InboxEntry.deleted.is_(False),
        )
    )
    return db.scalar(query) or 0


def take_from_inbox(
    db: DbSession, entry_id: str, session_id: str, *, after_id: str | None = None, at: datetime
) -> Saved:
    """Put what waits on an agenda; the entry moves with it.

    Raises: RuleBroken `inbox.not_waiting`, and those of `add_item`.
    """
    entry = db.get_one(InboxEntry, entry_id)
    if entry.status is not InboxStatus.WAITING:
        raise RuleBroken("inbox.not_waiting")
    saved = add_item(db, session_id, item_of_entry(entry), after_id=after_id, at=at)
    move_entry(db, entry_id, saved.id)
    return saved


def drop_from_inbox(db: DbSession, entry_id: str, reason: str = "", *, at: datetime) -> Saved:
    """What waits is not needed any more. Raises: RuleBroken `inbox.not_waiting`."""
    del at
    entry = db.get_one(InboxEntry, entry_id)
    if entry.status is not InboxStatus.WAITING:
        raise RuleBroken("inbox.not_waiting")
    entry.status = InboxStatus.DROPPED
    entry.reason = check_line(reason, name="reason", max_len=300, required=False)
    return Saved(entry_id)


def item_of_entry(entry: InboxEntry) -> ItemData:
    """The item that an entry becomes."""
    return ItemData(
        entry.kind,
        "" if entry.kind is AgendaItemKind.CASE else entry.title,
        case_id=entry.case_id,
        planned_minutes=entry.planned_minutes,
    )


def move_entry(db: DbSession, entry_id: str, item_id: str) -> None:
    """An entry became this item."""
    entry = db.get_one(InboxEntry, entry_id)
    entry.status, entry.item_id, entry.reason = InboxStatus.MOVED, item_id, ""


def _check_new(db: DbSession, condition: object) -> None:
    waiting = db.scalar(
        select(InboxEntry.id)
        .where(condition, InboxEntry.status == InboxStatus.WAITING)  # type: ignore[arg-type]  # - a column test
        .limit(1)
    )
    if waiting is not None:
        raise RuleBroken("inbox.already")
