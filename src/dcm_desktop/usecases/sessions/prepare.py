"""Preparing a session: number and date, convening, postponing, cancelling.

What stands against the next act is `readiness`.
"""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.mandate import chair_on
from dcm_desktop.domain.session import (
    NumberUse,
    check_editable,
    check_entered_later,
    check_number,
    check_times,
    convening_findings,
    next_number,
    next_status,
    used_numbers,
)
from dcm_desktop.domain.terms import (
    MemberRole,
    SessionAction,
    SessionForm,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local_date
from dcm_desktop.domain.workdays import free_day_name, next_workday
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import IssuedPaper, Mechanism, Session
from dcm_desktop.usecases.members import members_on, seats_of
from dcm_desktop.usecases.saving import Saved, new_id, required, saved, waiting
from dcm_desktop.usecases.sessions.calendar_state import calendar_state, grow_calendar
from dcm_desktop.usecases.sessions.carrying import fill_agenda
from dcm_desktop.usecases.sessions.readiness import preparation_of
from dcm_desktop.usecases.sessions.roll import make_roll
from dcm_desktop.usecases.sessions.state import session_day


@dataclass(frozen=True, slots=True, repr=False)
class SessionData:
    """The form of a session. `number` None: the next one. `ends_at`: planned end, aware times.

    `ground`: why it is called, for one out of turn or in writing. `answers_due_at`: until when
    votes are taken in writing.
    """

    starts_at: datetime
    number: int | None = None
    kind: SessionKind = SessionKind.REGULAR
    form: SessionForm = SessionForm.IN_PERSON
    topic: str = ""
    ends_at: datetime | None = None
    place: str = ""
    chair_person_id: str | None = None
    minutes_taker_person_id: str | None = None
    funding_project: str = ""
    ground: str = ""
    answers_due_at: datetime | None = None


def create_session(
    db: DbSession,
    mechanism_id: str,
    data: SessionData,
    *,
    with_items: bool = True,
    template_id: str | None = None,
    leave_out: Collection[str] = (),
    take: Collection[str] | None = None,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """A new session in preparation, with the items that are proposed unless told otherwise.

    `leave_out` and `take` are keys of `carrying.propose_items`, as in `fill_agenda`; a template
    is copied and knows nothing of the session afterwards.

    A day before today makes it one that is entered later. Chair and minutes taker are those of
    the day when not given. Warns: `session.number_gap`, `session.free_day`. Raises: RuleBroken
    `session.number_taken`, `session.before_founding` and those of times; InputRefused.
    """
    mechanism = db.get_one(Mechanism, mechanism_id)
    used = used_of(db, mechanism_id)
    number = data.number or next_number(used, mechanism.first_session_number)
    values = _values(data)
    day = local_date(data.starts_at)
    later = day < local_date(at)
    findings = [
        *check_number(number, used, mechanism.first_session_number),
        *_date_findings(data, mechanism, later=later, at=at),
    ]
    if ask := waiting(findings, accept):
        return ask
    chair, taker = usual_people(db, mechanism_id, day)
    values["chair_person_id"] = data.chair_person_id or chair
    values["minutes_taker_person_id"] = data.minutes_taker_person_id or taker
    row = Session(
        id=new_id(db),
        mechanism_id=mechanism_id,
        entered_later=later,
        status=SessionStatus.DRAFT,
        template_id=template_id,
        **{**values, "number": number},
    )
    db.add(row)
    if with_items:
        fill_agenda(db, row.id, template_id=template_id, leave_out=leave_out, take=take, at=at)
    return saved(db, row, findings, at=at)


def update_session(
    db: DbSession,
    session_id: str,
    data: SessionData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Save the form of a session; its number and day stay once it was opened.

    Warns and raises: as `create_session`; RuleBroken `session.not_editable`,
    `session.opened_already`.
    """
    row = db.get_one(Session, session_id)
    check_editable(row.status)
    mechanism = db.get_one(Mechanism, row.mechanism_id)
    values = _values(data)
    values["number"] = data.number or row.number
    findings: list[Finding] = []
    moved = data.starts_at != row.starts_at
    if row.opened_at is not None and (
        values["number"] != row.number or local_date(data.starts_at) != session_day(row)
    ):
        raise RuleBroken("session.opened_already")
    if values["number"] != row.number:
        used = used_of(db, row.mechanism_id, but=row.id)
        number = int(str(values["number"]))
        findings += check_number(number, used, mechanism.first_session_number)
    if moved or data.ends_at != row.ends_at:
        later = local_date(data.starts_at) < local_date(at)
        findings += _date_findings(data, mechanism, later=later, at=at)
        row.entered_later = later if row.opened_at is None else row.entered_later
    if ask := waiting(findings, accept):
        return ask
    before = calendar_state(row)
    for key, value in values.items():
        setattr(row, key, value)
    grow_calendar(row, before)
    if moved and row.status is SessionStatus.CONVENED:
        make_roll(db, session_id, at=at)
    return saved(db, row, findings, at=at)


def get_session_data(db: DbSession, session_id: str) -> SessionData:
    """The form of a session as it is stored."""
    row = db.get_one(Session, session_id)
    return SessionData(**{item.name: getattr(row, item.name) for item in fields(SessionData)})


def convene_session(
    db: DbSession,
    session_id: str,
    *,
    convened_on: date | None = None,
    outgoing_no: str = "",
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """The invitations go out: the session is convened and its roll is made.

    Warns: `session.notice_short`, `session.no_chair_yet`, `session.free_day`. Raises: RuleBroken
    `session.no_agenda`, `session.no_place`, `item.no_case`, `session.transition`.
    """
    row = db.get_one(Session, session_id)
    status = next_status(row.status, SessionAction.CONVENE)
    on = convened_on or min(local_date(at), session_day(row))
    findings = convening_findings(preparation_of(db, row, sent_on=on))
    if ask := waiting(findings, accept):
        return ask
    row.status, row.convened_on = status, on
    row.outgoing_no = check_line(outgoing_no, name="number", max_len=40, required=False)
    make_roll(db, session_id, at=at)
    return saved(db, row, findings, at=at)


def postpone_session(db: DbSession, session_id: str, reason: str, *, at: datetime) -> Saved:
    """Put a session off; `reschedule_session` gives it its new date under the same number.

    Raises: RuleBroken `session.transition`, InputRefused without a reason.
    """
    return _set_aside(db, session_id, SessionAction.POSTPONE, reason, at=at)


def cancel_session(db: DbSession, session_id: str, reason: str, *, at: datetime) -> Saved:
    """Give a session up; its number is free again unless a paper with it left the house.

    Raises: RuleBroken `session.transition`, InputRefused without a reason.
    """
    return _set_aside(db, session_id, SessionAction.CANCEL, reason, at=at)


def reschedule_session(
    db: DbSession,
    session_id: str,
    starts_at: datetime,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Give a postponed session its new date; it is in preparation again.

    Warns and raises: as `create_session` for a date; RuleBroken `session.transition`.
    """
    row = db.get_one(Session, session_id)
    status = next_status(row.status, SessionAction.RESCHEDULE)
    mechanism = db.get_one(Mechanism, row.mechanism_id)
    data = SessionData(starts_at)
    later = local_date(starts_at) < local_date(at)
    findings = _date_findings(data, mechanism, later=later, at=at)
    if ask := waiting(findings, accept):
        return ask
    before = calendar_state(row)
    row.status, row.starts_at, row.ends_at = status, starts_at, None
    row.status_reason, row.convened_on = "", None
    grow_calendar(row, before)
    return saved(db, row, findings, at=at)


# -- inside -------------------------------------------------------------------------------------


def _values(data: SessionData) -> dict[str, object]:
    values: dict[str, object] = {item.name: getattr(data, item.name) for item in fields(data)}
    if data.starts_at.tzinfo is None or (data.ends_at is not None and data.ends_at.tzinfo is None):
        raise ValueError("naive datetime")
    for key, longest in (("topic", 200), ("place", 200), ("funding_project", 60), ("ground", 300)):
        values[key] = check_line(str(values[key]), name=key, max_len=longest, required=False)
    return values


def _date_findings(
    data: SessionData, mechanism: Mechanism, *, later: bool, at: datetime
) -> list[Finding]:
    day = local_date(data.starts_at)
    found = list(check_times(data.starts_at, data.ends_at))
    if later:
        found += check_entered_later(day, founded_on=mechanism.founded_on, today=local_date(at))
    else:
        name = free_day_name(day)
        if name is not None:
            instead = next_workday(day)
            facts: dict[str, object] = {"day": day, "name": name, "instead": instead}
            found.append(Finding("session.free_day", False, facts, "starts_at"))
    return found


def sessions_of(db: DbSession, mechanism_id: str) -> list[Session]:
    """All sessions of a mechanism."""
    return list(db.scalars(select(Session).where(Session.mechanism_id == mechanism_id)))


def used_of(db: DbSession, mechanism_id: str, *, but: str = "") -> frozenset[int]:
    """Numbers that are taken, but for that of one session."""
    printed = set(db.scalars(select(IssuedPaper.session_id)))
    return used_numbers(
        NumberUse(row.number, row.status, row.id in printed)
        for row in sessions_of(db, mechanism_id)
        if row.id != but and row.number is not None
    )


def usual_people(db: DbSession, mechanism_id: str, day: date) -> tuple[str | None, str | None]:
    """Chair and minutes taker of a day: holder of the chair, and the secretary or coordinator."""
    chair = chair_on(seats_of(db, mechanism_id), day)
    takers = [
        row
        for role in (MemberRole.SECRETARY, MemberRole.COORDINATOR)
        for row in members_on(db, mechanism_id, day)
        if row.role is role
    ]
    return (
        chair.person_id if chair is not None else None,
        takers[0].person_id if takers else None,
    )


def _set_aside(
    db: DbSession, session_id: str, action: SessionAction, reason: str, *, at: datetime
) -> Saved:
    row = db.get_one(Session, session_id)
    status = next_status(row.status, action)
    text = check_line(reason, name="reason", max_len=300, required=False)
    required(text, name="reason")
    before = calendar_state(row)
    row.status, row.status_reason = status, text
    grow_calendar(row, before)
    return saved(db, row, (), at=at)
