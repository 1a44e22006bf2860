"""The kit for the hall and the statement of no quorum as the models that `documents` draws."""

from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.documents.convening import HallKitModel, SlipsModel, StatementModel
from dcm_desktop.documents.models import Signatory
from dcm_desktop.domain.terms import (
    AgendaItemStatus,
    AttendanceCapacity,
    AttendanceStatus,
    SessionForm,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import Attendance, Session
from dcm_desktop.usecases.documents.letters import agenda_lines, build_sheet_model
from dcm_desktop.usecases.members import members_on
from dcm_desktop.usecases.sessions.minutes_model import body_of
from dcm_desktop.usecases.sessions.movement_lines import plain_time
from dcm_desktop.usecases.sessions.naming import Names, names_of, office
from dcm_desktop.usecases.sessions.reconvening import successor_of
from dcm_desktop.usecases.sessions.state import (
    Hall,
    hall_of,
    items_of,
    quorum_base_and_need,
    rules_of_session,
    session_day,
)


def build_slips_model(db: DbSession, session_id: str, *, at: datetime) -> SlipsModel:
    """Slips for every vote of the session's day, with some to spare."""
    session = db.get_one(Session, session_id)
    rules = rules_of_session(db, session)
    members = members_on(db, session.mechanism_id, session_day(session), rules=rules)
    return SlipsModel(
        body=body_of(db, session),
        number=session.number,
        kind=session.kind,
        starts_at=plain_time(session.starts_at),
        votes=sum(1 for one in members if one.votes),
        made_on=session.convened_on or local_date(at),
    )


def build_kit_model(db: DbSession, session_id: str, *, at: datetime) -> HallKitModel:
    """The kit; no slips where nobody meets in a hall or nothing is voted."""
    session = db.get_one(Session, session_id)
    rules = rules_of_session(db, session)
    slips = build_slips_model(db, session_id, at=at)
    _, needed = quorum_base_and_need(db, session, rules)
    people = {session.chair_person_id, session.minutes_taker_person_id}
    names = names_of(db, (), people)
    in_hall = session.form is not SessionForm.REMOTE
    votes = session.kind not in (SessionKind.WORKING_MEETING, SessionKind.WRITTEN)
    return HallKitModel(
        body=slips.body,
        number=session.number,
        kind=session.kind,
        form=session.form,
        starts_at=slips.starts_at,
        agenda=agenda_lines(db, session),
        sheet=build_sheet_model(db, session_id, at=at),
        slips=slips if in_hall and votes else None,
        place=session.place,
        topic=session.topic,
        members=slips.votes if votes else 0,
        quorum=needed,
        chair=_signatory(names, session.chair_person_id, "председател"),
        minutes_taker=_signatory(names, session.minutes_taker_person_id, "протоколист"),
        made_on=session.convened_on or local_date(at),
    )


def build_statement_model(db: DbSession, session_id: str) -> StatementModel:
    """The statement of a session without quorum. Raises: RuleBroken `paper.quorum_was_there`."""
    session = db.get_one(Session, session_id)
    if session.status is not SessionStatus.NO_QUORUM or session.ends_at is None:
        raise RuleBroken("paper.quorum_was_there", number=session.number)
    hall = hall_of(db, session)
    names = names_of(db, hall.roll, {session.chair_person_id, session.minutes_taker_person_id})
    present = set(hall.voters(session.ends_at))
    here = [row for row in hall.roll if hall.is_present(row.id, session.ends_at)]
    came = [row for row in here if row.id in present]
    others = [row for row in here if row.id not in present]
    new = successor_of(db, session)
    next_at = new.starts_at if new is not None else session.next_session_at
    left = [one for one in items_of(db, session_id) if one.status is AgendaItemStatus.POSTPONED]
    return StatementModel(
        body=body_of(db, session),
        number=session.number,
        kind=session.kind,
        form=session.form,
        starts_at=plain_time(session.starts_at),
        stated_at=plain_time(session.ends_at),
        seats=hall.seats,
        present=hall.count(session.ends_at).present,
        needed=hall.needed,
        came=tuple(_person(names, row) for row in came),
        missing=tuple(_person(names, row) for row in hall.roll if _is_missing(hall, row, here)),
        others=tuple(_person(names, row) for row in others),
        place=session.place,
        topic=session.topic,
        reason=session.status_reason,
        next_number=new.number if new is not None else None,
        next_at=plain_time(next_at) if next_at is not None else None,
        next_place=new.place if new is not None else session.place,
        items_left=len(left),
        chair=_signatory(names, session.chair_person_id, "председател"),
        minutes_taker=_signatory(names, session.minutes_taker_person_id, "протоколист"),
        made_on=local_date(session.ends_at),
    )


def _is_missing(hall: Hall, row: Attendance, here: list[Attendance]) -> bool:
    """A voting member who is not there, neither in person nor by a substitute."""
    if row.capacity is not AttendanceCapacity.PERMANENT or not row.votes or row in here:
        return False
    if row.status is AttendanceStatus.REPRESENTED:
        return not any(other in here for other in hall.substitutes(row.mandate_id))
    return True


def _person(names: Names, row: Attendance) -> tuple[str, str]:
    return names.of_row(row.id), names.post_of_row(row.id)


def _signatory(names: Names, person_id: str | None, function: str) -> Signatory:
    person = names.official(person_id)
    post = office(person.post, names.institution(person.institution_id))
    return Signatory(person.name, post, function)
