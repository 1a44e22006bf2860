"""A scripted session in a process of its own, told line by line, for somebody to kill it amid.

`python -m tests.support.killed_room STORE FOLDER SEED`: opens the store, goes to the room and works
on and on: takes an item up, types lines, writes and adopts decisions, gives tasks. Each confirmed
act and each typed text is told on stdout before the next one begins.
"""

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.support.stores import MADE_AT
from tests.support.studio import main_window
from tests.support.window import type_text

from dcm_desktop.ui.app import make_application
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.usecases.sessions.lists import list_sessions
from dcm_desktop.usecases.workspace import open_store_with_recovery

KEY_SECONDS = 0.01
WORDS = ("майката", "желае", "подкрепа", "жилище", "училище", "среща", "оценка", "план")


def tell(kind: str, **facts: object) -> None:
    """One line of JSON."""
    line = json.dumps({"kind": kind, "t": time.time(), **facts}, ensure_ascii=False)
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Script:
    """The hands of the coordinator."""

    def __init__(self, screen: RoomScreen, seed: int) -> None:
        self.screen = screen
        self.random = random.Random(seed)  # noqa: S311 - the same work for the same seed
        self.confirmed = {"lines": 0, "decisions": 0, "tasks": 0}

    def run(self) -> None:
        """Work until killed."""
        while True:
            self.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
            for _ in range(self.random.randint(1, 3)):
                self.write("line", Qt.Key.Key_F5, "lines")
            self.decide()
            self.write("task_line", Qt.Key.Key_F7, "tasks", ending=" @рз !+14")

    def write(self, field: str, key: Qt.Key, counter: str, ending: str = "") -> None:
        """Type one line and enter it."""
        self.press(key)
        text = " ".join(self.random.choices(WORDS, k=self.random.randint(2, 6))) + ending
        self.type(field, text)
        self.press(Qt.Key.Key_Return)
        self.confirm(counter)

    def decide(self) -> None:
        """Type a decision and adopt it without objections."""
        self.press(Qt.Key.Key_F6)
        self.type("decision", "Подкрепя " + " ".join(self.random.choices(WORDS, k=4)))
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.confirm("decisions")

    def type(self, field: str, text: str) -> None:
        """Letter by letter, each told after it was pressed."""
        for n, sign in enumerate(text, start=1):
            type_text(self.focus(), sign)
            self.breathe(KEY_SECONDS)
            tell("typed", field=field, text=text[:n])

    def confirm(self, counter: str) -> None:
        """What the screen says is done must be in the store from now on."""
        self.confirmed[counter] += 1
        item = self.screen.panel.item
        tell("done", **self.confirmed, item=item.item_id if item else "")

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """One key."""
        QTest.keyClick(self.focus(), key, modifier)
        self.breathe(KEY_SECONDS)

    def focus(self) -> QWidget:
        """Where the keyboard is."""
        return QApplication.focusWidget() or self.screen

    def breathe(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            flags = QEventLoop.ProcessEventsFlag.AllEvents
            QApplication.processEvents(flags, max(1, round(left * 1000)))


def main() -> None:
    """Open, and work."""
    store, folder, seed = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    make_application(PreferenceFile(folder / "settings.json"))
    workspace = open_store_with_recovery(store, sys.argv[4], at=MADE_AT)
    session = workspace.ask(list_sessions)[0]
    with main_window(workspace, folder) as shown:
        shown.go("room", session_id=session.session_id)
        screen = shown.screen(RoomScreen)
        tell("ready")
        Script(screen, seed).run()


if __name__ == "__main__":
    main()
