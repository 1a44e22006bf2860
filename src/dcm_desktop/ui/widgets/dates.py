"""Dates and times as a Bulgarian office types them: dd.mm.yyyy, +14, 10:30. Text first."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta

from PySide6.QtWidgets import QWidget

from dcm_desktop.ui import clock
from dcm_desktop.ui.widgets.fields import LineEdit

_PARTS = re.compile(r"^(\d{1,2})[.,/\- ](\d{1,2})(?:[.,/\- ](\d{2}|\d{4}))?\s*(?:г\.?)?$")
_AHEAD = re.compile(r"^\+\s*(\d{1,4})$")
_TIME = re.compile(r"^(\d{1,2})(?:[:., ](\d{2}))?\s*(?:ч\.?)?$")


class DateEdit(LineEdit):
    """A date as text: 26.11.2026, 26.11 (this year), +14 (days from today). Shown as dd.mm.yyyy."""

    def __init__(
        self,
        value: date | None = None,
        *,
        name: str = "",
        today: Callable[[], date] = clock.today,
        earliest: date | None = None,
        latest: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon="calendar", name=name, parent=parent)
        self.setPlaceholderText(self.tr("dd.mm.yyyy"))
        self._today, self._earliest, self._latest = today, earliest, latest
        self.setMinimumWidth(148)
        self.set_value(value)
        self.left.connect(self._settle)

    def value(self) -> date | None:
        """The date; None when empty or wrong (`problem` says why)."""
        return self._read()[0]

    def set_value(self, value: date | None) -> None:
        """Show a date."""
        self.setText("" if value is None else f"{value:%d.%m.%Y}")

    def problem(self) -> str:
        """How to mend the text; empty when it is a date in range, or nothing."""
        found, sentence = self._read()
        if found is None:
            return sentence
        if self._earliest is not None and found < self._earliest:
            return self.tr("Not before {date}.").format(date=f"{self._earliest:%d.%m.%Y}")
        if self._latest is not None and found > self._latest:
            return self.tr("Not after {date}.").format(date=f"{self._latest:%d.%m.%Y}")
        return ""

    def _read(self) -> tuple[date | None, str]:
        text = self.text().strip()
        if not text:
            return None, ""
        today = self._today()
        ahead = _AHEAD.match(text)
        if ahead:
            return today + timedelta(days=int(ahead[1])), ""
        example = f"{today:%d.%m.%Y}"
        parts = _PARTS.match(text)
        if not parts:
            return None, self.tr("Type a date such as {example} or +14.").format(example=example)
        day, month = int(parts[1]), int(parts[2])
        year = int(parts[3]) if parts[3] else today.year
        year = year + 2000 if year < 100 else year
        if not 1 <= month <= 12:
            sentence = self.tr("The month is {month}. Example: {example} or +14.")
            return None, sentence.format(month=month, example=example)
        if not 1900 <= year <= 2200:
            sentence = self.tr("The year is {year}. Example: {example} or +14.")
            return None, sentence.format(year=year, example=example)
        try:
            return date(year, month, day), ""
        except ValueError:
            sentence = self.tr("Month {month} has no day {day}.")
            return None, sentence.format(month=month, day=day)

    def _settle(self) -> None:
        """Write the date out in full when the field is left."""
        found = self.value()
        if found is not None:
            self.set_value(found)


class TimeEdit(LineEdit):
    """A time of day as text: 10:30, 10.30, 10. Shown as hh:mm."""

    def __init__(
        self, value: time | None = None, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(icon="clock", name=name, parent=parent)
        self.setPlaceholderText(self.tr("hh:mm"))
        self.setMinimumWidth(104)
        self.set_value(value)
        self.left.connect(self._settle)

    def value(self) -> time | None:
        """The time; None when empty or wrong."""
        parts = _TIME.match(self.text().strip())
        if not parts:
            return None
        hour, minute = int(parts[1]), int(parts[2] or 0)
        return time(hour, minute) if hour < 24 and minute < 60 else None

    def set_value(self, value: time | None) -> None:
        """Show a time."""
        self.setText("" if value is None else f"{value:%H:%M}")

    def problem(self) -> str:
        """How to mend the text; empty when it is a time, or nothing."""
        if not self.text().strip() or self.value() is not None:
            return ""
        return self.tr("Type a time such as 10:30.")

    def _settle(self) -> None:
        found = self.value()
        if found is not None:
            self.set_value(found)
