"""Invitation and attendance sheet of a session as the frozen models that `documents` draws."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.documents.models import Signatory
from dcm_desktop.documents.papers import (
    Addressee,
    AgendaLine,
    AttendanceSheetModel,
    InvitationModel,
    SentLine,
    SheetCapacity,
    SheetRow,
)
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    AttendanceCapacity,
    AttendanceStatus,
    SessionStatus,
)
from dcm_desktop.domain.values import local_date
from dcm_desktop.domain.workdays import add_workdays, latest_notice
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import Notice, Person, Session
from dcm_desktop.usecases.members import MemberRow, members_on
from dcm_desktop.usecases.office import rules_in_force
from dcm_desktop.usecases.sessions.annexes import invitation_files
from dcm_desktop.usecases.sessions.minutes_model import body_of
from dcm_desktop.usecases.sessions.movement_lines import plain_time
from dcm_desktop.usecases.sessions.naming import Names, names_of, office
from dcm_desktop.usecases.sessions.state import (
    hall_of,
    item_numbers,
    items_of,
    rules_of_session,
    session_day,
)

_REPLY_WORKDAYS = 2
"""Members answer so many working days before the session. Decision: ours."""
_INVITED = (AttendanceCapacity.PERMANENT, AttendanceCapacity.ASSOCIATE)
_GROUPS = {
    AttendanceCapacity.PERMANENT: SheetCapacity.PERMANENT,
    AttendanceCapacity.ASSOCIATE: SheetCapacity.ASSOCIATE,
    AttendanceCapacity.SUBSTITUTE: SheetCapacity.SUBSTITUTE,
    AttendanceCapacity.GUEST: SheetCapacity.GUEST,
    AttendanceCapacity.COORDINATOR: SheetCapacity.COORDINATOR,
}


def build_invitation_model(db: DbSession, session_id: str, *, at: datetime) -> InvitationModel:
    """The invitation: one letter per member of the day, and the list of addressees."""
    session = db.get_one(Session, session_id)
    day = session_day(session)
    rules = rules_of_session(db, session)
    members = members_on(db, session.mechanism_id, day, rules=rules)
    people = {session.chair_person_id, session.minutes_taker_person_id}
    names = names_of(db, (), people | {member.person_id for member in members})
    sent = sent_lines(db, session_id)
    made_on = session.convened_on or local_date(at)
    chair = names.official(session.chair_person_id)
    return InvitationModel(
        body=body_of(db, session),
        number=session.number,
        kind=session.kind,
        form=session.form,
        starts_at=plain_time(session.starts_at),
        place=session.place,
        topic=session.topic,
        ground=_ground(db, session),
        outgoing_no=session.outgoing_no,
        outgoing_on=session.convened_on if session.outgoing_no else None,
        agenda=agenda_lines(db, session),
        materials_on=max(latest_notice(day, rules.materials_workdays), made_on),
        reply_by=max(add_workdays(day, -_REPLY_WORKDAYS), made_on),
        contact=contact_line(db, session.minutes_taker_person_id, names),
        chair=Signatory(
            chair.name,
            office(chair.post, names.institution(chair.institution_id)),
            "председател",
        ),
        addressees=tuple(
            _addressee(db, m, names, sent.get(m.person_id, ()))
            for m in members
            if is_addressee(session, m)
        ),
        annexes=_annexes(db, session),
        made_on=made_on,
        draft=session.status is SessionStatus.DRAFT,
    )


def agenda_lines(db: DbSession, session: Session) -> tuple[AgendaLine, ...]:
    """The proposed agenda by the titles that may leave the house; a case by its code."""
    items = items_of(db, session.id)
    names = names_of(db, (), {item.rapporteur_person_id for item in items})
    numbers = item_numbers(session, items)
    files = invitation_files(db, items, numbers)
    return tuple(
        AgendaLine(
            number=numbers[item.id],
            title=item.title if item.kind is AgendaItemKind.CASE else item.public_title,
            rapporteur=names.name(item.rapporteur_person_id) or item.rapporteur_text,
            is_case=item.kind is AgendaItemKind.CASE,
            has_materials=item.id in files,
        )
        for item in items
        if item.id in numbers and not _put_aside(item.status) and not item.added_at_session
    )


def _annexes(db: DbSession, session: Session) -> tuple[str, ...]:
    """Files that go with the invitation, in the order of the agenda."""
    items = items_of(db, session.id)
    files = invitation_files(db, items, item_numbers(session, items))
    return tuple(title for item in items for title in files.get(item.id, ()))


def is_addressee(session: Session, member: MemberRow) -> bool:
    """Whether a member gets a letter: with or without a vote, but not the chair who signs it."""
    return member.capacity in _INVITED and member.person_id != session.chair_person_id


def sent_lines(db: DbSession, session_id: str) -> dict[str, tuple[SentLine, ...]]:
    """The notice log of a session by person, the earliest first."""
    found: dict[str, list[SentLine]] = {}
    rows = db.scalars(select(Notice).where(Notice.session_id == session_id))
    for row in sorted(rows, key=lambda row: (row.sent_on, row.id)):
        if row.person_id is not None:
            line = SentLine(row.what, row.sent_on, row.way, row.sent_by)
            found.setdefault(row.person_id, []).append(line)
    return {person_id: tuple(lines) for person_id, lines in found.items()}


def build_sheet_model(db: DbSession, session_id: str, *, at: datetime) -> AttendanceSheetModel:
    """The attendance sheet: expected participants in the groups of the minutes."""
    session = db.get_one(Session, session_id)
    hall = hall_of(db, session)
    groups: dict[AttendanceCapacity, list[SheetRow]] = {one: [] for one in _GROUPS}
    if hall.roll:
        names = names_of(db, hall.roll)
        for row in hall.roll:
            if row.represents_mandate_id is not None:
                continue
            acting = row
            if row.status is AttendanceStatus.REPRESENTED:
                acting = hall.speaks_for(row.id)
            groups[row.capacity].append(
                SheetRow(
                    names.of_row(acting.id),
                    names.post_of_row(acting.id),
                    _GROUPS[acting.capacity],
                )
            )
    else:
        for member in members_on(db, session.mechanism_id, session_day(session)):
            text = office(member.position, member.institution_short)
            short = _without_middle(db, member)
            groups[member.capacity].append(SheetRow(short, text, _GROUPS[member.capacity]))
    return AttendanceSheetModel(
        body=body_of(db, session),
        number=session.number,
        kind=session.kind,
        starts_at=plain_time(session.starts_at),
        place=session.place,
        members=tuple(groups[AttendanceCapacity.PERMANENT]),
        associates=tuple(groups[AttendanceCapacity.ASSOCIATE]),
        guests=tuple(groups[AttendanceCapacity.GUEST]),
        coordinators=tuple(groups[AttendanceCapacity.COORDINATOR]),
        made_on=session.convened_on or local_date(at),
    )


def _put_aside(status: AgendaItemStatus) -> bool:
    return status is AgendaItemStatus.WITHDRAWN


def _ground(db: DbSession, session: Session) -> str:
    """Where the rules say how a session is called; empty without rules for the day."""
    try:
        return rules_in_force(db, session.mechanism_id, session_day(session)).source
    except RuleBroken:
        return ""


def contact_line(db: DbSession, person_id: str | None, names: Names) -> str:
    """Name, post, telephone and e-mail in one line; empty where nobody is known."""
    person = db.get(Person, person_id) if person_id else None
    if person is None:
        return ""
    parts = [names.name(person_id), person.position, person.work_phone, person.work_email]
    return ", ".join(part for part in parts if part)


def _addressee(
    db: DbSession, member: MemberRow, names: Names, sent: tuple[SentLine, ...]
) -> Addressee:
    person = db.get_one(Person, member.person_id)
    return Addressee(
        name=names.name(member.person_id),
        surname=person.last_name,
        post=person.position,
        institution=member.institution,
        gender=person.grammatical_gender,
        sent=sent,
    )


def _without_middle(db: DbSession, member: MemberRow) -> str:
    return names_of(db, (), {member.person_id}).name(member.person_id)
