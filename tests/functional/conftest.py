"""The window at work: the themed application and a program that was not started yet."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.journey import Journey

from dcm_desktop.ui import app as program
from dcm_desktop.ui.garbage import GuiGarbage
from dcm_desktop.ui.preferences import PreferenceFile

Clock = Callable[[str], None]


@pytest.fixture(scope="session")
def qapp(tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application as the program makes it: Bulgarian, themed."""
    folder = tmp_path_factory.mktemp("settings")
    app = program.make_application(PreferenceFile(folder / "settings.json"))
    GuiGarbage(app)
    return app


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stops the clock of the window at a moment."""

    def stop(moment: str) -> None:
        monkeypatch.setenv("DCM_CLOCK", moment)

    return stop


@pytest.fixture
def journey(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Journey]:
    """A coordinator before a program that was not started yet."""
    made = program.Program(qapp, PreferenceFile(tmp_path / "config" / "settings.json"))
    yield Journey(qtbot, made)
    made.finish()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
