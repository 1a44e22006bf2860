"""The session room in the real window, driven by keys that are counted."""

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.support.builders import STARTS_AT, Mechanism15, Room, make_mechanism_of_15, make_session
from tests.support.window import type_text

from dcm_desktop.errors import DcmError
from dcm_desktop.ui.bus import Bus
from dcm_desktop.ui.draft_writer import writer_of
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.main_window import MainWindow
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import RoomView, get_room

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class RoomWindow:
    """A window on the room of one session; `keys` counts what was pressed."""

    def __init__(
        self, workspace: Workspace, session_id: str, folder: Path, clock: pytest.MonkeyPatch
    ) -> None:
        self.workspace, self.session_id = workspace, session_id
        self._clock = clock
        self.now = STARTS_AT
        self.at(STARTS_AT)
        self.keys = 0
        self._closed = False
        self.bugs: list[BaseException] = []
        bus, self._jobs = Bus(), Jobs()
        workspace.listeners.append(bus.announce)
        self.window = MainWindow(
            workspace, bus, self._jobs, PreferenceFile(folder / "settings.json")
        )
        self.window.resize(1366, 768)
        clock.setattr(sys, "excepthook", self._take)

    def show(self) -> "RoomWindow":
        """Open the room."""
        self.window.open("room", session_id=self.session_id)
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()
        return self

    def at(self, moment: datetime) -> None:
        """Set the clock of the window."""
        self.now = moment
        self._clock.setenv("DCM_CLOCK", moment.isoformat())

    def tick(self, minutes: float = 1) -> None:
        """Move it on."""
        self.at(self.now + timedelta(minutes=minutes))

    @property
    def screen(self) -> RoomScreen:
        """The room."""
        screen = self.window.current
        assert isinstance(screen, RoomScreen)
        return screen

    def view(self, item_id: str | None = None) -> RoomView:
        """What the store says now."""
        return self.workspace.ask(get_room, self.session_id, item_id=item_id, at=self.now)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key, with a modifier two (the budget counts physical keys)."""
        self.keys += 1 + (modifier != NONE)
        QTest.keyClick(self._focus(), key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Some letters, each one key."""
        for sign in text:
            self.keys += 1
            type_text(self._focus(), sign)
        QApplication.processEvents()

    @property
    def strip(self) -> str:
        """Sentence of the strip above the status line."""
        return self.screen.strip.text

    def kill(self) -> None:
        """The process ends without a word: what is not in the store is gone."""
        self.workspace.close(at=self.now, with_backup=False)
        self.close()

    def wait_saved(self) -> None:
        """Until everything typed is in the store."""
        assert writer_of(self.workspace).drain()

    def settle(self) -> None:
        """Let the window take in what was done behind it."""
        for _ in range(3):
            QApplication.processEvents()
            self.screen.refresh_now()

    def close(self) -> None:
        """End of the window; a bug met on the way fails the test."""
        if self._closed:
            return
        self._closed = True
        self.window.hide()
        self.window.deleteLater()
        self._jobs.close()
        QApplication.processEvents()
        assert not self.bugs, self.bugs

    def _focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        return widget if widget is not None else self.window

    def _take(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        if not (isinstance(error, DcmError) and self.window.take_error(error)):
            self.bugs.append(error)


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    """Fifteen members, two associates, a coordinator."""
    return make_mechanism_of_15(workspace)


@pytest.fixture
def room(workspace: Workspace, kit: Mechanism15) -> Room:
    """A convened session with two items."""
    return make_session(workspace, kit)


@pytest.fixture
def seen(
    qapp: QApplication,
    workspace: Workspace,
    room: Room,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RoomWindow]:
    """The room of a convened session in the window."""
    made = RoomWindow(workspace, room.session_id, tmp_path, monkeypatch).show()
    yield made
    made.close()


@pytest.fixture
def running(
    qapp: QApplication,
    workspace: Workspace,
    room: Room,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RoomWindow]:
    """An open session, 14 of 15 present, its agenda adopted, the first item taken up."""
    from dcm_desktop.usecases import sessions

    room.open(absent=(15,))
    workspace.do(sessions.vote_agenda, room.session_id, at=room.tick())
    room.start(1)
    made = RoomWindow(workspace, room.session_id, tmp_path, monkeypatch)
    made.at(room.now)
    made.show()
    yield made
    made.close()
