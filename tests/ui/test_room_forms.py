"""Forms at the side of the room, corrections, autosave, votes on the agenda."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.support.builders import Mechanism15, Room
from tests.support.room_window import CTRL, RoomWindow
from tests.support.window import click

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import AgendaItemKind, DecisionMode, DecisionStatus, VoteMethod
from dcm_desktop.domain.vote import Counts
from dcm_desktop.ui.screens.session_room.correction_form import CorrectionForm
from dcm_desktop.ui.screens.session_room.forms import ItemForm, NextSessionForm, TaskForm
from dcm_desktop.ui.screens.session_room.people_forms import (
    GuestForm,
    MembershipForm,
    PledgeForm,
)
from dcm_desktop.usecases import office, sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import list_drafts
from dcm_desktop.usecases.members import members_on
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions.item_view import ItemView

pytestmark = pytest.mark.qt_no_exception_capture


def shown(window: RoomWindow) -> ItemView:
    window.settle()
    item = window.screen.panel.item
    assert item is not None
    return item


def choose(window: RoomWindow, words: str) -> None:
    """Choose from the menu of the item."""
    actions = {action.text(): action for action in window.screen.menu.build().actions()}
    actions[words].trigger()


def adopt(window: RoomWindow, text: str, entry: str = "") -> None:
    window.press(Qt.Key.Key_F6)
    window.write(text)
    window.press(Qt.Key.Key_F8)
    window.write(entry)
    window.press(Qt.Key.Key_Return)


def test_typed_text_is_in_the_store_within_two_seconds(qtbot: QtBot, running: RoomWindow) -> None:
    running.press(Qt.Key.Key_F6)
    running.write("1. Започнат текст")
    item = shown(running)

    def kept() -> bool:
        drafts = running.workspace.ask(list_drafts, item.item_id)
        return [row.text for row in drafts] == ["1. Започнат текст"]

    assert running.window.status.saved.text == "Записва се …"
    qtbot.waitUntil(kept, timeout=2_500)
    qtbot.waitUntil(lambda: running.window.status.saved.text.startswith("Записано"))


def test_a_guest_is_added_from_the_roll_and_may_be_changed(running: RoomWindow) -> None:
    running.press(Qt.Key.Key_F3)
    running.screen.menu.edit_guest("")
    form = running.screen.stage.panel
    assert isinstance(form, GuestForm)
    running.write("Людмила Цонева")
    running.press(Qt.Key.Key_Tab)
    running.write("Фондация „Мост“")
    running.press(Qt.Key.Key_Return, CTRL)
    guests = [row for row in running.view().others if row.is_guest]
    assert [(row.name, row.institution) for row in guests] == [
        ("Людмила Цонева", "Фондация „Мост“")
    ]


def test_a_membership_change_waits_for_its_decision_and_is_applied_by_it(
    room: Room, running: RoomWindow
) -> None:
    choose(running, "Промяна в състава …")
    form = running.screen.stage.panel
    assert isinstance(form, MembershipForm)
    form.member.set_value(room.kit.mandates[15])
    form.start.set_value(date(2026, 12, 15))
    running.press(Qt.Key.Key_Return, CTRL)
    item = shown(running)
    assert len(item.membership) == 1

    def members(day: date) -> set[str]:
        rows = running.workspace.ask(members_on, room.kit.mechanism_id, day)
        return {row.mandate_id for row in rows}

    assert room.kit.mandates[15] in members(date(2026, 12, 20))
    adopt(running, "Приема промяната в състава.", "13-1-0")
    assert shown(running).membership == ()
    assert room.kit.mandates[15] not in members(date(2026, 12, 20))


def test_promised_support_is_listed_under_the_tasks(room: Room, running: RoomWindow) -> None:
    choose(running, "Обещана подкрепа …")
    form = running.screen.stage.panel
    assert isinstance(form, PledgeForm)
    form.body.set_value(room.kit.institutions[7])
    form.what.setFocus()
    running.write("Отоплителни уреди")
    form.amount.set_value(2)
    running.press(Qt.Key.Key_Return, CTRL)
    (pledge,) = shown(running).pledges
    assert (pledge.institution, pledge.what, pledge.amount) == (
        "Община Кърджали",
        "Отоплителни уреди",
        2,
    )


def test_a_task_is_opened_as_a_form_and_changed(running: RoomWindow) -> None:
    running.press(Qt.Key.Key_F7)
    running.write("Посещение в дома")
    running.press(Qt.Key.Key_Return)
    (task,) = shown(running).tasks
    assert not task.is_complete
    running.screen.menu.edit_task(task.task_id)
    form = running.screen.stage.panel
    assert isinstance(form, TaskForm)
    form.due.setFocus()
    running.write("18.12.2026")
    running.press(Qt.Key.Key_Return, CTRL)
    assert shown(running).tasks[0].due_on == date(2026, 12, 18)


def test_a_vote_typed_wrong_is_corrected_and_the_old_one_stays(running: RoomWindow) -> None:
    adopt(running, "Приема за сведение.", "12-1-1")
    (decision,) = shown(running).decisions
    running.screen.menu.correct_decision(decision.decision_id)
    form = running.screen.stage.panel
    assert isinstance(form, CorrectionForm)
    assert form.votes.text() == "12-1-1"
    form.votes.setFocus()
    running.press(Qt.Key.Key_A, CTRL)
    running.write("6-8-0")
    running.press(Qt.Key.Key_Return, CTRL)
    (before,) = shown(running).decisions
    assert before.status is DecisionStatus.IN_FORCE  # not without a reason
    form.reason.setFocus()
    running.write("разменени числа")
    running.press(Qt.Key.Key_Return, CTRL)
    (after,) = shown(running).decisions
    assert running.strip == ""
    assert after.status is DecisionStatus.WITHDRAWN
    assert after.vote is not None
    assert after.vote.counts == Counts(6, 8, 0)


def test_a_slip_in_an_adopted_text_is_corrected_and_the_number_stays(running: RoomWindow) -> None:
    adopt(running, "Приема за сведение.")
    (decision,) = shown(running).decisions
    running.screen.menu.correct_decision(decision.decision_id)
    form = running.screen.stage.panel
    assert isinstance(form, CorrectionForm)
    form.text.setPlainText("1. Приема за сведение информацията.")
    running.press(Qt.Key.Key_Return, CTRL)
    (after,) = shown(running).decisions
    assert (after.number, after.text) == ("1-1", "1. Приема за сведение информацията.")


def test_the_public_text_of_a_case_is_written_beside_its_decision(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    from tests.support.builders import add_case_item, make_case

    room.now = running.now
    add_case_item(room, make_case(workspace, room.kit))
    running.settle()
    for _ in range(2):
        running.press(Qt.Key.Key_PageDown, CTRL)
    assert shown(running).kind is AgendaItemKind.CASE
    adopt(running, "Подкрепя отглеждането на детето от майката.")
    (decision,) = shown(running).decisions
    assert "KRZ-2026-001" in decision.text_public
    running.screen.panel.focus_field("text_public")
    running.press(Qt.Key.Key_A, CTRL)
    running.write("ОКМД подкрепя семейството.")
    running.press(Qt.Key.Key_F5)
    assert shown(running).decisions[0].text_public == "ОКМД подкрепя семейството."


def test_a_name_of_the_register_is_refused_in_the_public_text(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    from tests.support.builders import add_case_item, make_case

    room.now = running.now
    add_case_item(room, make_case(workspace, room.kit))
    running.settle()
    for _ in range(2):
        running.press(Qt.Key.Key_PageDown, CTRL)
    adopt(running, "Подкрепя отглеждането на детето от майката.")
    running.settle()
    running.screen.panel.focus_field("text_public")
    running.press(Qt.Key.Key_A, CTRL)
    running.write("Мира Ковачева остава у дома.")
    running.press(Qt.Key.Key_F5)
    assert "KRZ-2026-001" in running.strip
    assert "Мира" not in shown(running).decisions[0].text_public


def test_agenda_is_adopted_by_a_counted_vote_where_the_rules_want_one(
    workspace: Workspace, kit: Mechanism15, room: Room, seen: RoomWindow
) -> None:
    rules = Rules(decision_mode=DecisionMode.VOTE)
    workspace.do(
        office.add_rules_version,
        kit.mechanism_id,
        rules,
        adopted_on=date(2026, 11, 1),
        source="Правилник, чл. 12",
        accept=ACCEPT_ALL,
        at=room.now,
    )
    room.open(absent=(15,))
    seen.settle()
    seen.screen.agenda.list.setFocus()
    seen.press(Qt.Key.Key_Return, CTRL)
    assert seen.strip == "По правилника решенията се вземат с гласуване."
    seen.press(Qt.Key.Key_F8)
    seen.write("13-0-1")
    seen.press(Qt.Key.Key_Return)
    assert seen.view().agenda_adopted_at is not None


def test_a_secret_vote_has_counts_and_no_names(running: RoomWindow) -> None:
    running.press(Qt.Key.Key_F6)
    running.write("Избира представител.")
    for _ in range(3):
        running.press(Qt.Key.Key_F8)
    running.write("12-2-0")
    running.press(Qt.Key.Key_Return)
    (decision,) = shown(running).decisions
    assert decision.vote is not None
    assert decision.vote.method is VoteMethod.SECRET
    assert decision.vote.counts == Counts(12, 2, 0)


def test_the_form_of_an_item_is_reached_from_its_menu(running: RoomWindow) -> None:
    choose(running, "Промени точката …")
    form = running.screen.stage.panel
    assert isinstance(form, ItemForm)
    form.heading.setText("Друга тема")
    click(form.save_button)
    assert shown(running).title == "Друга тема"


def test_postponed_items_wait_for_the_next_session(
    workspace: Workspace, running: RoomWindow
) -> None:
    choose(running, "Отложи …")
    running.write("липсва становище")
    running.press(Qt.Key.Key_Return)
    first = running.view().items[0]
    found = workspace.ask(
        sessions.get_room, running.session_id, item_id=first.item_id, at=running.now
    ).current
    assert found is not None
    assert (found.status.value, found.status_reason) == ("postponed", "липсва становище")


def test_the_next_session_is_set_from_the_menu(running: RoomWindow) -> None:
    choose(running, "Следващо заседание …")
    form = running.screen.stage.panel
    assert isinstance(form, NextSessionForm)
    form.day.set_value(date(2027, 1, 14))
    running.press(Qt.Key.Key_Return, CTRL)
    assert running.view().next_session_at == datetime(2027, 1, 14, 8, 0, tzinfo=UTC)
