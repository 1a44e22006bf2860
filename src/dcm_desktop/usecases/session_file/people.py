"""Enters the mechanism, rules, institutions, people, mandates and cases that a file names.

What is already in the store is matched, not doubled and not changed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.names import fold
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import MechanismLevel, PersonTitle
from dcm_desktop.errors import DcmError, InputRefused
from dcm_desktop.store.tables import (
    Case,
    Institution,
    Mandate,
    MandateSubstitute,
    Mechanism,
    MechanismRules,
    Person,
)
from dcm_desktop.usecases.cases import (
    CaseData,
    ChildData,
    FamilyMemberData,
    IndividualData,
    open_case,
)
from dcm_desktop.usecases.members import (
    InstitutionData,
    MandateData,
    PersonData,
    SubstituteData,
    add_institution,
    add_person,
    appoint,
    authorise_substitute,
)
from dcm_desktop.usecases.office import MechanismData, add_rules_version, create_mechanism
from dcm_desktop.usecases.saving import ACCEPT_ALL, Saved
from dcm_desktop.usecases.session_file.model import SessionFile
from dcm_desktop.usecases.session_file.model_people import (
    CasePart,
    ChildPart,
    FamilyMemberPart,
    InstitutionPart,
    MandatePart,
    MechanismPart,
    PersonPart,
    RulesPart,
)


@contextmanager
def place(where: str) -> Iterator[None]:
    """Errors raised inside name this place of the file."""
    try:
        yield
    except InputRefused as error:
        if error.place:
            raise
        raise _placed(error, where) from error
    except DcmError as error:
        raise _placed(error, where) from error


def _placed(error: DcmError, where: str) -> InputRefused:
    facts: dict[str, Any] = {k: v for k, v in error.facts.items() if k != "place"}
    return InputRefused(error.code, place=where, **facts)


def asked(warning: Finding) -> InputRefused:
    """A warning that nobody is there to answer."""
    facts: dict[str, Any] = dict(warning.facts)
    return InputRefused(warning.code, **facts)


def done(saved: Saved) -> str:
    """Id of a saved record. Raises: InputRefused when a warning waits for an answer."""
    if not saved.is_saved:
        raise asked(saved.warnings[0])
    return saved.id


@dataclass(slots=True)
class Register:
    """What the references of a file stand for in the store, and what was made or matched."""

    db: DbSession
    at: datetime
    mechanism_id: str = ""
    ids: dict[tuple[str, str], str] = field(default_factory=dict)
    created: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)

    def find(self, kind: str, ref: str) -> str:
        """Id behind a reference. Raises: InputRefused `file.unknown_ref`."""
        try:
            return self.ids[kind, ref]
        except KeyError as error:
            raise InputRefused("file.unknown_ref", ref=ref) from error

    def maybe(self, kind: str, ref: str | None) -> str | None:
        """As `find`; None for None."""
        return None if ref is None else self.find(kind, ref)

    def keep(self, kind: str, ref: str, known: str | None, saved: Saved | None) -> str:
        """Remember what a reference stands for. Raises: InputRefused `file.ref_twice`."""
        if (kind, ref) in self.ids:
            raise InputRefused("file.ref_twice", ref=ref)
        self.ids[kind, ref] = record_id = self.count(kind, known, saved)
        return record_id

    def count(self, kind: str, known: str | None, saved: Saved | None) -> str:
        """Count a record as matched or made and return its id."""
        if known is not None:
            self.matched[kind] += 1
            return known
        if saved is None:
            raise ValueError(kind)
        self.created[kind] += 1
        return saved.id


def enter_people(register: Register, file: SessionFile, day: date) -> None:
    """Everything a file names beside the session itself. Raises: InputRefused with the place."""
    with place("mechanism"):
        register.mechanism_id = _mechanism(register, file.mechanism)
    with place("rules"):
        _rules(register, file.rules, day)
    for n, institution in enumerate(file.institutions):
        with place(f"institutions[{n}]"):
            _institution(register, institution)
    for n, person in enumerate(file.people):
        with place(f"people[{n}]"):
            _person(register, person)
    for n, mandate in enumerate(file.mandates):
        with place(f"mandates[{n}]"):
            _mandate(register, mandate)
    codes: set[str] = set()
    for n, case in enumerate(file.cases):
        with place(f"cases[{n}]"):
            if case.code in codes:
                raise InputRefused("file.ref_twice", ref=case.code)
            codes |= {case.code} if case.code else set()
            _case(register, case)


def _mechanism(register: Register, part: MechanismPart) -> str:
    home = register.db.info["district"]
    if part.district != home:
        raise InputRefused("file.other_district", district=part.district, home=home)
    if (part.level is MechanismLevel.MUNICIPAL) != (part.municipality is not None):
        raise InputRefused("file.municipality_level")
    known = register.db.scalars(
        select(Mechanism).where(
            Mechanism.district == part.district,
            Mechanism.level == part.level,
            Mechanism.municipality == part.municipality,
        )
    ).first()
    made = None
    if known is None:
        data = MechanismData(**_plain(part))
        made = create_mechanism(register.db, data, accept=ACCEPT_ALL, at=register.at)
    return register.count("mechanism", known.id if known else None, made)


def _rules(register: Register, part: RulesPart | None, day: date) -> None:
    versions = list(
        register.db.scalars(
            select(MechanismRules).where(MechanismRules.mechanism_id == register.mechanism_id)
        )
    )
    if part is None:
        if not any(row.adopted_on is None or row.adopted_on <= day for row in versions):
            raise InputRefused("file.no_rules")
        return
    known = next((row.id for row in versions if row.adopted_on == part.adopted_on), None)
    made = None
    if known is None:
        values = _plain(part)
        adopted_on, source = values.pop("adopted_on"), values.pop("source")
        made = add_rules_version(
            register.db,
            register.mechanism_id,
            Rules(**values),
            adopted_on=adopted_on,
            source=source,
            accept=ACCEPT_ALL,
            at=register.at,
        )
    register.count("mechanism_rules", known, made)


def _institution(register: Register, part: InstitutionPart) -> None:
    same = register.db.scalars(
        select(Institution).where(
            Institution.type == part.type, Institution.municipality == part.municipality
        )
    )
    known = next((row.id for row in same if fold(row.name) == fold(part.name)), None)
    made = None
    if known is None:
        data = InstitutionData(**_plain(part, "ref"))
        made = add_institution(register.db, data, accept=ACCEPT_ALL, at=register.at)
    register.keep("institution", part.ref, known, made)


def _person(register: Register, part: PersonPart) -> None:
    institution_id = register.find("institution", part.institution)
    names = (part.first_name, part.middle_name, part.last_name)
    same = register.db.scalars(select(Person).where(Person.institution_id == institution_id))
    known = next(
        (
            row.id
            for row in same
            if [fold(name) for name in (row.first_name, row.middle_name, row.last_name)]
            == [fold(name) for name in names]
        ),
        None,
    )
    made = None
    if known is None:
        values = _plain(part, "ref", "gender", "institution")
        values["title"] = part.title or PersonTitle.NONE
        data = PersonData(grammatical_gender=part.gender, institution_id=institution_id, **values)
        made = add_person(register.db, data, accept=ACCEPT_ALL, at=register.at)
    register.keep("person", part.ref, known, made)


def _mandate(register: Register, part: MandatePart) -> None:
    db, person_id = register.db, register.find("person", part.person)
    same = db.scalars(
        select(Mandate).where(
            Mandate.mechanism_id == register.mechanism_id,
            Mandate.person_id == person_id,
            Mandate.role == part.role,
        )
    )
    known = next((row.id for row in same if _meets(row, part)), None)
    made = None
    if known is None:
        values = _plain(part, "person", "institution", "substitutes")
        institution_id = register.maybe("institution", part.institution)
        if institution_id is None:
            institution_id = db.get_one(Person, person_id).institution_id
        data = MandateData(person_id=person_id, institution_id=institution_id, **values)
        made = appoint(db, register.mechanism_id, data, accept=ACCEPT_ALL, at=register.at)
    mandate_id = register.count("mandate", known, made)
    for n, substitute in enumerate(part.substitutes):
        with place(f"mandates.{part.person}.substitutes[{n}]"):
            _substitute(register, mandate_id, substitute.person, msgspec.structs.asdict(substitute))


def _meets(row: Mandate, part: MandatePart) -> bool:
    return (row.end_on is None or row.end_on >= part.start_on) and (
        part.end_on is None or row.start_on <= part.end_on
    )


def _substitute(register: Register, mandate_id: str, ref: str, values: dict[str, Any]) -> None:
    db, person_id = register.db, register.find("person", ref)
    known = db.scalars(
        select(MandateSubstitute.id).where(
            MandateSubstitute.mandate_id == mandate_id,
            MandateSubstitute.person_id == person_id,
            MandateSubstitute.from_on == values["from_on"],
        )
    ).first()
    made = None
    if known is None:
        data = msgspec.convert(values | {"person_id": person_id}, SubstituteData)
        made = authorise_substitute(db, mandate_id, data, accept=ACCEPT_ALL, at=register.at)
    register.count("mandate_substitute", known, made)


def _case(register: Register, part: CasePart) -> None:
    known = None
    if part.code:
        known = register.db.scalars(select(Case.id).where(Case.code == part.code)).first()
    made = None
    if known is None:
        data = CaseData(
            source_institution_id=register.maybe("institution", part.source_institution),
            lead_institution_id=register.maybe("institution", part.lead_institution),
            **_plain(part, "ref", "children", "family", "source_institution", "lead_institution"),
        )
        made = open_case(
            register.db,
            register.mechanism_id,
            data,
            children=[_child(child) for child in part.children],
            family=[_family_member(member) for member in part.family],
            accept=ACCEPT_ALL,
            at=register.at,
        )
        register.created["child"] += len(part.children)
        register.created["family_member"] += len(part.family)
    register.keep("case", part.ref, known, made)


_IDENTITY = ("first_name", "middle_name", "last_name", "sex")


def _child(part: ChildPart) -> ChildData:
    own = (*_IDENTITY, "birth_date", "id_kind", "id_value")
    individual = IndividualData(**{key: getattr(part, key) for key in own})
    return ChildData(individual=individual, **_plain(part, *own))


def _family_member(part: FamilyMemberPart) -> FamilyMemberData:
    own = (*_IDENTITY, "birth_year")
    individual = IndividualData(**{key: getattr(part, key) for key in own})
    return FamilyMemberData(individual=individual, **_plain(part, *own))


def _plain(part: msgspec.Struct, *without: str) -> dict[str, Any]:
    values: Mapping[str, Any] = msgspec.structs.asdict(part)
    return {key: value for key, value in values.items() if key not in without}
