"""What stands against the next act of a session, and what is in order."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.agenda import Planned, plan
from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.session import (
    FINISHED_ITEM,
    Preparation,
    agenda_findings,
    convening_findings,
    opening_findings,
)
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AttendanceStatus,
    SessionForm,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.domain.values import local_date
from dcm_desktop.domain.workdays import free_day_name, notice_left
from dcm_desktop.store.tables import Session
from dcm_desktop.usecases.sessions.agenda_state import item_states
from dcm_desktop.usecases.sessions.carrying import CARRIED_WARNING
from dcm_desktop.usecases.sessions.state import (
    Hall,
    hall_of,
    item_numbers,
    items_of,
    session_day,
)


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands against the next act of a session, and what is in order.

    `blockers` and `warnings` are findings of the guard; `ready` are codes of sentences (`ready.*`)
    for what was checked and is well, with their facts.
    """

    blockers: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    ready: tuple[Finding, ...]

    @property
    def total(self) -> int:
        """How many things were checked."""
        return len(self.blockers) + len(self.warnings) + len(self.ready)


def get_readiness(db: DbSession, session_id: str, *, at: datetime) -> Readiness:
    """Readiness of a session for convening, or, once convened, for opening."""
    row = db.get_one(Session, session_id)
    items = items_of(db, session_id)
    times = plan(
        [Planned(i.kind, i.planned_minutes, i.status in FINISHED_ITEM) for i in items],
        begins_at=row.starts_at,
        must_end_at=row.ends_at,
    )
    late = None
    if times.first_late is not None:
        late = item_numbers(row, items).get(items[times.first_late].id)
    return readiness_of(db, row, over=times.over_min, late=late, at=at)


def readiness_of(
    db: DbSession, row: Session, *, over: int, late: int | None, at: datetime
) -> Readiness:
    """As `get_readiness`, where the planned times are known: minutes late, first late number."""
    sent_on = row.convened_on or min(local_date(at), session_day(row))
    hall = hall_of(db, row)
    preparation = _preparation(db, row, hall, sent_on=sent_on)
    findings = convening_findings(preparation)
    findings += agenda_findings(preparation.items, often=CARRIED_WARNING, late=late, over=over)
    if row.status is SessionStatus.CONVENED:
        known = {finding.code for finding in findings}
        opening = opening_findings(preparation)
        if local_date(at) < session_day(row):  # the roll is taken on the day itself
            opening = tuple(f for f in opening if f.code != "attendance.nobody")
        findings += tuple(finding for finding in opening if finding.code not in known)
    return Readiness(
        tuple(f for f in findings if f.blocks),
        tuple(f for f in findings if not f.blocks),
        tuple(_ready(row, hall, preparation)),
    )


def preparation_of(db: DbSession, session: Session, *, sent_on: date) -> Preparation:
    """A session as its guards see it before the opening."""
    return _preparation(db, session, hall_of(db, session), sent_on=sent_on)


def _preparation(db: DbSession, session: Session, hall: Hall, *, sent_on: date) -> Preparation:
    rules = hall.rules
    day = session_day(session)
    count = hall.count(None)
    written = session.kind is SessionKind.WRITTEN  # nobody comes: everybody is asked
    return Preparation(
        items=tuple(item_states(db, session)),
        has_place=bool(session.place) or session.form is SessionForm.REMOTE,
        has_chair=session.chair_person_id is not None,
        has_minutes_taker=session.minutes_taker_person_id is not None,
        notice_left=notice_left(sent_on, day),
        notice_required=rules.notice_workdays,
        free_day_name=free_day_name(day),
        starts_on=day,
        present=count.needed if written else count.present,
        needed=count.needed,
        anybody_present=written or any(row.status is AttendanceStatus.PRESENT for row in hall.roll),
        lacks_ground=session.kind is SessionKind.EXTRAORDINARY and not session.ground,
        lacks_deadline=written and session.answers_due_at is None,
    )


def _ready(session: Session, hall: Hall, preparation: Preparation) -> list[Finding]:
    found = []
    if preparation.items:
        found.append(Finding("ready.agenda", False, {"n": len(preparation.items)}))
    if preparation.has_place:
        found.append(Finding("ready.place", False, {"where": session.place}))
    left = preparation.notice_left
    if left is not None and left >= preparation.notice_required:
        facts: dict[str, object] = {"n": left, "required": preparation.notice_required}
        found.append(Finding("ready.notice", False, facts))
    if preparation.has_chair and preparation.has_minutes_taker:
        found.append(Finding("ready.people", False))
    cases = [item for item in preparation.items if item.kind is AgendaItemKind.CASE]
    if cases and all(item.has_rapporteur for item in cases):
        found.append(Finding("ready.rapporteurs", False))
    if session.status is SessionStatus.CONVENED:
        votes = [row for row in hall.roll if row.votes and row.represents_mandate_id is None]
        gone = (AttendanceStatus.ABSENT_EXCUSED, AttendanceStatus.ABSENT_UNEXCUSED)
        coming = sum(1 for row in votes if row.status not in gone)
        facts = {"n": coming, "of": len(votes), "needed": hall.needed}
        if coming >= hall.needed:
            found.append(Finding("ready.expected", False, facts))
    return found
