"""The first screen: what comes next, what is late or urgent, what has not been handed over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.case import OPEN_STATUSES, age_at
from dcm_desktop.domain.terms import (
    CaseStatus,
    MinutesStatus,
    RiskLevel,
    SessionStatus,
)
from dcm_desktop.domain.values import local_date
from dcm_desktop.domain.workdays import add_workdays
from dcm_desktop.store.tables import (
    AgendaItem,
    Case,
    Child,
    Individual,
    Mandate,
    MechanismRules,
    Minutes,
    Session,
    User,
)
from dcm_desktop.usecases.cases import CaseFilter, CaseRow, list_cases
from dcm_desktop.usecases.exchange import get_exchange
from dcm_desktop.usecases.exchange.common import own_replica
from dcm_desktop.usecases.office import list_mechanisms
from dcm_desktop.usecases.sessions.inbox import list_inbox
from dcm_desktop.usecases.sessions.readiness import Readiness, get_readiness
from dcm_desktop.usecases.sessions.state import item_numbers, items_of, latest_minutes
from dcm_desktop.usecases.tasks import TaskFilter, list_tasks

_AHEAD = (SessionStatus.DRAFT, SessionStatus.CONVENED)
_LIVE = (SessionStatus.OPEN, SessionStatus.ADJOURNED)
_URGENT = frozenset({RiskLevel.IMMEDIATE, RiskLevel.HIGH})
_BIRTHDAYS = (3, 7, 14, 18)
_SHOWN = 3
_AHEAD_DAYS = 90
_MANDATE_DAYS = 60


@dataclass(frozen=True, slots=True)
class NextSession:
    """The session that is open, else the next one. Unit: `days_left` calendar days."""

    session_id: str
    number: int
    status: SessionStatus
    starts_at: datetime
    place: str
    days_left: int
    item_count: int
    readiness: Readiness | None
    """None while it is open."""

    @property
    def is_live(self) -> bool:
        """Whether the room is at work now."""
        return self.status in _LIVE


class InboxKind(StrEnum):
    """What waits to be entered or taken up."""

    NEW_CASES = "new_cases"
    PAST_SESSIONS = "past_sessions"
    FOLLOW_UPS = "follow_ups"
    FOR_AGENDA = "for_agenda"


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One thing that waits: how many, since when, and the first record it leads to.

    `codes` are case codes or session numbers, three at most.
    """

    kind: InboxKind
    count: int
    since: date
    codes: tuple[str, ...]
    record_id: str


@dataclass(frozen=True, slots=True)
class LastMinutes:
    """Minutes of the last held session. `due_on`: when the rules want them ready."""

    session_id: str
    number: int
    status: MinutesStatus | None
    due_on: date | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """Overdue tasks of one institution, and the oldest term."""

    institution_id: str | None
    institution: str
    count: int
    since: date


@dataclass(frozen=True, slots=True)
class UrgentRow:
    """A case of immediate or high risk, or of violence, and where it stands on an agenda."""

    case_id: str
    code: str
    risk: RiskLevel | None
    item_number: int | None
    discussed_on: date | None


@dataclass(frozen=True, slots=True)
class BirthdayRow:
    """How many children of open cases come of an age that changes something."""

    years: int
    count: int
    case_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotSent:
    """What the national team does not have yet. `changes`: logged changes after the last file."""

    changes: int
    is_enrolled: bool
    sent_at: datetime | None
    received_at: datetime | None


@dataclass(frozen=True, slots=True, repr=False)
class HomeView:
    """The first screen. `mechanism_id` empty: nothing is set up yet, the screen says so."""

    user_name: str
    today: date
    mechanism_id: str
    mechanism: str
    area: str
    next_session: NextSession | None
    inbox: tuple[InboxRow, ...]
    last_minutes: LastMinutes | None
    overdue_count: int
    overdue: tuple[OverdueRow, ...]
    urgent_count: int
    urgent: tuple[UrgentRow, ...]
    birthdays_until: date
    birthdays: tuple[BirthdayRow, ...]
    not_sent: NotSent
    missing_count: int
    cases_with_missing: int
    reviews_until: date
    """Last day of the next month."""
    reviews_due: int
    mandates_until: date
    mandates_ending: int


def get_home(db: DbSession, *, at: datetime, mechanism_id: str | None = None) -> HomeView:
    """Everything of the first screen; the district's mechanism when none is named."""
    today = local_date(at)
    mechanisms = list_mechanisms(db)
    chosen = next((m for m in mechanisms if mechanism_id in (None, m.mechanism_id)), None)
    key = chosen.mechanism_id if chosen else ""
    cases = list_cases(db, CaseFilter(key, statuses=OPEN_STATUSES), today=today).rows
    sessions = list(db.scalars(select(Session).where(Session.mechanism_id == key)))
    tasks = list_tasks(db, TaskFilter(key, overdue_only=True), today=today)
    reviews_until = _end_of_next_month(today)
    mandates_until = today + timedelta(days=_MANDATE_DAYS)
    user = db.get(User, str(db.info.get("actor", "")))
    urgent = [row for row in cases if row.risk in _URGENT or row.is_immediate]
    overdue: dict[str | None, list[date]] = {}
    names: dict[str | None, str] = {}
    for task in tasks:
        overdue.setdefault(task.institution_id, []).append(task.due_on or today)
        names[task.institution_id] = task.institution
    return HomeView(
        user_name=user.name if user else "",
        today=today,
        mechanism_id=key,
        mechanism=chosen.name if chosen else "",
        area=chosen.area if chosen else "",
        next_session=_next_session(db, sessions, today, at=at),
        inbox=_inbox(db, key, cases, sessions, today),
        last_minutes=_last_minutes(db, sessions, today),
        overdue_count=len(tasks),
        overdue=tuple(
            sorted(
                (OverdueRow(k, names[k], len(days), min(days)) for k, days in overdue.items()),
                key=lambda row: (-row.count, row.since),
            )
        ),
        urgent_count=len(urgent),
        urgent=_urgent(db, urgent[:_SHOWN]),
        birthdays_until=today + timedelta(days=_AHEAD_DAYS),
        birthdays=_birthdays(db, [row.case_id for row in cases], today),
        not_sent=_not_sent(db),
        missing_count=sum(row.missing for row in cases),
        cases_with_missing=sum(1 for row in cases if row.missing),
        reviews_until=reviews_until,
        reviews_due=sum(
            1 for row in cases if row.next_review_on and row.next_review_on <= reviews_until
        ),
        mandates_until=mandates_until,
        mandates_ending=_ending(db, key, today, mandates_until),
    )


def _next_session(
    db: DbSession, sessions: Sequence[Session], today: date, *, at: datetime
) -> NextSession | None:
    live = [row for row in sessions if row.status in _LIVE]
    ahead = [row for row in sessions if row.status in _AHEAD and local_date(row.starts_at) >= today]
    row = min(live or ahead, key=lambda session: session.starts_at, default=None)
    if row is None:
        return None
    items = items_of(db, row.id)
    return NextSession(
        row.id,
        row.number,
        row.status,
        row.starts_at,
        row.place,
        (local_date(row.starts_at) - today).days,
        len(item_numbers(row, items)),
        None if row.status in _LIVE else get_readiness(db, row.id, at=at),
    )


def _inbox(
    db: DbSession,
    mechanism_id: str,
    cases: Sequence[CaseRow],
    sessions: Sequence[Session],
    today: date,
) -> tuple[InboxRow, ...]:
    """New cases, sessions whose day has passed without a record, checks after closing."""
    fresh = [(c.opened_on, c.code, c.case_id) for c in cases if c.status is CaseStatus.NEW]
    past = [
        (local_date(row.starts_at), str(row.number), row.id)
        for row in sessions
        if row.status in _AHEAD and local_date(row.starts_at) < today
    ]
    checks = db.execute(
        select(Case.follow_up_due, Case.code, Case.id).where(
            Case.mechanism_id == mechanism_id,
            Case.status.in_((CaseStatus.CLOSED, CaseStatus.FOLLOW_UP)),
            Case.follow_up_due <= today,
        )
    )
    due = [(day, code, case_id) for day, code, case_id in checks if day is not None]
    found = []
    for kind, waiting in (
        (InboxKind.NEW_CASES, fresh),
        (InboxKind.PAST_SESSIONS, past),
        (InboxKind.FOLLOW_UPS, due),
    ):
        if waiting:
            waiting.sort()
            codes = tuple(code for _, code, _ in waiting[:_SHOWN])
            found.append(InboxRow(kind, len(waiting), waiting[0][0], codes, waiting[0][2]))
    entries = list_inbox(db, mechanism_id)
    if entries:
        codes = tuple(row.label for row in entries[:_SHOWN])
        first = entries[0]
        kind = InboxKind.FOR_AGENDA
        found.append(InboxRow(kind, len(entries), first.since, codes, first.entry_id))
    return tuple(found)


def _last_minutes(db: DbSession, sessions: Sequence[Session], today: date) -> LastMinutes | None:
    held = [row for row in sessions if row.status is SessionStatus.HELD]
    last = max(held, key=lambda row: row.starts_at, default=None)
    if last is None:
        return None
    minutes: Minutes | None = latest_minutes(db, last.id)
    rules = db.get(MechanismRules, last.rules_id) if last.rules_id else None
    due = add_workdays(local_date(last.starts_at), rules.minutes_due_workdays) if rules else None
    done = minutes is not None and minutes.status is MinutesStatus.SIGNED
    return LastMinutes(
        last.id,
        last.number,
        minutes.status if minutes else None,
        due,
        not done and due is not None and due < today,
    )


def _urgent(db: DbSession, rows: Sequence[CaseRow]) -> tuple[UrgentRow, ...]:
    found = []
    for row in rows:
        number = None
        if row.on_agenda:
            number = _item_number(db, row.case_id)
        day = row.next_review_on if row.on_agenda else None
        found.append(UrgentRow(row.case_id, row.code, row.risk, number, day))
    return tuple(found)


def _item_number(db: DbSession, case_id: str) -> int | None:
    pair = db.execute(
        select(AgendaItem.id, Session)
        .join(Session, Session.id == AgendaItem.session_id)
        .where(AgendaItem.case_id == case_id, Session.status.in_((*_AHEAD, *_LIVE)))
        .order_by(Session.starts_at)
    ).first()
    if pair is None:
        return None
    item_id, session = pair
    return item_numbers(session, items_of(db, session.id)).get(item_id)


def _birthdays(db: DbSession, case_ids: Sequence[str], today: date) -> tuple[BirthdayRow, ...]:
    """Children of open cases who turn 3, 7, 14 or 18 within the days ahead."""
    end = today + timedelta(days=_AHEAD_DAYS)
    pairs = db.execute(
        select(Child.case_id, Individual.birth_date)
        .join(Individual, Individual.id == Child.individual_id)
        .where(Child.case_id.in_(case_ids), Individual.birth_date.is_not(None))
    )
    found: dict[int, list[str]] = {}
    for case_id, born in pairs:
        if born is None:
            continue
        for years in _BIRTHDAYS:
            if age_at(born, today) < years <= age_at(born, end):
                found.setdefault(years, []).append(case_id)
    return tuple(BirthdayRow(years, len(ids), tuple(ids)) for years, ids in sorted(found.items()))


def _not_sent(db: DbSession) -> NotSent:
    view = get_exchange(db)
    if not view.peers:
        return NotSent(own_replica(db).last_seq, view.is_enrolled, None, None)
    peer = view.peers[0]
    return NotSent(peer.unsent, view.is_enrolled, peer.out_at, peer.out_receipt_at)


def _ending(db: DbSession, mechanism_id: str, today: date, until: date) -> int:
    query = (
        select(func.count())
        .select_from(Mandate)
        .where(
            Mandate.mechanism_id == mechanism_id, Mandate.end_on >= today, Mandate.end_on <= until
        )
    )
    return db.scalar(query) or 0


def _end_of_next_month(today: date) -> date:
    month = today.year * 12 + today.month + 1
    return date(month // 12, month % 12 + 1, 1) - timedelta(days=1)
