"""The ten checks of a case review (P01–P10) and the program's rules about their answers; pure.

In the hall nothing blocks: a finding here is a gap that is shown and listed. `blocks` says that it
keeps the review incomplete, and so the minutes from going to review and the case from closing.
Source: domain reference, section 4.4; seed on the decision principles; чл. 3, 12 и 15 ЗЗДет.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from dcm_desktop.domain.findings import Finding, blocker, warning
from dcm_desktop.domain.terms import (
    CareType,
    Principle,
    PrincipleAnswer,
    RiskFactor,
)

_P, _A = Principle, PrincipleAnswer

MATERIAL = frozenset(
    {
        RiskFactor.POVERTY,
        RiskFactor.HOUSING,
        RiskFactor.UNEMPLOYMENT,
        RiskFactor.NO_DOCUMENTS,
    }
)
"""Difficulties that alone never justify a separation (P04)."""

RESIDENTIAL_CARE = frozenset(
    {
        CareType.DMSGD,
        CareType.DDLRG,
        CareType.CNST,
        CareType.CRISIS_CENTRE,
        CareType.TRANSITIONAL_HOME,
        CareType.SUPERVISED_HOME,
        CareType.PROTECTED_HOME,
        CareType.SHELTER,
    }
)
"""Source: domain reference, section 4.3 (residential = dmsgd … shelter)."""

WITH_PARENTS = frozenset({CareType.PARENTS, CareType.ONE_PARENT, CareType.MOTHER_BABY_UNIT})

FACTORS = (
    "wishes",
    "needs",
    "traits",
    "danger",
    "parents_ability",
    "change",
    "other",
)
"""The seven legal factors of the best interest, sub-notes of P01. Source: § 1, т. 5 ДР ЗЗДет."""

ENVIRONMENT = ("ethnic", "religious", "cultural", "linguistic")
"""Sub-ticks of P09; which ethnicity it is need not be recorded."""

SAFEGUARDS = ("code_used", "guests_out", "declarations", "no_names")
"""Checks of P10 that the program answers from the session itself."""

REASON_LENGTH = 10
"""Characters of a reason that says something. Source: domain reference, section 4.4."""
STRONG_REASON_LENGTH = 40
"""Characters asked for where a child of ten or more was not heard (чл. 15 ЗЗДет)."""
REVIEW_MONTHS = 3
"""A residential result is looked at again within so many months."""
SMALL_YEARS, SPEAKING_YEARS, HEARD_YEARS = 3, 3, 10

NEEDS_REASON = frozenset({_A.PARTLY, _A.NO, _A.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class Check:
    """One answer. `notes` are the sub-notes by code, empty ones left out."""

    principle: Principle
    answer: PrincipleAnswer | None = None
    reason: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """What the rules look at beside the answers. Ages in whole years on the day of the session;
    a child not born yet counts as −1.
    """

    held_on: date
    ages: tuple[int, ...] = ()
    risk_factors: frozenset[str] = frozenset()
    siblings: int = 0
    parents_gone: bool = False
    """Both parents dead or unknown."""
    care_now: frozenset[CareType] = frozenset()
    separates: bool | None = None
    care_after: CareType | None = None
    separation_ground: str = ""
    next_review_on: date | None = None
    incident_note: str = ""
    safeguards: frozenset[str] = frozenset(SAFEGUARDS)
    """Those of `SAFEGUARDS` that held."""

    @property
    def moves_away(self) -> bool:
        """Whether care would move away from the parents."""
        return bool(self.separates) or (
            self.care_after is not None
            and self.care_after not in WITH_PARENTS
            and bool(self.care_now & WITH_PARENTS)
        )


def only_material(risk_factors: Collection[str]) -> bool:
    """Whether nothing but material difficulties was recorded; nothing recorded counts as that."""
    return {str(one) for one in risk_factors} <= {str(one) for one in MATERIAL}


def forced_answer(principle: Principle, facts: ReviewFacts) -> PrincipleAnswer | None:
    """The answer that the rule itself gives, or None where people answer.

    P04: a separation with material difficulties only is „no“ until another ground is written.
    """
    if (
        principle is _P.P04
        and facts.separates
        and only_material(facts.risk_factors)
        and not is_reason(facts.separation_ground)
    ):
        return _A.NO
    return None


def may_answer(principle: Principle, answer: PrincipleAnswer, facts: ReviewFacts) -> bool:
    """Whether an answer is open to people at all (P01, P03, P06, P08 restrict „неприложимо“)."""
    forced = forced_answer(principle, facts)
    if forced is not None:
        return answer is forced
    if answer is not _A.NOT_APPLICABLE:
        return True
    allowed = {
        _P.P01: False,
        _P.P03: facts.parents_gone,
        _P.P06: bool(facts.ages) and all(age < SPEAKING_YEARS for age in facts.ages),
        _P.P08: facts.siblings == 0 or not facts.moves_away,
    }
    return allowed.get(principle, True)


def is_reason(text: str, least: int = REASON_LENGTH) -> bool:
    """Whether a reason is long enough to say something."""
    return len(text.strip()) >= least


def check_findings(check: Check, facts: ReviewFacts) -> tuple[Finding, ...]:
    """What one answer lacks, or what it must make people look at."""
    answer, name = check.answer, check.principle.value
    if answer is None or answer is _A.UNKNOWN:
        return (blocker("principle.unanswered", field=name, principle=name),)
    found: list[Finding] = []
    if not may_answer(check.principle, answer, facts):
        code = "principle.poverty_only" if check.principle is _P.P04 else "principle.not_allowed"
        found.append(blocker(code, field=name, principle=name))
    elif forced_answer(check.principle, facts) is not None:
        found.append(blocker("principle.poverty_only", field=name, principle=name))
    if answer in NEEDS_REASON and not is_reason(check.reason):
        found.append(blocker("principle.reason", field=name, principle=name, n=REASON_LENGTH))
    found += _RULES.get(check.principle, _nothing)(check, facts)
    return tuple(found)


def checklist_findings(checks: Iterable[Check], facts: ReviewFacts) -> tuple[Finding, ...]:
    """What the whole list lacks, in the order of the principles; a missing answer counts."""
    by_principle = {check.principle: check for check in checks}
    return tuple(
        finding
        for principle in Principle
        for finding in check_findings(by_principle.get(principle, Check(principle)), facts)
    )


def is_complete(checks: Iterable[Check], facts: ReviewFacts) -> bool:
    """Whether nothing that blocks is left."""
    return not any(finding.blocks for finding in checklist_findings(checks, facts))


def unknown_of(checks: Iterable[Check]) -> tuple[Principle, ...]:
    """Principles answered „няма данни“: a task to collect information is proposed for them."""
    return tuple(check.principle for check in checks if check.answer is _A.UNKNOWN)


def _nothing(check: Check, facts: ReviewFacts) -> list[Finding]:
    _ = check, facts
    return []


def _support(check: Check, facts: ReviewFacts) -> list[Finding]:
    if facts.moves_away and not is_reason(check.notes.get("support_tried", "")):
        return [blocker("principle.support", field="P02", principle=_P.P02.value)]
    return []


def _family_care(check: Check, facts: ReviewFacts) -> list[Finding]:
    if facts.care_after not in RESIDENTIAL_CARE:
        return []
    found: list[Finding] = []
    if check.answer not in NEEDS_REASON and not is_reason(check.reason):
        found.append(
            blocker("principle.reason", field="P05", principle=_P.P05.value, n=REASON_LENGTH)
        )
    latest = months_later(facts.held_on, REVIEW_MONTHS)
    if facts.next_review_on is None or facts.next_review_on > latest:
        found.append(
            blocker("principle.review_late", field="P05", principle=_P.P05.value, day=latest)
        )
    if any(age < SMALL_YEARS for age in facts.ages):
        found.append(warning("principle.small_child", field="P05", principle=_P.P05.value))
    return found


def _heard(check: Check, facts: ReviewFacts) -> list[Finding]:
    if check.answer in (_A.YES, _A.PARTLY):
        if not (check.notes.get("how", "").strip() and check.notes.get("by_whom", "").strip()):
            return [blocker("principle.heard_how", field="P06", principle=_P.P06.value)]
        return []
    old = any(age >= HEARD_YEARS for age in facts.ages)
    if check.answer is _A.NO and old and not is_reason(check.reason, STRONG_REASON_LENGTH):
        return [
            blocker(
                "principle.heard_reason",
                field="P06",
                principle=_P.P06.value,
                n=STRONG_REASON_LENGTH,
            )
        ]
    return []


def _contact(check: Check, facts: ReviewFacts) -> list[Finding]:
    if (
        facts.moves_away
        and check.answer in (_A.YES, _A.PARTLY)
        and not is_reason(check.notes.get("contact", ""))
    ):
        return [blocker("principle.contact", field="P07", principle=_P.P07.value)]
    return []


def _confidential(check: Check, facts: ReviewFacts) -> list[Finding]:
    found: list[Finding] = []
    if check.answer is _A.YES and facts.safeguards < frozenset(SAFEGUARDS):
        found.append(warning("principle.safeguards", field="P10", principle=_P.P10.value))
    if check.answer is _A.NO and not is_reason(facts.incident_note):
        found.append(blocker("principle.incident", field="P10", principle=_P.P10.value))
    return found


_RULES = {
    _P.P02: _support,
    _P.P05: _family_care,
    _P.P06: _heard,
    _P.P07: _contact,
    _P.P10: _confidential,
}


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where it has no such day."""
    index = day.month - 1 + months
    year, month = day.year + index // 12, index % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    last = (following - date.resolution).day
    return date(year, month, min(day.day, last))
