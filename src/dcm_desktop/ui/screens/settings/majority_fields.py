"""The majority in the rules: a worked example beside it, and another one for kinds of decisions."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from dcm_desktop.domain.majority import majority_example, read_exceptions, write_exceptions
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import DecisionKind, MajorityRule
from dcm_desktop.ui.screens.choices import capital, label_of, options_of
from dcm_desktop.ui.screens.form_parts import Line
from dcm_desktop.ui.widgets.boxes import Box, Inset
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.labels import Label

_SEATS = 15


class MajorityFields(Box):
    """One vote counted by the majority that is chosen; below, the kinds that need another one."""

    changed = Signal()
    """Another majority was chosen for a kind."""

    def __init__(self, rules: Rules) -> None:
        super().__init__(spacing=6)
        self._example = Label("", "small", "text2", wrap=True)
        self._example.setObjectName("majorityExample")
        self.add(Inset(self._example, margins=(10, 8, 10, 8)))
        self.add(Label(self.tr("Another majority for a kind of decision"), "caption", "text2"))
        known = read_exceptions(rules.majority_exceptions)
        self._kinds: dict[DecisionKind, Combo] = {}
        self._lines: list[Line] = []
        for kind in DecisionKind:
            options = [Option("", self.tr("as above")), *options_of(MajorityRule)]
            chosen = known[kind].value if kind in known else ""
            combo = Combo(options, value=chosen, name=label_of(kind))
            combo.setObjectName(f"majority_{kind.value}")
            combo.chosen.connect(self._chosen)
            line = Line(capital(label_of(kind)), combo)
            self._kinds[kind] = combo
            self._lines.append(line)
            self.add(line)
        self.show_rules(rules)

    def exceptions(self, usual: MajorityRule) -> tuple[str, ...]:
        """The entries for the rules."""
        chosen: Mapping[DecisionKind, MajorityRule] = {
            kind: MajorityRule(combo.value())
            for kind, combo in self._kinds.items()
            if combo.value()
        }
        return write_exceptions(chosen, usual=usual)

    def show_rules(self, rules: Rules) -> None:
        """Count the example by the rules as they stand."""
        example = majority_example(rules, seats=_SEATS)
        vote = self.tr("Example: {voters} vote – {yes} for, {no} against, {held} abstained.")
        counts = example.counts
        words = vote.format(
            voters=example.voters,
            yes=counts.for_n,
            no=counts.against_n,
            held=counts.abstain_n,
        )
        base = self.tr("Abstentions do not count.")
        if example.with_abstentions:
            base = self.tr("Abstentions stay in the base ({base}).").format(base=example.base)
        result = self.tr("adopted") if example.adopted else self.tr("not adopted")
        needed = self.tr("Needed: {needed} for; there are {n} – {result}.")
        end = needed.format(needed=example.needed, n=counts.for_n, result=result)
        self._example.setText(f"{words} {base} {end}")

    def set_width(self, width: int) -> None:
        """Narrower controls in a narrow column."""
        for line in self._lines:
            line.set_width(width)

    @property
    def example(self) -> str:
        """The example as it reads."""
        return self._example.text()

    def _chosen(self, _value: str) -> None:
        self.changed.emit()
