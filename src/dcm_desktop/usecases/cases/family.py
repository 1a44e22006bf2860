"""Children and family members of a case: dated roles over people who stand once in the store."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.store.tables import Case, Child, FamilyMember, Individual
from dcm_desktop.usecases.cases.individuals import (
    individual_data,
    write,
)
from dcm_desktop.usecases.cases.roles import (
    PERSON_FIELDS,
    ChildData,
    FamilyMemberData,
    birth_years,
    child_role,
    member_role,
    prepare_child,
    prepare_member,
    refresh_person,
    write_child,
    write_member,
)
from dcm_desktop.usecases.saving import Saved, saved, waiting


def add_child(
    db: DbSession, case_id: str, data: ChildData, *, accept: Collection[str] = (), at: datetime
) -> Saved:
    """Add a child to a case; a known person is reused, never doubled.

    Warns: `case.possible_duplicate`, `individual.similar`, `individual.known_number`,
    `child.adult`, those of identifiers. Raises: RuleBroken of `child_findings`,
    `case.child_already`; InputRefused for a field.
    """
    case = db.get_one(Case, case_id)
    role = prepare_child(db, data, case.opened_on, case.typology, case_id=case_id, at=at)
    if ask := waiting(role.findings, accept):
        return ask
    return saved(db, write_child(db, case, role, at=at), role.findings, at=at)


def update_child(
    db: DbSession, child_id: str, data: ChildData, *, accept: Collection[str] = (), at: datetime
) -> Saved:
    """Save the form of a child and of the person; a changed name is kept as a former one.

    The person stays the same: `individual_id` is not read. Warns and raises: as `add_child`.
    """
    row = db.get_one(Child, child_id)
    case = db.get_one(Case, row.case_id)
    known = db.get_one(Individual, row.individual_id) if row.individual_id else None
    role = child_role(db, data, known, case.opened_on, case.typology, at=at)
    if ask := waiting(role.findings, accept):
        return ask
    role.values["label"] = role.values["label"] or row.label
    for key, value in role.values.items():
        setattr(row, key, value)
    row.individual_id = write(db, role.person, at=at).id
    db.flush()
    refresh_person(db, row.individual_id)
    return saved(db, row, role.findings, at=at)


def remove_child(db: DbSession, child_id: str, *, at: datetime) -> Saved:
    """Take a child out of a case (entered by mistake); the person stays in the register."""
    row = db.get_one(Child, child_id)
    row.deleted = True
    return saved(db, row, (), at=at)


def get_child(db: DbSession, child_id: str) -> ChildData:
    """The form of a child as it is stored."""
    row = db.get_one(Child, child_id)
    person = db.get(Individual, row.individual_id) if row.individual_id else None
    values = {
        i.name: getattr(row, i.name) for i in fields(ChildData) if i.name not in PERSON_FIELDS
    }
    return ChildData(individual=individual_data(person), individual_id=row.individual_id, **values)


def add_family_member(
    db: DbSession,
    case_id: str,
    data: FamilyMemberData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Add a family member to a case; a known person is reused, never doubled.

    Warns: `family.parent_too_young` and as `add_child`. Raises: RuleBroken
    `family.birth_year_range`, `case.member_already`, `case.member_is_child`.
    """
    case = db.get_one(Case, case_id)
    years = birth_years(db, case_id)
    role = prepare_member(db, data, years, case_id=case_id, at=at)
    if ask := waiting(role.findings, accept):
        return ask
    return saved(db, write_member(db, case, role, at=at), role.findings, at=at)


def update_family_member(
    db: DbSession,
    member_id: str,
    data: FamilyMemberData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Save the form of a family member and of the person. Warns and raises: as when added."""
    row = db.get_one(FamilyMember, member_id)
    known = db.get_one(Individual, row.individual_id) if row.individual_id else None
    role = member_role(db, data, known, birth_years(db, row.case_id), at=at)
    if ask := waiting(role.findings, accept):
        return ask
    for key, value in role.values.items():
        setattr(row, key, value)
    row.individual_id = write(db, role.person, at=at).id
    db.flush()
    refresh_person(db, row.individual_id)
    return saved(db, row, role.findings, at=at)


def remove_family_member(db: DbSession, member_id: str, *, at: datetime) -> Saved:
    """Take a family member out of a case; the person stays in the register."""
    row = db.get_one(FamilyMember, member_id)
    row.deleted = True
    return saved(db, row, (), at=at)


def get_family_member(db: DbSession, member_id: str) -> FamilyMemberData:
    """The form of a family member as it is stored."""
    row = db.get_one(FamilyMember, member_id)
    person = db.get(Individual, row.individual_id) if row.individual_id else None
    values = {
        i.name: getattr(row, i.name)
        for i in fields(FamilyMemberData)
        if i.name not in PERSON_FIELDS
    }
    return FamilyMemberData(
        individual=individual_data(person), individual_id=row.individual_id, **values
    )
