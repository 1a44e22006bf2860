"""A session of the store as a session file: the opposite of the importer.

References are `i1, i2 …` for institutions, `p1 …` for people and `c1 …` for cases, in the order in
which they were entered. What the form of the file does not know (breaks, corrected votes, more than
one absence of a person) is not in it. Privacy: the file names children; it is for the user alone.
"""

from dataclasses import dataclass, field
from dataclasses import fields as data_fields
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import MembershipChangeKind, SessionKind, SessionStatus
from dcm_desktop.domain.values import local
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import (
    Case,
    Child,
    FamilyMember,
    Individual,
    Institution,
    Mandate,
    MandateSubstitute,
    Mechanism,
    MechanismRules,
    MembershipChange,
    Person,
    Session,
)
from dcm_desktop.store.tables.base import Base
from dcm_desktop.usecases.office import rules_of
from dcm_desktop.usecases.session_file.model import SessionFile, SessionPart
from dcm_desktop.usecases.session_file.model_people import (
    CasePart,
    ChildPart,
    FamilyMemberPart,
    InstitutionPart,
    MandatePart,
    MechanismPart,
    Part,
    PersonPart,
    RulesPart,
    SubstitutePart,
)
from dcm_desktop.usecases.sessions.minutes_parts import Record, record_of
from dcm_desktop.usecases.sessions.state import Hall, hall_of, items_of, session_day


def clock(moment: datetime | None) -> str | None:
    """`10:05` on the Bulgarian clock."""
    return None if moment is None else f"{local(moment):%H:%M}"


def moment_text(moment: datetime) -> str:
    """`2026-10-29T10:05` on the Bulgarian clock."""
    return f"{local(moment):%Y-%m-%dT%H:%M}"


@dataclass(slots=True)
class Refs:
    """References of a file, given in the order of first use and sorted by entry at the end."""

    institutions: set[str] = field(default_factory=set)
    people: set[str] = field(default_factory=set)
    cases: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)

    def settle(self) -> None:
        """Name everything collected so far; ids grow in the order of entry."""
        for letter, ids in (("i", self.institutions), ("p", self.people), ("c", self.cases)):
            for n, one in enumerate(sorted(ids), 1):
                self.names[one] = f"{letter}{n}"

    def ref(self, record_id: str | None) -> Any:
        """Reference of a record; None for none."""
        return None if record_id is None else self.names[record_id]


def session_to_file(db: DbSession, session_id: str) -> SessionFile:
    """A held session with everything it names.

    Raises: RuleBroken `file.not_held` for a session that was not held, `file.several_days` for one
    that went on another day (a file knows hours of one day), `file.written`.
    """
    from dcm_desktop.usecases.session_file.exported_course import (
        agenda_parts,
        attendance_parts,
        break_parts,
        guest_parts,
        vote_part,
    )

    session = db.get_one(Session, session_id)
    if session.status is not SessionStatus.HELD or session.opened_at is None:
        raise RuleBroken("file.not_held")
    hall, record = hall_of(db, session), record_of(db, session)
    if hall.put_off is not None:
        raise RuleBroken("file.several_days")
    if session.kind is SessionKind.WRITTEN:
        raise RuleBroken("file.written")
    refs = _collect(db, session, hall, record)
    opened = session.opened_at
    part = SessionPart(
        number=session.number,
        kind=session.kind,
        form=session.form,
        topic=session.topic,
        ground=session.ground,
        starts_at=moment_text(session.starts_at),
        opened_at=clock(opened) if opened != session.starts_at else None,
        closed_at=clock(session.ends_at) or "",
        place=session.place,
        chair=refs.ref(session.chair_person_id),
        minutes_taker=refs.ref(session.minutes_taker_person_id),
        convened_on=session.convened_on,
        outgoing_no=session.outgoing_no,
        next_session_at=moment_text(session.next_session_at) if session.next_session_at else None,
        funding_project=session.funding_project,
        agenda_vote=vote_part(record.agenda_vote, record, hall, refs),
        agenda=agenda_parts(db, session, hall, record, refs),
        attendance=attendance_parts(db, hall, refs),
        guests=guest_parts(db, hall, refs),
        breaks=break_parts(hall),
    )
    mechanism = db.get_one(Mechanism, session.mechanism_id)
    return SessionFile(
        format="okmd-session",
        version=1,
        mechanism=_same(MechanismPart, mechanism),
        rules=_rules(db, session),
        institutions=tuple(
            _same(InstitutionPart, row, ref=refs.ref(row.id))
            for row in _rows(db, Institution, refs.institutions)
        ),
        people=tuple(_person(row, refs) for row in _rows(db, Person, refs.people)),
        mandates=tuple(_mandates(db, session, hall, refs)),
        cases=tuple(_case(db, row, refs) for row in _rows(db, Case, refs.cases)),
        session=part,
    )


def _collect(db: DbSession, session: Session, hall: Hall, record: Record) -> Refs:
    """Everything the file has to name."""
    refs = Refs()
    people: set[str | None] = {session.chair_person_id, session.minutes_taker_person_id}
    bodies: set[str | None] = set()
    for row in hall.roll:
        people.add(row.person_id)
        bodies.add(row.institution_id)
    for item in items_of(db, session.id):
        people.add(item.rapporteur_person_id)
        if item.case_id:
            refs.cases.add(item.case_id)
    for tasks in record.tasks.values():
        for task in tasks:
            bodies |= {task.responsible_institution_id, *(task.co_responsible_ids or ())}
    for pledges in record.pledges.values():
        bodies |= {pledge.institution_id for pledge in pledges}
    for mandate in record.mandates.values():
        people.add(mandate.person_id)
        bodies.add(mandate.institution_id)
    for mandate in _day_mandates(db, session, hall):
        bodies.add(mandate.institution_id)
        people |= {row.person_id for row in _substitutes(db, mandate)}
    for case in _rows(db, Case, refs.cases):
        bodies |= {case.lead_institution_id, case.source_institution_id}
    refs.people = {one for one in people if one}
    bodies |= {row.institution_id for row in _rows(db, Person, refs.people)}
    refs.institutions = {one for one in bodies if one}
    refs.settle()
    return refs


def _rows(db: DbSession, table: Any, ids: set[str]) -> list[Any]:
    return list(db.scalars(select(table).where(table.id.in_(ids)).order_by(table.id)))


def _day_mandates(db: DbSession, session: Session, hall: Hall) -> list[Mandate]:
    """Mandates of the roll, in the order of entry."""
    ids = {row.mandate_id for row in hall.roll if row.mandate_id}
    del session
    return _rows(db, Mandate, ids)


def _substitutes(db: DbSession, mandate: Mandate) -> list[MandateSubstitute]:
    return list(
        db.scalars(
            select(MandateSubstitute)
            .where(MandateSubstitute.mandate_id == mandate.id)
            .order_by(MandateSubstitute.id)
        )
    )


def _same(part: type[Any], row: Base | object, **given: Any) -> Any:
    """A part filled from the columns of the same names; what is not in the row is `given`."""
    values = dict(given)
    for info in msgspec.structs.fields(part):
        if info.name not in values and hasattr(row, info.name):
            value = getattr(row, info.name)
            values[info.name] = tuple(value) if isinstance(value, list) else value
    return part(
        **{key: value for key, value in values.items() if not _is_default(part, key, value)}
    )


def _is_default(part: type[Part], name: str, value: object) -> bool:
    """Whether leaving a value out means the same (an empty column where the file has a default)."""
    info = next(info for info in msgspec.structs.fields(part) if info.name == name)
    return not info.required and (value is None or value == info.default)


def _rules(db: DbSession, session: Session) -> RulesPart:
    row = db.get_one(MechanismRules, session.rules_id)
    rules = rules_of(row)
    values = {item.name: getattr(rules, item.name) for item in data_fields(rules)}
    return RulesPart(adopted_on=row.adopted_on, source=row.source, **values)


def _person(row: Person, refs: Refs) -> PersonPart:
    made: PersonPart = _same(
        PersonPart,
        row,
        ref=refs.ref(row.id),
        gender=row.grammatical_gender,
        institution=refs.ref(row.institution_id),
    )
    return made


def _mandates(db: DbSession, session: Session, hall: Hall, refs: Refs) -> list[MandatePart]:
    """Mandates as they stood on the day: what the session itself ended is still in force."""
    ended_here = {
        change.mandate_id
        for change in db.scalars(
            select(MembershipChange).where(
                MembershipChange.session_id == session.id,
                MembershipChange.change == MembershipChangeKind.END,
            )
        )
    }
    day = session_day(session)
    out = []
    for row in _day_mandates(db, session, hall):
        by_default = db.get_one(Person, row.person_id).institution_id
        over = row.end_on if row.id not in ended_here else None
        out.append(
            MandatePart(
                person=refs.ref(row.person_id),
                role=row.role,
                institution=None
                if row.institution_id == by_default
                else refs.ref(row.institution_id),
                seat_no=row.seat_no,
                start_on=row.start_on,
                appointed_by=row.appointed_by,
                end_on=over,
                end_reason=row.end_reason if over is not None else None,
                substitutes=tuple(
                    _substitute(one, refs, open_end=row.id in ended_here and _after(one, day))
                    for one in _substitutes(db, row)
                ),
            )
        )
    return out


def _after(row: MandateSubstitute, day: date) -> bool:
    return row.to_on is not None and row.to_on >= day


def _substitute(row: MandateSubstitute, refs: Refs, *, open_end: bool) -> SubstitutePart:
    return SubstitutePart(
        person=refs.ref(row.person_id),
        from_on=row.from_on,
        to_on=None if open_end else row.to_on,
        document=row.document,
    )


def _case(db: DbSession, row: Case, refs: Refs) -> CasePart:
    children = db.scalars(select(Child).where(Child.case_id == row.id).order_by(Child.id))
    family = db.scalars(
        select(FamilyMember).where(FamilyMember.case_id == row.id).order_by(FamilyMember.id)
    )
    made: CasePart = _same(
        CasePart,
        row,
        ref=refs.ref(row.id),
        lead_institution=refs.ref(row.lead_institution_id),
        source_institution=refs.ref(row.source_institution_id),
        children=tuple(_family_part(db, ChildPart, one) for one in children),
        family=tuple(_family_part(db, FamilyMemberPart, one) for one in family),
    )
    return made


def _family_part(db: DbSession, part: type[Part], role: Child | FamilyMember) -> Any:
    """A role in a case with the names and birth of its individual."""
    person = db.get_one(Individual, role.individual_id)
    of_person = {"first_name", "middle_name", "last_name", "sex", "id_kind", "id_value"}
    of_person |= {"birth_date"} if part is ChildPart else {"birth_year"}
    known = {info.name for info in msgspec.structs.fields(part)}
    given = {name: getattr(person, name) for name in of_person & known}
    return _same(part, role, **given)
