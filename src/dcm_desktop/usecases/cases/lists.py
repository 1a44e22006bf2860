"""The list of cases: filters, search with the reason of each match, counts of the chips."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.domain.case import OPEN_STATUSES
from dcm_desktop.domain.matching import (
    MatchHow,
    QueryWord,
    Searchable,
    match_word,
    parse_query,
    rank,
    searchable,
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
from dcm_desktop.usecases.places import places

WORKED_ON = OPEN_STATUSES | {CaseStatus.CLOSED, CaseStatus.FOLLOW_UP}
"""Cases that the list shows first: worked on, or followed after closing."""
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
    query = select(Case)
    if chosen.mechanism_id is not None:
        query = query.where(Case.mechanism_id == chosen.mechanism_id)
    cases = list(db.scalars(query))
    facts = facts_of(db, None, today=today)
    rows = {case.id: _row(case, facts, today) for case in cases}
    found = [row for row in rows.values() if _passes(row, chosen)]
    if chosen.text.strip():
        found = _searched(db, cases, found, parse_query(chosen.text))
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


def _row(case: Case, facts: CaseFactsOf, today: date) -> CaseRow:
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

_Entry = tuple[str, str, FamilyRelation | None, tuple[Searchable, ...]]
"""What, text, relation, its words."""


def _searched(
    db: DbSession, cases: Sequence[Case], rows: Iterable[CaseRow], query: tuple[QueryWord, ...]
) -> list[CaseRow]:
    entries = _entries(db, cases)
    found = []
    for row in rows:
        match = _match(row, query, entries.get(row.case_id, []))
        if match is not None:
            values = {name: getattr(row, name) for name in CaseRow.__slots__}
            found.append(CaseRow(**{**values, "match": match}))
    return found


def _match(row: CaseRow, query: tuple[QueryWord, ...], entries: list[_Entry]) -> CaseMatch | None:
    """The entry that explains the match best; every word has to match something of the case."""
    best: CaseMatch | None = None
    for word in query:
        found = _match_code(row, word)
        for what, text, relation, words in entries:
            how = match_word(word, words)
            if how is not None and (found is None or rank(how) < rank(found.how)):
                found = CaseMatch(what, text, how, relation)
        if found is None:
            return None
        if best is None or (best.what == "code" and found.what != "code"):
            best = found
    return best


def _match_code(row: CaseRow, word: QueryWord) -> CaseMatch | None:
    if word.word.upper() in row.code:
        return CaseMatch("code", row.code, MatchHow.EXACT)
    return None


def _entries(db: DbSession, cases: Sequence[Case]) -> dict[str, list[_Entry]]:
    """Everything of the cases that the search looks through, people first."""
    entries: dict[str, list[_Entry]] = {case.id: [] for case in cases}
    roles: dict[str, list[tuple[str, str, FamilyRelation | None]]] = {}
    pairs = db.execute(select(Child.individual_id, Child.case_id))
    for who, case_id in pairs:
        roles.setdefault(who or "", []).append((case_id, "child", None))
    members = select(FamilyMember.individual_id, FamilyMember.case_id, FamilyMember.relation)
    for who, case_id, relation in db.execute(members):
        roles.setdefault(who or "", []).append((case_id, "", relation))
    names = (Individual.first_name, Individual.middle_name, Individual.last_name)
    for person in db.execute(select(Individual.id, *names)):
        _add(entries, roles, person)
    former = IndividualName
    names = (former.first_name, former.middle_name, former.last_name)
    for person in db.execute(select(former.individual_id, *names)):
        _add(entries, roles, person, former=True)
    words: dict[str, tuple[Searchable, ...]] = {}

    def add(case_id: str, what: str, text: str) -> None:
        if text:
            words.setdefault(text, searchable(text))
            entries[case_id].append((what, text, None, words[text]))

    workers = _officials(db, {case.case_worker_person_id for case in cases})
    bodies = {row.id: row for row in db.scalars(select(Institution))}
    for case in cases:
        add(case.id, "worker", workers.get(case.case_worker_person_id or "", ""))
        lead = bodies.get(case.lead_institution_id or "")
        add(case.id, "institution", (lead.short_name or lead.name) if lead else "")
        if case.typology:
            add(case.id, "typology", labels.label(case.typology))
        if case.municipality:
            add(case.id, "municipality", places().municipality(case.municipality).name)
    return entries


def _add(
    entries: dict[str, list[_Entry]],
    roles: dict[str, list[tuple[str, str, FamilyRelation | None]]],
    person: tuple[str, str, str, str],
    *,
    former: bool = False,
) -> None:
    owner, *names = person
    text = full_name(names[0] or "", names[1] or "", names[2] or "")
    if not text or owner not in roles:
        return
    words = searchable(text)
    for case_id, what, relation in roles[owner]:
        if case_id in entries:
            entries[case_id].append(("former_name" if former else what, text, relation, words))


def _officials(db: DbSession, ids: set[str | None]) -> dict[str, str]:
    rows = db.scalars(select(Person).where(Person.id.in_({i for i in ids if i})))
    return {row.id: full_name(row.first_name, "", row.last_name, row.title) for row in rows}
