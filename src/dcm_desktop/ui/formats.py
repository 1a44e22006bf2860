"""Dates, times and numbers as the window writes them; Bulgarian office style, or English.

Spaces inside are U+00A0, so that „№ 3“ and „26 ноември“ never break over two lines.
"""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QLocale

from dcm_desktop import labels
from dcm_desktop.ui.clock import local

NBSP = "\u00a0"


def _is_bulgarian() -> bool:
    return QLocale().language() == QLocale.Language.Bulgarian


def language() -> str:
    """Language of the interface, as `labels` names it: bg or en."""
    return "bg" if _is_bulgarian() else "en"


def sentence(error: labels.HasCode) -> str:
    """The sentence of an error or finding in the language of the interface."""
    return labels.sentence(error, language())


def _text(day: date, pattern: str) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern).replace(" ", NBSP)


def short_date(day: date) -> str:
    """26.11.2026"""
    return f"{day:%d.%m.%Y}"


def day_month(day: date) -> str:
    """26 ноември"""
    return _text(day, "d MMMM")


def long_date(day: date) -> str:
    """26 ноември 2026 г."""
    text = _text(day, "d MMMM yyyy")
    return f"{text}{NBSP}г." if _is_bulgarian() else text


def weekday_date(day: date) -> str:
    """четвъртък, 26 ноември 2026 г."""
    return f"{_text(day, 'dddd')}, {long_date(day)}"


def day_of_week(day: date) -> str:
    """11.12, петък"""
    return f"{day:%d.%m}, {_text(day, 'dddd')}"


def near_date(day: date, today: date) -> str:
    """26 ноември in the year of `today`, else 26 ноември 2027 г."""
    return day_month(day) if day.year == today.year else long_date(day)


def time_of(moment: datetime) -> str:
    """10:41 in Bulgaria."""
    return f"{local(moment):%H:%M}"


def time_with_seconds(moment: datetime) -> str:
    """10:41:07 in Bulgaria."""
    return f"{local(moment):%H:%M:%S}"


def day_and_time(moment: datetime) -> str:
    """11 декември, 10:00 in Bulgaria."""
    return f"{day_month(local(moment).date())}, {time_of(moment)}"


def duration(span: timedelta) -> str:
    """2:10 for minutes and seconds, 1:02:10 from an hour on."""
    seconds = int(span.total_seconds())
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def number(value: int) -> str:
    """1234, and from five digits 12 345."""
    digits = f"{value:,}".replace(",", NBSP)
    return digits if abs(value) >= 10_000 else str(value)


def numbered(what: str) -> str:
    """№ 4-2, never broken."""
    return f"№{NBSP}{what}"
