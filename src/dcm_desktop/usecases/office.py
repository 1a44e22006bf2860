"""The mechanism, the versions of its rules, and who works with the store.

Members and institutions are in `usecases.members`.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, fields
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain import rules as rule
from dcm_desktop.domain.findings import Finding, require
from dcm_desktop.domain.people_checks import mechanism_findings, mechanism_name
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    MechanismLevel,
    MechanismStatus,
    SessionStatus,
    StoreLevel,
    UserRole,
)
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import Mechanism, MechanismRules, Session, User
from dcm_desktop.usecases.places import places
from dcm_desktop.usecases.saving import Saved, new_id, required, saved, waiting

_ACTING = frozenset({MechanismStatus.PREPARING, MechanismStatus.ACTIVE, MechanismStatus.RENEWED})
_UNDER_RULES = (SessionStatus.OPEN, SessionStatus.ADJOURNED, SessionStatus.HELD)
_TEXTS = {
    "founding_act": 200,
    "funding_project": 60,
    "seat_address": 200,
    "controller": 200,
    "dpo_contact": 200,
}


@dataclass(frozen=True, slots=True)
class MechanismData:
    """The form of a mechanism. Its name is made from level and place when `name_bg` is empty.

    `district` and `municipality` empty: those of the store.
    """

    level: MechanismLevel = MechanismLevel.DISTRICT
    district: str = ""
    municipality: str | None = None
    name_bg: str = ""
    founded_on: date | None = None
    first_session_on: date | None = None
    first_session_number: int = 1
    founding_act: str = ""
    status: MechanismStatus = MechanismStatus.ACTIVE
    planned_seats: int = 15
    funding_project: str = ""
    seat_address: str = ""
    controller: str = ""
    dpo_contact: str = ""
    case_register_holder: bool = True


@dataclass(frozen=True, slots=True)
class MechanismView:
    """One mechanism. `missing` are fields that the papers need and nobody has typed in yet."""

    mechanism_id: str
    data: MechanismData
    name: str
    area: str
    """„област Кърджали“ or „община Троян“."""
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RulesRow:
    """One version of the rules. `in_use`: sessions were held under it, so it is not edited."""

    rules_id: str
    version: int
    adopted_on: date | None
    source: str
    rules: Rules
    in_use: bool = False


@dataclass(frozen=True, slots=True)
class UserRow:
    """One user of this store."""

    user_id: str
    name: str = field(repr=False)
    role: UserRole = UserRole.COORDINATOR
    left_at: datetime | None = None


# -- mechanism ----------------------------------------------------------------------------------


def create_mechanism(
    db: DbSession, data: MechanismData, *, accept: Collection[str] = (), at: datetime
) -> Saved:
    """A new mechanism with its generated name.

    Raises: RuleBroken `mechanism.exists` and those of `mechanism_findings`; InputRefused for the
    place or a text.
    """
    values = _mechanism_values(db, data, None)
    findings = _mechanism_findings(db, values, None, at=at)
    if ask := waiting(findings, accept):
        return ask
    row = Mechanism(id=new_id(db), **values)
    db.add(row)
    return saved(db, row, findings, at=at)


def update_mechanism(
    db: DbSession,
    mechanism_id: str,
    data: MechanismData,
    *,
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Save the form of a mechanism. Raises: as `create_mechanism`."""
    row = db.get_one(Mechanism, mechanism_id)
    values = _mechanism_values(db, data, row)
    findings = _mechanism_findings(db, values, mechanism_id, at=at)
    if ask := waiting(findings, accept):
        return ask
    for key, value in values.items():
        setattr(row, key, value)
    return saved(db, row, findings, at=at)


def get_mechanism(db: DbSession, mechanism_id: str) -> MechanismView:
    """One mechanism."""
    return _mechanism_view(db.get_one(Mechanism, mechanism_id))


def list_mechanisms(db: DbSession) -> tuple[MechanismView, ...]:
    """All mechanisms of the store, the district's first, then by name; empty at the start."""
    rows = db.scalars(select(Mechanism)).all()
    order = sorted(rows, key=lambda row: (row.level != MechanismLevel.DISTRICT, row.name_bg))
    return tuple(_mechanism_view(row) for row in order)


def _mechanism_values(
    db: DbSession, data: MechanismData, row: Mechanism | None
) -> dict[str, object]:
    values: dict[str, object] = {item.name: getattr(data, item.name) for item in fields(data)}
    own = "" if db.info["level"] == StoreLevel.NATIONAL else str(db.info["district"])
    district = data.district or (row.district if row else own)
    municipality = data.municipality
    if data.level is MechanismLevel.MUNICIPAL:
        municipality = municipality or str(db.info.get("municipality") or "") or None
        required(municipality, name="municipality")
        places().check_municipality(district, str(municipality))
        area = places().municipality(str(municipality)).phrase
    else:
        municipality = None
        area = places().district(district).area
    for name, longest in _TEXTS.items():
        text = str(values[name])
        values[name] = check_line(text, name=name, max_len=longest, required=False, field=name)
    name = check_line(data.name_bg, name="name", max_len=200, required=False, field="name_bg")
    values["name_bg"] = name or mechanism_name(data.level, area)
    values["district"], values["municipality"] = district, municipality
    required(data.founded_on, name="founded_on")
    return values


def _mechanism_findings(
    db: DbSession, values: dict[str, object], mechanism_id: str | None, *, at: datetime
) -> list[Finding]:
    data = {key: values[key] for key in _CHECKED}
    findings = list(mechanism_findings(today=local_date(at), **data))  # type: ignore[arg-type]  # - values of the form's own fields
    if values["status"] in _ACTING:
        others = db.scalars(
            select(Mechanism).where(
                Mechanism.district == values["district"], Mechanism.level == values["level"]
            )
        )
        for other in others:
            same = other.municipality == values["municipality"] and other.status in _ACTING
            if same and other.id != mechanism_id:
                district = places().district(str(values["district"])).name
                raise RuleBroken("mechanism.exists", field="district", district=district)
    return findings


_CHECKED = ("founded_on", "first_session_on", "planned_seats", "first_session_number")


def _mechanism_view(row: Mechanism) -> MechanismView:
    data = MechanismData(**{item.name: getattr(row, item.name) for item in fields(MechanismData)})
    if row.level is MechanismLevel.MUNICIPAL and row.municipality:
        area = places().municipality(row.municipality).phrase
    else:
        area = places().district(row.district).area
    needed = ("founded_on", "founding_act", "seat_address", "controller")
    missing = tuple(name for name in needed if not getattr(row, name))
    return MechanismView(row.id, data, row.name_bg, area, missing)


# -- rules --------------------------------------------------------------------------------------


def add_rules_version(
    db: DbSession,
    mechanism_id: str,
    rules: Rules,
    *,
    adopted_on: date | None = None,
    source: str = "",
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """A new version of the rules, in force from `adopted_on` (None: from the foundation).

    Raises: RuleBroken of `domain.rules.validate_rules`; InputRefused for the source.
    """
    findings, values = _rules_values(db, mechanism_id, rules, adopted_on, source)
    if ask := waiting(findings, accept):
        return ask
    last = db.scalar(
        select(func.max(MechanismRules.version)).where(MechanismRules.mechanism_id == mechanism_id)
    )
    row = MechanismRules(
        id=new_id(db), mechanism_id=mechanism_id, version=(last or 0) + 1, **values
    )
    db.add(row)
    return saved(db, row, findings, at=at)


def update_rules_version(
    db: DbSession,
    rules_id: str,
    rules: Rules,
    *,
    adopted_on: date | None = None,
    source: str = "",
    accept: Collection[str] = (),
    at: datetime,
) -> Saved:
    """Correct a version under which nothing was decided yet.

    Raises: RuleBroken `rules.in_use` after a session was held under it, else as
    `add_rules_version`. Source: domain reference, section 7 (Rules).
    """
    row = db.get_one(MechanismRules, rules_id)
    rule.check_editable(sessions_held=_held_under(db, rules_id))
    findings, values = _rules_values(db, row.mechanism_id, rules, adopted_on, source)
    if ask := waiting(findings, accept):
        return ask
    for key, value in values.items():
        setattr(row, key, value)
    return saved(db, row, findings, at=at)


def list_rules(db: DbSession, mechanism_id: str) -> tuple[RulesRow, ...]:
    """All versions, the newest first; empty before the rules were typed in."""
    rows = _versions(db, mechanism_id)
    return tuple(_rules_row(row, in_use=_held_under(db, row.id) > 0) for row in reversed(rows))


def rules_in_force(db: DbSession, mechanism_id: str, on: date) -> RulesRow:
    """The version in force on a day.

    Raises: RuleBroken `rules.none_on_day`.
    """
    found = None
    for row in _versions(db, mechanism_id):
        if row.adopted_on is None or row.adopted_on <= on:
            found = row
    if found is None:
        raise RuleBroken("rules.none_on_day", day=on)
    return _rules_row(found)


def rules_for_forms(db: DbSession, mechanism_id: str, on: date) -> Rules:
    """The rules of a day, else the first version ever, else the proposed values.

    For checks that must not stop where the rules begin; sessions use `rules_in_force`.
    """
    rows = _versions(db, mechanism_id)
    covering = [row for row in rows if row.adopted_on is None or row.adopted_on <= on]
    chosen = covering[-1:] or rows[:1]
    return rules_of(chosen[0]) if chosen else rule.DEFAULT_RULES


def rules_of(row: MechanismRules) -> Rules:
    """The stored version as the value that the rules of `domain` take."""
    values = {item.name: getattr(row, item.name) for item in fields(Rules)}
    values["signers"] = tuple(values["signers"] or ("chair", "minutes_taker"))
    values["majority_exceptions"] = tuple(values["majority_exceptions"] or ())
    return Rules(**values)


def _rules_values(
    db: DbSession, mechanism_id: str, rules: Rules, adopted_on: date | None, source: str
) -> tuple[tuple[Finding, ...], dict[str, object]]:
    mechanism = db.get_one(Mechanism, mechanism_id)
    findings = rule.validate_rules(rules, seats=mechanism.planned_seats)
    require(findings)
    values: dict[str, object] = {item.name: getattr(rules, item.name) for item in fields(Rules)}
    values["signers"] = list(rules.signers)
    values["majority_exceptions"] = list(rules.majority_exceptions)
    values["adopted_on"] = adopted_on
    values["source"] = check_line(source, name="source", max_len=300, required=False)
    return findings, values


def _versions(db: DbSession, mechanism_id: str) -> list[MechanismRules]:
    rows = db.scalars(
        select(MechanismRules).where(MechanismRules.mechanism_id == mechanism_id)
    ).all()
    return sorted(rows, key=lambda row: (row.adopted_on or date.min, row.version))


def _held_under(db: DbSession, rules_id: str) -> int:
    return (
        db.scalar(
            select(func.count())
            .select_from(Session)
            .where(Session.rules_id == rules_id, Session.status.in_(_UNDER_RULES))
        )
        or 0
    )


def _rules_row(row: MechanismRules, *, in_use: bool = False) -> RulesRow:
    return RulesRow(row.id, row.version, row.adopted_on, row.source, rules_of(row), in_use)


# -- users --------------------------------------------------------------------------------------


def list_users(db: DbSession) -> tuple[UserRow, ...]:
    """Who works with this store, in the order they came."""
    rows = db.scalars(select(User).order_by(User.created_at))
    return tuple(UserRow(row.id, row.name, row.role, row.left_at) for row in rows)


def set_own_name(db: DbSession, name: str, *, at: datetime) -> None:  # noqa: ARG001 - every writing use case takes `at`
    """Set the name of the present user, as the window greets and the papers sign.

    Raises: InputRefused for an empty or too long name.
    """
    user = db.get_one(User, str(db.info["actor"]))
    user.name = check_line(name, name="name", max_len=120, field="user_name")
