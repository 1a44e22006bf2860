"""The room under one keyboard layout, driven by real key events; writes what came of them as JSON.

    python -m tests.support.layout_run bds FOLDER

Keys are pressed by their number (place), as a hand does; the layout decides what they write.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from tests.support.builders import Room, make_mechanism_of_15, make_session
from tests.support.room_window import RoomWindow
from tests.support.stores import DISTRICT, StoreKit

from dcm_desktop.ui import app as program
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.usecases import sessions

LAYOUTS = {
    "us": ("us",),
    "bds": ("bg", "-variant", "bds"),
    "phonetic": ("bg", "-variant", "phonetic"),
}
CTRL, SHIFT, ALT = 37, 50, 64
ESC, ENTER, TAB, NUM_LOCK = 9, 36, 23, 77
F = {1: 67, 2: 68, 3: 69, 4: 70, 5: 71, 6: 72, 7: 73, 8: 74, 9: 75, 12: 96}
DIGITS = {"1": 10, "2": 11, "3": 12, "4": 13, "5": 14, "6": 15, "7": 16, "8": 17, "9": 18, "0": 19}
LETTERS = {"f": 41, "k": 45, "l": 46, "n": 57, "y": 29, "z": 52}
KEYPAD = {
    "7": 79, "8": 80, "9": 81, "-": 82, "4": 83, "5": 84, "6": 85, "+": 86, "1": 87, "2": 88,
    "3": 89, "0": 90, ".": 91, "\n": 104, "/": 106, "*": 63,
}  # fmt: skip
SIGNS: dict[str, dict[str, tuple[int, ...]]] = {
    "us": {
        "-": (20,), "/": (61,), "*": (SHIFT, 17), ".": (60,), "!": (SHIFT, 10), "=": (21,),
        "+": (SHIFT, 21), "?": (SHIFT, 61),
    },
    "bds": {
        "-": (20,), "/": (SHIFT, 17), "*": (ALT, 17), ".": (21,), "!": (SHIFT, 10),
        "=": (SHIFT, 15), "+": (SHIFT, 12), "?": (SHIFT, 11),
    },
    "phonetic": {
        "-": (20,), "/": (61,), "*": (SHIFT, 17), ".": (60,), "!": (SHIFT, 10), "=": (21,),
        "+": (SHIFT, 21), "?": (SHIFT, 61),
    },
}  # fmt: skip
"""Where a layout has its signs; БДС has no asterisk, so its twin is pressed."""


class Released(QObject):
    """Counts the keys that came up again in the window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.count = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, take nothing."""
        if (
            event.type() == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and watched.isWindowType()
        ):
            self.count += 1
        return False


class Hands:
    """Presses keys by their number."""

    def __init__(self, app: QApplication, layout: str) -> None:
        self._app, self._layout = app, layout
        self._released = Released(app)
        subprocess.run(["setxkbmap", *LAYOUTS[layout]], check=True)

    def press(self, *codes: int) -> None:
        """The last key while the others are held; returns when the window has it."""
        *held, last = codes
        before = self._released.count
        words = [word for code in held for word in ("keydown", str(code))]
        words += ["key", "Escape" if last == ESC else str(last)]  # "9" would be the digit
        words += [word for code in reversed(held) for word in ("keyup", str(code))]
        subprocess.run(["xdotool", *words], check=True)
        limit = time.monotonic() + 10
        while self._released.count < before + len(codes):
            self._app.processEvents()
            if time.monotonic() > limit:
                raise TimeoutError(codes)
        for _ in range(3):
            self._app.processEvents()

    def write(self, text: str) -> None:
        """Digits and signs of the main block."""
        for sign in text:
            self.press(*((DIGITS[sign],) if sign in DIGITS else SIGNS[self._layout][sign]))

    def keypad(self, text: str) -> None:
        """Digits and signs of the numeric keypad."""
        for sign in text:
            self.press(KEYPAD[sign])


def run(layout: str, folder: Path) -> dict[str, object]:
    """Work in the room for a while; the facts it leaves."""
    app = program.make_application(PreferenceFile(folder / "app.json"))
    workspace = StoreKit(folder / "kit.dcm", DISTRICT).open(folder / "room.dcm")
    kit = make_mechanism_of_15(workspace)
    room = make_session(workspace, kit)
    patch = pytest.MonkeyPatch()
    window = RoomWindow(workspace, room.session_id, folder, patch).show()
    try:
        return drive(app, room, window, layout)
    finally:
        patch.undo()
        window.close()
        workspace.close(at=window.now, with_backup=False)


def drive(app: QApplication, room: Room, window: RoomWindow, layout: str) -> dict[str, object]:
    """The keys, one after another."""
    workspace = window.workspace
    limit = time.monotonic() + 10
    while not window.window.isActiveWindow() and time.monotonic() < limit:
        app.processEvents()
    hands = Hands(app, layout)
    facts: dict[str, object] = {}
    hands.press(F[3])
    for row, sign in ((1, "+"), (2, "-"), (3, "/"), (4, "="), (5, "+"), (6, "+")):
        hands.write(f"{row}{sign}")
    hands.write("7*")
    facts["substitute_asked"] = window.screen.roll.substitute.isVisible()
    while window.screen.roll.substitute.isVisible():  # the list of people first, then the bar
        hands.press(ESC)
    hands.press(NUM_LOCK)
    hands.keypad("8+9+10-11/")
    hands.press(CTRL, ENTER)
    facts["signs"] = {row.n: row.sign.value for row in window.view().members}
    if window.screen.pages.currentIndex():
        hands.press(ESC)
    hands.press(F[2])
    hands.press(ENTER)
    facts["status"] = window.view().status.value
    workspace.do(sessions.vote_agenda, room.session_id, at=window.now)
    workspace.do(sessions.start_item, room.item(1), at=window.now)
    workspace.do(sessions.update_decision_text, room.item(1), "1. Приема отчета.", at=window.now)
    window.settle()
    hands.press(CTRL, DIGITS["5"])
    facts["field_of_ctrl_5"] = window.screen.panel.field_name()
    for digit in "1238":
        hands.press(ALT, DIGITS[digit])
    facts["twins"] = window.screen.panel.discussion.entry.text()
    hands.press(ESC)
    hands.press(CTRL, LETTERS["k"])
    facts["palette"] = window.window.window_keys.palette.isVisible()
    hands.press(ESC)
    facts["palette_closed"] = not window.window.window_keys.palette.isVisible()
    hands.press(F[8])
    counts = str(window.view().quorum.present - 2)
    hands.keypad(f"{counts}-1-1\n")
    item = window.view(room.item(1)).current
    decisions = item.decisions if item is not None else ()
    facts["vote"] = [f"{d.vote.counts}" for d in decisions if d.vote is not None]
    facts["present"] = window.view().quorum.present
    hands.press(CTRL, LETTERS["z"])
    item = window.view(room.item(1)).current
    facts["after_undo"] = sum(bool(d.number) for d in item.decisions) if item is not None else -1
    hands.press(CTRL, LETTERS["y"])
    item = window.view(room.item(1)).current
    facts["after_redo"] = sum(bool(d.number) for d in item.decisions) if item is not None else -1
    locked: list[bool] = []
    window.window.lock_requested.connect(lambda: locked.append(True))
    hands.press(CTRL, LETTERS["l"])
    facts["locked"] = bool(locked)
    window.window.open("home")
    app.processEvents()
    hands.press(CTRL, LETTERS["f"])
    focus = QApplication.focusWidget()
    facts["search"] = type(focus).__name__ if focus is not None else ""
    return facts


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(sys.argv[1], Path(sys.argv[2])), ensure_ascii=False) + "\n")
