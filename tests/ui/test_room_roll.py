"""The roll call and the opening, by keyboard, in the real window on a real store."""

import pytest
from PySide6.QtCore import Qt
from tests.support.builders import Mechanism15, Room
from tests.support.room_window import CTRL, RoomWindow

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.usecases import members
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import RollSign

pytestmark = pytest.mark.qt_no_exception_capture


def signs(window: RoomWindow) -> dict[int, RollSign]:
    return {row.n: row.sign for row in window.view().members}


def authorise(workspace: Workspace, room: Room, number: int, person: int) -> None:
    data = members.SubstituteData(room.kit.people[person], room.now.date(), document="№ 5")
    workspace.do(members.authorise_substitute, room.kit.mandates[number], data, at=room.now)


def test_fifteen_members_two_absent_one_represented_take_twelve_keys(
    workspace: Workspace, room: Room, seen: RoomWindow
) -> None:
    """C1, C7, T2: `F3` `7-` `11/` `14*` `Enter` `Ctrl+Enter` – 12 keys."""
    authorise(workspace, room, 14, 18)
    seen.press(Qt.Key.Key_F3)
    seen.write("7-")
    seen.write("11/")
    seen.write("14*")
    seen.press(Qt.Key.Key_Return)
    seen.press(Qt.Key.Key_Return, CTRL)
    assert seen.keys <= 12
    found = signs(seen)
    assert (found[7], found[11], found[14]) == (
        RollSign.ABSENT,
        RollSign.EXCUSED,
        RollSign.SUBSTITUTE,
    )
    assert sum(1 for sign in found.values() if sign is RollSign.PRESENT) == 12
    assert seen.view().quorum.present == 13


def test_a_sign_alone_marks_the_row_that_the_arrows_reached(seen: RoomWindow) -> None:
    seen.press(Qt.Key.Key_F3)
    seen.press(Qt.Key.Key_Down)
    seen.press(Qt.Key.Key_Down)
    seen.write("/")
    assert signs(seen)[3] is RollSign.EXCUSED


def test_digits_typed_in_the_list_begin_a_number(seen: RoomWindow) -> None:
    seen.press(Qt.Key.Key_F3)
    seen.screen.roll.list.setFocus()
    seen.write("12-")
    assert signs(seen)[12] is RollSign.ABSENT


def test_a_number_that_is_not_in_the_roll_is_said_and_changes_nothing(seen: RoomWindow) -> None:
    seen.press(Qt.Key.Key_F3)
    seen.write("44-")
    assert set(signs(seen).values()) == {RollSign.EXPECTED}
    assert "44" in seen.screen.roll.problem


def test_a_substitute_without_authorisation_is_chosen_and_the_missing_document_said(
    room: Room, seen: RoomWindow
) -> None:
    seen.press(Qt.Key.Key_F3)
    seen.write("5*")
    bar = seen.screen.roll.substitute
    bar.person.set_value(room.kit.people[18])
    bar.document.setFocus()
    seen.press(Qt.Key.Key_Return)
    assert signs(seen)[5] is RollSign.SUBSTITUTE
    assert "упълномощаване" in seen.strip


def test_delete_takes_a_mark_back(seen: RoomWindow) -> None:
    seen.press(Qt.Key.Key_F3)
    seen.write("3-")
    seen.press(Qt.Key.Key_Delete)
    assert signs(seen)[3] is RollSign.EXPECTED


def test_session_with_quorum_is_opened_in_two_keys(room: Room, seen: RoomWindow) -> None:
    """T3: `F2` `Enter` – 2 keys."""
    room.call_roll()
    seen.press(Qt.Key.Key_F2)
    assert "15" in seen.strip
    seen.press(Qt.Key.Key_Return)
    assert seen.keys == 2
    assert seen.view().status is SessionStatus.OPEN


def test_session_without_anybody_is_refused_with_a_sentence(seen: RoomWindow) -> None:
    seen.press(Qt.Key.Key_F2)
    seen.press(Qt.Key.Key_Return)
    assert seen.strip == "Няма отбелязани присъстващи."
    assert seen.view().status is SessionStatus.CONVENED


def test_session_without_quorum_asks_again_before_it_opens(room: Room, seen: RoomWindow) -> None:
    room.call_roll(absent=tuple(range(1, 10)))
    seen.press(Qt.Key.Key_F2)
    seen.press(Qt.Key.Key_Return)
    assert "Няма кворум" in seen.strip
    assert seen.view().status is SessionStatus.CONVENED
    seen.press(Qt.Key.Key_Return)
    assert seen.view().status is SessionStatus.OPEN


def test_a_member_leaves_and_returns_in_eight_keys(running: RoomWindow) -> None:
    """T10: `F3` `8.` `Esc` … `F3` `8+` `Esc` – 8 keys."""
    running.press(Qt.Key.Key_F3)
    running.write("8.")
    running.press(Qt.Key.Key_Escape)
    assert running.view().quorum.present == 13
    assert running.screen.attendance.list.rows_model.rows[0].number == "8"
    running.tick(15)
    running.press(Qt.Key.Key_F3)
    running.write("8+")
    running.press(Qt.Key.Key_Escape)
    assert running.keys <= 8
    assert running.view().quorum.present == 14


def test_losing_the_quorum_turns_the_pill_and_blocks_deciding(running: RoomWindow) -> None:
    running.press(Qt.Key.Key_F6)
    running.write("Приема за сведение.")
    running.press(Qt.Key.Key_F3)
    for number in range(1, 8):
        running.write(f"{number}.")
    running.press(Qt.Key.Key_Escape)
    assert running.screen.attendance.pill.text == "Няма кворум"
    running.press(Qt.Key.Key_F6)
    running.press(Qt.Key.Key_Return, CTRL)
    assert "Решение не може да бъде взето" in running.strip
    assert running.view().current is not None
    assert running.screen.panel.decision.editor.text() == "Приема за сведение."


def test_recusal_is_marked_and_taken_back_in_the_roll(running: RoomWindow) -> None:
    running.press(Qt.Key.Key_F3)
    running.write("12!")
    assert signs(running)[12] is RollSign.RECUSED
    running.write("12!")
    assert signs(running)[12] is RollSign.PRESENT


def test_the_coordinator_is_never_in_the_roll(kit: Mechanism15, seen: RoomWindow) -> None:
    seen.press(Qt.Key.Key_F3)
    rows = seen.screen.roll.list.rows_model.rows
    assert [row.number for row in rows] == [str(n) for n in range(1, 16)]
    assert len(seen.view().others) == 3
