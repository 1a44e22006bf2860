"""The fields of a person of a family; a person who is in the register already is offered."""

from collections.abc import Callable
from datetime import date
from functools import partial

from dcm_desktop.domain.terms import IdKind, Sex
from dcm_desktop.ui.clock import today
from dcm_desktop.ui.formats import short_date
from dcm_desktop.ui.screens.choices import chosen_of, options_of
from dcm_desktop.ui.screens.form_parts import beside
from dcm_desktop.ui.widgets.boxes import Box, Inset, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.ui.widgets.labels import Label, Pill
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import (
    IndividualData,
    IndividualRow,
    similar_individuals,
)


class IndividualFields(Box):
    """Names, sex and birth. `prefix` keeps the names of controls apart where several stand."""

    def __init__(
        self,
        workspace: Workspace,
        data: IndividualData | None = None,
        *,
        prefix: str = "",
        middle: bool = False,
        year: bool = False,
    ) -> None:
        super().__init__(spacing=12)
        start = data or IndividualData()
        self._workspace, self._start = workspace, start
        self._known = ""
        self._is_new = data is None
        self.first = LineEdit(start.first_name)
        self.middle = LineEdit(start.middle_name)
        self.last = LineEdit(start.last_name)
        self.sex = Combo(options_of(Sex), value=start.sex.value)
        self.birth = DateEdit(start.birth_date, latest=today())
        self.year = NumberEdit(low=1900, high=today().year)
        self.year.set_value(start.birth_year)
        for control, name in (
            (self.first, "first_name"),
            (self.middle, "middle_name"),
            (self.last, "last_name"),
            (self.sex, "sex"),
            (self.birth, "birth_date"),
            (self.year, "birth_year"),
        ):
            control.setObjectName(prefix + name)
        names = [Field(self.tr("First name"), self.first)]
        if middle:
            names.append(Field(self.tr("Middle name"), self.middle))
        names.append(Field(self.tr("Last name"), self.last))
        self.sex_field = Field(self.tr("Sex"), self.sex)
        self.birth_field = Field(self.tr("Birth date"), self.birth)
        self.year_field = Field(self.tr("Year of birth"), self.year)
        self._offer = Inset(spacing=6, margins=(12, 8, 12, 8))
        self._offer.hide()
        self._same = hbox()
        self.add(beside(*names), self._offer)
        self.add(beside(self.sex_field, self.year_field if year else self.birth_field))
        if self._is_new:
            self.first.left.connect(self._look)
            self.last.left.connect(self._look)

    @property
    def known_id(self) -> str | None:
        """Id of the person of the register that was taken, or None."""
        return self._known or None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of the person."""
        texts = (self.first.text(), self.last.text(), self.birth.text(), self.year.text())
        return not self._known and not any(text.strip() for text in texts)

    def data(self) -> IndividualData:
        """The form as it stands."""
        start = self._start
        born: date | None = self.birth.value()
        return IndividualData(
            self.first.text(),
            self.middle.text(),
            self.last.text(),
            sex=chosen_of(self.sex, Sex) or Sex.UNKNOWN,
            birth_date=born,
            birth_year=None if born else self.year.value(),
            id_kind=start.id_kind,
            id_value=start.id_value,
            citizenship=start.citizenship,
            contact=start.contact,
            deceased=start.deceased,
        )

    def take(self, individual_id: str) -> None:
        """This is the person of the register."""
        rows = self._workspace.ask(similar_individuals, self.data())
        row = next((one for one in rows if one.individual_id == individual_id), None)
        if row is not None:
            self._take_row(row)

    def _look(self) -> None:
        """Offer people of the same name, each with the cases they stand in."""
        if self._known:
            return
        rows: tuple[IndividualRow, ...] = ()
        if self.first.text().strip() and self.last.text().strip():
            rows = self._workspace.ask(similar_individuals, self.data())
        self._offer.clear()
        for row in rows[:3]:
            self._offer.add(
                Label(self.tr("Already in the register:"), "caption", "text2"),
                self._line(row, self.tr("It is the same person"), partial(self._take_row, row)),
            )
        self._offer.setVisible(bool(rows))

    def _line(self, row: IndividualRow, act: str, run: Callable[[], object]) -> Box:
        born = short_date(row.birth_date) if row.birth_date else ""
        words = " · ".join(filter(None, (row.name, born, ", ".join(row.codes))))
        button = Button(act, kind="ghost")
        button.setObjectName("samePersonButton")
        button.clicked.connect(run)
        return Box(Label(words, "smallm", wrap=True), hbox(button, None), spacing=2)

    def _take_row(self, row: IndividualRow) -> None:
        self._known = row.individual_id
        for edit in (self.first, self.middle, self.last):
            edit.setReadOnly(True)
        if row.birth_date is not None:
            self.birth.set_value(row.birth_date)
        self._offer.clear()
        self._offer.add(
            hbox(Pill(self.tr("from the register"), "ok", "check"), None),
            self._line(row, self.tr("Not the same person"), self._let_go),
        )
        self._offer.show()

    def _let_go(self) -> None:
        self._known = ""
        for edit in (self.first, self.middle, self.last):
            edit.setReadOnly(False)
        self._offer.clear()
        self._offer.hide()


class IdentityFields(Box):
    """Number and contact, asked for only where they are needed."""

    def __init__(self, data: IndividualData) -> None:
        super().__init__(spacing=12)
        self.kind = Combo(options_of(IdKind), value=data.id_kind.value)
        self.value = LineEdit(data.id_value)
        self.value.setObjectName("id_value")
        self.contact = LineEdit(data.contact)
        self.contact.setObjectName("contact")
        self.add(
            beside(
                Field(self.tr("Number"), self.kind),
                Field(self.tr("As in the document"), self.value),
            ),
            Field(self.tr("Contact"), self.contact),
        )

    def id_kind(self) -> IdKind:
        """Kind of the number."""
        return chosen_of(self.kind, IdKind) or IdKind.NONE
