"""The inbox beside an agenda: Enter moves what waits onto it, a line takes a new topic."""

from PySide6.QtCore import Qt

from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.sessions.inbox_list import InboxList
from dcm_desktop.ui.screens.side_form import SidePanel
from dcm_desktop.ui.widgets.boxes import hbox
from dcm_desktop.ui.widgets.fields import Field, LineEdit
from dcm_desktop.ui.widgets.labels import KeyCap, Label
from dcm_desktop.usecases.sessions import (
    drop_from_inbox,
    list_inbox,
    send_topic_to_inbox,
    take_from_inbox,
)


class InboxPanel(SidePanel):
    """What waits, for the agenda of one session."""

    def __init__(self, screen: Screen, mechanism_id: str, session_id: str) -> None:
        super().__init__(screen.tr("Inbox"))
        self.title.setText(self.tr("Inbox"))
        self.subtitle.setText(self.tr("What is put on the agenda leaves the inbox."))
        self.subtitle.show()
        self._screen, self._mechanism_id, self._session_id = screen, mechanism_id, session_id
        self.list = InboxList()
        self.list.setMinimumHeight(220)
        self.list.row_opened.connect(self._take)
        self.list.drop_requested.connect(self._drop)
        self.nothing = Label(self.tr("Nothing waits."), "small", "text2", wrap=True)
        self.topic = LineEdit(hint=self.tr("Type a topic and press Enter"))
        self.topic.setObjectName("title")
        self.topic.returnPressed.connect(self._add_topic)
        self.page.add(
            self.nothing, (self.list, 1), Field(self.tr("A new topic for the inbox"), self.topic)
        )
        self.buttons.addLayout(
            hbox(
                KeyCap("Enter"),
                Label(self.tr("onto the agenda"), "caption", "text2"),
                6,
                KeyCap("Delete"),
                Label(self.tr("drop"), "caption", "text2"),
                None,
            )
        )
        self.refresh()

    def take_keyboard(self) -> None:
        """The list, or the line when nothing waits."""
        target = self.list if self.list.rows_model.rowCount() else self.topic
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the inbox again."""
        rows = self._screen.desk.workspace.ask(list_inbox, self._mechanism_id)
        place = max(0, self.list.currentIndex().row())
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        if rows:
            self.list.selectionModel().blockSignals(True)
            self.list.set_current(min(place, len(rows) - 1))
            self.list.selectionModel().blockSignals(False)

    def _take(self, row: object) -> None:
        entry_id = getattr(row, "entry_id", "")
        self._screen.desk.workspace.do(take_from_inbox, entry_id, self._session_id, at=now())
        self._screen.say_done(self.tr("It is on the agenda"))
        self.refresh()

    def _drop(self, entry_id: str) -> None:
        self._screen.desk.workspace.do(drop_from_inbox, entry_id, at=now())
        self._screen.say_done(self.tr("It no longer waits"))
        self.refresh()

    def _add_topic(self) -> None:
        workspace = self._screen.desk.workspace
        workspace.do(send_topic_to_inbox, self._mechanism_id, self.topic.text(), at=now())
        self.topic.clear()
        self.refresh()
