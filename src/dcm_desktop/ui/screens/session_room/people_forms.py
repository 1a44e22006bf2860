"""Forms at the side of the room about people and help: guest, membership change, pledge."""

from dataclasses import replace
from datetime import date, datetime

from dcm_desktop.domain.terms import MemberRole, MembershipChangeKind, PledgeKind
from dcm_desktop.domain.values import parse_money
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.choices import (
    chosen_of,
    institution_options,
    options_of,
    person_options,
)
from dcm_desktop.ui.screens.form_parts import TickChips, YesNo, beside
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.usecases.members import list_institutions, list_people
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.guests import GuestData, add_guest, get_guest, update_guest
from dcm_desktop.usecases.sessions.membership import MembershipData, propose_membership
from dcm_desktop.usecases.sessions.roll_view import RollRow
from dcm_desktop.usecases.sessions.tasks import PledgeData, add_pledge
from dcm_desktop.usecases.sessions.views import get_room


class GuestForm(SideForm):
    """An invited person; their words need no vote, the closed part needs a reason."""

    def __init__(
        self,
        screen: Screen,
        session_id: str,
        *,
        attendance_id: str = "",
        when: datetime | None = None,
    ) -> None:
        super().__init__(screen, "")
        self._session_id, self._attendance_id = session_id, attendance_id
        self._when = when
        self.title.setText(self.tr("Guest") if attendance_id else self.tr("Add a guest"))
        self.save_button.set_text(self.tr("Save") if attendance_id else self.tr("Add"))
        ask = self.desk.workspace.ask
        self._data = ask(get_guest, attendance_id) if attendance_id else GuestData("")
        self.person = LineEdit(self._data.name)
        self.person.setObjectName("guest_name")
        self.body = LineEdit(self._data.organisation)
        self.body.setObjectName("organisation")
        self.post = LineEdit(self._data.position)
        self.post.setObjectName("position")
        self.signed = YesNo(self._data.declaration_signed)
        self.stays = YesNo(self._data.stays_for_closed)
        self.stays.chosen.connect(self._stays_chosen)
        self.reason = LineEdit(self._data.stays_reason)
        self.reason.setObjectName("stays_reason")
        self._reason_field = Field(self.tr("Why they stay"), self.reason)
        rows = ask(get_room, session_id, at=now()).items
        numbered = [Option(row.item_id, str(row.n)) for row in rows if row.n]
        self.items = TickChips(numbered, self._data.item_ids)
        self.items.setObjectName("item_ids")
        self.put(
            Field(self.tr("Name"), self.person),
            Field(self.tr("Organisation"), self.body),
            Field(self.tr("Post"), self.post),
            beside(
                Field(self.tr("Confidentiality declaration"), self.signed),
                Field(self.tr("Stays for the closed part"), self.stays),
            ),
            self._reason_field,
            Field(self.tr("Invited for items"), self.items, hint=self.tr("None ticked: for all.")),
        )
        self._stays_chosen(self.stays.index)
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Add or save them."""
        _ = accept
        data = replace(
            self._data,
            name=self.person.text(),
            organisation=self.body.text(),
            position=self.post.text(),
            declaration_signed=self.signed.value(),
            stays_for_closed=self.stays.value(),
            stays_reason=self.reason.text() if self.stays.value() else "",
            item_ids=self.items.value(),
        )
        do = self.desk.workspace.do
        if self._attendance_id:
            return do(update_guest, self._attendance_id, data, at=now())
        return do(add_guest, self._session_id, data, when=self._when, at=now())

    def _stays_chosen(self, index: int) -> None:
        self._reason_field.setVisible(index == 0)


class MembershipForm(SideForm):
    """What the decision of an item shall do to a seat: begin or end a membership."""

    def __init__(
        self, screen: Screen, item_id: str, day: date, members: tuple[RollRow, ...]
    ) -> None:
        super().__init__(screen, "")
        self._item_id = item_id
        self.title.setText(self.tr("Change of membership"))
        self.subtitle.setText(self.tr("It takes effect when the decision is adopted."))
        self.subtitle.show()
        self.save_button.set_text(self.tr("Put it"))
        ask = self.desk.workspace.ask
        self.change = Combo(options_of(MembershipChangeKind), value=MembershipChangeKind.END.value)
        self.change.setObjectName("change")
        self.member = Combo(
            [Option(r.mandate_id, r.name, r.institution) for r in members if r.mandate_id]
        )
        self.member.setObjectName("mandate_id")
        self.person = Combo(person_options(ask(list_people, day=day)))
        self.person.setObjectName("person_id")
        self.body = Combo(institution_options(ask(list_institutions)))
        self.body.setObjectName("institution_id")
        roles = (MemberRole.PERMANENT, MemberRole.ASSOCIATE, MemberRole.EXPERT)
        self.role = Combo(options_of(roles), value=MemberRole.PERMANENT.value)
        self.role.setObjectName("role")
        self.start = DateEdit(day)
        self.start.setObjectName("effective_on")
        self.act = LineEdit()
        self.act.setObjectName("appointed_by")
        self._member_field = Field(self.tr("Member"), self.member)
        self._start_fields = (
            Field(self.tr("Person"), self.person),
            Field(self.tr("Institution"), self.body),
            Field(self.tr("Role"), self.role),
            Field(self.tr("Appointed by"), self.act),
        )
        self.put(
            Field(self.tr("What changes"), self.change),
            self._member_field,
            *self._start_fields,
            Field(
                self.tr("From"),
                self.start,
                required=self.tr("Type the first day."),
                hint=self.tr("The first day of the change."),
            ),
        )
        self.change.chosen.connect(self._change_chosen)
        self.person.chosen.connect(self._person_chosen)
        self._people = {row.person_id: row.institution_id for row in ask(list_people, day=day)}
        self._change_chosen(self.change.value())
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Put it under the item."""
        _ = accept
        change = chosen_of(self.change, MembershipChangeKind) or MembershipChangeKind.END
        ends = change is MembershipChangeKind.END
        start = self.start.value()
        data = MembershipData(
            change=change,
            effective_on=start or now().date(),
            mandate_id=(self.member.value() or None) if ends else None,
            person_id=None if ends else self.person.value() or None,
            institution_id=None if ends else self.body.value() or None,
            role=chosen_of(self.role, MemberRole) or MemberRole.PERMANENT,
            appointed_by="" if ends else self.act.text(),
        )
        return self.desk.workspace.do(propose_membership, self._item_id, data, at=now())

    def _change_chosen(self, value: str) -> None:
        ends = value == MembershipChangeKind.END.value
        self._member_field.setVisible(ends)
        for field in self._start_fields:
            field.setVisible(not ends)

    def _person_chosen(self, person_id: str) -> None:
        self.body.set_value(self._people.get(person_id) or "")


class PledgeForm(SideForm):
    """Material support that an institution promises."""

    def __init__(self, screen: Screen, item_id: str) -> None:
        super().__init__(screen, "")
        self._item_id = item_id
        self.title.setText(self.tr("Support promised"))
        self.save_button.set_text(self.tr("Add"))
        self.body = Combo(institution_options(self.desk.workspace.ask(list_institutions)))
        self.body.setObjectName("institution_id")
        self.kind = Combo(options_of(PledgeKind), value=PledgeKind.GOODS.value)
        self.kind.setObjectName("kind")
        self.what = LineEdit()
        self.what.setObjectName("what")
        self.amount = NumberEdit(low=0, high=999_999)
        self.amount.setObjectName("amount")
        self.unit = LineEdit()
        self.unit.setObjectName("unit")
        self.money = LineEdit(hint="1 234,50")
        self.money.setObjectName("money")
        self.due = DateEdit()
        self.due.setObjectName("due_on")
        self._counted = (
            Field(self.tr("How many"), self.amount),
            Field(self.tr("Unit"), self.unit),
        )
        self._money_field = Field(self.tr("Amount in euro"), self.money)
        self.put(
            Field(self.tr("Institution"), self.body),
            Field(self.tr("Kind"), self.kind),
            Field(self.tr("What"), self.what),
            beside(*self._counted),
            self._money_field,
            Field(self.tr("Until"), self.due),
        )
        self.kind.chosen.connect(self._kind_chosen)
        self._kind_chosen(self.kind.value())
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Add it."""
        _ = accept
        kind = chosen_of(self.kind, PledgeKind) or PledgeKind.GOODS
        in_money = kind is PledgeKind.MONEY
        typed = self.money.text()
        cents = parse_money(typed, field="money") if in_money and typed.strip() else 0
        data = PledgeData(
            institution_id=self.body.value(),
            kind=kind,
            what=self.what.text(),
            amount=cents if in_money else self.amount.value() or 0,
            unit="" if in_money else self.unit.text(),
            due_on=self.due.value(),
        )
        return self.desk.workspace.do(add_pledge, self._item_id, data, at=now())

    def _kind_chosen(self, value: str) -> None:
        in_money = value == PledgeKind.MONEY.value
        self._money_field.setVisible(in_money)
        for field in self._counted:
            field.setVisible(not in_money)
