"""The three prepared messages for the hall: written before, sent with two keys."""

from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.fields import Field, LineEdit
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.hall import (
    MESSAGES,
    list_hall_messages,
    set_hall_message,
)


class MessagesForm(SideForm):
    """One line each; an emptied one is ours again."""

    def __init__(self, screen: Screen, mechanism_id: str) -> None:
        super().__init__(screen, "")
        self.title.setText(self.tr("Messages for the hall"))
        self.subtitle.setText(self.tr("No names: everybody reads them."))
        self.subtitle.show()
        ask = screen.desk.workspace.ask
        self._mechanism_id = mechanism_id
        self._texts = ask(list_hall_messages, self._mechanism_id)
        self.entries: list[LineEdit] = []
        for n in range(1, MESSAGES + 1):
            entry = LineEdit(name=self.tr("Message {n}").format(n=n))
            entry.setObjectName(f"hall_message_{n}")
            entry.setText(self._texts[n - 1])
            self.entries.append(entry)
            self.put(Field(self.tr("Message {n}").format(n=n), entry))
        self.done_text = self.tr("The messages are written")
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Write those that changed."""
        del accept
        saved = Saved(self._mechanism_id)
        for n, entry in enumerate(self.entries, start=1):
            if entry.text() != self._texts[n - 1]:
                saved = self.desk.workspace.do(
                    set_hall_message, self._mechanism_id, n, entry.text(), at=now()
                )
        return saved
