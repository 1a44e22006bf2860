"""Proof of notice: who was told of a session, what, when, by which way, by whom.

The log is kept by hand or with one key for everybody; it needs no mail server.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.schedule import Deadline, is_late, notice_deadline
from dcm_desktop.domain.terms import (
    AttendanceCapacity,
    MemberRole,
    NoticeWay,
    NoticeWhat,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import Notice, Person, Session, User
from dcm_desktop.usecases.members import MemberRow, members_on
from dcm_desktop.usecases.saving import Saved, new_id, saved
from dcm_desktop.usecases.sessions.state import rules_of_session, session_day

_INVITED = (AttendanceCapacity.PERMANENT, AttendanceCapacity.ASSOCIATE)


@dataclass(frozen=True, slots=True, repr=False)
class NoticeData:
    """One telling. `sent_by` empty: whoever works with the store."""

    what: NoticeWhat
    way: NoticeWay
    sent_on: date
    sent_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class NoticeRow:
    """One entry of the log; `is_late`: it left less notice than the rules ask for."""

    notice_id: str
    what: NoticeWhat
    way: NoticeWay
    sent_on: date
    sent_by: str
    note: str
    is_late: bool


@dataclass(frozen=True, slots=True, repr=False)
class NoticedMember:
    """A member with what was sent to them, the earliest first."""

    person_id: str
    mandate_id: str
    institution_id: str | None
    name: str
    office: str
    phone: str
    email: str
    votes: bool
    rows: tuple[NoticeRow, ...]

    @property
    def invitation(self) -> NoticeRow | None:
        """The first invitation, or None when there is no proof of one."""
        return next((row for row in self.rows if row.what is NoticeWhat.INVITATION), None)


@dataclass(frozen=True, slots=True, repr=False)
class NoticeLog:
    """The whole log of a session. Members are those of its day, without the chair who invites."""

    members: tuple[NoticedMember, ...]
    deadline: Deadline
    """Until when invitations keep the notice of the rules."""

    @property
    def invited(self) -> int:
        """How many have an invitation with proof."""
        return sum(1 for one in self.members if one.invitation is not None)

    @property
    def late(self) -> int:
        """How many got their invitation too late."""
        rows = [one.invitation for one in self.members]
        return sum(1 for row in rows if row is not None and row.is_late)


def log_notice(
    db: DbSession, session_id: str, person_id: str, data: NoticeData, *, at: datetime
) -> Saved:
    """Note that one member was told. Raises: InputRefused `notice.in_future`, `notice.stranger`."""
    session = db.get_one(Session, session_id)
    members = {one.person_id: one for one in _addressees(db, session)}
    if person_id not in members:
        raise InputRefused("notice.stranger", field="person")
    row = _row(db, session, members[person_id], _checked(db, data, at=at))
    db.add(row)
    return saved(db, row, (), at=at)


def log_notices(
    db: DbSession,
    session_id: str,
    data: NoticeData,
    person_ids: Collection[str] | None = None,
    *,
    at: datetime,
) -> int:
    """Note that several members were told alike, with one key; returns how many entries that made.

    Without `person_ids` all members that have no entry of this kind yet.
    Raises: InputRefused `notice.in_future`.
    """
    session = db.get_one(Session, session_id)
    checked = _checked(db, data, at=at)
    told = {row.person_id for row in _rows(db, session_id) if row.what is data.what}
    made = 0
    for member in _addressees(db, session):
        wanted = (
            member.person_id not in told if person_ids is None else (member.person_id in person_ids)
        )
        if wanted:
            db.add(_row(db, session, member, checked))
            made += 1
    return made


def remove_notice(db: DbSession, notice_id: str, *, at: datetime) -> None:
    """Take a wrong entry out of the log."""
    del at
    db.get_one(Notice, notice_id).deleted = True


def list_notices(db: DbSession, session_id: str, *, today: date) -> NoticeLog:
    """The log of a session, and until when invitations are in time."""
    session = db.get_one(Session, session_id)
    rules, day = rules_of_session(db, session), session_day(session)
    notice = {
        NoticeWhat.INVITATION: rules.notice_workdays,
        NoticeWhat.MATERIALS: rules.materials_workdays,
    }
    logged: dict[str, list[NoticeRow]] = {}
    for row in _rows(db, session_id):
        late = row.what in notice and is_late(row.sent_on, day, notice[row.what])
        logged.setdefault(row.person_id or "", []).append(
            NoticeRow(row.id, row.what, row.way, row.sent_on, row.sent_by, row.note, late)
        )
    members = _addressees(db, session)
    people = {
        row.id: row
        for row in db.scalars(select(Person).where(Person.id.in_([m.person_id for m in members])))
    }
    return NoticeLog(
        tuple(
            NoticedMember(
                one.person_id,
                one.mandate_id,
                one.institution_id,
                one.name,
                one.institution_short or one.institution,
                people[one.person_id].work_phone or "" if one.person_id in people else "",
                people[one.person_id].work_email or "" if one.person_id in people else "",
                one.votes,
                tuple(logged.get(one.person_id, ())),
            )
            for one in members
        ),
        notice_deadline(day, rules.notice_workdays, today=today),
    )


def _addressees(db: DbSession, session: Session) -> list[MemberRow]:
    members = members_on(db, session.mechanism_id, session_day(session))
    return [
        one
        for one in members
        if one.capacity in _INVITED
        and one.role is not MemberRole.COORDINATOR
        and one.person_id != session.chair_person_id
    ]


def _rows(db: DbSession, session_id: str) -> list[Notice]:
    rows = db.scalars(select(Notice).where(Notice.session_id == session_id))
    return sorted(rows, key=lambda row: (row.sent_on, row.id))


def _checked(db: DbSession, data: NoticeData, *, at: datetime) -> NoticeData:
    if data.sent_on > local_date(at):
        raise InputRefused("notice.in_future", field="sent_on")
    user = db.get(User, str(db.info.get("actor", "")))
    by = check_line(data.sent_by, name="sent_by", max_len=120, required=False)
    return NoticeData(
        data.what,
        data.way,
        data.sent_on,
        by or (user.name if user is not None else ""),
        check_line(data.note, name="note", max_len=200, required=False),
    )


def _row(db: DbSession, session: Session, member: MemberRow, data: NoticeData) -> Notice:
    return Notice(
        id=new_id(db),
        session_id=session.id,
        person_id=member.person_id,
        institution_id=member.institution_id,
        what=data.what,
        way=data.way,
        sent_on=data.sent_on,
        sent_by=data.sent_by,
        note=data.note,
    )
