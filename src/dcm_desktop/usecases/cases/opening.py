"""Open, correct and take back a case; give it its code."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain import case as rule
from dcm_desktop.domain.case_file import summary_findings
from dcm_desktop.domain.findings import Finding, blocker
from dcm_desktop.domain.names import RegisterName
from dcm_desktop.domain.terms import (
    CaseStatus,
    CaseTypology,
    Consent,
    MechanismLevel,
    RiskFactor,
    RiskLevel,
)
from dcm_desktop.domain.text import check_line, check_text
from dcm_desktop.domain.values import local_date, parse_case_code
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store import audit
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Case,
    CaseReview,
    CaseStatusChange,
    Child,
    Decision,
    Family,
    FamilyAddress,
    FamilyMember,
    Individual,
    IndividualName,
    Mechanism,
)
from dcm_desktop.usecases.cases.roles import (
    ChildData,
    FamilyMemberData,
    PreparedRole,
    prepare_child,
    prepare_member,
    refresh_children,
    write_child,
    write_member,
)
from dcm_desktop.usecases.exchange.guard import official_names
from dcm_desktop.usecases.places import places
from dcm_desktop.usecases.saving import Saved, new_id, required, saved, waiting

LONGEST_SUMMARY = 1500
_LISTS = ("secondary_typologies", "risk_factors", "measures")
_TEXTS = (
    "typology_other", "summary_neutral", "summary_full", "consent_document", "ozd_plan_ref",
    "funding_project",
)  # fmt: skip
_OWN = ("code", "address", *_LISTS)


@dataclass(frozen=True, slots=True, repr=False)
class CaseData:
    """The form of a case. `code` empty: the next one; typed in for a case kept on paper before."""

    typology: CaseTypology
    opened_on: date
    code: str = ""
    typology_other: str = ""
    secondary_typologies: tuple[CaseTypology, ...] = ()
    municipality: str | None = None
    settlement_ekatte: str | None = None
    address: str = ""
    source_institution_id: str | None = None
    lead_institution_id: str | None = None
    case_worker_person_id: str | None = None
    risk_level: RiskLevel | None = None
    risk_factors: tuple[RiskFactor, ...] = ()
    summary_neutral: str = ""
    summary_full: str = ""
    consent: Consent | None = None
    consent_on: date | None = None
    consent_document: str = ""
    violence_case: bool = False
    measures: tuple[str, ...] = ()
    operative: bool = False
    ozd_plan_ref: str = ""
    funding_project: str = ""


def open_case(
    db: DbSession,
    mechanism_id: str,
    data: CaseData,
    *,
    children: Sequence[ChildData] = (),
    family: Sequence[FamilyMemberData] = (),
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """A new case with its children and family, in one act; provisional where codes are not given.

    Warns: `case.immediate`, `case.consent_refused` (both hold nothing up),
    `case.possible_duplicate`, `individual.similar`, `individual.known_number`, those of ages and
    identifiers. Raises: RuleBroken `case.personal_data_in_summary`, `case.opened_in_future`,
    `case.code_taken`, those of `child_findings`; InputRefused for a field.
    """
    mechanism = db.get_one(Mechanism, mechanism_id)
    values, findings = _checked(mechanism, data, at=at)
    code = _checked_code(db, mechanism, data)
    prepared = [
        prepare_child(db, child, data.opened_on, data.typology, case_id="", at=at)
        for child in children
    ]
    years = tuple(child.birth_year for child in prepared if child.birth_year)
    relatives = [prepare_member(db, one, years, case_id="", at=at) for one in family]
    for person in (*prepared, *relatives):
        findings += person.findings
    names = [RegisterName("", p.person.names, code) for p in (*prepared, *relatives)]
    findings += _scan(db, str(values["summary_neutral"]), names)
    if ask := waiting(findings, accept):
        return ask
    home = Family(id=new_id(db), label=_family_label([*prepared, *relatives]))
    db.add(home)
    row = Case(
        id=new_id(db),
        mechanism_id=mechanism_id,
        code=code,
        family_id=home.id,
        status=CaseStatus.NEW,
        **values,
    )
    db.add(row)
    _move_to(db, home.id, data.address, data.settlement_ekatte, data.opened_on)
    db.add(
        CaseStatusChange(id=new_id(db), case_id=row.id, to_status=CaseStatus.NEW, on=data.opened_on)
    )
    db.flush()
    for child in prepared:
        write_child(db, row, child, at=at)
    for relative in relatives:
        write_member(db, row, relative, at=at)
    return saved(db, row, findings, at=at)


def update_case(
    db: DbSession,
    case_id: str,
    data: CaseData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Save the form of a case; its code stays. Warns and raises: as `open_case`."""
    row = db.get_one(Case, case_id)
    values, findings = _checked(db.get_one(Mechanism, row.mechanism_id), data, at=at)
    if values["summary_neutral"] != row.summary_neutral:
        findings += _scan(db, str(values["summary_neutral"]), names_in(db, [case_id]))
    if ask := waiting(findings, accept):
        return ask
    moved = row.opened_on != data.opened_on
    for key, value in values.items():
        setattr(row, key, value)
    if row.family_id is None:
        home = Family(id=new_id(db), label="")
        db.add(home)
        row.family_id = home.id
    _move_to(db, row.family_id, data.address, data.settlement_ekatte, local_date(at))
    if moved:
        refresh_children(db, row)
    return saved(db, row, findings, at=at)


def case_data(db: DbSession, case_id: str) -> CaseData:
    """The form of a case as it is stored."""
    row = db.get_one(Case, case_id)
    plain = {i.name: getattr(row, i.name) for i in fields(CaseData) if i.name not in _OWN}
    plain |= {i.name: plain[i.name] or "" for i in fields(CaseData) if i.name in _TEXTS}
    home = current_address(db, row.family_id)
    return CaseData(
        code=row.code,
        address=home.address if home else "",
        secondary_typologies=tuple(CaseTypology(w) for w in row.secondary_typologies or ()),
        risk_factors=tuple(RiskFactor(word) for word in row.risk_factors or ()),
        measures=tuple(row.measures or ()),
        **plain,
    )


def delete_case(db: DbSession, case_id: str, *, reason: str, at: datetime) -> Saved:
    """Take a case entered by mistake away; `Workspace.undo` brings it back. Its code is not reused.

    Raises: RuleBroken `case.in_use` when it was discussed or has decisions or tasks;
    InputRefused `case.delete_reason`.
    """
    row = db.get_one(Case, case_id)
    if not reason.strip():
        raise InputRefused("case.delete_reason", field="reason")
    for used in (AgendaItem, Decision, ActionItem, CaseReview):
        if db.scalar(select(used.id).where(used.case_id == case_id).limit(1)):
            raise RuleBroken("case.in_use")
    row.status_reason = check_text(reason, name="reason", max_len=500)
    row.deleted = True
    for role in (Child, FamilyMember, CaseStatusChange):
        for part in db.scalars(select(role).where(role.case_id == case_id)):
            part.deleted = True
    audit.append(db, "case.deleted", at=at, entity="case", entity_id=case_id)
    return saved(db, row, (), at=at)


def names_in(db: DbSession, case_ids: Iterable[str]) -> list[RegisterName]:
    """Names, former ones too, of all children and family members of the cases, for the guard."""
    ids = list(case_ids)
    codes: dict[str, str] = {}
    for role in (Child, FamilyMember):
        pairs = db.execute(
            select(role.individual_id, Case.code)
            .join(Case, Case.id == role.case_id)
            .where(role.case_id.in_(ids))
        )
        codes |= {str(who): code for who, code in pairs if who}
    rows: list[Individual | IndividualName] = [
        *db.scalars(select(Individual).where(Individual.id.in_(codes))),
        *db.scalars(select(IndividualName).where(IndividualName.individual_id.in_(codes))),
    ]
    found = []
    for row in rows:
        owner = row.id if isinstance(row, Individual) else row.individual_id
        parts = (row.first_name, row.middle_name, row.last_name)
        found.append(RegisterName(owner, parts, codes[owner]))
    return found


def current_address(db: DbSession, family_id: str | None) -> FamilyAddress | None:
    """The address of a household that has no end; None when there is none."""
    if family_id is None:
        return None
    return db.scalars(
        select(FamilyAddress)
        .where(FamilyAddress.family_id == family_id, FamilyAddress.to_on.is_(None))
        .order_by(FamilyAddress.from_on.desc())
    ).first()


def _checked(
    mechanism: Mechanism, data: CaseData, *, at: datetime
) -> tuple[dict[str, object], list[Finding]]:
    values: dict[str, object] = {
        item.name: getattr(data, item.name) for item in fields(data) if item.name not in _OWN
    }
    values |= {key: [str(word) for word in getattr(data, key)] for key in _LISTS}
    required(data.typology, name="typology")
    other = check_line(data.typology_other, name="typology_other", max_len=120, required=False)
    values["typology_other"] = other
    for key, longest in (("consent_document", 200), ("ozd_plan_ref", 120), ("funding_project", 60)):
        values[key] = check_line(
            str(values[key]), name=key, max_len=longest, required=False, field=key
        )
    for key, longest in (("summary_neutral", LONGEST_SUMMARY), ("summary_full", 20_000)):
        values[key] = check_text(
            str(values[key]), name=key, max_len=longest, required=False, field=key
        )
    values["municipality"] = _municipality(mechanism, data)
    findings: list[Finding] = list(rule.check_dates(data.opened_on, None, today=local_date(at)))
    if data.typology is CaseTypology.OTHER and not other:
        findings.append(blocker("case.typology_other", field="typology_other"))
    if data.consent_on is not None and data.consent_on > local_date(at):
        findings.append(blocker("case.consent_in_future", field="consent_on"))
    findings += rule.opening_findings(
        risk_level=data.risk_level, violence=data.violence_case, consent=data.consent
    )
    return values, findings


def _municipality(mechanism: Mechanism, data: CaseData) -> str | None:
    chosen = data.municipality
    if data.settlement_ekatte:
        settlement = places().settlement(data.settlement_ekatte)
        if chosen and settlement.municipality != chosen:
            raise InputRefused(
                "case.settlement_elsewhere",
                field="settlement_ekatte",
                settlement=settlement.label,
                municipality=places().municipality(chosen).name,
            )
        chosen = settlement.municipality
    if not chosen and mechanism.level is MechanismLevel.MUNICIPAL:
        chosen = mechanism.municipality
    if chosen:
        places().check_municipality(mechanism.district, chosen)
    return chosen or None


def _checked_code(db: DbSession, mechanism: Mechanism, data: CaseData) -> str:
    used = db.scalars(
        select(Case.code).where(Case.code.startswith(mechanism.district)),
        execution_options={"include_deleted": True},
    ).all()
    if data.code.strip():
        code = str(parse_case_code(data.code, field="code"))
        if code in used:
            raise RuleBroken("case.code_taken", field="code", code=code)
        return code
    district, municipal = rule.code_prefix(
        mechanism.district, mechanism.municipality, mechanism.level
    )
    laptop = "" if mechanism.case_register_holder else str(db.info.get("device_letter") or "A")
    year = data.opened_on.year
    return str(
        rule.next_code(used, district=district, year=year, municipal=municipal, laptop=laptop)
    )


def _scan(db: DbSession, text: str, names: Iterable[RegisterName]) -> tuple[Finding, ...]:
    return summary_findings(text, names, officials=official_names(db)) if text else ()


def _move_to(db: DbSession, family_id: str, address: str, ekatte: str | None, day: date) -> None:
    """Note where the household lives from a day, when that differs from what is known."""
    line = check_line(address, name="address", max_len=200, required=False, field="address")
    now = current_address(db, family_id)
    if now is not None and (now.address, now.settlement_ekatte) == (line, ekatte):
        return
    if now is not None:
        now.to_on = day
    if line or ekatte:
        db.add(
            FamilyAddress(
                id=new_id(db),
                family_id=family_id,
                settlement_ekatte=ekatte,
                address=line,
                from_on=day,
            )
        )


def _family_label(roles: Iterable[PreparedRole]) -> str:
    return next((role.person.names[2] for role in roles if role.person.names[2]), "")
