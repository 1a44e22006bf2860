"""Institutions of the district: enter, correct, put aside, list."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding, warning
from dcm_desktop.domain.ids import parse_eik
from dcm_desktop.domain.names import fold, sort_key
from dcm_desktop.domain.people_checks import mixed_findings, places_findings
from dcm_desktop.domain.terms import GrammaticalGender, InstitutionType, StoreLevel
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import parse_email, parse_phone
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import Institution, Person
from dcm_desktop.usecases.places import places
from dcm_desktop.usecases.saving import Saved, new_id, saved, waiting


@dataclass(frozen=True, slots=True, repr=False)
class InstitutionData:
    """The form of an institution."""

    type: InstitutionType
    name: str
    short_name: str = ""
    eik: str = ""
    parent_id: str | None = None
    municipality: str | None = None
    settlement_ekatte: str | None = None
    supra_district: bool = False
    address: str = ""
    phone: str = ""
    email: str = ""
    head_name: str = ""
    head_title_gender: GrammaticalGender | None = None
    capacity: int | None = None
    free_places: int | None = None
    free_places_as_of: date | None = None
    is_institution: bool = False
    closing_on: date | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class InstitutionRow:
    """One institution in the list. `place` is the municipality's name; `people` work in it."""

    institution_id: str
    type: InstitutionType
    name: str
    short_name: str
    municipality: str | None
    place: str
    phone: str
    email: str
    people: int
    active: bool

    @property
    def label(self) -> str:
        """The short name, else the name."""
        return self.short_name or self.name


def add_institution(
    db: DbSession, data: InstitutionData, *, accept: Collection[str] = (), at: datetime
) -> Saved:
    """A new institution.

    Warns: `institution.duplicate`, `eik.checksum`, `text.mixed_letters`. Raises: InputRefused for
    a field or a municipality of another district, RuleBroken `institution.free_places`.
    """
    values, findings = _checked(db, data, None)
    if ask := waiting(findings, accept):
        return ask
    row = Institution(id=new_id(db), **values)
    db.add(row)
    return saved(db, row, findings, at=at)


def update_institution(
    db: DbSession,
    institution_id: str,
    data: InstitutionData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Save the form of an institution. Warns and raises: as `add_institution`."""
    row = db.get_one(Institution, institution_id)
    values, findings = _checked(db, data, row)
    if ask := waiting(findings, accept):
        return ask
    for key, value in values.items():
        setattr(row, key, value)
    return saved(db, row, findings, at=at)


def deactivate_institution(
    db: DbSession, institution_id: str, *, closing_on: date | None = None, at: datetime
) -> Saved:
    """Put an institution aside: it stays in old records and is offered no more."""
    row = db.get_one(Institution, institution_id)
    row.active = False
    row.closing_on = closing_on or row.closing_on
    return saved(db, row, (), at=at)


def reactivate_institution(db: DbSession, institution_id: str, *, at: datetime) -> Saved:
    """Offer an institution again."""
    row = db.get_one(Institution, institution_id)
    row.active, row.closing_on = True, None
    return saved(db, row, (), at=at)


def get_institution(db: DbSession, institution_id: str) -> InstitutionData:
    """The form of an institution as it is stored."""
    row = db.get_one(Institution, institution_id)
    return InstitutionData(
        **{item.name: getattr(row, item.name) for item in fields(InstitutionData)}
    )


def list_institutions(db: DbSession, *, with_inactive: bool = False) -> tuple[InstitutionRow, ...]:
    """Institutions by name in Bulgarian order; those put aside only when asked for."""
    people = Counter(
        db.scalars(select(Person.institution_id).where(Person.merged_into_id.is_(None)))
    )
    rows = [row for row in db.scalars(select(Institution)) if with_inactive or row.active]
    rows.sort(key=lambda row: sort_key(row.name))
    return tuple(
        InstitutionRow(
            row.id,
            row.type,
            row.name,
            row.short_name,
            row.municipality,
            place_name(row.municipality),
            row.phone or "",
            row.email or "",
            people[row.id],
            row.active,
        )
        for row in rows
    )


def place_name(municipality: str | None) -> str:
    """Name of a municipality; empty for none."""
    return places().municipality(municipality).name if municipality else ""


def _checked(
    db: DbSession, data: InstitutionData, row: Institution | None
) -> tuple[dict[str, object], list[Finding]]:
    values: dict[str, object] = {item.name: getattr(data, item.name) for item in fields(data)}
    name = check_line(data.name, name="name", min_len=3, max_len=200, field="name")
    values["name"] = name
    for key, longest in (("short_name", 40), ("address", 200), ("head_name", 120)):
        text = str(values[key])
        values[key] = check_line(text, name=key, max_len=longest, required=False, field=key)
    if data.phone.strip():
        values["phone"] = parse_phone(data.phone, field="phone")
    if data.email.strip():
        values["email"] = parse_email(data.email, field="email")
    values["municipality"] = data.municipality or None
    values["settlement_ekatte"] = data.settlement_ekatte or None
    _check_place(db, data)
    findings = list(places_findings(data.capacity, data.free_places, data.free_places_as_of))
    if data.eik.strip():
        eik = parse_eik(data.eik, field="eik")
        values["eik"] = eik.digits
        findings += [warning(f.code, field="eik", **f.facts) for f in eik.findings()]
    if row is None or row.name != name:
        findings += mixed_findings(name=name)
    if row is None or (row.name, row.municipality) != (name, values["municipality"]):
        findings += _duplicates(db, name, data.municipality, row.id if row else "")
    return values, findings


def _check_place(db: DbSession, data: InstitutionData) -> None:
    if data.settlement_ekatte:
        settlement = places().settlement(data.settlement_ekatte)
        if data.municipality and settlement.municipality != data.municipality:
            raise InputRefused(
                "institution.settlement_elsewhere",
                field="settlement_ekatte",
                settlement=settlement.label,
                municipality=place_name(data.municipality),
            )
    if not data.municipality:
        return
    if data.supra_district or db.info["level"] == StoreLevel.NATIONAL:
        places().municipality(data.municipality)
    else:
        places().check_municipality(str(db.info["district"]), data.municipality)


def _duplicates(
    db: DbSession, name: str, municipality: str | None, own_id: str
) -> tuple[Finding, ...]:
    folded = fold(name)
    for other in db.scalars(select(Institution)):
        if other.id == own_id or fold(other.name) != folded:
            continue
        if (other.municipality or None) == (municipality or None):
            if municipality is None:
                return (warning("institution.duplicate_name", field="name", name=other.name),)
            place = place_name(municipality)
            return (
                warning("institution.duplicate", field="name", name=other.name, municipality=place),
            )
    return ()
