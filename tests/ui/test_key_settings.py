"""The row „Клавиши“ of the settings: try F12, choose which caps are shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.window import press, show

from dcm_desktop.ui import keys
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.screens.settings.key_test import KeyTest


@pytest.fixture
def row(qtbot: QtBot, desk: Desk) -> Iterator[KeyTest]:
    """The row alone."""
    made = KeyTest(desk.preferences)
    show(qtbot, made)
    yield made
    keys.set_mirrored(False)


def test_f12_that_arrives_is_said(row: KeyTest) -> None:
    """L8: the test asks for F12 and says that it works."""
    row.try_button.click()
    assert row.said.startswith("Натиснете F12")
    press(row.try_button, Qt.Key.Key_F12)
    assert row.said == "F12 пристига: функционалните клавиши работят."


def test_another_key_that_arrives_leads_to_the_mirrors(row: KeyTest) -> None:
    """L8: a media key in the place of F12 is told from it, and the switch is offered."""
    row.try_button.click()
    press(row.try_button, Qt.Key.Key_VolumeUp)
    assert "не F12" in row.said


def test_the_choice_of_caps_is_kept_and_seen_at_once(
    qtbot: QtBot, desk: Desk, row: KeyTest
) -> None:
    """L8: the caps show Ctrl+5 for F5 from now on, also after the next start."""
    row.caps.set_index(1)
    row.caps.chosen.emit(1)
    QApplication.processEvents()
    assert keys.shown_cap("F5") == "Ctrl+5"
    assert PreferenceFile(desk.preferences.path).value.mirror_keys
