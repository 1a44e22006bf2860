"""The roll of a session: who is expected, who came, left, returned, is represented or recused.

Each mark is one durable act. `when` is the moment it happened, by default the moment it is typed.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.attendance import Stay, check_stays
from dcm_desktop.domain.findings import Finding, require
from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import (
    AttendanceCapacity,
    AttendanceMode,
    AttendanceStatus,
    ExpectedAnswer,
    SessionForm,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import (
    Attendance,
    ExpectedAttendance,
    Session,
)
from dcm_desktop.usecases.members import MemberRow, members_on
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.presence import (
    add_stay,
    drop_stays,
    enter,
    forget,
    has_left,
    moving,
    watching,
)
from dcm_desktop.usecases.sessions.proxies import drop_proxy
from dcm_desktop.usecases.sessions.state import (
    LIVE,
    Hall,
    hall_of,
    roll_of,
    rules_of_session,
    session_day,
)
from dcm_desktop.usecases.sessions.substitution import refuse_second_vote, substitute_out

_NUMBERED = (AttendanceCapacity.PERMANENT, AttendanceCapacity.ASSOCIATE)
_ABSENT = (AttendanceStatus.ABSENT_EXCUSED, AttendanceStatus.ABSENT_UNEXCUSED)


def make_roll(db: DbSession, session_id: str, *, at: datetime) -> int:
    """Bring the roll in line with the mandates of the session's day; returns the rows added.

    Members whose mandate is not in force that day go unless they were already marked.
    """
    del at
    session = db.get_one(Session, session_id)
    check_editable(session.status)
    rules = rules_of_session(db, session)
    members = members_on(db, session.mechanism_id, session_day(session), rules=rules)
    rows = {row.mandate_id: row for row in roll_of(db, session_id) if row.mandate_id}
    mode = AttendanceMode.IN_PERSON
    if session.form is SessionForm.REMOTE:
        mode = AttendanceMode.REMOTE
    added = 0
    for number, member in _numbered(members):
        row = rows.pop(member.mandate_id, None)
        if row is None:
            row = Attendance(
                id=new_id(db),
                session_id=session_id,
                person_id=member.person_id,
                mandate_id=member.mandate_id,
                institution_id=member.institution_id,
                capacity=member.capacity,
                mode=mode,
            )
            db.add(row)
            added += 1
        row.roll_no, row.votes = number, member.votes
        if row.status is AttendanceStatus.EXPECTED:
            row.mode = mode
    for row in rows.values():
        if row.status is AttendanceStatus.EXPECTED:
            row.deleted = True
    return added


def _numbered(members: Sequence[MemberRow]) -> list[tuple[int, MemberRow]]:
    """Members with their number in the roll: the seat where they have one; coordinators have 0."""
    taken = {m.seat_no for m in members if m.seat_no and m.capacity is AttendanceCapacity.PERMANENT}
    numbered = []
    following = max((n for n in taken if n), default=0)
    for member in members:
        number = 0
        if member.capacity is AttendanceCapacity.PERMANENT and member.seat_no:
            number = member.seat_no
        elif member.capacity in _NUMBERED:
            following += 1
            number = following
        numbered.append((number, member))
    return numbered


# -- marks --------------------------------------------------------------------------------------


def mark_present(
    db: DbSession,
    attendance_id: str,
    *,
    mode: AttendanceMode | None = None,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """Somebody is in the room: came, or returned after leaving.

    A substitute who sat for the member goes out at the same moment (before the opening the row of
    the substitute is taken back). Warns `substitute.member_present`. Raises: RuleBroken
    `substitute.has_a_vote` for a member who sits for another one.
    """
    when = when or at
    with moving(db, attendance_id, when) as (session, hall, row):
        return _mark_present(db, session, hall, row, mode, when)


def _mark_present(
    db: DbSession,
    session: Session,
    hall: Hall,
    row: Attendance,
    mode: AttendanceMode | None,
    when: datetime,
) -> Saved:
    warnings: list[Finding] = []
    acting = hall.speaks_for(row.id)
    if acting is not row and has_left(hall, acting.id, when):
        row = acting
    elif row.status is AttendanceStatus.REPRESENTED:
        for other in hall.substitutes(row.mandate_id):
            warnings += substitute_out(db, hall, other, row, when=when, live=session.status in LIVE)
    if row.votes and row.person_id is not None:
        refuse_second_vote(db, hall, row, row.person_id, when)
    if row.status in _ABSENT:
        drop_stays(hall, row.id)
    row.status, row.excuse = AttendanceStatus.PRESENT, ""
    if mode is not None:
        row.mode = mode
    drop_proxy(hall, row.mandate_id or row.represents_mandate_id)
    enter(db, hall, row.id, when)
    return Saved(row.id, tuple(warnings))


def mark_rest_present(
    db: DbSession, session_id: str, *, when: datetime | None = None, at: datetime
) -> int:
    """Everybody still expected is present (`Ctrl+Enter`); returns how many that were.

    Who said that they will not come is excused with what they said; who sends a substitute stays
    expected until the substitute is marked. After a night those awaited again are present.
    """
    session = db.get_one(Session, session_id)
    check_editable(session.status)
    hall, when = hall_of(db, session), when or at
    said = _said(db, session_id)
    came = 0
    with watching(db, session, hall, when):
        for row in hall.roll:
            answer = said.get(row.mandate_id or "")
            if hall.is_awaited_again(row):
                enter(db, hall, row.id, when)
            elif row.status is not AttendanceStatus.EXPECTED:
                continue
            elif answer is not None and answer.answer is ExpectedAnswer.WONT_COME:
                row.status, row.excuse = AttendanceStatus.ABSENT_EXCUSED, answer.reason
                continue
            elif answer is not None and answer.answer is ExpectedAnswer.SENDS_SUBSTITUTE:
                continue
            else:
                row.status = AttendanceStatus.PRESENT
                drop_proxy(hall, row.mandate_id)
                enter(db, hall, row.id, when)
            came += 1
    return came


def mark_absent(
    db: DbSession,
    attendance_id: str,
    *,
    excused: bool,
    excuse: str = "",
    at: datetime,
) -> Saved:
    """Somebody did not come; a presence marked by mistake is taken back.

    Who was there before the last night keeps those stays: they are away on this day. The excuse is
    never printed.
    """
    with moving(db, attendance_id, at) as (_, hall, row):
        for other in hall.substitutes(row.mandate_id):
            forget(hall, other)
        if _stayed_before_night(hall, row):
            _away_today(db, hall, row, at)
            return Saved(row.id)
        drop_stays(hall, row.id)
        row.status = (
            AttendanceStatus.ABSENT_EXCUSED if excused else AttendanceStatus.ABSENT_UNEXCUSED
        )
        row.excuse = check_line(excuse, name="reason", max_len=200, required=False)
        return Saved(row.id)


def set_excuse(db: DbSession, attendance_id: str, excuse: str, *, at: datetime) -> Saved:
    """Why somebody is away; the row becomes excused. Never printed, never sent."""
    return mark_absent(db, attendance_id, excused=True, excuse=excuse, at=at)


def mark_expected(db: DbSession, attendance_id: str, *, at: datetime) -> Saved:
    """Take every mark of a row back."""
    with moving(db, attendance_id, at) as (_, hall, row):
        for other in hall.substitutes(row.mandate_id):
            forget(hall, other)
        drop_proxy(hall, row.mandate_id)
        drop_stays(hall, row.id)
        row.status, row.excuse = AttendanceStatus.EXPECTED, ""
        return Saved(row.id)


def mark_left(
    db: DbSession, attendance_id: str, *, when: datetime | None = None, at: datetime
) -> Saved:
    """Somebody leaves the room now; `mark_present` brings them back.

    Raises: RuleBroken `attendance.not_in_room`, `attendance.left_before_arrived`.
    """
    when = when or at
    with moving(db, attendance_id, when) as (_, hall, row):
        acting = hall.speaks_for(row.id)
        stays = hall.stays.get(acting.id, [])
        here = acting.status is AttendanceStatus.PRESENT and bool(stays)
        if not here or stays[-1].to_at is not None:
            raise RuleBroken("attendance.not_in_room")
        if when < stays[-1].from_at:
            raise RuleBroken("attendance.left_before_arrived", field="left_at")
        stays[-1].to_at = when
        return Saved(acting.id)


def set_mode(db: DbSession, attendance_id: str, mode: AttendanceMode, *, at: datetime) -> Saved:
    """Somebody takes part in the hall or at a distance."""
    with moving(db, attendance_id, at) as (_, hall, row):
        acting = hall.speaks_for(row.id)
        acting.mode = mode
        return Saved(acting.id)


def set_stays(db: DbSession, attendance_id: str, stays: Sequence[Stay], *, at: datetime) -> Saved:
    """Correct the whole presence of somebody: present in exactly these stays.

    Raises: RuleBroken of `domain.attendance.check_stays`; InputRefused `attendance.no_stay` when
    empty.
    """
    if not stays:
        raise InputRefused("attendance.no_stay", field="arrived_at")
    with moving(db, attendance_id, at) as (session, hall, row):
        require(check_stays(stays, opened_at=session.opened_at, ended_at=None))
        drop_stays(hall, row.id)
        row.status = AttendanceStatus.PRESENT
        for stay in sorted(stays, key=lambda stay: stay.start):
            add_stay(db, hall, row.id, stay.start, stay.end)
        return Saved(row.id)


def _said(db: DbSession, session_id: str) -> dict[str, ExpectedAttendance]:
    rows = db.scalars(select(ExpectedAttendance).where(ExpectedAttendance.session_id == session_id))
    return {row.mandate_id: row for row in rows}


def _stayed_before_night(hall: Hall, row: Attendance) -> bool:
    night = hall.put_off
    return night is not None and any(
        stay.from_at < night.from_at for stay in hall.stays.get(row.id, ())
    )


def _away_today(db: DbSession, hall: Hall, row: Attendance, when: datetime) -> None:
    """End or take back today's stays; an empty one says that they were asked."""
    night = hall.put_off
    for stay in list(hall.stays.get(row.id, [])):
        if night is not None and stay.from_at >= night.from_at:
            stay.deleted = True
            hall.stays[row.id].remove(stay)
    add_stay(db, hall, row.id, when, when)
