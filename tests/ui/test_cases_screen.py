"""List of cases and the form of a new one, on a real store."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.support.cases import CASE, MIRA, opened
from tests.support.people import make_institution, make_mechanism
from tests.support.seen import (
    assert_looks_right,
    button_of,
    error_of,
    press_act,
    settled,
    show_screen,
)
from tests.support.window import (
    NotingShell,
    press,
    type_text,
)

from dcm_desktop.domain.terms import CareType, InstitutionType, Sex
from dcm_desktop.ui.screens.cases.list import CasesScreen
from dcm_desktop.ui.screens.cases.new import NewCaseScreen
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.usecases import cases
from dcm_desktop.usecases.cases import CaseFilter, ChildData, IndividualData
from dcm_desktop.usecases.drafts import list_drafts

CTRL = Qt.KeyboardModifier.ControlModifier
NOON = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Today is the day of the stores."""
    monkeypatch.setenv("DCM_CLOCK", NOON.isoformat())


@pytest.fixture
def listed(
    qtbot: QtBot, desk_and_shell: tuple[Desk, NotingShell], monkeypatch: pytest.MonkeyPatch
) -> CasesScreen:
    """The list, seen."""
    desk, shell = desk_and_shell
    screen = CasesScreen(desk)
    show_screen(qtbot, shell, screen, monkeypatch)
    screen.opened()
    return screen


@pytest.fixture
def new(
    qtbot: QtBot, desk_and_shell: tuple[Desk, NotingShell], monkeypatch: pytest.MonkeyPatch
) -> NewCaseScreen:
    """The form of a new case, seen, with a mechanism and a department that leads."""
    desk, shell = desk_and_shell
    make_mechanism(desk.workspace)
    make_institution(desk.workspace, "ОЗД при ДСП – Кърджали", InstitutionType.OZD)
    screen = NewCaseScreen(desk)
    show_screen(qtbot, shell, screen, monkeypatch)
    screen.opened()
    return screen


def codes(screen: CasesScreen) -> list[str]:
    """Codes shown."""
    return [row.code for row in screen.model.shown]


# -- list ---------------------------------------------------------------------------------------


def test_an_empty_list_leads_to_the_mechanism_first(
    listed: CasesScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    settled(listed)
    assert not listed.chips.isVisible()
    press(listed, Qt.Key.Key_N, CTRL)
    press_act(listed.strip, "Въведете механизма")
    assert desk_and_shell[1].opened == [("members", {})]


def test_the_search_finds_another_form_of_the_name_and_says_why(
    listed: CasesScreen, desk: Desk
) -> None:
    mechanism_id = make_mechanism(desk.workspace)
    brother = ChildData(
        IndividualData("Марин", "", "Ковачев", Sex.M, date(2013, 7, 7)), care_now=CareType.FOSTER
    )
    opened(desk.workspace, mechanism_id, children=[brother])
    opened(desk.workspace, mechanism_id)
    settled(listed)
    assert len(codes(listed)) == 2
    type_text(listed.search, "ковачева")
    assert codes(listed) == ["KRZ-2026-001"]
    cell = listed.model.columns[0].show(listed.model.shown[0])
    assert cell.sub == "дете Марин Ковачев – родова форма"
    assert listed._count.text() == "1 от 2 случая"
    press(listed.search, Qt.Key.Key_Escape)
    assert len(codes(listed)) == 2


def test_enter_in_the_search_opens_the_only_hit(
    listed: CasesScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    desk, shell = desk_and_shell
    case_id = opened(desk.workspace, make_mechanism(desk.workspace), children=[MIRA])
    settled(listed)
    type_text(listed.search, "001")
    press(listed.search, Qt.Key.Key_Return)
    assert shell.opened == [("case_file", {"case_id": case_id})]


def test_a_search_without_hits_offers_to_clear_search_and_filters(
    listed: CasesScreen, desk: Desk
) -> None:
    opened(desk.workspace, make_mechanism(desk.workspace))
    settled(listed)
    type_text(listed.search, "няма такъв")
    listed.chips.missing.setChecked(True)
    assert codes(listed) == []
    press(listed, Qt.Key.Key_E, CTRL)
    assert codes(listed) == ["KRZ-2026-001"]
    assert listed.chips.is_default


def test_a_review_without_date_is_said_in_red_words(listed: CasesScreen, desk: Desk) -> None:
    opened(desk.workspace, make_mechanism(desk.workspace))
    settled(listed)
    row = listed.model.shown[0]
    shown = [column.show(row) for column in listed.model.columns]
    assert ("без дата", "bad") in [(cell.text, cell.tone) for cell in shown]
    assert [cell.text for cell in shown if cell.link] == [str(row.missing)]


# -- new case -----------------------------------------------------------------------------------


def test_a_case_is_opened_with_two_children_and_a_mother(
    new: NewCaseScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    desk, shell = desk_and_shell
    new.case.typology.set_value("prevention_separation")
    new.case.municipality.set_value("KRZ16")
    press(new, Qt.Key.Key_D, CTRL)
    press(new, Qt.Key.Key_M, CTRL)
    for (_box, child), name, born in zip(
        new.children_boxes, ("Мира", "Кирил"), ("04.03.2017", "20.11.2018"), strict=True
    ):
        type_text(child.person.first, name)
        type_text(child.person.last, "Ковачеви")
        type_text(child.person.birth, born)
    mother = new.relative_boxes[0][1]
    type_text(mother.person.first, "Илияна")
    type_text(mother.person.last, "Ковачева")
    press(new, Qt.Key.Key_Return, CTRL)
    found = desk.workspace.ask(cases.list_cases, CaseFilter(), today=TODAY)
    assert [(row.code, row.children) for row in found.rows] == [("KRZ-2026-001", 2)]
    case_id = found.rows[0].case_id
    assert shell.opened == [("case_file", {"case_id": case_id})]
    view = desk.workspace.ask(cases.get_case, case_id, today=TODAY)
    assert [child.label for child in view.children] == ["Дете 1", "Дете 2"]
    assert [row.name for row in view.family] == ["Илияна Ковачева"]
    assert view.lead_institution == "ОЗД при ДСП – Кърджали"


def test_a_child_without_age_stops_the_form_at_its_field(new: NewCaseScreen, desk: Desk) -> None:
    new.case.typology.set_value("reintegration")
    new.save_button.click()
    name = new.children_boxes[0][1].estimate.objectName()
    assert error_of(new, name).startswith("Въведете дата на раждане")
    found = desk.workspace.ask(cases.list_cases, CaseFilter(), today=TODAY)
    assert found.rows == ()


def test_a_person_of_the_register_is_offered_and_not_doubled(
    new: NewCaseScreen, desk: Desk
) -> None:
    mechanism_id = new._mechanism.value()
    opened(desk.workspace, mechanism_id, children=[MIRA])
    new.case.typology.set_value("reintegration")
    child = new.children_boxes[0][1]
    type_text(child.person.first, "Мира")
    child.person.last.setFocus()
    type_text(child.person.last, "Ковачева")
    child.person.birth.setFocus()
    button_of(new, "samePersonButton").click()
    assert child.person.first.isReadOnly()
    assert child.person.birth.text() == "02.03.2015"
    new.save_button.click()
    press_act(new.strip, "Открий въпреки това")
    found = desk.workspace.ask(cases.list_cases, CaseFilter(), today=TODAY)
    views = [desk.workspace.ask(cases.get_case, row.case_id, today=TODAY) for row in found.rows]
    assert len({view.children[0].individual_id for view in views}) == 1
    assert len(views) == 2


def test_a_name_in_the_neutral_summary_is_refused_beside_it(new: NewCaseScreen) -> None:
    new.case.typology.set_value("reintegration")
    child = new.children_boxes[0][1]
    type_text(child.person.first, "Мира")
    type_text(child.person.last, "Ковачева")
    type_text(child.estimate, "5")
    new.case.summary.setPlainText("Мира Ковачева живее при баба си.")
    new.save_button.click()
    assert "лични данни" in error_of(new, "summary_neutral")


def test_immediate_risk_shows_whom_to_call_at_once(new: NewCaseScreen) -> None:
    new.case.risk.set_value("immediate")
    new.case.risk.chosen.emit("immediate")
    assert "112" in new.case._notice.text


def test_what_is_typed_in_the_summary_survives_a_kill(new: NewCaseScreen, desk: Desk) -> None:
    new.case.summary.setPlainText("Семейство под наем.")
    new.flush()
    again = NewCaseScreen(desk)
    again.opened()
    assert again.case.summary.text() == "Семейство под наем."
    new._leave()
    assert desk.workspace.ask(list_drafts) == []
    again.deleteLater()


# -- sizes -----------------------------------------------------------------------------------


def test_the_list_fits_every_window(
    listed: CasesScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    desk, shell = desk_and_shell
    mechanism_id = make_mechanism(desk.workspace)
    for _ in range(3):
        opened(desk.workspace, mechanism_id, CASE)
    settled(listed)
    assert_looks_right(shell)


def test_the_new_case_fits_every_window(
    new: NewCaseScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    new.add_relative()
    assert_looks_right(desk_and_shell[1])
