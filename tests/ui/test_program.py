"""The whole of the program around the screens: start, unlock, errors that nobody took, lock."""

import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.stores import PASSPHRASE
from tests.support.window import click, press
from tests.ui.probes import PLACES, Probe

from dcm_desktop.errors import RuleBroken
from dcm_desktop.ui.app import Program
from dcm_desktop.ui.clock import today
from dcm_desktop.ui.main_window import MainWindow
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.restart import LOCKED
from dcm_desktop.ui.screens.first_run import FirstRun
from dcm_desktop.ui.screens.unlock import UnlockScreen
from dcm_desktop.ui.single import SingleInstance
from dcm_desktop.ui.widgets.buttons import Button


class Restarts:
    """Notes restarts instead of starting a process."""

    def __init__(self) -> None:
        self.asked: list[tuple[Path, str]] = []

    def __call__(self, folder: Path, locked: str) -> None:
        """Note."""
        self.asked.append((folder, locked))


@pytest.fixture
def restarts() -> Restarts:
    """Where locks end."""
    return Restarts()


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, restarts: Restarts) -> Iterator[Program]:
    """A program that was not started yet."""
    preferences = PreferenceFile(tmp_path / "settings.json")
    made = Program(qapp, preferences, restart=restarts, places=PLACES)
    yield made
    made.finish()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def unlock(qtbot: QtBot, program: Program, folder: Path) -> MainWindow:
    """Start a program on a store and unlock it."""
    assert program.start(folder)
    screen = program.start_window.screen_shown
    assert isinstance(screen, UnlockScreen)
    screen.edit.setText(PASSPHRASE)
    click(screen.button)
    qtbot.waitUntil(lambda: program.main is not None, timeout=30_000)
    assert program.main is not None
    return program.main


def test_without_a_store_the_first_run_begins(program: Program) -> None:
    assert program.start(None)
    assert isinstance(program.start_window.screen_shown, FirstRun)


def test_unlocking_opens_the_window_and_remembers_the_place_only(
    qtbot: QtBot, program: Program, store_folder: Path
) -> None:
    main = unlock(qtbot, program, store_folder)
    assert main.isVisible()
    assert not program.start_window.isVisible()
    assert program.preferences.value.label == "ОКМД – област Кърджали"
    assert program.preferences.value.store == str(store_folder)
    assert "Проба" not in program.preferences.path.read_text(encoding="utf-8")


def test_the_label_before_unlocking_comes_from_the_settings(
    program: Program, store_folder: Path
) -> None:
    program.preferences.change(store=str(store_folder), label="ОКМД – област Русе")
    assert program.start(None)
    screen = program.start_window.screen_shown
    assert isinstance(screen, UnlockScreen)
    words = {label.text() for label in screen.findChildren(type(screen.field.caption))}
    assert "ОКМД – област Русе" in words


def test_locking_saves_closes_the_store_and_starts_anew(
    qtbot: QtBot, program: Program, store_folder: Path, restarts: Restarts
) -> None:
    main = unlock(qtbot, program, store_folder)
    main.open("cases")
    screen = main.current
    assert isinstance(screen, Probe)
    screen.edit.setText("текст")
    press(main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(restarts.asked))
    folder, locked = restarts.asked[0]
    assert folder == store_folder
    assert locked.endswith(" cases")
    assert screen.saved == ["текст"]
    assert not main.isVisible()
    assert list((store_folder / "backups").glob("*")) != []
    assert not (store_folder / "store.db-wal").exists() or not (
        (store_folder / "store.db-wal").stat().st_size
    )


def test_after_a_lock_one_returns_to_the_same_place(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, store_folder: Path
) -> None:
    os.environ[LOCKED] = "16:44 cases"
    preferences = PreferenceFile(tmp_path / "settings.json")
    program = Program(qapp, preferences, places=PLACES)
    assert LOCKED not in os.environ
    main = unlock(qtbot, program, store_folder)
    assert main.place == "cases"
    program.finish()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_errors_that_nobody_took_reach_the_screen_that_is_seen(
    qtbot: QtBot, program: Program, store_folder: Path
) -> None:
    main = unlock(qtbot, program, store_folder)
    program.raise_error(RuleBroken("store.disk_full"))
    screen = main.current
    assert screen is not None
    assert "Дискът е пълен" in screen.strip.text
    main.busy.begin("Пише се …")
    program.raise_error(KeyError("Илияна Ковачева"))
    qtbot.waitUntil(lambda: "Нещо се обърка" in screen.strip.text)
    assert not main.busy.isVisible()
    copy = next(b for b in screen.strip.findChildren(Button) if b.text() == "Копирай отчета")
    click(copy)
    report = QApplication.clipboard().text()
    assert "KeyError" in report
    assert "Ковачева" not in report
    QApplication.clipboard().clear()


def test_a_postponed_recovery_sheet_is_named_for_two_weeks(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    assert program.start(tmp_path / "new.dcm")
    first = program.start_window.screen_shown
    assert isinstance(first, FirstRun)
    first.who.district.set_value("RSE")
    first.who.name.setText("Снежана Проба")
    click(first.next)
    for editor in (first.passphrase.first, first.passphrase.second):
        editor.setText("липа мост зима кана вятър")
    click(first.next)
    qtbot.waitUntil(lambda: first.step == 2, timeout=60_000)
    click(first.findChild(Button, "laterButton"))
    main = program.main
    assert main is not None
    screen = main.current
    assert screen is not None
    assert "лист за възстановяване" in screen.strip.text
    until = date.fromisoformat(program.preferences.value.reminder_until)
    assert timedelta(days=12) < until - today() <= timedelta(days=14)
    assert "Снежана" not in program.preferences.path.read_text(encoding="utf-8")


def test_a_second_start_on_the_same_store_calls_the_first(
    qtbot: QtBot, program: Program, store_folder: Path
) -> None:
    assert program.start(store_folder)
    second = SingleInstance()
    with qtbot.waitSignal(program._single.called):
        assert not second.claim(store_folder)
