"""Life of a session and its items, numbers, guards of opening and closing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.findings import blockers, require, warnings
from dcm_desktop.domain.session import (
    FINISHED_ITEM,
    ItemState,
    NumberUse,
    Preparation,
    TaskState,
    actions_of,
    check_editable,
    check_entered_later,
    check_number,
    check_times,
    closing_findings,
    convening_findings,
    may,
    may_item,
    next_item_status,
    next_number,
    next_status,
    opening_findings,
    used_numbers,
)
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    ItemAction,
    SessionAction,
    SessionStatus,
)
from dcm_desktop.errors import RuleBroken

FINAL = {SessionStatus.HELD, SessionStatus.NO_QUORUM, SessionStatus.CANCELLED}
READY = Preparation(
    items=(ItemState(1),),
    has_chair=True,
    has_minutes_taker=True,
    present=12,
    needed=8,
    anybody_present=True,
)


@given(st.lists(st.sampled_from(list(SessionAction)), max_size=30))
def test_any_row_of_actions_keeps_the_session_in_a_known_state(
    actions: list[SessionAction],
) -> None:
    status = SessionStatus.DRAFT
    opened = False
    for action in actions:
        if may(status, action):
            status = next_status(status, action)
            opened = opened or status is SessionStatus.OPEN
        else:
            with pytest.raises(RuleBroken) as caught:
                next_status(status, action)
            assert caught.value.facts == {"status": status, "action": action}
    assert status is not SessionStatus.HELD or opened


@pytest.mark.parametrize("status", list(SessionStatus))
def test_final_states_have_no_way_out_and_the_others_have_one(status: SessionStatus) -> None:
    assert bool(actions_of(status)) is (status not in FINAL)


def test_way_of_a_usual_session() -> None:
    status = SessionStatus.DRAFT
    for action in (
        SessionAction.CONVENE,
        SessionAction.OPEN,
        SessionAction.ADJOURN,
        SessionAction.RESUME,
        SessionAction.CLOSE,
    ):
        status = next_status(status, action)
    assert status is SessionStatus.HELD


def test_draft_session_cannot_open_or_close() -> None:
    assert not may(SessionStatus.DRAFT, SessionAction.OPEN)
    assert not may(SessionStatus.CONVENED, SessionAction.CLOSE)
    assert not may(SessionStatus.HELD, SessionAction.OPEN)


def test_postponed_session_is_prepared_again() -> None:
    assert next_status(SessionStatus.POSTPONED, SessionAction.RESCHEDULE) is SessionStatus.DRAFT


@given(st.lists(st.sampled_from(list(ItemAction)), max_size=30))
def test_item_is_decided_only_after_it_ran(actions: list[ItemAction]) -> None:
    status, ran = AgendaItemStatus.WAITING, False
    for action in actions:
        if may_item(status, action):
            status = next_item_status(status, action)
            ran = ran or status is AgendaItemStatus.RUNNING
        else:
            with pytest.raises(RuleBroken):
                next_item_status(status, action)
    assert status not in (AgendaItemStatus.DECIDED, AgendaItemStatus.DISCUSSED) or ran


def test_paused_item_waits_and_starts_again() -> None:
    paused = next_item_status(AgendaItemStatus.RUNNING, ItemAction.PAUSE)
    assert next_item_status(paused, ItemAction.START) is AgendaItemStatus.RUNNING


@given(st.sets(st.integers(1, 60)), st.integers(1, 60))
def test_proposed_number_is_free_and_leaves_no_gap(used: set[int], first: int) -> None:
    number = next_number(used, first)
    assert number not in used
    assert number >= first
    assert check_number(number, used, first) == ()


def test_first_number_is_a_setting_of_the_mechanism() -> None:
    assert next_number((), 16) == 16
    assert next_number({16}, 16) == 17
    assert next_number({3}, 16) == 16


def test_taken_number_blocks_and_a_gap_only_warns() -> None:
    (taken,) = check_number(7, {6, 7})
    assert (taken.code, taken.blocks) == ("session.number_taken", True)
    (gap,) = check_number(9, {6, 7})
    assert (gap.blocks, gap.facts) == (False, {"missing": 8, "number": 9})
    assert check_number(5, {6, 7}) == ()
    assert check_number(0, ())[0].code == "session.number_positive"


def test_number_of_a_cancelled_session_is_freed_only_if_nothing_was_printed() -> None:
    uses = [
        NumberUse(5, SessionStatus.HELD),
        NumberUse(6, SessionStatus.CANCELLED, printed=True),
        NumberUse(7, SessionStatus.CANCELLED),
    ]
    assert used_numbers(uses) == {5, 6}


def test_times_of_a_session() -> None:
    start = datetime(2026, 11, 26, 8, tzinfo=UTC)
    assert check_times(start, None) == ()
    assert check_times(start, start + timedelta(hours=12)) == ()
    assert check_times(start, start)[0].code == "session.ends_before_start"
    assert check_times(start, start + timedelta(hours=12, minutes=1))[0].code == "session.too_long"


@given(st.dates(date(2014, 1, 1), date(2030, 1, 1)))
def test_session_entered_later_may_have_any_day_since_the_founding(day: date) -> None:
    founded, today = date(2015, 5, 20), date(2026, 11, 26)
    found = check_entered_later(day, founded_on=founded, today=today)
    assert bool(found) is not (founded <= day <= today)
    assert all(f.blocks for f in found)


def test_ready_session_opens_without_a_word() -> None:
    assert opening_findings(READY) == ()


@pytest.mark.parametrize(
    ("preparation", "code"),
    [
        (
            Preparation(has_chair=True, has_minutes_taker=True, anybody_present=True),
            "session.no_agenda",
        ),
        (
            Preparation(items=(ItemState(1),), has_minutes_taker=True, anybody_present=True),
            "session.no_chair",
        ),
        (
            Preparation(items=(ItemState(1),), has_chair=True, anybody_present=True),
            "session.no_minutes_taker",
        ),
        (
            Preparation(items=(ItemState(1),), has_chair=True, has_minutes_taker=True),
            "attendance.nobody",
        ),
        (
            Preparation(
                items=(ItemState(1, kind=AgendaItemKind.CASE),),
                has_chair=True,
                has_minutes_taker=True,
                anybody_present=True,
            ),
            "item.no_case",
        ),
    ],
)
def test_each_thing_missing_at_the_opening_blocks(preparation: Preparation, code: str) -> None:
    assert [f.code for f in blockers(opening_findings(preparation))] == [code]
    with pytest.raises(RuleBroken) as caught:
        require(opening_findings(preparation))
    assert caught.value.code == code


def test_session_without_quorum_opens_with_a_warning() -> None:
    without = Preparation(
        items=READY.items,
        has_chair=True,
        has_minutes_taker=True,
        present=7,
        needed=8,
        anybody_present=True,
    )
    (found,) = require(opening_findings(without))
    assert (found.code, found.facts) == ("session.quorum", {"present": 7, "needed": 8})


def test_convening_warns_of_short_notice_and_a_day_off() -> None:
    preparation = Preparation(
        items=(ItemState(1),),
        has_chair=True,
        notice_left=1,
        notice_required=7,
        free_day_name="Бъдни вечер",
        starts_on=date(2026, 12, 24),
    )
    found = convening_findings(preparation)
    assert [f.code for f in warnings(found)] == ["session.free_day", "session.notice_short"]
    assert blockers(found) == ()
    assert [f.code for f in blockers(convening_findings(Preparation(has_place=False)))] == [
        "session.no_agenda",
        "session.no_place",
    ]


@given(st.lists(st.sampled_from(list(AgendaItemStatus)), max_size=12))
def test_closing_names_every_item_without_an_outcome(statuses: list[AgendaItemStatus]) -> None:
    items = [ItemState(n, status) for n, status in enumerate(statuses, 1)]
    named = [f.facts["item"] for f in blockers(closing_findings(items))]
    assert named == [item.n for item in items if item.status not in FINISHED_ITEM]


def test_task_without_body_or_term_blocks_closing() -> None:
    tasks = [TaskState("посещение", True, False), TaskState("писмо", True, True)]
    (found,) = closing_findings([], tasks)
    assert (found.code, found.facts["title"]) == ("task.incomplete", "посещение")


def test_item_added_in_the_hall_wants_its_vote() -> None:
    added = ItemState(6, AgendaItemStatus.DISCUSSED, added_at_session=True)
    (found,) = closing_findings([added])
    assert (found.code, found.blocks) == ("item.added_without_vote", False)


def test_held_session_and_signed_minutes_are_not_edited() -> None:
    check_editable(SessionStatus.OPEN)
    with pytest.raises(RuleBroken) as caught:
        check_editable(SessionStatus.HELD)
    assert caught.value.code == "session.not_editable"
    with pytest.raises(RuleBroken) as caught:
        check_editable(SessionStatus.OPEN, minutes_signed=True)
    assert caught.value.code == "minutes.signed"
