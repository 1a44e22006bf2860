"""Names and checks of mechanisms, institutions and people; pure. Mandates are in `mandate.py`."""

import re
from datetime import date

from dcm_desktop import labels
from dcm_desktop.domain.findings import Finding, blocker, warning
from dcm_desktop.domain.terms import FamilyRelation, MechanismLevel, PersonTitle
from dcm_desktop.domain.text import check_line, mixed_words
from dcm_desktop.errors import InputRefused

_NAME = re.compile(r"[^\W\d_]+(?:[ '’-]{1,3}[^\W\d_]+)*\.?")
_KINDS = {
    MechanismLevel.DISTRICT: "Областен координационен механизъм по деинституционализация",
    MechanismLevel.MUNICIPAL: "Общински координационен механизъм по деинституционализация",
}
_PARENTS = frozenset({FamilyRelation.MOTHER, FamilyRelation.FATHER})
_YOUNGEST_PARENT = 12
# „ул. Роза 4“, „бул. България“, „ж.к. Възрожденци“, „бл. 12“: street words of an address.
_ADDRESS = re.compile(
    r"(?<!\w)(?:ул|бул|кв|бл|вх|ап)\.\s*[„\"]?[\w№]|(?<!\w)ж\.?\s?к\.\s*[„\"]?\w", re.IGNORECASE
)


def mechanism_name(level: MechanismLevel, area: str) -> str:
    """Full name of a mechanism; `area` is „област Кърджали“ or „община Троян“.

    Source: domain reference, section 1 (title of the mechanism).
    """
    return f"{_KINDS[level]} – {area}"


def mechanism_findings(
    *,
    today: date,
    founded_on: date | None,
    first_session_on: date | None,
    planned_seats: int,
    first_session_number: int,
) -> tuple[Finding, ...]:
    """What is wrong with the data of a mechanism.

    Source: domain reference, section 4.2 (Mechanism: founded ≤ today, 1–60 seats) and 7.
    """
    found = []
    if founded_on is not None and founded_on > today:
        found.append(blocker("mechanism.founded_in_future", field="founded_on"))
    if founded_on and first_session_on and first_session_on < founded_on:
        found.append(blocker("mechanism.first_session_before_founding", field="first_session_on"))
    if not 1 <= planned_seats <= 60:
        found.append(blocker("mechanism.seats_range", field="planned_seats"))
    if first_session_number < 1:
        found.append(blocker("session.number_positive", field="first_session_number"))
    return tuple(found)


def places_findings(
    capacity: int | None, free: int | None, as_of: date | None
) -> tuple[Finding, ...]:
    """What is wrong with the free places of a service.

    Source: domain reference, section 4.2 (Institution: 0 to capacity, with the day) and 7.
    """
    if free is None:
        return ()
    found = []
    if free < 0 or (capacity is not None and capacity < 0):
        found.append(blocker("number.whole", field="free_places"))
    if capacity is not None and free > capacity:
        found.append(
            blocker("institution.free_places", field="free_places", free=free, capacity=capacity)
        )
    if as_of is None:
        found.append(blocker("institution.free_places_day", field="free_places_as_of"))
    return tuple(found)


def check_name(text: str, *, name: str, required: bool = True) -> str:
    """A first, middle or last name, normalised.

    `name` is the field (`first_name` …). Raises: InputRefused `field.required`, `text.too_short`,
    `text.too_long`, `person.name_letters`. Source: domain reference, section 4.2 (Person).
    """
    line = check_line(text, name=name, max_len=60, min_len=1, required=required, field=name)
    if line and _NAME.fullmatch(line) is None:
        raise InputRefused("person.name_letters", field=name)
    return line


def mixed_findings(**texts: str) -> tuple[Finding, ...]:
    """A warning for every word of both scripts; the keys are the fields.

    Source: domain reference, section 7 (Latin letters inside a Cyrillic word).
    """
    return tuple(
        warning(
            "text.mixed_letters",
            field=name,
            word=mixed.word,
            letters=mixed.letters,
            suggestion=mixed.suggestion,
        )
        for name, text in texts.items()
        for mixed in mixed_words(text)
    )


def full_name(first: str, middle: str, last: str, title: PersonTitle = PersonTitle.NONE) -> str:
    """„д-р Ана Петрова Руменова“, empty parts left out."""
    parts = (_title(title), first, middle, last)
    return " ".join(part for part in parts if part)


def short_name(first: str, last: str, title: PersonTitle = PersonTitle.NONE) -> str:
    """„д-р А. Руменова“: initial and last name, for narrow places."""
    initial = f"{first[:1]}." if first and last else first
    return " ".join(part for part in (_title(title), initial, last) if part)


def address_places(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text names a street, block or flat: start and end of each find.

    Source: domain reference, section 4.3 (`summary_neutral`: no names, no ЕГН, no address).
    """
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def relation_findings(
    relation: FamilyRelation, birth_year: int | None, *, child_years: tuple[int, ...], today: date
) -> tuple[Finding, ...]:
    """What is wrong with the year of birth of a family member.

    `child_years` are the birth years of the children of the case.
    Source: domain reference, section 4.3 (FamilyMember: 1900 to this year) and 7.
    """
    if birth_year is None:
        return ()
    if not 1900 <= birth_year <= today.year:
        return (blocker("family.birth_year_range", field="birth_year", most=today.year),)
    if relation not in _PARENTS or not child_years:
        return ()
    years = min(child_years) - birth_year
    if years >= _YOUNGEST_PARENT:
        return ()
    return (warning("family.parent_too_young", field="birth_year", years=years),)


def _title(title: PersonTitle | None) -> str:
    return "" if title in (None, PersonTitle.NONE) else labels.label(title)
