"""What lists and files of cases read together: children, next reviews, what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.case_file import ChildFacts, Missing, missing_of
from dcm_desktop.domain.terms import AgendaItemStatus, SessionStatus
from dcm_desktop.domain.values import local_date
from dcm_desktop.store.tables import AgendaItem, Case, CaseReview, Child, Session

_AHEAD = (SessionStatus.DRAFT, SessionStatus.CONVENED, SessionStatus.OPEN, SessionStatus.ADJOURNED)
_FIELDS = ("risk_level", "municipality", "lead_institution_id", "consent", "summary_neutral")


@dataclass(frozen=True, slots=True)
class Planned:
    """An agenda item ahead that concerns a case."""

    session_id: str
    item_id: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class CaseFactsOf:
    """Facts of some cases, read in a handful of statements, each by case id."""

    children: Mapping[str, list[Child]] = field(default_factory=dict)
    planned: Mapping[str, Planned] = field(default_factory=dict)
    """The next session whose agenda holds the case."""
    next_review: Mapping[str, date] = field(default_factory=dict)
    """The day of the planned session, else the one set at the last review."""

    def missing(self, row: Case, *, summary_clean: bool = True) -> tuple[Missing, ...]:
        """What a case lacks."""
        return missing_of(
            status=row.status,
            typology=row.typology,
            filled={name: bool(getattr(row, name)) for name in _FIELDS},
            children=[_child_facts(child) for child in self.children.get(row.id, ())],
            has_next_review=row.id in self.next_review,
            summary_clean=summary_clean,
        )


def facts_of(db: DbSession, case_ids: Iterable[str] | None, *, today: date) -> CaseFactsOf:
    """Facts of the given cases, or of all when None."""
    ids = None if case_ids is None else list(case_ids)
    children: dict[str, list[Child]] = {}
    found = select(Child).order_by(Child.label, Child.id)
    for child in db.scalars(found if ids is None else found.where(Child.case_id.in_(ids))):
        children.setdefault(child.case_id, []).append(child)
    planned = _planned(db, ids, today)
    reviews = _set_at_reviews(db, ids)
    reviews |= {case_id: local_date(item.starts_at) for case_id, item in planned.items()}
    return CaseFactsOf(children, planned, reviews)


def _planned(db: DbSession, ids: list[str] | None, today: date) -> dict[str, Planned]:
    query = (
        select(AgendaItem.case_id, Session.id, AgendaItem.id, Session.starts_at)
        .join(Session, Session.id == AgendaItem.session_id)
        .where(
            AgendaItem.case_id.is_not(None),
            AgendaItem.status != AgendaItemStatus.WITHDRAWN,
            Session.status.in_(_AHEAD),
        )
        .order_by(Session.starts_at.desc())
    )
    if ids is not None:
        query = query.where(AgendaItem.case_id.in_(ids))
    return {
        str(case_id): Planned(session_id, item_id, starts_at)
        for case_id, session_id, item_id, starts_at in db.execute(query)
        if local_date(starts_at) >= today
    }


def _set_at_reviews(db: DbSession, ids: list[str] | None) -> dict[str, date]:
    """The date of the next review set at the latest session that set one."""
    query = (
        select(CaseReview.case_id, CaseReview.next_review_on)
        .join(AgendaItem, AgendaItem.id == CaseReview.item_id)
        .join(Session, Session.id == AgendaItem.session_id)
        .where(CaseReview.next_review_on.is_not(None))
        .order_by(Session.starts_at)
    )
    if ids is not None:
        query = query.where(CaseReview.case_id.in_(ids))
    return {case_id: day for case_id, day in db.execute(query) if day is not None}


def _child_facts(child: Child) -> ChildFacts:
    return ChildFacts(
        child.id,
        child.label,
        child.birth_year is not None,
        bool(child.unborn),
        child.sex_stat,
        child.care_now,
        child.opinion_heard,
    )
