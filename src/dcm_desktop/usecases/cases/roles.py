"""A child or family member before and while it is written: checks, coarse columns, household."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain import case as rule
from dcm_desktop.domain.case_file import birth_year_of, child_label
from dcm_desktop.domain.findings import Finding, blocker, warning
from dcm_desktop.domain.people_checks import relation_findings
from dcm_desktop.domain.terms import (
    CareAttitude,
    CareType,
    CaseTypology,
    Disability,
    Education,
    FamilyRelation,
    IdKind,
    LegalStatus,
    OpinionHeard,
    ParentalRights,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local_date
from dcm_desktop.store.tables import Case, Child, FamilyMember, FamilyMembership, Individual
from dcm_desktop.usecases.cases.individuals import (
    IndividualData,
    Prepared,
    overwrite,
    prepare,
    write,
)
from dcm_desktop.usecases.saving import new_id

PERSON_FIELDS = ("individual", "individual_id")
"""Fields of the forms that belong to the person, not to the role."""
_HOUSEHOLD = frozenset({CareType.PARENTS, CareType.ONE_PARENT})


@dataclass(frozen=True, slots=True, repr=False)
class ChildData:
    """The form of a child of a case.

    `individual_id`: a person of the register was chosen; `individual` is then what is new of them,
    or None. `label` empty: „Дете n“.
    """

    individual: IndividualData | None = None
    individual_id: str | None = None
    label: str = ""
    from_on: date | None = None
    to_on: date | None = None
    unborn: bool = False
    age_estimate_months: int | None = None
    disability: Disability = Disability.UNKNOWN
    health_note: str = ""
    care_before: CareType | None = None
    care_now: CareType | None = None
    care_since: date | None = None
    in_institution_id: str | None = None
    education: Education | None = None
    legal_status: LegalStatus | None = None
    opinion_heard: OpinionHeard | None = None


@dataclass(frozen=True, slots=True, repr=False)
class FamilyMemberData:
    """The form of a family member of a case; `individual_id` as in `ChildData`."""

    relation: FamilyRelation
    individual: IndividualData | None = None
    individual_id: str | None = None
    from_on: date | None = None
    to_on: date | None = None
    lives_with_child: bool = False
    parental_rights: ParentalRights | None = None
    attitude: CareAttitude | None = None
    sibling_in_care: CareType | None = None
    note: str = ""


@dataclass(slots=True, repr=False)
class PreparedRole:
    """A checked child or family member before writing."""

    values: dict[str, object]
    person: Prepared
    findings: list[Finding] = field(default_factory=list)
    birth_year: int | None = None


def prepare_child(
    db: DbSession,
    data: ChildData,
    opened_on: date,
    typology: CaseTypology,
    *,
    case_id: str,
    at: datetime,
) -> PreparedRole:
    """Check a new child; the person is looked for in the register."""
    person = prepare(db, data.individual, data.individual_id, at=at)
    role = child_role(db, data, None, opened_on, typology, person=person, at=at)
    if person.known is not None:
        if case_id and _has_role(db, Child, case_id, person.known.id):
            role.findings.insert(0, blocker("case.child_already"))
        role.findings += _other_cases(db, person.known.id, case_id)
    return role


def write_child(db: DbSession, case: Case, role: PreparedRole, *, at: datetime) -> Child:
    """Write a checked new child of a case."""
    person = write(db, role.person, at=at)
    row = Child(id=new_id(db), case_id=case.id, individual_id=person.id, **role.values)
    row.from_on = row.from_on or case.opened_on
    if not row.label:
        count = select(func.count()).select_from(Child).where(Child.case_id == case.id)
        row.label = child_label((db.scalar(count) or 0) + 1)
    db.add(row)
    _fill_coarse(row, person, case)
    if row.care_now in _HOUSEHOLD:
        _join_household(db, case, person.id)
    db.flush()
    return row


def prepare_member(
    db: DbSession,
    data: FamilyMemberData,
    child_years: tuple[int, ...],
    *,
    case_id: str,
    at: datetime,
) -> PreparedRole:
    """Check a new family member; the person is looked for in the register."""
    person = prepare(db, data.individual, data.individual_id, at=at)
    role = member_role(db, data, None, child_years, person=person, at=at)
    known = person.known
    if known is not None:
        if case_id and _has_role(db, Child, case_id, known.id):
            role.findings.insert(0, blocker("case.member_is_child", relation=data.relation))
        if case_id and _has_role(db, FamilyMember, case_id, known.id):
            role.findings.insert(0, blocker("case.member_already"))
        role.findings += _other_cases(db, known.id, case_id)
    return role


def write_member(db: DbSession, case: Case, role: PreparedRole, *, at: datetime) -> FamilyMember:
    """Write a checked new family member of a case."""
    person = write(db, role.person, at=at)
    row = FamilyMember(id=new_id(db), case_id=case.id, individual_id=person.id, **role.values)
    row.from_on = row.from_on or case.opened_on
    db.add(row)
    if row.lives_with_child:
        _join_household(db, case, person.id)
    db.flush()
    return row


def refresh_children(db: DbSession, case: Case) -> None:
    """Fill the coarse columns of all children of a case again (its opening day moved)."""
    pairs = db.execute(
        select(Child, Individual)
        .join(Individual, Individual.id == Child.individual_id)
        .where(Child.case_id == case.id)
    )
    for child, person in pairs:
        _fill_coarse(child, person, case)


def child_role(
    db: DbSession,
    data: ChildData,
    known: Individual | None,
    opened_on: date,
    typology: CaseTypology,
    *,
    person: Prepared | None = None,
    at: datetime,
) -> PreparedRole:
    """Check the form of a child; `known` is the person of a stored child, `person` a new one's."""
    if person is None:
        person = _edited(db, known, data.individual, at=at)
    values = {i.name: getattr(data, i.name) for i in fields(data) if i.name not in PERSON_FIELDS}
    for key, longest in (("label", 40), ("health_note", 2000)):
        values[key] = check_line(values[key], name=key, max_len=longest, required=False, field=key)
    findings = list(person.findings)
    stored_year = person.known.birth_year if person.known else None
    year = person.values.get("birth_year", stored_year)
    months = data.age_estimate_months
    if months is None and isinstance(year, int):
        months = max(0, rule.months_at(date(year, 7, 1), opened_on))
    findings += rule.child_findings(
        opened_on=opened_on,
        today=local_date(at),
        typology=typology,
        birth_on=person.birth_date,
        age_months=months,
        unborn=data.unborn,
    )
    if data.unborn and person.values.get("id_kind", IdKind.NONE) is not IdKind.NONE:
        findings.insert(0, blocker("child.unborn_with_identifier", field="id_value"))
    if data.to_on is not None and data.to_on < (data.from_on or opened_on):
        findings.insert(0, blocker("period.end_before_start", field="to_on"))
    born = birth_year_of(
        birth_on=person.birth_date,
        birth_year=year if isinstance(year, int) else None,
        age_months=data.age_estimate_months,
        day=opened_on,
    )
    return PreparedRole(values, person, findings, born)


def member_role(
    db: DbSession,
    data: FamilyMemberData,
    known: Individual | None,
    child_years: tuple[int, ...],
    *,
    person: Prepared | None = None,
    at: datetime,
) -> PreparedRole:
    """Check the form of a family member; `known` and `person` as for a child."""
    if person is None:
        person = _edited(db, known, data.individual, at=at)
    values = {i.name: getattr(data, i.name) for i in fields(data) if i.name not in PERSON_FIELDS}
    values["note"] = check_line(data.note, name="note", max_len=2000, required=False, field="note")
    birth = person.birth_date
    stored_year = person.known.birth_year if person.known else None
    year = birth.year if birth else person.values.get("birth_year", stored_year)
    findings = list(person.findings)
    findings += relation_findings(
        data.relation,
        year if isinstance(year, int) else None,
        child_years=child_years,
        today=local_date(at),
    )
    if data.to_on is not None and data.from_on is not None and data.to_on < data.from_on:
        findings.insert(0, blocker("period.end_before_start", field="to_on"))
    return PreparedRole(values, person, findings, year if isinstance(year, int) else None)


def _edited(
    db: DbSession, known: Individual | None, data: IndividualData | None, *, at: datetime
) -> Prepared:
    if known is None:
        return prepare(db, data, None, at=at)
    return Prepared({}, known, []) if data is None else overwrite(db, known, data, at=at)


def _fill_coarse(row: Child, person: Individual, case: Case) -> None:
    """Fill the coarse forms of a child that may travel (sex, year, age, disability)."""
    row.sex_stat = person.sex
    row.birth_year = birth_year_of(
        birth_on=person.birth_date,
        birth_year=person.birth_year,
        age_months=row.age_estimate_months,
        day=case.opened_on,
    )
    row.age_at_opening = _age(row, person, case.opened_on)
    known = {Disability.ASSESSED: True, Disability.NONE: False}
    row.disability_yes = known.get(row.disability)


def _age(row: Child, person: Individual, day: date) -> int | None:
    if person.birth_date is not None:
        years = rule.age_at(person.birth_date, day)
    elif row.age_estimate_months is not None:
        years = row.age_estimate_months // 12
    elif person.birth_year is not None:
        years = max(0, rule.age_at(date(person.birth_year, 7, 1), day))
    else:
        return None
    return None if years < 0 or row.unborn else years


def refresh_person(db: DbSession, individual_id: str) -> None:
    """Fill the coarse columns of every case in which a person is a child."""
    pairs = db.execute(
        select(Child, Case, Individual)
        .join(Case, Case.id == Child.case_id)
        .join(Individual, Individual.id == Child.individual_id)
        .where(Child.individual_id == individual_id)
    )
    for child, case, person in pairs:
        _fill_coarse(child, person, case)


def _join_household(db: DbSession, case: Case, individual_id: str) -> None:
    if case.family_id is None:
        return
    known = db.scalar(
        select(FamilyMembership.id).where(
            FamilyMembership.family_id == case.family_id,
            FamilyMembership.individual_id == individual_id,
            FamilyMembership.to_on.is_(None),
        )
    )
    if known is None:
        db.add(
            FamilyMembership(
                id=new_id(db),
                family_id=case.family_id,
                individual_id=individual_id,
                from_on=case.opened_on,
            )
        )


def _has_role(
    db: DbSession, role: type[Child] | type[FamilyMember], case_id: str, individual_id: str
) -> bool:
    found = select(role.id).where(role.case_id == case_id, role.individual_id == individual_id)
    return db.scalar(found) is not None


def _other_cases(db: DbSession, individual_id: str, case_id: str) -> list[Finding]:
    """A warning for another case of the same person. Source: domain reference, section 7."""
    for role in (Child, FamilyMember):
        code = db.scalar(
            select(Case.code)
            .join(role, role.case_id == Case.id)
            .where(role.individual_id == individual_id, Case.id != case_id)
            .order_by(Case.opened_on.desc())
        )
        if code:
            return [warning("case.possible_duplicate", code=code)]
    return []


def birth_years(db: DbSession, case_id: str) -> tuple[int, ...]:
    """Birth years of the children of a case, where known."""
    years = db.scalars(select(Child.birth_year).where(Child.case_id == case_id))
    return tuple(year for year in years if year)
