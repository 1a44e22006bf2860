"""Officials, who take part for an institution. People of families are in `usecases.cases`."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding, warning
from dcm_desktop.domain.names import fold, sort_key
from dcm_desktop.domain.people_checks import check_name, mixed_findings
from dcm_desktop.domain.terms import GrammaticalGender, MemberRole, PersonTitle, SexStat
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local_date, parse_email, parse_phone
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import Institution, Mandate, Person
from dcm_desktop.usecases.members.roll import official_name, official_short
from dcm_desktop.usecases.saving import Saved, new_id, required, saved, waiting


@dataclass(frozen=True, slots=True, repr=False)
class PersonData:
    """The form of an official."""

    first_name: str
    last_name: str
    middle_name: str = ""
    title: PersonTitle = PersonTitle.NONE
    grammatical_gender: GrammaticalGender = GrammaticalGender.F
    sex_stat: SexStat | None = None
    position: str = ""
    institution_id: str | None = None
    work_phone: str = ""
    work_email: str = ""
    declaration_signed_on: date | None = None


@dataclass(frozen=True, slots=True, repr=False)
class PersonRow:
    """One official in the list; `roles` are those of mandates in force on the day asked for."""

    person_id: str
    name: str
    """Title, first, middle and last name."""
    short_name: str
    position: str
    institution_id: str | None
    institution: str
    phone: str
    email: str
    declaration_signed_on: date | None
    roles: tuple[MemberRole, ...]
    grammatical_gender: GrammaticalGender = GrammaticalGender.F


def add_person(
    db: DbSession, data: PersonData, *, accept: Collection[str] = (), at: datetime
) -> Saved:
    """A new official.

    Warns: `person.duplicate` (with the fact `person_id` of the one already there),
    `text.mixed_letters`. Raises: InputRefused for a field.
    """
    values, findings = _checked(db, data, None, at=at)
    if ask := waiting(findings, accept):
        return ask
    row = Person(id=new_id(db), **values)
    db.add(row)
    return saved(db, row, findings, at=at)


def update_person(
    db: DbSession,
    person_id: str,
    data: PersonData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Save the form of an official. Warns and raises: as `add_person`."""
    row = db.get_one(Person, person_id)
    values, findings = _checked(db, data, row, at=at)
    if ask := waiting(findings, accept):
        return ask
    for key, value in values.items():
        setattr(row, key, value)
    return saved(db, row, findings, at=at)


def get_person(db: DbSession, person_id: str) -> PersonData:
    """The form of an official as it is stored."""
    row = db.get_one(Person, person_id)
    return PersonData(**{item.name: getattr(row, item.name) for item in fields(PersonData)})


def list_people(db: DbSession, *, day: date) -> tuple[PersonRow, ...]:
    """Officials by last and first name in Bulgarian order."""
    institutions = {row.id: row for row in db.scalars(select(Institution))}
    roles: dict[str, list[MemberRole]] = {}
    for mandate in db.scalars(select(Mandate)):
        if mandate.start_on <= day and (mandate.end_on is None or day <= mandate.end_on):
            roles.setdefault(mandate.person_id, []).append(mandate.role)
    rows = list(db.scalars(select(Person).where(Person.merged_into_id.is_(None))))
    rows.sort(key=lambda row: (sort_key(row.last_name or ""), sort_key(row.first_name or "")))
    out = []
    for row in rows:
        institution = institutions.get(row.institution_id or "")
        out.append(
            PersonRow(
                row.id,
                official_name(row),
                official_short(row),
                row.position or "",
                row.institution_id,
                (institution.short_name or institution.name) if institution else "",
                row.work_phone or "",
                row.work_email or "",
                row.declaration_signed_on,
                tuple(roles.get(row.id, ())),
                row.grammatical_gender or GrammaticalGender.F,
            )
        )
    return tuple(out)


def person_names(db: DbSession, person_ids: Iterable[str | None]) -> dict[str, str]:
    """Id → „д-р Ана Петрова Руменова“ of the given officials."""
    ids = {person_id for person_id in person_ids if person_id}
    rows = db.scalars(select(Person).where(Person.id.in_(ids))) if ids else ()
    return {row.id: official_name(row) for row in rows}


def _checked(
    db: DbSession, data: PersonData, row: Person | None, *, at: datetime
) -> tuple[dict[str, object], list[Finding]]:
    values: dict[str, object] = {item.name: getattr(data, item.name) for item in fields(data)}
    first = check_name(data.first_name, name="first_name")
    middle = check_name(data.middle_name, name="middle_name", required=False)
    last = check_name(data.last_name, name="last_name")
    values |= {"first_name": first, "middle_name": middle, "last_name": last}
    values["position"] = check_line(data.position, name="position", max_len=120, field="position")
    required(data.institution_id, name="institution", field="institution_id")
    if data.work_phone.strip():
        values["work_phone"] = parse_phone(data.work_phone, field="work_phone")
    if data.work_email.strip():
        values["work_email"] = parse_email(data.work_email, field="work_email")
    if data.declaration_signed_on and data.declaration_signed_on > local_date(at):
        raise InputRefused("person.declaration_in_future", field="declaration_signed_on")
    findings: list[Finding] = []
    if row is None or (row.first_name, row.middle_name, row.last_name) != (first, middle, last):
        findings += mixed_findings(first_name=first, middle_name=middle, last_name=last)
        findings += _duplicates(db, first, middle, last, data.institution_id, row)
    return values, findings


def _duplicates(
    db: DbSession,
    first: str,
    middle: str,
    last: str,
    institution_id: str | None,
    row: Person | None,
) -> tuple[Finding, ...]:
    """Same first and last name in the same institution, and no other middle name."""
    key = (fold(first), fold(last))
    rows = db.scalars(
        select(Person).where(
            Person.institution_id == institution_id, Person.merged_into_id.is_(None)
        )
    )
    for other in rows:
        if row is not None and other.id == row.id:
            continue
        apart = middle and other.middle_name and fold(middle) != fold(other.middle_name)
        if (fold(other.first_name), fold(other.last_name)) == key and not apart:
            institution = db.get(Institution, institution_id) if institution_id else None
            name = institution.name if institution else None
            return (
                warning(
                    "person.duplicate", field="last_name", institution=name, person_id=other.id
                ),
            )
    return ()
