"""Convening by keyboard and mouse, on a real store."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.support import ics
from tests.support.builders import Mechanism15, Room, make_mechanism_of_15, make_session
from tests.support.files import FileChoice, fake_dialogs
from tests.support.pdf_text import says
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

from dcm_desktop.domain.terms import ExpectedAnswer, NoticeWay, NoticeWhat, SessionStatus
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.formats import weekday_date
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.screen import Desk
from dcm_desktop.ui.screens.sessions.convening import NOBODY, ConveningScreen
from dcm_desktop.ui.screens.sessions.convening_forms import NewDateForm
from dcm_desktop.ui.screens.sessions.convening_rows import read_sign
from dcm_desktop.usecases.documents import list_papers
from dcm_desktop.usecases.sessions import cancel_session, declare_no_quorum, get_room
from dcm_desktop.usecases.sessions.expected import expectations
from dcm_desktop.usecases.sessions.notices import NoticeLog, list_notices

Key, Ctrl, Shift = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> FileChoice:
    return fake_dialogs(monkeypatch)


@pytest.fixture
def kit(desk: Desk) -> Mechanism15:
    return make_mechanism_of_15(desk.workspace)


@pytest.fixture
def room(desk: Desk, kit: Mechanism15) -> Room:
    made = make_session(desk.workspace, kit, starts_at=now() + timedelta(days=40), at=now())
    made.now = now()
    return made


def shown(desk_and_shell: tuple[Desk, NotingShell], session_id: str) -> ConveningScreen:
    desk, shell = desk_and_shell
    screen = ConveningScreen(desk)
    screen.opened(session_id=session_id)
    shell.put(screen)
    shell.show()
    shell.activateWindow()
    QApplication.processEvents()
    screen.refresh_now()
    screen.members.take_keyboard()
    return screen


@pytest.fixture
def screen(desk_and_shell: tuple[Desk, NotingShell], room: Room) -> ConveningScreen:
    return shown(desk_and_shell, room.session_id)


def log(room: Room) -> NoticeLog:
    return room.workspace.ask(list_notices, room.session_id, today=now().date())


def answers(room: Room) -> dict[int, ExpectedAnswer]:
    said = room.workspace.ask(expectations, room.session_id)
    return {n: said[mandate].answer for n, mandate in room.kit.mandates.items() if mandate in said}


@pytest.mark.parametrize(
    ("text", "number", "answer"),
    [
        ("4+", 4, ExpectedAnswer.WILL_COME),
        ("12 –", 12, ExpectedAnswer.WONT_COME),
        ("*", None, ExpectedAnswer.SENDS_SUBSTITUTE),
        ("7/", 7, ExpectedAnswer.WONT_COME),
    ],
)
def test_signs_are_those_of_the_roll_call(
    text: str, number: int | None, answer: ExpectedAnswer
) -> None:
    typed = read_sign(text)
    assert typed is not None
    assert (typed.number, typed.answer) == (number, answer)


@pytest.mark.parametrize("text", ["", "12", "x+", "12345+"])
def test_what_is_no_sign_says_nothing(text: str) -> None:
    assert read_sign(text) is None


def test_answers_are_typed_by_number_and_sign(screen: ConveningScreen, room: Room) -> None:
    """B5: number and sign, or ↑↓ with + − *; nobody is present by it."""
    type_text(screen.members.entry, "2+3-4*")
    assert answers(room) == {
        2: ExpectedAnswer.WILL_COME,
        3: ExpectedAnswer.WONT_COME,
        4: ExpectedAnswer.SENDS_SUBSTITUTE,
    }
    press(screen.members.entry, Key.Key_Down)
    type_text(screen.members.entry, "-")
    assert answers(room)[5] is ExpectedAnswer.WONT_COME
    press(screen.members.entry, Key.Key_Delete)
    assert 5 not in answers(room)
    view = room.workspace.ask(get_room, room.session_id, at=now())
    assert view.quorum.present == 0


def test_a_number_that_nobody_has_is_said(screen: ConveningScreen) -> None:
    type_text(screen.members.entry, "99+")
    assert "99" in screen.members.problem


def test_substitute_and_reason_are_given_under_the_list(
    screen: ConveningScreen, room: Room
) -> None:
    """B5: who comes instead, why somebody stays away."""
    type_text(screen.members.entry, "4*")
    QApplication.processEvents()
    screen.refresh_now()
    assert screen.members.substitute.isVisible()
    screen.members.substitute.chosen.emit(room.kit.people[18])
    type_text(screen.members.entry, "5-")
    QApplication.processEvents()
    screen.refresh_now()
    screen.members.reason.setFocus()
    type_text(screen.members.reason, "в командировка")
    press(screen.members.reason, Key.Key_Return)
    said = room.workspace.ask(expectations, room.session_id)
    assert said[room.kit.mandates[4]].substitute == "Невена Ралева"
    assert said[room.kit.mandates[5]].reason == "в командировка"


def test_one_key_logs_a_member_and_shift_all_the_others(
    screen: ConveningScreen, room: Room
) -> None:
    """B2: proof of notice with one key per way, for one and for everybody."""
    type_text(screen.members.entry, "3")
    press(screen.members.entry, Key.Key_F6)
    (one,) = [row for member in log(room).members for row in member.rows]
    assert (one.what, one.way) == (NoticeWhat.INVITATION, NoticeWay.PHONE)
    press(screen.members.entry, Key.Key_F5, Shift)
    found = log(room)
    assert found.invited == len(found.members) == 16
    ways = [row.way for member in found.members for row in member.rows]
    assert (ways.count(NoticeWay.EMAIL), ways.count(NoticeWay.PHONE)) == (15, 1)


def test_the_same_by_mouse(screen: ConveningScreen, room: Room) -> None:
    screen.members.what.set_value(str(NoticeWhat.REMINDER))
    click(screen.members.all_button)
    click(screen.members.ways[NoticeWay.OTHER])
    rows = [row for member in log(room).members for row in member.rows]
    assert {row.what for row in rows} == {NoticeWhat.REMINDER}
    assert len(rows) == 16


def test_a_wrong_day_is_not_logged(screen: ConveningScreen, room: Room) -> None:
    screen.members.sent_on.setText("31.02.2026")
    press(screen.members.entry, Key.Key_F5)
    assert screen.members.problem
    assert log(room).invited == 0


def test_deadline_says_until_when_to_send(screen: ConveningScreen, room: Room) -> None:
    """B3: the deadline line of the rules, and what is late under its row."""
    text = screen.members.deadline.text()
    deadline = log(room).deadline
    assert weekday_date(deadline.day) in text
    assert Plurals().workdays(deadline.workdays) in text
    assert ".." not in text


def test_those_who_stay_away_are_excused_on_one_key(screen: ConveningScreen, room: Room) -> None:
    """B5: the roll is filled in only on request."""
    type_text(screen.members.entry, "3-")
    QApplication.processEvents()
    screen.refresh_now()
    press(screen.members.entry, Key.Key_Return, Ctrl)
    signs = {row.n: row.sign for row in room.view().members}
    assert signs[3].value == "excused"
    assert signs[4].value == "expected"


def test_calendar_file_is_saved_where_asked(
    screen: ConveningScreen, room: Room, files: FileChoice, tmp_path: Path
) -> None:
    """B1: one button; the file on the disk is what a calendar reads."""
    files.path = tmp_path / "покана.ics"
    click(screen.papers.buttons["calendar", "save"])
    assert ics.read(files.path.read_bytes()).one("METHOD").value == "REQUEST"


def test_kit_is_saved_and_noted(
    screen: ConveningScreen, room: Room, files: FileChoice, tmp_path: Path, qtbot: QtBot
) -> None:
    """B6: one click makes the kit; the copy is in the register."""
    files.path = tmp_path / "kit.pdf"
    click(screen.papers.buttons["kit", "save"])
    qtbot.waitUntil(lambda: bool(room.workspace.ask(list_papers, room.session_id)), timeout=20_000)
    assert says(files.path.read_bytes(), "БЛАНКА ЗА ПРОТОКОЛ")
    (row,) = room.workspace.ask(list_papers, room.session_id)
    assert (row.kind, row.way) == ("kit", "file")


def test_a_cancelled_session_is_told_by_the_same_keys(
    desk_and_shell: tuple[Desk, NotingShell], room: Room
) -> None:
    """B1, B2: the cancellation is logged like the invitation; answers are taken no more."""
    room.workspace.do(cancel_session, room.session_id, "Отпада", at=now())
    screen = shown(desk_and_shell, room.session_id)
    press(screen.members.entry, Key.Key_F6, Shift)
    rows = [row for member in log(room).members for row in member.rows]
    assert {row.what for row in rows} == {NoticeWhat.CANCELLATION}
    type_text(screen.members.entry, "2+")
    assert answers(room) == {}


def test_a_session_without_quorum_is_called_again_in_one_act(
    desk_and_shell: tuple[Desk, NotingShell], kit: Mechanism15
) -> None:
    """D6: the form proposes a date; one act, then the letters of the new session."""
    starts_at = now() - timedelta(minutes=40)
    room = make_session(desk_and_shell[0].workspace, kit, starts_at=starts_at, at=now())
    screen = shown(desk_and_shell, room.session_id)
    assert screen.failed_button.isVisible()
    click(screen.failed_button)
    form = screen.stage.panel
    assert isinstance(form, NewDateForm)
    form.save()
    if form.strip.text:
        form._save_all_the_same()
    view = room.workspace.ask(get_room, room.session_id, at=now())
    assert view.status is SessionStatus.NO_QUORUM
    assert desk_and_shell[1].opened[-1][0] == "convening"


def test_after_the_room_the_form_of_the_new_date_is_open(
    desk_and_shell: tuple[Desk, NotingShell], kit: Mechanism15
) -> None:
    """D6: a session declared in the room leads to its statement and its new date."""
    starts_at = now() - timedelta(minutes=40)
    room = make_session(desk_and_shell[0].workspace, kit, starts_at=starts_at, at=now())
    room.workspace.do(declare_no_quorum, room.session_id, at=now())
    screen = shown(desk_and_shell, room.session_id)
    screen.opened(session_id=room.session_id, do="new_date")
    assert isinstance(screen.stage.panel, NewDateForm)
    screen.stage.close_panel()
    assert screen.papers.buttons["statement", "print"].isVisible()
    assert screen.failed_button.isVisible()


def test_without_members_there_is_a_way_on(
    desk_and_shell: tuple[Desk, NotingShell],
) -> None:
    from tests.support.people import make_mechanism

    desk = desk_and_shell[0]
    mechanism = make_mechanism(desk.workspace, at=now())
    kit = Mechanism15(mechanism, {}, {}, {})
    room = make_session(
        desk.workspace, kit, starts_at=now() + timedelta(days=40), convened=False, at=now()
    )
    screen = shown(desk_and_shell, room.session_id)
    assert screen.pages.currentIndex() == NOBODY


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_clipped_and_everything_has_a_name(
    desk_and_shell: tuple[Desk, NotingShell], screen: ConveningScreen, size: tuple[int, int]
) -> None:
    shell = desk_and_shell[1]
    shell.resize(*size)
    QApplication.processEvents()
    assert not clipped(screen)
    assert not outside(shell)
    assert not nameless(screen)
