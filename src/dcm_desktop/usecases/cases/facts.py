"""What lists and files of cases read together: children, next reviews, what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.case_file import ChildFacts, Missing, missing_of
from dcm_desktop.domain.terms import (
    AgendaItemStatus,
    CaseStatus,
    CaseTypology,
    SessionStatus,
)
from dcm_desktop.domain.values import local_date
from dcm_desktop.store.tables import AgendaItem, CaseReview, Child, Session

_AHEAD = (SessionStatus.DRAFT, SessionStatus.CONVENED, SessionStatus.OPEN, SessionStatus.ADJOURNED)
_CHILD = (
    Child.case_id, Child.id, Child.label, Child.birth_year, Child.unborn, Child.sex_stat,
    Child.care_now, Child.opinion_heard,
)  # fmt: skip
_FIELDS = ("risk_level", "municipality", "lead_institution_id", "consent", "summary_neutral")


class CaseFields(Protocol):
    """What is asked of a case: a row of the table, or of a query with these columns and those of
    `_FIELDS` (a filled one is true)."""

    @property
    def id(self) -> str:
        """Id of the case."""

    @property
    def status(self) -> CaseStatus:
        """Its state."""

    @property
    def typology(self) -> CaseTypology | None:
        """Its typology."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An agenda item ahead that concerns a case."""

    session_id: str
    item_id: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class CaseFactsOf:
    """Facts of some cases, read in a handful of statements, each by case id."""

    children: Mapping[str, list[ChildFacts]] = field(default_factory=dict)
    planned: Mapping[str, Planned] = field(default_factory=dict)
    """The next session whose agenda holds the case."""
    next_review: Mapping[str, date] = field(default_factory=dict)
    """The day of the planned session, else the one set at the last review."""

    def missing(self, row: "CaseFields", *, summary_clean: bool = True) -> tuple[Missing, ...]:
        """What a case lacks."""
        return missing_of(
            status=row.status,
            typology=row.typology,
            filled={name: bool(getattr(row, name)) for name in _FIELDS},
            children=self.children.get(row.id, ()),
            has_next_review=row.id in self.next_review,
            summary_clean=summary_clean,
        )


def facts_of(db: DbSession, case_ids: Iterable[str] | None, *, today: date) -> CaseFactsOf:
    """Facts of the given cases, or of all when None."""
    ids = None if case_ids is None else list(case_ids)
    children: dict[str, list[ChildFacts]] = {}
    query = select(*_CHILD).order_by(Child.label, Child.id)
    for case_id, child_id, label, year, unborn, sex, care, opinion in db.execute(
        query if ids is None else query.where(Child.case_id.in_(ids))
    ):
        children.setdefault(case_id, []).append(
            ChildFacts(child_id, label, year is not None, bool(unborn), sex, care, opinion)
        )
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
