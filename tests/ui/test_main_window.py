"""The frame around the screens: rail, keys, toasts with undo, stale screens, sizes, errors."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.window import (
    SIZES,
    click,
    clipped,
    nameless,
    outside,
    press,
    stray_windows,
    tab_stops,
    type_text,
)
from tests.ui.probes import PLACES, Probe

from dcm_desktop.domain.terms import Change, ChangeKind, Changes
from dcm_desktop.errors import RuleBroken
from dcm_desktop.ui import crash, restart, theme
from dcm_desktop.ui.bus import Bus
from dcm_desktop.ui.idle import IdleLock
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.main_window import MainWindow
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.widgets.fields import Field
from dcm_desktop.ui.widgets.key_sheet import KeySheet
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.usecases.acting import Workspace


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[MainWindow]:
    """The main window on probes, seen and active."""
    jobs, bus = Jobs(), Bus()
    workspace.listeners.append(bus.announce)
    preferences = PreferenceFile(tmp_path / "settings.json")
    made = MainWindow(workspace, bus, jobs, preferences, places=PLACES)
    made.resize(1366, 690)
    made.start()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    jobs.close()
    made.hide()
    made.deleteLater()


def probe(window: MainWindow) -> Probe:
    """The probe that is seen."""
    screen = window.current
    assert isinstance(screen, Probe)
    return screen


def touched(kind: str) -> Changes:
    """An announcement about one record of a kind."""
    return Changes("act", (Change(kind, "1", ChangeKind.UPDATED),))


def rename(_db: object, *, at: datetime) -> None:
    """A use case that changes nothing."""


def test_the_rail_has_the_places_of_the_level_and_the_lock(window: MainWindow) -> None:
    assert list(window.rail.buttons) == ["home", "sessions", "cases", "settings", "lock"]
    words = [button.text() for button in window.rail.buttons.values()]
    assert words == ["Начало", "Заседания", "Случаи", "Настройки", "Заключи"]


def test_a_record_lights_the_place_it_belongs_to(window: MainWindow) -> None:
    window.open("case_file", case_id="7")
    assert probe(window).arguments == {"case_id": "7"}
    assert window.rail.buttons["cases"].isChecked()
    window.back()
    assert window.place == "home"
    assert window.rail.buttons["home"].isChecked()


def test_places_are_walked_by_key(qtbot: QtBot, window: MainWindow) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    press(window, Qt.Key.Key_Tab, control)
    assert window.place == "sessions"
    press(window, Qt.Key.Key_Backtab, control | Qt.KeyboardModifier.ShiftModifier)
    assert window.place == "home"
    window.rail.buttons["home"].setFocus()
    press(window.rail.buttons["home"], Qt.Key.Key_Down)
    assert window.rail.buttons["sessions"].hasFocus()
    press(window.rail.buttons["sessions"], Qt.Key.Key_Return)
    assert window.place == "sessions"


def test_a_screen_is_built_once_and_refreshed_when_stale_and_seen(
    qtbot: QtBot, window: MainWindow
) -> None:
    home = probe(window)
    assert home.refreshed == 1
    window.desk.bus.announce(touched("session"))
    QApplication.processEvents()
    assert home.refreshed == 1
    window.desk.bus.announce(touched("case"))
    window.desk.bus.announce(touched("case"))
    qtbot.waitUntil(lambda: home.refreshed == 2)
    window.open("cases")
    window.desk.bus.announce(touched("case"))
    QApplication.processEvents()
    assert home.refreshed == 2
    window.open("home")
    assert probe(window) is home
    assert home.refreshed == 3


def test_an_error_goes_under_its_field_or_into_the_strip(window: MainWindow) -> None:
    screen = probe(window)
    window.take_error(RuleBroken("passphrase.empty", field="caseTitle"))
    field = screen.findChild(Field)
    assert isinstance(field, Field)
    assert field.error == "Въведете парола."
    assert screen.edit.hasFocus()
    window.take_error(RuleBroken("store.disk_full"))
    assert "Дискът е пълен" in screen.strip.text


def test_typed_text_is_saved_before_leaving_and_locking(qtbot: QtBot, window: MainWindow) -> None:
    home = probe(window)
    type_text(home.edit, "текст")
    window.open("cases")
    assert home.saved == ["текст"]
    here = probe(window)
    type_text(here.edit, "още")
    with qtbot.waitSignal(window.lock_requested):
        press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert here.saved == ["още"]


def test_undo_says_when_there_is_nothing_to_undo(window: MainWindow) -> None:
    window.rail.buttons["home"].setFocus()
    press(window.rail.buttons["home"], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.toast.text == "Няма какво да се отмени."


def test_undo_in_a_text_field_is_the_fields_own(window: MainWindow) -> None:
    screen = probe(window)
    screen.edit.setFocus()
    type_text(screen.edit, "текст")
    press(screen.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.edit.text() == ""
    assert window.toast.text == ""


def test_the_key_sheet_names_the_keys_of_the_place(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert isinstance(sheet, KeySheet)
    assert sheet.isVisible()
    words = {label.text() for label in sheet.findChildren(Label)}
    assert {"нов случай", "заключване"} <= words
    press(sheet, Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_the_keys_of_a_screen_work_when_one_came_by_the_rail(window: MainWindow) -> None:
    button = window.rail.buttons["cases"]
    button.setFocus()
    click(button)
    focus = window.focusWidget()
    assert focus is not None
    press(focus, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert probe(window).pressed == ["new"]


def test_a_key_of_a_screen_works_only_there(qtbot: QtBot, window: MainWindow) -> None:
    home = probe(window)
    home.edit.setFocus()
    press(home.edit, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert home.pressed == ["new"]
    window.open("cases")
    probe(window).edit.setFocus()
    press(probe(window).edit, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert home.pressed == ["new"]
    assert probe(window).pressed == ["new"]


def test_the_status_line_says_its_three_truths(window: MainWindow) -> None:
    assert window.status.kept.text == "Шифровано на този компютър"
    assert window.status.hall.text == "Няма екран за зала"
    window.set_unsaved(True)
    assert window.status.saved.text == "Записва се …"
    window.desk.bus.announce(touched("case"))
    assert window.status.saved.text.startswith("Записано ")
    window.set_hall("В залата: неутрална карта")
    assert window.status.hall.text == "В залата: неутрална карта"


def test_the_title_of_the_window_is_the_programs_name_only(window: MainWindow) -> None:
    window.open("case_file", case_id="KRZ-2026-017")
    assert "KRZ" not in window.windowTitle()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_frame_fits_every_size(
    qtbot: QtBot, window: MainWindow, size: tuple[int, int], look: str
) -> None:
    theme.set_look(look)
    window.resize(*size)
    window.say("Решение № 4-2 е прието", undo=True)
    probe(window).strip.say("Екранът за зала е изключен.", "warn")
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    assert clipped(window) == []
    assert outside(window) == []
    assert nameless(window) == []
    room = probe(window).room
    assert room is not None
    assert room.narrow is (size[0] < 1060)
    assert window.rail.width() == (56 if size[0] < 1060 or size[1] < 640 else 92)
    strip, toast = probe(window).strip, window.toast
    assert not strip.geometry().intersects(toast.geometry().translated(-window.rail.width(), 0))


def test_text_at_150_percent_still_fits(qtbot: QtBot, window: MainWindow) -> None:
    theme.set_look("light", 150)
    window.resize(1366, 768)
    QApplication.processEvents()
    assert clipped(window) == []
    assert outside(window) == []


def test_tab_visits_rail_and_screen(window: MainWindow) -> None:
    window.rail.buttons["home"].setFocus()
    stops = tab_stops(window)
    screen = probe(window)
    assert screen.edit in stops
    assert window.rail.buttons["lock"] in stops
    assert sum(window.rail.isAncestorOf(stop) for stop in stops) == 2


def test_no_screen_flashes_up_as_a_window(window: MainWindow) -> None:
    assert stray_windows(lambda: Probe(window.desk, "проба")) == []


def test_nothing_typed_for_a_while_locks_and_an_open_session_does_not(
    qtbot: QtBot, window: MainWindow
) -> None:
    idle = IdleLock(3)
    idle._last -= 181
    with qtbot.waitSignal(idle.lock_due):
        idle.check()
    idle.set_session_open(True)
    idle._last -= 3_600
    with qtbot.assertNotEmitted(idle.lock_due):
        idle.check()
    idle._clocks -= 60
    with qtbot.waitSignal(idle.lock_due):
        idle.check()
    with qtbot.waitSignal(idle.lock_due):
        idle.system_locked(True)


def test_a_key_counts_as_somebody_being_there(qtbot: QtBot, window: MainWindow) -> None:
    idle = IdleLock(3)
    idle._last -= 181
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F1)
    with qtbot.assertNotEmitted(idle.lock_due):
        idle.check()


def test_a_crash_report_names_places_and_no_values() -> None:
    secret = "Илияна Ковачева 7501010010"
    try:
        try:
            raise KeyError(secret)
        except KeyError as error:
            raise RuntimeError(secret) from error
    except RuntimeError as error:
        text = crash.report(error)
    assert "RuntimeError" in text
    assert "KeyError" in text
    assert "test_main_window.py" in text
    assert "Ковачева" not in text
    assert str(Path.home()) not in text


def test_a_bug_is_said_once_in_five_seconds() -> None:
    quiet = crash.Quiet()
    assert [quiet.may_speak() for _ in range(5)] == [True, False, False, False, False]
    assert quiet.times == 5


def test_the_program_is_started_again_by_the_same_interpreter() -> None:
    assert restart.restart_command() == [sys.executable, "-m", "dcm_desktop"]
