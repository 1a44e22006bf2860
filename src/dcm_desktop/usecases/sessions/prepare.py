"""Preparing a session: number and date, convening, postponing, cancelling, readiness."""

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.mandate import chair_on
from dcm_desktop.domain.session import (
    NumberUse,
    Preparation,
    check_editable,
    check_entered_later,
    check_number,
    check_times,
    convening_findings,
    next_number,
    next_status,
    opening_findings,
    used_numbers,
)
from dcm_desktop.domain.terms import (
    AttendanceStatus,
    MemberRole,
    SessionAction,
    SessionForm,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import at_local, local, local_date
from dcm_desktop.domain.workdays import free_day_name, next_workday, notice_left
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import IssuedPaper, Mechanism, Session
from dcm_desktop.usecases.members import members_on, seats_of
from dcm_desktop.usecases.saving import Saved, new_id, required, saved, waiting
from dcm_desktop.usecases.sessions.agenda import fill_agenda
from dcm_desktop.usecases.sessions.roll import make_roll
from dcm_desktop.usecases.sessions.state import (
    hall_of,
    item_states,
    rules_of_session,
    session_day,
)

_USUAL_STEP = timedelta(days=28)


@dataclass(frozen=True, slots=True, repr=False)
class SessionData:
    """The form of a session. `number` None: the next one. `ends_at`: planned end, aware times."""

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


def propose_session(db: DbSession, mechanism_id: str, *, at: datetime) -> SessionData:
    """What the form of a new session shows first: number, date, place, chair, minutes taker.

    The date is that set by the last session, else four weeks after it on a working day.
    """
    mechanism = db.get_one(Mechanism, mechanism_id)
    rows = [row for row in _sessions(db, mechanism_id) if row.status is not SessionStatus.CANCELLED]
    last = max(rows, key=lambda row: row.starts_at, default=None)
    starts_at = at_local(next_workday(local_date(at) + _USUAL_STEP), local(at).time().min)
    starts_at = starts_at.replace(hour=10)
    place = mechanism.seat_address
    if last is not None:
        place = last.place or place
        clock = local(last.starts_at).timetz().replace(tzinfo=None)
        day = max(local_date(last.starts_at) + _USUAL_STEP, local_date(at) + timedelta(days=1))
        starts_at = last.next_session_at or at_local(next_workday(day), clock)
    chair, taker = _usual_people(db, mechanism_id, local_date(starts_at))
    return SessionData(
        starts_at=starts_at,
        number=next_number(_used(db, mechanism_id), mechanism.first_session_number),
        place=place,
        chair_person_id=chair,
        minutes_taker_person_id=taker,
        funding_project=mechanism.funding_project,
    )


def create_session(
    db: DbSession,
    mechanism_id: str,
    data: SessionData,
    *,
    with_items: bool = True,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """A new session in preparation, with its standing and carried items unless told otherwise.

    A day before today makes it one that is entered later. Chair and minutes taker are those of
    the day when not given. Warns: `session.number_gap`, `session.free_day`. Raises: RuleBroken
    `session.number_taken`, `session.before_founding` and those of times; InputRefused.
    """
    mechanism = db.get_one(Mechanism, mechanism_id)
    used = _used(db, mechanism_id)
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
    chair, taker = _usual_people(db, mechanism_id, day)
    values["chair_person_id"] = data.chair_person_id or chair
    values["minutes_taker_person_id"] = data.minutes_taker_person_id or taker
    row = Session(
        id=new_id(db),
        mechanism_id=mechanism_id,
        entered_later=later,
        status=SessionStatus.DRAFT,
        **{**values, "number": number},
    )
    db.add(row)
    if with_items:
        fill_agenda(db, row.id, at=at)
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
        used = _used(db, row.mechanism_id, but=row.id)
        number = int(str(values["number"]))
        findings += check_number(number, used, mechanism.first_session_number)
    if moved or data.ends_at != row.ends_at:
        later = local_date(data.starts_at) < local_date(at)
        findings += _date_findings(data, mechanism, later=later, at=at)
        row.entered_later = later if row.opened_at is None else row.entered_later
    if ask := waiting(findings, accept):
        return ask
    for key, value in values.items():
        setattr(row, key, value)
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
    row.status, row.starts_at, row.ends_at = status, starts_at, None
    row.status_reason, row.convened_on = "", None
    return saved(db, row, findings, at=at)


# -- readiness ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands against the next act of a session, and what is in order.

    `blockers` and `warnings` are findings of the guard; `ready` are codes of sentences (`ready.*`)
    for what was checked and is well, with their facts.
    """

    blockers: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    ready: tuple[Finding, ...]

    @property
    def total(self) -> int:
        """How many things were checked."""
        return len(self.blockers) + len(self.warnings) + len(self.ready)


def get_readiness(db: DbSession, session_id: str, *, at: datetime) -> Readiness:
    """Readiness of a session for convening, or, once convened, for opening."""
    row = db.get_one(Session, session_id)
    sent_on = row.convened_on or min(local_date(at), session_day(row))
    preparation = preparation_of(db, row, sent_on=sent_on)
    findings = convening_findings(preparation)
    if row.status is SessionStatus.CONVENED:
        known = {finding.code for finding in findings}
        opening = opening_findings(preparation)
        if local_date(at) < session_day(row):  # the roll is taken on the day itself
            opening = tuple(f for f in opening if f.code != "attendance.nobody")
        findings += tuple(finding for finding in opening if finding.code not in known)
    return Readiness(
        tuple(f for f in findings if f.blocks),
        tuple(f for f in findings if not f.blocks),
        tuple(_ready(db, row, preparation)),
    )


def preparation_of(db: DbSession, session: Session, *, sent_on: date) -> Preparation:
    """A session as its guards see it before the opening."""
    rules = rules_of_session(db, session)
    hall = hall_of(db, session)
    day = session_day(session)
    count = hall.count(None)
    return Preparation(
        items=tuple(item_states(db, session)),
        has_place=bool(session.place) or session.form is SessionForm.REMOTE,
        has_chair=session.chair_person_id is not None,
        has_minutes_taker=session.minutes_taker_person_id is not None,
        notice_left=notice_left(sent_on, day),
        notice_required=rules.notice_workdays,
        free_day_name=free_day_name(day),
        starts_on=day,
        present=count.present,
        needed=count.needed,
        anybody_present=any(row.status is AttendanceStatus.PRESENT for row in hall.roll),
    )


def _ready(db: DbSession, session: Session, preparation: Preparation) -> list[Finding]:
    found = []
    if preparation.items:
        found.append(Finding("ready.agenda", False, {"n": len(preparation.items)}))
    if preparation.has_place:
        found.append(Finding("ready.place", False, {"where": session.place}))
    left = preparation.notice_left
    if left is not None and left >= preparation.notice_required:
        facts: dict[str, object] = {"n": left, "required": preparation.notice_required}
        found.append(Finding("ready.notice", False, facts))
    if preparation.has_chair and preparation.has_minutes_taker:
        found.append(Finding("ready.people", False))
    if session.status is SessionStatus.CONVENED:
        hall = hall_of(db, session)
        votes = [row for row in hall.roll if row.votes and row.represents_mandate_id is None]
        gone = (AttendanceStatus.ABSENT_EXCUSED, AttendanceStatus.ABSENT_UNEXCUSED)
        coming = sum(1 for row in votes if row.status not in gone)
        facts = {"n": coming, "of": len(votes), "needed": hall.needed}
        if coming >= hall.needed:
            found.append(Finding("ready.expected", False, facts))
    return found


# -- inside -------------------------------------------------------------------------------------


def _values(data: SessionData) -> dict[str, object]:
    values: dict[str, object] = {item.name: getattr(data, item.name) for item in fields(data)}
    if data.starts_at.tzinfo is None or (data.ends_at is not None and data.ends_at.tzinfo is None):
        raise ValueError("naive datetime")
    for key, longest in (("topic", 200), ("place", 200), ("funding_project", 60)):
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
            facts: dict[str, object] = {"day": day, "name": name}
            found.append(Finding("session.free_day", False, facts, "starts_at"))
    return found


def _sessions(db: DbSession, mechanism_id: str) -> list[Session]:
    return list(db.scalars(select(Session).where(Session.mechanism_id == mechanism_id)))


def _used(db: DbSession, mechanism_id: str, *, but: str = "") -> frozenset[int]:
    printed = set(db.scalars(select(IssuedPaper.session_id)))
    return used_numbers(
        NumberUse(row.number, row.status, row.id in printed)
        for row in _sessions(db, mechanism_id)
        if row.id != but and row.number is not None
    )


def _usual_people(db: DbSession, mechanism_id: str, day: date) -> tuple[str | None, str | None]:
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
    row.status, row.status_reason = status, text
    return saved(db, row, (), at=at)
