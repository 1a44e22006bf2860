"""The settings on a real store: look, locking, store, mechanism, versions of the rules."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.people import make_mechanism
from tests.support.seen import button_of, error_of, settled, show_screen
from tests.support.window import (
    SIZES,
    NotingShell,
    clipped,
    nameless,
    outside,
    press,
    type_text,
)

from dcm_desktop.ui import theme
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.screens.settings.settings import (
    LOOK,
    MECHANISM,
    RULES,
    STORE,
    SettingsScreen,
)
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import field_of
from dcm_desktop.usecases import office

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(
    qtbot: QtBot, desk_and_shell: tuple[Desk, NotingShell], monkeypatch: pytest.MonkeyPatch
) -> SettingsScreen:
    """The settings, seen."""
    desk, shell = desk_and_shell
    made = SettingsScreen(desk)
    show_screen(qtbot, shell, made, monkeypatch)
    made.opened()
    return made


def go(screen: SettingsScreen, part: int) -> None:
    """Show a part."""
    settled(screen)
    screen.tabs.set_index(part)
    screen._tab_chosen(part)


def test_the_dark_theme_is_taken_at_once_and_remembered(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk
) -> None:
    screen.look.look._group.button(2).click()
    qtbot.waitUntil(lambda: theme.current().look == "dark")
    assert PreferenceFile(desk.preferences.path).value.theme == "dark"


def test_a_bigger_text_is_taken_at_once_and_remembered(
    qtbot: QtBot, screen: SettingsScreen, desk: Desk
) -> None:
    screen.look.scale._group.button(theme.SCALES.index(125)).click()
    qtbot.waitUntil(lambda: theme.current().scale == 125)
    assert PreferenceFile(desk.preferences.path).value.scale == 125


def test_idle_minutes_are_kept_between_3_and_60(screen: SettingsScreen, desk: Desk) -> None:
    told: list[int] = []
    desk.preferences.listeners.append(lambda value: told.append(value.idle_minutes))
    idle = screen.look.idle
    for text, expected in (("2", 10), ("61", 10), ("25", 25)):
        idle.setFocus()
        idle.clear()
        type_text(idle, text)
        screen.look.look.setFocus()
        press(idle, Qt.Key.Key_Return)
        assert desk.preferences.value.idle_minutes == expected, text
    assert told == [25]


def test_a_backup_is_made_and_said(
    qtbot: QtBot, screen: SettingsScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    desk, shell = desk_and_shell
    make_mechanism(desk.workspace)
    go(screen, STORE)
    button_of(screen, "backupButton").click()
    qtbot.waitUntil(lambda: bool(shell.said))
    assert shell.said == ["Резервното копие е направено и проверено"]
    assert "пазят се 1" in screen.store._backup.text()


def test_the_own_name_is_saved(screen: SettingsScreen, desk: Desk) -> None:
    go(screen, STORE)
    screen.store.name.setText("Ивана Новак")
    button_of(screen, "saveNameButton").click()
    assert [user.name for user in desk.workspace.ask(office.list_users)] == ["Ивана Новак"]


def test_without_a_mechanism_its_pages_lead_to_the_members(
    screen: SettingsScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    go(screen, MECHANISM)
    page = screen._pages.currentWidget()
    assert page is not None
    shown = page.findChildren(Button)
    shown[0].click()
    assert desk_and_shell[1].opened == [("members", {})]


def test_the_mechanism_is_corrected_and_a_future_foundation_refused(
    screen: SettingsScreen, desk: Desk
) -> None:
    mechanism_id = make_mechanism(desk.workspace)
    go(screen, MECHANISM)
    founded, seat = field_of(screen, "founded_on"), field_of(screen, "seat_address")
    assert founded is not None
    assert seat is not None
    founded.control.setText("01.01.2090")  # type: ignore[attr-defined]  # - a line of the kit
    press(seat.control, Qt.Key.Key_Return, CTRL)
    assert error_of(screen, "founded_on") == "Датата на учредяване не може да бъде в бъдещето."
    founded.control.setText("15.01.2026")  # type: ignore[attr-defined]  # - a line of the kit
    type_text(seat.control, "гр. Кърджали")
    press(seat.control, Qt.Key.Key_Return, CTRL)
    view = desk.workspace.ask(office.get_mechanism, mechanism_id)
    assert view.data.seat_address == "гр. Кърджали"


def test_a_new_version_of_the_rules_starts_from_the_one_before(
    screen: SettingsScreen, desk: Desk
) -> None:
    mechanism_id = make_mechanism(desk.workspace)
    go(screen, RULES)
    button_of(screen, "newVersionButton").click()
    assert screen.rules is not None
    notice = field_of(screen.rules.fields, "notice_workdays")
    assert notice is not None
    notice.control.setText("5")  # type: ignore[attr-defined]  # - a line of the kit
    type_text(screen.rules.fields.source_edit, "Правилник, чл. 12")
    button_of(screen, "saveRulesButton").click()
    rows = desk.workspace.ask(office.list_rules, mechanism_id)
    assert [(row.version, row.rules.notice_workdays) for row in rows] == [(2, 5), (1, 7)]
    assert rows[0].source == "Правилник, чл. 12"
    assert rows[1].adopted_on == date(2026, 1, 15)


def test_the_pages_fit_every_window(
    screen: SettingsScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    desk, shell = desk_and_shell
    make_mechanism(desk.workspace)
    for part in (LOOK, STORE, MECHANISM, RULES):
        go(screen, part)
        for size in SIZES:
            shell.resize(*size)
            QApplication.processEvents()
            assert not clipped(shell), (part, size)
            assert not outside(shell), (part, size)
        assert not nameless(shell)
