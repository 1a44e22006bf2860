"""Sessions and their preparation by keyboard and mouse, on a real store."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support.builders import Mechanism15, make_case, make_mechanism_of_15, make_session
from tests.support.files import FileChoice, fake_dialogs
from tests.support.window import (
    SIZES,
    NotingShell,
    click,
    clipped,
    nameless,
    outside,
    press,
    type_text,
)

from dcm_desktop import resources
from dcm_desktop.domain.terms import AgendaItemKind, SessionAction, SessionStatus
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.main_window import SMALLEST
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.screens.sessions.list import FIRST, NO_MECHANISM, TABLE, SessionsScreen
from dcm_desktop.ui.screens.sessions.prepare import PrepareScreen
from dcm_desktop.ui.screens.sessions.reason_form import ConveneForm, ReasonForm, RescheduleForm
from dcm_desktop.ui.screens.sessions.session_form import SessionForm
from dcm_desktop.usecases import sessions

Key, Alt, Ctrl = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> FileChoice:
    return fake_dialogs(monkeypatch)


@pytest.fixture
def kit(desk: Desk) -> Mechanism15:
    return make_mechanism_of_15(desk.workspace)


def show(desk_and_shell: tuple[Desk, NotingShell], screen: SessionsScreen | PrepareScreen) -> None:
    shell = desk_and_shell[1]
    shell.put(screen)
    shell.show()
    shell.activateWindow()
    QApplication.processEvents()
    screen.refresh_now()


@pytest.fixture
def listing(desk_and_shell: tuple[Desk, NotingShell]) -> SessionsScreen:
    screen = SessionsScreen(desk_and_shell[0])
    show(desk_and_shell, screen)
    return screen


@pytest.fixture
def prepare(desk_and_shell: tuple[Desk, NotingShell], kit: Mechanism15) -> PrepareScreen:
    desk = desk_and_shell[0]
    starts_at = now() + timedelta(days=40)
    room = make_session(desk.workspace, kit, (), starts_at=starts_at, convened=False, at=now())
    screen = PrepareScreen(desk)
    screen.opened(session_id=room.session_id)
    show(desk_and_shell, screen)
    return screen


def titles(screen: PrepareScreen) -> list[str]:
    return [line.title for line in screen.agenda.lines]


def status_of(screen: PrepareScreen) -> SessionStatus:
    assert screen.view is not None
    return screen.view.room.status


def add(screen: PrepareScreen, title: str) -> None:
    """Add a topic by keyboard alone."""
    press(screen, Key.Key_Insert)
    form = screen.item
    assert form.is_new
    form.kind.set_value(AgendaItemKind.POLICY)
    form.kind.chosen.emit(AgendaItemKind.POLICY.value)
    form.title.setFocus()
    type_text(form.title, title)
    press(form.title, Key.Key_Return, Ctrl)
    QApplication.processEvents()


def test_store_without_mechanism_is_led_to_it(
    desk_and_shell: tuple[Desk, NotingShell], listing: SessionsScreen
) -> None:
    assert listing.pages.currentIndex() == NO_MECHANISM
    assert not listing.new_button.isEnabled()


def test_mechanism_without_sessions_offers_the_first(
    kit: Mechanism15, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    screen = SessionsScreen(desk_and_shell[0])
    show(desk_and_shell, screen)
    assert screen.pages.currentIndex() == FIRST


def test_new_session_is_prepared_from_the_list_by_keyboard(
    kit: Mechanism15, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    desk, shell = desk_and_shell
    screen = SessionsScreen(desk)
    show(desk_and_shell, screen)
    press(screen, Key.Key_N, Ctrl)
    form = screen.stage.panel
    assert isinstance(form, SessionForm)
    form.day.setText("+30")
    form.place.setText("зала № 2")
    press(form.place, Key.Key_Return, Ctrl)
    if form is screen.stage.panel and form.strip.text:
        form._save_all_the_same()  # a free day in thirty days is asked about
    rows = desk.workspace.ask(sessions.list_sessions)
    assert [row.number for row in rows] == [1]
    assert shell.opened[-1] == ("session_prepare", {"session_id": rows[0].session_id})


def test_held_session_is_marked_as_entered_later(
    kit: Mechanism15, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    desk, _shell = desk_and_shell
    screen = SessionsScreen(desk)
    show(desk_and_shell, screen)
    click(screen.late_button)
    form = screen.stage.panel
    assert isinstance(form, SessionForm)
    form.day.setText("+1")
    form.save()
    assert "Не по-късно от" in form.day.problem()
    form.day.set_value(today() - timedelta(days=90))
    form.save()
    if form is screen.stage.panel and form.strip.text:
        form._save_all_the_same()
    rows = desk.workspace.ask(sessions.list_sessions)
    assert [row.entered_later for row in rows] == [True]
    QApplication.processEvents()
    assert screen.pages.currentIndex() == TABLE


def test_list_opens_what_the_state_asks_for(
    kit: Mechanism15, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    desk, shell = desk_and_shell
    room = make_session(desk.workspace, kit)
    screen = SessionsScreen(desk)
    show(desk_and_shell, screen)
    screen.table.setFocus()
    press(screen.table, Key.Key_Return)
    assert shell.opened[-1][0] == "session_prepare"
    room.open()
    QApplication.processEvents()
    press(screen.table, Key.Key_Return)
    assert shell.opened[-1] == ("room", {"session_id": room.session_id})


def test_session_from_a_wrong_file_is_refused_with_its_place(
    kit: Mechanism15,
    desk_and_shell: tuple[Desk, NotingShell],
    files: FileChoice,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    desk, _shell = desk_and_shell
    screen = SessionsScreen(desk)
    show(desk_and_shell, screen)
    files.path = tmp_path / "session.json"
    files.path.write_text('{"unknown": 1}', encoding="utf-8")
    screen.choose_file()
    qtbot.waitUntil(lambda: not desk.jobs.waiting)
    assert "unknown" in screen.strip.text
    assert not desk.workspace.ask(sessions.list_sessions)


def test_session_from_a_file_is_entered_with_all_it_names(
    desk_and_shell: tuple[Desk, NotingShell], files: FileChoice, qtbot: QtBot
) -> None:
    desk, shell = desk_and_shell
    screen = SessionsScreen(desk)
    show(desk_and_shell, screen)
    files.path = resources.path("demo", "session-6.json")
    screen.choose_file()
    qtbot.waitUntil(lambda: not desk.jobs.waiting, timeout=30_000)
    QApplication.processEvents()
    assert not screen.strip.text
    assert "въведено" in shell.said[-1]
    assert [row.status for row in screen.model.rows] == [SessionStatus.HELD]


def test_postponed_session_gets_a_new_date_under_its_number(prepare: PrepareScreen) -> None:
    prepare._open_act(SessionAction.POSTPONE)
    form = prepare.stage.panel
    assert isinstance(form, ReasonForm)
    form.save()
    assert form.reason.text() == ""
    form.reason.setPlainText("Залата е заета.")
    press(form.reason, Key.Key_Return, Ctrl)
    QApplication.processEvents()
    assert status_of(prepare) is SessionStatus.POSTPONED
    click(prepare.next_button)
    again = prepare.stage.panel
    assert isinstance(again, RescheduleForm)
    again.day.setText("+60")
    again.save()
    if again is prepare.stage.panel and again.strip.text:
        again._save_all_the_same()
    QApplication.processEvents()
    assert status_of(prepare) is SessionStatus.DRAFT
    assert prepare.view is not None
    assert prepare.view.room.number == 1


def test_agenda_is_built_and_ordered_by_keyboard(prepare: PrepareScreen) -> None:
    add(prepare, "Свободни места в приемната грижа")
    add(prepare, "План за обучение")
    assert titles(prepare) == ["Свободни места в приемната грижа", "План за обучение"]
    assert next(line.start for line in prepare.agenda.lines)
    prepare.agenda.list.setFocus()
    press(prepare.agenda.list, Key.Key_Up, Alt)
    QApplication.processEvents()
    assert titles(prepare) == ["План за обучение", "Свободни места в приемната грижа"]
    press(prepare.agenda.list, Key.Key_Delete)
    QApplication.processEvents()
    assert titles(prepare) == ["Свободни места в приемната грижа"]


def test_case_item_gets_its_title_and_no_free_text(
    prepare: PrepareScreen, kit: Mechanism15
) -> None:
    case_id = make_case(prepare.desk.workspace, kit)
    QApplication.processEvents()
    press(prepare, Key.Key_Insert)
    form = prepare.item
    assert form.title.isReadOnly()
    press(form.add_button, Key.Key_Return)
    assert form.case_field.error == "Изберете случая."
    form.case.set_value(case_id)
    form.case.chosen.emit(case_id)
    press(form.add_button, Key.Key_Return)
    QApplication.processEvents()
    assert titles(prepare) == ["Обсъждане на случай №\u00a0KRZ-2026-001"]
    assert prepare.agenda.lines[0].closed_part
    assert not form.add_button.isVisible()


def test_edited_item_is_saved_when_its_field_is_left(prepare: PrepareScreen) -> None:
    add(prepare, "План за обучение")
    prepare.item.title.setFocus()
    prepare.item.title.setText("План за обучение през 2027 г.")
    prepare.item.minutes.setFocus()
    QApplication.processEvents()
    assert titles(prepare) == ["План за обучение през 2027 г."]
    assert not prepare.item.is_dirty


def test_typed_title_is_saved_before_the_window_is_locked(prepare: PrepareScreen) -> None:
    add(prepare, "План за обучение")
    prepare.item.title.setText("Друга тема")
    prepare.flush()
    QApplication.processEvents()
    assert titles(prepare) == ["Друга тема"]


def test_next_act_is_primary_in_each_state(
    prepare: PrepareScreen, desk_and_shell: tuple[Desk, NotingShell]
) -> None:
    shell = desk_and_shell[1]
    add(prepare, "План за обучение")
    assert (prepare.next_button.text(), prepare.next_button.kind) == ("Свикай", "primary")
    prepare.do_next()
    if prepare.strip.text:
        prepare.convene(frozenset({"session.free_day", "session.no_chair_yet"}))
    QApplication.processEvents()
    assert prepare.view is not None
    assert prepare.view.room.status is SessionStatus.CONVENED
    assert prepare.paper_button.kind == "primary"
    click(prepare.paper_button)
    assert shell.opened[-1][0] == "session_view"
    click(prepare.next_button)
    assert shell.opened[-1][0] == "room"


def test_session_is_convened_with_its_outgoing_number(prepare: PrepareScreen) -> None:
    add(prepare, "План за обучение")
    prepare._open_act(SessionAction.CONVENE)
    form = prepare.stage.panel
    assert isinstance(form, ConveneForm)
    type_text(form.outgoing_no, "36")
    press(form.outgoing_no, Key.Key_Return, Ctrl)
    if form is prepare.stage.panel and form.strip.text:
        form._save_all_the_same()
    QApplication.processEvents()
    assert status_of(prepare) is SessionStatus.CONVENED


def test_missing_agenda_leads_to_a_new_item(prepare: PrepareScreen) -> None:
    assert prepare.readiness.pill.tone == "bad"
    prepare.item.leave_new()
    prepare.readiness.jump_to_first()
    assert prepare.item.is_new


@pytest.mark.parametrize("size", SIZES)
def test_preparation_fits_every_window(
    prepare: PrepareScreen, desk_and_shell: tuple[Desk, NotingShell], size: tuple[int, int]
) -> None:
    shell = desk_and_shell[1]
    add(prepare, "Свободни места в приемната грижа и в центровете за настаняване")
    shell.setMinimumSize(*SMALLEST)
    shell.resize(*size)
    QApplication.processEvents()
    assert not clipped(prepare)
    assert not outside(shell)
    assert not nameless(prepare)
