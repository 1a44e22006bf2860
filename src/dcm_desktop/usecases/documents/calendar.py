"""The calendar file of a session.

file = workspace.do(make_calendar, session_id, at=now())
write_private(path, file.data)
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import crypto
from dcm_desktop.documents.calendar import build_calendar
from dcm_desktop.documents.convening import CalendarModel
from dcm_desktop.documents.papers import AgendaLine
from dcm_desktop.domain.terms import AttendanceCapacity
from dcm_desktop.domain.values import local_date
from dcm_desktop.store import audit
from dcm_desktop.store.tables import IssuedPaper, Person, Session
from dcm_desktop.usecases.documents.guard import check_paper
from dcm_desktop.usecases.documents.letters import agenda_lines, contact_line
from dcm_desktop.usecases.members import members_on
from dcm_desktop.usecases.saving import new_id
from dcm_desktop.usecases.sessions.calendar_state import is_off
from dcm_desktop.usecases.sessions.minutes_model import body_of
from dcm_desktop.usecases.sessions.naming import names_of
from dcm_desktop.usecases.sessions.state import session_day

KIND = "calendar"
"""Kind of the file in the register of copies."""
_USUAL_LENGTH = timedelta(hours=2)
"""Shown in calendars when no end was planned. Decision: ours."""
_INVITED = (AttendanceCapacity.PERMANENT, AttendanceCapacity.ASSOCIATE)


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar file in memory. `file_name` is the one to propose, without names."""

    session_id: str
    data: bytes = field(repr=False)
    sequence: int
    cancelled: bool
    file_name: str
    sha256: str


def make_calendar(db: DbSession, session_id: str, *, at: datetime) -> CalendarFile:
    """The calendar file of a session as it stands, noted in the register of copies.

    A session that was cancelled, or put off with no new date, gives a file that takes the entry
    out of the calendars. Raises: ExportRefused `paper.names_found`.
    """
    session = db.get_one(Session, session_id)
    if session.calendar_sequence is None:
        session.calendar_sequence = 0
    model = calendar_model(db, session, at=at)
    check_paper(db, model)
    data = build_calendar(model)
    digest = crypto.sha256(data).hex()
    row = IssuedPaper(
        id=new_id(db),
        session_id=session_id,
        kind=KIND,
        edition=str(model.sequence),
        way="file",
        sha256=digest,
        pages=0,
        user_id=str(db.info.get("actor", "")),
        at=at,
    )
    db.add(row)
    audit.append(
        db,
        "paper.issued",
        at=at,
        entity="session",
        entity_id=session_id,
        kind=KIND,
        edition=str(model.sequence),
        way="file",
        pages=0,
        sha256=digest,
    )
    day = local_date(session.starts_at).isoformat()
    name = f"okmd-{session.number}-{day}.ics"
    return CalendarFile(session_id, data, model.sequence, model.cancelled, name, digest)


def calendar_model(db: DbSession, session: Session, *, at: datetime) -> CalendarModel:
    """What the calendar file says."""
    members = members_on(db, session.mechanism_id, session_day(session))
    invited = [one for one in members if one.capacity in _INVITED]
    ids = {one.person_id for one in invited} | {session.minutes_taker_person_id}
    names = names_of(db, (), ids | {session.chair_person_id})
    query = select(Person.id, Person.work_email).where(Person.id.in_([i for i in ids if i]))
    emails: dict[str, str] = {key: email or "" for key, email in db.execute(query)}
    taker = session.minutes_taker_person_id
    return CalendarModel(
        body=body_of(db, session),
        uid=f"{session.id}@dcm-desktop",
        number=session.number,
        kind=session.kind,
        form=session.form,
        starts_at=session.starts_at,
        ends_at=session.ends_at or session.starts_at + _USUAL_LENGTH,
        stamp=at,
        sequence=session.calendar_sequence or 0,
        cancelled=is_off(session),
        place=session.place,
        topic=session.topic,
        agenda=tuple(
            AgendaLine(line.number, "" if line.is_case else line.title, is_case=line.is_case)
            for line in agenda_lines(db, session)
        ),
        contact=contact_line(db, taker, names),
        organiser=(names.name(taker) or names.name(session.chair_person_id),
                   emails.get(taker or "", "")),
        attendees=tuple(
            (names.name(one.person_id), emails.get(one.person_id, "")) for one in invited
        ),
    )  # fmt: skip
