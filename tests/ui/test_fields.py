"""Fields, buttons and choices: what the keyboard, the mouse and screen readers get."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.window import (
    click,
    nameless,
    press,
    show,
    tab_stops,
    type_text,
)

from dcm_desktop.ui.widgets.buttons import Button, Segmented
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit, TimeEdit
from dcm_desktop.ui.widgets.fields import (
    Field,
    Form,
    LineEdit,
    NumberEdit,
    PassphraseEdit,
    SearchEdit,
    TextEdit,
)
from dcm_desktop.ui.widgets.labels import NumberLink

TODAY = date(2026, 11, 24)


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
    worse.control.setText("много")  # type: ignore[attr-defined]  # - a NumberEdit
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


def test_letters_go_to_the_option_of_a_short_list_that_begins_so(qtbot: QtBot) -> None:
    words = ("Априлци", "Летница", "Ловеч", "Луковит")
    combo = Combo([Option(word, word) for word in words], hint="Изберете община")
    show(qtbot, combo)
    combo.setFocus()
    type_text(combo, "л")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    type_text(popup, "о")
    press(popup, Qt.Key.Key_Return)
    assert combo.value() == "Ловеч"


def test_a_field_is_not_wrong_while_its_list_is_open(qtbot: QtBot) -> None:
    combo = Combo(options(3), hint="Изберете")
    field = Field("Вид", combo, required="Изберете вида.")
    show(qtbot, field)
    combo.setFocus()
    press(combo, Qt.Key.Key_Down)
    assert QApplication.activePopupWidget() is not None
    assert field.error == ""
    press(QApplication.activePopupWidget(), Qt.Key.Key_Escape)


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
