"""Typed values: dates, times, telephone, e-mail, money, codes. Each is checked when it is made.

Identifiers of people and bodies (ЕГН, ЛНЧ, ЕИК) are in `ids.py`, plain text in `text.py`.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from dcm_desktop.errors import InputRefused

SOFIA = ZoneInfo("Europe/Sofia")
"""Time on every clock and paper of the program; the store keeps UTC."""

_DATE = re.compile(r"([0-9]{1,2})\s*[./-]\s*([0-9]{1,2})\s*[./-]\s*([0-9]{4})(?:\s*г\.?)?")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(r"([0-9]{1,2})(?:\s*[:.,]\s*([0-9]{2}))?(?:\s*(?:часа|часът|ч\.?))?")
_EMAIL = re.compile(
    r"[A-Za-z0-9._%+'-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)
_CASE_CODE = re.compile(r"([A-Z]{3})([0-9]{2})?-([0-9]{4})-(?:([0-9]{3,})|P([A-Z])([0-9]{2,}))")
_DECISION_NUMBER = re.compile(r"([1-9][0-9]{0,4})-([1-9][0-9]{0,3})")


def local(moment: datetime) -> datetime:
    """The moment on a Bulgarian clock. `moment` must be aware."""
    return moment.astimezone(SOFIA)


def local_date(moment: datetime) -> date:
    """The Bulgarian calendar day of an aware moment."""
    return local(moment).date()


def at_local(day: date, clock: time) -> datetime:
    """Aware moment of a Bulgarian day and clock time; the first one when the clock is set back."""
    return datetime.combine(day, clock, tzinfo=SOFIA)


def parse_date(text: str, *, field: str | None = None) -> date:
    """A day typed as ДД.ММ.ГГГГ (also with / or -, with „г.“, or as ISO ГГГГ-ММ-ДД).

    Raises: InputRefused `date.format` (also a year of two digits), `date.impossible` for a day
    that the calendar does not have. Source: domain reference, section 7.
    """
    cleaned = text.strip()
    iso = _ISO_DATE.fullmatch(cleaned)
    match = _DATE.fullmatch(cleaned)
    if iso is not None:
        year, month, day = (int(part) for part in iso.groups())
    elif match is not None:
        day, month, year = (int(part) for part in match.groups())
    else:
        raise InputRefused("date.format", field=field)
    if not 1800 <= year <= 2200:
        raise InputRefused("date.format", field=field)
    try:
        return date(year, month, day)
    except ValueError as error:
        shown = f"{day:02d}.{month:02d}.{year}"
        raise InputRefused("date.impossible", field=field, text=shown) from error


def parse_time(text: str, *, field: str | None = None) -> time:
    """A clock time typed as 10, 10:00, 10.00 or „10.00 часа“.

    Raises: InputRefused `time.format`.
    """
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise InputRefused("time.format", field=field)
    hour, minute = int(match.group(1)), int(match.group(2) or 0)
    if hour > 23 or minute > 59:
        raise InputRefused("time.format", field=field)
    return time(hour, minute)


def check_period(start: date, end: date | None, *, field: str | None = None) -> None:
    """A period may be open, one day long or longer.

    Raises: InputRefused `period.end_before_start`. Source: domain reference, section 7.
    """
    if end is not None and end < start:
        raise InputRefused("period.end_before_start", field=field)


def parse_phone(text: str, *, field: str | None = None) -> str:
    """A telephone number beginning with +359 or 0, without spaces.

    Unit: 7 to 12 digits after the prefix is taken with it.
    Raises: InputRefused `phone.format`. Source: domain reference, section 4.2 (Institution).
    """
    compact = re.sub(r"[\s()./-]", "", text)
    if compact.startswith("00359"):
        compact = "+359" + compact[5:]
    match = re.fullmatch(r"(\+359|0)([0-9]+)", compact)
    if match is None or not 7 <= len(compact.lstrip("+")) <= 12:
        raise InputRefused("phone.format", field=field)
    return compact


def parse_email(text: str, *, field: str | None = None) -> str:
    """An e-mail address in small letters.

    Raises: InputRefused `email.format`.
    """
    compact = text.strip()
    local_part = compact.partition("@")[0]
    if (
        _EMAIL.fullmatch(compact) is None
        or ".." in compact
        or local_part.startswith(".")
        or local_part.endswith(".")
        or len(compact) > 254
    ):
        raise InputRefused("email.format", field=field)
    return compact.lower()


def parse_money(text: str, *, field: str | None = None) -> int:
    """An amount typed with a decimal comma („1 234,50 €“, „1234,5“, „12“).

    Unit: euro cents. A point is taken for a decimal sign only with one or two digits after it.
    Raises: InputRefused `money.format`. Source: domain reference, section 5.1 (euro since 2026).
    """
    compact = re.sub(r"(?:€|евро|EUR)\s*$", "", text.strip(), flags=re.IGNORECASE)
    compact = re.sub(r"\s", "", compact)
    match = re.fullmatch(r"([0-9]{1,12})(?:[.,]([0-9]{1,2}))?", compact)
    if match is None:
        raise InputRefused("money.format", field=field)
    return int(match.group(1)) * 100 + int((match.group(2) or "0").ljust(2, "0"))


def parse_whole(text: str, *, field: str | None = None, most: int = 1_000_000) -> int:
    """A whole number from 0 to `most`.

    Raises: InputRefused `number.whole`, `number.too_large`. Source: domain reference, section 7.
    """
    compact = re.sub(r"\s", "", text)
    if re.fullmatch(r"[0-9]{1,18}", compact) is None:
        raise InputRefused("number.whole", field=field)
    if int(compact) > most:
        raise InputRefused("number.too_large", field=field, most=most)
    return int(compact)


def is_ekatte(text: str) -> bool:
    """Whether the text is a settlement code: five digits, the last one a check digit.

    Source: domain reference, section 8 (verified on all 265 municipal seats).
    """
    if re.fullmatch(r"[0-9]{5}", text) is None:
        return False
    digits = [int(digit) for digit in text]
    for weights in ((1, 2, 3, 4), (3, 4, 5, 6)):
        rest = sum(d * w for d, w in zip(digits, weights, strict=False)) % 11
        if rest != 10:
            return rest == digits[4]
    return digits[4] == 0


def parse_ekatte(text: str, *, field: str | None = None) -> str:
    """A settlement code. Raises: InputRefused `ekatte.format`."""
    compact = text.strip()
    if not is_ekatte(compact):
        raise InputRefused("ekatte.format", field=field)
    return compact


@dataclass(frozen=True, slots=True)
class CaseCode:
    """Code of a case: `LOV-2026-017`, `KRZ16-2026-001` of a municipal mechanism, or provisional.

    `laptop` is the letter of the device for a provisional code (`LOV-2026-PB03`), else empty.
    Source: domain reference, section 4.3 (Case) and 4.1 (numbers given off-line).
    """

    district: str
    year: int
    serial: int
    municipal: str = ""
    laptop: str = ""

    @property
    def provisional(self) -> bool:
        """Whether the code waits for its final number."""
        return bool(self.laptop)

    @property
    def prefix(self) -> str:
        """District letters, with the two municipal digits for a municipal mechanism."""
        return self.district + self.municipal

    def __str__(self) -> str:
        if self.laptop:
            return f"{self.prefix}-{self.year}-P{self.laptop}{self.serial:02d}"
        return f"{self.prefix}-{self.year}-{self.serial:03d}"


def parse_case_code(text: str, *, field: str | None = None) -> CaseCode:
    """The parts of a case code. Raises: InputRefused `case.code_format`."""
    match = _CASE_CODE.fullmatch(text.strip().upper())
    if match is None:
        raise InputRefused("case.code_format", field=field)
    district, municipal, year, serial, laptop, provisional = match.groups()
    code = CaseCode(district, int(year), int(serial or provisional), municipal or "", laptop or "")
    if code.serial < 1 or str(code) != text.strip().upper():
        raise InputRefused("case.code_format", field=field)
    return code


@dataclass(frozen=True, slots=True, order=True)
class DecisionNumber:
    """Number of a decision, session and sequence: `7-2`.

    Source: domain reference, section 4.2 (Decision) and 5.2 (numbering).
    """

    session: int
    seq: int

    def __str__(self) -> str:
        return f"{self.session}-{self.seq}"


def parse_decision_number(text: str, *, field: str | None = None) -> DecisionNumber:
    """The parts of a decision number. Raises: InputRefused `decision.number_format`."""
    match = _DECISION_NUMBER.fullmatch(text.strip().removeprefix("№").strip())
    if match is None:
        raise InputRefused("decision.number_format", field=field)
    return DecisionNumber(int(match.group(1)), int(match.group(2)))


def next_decision_number(session: int, used: tuple[str, ...]) -> DecisionNumber:
    """The next free number of a session; numbers are never reused, also after a gap.

    Source: sessions anchor, section 6.3.
    """
    taken = [parse_decision_number(number) for number in used]
    last = max((number.seq for number in taken if number.session == session), default=0)
    return DecisionNumber(session, last + 1)
