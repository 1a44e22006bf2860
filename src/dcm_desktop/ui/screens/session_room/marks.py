"""Number and sign, as typed in the roll call and in a vote by name. No widget, no rule."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class RollSign(StrEnum):
    """What a sign does in the roll call."""

    PRESENT = "+"
    REMOTE = "="
    ABSENT = "-"
    EXCUSED = "/"
    SUBSTITUTE = "*"
    PROXY = "%"
    LEFT = "."
    RECUSED = "!"


class VoteSign(StrEnum):
    """What a sign does in a vote by name."""

    FOR = "+"
    AGAINST = "-"
    ABSTAIN = "0"
    NOT_VOTING = "?"
    RECUSED = "!"


@dataclass(frozen=True, slots=True)
class RollMark:
    """A sign for a row of the roll."""

    attendance_id: str
    sign: RollSign


_TWINS = str.maketrans({"–": "-", "—": "-", "−": "-", ",": ".", "ю": ".", "Ю": "."})
_VOTE_TWINS = {"/": "0", "*": "?"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign for a number of the roll; `number` None: for the row that is current."""

    number: int | None
    sign: str


def read_roll_mark(text: str) -> Mark | None:
    """The mark that `text` ends in, None while only a number (or nothing) was typed."""
    typed = text.strip().translate(_TWINS)
    if not typed or typed[-1] not in {sign.value for sign in RollSign}:
        return None
    digits = typed[:-1].strip()
    if digits and not _is_number(digits):
        return None
    return Mark(int(digits) if digits else None, typed[-1])


def read_vote_mark(text: str, numbers: Collection[int]) -> Mark | None:
    """The mark of a vote by name; `/` and `*` of the keypad are twins of `0` and `?`.

    A last `0` is the sign only where the digits can be no number of the roll: `40` with 15 rows is
    number 4, abstained, `10` is number ten.
    """
    typed = text.strip().translate(_TWINS)
    if not typed:
        return None
    digits, sign = typed[:-1].strip(), _VOTE_TWINS.get(typed[-1], typed[-1])
    if typed[-1] == "0":
        could_grow = any(str(number).startswith(typed) for number in numbers)
        if not _is_number(digits) or int(digits) not in numbers or could_grow:
            return None
    elif sign not in {known.value for known in VoteSign}:
        return None
    if digits and not _is_number(digits):
        return None
    return Mark(int(digits) if digits else None, sign)


def number_in(text: str) -> int | None:
    """The number typed so far."""
    typed = text.strip()
    return int(typed) if _is_number(typed) else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 4
