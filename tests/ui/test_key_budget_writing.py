"""T6 of the key budget: a note with a phrase and a name."""

import pytest
from PySide6.QtCore import Qt
from tests.support.room_window import RoomWindow

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.mark.parametrize(("phrase", "name"), [("/пр", "@ив"), ("/pr", "@iw")])
def test_t6_a_note_with_a_phrase_and_a_name_takes_ten_keys(
    running: RoomWindow, phrase: str, name: str
) -> None:
    """T6: `F5` `/пр` `Tab` `@ив` `Tab` `Enter` – 10 keys, in either alphabet."""
    before = running.keys
    running.press(Qt.Key.Key_F5)
    running.write(phrase)
    running.press(Qt.Key.Key_Tab)
    running.write(name)
    running.press(Qt.Key.Key_Tab)
    running.press(Qt.Key.Key_Return)
    assert running.keys - before <= 10
    view = running.view().current
    assert view is not None
    (line,) = view.lines
    assert line.text == "Приема за сведение представената информация. Ивайло Стаматов"
