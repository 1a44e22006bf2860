"""First run, unlock, recovery: the windows before the program opens, on real encrypted stores."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.stores import MADE_AT, PASSPHRASE, StoreKit
from tests.support.window import click, clipped, nameless, outside, press, tab_stops, type_text

from dcm_desktop.domain.passphrase import ENOUGH_BITS, generate, strength_bits, strength_steps
from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.ui import theme
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.screens.first_run import FirstRun, OptionCard, Started
from dcm_desktop.ui.screens.new_passphrase import word_list
from dcm_desktop.ui.screens.recovery_groups import RecoveryGroups
from dcm_desktop.ui.screens.recovery_sheet import RecoverySheetPanel
from dcm_desktop.ui.screens.unlock import UnlockScreen
from dcm_desktop.ui.start_window import StartWindow
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.usecases.acting import Workspace

WORDS = "липа мост зима кана вятър"


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """A worker that ends with the test."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[StartWindow]:
    """The start window, seen and active."""
    made = StartWindow()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()
    made.deleteLater()


def button(window: StartWindow, name: str) -> Button:
    """A button by its objectName."""
    found = window.findChild(Button, name)
    assert isinstance(found, Button)
    return found


def opened_by(screen: UnlockScreen) -> list[Workspace]:
    """Stores that a screen opens."""
    opened: list[Workspace] = []
    screen.unlocked.connect(opened.append)
    return opened


def test_the_right_passphrase_opens_the_store(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, store_folder: Path
) -> None:
    screen = UnlockScreen(store_folder, "ОКМД – област Кърджали", jobs)
    window.put(screen)
    opened = opened_by(screen)
    assert screen.edit.hasFocus()
    type_text(screen.edit, PASSPHRASE)
    press(screen.edit, Qt.Key.Key_Return)
    assert screen.button.text() == "Отключва се …"
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened[0].info.district == "KRZ"
    assert screen.edit.text() == ""
    opened[0].close(at=MADE_AT, with_backup=False)


def test_a_wrong_passphrase_is_said_under_the_field_and_changes_nothing(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, store_folder: Path
) -> None:
    before = (store_folder / "store.db").read_bytes()
    screen = UnlockScreen(store_folder, "ОКМД – област Кърджали", jobs)
    window.put(screen)
    screen.edit.setText("Pet dumi")
    click(screen.button)
    qtbot.waitUntil(lambda: bool(screen.field.error), timeout=20_000)
    assert "не е вярна" in screen.field.error
    assert "латиница" in screen.field.error
    assert screen.edit.accessibleDescription() == screen.field.error
    assert screen.edit.hasFocus()
    assert (store_folder / "store.db").read_bytes() == before
    assert clipped(window) == []


def test_after_some_wrong_tries_the_window_counts_down(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, store_folder: Path
) -> None:
    screen = UnlockScreen(store_folder, "", jobs)
    window.put(screen)
    for _ in range(3):
        screen.field.set_error("")
        screen.edit.setText("грешна")
        click(screen.button)
        qtbot.waitUntil(lambda: bool(screen.field.error), timeout=20_000)
    screen.field.set_error("")
    screen.edit.setText(PASSPHRASE)
    click(screen.button)
    qtbot.waitUntil(lambda: "чака" in screen.field.error, timeout=20_000)
    assert not screen.button.isEnabled()
    qtbot.waitUntil(screen.button.isEnabled, timeout=10_000)
    assert screen.field.error == ""


def test_a_store_open_elsewhere_is_said_in_a_strip(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, workspace: Workspace
) -> None:
    screen = UnlockScreen(workspace.info.folder, "", jobs)
    window.put(screen)
    screen.edit.setText(PASSPHRASE)
    click(screen.button)
    qtbot.waitUntil(lambda: "вече е отворено" in screen.strip.text, timeout=20_000)


def test_the_recovery_sheet_opens_and_sets_a_new_passphrase(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, store_folder: Path, district_kit: StoreKit
) -> None:
    screen = UnlockScreen(store_folder, "", jobs)
    window.put(screen)
    opened = opened_by(screen)
    click(button(window, "recoveryButton"))
    groups = window.findChild(RecoveryGroups)
    assert isinstance(groups, RecoveryGroups)
    assert groups.edits[0].hasFocus()
    for edit, group in zip(groups.edits, district_kit.recovery_key.split("-"), strict=True):
        assert edit.hasFocus()
        type_text(edit, group.lower())
        assert edit.is_right
    click(button(window, "useWordsButton"))
    click(button(window, "recoverButton"))
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert groups.key.strip("-") == ""
    opened[0].close(at=MADE_AT, with_backup=False)


def test_a_pasted_key_fills_all_groups_and_a_wrong_sign_is_shown(
    qtbot: QtBot, district_kit: StoreKit
) -> None:
    groups = RecoveryGroups()
    qtbot.addWidget(groups)
    groups.show()
    key = district_kit.recovery_key
    type_text(groups.edits[0], "")
    QApplication.clipboard().setText(key)
    groups.edits[0].paste()
    assert groups.key == key
    assert groups.all_right
    wrong = key.replace(key[8], "2" if key[8] != "2" else "3", 1)
    groups.wipe()
    QApplication.clipboard().setText(wrong)
    groups.edits[0].paste()
    first = groups.first_wrong()
    assert first is not None
    assert first.accessibleDescription() == "има грешен знак"
    QApplication.clipboard().clear()


def start_first_run(window: StartWindow, jobs: Jobs, folder: Path) -> FirstRun:
    """The first run at its first step, making its store at `folder`."""
    screen = FirstRun(jobs, folder=folder)
    window.put(screen)
    return screen


def finish(screen: FirstRun) -> list[Started]:
    """What a first run will have made."""
    started: list[Started] = []
    screen.started.connect(started.append)
    return started


def test_first_run_makes_a_store_of_the_chosen_district(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, tmp_path: Path
) -> None:
    screen = start_first_run(window, jobs, tmp_path / "rse.dcm")
    started = finish(screen)
    click(screen.next)
    assert screen.step == 0
    press(window.findChild(OptionCard, "optionDistrict"), Qt.Key.Key_Return)
    assert screen.who.district.hasFocus()
    screen.who.district.set_value("RSE")
    type_text(screen.who.name, "Снежана Радева")
    press(screen.who.name, Qt.Key.Key_Return)
    assert screen.step == 1
    assert screen.passphrase.first.hasFocus()
    type_text(screen.passphrase.first, WORDS)
    press(screen.passphrase.first, Qt.Key.Key_Return)
    type_text(screen.passphrase.second, WORDS)
    press(screen.passphrase.second, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.step == 2, timeout=60_000)
    assert screen.passphrase.value == ""
    assert not screen.next.isEnabled()
    click(button(window, "laterButton"))
    workspace = started[0].workspace
    assert isinstance(workspace, Workspace)
    assert workspace.info.district == "RSE"
    assert workspace.info.level is StoreLevel.DISTRICT
    assert not workspace.info.has_recovery_sheet
    assert started[0].label == "ОКМД – област Русе"
    assert not started[0].has_sheet
    workspace.close(at=MADE_AT, with_backup=False)


def test_the_municipal_mechanism_asks_for_its_municipality(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, tmp_path: Path
) -> None:
    screen = start_first_run(window, jobs, tmp_path / "x.dcm")
    who = screen.who
    assert not who.municipality.isVisible()
    click(window.findChild(OptionCard, "optionMunicipal"))
    assert who.municipality.isVisible()
    who.district.set_value("LOV")
    who.district.chosen.emit("LOV")
    who.name.setText("Яна Петрова")
    click(screen.next)
    assert screen.step == 0
    who.municipality.set_value("LOV34")
    assert who.label == "Общински механизъм – община Троян"
    click(window.findChild(OptionCard, "optionNational"))
    assert not who.district.isVisible()
    assert who.label == "Национален екип"
    assert who.answer.level is StoreLevel.NATIONAL


def test_a_weak_passphrase_is_not_taken(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, tmp_path: Path
) -> None:
    screen = start_first_run(window, jobs, tmp_path / "x.dcm")
    screen.who.district.set_value("RSE")
    screen.who.name.setText("Снежана Радева")
    click(screen.next)
    for editor in (screen.passphrase.first, screen.passphrase.second):
        editor.setText("парола123")
    click(screen.next)
    assert screen.step == 1
    assert screen.passphrase.first.hasFocus()
    assert clipped(window) == []
    assert not (tmp_path / "x.dcm").exists()


def test_a_sheet_counts_when_it_is_kept_and_read_back(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, workspace: Workspace, tmp_path: Path
) -> None:
    panel = RecoverySheetPanel(workspace, jobs)
    qtbot.addWidget(panel)
    panel.show()
    panel._save_to(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    check = panel.findChild(RecoveryGroups)
    assert isinstance(check, RecoveryGroups)
    groups = panel._key.split("-")
    for edit in check.edits:
        other = groups[(edit.place + 1) % 8]
        type_text(edit, other)
    assert not panel.is_finished
    with qtbot.waitSignal(panel.finished):
        for edit in check.edits:
            edit.clear()
            type_text(edit, groups[edit.place])
    panel.forget()
    assert panel._key == ""


@pytest.mark.parametrize("size", [(640, 440), (720, 600), (911, 460)])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_nothing_is_clipped_or_out_of_reach_before_unlocking(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, tmp_path: Path, size: tuple[int, int], look: str
) -> None:
    theme.set_look(look)
    window.resize(*size)
    unlock = UnlockScreen(tmp_path, "ОКМД – област Кърджали", jobs, note="Заключено в 16:44")
    first = FirstRun(jobs)
    for screen in (unlock, first):
        window.put(screen)
        QApplication.processEvents()
        assert clipped(window) == []
        assert outside(window) == []
        assert nameless(window) == []


def test_the_keyboard_alone_reaches_everything_before_unlocking(
    qtbot: QtBot, window: StartWindow, jobs: Jobs, tmp_path: Path
) -> None:
    screen = UnlockScreen(tmp_path, "ОКМД – област Кърджали", jobs)
    window.put(screen)
    stops = tab_stops(window)
    names = {stop.objectName() for stop in stops}
    assert {"passphrase", "unlockButton", "recoveryButton", "otherStoreButton"} <= names


def test_generated_passphrases_are_strong_and_bulgarian() -> None:
    words = word_list()
    assert len(set(words)) == len(words)
    phrase = generate(words, lambda below: below - 1)
    assert len(phrase.split()) == 5
    distinct = " ".join(words[::300][:5])
    assert strength_bits(distinct, words) >= 51
    assert all("а" <= sign <= "я" for word in words for sign in word)


@pytest.mark.parametrize(
    "weak", ["", "парола", "парола123", "Ivan1975", "qwertyuiop", "аааааааааааа", "26.11.1975"]
)
def test_usual_passphrases_are_weak(weak: str) -> None:
    assert strength_bits(weak, word_list()) < 30
    assert strength_steps(strength_bits(weak, word_list())) <= 1


def test_long_own_passphrases_are_enough() -> None:
    for text in ("утре ще вали сняг над планината", "xK9#mQ2$vL8!", WORDS):
        assert strength_bits(text, word_list()) >= ENOUGH_BITS


def test_settings_after_the_first_run_name_no_person(
    qtbot: QtBot, tmp_path: Path, user_home: Path
) -> None:
    for file in user_home.rglob("settings.json"):
        assert "Снежана" not in json.dumps(json.loads(file.read_text(encoding="utf-8")))
