"""The mechanism and the versions of its rules, each with its own act to save."""

from dcm_desktop.domain.findings import Finding
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.formats import long_date, sentence
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.settings.mechanism_fields import MechanismFields
from dcm_desktop.ui.screens.settings.rules_fields import RulesFields
from dcm_desktop.ui.widgets.boxes import Box, Card, Inset, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.fields import Field, Form
from dcm_desktop.ui.widgets.labels import Icon, Label, Pill
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.office import (
    MechanismView,
    RulesRow,
    add_rules_version,
    list_rules,
    update_mechanism,
    update_rules_version,
)
from dcm_desktop.usecases.saving import Saved


class SavingPage(Box):
    """A page with one form, saved by `save`; warnings are asked about in the screen's strip."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(spacing=12)
        self._screen, self._desk = screen, screen.desk
        self._accepted: frozenset[str] = frozenset()
        self._asked: frozenset[str] = frozenset()
        self.save_button = Button("", kind="primary", icon="check", cap="Ctrl+Enter")
        self.save_button.clicked.connect(self.save)

    def send(self, accept: frozenset[str]) -> Saved:
        """Run the use case; override."""
        raise TypeError(type(self).__name__, len(accept))

    def done_text(self) -> str:
        """What the toast says; override."""
        return ""

    def save(self) -> None:
        """Check the fields, save, or ask about the warnings."""
        self._screen.strip.dismiss()
        if not Form(*self.findChildren(Field)).check():
            return
        answer = self.send(self._accepted)
        if answer.is_saved:
            self._screen.say_done(self.done_text())
            self._screen.mark_stale()
            return
        self._asked = answer.codes
        self._screen.ask(_all_of(answer.warnings), [Act(self.tr("Save all the same"), self._go_on)])

    def _go_on(self) -> None:
        self._accepted |= self._asked
        self.save()


class MechanismPage(SavingPage):
    """What the papers say about the mechanism."""

    def __init__(self, screen: Screen, view: MechanismView) -> None:
        super().__init__(screen)
        self._id = view.mechanism_id
        self.save_button.set_text(self.tr("Save the mechanism"))
        self.save_button.setObjectName("saveMechanismButton")
        self.fields = MechanismFields(self._desk.workspace.info, view.data)
        missing = Pill(self.tr("the papers need more"), "warn", "triangle-alert")
        if not view.missing:
            missing.hide()
        self.add(
            Card(
                hbox(Label(view.name, "heading", wrap=True), None, missing),
                4,
                self.fields,
                4,
                hbox(self.save_button, None),
                margins=(16, 12, 16, 16),
            ),
            None,
        )

    def send(self, accept: frozenset[str]) -> Saved:
        """Save the form."""
        do = self._desk.workspace.do
        return do(update_mechanism, self._id, self.fields.data(), accept=accept, at=now())

    def done_text(self) -> str:
        """It is saved."""
        return self.tr("The mechanism is saved")


class RulesPage(SavingPage):
    """The version in force, or a new one; versions with sessions are only shown."""

    def __init__(self, screen: Screen, view: MechanismView) -> None:
        super().__init__(screen)
        self._id = view.mechanism_id
        self.versions = self._desk.workspace.ask(list_rules, self._id)
        self._row: RulesRow | None = self.versions[0] if self.versions else None
        self.choice = Combo(self._options(), name=self.tr("Version"))
        self.choice.setMinimumWidth(300)
        self.choice.chosen.connect(self._chosen)
        self.new_button = Button(self.tr("New version"), icon="plus")
        self.new_button.setObjectName("newVersionButton")
        self.new_button.clicked.connect(self._new_version)
        self.save_button.setObjectName("saveRulesButton")
        self._used = Inset()
        self._place = Box(spacing=12)
        self.fields = RulesFields(proposed=True)
        self.add(
            Card(
                hbox(Label(self.tr("Rules"), "heading"), None, self.choice, self.new_button),
                self._used,
                self._place,
                hbox(self.save_button, None),
                margins=(16, 12, 16, 16),
            ),
            None,
        )
        if self._row is not None:
            self.choice.set_value(self._row.rules_id)
        self._show()

    def send(self, accept: frozenset[str]) -> Saved:
        """Correct the version shown, or add a new one."""
        do, fields = self._desk.workspace.do, self.fields
        if self._row is None:
            return do(
                add_rules_version,
                self._id,
                fields.rules(),
                adopted_on=fields.adopted_edit.value(),
                source=fields.source(),
                accept=accept,
                at=now(),
            )
        return do(
            update_rules_version,
            self._row.rules_id,
            fields.rules(),
            adopted_on=fields.adopted_edit.value(),
            source=fields.source(),
            accept=accept,
            at=now(),
        )

    def done_text(self) -> str:
        """It is saved."""
        return self.tr("The rules are saved")

    def _options(self) -> list[Option]:
        made = []
        for row in self.versions:
            day = long_date(row.adopted_on) if row.adopted_on else self.tr("the foundation")
            words = self.tr("Version {number}, in force from {day}")
            made.append(Option(row.rules_id, words.format(number=row.version, day=day)))
        return made

    def _chosen(self, rules_id: str) -> None:
        self._row = next((row for row in self.versions if row.rules_id == rules_id), None)
        self._show()

    def _new_version(self) -> None:
        """A new version starts from the values of the one shown."""
        before = self._row
        self._row = None
        self.choice.set_value("")
        self._show(before)
        self.fields.adopted_edit.set_value(today())
        self.fields.source_edit.setFocus()

    def _show(self, start: RulesRow | None = None) -> None:
        shown = self._row or start
        self._place.clear()
        if shown is None:
            self.fields = RulesFields(proposed=True)
        else:
            self.fields = RulesFields(shown.rules, proposed=not shown.source)
        if self._row is not None:
            self.fields.source_edit.setText(self._row.source)
            self.fields.adopted_edit.set_value(self._row.adopted_on)
        self._place.add(self.fields.source_field, self.fields.adopted_field, self.fields)
        in_use = self._row is not None and self._row.in_use
        self._used.clear()
        text = self.tr(
            "Sessions were held under this version, so it stays as it is. A change of the rules "
            "is a new version."
        )
        note = Label(text, "small", "text2", wrap=True)
        self._used.add(hbox(Icon("lock", "text2", 18), (note, 1)))
        self._used.setVisible(in_use)
        self.fields.setEnabled(not in_use)
        for field in (self.fields.source_field, self.fields.adopted_field):
            field.setEnabled(not in_use)
        self.save_button.setVisible(not in_use)
        words = self.tr("Save the rules") if self._row else self.tr("Add the version")
        self.save_button.set_text(words)


def _all_of(findings: tuple[Finding, ...]) -> str:
    return " ".join(sentence(finding) for finding in findings)
