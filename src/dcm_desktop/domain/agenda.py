"""Order, titles and times of agenda items. States of an item are in `session.py`."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dcm_desktop.domain.item_forms import ITEM_FORMS
from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.errors import InputRefused, RuleBroken

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LONGEST_KEY = 64
"""Longest order key; `spread` makes short ones again."""

DEFAULT_MINUTES: dict[AgendaItemKind, int] = {
    kind: form.minutes for kind, form in ITEM_FORMS.items()
}
"""Minutes proposed for a new item."""


def key_between(before: str, after: str, noise: str = "") -> str:
    """An order key that sorts after `before` and before `after`; empty means the end of the list.

    Keys are base-62 fractions, so a move writes one row and two laptops can insert at once;
    `noise` (two random base-62 characters from the caller) keeps their keys apart.
    Raises: RuleBroken `item.order_key` when the neighbours are not in order, or no key of at most
    64 characters fits between them (the caller then uses `spread`).
    """
    if (before and after and before >= after) or not _is_key(before + after + noise):
        raise RuleBroken("item.order_key")
    key = _midpoint(before, after) + noise
    if key.endswith("0"):
        key += "1"
    if len(key) > LONGEST_KEY:
        raise RuleBroken("item.order_key")
    return key


def spread(count: int) -> tuple[str, ...]:
    """`count` short keys at even distances, for a new agenda or when keys have grown too long."""
    width = max(1, math.ceil(math.log(count + 2, 62)))
    step = 62**width / (count + 1)
    return tuple(_digits(int(step * (n + 1)), width).rstrip("0") for n in range(count))


def _is_key(text: str) -> bool:
    return all(ch in _DIGITS for ch in text)


def _digits(number: int, width: int) -> str:
    out = ""
    for _ in range(width):
        number, digit = divmod(number, 62)
        out = _DIGITS[digit] + out
    return out


def _midpoint(before: str, after: str) -> str:
    """A fraction strictly between two fractions, whatever is appended to it."""
    prefix = ""
    position = 0
    while True:
        low = _DIGITS.index(before[position]) if position < len(before) else 0
        high = _DIGITS.index(after[position]) if after and position < len(after) else None
        if after and high is None:
            raise RuleBroken("item.order_key")
        top = 62 if high is None else high
        if top - low > 1:
            return prefix + _DIGITS[_step(low, top, before, after)]
        prefix += _DIGITS[low]
        if high is not None and high > low:
            after = ""
        position += 1


def _step(low: int, top: int, before: str, after: str) -> int:
    """Next digit at an end of the list, so that keys stay short; the middle between two keys."""
    if before and not after:
        return low + 1
    if after and not before:
        return top - 1
    return (low + top) // 2


@dataclass(frozen=True, slots=True)
class Planned:
    """An item of the plan. `minutes` None takes the default of the kind."""

    kind: AgendaItemKind
    minutes: int | None = None
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Planned times. `starts` has one moment per item, None for a finished one.

    `first_late` is the index of the first item that ends after the time given for the session,
    None when all fit. `over_min` is by how many minutes the end is later than that (negative:
    minutes to spare), 0 without a given end.
    """

    starts: tuple[datetime | None, ...]
    ends_at: datetime
    first_late: int | None
    over_min: int


def plan(items: Sequence[Planned], *, begins_at: datetime, must_end_at: datetime | None) -> Plan:
    """When each item begins and the session ends, in agenda order from `begins_at`.

    In a running session `begins_at` is now and finished items take no time.
    Source: issue „session room“ (planned end and the first item that no longer fits).
    """
    clock = begins_at
    starts: list[datetime | None] = []
    first_late = None
    for index, item in enumerate(items):
        if item.finished:
            starts.append(None)
            continue
        starts.append(clock)
        clock += timedelta(minutes=minutes_of(item))
        if first_late is None and must_end_at is not None and clock > must_end_at:
            first_late = index
    over = 0 if must_end_at is None else round((clock - must_end_at).total_seconds() / 60)
    return Plan(tuple(starts), clock, first_late, over)


def minutes_of(item: Planned) -> int:
    """Planned minutes of an item."""
    return DEFAULT_MINUTES[item.kind] if item.minutes is None else item.minutes


def title_of(kind: AgendaItemKind, typed: str, *, case_code: str | None = None) -> str:
    """Inner title of an item: for a case it is generated and free text is refused.

    Raises: InputRefused `item.title_generated` when a title is typed for a case item,
    `field.required` for another kind without one; RuleBroken `item.case_missing` for a case item
    without case.
    Source: domain reference, section 4.2 (AgendaItem).
    """
    if kind is AgendaItemKind.CASE:
        if not case_code:
            raise RuleBroken("item.case_missing")
        generated = case_title(case_code)
        if typed.strip() and " ".join(typed.split()) != generated.replace("\u00a0", " "):
            raise InputRefused("item.title_generated", field="title")
        return generated
    if not typed.strip():
        raise InputRefused("field.required", field="title", name="title")
    return typed


def case_title(case_code: str) -> str:
    """Title of a case item on paper and in the room: with the code, never a name."""
    return f"Обсъждане на случай №\u00a0{case_code}"


PUBLIC_CASE_TITLE = "Обсъждане на случай"
"""Title of a case item in the hall. Source: design README (The window)."""


def is_closed_part(kind: AgendaItemKind, chosen: bool) -> bool:
    """Whether an item belongs to the closed part: a case always does.

    Source: domain reference, section 4.2 (`closed_part`).
    """
    return kind is AgendaItemKind.CASE or chosen
