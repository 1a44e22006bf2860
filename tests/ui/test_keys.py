"""Keys by their place: the pure table, and key events that carry scan codes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.support.window import show

from dcm_desktop.ui import keys
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.labels import KeyCap

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
X11 = 8
BDS = dict(zip("QWERTYUIOPASDFGHJKLZXCVBNM", ",УЕИШЩКСДЗЬЯАОЖГТНВЮЙЪЭФХП", strict=True))
PHONETIC = dict(zip("QWERTYUIOPASDFGHJKLZXCVBNM", "ЯВЕРТЪУИОПАСДФГХЙКЛЗЬЦЖБНМ", strict=True))


def code_of(sign: str) -> int:
    """Scan code of a key of a US keyboard."""
    return next(code for code, known in keys.PLACES.items() if known == sign)


def strike(
    widget: QWidget, key: int, native: int, held: Qt.KeyboardModifier, text: str = ""
) -> None:
    """A key event as X11 reports it."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, native, 0, 0, text)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("layout", [BDS, PHONETIC], ids=["bds", "phonetic"])
@pytest.mark.parametrize("letter", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
def test_every_letter_key_means_its_place_under_a_bulgarian_layout(
    layout: dict[str, str], letter: str
) -> None:
    """L8: Ctrl and a key whose letter is Cyrillic is the key a US keyboard has there."""
    key = ord(layout[letter])
    for platform, offset in (("linux", X11), ("win32", 0)):
        assert keys.place_key(key, code_of(letter) + offset, platform) == ord(letter)


def test_a_letter_of_another_latin_layout_stays_where_it_is_written() -> None:
    """L8: a Dvorak typist finds Z where Z is written."""
    assert keys.place_key(ord("Z"), code_of("/") + X11, "linux") == ord("Z")


def test_digits_count_by_their_place() -> None:
    """L8: the row of digits works where the layout puts signs on it."""
    assert keys.place_key(ord("&"), code_of("1") + X11, "linux") == ord("1")
    assert keys.place_key(0x2013, code_of("9") + X11, "linux") == ord("9")


def test_keys_without_a_letter_and_unknown_codes_are_left_alone() -> None:
    """L8: function keys, arrows and keys the table does not know pass as they are."""
    assert keys.place_key(Qt.Key.Key_F5, 71, "linux") == Qt.Key.Key_F5
    assert keys.place_key(0x0425, 0, "linux") == 0x0425
    assert keys.place_key(0x0425, 0x11C, "win32") == 0x0425


def test_function_keys_have_mirrors_for_keyboards_that_send_media_keys() -> None:
    """L8: Ctrl+1…Ctrl+9 mirror F1…F9, Ctrl+0 and Pause mirror F12."""
    assert keys.mirrors("F1") == ("Ctrl+1",)
    assert keys.mirrors("Shift+F9") == ("Ctrl+Shift+9",)
    assert keys.mirrors("F12") == ("Ctrl+0", "Pause")
    assert keys.mirrors("Shift+F12") == ("Ctrl+Shift+0", "Shift+Pause")
    assert keys.mirrors("F10") == keys.mirrors("Ctrl+F9") == keys.mirrors("Ins") == ()


@pytest.fixture
def mirrored() -> Iterator[None]:
    """Caps show the mirrors."""
    keys.set_mirrored(True)
    yield
    keys.set_mirrored(False)


def test_caps_show_the_mirrors_where_the_user_chose_them(
    qtbot: QtBot, qapp: QApplication, mirrored: None
) -> None:
    """L8: the switch of the settings changes every cap, and only caps that have a mirror."""
    assert keys.shown_cap("F5") == "Ctrl+5"
    assert keys.shown_cap("Ctrl+K") == "Ctrl+K"
    wide = KeyCap("F5").sizeHint().width()
    keys.set_mirrored(False)
    assert KeyCap("F5").sizeHint().width() < wide


def test_a_shortcut_fires_by_its_place_and_only_once(qtbot: QtBot) -> None:
    """L8: Ctrl and the key where N is, though the layout has „х“ there."""
    edit, fired = LineEdit(), list[str]()
    window = show(qtbot, edit)
    keys.bind(window, "Ctrl+N", lambda: fired.append("new"))
    edit.setFocus()
    strike(edit, ord("Х"), code_of("N") + X11, CTRL, "х")
    assert fired == ["new"]
    assert edit.text() == ""


def test_the_innermost_shortcut_wins(qtbot: QtBot) -> None:
    """L8: a key that two parts know belongs to the one with the keyboard."""
    edit, fired = LineEdit(), list[str]()
    window = show(qtbot, edit)
    keys.bind(window, "Ctrl+N", lambda: fired.append("window"))
    keys.bind(edit, "Ctrl+N", lambda: fired.append("field"))
    edit.setFocus()
    strike(edit, ord("Н"), code_of("N") + X11, CTRL)
    assert fired == ["field"]


def test_a_disabled_shortcut_stays_silent(qtbot: QtBot) -> None:
    """L8: what is out of use is out of use under every layout."""
    edit, fired = LineEdit(), list[str]()
    window = show(qtbot, edit)
    keys.bind(window, "Ctrl+N", lambda: fired.append("new")).setEnabled(False)
    edit.setFocus()
    strike(edit, ord("Н"), code_of("N") + X11, CTRL)
    assert fired == []


def test_a_text_field_gets_its_own_keys_first(qtbot: QtBot) -> None:
    """L8: undo, copy and select all of a field work under Cyrillic too."""
    edit, fired = LineEdit(), list[str]()
    window = show(qtbot, edit)
    keys.bind(window, "Ctrl+Z", lambda: fired.append("undo"))
    edit.setFocus()
    edit.insert("текст")
    strike(edit, ord("Ю"), code_of("Z") + X11, CTRL)
    assert edit.text() == ""
    assert fired == []
    edit.insert("друг")
    strike(edit, ord("Ь"), code_of("A") + X11, CTRL)
    assert edit.selectedText() == "друг"
    strike(edit, ord("Ъ"), code_of("C") + X11, CTRL)
    assert QApplication.clipboard().text() == "друг"


def test_twins_type_the_signs_a_layout_lacks(qtbot: QtBot) -> None:
    """L8: Alt+1, 2, 3 and 8 type / @ ! and * in any field, by the place of the digits."""
    edit = QLineEdit()
    show(qtbot, edit)
    edit.setFocus()
    for digit in keys.INSERT_TWINS:
        strike(edit, ord(digit), code_of(digit) + X11, ALT, digit)
    assert edit.text() == "/@!*"


def test_what_is_typed_without_ctrl_and_alt_is_never_translated(qtbot: QtBot) -> None:
    """L8: no bare letter is a command; text is what the layout writes."""
    edit, fired = LineEdit(), list[str]()
    window = show(qtbot, edit)
    keys.bind(window, "Ctrl+N", lambda: fired.append("new"))
    edit.setFocus()
    strike(edit, ord("Х"), code_of("N") + X11, Qt.KeyboardModifier.NoModifier, "х")
    strike(edit, ord("Х"), code_of("N") + X11, SHIFT, "Х")
    strike(edit, 0x20AC, code_of("E") + X11, CTRL | ALT, "€")
    assert edit.text().startswith("хХ")
    assert fired == []
