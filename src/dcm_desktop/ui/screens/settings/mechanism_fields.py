"""The fields of a mechanism."""

from dataclasses import replace

from dcm_desktop.domain.terms import MechanismLevel, MechanismStatus
from dcm_desktop.ui.screens.choices import (
    chosen_of,
    label_of,
    municipality_options,
    options_of,
)
from dcm_desktop.ui.screens.form_parts import beside
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.buttons import Segmented
from dcm_desktop.ui.widgets.combo import Combo
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.usecases.acting import StoreInfo
from dcm_desktop.usecases.office import MechanismData

_LEVELS = (MechanismLevel.DISTRICT, MechanismLevel.MUNICIPAL)


class MechanismFields(Box):
    """What the papers say about the mechanism. `data()` reads it."""

    def __init__(self, info: StoreInfo, data: MechanismData | None = None) -> None:
        super().__init__(spacing=12)
        self._old = data
        first = MechanismLevel.MUNICIPAL if info.municipality else MechanismLevel.DISTRICT
        start = data or MechanismData(level=first, municipality=info.municipality or None)
        self._start = start
        level = _LEVELS.index(start.level)
        self._level = Segmented(*(label_of(one) for one in _LEVELS), index=level)
        self._level.setAccessibleName(self.tr("Level"))
        self._level.chosen.connect(self._settle)
        self._municipality = Combo(
            municipality_options(info.district),
            value=start.municipality or "",
            hint=self.tr("Choose a municipality"),
        )
        self._municipality.setObjectName("municipality")
        self._founded = DateEdit(start.founded_on)
        self._first_session = DateEdit(start.first_session_on)
        self._number = NumberEdit(low=1, high=999)
        self._number.set_value(start.first_session_number)
        self._seats = NumberEdit(low=1, high=60)
        self._seats.set_value(start.planned_seats)
        self._texts = {
            name: LineEdit(str(getattr(start, name)))
            for name in (
                "name_bg",
                "founding_act",
                "seat_address",
                "controller",
                "dpo_contact",
                "funding_project",
            )
        }
        self._texts["name_bg"].setPlaceholderText(self.tr("made from level and place"))
        status = options_of(MechanismStatus)
        self._status = Combo(status, value=start.status.value, name=self.tr("State"))
        self._place_fields()

    def data(self) -> MechanismData:
        """The form as it stands."""
        level = _LEVELS[self._level.index]
        return replace(
            self._start,
            level=level,
            municipality=self._municipality.value() or None,
            founded_on=self._founded.value(),
            first_session_on=self._first_session.value(),
            first_session_number=self._number.value() or 1,
            planned_seats=self._seats.value() or 0,
            status=chosen_of(self._status, MechanismStatus) or self._start.status,
            name_bg=self._texts["name_bg"].text(),
            founding_act=self._texts["founding_act"].text(),
            seat_address=self._texts["seat_address"].text(),
            controller=self._texts["controller"].text(),
            dpo_contact=self._texts["dpo_contact"].text(),
            funding_project=self._texts["funding_project"].text(),
        )

    def _place_fields(self) -> None:
        for name, control in (
            ("founded_on", self._founded),
            ("first_session_on", self._first_session),
            ("first_session_number", self._number),
            ("planned_seats", self._seats),
            *self._texts.items(),
        ):
            control.setObjectName(name)
        texts = self._texts
        level = Field(self.tr("Level"), self._level)
        self._municipality_field = Field(
            self.tr("Municipality"),
            self._municipality,
            required=self.tr("Choose the municipality."),
        )
        founded = Field(
            self.tr("Founded on"),
            self._founded,
            required=self.tr("Type the day of the foundation."),
        )
        number_hint = self.tr("Sessions are numbered from the foundation.")
        self.add(
            beside(level, self._municipality_field),
            Field(self.tr("Name"), texts["name_bg"]),
            beside(founded, Field(self.tr("First session on"), self._first_session)),
            Field(
                self.tr("Founding act"),
                texts["founding_act"],
                hint=self.tr("Order or memorandum, number and date"),
            ),
            beside(
                Field(self.tr("Seats planned"), self._seats),
                Field(self.tr("Number of the first session here"), self._number, hint=number_hint),
            ),
            Field(
                self.tr("Address of the seat"),
                texts["seat_address"],
                hint=self.tr("As it stands in the head of the papers"),
            ),
            Field(
                self.tr("Controller of personal data"),
                texts["controller"],
                hint=self.tr("Who answers for the personal data: district administration or HHC"),
            ),
            beside(
                Field(self.tr("Data protection contact"), texts["dpo_contact"]),
                Field(self.tr("Project"), texts["funding_project"]),
            ),
        )
        if self._old is not None:
            self.add(Field(self.tr("State"), self._status))
        self._settle()

    def _settle(self, *_index: object) -> None:
        self._municipality_field.setVisible(_LEVELS[self._level.index] is MechanismLevel.MUNICIPAL)
