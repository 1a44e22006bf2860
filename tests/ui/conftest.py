"""Tests of the window: one themed application, a desk on a real store."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.support.room_window import kit, room, running, seen  # noqa: F401 - fixtures
from tests.support.window import NotingShell, end_desk, make_desk

from dcm_desktop.ui import app as program
from dcm_desktop.ui import theme
from dcm_desktop.ui.garbage import GuiGarbage
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.usecases.acting import Workspace


@pytest.fixture(scope="session")
def qapp(tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application as the program makes it: Bulgarian, themed."""
    folder = tmp_path_factory.mktemp("settings")
    app = program.make_application(PreferenceFile(folder / "settings.json"))
    gc.freeze()  # what is imported by now stays: collecting after each test is quick
    GuiGarbage(app)
    return app


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:  # it must be themed first
    """Every test begins with the light look and text at 100 %, and without old widgets."""
    gc.collect()
    if (theme.current().look, theme.current().scale) != ("light", 100):
        theme.set_look("light", 100)


@pytest.fixture
def desk_and_shell(
    workspace: Workspace, tmp_path: Path, qapp: QApplication
) -> Iterator[tuple[Desk, NotingShell]]:
    """A desk on an open district store and the shell that notes what it was asked."""
    desk, shell = make_desk(workspace, tmp_path)
    yield desk, shell
    end_desk(desk, shell)


@pytest.fixture
def desk(desk_and_shell: tuple[Desk, NotingShell]) -> Desk:
    """The desk alone."""
    return desk_and_shell[0]
