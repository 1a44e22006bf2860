"""A practice session in the window: a band over it, no way out for papers, and back again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.builders import make_mechanism_of_15, make_session
from tests.support.stores import MADE_AT, StoreKit
from tests.ui.test_program import Restarts

from dcm_desktop.ui.app import Program
from dcm_desktop.ui.main_window import MainWindow
from dcm_desktop.ui.places import PLACES
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.rehearsal_banner import RehearsalBanner
from dcm_desktop.ui.rehearsing import Rehearsing
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.usecases.sessions.lists import list_sessions
from dcm_desktop.usecases.workspace import counts


@pytest.fixture
def main(
    qapp: QApplication, qtbot: QtBot, district_kit: StoreKit, tmp_path: Path
) -> Iterator[tuple[Program, MainWindow, str]]:
    """The window of a store with one convened session."""
    workspace = district_kit.open(tmp_path / "x.dcm", at=MADE_AT)
    room = make_session(workspace, make_mechanism_of_15(workspace))
    made = Program(
        qapp, PreferenceFile(tmp_path / "settings.json"), restart=Restarts(), places=PLACES
    )
    made._open_main(workspace)
    assert made.main is not None
    yield made, made.main, room.session_id
    made.finish()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def practice(program: Program, main: MainWindow, session_id: str, qtbot: QtBot) -> MainWindow:
    """Begin one and wait for its window."""
    main.open("rehearsal", session_id=session_id)
    qtbot.waitUntil(lambda: program._front is not main, timeout=20_000)
    assert program._front is not None
    return program._front


def test_the_rehearsal_says_what_it_is_and_opens_the_room_in_a_copy(
    main: tuple[Program, MainWindow, str], qtbot: QtBot
) -> None:
    """L11: its own window on a copy; the band is over every screen."""
    program, real, session_id = main
    window = practice(program, real, session_id, qtbot)
    assert isinstance(window.current, RoomScreen)
    assert not real.isVisible()
    (band,) = window.findChildren(RehearsalBanner)
    assert band.isVisible()
    assert not real.findChildren(RehearsalBanner)


def test_no_paper_and_no_file_leaves_a_rehearsal(
    main: tuple[Program, MainWindow, str], qtbot: QtBot
) -> None:
    program, real, session_id = main
    window = practice(program, real, session_id, qtbot)
    for place in ("session_view", "documents", "exchange", "convening"):
        window.open(place, session_id=session_id)
        assert isinstance(window.current, RoomScreen), place


def test_after_the_end_the_real_window_is_back_and_nothing_was_kept(
    main: tuple[Program, MainWindow, str], qtbot: QtBot
) -> None:
    program, real, session_id = main
    before = real.desk.workspace.ask(counts)
    window = practice(program, real, session_id, qtbot)
    folder = window.desk.workspace.info.folder
    window.close()
    assert real.isVisible()
    assert not folder.exists()
    assert real.desk.workspace.ask(counts) == before
    (row,) = real.desk.workspace.ask(list_sessions)
    assert row.status.value == "convened"
    assert isinstance(program._rehearsing, Rehearsing)
    assert program._rehearsing.window is None
