"""Legal phrases of the papers (`resources/wording`) and what every paper calls the session.

Sentences with numbers come from `domain.session_words`; the minutes' own ones are in
`minutes_words.py`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import cast

from dcm_desktop import resources
from dcm_desktop.documents.models import Body
from dcm_desktop.documents.typography import BLANK, printable
from dcm_desktop.domain.bulgarian import clock, date_long, date_short, date_with_weekday
from dcm_desktop.domain.terms import MechanismLevel, SessionForm, SessionKind

_SHORT_BLANK = "…………"
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
"""A fact that ends in „г.“ at the end of a phrase."""


@cache
def _file(name: str) -> Mapping[str, object]:
    return tomllib.loads(resources.read_text("wording", f"{name}.toml"))


def phrase(place: str, /, **facts: object) -> str:
    """The phrase at `file.table.key`, filled with facts; an empty fact prints as a blank."""
    found = _found(place)
    if not isinstance(found, str):
        raise TypeError(place)
    text = found.format_map({name: filled(value) for name, value in facts.items()})
    return _TWO_STOPS.sub(".", text)


def phrases(place: str) -> tuple[str, ...]:
    """A list of phrases, for example the heads of the columns of a table."""
    found = _found(place)
    if not isinstance(found, list):
        raise TypeError(place)
    return tuple(cast("list[str]", found))


def _found(place: str) -> object:
    name, *keys = place.split(".")
    found: object = _file(name)
    for key in keys:
        found = cast("Mapping[str, object]", found)[key]
    return found


def filled(value: object) -> str:
    """The value as text, or the blank of a field nobody filled in."""
    return printable(str(value)) if value not in (None, "") else BLANK


_NAMES = {
    MechanismLevel.DISTRICT: (
        "Областен координационен механизъм",
        "Областния координационен механизъм",
    ),
    MechanismLevel.MUNICIPAL: (
        "Общински координационен механизъм",
        "Общинския координационен механизъм",
    ),
}
_PURPOSE = "по деинституционализация"


def body_lines(body: Body) -> tuple[str, str]:
    """Name of the mechanism in two lines, for the head of a paper."""
    return body.name or _NAMES[body.level][0], _PURPOSE


def body_name(body: Body) -> str:
    """„Областен координационен механизъм по деинституционализация“."""
    return f"{body.name or _NAMES[body.level][0]} {_PURPOSE}"


def body_object(body: Body) -> str:
    """„Областния координационен механизъм по деинституционализация“, after a preposition."""
    return f"{_NAMES[body.level][1]} {_PURPOSE}"


def of_body(body: Body, topic: str = "") -> str:
    """„ОКМД – област Ловеч“, with the topic of a thematic session."""
    name = f"{body.short} – {filled(body.area)}"
    return phrase("minutes.topic", body=name, topic=topic) if topic else name


_KINDS = {
    SessionKind.REGULAR: "редовно",
    SessionKind.EXTRAORDINARY: "извънредно",
    SessionKind.THEMATIC: "тематично",
    SessionKind.CONSTITUENT: "учредително",
    SessionKind.ANNUAL: "годишно",
    SessionKind.WRITTEN: "неприсъствено",
}
_FORMS = {
    SessionForm.IN_PERSON: "присъствен",
    SessionForm.REMOTE: "дистанционн",
    SessionForm.MIXED: "смесен",
}


@dataclass(frozen=True, slots=True)
class Meeting:
    """How a session is called, with the words that agree with it in gender."""

    plain: str
    """„заседание“, „работна среща“."""
    kind: str
    """„редовно заседание“."""
    whole: str
    """„редовно присъствено заседание“."""
    definite: str
    """„редовното заседание“, „работната среща“."""
    held: str
    """„проведено“, „проведена“."""
    convened: str
    """„свикано“, „свикана“."""
    which: str
    """„което“, „която“."""


def meeting(kind: SessionKind, form: SessionForm) -> Meeting:
    """The words for a session of this kind and form."""
    if kind is SessionKind.WORKING_MEETING:
        return Meeting(
            "работна среща",
            "работна среща",
            f"{_FORMS[form]}а работна среща",
            "работната среща",
            "проведена",
            "свикана",
            "която",
        )
    word = _KINDS[kind]
    whole = f"{word} заседание"
    if kind is not SessionKind.WRITTEN:
        whole = f"{word} {_FORMS[form]}о заседание"
    return Meeting(
        "заседание",
        f"{word} заседание",
        whole,
        f"{word}то заседание",
        "проведено",
        "свикано",
        "което",
    )


def long_day(day: date | datetime | None) -> str:
    """„26 ноември 2026 г.“ or a blank."""
    return date_long(day) if day is not None else BLANK


def day_of_week(day: date | datetime) -> str:
    """„26 ноември 2026 г. (четвъртък)“."""
    return date_with_weekday(day)


def short_day(day: date | datetime | None) -> str:
    """„26.11.2026 г.“ or a blank."""
    return date_short(day) if day is not None else _SHORT_BLANK


def hour(moment: datetime | None) -> str:
    """„10.00 часа“ or a blank."""
    return clock(moment) if moment is not None else f"{_SHORT_BLANK} часа"


def outgoing(number: str, day: date | None) -> str:
    """„ОКМД-31/12.11.2026 г.“ with blanks for what is missing."""
    shown = printable(number) or _SHORT_BLANK
    return f"{shown}/{date_short(day) if day else f'{_SHORT_BLANK} г.'}"
