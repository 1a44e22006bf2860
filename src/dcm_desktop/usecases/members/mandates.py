"""Seats of people over time: appoint, correct, end, replace, authorise substitutes."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding, blocker
from dcm_desktop.domain.mandate import (
    SEAT_ROLES,
    Seat,
    Substitution,
    check_end,
    check_mandate,
    check_substitution,
    role_votes,
)
from dcm_desktop.domain.terms import MandateEndReason, MemberRole
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import (
    Attendance,
    Mandate,
    MandateSubstitute,
    Mechanism,
    MembershipChange,
    Person,
)
from dcm_desktop.usecases.members.roll import official_name, seat_of, seats_of
from dcm_desktop.usecases.office import rules_for_forms
from dcm_desktop.usecases.saving import Saved, new_id, required, saved, waiting

_BY_INSTITUTION = SEAT_ROLES | {MemberRole.ASSOCIATE}


@dataclass(frozen=True, slots=True)
class MandateData:
    """The form of a mandate. `votes` None means: as the role and the rules say.

    `seat_no` None: the vacated seat of the institution, else the first free number.
    `end_on` is the last day of the mandate.
    """

    person_id: str
    role: MemberRole
    start_on: date
    institution_id: str | None = None
    seat_no: int | None = None
    votes: bool | None = None
    votes_reason: str = ""
    appointed_by: str = ""
    end_on: date | None = None
    end_reason: MandateEndReason | None = None


@dataclass(frozen=True, slots=True)
class SubstituteData:
    """The form of an authorisation; `to_on` is its last day, None: until it is revoked."""

    person_id: str
    from_on: date
    to_on: date | None = None
    document: str = ""


def appoint(
    db: DbSession,
    mechanism_id: str,
    data: MandateData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """A new mandate.

    Warns: `mandate.more_than_seats`. Raises: RuleBroken `mandate.overlap`,
    `mandate.second_chair`, `mandate.end_reason`, `mandate.votes_reason`, `mandate.seat_taken`,
    `period.end_before_start`; InputRefused for a field.
    """
    return _save(db, mechanism_id, None, data, accept, at=at)


def update_mandate(
    db: DbSession,
    mandate_id: str,
    data: MandateData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Correct a mandate. Warns and raises: as `appoint`."""
    row = db.get_one(Mandate, mandate_id)
    return _save(db, row.mechanism_id, row, data, accept, at=at)


def end_mandate(
    db: DbSession, mandate_id: str, *, end_on: date, reason: MandateEndReason, at: datetime
) -> Saved:
    """End a mandate; `end_on` is its last day. Its open authorisations end with it.

    Raises: RuleBroken `period.end_before_start`, `mandate.ended_already` for a later day than the
    one it ended on (`update_mandate` corrects it and looks at the other seats).
    """
    row = db.get_one(Mandate, mandate_id)
    if row.end_on is not None and end_on > row.end_on:
        raise RuleBroken("mandate.ended_already", field="end_on", end_on=row.end_on)
    check_end(end_on, reason, row.start_on)
    row.end_on, row.end_reason = end_on, reason
    for substitute in _substitutes(db, mandate_id):
        if substitute.from_on > end_on:
            substitute.deleted = True
        elif substitute.to_on is None or substitute.to_on > end_on:
            substitute.to_on = end_on
    return saved(db, row, (), at=at)


def replace_holder(
    db: DbSession,
    mandate_id: str,
    *,
    person_id: str,
    start_on: date,
    appointed_by: str = "",
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Give a seat to another person: the old mandate ends the day before, in one act.

    Returns the new mandate. Warns and raises: as `appoint` and `end_mandate`.
    """
    old = db.get_one(Mandate, mandate_id)
    last_day = start_on - timedelta(days=1)
    check_end(last_day, MandateEndReason.REPLACED, old.start_on)
    data = MandateData(
        person_id,
        old.role,
        start_on,
        old.institution_id,
        old.seat_no,
        old.votes,
        old.votes_reason,
        appointed_by,
    )
    ends_before = old.end_on is not None and old.end_on < start_on
    closing = {} if ends_before else {mandate_id: last_day}
    answer = _save(db, old.mechanism_id, None, data, accept, at=at, closing=closing)
    if answer.is_saved and not ends_before:
        end_mandate(db, mandate_id, end_on=last_day, reason=MandateEndReason.REPLACED, at=at)
    return answer


def withdraw_mandate(db: DbSession, mandate_id: str, *, at: datetime) -> Saved:
    """Take back a mandate entered by mistake.

    Raises: RuleBroken `mandate.in_use` once it stands in a session.
    """
    row = db.get_one(Mandate, mandate_id)
    used = db.scalar(
        select(Attendance.id).where(
            (Attendance.mandate_id == mandate_id) | (Attendance.represents_mandate_id == mandate_id)
        )
    ) or db.scalar(select(MembershipChange.id).where(MembershipChange.mandate_id == mandate_id))
    if used:
        raise RuleBroken("mandate.in_use")
    row.deleted = True
    for substitute in _substitutes(db, mandate_id):
        substitute.deleted = True
    return saved(db, row, (), at=at)


def get_mandate(db: DbSession, mandate_id: str) -> MandateData:
    """The form of a mandate as it is stored."""
    row = db.get_one(Mandate, mandate_id)
    return MandateData(**{item.name: getattr(row, item.name) for item in fields(MandateData)})


def authorise_substitute(
    db: DbSession,
    mandate_id: str,
    data: SubstituteData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Authorise a person to replace a member.

    Warns: `substitute.no_document`, `substitute.no_vote`. Raises: RuleBroken `substitute.self`,
    `period.end_before_start`, `substitute.outside_mandate`, `substitute.overlap`.
    """
    mandate = db.get_one(Mandate, mandate_id)
    document = check_line(data.document, name="document", max_len=200, required=False)
    rules = rules_for_forms(db, mandate.mechanism_id, data.from_on)
    substitution = Substitution(mandate_id, data.person_id, data.from_on, data.to_on, document)
    findings = list(check_substitution(substitution, seat_of(mandate), rules))
    if not seat_of(mandate).covers(data.from_on):
        findings.insert(0, blocker("substitute.outside_mandate", field="from_on"))
    for other in _substitutes(db, mandate_id):
        apart = (other.to_on is not None and other.to_on < data.from_on) or (
            data.to_on is not None and data.to_on < other.from_on
        )
        if other.person_id == data.person_id and not apart:
            findings.insert(0, blocker("substitute.overlap", field="from_on"))
    if ask := waiting(findings, accept):
        return ask
    row = MandateSubstitute(
        id=new_id(db),
        mandate_id=mandate_id,
        person_id=data.person_id,
        from_on=data.from_on,
        to_on=data.to_on,
        document=document,
    )
    db.add(row)
    return saved(db, row, findings, at=at)


def revoke_substitute(db: DbSession, substitute_id: str, *, to_on: date, at: datetime) -> Saved:
    """End an authorisation; `to_on` is its last day, one before its first takes it back whole."""
    row = db.get_one(MandateSubstitute, substitute_id)
    if to_on < row.from_on:
        row.deleted = True
    else:
        row.to_on = to_on
    return saved(db, row, (), at=at)


def _save(
    db: DbSession,
    mechanism_id: str,
    row: Mandate | None,
    data: MandateData,
    accept: Collection[str],
    *,
    at: datetime,
    closing: Mapping[str, date] = MappingProxyType({}),
) -> Saved:
    """Check and write. `closing`: mandates that end with this act, with their last days."""
    mechanism = db.get_one(Mechanism, mechanism_id)
    person = db.get_one(Person, data.person_id)
    if data.role in _BY_INSTITUTION:
        required(data.institution_id, name="institution", field="institution_id")
    check_end(data.end_on, data.end_reason, data.start_on)
    seat = Seat(
        row.id if row else "",
        data.person_id,
        data.role,
        data.start_on,
        data.end_on,
        data.votes,
        official_name(person),
    )
    others = [_closed(other, closing) for other in seats_of(db, mechanism_id)]
    rules = rules_for_forms(db, mechanism_id, data.start_on)
    findings: list[Finding] = list(
        check_mandate(seat, others, rules, planned_seats=mechanism.planned_seats)
    )
    overridden = data.votes is not None and data.votes is not role_votes(data.role, rules)
    if overridden and not data.votes_reason.strip():
        findings.append(blocker("mandate.votes_reason", field="votes_reason"))
    peers = [
        other
        for other in db.scalars(select(Mandate).where(Mandate.mechanism_id == mechanism_id))
        if other.role in SEAT_ROLES and other.id != seat.mandate_id
    ]
    taken = {peer.seat_no for peer in peers if _closed(seat_of(peer), closing).overlaps(seat)}
    seat_no = data.seat_no
    if data.role not in SEAT_ROLES:
        seat_no = None
    elif seat_no is None:
        seat_no = _free_seat(peers, taken, data)
    elif seat_no in taken:
        findings.append(blocker("mandate.seat_taken", field="seat_no", number=seat_no))
    if ask := waiting(findings, accept):
        return ask
    values = {item.name: getattr(data, item.name) for item in fields(data)}
    values["seat_no"] = seat_no
    for key in ("votes_reason", "appointed_by"):
        values[key] = check_line(values[key], name=key, max_len=200, required=False, field=key)
    if row is None:
        row = Mandate(id=new_id(db), mechanism_id=mechanism_id, **values)
        db.add(row)
    else:
        for key, value in values.items():
            setattr(row, key, value)
    return saved(db, row, findings, at=at)


def _closed(seat: Seat, closing: Mapping[str, date]) -> Seat:
    end_on = closing.get(seat.mandate_id)
    return seat if end_on is None else replace(seat, end_on=end_on)


def _free_seat(peers: Iterable[Mandate], taken: set[int | None], data: MandateData) -> int:
    """The vacated seat of the same institution, else the smallest number never used."""
    known = list(peers)
    for other in sorted(known, key=lambda row: row.start_on, reverse=True):
        mine = other.institution_id == data.institution_id and other.seat_no is not None
        if mine and other.seat_no not in taken:
            return int(other.seat_no or 0)
    used = {other.seat_no for other in known}
    number = 1
    while number in used:
        number += 1
    return number


def _substitutes(db: DbSession, mandate_id: str) -> list[MandateSubstitute]:
    return list(
        db.scalars(select(MandateSubstitute).where(MandateSubstitute.mandate_id == mandate_id))
    )
