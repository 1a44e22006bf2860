"""The command palette: any command by name, inside the window, also while a session is open."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.support.room_window import CTRL, RoomWindow
from tests.support.window import type_text

from dcm_desktop.ui.commands import Command, find_commands
from dcm_desktop.ui.palette import Palette


def nothing() -> None:
    """Stands for any act."""


def palette_of(running: RoomWindow) -> Palette:
    """The palette of the window, opened by its key."""
    running.press(Qt.Key.Key_K, CTRL)
    palette = running.window.window_keys.palette
    assert palette.isVisible()
    return palette


def test_commands_are_found_by_folded_letters_by_key_and_in_the_wrong_alphabet() -> None:
    """L7: the palette finds what is meant."""
    known = [
        Command("Присъствен списък", nothing, "F3"),
        Command("Случаи", nothing, group="Отиди на"),
        Command("Заключи", nothing, "Ctrl+L"),
    ]
    assert [one.name for one in find_commands("присъст", known)] == ["Присъствен списък"]
    assert [one.name for one in find_commands("ПРИСЪСТ", known)] == ["Присъствен списък"]
    assert [one.name for one in find_commands("slu", known)] == ["Случаи"]
    assert [one.name for one in find_commands("f3", known)] == ["Присъствен списък"]
    assert len(find_commands("", known)) == 3
    assert find_commands("няма такава", known) == ()


def test_the_palette_runs_a_command_of_the_room_by_its_name(running: RoomWindow) -> None:
    """L7: every key of the room is found by name; Enter runs it."""
    palette = palette_of(running)
    named = {one.keys for one in palette.found}
    assert {"F2", "F3", "F5", "F6", "F7", "F8", "Ins", "Ctrl+L"} <= named
    type_text(palette.entry, "поименно")
    assert palette.found[0].keys == "F3" or palette.found[0].keys == "F8"
    palette.entry.clear()
    type_text(palette.entry, "F3")
    running.press(Qt.Key.Key_Return)
    assert palette.isHidden()
    assert running.screen.columns.in_roll


def test_the_palette_goes_to_a_place_of_the_rail(running: RoomWindow) -> None:
    """L7: the rail without a mouse."""
    palette = palette_of(running)
    type_text(palette.entry, "случаи")
    running.press(Qt.Key.Key_Return)
    assert running.window.place == "cases"


def test_esc_closes_and_the_keyboard_goes_back_where_it_was(running: RoomWindow) -> None:
    """L7: looking costs nothing."""
    running.press(Qt.Key.Key_F5)
    before = QApplication.focusWidget()
    palette = palette_of(running)
    assert QApplication.focusWidget() is palette.entry
    running.press(Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert QApplication.focusWidget() is before


def test_the_palette_is_no_dialog(running: RoomWindow) -> None:
    """L7: nothing waits for it; what is clicked elsewhere puts it away."""
    palette = palette_of(running)
    assert QApplication.activeModalWidget() is None
    assert not palette.isWindow()
    running.screen.agenda.list.setFocus()
    assert palette.isHidden()


def test_the_menu_of_the_item_is_in_the_palette(running: RoomWindow) -> None:
    """L7: what stands behind „…“ needs no mouse."""
    palette = palette_of(running)
    groups = {one.group for one in palette.found}
    assert "Тази точка" in groups
    type_text(palette.entry, "следващо заседание")
    running.press(Qt.Key.Key_Return)
    assert running.screen.stage.panel is not None


def test_a_button_without_a_key_is_in_the_palette_too(running: RoomWindow) -> None:
    """L7: convening has no key, and is found by its name all the same."""
    running.window.open("session_prepare", session_id=running.session_id)
    QApplication.processEvents()
    palette = palette_of(running)
    type_text(palette.entry, "свикване")
    running.press(Qt.Key.Key_Return)
    assert running.window.place == "convening"


def test_what_to_look_at_before_the_start_is_in_the_palette(running: RoomWindow) -> None:
    """L7: the screen before the start, from the room."""
    palette = palette_of(running)
    type_text(palette.entry, "преди начало")
    running.press(Qt.Key.Key_Return)
    assert running.window.place == "going_live"


def test_a_name_that_no_command_has_is_said(running: RoomWindow) -> None:
    """L7: an empty list says why it is empty."""
    palette = palette_of(running)
    type_text(palette.entry, "абракадабра")
    assert palette.found == ()
    running.press(Qt.Key.Key_Return)
    assert palette.isVisible()
