"""The file of one case and its forms, on a real store."""

from datetime import UTC, date, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.cases import MIRA, MOTHER, opened
from tests.support.people import make_mechanism
from tests.support.seen import (
    assert_looks_right,
    button_of,
    press_act,
    settled,
    show_screen,
)
from tests.support.window import (
    NotingShell,
    press,
    stray_windows,
    type_text,
)

from dcm_desktop.domain.terms import CaseStatus, Consent
from dcm_desktop.ui.screens.cases.file import CaseFileScreen
from dcm_desktop.ui.screens.cases.forms import CaseForm, ChildForm, RelativeForm, StatusForm
from dcm_desktop.ui.screens.cases.list import CasesScreen
from dcm_desktop.ui.screens.cases.new import NewCaseScreen
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.widgets.fields import field_of
from dcm_desktop.ui.widgets.labels import Pill
from dcm_desktop.usecases import cases
from dcm_desktop.usecases.drafts import list_drafts

CTRL = Qt.KeyboardModifier.ControlModifier
NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is the day of the stores."""
    monkeypatch.setenv("DCM_CLOCK", NOON.isoformat())


@pytest.fixture
def file(
    qtbot: QtBot, desk_and_shell: tuple[Desk, NotingShell], monkeypatch: pytest.MonkeyPatch
) -> CaseFileScreen:
    """The file of a case with one child and a mother, seen."""
    desk, shell = desk_and_shell
    mechanism_id = make_mechanism(desk.workspace)
    case_id = opened(desk.workspace, mechanism_id, children=[MIRA], family=[MOTHER])
    screen = CaseFileScreen(desk)
    show_screen(qtbot, shell, screen, monkeypatch)
    screen.opened(case_id=case_id)
    settled(screen)
    return screen


def test_the_file_says_what_is_missing_first_and_leads_to_the_field(file: CaseFileScreen) -> None:
    rows = file.missing.list.rows_model.rows
    words = [file.missing.list.rows_model._words(row) for row in rows]
    assert "Степен на риск" in words
    assert "Мнението на Дете 1, или защо не е изслушано" in words
    file.missing.list.set_current(words.index("Степен на риск"))
    press(file.missing.list, Qt.Key.Key_Return)
    assert isinstance(file.stage.panel, CaseForm)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "risk_level"


def test_a_forbidden_step_says_what_it_lacks(file: CaseFileScreen, desk: Desk) -> None:
    press(file, Qt.Key.Key_F4)
    form = file.stage.panel
    assert isinstance(form, StatusForm)
    form.target.set_value("accepted")
    form.target.chosen.emit("accepted")
    assert any("съгласие" in words for words in form.lacking())
    press(form, Qt.Key.Key_Return, CTRL)
    assert file.strip.text == "Случаят не може да бъде приет. Липсва: отбелязано съгласие."
    view = desk.workspace.ask(cases.get_case, file._case_id, today=TODAY)
    assert view.status is CaseStatus.NEW


def test_a_step_is_made_and_the_header_says_it(file: CaseFileScreen, desk: Desk) -> None:
    press(file, Qt.Key.Key_F2)
    form = file.stage.panel
    assert isinstance(form, CaseForm)
    form.fields.consent.set_value(Consent.GIVEN.value)
    press(form, Qt.Key.Key_Return, CTRL)
    settled(file)
    press(file, Qt.Key.Key_F4)
    step = file.stage.panel
    assert isinstance(step, StatusForm)
    step.target.set_value("accepted")
    press(step, Qt.Key.Key_Return, CTRL)
    settled(file)
    QApplication.processEvents()
    pills = [pill.text for pill in file.header.findChildren(Pill) if not pill.isHidden()]
    assert "Приет" in pills
    desk.workspace.undo(at=NOON)
    settled(file)
    assert file._view is not None
    assert file._view.status is CaseStatus.NEW


def test_immediate_risk_stands_over_the_file(file: CaseFileScreen) -> None:
    file._edit()
    form = file.stage.panel
    assert isinstance(form, CaseForm)
    form.fields.risk.set_value("immediate")
    form.save()
    settled(file)
    assert "116 111" in file.notice.text


def test_a_child_and_a_relative_are_added_from_the_file(file: CaseFileScreen) -> None:
    press(file, Qt.Key.Key_D, CTRL)
    child = file.stage.panel
    assert isinstance(child, ChildForm)
    type_text(child.fields.person.first, "Яна")
    type_text(child.fields.estimate, "4")  # type: ignore[union-attr]  # - the form of a child
    press(child, Qt.Key.Key_Return, CTRL)
    settled(file)
    press(file, Qt.Key.Key_M, CTRL)
    relative = file.stage.panel
    assert isinstance(relative, RelativeForm)
    relative.fields.relation.set_value("father")  # type: ignore[union-attr]  # - a relative's form
    type_text(relative.fields.person.first, "Стефан")
    press(relative, Qt.Key.Key_Return, CTRL)
    settled(file)
    assert file._view is not None
    assert [row.name for row in file._view.children] == ["Мира Ковачева", "Яна"]
    assert [row.name for row in file._view.family] == ["Илияна Ковачева", "Стефан"]
    lines = file.people.list.rows_model.rows
    assert [line.more for line in lines][:2] == ["11 г.", "около 4 г."]


def test_a_deleted_case_leads_back_to_the_list_and_undo_brings_it_back(
    file: CaseFileScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    desk, shell = desk_and_shell
    button_of(file, "deleteButton").click()
    form = file.stage.panel
    assert form is not None
    field = field_of(file, "reason")
    assert field is not None
    type_text(field.control, "въведен два пъти")
    press(form, Qt.Key.Key_Return, CTRL)
    settled(file)
    assert shell.opened == [("cases", {})]
    assert shell.offers_undo
    assert desk.workspace.ask(cases.case_by_code, "KRZ-2026-001") is None
    desk.workspace.undo(at=NOON)
    assert desk.workspace.ask(cases.case_by_code, "KRZ-2026-001") is not None


def test_reading_a_file_is_noted_once(file: CaseFileScreen, desk: Desk) -> None:
    view = desk.workspace.ask(cases.get_case, file._case_id, today=TODAY)
    assert view.last_opened_at == NOON
    assert view.last_opened_by == "Ивана Проба"


def test_a_typed_story_is_brought_back_and_can_be_discarded(
    file: CaseFileScreen, desk: Desk
) -> None:
    file._edit()
    form = file.stage.panel
    assert isinstance(form, CaseForm)
    form.fields.summary.setPlainText("Нужна е подкрепа.")
    file.flush()
    file.stage.close_panel()
    file._edit()
    again = file.stage.panel
    assert isinstance(again, CaseForm)
    assert again.fields.summary.text() == "Нужна е подкрепа."
    press_act(again.strip, "Откажи се")
    assert file.stage.panel is None
    assert desk.workspace.ask(list_drafts) == []


def test_the_file_and_its_forms_fit_every_window(
    file: CaseFileScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    shell = desk_and_shell[1]
    assert_looks_right(shell)
    for opens in (file._edit, file._change_status, file._new_child, file._new_relative):
        opens()
        assert_looks_right(shell)


def test_no_window_flashes_up_while_screens_and_forms_are_built(
    file: CaseFileScreen, desk: Desk
) -> None:
    case_id = file._case_id
    for build in (
        partial(CasesScreen, desk),
        partial(CaseFileScreen, desk),
        partial(NewCaseScreen, desk),
        partial(CaseForm, file, case_id),
        partial(ChildForm, file, case_id),
        partial(RelativeForm, file, case_id),
        partial(StatusForm, file, case_id, CaseStatus.NEW),
    ):
        assert not stray_windows(build), build
