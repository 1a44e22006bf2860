"""Frozen answers about one case: the file and its parts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dcm_desktop.domain.case import AgeGroup
from dcm_desktop.domain.case_file import Missing
from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.terms import (
    ActionItemStatus,
    AgendaItemStatus,
    CareAttitude,
    CareType,
    CaseCloseReason,
    CaseStatus,
    DecisionStatus,
    FamilyRelation,
    OpinionHeard,
    PledgeKind,
    SessionStatus,
    Sex,
)
from dcm_desktop.usecases.cases.opening import CaseData


@dataclass(frozen=True, slots=True, repr=False)
class ChildRow:
    """A child of a case. Ages are on the days named, never „now“ by accident.

    `individual_id` and `name` are empty where the person did not travel.
    """

    child_id: str
    individual_id: str
    label: str
    name: str
    sex: Sex
    unborn: bool
    birth_date: date | None
    years_today: int | None
    years_at_opening: int | None
    age_group: AgeGroup
    """On the day asked for."""
    care_now: CareType | None
    opinion_heard: OpinionHeard | None
    masked_number: str
    """`******9263`; empty without a number."""


@dataclass(frozen=True, slots=True, repr=False)
class FamilyMemberRow:
    """A family member of a case."""

    member_id: str
    individual_id: str
    relation: FamilyRelation
    name: str
    birth_year: int | None
    lives_with_child: bool
    attitude: CareAttitude | None
    deceased: bool
    contact: str


@dataclass(frozen=True, slots=True, repr=False)
class ReviewRow:
    """A discussion of the case, past or planned, with its place in the agenda."""

    session_id: str
    session_number: int
    session_status: SessionStatus
    item_id: str
    item_number: int | None
    item_status: AgendaItemStatus
    starts_at: datetime
    next_review_on: date | None


@dataclass(frozen=True, slots=True, repr=False)
class DecisionRow:
    """A decision about the case."""

    decision_id: str
    number: str | None
    session_id: str
    on: date
    text: str
    status: DecisionStatus


@dataclass(frozen=True, slots=True, repr=False)
class CaseTaskRow:
    """A task about the case."""

    task_id: str
    title: str
    institution: str
    due_on: date | None
    standing: bool
    next_session: bool
    status: ActionItemStatus
    is_overdue: bool
    done_on: date | None
    result: str


@dataclass(frozen=True, slots=True, repr=False)
class PledgeRow:
    """Material support promised in the case. Unit: euro cents for money."""

    pledge_id: str
    kind: PledgeKind
    what: str
    institution: str
    amount: int
    unit: str
    delivered: int
    due_on: date | None


@dataclass(frozen=True, slots=True, repr=False)
class StatusRow:
    """One step in the life of the case; `from_status` None: it was opened."""

    from_status: CaseStatus | None
    to_status: CaseStatus
    on: date
    reason: str
    entered_at: datetime
    entered_by: str


class EventKind(StrEnum):
    """What a line of the chronology is about."""

    OPENED = "opened"
    STATUS = "status"
    CONSENT = "consent"
    REVIEW = "review"
    DECISION = "decision"
    TASK_SET = "task_set"
    TASK_DONE = "task_done"
    PLEDGE = "pledge"


@dataclass(frozen=True, slots=True, repr=False)
class CaseEvent:
    """One line of the chronology: when it happened, when it was entered, what.

    `text` and `more` are words of the records themselves; `status` for a change of state;
    `record_id` is the session, task or decision it leads to.
    """

    kind: EventKind
    on: date
    entered_on: date
    text: str = ""
    more: str = ""
    status: CaseStatus | None = None
    record_id: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class CaseView:
    """The file of one case. Lists are empty where nothing is known; the newest event stands first.

    `notices`: what must be read first (immediate risk, consent refused).
    """

    case_id: str
    code: str
    mechanism_id: str
    status: CaseStatus
    closed_on: date | None
    close_reason: CaseCloseReason | None
    follow_up_due: date | None
    is_provisional: bool
    is_immediate: bool
    data: CaseData
    place: str
    settlement: str
    lead_institution: str
    source_institution: str
    worker: str
    family_label: str
    notices: tuple[Finding, ...]
    missing: tuple[Missing, ...]
    children: tuple[ChildRow, ...]
    family: tuple[FamilyMemberRow, ...]
    planned: ReviewRow | None
    """The next discussion, when it stands on an agenda."""
    reviews: tuple[ReviewRow, ...]
    decisions: tuple[DecisionRow, ...]
    tasks: tuple[CaseTaskRow, ...]
    pledges: tuple[PledgeRow, ...]
    history: tuple[StatusRow, ...]
    chronology: tuple[CaseEvent, ...]
    last_opened_by: str
    last_opened_at: datetime | None
