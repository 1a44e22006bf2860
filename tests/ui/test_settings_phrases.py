"""The page „Фрази“ of the settings, on a real store."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.support.builders import PREPARED_AT
from tests.support.people import make_mechanism
from tests.support.seen import button_of, error_of, settled, show_screen
from tests.support.window import NotingShell, clipped, nameless, outside, press

from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.screens.settings.phrases_page import PhrasesPage
from dcm_desktop.ui.screens.settings.settings import SettingsScreen
from dcm_desktop.usecases.sessions.phrases import PhraseRow, list_phrases
from dcm_desktop.usecases.sessions.speeches import get_speech_time

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def mechanism_id(desk: Desk) -> str:
    return make_mechanism(desk.workspace)


@pytest.fixture
def screen(
    qtbot: QtBot,
    desk_and_shell: tuple[Desk, NotingShell],
    mechanism_id: str,
    monkeypatch: pytest.MonkeyPatch,
) -> SettingsScreen:
    """The settings at the phrases."""
    desk, shell = desk_and_shell
    made = SettingsScreen(desk)
    show_screen(qtbot, shell, made, monkeypatch)
    settled(made)
    made.opened(part="phrases")
    return made


def page(screen: SettingsScreen) -> PhrasesPage:
    assert screen.phrases is not None
    return screen.phrases


def stored(desk: Desk, mechanism_id: str) -> dict[str, PhraseRow]:
    return {row.key: row for row in desk.workspace.ask(list_phrases, mechanism_id)}


def test_a_phrase_is_added_with_its_kinds_and_a_preview(
    screen: SettingsScreen, desk: Desk, mechanism_id: str
) -> None:
    """G6: own phrases per district; preview of the placeholder result."""
    shown = page(screen)
    shown.key.setText("мост")
    shown.text.setPlainText("По проект „Мост“ присъстват {присъстват}.")
    assert shown.example == "Например: По проект „Мост“ присъстват 12."
    shown._kinds[AgendaItemKind.CASE].click()
    shown.text.setFocus()
    press(shown.text, Qt.Key.Key_Return, CTRL)
    row = stored(desk, mechanism_id)["мост"]
    assert (row.kinds, row.own) == ((AgendaItemKind.CASE,), True)


def test_a_phrase_is_changed_removed_and_brought_back(
    screen: SettingsScreen, desk: Desk, mechanism_id: str
) -> None:
    """G6: edit and delete, with undo."""
    page(screen).edit("приема")
    page(screen).text.setPlainText("Одобрява.")
    button_of(screen, "savePhraseButton").click()
    assert stored(desk, mechanism_id)["приема"].text == "Одобрява."
    settled(screen)
    page(screen).edit("кворум")
    page(screen).remove_button.click()
    assert "кворум" not in stored(desk, mechanism_id)
    desk.workspace.undo(at=PREPARED_AT)
    assert "кворум" in stored(desk, mechanism_id)


def test_what_nothing_fills_is_refused_beside_the_field(screen: SettingsScreen) -> None:
    """G6: a placeholder that nothing fills is refused."""
    shown = page(screen)
    shown.key.setText("дете")
    shown.text.setPlainText("Детето {име}.")
    button_of(screen, "savePhraseButton").click()
    assert "{име}" in error_of(screen, "phrase_text")


def test_the_time_of_a_speaker_is_set(
    screen: SettingsScreen, desk: Desk, mechanism_id: str
) -> None:
    """E2: how long one may speak is a setting."""
    page(screen).speech_time.setText("2:30")
    button_of(screen, "saveSpeechTime").click()
    assert desk.workspace.ask(get_speech_time, mechanism_id) == 150


@pytest.mark.parametrize("size", [(1366, 690), (911, 512)])
def test_nothing_is_cut_off(
    screen: SettingsScreen, desk_and_shell: tuple[Desk, NotingShell], size: tuple[int, int]
) -> None:
    _desk, shell = desk_and_shell
    shell.resize(*size)
    settled(screen)
    assert not clipped(shell)
    assert not outside(shell)
    assert not nameless(shell)
