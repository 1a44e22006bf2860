"""The screen of members: seats down, their holders over time, attendance on the same rows."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.mandate import SEAT_ROLES, may_vote
from dcm_desktop.domain.terms import AttendanceStatus, MemberRole, SessionStatus
from dcm_desktop.domain.values import local_date
from dcm_desktop.store.tables import Attendance, Institution, Mandate, Mechanism, Session
from dcm_desktop.usecases.members.roll import (
    SubstituteRow,
    official_name,
    official_short,
    people_of,
    seat_of,
    substitute_rows,
)
from dcm_desktop.usecases.office import rules_for_forms

_LAST_SEAT = 10_000


@dataclass(frozen=True, slots=True, repr=False)
class HolderRow:
    """Who held a seat from a day to a day (None: still), with the substitutes of that time."""

    mandate_id: str
    person_id: str
    name: str
    short_name: str
    position: str
    role: MemberRole
    start_on: date
    end_on: date | None
    votes: bool
    substitutes: tuple[SubstituteRow, ...]


@dataclass(frozen=True, slots=True)
class AttendanceMark:
    """How a seat was represented in one session: `status` None where it was vacant or not asked."""

    session_id: str
    status: AttendanceStatus | None


@dataclass(frozen=True, slots=True, repr=False)
class SeatRow:
    """One seat: its institution and its holders, the earliest first.

    `holder` is that of the day; without one the seat is vacant since `vacant_since`.
    `share`: per cent of sessions in which the seat was filled and represented; None before any.
    """

    seat_no: int | None
    institution_id: str | None
    institution: str
    institution_short: str
    holders: tuple[HolderRow, ...]
    holder: HolderRow | None
    vacant_since: date | None
    attendance: tuple[AttendanceMark, ...]
    share: int | None


@dataclass(frozen=True, slots=True)
class SessionColumn:
    """One held session of the attendance table."""

    session_id: str
    number: int
    held_on: date


@dataclass(frozen=True, slots=True, repr=False)
class MembersView:
    """The members of a mechanism as of a day.

    `permanent` are seats in the order of their numbers, `associates` and `others` (experts,
    observers, coordinator, secretary) by institution. `filled` counts permanent seats with a
    holder; `unused` are planned seats that nobody ever held.
    """

    mechanism_id: str
    name: str
    day: date
    planned_seats: int
    filled: int
    unused: int
    permanent: tuple[SeatRow, ...]
    associates: tuple[SeatRow, ...]
    others: tuple[SeatRow, ...]
    sessions: tuple[SessionColumn, ...]
    average_present: float | None
    first_day: date | None
    """Start of the earliest mandate, for the time axis."""


def get_members(db: DbSession, mechanism_id: str, *, day: date, sessions: int = 12) -> MembersView:
    """Seats and holders as of a day, with attendance of the last held sessions."""
    mechanism = db.get_one(Mechanism, mechanism_id)
    mandates = list(db.scalars(select(Mandate).where(Mandate.mechanism_id == mechanism_id)))
    columns = _columns(db, mechanism_id, day, sessions)
    marks = _marks(db, columns)
    groups = _grouped(mandates)
    rows = _Rows(db, mechanism_id, mandates, columns, marks, day)
    permanent = [rows.seat(group) for key, group in groups.items() if key[0] == 0]
    associates = [rows.seat(group) for key, group in groups.items() if key[0] == 1]
    others = [rows.seat(group) for key, group in groups.items() if key[0] == 2]
    present = [
        sum(1 for seat in permanent if _was_there(seat.attendance[n].status))
        for n in range(len(columns))
    ]
    numbers = {mandate.seat_no for mandate in mandates if mandate.role in SEAT_ROLES}
    return MembersView(
        mechanism_id,
        mechanism.name_bg,
        day,
        mechanism.planned_seats,
        sum(1 for seat in permanent if seat.holder),
        max(0, mechanism.planned_seats - len(numbers)),
        tuple(permanent),
        tuple(associates),
        tuple(others),
        tuple(columns),
        round(sum(present) / len(present), 1) if present else None,
        min((mandate.start_on for mandate in mandates), default=None),
    )


class _Rows:
    """What the rows of one screen are made from, read once."""

    def __init__(
        self,
        db: DbSession,
        mechanism_id: str,
        mandates: list[Mandate],
        columns: list[SessionColumn],
        marks: dict[tuple[str, str], AttendanceStatus],
        day: date,
    ) -> None:
        self._people = people_of(db, mandates)
        self._institutions = {row.id: row for row in db.scalars(select(Institution))}
        self._substitutes = substitute_rows(db, mandates)
        self._rules = rules_for_forms(db, mechanism_id, day)
        self._columns = columns
        self._marks = marks
        self._day = day

    def seat(self, mandates: list[Mandate]) -> SeatRow:
        """The row of one seat from its mandates."""
        ordered = sorted(mandates, key=lambda row: row.start_on)
        holders = tuple(self._holder(row) for row in ordered)
        holder = next(
            (h for h, row in zip(holders, ordered, strict=True) if seat_of(row).covers(self._day)),
            None,
        )
        ended = [row.end_on for row in ordered if row.end_on and row.end_on < self._day]
        attendance = tuple(self._mark(column, ordered) for column in self._columns)
        asked = [mark.status for mark in attendance if mark.status is not None]
        there = sum(1 for status in asked if _was_there(status))
        institution = self._institutions.get(ordered[-1].institution_id or "")
        return SeatRow(
            ordered[-1].seat_no,
            ordered[-1].institution_id,
            institution.name if institution else "",
            (institution.short_name or institution.name) if institution else "",
            holders,
            holder,
            None if holder or not ended else _day_after(max(ended)),
            attendance,
            round(100 * there / len(asked)) if asked else None,
        )

    def _holder(self, row: Mandate) -> HolderRow:
        person = self._people.get(row.person_id)
        return HolderRow(
            row.id,
            row.person_id,
            official_name(person),
            official_short(person),
            (person and person.position) or "",
            row.role,
            row.start_on,
            row.end_on,
            may_vote(seat_of(row), self._rules),
            tuple(self._substitutes.get(row.id, ())),
        )

    def _mark(self, column: SessionColumn, mandates: list[Mandate]) -> AttendanceMark:
        for row in mandates:
            status = self._marks.get((column.session_id, row.id))
            if status is not None:
                return AttendanceMark(column.session_id, status)
        return AttendanceMark(column.session_id, None)


def _grouped(mandates: list[Mandate]) -> dict[tuple[int, int, str], list[Mandate]]:
    """Mandates by seat, in the order of the rows: permanent seats, associates, others."""
    groups: dict[tuple[int, int, str], list[Mandate]] = {}
    for row in mandates:
        if row.role in SEAT_ROLES:
            key = (0, row.seat_no or _LAST_SEAT, "" if row.seat_no else row.id)
        elif row.role is MemberRole.ASSOCIATE:
            key = (1, 0, row.institution_id or row.id)
        else:
            key = (2, 0, row.person_id)
        groups.setdefault(key, []).append(row)
    return dict(sorted(groups.items()))


def _columns(db: DbSession, mechanism_id: str, day: date, count: int) -> list[SessionColumn]:
    rows = db.scalars(
        select(Session)
        .where(Session.mechanism_id == mechanism_id, Session.status == SessionStatus.HELD)
        .order_by(Session.starts_at.desc())
    )
    found = [SessionColumn(row.id, row.number, local_date(row.starts_at)) for row in rows]
    return [column for column in found if column.held_on <= day][:count][::-1]


def _marks(db: DbSession, columns: list[SessionColumn]) -> dict[tuple[str, str], AttendanceStatus]:
    """How each mandate was represented: (session, mandate) → status."""
    ids = [column.session_id for column in columns]
    found: dict[tuple[str, str], AttendanceStatus] = {}
    for row in db.scalars(select(Attendance).where(Attendance.session_id.in_(ids))):
        if row.represents_mandate_id and row.status is AttendanceStatus.PRESENT:
            found[row.session_id, row.represents_mandate_id] = AttendanceStatus.REPRESENTED
        elif row.mandate_id:
            found.setdefault((row.session_id, row.mandate_id), row.status)
    return found


def _was_there(status: AttendanceStatus | None) -> bool:
    return status in (AttendanceStatus.PRESENT, AttendanceStatus.REPRESENTED)


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)
