"""Fields, buttons, messages and drafts: what the keyboard, the mouse and screen readers get."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.support.window import (
    click,
    clipped,
    nameless,
    press,
    stray_windows,
    tab_stops,
    type_text,
)

from dcm_desktop.ui.widgets.boxes import Card, hbox
from dcm_desktop.ui.widgets.buttons import Button, Segmented
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit, TimeEdit
from dcm_desktop.ui.widgets.drafts import DraftField
from dcm_desktop.ui.widgets.fields import (
    Field,
    Form,
    LineEdit,
    NumberEdit,
    PassphraseEdit,
    SearchEdit,
    TextEdit,
)
from dcm_desktop.ui.widgets.labels import ElideLabel, KeyCap, Label, NumberLink, Pill
from dcm_desktop.ui.widgets.messages import Act, BusyOverlay, EmptyState, MessageStrip, Toast

TODAY = date(2026, 11, 24)


_kept: list[QWidget] = []


@pytest.fixture(autouse=True)
def _let_windows_go() -> Iterator[None]:
    """Windows of `show` live as long as their test."""
    yield
    _kept.clear()


def show(qtbot: QtBot, *parts: QWidget) -> QWidget:
    """A window with the parts below each other."""
    window = QWidget()
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    qtbot.addWidget(window)
    _kept.append(window)
    window.resize(420, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("26.11.2026", date(2026, 11, 26)),
        ("26.11", date(2026, 11, 26)),
        ("1.2.27", date(2027, 2, 1)),
        ("26-11-2026 г.", date(2026, 11, 26)),
        ("+14", date(2026, 12, 8)),
        ("+ 0", TODAY),
    ],
)
def test_dates_are_read_as_offices_write_them(qtbot: QtBot, typed: str, value: date) -> None:
    edit = DateEdit(today=lambda: TODAY)
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.value() == value
    assert edit.problem() == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("26.13.2026", "Месецът е 13. Пример: 24.11.2026 или +14."),
        ("31.11.2026", "Месец 11 няма ден 31."),
        ("вчера", "Въведете дата като 24.11.2026 или +14."),
    ],
)
def test_a_wrong_date_says_how_to_mend_it(qtbot: QtBot, typed: str, sentence: str) -> None:
    edit = DateEdit(today=lambda: TODAY)
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.value() is None
    assert edit.problem() == sentence


def test_a_date_out_of_range_names_the_limit(qtbot: QtBot) -> None:
    edit = DateEdit(date(2026, 1, 1), today=lambda: TODAY, earliest=date(2026, 3, 15))
    qtbot.addWidget(edit)
    assert edit.problem() == "Не по-рано от 15.03.2026 г."


def test_times_are_read_as_offices_write_them(qtbot: QtBot) -> None:
    edit = TimeEdit()
    qtbot.addWidget(edit)
    for typed, value in (("10:30", time(10, 30)), ("9.05", time(9, 5)), ("10", time(10, 0))):
        edit.setText(typed)
        assert edit.value() == value
    edit.setText("25:00")
    assert edit.value() is None
    assert edit.problem() == "Въведете час като 10:30."


def test_an_error_appears_on_leaving_and_goes_while_mending(qtbot: QtBot) -> None:
    edit = DateEdit(today=lambda: TODAY)
    field, other = Field("Краен срок", edit, hint="ден, месец, година"), LineEdit(name="друго")
    show(qtbot, field, other)
    edit.setFocus()
    type_text(edit, "26.13.2026")
    assert field.error == ""
    other.setFocus()
    assert field.error == "Месецът е 13. Пример: 24.11.2026 или +14."
    assert edit.accessibleDescription() == field.error
    assert edit.property("invalid") is True
    edit.setText("26.11.2026")
    assert field.error == ""
    assert edit.accessibleDescription() == "ден, месец, година"


def test_a_good_date_is_written_out_on_leaving(qtbot: QtBot) -> None:
    edit, other = DateEdit(today=lambda: TODAY), LineEdit(name="друго")
    show(qtbot, edit, other)
    edit.setFocus()
    type_text(edit, "+14")
    other.setFocus()
    assert edit.text() == "08.12.2026"


def test_the_first_wrong_field_of_a_form_gets_the_keyboard(qtbot: QtBot) -> None:
    good = Field("Име", LineEdit("Яна"), required="Въведете име.")
    bad = Field("Фамилия", LineEdit(), required="Въведете фамилия.")
    worse = Field("Брой", NumberEdit(low=1, high=40))
    show(qtbot, good, bad, worse)
    worse.control.setText("много")  # type: ignore[attr-defined]  # a NumberEdit
    form = Form(good, bad, worse)
    assert not form.check()
    assert bad.control.hasFocus()
    assert bad.error == "Въведете фамилия."
    assert worse.error == "Въведете цяло число от 1 до 40."


def test_a_field_names_its_control(qtbot: QtBot) -> None:
    window = show(
        qtbot,
        Field("Институция", SearchEdit(hint="Търсене")),
        Field("Бележка", TextEdit()),
        Field("Област", Combo([Option("RSE", "Русе")])),
        Field("Парола", PassphraseEdit()),
        Button(icon="printer", name="Печат"),
        NumberLink("4", name="просрочени задачи"),
        Segmented("Публичен", "Пълен", name="Екземпляр"),
    )
    assert nameless(window) == []


def options(count: int) -> list[Option]:
    """Options with searchable words."""
    return [Option(str(i), f"Институция {i}", f"вид {i % 3}") for i in range(count)]


def test_typing_in_a_long_list_searches_it(qtbot: QtBot) -> None:
    combo = Combo(options(40), hint="Изберете")
    show(qtbot, combo)
    combo.setFocus()
    type_text(combo, "3")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    editor = popup.findChild(LineEdit)
    type_text(editor, "7")
    with qtbot.waitSignal(combo.chosen) as chosen:
        press(editor, Qt.Key.Key_Return)
    assert chosen.args == ["37"]
    assert combo.value() == "37"


def test_escape_leaves_a_list_as_it_was(qtbot: QtBot) -> None:
    combo = Combo(options(3), value="1")
    show(qtbot, combo)
    combo.setFocus()
    press(combo, Qt.Key.Key_Down)
    popup = QApplication.activePopupWidget()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert combo.value() == "1"


def test_choosing_by_program_tells_nobody(qtbot: QtBot) -> None:
    combo = Combo(options(3))
    qtbot.addWidget(combo)
    with qtbot.assertNotEmitted(combo.chosen):
        combo.set_value("2")
    assert combo.value() == "2"
    combo.set_options(options(2))
    assert combo.value() == ""


def test_segments_are_one_tab_stop_and_follow_arrows(qtbot: QtBot) -> None:
    switch, before, after = Segmented("а", "б", "в", name="изглед"), LineEdit(), LineEdit()
    show(qtbot, before, switch, after)
    before.setFocus()
    stops = tab_stops(before.window())
    assert sum(switch.isAncestorOf(stop) for stop in stops) == 1
    inside = next(stop for stop in stops if switch.isAncestorOf(stop))
    inside.setFocus()
    with qtbot.waitSignal(switch.chosen) as chosen:
        press(inside, Qt.Key.Key_Right)
    assert chosen.args == [1]


def test_a_click_on_a_segment_is_told_once(qtbot: QtBot) -> None:
    switch = Segmented("а", "б", name="изглед")
    show(qtbot, switch)
    told: list[int] = []
    switch.chosen.connect(told.append)
    part = switch.findChildren(type(switch._group.button(1)))[1]
    click(part)
    assert told == [1]


def test_a_compact_button_says_its_word_and_key_in_the_tool_tip(qtbot: QtBot) -> None:
    button = Button("Почивка", icon="coffee", cap="F2")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.set_compact(True)
    assert button.sizeHint().width() < wide / 2
    assert button.toolTip() == "Почивка (F2)"
    assert button.accessibleName() == "Почивка"


def test_enter_presses_the_focused_button_and_link(qtbot: QtBot) -> None:
    button, link = Button("Приеми"), NumberLink("17", name="промени")
    show(qtbot, button, link)
    for part, signal in ((button, button.clicked), (link, link.opened)):
        part.setFocus()
        with qtbot.waitSignal(signal):
            press(part, Qt.Key.Key_Return)


def test_escape_clears_a_search_before_anything_else(qtbot: QtBot) -> None:
    search = SearchEdit(hint="Търсене")
    show(qtbot, search)
    search.setText("ковачева")
    press(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_caps_lock_is_noticed_by_the_letters(qtbot: QtBot) -> None:
    edit = PassphraseEdit()
    show(qtbot, edit)
    with qtbot.waitSignal(edit.caps_lock_changed) as noticed:
        type_text(edit, "A")
    assert noticed.args == [True]


def test_a_passphrase_is_hidden_until_the_eye_is_pressed(qtbot: QtBot) -> None:
    edit = PassphraseEdit()
    show(qtbot, edit)
    edit.setText("липа мост")
    assert edit.displayText() != "липа мост"
    eye = edit.findChild(Button)
    click(eye)
    assert edit.displayText() == "липа мост"
    edit.wipe()
    assert edit.text() == ""
    assert not edit.isUndoAvailable()


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


def test_escape_closes_a_strip_that_may_be_closed(qtbot: QtBot) -> None:
    strip = MessageStrip()
    show(qtbot, strip)
    strip.say("Екранът за зала е изключен.", "warn")
    press(strip, Qt.Key.Key_Escape)
    assert strip.text == ""
    strip.say("Дискът е пълен.", "bad", closable=False)
    press(strip, Qt.Key.Key_Escape)
    assert strip.text == "Дискът е пълен."


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
            Field("Избор", Combo(options(20))),
            MessageStrip(),
            EmptyState("inbox", "Няма нищо", "Още."),
            hbox(Pill("Приет", "ok", "check"), KeyCap("F5"), NumberLink("4")),
            SearchEdit(hint="Търсене"),
            PassphraseEdit(),
        )

    assert stray_windows(build) == []
    combo = Combo(options(20))
    show(qtbot, combo)
    combo.showPopup()
    assert QApplication.activePopupWidget() is not None
    combo.hidePopup()
