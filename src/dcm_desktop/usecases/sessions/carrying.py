"""What an agenda is made of before anybody types: standing items, items that were left over,
open tasks, what waits in the inbox.

Each is proposed first (`propose_items`); `fill_agenda` puts in what stays ticked.
Source: sessions anchor, rows A2 to A5.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.domain.bulgarian import date_long
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    InboxStatus,
    ItemAction,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.domain.values import local_date
from dcm_desktop.store.tables import (
    AgendaItem,
    Case,
    InboxEntry,
    Minutes,
    Session,
    TemplateItem,
)
from dcm_desktop.usecases.sessions.agenda import ItemData, add_item, get_item
from dcm_desktop.usecases.sessions.agenda_state import times_carried
from dcm_desktop.usecases.sessions.follow_up import has_open_tasks
from dcm_desktop.usecases.sessions.inbox import item_of_entry, move_entry
from dcm_desktop.usecases.sessions.state import items_of, latest_minutes, move_item

CARRIED_WARNING = 3
"""The third carrying over of an item warns. Source: sessions anchor, row A3."""
_PAST = (SessionStatus.HELD, SessionStatus.NO_QUORUM)
_LEFT = (*_PAST, SessionStatus.POSTPONED, SessionStatus.CANCELLED)
_UNFINISHED = frozenset(
    {AgendaItemStatus.WAITING, AgendaItemStatus.RUNNING, AgendaItemStatus.POSTPONED}
)
_USUAL = frozenset({SessionKind.REGULAR, SessionKind.ANNUAL})


class ProposalSource(StrEnum):
    """Why an item is proposed for an agenda."""

    TEMPLATE = "template"
    STANDING = "standing"
    TASKS = "tasks"
    CARRIED = "carried"
    INBOX = "inbox"


@dataclass(frozen=True, slots=True, repr=False)
class ProposedItem:
    """One item that can be put on a new agenda. `key` tells it apart, `ticked` is the proposal.

    `carried_times` counts this carrying over too.
    """

    key: str
    source: ProposalSource
    data: ItemData
    title: str
    ticked: bool = True
    carried_from_id: str | None = None
    carried_number: int | None = None
    carried_on: date | None = None
    carried_times: int = 0
    entry_id: str | None = None

    @property
    def warns(self) -> bool:
        """Whether it was carried over so often that somebody should ask why."""
        return self.carried_times >= CARRIED_WARNING


def propose_items(
    db: DbSession,
    mechanism_id: str,
    *,
    template_id: str | None = None,
    kind: SessionKind = SessionKind.REGULAR,
    starts_at: datetime,
    taker_id: str | None = None,
    session_id: str | None = None,
) -> tuple[ProposedItem, ...]:
    """What stands ready for the agenda of a session, in the order it would get.

    A session that is not a regular one gets the same proposals, none of them ticked but those of
    its template. `session_id`: an agenda that exists; what stands there is not proposed again.
    """
    usual = kind in _USUAL
    existing = items_of(db, session_id) if session_id else []
    standing = _standing(db, mechanism_id, starts_at, taker_id, session_id)
    carried = _carried(db, mechanism_id, starts_at, session_id)
    linked = {item.data.minutes_id for item in carried if item.data.minutes_id}
    standing = [item for item in standing if item.data.minutes_id not in linked or
                item.data.kind is not AgendaItemKind.FORMAL]  # fmt: skip
    waiting = _waiting(db, mechanism_id, {item.case_id for item in existing if item.case_id})
    made = _arranged(db, template_id, standing, carried, waiting)
    kinds = {item.kind for item in existing}
    once = (AgendaItemKind.MISC, AgendaItemKind.FORMAL, AgendaItemKind.REPORT)
    return tuple(
        item if usual or item.source is ProposalSource.TEMPLATE else replace(item, ticked=False)
        for item in made
        if not (
            item.data.kind in once
            and item.data.kind in kinds
            and item.source in (ProposalSource.STANDING, ProposalSource.TASKS)
        )
    )


def fill_agenda(
    db: DbSession,
    session_id: str,
    *,
    template_id: str | None = None,
    leave_out: Collection[str] = (),
    take: Collection[str] | None = None,
    at: datetime,
) -> int:
    """Put in what is proposed: all that is ticked, or just the keys of `take`.

    Returns how many were added; what stands there already is not doubled. An entry of the inbox
    moves; an item of a session that was put off is left there as postponed.
    """
    session = db.get_one(Session, session_id)
    before = len(items_of(db, session_id))
    for item in propose_items(
        db,
        session.mechanism_id,
        template_id=template_id,
        kind=session.kind,
        starts_at=session.starts_at,
        taker_id=session.minutes_taker_person_id,
        session_id=session_id,
    ):
        wanted = item.key in take if take is not None else item.ticked
        if not wanted or item.key in leave_out:
            continue
        added = add_item(db, session_id, item.data, carried_from_id=item.carried_from_id, at=at)
        if item.entry_id is not None:
            move_entry(db, item.entry_id, added.id)
        if item.carried_from_id is not None:
            _leave_behind(db, item.carried_from_id, at=at)
    return len(items_of(db, session_id)) - before


def last_session(db: DbSession, session: Session) -> Session | None:
    """The last session before this one that took place, or met without quorum."""
    rows = [
        row
        for row in _sessions(db, session.mechanism_id)
        if row.status in _PAST and row.id != session.id and row.starts_at < session.starts_at
    ]
    return max(rows, key=lambda row: row.starts_at, default=None)


def carried_times(db: DbSession, item: AgendaItem) -> int:
    """How many sessions an item was carried over from, one after the other."""
    return times_carried(db, item.carried_from_id)


# -- inside -------------------------------------------------------------------------------------


def _sessions(db: DbSession, mechanism_id: str) -> list[Session]:
    return list(db.scalars(select(Session).where(Session.mechanism_id == mechanism_id)))


def _standing(
    db: DbSession,
    mechanism_id: str,
    starts_at: datetime,
    taker_id: str | None,
    session_id: str | None,
) -> list[ProposedItem]:
    """Minutes of the last held session, follow-up of its decisions, miscellaneous."""
    held = [
        row
        for row in _sessions(db, mechanism_id)
        if row.status is SessionStatus.HELD and row.starts_at < starts_at and row.id != session_id
    ]
    last = max(held, key=lambda row: row.starts_at, default=None)
    made = []
    if last is not None:
        facts = {"number": last.number, "date": date_long(local_date(last.starts_at))}
        minutes = latest_minutes(db, last.id)
        title = labels.word("agenda", "approve_minutes").format(**facts)
        data = ItemData(
            AgendaItemKind.FORMAL, title, minutes_id=minutes.id if minutes is not None else None
        )
        if not _is_adopted(db, last):
            made.append(ProposedItem("standing:minutes", ProposalSource.STANDING, data, title))
        if has_open_tasks(db, mechanism_id, on=local_date(starts_at)):
            title = labels.word("agenda", "follow_up").format(**facts)
            data = ItemData(AgendaItemKind.REPORT, title, rapporteur_person_id=taker_id)
            made.append(ProposedItem("standing:tasks", ProposalSource.TASKS, data, title))
    title = labels.word("agenda", "misc")
    data = ItemData(AgendaItemKind.MISC, title)
    made.append(ProposedItem("standing:misc", ProposalSource.STANDING, data, title))
    return made


def _is_adopted(db: DbSession, held: Session) -> bool:
    """Whether an item on the minutes of a session was decided at a later one."""
    ids = select(Minutes.id).where(Minutes.session_id == held.id)
    decided = (AgendaItemStatus.DECIDED, AgendaItemStatus.DISCUSSED)
    found = db.scalar(
        select(AgendaItem.id)
        .where(AgendaItem.minutes_id.in_(ids), AgendaItem.status.in_(decided))
        .limit(1)
    )
    return found is not None


def _carried(
    db: DbSession, mechanism_id: str, starts_at: datetime, session_id: str | None
) -> list[ProposedItem]:
    """Items that no session has dealt with, the oldest session first.

    Ticked are those since the last regular session; older ones were left out before.
    """
    sessions = {
        row.id: row
        for row in _sessions(db, mechanism_id)
        if row.status in _LEFT
        and row.id != session_id
        and (row.starts_at < starts_at or row.status not in _PAST)
    }
    regular = [
        row.starts_at
        for row in sessions.values()
        if row.status is SessionStatus.HELD and row.kind in _USUAL
    ]
    since = max(regular, default=None)
    taken = set(
        db.scalars(
            select(AgendaItem.carried_from_id).where(AgendaItem.carried_from_id.is_not(None))
        )
    )
    rows = db.scalars(
        select(AgendaItem).where(
            AgendaItem.session_id.in_(sessions), AgendaItem.status.in_(_UNFINISHED)
        )
    )
    left = [row for row in rows if row.id not in taken and not _comes_by_itself(row)]
    left.sort(key=lambda row: (sessions[row.session_id].starts_at, row.order_key, row.id))
    found = []
    for row in left:
        session = sessions[row.session_id]
        data = replace(get_item(db, row.id), minutes_id=_newest(db, row.minutes_id))
        found.append(
            ProposedItem(
                f"carried:{row.id}",
                ProposalSource.CARRIED,
                data,
                row.title,
                since is None or session.starts_at >= since or session.status not in _PAST,
                row.id,
                session.number,
                local_date(session.starts_at),
                carried_times(db, row) + 1,
            )
        )
    return found


def _comes_by_itself(row: AgendaItem) -> bool:
    """Whether an item is made anew for each agenda."""
    if row.kind is AgendaItemKind.MISC:
        return True
    beginning = labels.word("agenda", "follow_up").partition("{")[0]
    return row.kind is AgendaItemKind.REPORT and row.title.startswith(beginning)


def _newest(db: DbSession, minutes_id: str | None) -> str | None:
    minutes = db.get(Minutes, minutes_id) if minutes_id else None
    newest = latest_minutes(db, minutes.session_id) if minutes is not None else None
    return newest.id if newest is not None else minutes_id


def _waiting(db: DbSession, mechanism_id: str, on_agenda: set[str]) -> list[ProposedItem]:
    entries = db.scalars(
        select(InboxEntry)
        .where(InboxEntry.mechanism_id == mechanism_id, InboxEntry.status == InboxStatus.WAITING)
        .order_by(InboxEntry.created_at, InboxEntry.id)
    )
    found = []
    for entry in entries:
        if entry.case_id in on_agenda:
            continue
        case = db.get(Case, entry.case_id) if entry.case_id else None
        found.append(
            ProposedItem(
                f"inbox:{entry.id}",
                ProposalSource.INBOX,
                item_of_entry(entry),
                case.code if case is not None else entry.title,
                entry_id=entry.id,
            )
        )
    return found


def _arranged(
    db: DbSession,
    template_id: str | None,
    standing: list[ProposedItem],
    carried: list[ProposedItem],
    waiting: list[ProposedItem],
) -> list[ProposedItem]:
    """Standing items, what was left over, the template, the inbox, miscellaneous at the end."""
    fixed: list[ProposedItem] = []
    if template_id is not None:
        rows = db.scalars(
            select(TemplateItem)
            .where(TemplateItem.template_id == template_id)
            .order_by(TemplateItem.order_key, TemplateItem.id)
        )
        fixed = [_of_template(row) for row in rows]
    kinds = {item.data.kind for item in fixed}
    first = [item for item in standing if item.data.kind is not AgendaItemKind.MISC]
    misc = [item for item in standing if item.data.kind is AgendaItemKind.MISC]
    if AgendaItemKind.MISC in kinds:
        misc = [item for item in fixed if item.data.kind is AgendaItemKind.MISC]
        fixed = [item for item in fixed if item.data.kind is not AgendaItemKind.MISC]
    return [*first, *carried, *fixed, *waiting, *misc]


def _of_template(row: TemplateItem) -> ProposedItem:
    data = ItemData(
        row.kind,
        row.title,
        row.public_title,
        None,
        row.rapporteur_text,
        None,
        row.closed_part,
        row.planned_minutes,
    )
    return ProposedItem(f"template:{row.id}", ProposalSource.TEMPLATE, data, row.title)


def _leave_behind(db: DbSession, item_id: str, *, at: datetime) -> None:
    """An item carried out of a session that was put off does not come up there again."""
    row = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, row.session_id)
    if session.status is SessionStatus.POSTPONED and row.status is AgendaItemStatus.WAITING:
        move_item(row, ItemAction.POSTPONE, when=at)
