"""What a session is made of while a use case works on it: its rows, its rules, who is in the room.

Nothing here leaves `usecases.sessions`; the frozen results are in `views`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.attendance import (
    Headcount,
    Lowered,
    Participant,
    Pause,
    Stay,
    entitled,
    headcount,
    is_present,
    needed_at,
)
from dcm_desktop.domain.mandate import filled_seats
from dcm_desktop.domain.proxies import ProxyGiven, proxies_that_count
from dcm_desktop.domain.rules import Rules, quorum_base_of, quorum_of, reduced_quorum_of
from dcm_desktop.domain.session import EDITABLE, check_editable, next_item_status
from dcm_desktop.domain.terms import (
    AgendaItemStatus,
    AttendanceStatus,
    BreakKind,
    ItemAction,
    MinutesStatus,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import (
    AgendaItem,
    Attendance,
    Mandate,
    MandateSubstitute,
    Mechanism,
    MechanismRules,
    Minutes,
    PresenceInterval,
    Proxy,
    Recusal,
    Session,
    SessionBreak,
)
from dcm_desktop.usecases.members.roll import seat_of
from dcm_desktop.usecases.memo import once
from dcm_desktop.usecases.office import rules_for_forms, rules_in_force, rules_of

LIVE = frozenset({SessionStatus.OPEN, SessionStatus.ADJOURNED})
"""States in which the room is at work."""


def session_day(session: Session) -> date:
    """The Bulgarian day of a session: rules and composition are those of this day."""
    return local_date(session.starts_at)


def rules_of_session(db: DbSession, session: Session) -> Rules:
    """The rules frozen at the opening, before it those of the day (for forms)."""
    if session.rules_id:
        return rules_of(db.get_one(MechanismRules, session.rules_id))
    return rules_for_forms(db, session.mechanism_id, session_day(session))


def freeze_rules(db: DbSession, session: Session) -> Rules:
    """Bind a session to the version in force on its day. Raises: RuleBroken `rules.none_on_day`."""
    row = rules_in_force(db, session.mechanism_id, session_day(session))
    session.rules_id = row.rules_id
    return row.rules


def items_of(db: DbSession, session_id: str) -> list[AgendaItem]:
    """Agenda items in their order."""
    query = select(AgendaItem).where(AgendaItem.session_id == session_id)
    rows = once(db, ("items", session_id), lambda: db.scalars(query).all())
    return sorted(rows, key=lambda row: (row.order_key, row.id))


def item_numbers(session: Session, items: Sequence[AgendaItem]) -> dict[str, int]:
    """Printed number of each item; one withdrawn before the agenda was adopted has none.

    Source: domain reference, section 5.2, point 5 (the agenda as adopted).
    """
    numbers: dict[str, int] = {}
    for item in items:
        if not left_before_adoption(session, item):
            numbers[item.id] = len(numbers) + 1
    return numbers


def left_before_adoption(session: Session, item: AgendaItem) -> bool:
    """Whether an item was withdrawn before the agenda was adopted."""
    adopted = session.agenda_adopted_at
    return (
        item.status is AgendaItemStatus.WITHDRAWN
        and adopted is not None
        and item.finished_at is not None
        and item.finished_at <= adopted
    )


def roll_of(db: DbSession, session_id: str) -> list[Attendance]:
    """Rows of the roll: numbered members first, in their order."""
    query = select(Attendance).where(Attendance.session_id == session_id)
    rows = once(db, ("roll", session_id), lambda: db.scalars(query).all())
    return sorted(rows, key=lambda row: (row.roll_no == 0, row.roll_no, row.id))


def stays_of(db: DbSession, attendance_ids: Sequence[str]) -> dict[str, list[PresenceInterval]]:
    """Stays in the room by row of the roll, the earliest first."""
    found: dict[str, list[PresenceInterval]] = {}
    if not attendance_ids:
        return found
    rows = db.scalars(
        select(PresenceInterval).where(PresenceInterval.attendance_id.in_(attendance_ids))
    )
    for row in sorted(rows, key=lambda row: (row.from_at, row.id)):
        found.setdefault(row.attendance_id, []).append(row)
    return found


@dataclass(slots=True)
class Hall:
    """The room of one session: rows of the roll with their stays, and how the rules read them."""

    session: Session
    rules: Rules
    roll: list[Attendance]
    stays: dict[str, list[PresenceInterval]]
    authorised: frozenset[tuple[str, str]]
    """(mandate, person) pairs with a registered authorisation for the day."""
    seats: int
    """Number that the quorum is a share of; frozen at the opening, before it that of the day."""
    needed: int
    """The full quorum; frozen likewise. `needed_at` is what holds at a moment."""
    lowered: Lowered | None = None
    """The smaller quorum after waiting."""
    breaks: list[SessionBreak] = field(default_factory=list)
    """When the session stood still, the earliest first."""
    proxies: list[Proxy] = field(default_factory=list)
    """Proxies in the order they were given."""
    people: tuple[Participant, ...] = field(default=())

    def __post_init__(self) -> None:
        self.people = tuple(self._participant(row) for row in self.roll)

    @property
    def pauses(self) -> tuple[Pause, ...]:
        """The breaks as the rules read them."""
        return tuple(Pause(row.from_at, row.to_at) for row in self.breaks)

    @property
    def day_began_at(self) -> datetime | None:
        """When the day of the session began that goes on now: its opening, or its continuation.

        None while it is put off to another day, and before the opening.
        """
        days = [row for row in self.breaks if row.kind is BreakKind.ANOTHER_DAY]
        return days[-1].to_at if days else self.session.opened_at

    @property
    def put_off(self) -> SessionBreak | None:
        """The last break over night, also after it ended."""
        days = [row for row in self.breaks if row.kind is BreakKind.ANOTHER_DAY]
        return days[-1] if days else None

    def is_awaited_again(self, row: Attendance) -> bool:
        """Whether somebody who was there before the last break over night was not asked since."""
        night = self.put_off
        if night is None or row.status is not AttendanceStatus.PRESENT:
            return False
        stays = self.stays.get(row.id, [])
        return bool(stays) and stays[-1].from_at < night.from_at == stays[-1].to_at

    def needed_at(self, at: datetime | None) -> int:
        """The quorum that holds at a moment."""
        return needed_at(self.needed, self.lowered, at)

    def given(self, at: datetime | None) -> tuple[ProxyGiven, ...]:
        """The proxies that count at a moment."""
        rows = {row.mandate_id: row.id for row in self.roll if row.mandate_id}
        proxies = [
            ProxyGiven(rows[one.giver_mandate_id], one.holder_attendance_id)
            for one in self.proxies
            if one.giver_mandate_id in rows
        ]
        return proxies_that_count(self.people, self.rules, proxies, at)

    def again(self) -> "Hall":
        """The room after an act changed its rows and stays, without reading the store."""
        kept = [row for row in self.roll if not row.deleted]
        proxies = [one for one in self.proxies if not one.deleted]
        return replace(self, roll=kept, proxies=proxies, people=())

    def row(self, attendance_id: str) -> Attendance:
        """One row of the roll."""
        return next(row for row in self.roll if row.id == attendance_id)

    def count(self, at: datetime | None) -> Headcount:
        """The room at a moment."""
        return headcount(
            self.people,
            self.rules,
            needed=self.needed_at(at),
            at=at,
            by_proxy=len(self.given(at)),
        )

    def voters(self, at: datetime | None) -> tuple[str, ...]:
        """Rows that have a vote now, in the order of the roll: those present, and by proxy."""
        votes = {p.attendance_id for p in entitled(self.people, self.rules, at)}
        votes |= {one.giver for one in self.given(at)}
        return tuple(row.id for row in self.roll if row.id in votes)

    def is_present(self, attendance_id: str, at: datetime | None) -> bool:
        """Whether somebody is in the room."""
        return any(p.attendance_id == attendance_id and is_present(p, at) for p in self.people)

    def speaks_for(self, attendance_id: str) -> Attendance:
        """The row that acts for a seat: the substitute while the member is represented."""
        row = self.row(attendance_id)
        if row.status is not AttendanceStatus.REPRESENTED and self._sits(row):
            return row
        others = self.substitutes(row.mandate_id)
        sitting = [other for other in others if self._sits(other)]
        if row.status is AttendanceStatus.REPRESENTED:
            sitting += others
        return sitting[0] if sitting else row

    def substitutes(self, mandate_id: str | None) -> list[Attendance]:
        """Rows of the substitutes that came for a seat."""
        return [r for r in self.roll if mandate_id and r.represents_mandate_id == mandate_id]

    def _sits(self, row: Attendance) -> bool:
        """Whether somebody has a stay that has not ended."""
        stays = self.stays.get(row.id, [])
        return bool(stays) and stays[-1].to_at is None

    def _participant(self, row: Attendance) -> Participant:
        represents = row.represents_mandate_id
        return Participant(
            attendance_id=row.id,
            capacity=row.capacity,
            status=row.status,
            mode=row.mode,
            votes=row.votes,
            mandate_id=row.mandate_id,
            represents=represents,
            authorised=represents is None
            or bool(row.authorisation)
            or (represents, row.person_id or "") in self.authorised,
            stays=tuple(Stay(s.from_at, s.to_at) for s in self.stays.get(row.id, ())),
        )


def hall_of(db: DbSession, session: Session) -> Hall:
    """The room of a session as it is stored now."""
    return once(db, ("hall", session.id), lambda: _read_hall(db, session))


def _read_hall(db: DbSession, session: Session) -> Hall:
    roll = roll_of(db, session.id)
    day = session_day(session)
    pairs = db.execute(
        select(MandateSubstitute.mandate_id, MandateSubstitute.person_id)
        .join(Mandate, Mandate.id == MandateSubstitute.mandate_id)
        .where(
            Mandate.mechanism_id == session.mechanism_id,
            MandateSubstitute.from_on <= day,
            (MandateSubstitute.to_on.is_(None)) | (MandateSubstitute.to_on >= day),
        )
    )
    rules = rules_of_session(db, session)
    seats, needed = quorum_base_and_need(db, session, rules)
    proxies: list[Proxy] = []
    if rules.proxy_votes:
        rows = db.scalars(select(Proxy).where(Proxy.session_id == session.id))
        proxies = sorted(rows, key=lambda row: row.id)
    return Hall(
        session,
        rules,
        roll,
        stays_of(db, [row.id for row in roll]),
        frozenset((mandate_id, person_id) for mandate_id, person_id in pairs),
        seats,
        needed,
        _lowered(session, rules, seats, needed),
        breaks_of(db, session.id),
        proxies,
    )


def breaks_of(db: DbSession, session_id: str) -> list[SessionBreak]:
    """When a session stood still, the earliest first."""
    rows = db.scalars(select(SessionBreak).where(SessionBreak.session_id == session_id))
    return sorted(rows, key=lambda row: (row.from_at, row.id))


def _lowered(session: Session, rules: Rules, seats: int, needed: int) -> Lowered | None:
    since = session.quorum_reduced_at
    if since is None:
        return None
    waited = int((since - session.starts_at).total_seconds() // 60)
    reduced = reduced_quorum_of(rules, seats=seats, filled=seats, waited_min=waited)
    return Lowered(since, min(needed, reduced)) if reduced is not None else None


def quorum_base_and_need(db: DbSession, session: Session, rules: Rules) -> tuple[int, int]:
    """Seats the quorum is a share of, and the quorum: frozen, or of the session's day. People.

    A working meeting needs none. Raises: RuleBroken of `domain.rules.quorum_needed`.
    """
    if session.entitled is not None and session.quorum_needed is not None:
        return session.entitled, session.quorum_needed
    mechanism = db.get_one(Mechanism, session.mechanism_id)
    mandates = db.scalars(select(Mandate).where(Mandate.mechanism_id == mechanism.id))
    filled = filled_seats((seat_of(row) for row in mandates), rules, session_day(session))
    planned = mechanism.planned_seats
    base = quorum_base_of(rules, seats=planned, filled=filled)
    if session.kind is SessionKind.WORKING_MEETING:
        return base, 0
    return base, quorum_of(rules, seats=planned, filled=filled)


def recused_of(db: DbSession, item_id: str) -> list[Recusal]:
    """Recusals of one item."""
    return list(db.scalars(select(Recusal).where(Recusal.item_id == item_id)))


def recused_voters(db: DbSession, hall: Hall, item_id: str, at: datetime | None) -> tuple[str, ...]:
    """Voters who stand aside in one item, with the proxies they hold: those votes are not cast."""
    voters = set(hall.voters(at))
    aside = {r.attendance_id for r in recused_of(db, item_id)}
    aside |= {one.giver for one in hall.given(at) if one.holder in aside}
    return tuple(row.id for row in hall.roll if row.id in aside and row.id in voters)


def check_live(session: Session) -> None:
    """Raises: RuleBroken `session.not_open` when the room is not at work."""
    if session.status is not SessionStatus.OPEN:
        raise RuleBroken("session.not_open", status=session.status)


def latest_minutes(db: DbSession, session_id: str) -> Minutes | None:
    """The newest version of the minutes; None before the session was closed."""
    return db.scalars(
        select(Minutes).where(Minutes.session_id == session_id).order_by(Minutes.version.desc())
    ).first()


def check_writable(db: DbSession, session: Session) -> None:
    """Whether words of a session may still be changed: while it is prepared or held, and after
    the closing as long as its minutes are a draft.

    Raises: RuleBroken `minutes.signed`, `session.not_editable`.
    """
    if session.status in EDITABLE:
        return
    minutes = latest_minutes(db, session.id)
    if minutes is not None and minutes.status is MinutesStatus.DRAFT:
        return
    signed = minutes is not None and minutes.status is MinutesStatus.SIGNED
    check_editable(session.status, minutes_signed=signed)


def move_item(item: AgendaItem, action: ItemAction, *, when: datetime) -> None:
    """Take an item through its state table; finished items get their moment."""
    item.status = next_item_status(item.status, action)
    if action is ItemAction.START and item.started_at is None:
        item.started_at = when
    if item.status in (AgendaItemStatus.WAITING, AgendaItemStatus.RUNNING):
        item.finished_at = None
    else:
        item.finished_at = when
