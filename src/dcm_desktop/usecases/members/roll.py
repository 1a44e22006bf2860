"""Who is a member on a day: the facts that sessions, papers and screens start from."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.mandate import ROLE_ORDER, Seat, Substitution, capacity_of, may_vote
from dcm_desktop.domain.people_checks import full_name, short_name
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import AttendanceCapacity, GrammaticalGender, MemberRole
from dcm_desktop.store.tables import Institution, Mandate, MandateSubstitute, Person
from dcm_desktop.usecases.office import rules_for_forms

_LAST_SEAT = 10_000


@dataclass(frozen=True, slots=True, repr=False)
class SubstituteRow:
    """A person authorised to replace a member; `to_on` is the last day."""

    substitute_id: str
    mandate_id: str
    person_id: str
    name: str
    short_name: str
    position: str
    from_on: date
    to_on: date | None
    document: str


@dataclass(frozen=True, slots=True, repr=False)
class MemberRow:
    """A mandate in force on a day, with the substitutes authorised for that day."""

    mandate_id: str
    person_id: str
    name: str
    short_name: str
    gender: GrammaticalGender
    position: str
    institution_id: str | None
    institution: str
    institution_short: str
    role: MemberRole
    capacity: AttendanceCapacity
    seat_no: int | None
    votes: bool
    start_on: date
    end_on: date | None
    substitutes: tuple[SubstituteRow, ...]


def members_on(
    db: DbSession, mechanism_id: str, day: date, *, rules: Rules | None = None
) -> tuple[MemberRow, ...]:
    """Members of a day by group, seat and role, in the order of the roll.

    `rules`: those of the day when None. Source: domain reference, section 5.2, point 3 (order).
    """
    rules = rules or rules_for_forms(db, mechanism_id, day)
    mandates = [row for row in _mandates(db, mechanism_id) if seat_of(row).covers(day)]
    people = people_of(db, mandates)
    institutions = {row.id: row for row in db.scalars(select(Institution))}
    substitutes = substitute_rows(db, mandates)
    rows = []
    for mandate in mandates:
        person = people.get(mandate.person_id)
        institution = institutions.get(mandate.institution_id or "")
        rows.append(
            MemberRow(
                mandate.id,
                mandate.person_id,
                official_name(person),
                official_short(person),
                (person and person.grammatical_gender) or GrammaticalGender.F,
                (person and person.position) or "",
                mandate.institution_id,
                institution.name if institution else "",
                (institution.short_name or institution.name) if institution else "",
                mandate.role,
                capacity_of(mandate.role),
                mandate.seat_no,
                may_vote(seat_of(mandate), rules),
                mandate.start_on,
                mandate.end_on,
                tuple(row for row in substitutes.get(mandate.id, ()) if _covers(row, day)),
            )
        )
    return tuple(sorted(rows, key=_roll_order))


def seats_of(db: DbSession, mechanism_id: str) -> tuple[Seat, ...]:
    """All mandates of a mechanism as the rules see them, past ones too."""
    mandates = _mandates(db, mechanism_id)
    people = people_of(db, mandates)
    return tuple(seat_of(row, official_name(people.get(row.person_id))) for row in mandates)


def substitutions_of(db: DbSession, mechanism_id: str) -> tuple[Substitution, ...]:
    """All authorisations of substitutes of a mechanism as the rules see them."""
    rows = db.scalars(
        select(MandateSubstitute)
        .join(Mandate, Mandate.id == MandateSubstitute.mandate_id)
        .where(Mandate.mechanism_id == mechanism_id)
    )
    return tuple(
        Substitution(row.mandate_id, row.person_id, row.from_on, row.to_on, row.document)
        for row in rows
    )


def seat_of(row: Mandate, name: str = "") -> Seat:
    """A stored mandate as the rules see it."""
    return Seat(row.id, row.person_id, row.role, row.start_on, row.end_on, row.votes, name)


def official_name(person: Person | None) -> str:
    """Title and names of an official; empty where the name did not travel."""
    if person is None:
        return ""
    return full_name(
        person.first_name or "", person.middle_name or "", person.last_name or "", person.title
    )


def official_short(person: Person | None) -> str:
    """Title, initial and last name of an official."""
    if person is None:
        return ""
    return short_name(person.first_name or "", person.last_name or "", person.title)


def people_of(db: DbSession, mandates: list[Mandate]) -> dict[str, Person]:
    """The holders of the mandates by id."""
    ids = {row.person_id for row in mandates}
    return {row.id: row for row in db.scalars(select(Person).where(Person.id.in_(ids)))}


def substitute_rows(db: DbSession, mandates: list[Mandate]) -> dict[str, list[SubstituteRow]]:
    """Substitutes of the mandates, by mandate, the earliest first."""
    ids = {row.id for row in mandates}
    found: dict[str, list[SubstituteRow]] = {}
    pairs = db.execute(
        select(MandateSubstitute, Person)
        .join(Person, Person.id == MandateSubstitute.person_id)
        .where(MandateSubstitute.mandate_id.in_(ids))
        .order_by(MandateSubstitute.from_on)
    )
    for row, person in pairs:
        found.setdefault(row.mandate_id, []).append(
            SubstituteRow(
                row.id,
                row.mandate_id,
                row.person_id,
                official_name(person),
                official_short(person),
                person.position or "",
                row.from_on,
                row.to_on,
                row.document or "",
            )
        )
    return found


def _covers(row: SubstituteRow, day: date) -> bool:
    return row.from_on <= day and (row.to_on is None or day <= row.to_on)


def _mandates(db: DbSession, mechanism_id: str) -> list[Mandate]:
    return list(db.scalars(select(Mandate).where(Mandate.mechanism_id == mechanism_id)))


def _roll_order(row: MemberRow) -> tuple[int, int, int, str]:
    capacities = list(AttendanceCapacity)
    return (
        capacities.index(row.capacity),
        row.seat_no or _LAST_SEAT,
        ROLE_ORDER.index(row.role),
        row.name,
    )
