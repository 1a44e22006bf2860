"""The chips over the list of cases; together they are one `CaseFilter`."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from dcm_desktop.domain.terms import CaseTypology, RiskLevel
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Option
from dcm_desktop.ui.widgets.flow import FlowLayout
from dcm_desktop.usecases.cases import (
    WORKED_ON,
    CaseFilter,
    CaseList,
)
from dcm_desktop.usecases.places import places


class ChoiceChip(Button):
    """A chip with a menu in which several values may be ticked."""

    picked = Signal()
    """The ticks changed."""

    def __init__(self, word: str, options: Sequence[Option] = ()) -> None:
        super().__init__(word, kind="chip", trail="chevron-down")
        self._caption = word
        self._values: set[str] = set()
        self._menu = QMenu(self)
        self._actions: dict[str, QAction] = {}
        self.clicked.connect(self._show_menu)
        self.set_options(options)

    @property
    def values(self) -> frozenset[str]:
        """What is ticked; empty: all."""
        return frozenset(self._values)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these; ticks that are no longer offered are dropped."""
        if [option.value for option in options] == list(self._actions):
            return
        self._menu.clear()
        self._actions = {}
        every = self._menu.addAction(self.tr("All"))
        every.triggered.connect(self.clear)
        self._menu.addSeparator()
        for option in options:
            action = self._menu.addAction(option.text)
            action.setCheckable(True)
            action.setChecked(option.value in self._values)
            action.toggled.connect(partial(self._toggled, option.value))
            self._actions[option.value] = action
        self._values &= set(self._actions)
        self._say()

    def clear(self) -> None:
        """Tick nothing: all are shown."""
        for action in self._actions.values():
            action.blockSignals(True)
            action.setChecked(False)
            action.blockSignals(False)
        self._values.clear()
        self._say()
        self.picked.emit()

    def _show_menu(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _toggled(self, value: str, on: bool) -> None:
        if on:
            self._values.add(value)
        else:
            self._values.discard(value)
        self._say()
        self.picked.emit()

    def _say(self) -> None:
        chosen = [self._actions[value].text() for value in self._actions if value in self._values]
        words = self._caption
        if len(chosen) == 1:
            words = f"{self._caption}: {chosen[0].lower() if len(chosen[0]) < 16 else chosen[0]}"
        elif chosen:
            words = f"{self._caption}: {len(chosen)}"
        self.set_text(words)
        self.set_kind("chipon" if chosen else "chip")


class CaseChips(QWidget):
    """All chips of the list."""

    changed = Signal()
    """The filter is another one."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = True
        self.active = Button(self.tr("Worked on"), kind="chipon", trail="x")
        self.active.setObjectName("activeChip")
        self.active.setCheckable(True)
        self.active.setChecked(True)
        risks = [Option(one.value, capital(label_of(one))) for one in reversed(RiskLevel)]
        self.risk = ChoiceChip(self.tr("Risk"), risks)
        self.municipality = ChoiceChip(self.tr("Municipality"))
        kinds = [Option(one.value, capital(label_of(one))) for one in CaseTypology]
        self.typology = ChoiceChip(self.tr("Typology"), kinds)
        self.next = Button("", kind="chip")
        self.unreviewed = Button("", kind="chip")
        self.missing = Button("", kind="chip")
        self.missing.setObjectName("missingChip")
        self._flow = FlowLayout(spacing=8, parent=self)
        for chip in (
            self.active,
            self.risk,
            self.municipality,
            self.typology,
            self.next,
            self.unreviewed,
            self.missing,
        ):
            self._flow.addWidget(chip)
        for toggle in (self.active, self.next, self.unreviewed, self.missing):
            toggle.setCheckable(True)
            toggle.toggled.connect(self._toggled)
        for choice in (self.risk, self.municipality, self.typology):
            choice.picked.connect(self.changed)

    @property
    def is_default(self) -> bool:
        """Whether only the first chip filters, as at the start."""
        return self.filter() == CaseFilter()

    def filter(self, text: str = "") -> CaseFilter:
        """What the list is to show."""
        made = CaseFilter(
            risks=frozenset(RiskLevel(value) for value in self.risk.values),
            typologies=frozenset(CaseTypology(value) for value in self.typology.values),
            municipalities=self.municipality.values,
            for_next_session=self.next.isChecked(),
            without_review=self.unreviewed.isChecked(),
            with_missing=self.missing.isChecked(),
            text=text,
        )
        statuses = frozenset(WORKED_ON) if self.active.isChecked() else frozenset()
        return replace(made, statuses=statuses)

    def show_counts(self, found: CaseList) -> None:
        """Show the figures of all cases on the chips."""
        known = places()
        codes = [Option(code, known.municipality(code).name) for code in found.municipalities]
        self.municipality.set_options(codes)
        self.next.set_text(self.tr("For the next session: {n}").format(n=found.for_next_session))
        self.unreviewed.set_text(self.tr("No review date: {n}").format(n=found.without_review))
        self.missing.set_text(self.tr("With missing data: {n}").format(n=found.with_missing))

    def set_whole(self, whole: bool) -> None:
        """A national copy has no full files: what they lack is not known there."""
        self._whole = whole
        self.missing.setVisible(whole)

    def set_narrow(self, narrow: bool) -> None:
        """Only the first four chips, and those that are on."""
        for chip in (self.next, self.unreviewed):
            chip.setVisible(not narrow or chip.isChecked())
        self.missing.setVisible(self._whole and (not narrow or self.missing.isChecked()))

    def clear(self) -> None:
        """Back to the start."""
        for chip in (self.next, self.unreviewed, self.missing):
            chip.setChecked(False)
        for choice in (self.risk, self.municipality, self.typology):
            if choice.values:
                choice.clear()
        self.active.setChecked(True)

    def _toggled(self, _on: bool) -> None:
        for chip in (self.active, self.next, self.unreviewed, self.missing):
            on = chip.isChecked()
            chip.set_kind("chipon" if on else "chip")
            chip.set_trail("x" if on else "")
        self.changed.emit()
