"""Life of a case (случай): status table with guards, codes, ages, dates that follow from it."""

import calendar
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dcm_desktop.domain.findings import Finding, blocker, require, warning
from dcm_desktop.domain.terms import (
    CaseCloseReason,
    CaseStatus,
    CaseTypology,
    Consent,
    MechanismLevel,
    RiskLevel,
)
from dcm_desktop.domain.values import CaseCode, parse_case_code
from dcm_desktop.domain.workdays import NO_EXTRA, Extra, add_workdays

_C = CaseStatus

_ALLOWED: dict[CaseStatus, tuple[CaseStatus, ...]] = {
    _C.NEW: (_C.ACCEPTED, _C.DECLINED, _C.TRANSFERRED),
    _C.ACCEPTED: (_C.ASSESSMENT, _C.PLANNING, _C.TRANSFERRED),
    _C.ASSESSMENT: (_C.PLANNING, _C.CLOSED, _C.TRANSFERRED),
    _C.PLANNING: (_C.IMPLEMENTING,),
    _C.IMPLEMENTING: (_C.MONITORING, _C.PLANNING, _C.CLOSED, _C.TRANSFERRED),
    _C.MONITORING: (_C.CLOSED, _C.PLANNING, _C.IMPLEMENTING),
    _C.CLOSED: (_C.FOLLOW_UP, _C.ACCEPTED),
    _C.FOLLOW_UP: (_C.ARCHIVED, _C.ACCEPTED),
    _C.DECLINED: (_C.ACCEPTED, _C.ARCHIVED),
    _C.TRANSFERRED: (_C.ACCEPTED, _C.ARCHIVED),
    _C.ARCHIVED: (),
}

OPEN_STATUSES = frozenset(
    {_C.NEW, _C.ACCEPTED, _C.ASSESSMENT, _C.PLANNING, _C.IMPLEMENTING, _C.MONITORING}
)
"""States of a case that is being worked on."""

_REASON_NEEDED = frozenset({_C.DECLINED, _C.TRANSFERRED})
_REOPENED_FROM = frozenset({_C.CLOSED, _C.FOLLOW_UP, _C.DECLINED, _C.TRANSFERRED})

CHILD_TYPOLOGIES_OVER_18 = frozenset({CaseTypology.LEAVING_CARE, CaseTypology.UNDERAGE_PARENT})
"""Typologies in which a person over 18 is expected."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the guards ask of a case."""

    consent: Consent | None = None
    typology: CaseTypology | None = None
    risk_level: RiskLevel | None = None
    has_summary: bool = False
    has_ozd_assessment: bool = False
    plan_tasks: int = 0
    reviews: int = 0
    operative: bool = False
    children: int = 0
    children_with_outcome: int = 0
    open_tasks: int = 0
    incomplete_reviews: int = 0
    close_reason: CaseCloseReason | None = None
    has_follow_up_outcome: bool = False
    lost_contact: bool = False
    reason: str = ""


def targets(status: CaseStatus) -> tuple[CaseStatus, ...]:
    """The states to which a case may pass, guards aside, in the order of the table."""
    return _ALLOWED[status]


def transition_findings(
    status: CaseStatus, target: CaseStatus, facts: CaseFacts
) -> tuple[Finding, ...]:
    """What stands against a change of state, each with its own reason.

    Source: domain reference, section 4.6 (table and guards for closed).
    """
    if target not in _ALLOWED[status]:
        return (blocker("case.transition", status=status, target=target),)
    found = []
    if target in _REASON_NEEDED or (target is _C.ACCEPTED and status in _REOPENED_FROM):
        found += _missing(facts.reason.strip() != "", "case.reason_missing")
    if target is _C.ACCEPTED:
        found += _missing(facts.consent is not None, "case.consent_missing")
        found += _missing(facts.typology is not None, "case.typology_missing")
    if target is _C.PLANNING and status is _C.ACCEPTED:
        found += _missing(facts.has_ozd_assessment, "case.ozd_assessment_missing")
    if target is _C.PLANNING and status is _C.ASSESSMENT:
        found += _missing(facts.has_summary, "case.summary_missing")
        found += _missing(facts.risk_level is not None, "case.risk_missing")
    if target is _C.IMPLEMENTING and status is _C.PLANNING:
        found += _missing(facts.plan_tasks > 0, "case.plan_missing")
        found += _missing(facts.reviews > 0 or facts.operative, "case.review_missing")
    if target is _C.CLOSED:
        found += _closing(facts)
    if target is _C.ARCHIVED and status is _C.FOLLOW_UP:
        found += _missing(
            facts.has_follow_up_outcome or facts.lost_contact, "case.follow_up_missing"
        )
    return tuple(found)


def next_status(status: CaseStatus, target: CaseStatus, facts: CaseFacts) -> CaseStatus:
    """The new state of a case.

    Raises: RuleBroken with the first reason of `transition_findings`.
    """
    require(transition_findings(status, target, facts))
    return target


def follow_up_due(closed_on: date, months: int = 6) -> date:
    """The day of the check after closing; the last day of a shorter month.

    Source: domain reference, section 4.3 (`follow_up_due` = closed_on + 6 months).
    """
    month_index = closed_on.year * 12 + closed_on.month - 1 + months
    year, month = divmod(month_index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(closed_on.day, last))


def deadline(opened_on: date, workdays: int, extra: Extra = NO_EXTRA) -> date:
    """Until when a case must be brought before the mechanism. Source: `case_deadline_workdays`."""
    return add_workdays(opened_on, workdays, extra)


def next_code(
    used: Iterable[str], *, district: str, year: int, municipal: str = "", laptop: str = ""
) -> CaseCode:
    """The next code of a year; `laptop` gives a provisional one where numbers are not given.

    `used` are all codes ever given, withdrawn ones too: a number is never reused.
    Source: domain reference, section 4.1 (numbers off-line) and 4.3.
    """
    last = 0
    for text in used:
        code = parse_case_code(text)
        same = (code.district, code.municipal, code.year) == (district, municipal, year)
        if same and code.laptop == laptop:
            last = max(last, code.serial)
    return CaseCode(district, year, last + 1, municipal, laptop)


def code_prefix(district: str, municipality: str | None, level: MechanismLevel) -> tuple[str, str]:
    """District letters and municipal digits of a mechanism's codes (`KRZ16` → `KRZ`, `16`)."""
    if level is MechanismLevel.MUNICIPAL and municipality:
        return district, municipality[3:5]
    return district, ""


def opening_findings(
    *, risk_level: RiskLevel | None, violence: bool, consent: Consent | None
) -> tuple[Finding, ...]:
    """Warnings that stand on a case from the first moment.

    Source: domain reference, section 1.1 (a signal never waits, чл. 7 ЗЗДет) and 7 (Case).
    """
    found = []
    if risk_level is RiskLevel.IMMEDIATE or violence:
        found.append(warning("case.immediate"))
    if consent is Consent.REFUSED:
        found.append(warning("case.consent_refused", field="consent"))
    return tuple(found)


class AgeGroup(StrEnum):
    """Age in the words of the common copy. Source: domain reference, section 5.2."""

    UNBORN = "unborn"
    UNDER_1 = "under_1"
    AGE_1_2 = "age_1_2"
    PRESCHOOL = "preschool"
    PUPIL = "pupil"
    OVER_14 = "over_14"
    ADULT = "adult"
    UNKNOWN = "unknown"


def age_at(birth_on: date, day: date) -> int:
    """Full years on a day; negative before the birth. A child of 29 February ages on 1 March."""
    return day.year - birth_on.year - ((day.month, day.day) < (birth_on.month, birth_on.day))


def months_at(birth_on: date, day: date) -> int:
    """Full months on a day; negative before the birth."""
    months = (day.year - birth_on.year) * 12 + day.month - birth_on.month
    return months - (day.day < birth_on.day)


def age_group(
    day: date,
    *,
    birth_on: date | None = None,
    birth_year: int | None = None,
    age_months: int | None = None,
    unborn: bool = False,
) -> AgeGroup:
    """Age group on the day of the event, never today's.

    From the birth date, else the estimate in months, else the birth year (as if born in the
    middle of the year). Preschool is 3 to 6, pupil 7 to 13, then over 14 and over 18.
    Source: domain reference, section 5.2; issue „the family's file“ (age at the event).
    """
    if unborn or (birth_on is not None and birth_on > day):
        return AgeGroup.UNBORN
    if birth_on is not None:
        years = age_at(birth_on, day)
    elif age_months is not None:
        years = age_months // 12
    elif birth_year is not None:
        years = max(0, age_at(date(birth_year, 7, 1), day))
    else:
        return AgeGroup.UNKNOWN
    for limit, group in _AGE_LIMITS:
        if years < limit:
            return group
    return AgeGroup.ADULT


_AGE_LIMITS = (
    (1, AgeGroup.UNDER_1),
    (3, AgeGroup.AGE_1_2),
    (7, AgeGroup.PRESCHOOL),
    (14, AgeGroup.PUPIL),
    (18, AgeGroup.OVER_14),
)


def child_findings(
    *,
    opened_on: date,
    today: date,
    typology: CaseTypology,
    birth_on: date | None = None,
    age_months: int | None = None,
    unborn: bool = False,
) -> tuple[Finding, ...]:
    """What is wrong with the age of a child in a case.

    Source: domain reference, section 4.3 (Child: age from 0 to under 26 years at opening,
    negative only for unborn) and 7.
    """
    if birth_on is None and age_months is None:
        return () if unborn else (blocker("child.age_missing", field="birth_date"),)
    if birth_on is not None:
        if birth_on > today and not unborn:
            return (blocker("child.birth_in_future", field="birth_date"),)
        years = age_at(birth_on, opened_on)
    else:
        years = (age_months or 0) // 12
    if years >= 26:
        return (blocker("child.too_old", field="birth_date", years=years),)
    if years >= 18 and typology not in CHILD_TYPOLOGIES_OVER_18:
        return (warning("child.adult", field="birth_date", day=opened_on),)
    return ()


def check_dates(opened_on: date, closed_on: date | None, *, today: date) -> tuple[Finding, ...]:
    """A case opens no later than today and closes no earlier than it opened."""
    found = []
    if opened_on > today:
        found.append(blocker("case.opened_in_future", field="opened_on"))
    if closed_on is not None and closed_on < opened_on:
        found.append(blocker("period.end_before_start", field="closed_on"))
    return tuple(found)


def is_open(status: CaseStatus) -> bool:
    """Whether a case is being worked on."""
    return status in OPEN_STATUSES


def replay(history: Collection[tuple[CaseStatus, CaseStatus]]) -> CaseStatus:
    """The state after a recorded history of changes, from `new`; guards are not asked again.

    Raises: RuleBroken `case.transition` where a step does not follow from the one before.
    """
    status = CaseStatus.NEW
    for before, after in history:
        if before is not status or after not in _ALLOWED[before]:
            require((blocker("case.transition", status=status, target=after),))
        status = after
    return status


def _closing(facts: CaseFacts) -> list[Finding]:
    found = _missing(facts.close_reason is not None, "case.close_reason_missing")
    if facts.children_with_outcome < facts.children:
        found.append(blocker("case.outcome_missing"))
    if facts.open_tasks:
        found.append(blocker("case.open_tasks", n=facts.open_tasks))
    if facts.incomplete_reviews:
        found.append(blocker("case.review_incomplete", n=facts.incomplete_reviews))
    return found


def _missing(present: bool, code: str) -> list[Finding]:
    return [] if present else [blocker(code)]
