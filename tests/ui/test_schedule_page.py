"""The page of the schedule rule, on a real store."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.people import make_mechanism
from tests.support.seen import settled, show_screen
from tests.support.window import SIZES, NotingShell, clipped, nameless, outside, press

from dcm_desktop.domain.terms import ScheduleRule
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.formats import weekday_date
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.screens.settings.schedule_page import DAY, NONE, WEEKDAY, SchedulePage
from dcm_desktop.ui.screens.settings.settings import SCHEDULE, SettingsScreen
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.usecases.sessions.schedule import ScheduleData, get_schedule, try_schedule


@pytest.fixture
def mechanism(desk: Desk) -> str:
    return make_mechanism(desk.workspace, at=now())


@pytest.fixture
def screen(
    qtbot: QtBot,
    desk_and_shell: tuple[Desk, NotingShell],
    mechanism: str,
    monkeypatch: pytest.MonkeyPatch,
) -> SettingsScreen:
    desk, shell = desk_and_shell
    made = SettingsScreen(desk)
    show_screen(qtbot, shell, made, monkeypatch)
    made.opened(part="schedule")
    settled(made)
    return made


def page_of(screen: SettingsScreen) -> SchedulePage:
    settled(screen)
    page = screen.schedule
    assert page is not None
    return page


def choose(page: SchedulePage, kind: int) -> None:
    page.kind.set_index(kind)
    page.kind.chosen.emit(kind)
    QApplication.processEvents()


def saved(desk: Desk, mechanism: str) -> ScheduleData | None:
    return desk.workspace.ask(get_schedule, mechanism)


def previewed(page: SchedulePage) -> str:
    return " ".join(label.text() for label in page.preview.findChildren(Label))


def test_without_a_rule_nothing_is_asked(screen: SettingsScreen) -> None:
    """B4: a mechanism may have no rule."""
    page = page_of(screen)
    assert page.kind.index == NONE
    assert not page.months.isVisible()


def test_rule_is_chosen_previewed_and_saved(
    screen: SettingsScreen, desk: Desk, mechanism: str
) -> None:
    """B4: nth weekday; the next four days are shown before it is saved."""
    page = page_of(screen)
    choose(page, WEEKDAY)
    page.nth.set_value("2")
    page.weekday.set_value("1")
    page.months.set_value("2")
    page.hour.set_value(time(14, 0))
    page.nth.chosen.emit("2")
    QApplication.processEvents()
    days = [label for label in page.preview.findChildren(Label) if not label.isHidden()]
    assert len(days) >= 5
    press(page.place, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    data = saved(desk, mechanism)
    assert data is not None
    rule = data.schedule
    assert (rule.rule, rule.nth, rule.weekday) == (ScheduleRule.NTH_WEEKDAY, 2, 1)
    assert (rule.every_months, rule.hour) == (2, time(14, 0))


def test_a_day_off_is_named_with_the_day_offered(screen: SettingsScreen) -> None:
    """B4: a rule that gives Saturdays names each of them and offers the next working day."""
    page = page_of(screen)
    choose(page, WEEKDAY)
    page.weekday.set_value("5")
    page.weekday.chosen.emit("5")
    QApplication.processEvents()
    assert previewed(page).count("събота") >= 3  # one may be a holiday with a name of its own
    days = page._desk.workspace.ask(try_schedule, page._id, page.data().schedule, count=4, at=now())
    for one in days:
        assert one.instead is not None
        assert weekday_date(one.instead) in previewed(page)


def test_rule_can_be_given_up(screen: SettingsScreen, desk: Desk, mechanism: str) -> None:
    page = page_of(screen)
    choose(page, DAY)
    page.save()
    assert saved(desk, mechanism) is not None
    page = page_of(screen)
    choose(page, NONE)
    page.save()
    assert saved(desk, mechanism) is None


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", [WEEKDAY, DAY, NONE])
def test_nothing_is_clipped(
    desk_and_shell: tuple[Desk, NotingShell],
    screen: SettingsScreen,
    size: tuple[int, int],
    kind: int,
) -> None:
    shell = desk_and_shell[1]
    shell.resize(*size)
    choose(page_of(screen), kind)
    QApplication.processEvents()
    assert screen.tabs.index == SCHEDULE
    assert not clipped(screen)
    assert not outside(shell)
    assert not nameless(screen)
