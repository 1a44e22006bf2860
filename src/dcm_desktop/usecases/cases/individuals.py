"""People of families, each once in the store: checked, found again, written."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.findings import Finding, blocker, warning
from dcm_desktop.domain.ids import Egn, check_egn, check_id_kind, parse_egn, parse_lnch
from dcm_desktop.domain.names import fold
from dcm_desktop.domain.people_checks import check_name, full_name, mixed_findings
from dcm_desktop.domain.terms import IdKind, Sex
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import Case, Child, FamilyMember, Individual, IndividualName
from dcm_desktop.usecases.saving import new_id

_NAMES = ("first_name", "middle_name", "last_name")


@dataclass(frozen=True, slots=True, repr=False)
class IndividualData:
    """The form of a natural person of a family. Names may be unknown."""

    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    sex: Sex = Sex.UNKNOWN
    birth_date: date | None = None
    birth_year: int | None = None
    id_kind: IdKind = IdKind.NONE
    id_value: str = ""
    citizenship: str = "BG"
    contact: str = ""
    deceased: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class IndividualRow:
    """A person of the register who may be the one being entered; `codes` are their cases."""

    individual_id: str
    name: str
    birth_date: date | None
    codes: tuple[str, ...]


@dataclass(slots=True, repr=False)
class Prepared:
    """A checked person before writing: new values, the known person if it is one, findings."""

    values: dict[str, object]
    known: Individual | None
    findings: list[Finding]

    @property
    def birth_date(self) -> date | None:
        """Birth date after the form and the number were read."""
        value = self.values.get("birth_date", self.known.birth_date if self.known else None)
        return value if isinstance(value, date) else None

    @property
    def names(self) -> tuple[str, ...]:
        """The names as they will stand."""
        known = self.known
        return tuple(
            str(self.values.get(key, getattr(known, key) if known else "")) for key in _NAMES
        )


def prepare(
    db: DbSession,
    data: IndividualData | None,
    individual_id: str | None,
    *,
    at: datetime,
) -> Prepared:
    """Check a form and find the person it may already be.

    `individual_id`: the user chose a known person; `data` None leaves that one as it is. Without
    it a person with the same number, or the same name and birth date, is taken as the same;
    a person with the same name only is asked about (`individual.similar`).
    Raises: InputRefused for a field.
    """
    known = db.get_one(Individual, individual_id) if individual_id else None
    if data is None:
        return Prepared({}, known, [])
    values, findings = _checked(data, at=at)
    if known is None:
        known, found = _find(db, values)
        findings += found
    if known is not None:
        values = {key: value for key, value in values.items() if not _is_blank(key, value)}
    return Prepared(values, known, findings)


def write(db: DbSession, prepared: Prepared, *, at: datetime) -> Individual:
    """Make the person or complete the known one; a name that changes is kept as a former one."""
    known = prepared.known
    if known is None:
        known = Individual(id=new_id(db), **prepared.values)
        db.add(known)
        prepared.known = known
        return known
    before = {key: getattr(known, key) for key in _NAMES}
    changed = any(
        before[key] and key in prepared.values and fold(before[key]) != fold(str(value))
        for key, value in prepared.values.items()
        if key in before
    )
    if changed:
        day = local_date(at)
        former = IndividualName(id=new_id(db), individual_id=known.id, until_on=day, **before)
        db.add(former)
    for key, value in prepared.values.items():
        setattr(known, key, value)
    return known


def overwrite(db: DbSession, known: Individual, data: IndividualData, *, at: datetime) -> Prepared:
    """A checked form of a known person in which empty fields empty the stored ones."""
    values, findings = _checked(data, at=at)
    same, found = _find(db, values, but=known.id)
    if same is not None:
        code = cases_of(db, [same.id]).get(same.id, ("",))[0]
        found = [warning("individual.similar", individual_id=same.id, code=code)]
    return Prepared(values, known, findings + found)


def individual_data(row: Individual | None) -> IndividualData:
    """The stored form of a person; empty for none (a national copy has no people)."""
    if row is None:
        return IndividualData()
    return IndividualData(**{item.name: getattr(row, item.name) for item in fields(IndividualData)})


def individual_name(row: Individual | None) -> str:
    """First, middle and last name; empty where unknown or not here."""
    return full_name(row.first_name, row.middle_name, row.last_name) if row else ""


def similar_individuals(db: DbSession, data: IndividualData) -> tuple[IndividualRow, ...]:
    """People of the register with the same number or the same first and last name."""
    number = data.id_value.replace(" ", "")
    key = (fold(data.first_name.strip()), fold(data.last_name.strip()))
    rows = [
        row
        for row in _names_of_all(db)
        if (number and row[5] == number) or (all(key) and (fold(row[1]), fold(row[3])) == key)
    ]
    codes = cases_of(db, [row[0] for row in rows])
    return tuple(
        IndividualRow(row[0], full_name(row[1], row[2], row[3]), row[4], codes.get(row[0], ()))
        for row in rows
    )


def cases_of(db: DbSession, individual_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Individual → codes of the cases in which they are a child or a family member."""
    ids = list(individual_ids)
    found: dict[str, list[str]] = {}
    for role in (Child, FamilyMember):
        pairs = db.execute(
            select(role.individual_id, Case.code)
            .join(Case, Case.id == role.case_id)
            .where(role.individual_id.in_(ids))
            .order_by(Case.opened_on.desc())
        )
        for individual_id, code in pairs:
            codes = found.setdefault(str(individual_id), [])
            if code not in codes:
                codes.append(code)
    return {key: tuple(codes) for key, codes in found.items()}


def _checked(data: IndividualData, *, at: datetime) -> tuple[dict[str, object], list[Finding]]:
    values: dict[str, object] = {item.name: getattr(data, item.name) for item in fields(data)}
    for key in _NAMES:
        values[key] = check_name(str(values[key]), name=key, required=False)
    findings = list(mixed_findings(**{key: str(values[key]) for key in _NAMES}))
    values["contact"] = check_line(data.contact, name="contact", max_len=200, required=False)
    values["citizenship"] = data.citizenship.strip().upper() or "BG"
    today = local_date(at)
    if data.birth_year is not None and not 1900 <= data.birth_year <= today.year:
        findings.append(blocker("family.birth_year_range", field="birth_year", most=today.year))
    if data.birth_date is not None:
        values["birth_year"] = None
    if data.id_kind is IdKind.NONE or not data.id_value.strip():
        values |= {"id_kind": IdKind.NONE, "id_value": ""}
    else:
        values["id_value"] = "".join(data.id_value.split())
        findings += _number_findings(data, values, today)
    return values, findings


def _number_findings(data: IndividualData, values: dict[str, object], today: date) -> list[Finding]:
    """Warnings of a number; a wrong one is kept „както е записан в документа“ with a reason."""
    number: Egn | None = None
    try:
        if data.id_kind is IdKind.EGN:
            number = parse_egn(data.id_value, field="id_value")
        elif data.id_kind is IdKind.LNCH:
            parse_lnch(data.id_value, field="id_value")
    except InputRefused as error:
        if not error.code.endswith(".invalid"):
            raise
        return [warning(error.code, field="id_value")]
    found = list(check_id_kind(data.id_kind, data.id_value))
    if number is not None:
        found += check_egn(number, today=today, birth_on=data.birth_date, sex=data.sex)
        if data.birth_date is None and number.birth_on <= today:
            values |= {"birth_date": number.birth_on, "birth_year": None}
        if data.sex is Sex.UNKNOWN:
            values["sex"] = number.sex
    return [warning(f.code, field="id_value", **f.facts) for f in found]


_Known = tuple[str, str, str, str, date | None, str, IdKind]


def _names_of_all(db: DbSession) -> list[_Known]:
    columns = select(
        Individual.id,
        Individual.first_name,
        Individual.middle_name,
        Individual.last_name,
        Individual.birth_date,
        Individual.id_value,
        Individual.id_kind,
    ).where(Individual.deleted.is_not(True))
    return list(db.execute(columns))


def _find(
    db: DbSession, values: dict[str, object], *, but: str = ""
) -> tuple[Individual | None, list[Finding]]:
    """The known person of the values, or a question about one with the same name."""
    first, last = fold(str(values["first_name"])), fold(str(values["last_name"]))
    middle = fold(str(values["middle_name"]))
    number, birth = values["id_value"], values["birth_date"]
    similar = ""
    for row in _names_of_all(db):
        if row[0] == but:
            continue
        same_name = (
            bool(first and last)
            and row[3][:1].casefold() == last[:1]  # most people fall out here, before folding
            and (fold(row[1]), fold(row[3])) == (first, last)
        )
        if same_name and middle and row[2] and fold(row[2]) != middle:
            same_name = False
        if number and row[5] == number and row[6] == values["id_kind"]:
            if same_name or not (first or last) or not (row[1] or row[3]):
                return db.get_one(Individual, row[0]), []
            codes = cases_of(db, [row[0]]).get(row[0], ("",))
            asked = warning(
                "individual.known_number",
                field="id_value",
                individual_id=row[0],
                code=", ".join(codes),
            )
            return db.get_one(Individual, row[0]), [asked]
        if same_name and birth is not None and row[4] == birth:
            return db.get_one(Individual, row[0]), []
        if same_name and (birth is None or row[4] is None):
            similar = row[0]
    if not similar:
        return None, []
    codes = cases_of(db, [similar]).get(similar, ())
    return None, [
        warning("individual.similar", individual_id=similar, code=", ".join(codes) or "…")
    ]


def _is_blank(key: str, value: object) -> bool:
    """Whether a value of a form says nothing new about a known person."""
    if key == "citizenship":
        return value == "BG"
    return value in ("", None, False, Sex.UNKNOWN, IdKind.NONE)
