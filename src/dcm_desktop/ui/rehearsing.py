"""The window of a practice session: on a throw-away copy, in place of the real window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from dcm_desktop.ui.bus import Bus
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.main_window import MainWindow
from dcm_desktop.ui.places import PLACES
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.rehearsal import begin_rehearsal, end_rehearsal

OFFERED = frozenset(
    {"sessions", "session_prepare", "going_live", "room", "cases", "case_file", "members"}
)
"""Places of a rehearsal: none from which a paper or a file could leave the program."""


class Rehearsing(QObject):
    """Makes the copy, shows its window, and brings the real one back."""

    def __init__(self, main: MainWindow) -> None:
        super().__init__(main)
        self._main = main
        self.window: MainWindow | None = None
        self._workspace: Workspace | None = None
        main.rehearsal_requested.connect(self.begin)

    @property
    def front(self) -> MainWindow:
        """The window one works in."""
        return self.window or self._main

    def leave(self) -> None:
        """End the practice without a word, when the program ends."""
        self._leave(None)

    def begin(self, session_id: str) -> None:
        """Copy the store and open the session in the copy."""
        if self.window is not None:
            return
        desk = self._main.desk
        self._main.flush()
        desk.jobs.run_modal(
            self._main.busy,
            self.tr("Preparing the rehearsal …"),
            partial(begin_rehearsal, desk.workspace, at=now()),
            done=partial(self._show, session_id),
        )

    def _show(self, session_id: str, workspace: Workspace) -> None:
        desk = self._main.desk
        bus = Bus(self)
        workspace.listeners.append(bus.announce)
        places = [place for place in PLACES if place.key in OFFERED]
        self._workspace = workspace
        window = MainWindow(workspace, bus, desk.jobs, desk.preferences, places=places)
        window.closed.connect(self._end)
        window.lock_requested.connect(self._lock)
        window.setGeometry(self._main.geometry())
        window.open("room" if session_id else "sessions", session_id=session_id)
        self.window = window
        window.show()
        self._main.hide()

    def _lock(self) -> None:
        self._leave(self._main.lock)

    def _end(self) -> None:
        self._leave(None)
        self._main.say(self.tr("The rehearsal is over; nothing of it was kept"))

    def _leave(self, then: Callable[[], object] | None) -> None:
        window, workspace = self.window, self._workspace
        if window is None or workspace is None:
            return
        self.window = self._workspace = None
        self._main.show()
        self._main.activateWindow()
        window.hall_frame.end()
        window.hide()
        window.deleteLater()
        end_rehearsal(workspace, at=now())
        if then is not None:
            then()
