"""The first form of a new store: the mechanism and its rules, on one page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.settings.mechanism_fields import MechanismFields
from dcm_desktop.ui.screens.settings.rules_fields import RulesFields
from dcm_desktop.ui.widgets.boxes import Card, ScrollColumn, hbox
from dcm_desktop.ui.widgets.fields import Field, Form
from dcm_desktop.ui.widgets.labels import Icon, Label, Pill
from dcm_desktop.usecases.members.joining import found_mechanism
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.together import together


class Founding(QWidget):
    """Mechanism at the left, rules at the right; below one another in a narrow window."""

    founded = Signal(str)
    """The mechanism was entered; carries its id."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._desk = screen.desk
        self.mechanism = MechanismFields(self._desk.workspace.info)
        self.rules = RulesFields(proposed=True)
        about = self.tr(
            "The proposed values are only usual ones. Type in your own rules before the first "
            "session: quorum, votes and terms follow from them."
        )
        mark = self.tr("still the proposed value")
        first = Card(
            hbox(Icon("landmark", "accent", 20), Label(self.tr("The mechanism"), "heading"), None),
            4,
            self.mechanism,
            None,
            margins=(16, 12, 16, 16),
        )
        second = Card(
            hbox(
                Icon("scale", "accent", 20),
                Label(self.tr("Its rules"), "heading"),
                None,
                Pill(self.tr("proposed"), "warn", "triangle-alert"),
            ),
            Label(about, "small", "text2", wrap=True),
            hbox(Icon("circle-dashed", "warn", 16), Label(mark, "caption", "text2"), None),
            4,
            self.rules.source_field,
            self.rules.adopted_field,
            self.rules,
            None,
            margins=(16, 12, 16, 16),
        )
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(12)
        self._cards.addWidget(first, 1)
        self._cards.addWidget(second, 1)
        page = ScrollColumn(self._cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._form = Form(*self.findChildren(Field))

    def set_narrow(self, narrow: bool) -> None:
        """Cards below one another."""
        way = QBoxLayout.Direction
        self._cards.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def save(self) -> None:
        """Enter both in one act. Raises: DcmError, shown beside its field."""
        if not self._form.check():
            return
        answer = together(
            self._desk.workspace,
            found_mechanism,
            self.mechanism.data(),
            self.rules.rules(),
            adopted_on=self.rules.adopted_edit.value(),
            source=self.rules.source(),
            accept=ACCEPT_ALL,
            at=now(),
        )
        self.founded.emit(answer.id)
