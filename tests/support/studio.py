"""Draws one window at several sizes, light and dark, once everything it waits for has arrived."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.bus import Bus
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.main_window import MainWindow
from dcm_desktop.ui.places import PLACES
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.workspace import open_store

T = TypeVar("T", bound=QWidget)
LOOKS = ("light", "dark")
_PASSES = 6
"""Rounds of events after the worker is idle: layouts, then timers of 0 ms, then what they ask."""


@dataclass(frozen=True, slots=True)
class Size:
    """A size on the screen. `scale`: device pixels per logical pixel, in percent."""

    width: int
    height: int
    scale: int = 100

    @property
    def name(self) -> str:
        """As it stands in the names of the pictures, in device pixels."""
        whole = f"{self.width * self.scale // 100}x{self.height * self.scale // 100}"
        return whole if self.scale == 100 else f"{self.scale}pct"


SIZES = (Size(1366, 690), Size(1366, 768), Size(1920, 1080), Size(911, 512, 150))


def settle(jobs: Jobs) -> None:
    """Let the worker answer and every layout and timer that waits have its turn."""
    while jobs.waiting:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    for _ in range(_PASSES):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


class Studio:
    """Writes `NAME-SIZE-LOOK.png` into a folder; only sizes of the scale of this process."""

    def __init__(self, out: Path, jobs: Jobs, scale: int, words: Sequence[str] = ()) -> None:
        self.out, self.jobs, self.words = out, jobs, words
        self.sizes = [size for size in SIZES if size.scale == scale]
        self.written: list[Path] = []

    def draw(self, window: QWidget, name: str) -> None:
        """Draw a window in every size and look, if it is asked for."""
        if self.words and not any(word in name for word in self.words):
            return
        jobs = window.desk.jobs if isinstance(window, MainWindow) else self.jobs
        for look in LOOKS:
            theme.set_look(look)
            for size in self.sizes:
                window.resize(size.width, size.height)
                settle(jobs)
                for editor in window.findChildren(QPlainTextEdit):
                    editor.setCursorWidth(0)
                file = self.out / f"{name}-{size.name}-{look}.png"
                window.grab().save(str(file))
                self.written.append(file)


@dataclass(slots=True)
class Shown:
    """A main window on an open store."""

    window: MainWindow
    workspace: Workspace
    jobs: Jobs

    def has(self, place: str) -> bool:
        """Whether there is such a place on this copy."""
        levels = (str(self.workspace.info.level), "both")
        return any(one.key == place and one.level in levels and one.exists for one in PLACES)

    def go(self, place: str, **arguments: str) -> None:
        """Open a place and wait for it."""
        self.window.toast.hide()
        self.window.open(place, **arguments)
        settle(self.jobs)

    def screen(self, kind: type[T]) -> T:
        """The screen that is seen."""
        screen = self.window.current
        assert isinstance(screen, kind), screen
        return screen

    def find(self, kind: type[T], name: str) -> T:
        """A widget of the screen by its objectName."""
        screen = self.window.current
        assert screen is not None
        found = screen.findChild(kind, name)
        assert isinstance(found, kind), name
        return found


@contextmanager
def main_window(workspace: Workspace, folder: Path) -> Iterator[Shown]:
    """The real main window on an open store, shown; gone afterwards."""
    jobs, bus = Jobs(), Bus()
    workspace.listeners.append(bus.announce)
    window = MainWindow(workspace, bus, jobs, PreferenceFile(folder / "settings.json"))
    window.resize(1366, 768)
    window.start()
    window.show()
    window.activateWindow()
    settle(jobs)
    try:
        yield Shown(window, workspace, jobs)
    finally:
        window.hide()
        workspace.listeners.remove(bus.announce)
        jobs.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@contextmanager
def opened_copy(store: Path, to: Path, passphrase: str, *, at: datetime) -> Iterator[Workspace]:
    """A copy of a closed store, open."""
    shutil.copytree(store, to)
    workspace = open_store(to, passphrase, at=at)
    try:
        yield workspace
    finally:
        workspace.close(at=at, with_backup=False)


def stop_clock(moment: datetime) -> None:
    """The window believes it is this moment, until the next call."""
    os.environ["DCM_CLOCK"] = moment.astimezone(UTC).isoformat()
