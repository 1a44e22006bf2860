"""Forms beside a case file: the case, a child, a family member, its state, taking it away."""

from collections.abc import Sequence
from functools import partial

from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.terms import CaseCloseReason, CaseStatus
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.formats import sentence
from dcm_desktop.ui.screens.cases.case_fields import CaseFields
from dcm_desktop.ui.screens.cases.role_fields import ChildFields, RelativeFields
from dcm_desktop.ui.screens.choices import capital, chosen_of, label_of, options_of
from dcm_desktop.ui.screens.form_parts import YesNo
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, TextEdit
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.cases import (
    StatusStep,
    add_child,
    add_family_member,
    case_data,
    change_case_status,
    delete_case,
    get_child,
    get_family_member,
    remove_child,
    remove_family_member,
    status_options,
    update_case,
    update_child,
    update_family_member,
)
from dcm_desktop.usecases.saving import Saved


class CaseForm(SideForm):
    """All fields of a case."""

    def __init__(self, screen: Screen, case_id: str) -> None:
        super().__init__(screen, "")
        self.title.setText(self.tr("Case data"))
        self._case_id = case_id
        data = self.desk.workspace.ask(case_data, case_id)
        self.fields = CaseFields(self.desk, data, record_id=case_id)
        self.done_text = self.tr("The case is saved")
        self.put(self.fields)
        self.ready()
        if self.fields.restored:
            text = self.tr("Brought back: what you typed before and did not save.")
            self.strip.say(text, "mute", [Act(self.tr("Discard"), self._discard)])

    def given_up(self) -> None:
        """The drafts go too."""
        self.fields.forget_drafts()

    def send(self, accept: frozenset[str]) -> Saved:
        """Save it."""
        answer = self.desk.workspace.do(
            update_case, self._case_id, self.fields.data(), accept=accept, at=now()
        )
        if answer.is_saved:
            self.fields.forget_drafts()
        return answer


class _RoleForm(SideForm):
    """A form of a person in the case, who can be taken out again."""

    def __init__(
        self, screen: Screen, case_id: str, role_id: str, fields: ChildFields | RelativeFields
    ) -> None:
        super().__init__(screen, "")
        self._case_id, self._role_id = case_id, role_id
        self.fields = fields
        self.put(fields)
        if role_id:
            remove = Button(self.tr("Take out"), kind="danger", icon="user-minus")
            remove.setObjectName("removeButton")
            remove.clicked.connect(self._remove)
            self.buttons.addWidget(remove)
        self.ready()

    def acts_for(self, finding: Finding) -> Sequence[Act]:
        """A person of the register can be taken instead of being entered twice."""
        known = finding.facts.get("individual_id")
        if finding.code in ("individual.similar", "individual.known_number") and known:
            run = partial(self._take_known, str(known))
            return (Act(self.tr("It is the same person"), run),)
        return super().acts_for(finding)

    def _take_known(self, individual_id: str) -> None:
        self.fields.person.take(individual_id)
        self.save()

    def _remove(self) -> None:
        raise TypeError(type(self).__name__)


class ChildForm(_RoleForm):
    """A child of the case."""

    def __init__(self, screen: Screen, case_id: str, child_id: str = "") -> None:
        workspace = screen.desk.workspace
        data = workspace.ask(get_child, child_id) if child_id else None
        super().__init__(screen, case_id, child_id, ChildFields(workspace, data))
        self.title.setText(data.label if data else self.tr("New child"))
        self.done_text = self.tr("The child is saved")

    def send(self, accept: frozenset[str]) -> Saved:
        """Save it."""
        do = self.desk.workspace.do
        if not isinstance(self.fields, ChildFields):
            raise TypeError(type(self.fields).__name__)
        data = self.fields.data()
        if self._role_id:
            return do(update_child, self._role_id, data, accept=accept, at=now())
        return do(add_child, self._case_id, data, accept=accept, at=now())

    def _remove(self) -> None:
        self.desk.workspace.do(remove_child, self._role_id, at=now())
        self.closed.emit()
        self.owner.say_done(self.tr("The child is taken out of the case"))


class RelativeForm(_RoleForm):
    """A family member of the case."""

    def __init__(self, screen: Screen, case_id: str, member_id: str = "") -> None:
        workspace = screen.desk.workspace
        data = workspace.ask(get_family_member, member_id) if member_id else None
        super().__init__(screen, case_id, member_id, RelativeFields(workspace, data))
        words = capital(label_of(data.relation)) if data else self.tr("New family member")
        self.title.setText(words)
        self.done_text = self.tr("The family member is saved")

    def send(self, accept: frozenset[str]) -> Saved:
        """Save it."""
        do = self.desk.workspace.do
        if not isinstance(self.fields, RelativeFields):
            raise TypeError(type(self.fields).__name__)
        data = self.fields.data()
        if self._role_id:
            return do(update_family_member, self._role_id, data, accept=accept, at=now())
        return do(add_family_member, self._case_id, data, accept=accept, at=now())

    def _remove(self) -> None:
        self.desk.workspace.do(remove_family_member, self._role_id, at=now())
        self.closed.emit()
        self.owner.say_done(self.tr("The family member is taken out of the case"))


class StatusForm(SideForm):
    """What may follow, what each step still lacks, and the step itself."""

    def __init__(self, screen: Screen, case_id: str, status: CaseStatus) -> None:
        super().__init__(screen, "")
        self.title.setText(self.tr("Change the state"))
        self.subtitle.setText(self.tr("Now: {state}").format(state=label_of(status)))
        self.subtitle.show()
        self.save_button.set_text(self.tr("Change"))
        self._case_id = case_id
        self.done_text = self.tr("The state is changed")
        self._options = self.desk.workspace.ask(status_options, case_id)
        offered = [
            Option(
                one.target.value,
                capital(label_of(one.target)),
                self.tr("something is missing") if one.findings else self.tr("possible now"),
            )
            for one in self._options
        ]
        free = next((one.target.value for one in self._options if not one.findings), "")
        self.target = Combo(offered, value=free or (offered[0].value if offered else ""))
        self.target.setObjectName("target")
        self._lacks = Box(spacing=4)
        self.on = DateEdit(today(), latest=today())
        self.on.setObjectName("on")
        self.close_reason = Combo(options_of(CaseCloseReason), hint=self.tr("Choose the reason"))
        self.close_reason.setObjectName("close_reason")
        self.checked = YesNo(False)
        self.lost = YesNo(False)
        self.reason = TextEdit(lines=3)
        self.reason.setObjectName("reason")
        self._close_field = Field(
            self.tr("Why it is closed"),
            self.close_reason,
            required=self.tr("Choose the reason."),
        )
        self._checked_field = Field(self.tr("Checked after six months"), self.checked)
        self._lost_field = Field(self.tr("Contact is lost"), self.lost)
        self.put(
            Field(self.tr("Next state"), self.target),
            self._lacks,
            Field(self.tr("On"), self.on, required=self.tr("Type the day.")),
            self._close_field,
            self._checked_field,
            self._lost_field,
            Field(self.tr("Reason"), self.reason),
        )
        self.target.chosen.connect(self._settle)
        self._settle()
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Make the step."""
        target = chosen_of(self.target, CaseStatus) or CaseStatus.ACCEPTED
        step = StatusStep(
            target,
            self.on.value(),
            self.reason.text(),
            chosen_of(self.close_reason, CaseCloseReason) if target is CaseStatus.CLOSED else None,
            self.checked.value(),
            self.lost.value(),
        )
        do = self.desk.workspace.do
        return do(change_case_status, self._case_id, step, accept=accept, at=now())

    def lacking(self) -> tuple[str, ...]:
        """Sentences of what the chosen step still lacks."""
        chosen = self.target.value()
        for one in self._options:
            if one.target.value == chosen:
                return tuple(sentence(finding) for finding in one.findings)
        return ()

    def _settle(self, *_value: str) -> None:
        self._lacks.clear()
        for words in self.lacking():
            self._lacks.add(Label(f"△ {words}", "small", "warn", wrap=True))
        target = chosen_of(self.target, CaseStatus)
        self._close_field.setVisible(target is CaseStatus.CLOSED)
        for field in (self._checked_field, self._lost_field):
            field.setVisible(target is CaseStatus.ARCHIVED)


class DeleteCaseForm(SideForm):
    """Take away a case that was entered by mistake."""

    def __init__(self, screen: Screen, case_id: str, code: str) -> None:
        super().__init__(screen, "", code)
        self.title.setText(self.tr("Delete the case"))
        self.save_button.set_text(self.tr("Delete"))
        self.save_button.set_kind("danger_solid")
        self._case_id = case_id
        self.done_text = self.tr("The case is deleted")
        self.reason = LineEdit()
        self.reason.setObjectName("reason")
        about = self.tr(
            "Only for a case entered by mistake. A case that is finished is closed, not deleted. "
            "Its code is not given again."
        )
        self.put(
            Label(about, "small", "text2", wrap=True),
            Field(self.tr("Why"), self.reason, required=self.tr("Say why.")),
        )
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Delete it."""
        _ = accept
        return self.desk.workspace.do(
            delete_case, self._case_id, reason=self.reason.text(), at=now()
        )
