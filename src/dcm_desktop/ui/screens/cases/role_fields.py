"""The fields of a child and of a family member of a case."""

from dataclasses import replace

from dcm_desktop.domain.terms import (
    CareAttitude,
    CareType,
    Disability,
    Education,
    FamilyRelation,
    LegalStatus,
    OpinionHeard,
    ParentalRights,
    Sex,
)
from dcm_desktop.ui.screens.cases.person_fields import IdentityFields, IndividualFields
from dcm_desktop.ui.screens.choices import chosen_of, options_of
from dcm_desktop.ui.screens.form_parts import Folded, YesNo, beside
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.buttons import Segmented
from dcm_desktop.ui.widgets.combo import Combo
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.cases import (
    ChildData,
    FamilyMemberData,
    IndividualData,
)

_FEMALE = frozenset({FamilyRelation.MOTHER, FamilyRelation.GRANDMOTHER, FamilyRelation.AUNT})
_MALE = frozenset({FamilyRelation.FATHER, FamilyRelation.GRANDFATHER, FamilyRelation.UNCLE})


class ChildFields(Box):
    """A child; `brief` for the form of a new case."""

    def __init__(
        self,
        workspace: Workspace,
        data: ChildData | None = None,
        *,
        prefix: str = "",
        brief: bool = False,
    ) -> None:
        super().__init__(spacing=12)
        start = data or ChildData()
        self._start, self._brief = start, brief
        person = start.individual if data else None
        self.person = IndividualFields(workspace, person, prefix=prefix, middle=not brief)
        months = start.age_estimate_months
        self.estimate = NumberEdit(low=0, high=311)
        self.estimate.setObjectName(prefix + "age_estimate")
        in_years = months is None or months >= 24
        self.unit = Segmented(
            self.tr("years"),
            self.tr("months"),
            index=0 if in_years else 1,
            name=self.tr("Unit of the age"),
        )
        self.estimate.set_value(None if months is None else months // 12 if in_years else months)
        self.unborn = YesNo(start.unborn)
        self.before = self._care(start.care_before)
        self.now = self._care(start.care_now)
        self._full = {
            "opinion_heard": self._list(OpinionHeard, start.opinion_heard),
            "education": self._list(Education, start.education),
            "legal_status": self._list(LegalStatus, start.legal_status),
        }
        self.disability = Combo(options_of(Disability), value=start.disability.value)
        self.health = LineEdit(start.health_note)
        self.health.setObjectName("health_note")
        self.identity = IdentityFields(person or IndividualData())
        self.now.setObjectName(prefix + "care_now")
        self._full["opinion_heard"].setObjectName(prefix + "opinion_heard")
        self._age_field = Field(self.tr("or about"), self.estimate, check=self._age_problem)
        self._place()
        self.unborn.chosen.connect(self._settle)
        self._settle()

    def data(self) -> ChildData:
        """The form as it stands."""
        person = self.person.data()
        if not self._brief:
            person = replace(
                person,
                id_kind=self.identity.id_kind(),
                id_value=self.identity.value.text(),
                contact=self.identity.contact.text(),
            )
        unborn = self.unborn.value()
        number = None if unborn or person.birth_date else self.estimate.value()
        months = None if number is None else number * (12 if self.unit.index == 0 else 1)
        return replace(
            self._start,
            individual=person,
            individual_id=self.person.known_id or self._start.individual_id,
            unborn=unborn,
            age_estimate_months=months,
            disability=chosen_of(self.disability, Disability) or Disability.UNKNOWN,
            health_note=self.health.text(),
            care_before=chosen_of(self.before, CareType),
            care_now=chosen_of(self.now, CareType),
            opinion_heard=chosen_of(self._full["opinion_heard"], OpinionHeard),
            education=chosen_of(self._full["education"], Education),
            legal_status=chosen_of(self._full["legal_status"], LegalStatus),
        )

    def _place(self) -> None:
        before = Field(self.tr("Care before"), self.before)
        now = Field(self.tr("Care now"), self.now)
        self.add(
            self.person,
            beside(
                self._age_field,
                Field(self.tr("Counted in"), self.unit),
                Field(self.tr("Not born yet"), self.unborn),
            ),
            *([beside(before, now)] if self._brief else [before, now]),
        )
        if self._brief:
            return
        full = self._full
        self.add(
            Field(self.tr("Opinion of the child"), full["opinion_heard"]),
            beside(
                Field(self.tr("Education"), full["education"]),
                Field(self.tr("Legal status"), full["legal_status"]),
            ),
            Folded(
                self.tr("Health and disability"),
                Field(self.tr("Disability"), self.disability),
                Field(self.tr("Note"), self.health),
                why=self.tr("Only what the joint work needs; it never leaves this computer."),
            ),
            Folded(
                self.tr("Number and contact"),
                self.identity,
                why=self.tr("Only where an institution needs it; never printed, never exported."),
            ),
        )

    def _age_problem(self) -> str:
        known = self.person.birth.text().strip() or self.person.known_id or self.unborn.value()
        if known or self.estimate.text().strip():
            return ""
        return self.tr("Type the birth date or about how old the child is.")

    def _settle(self, *_index: int) -> None:
        born = not self.unborn.value()
        self._age_field.setEnabled(born)
        self.unit.setEnabled(born)
        self.person.birth_field.setEnabled(born)
        if not born:
            self._age_field.set_error("")

    def _care(self, value: CareType | None) -> Combo:
        return self._list(CareType, value)

    def _list(
        self,
        kind: type[CareType] | type[OpinionHeard] | type[Education] | type[LegalStatus],
        value: CareType | OpinionHeard | Education | LegalStatus | None,
    ) -> Combo:
        return Combo(
            options_of(kind, empty=self.tr("not entered")), value=value.value if value else ""
        )


class RelativeFields(Box):
    """A family member; `brief` for the form of a new case."""

    def __init__(
        self,
        workspace: Workspace,
        data: FamilyMemberData | None = None,
        *,
        prefix: str = "",
        brief: bool = False,
    ) -> None:
        super().__init__(spacing=12)
        start = data or FamilyMemberData(FamilyRelation.MOTHER)
        self._start, self._brief = start, brief
        person = start.individual if data else None
        self.person = IndividualFields(
            workspace, person, prefix=prefix, middle=not brief, year=True
        )
        self.relation = Combo(options_of(FamilyRelation), value=start.relation.value)
        self.relation.setObjectName(prefix + "relation")
        self.relation.chosen.connect(self._relation_chosen)
        self.lives = YesNo(start.lives_with_child)
        self.rights = Combo(
            options_of(ParentalRights, empty=self.tr("not entered")),
            value=start.parental_rights.value if start.parental_rights else "",
        )
        self.attitude = Combo(
            options_of(CareAttitude, empty=self.tr("not entered")),
            value=start.attitude.value if start.attitude else "",
        )
        self.note = LineEdit(start.note)
        self.note.setObjectName(prefix + "note")
        self.identity = IdentityFields(person or IndividualData())
        self.deceased = YesNo(bool(person and person.deceased))
        self.add(
            beside(
                Field(self.tr("Relation to the child"), self.relation),
                Field(self.tr("Lives with the child"), self.lives),
            ),
            self.person,
        )
        if not brief:
            self.add(
                Field(self.tr("Attitude to the care"), self.attitude),
                beside(
                    Field(self.tr("Parental rights"), self.rights),
                    Field(self.tr("Deceased"), self.deceased),
                ),
                Field(self.tr("Note"), self.note),
                Folded(
                    self.tr("Number and contact"),
                    self.identity,
                    why=self.tr(
                        "Only where an institution needs it; never printed, never exported."
                    ),
                ),
            )
        if data is None:
            self._relation_chosen(self.relation.value())

    def data(self) -> FamilyMemberData:
        """The form as it stands."""
        person = self.person.data()
        if not self._brief:
            person = replace(
                person,
                id_kind=self.identity.id_kind(),
                id_value=self.identity.value.text(),
                contact=self.identity.contact.text(),
                deceased=self.deceased.value(),
            )
        return replace(
            self._start,
            relation=chosen_of(self.relation, FamilyRelation) or FamilyRelation.OTHER,
            individual=person,
            individual_id=self.person.known_id or self._start.individual_id,
            lives_with_child=self.lives.value(),
            parental_rights=chosen_of(self.rights, ParentalRights),
            attitude=chosen_of(self.attitude, CareAttitude),
            note=self.note.text(),
        )

    def _relation_chosen(self, value: str) -> None:
        """A mother is a woman, a grandfather a man; others are asked."""
        relation = FamilyRelation(value)
        if relation in _FEMALE:
            self.person.sex.set_value(Sex.F.value)
        elif relation in _MALE:
            self.person.sex.set_value(Sex.M.value)
        self.person.sex_field.setVisible(relation not in _FEMALE | _MALE)
