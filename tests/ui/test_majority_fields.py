"""The majority in the settings: the example beside it, and exceptions for kinds of decisions."""

from PySide6.QtWidgets import QApplication

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import MajorityRule
from dcm_desktop.ui.screens.settings.rules_fields import RulesFields
from dcm_desktop.ui.widgets.combo import Combo


def test_the_worked_example_follows_the_majority(qapp: QApplication) -> None:
    """F8: whether abstentions stay in the base, with an example beside the setting."""
    fields = RulesFields(Rules())
    assert "Въздържалите се остават в основата (13)." in fields.majorities.example
    assert fields.majorities.example.endswith("има 6 – не се приема.")
    combo = fields.findChild(Combo, "majority")
    assert combo is not None
    combo.set_value(MajorityRule.FOR_OVER_AGAINST.value)
    combo.chosen.emit(combo.value())
    assert "Въздържалите се не се броят." in fields.majorities.example
    assert fields.majorities.example.endswith("има 6 – приема се.")
    fields.deleteLater()


def test_a_kind_of_decision_can_have_its_own_majority(qapp: QApplication) -> None:
    """F7: exceptions are typed in the settings and come back."""
    rules = Rules(majority_exceptions=("opinion:two_thirds_present",))
    fields = RulesFields(rules)
    assert fields.rules() == rules
    combo = fields.findChild(Combo, "majority_noted")
    assert combo is not None
    combo.set_value(MajorityRule.FOR_OVER_AGAINST.value)
    assert set(fields.rules().majority_exceptions) == {
        "noted:for_over_against",
        "opinion:two_thirds_present",
    }
    fields.deleteLater()
