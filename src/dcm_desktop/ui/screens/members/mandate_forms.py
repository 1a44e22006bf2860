"""Forms about a mandate that exists: correct, end, replace the holder, authorise a substitute."""

from dataclasses import replace

from dcm_desktop.domain.terms import MandateEndReason, MemberRole
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.screens.choices import (
    chosen_of,
    institution_options,
    options_of,
    person_options,
)
from dcm_desktop.ui.screens.form_parts import beside
from dcm_desktop.ui.screens.members.person_fields import PersonFields, named
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.boxes import Inset
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.usecases.members import (
    HolderRow,
    SeatRow,
    SubstituteData,
    end_mandate,
    get_mandate,
    list_institutions,
    list_people,
    update_mandate,
)
from dcm_desktop.usecases.members.joining import (
    authorise_new,
    replace_by,
)
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.together import together

NEW = "+"


class EndMandateForm(SideForm):
    """The last day of a mandate and why it ends."""

    def __init__(self, screen: Screen, holder: HolderRow) -> None:
        super().__init__(screen, "", holder.name)
        self.title.setText(self.tr("End the membership"))
        self.save_button.set_text(self.tr("End it"))
        self._mandate_id = holder.mandate_id
        self.done_text = self.tr("The membership is ended")
        self.end = DateEdit(today())
        named(self.end, "end_on")
        self.reason = Combo(options_of(MandateEndReason), hint=self.tr("Choose the reason"))
        named(self.reason, "end_reason")
        self.put(
            Field(self.tr("Last day"), self.end, required=self.tr("Type the last day.")),
            Field(self.tr("Reason"), self.reason, required=self.tr("Choose the reason.")),
        )
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """End it."""
        _ = accept
        return self.desk.workspace.do(
            end_mandate,
            self._mandate_id,
            end_on=self.end.value() or today(),
            reason=chosen_of(self.reason, MandateEndReason) or MandateEndReason.OTHER,
            at=now(),
        )


class CorrectMandateForm(SideForm):
    """Correct role, seat, dates and document of a mandate."""

    def __init__(self, screen: Screen, holder: HolderRow) -> None:
        super().__init__(screen, "", holder.name)
        self.title.setText(self.tr("Correct the membership"))
        self._mandate_id = holder.mandate_id
        self.done_text = self.tr("The membership is corrected")
        workspace = self.desk.workspace
        self._data = workspace.ask(get_mandate, holder.mandate_id)
        rows = workspace.ask(list_institutions, with_inactive=True)
        self.institution = Combo(
            institution_options(rows), value=self._data.institution_id or "", hint="–"
        )
        named(self.institution, "institution_id")
        roles = [role for role in MemberRole if role is not MemberRole.SUBSTITUTE]
        self.role = Combo(options_of(roles), value=self._data.role.value)
        named(self.role, "role")
        self.seat = NumberEdit(low=1, high=999)
        self.seat.set_value(self._data.seat_no)
        named(self.seat, "seat_no")
        self.start = DateEdit(self._data.start_on)
        named(self.start, "start_on")
        self.act = LineEdit(self._data.appointed_by)
        named(self.act, "appointed_by")
        self.put(
            Field(self.tr("Institution"), self.institution),
            beside(Field(self.tr("Role"), self.role), Field(self.tr("Seat number"), self.seat)),
            Field(self.tr("Since"), self.start, required=self.tr("Type the first day.")),
            Field(
                self.tr("Appointed by"),
                self.act,
                hint=self.tr("Letter or order, number and date"),
            ),
        )
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Save it."""
        data = replace(
            self._data,
            institution_id=self.institution.value() or None,
            role=chosen_of(self.role, MemberRole) or self._data.role,
            seat_no=self.seat.value(),
            start_on=self.start.value() or self._data.start_on,
            appointed_by=self.act.text(),
        )
        do = self.desk.workspace.do
        return do(update_mandate, self._mandate_id, data, accept=accept, at=now())


class _PersonChoice(SideForm):
    """A form that first asks for a person: one of the list, or a new one of the institution."""

    def __init__(self, screen: Screen, seat: SeatRow, subtitle: str) -> None:
        super().__init__(screen, "", subtitle)
        self._institution_id = seat.institution_id
        people = self.desk.workspace.ask(list_people, day=today())
        held = seat.holder.person_id if seat.holder else ""
        here = [
            row
            for row in people
            if row.institution_id == seat.institution_id and row.person_id != held
        ]
        new = [Option(NEW, self.tr("New person …"), self.tr("not in the list yet"))]
        self.person = Combo(new + person_options(here))
        named(self.person, "person")
        self.person.set_value(here[0].person_id if len(here) == 1 else NEW)
        self.new_person = PersonFields()
        self._box = Inset(self.new_person)
        self.person.chosen.connect(self._settle)
        self.put(Field(self.tr("Person"), self.person), self._box)
        self._settle()

    def _settle(self, *_value: str) -> None:
        self._box.setVisible(self.person.value() == NEW)

    def _chosen(self) -> str:
        return "" if self.person.value() == NEW else self.person.value()


class ReplaceForm(_PersonChoice):
    """Give a seat to another person; the mandate before ends the day before."""

    def __init__(self, screen: Screen, seat: SeatRow, holder: HolderRow) -> None:
        super().__init__(screen, seat, holder.name)
        self.title.setText(self.tr("Replace the holder"))
        self.save_button.set_text(self.tr("Replace"))
        self._mandate_id = holder.mandate_id
        self.done_text = self.tr("The seat has a new holder")
        self.start = DateEdit(today())
        named(self.start, "start_on")
        self.act = LineEdit()
        named(self.act, "appointed_by")
        self.put(
            Field(self.tr("Since"), self.start, required=self.tr("Type the first day.")),
            Field(
                self.tr("Appointed by"),
                self.act,
                hint=self.tr("Letter or order, number and date"),
            ),
        )
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Replace."""
        new = replace(self.new_person.data(), institution_id=self._institution_id)
        return together(
            self.desk.workspace,
            replace_by,
            self._mandate_id,
            person=self._chosen() or new,
            start_on=self.start.value() or today(),
            appointed_by=self.act.text(),
            accept=accept,
            at=now(),
        )


class SubstituteForm(_PersonChoice):
    """Authorise a person to replace a member."""

    def __init__(self, screen: Screen, seat: SeatRow, holder: HolderRow) -> None:
        super().__init__(screen, seat, self.tr("replaces {name}").format(name=holder.name))
        self.title.setText(self.tr("Authorise a substitute"))
        self.save_button.set_text(self.tr("Authorise"))
        self._mandate_id = holder.mandate_id
        self.done_text = self.tr("The substitute is authorised")
        self.from_on = DateEdit(today())
        named(self.from_on, "from_on")
        self.to_on = DateEdit()
        named(self.to_on, "to_on")
        self.document = LineEdit()
        named(self.document, "document")
        self.put(
            beside(
                Field(self.tr("From"), self.from_on, required=self.tr("Type the first day.")),
                Field(self.tr("To"), self.to_on, hint=self.tr("Empty: until it is revoked")),
            ),
            Field(
                self.tr("Document"),
                self.document,
                hint=self.tr("Power of attorney or letter, number and date"),
            ),
        )
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Authorise."""
        new = replace(self.new_person.data(), institution_id=self._institution_id)
        data = SubstituteData(
            self._chosen(),
            self.from_on.value() or today(),
            self.to_on.value(),
            self.document.text(),
        )
        return together(
            self.desk.workspace,
            authorise_new,
            self._mandate_id,
            data,
            person=None if self._chosen() else new,
            accept=accept,
            at=now(),
        )
