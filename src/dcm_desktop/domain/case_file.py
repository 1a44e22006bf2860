"""What a case still lacks, and what its neutral summary must not say; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dcm_desktop.domain.case import OPEN_STATUSES
from dcm_desktop.domain.findings import Finding, blocker
from dcm_desktop.domain.names import Guard, RegisterName
from dcm_desktop.domain.people_checks import address_places
from dcm_desktop.domain.terms import (
    CareType,
    CaseStatus,
    CaseTypology,
    OpinionHeard,
    Sex,
)

WITHOUT_CHILD = frozenset({CaseTypology.INSTITUTION_CLOSURE, CaseTypology.PREGNANCY_SUPPORT})
"""Typologies that may have no child yet, or concern an institution.

Source: issue „the family's file“ (an institution-level topic needs no child).
"""
_REVIEWED = frozenset({CaseStatus.PLANNING, CaseStatus.IMPLEMENTING, CaseStatus.MONITORING})


@dataclass(frozen=True, slots=True)
class ChildFacts:
    """What is known of a child, for the list of what is missing."""

    child_id: str
    label: str
    has_birth: bool
    unborn: bool = False
    sex: Sex = Sex.UNKNOWN
    care_now: CareType | None = None
    opinion_heard: OpinionHeard | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that a case lacks; `label` is that of the child it belongs to.

    `code` is the word in the table `missing` of the labels and the field to jump to.
    """

    code: str
    child_id: str = ""
    label: str = ""


def missing_of(
    *,
    status: CaseStatus,
    typology: CaseTypology | None,
    filled: dict[str, bool],
    children: Sequence[ChildFacts],
    has_next_review: bool,
    summary_clean: bool = True,
) -> tuple[Missing, ...]:
    """What an open case lacks, the weightiest first; nothing for a case not worked on.

    `filled`: field → whether it is filled, in the order in which they are to be asked for.
    """
    if status not in OPEN_STATUSES:
        return ()
    found = [] if summary_clean else [Missing("summary_personal")]
    found += [Missing(name) for name, is_filled in filled.items() if not is_filled]
    if not children and typology not in WITHOUT_CHILD:
        found.append(Missing("children"))
    for child in children:
        found += _missing_of_child(child)
    if status in _REVIEWED and not has_next_review:
        found.append(Missing("next_review"))
    return tuple(found)


def _missing_of_child(child: ChildFacts) -> list[Missing]:
    lacks = []
    if not child.has_birth and not child.unborn:
        lacks.append("birth")
    if child.sex is Sex.UNKNOWN and not child.unborn:
        lacks.append("sex")
    if child.care_now in (None, CareType.UNKNOWN) and not child.unborn:
        lacks.append("care_now")
    if child.opinion_heard is None and not child.unborn:
        lacks.append("opinion_heard")
    return [Missing(code, child.child_id, child.label) for code in lacks]


def summary_findings(
    text: str, names: Iterable[RegisterName], *, officials: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """A blocker when a neutral summary holds a name, a ten-digit number or an address.

    The facts `start` and `end` say which passage; the text itself is not kept (privacy).
    `officials`: names and institutions in full that may stand in it.
    Source: domain reference, section 4.3 (`summary_neutral`) and 7 (Case).
    """
    spots = [(hit.start, hit.end) for hit in Guard(names, allowed=officials).search(text)]
    spots += address_places(text)
    if not spots:
        return ()
    start, end = min(spots)
    return (
        blocker(
            "case.personal_data_in_summary",
            field="summary_neutral",
            start=start,
            end=end,
            n=len(spots),
        ),
    )


def child_label(n: int) -> str:
    """„Дете 1“: how a child is called wherever names must not stand."""
    return f"Дете {n}"


def birth_year_of(
    *, birth_on: date | None, birth_year: int | None, age_months: int | None, day: date
) -> int | None:
    """Year of birth from the date, the year, or the age in months on a day; None when unknown."""
    if birth_on is not None:
        return birth_on.year
    if birth_year is not None:
        return birth_year
    if age_months is None:
        return None
    return (day.year * 12 + day.month - 1 - age_months) // 12
