"""The fields of one version of the rules; values that are still proposals are marked as such."""

from dataclasses import fields, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from dcm_desktop.domain.rules import DEFAULT_RULES, Rules
from dcm_desktop.domain.terms import (
    DecisionMode,
    MajorityRule,
    QuorumBase,
    QuorumRule,
    ReducedQuorum,
    SignOrder,
)
from dcm_desktop.ui.screens.choices import options_of
from dcm_desktop.ui.screens.form_parts import Line, YesNo
from dcm_desktop.ui.screens.settings.majority_fields import MajorityFields
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.combo import Combo
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.ui.widgets.labels import Label

_ENUMS = {
    "quorum_base": QuorumBase,
    "quorum_rule": QuorumRule,
    "reduced_quorum": ReducedQuorum,
    "decision_mode": DecisionMode,
    "majority": MajorityRule,
    "sign_order": SignOrder,
}
_RANGES = {"notice_workdays": (0, 30), "planned_sessions_per_year": (1, 60)}
_DEPEND = {
    "quorum_fixed": ("quorum_rule", QuorumRule.FIXED.value),
    "reduced_quorum_fixed": ("reduced_quorum", ReducedQuorum.FIXED.value),
    "max_proxies": ("proxy_votes", "True"),
}


class RulesFields(Box):
    """All values of a version. `rules()` reads them, `source()` and `adopted_on()` say from what.

    `proposed` marks every value that is still the proposal of the program.
    """

    def __init__(self, rules: Rules = DEFAULT_RULES, *, proposed: bool = False) -> None:
        super().__init__(spacing=6)
        self._rules, self._proposed = rules, proposed
        self._lines: dict[str, Line] = {}
        self.source_edit = LineEdit(
            hint=self.tr("for example: Rules, art. 9, adopted in session 1")
        )
        self.source_edit.setObjectName("source")
        self.adopted_edit = DateEdit()
        self.adopted_edit.setObjectName("adopted_on")
        self.source_field = Field(self.tr("Document of the rules"), self.source_edit)
        hint = self.tr("Empty: from the foundation on.")
        self.adopted_field = Field(self.tr("In force from"), self.adopted_edit, hint=hint)
        for title, names in self._groups():
            heading = Label(title, "smalls", "text2")
            heading.setContentsMargins(0, 8, 0, 0)
            self.add(heading)
            for name, label in names:
                self._add(name, label)
                if name == "majority":
                    self.majorities = MajorityFields(rules)
                    self.add(self.majorities)
        for line in self._lines.values():
            self._follow(line.field.control)
        self._settle()

    def rules(self) -> Rules:
        """The values as they stand in the fields; a number that was emptied keeps its value."""
        values: dict[str, Any] = {}
        for name, line in self._lines.items():
            control = line.field.control
            if isinstance(control, YesNo | NumberEdit):
                values[name] = control.value()
            elif isinstance(control, Combo):
                values[name] = _ENUMS[name](control.value())
        for item in fields(Rules):
            optional = item.name.endswith("_fixed") or item.name == "reduced_quorum_after_min"
            if item.name in values and values[item.name] is None and not optional:
                values[item.name] = getattr(self._rules, item.name)
        made = replace(self._rules, **values)
        return replace(made, majority_exceptions=self.majorities.exceptions(made.majority))

    def source(self) -> str:
        """The document named."""
        return self.source_edit.text()

    def set_narrow(self, narrow: bool) -> None:
        """Narrower controls in a narrow column."""
        for line in self._lines.values():
            line.set_width(220 if narrow else 300)
        self.majorities.set_width(220 if narrow else 300)

    def _groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        return [
            (
                self.tr("Quorum"),
                [
                    ("quorum_base", self.tr("Counted of")),
                    ("quorum_rule", self.tr("Quorum is")),
                    ("quorum_fixed", self.tr("Members needed")),
                    ("reduced_quorum", self.tr("Reduced quorum after waiting")),
                    ("reduced_quorum_fixed", self.tr("Members needed after waiting")),
                    ("reduced_quorum_after_min", self.tr("Minutes to wait")),
                ],
            ),
            (
                self.tr("Decisions"),
                [
                    ("decision_mode", self.tr("The mechanism decides")),
                    ("majority", self.tr("Majority")),
                    ("chair_breaks_tie", self.tr("The chair decides a tie")),
                    ("recused_in_base", self.tr("A recused member stays in the base")),
                    ("associates_vote", self.tr("Associated members vote")),
                    ("substitute_votes", self.tr("An authorised substitute votes")),
                    ("proxy_votes", self.tr("A member may vote for another")),
                    ("max_proxies", self.tr("Votes one member may carry")),
                    ("remote_counts", self.tr("Taking part remotely counts")),
                    ("written_procedure", self.tr("Decisions without a meeting are allowed")),
                    ("named_votes_public", self.tr("Votes by name are published")),
                ],
            ),
            (
                self.tr("Terms, in working days"),
                [
                    ("notice_workdays", self.tr("Invitation before the session")),
                    ("materials_workdays", self.tr("Materials before the session")),
                    ("minutes_due_workdays", self.tr("Minutes ready after the session")),
                    ("objection_workdays", self.tr("Remarks on the minutes")),
                    ("case_deadline_workdays", self.tr("A case comes before the mechanism")),
                ],
            ),
            (
                self.tr("Minutes and year"),
                [
                    ("sign_order", self.tr("Approval and signature")),
                    ("lapse_is_approval", self.tr("No remarks in time means approval")),
                    ("confidentiality_declaration", self.tr("Guests sign confidentiality")),
                    ("planned_sessions_per_year", self.tr("Sessions planned in a year")),
                ],
            ),
        ]

    def _add(self, name: str, label: str) -> None:
        value = getattr(self._rules, name)
        control: YesNo | Combo | NumberEdit
        if name in _ENUMS:
            control = Combo(options_of(_ENUMS[name]), value=value.value, name=label)
        elif isinstance(value, bool):
            control = YesNo(value, name=label)
        else:
            low, high = _RANGES.get(name, (0, 400))
            control = NumberEdit(low=low, high=high, name=label)
            control.set_value(value)
        control.setObjectName(name)
        line = Line(label, control)
        self._lines[name] = line
        self.add(line)

    def _follow(self, control: QWidget) -> None:
        for name in ("chosen", "textChanged"):
            signal = getattr(control, name, None)
            if signal is not None:
                signal.connect(self._settle)

    def _settle(self, *_value: object) -> None:
        """Show dependent lines only where they count; mark what is still a proposal."""
        now = self.rules()
        self.majorities.show_rules(now)
        for name, (master, value) in _DEPEND.items():
            self._lines[name].setVisible(str(getattr(now, master)) == value)
        waiting = now.reduced_quorum is not ReducedQuorum.NONE
        self._lines["reduced_quorum_after_min"].setVisible(waiting)
        if not self._proposed:
            return
        for name, line in self._lines.items():
            same = getattr(now, name) == getattr(DEFAULT_RULES, name)
            line.set_mark(self.tr("proposed – check it in your rules") if same else "")
