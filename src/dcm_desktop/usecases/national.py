"""The first picture of the districts: sessions, cases by code, and four totals with their sources.

Works on any store: on a district's own it shows the district. The full set of indicators with
their breakdowns is `reporting`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import (
    AttendanceStatus,
    CaseCloseReason,
    CaseStatus,
    CaseTypology,
    RiskLevel,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Attendance,
    Case,
    CaseReview,
    Child,
    Decision,
    Exchange,
    KnownDevice,
    Mechanism,
    Person,
    Session,
)

_SOFIA = ZoneInfo("Europe/Sofia")
_NOT_COUNTED = (SessionKind.WORKING_MEETING, SessionKind.WRITTEN)
_LONGEST_MERGE = 10


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `from_on` to `to_on`, both included; None leaves an end open."""

    from_on: date | None = None
    to_on: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in the period; an unknown day lies in none but the open one."""
        if day is None:
            return self.from_on is None and self.to_on is None
        return (self.from_on is None or day >= self.from_on) and (
            self.to_on is None or day <= self.to_on
        )


@dataclass(frozen=True, slots=True)
class TotalsRow:
    """Four counts. `persons` are distinct over everything counted, so rows do not add up."""

    sessions: int = 0
    """I02: sessions held, working meetings and written procedures left out."""
    attendances: int = 0
    """I03a: people present at these, once per session."""
    persons: int = 0
    """I03: distinct people present at least once; a substitute counts as themself."""
    cases: int = 0
    """I06: distinct cases with something done for them, declined ones and doubles left out."""


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """One district: what it sent last, and its totals."""

    district: str
    mechanisms: int
    totals: TotalsRow
    last_number: int = 0
    last_name: str = ""
    last_at: datetime | None = None
    is_enrolled: bool = False


@dataclass(frozen=True, slots=True)
class NationalView:
    """All districts, by letters, and the totals over them; a report prints period and moment."""

    period: Period
    project: str
    totals: TotalsRow
    districts: tuple[DistrictRow, ...]
    projects: tuple[str, ...]
    """Projects that a filter can choose from."""


@dataclass(frozen=True, slots=True)
class NationalSessionRow:
    """One session of a district. `present` counts people, `items` and `decisions` rows."""

    id: str
    district: str
    mechanism: str
    number: int | None
    on: date | None
    kind: SessionKind
    status: SessionStatus
    entered_later: bool
    present: int
    items: int
    decisions: int


@dataclass(frozen=True, slots=True)
class NationalCaseRow:
    """One case by its code; no name exists on this store."""

    id: str
    district: str
    code: str
    opened_on: date | None
    typology: CaseTypology | None
    status: CaseStatus
    risk_level: RiskLevel | None
    municipality: str
    children: int
    reviews: int


def national_overview(
    db: DbSession, period: Period | None = None, *, project: str = ""
) -> NationalView:
    """Totals of the period, of everything when None; `project` counts only what carries it.

    Source: domain reference, section 6.2: I02, I03, I03a, I06; distinct people are counted anew
    over all districts, never summed.
    """
    span = period or Period()
    facts = _Facts(db, span, project)
    homes = list(db.scalars(select(Mechanism.home)))
    mechanisms = {home: homes.count(home) for home in homes}
    enrolled = set(
        db.scalars(select(KnownDevice.district).where(KnownDevice.state == "enrolled"))
    ) - {"BG"}
    last = _last_bundles(db)
    names = sorted({*mechanisms, *enrolled, *last} - {"BG"})
    rows = tuple(
        DistrictRow(
            name,
            mechanisms.get(name, 0),
            facts.totals({name}),
            last_number=last[name].number if name in last else 0,
            last_name=last[name].file_name if name in last else "",
            last_at=last[name].at if name in last else None,
            is_enrolled=name in enrolled,
        )
        for name in names
    )
    projects = {
        *db.scalars(select(Session.funding_project)),
        *db.scalars(select(Case.funding_project)),
    }
    return NationalView(
        span, project, facts.totals(set(names)), rows, tuple(sorted(p for p in projects if p))
    )


def list_national_sessions(
    db: DbSession, district: str = "", period: Period | None = None
) -> tuple[NationalSessionRow, ...]:
    """Sessions of a district (of all when empty), newest first."""
    span = period or Period()
    names = {row.id: row.name_bg for row in db.scalars(select(Mechanism))}
    present = _count_by(db, Attendance.session_id, Attendance.status == AttendanceStatus.PRESENT)
    items = _count_by(db, AgendaItem.session_id)
    decisions = _count_by(db, Decision.session_id, Decision.number.is_not(None))
    rows = [
        NationalSessionRow(
            row.id,
            row.home,
            names.get(row.mechanism_id, ""),
            row.number,
            _day(row.starts_at),
            row.kind,
            row.status,
            bool(row.entered_later),
            present.get(row.id, 0),
            items.get(row.id, 0),
            decisions.get(row.id, 0),
        )
        for row in db.scalars(select(Session))
        if (not district or row.home == district) and span.holds(_day(row.starts_at))
    ]
    rows.sort(key=lambda row: (row.on or date.min, row.number or 0), reverse=True)
    return tuple(rows)


def list_national_cases(db: DbSession, district: str = "") -> tuple[NationalCaseRow, ...]:
    """Cases of a district (of all when empty), by code."""
    children = _count_by(db, Child.case_id)
    reviews = _count_by(db, CaseReview.case_id)
    rows = [
        NationalCaseRow(
            row.id,
            row.home,
            row.code or "",
            row.opened_on,
            row.typology,
            row.status,
            row.risk_level,
            row.municipality or "",
            children.get(row.id, 0),
            reviews.get(row.id, 0),
        )
        for row in db.scalars(select(Case))
        if not district or row.home == district
    ]
    return tuple(sorted(rows, key=lambda row: row.code))


class _Facts:
    """Everything the totals need, read once; then counted per set of districts."""

    def __init__(self, db: DbSession, period: Period, project: str) -> None:
        self._period, self._project = period, project
        sessions = list(db.scalars(select(Session)))
        self._days = {row.id: _day(row.starts_at) for row in sessions}
        self._held = {row.id for row in sessions if row.status is SessionStatus.HELD}
        self._sessions = {
            row.id: row.home
            for row in sessions
            if row.id in self._held
            and row.kind not in _NOT_COUNTED
            and period.holds(self._days[row.id])
            and (not project or row.funding_project == project)
        }
        merged = {
            row.id: row.merged_into_id for row in db.scalars(select(Person)) if row.merged_into_id
        }
        self._present = [
            (self._sessions[row.session_id], _who(row, merged))
            for row in db.scalars(
                select(Attendance).where(Attendance.status == AttendanceStatus.PRESENT)
            )
            if row.session_id in self._sessions
        ]
        self._cases = self._coordinated(db)

    def totals(self, homes: set[str]) -> TotalsRow:
        """Counts over some districts."""
        present = [who for home, who in self._present if home in homes]
        return TotalsRow(
            sessions=sum(home in homes for home in self._sessions.values()),
            attendances=len(present),
            persons=len(set(present)),
            cases=sum(home in homes for home in self._cases.values()),
        )

    def _coordinated(self, db: DbSession) -> dict[str, str]:
        """Cases with an event in the period: id → district."""
        session_of = {row.id: row.session_id for row in db.scalars(select(AgendaItem))}
        touched = {
            row.case_id
            for row in db.scalars(select(CaseReview))
            if session_of.get(row.item_id) in self._held
            and self._period.holds(self._days.get(session_of[row.item_id]))
        }
        for task in db.scalars(select(ActionItem).where(ActionItem.case_id.is_not(None))):
            made = self._days.get(task.session_id or "") or _day(task.created_at)
            days = [made, *([task.done_on] if task.done_on else [])]
            if any(self._period.holds(day) for day in days):
                touched.add(str(task.case_id))
        return {
            row.id: row.home
            for row in db.scalars(select(Case))
            if row.id in touched
            and row.status is not CaseStatus.DECLINED
            and row.close_reason is not CaseCloseReason.DUPLICATE
            and (not self._project or row.funding_project == self._project)
        }


def _who(row: Attendance, merged: Mapping[str, str]) -> str:
    """The person of an attendance, after merges of doubled people; the guest; the row itself."""
    who = row.person_id
    for _ in range(_LONGEST_MERGE):
        if who is None or who not in merged:
            break
        who = merged[who]
    return who or row.guest_id or row.id


def _last_bundles(db: DbSession) -> dict[str, Exchange]:
    """Last taken bundle per district."""
    rows: Iterable[Exchange] = db.scalars(
        select(Exchange).where(Exchange.outgoing == 0).order_by(Exchange.at)
    )
    return {row.peer.partition("-")[0]: row for row in rows}


def _count_by(
    db: DbSession, column: InstrumentedAttribute[str], where: ColumnElement[bool] | None = None
) -> dict[str, int]:
    """Rows per value of a column."""
    query = select(column, func.count()).group_by(column)
    rows = db.execute(query if where is None else query.where(where))
    return {key: count for key, count in rows}  # noqa: C416 - a Row is no pair for dict()


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.astimezone(_SOFIA).date()
