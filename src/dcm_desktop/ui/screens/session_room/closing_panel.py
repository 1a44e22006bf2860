"""What stands against closing, beside the room: Enter on a line goes to the item and its field."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dcm_desktop.domain.findings import Finding
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.finding_row import FindingRow
from dcm_desktop.ui.screens.sessions.jumps import Jump, Target, jump_of
from dcm_desktop.ui.screens.side_form import SidePanel
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.usecases.sessions import get_closing

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen

_BY_ITSELF = "session.item_unfinished"
"""Items not taken up are postponed by the question itself, the running one is finished."""


class ClosingPanel(SidePanel):
    """Blockers and warnings; the question itself stands in the strip."""

    def __init__(self, screen: "RoomScreen", findings: Sequence[Finding]) -> None:
        super().__init__("")
        self._screen = screen
        self.title.setText(self.tr("Before closing"))
        self.setAccessibleName(self.title.text())
        self.rows = [FindingRow(finding) for finding in findings]
        for row in self.rows:
            row.clicked.connect(self._go)
        note = Label(self.tr("Enter on a line goes to its field."), "caption", "text2", wrap=True)
        self.page.add(*self.rows, note, None)
        self.buttons.addStretch(1)

    def _go(self) -> None:
        row = self.sender()
        if isinstance(row, FindingRow):
            jump = jump_of(row.finding)
            screen = self._screen
            screen.strip.dismiss()
            self.closed.emit()
            go_to(screen, jump)


class ClosingGate(QObject):
    """Shows what stands against closing when there is anything."""

    def __init__(self, screen: "RoomScreen") -> None:
        super().__init__(screen)
        self._screen = screen

    def show(self, session_id: str) -> None:
        """Read it and show it beside the room; the keyboard stays where it is."""
        found = self._screen.desk.workspace.ask(get_closing, session_id, at=now())
        shown = [finding for finding in found if finding.code != _BY_ITSELF]
        if shown:
            self._screen.stage.open(ClosingPanel(self._screen, shown), keyboard=False)


def go_to(screen: "RoomScreen", jump: Jump) -> None:
    """Go to the item and the field where a finding is mended."""
    rows = screen.view.items if screen.view is not None else ()
    row = next((one for one in rows if one.n == jump.item), None)
    if jump.target is Target.ROLL:
        screen.show_roll()
    elif row is not None:
        screen.show_item(row.item_id)
        screen.refresh_now()
        screen.panel.focus_field(jump.field or "decision_text")
    elif jump.target is Target.TASKS:
        screen.panel.focus_field("task_line")
