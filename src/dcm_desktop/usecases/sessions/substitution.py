"""Substitutes: who sits for a member, with which authorisation, and how they give way.

Two members cannot send the same person, and nobody with a vote of their own sits for another.
Source: domain reference, section 4.2 (Attendance) and 7 (Substitute); sessions anchor, C3.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding, warning
from dcm_desktop.domain.terms import AttendanceCapacity, AttendanceMode, AttendanceStatus
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import Attendance, MandateSubstitute, Person, Session
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.presence import enter, forget, has_left, leave, moving
from dcm_desktop.usecases.sessions.proxies import drop_proxy
from dcm_desktop.usecases.sessions.state import LIVE, Hall, session_day


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
    when = when or at
    with moving(db, attendance_id, when) as (session, hall, row):
        return _represent(db, session, hall, row, person_id, authorisation, mode, when)


def _represent(
    db: DbSession,
    session: Session,
    hall: Hall,
    row: Attendance,
    person_id: str | None,
    authorisation: str,
    mode: AttendanceMode | None,
    when: datetime,
) -> Saved:
    day = session_day(session)
    known = _authorisations(db, row, session)
    if person_id is None:
        if not known:
            raise RuleBroken("substitute.not_authorised", day=day)
        person_id = known[0].person_id
    if person_id == row.person_id or row.mandate_id is None:
        raise RuleBroken("substitute.self", field="person")
    refuse_second_vote(db, hall, row, person_id, when)
    document = next((r.document for r in known if r.person_id == person_id and r.document), "")
    text = check_line(authorisation, name="document", max_len=200, required=False) or document
    live = session.status in LIVE
    sat_before = live and row.status is AttendanceStatus.PRESENT
    leave(hall, row.id, when, live=live)
    for other in hall.substitutes(row.mandate_id):
        if other.person_id != person_id:
            substitute_out(db, hall, other, row, when=when, live=live)
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
        hall.roll.append(acting)
    acting.status, acting.votes, acting.authorisation = AttendanceStatus.PRESENT, row.votes, text
    if mode is not None:
        acting.mode = mode
    if not sat_before:
        row.status, row.excuse = AttendanceStatus.REPRESENTED, ""
    drop_proxy(hall, row.mandate_id)
    enter(db, hall, acting.id, when)
    registered = any(r.person_id == person_id for r in known)
    warnings = () if text or registered else (warning("substitute.no_document", n=1),)
    return Saved(acting.id, warnings)


def refuse_second_vote(
    db: DbSession, hall: Hall, row: Attendance, person_id: str, when: datetime
) -> None:
    """One person has one vote: two members cannot send the same person (a proxy is another thing).

    Source: sessions anchor, C3.
    """
    held = any(
        True
        for other in hall.roll
        if other.person_id == person_id
        and other.id != row.id
        and other.votes
        and other.status is AttendanceStatus.PRESENT
        and not other.deleted
        and other.represents_mandate_id != row.mandate_id
        and not has_left(hall, other.id, when)
    )
    if held:
        person = db.get_one(Person, person_id)
        name = f"{person.first_name} {person.last_name}"
        raise RuleBroken("substitute.has_a_vote", person=name, field="person")


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


def substitute_out(
    db: DbSession, hall: Hall, row: Attendance, member: Attendance, *, when: datetime, live: bool
) -> list[Finding]:
    """The substitute goes out as the member comes; before the opening they never were there."""
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
