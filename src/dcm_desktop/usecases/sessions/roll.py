"""The roll of a session: who is expected, who came, left, returned, is represented or recused.

Each mark is one durable act. `when` is the moment it happened, by default the moment it is typed.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.attendance import Stay, check_stays
from dcm_desktop.domain.findings import Finding, require, warning
from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import (
    AttendanceCapacity,
    AttendanceMode,
    AttendanceStatus,
    SessionForm,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import (
    Attendance,
    MandateSubstitute,
    Person,
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
    leave,
    marking,
)
from dcm_desktop.usecases.sessions.state import (
    LIVE,
    Hall,
    hall_of,
    roll_of,
    rules_of_session,
    session_day,
)

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
    session, hall, row = marking(db, attendance_id)
    when = when or at
    warnings: list[Finding] = []
    acting = hall.speaks_for(row.id)
    if acting is not row and has_left(hall, acting.id, when):
        row = acting
    elif row.status is AttendanceStatus.REPRESENTED:
        for other in hall.substitutes(row.mandate_id):
            warnings += _substitute_out(
                db, hall, other, row, when=when, live=session.status in LIVE
            )
    if row.votes and row.person_id is not None:
        _refuse_second_vote(db, hall, row, row.person_id, when)
    if row.status in _ABSENT:
        drop_stays(hall, row.id)
    row.status, row.excuse = AttendanceStatus.PRESENT, ""
    if mode is not None:
        row.mode = mode
    enter(db, hall, row.id, when)
    return Saved(row.id, tuple(warnings))


def mark_rest_present(
    db: DbSession, session_id: str, *, when: datetime | None = None, at: datetime
) -> int:
    """Everybody still expected is present (`Ctrl+Enter`); returns how many that were."""
    session = db.get_one(Session, session_id)
    check_editable(session.status)
    hall = hall_of(db, session)
    waiting = [row for row in hall.roll if row.status is AttendanceStatus.EXPECTED]
    for row in waiting:
        row.status = AttendanceStatus.PRESENT
        enter(db, hall, row.id, when or at)
    return len(waiting)


def mark_absent(
    db: DbSession,
    attendance_id: str,
    *,
    excused: bool,
    excuse: str = "",
    at: datetime,
) -> Saved:
    """Somebody did not come; a presence marked by mistake is taken back.

    The excuse is never printed.
    """
    del at
    _, hall, row = marking(db, attendance_id)
    for other in hall.substitutes(row.mandate_id):
        forget(hall, other)
    drop_stays(hall, row.id)
    row.status = AttendanceStatus.ABSENT_EXCUSED if excused else AttendanceStatus.ABSENT_UNEXCUSED
    row.excuse = check_line(excuse, name="reason", max_len=200, required=False)
    return Saved(row.id)


def mark_expected(db: DbSession, attendance_id: str, *, at: datetime) -> Saved:
    """Take every mark of a row back."""
    del at
    _, hall, row = marking(db, attendance_id)
    for other in hall.substitutes(row.mandate_id):
        forget(hall, other)
    drop_stays(hall, row.id)
    row.status, row.excuse = AttendanceStatus.EXPECTED, ""
    return Saved(row.id)


def mark_represented(
    db: DbSession,
    attendance_id: str,
    *,
    person_id: str | None = None,
    authorisation: str = "",
    mode: AttendanceMode | None = None,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """A substitute sits for a member; without `person_id` the one authorised for the day.

    Returns the row of the substitute. A member who sat until now goes out at the same moment.
    Warns `substitute.no_document` (the vote then does not count). Raises: RuleBroken
    `substitute.not_authorised` when nobody is authorised and no person is named,
    `substitute.self`, `substitute.has_a_vote`.
    """
    session, hall, row = marking(db, attendance_id)
    when = when or at
    day = session_day(session)
    known = _authorisations(db, row, session)
    if person_id is None:
        if not known:
            raise RuleBroken("substitute.not_authorised", day=day)
        person_id = known[0].person_id
    if person_id == row.person_id or row.mandate_id is None:
        raise RuleBroken("substitute.self", field="person")
    _refuse_second_vote(db, hall, row, person_id, when)
    document = next((r.document for r in known if r.person_id == person_id and r.document), "")
    text = check_line(authorisation, name="document", max_len=200, required=False) or document
    live = session.status in LIVE
    sat_before = live and row.status is AttendanceStatus.PRESENT
    leave(hall, row.id, when, live=live)
    for other in hall.substitutes(row.mandate_id):
        if other.person_id != person_id:
            _substitute_out(db, hall, other, row, when=when, live=live)
    acting = next(
        (r for r in hall.substitutes(row.mandate_id) if r.person_id == person_id and not r.deleted),
        None,
    )
    if acting is None:
        person = db.get_one(Person, person_id)
        acting = Attendance(
            id=new_id(db),
            session_id=session.id,
            roll_no=0,
            person_id=person_id,
            represents_mandate_id=row.mandate_id,
            institution_id=person.institution_id or row.institution_id,
            capacity=AttendanceCapacity.SUBSTITUTE,
            mode=row.mode,
        )
        db.add(acting)
    acting.status, acting.votes, acting.authorisation = AttendanceStatus.PRESENT, row.votes, text
    if mode is not None:
        acting.mode = mode
    if not sat_before:
        row.status, row.excuse = AttendanceStatus.REPRESENTED, ""
    enter(db, hall, acting.id, when)
    registered = any(r.person_id == person_id for r in known)
    warnings = () if text or registered else (warning("substitute.no_document", n=1),)
    return Saved(acting.id, warnings)


def _refuse_second_vote(
    db: DbSession, hall: Hall, row: Attendance, person_id: str, when: datetime
) -> None:
    """One person has one vote, unless the rules let a member carry others' votes."""
    held = [
        other
        for other in hall.roll
        if other.person_id == person_id
        and other.id != row.id
        and other.votes
        and other.status is AttendanceStatus.PRESENT
        and not other.deleted
        and other.represents_mandate_id != row.mandate_id
        and not has_left(hall, other.id, when)
    ]
    carried = hall.rules.max_proxies + 1 if hall.rules.proxy_votes else 1
    if len(held) >= carried:
        person = db.get_one(Person, person_id)
        name = f"{person.first_name} {person.last_name}"
        raise RuleBroken("substitute.has_a_vote", person=name, field="person")


def mark_left(
    db: DbSession, attendance_id: str, *, when: datetime | None = None, at: datetime
) -> Saved:
    """Somebody leaves the room now; `mark_present` brings them back.

    Raises: RuleBroken `attendance.not_in_room`, `attendance.left_before_arrived`.
    """
    _, hall, row = marking(db, attendance_id)
    acting = hall.speaks_for(row.id)
    stays = hall.stays.get(acting.id, [])
    if acting.status is not AttendanceStatus.PRESENT or not stays or stays[-1].to_at is not None:
        raise RuleBroken("attendance.not_in_room")
    when = when or at
    if when < stays[-1].from_at:
        raise RuleBroken("attendance.left_before_arrived", field="left_at")
    stays[-1].to_at = when
    return Saved(acting.id)


def set_mode(db: DbSession, attendance_id: str, mode: AttendanceMode, *, at: datetime) -> Saved:
    """Somebody takes part in the hall or at a distance."""
    del at
    _, hall, row = marking(db, attendance_id)
    acting = hall.speaks_for(row.id)
    acting.mode = mode
    return Saved(acting.id)


def set_stays(db: DbSession, attendance_id: str, stays: Sequence[Stay], *, at: datetime) -> Saved:
    """Correct the whole presence of somebody: present in exactly these stays.

    Raises: RuleBroken of `domain.attendance.check_stays`; InputRefused `attendance.no_stay` when
    empty.
    """
    del at
    session, hall, row = marking(db, attendance_id)
    if not stays:
        raise InputRefused("attendance.no_stay", field="arrived_at")
    require(check_stays(stays, opened_at=session.opened_at, ended_at=None))
    drop_stays(hall, row.id)
    row.status = AttendanceStatus.PRESENT
    for stay in sorted(stays, key=lambda stay: stay.start):
        add_stay(db, hall, row.id, stay.start, stay.end)
    return Saved(row.id)


def _authorisations(db: DbSession, row: Attendance, session: Session) -> list[MandateSubstitute]:
    day = session_day(session)
    rows = db.scalars(
        select(MandateSubstitute)
        .where(
            MandateSubstitute.mandate_id == row.mandate_id,
            MandateSubstitute.from_on <= day,
            (MandateSubstitute.to_on.is_(None)) | (MandateSubstitute.to_on >= day),
        )
        .order_by(MandateSubstitute.from_on.desc())
    )
    return list(rows)


def _substitute_out(
    db: DbSession, hall: Hall, row: Attendance, member: Attendance, *, when: datetime, live: bool
) -> list[Finding]:
    if not live:
        forget(hall, row)
        return []
    leave(hall, row.id, when, live=True)
    people = {p.id: p for p in db.scalars(select(Person))}
    names = [
        f"{p.first_name} {p.last_name}"
        for p in (people.get(member.person_id or ""), people.get(row.person_id or ""))
        if p is not None
    ]
    if len(names) < 2:  # a name did not travel
        return []
    return [warning("substitute.member_present", member=names[0], person=names[1])]
