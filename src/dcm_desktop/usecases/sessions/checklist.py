"""The ten checks of a case review: read, answer, gaps, a task for what is unknown.

A review is the discussion of one case under one item; it is made when the first answer is given or
the item is left. Answers are of the child's story: they travel nowhere and stand in no public text.
Source: domain reference, sections 4.3 (CaseReview) and 4.4.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain import principles as rule
from dcm_desktop.domain.attendance import attended
from dcm_desktop.domain.case import months_at
from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AttendanceCapacity,
    CareType,
    FamilyRelation,
    LegalStatus,
    Principle,
    PrincipleAnswer,
)
from dcm_desktop.domain.text import check_text
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import (
    AgendaItem,
    Attendance,
    Case,
    CaseReview,
    Child,
    FamilyMember,
    Guest,
    Individual,
    Person,
    PrincipleCheck,
    Session,
)
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.room import note_review
from dcm_desktop.usecases.sessions.state import check_writable, hall_of, session_day

_SIBLINGS = (FamilyRelation.SIBLING, FamilyRelation.HALF_SIBLING)


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One of the ten: what was answered, what may be answered, what it lacks."""

    principle: Principle
    answer: PrincipleAnswer | None
    reason: str
    notes: Mapping[str, str]
    allowed: tuple[PrincipleAnswer, ...]
    forced: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """The list of one case item, with what the rules looked at."""

    item_id: str
    case_code: str
    checks: tuple[CheckRow, ...]
    separates: bool | None
    care_after: CareType | None
    separation_ground: str
    incident_note: str
    next_review_on: date | None
    siblings: tuple[str, ...]
    """Labels of the other children, for P08; never names."""
    safeguards: frozenset[str]
    answered: int
    is_complete: bool

    @property
    def total(self) -> int:
        """How many checks there are."""
        return len(self.checks)


@dataclass(frozen=True, slots=True)
class ReviewData:
    """What the decision would mean for the children, as the rules need it."""

    separates: bool | None = None
    care_after: CareType | None = None
    separation_ground: str = ""
    incident_note: str = ""
    next_review_on: date | None = None


def get_checklist(db: DbSession, item_id: str) -> ChecklistView:
    """The ten checks of a case item. Raises: RuleBroken `checklist.no_case` for another item."""
    item, case = _case_item(db, item_id)
    review = _review(db, item_id)
    stored = _checks(db, review)
    facts = facts_of(db, item, case, review)
    rows = []
    for principle in Principle:
        check = stored.get(principle, rule.Check(principle))
        forced = rule.forced_answer(principle, facts)
        rows.append(
            CheckRow(
                principle,
                forced or check.answer,
                check.reason,
                check.notes,
                tuple(one for one in PrincipleAnswer if rule.may_answer(principle, one, facts)),
                forced is not None,
                rule.check_findings(check, facts),
            )
        )
    return ChecklistView(
        item_id=item_id,
        case_code=case.code,
        checks=tuple(rows),
        separates=facts.separates,
        care_after=facts.care_after,
        separation_ground=facts.separation_ground,
        incident_note=facts.incident_note,
        next_review_on=facts.next_review_on,
        siblings=_sibling_labels(db, case.id),
        safeguards=facts.safeguards,
        answered=sum(1 for row in rows if row.answer is not None),
        is_complete=not any(one.blocks for row in rows for one in row.findings),
    )


def answer_principle(
    db: DbSession,
    item_id: str,
    principle: Principle,
    answer: PrincipleAnswer | None,
    *,
    reason: str = "",
    notes: Mapping[str, str] | None = None,
    at: datetime,
) -> Saved:
    """Write one answer; nothing blocks in the hall, what it lacks comes back as warnings.

    Raises: RuleBroken `principle.not_allowed` for an answer the principle does not know here.
    """
    del at
    item, case = _case_item(db, item_id)
    check_writable(db, db.get_one(Session, item.session_id))
    review = _review_for(db, item)
    facts = facts_of(db, item, case, review)
    forced = rule.forced_answer(principle, facts)
    if answer is not None and forced is None and not rule.may_answer(principle, answer, facts):
        raise RuleBroken("principle.not_allowed", field=principle.value, principle=principle)
    row = _row_for(db, review, principle)
    row.answer = forced or answer
    row.reason = _text(reason, principle.value)
    kept = {
        key: _text(value, principle.value)
        for key, value in sorted((notes or {}).items())
        if value.strip()
    }
    row.notes = json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else ""
    db.flush()
    check = rule.Check(principle, row.answer, row.reason, kept)
    return Saved(row.id, rule.check_findings(check, facts))


def set_review(db: DbSession, item_id: str, data: ReviewData, *, at: datetime) -> Saved:
    """Write what the decision would mean; answers that a rule now forces change with it."""
    del at
    item, case = _case_item(db, item_id)
    check_writable(db, db.get_one(Session, item.session_id))
    review = _review_for(db, item)
    review.separates = data.separates
    review.care_after = data.care_after
    review.separation_ground = _text(data.separation_ground, "separation_ground")
    review.incident_note = _text(data.incident_note, "incident_note")
    review.next_review_on = data.next_review_on
    db.flush()
    facts = facts_of(db, item, case, review)
    for principle in Principle:
        forced = rule.forced_answer(principle, facts)
        if forced is not None:
            _row_for(db, review, principle).answer = forced
    db.flush()
    return Saved(review.id, rule.checklist_findings(_checks(db, review).values(), facts))


def facts_of(
    db: DbSession, item: AgendaItem, case: Case, review: CaseReview | None
) -> rule.ReviewFacts:
    """What the rules look at, read from the case, the review and the session."""
    session = db.get_one(Session, item.session_id)
    day = session_day(session)
    children = db.scalars(select(Child).where(Child.case_id == case.id)).all()
    ages = tuple(age for child in children if (age := _age(db, child, case, day)) is not None)
    relatives = db.scalars(select(FamilyMember).where(FamilyMember.case_id == case.id)).all()
    parents = [
        row for row in relatives if row.relation in (FamilyRelation.MOTHER, FamilyRelation.FATHER)
    ]
    gone = bool(children) and all(
        child.legal_status in (LegalStatus.UNKNOWN, LegalStatus.ORPHAN) for child in children
    )
    outside = [row for row in relatives if row.relation in _SIBLINGS]
    return rule.ReviewFacts(
        held_on=day,
        ages=ages,
        risk_factors=frozenset(case.risk_factors or ()),
        siblings=len(children) - 1 + len(outside) if children else 0,
        parents_gone=gone and not parents,
        care_now=frozenset(child.care_now for child in children if child.care_now),
        separates=review.separates if review else None,
        care_after=review.care_after if review else None,
        separation_ground=(review.separation_ground or "") if review else "",
        next_review_on=review.next_review_on if review else None,
        incident_note=(review.incident_note or "") if review else "",
        safeguards=_safeguards(db, session, item),
    )


def incomplete_reviews(db: DbSession, case_id: str) -> int:
    """How many reviews of a case have a checklist with a gap; those never begun count."""
    case = db.get_one(Case, case_id)
    count = 0
    for review in db.scalars(select(CaseReview).where(CaseReview.case_id == case_id)):
        item = db.get(AgendaItem, review.item_id)
        if item is None:
            continue
        facts = facts_of(db, item, case, review)
        count += not rule.is_complete(_checks(db, review).values(), facts)
    return count


def _case_item(db: DbSession, item_id: str) -> tuple[AgendaItem, Case]:
    item = db.get_one(AgendaItem, item_id)
    if item.kind is not AgendaItemKind.CASE or not item.case_id:
        raise RuleBroken("checklist.no_case")
    return item, db.get_one(Case, item.case_id)


def _review(db: DbSession, item_id: str) -> CaseReview | None:
    return db.scalars(select(CaseReview).where(CaseReview.item_id == item_id)).first()


def _review_for(db: DbSession, item: AgendaItem) -> CaseReview:
    note_review(db, item)
    db.flush()
    return db.scalars(select(CaseReview).where(CaseReview.item_id == item.id)).one()


def _checks(db: DbSession, review: CaseReview | None) -> dict[Principle, rule.Check]:
    if review is None:
        return {}
    rows = db.scalars(select(PrincipleCheck).where(PrincipleCheck.review_id == review.id))
    return {
        row.principle: rule.Check(row.principle, row.answer, row.reason or "", _notes(row))
        for row in rows
    }


def _notes(row: PrincipleCheck) -> dict[str, str]:
    return {str(key): str(value) for key, value in json.loads(row.notes or "{}").items()}


def _row_for(db: DbSession, review: CaseReview, principle: Principle) -> PrincipleCheck:
    known = db.scalars(
        select(PrincipleCheck).where(
            PrincipleCheck.review_id == review.id, PrincipleCheck.principle == principle
        )
    ).first()
    if known is None:
        known = PrincipleCheck(id=new_id(db), review_id=review.id, principle=principle)
        db.add(known)
    return known


def _age(db: DbSession, child: Child, case: Case, day: date) -> int | None:
    """Whole years on the day; −1 before birth; None when nothing is known."""
    if child.unborn:
        return -1
    person = db.get(Individual, child.individual_id) if child.individual_id else None
    if person is not None and person.birth_date is not None:
        return months_at(person.birth_date, day) // 12
    if child.age_estimate_months is not None:
        return (child.age_estimate_months + months_at(case.opened_on, day)) // 12
    return None


def _sibling_labels(db: DbSession, case_id: str) -> tuple[str, ...]:
    labels = db.scalars(select(Child.label).where(Child.case_id == case_id).order_by(Child.label))
    return tuple(labels)


def _safeguards(db: DbSession, session: Session, item: AgendaItem) -> frozenset[str]:
    """What the session itself says of confidentiality while this item was heard (P10)."""
    hall = hall_of(db, session)
    held = {"code_used", "no_names"}
    if item.started_at is None:
        return frozenset(rule.SAFEGUARDS)
    begun, ended = item.started_at, item.finished_at
    heard = {one.attendance_id for one in hall.people if attended(one, begun, ended)}
    inside = [row for row in hall.roll if row.id in heard]
    guests = [row for row in inside if row.capacity is AttendanceCapacity.GUEST]
    if not guests:
        held.add("guests_out")
    if all(_declared(db, row) for row in inside):
        held.add("declarations")
    return frozenset(held)


def _declared(db: DbSession, row: Attendance) -> bool:
    """By a declaration for this session, or the one a person signed for good."""
    if row.declaration_signed:
        return True
    if row.guest_id:
        guest = db.get(Guest, row.guest_id)
        return guest is not None and bool(guest.declaration_signed)
    person = db.get(Person, row.person_id) if row.person_id else None
    return person is not None and person.declaration_signed_on is not None


def _text(text: str, field: str) -> str:
    return check_text(text, name="reason", max_len=4_000, required=False, field=field)
