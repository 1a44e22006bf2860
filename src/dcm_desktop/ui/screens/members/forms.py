"""Forms of an institution, an official and a new member with all three in one flow."""

from collections.abc import Sequence

from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.mandate import SEAT_ROLES
from dcm_desktop.domain.terms import MemberRole
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.screens.choices import (
    chosen_of,
    institution_options,
    options_of,
    person_options,
)
from dcm_desktop.ui.screens.form_parts import beside
from dcm_desktop.ui.screens.members.person_fields import InstitutionFields, PersonFields, named
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.boxes import Inset
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.members import (
    MandateData,
    add_institution,
    add_person,
    get_institution,
    get_person,
    list_institutions,
    list_people,
    update_institution,
    update_person,
)
from dcm_desktop.usecases.members.joining import NewMember, join_member
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.together import together

NEW = "+"
_ROLES = tuple(role for role in MemberRole if role is not MemberRole.SUBSTITUTE)


class InstitutionForm(SideForm):
    """A new institution, or one to correct."""

    def __init__(self, screen: Screen, institution_id: str = "") -> None:
        super().__init__(screen, "")
        self._id = institution_id
        workspace = self.desk.workspace
        data = workspace.ask(get_institution, institution_id) if institution_id else None
        self.title.setText(data.name if data else self.tr("New institution"))
        self.setAccessibleName(self.title.text())
        self.fields = InstitutionFields(workspace.info, data)
        self.done_text = self.tr("The institution is saved")
        self.put(self.fields)
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Save it."""
        do, data = self.desk.workspace.do, self.fields.data()
        if self._id:
            return do(update_institution, self._id, data, accept=accept, at=now())
        return do(add_institution, data, accept=accept, at=now())


class PersonForm(SideForm):
    """A new official, or one to correct."""

    def __init__(self, screen: Screen, person_id: str = "") -> None:
        super().__init__(screen, "")
        self._id = person_id
        workspace = self.desk.workspace
        data = workspace.ask(get_person, person_id) if person_id else None
        words = f"{data.first_name} {data.last_name}" if data else self.tr("New official")
        self.title.setText(words)
        self.setAccessibleName(words)
        self.fields = PersonFields(data, institutions=True)
        rows = workspace.ask(list_institutions, with_inactive=bool(data))
        chosen = (data.institution_id or "") if data else ""
        self.fields.institution.set_options(institution_options(rows), chosen)
        self.done_text = self.tr("The official is saved")
        self.put(self.fields)
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Save it."""
        do, data = self.desk.workspace.do, self.fields.data()
        if self._id:
            return do(update_person, self._id, data, accept=accept, at=now())
        return do(add_person, data, accept=accept, at=now())


class NewMemberForm(SideForm):
    """Institution, person and mandate in one flow; nothing is written before all three fit."""

    def __init__(
        self, screen: Screen, mechanism_id: str, *, institution_id: str = "", seat_no: int = 0
    ) -> None:
        super().__init__(screen, "")
        self.title.setText(self.tr("New member"))
        self.setAccessibleName(self.title.text())
        self._mechanism_id = mechanism_id
        self.done_text = self.tr("The member is entered")
        workspace = self.desk.workspace
        self._people = workspace.ask(list_people, day=today())
        rows = workspace.ask(list_institutions)
        new = [Option(NEW, self.tr("New institution …"), self.tr("not in the list yet"))]
        self.institution = Combo(
            new + institution_options(rows), hint=self.tr("Choose or enter anew")
        )
        named(self.institution, "institution_id")
        self.new_institution = InstitutionFields(workspace.info, brief=True)
        self.person = Combo(hint=self.tr("Choose or enter anew"))
        named(self.person, "person")
        self.new_person = PersonFields()
        self.role = Combo(options_of(_ROLES), value=MemberRole.PERMANENT.value)
        named(self.role, "role")
        self.start = DateEdit(today())
        named(self.start, "start_on")
        self.seat = NumberEdit(low=1, high=999)
        named(self.seat, "seat_no")
        self.seat.set_value(seat_no or None)
        self.seat.setPlaceholderText(self.tr("next free"))
        self.act = LineEdit()
        named(self.act, "appointed_by")
        self.votes = Combo(
            [
                Option("", self.tr("as the rules say")),
                Option("yes", self.tr("with a vote")),
                Option("no", self.tr("without a vote")),
            ]
        )
        self.reason = LineEdit()
        named(self.reason, "votes_reason")
        self._place()
        self.institution.chosen.connect(self._institution_chosen)
        self.person.chosen.connect(self._settle)
        self.role.chosen.connect(self._settle)
        self.votes.chosen.connect(self._settle)
        self.institution.set_value(institution_id or ("" if rows else NEW))
        self._institution_chosen()
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Enter all that is new and the mandate, in one act."""
        new_institution = self.institution.value() == NEW
        new_person = self.person.value() in ("", NEW)
        votes = {"yes": True, "no": False}.get(self.votes.value())
        mandate = MandateData(
            "" if new_person else self.person.value(),
            chosen_of(self.role, MemberRole) or MemberRole.PERMANENT,
            self.start.value() or today(),
            None if new_institution else self.institution.value(),
            seat_no=self.seat.value(),
            votes=votes,
            votes_reason=self.reason.text() if votes is not None else "",
            appointed_by=self.act.text(),
        )
        data = NewMember(
            mandate,
            self.new_person.data() if new_person else None,
            self.new_institution.data() if new_institution else None,
        )
        workspace = self.desk.workspace
        return together(workspace, join_member, self._mechanism_id, data, accept=accept, at=now())

    def acts_for(self, finding: Finding) -> Sequence[Act]:
        """A person who is there already can be taken instead of entered twice."""
        if finding.code == "person.duplicate":
            self._twin = str(finding.facts["person_id"])
            return (Act(self.tr("Take the one in the list"), self._take_twin),)
        return super().acts_for(finding)

    def _take_twin(self) -> None:
        self.person.set_value(self._twin)
        self._settle()
        self.save()

    def _place(self) -> None:
        text = self.tr("Choose an institution or enter a new one.")
        self._institution_box = Inset(self.new_institution)
        self._person_box = Inset(self.new_person)
        self._seat_field = Field(self.tr("Seat number"), self.seat)
        self._reason_field = Field(
            self.tr("Why it differs from the rules"),
            self.reason,
            required=self.tr("Say why the vote differs from the rules."),
        )
        self.put(
            Field(self.tr("Institution"), self.institution, required=text),
            self._institution_box,
            Field(self.tr("Person"), self.person),
            self._person_box,
            Label(self.tr("Membership"), "smalls", "text2"),
            beside(Field(self.tr("Role"), self.role), self._seat_field),
            beside(
                Field(self.tr("Since"), self.start, required=self.tr("Type the first day.")),
                Field(self.tr("Vote"), self.votes),
            ),
            self._reason_field,
            Field(
                self.tr("Appointed by"),
                self.act,
                hint=self.tr("Letter or order, number and date"),
            ),
        )

    def _institution_chosen(self, *_value: str) -> None:
        here = [row for row in self._people if row.institution_id == self.institution.value()]
        new = [Option(NEW, self.tr("New person …"), self.tr("not in the list yet"))]
        options = new + person_options(here)
        self.person.set_options(options, options[-1].value if len(here) == 1 else NEW)
        self._settle()

    def _settle(self, *_value: str) -> None:
        self._institution_box.setVisible(self.institution.value() == NEW)
        self._person_box.setVisible(self.person.value() in ("", NEW))
        role = chosen_of(self.role, MemberRole)
        self._seat_field.setVisible(role in SEAT_ROLES)
        self._reason_field.setVisible(bool(self.votes.value()))
