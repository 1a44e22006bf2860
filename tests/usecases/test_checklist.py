"""The checklist of a case review in a real store: answers, gaps, what the session itself proves."""

from collections.abc import Mapping

import pytest
from tests.support.builders import (
    Room,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop.domain.terms import AgendaItemKind, CareType, Principle, PrincipleAnswer
from dcm_desktop.errors import RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import checklist

P, A = Principle, PrincipleAnswer


@pytest.fixture
def case_room(workspace: Workspace) -> tuple[Room, str]:
    """A room where a case is discussed, and the id of its item."""
    kit = make_mechanism_of_15(workspace)
    room = make_session(workspace, kit)
    item_id = add_case_item(room, make_case(workspace, kit))
    room.open()
    room.workspace.do(sessions.start_item, item_id, at=room.tick())
    return room, item_id


def answer(
    room: Room,
    item_id: str,
    principle: Principle,
    value: PrincipleAnswer,
    *,
    reason: str = "",
    notes: Mapping[str, str] | None = None,
) -> Saved:
    return room.workspace.do(
        checklist.answer_principle,
        item_id,
        principle,
        value,
        reason=reason,
        notes=notes,
        at=room.tick(),
    )


def test_ten_questions_stand_unanswered_before_anybody_answers(
    case_room: tuple[Room, str],
) -> None:
    room, item_id = case_room
    view = room.workspace.ask(checklist.get_checklist, item_id)
    assert (view.answered, view.total, view.is_complete) == (0, 10, False)
    assert [row.principle for row in view.checks] == list(Principle)


def test_an_answer_is_kept_with_its_reason_and_notes(case_room: tuple[Room, str]) -> None:
    room, item_id = case_room
    notes = {"how": "разговор в дома", "by_whom": "социален работник", "empty": "  "}
    saved = answer(room, item_id, P.P06, A.YES, notes=notes)
    assert saved.warnings == ()
    row = room.workspace.ask(checklist.get_checklist, item_id).checks[5]
    assert (row.answer, dict(row.notes)) == (
        A.YES,
        {"by_whom": "социален работник", "how": "разговор в дома"},
    )
    answer(room, item_id, P.P06, A.PARTLY, reason="само едното дете", notes=notes)
    row = room.workspace.ask(checklist.get_checklist, item_id).checks[5]
    assert (row.answer, row.reason) == (A.PARTLY, "само едното дете")


def test_nothing_blocks_in_the_hall_but_the_gap_is_said(case_room: tuple[Room, str]) -> None:
    room, item_id = case_room
    saved = answer(room, item_id, P.P09, A.NO)
    assert saved.is_saved
    assert [finding.code for finding in saved.warnings] == ["principle.reason"]


def test_not_applicable_is_refused_where_the_principle_does_not_know_it(
    case_room: tuple[Room, str],
) -> None:
    room, item_id = case_room
    with pytest.raises(RuleBroken) as refused:
        answer(room, item_id, P.P01, A.NOT_APPLICABLE)
    assert refused.value.code == "principle.not_allowed"


def test_a_separation_without_another_ground_turns_p04_to_no(case_room: tuple[Room, str]) -> None:
    room, item_id = case_room
    answer(room, item_id, P.P04, A.YES)
    data = checklist.ReviewData(separates=True, care_after=CareType.FOSTER)
    saved = room.workspace.do(checklist.set_review, item_id, data, at=room.tick())
    assert "principle.poverty_only" in saved.codes
    row = room.workspace.ask(checklist.get_checklist, item_id).checks[3]
    assert (row.answer, row.forced) == (A.NO, True)
    ground = checklist.ReviewData(
        separates=True, care_after=CareType.FOSTER, separation_ground="тежко пренебрегване"
    )
    room.workspace.do(checklist.set_review, item_id, ground, at=room.tick())
    assert not room.workspace.ask(checklist.get_checklist, item_id).checks[3].forced


def test_the_session_itself_says_whether_guests_are_out_and_declarations_signed(
    case_room: tuple[Room, str],
) -> None:
    room, item_id = case_room
    assert "guests_out" in room.workspace.ask(checklist.get_checklist, item_id).safeguards
    guest = sessions.GuestData(
        "Людмила Цонева", "Фондация „Мост“", stays_for_closed=True, stays_reason="вещо лице"
    )
    saved = room.workspace.do(sessions.add_guest, room.session_id, guest, at=room.tick())
    room.workspace.do(sessions.mark_present, saved.id, at=room.tick())
    held = room.workspace.ask(checklist.get_checklist, item_id).safeguards
    assert "guests_out" not in held
    assert "declarations" not in held


def test_the_list_is_one_act_that_undo_takes_back(case_room: tuple[Room, str]) -> None:
    room, item_id = case_room
    answer(room, item_id, P.P02, A.YES)
    room.workspace.undo(at=room.tick())
    assert room.workspace.ask(checklist.get_checklist, item_id).answered == 0
    room.workspace.redo(at=room.tick())
    assert room.workspace.ask(checklist.get_checklist, item_id).answered == 1


def test_another_item_has_no_checklist(case_room: tuple[Room, str]) -> None:
    room, _ = case_room
    other = next(i for i in room.view().items if i.kind is not AgendaItemKind.CASE)
    with pytest.raises(RuleBroken, match=r"checklist\.no_case"):
        room.workspace.ask(checklist.get_checklist, other.item_id)


def test_an_incomplete_list_is_counted_for_the_case(case_room: tuple[Room, str]) -> None:
    room, item_id = case_room
    case_id = next(i for i in room.view().items if i.item_id == item_id).case_id
    assert case_id is not None
    answer(room, item_id, P.P02, A.YES)
    assert room.workspace.ask(checklist.incomplete_reviews, case_id) == 1
    for principle in Principle:
        answer(room, item_id, principle, A.YES, notes={"how": "разговор", "by_whom": "ОЗД"})
    assert room.workspace.ask(checklist.incomplete_reviews, case_id) == 0


def test_the_view_names_no_person(case_room: tuple[Room, str]) -> None:
    room, item_id = case_room
    view = room.workspace.ask(checklist.get_checklist, item_id)
    assert "Ковачева" not in repr(view)
