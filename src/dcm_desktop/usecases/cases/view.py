"""The file of one case, read for the screen and the papers; the note that it was opened."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain import case as rule
from dcm_desktop.domain.action_item import is_overdue
from dcm_desktop.domain.case_file import summary_findings
from dcm_desktop.domain.terms import IdKind, RiskLevel
from dcm_desktop.domain.values import local_date, parse_case_code
from dcm_desktop.store import audit
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Audit,
    Case,
    CaseReview,
    CaseStatusChange,
    Child,
    Decision,
    Family,
    FamilyMember,
    Individual,
    Institution,
    Person,
    Pledge,
    Session,
    User,
)
from dcm_desktop.usecases.cases.chronology import chronology_of
from dcm_desktop.usecases.cases.facts import Planned, facts_of
from dcm_desktop.usecases.cases.individuals import individual_name
from dcm_desktop.usecases.cases.opening import case_data, names_in
from dcm_desktop.usecases.cases.rows import (
    CaseTaskRow,
    CaseView,
    ChildRow,
    DecisionRow,
    FamilyMemberRow,
    PledgeRow,
    ReviewRow,
    StatusRow,
)
from dcm_desktop.usecases.exchange.guard import official_names
from dcm_desktop.usecases.members.roll import official_name
from dcm_desktop.usecases.places import places
from dcm_desktop.usecases.sessions.state import item_numbers, items_of

OPENED = "case.opened"
"""Act of the audit that says who read the file of a case."""
_QUIET = timedelta(minutes=10)


def get_case(db: DbSession, case_id: str, *, today: date) -> CaseView:
    """The file of a case."""
    row = db.get_one(Case, case_id)
    data = case_data(db, case_id)
    facts = facts_of(db, [case_id], today=today)
    bodies = {one.id: one.short_name or one.name for one in db.scalars(select(Institution))}
    children = _children(db, row, today)
    reviews = _reviews(db, case_id)
    decisions = _decisions(db, case_id)
    tasks = _tasks(db, case_id, bodies, today)
    pledges = _pledges(db, case_id, bodies)
    history = _history(db, case_id)
    worker = db.get(Person, row.case_worker_person_id) if row.case_worker_person_id else None
    home = db.get(Family, row.family_id) if row.family_id else None
    opened_by, opened_at = _last_opened(db, case_id)
    clean = not data.summary_neutral or not summary_findings(
        data.summary_neutral, names_in(db, [case_id]), officials=official_names(db)
    )
    return CaseView(
        case_id=case_id,
        code=row.code,
        mechanism_id=row.mechanism_id,
        status=row.status,
        closed_on=row.closed_on,
        close_reason=row.close_reason,
        follow_up_due=row.follow_up_due,
        is_provisional=parse_case_code(row.code).provisional,
        is_immediate=rule.is_open(row.status)
        and (row.risk_level is RiskLevel.IMMEDIATE or bool(row.violence_case)),
        data=data,
        place=places().municipality(row.municipality).name if row.municipality else "",
        settlement=_settlement(row.settlement_ekatte),
        lead_institution=bodies.get(row.lead_institution_id or "", ""),
        source_institution=bodies.get(row.source_institution_id or "", ""),
        worker=official_name(worker),
        family_label=home.label if home else "",
        notices=rule.opening_findings(
            risk_level=row.risk_level, violence=bool(row.violence_case), consent=row.consent
        )
        if rule.is_open(row.status)
        else (),
        missing=facts.missing(row, summary_clean=clean),
        children=children,
        family=_family(db, case_id),
        planned=_planned(reviews, facts.planned.get(case_id)),
        reviews=reviews,
        decisions=decisions,
        tasks=tasks,
        pledges=pledges,
        history=history,
        chronology=chronology_of(db, row, history, reviews, decisions),
        last_opened_by=opened_by,
        last_opened_at=opened_at,
    )


def note_case_opened(db: DbSession, case_id: str, *, at: datetime) -> None:
    """Write into the audit that the present user reads the file; once in ten minutes.

    Run with `Workspace.jot`: it changes no record.
    Source: domain reference, section 4.1 (every view of personal data writes an AuditEntry).
    """
    mine = select(Audit.at).where(
        Audit.act == OPENED,
        Audit.entity_id == case_id,
        Audit.user_id == str(db.info.get("actor", "")),
    )
    last = db.scalars(mine.order_by(Audit.n.desc()).limit(1)).first()
    if last is None or at - last >= _QUIET or at < last:
        audit.append(db, OPENED, at=at, entity="case", entity_id=case_id)


def _children(db: DbSession, case: Case, today: date) -> tuple[ChildRow, ...]:
    found_rows = select(Child).where(Child.case_id == case.id).order_by(Child.label, Child.id)
    rows = db.scalars(found_rows).all()
    ids = {row.individual_id for row in rows}
    people = {one.id: one for one in db.scalars(select(Individual).where(Individual.id.in_(ids)))}
    found = []
    for row in rows:
        person = people.get(row.individual_id or "")
        born = person.birth_date if person else None
        months = row.age_estimate_months
        if born is None and months is not None:
            months += rule.months_at(case.opened_on, today)
        found.append(
            ChildRow(
                row.id,
                person.id if person else "",
                row.label,
                individual_name(person),
                row.sex_stat,
                bool(row.unborn),
                born,
                _years(born, months, row.birth_year, today),
                row.age_at_opening,
                rule.age_group(
                    today,
                    birth_on=born,
                    birth_year=row.birth_year,
                    age_months=months,
                    unborn=bool(row.unborn),
                ),
                row.care_now,
                row.opinion_heard,
                _masked(person),
            )
        )
    return tuple(found)


def _years(born: date | None, months: int | None, birth_year: int | None, day: date) -> int | None:
    if born is not None:
        years = rule.age_at(born, day)
        return years if years >= 0 else None
    if months is not None:
        return max(0, months // 12)
    if birth_year is not None:
        return max(0, rule.age_at(date(birth_year, 7, 1), day))
    return None


def _masked(person: Individual | None) -> str:
    if person is None or person.id_kind in (None, IdKind.NONE) or not person.id_value:
        return ""
    return "******" + person.id_value[-4:]


def _family(db: DbSession, case_id: str) -> tuple[FamilyMemberRow, ...]:
    pairs = db.execute(
        select(FamilyMember, Individual)
        .outerjoin(Individual, Individual.id == FamilyMember.individual_id)
        .where(FamilyMember.case_id == case_id)
        .order_by(FamilyMember.id)
    )
    found = []
    for row, person in pairs:
        known: Individual | None = person
        year = None
        if known is not None:
            year = known.birth_date.year if known.birth_date else known.birth_year
        found.append(
            FamilyMemberRow(
                row.id,
                known.id if known else "",
                row.relation,
                individual_name(known),
                year,
                bool(row.lives_with_child),
                row.attitude,
                bool(known.deceased) if known else False,
                known.contact if known else "",
            )
        )
    return tuple(found)


def _reviews(db: DbSession, case_id: str) -> tuple[ReviewRow, ...]:
    """Agenda items of the case, the newest first."""
    set_on = dict(
        db.execute(
            select(CaseReview.item_id, CaseReview.next_review_on).where(
                CaseReview.case_id == case_id
            )
        ).all()
    )
    pairs = db.execute(
        select(AgendaItem, Session)
        .join(Session, Session.id == AgendaItem.session_id)
        .where(AgendaItem.case_id == case_id)
        .order_by(Session.starts_at.desc())
    )
    return tuple(
        ReviewRow(
            session.id,
            session.number,
            session.status,
            item.id,
            item_numbers(session, items_of(db, session.id)).get(item.id),
            item.status,
            session.starts_at,
            set_on.get(item.id),
        )
        for item, session in pairs
    )


def _planned(reviews: Sequence[ReviewRow], planned: Planned | None) -> ReviewRow | None:
    if planned is None:
        return None
    return next((row for row in reviews if row.item_id == planned.item_id), None)


def _decisions(db: DbSession, case_id: str) -> tuple[DecisionRow, ...]:
    pairs = db.execute(
        select(Decision, Session.starts_at)
        .join(Session, Session.id == Decision.session_id)
        .where(Decision.case_id == case_id)
        .order_by(Session.starts_at.desc(), Decision.seq.desc())
    )
    return tuple(
        DecisionRow(row.id, row.number, row.session_id, local_date(on), row.text, row.status)
        for row, on in pairs
    )


def _tasks(
    db: DbSession, case_id: str, bodies: dict[str, str], today: date
) -> tuple[CaseTaskRow, ...]:
    """Tasks of the case: overdue first, then by term."""
    rows = db.scalars(select(ActionItem).where(ActionItem.case_id == case_id))
    found = [
        CaseTaskRow(
            row.id,
            row.title,
            bodies.get(row.responsible_institution_id or "", ""),
            row.due_on,
            bool(row.standing),
            bool(row.next_session),
            row.status,
            is_overdue(row.status, row.due_on, today),
            row.done_on,
            row.result,
        )
        for row in rows
    ]
    order = sorted(found, key=lambda row: (row.done_on is not None, row.due_on or date.max))
    return tuple(order)


def _pledges(db: DbSession, case_id: str, bodies: dict[str, str]) -> tuple[PledgeRow, ...]:
    rows = db.scalars(select(Pledge).where(Pledge.case_id == case_id).order_by(Pledge.id))
    return tuple(
        PledgeRow(
            row.id,
            row.kind,
            row.what,
            bodies.get(row.institution_id or "", ""),
            row.amount,
            row.unit,
            row.delivered,
            row.due_on,
        )
        for row in rows
    )


def _history(db: DbSession, case_id: str) -> tuple[StatusRow, ...]:
    names = {user.id: user.name for user in db.scalars(select(User))}
    rows = db.scalars(
        select(CaseStatusChange)
        .where(CaseStatusChange.case_id == case_id)
        .order_by(CaseStatusChange.on, CaseStatusChange.id)
    )
    return tuple(
        StatusRow(
            row.from_status,
            row.to_status,
            row.on,
            row.reason,
            row.created_at,
            names.get(row.created_by, ""),
        )
        for row in rows
    )


def _last_opened(db: DbSession, case_id: str) -> tuple[str, datetime | None]:
    query = select(Audit).where(Audit.act == OPENED, Audit.entity_id == case_id)
    row = db.scalars(query.order_by(Audit.n.desc()).limit(1)).first()
    if row is None:
        return "", None
    user = db.get(User, row.user_id)
    return (user.name if user else ""), row.at


def _settlement(ekatte: str | None) -> str:
    return places().settlement(ekatte).label if ekatte else ""
