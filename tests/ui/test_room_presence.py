"""Roll call, quorum, closed part, breaks and written votes in the real window, by keys."""

from time import perf_counter, process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from tests.support.builders import (
    Room,
    add_case_item,
    make_case,
)
from tests.support.room_people import change, new_rules, part
from tests.support.room_window import CTRL, RoomWindow

from dcm_desktop.domain.terms import (
    AttendanceMode,
    BreakKind,
    ReducedQuorum,
    SessionForm,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.ui.screens.session_room.break_bar import BreakBar
from dcm_desktop.ui.screens.session_room.declarations_bar import DeclarationsBar
from dcm_desktop.ui.screens.session_room.doors_bar import DoorsBar
from dcm_desktop.ui.screens.session_room.item_people import ItemPeople
from dcm_desktop.ui.screens.session_room.people_forms import GuestForm
from dcm_desktop.ui.screens.session_room.roll_side import PersonButton
from dcm_desktop.ui.widgets.bars import QuorumBar
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.messages import MessageStrip
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.sessions import RollSign

pytestmark = pytest.mark.qt_no_exception_capture
SHIFT = Qt.KeyboardModifier.ShiftModifier


def signs(window: RoomWindow) -> dict[int, RollSign]:
    return {row.n: row.sign for row in window.view().members}


def test_the_sign_again_takes_the_next_reason(seen: RoomWindow) -> None:
    """C2: the reason from a short list, one key each; it can be typed too."""
    seen.press(Qt.Key.Key_F3)
    seen.write("11/")
    assert (signs(seen)[11], seen.view().members[10].excuse) == (RollSign.EXCUSED, "")
    seen.write("/")
    assert seen.view().members[10].excuse == "болничен"
    seen.write("/")
    assert seen.view().members[10].excuse == "отпуск"
    seen.write("7-")
    assert signs(seen)[7] is RollSign.ABSENT
    seen.write("11/")
    bar = seen.screen.roll.note
    bar.reason.setFocus()
    seen.write("семейни")
    seen.press(Qt.Key.Key_Return)
    assert seen.view().members[10].excuse == "семейни"
    assert QApplication.focusWidget() is seen.screen.roll.entry


def test_a_recusal_gets_its_reason_in_the_line_above(running: RoomWindow) -> None:
    """F10: one key, then the reason without leaving the roll."""
    running.press(Qt.Key.Key_F3)
    running.write("12!")
    assert signs(running)[12] is RollSign.RECUSED
    running.screen.roll.note.reason.setFocus()
    running.write("родство")
    running.press(Qt.Key.Key_Return)
    assert running.screen.roll.note.isHidden()
    assert signs(running)[12] is RollSign.RECUSED


def test_a_proxy_is_given_by_keys(room: Room, seen: RoomWindow) -> None:
    """C4: number, sign, who holds it; the row says it."""
    new_rules(room, proxy_votes=True)
    room.call_roll(absent=(9,))
    seen.settle()
    seen.press(Qt.Key.Key_F3)
    seen.write("9%")
    bar = seen.screen.roll.substitute
    bar.person.set_value(room.row(4))
    bar.document.setFocus()
    seen.write("3")
    seen.press(Qt.Key.Key_Return)
    assert signs(seen)[9] is RollSign.PROXY
    assert seen.view().quorum.may_vote == 15
    assert seen.view().quorum.present == 14


def test_a_proxy_is_refused_where_the_rules_know_none(seen: RoomWindow) -> None:
    """C4: off by default, said in the line."""
    seen.press(Qt.Key.Key_F3)
    seen.write("9%")
    assert "пълномощно" in seen.screen.roll.problem


def test_declarations_are_signed_by_key(room: Room, seen: RoomWindow) -> None:
    """H14: Ctrl+D at a name, Ctrl+Shift+D for everybody."""
    room.call_roll()
    seen.settle()
    seen.press(Qt.Key.Key_F3)
    seen.write("4")
    seen.press(Qt.Key.Key_D, CTRL)
    assert seen.view().members[3].declaration_signed
    seen.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert seen.view().live.undeclared == ()


def test_missing_declarations_are_said_before_a_case(room: Room, seen: RoomWindow) -> None:
    """H14: visible before a case opens, and nothing is held up."""
    add_case_item(room, make_case(room.workspace, room.kit))
    room.open()
    seen.at(room.now)
    seen.screen.show_item(room.item(3))
    seen.settle()
    bar = part(seen, DeclarationsBar)
    assert isinstance(bar, DeclarationsBar)
    assert "Радка Милева" in bar.strip.text
    room.workspace.do(sessions.sign_all_declarations, room.session_id, at=room.now)
    seen.settle()
    assert bar.isHidden()


def test_everybody_is_remote_in_a_remote_session(room: Room, seen: RoomWindow) -> None:
    """C1: the form sets the mode, one key changes it."""
    change(room, form=SessionForm.REMOTE)
    seen.settle()
    seen.press(Qt.Key.Key_F3)
    seen.write("3+")
    seen.write("4=")
    modes = [row.mode for row in seen.view().members[2:4]]
    assert modes == [AttendanceMode.REMOTE, AttendanceMode.REMOTE]


# -- quorum --------------------------------------------------------------------------------------


def lose(window: RoomWindow) -> None:
    window.press(Qt.Key.Key_F3)
    for number in range(1, 8):
        window.write(f"{number}.")
    window.settle()


def test_the_lost_quorum_asks_once_and_waits(running: RoomWindow) -> None:
    """D3: the strip asks without taking the keyboard; Shift+F3 answers."""
    lose(running)
    assert "кворум" in running.strip
    assert QApplication.focusWidget() is running.screen.roll.entry
    running.press(Qt.Key.Key_F3, SHIFT)
    running.press(Qt.Key.Key_Return)
    assert running.view().live.question is None
    running.write("8.")
    assert running.view().live.question is None
    running.write("1+")
    running.write("2+")
    running.settle()
    assert "Има кворум" in running.strip


def test_the_pill_follows_a_roll_call_key(running: RoomWindow) -> None:
    """D2, C14 (cases): number, colour and word change with the key."""
    lose(running)
    assert running.screen.attendance.pill.text == "Няма кворум"
    assert running.screen.attendance.pill.tone == "bad"


def test_the_pill_is_there_within_a_tenth_of_a_second(running: RoomWindow) -> None:
    """D2: key, commit and the new count, in time of the processor; the best of several."""
    running.press(Qt.Key.Key_F3)
    took = []
    for number in (1, 2, 3, 4, 6, 7):
        bar = running.screen.roll.side.findChild(QuorumBar)
        assert bar is not None
        shown = bar.accessibleName()
        running.write(f"{number}")
        before, until = process_time(), perf_counter() + 5
        running.write(".")
        while bar.accessibleName() == shown and perf_counter() < until:
            QApplication.processEvents()
        took.append(process_time() - before)
    assert min(took) <= 0.1, took


def test_the_smaller_quorum_is_one_key_away(room: Room, seen: RoomWindow) -> None:
    """D6: after the hour of waiting the strip offers it beside „не се състоя“."""
    new_rules(room, reduced_quorum=ReducedQuorum.ONE_THIRD, reduced_quorum_after_min=60)
    room.call_roll(absent=tuple(range(7, 16)))
    seen.tick(61)
    seen.settle()
    seen.press(Qt.Key.Key_F2)
    seen.press(Qt.Key.Key_Return)
    assert "Няма кворум" in seen.strip
    strip = seen.screen.findChild(MessageStrip)
    assert strip is not None
    seen.press(Qt.Key.Key_Tab)
    seen.press(Qt.Key.Key_Return)
    assert (seen.view().quorum.needed, seen.view().quorum.has_quorum) == (5, True)
    seen.press(Qt.Key.Key_F2)
    seen.press(Qt.Key.Key_Return)
    assert seen.view().status is SessionStatus.OPEN


# -- closed part ---------------------------------------------------------------------------------


@pytest.fixture
def closed(room: Room, seen: RoomWindow) -> RoomWindow:
    """A case runs; a guest with a declaration and two associates went out."""
    add_case_item(room, make_case(room.workspace, room.kit))
    guest = sessions.GuestData("Людмила Цонева", "Фондация „Мост“", declaration_signed=True)
    room.workspace.do(sessions.add_guest, room.session_id, guest, at=room.now)
    room.open()
    room.start(3)
    seen.at(room.now)
    seen.settle()
    return seen


def test_who_stays_is_ticked_by_keyboard(closed: RoomWindow) -> None:
    """E4: Shift+F3, Space on a guest, the reason, Enter; the rest are outside with one time."""
    bar = part(closed, DoorsBar)
    assert isinstance(bar, DoorsBar)
    assert not bar.isHidden()
    closed.press(Qt.Key.Key_F3, SHIFT)
    live = closed.view().live.closed_part
    assert live is not None
    place = [row.name for row in live.rows].index("Людмила Цонева")
    for _ in range(place):
        closed.press(Qt.Key.Key_Right)
    closed.press(Qt.Key.Key_Space)
    closed.write("преводач")
    closed.press(Qt.Key.Key_Return)
    live = closed.view().live.closed_part
    assert live is not None
    assert (live.outside, [row.name for row in live.rows if row.inside]) == (2, ["Людмила Цонева"])
    closed.press(Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_an_associate_without_declaration_is_refused(closed: RoomWindow) -> None:
    """E4, H14: the sentence says why they must leave."""
    closed.press(Qt.Key.Key_F3, SHIFT)
    closed.press(Qt.Key.Key_Space)
    assert "декларация" in closed.strip
    live = closed.view().live.closed_part
    assert live is not None
    assert live.outside == 3


# -- breaks --------------------------------------------------------------------------------------


def test_a_break_is_one_key_and_its_end_another(running: RoomWindow) -> None:
    """E3: F2, the planned time, F2; then who has not come back is asked."""
    running.press(Qt.Key.Key_F2)
    running.settle()
    bar = part(running, BreakBar)
    assert isinstance(bar, BreakBar)
    assert not bar.isHidden()
    running.press(Qt.Key.Key_F3, SHIFT)
    running.write("12:45")
    running.press(Qt.Key.Key_Return)
    pause = running.view().live.pause
    assert pause is not None
    assert pause.planned_to_at is not None
    running.tick(15)
    running.press(Qt.Key.Key_F2)
    running.settle()
    assert running.view().status is SessionStatus.OPEN
    assert "не се е върнал" in running.strip
    assert bar.isHidden()


def test_the_rest_of_the_session_is_put_off_to_another_day(running: RoomWindow) -> None:
    """E3: another day, the roll anew, then on."""
    running.press(Qt.Key.Key_F2)
    bar = part(running, BreakBar)
    assert isinstance(bar, BreakBar)
    bar.another.click()
    bar.time.setFocus()
    running.press(Qt.Key.Key_Return)
    pause = running.view().live.pause
    assert pause is not None
    assert pause.kind is BreakKind.ANOTHER_DAY
    running.tick(60 * 24)
    running.settle()
    running.press(Qt.Key.Key_F2)
    assert running.view().status is SessionStatus.ADJOURNED
    running.press(Qt.Key.Key_Return, CTRL)
    running.press(Qt.Key.Key_F2)
    assert running.view().status is SessionStatus.OPEN
    assert running.view().quorum.present == 14


# -- written procedure ---------------------------------------------------------------------------


def test_a_guest_is_invited_for_some_items(room: Room, seen: RoomWindow) -> None:
    """C5: the range of items is ticked in the form and stands beside the name."""
    seen.screen.menu.edit_guest("")
    form = seen.screen.stage.panel
    assert isinstance(form, GuestForm)
    form.person.setText("Людмила Цонева")
    form.body.setText("Фондация „Мост“")
    chips = form.items.findChildren(Button)
    chips[1].click()
    form.save()
    guest = next(row for row in seen.view().others if row.is_guest)
    assert guest.item_ids == (room.item(2),)
    seen.press(Qt.Key.Key_F3)
    buttons = seen.screen.roll.side.findChildren(PersonButton)
    assert any("т. 2" in button.accessibleName() for button in buttons)


def test_a_working_meeting_asks_for_no_quorum(room: Room, seen: RoomWindow) -> None:
    """D1, D2: the pill says that no quorum is needed; deciding is refused with a sentence."""
    change(room, kind=SessionKind.WORKING_MEETING)
    room.open(absent=tuple(range(4, 16)))
    item_id = room.start(1)
    room.workspace.do(sessions.update_decision_text, item_id, "Приема.", at=room.now)
    seen.at(room.now)
    seen.settle()
    assert seen.screen.attendance.pill.text == "Без кворум"
    seen.press(Qt.Key.Key_F6)
    seen.press(Qt.Key.Key_Return, CTRL)
    assert seen.view().current is not None
    assert seen.view(item_id).items[0].decision_numbers == ()


def test_who_was_there_is_found_by_name(closed: RoomWindow) -> None:
    """C3 (cases), E4: the palette shows who heard the item, with totals by institution."""
    command = next(one for one in closed.screen.commands() if "Кой беше" in one.name)
    command.run()
    panel = closed.screen.stage.panel
    assert isinstance(panel, ItemPeople)
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "Радка Милева" in texts
    assert "Емил Раков" not in texts
    assert "Постоянен член: 15" in texts
