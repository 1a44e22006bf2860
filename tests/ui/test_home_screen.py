"""The first screen, the list of tasks and the national picture, on real stores."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.support.builders import (
    hold_case_session,
    make_case,
    make_mechanism_of_15,
    make_session,
)
from tests.support.pair import Pair
from tests.support.window import (
    SIZES,
    NotingShell,
    click,
    clipped,
    end_desk,
    make_desk,
    nameless,
    outside,
    press,
)

from dcm_desktop.ui.clock import now
from dcm_desktop.ui.main_window import SMALLEST
from dcm_desktop.ui.places import PLACES
from dcm_desktop.ui.screens.home import HomeScreen
from dcm_desktop.ui.screens.home_cards import FirstSteps
from dcm_desktop.ui.screens.national.areas import AreasScreen
from dcm_desktop.ui.screens.national.sessions import NationalSessionsScreen
from dcm_desktop.ui.screens.screen import Desk, Screen
from dcm_desktop.ui.screens.tasks import TaskDoneForm, TasksScreen
from dcm_desktop.ui.widgets.labels import NumberLink
from dcm_desktop.usecases.workspace import Workspace


def show(desk_and_shell: tuple[Desk, NotingShell], screen: Screen, **arguments: str) -> None:
    shell = desk_and_shell[1]
    shell.put(screen)
    shell.show()
    screen.opened(**arguments)
    screen.refresh_now()
    QApplication.processEvents()


def first_open(steps: FirstSteps) -> list[str]:
    return [button.kind for button in steps.buttons]


@pytest.fixture
def national_desk(
    national: Workspace, tmp_path: Path, qapp: QApplication
) -> Iterator[tuple[Desk, NotingShell]]:
    desk, shell = make_desk(national, tmp_path)
    yield desk, shell
    end_desk(desk, shell)


def test_empty_store_leads_from_step_to_step(desk_and_shell: tuple[Desk, NotingShell]) -> None:
    desk, shell = desk_and_shell
    screen = HomeScreen(desk)
    show(desk_and_shell, screen)
    assert screen.steps.isVisible()
    assert first_open(screen.steps) == ["primary", "", "", ""]
    click(screen.steps.buttons[0])
    assert shell.opened[-1][0] == "members"
    kit = make_mechanism_of_15(desk.workspace)
    QApplication.processEvents()
    assert first_open(screen.steps) == ["", "", "primary", ""]
    make_case(desk.workspace, kit)
    QApplication.processEvents()
    assert first_open(screen.steps) == ["", "", "", "primary"]
    click(screen.steps.buttons[3])
    assert shell.opened[-1] == ("sessions", {"do": "new"})


def test_next_session_stands_first_and_leads_to_its_preparation(
    desk_and_shell: tuple[Desk, NotingShell],
) -> None:
    desk, shell = desk_and_shell
    kit = make_mechanism_of_15(desk.workspace)
    room = make_session(desk.workspace, kit, starts_at=now() + timedelta(days=30), at=now())
    screen = HomeScreen(desk)
    show(desk_and_shell, screen)
    assert not screen.steps.isVisible()
    click(screen.next_session.button)
    assert shell.opened[-1] == ("session_prepare", {"session_id": room.session_id})


def test_after_the_last_session_the_next_one_is_offered(
    desk_and_shell: tuple[Desk, NotingShell],
) -> None:
    desk, shell = desk_and_shell
    hold_case_session(desk.workspace)
    screen = HomeScreen(desk)
    show(desk_and_shell, screen)
    click(screen.next_session.button)
    assert shell.opened[-1] == ("sessions", {"do": "new"})


def test_every_number_of_the_first_screen_leads_somewhere_that_exists(
    desk_and_shell: tuple[Desk, NotingShell],
) -> None:
    desk, shell = desk_and_shell
    hold_case_session(desk.workspace)
    screen = HomeScreen(desk)
    show(desk_and_shell, screen)
    known = {place.key for place in PLACES if place.level != "national"}
    numbers = [link for link in screen.findChildren(NumberLink) if link.isVisible()]
    assert len(numbers) > 3
    for number in numbers:
        click(number)
    assert len(shell.opened) == len(numbers)
    assert {place for place, _arguments in shell.opened} <= known


def test_search_of_the_first_screen_goes_to_the_cases(
    desk_and_shell: tuple[Desk, NotingShell],
) -> None:
    desk, shell = desk_and_shell
    hold_case_session(desk.workspace)
    screen = HomeScreen(desk)
    show(desk_and_shell, screen)
    screen.search.setText("Ковачева")
    press(screen.search, Qt.Key.Key_Return)
    assert shell.opened[-1] == ("cases", {"find": "Ковачева"})


def test_laptop_that_nobody_knows_is_sent_to_the_exchange(
    desk_and_shell: tuple[Desk, NotingShell],
) -> None:
    desk, shell = desk_and_shell
    hold_case_session(desk.workspace)
    screen = HomeScreen(desk)
    show(desk_and_shell, screen)
    click(screen.not_sent.button)
    assert shell.opened[-1][0] == "exchange"


def test_task_is_reported_as_done_from_the_list(
    desk_and_shell: tuple[Desk, NotingShell], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _shell = desk_and_shell
    hold_case_session(desk.workspace)
    monkeypatch.setenv("DCM_CLOCK", "2027-01-20T09:00:00+02:00")
    screen = TasksScreen(desk)
    show(desk_and_shell, screen, only="overdue")
    assert len(screen.model.shown) == 1
    press(screen.table, Qt.Key.Key_Return)
    form = screen.stage.panel
    assert isinstance(form, TaskDoneForm)
    form.result.setPlainText("Посещението е направено.")
    press(form.result, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert screen.stage.panel is None
    assert not screen.model.rows
    assert screen.pages.currentIndex() == 1


@pytest.mark.parametrize("size", SIZES)
def test_first_screen_fits_every_window(
    desk_and_shell: tuple[Desk, NotingShell], size: tuple[int, int]
) -> None:
    desk, shell = desk_and_shell
    kit = hold_case_session(desk.workspace).kit
    make_session(desk.workspace, kit, starts_at=now() + timedelta(days=90), at=now())
    screen = HomeScreen(desk)
    show(desk_and_shell, screen)
    shell.setMinimumSize(*SMALLEST)
    shell.resize(*size)
    QApplication.processEvents()
    assert not clipped(screen)
    assert not outside(shell)
    assert not nameless(screen)


def test_national_copy_without_files_says_what_comes_first(
    national_desk: tuple[Desk, NotingShell],
) -> None:
    screen = AreasScreen(national_desk[0])
    show(national_desk, screen)
    assert screen.pages.currentIndex() == 1
    sessions = NationalSessionsScreen(national_desk[0])
    show(national_desk, sessions)
    assert sessions.pages.currentIndex() == 1


def test_national_picture_counts_what_a_district_has_handed_over(
    workspace: Workspace, national_desk: tuple[Desk, NotingShell], tmp_path: Path
) -> None:
    desk, shell = national_desk
    pair = Pair(workspace, desk.workspace, tmp_path)
    pair.take(pair.export())
    screen = AreasScreen(desk)
    show(national_desk, screen)
    totals = [total.number.text() for total in (screen.sessions, screen.attendances, screen.cases)]
    assert totals == ["1", "2", "1"]
    assert [row.district for row in screen.model.rows] == ["KRZ"]
    press(screen.table, Qt.Key.Key_Return)
    assert shell.opened[-1] == ("sessions", {"district": "KRZ"})
    sessions = NationalSessionsScreen(desk)
    show(national_desk, sessions, district="KRZ")
    assert [row.number for row in sessions.model.rows] == [7]


@pytest.mark.parametrize("size", SIZES)
def test_national_picture_fits_every_window(
    workspace: Workspace,
    national_desk: tuple[Desk, NotingShell],
    tmp_path: Path,
    size: tuple[int, int],
) -> None:
    desk, shell = national_desk
    pair = Pair(workspace, desk.workspace, tmp_path)
    pair.take(pair.export())
    screen = AreasScreen(desk)
    show(national_desk, screen)
    shell.setMinimumSize(*SMALLEST)
    shell.resize(*size)
    QApplication.processEvents()
    assert not clipped(screen)
    assert not outside(shell)
    assert not nameless(screen)
