"""Preparing a session on a real store: numbers, dates, agenda, carrying over, convening."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.support.builders import (
    PREPARED_AT,
    STARTS_AT,
    Mechanism15,
    Room,
    add_case_item,
    make_case,
    make_mechanism_of_15,
    make_session,
)

from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    SessionAction,
    SessionStatus,
)
from dcm_desktop.errors import DcmError, InputRefused, RuleBroken
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import ACCEPT_ALL, Saved
from dcm_desktop.usecases.sessions import ItemData, SessionData


@pytest.fixture
def kit(workspace: Workspace) -> Mechanism15:
    return make_mechanism_of_15(workspace)


def create(
    workspace: Workspace,
    kit: Mechanism15,
    starts_at: datetime = STARTS_AT,
    *,
    number: int | None = None,
    accept: frozenset[str] = frozenset(),
) -> Saved:
    data = SessionData(starts_at, number=number, place="зала № 2")
    return workspace.do(
        sessions.create_session, kit.mechanism_id, data, accept=accept, at=PREPARED_AT
    )


def titles(room: Room) -> list[str]:
    return [item.title for item in room.view().items]


def test_new_session_takes_chair_minutes_taker_and_the_next_number(
    workspace: Workspace, kit: Mechanism15
) -> None:
    saved = create(workspace, kit)
    data = workspace.ask(sessions.get_session_data, saved.id)
    assert (data.number, data.chair_person_id) == (1, kit.people[1])
    assert data.minutes_taker_person_id == kit.people[18]
    assert workspace.ask(sessions.propose_session, kit.mechanism_id, at=PREPARED_AT).number == 2


def test_number_taken_blocks_and_a_gap_asks(workspace: Workspace, kit: Mechanism15) -> None:
    create(workspace, kit, number=7, accept=frozenset({"session.number_gap"}))
    with pytest.raises(RuleBroken) as refused:
        create(workspace, kit, number=7)
    assert refused.value.code == "session.number_taken"
    asked = create(workspace, kit, number=9)
    assert not asked.is_saved
    assert asked.codes == {"session.number_gap"}
    assert asked.warnings[0].facts == {"missing": 8, "number": 9}


def test_day_off_asks_and_a_day_before_the_founding_blocks(
    workspace: Workspace, kit: Mechanism15
) -> None:
    asked = create(workspace, kit, datetime(2026, 12, 24, 8, tzinfo=UTC))
    assert asked.codes == {"session.free_day"}
    with pytest.raises(RuleBroken) as refused:
        create(workspace, kit, datetime(2026, 1, 14, 8, tzinfo=UTC))
    assert refused.value.code == "session.before_founding"


def test_past_day_makes_a_session_that_is_entered_later(
    workspace: Workspace, kit: Mechanism15
) -> None:
    saved = create(workspace, kit, datetime(2026, 6, 11, 7, tzinfo=UTC))
    assert workspace.ask(sessions.get_room, saved.id, at=PREPARED_AT).entered_later


def test_short_notice_asks_before_the_invitations_go_out(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """B3: N comes from the rules."""
    saved = create(workspace, kit, PREPARED_AT + timedelta(days=3))
    asked = workspace.do(sessions.convene_session, saved.id, at=PREPARED_AT)
    assert asked.codes == {"session.notice_short"}
    done = workspace.do(sessions.convene_session, saved.id, accept=asked.codes, at=PREPARED_AT)
    assert done.is_saved
    assert workspace.ask(sessions.get_room, saved.id, at=PREPARED_AT).members


def test_items_move_by_keyboard_and_by_hand_and_numbers_follow(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A7: numbers follow."""
    room = make_session(workspace, kit, ("А тема", "Б тема", "В тема"), convened=False)
    first, second, third = (item.item_id for item in room.view().items)
    workspace.do(sessions.shift_item, third, -1, at=room.now)
    assert titles(room) == ["А тема", "В тема", "Б тема"]
    workspace.do(sessions.place_item, second, after_id=None, at=room.now)
    assert titles(room) == ["Б тема", "А тема", "В тема"]
    workspace.do(sessions.shift_item, first, 5, at=room.now)
    assert titles(room) == ["Б тема", "В тема", "А тема"]
    assert [item.n for item in room.view().items] == [1, 2, 3]
    workspace.undo(at=room.now)
    assert titles(room) == ["Б тема", "А тема", "В тема"]


def test_item_can_be_moved_to_the_top_for_ever(workspace: Workspace, kit: Mechanism15) -> None:
    room = make_session(workspace, kit, ("А тема", "Б тема", "В тема"), convened=False)
    for _ in range(80):
        last = room.view().items[-1].item_id
        workspace.do(sessions.place_item, last, after_id=None, at=room.now)
    assert sorted(titles(room)) == ["А тема", "Б тема", "В тема"]


def test_case_item_has_a_generated_title_and_is_closed(
    workspace: Workspace, kit: Mechanism15
) -> None:
    room = make_session(workspace, kit, (), convened=False)
    item_id = add_case_item(room, make_case(workspace, kit))
    item = room.view(item_id).current
    assert item is not None
    assert (item.title, item.public_title) == (
        "Обсъждане на случай №\u00a0KRZ-2026-001",
        "Обсъждане на случай",
    )
    assert item.closed
    assert workspace.ask(sessions.get_item, item_id).title == ""


def test_name_of_the_register_is_refused_in_a_title(workspace: Workspace, kit: Mechanism15) -> None:
    make_case(workspace, kit)
    room = make_session(workspace, kit, (), convened=False)
    data = ItemData(AgendaItemKind.POLICY, "Жилище за семейство Ковачеви")
    with pytest.raises(RuleBroken) as refused:
        workspace.do(sessions.add_item, room.session_id, data, at=room.now)
    assert (refused.value.code, refused.value.field) == ("item.name_in_title", "title")
    assert refused.value.facts == {"code": "KRZ-2026-001"}


def test_closed_item_needs_a_title_for_the_hall(workspace: Workspace, kit: Mechanism15) -> None:
    """A10: once the session is convened, nothing confidential comes on without one."""
    room = make_session(workspace, kit)
    data = ItemData(AgendaItemKind.SERVICE_INFO, "Закриване на услуга", closed_part=True)
    with pytest.raises(InputRefused) as refused:
        workspace.do(sessions.add_item, room.session_id, data, at=room.now)
    assert refused.value.facts["name"] == "public_title"


def hold_one(workspace: Workspace, kit: Mechanism15) -> Room:
    """A held session with one decided item that left a task, and one postponed."""
    room = make_session(workspace, kit)
    room.open()
    room.start(1)
    task = "Посещение в дома @РДСП !+14"
    workspace.do(sessions.add_task_line, room.item(1), task, at=room.tick())
    room.decide(1, "Приема за сведение.")
    workspace.do(sessions.postpone_item, room.item(2), "липсват данни", at=room.tick())
    workspace.do(sessions.close_session, room.session_id, accept=ACCEPT_ALL, at=room.tick(9))
    return room


def test_next_agenda_has_minutes_tasks_carried_items_and_misc_by_itself(
    workspace: Workspace, kit: Mechanism15
) -> None:
    hold_one(workspace, kit)
    saved = create(workspace, kit, STARTS_AT + timedelta(days=7))
    items = workspace.ask(sessions.get_room, saved.id, at=PREPARED_AT).items
    assert [item.kind for item in items] == [
        AgendaItemKind.FORMAL,
        AgendaItemKind.REPORT,
        AgendaItemKind.POLICY,
        AgendaItemKind.MISC,
    ]
    assert items[0].title.startswith("Приемане на протокола от заседание № 1, проведено на 10")
    assert [item.carried for item in items] == [False, False, True, False]


def test_filling_the_agenda_twice_doubles_nothing(workspace: Workspace, kit: Mechanism15) -> None:
    hold_one(workspace, kit)
    saved = create(workspace, kit, STARTS_AT + timedelta(days=7))
    assert workspace.do(sessions.fill_agenda, saved.id, at=PREPARED_AT) == 0


def test_postponed_session_comes_back_under_its_number(
    workspace: Workspace, kit: Mechanism15
) -> None:
    room = make_session(workspace, kit)
    workspace.do(sessions.postpone_session, room.session_id, "няма зала", at=PREPARED_AT)
    assert set(room.view().actions) == {SessionAction.CANCEL, SessionAction.RESCHEDULE}
    later = STARTS_AT + timedelta(days=7)
    workspace.do(sessions.reschedule_session, room.session_id, later, at=PREPARED_AT)
    view = room.view()
    assert (view.status, view.number, view.starts_at) == (SessionStatus.DRAFT, 1, later)


def test_cancelled_session_frees_its_number(workspace: Workspace, kit: Mechanism15) -> None:
    room = make_session(workspace, kit)
    workspace.do(sessions.cancel_session, room.session_id, "няма теми", at=PREPARED_AT)
    assert workspace.ask(sessions.propose_session, kit.mechanism_id, at=PREPARED_AT).number == 1


def test_withdrawing_needs_a_reason_and_removing_needs_a_clean_item(
    workspace: Workspace, kit: Mechanism15
) -> None:
    room = make_session(workspace, kit)
    item_id = room.item(1)
    with pytest.raises(InputRefused) as refused:
        workspace.do(sessions.withdraw_item, item_id, "", at=room.now)
    assert refused.value.code == "item.reason_required"
    workspace.do(sessions.add_line, item_id, "Писмо от РУО.", at=room.now)
    with pytest.raises(RuleBroken) as kept:
        workspace.do(sessions.remove_item, item_id, at=room.now)
    assert kept.value.code == "item.withdraw_instead"
    workspace.do(sessions.remove_item, room.item(2), at=room.now)
    assert titles(room) == ["Първа тема"]


def test_readiness_tells_what_is_missing_and_what_is_well(
    workspace: Workspace, kit: Mechanism15
) -> None:
    """A14: blockers and warnings."""
    room = make_session(workspace, kit, (), convened=False)
    empty = workspace.ask(sessions.get_readiness, room.session_id, at=PREPARED_AT)
    assert [finding.code for finding in empty.blockers] == ["session.no_agenda"]
    ready = make_session(workspace, kit, starts_at=STARTS_AT + timedelta(days=7))
    told = workspace.ask(sessions.get_readiness, ready.session_id, at=PREPARED_AT)
    assert [finding.code for finding in told.ready] == [
        "ready.agenda",
        "ready.place",
        "ready.notice",
        "ready.people",
        "ready.expected",
    ]


def test_session_is_found_by_number_or_id(workspace: Workspace, kit: Mechanism15) -> None:
    room = make_session(workspace, kit)
    for text in ("1", "№ 1", room.session_id):
        assert workspace.ask(sessions.find_session, text) == room.session_id
    with pytest.raises(InputRefused) as refused:
        workspace.ask(sessions.find_session, "12")
    assert refused.value.code == "session.not_found"


def test_held_session_is_not_prepared_any_more(workspace: Workspace, kit: Mechanism15) -> None:
    room = hold_one(workspace, kit)
    data = workspace.ask(sessions.get_session_data, room.session_id)
    refused: list[str] = []
    for usecase, argument in (
        (sessions.update_session, data),
        (sessions.add_item, ItemData(AgendaItemKind.MISC, "Разни")),
    ):
        try:
            workspace.do(usecase, room.session_id, argument, at=room.now)  # type: ignore[arg-type]  # - two forms
        except DcmError as error:
            refused.append(error.code)
    assert refused == ["session.not_editable", "session.not_editable"]
    assert room.view().items[1].status is AgendaItemStatus.POSTPONED
