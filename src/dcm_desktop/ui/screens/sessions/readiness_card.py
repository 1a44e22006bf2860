"""What stands against the next act of a session, and what is in order; warnings first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from dcm_desktop.domain.findings import Finding
from dcm_desktop.ui import formats
from dcm_desktop.ui.screens.finding_row import FindingRow
from dcm_desktop.ui.widgets.boxes import Card, empty, hbox
from dcm_desktop.ui.widgets.labels import ElideLabel, Icon, Label, Pill
from dcm_desktop.usecases.sessions import Readiness

_FEW = 2
"""So many sentences stand in one column, whole, in a window that has no room for more."""


class ReadinessCard(Card):
    """Two columns of sentences; those that need an act lead to where it is done."""

    jump_requested = Signal(object)
    """Go to where a finding is mended; carries it."""

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self.pill = Pill("", "ok")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(0)
        self.rows: list[FindingRow] = []
        self._columns, self._with_ready = 2, True
        self._shown: Readiness | None = None
        self.sentences: list[str] = []
        self.add(hbox(Label(self.tr("Readiness"), "heading"), None, self.pill))
        self.box.addLayout(self._grid)

    def show_readiness(self, found: Readiness) -> None:
        """Show other findings."""
        self._shown = found
        empty(self._grid)
        had = next((row.finding for row in self.rows if row.hasFocus()), None)
        self.rows = []
        ready = len(found.ready)
        tone = "bad" if found.blockers else "warn" if found.warnings else "ok"
        sign = "check" if tone == "ok" else "triangle-alert"
        words = self.tr("{ready} of {all}").format(ready=ready, all=found.total)
        self.pill.set_state(words, tone, sign)
        findings = [*found.blockers, *found.warnings]
        if self._with_ready:
            findings += found.ready
        self.sentences = [formats.sentence(one) for one in findings]
        columns = self._columns if self._with_ready or len(findings) > _FEW else 1
        for place, finding in enumerate(findings):
            place_row, column = divmod(place, columns)
            is_ready = finding in found.ready
            self._grid.addLayout(self._line(finding, is_ready), place_row, column)
            self._grid.setRowMinimumHeight(place_row, 26)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row in self.rows:
            if row.finding == had:
                row.setFocus()

    def jump_to_first(self) -> None:
        """Go to where the first finding is mended."""
        if self.rows:
            self.jump_requested.emit(self.rows[0].finding)

    def set_room(self, *, columns: int, with_ready: bool) -> None:
        """One or two columns; in a low window only what needs an act."""
        if (columns, with_ready) != (self._columns, self._with_ready):
            self._columns, self._with_ready = columns, with_ready
            if self._shown is not None:
                self.show_readiness(self._shown)

    def _line(self, finding: Finding, is_ready: bool) -> QHBoxLayout:
        if not is_ready:
            row = FindingRow(finding)
            row.clicked.connect(self._jumped)
            self.rows.append(row)
            return hbox((row, 1), spacing=0)
        text = formats.sentence(finding)
        icon = Icon("circle-check", "ok")
        return hbox(icon, (ElideLabel(text, "small", "text"), 1), spacing=8, margins=(4, 0, 0, 0))

    def _jumped(self) -> None:
        row = self.sender()
        if isinstance(row, FindingRow):
            self.jump_requested.emit(row.finding)
