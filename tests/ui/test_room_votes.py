"""Votes, commitments, proposals and opinions in the room, by keyboard on a real store."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.support.builders import Room, add_case_item, make_case
from tests.support.room_window import CTRL, RoomWindow
from tests.support.window import click

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import VoteChoice, VoteMethod, VoteResult, VoteSubject
from dcm_desktop.domain.vote import Counts
from dcm_desktop.ui.screens.session_room.grow_edit import TextRow
from dcm_desktop.ui.screens.session_room.vote_entry import VoteContext, VoteEntry, Voter, Way
from dcm_desktop.ui.screens.session_room.vote_forms import BlockForm, DissentForm, OverrideForm
from dcm_desktop.ui.screens.session_room.vote_strip import VoteStrip
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions.item_view import ItemView
from dcm_desktop.usecases.sessions.voting import Ballot, VoteBasis

pytestmark = pytest.mark.qt_no_exception_capture
SHIFT = Qt.KeyboardModifier.ShiftModifier


def item(window: RoomWindow, n: int = 1) -> ItemView:
    row = next(row for row in window.view().items if row.n == n)
    found = window.view(row.item_id).current
    assert found is not None
    return found


def write_decision(window: RoomWindow, text: str = "Приема за сведение.") -> None:
    window.press(Qt.Key.Key_F6)
    window.write(text)


def test_unanswered_members_are_listed_until_plus(running: RoomWindow) -> None:
    """F4: all-for then exceptions by number; who has not answered is listed."""
    write_decision(running)
    running.press(Qt.Key.Key_F8)
    running.press(Qt.Key.Key_F8)
    running.write("4-")
    said = running.screen.panel.vote.sentence
    assert said.startswith("Не са отговорили: 13")
    running.press(Qt.Key.Key_Return)
    assert item(running).decisions == ()
    running.write("+")
    running.press(Qt.Key.Key_Return)
    (decision,) = item(running).decisions
    assert decision.vote is not None
    assert decision.vote.counts == Counts(13, 1, 0)


def test_secret_vote_names_who_counted_and_reads_blank_and_invalid(running: RoomWindow) -> None:
    """F5, F6: tellers by number and *, blank and invalid ballots behind the three counts."""
    write_decision(running)
    for _ in range(3):
        running.press(Qt.Key.Key_F8)
    running.write("3*9*")
    running.write("10-1-1-1-1")
    running.press(Qt.Key.Key_Return)
    (decision,) = item(running).decisions
    assert decision.vote is not None
    assert decision.vote.method is VoteMethod.SECRET
    assert decision.vote.counts == Counts(10, 1, 1, 0, 1, 1)


@pytest.fixture
def holder(qapp: QApplication) -> Iterator[QWidget]:
    """What the strip stands in."""
    made = QWidget()
    yield made
    made.deleteLater()


def strip(holder: QWidget, *, breaks_tie: bool) -> tuple[VoteStrip, list[Ballot]]:
    made = VoteStrip()
    made.setParent(holder)
    voters = tuple(Voter(str(n), n, f"член {n}") for n in range(1, 15))
    rules = Rules(chair_breaks_tie=breaks_tie)
    ids = tuple(voter.attendance_id for voter in voters)
    basis = VoteBasis(rules, 15, 14, 8, 14, 0, ids)
    made.set_context(VoteContext(basis, "1-1", voters, VoteSubject.DECISION))
    given: list[Ballot] = []
    made.vote_requested.connect(lambda ballot, _codes: given.append(ballot))
    return made, given


def test_casting_vote_is_one_key_and_a_fact_of_its_own(holder: QWidget) -> None:
    """F9: `=` on a tie where the rules allow; nothing is added to the counts."""
    made, given = strip(holder, breaks_tie=True)
    made.entry.setText("7-7-0=")
    assert made.sentence.startswith("Решава председателят: приема се")
    made.enter()
    (ballot,) = given
    assert (ballot.entry, ballot.casting) == ("7-7-0", VoteChoice.FOR)
    made.entry.setText("7-7-0=-")
    assert made.sentence.startswith("Решава председателят: не се приема")


def test_casting_vote_without_a_rule_or_a_tie_is_refused(holder: QWidget) -> None:
    """F9: never where the rules do not allow it."""
    made, given = strip(holder, breaks_tie=False)
    made.entry.setText("7-7-0=")
    made.enter()
    assert given == []
    other, given = strip(holder, breaks_tie=True)
    other.entry.setText("8-6-0=")
    other.enter()
    assert given == []


def test_casting_vote_works_in_a_vote_by_name() -> None:
    """F9: the same key after a vote by name that ends equal."""
    voters = tuple(Voter(str(n), n, f"член {n}") for n in (1, 2))
    typing = VoteEntry(Way.NAMED)
    context = VoteContext(VoteBasis(Rules(), 2, 2, 2, 2, 0, ("1", "2")), "1-1", voters)
    assert typing.take("1-", context).taken
    assert typing.take("+", context).taken
    assert not typing.take("=", context).taken
    ballot = typing.ballot("=", voters)
    assert ballot.casting is VoteChoice.FOR
    assert ballot.named == {"1": VoteChoice.AGAINST}


def test_abstained_agrees_with_its_number(running: RoomWindow) -> None:
    """L10: „въздържал се 1“, „въздържали се 2“."""
    running.press(Qt.Key.Key_F8)
    running.write("12-0-2")
    names = [w.accessibleName() for w in running.screen.panel.vote.findChildren(QWidget)]
    assert "въздържали се 2" in names


def test_two_items_are_decided_in_one_vote_from_the_side(running: RoomWindow) -> None:
    """F13: Shift+F8, tick two, vote once; two numbers."""
    running.press(Qt.Key.Key_F8, SHIFT)
    form = running.screen.stage.panel
    assert isinstance(form, BlockForm)
    for one in form.items:
        one.tick.click()
        one.text.setPlainText("Приема за сведение.")
    form.votes.setText("13-0-1")
    form.save()
    numbers = [d.number for n in (1, 2) for d in item(running, n).decisions]
    assert numbers == ["1-1", "1-2"]


def test_another_result_is_entered_only_with_a_reason(running: RoomWindow) -> None:
    """F7: the operator may override only with a reason."""
    write_decision(running)
    running.screen.menu.decide.open_override()
    form = running.screen.stage.panel
    assert isinstance(form, OverrideForm)
    form.votes.setText("6-8-0")
    form.save()
    assert item(running).decisions == ()
    form.reason.setPlainText("друго мнозинство по чл. 9")
    form.save()
    (decision,) = item(running).decisions
    assert decision.number == "1-1"
    assert decision.vote is not None
    assert decision.vote.computed is VoteResult.REJECTED


def test_different_opinion_is_noted_from_the_side_and_opens_again(running: RoomWindow) -> None:
    """F14: who, and until when."""
    write_decision(running)
    running.press(Qt.Key.Key_Return, CTRL)
    running.screen.menu.decide.add_dissent()
    form = running.screen.stage.panel
    assert isinstance(form, DissentForm)
    form.who.set_value(running.view().members[3].acting_id)
    form.text.setPlainText("Срокът е недостатъчен.")
    form.save()
    running.settle()
    (row,) = item(running).decisions[0].dissents
    assert row.text == "Срокът е недостатъчен."
    link = next(
        b for b in running.screen.panel.decision.findChildren(Button) if b.property("dissent")
    )
    click(link)
    assert isinstance(running.screen.stage.panel, DissentForm)


def test_commitment_in_two_keys_and_its_line(running: RoomWindow) -> None:
    """F2: F7 F7, then one line with institution, term and who declares it."""
    before = running.keys
    running.press(Qt.Key.Key_F7)
    running.press(Qt.Key.Key_F7)
    assert running.keys - before == 2
    running.write("@РЗИ осигурява място за консултации !+14 ^Панайотова")
    assert running.screen.panel.tasks.chips == (
        "РЗИ – Кърджали",
        "Светла Панайотова",
        "24.12, четвъртък",
    )
    running.press(Qt.Key.Key_Return)
    (row,) = item(running).commitments
    assert (row.what, row.declared_by) == ("осигурява място за консултации", "С. Панайотова")
    running.press(Qt.Key.Key_Z, CTRL)
    assert item(running).commitments == ()


def test_proposals_are_numbered_and_one_key_makes_one_the_decision(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    """E5: numbered with proposer; Ctrl+Enter takes the last, Enter on an earlier one that."""
    for text, number in (("Първо предложение.", 2), ("Второ предложение.", 5)):
        workspace.do(
            sessions.add_proposal, room.item(1), text, proposer_id=room.row(number), at=running.now
        )
    running.settle()
    running.press(Qt.Key.Key_F6, SHIFT)
    running.press(Qt.Key.Key_Return, CTRL)
    assert running.screen.panel.decision.editor.text() == "Второ предложение."
    rows = running.screen.panel.proposals.findChildren(TextRow)
    row = next(one for one in rows if one.words.startswith("Първо") and one.isVisible())
    row.setFocus()
    running.press(Qt.Key.Key_Return)
    assert running.screen.panel.decision.editor.text() == "Първо предложение."
    running.press(Qt.Key.Key_Return, CTRL)
    assert [d.text for d in item(running).decisions] == ["1. Първо предложение."]


def test_a_proposal_that_names_somebody_of_a_case_is_said_at_once(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    """G10: proposals pass the first guard as they are entered, by place."""
    add_case_item(room, make_case(workspace, room.kit, at=running.now))
    text = "Да се подпомогне Илияна\nКовачева с жилище."
    workspace.do(sessions.add_proposal, room.item(1), text, at=running.now)
    running.settle()
    note = running.screen.panel.proposals.note
    assert note.isVisibleTo(running.screen)
    assert "ред 1, дума 4" in note.text()
    assert "Илияна" not in note.text()
