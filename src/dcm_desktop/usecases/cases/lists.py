"""The list of cases: filters, search with the reason of each match, counts of the chips."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.domain.case import OPEN_STATUSES
from dcm_desktop.domain.matching import (
    Matcher,
    MatchHow,
    rank,
)
from dcm_desktop.domain.people_checks import full_name
from dcm_desktop.domain.terms import CaseStatus, CaseTypology, FamilyRelation, RiskLevel
from dcm_desktop.store.tables import (
    Case,
    Child,
    FamilyMember,
    Individual,
    IndividualName,
    Institution,
    Person,
)
from dcm_desktop.usecases.cases.facts import CaseFactsOf, facts_of
from dcm_desktop.usecases.members.roll import official_name
from dcm_desktop.usecases.places import places

WORKED_ON = OPEN_STATUSES | {CaseStatus.CLOSED, CaseStatus.FOLLOW_UP}
"""Cases that the list shows first: worked on, or followed after closing."""
_COLUMNS = (
    Case.id, Case.code, Case.typology, Case.municipality, Case.risk_level, Case.status,
    Case.opened_on, Case.violence_case, Case.lead_institution_id, Case.consent,
    Case.case_worker_person_id, (Case.summary_neutral != "").label("summary_neutral"),
)  # fmt: skip
_RISK_ORDER = (RiskLevel.IMMEDIATE, RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.LOW, None)


@dataclass(frozen=True, slots=True, repr=False)
class CaseFilter:
    """What the list shows; an empty set filters nothing. `text` is the search line."""

    mechanism_id: str | None = None
    statuses: frozenset[CaseStatus] = frozenset(WORKED_ON)
    risks: frozenset[RiskLevel] = frozenset()
    typologies: frozenset[CaseTypology] = frozenset()
    municipalities: frozenset[str] = frozenset()
    for_next_session: bool = False
    without_review: bool = False
    with_missing: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class CaseMatch:
    """Why a row was found.

    `what` is a word of the table `match` of the labels (`code`, `child`, `former_name`, `typology`,
    `municipality`, `worker`, `institution`), or empty where `relation` says who it is.
    """

    what: str
    text: str
    how: MatchHow
    relation: FamilyRelation | None = None


@dataclass(frozen=True, slots=True, repr=False)
class CaseRow:
    """One case in the list."""

    case_id: str
    code: str
    typology: CaseTypology | None
    municipality: str | None
    place: str
    children: int
    risk: RiskLevel | None
    status: CaseStatus
    opened_on: date
    next_review_on: date | None
    on_agenda: bool
    review_overdue: bool
    missing: int
    is_immediate: bool
    """High time to act: immediate risk or violence."""
    match: CaseMatch | None = None


@dataclass(frozen=True, slots=True, repr=False)
class CaseList:
    """Rows and the figures of the header and the chips (of all cases of the mechanism)."""

    rows: tuple[CaseRow, ...]
    worked_on: int
    archived: int
    for_next_session: int
    without_review: int
    with_missing: int
    municipalities: tuple[str, ...] = field(default=())
    """Codes that occur, for the filter."""


def list_cases(db: DbSession, chosen: CaseFilter, *, today: date) -> CaseList:
    """Cases after the filter: by sureness of the match, then risk, next review and code."""
    query = select(*_COLUMNS)
    if chosen.mechanism_id is not None:
        query = query.where(Case.mechanism_id == chosen.mechanism_id)
    cases = db.execute(query).all()
    facts = facts_of(db, None, today=today)
    rows = {case.id: _row(case, facts, today) for case in cases}
    found = [row for row in rows.values() if _passes(row, chosen)]
    if chosen.text.strip():
        found = _searched(db, cases, found, Matcher(chosen.text))
    open_rows = [row for row in rows.values() if row.status in OPEN_STATUSES]
    return CaseList(
        tuple(sorted(found, key=_order)),
        sum(1 for row in rows.values() if row.status in WORKED_ON),
        sum(1 for row in rows.values() if row.status not in WORKED_ON),
        sum(1 for row in rows.values() if row.on_agenda),
        sum(1 for row in open_rows if row.next_review_on is None),
        sum(1 for row in rows.values() if row.missing),
        tuple(sorted({row.municipality for row in rows.values() if row.municipality})),
    )


def case_by_code(db: DbSession, code: str) -> str | None:
    """Id of the case with a code, or None."""
    return db.scalar(select(Case.id).where(Case.code == code.strip().upper()))


def _row(case: Any, facts: CaseFactsOf, today: date) -> CaseRow:
    review = facts.next_review.get(case.id)
    return CaseRow(
        case.id,
        case.code,
        case.typology,
        case.municipality,
        places().municipality(case.municipality).name if case.municipality else "",
        len(facts.children.get(case.id, ())),
        case.risk_level,
        case.status,
        case.opened_on,
        review,
        case.id in facts.planned,
        review is not None and review < today,
        len(facts.missing(case)),
        case.status in OPEN_STATUSES
        and (case.risk_level is RiskLevel.IMMEDIATE or bool(case.violence_case)),
    )


def _passes(row: CaseRow, chosen: CaseFilter) -> bool:
    return (
        (not chosen.statuses or row.status in chosen.statuses)
        and (not chosen.risks or row.risk in chosen.risks)
        and (not chosen.typologies or row.typology in chosen.typologies)
        and (not chosen.municipalities or row.municipality in chosen.municipalities)
        and (not chosen.for_next_session or row.on_agenda)
        and (
            not chosen.without_review
            or (row.next_review_on is None and row.status in OPEN_STATUSES)
        )
        and (not chosen.with_missing or row.missing > 0)
    )


def _order(row: CaseRow) -> tuple[int, int, date, str]:
    return (
        rank(row.match.how) if row.match else 0,
        _RISK_ORDER.index(row.risk),
        row.next_review_on or date.max,
        row.code,
    )


# -- search -------------------------------------------------------------------------------------

_Entry = tuple[str, str, FamilyRelation | None, tuple[MatchHow | None, ...]]
"""What, text, relation, and how each typed word finds it."""


def _searched(
    db: DbSession, cases: Sequence[Any], rows: Iterable[CaseRow], matcher: Matcher
) -> list[CaseRow]:
    entries = _entries(db, cases, matcher)
    found = []
    for row in rows:
        match = _match(row, matcher, entries.get(row.case_id, []))
        if match is not None:
            values = {name: getattr(row, name) for name in CaseRow.__slots__}
            found.append(CaseRow(**{**values, "match": match}))
    return found


def _match(row: CaseRow, matcher: Matcher, entries: list[_Entry]) -> CaseMatch | None:
    """The entry that explains the match best; every word has to match something of the case."""
    best: CaseMatch | None = None
    for n, word in enumerate(matcher.words):
        found = None
        if word.word.upper() in row.code:
            found = CaseMatch("code", row.code, MatchHow.EXACT)
        for what, text, relation, ways in entries:
            how = ways[n]
            if how is not None and (found is None or rank(how) < rank(found.how)):
                found = CaseMatch(what, text, how, relation)
        if found is None:
            return None
        if best is None or (best.what == "code" and found.what != "code"):
            best = found
    return best


def _entries(db: DbSession, cases: Sequence[Any], matcher: Matcher) -> dict[str, list[_Entry]]:
    """What of each case the search finds, people first."""
    entries: dict[str, list[_Entry]] = {case.id: [] for case in cases}

    def add(case_ids: Iterable[str], what: str, text: str, who: FamilyRelation | None) -> None:
        ways = matcher.ways(text)
        if any(ways):
            for case_id in case_ids:
                if case_id in entries:
                    entries[case_id].append((what, text, who, ways))

    for owner, text, is_former in _people(db):
        for (what, relation), case_ids in owner.items():
            add(case_ids, "former_name" if is_former else what, text, relation)
    bodies = {row.id: row.short_name or row.name for row in db.scalars(select(Institution))}
    workers = _officials(db, {case.case_worker_person_id for case in cases})
    for what, key, names in (
        ("worker", "case_worker_person_id", workers),
        ("institution", "lead_institution_id", bodies),
        ("typology", "typology", {word: labels.label(word) for word in CaseTypology}),
        ("municipality", "municipality", _Places()),
    ):
        groups: dict[Any, list[str]] = {}
        for case in cases:
            groups.setdefault(getattr(case, key), []).append(case.id)
        for value, case_ids in groups.items():
            if value and value in names:
                add(case_ids, what, names[value], None)
    return entries


class _Places(dict[str, str]):
    """Municipality code → name, for every known code."""

    def __contains__(self, code: object) -> bool:
        return code in places().municipalities

    def __getitem__(self, code: str) -> str:
        return places().municipality(code).name


_Roles = dict[tuple[str, FamilyRelation | None], list[str]]
"""(`child` or nothing, relation) → cases."""


def _people(db: DbSession) -> Iterator[tuple[_Roles, str, bool]]:
    """Names of all people of families with their roles; True for a former name."""
    roles: dict[str | None, _Roles] = {}
    for who, case_id in db.execute(select(Child.individual_id, Child.case_id)):
        roles.setdefault(who, {}).setdefault(("child", None), []).append(case_id)
    members = select(FamilyMember.individual_id, FamilyMember.case_id, FamilyMember.relation)
    for who, case_id, relation in db.execute(members):
        roles.setdefault(who, {}).setdefault(("", relation), []).append(case_id)
    now, former = Individual, IndividualName
    for owner, first, middle, last in db.execute(
        select(now.id, now.first_name, now.middle_name, now.last_name)
    ):
        if owner in roles:
            yield roles[owner], full_name(first or "", middle or "", last or ""), False
    for owner, first, middle, last in db.execute(
        select(former.individual_id, former.first_name, former.middle_name, former.last_name)
    ):
        if owner in roles:
            yield roles[owner], full_name(first or "", middle or "", last or ""), True


def _officials(db: DbSession, ids: set[str | None]) -> dict[str, str]:
    rows = db.scalars(select(Person).where(Person.id.in_({i for i in ids if i})))
    return {row.id: official_name(row) for row in rows}
