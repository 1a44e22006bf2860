"""What the main window has of the hall: its desk, its keys, the page that hides, the sleep lock."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from dcm_desktop.ui.hall.awake import KeepAwake
from dcm_desktop.ui.hall.desk import HallDesk
from dcm_desktop.ui.hall.hidden_page import HiddenPage
from dcm_desktop.ui.hall.keys import HallKeys
from dcm_desktop.ui.hall.words import HallWords
from dcm_desktop.ui.preferences import PreferenceFile


class Says(Protocol):
    """The window's own ways to tell the truth."""

    def set_hall(self, text: str, icon: str = "monitor", tone: str = "text2") -> None:
        """What the hall sees, in the status line."""
        ...

    def say(self, text: str, *, undo: bool = False) -> None:
        """A toast."""
        ...


class HallFrame(QObject):
    """Puts the parts of the hall together for one window."""

    def __init__(self, window: QWidget, says: Says, preferences: PreferenceFile) -> None:
        super().__init__(window)
        self._says = says
        self._words = HallWords(self)
        self.desk = HallDesk(preferences, self)
        self.page = HiddenPage(window, self.desk)
        self.keys = HallKeys(window, self.desk)
        self.awake = KeepAwake(self)
        self.desk.changed.connect(self._tell)
        self.keys.idle.connect(self._say_idle)

    def session_open(self, *, is_open: bool) -> None:
        """While a session is open the computer does not sleep; after it the hall is dark."""
        if is_open:
            self.awake.hold()
        else:
            self.awake.release()
            self.desk.stop()

    def end(self) -> None:
        """The window is closed."""
        self.awake.release()
        self.desk.stop()

    def _tell(self) -> None:
        state = self._words.state(self.desk)
        tone = state.tone if state.tone in ("ok", "warn", "bad") else "text2"
        self._says.set_hall(state.status, state.icon, tone)

    def _say_idle(self) -> None:
        self._says.say(self.tr("Nothing stands in the hall: there is no screen for it."))
