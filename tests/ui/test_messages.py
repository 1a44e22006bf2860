"""Messages, overlays, drafts, labels: what is said and what is kept while typing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.support.window import click, clipped, press, show, stray_windows, type_text

from dcm_desktop.ui.widgets.boxes import Card, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.drafts import DraftField
from dcm_desktop.ui.widgets.fields import Field, LineEdit, PassphraseEdit, SearchEdit, TextEdit
from dcm_desktop.ui.widgets.labels import ElideLabel, KeyCap, Label, NumberLink, Pill
from dcm_desktop.ui.widgets.messages import Act, BusyOverlay, EmptyState, MessageStrip, Toast


def test_a_strip_asks_with_verbs_and_goes_when_answered(qtbot: QtBot) -> None:
    strip, answers = MessageStrip(), []
    window = show(qtbot, strip)
    strip.ask(
        "Закриване на заседанието?",
        [
            Act("Остани", lambda: answers.append("stay")),
            Act("Закрий", lambda: answers.append("go")),
        ],
    )
    buttons = [b for b in strip.findChildren(Button) if b.text()]
    assert [b.text() for b in buttons] == ["Остани", "Закрий"]
    assert buttons[0].hasFocus()
    click(buttons[1])
    assert answers == ["go"]
    assert strip.isHidden()
    assert clipped(window) == []


def test_an_answered_question_gives_the_keyboard_back(qtbot: QtBot) -> None:
    before, edit, strip = Button("Начало"), LineEdit(), MessageStrip()
    show(qtbot, before, edit, strip)
    edit.setFocus()
    strip.ask("Да се открие ли заседанието?", [Act("Открий", lambda: None)])
    assert not edit.hasFocus()
    click(next(b for b in strip.findChildren(Button) if b.text() == "Открий"))
    assert edit.hasFocus()


def test_escape_closes_a_strip_that_may_be_closed(qtbot: QtBot) -> None:
    strip = MessageStrip()
    show(qtbot, strip)
    strip.say("Екранът за зала е изключен.", "warn")
    press(strip, Qt.Key.Key_Escape)
    assert strip.text == ""
    strip.say("Дискът е пълен.", "bad", closable=False)
    press(strip, Qt.Key.Key_Escape)
    assert strip.text == "Дискът е пълен."


def test_a_question_takes_the_keyboard_also_in_a_strip_that_is_seen(qtbot: QtBot) -> None:
    strip = MessageStrip()
    show(qtbot, strip)
    strip.say("Пише се …", "mute", [Act("Виж", lambda: None)])
    strip.ask("Да се затвори ли?", [Act("Закрий", lambda: None)])
    button = next(b for b in strip.findChildren(Button) if b.text() == "Закрий")
    assert button.hasFocus()


def test_a_toast_offers_one_act_and_stays_in_the_corner(qtbot: QtBot) -> None:
    window = show(qtbot)
    toast, undone = Toast(window), []
    toast.set_margins(56, 28)
    toast.say("Решение № 4-2 е прието", "Отмени", lambda: undone.append(True), cap="Ctrl+Z")
    assert toast.text == "Решение № 4-2 е прието"
    window.resize(700, 500)
    assert toast.x() == 56 + 16
    assert toast.geometry().bottom() < 500 - 28
    click(toast.findChild(Button))
    assert undone == [True]
    assert toast.text == ""


def test_an_empty_state_says_what_to_do_next(qtbot: QtBot) -> None:
    pressed = []
    state = EmptyState(
        "folder-heart",
        "Още няма случаи",
        "Случаите се водят с код, без имена.",
        [Act("Нов случай", lambda: pressed.append(1), icon="plus")],
    )
    window = show(qtbot, state)
    click(state.findChild(Button))
    assert pressed == [1]
    assert clipped(window) == []


def test_an_overlay_lets_no_key_through_and_can_be_stopped(qtbot: QtBot) -> None:
    edit = LineEdit()
    window = show(qtbot, edit)
    edit.setFocus()
    overlay = BusyOverlay(window)
    overlay.begin("Файлът се подготвя …", stoppable=True)
    overlay.step(3, 8, "Протоколи")
    type_text(overlay, "текст")
    assert edit.text() == ""
    stop = next(b for b in overlay.findChildren(Button) if b.isVisible())
    click(stop)
    assert overlay.cancelled
    overlay.end()
    assert edit.hasFocus()


def test_typed_text_is_saved_after_a_pause_and_on_leaving(qtbot: QtBot) -> None:
    edit, other, saved = TextEdit(name="бележка"), LineEdit(), list[str]()
    draft = DraftField(edit, saved.append)
    show(qtbot, edit, other)
    edit.setFocus()
    type_text(edit, "Семейството")
    assert draft.unsaved
    assert saved == []
    qtbot.waitUntil(lambda: saved == ["Семейството"], timeout=2_500)
    assert not draft.unsaved
    type_text(edit, " е")
    other.setFocus()
    assert saved == ["Семейството", "Семейството е"]


def test_typing_without_a_pause_is_saved_every_two_seconds(qtbot: QtBot) -> None:
    edit, saved = LineEdit(), list[str]()
    draft = DraftField(edit, saved.append)
    show(qtbot, edit)

    def keep_typing() -> bool:
        type_text(edit, "а")
        return bool(saved)

    qtbot.waitUntil(keep_typing, timeout=3_500)
    assert draft.unsaved or saved


def test_text_from_the_store_is_not_saved_again(qtbot: QtBot) -> None:
    edit, saved = LineEdit(), list[str]()
    draft = DraftField(edit, saved.append)
    show(qtbot, edit)
    draft.set_saved("от хранилището")
    draft.flush()
    assert edit.text() == "от хранилището"
    assert saved == []


def test_text_is_never_taken_for_markup(qtbot: QtBot) -> None:
    for label in (Label("<b>име</b>"), ElideLabel("<b>име</b>")):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_long_line_elides_and_tells_itself_in_the_tool_tip(qtbot: QtBot) -> None:
    label = ElideLabel("Областна администрация на Софийска област, зала № 2")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.full_text == label.accessibleName()


def test_no_part_flashes_up_as_a_window_while_it_is_built(qtbot: QtBot) -> None:
    def build() -> QWidget:
        return Card(
            Field("Име", LineEdit(), hint="както в заповедта"),
            Field("Избор", Combo([Option(str(i), f"Институция {i}") for i in range(20)])),
            MessageStrip(),
            EmptyState("inbox", "Няма нищо", "Още."),
            hbox(Pill("Приет", "ok", "check"), KeyCap("F5"), NumberLink("4")),
            SearchEdit(hint="Търсене"),
            PassphraseEdit(),
        )

    assert stray_windows(build) == []
    combo = Combo([Option(str(i), f"Институция {i}") for i in range(20)])
    show(qtbot, combo)
    combo.showPopup()
    assert QApplication.activePopupWidget() is not None
    combo.hidePopup()
