"""The fields of an official and of an institution, for their own forms and for a new member."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from dcm_desktop.domain.names import gender_of
from dcm_desktop.domain.terms import GrammaticalGender, InstitutionType, PersonTitle
from dcm_desktop.ui.screens.choices import (
    chosen_of,
    municipality_options,
    options_of,
)
from dcm_desktop.ui.screens.form_parts import beside
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit
from dcm_desktop.usecases.acting import StoreInfo
from dcm_desktop.usecases.members import InstitutionData, InstitutionRow, PersonData


def named(control: QWidget, name: str) -> None:
    """Name a control after the field of its record, so that errors find it."""
    control.setObjectName(name)


class PersonFields(Box):
    """Name, form of address, post, contact of an official."""

    def __init__(self, data: PersonData | None = None, *, institutions: bool = False) -> None:
        super().__init__(spacing=12)
        start = data or PersonData("", "")
        self._start = start
        self.first = LineEdit(start.first_name)
        self.middle = LineEdit(start.middle_name)
        self.last = LineEdit(start.last_name)
        self.title = Combo(options_of(PersonTitle), value=start.title.value)
        self.gender = Combo(
            [
                Option(GrammaticalGender.F.value, self.tr("Mrs")),
                Option(GrammaticalGender.M.value, self.tr("Mr")),
            ],
            value=start.grammatical_gender.value,
        )
        self._gender_told = data is not None
        self.gender.chosen.connect(self._gender_chosen)
        for edit in (self.middle, self.last):
            edit.textChanged.connect(self._guess_gender)
        self.position = LineEdit(start.position)
        self._offer_posts()
        self.phone = LineEdit(start.work_phone)
        self.email = LineEdit(start.work_email)
        self.declaration = DateEdit(start.declaration_signed_on)
        self.institution = Combo(hint=self.tr("Choose an institution"))
        for control, name in (
            (self.first, "first_name"),
            (self.middle, "middle_name"),
            (self.last, "last_name"),
            (self.position, "position"),
            (self.phone, "work_phone"),
            (self.email, "work_email"),
            (self.declaration, "declaration_signed_on"),
        ):
            named(control, name)
        needed = self.tr("Type the name.")
        self.add(
            beside(
                Field(self.tr("First name"), self.first, required=needed),
                Field(self.tr("Middle name"), self.middle),
            ),
            Field(self.tr("Last name"), self.last, required=needed),
            beside(
                Field(self.tr("Form of address"), self.gender),
                Field(self.tr("Title"), self.title),
            ),
            Field(self.tr("Post"), self.position, required=self.tr("Type the post.")),
        )
        if institutions:
            named(self.institution, "institution_id")
            text = self.tr("Choose the institution.")
            self.add(Field(self.tr("Institution"), self.institution, required=text))
        self.add(
            beside(
                Field(self.tr("Work phone"), self.phone), Field(self.tr("Work e-mail"), self.email)
            ),
        )
        if data is not None:
            hint = self.tr("Empty while it is not signed.")
            text = self.tr("Confidentiality declaration signed on")
            self.add(Field(text, self.declaration, hint=hint))

    def data(self) -> PersonData:
        """The form as it stands."""
        return PersonData(
            self.first.text(),
            self.last.text(),
            middle_name=self.middle.text(),
            title=chosen_of(self.title, PersonTitle) or PersonTitle.NONE,
            grammatical_gender=chosen_of(self.gender, GrammaticalGender) or GrammaticalGender.F,
            sex_stat=self._start.sex_stat,
            position=self.position.text(),
            institution_id=self.institution.value() or self._start.institution_id,
            work_phone=self.phone.text(),
            work_email=self.email.text(),
            declaration_signed_on=self.declaration.value(),
        )

    def _gender_chosen(self, _value: str) -> None:
        self._gender_told = True

    def _guess_gender(self, _text: str) -> None:
        """The usual endings of a new official's names tell the form of address, until it is
        chosen."""
        guess = gender_of(self.middle.text(), self.last.text())
        if guess is not None and not self._gender_told:
            self.gender.set_value(guess.value)

    def _offer_posts(self) -> None:
        """A small button in the field opens the usual posts; any other may be typed."""
        button = Button(kind="tool", icon="chevron-down", name=self.tr("Usual posts"))
        self._posts = QMenu(self)
        for post in (
            self.tr("deputy district governor"),
            self.tr("chief secretary"),
            self.tr("deputy mayor"),
            self.tr("director"),
            self.tr("head of department"),
            self.tr("chief expert"),
            self.tr("senior expert"),
            self.tr("expert"),
            self.tr("social worker"),
            self.tr("inspector of the children's police room"),
            self.tr("psychologist"),
            self.tr("manager"),
            self.tr("head of service"),
        ):
            self._posts.addAction(post)
        self._posts.triggered.connect(self._post_chosen)
        button.clicked.connect(self._show_posts)
        self.position.set_trail(button)

    def _show_posts(self) -> None:
        self._posts.popup(self.position.mapToGlobal(self.position.rect().bottomLeft()))

    def _post_chosen(self, action: QAction) -> None:
        self.position.setText(action.text())
        self.position.setFocus()


class InstitutionFields(Box):
    """Type, names, place and contact of an institution; `brief` leaves the rarer ones out."""

    def __init__(
        self, info: StoreInfo, data: InstitutionData | None = None, *, brief: bool = False
    ) -> None:
        super().__init__(spacing=12)
        self._start = data
        kind = data.type.value if data else ""
        start = data or InstitutionData(InstitutionType.OTHER, "")
        self.type = Combo(
            options_of(InstitutionType, ordered=True), value=kind, hint=self.tr("Choose the kind")
        )
        self.name = LineEdit(start.name)
        self.short = LineEdit(start.short_name)
        empty = [Option("", self.tr("none"))]
        self.municipality = Combo(
            empty + municipality_options(info.district), value=start.municipality or ""
        )
        self.address = LineEdit(start.address)
        self.phone = LineEdit(start.phone)
        self.email = LineEdit(start.email)
        self.head = LineEdit(start.head_name)
        self.eik = LineEdit(start.eik)
        for control, name in (
            (self.type, "type"),
            (self.name, "name"),
            (self.short, "short_name"),
            (self.municipality, "municipality"),
            (self.address, "address"),
            (self.phone, "phone"),
            (self.email, "email"),
            (self.head, "head_name"),
            (self.eik, "eik"),
        ):
            named(control, name)
        self.add(
            Field(self.tr("Kind"), self.type, required=self.tr("Choose the kind.")),
            Field(
                self.tr("Full name"),
                self.name,
                required=self.tr("Type the name."),
                hint=self.tr("As it stands in the papers"),
            ),
            beside(
                Field(
                    self.tr("Short name"), self.short, hint=self.tr("For lists and the roll call")
                ),
                Field(self.tr("Municipality"), self.municipality),
            ),
        )
        if not brief:
            self.add(
                Field(self.tr("Address"), self.address),
                beside(Field(self.tr("Phone"), self.phone), Field(self.tr("E-mail"), self.email)),
                beside(Field(self.tr("Head"), self.head), Field(self.tr("EIK"), self.eik)),
            )

    def data(self) -> InstitutionData:
        """The form as it stands."""
        kind = chosen_of(self.type, InstitutionType) or InstitutionType.OTHER
        start = self._start or InstitutionData(kind, "")
        return InstitutionData(
            kind,
            self.name.text(),
            short_name=self.short.text(),
            eik=self.eik.text(),
            parent_id=start.parent_id,
            municipality=self.municipality.value() or None,
            settlement_ekatte=start.settlement_ekatte,
            supra_district=start.supra_district,
            address=self.address.text(),
            phone=self.phone.text(),
            email=self.email.text(),
            head_name=self.head.text(),
            head_title_gender=start.head_title_gender,
            capacity=start.capacity,
            free_places=start.free_places,
            free_places_as_of=start.free_places_as_of,
            is_institution=start.is_institution,
            closing_on=start.closing_on,
            active=start.active,
        )


def known_institution(rows: tuple[InstitutionRow, ...], institution_id: str) -> str:
    """Label of an institution of the list; empty for none."""
    return next((row.label for row in rows if row.institution_id == institution_id), "")
