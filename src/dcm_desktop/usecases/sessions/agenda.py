"""The agenda: its items and their order, and what is put aside.

States of an item are `domain.session`; running an item is `room`; what is proposed for a new
agenda is `carrying`; its adoption is `adoption`.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.agenda import (
    DEFAULT_MINUTES,
    PUBLIC_CASE_TITLE,
    is_closed_part,
    key_between,
    spread,
    title_of,
)
from dcm_desktop.domain.item_forms import ItemField, shows
from dcm_desktop.domain.session import EDITABLE, check_editable
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    InboxStatus,
    ItemAction,
    SessionStatus,
)
from dcm_desktop.domain.text import check_line, check_text
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Case,
    CaseReview,
    Decision,
    DiscussionLine,
    InboxEntry,
    Minutes,
    Proposal,
    Session,
    Vote,
)
from dcm_desktop.usecases.saving import Saved, new_id, required
from dcm_desktop.usecases.sessions.state import check_writable, items_of, move_item
from dcm_desktop.usecases.sessions.titles import check_no_names

_LIVE = (SessionStatus.OPEN, SessionStatus.ADJOURNED)


@dataclass(frozen=True, slots=True, repr=False)
class ItemData:
    """The form of an agenda item; the title of a case item stays empty, it is generated.

    `planned_minutes` None: the default of the kind. The public title is the title when empty; an
    item of the closed part that is no case must have one of its own before the session is
    convened. `minutes_id`: the version of minutes that the item asks to adopt.
    """

    kind: AgendaItemKind
    title: str = ""
    public_title: str = ""
    rapporteur_person_id: str | None = None
    rapporteur_text: str = ""
    case_id: str | None = None
    closed_part: bool = False
    planned_minutes: int | None = None
    minutes_id: str | None = None


def add_item(
    db: DbSession,
    session_id: str,
    data: ItemData,
    *,
    after_id: str | None = None,
    carried_from_id: str | None = None,
    proposed_by_id: str | None = None,
    at: datetime,
) -> Saved:
    """A new item, at the end or after another one; in an open session it is marked as added there.

    `proposed_by_id`: the row of the roll of who asked for it in the hall.

    Raises: RuleBroken `session.not_editable`, `item.case_missing`, `item.name_in_title`;
    InputRefused for a field.
    """
    del at
    session = db.get_one(Session, session_id)
    check_editable(session.status)
    items = items_of(db, session_id)
    if after_id is None:
        before = items[-1].order_key if items else ""
        after = ""
        if items and items[-1].kind is AgendaItemKind.MISC and data.kind is not items[-1].kind:
            before = items[-2].order_key if len(items) > 1 else ""
            after = items[-1].order_key
    else:
        index = next(i for i, item in enumerate(items) if item.id == after_id)
        before = items[index].order_key
        after = items[index + 1].order_key if index + 1 < len(items) else ""
    item_id = new_id(db)
    live = session.status in _LIVE
    row = AgendaItem(
        id=item_id,
        session_id=session_id,
        order_key=_key(db, items, before, after, item_id),
        carried_from_id=carried_from_id,
        added_at_session=live,
        proposed_by_attendance_id=proposed_by_id if live else None,
        status=AgendaItemStatus.WAITING,
        **_values(db, session, data),
    )
    db.add(row)
    return Saved(item_id)


def update_item(db: DbSession, item_id: str, data: ItemData, *, at: datetime) -> Saved:
    """Save the form of an item. Raises: as `add_item`."""
    del at
    row = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, row.session_id)
    check_editable(session.status)
    for key, value in _values(db, session, data).items():
        setattr(row, key, value)
    return Saved(item_id)


def get_item(db: DbSession, item_id: str) -> ItemData:
    """The form of an item as it is stored; a generated title comes back empty."""
    row = db.get_one(AgendaItem, item_id)
    is_case = row.kind is AgendaItemKind.CASE
    return ItemData(
        row.kind,
        "" if is_case else row.title,
        row.public_title,
        row.rapporteur_person_id,
        row.rapporteur_text,
        row.case_id,
        row.closed_part,
        row.planned_minutes,
        row.minutes_id,
    )


def set_reporting_text(db: DbSession, item_id: str, text: str, *, at: datetime) -> Saved:
    """What was reported under an item, as one text.

    Raises: RuleBroken `session.not_editable`, InputRefused for the text.
    """
    del at
    row = db.get_one(AgendaItem, item_id)
    check_writable(db, db.get_one(Session, row.session_id))
    row.reporting_text = check_text(text, name="text", required=False)
    return Saved(item_id)


def shift_item(db: DbSession, item_id: str, by: int, *, at: datetime) -> Saved:
    """Move an item up (-1) or down (+1); at an end of the list nothing happens."""
    row = db.get_one(AgendaItem, item_id)
    items = items_of(db, row.session_id)
    index = next(i for i, item in enumerate(items) if item.id == item_id)
    target = max(0, min(len(items) - 1, index + by))
    if target == index:
        return Saved(item_id)
    rest = [item for item in items if item.id != item_id]
    after_id = rest[target - 1].id if target else None
    return place_item(db, item_id, after_id=after_id, at=at)


def place_item(db: DbSession, item_id: str, *, after_id: str | None, at: datetime) -> Saved:
    """Put an item right after another one, or first (`after_id` None). One row is written."""
    del at
    row = db.get_one(AgendaItem, item_id)
    check_editable(db.get_one(Session, row.session_id).status)
    rest = [item for item in items_of(db, row.session_id) if item.id != item_id]
    index = 0
    if after_id is not None:
        index = 1 + next(i for i, item in enumerate(rest) if item.id == after_id)
    before = rest[index - 1].order_key if index else ""
    after = rest[index].order_key if index < len(rest) else ""
    row.order_key = _key(db, rest, before, after, new_id(db))
    return Saved(item_id)


def withdraw_item(
    db: DbSession,
    item_id: str,
    reason: str,
    *,
    proposed_by_id: str | None = None,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """Take an item off the agenda, with the reason that the minutes print and who asked for it.

    Raises: InputRefused `item.reason_required`, RuleBroken `item.transition`.
    """
    saved = _put_aside(db, item_id, ItemAction.WITHDRAW, reason, when=when or at)
    if proposed_by_id is not None:
        db.get_one(AgendaItem, item_id).proposed_by_attendance_id = proposed_by_id
    return saved


def postpone_item(
    db: DbSession, item_id: str, reason: str = "", *, when: datetime | None = None, at: datetime
) -> Saved:
    """Leave an item for the next session, where it is proposed by itself.

    Raises: RuleBroken `item.transition`.
    """
    return _put_aside(db, item_id, ItemAction.POSTPONE, reason, when=when or at)


def reopen_item(
    db: DbSession, item_id: str, *, when: datetime | None = None, at: datetime
) -> Saved:
    """Bring a finished, postponed or withdrawn item back.

    Raises: RuleBroken `item.transition`, `item.other_running`.
    """
    row = db.get_one(AgendaItem, item_id)
    check_editable(db.get_one(Session, row.session_id).status)
    running = [i for i in items_of(db, row.session_id) if i.status is AgendaItemStatus.RUNNING]
    if running and row.status in (AgendaItemStatus.DISCUSSED, AgendaItemStatus.DECIDED):
        raise RuleBroken("item.other_running")
    move_item(row, ItemAction.REOPEN, when=when or at)
    row.status_reason = ""
    return Saved(item_id)


def remove_item(db: DbSession, item_id: str, *, at: datetime) -> None:
    """Take an item out as if it had never been there; what came from the inbox goes back there.

    Raises: RuleBroken `item.withdraw_instead` once anything was recorded under it, or the session
    is at work.
    """
    del at
    row = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, row.session_id)
    check_editable(session.status)
    recorded = any(
        db.scalar(select(table.id).where(table.item_id == item_id).limit(1))
        for table in (DiscussionLine, Vote, ActionItem, CaseReview)
    )
    if recorded or row.status is not AgendaItemStatus.WAITING or row.started_at is not None:
        raise RuleBroken("item.withdraw_instead")
    for table in (Decision, Proposal):
        for other in db.scalars(select(table).where(table.item_id == item_id)):
            other.deleted = True
    for entry in db.scalars(select(InboxEntry).where(InboxEntry.item_id == item_id)):
        entry.status, entry.item_id = InboxStatus.WAITING, None
    row.deleted = True


# -- inside -------------------------------------------------------------------------------------


def _values(db: DbSession, session: Session, data: ItemData) -> dict[str, object]:
    code = None
    if data.kind is AgendaItemKind.CASE and data.case_id:
        code = db.get_one(Case, data.case_id).code
    typed = check_line(
        data.title, name="title", max_len=300, min_len=3, required=False, field="title"
    )
    title = title_of(data.kind, typed, case_code=code)
    closed = is_closed_part(data.kind, data.closed_part)
    public = check_line(data.public_title, name="public_title", max_len=300, required=False)
    if data.kind is AgendaItemKind.CASE:
        public = public or PUBLIC_CASE_TITLE
    else:
        if closed and session.status is not SessionStatus.DRAFT:
            required(public, name="public_title")
        public = public or ("" if closed else title)
        check_no_names(db, title, field="title")
    check_no_names(db, public, field="public_title")
    minutes = data.planned_minutes
    if minutes is not None and not 1 <= minutes <= 600:
        raise InputRefused("item.minutes_range", field="planned_minutes")
    return {
        "kind": data.kind,
        "title": title,
        "public_title": public,
        "rapporteur_person_id": data.rapporteur_person_id,
        "rapporteur_text": check_line(
            data.rapporteur_text, name="rapporteur", max_len=200, required=False
        ),
        "case_id": data.case_id,
        "closed_part": closed,
        "planned_minutes": DEFAULT_MINUTES[data.kind] if minutes is None else minutes,
        "minutes_id": _minutes(db, data),
    }


def _minutes(db: DbSession, data: ItemData) -> str | None:
    if data.minutes_id is None or not shows(data.kind, ItemField.VERSION):
        return None
    return db.get_one(Minutes, data.minutes_id).id


def _key(db: DbSession, items: list[AgendaItem], before: str, after: str, noise_id: str) -> str:
    """A key between two; when keys have grown too long all items get short ones first."""
    del db
    try:
        return key_between(before, after, noise_id[-2:])
    except RuleBroken:
        rank = sum(1 for item in items if item.order_key <= before) if before else 0
        keys = spread(len(items) + 1)
        fresh = [key for index, key in enumerate(keys) if index != rank]
        for item, key in zip(items, fresh, strict=True):
            item.order_key = key
        return keys[rank]


def _put_aside(
    db: DbSession, item_id: str, action: ItemAction, reason: str, *, when: datetime
) -> Saved:
    row = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, row.session_id)
    if session.status not in EDITABLE:
        check_editable(session.status)
    text = check_line(reason, name="reason", max_len=300, required=False)
    if action is ItemAction.WITHDRAW and not text:
        raise InputRefused("item.reason_required", field="reason")
    move_item(row, action, when=when)
    row.status_reason = text
    return Saved(item_id)
