"""What stands against closing, beside the room, with the way to each field."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.support.room_window import RoomWindow
from tests.support.window import press

from dcm_desktop.ui.screens.session_room.closing_panel import ClosingPanel
from dcm_desktop.usecases import sessions


def test_closing_names_what_is_left_and_leads_there(running: RoomWindow) -> None:
    """A14: in the room too; the question waits in the strip, Enter on a line goes to the field."""
    item_id = running.view().items[0].item_id
    text = "Приема за сведение."
    running.workspace.do(sessions.update_decision_text, item_id, text, at=running.now)
    running.workspace.do(sessions.finish_item, item_id, at=running.now)
    running.settle()
    running.screen.session_acts.ask_close()
    panel = running.screen.stage.panel
    assert isinstance(panel, ClosingPanel)
    assert [row.finding.code for row in panel.rows] == ["decision.draft_left"]
    assert running.strip
    panel.rows[0].setFocus()
    press(panel.rows[0], Qt.Key.Key_Return)
    QApplication.processEvents()
    assert running.screen.stage.panel is None
    assert running.screen.panel.field_name() == "decision_text"
