"""Options of the lists in forms: enumerations by their labels, places, institutions, officials."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from dcm_desktop import labels
from dcm_desktop.domain.names import sort_key
from dcm_desktop.ui.formats import language
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.usecases.members import InstitutionRow, PersonRow
from dcm_desktop.usecases.places import places

Value = TypeVar("Value", bound=StrEnum)


def label_of(value: StrEnum) -> str:
    """Label of a value in the language of the interface."""
    return labels.label(value, language())


def capital(text: str) -> str:
    """The text with a capital first letter, as it stands alone on a screen."""
    return text[:1].upper() + text[1:]


def options_of(
    values: Iterable[StrEnum], *, empty: str | None = None, ordered: bool = False
) -> list[Option]:
    """Options of an enumeration; `empty` offers to choose nothing, `ordered` sorts by label."""
    made = [Option(value.value, capital(label_of(value))) for value in values]
    if ordered:
        made.sort(key=lambda option: sort_key(option.text))
    return ([Option("", empty)] if empty is not None else []) + made


def chosen_of(combo: Combo, kind: type[Value]) -> Value | None:
    """The value of an enumeration chosen in a list; None when nothing is."""
    value = combo.value()
    return kind(value) if value else None


def municipality_options(district: str) -> list[Option]:
    """Municipalities of a district; of all districts for the national team."""
    known = places()
    if district in known.districts:
        return [Option(one.code, one.name) for one in known.municipalities_of(district)]
    return [
        Option(one.code, one.name, known.district(one.district).area)
        for one in known.municipalities.values()
    ]


def institution_options(rows: Iterable[InstitutionRow]) -> list[Option]:
    """Institutions with type and place below the name."""
    made = []
    for row in rows:
        kind = labels.label(row.type, language(), short=True)
        made.append(
            Option(row.institution_id, row.label, " · ".join(filter(None, (kind, row.place))))
        )
    return made


def person_options(rows: Iterable[PersonRow]) -> list[Option]:
    """Officials with post and institution below the name."""
    return [
        Option(row.person_id, row.name, " · ".join(filter(None, (row.position, row.institution))))
        for row in rows
    ]
