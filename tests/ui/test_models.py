"""Rows in memory: filter, order, what a table shows of them."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from tests.support.window import click, press

from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel, fold, sort_key
from dcm_desktop.ui.widgets.table import TableView


@dataclass(frozen=True, slots=True)
class Person:
    """One row."""

    id: str
    name: str
    cases: int


PEOPLE = [
    Person("1", "Яна Петрова", 12),
    Person("2", "ангел Ковачев", 3),
    Person("3", "Боряна Ковачева", 7),
    Person("4", "", 0),
]


def make_model() -> RowTableModel[Person]:
    """People by name and number of cases."""
    columns = [
        Column[Person]("Име", lambda row: Cell(row.name, sub=f"случаи {row.cases}")),
        Column[Person](
            "Случаи",
            lambda row: Cell(str(row.cases), link=row.cases > 5),
            sort=lambda row: row.cases,
            width=80,
            right=True,
            hide_below=400,
        ),
    ]
    return RowTableModel(columns, PEOPLE)


def names(model: RowTableModel[Person]) -> list[str]:
    """Shown names."""
    return [row.name for row in model.shown]


def test_filter_finds_every_word_whatever_its_case() -> None:
    model = make_model()
    model.filter("КОВАЧЕВ")
    assert names(model) == ["ангел Ковачев", "Боряна Ковачева"]
    model.filter("ковачев боряна")
    assert names(model) == ["Боряна Ковачева"]
    model.filter("", keep=lambda row: row.cases > 5)
    assert names(model) == ["Яна Петрова", "Боряна Ковачева"]


def test_order_is_bulgarian_and_empty_comes_last() -> None:
    model = make_model()
    model.sort(0)
    assert names(model) == ["ангел Ковачев", "Боряна Ковачева", "Яна Петрова", ""]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [row.cases for row in model.shown] == [12, 7, 3, 0]
    model.sort(-1)
    assert names(model) == [row.name for row in PEOPLE]


def test_numbers_inside_text_sort_by_value() -> None:
    codes = ["KRZ-2026-10", "KRZ-2026-9", "KRZ-2025-11"]
    assert sorted(codes, key=sort_key) == ["KRZ-2025-11", "KRZ-2026-9", "KRZ-2026-10"]


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_texts_can_be_ordered(texts: list[str]) -> None:
    ordered = sorted(texts, key=sort_key)
    assert sorted(ordered, key=sort_key) == ordered


def test_accents_do_not_hide_a_word() -> None:
    assert fold("Ѝ") == fold("и")


def test_model_keeps_the_promises_of_qt(qtbot: QtBot) -> None:
    model = make_model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.sort(0)
    model.filter("ко")
    model.set_rows(PEOPLE[:2])
    model.filter("")
    assert tester.model() is model


def test_screen_readers_hear_text_and_second_line() -> None:
    model = make_model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 0), role) == "Яна Петрова, случаи 12"


def make_table(qtbot: QtBot, width: int = 600) -> TableView[Person]:
    """A table that is seen."""
    table = TableView(make_model(), name="Хора", row_height=48)
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.show()
    table.setFocus()
    return table


def test_enter_opens_the_row_and_presses_a_link(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    table.set_current(0)
    with qtbot.waitSignal(table.row_opened) as opened:
        press(table, Qt.Key.Key_Return)
    assert opened.args == [PEOPLE[0]]
    press(table, Qt.Key.Key_Right)
    with qtbot.waitSignal(table.link_opened) as pressed:
        press(table, Qt.Key.Key_Return)
    assert pressed.args == [PEOPLE[0], 1]


def test_a_click_on_a_link_presses_it(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    rect = table.visualRect(table.rows_model.index(0, 1))
    with qtbot.waitSignal(table.link_opened):
        click(table.viewport(), rect.center())


def test_sorting_works_by_keyboard(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    press(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert table.rows_model.order == (0, False)
    press(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert table.rows_model.order == (0, True)


def test_the_current_row_survives_a_refresh(qtbot: QtBot) -> None:
    table = make_table(qtbot)
    table.set_current(2)
    table.rows_model.set_rows([Person("9", "Нов", 1), *PEOPLE[1:]])
    current = table.current_row()
    assert current is not None
    assert current.id == "3"


@pytest.mark.parametrize(("width", "hidden"), [(380, True), (600, False)])
def test_narrow_tables_drop_what_matters_least(qtbot: QtBot, width: int, hidden: bool) -> None:
    table = make_table(qtbot, width)
    assert table.isColumnHidden(1) is hidden
    total = sum(table.columnWidth(place) for place in range(2) if not table.isColumnHidden(place))
    assert total <= table.viewport().width()
