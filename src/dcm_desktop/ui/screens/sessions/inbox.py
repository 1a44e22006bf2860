"""The inbox between sessions: cases, tasks and topics that wait for an agenda."""

from PySide6.QtCore import Qt

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Desk, Screen
from dcm_desktop.ui.screens.sessions.inbox_list import InboxList
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.labels import KeyCap, Label
from dcm_desktop.ui.widgets.messages import EmptyState
from dcm_desktop.usecases.office import list_mechanisms
from dcm_desktop.usecases.sessions import (
    InboxRow,
    drop_from_inbox,
    list_inbox,
    list_sessions,
    send_topic_to_inbox,
    take_from_inbox,
)

_BUILT = (SessionStatus.DRAFT, SessionStatus.CONVENED)


class InboxScreen(Screen):
    """What waits; Enter puts it on the next agenda, Delete drops it."""

    concerns = frozenset({"inbox_entry", "case", "session", "mechanism"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Inbox"))
        self._mechanism_id, self._session_id = "", ""
        self.next_button = Button(self.tr("To the next agenda"), icon="arrow-right")
        self.next_button.setObjectName("toAgenda")
        self.next_button.clicked.connect(self._to_agenda)
        self.header.set_actions(self.next_button)
        self.list = InboxList()
        self.list.row_opened.connect(self._take)
        self.list.drop_requested.connect(self._drop)
        self.topic = LineEdit(
            hint=self.tr("A topic for a session: type it and press Enter"),
            name=self.tr("A topic for a session"),
        )
        self.topic.setObjectName("title")
        self.topic.returnPressed.connect(self._add_topic)
        self.nothing = EmptyState(
            "inbox",
            self.tr("Nothing waits"),
            self.tr("Cases and tasks come here with Ctrl+I, topics by the line above."),
            [],
        )
        self.body.addWidget(
            Box(
                hbox((self.topic, 1), margins=(16, 12, 16, 10)),
                hline(),
                (self.list, 1),
                (self.nothing, 1),
                hline(),
                hbox(
                    KeyCap("Enter"),
                    Label(self.tr("onto the next agenda"), "caption", "text2"),
                    6,
                    KeyCap("Delete"),
                    Label(self.tr("drop"), "caption", "text2"),
                    None,
                    margins=(16, 10, 16, 10),
                ),
                name="card",
                spacing=0,
                margins=(1, 1, 1, 1),
            ),
            1,
        )
        self.name_key("Enter", self.tr("onto the next agenda"))
        self.name_key("Delete", self.tr("drop it"))

    def opened(self, **_arguments: str) -> None:
        """The list, or the line when nothing waits."""
        self.refresh_now()
        target = self.list if self.list.rows_model.rowCount() else self.topic
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read what waits, and the next agenda that is being built."""
        ask = self.desk.workspace.ask
        mechanisms = ask(list_mechanisms)
        self._mechanism_id = mechanisms[0].mechanism_id if mechanisms else ""
        rows = ask(list_inbox, self._mechanism_id) if self._mechanism_id else ()
        self.list.set_rows(rows)
        if rows and self.list.currentIndex().row() < 0:
            self.list.set_current(0)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        built = [row for row in ask(list_sessions) if row.status in _BUILT]
        coming = min(built, key=lambda row: row.starts_at, default=None)
        self._session_id = coming.session_id if coming is not None else ""
        where = self.tr("No agenda is being built")
        if coming is not None:
            words = self.tr("The next agenda is that of session № {n}").replace("№ ", "№\u00a0")
            where = words.format(n=coming.number)
        self.header.set_text(self.tr("Inbox"), where)
        self.next_button.setVisible(coming is not None)
        self.topic.setEnabled(bool(self._mechanism_id))

    def _take(self, row: object) -> None:
        if not isinstance(row, InboxRow):
            return
        if not self._session_id:
            self.strip.say(self.tr("First prepare a session; it takes what waits here."), "mute")
            return
        self.desk.workspace.do(take_from_inbox, row.entry_id, self._session_id, at=now())
        self.say_done(self.tr("It is on the agenda"))

    def _drop(self, entry_id: str) -> None:
        self.desk.workspace.do(drop_from_inbox, entry_id, at=now())
        self.say_done(self.tr("It no longer waits"))

    def _add_topic(self) -> None:
        text = self.topic.text()
        self.desk.workspace.do(send_topic_to_inbox, self._mechanism_id, text, at=now())
        self.topic.clear()

    def _to_agenda(self) -> None:
        self.desk.shell.open("session_prepare", session_id=self._session_id)
