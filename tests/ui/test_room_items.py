"""Items, votes, tasks and closing in the room, by keyboard, on a real store."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.support.builders import Room
from tests.support.room_window import CTRL, RoomWindow
from tests.support.stores import StoreKit

from dcm_desktop.domain.terms import (
    AgendaItemStatus,
    DecisionStatus,
    MinutesStatus,
    SessionStatus,
    VoteMethod,
)
from dcm_desktop.domain.vote import Counts
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions.item_view import ItemView
from dcm_desktop.usecases.workspace import open_store_with_recovery

pytestmark = pytest.mark.qt_no_exception_capture


def item(window: RoomWindow, n: int = 1) -> ItemView:
    row = next(row for row in window.view().items if row.n == n)
    found = window.view(row.item_id).current
    assert found is not None
    return found


def write_decision(window: RoomWindow, text: str = "Приема за сведение.") -> None:
    window.press(Qt.Key.Key_F6)
    window.write(text)


def test_agenda_is_adopted_with_ctrl_enter_in_the_agenda(room: Room, seen: RoomWindow) -> None:
    """A13: adopted by one chord in the list."""
    room.open()
    seen.settle()
    seen.screen.agenda.list.setFocus()
    seen.press(Qt.Key.Key_Return, CTRL)
    assert seen.view().agenda_adopted_at is not None


def test_enter_in_the_agenda_takes_an_item_up_and_ctrl_page_down_the_next(
    room: Room, seen: RoomWindow
) -> None:
    room.open()
    seen.settle()
    seen.screen.agenda.list.setFocus()
    seen.press(Qt.Key.Key_Return)
    assert item(seen).status is AgendaItemStatus.RUNNING
    seen.press(Qt.Key.Key_F5)
    seen.write("РЗИ представи данните.")
    seen.press(Qt.Key.Key_Return)
    seen.press(Qt.Key.Key_PageDown, CTRL)
    assert item(seen, 1).status is AgendaItemStatus.DISCUSSED
    assert item(seen, 2).status is AgendaItemStatus.RUNNING
    assert seen.screen.panel.item is not None
    assert seen.screen.panel.item.n == 2


def test_a_line_gets_its_time_and_its_speaker(running: RoomWindow) -> None:
    """G2, G7: the line is stamped; `@рз` Tab names the institution."""
    running.press(Qt.Key.Key_F5)
    running.write("@рзи")
    running.press(Qt.Key.Key_Tab)
    running.write("намалява броят на случаите.")
    running.press(Qt.Key.Key_Return)
    (line,) = item(running).lines
    assert line.speaker == "С. Панайотова"
    assert line.text == "намалява броят на случаите."
    assert line.at == running.now
    assert running.screen.panel.discussion.entry.text() == ""


def test_a_line_is_edited_after_choosing_it(running: RoomWindow) -> None:
    running.press(Qt.Key.Key_F5)
    running.write("Грешка")
    running.press(Qt.Key.Key_Return)
    row = running.screen.panel.discussion.rows[0]
    row.setFocus()
    running.press(Qt.Key.Key_Return)
    running.press(Qt.Key.Key_A, CTRL)
    running.write("Поправено")
    running.press(Qt.Key.Key_Return)
    assert [line.text for line in item(running).lines] == ["Поправено"]


def test_a_private_note_is_marked_as_one(running: RoomWindow) -> None:
    running.screen.panel.discussion.private.click()
    running.press(Qt.Key.Key_F5)
    running.write("Да се провери адресът.")
    running.press(Qt.Key.Key_Return)
    running.settle()
    (line,) = item(running).lines
    assert line.private
    assert running.screen.panel.discussion.rows[0].words.startswith("[лично]")


def test_an_item_that_waits_cannot_be_voted_on(running: RoomWindow) -> None:
    running.screen.agenda.list.setFocus()
    running.press(Qt.Key.Key_Down)
    running.press(Qt.Key.Key_F8)
    assert running.strip == "Гласува се само по започната точка."


def test_vote_12_0_1_with_one_recused_adopts_in_eight_keys(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    """F3, T7: `F8` `12-0-1` `Enter` – 8 keys."""
    write_decision(running)
    workspace.do(sessions.recuse, room.item(1), room.row(12), at=running.now)
    before = running.keys
    running.press(Qt.Key.Key_F8)
    running.write("12-0-1")
    said = running.screen.panel.vote.sentence
    assert "12 > 6,5 (половината от 13)" in said
    assert "12 + 0 + 1 = 13 = 14 присъстващи − 1 отвод" in said
    running.press(Qt.Key.Key_Return)
    assert running.keys - before <= 8
    (decision,) = item(running).decisions
    assert decision.number == "1-1"
    assert decision.vote is not None
    assert decision.vote.counts == Counts(12, 0, 1)
    assert decision.vote.recused == 1


def test_more_votes_than_voters_are_refused_with_the_sentence_and_the_text_stays(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    """F3: the sum is checked against who may vote; nothing typed is lost."""
    write_decision(running)
    for number in (11, 12):
        workspace.do(sessions.recuse, room.item(1), room.row(number), at=running.now)
    running.press(Qt.Key.Key_F8)
    running.write("13-0-0")
    running.press(Qt.Key.Key_Return)
    wanted = "Общият брой гласове (13) е по-голям от присъстващите с право на глас (12)."
    assert wanted in running.screen.panel.vote.sentence
    assert running.screen.panel.vote.entry.text() == "13-0-0"
    assert item(running).decisions == ()
    assert running.screen.panel.decision.editor.text() == "Приема за сведение."


def test_without_objections_takes_two_keys(running: RoomWindow) -> None:
    """F1, T7b: `F8` `Enter` – 2 keys."""
    write_decision(running)
    before = running.keys
    running.press(Qt.Key.Key_F8)
    running.press(Qt.Key.Key_Return)
    assert running.keys - before == 2
    (decision,) = item(running).decisions
    assert decision.status is DecisionStatus.IN_FORCE
    assert decision.vote is not None
    assert decision.vote.method is VoteMethod.CONSENSUS


def test_named_vote_by_exceptions_takes_nine_keys(running: RoomWindow) -> None:
    """F4, T8: `F8` `F8` `9!` `+` `4-` `Enter` – 8 keys."""
    write_decision(running)
    before = running.keys
    running.press(Qt.Key.Key_F8)
    running.press(Qt.Key.Key_F8)
    running.write("9!")
    running.write("+")
    running.write("4-")
    running.press(Qt.Key.Key_Return)
    assert running.keys - before <= 8
    (decision,) = item(running).decisions
    assert decision.vote is not None
    assert decision.vote.method is VoteMethod.ROLL_CALL
    assert decision.vote.counts == Counts(12, 1, 0)


def test_fewer_votes_are_warned_about_and_entered_as_not_voting(running: RoomWindow) -> None:
    """F3, F6: the difference is shown before it is saved as not voting."""
    write_decision(running)
    running.press(Qt.Key.Key_F8)
    running.write("10-2-0")
    running.press(Qt.Key.Key_Return)
    (decision,) = item(running).decisions
    assert decision.vote is not None
    assert decision.vote.counts == Counts(10, 2, 0, 2)


def test_proposal_stands_in_the_decision_and_is_adopted_with_ctrl_enter(
    running: RoomWindow,
) -> None:
    running.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    running.write("Да се проведат две срещи.")
    running.press(Qt.Key.Key_F6)
    running.press(Qt.Key.Key_Return, CTRL)
    found = item(running)
    assert [row.text for row in found.proposals] == ["Да се проведат две срещи."]
    assert [row.text for row in found.decisions] == ["1. Да се проведат две срещи."]
    assert running.screen.panel.decision.editor.text() == ""


def test_task_line_shows_chips_and_is_saved_with_its_body_and_term(running: RoomWindow) -> None:
    """G8: chips of owner and term before Enter."""
    running.press(Qt.Key.Key_F7)
    running.write("Посещение в дома @рз")
    running.press(Qt.Key.Key_Tab)
    running.write("!+14")
    assert running.screen.panel.tasks.chips == ("РЗИ – Кърджали", "24.12, четвъртък")
    running.press(Qt.Key.Key_Return)
    (task,) = item(running).tasks
    assert (task.title, task.institution) == ("Посещение в дома", "РЗИ – Кърджали")
    assert running.screen.panel.tasks.entry.text() == ""


def test_task_line_that_cannot_be_read_is_said_below_and_stays(running: RoomWindow) -> None:
    running.press(Qt.Key.Key_F7)
    running.write("Посещение @никоя !+14")
    running.press(Qt.Key.Key_Return)
    assert item(running).tasks == ()
    assert running.screen.panel.tasks.problem
    assert running.screen.panel.tasks.entry.text() == "Посещение @никоя !+14"


def test_undo_takes_the_decision_back_and_redo_brings_it_again(running: RoomWindow) -> None:
    """G5: Ctrl+Z and Ctrl+Y of a vote; the number comes back with it."""
    write_decision(running)
    running.press(Qt.Key.Key_Return, CTRL)
    running.press(Qt.Key.Key_Z, CTRL)
    assert item(running).decisions == ()
    assert running.screen.panel.decision.editor.text() == "Приема за сведение."
    running.press(Qt.Key.Key_Y, CTRL)
    assert [row.number for row in item(running).decisions] == ["1-1"]


def test_withdrawing_needs_a_reason_and_prints_it(running: RoomWindow) -> None:
    """A13: withdrawn with its reason, never removed."""
    running.screen.agenda.list.setFocus()
    running.press(Qt.Key.Key_Down)
    running.press(Qt.Key.Key_Delete)
    running.press(Qt.Key.Key_Return)
    assert item(running, 2).status is AgendaItemStatus.WAITING
    running.write("по искане на вносителя")
    running.press(Qt.Key.Key_Return)
    found = item(running, 2)
    assert found.status is AgendaItemStatus.WITHDRAWN
    assert found.status_reason == "по искане на вносителя"


def test_alt_arrow_moves_an_item(running: RoomWindow) -> None:
    """A7, C2 (cases): order by keyboard."""
    running.screen.agenda.list.setFocus()
    running.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.title for row in running.view().items] == ["Втора тема", "Първа тема"]


def test_insert_adds_an_item_in_the_hall(running: RoomWindow) -> None:
    """A13, C2 (cases): an urgent item is in by keyboard, without a dialog."""
    running.press(Qt.Key.Key_Insert)
    running.write("Нова спешна тема")
    running.press(Qt.Key.Key_Return, CTRL)
    added = [row for row in running.view().items if row.added_at_session]
    assert [row.title for row in added] == ["Нова спешна тема"]


def test_break_and_resume_by_f2(running: RoomWindow) -> None:
    """E3: one key each way, the quorum is counted anew."""
    running.press(Qt.Key.Key_F2)
    assert running.view().status is SessionStatus.ADJOURNED
    running.tick(10)
    running.press(Qt.Key.Key_F2)
    assert running.view().status is SessionStatus.OPEN
    assert running.view().quorum.present == 14


def test_closing_asks_in_the_strip_and_makes_the_first_minutes(running: RoomWindow) -> None:
    """A14: what is undone is told before closing."""
    write_decision(running)
    running.press(Qt.Key.Key_Return, CTRL)
    running.tick(20)
    running.press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert "Неразгледани точки: 1" in running.strip
    assert running.view().status is SessionStatus.OPEN
    running.press(Qt.Key.Key_Return)
    assert running.view().status is SessionStatus.HELD
    assert item(running, 2).status is AgendaItemStatus.POSTPONED
    (row,) = running.workspace.ask(sessions.list_sessions)
    assert (row.minutes_version, row.minutes_status) == (1, MinutesStatus.DRAFT)


def test_closing_first_asks_about_a_line_that_was_begun(running: RoomWindow) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    running.press(Qt.Key.Key_F5)
    running.write("Започнат ред")
    running.press(Qt.Key.Key_PageDown, CTRL)
    running.press(Qt.Key.Key_F2, shift)
    assert "започнат ред" in running.strip
    assert running.screen.panel.field_name() == "line"
    running.press(Qt.Key.Key_Escape)
    running.press(Qt.Key.Key_F2, shift)
    assert running.strip.startswith("Неразгледани точки")


def test_the_window_is_told_that_a_session_is_at_work(room: Room, seen: RoomWindow) -> None:
    said: list[bool] = []
    seen.window.session_open_changed.connect(said.append)
    room.open()
    seen.screen.refresh_now()
    assert said == [True]


def opened_again(
    kit: StoreKit, running: RoomWindow, tmp_path: Path, clock: pytest.MonkeyPatch
) -> RoomWindow:
    folder = running.workspace.info.folder
    workspace = open_store_with_recovery(folder, kit.recovery_key, at=running.now)
    other = RoomWindow(workspace, running.session_id, tmp_path, clock)
    other.at(running.now)
    other.window.start()
    other.window.show()
    other.window.activateWindow()
    other.settle()
    return other


def test_after_a_kill_one_is_at_the_same_item_field_and_caret_with_the_typed_text(
    district_kit: StoreKit, running: RoomWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """G4: the same item, field and caret, with the typed text."""
    running.press(Qt.Key.Key_PageDown, CTRL)
    running.press(Qt.Key.Key_F6)
    running.write("1. Недовършено реш")
    for _ in range(3):
        running.press(Qt.Key.Key_Left)
    running.screen.panel.decision.kept.flush()
    running.wait_saved()
    running.kill()
    other = opened_again(district_kit, running, tmp_path, monkeypatch)
    panel = other.screen.panel
    assert panel.item is not None
    assert panel.item.n == 2
    assert panel.decision.editor.text() == "1. Недовършено реш"
    assert panel.decision.editor.textCursor().position() == 15
    assert panel.field_name() == "decision_text"
    assert "продължава" in other.strip
    other.kill()


def test_a_line_that_was_being_typed_survives_a_kill(
    district_kit: StoreKit, running: RoomWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.press(Qt.Key.Key_F5)
    running.write("Директорът каза, че")
    running.screen.panel.kept_line.flush()
    running.wait_saved()
    running.kill()
    other = opened_again(district_kit, running, tmp_path, monkeypatch)
    assert other.screen.panel.discussion.entry.text() == "Директорът каза, че"
    assert other.screen.panel.field_name() == "line"
    assert item(other).lines == ()
    other.kill()
