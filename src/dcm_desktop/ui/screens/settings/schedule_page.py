"""The rule by which the next session is proposed, with the days that it gives."""

from datetime import time

from dcm_desktop.domain.schedule import FREQUENCIES, LAST, PlannedDay, Schedule
from dcm_desktop.domain.terms import ScheduleRule
from dcm_desktop.errors import DcmError
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.formats import long_date, weekday_date
from dcm_desktop.ui.screens.form_parts import beside
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.settings.rules_page import SavingPage
from dcm_desktop.ui.widgets.boxes import Box, Card, Inset, hbox
from dcm_desktop.ui.widgets.buttons import Segmented
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import TimeEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.ui.widgets.labels import Icon, Label
from dcm_desktop.usecases.office import MechanismView
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.schedule import (
    ScheduleData,
    clear_schedule,
    get_schedule,
    set_schedule,
    try_schedule,
)

WEEKDAY, DAY, NONE = range(3)
_SHOWN = 4


class SchedulePage(SavingPage):
    """Nth weekday or day of the month, every so many months; or no rule."""

    def __init__(self, screen: Screen, view: MechanismView) -> None:
        super().__init__(screen)
        self._id = view.mechanism_id
        data = self._desk.workspace.ask(get_schedule, self._id)
        rule = data.schedule if data is not None else Schedule(ScheduleRule.NTH_WEEKDAY, nth=LAST,
                                                               weekday=3)  # fmt: skip
        kind = NONE if data is None else DAY if rule.rule is ScheduleRule.DAY_OF_MONTH else WEEKDAY
        self.save_button.set_text(self.tr("Save the schedule"))
        self.save_button.setObjectName("saveScheduleButton")
        self.kind = Segmented(
            self.tr("Day of the week"),
            self.tr("Day of the month"),
            self.tr("No rule"),
            index=kind,
            name=self.tr("How the day is found"),
        )
        self.kind.setObjectName("scheduleKind")
        self.nth = Combo(self._nths(), value=str(rule.nth), name=self.tr("Which one"))
        self.nth.setObjectName("nth")
        self.weekday = Combo(self._weekdays(), value=str(rule.weekday), name=self.tr("Weekday"))
        self.weekday.setObjectName("weekday")
        self.day = NumberEdit(low=1, high=31)
        self.day.set_value(rule.day)
        self.day.setObjectName("day")
        self.months = Combo(
            self._frequencies(), value=str(rule.every_months), name=self.tr("How often")
        )
        self.months.setObjectName("every_months")
        self.hour = TimeEdit(rule.hour)
        self.hour.setObjectName("hour")
        self.place = LineEdit(data.place if data is not None else "")
        self.place.setObjectName("place")
        self._by_weekday = Box(
            beside(Field(self.tr("Which one"), self.nth), Field(self.tr("Weekday"), self.weekday))
        )
        hint = self.tr("In a shorter month its last day.")
        self._by_day = Box(Field(self.tr("Day of the month"), self.day, hint=hint))
        self._common = Box(
            beside(
                Field(self.tr("How often"), self.months),
                Field(self.tr("Begins"), self.hour, required=self.tr("Type the hour.")),
            ),
            Field(
                self.tr("Place"),
                self.place,
                hint=self.tr("Empty: the place of the last session."),
            ),
            spacing=12,
        )
        self.preview = Inset(spacing=4)
        explain = self.tr(
            "New sessions are proposed by this rule. Bulgarian public holidays are named, and the "
            "next working day is offered."
        )
        self.add(
            Card(
                Label(self.tr("Schedule of sessions"), "heading"),
                Label(explain, "small", "text2", wrap=True),
                4,
                hbox(self.kind, None),
                4,
                self._by_weekday,
                self._by_day,
                self._common,
                self.preview,
                4,
                hbox(self.save_button, None),
                margins=(16, 12, 16, 16),
            ),
            None,
        )
        self.kind.chosen.connect(self._changed)
        for combo in (self.nth, self.weekday, self.months):
            combo.chosen.connect(self._changed)
        self.day.textChanged.connect(self._changed)
        self._changed()

    def data(self) -> ScheduleData:
        """What the form says."""
        return ScheduleData(
            Schedule(
                ScheduleRule.DAY_OF_MONTH if self.kind.index == DAY else ScheduleRule.NTH_WEEKDAY,
                nth=int(self.nth.value()),
                weekday=int(self.weekday.value()),
                day=self.day.value() or 1,
                every_months=int(self.months.value()),
                hour=self.hour.value() or time(10),
            ),
            self.place.text(),
        )

    def send(self, accept: frozenset[str]) -> Saved:
        """Save the rule, or drop it."""
        del accept
        do = self._desk.workspace.do
        if self.kind.index == NONE:
            do(clear_schedule, self._id, at=now())
            return Saved(self._id)
        return do(set_schedule, self._id, self.data(), at=now())

    def done_text(self) -> str:
        """It is saved."""
        return self.tr("The schedule is saved")

    # Inside

    def _changed(self, _value: object = None) -> None:
        kind = self.kind.index
        self._by_weekday.setVisible(kind == WEEKDAY)
        self._by_day.setVisible(kind == DAY)
        self._common.setVisible(kind != NONE)
        self.preview.setVisible(kind != NONE)
        if kind != NONE:
            self._show_days()

    def _show_days(self) -> None:
        ask = self._desk.workspace.ask
        schedule = self.data().schedule
        days: tuple[PlannedDay, ...]
        try:
            days = ask(try_schedule, self._id, schedule, count=_SHOWN, at=now())
        except (DcmError, ValueError):
            days = ()
        self.preview.clear()
        self.preview.add(Label(self.tr("The next sessions"), "smallm"))
        for one in days:
            icon = Icon("calendar", "text2", 16)
            text = weekday_date(one.day)
            if one.free_name is not None and one.instead is not None:
                icon = Icon("triangle-alert", "warn", 16)
                words = self.tr("{day}: {name}; offered is {instead}")
                text = words.format(
                    day=long_date(one.day), name=one.free_name, instead=weekday_date(one.instead)
                )
            self.preview.add(hbox(icon, (Label(text, "small", "text2", wrap=True), 1)))

    def _nths(self) -> list[Option]:
        words = (
            self.tr("first"),
            self.tr("second"),
            self.tr("third"),
            self.tr("fourth"),
            self.tr("last"),
        )
        return [Option(str(n), word) for n, word in enumerate(words, 1)]

    def _weekdays(self) -> list[Option]:
        words = (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )
        return [Option(str(n), word) for n, word in enumerate(words)]

    def _frequencies(self) -> list[Option]:
        words = (
            self.tr("every month"),
            self.tr("every second month"),
            self.tr("every third month"),
        )
        return [Option(str(n), word) for n, word in zip(FREQUENCIES, words, strict=True)]
