"""The room at a moment: who counts, who votes, what a departure does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.attendance import (
    MovementKind,
    Participant,
    Stay,
    attended,
    check_roll,
    check_stays,
    counts_to_quorum,
    double_seats,
    entitled,
    headcount,
    is_present,
    movements,
    quorum_crossings,
)
from dcm_desktop.domain.rules import DEFAULT_RULES, Rules
from dcm_desktop.domain.terms import AttendanceCapacity, AttendanceMode, AttendanceStatus

START = datetime(2026, 11, 26, 8, tzinfo=UTC)
END = START + timedelta(minutes=130)
PRESENT = AttendanceStatus.PRESENT


def at(minutes: int) -> datetime:
    """A moment so many minutes after the opening."""
    return START + timedelta(minutes=minutes)


def member(n: int, *stays: Stay, status: AttendanceStatus = PRESENT) -> Participant:
    """A permanent member with a vote."""
    return Participant(
        f"a{n}",
        AttendanceCapacity.PERMANENT,
        status,
        votes=True,
        mandate_id=f"m{n}",
        stays=stays or (Stay(at(-5)),),
    )


def substitute(n: int, *stays: Stay, authorised: bool = True) -> Participant:
    """A substitute for member `n`."""
    return Participant(
        f"s{n}",
        AttendanceCapacity.SUBSTITUTE,
        PRESENT,
        votes=True,
        represents=f"m{n}",
        authorised=authorised,
        stays=stays or (Stay(at(-5)),),
    )


def associate(n: int) -> Participant:
    """An associate whose seat has a vote where the rules let it."""
    return Participant(
        f"x{n}", AttendanceCapacity.ASSOCIATE, PRESENT, votes=True, mandate_id=f"xm{n}"
    )


GUEST = Participant("g1", AttendanceCapacity.GUEST, PRESENT, votes=True, mandate_id="gm")


def test_the_room_of_the_sample_minutes() -> None:
    roll = [
        *(member(n) for n in range(11)),
        member(12, status=AttendanceStatus.REPRESENTED),
        substitute(12),
        member(13, status=AttendanceStatus.ABSENT_EXCUSED),
        associate(1),
        GUEST,
    ]
    room = headcount(roll, DEFAULT_RULES, needed=8, at=at(10))
    assert (room.present, room.by_substitute, room.entitled) == (12, 1, 12)
    assert room.has_quorum
    assert room.to_spare == 4


def test_member_and_substitute_are_never_both_counted() -> None:
    roll = [member(1), substitute(1)]
    counted = entitled(roll, DEFAULT_RULES, at(1))
    assert [p.attendance_id for p in counted] == ["a1"]
    assert double_seats(roll, at(1)) == ("m1",)


def test_substitute_counts_from_the_moment_the_member_leaves() -> None:
    roll = [member(1, Stay(at(-5), at(30))), substitute(1)]
    assert [p.attendance_id for p in entitled(roll, DEFAULT_RULES, at(29))] == ["a1"]
    assert [p.attendance_id for p in entitled(roll, DEFAULT_RULES, at(30))] == ["s1"]


def test_substitute_needs_a_mandate_of_the_day_and_the_rule() -> None:
    assert entitled([substitute(1, authorised=False)], DEFAULT_RULES, at(1)) == ()
    no_vote = replace(DEFAULT_RULES, substitute_votes=False)
    assert entitled([substitute(1)], no_vote, at(1)) == ()


def test_two_substitutes_of_one_seat_count_once() -> None:
    other = replace(substitute(1), attendance_id="s1b")
    assert len(entitled([substitute(1), other], DEFAULT_RULES, at(1))) == 1


def test_associates_may_vote_by_the_rules_but_never_make_a_quorum() -> None:
    rules = replace(DEFAULT_RULES, associates_vote=True)
    roll = [member(1), associate(1)]
    assert len(entitled(roll, DEFAULT_RULES, at(1))) == 1
    assert len(entitled(roll, rules, at(1))) == 2
    assert len(counts_to_quorum(roll, rules, at(1))) == 1


def test_remote_member_counts_only_if_the_rules_say_so() -> None:
    remote = replace(member(1), mode=AttendanceMode.REMOTE)
    assert len(entitled([remote], DEFAULT_RULES, at(1))) == 1
    assert entitled([remote], replace(DEFAULT_RULES, remote_counts=False), at(1)) == ()


def test_member_without_stays_counts_by_status_alone() -> None:
    plain = replace(member(1), stays=())
    assert is_present(plain, at(1))
    assert attended(plain, at(1), at(2))
    assert not is_present(replace(plain, status=AttendanceStatus.EXPECTED), at(1))


def test_departure_is_a_movement_with_the_count_after_it() -> None:
    roll = [*(member(n) for n in range(1, 8)), member(8, Stay(at(-5), at(95)))]
    (move,) = movements(roll, DEFAULT_RULES, needed=8, start=START, end=END)
    assert (move.kind, move.attendance_ids, move.at) == (MovementKind.LEFT, ("a8",), at(95))
    assert (move.before.present, move.after.present) == (8, 7)
    assert move.quorum_lost
    assert quorum_crossings([move]) == (move,)


def test_late_arrival_and_return_are_told_apart() -> None:
    roll = [member(1), member(2, Stay(at(20), at(40)), Stay(at(60)))]
    moves = movements(roll, DEFAULT_RULES, needed=2, start=START)
    assert [(m.kind, m.after.present) for m in moves] == [
        (MovementKind.ARRIVED, 2),
        (MovementKind.LEFT, 1),
        (MovementKind.RETURNED, 2),
    ]
    assert [m.quorum_restored for m in moves] == [True, False, True]


def test_leaving_of_a_guest_changes_no_count_but_is_a_movement() -> None:
    guest = replace(GUEST, stays=(Stay(at(-5), at(30)),))
    (move,) = movements([member(1), guest], DEFAULT_RULES, needed=1, start=START)
    assert move.before == move.after


def test_movements_before_the_opening_and_at_the_closing_are_none() -> None:
    roll = [member(1, Stay(at(-30), END)), member(2, Stay(START, END))]
    assert movements(roll, DEFAULT_RULES, needed=1, start=START, end=END) == ()


minutes = st.integers(-10, 140)
stays = st.builds(
    lambda a, b, open_: Stay(at(min(a, b)), None if open_ else at(max(a, b))),
    minutes,
    minutes,
    st.booleans(),
)


@given(st.lists(st.tuples(st.booleans(), stays), max_size=8), st.booleans())
def test_counts_after_the_last_movement_equal_the_room_at_that_moment(
    people: list[tuple[bool, Stay]], substitutes_vote: bool
) -> None:
    rules: Rules = replace(DEFAULT_RULES, substitute_votes=substitutes_vote)
    roll = [
        (substitute(n // 2, stay) if is_sub else member(n // 2, stay))
        for n, (is_sub, stay) in enumerate(people)
    ]
    roll = [replace(p, attendance_id=f"{p.attendance_id}-{n}") for n, p in enumerate(roll)]
    moves = movements(roll, rules, needed=3, start=START, end=END)
    for number, move in enumerate(moves):
        last_of_moment = number + 1 == len(moves) or moves[number + 1].at > move.at
        if last_of_moment:
            assert move.after == headcount(roll, rules, needed=3, at=move.at)
    for one, other in pairwise(moves):
        assert one.after == other.before


@given(st.lists(st.tuples(st.booleans(), st.booleans()), max_size=20), st.booleans())
def test_nobody_counts_twice_and_the_quorum_is_within_the_entitled(
    people: list[tuple[bool, bool]], associates_vote: bool
) -> None:
    rules = replace(DEFAULT_RULES, associates_vote=associates_vote)
    roll = [
        (substitute(n % 5) if is_sub else associate(n % 5) if is_assoc else member(n % 5))
        for n, (is_sub, is_assoc) in enumerate(people)
    ]
    voters = entitled(roll, rules, at(1))
    seats = [p.seat for p in voters]
    assert len(seats) == len(set(seats))
    assert set(counts_to_quorum(roll, rules, at(1))) <= set(voters)


@pytest.mark.parametrize(
    ("stay", "inside"),
    [
        (Stay(at(0), at(10)), False),
        (Stay(at(0), at(11)), True),
        (Stay(at(19)), True),
        (Stay(at(20)), False),
        (Stay(at(12), at(13)), True),
    ],
)
def test_attendance_of_an_item_is_derived(stay: Stay, inside: bool) -> None:
    assert attended(member(1, stay), at(10), at(20)) is inside


def test_attendance_of_a_running_item_counts_those_who_came_since() -> None:
    assert attended(member(1, Stay(at(50))), at(10), None)
    assert not attended(member(1, Stay(at(0), at(5))), at(10), None)


def test_wrong_stays_are_found() -> None:
    def codes(*of: Stay) -> list[str]:
        return [f.code for f in check_stays(of, opened_at=START, ended_at=END)]

    assert codes(Stay(at(0), at(10)), Stay(at(20))) == []
    assert codes(Stay(at(10), at(5))) == ["attendance.left_before_arrived"]
    assert codes(Stay(at(0)), Stay(at(20))) == ["attendance.overlap"]
    assert codes(Stay(at(200))) == ["attendance.outside_session"]
    assert codes(Stay(at(-90), at(-30))) == ["attendance.outside_session"]


def test_roll_without_anybody_blocks_and_a_missing_document_warns() -> None:
    assert [f.code for f in check_roll([member(1, status=AttendanceStatus.EXPECTED)])] == [
        "attendance.nobody"
    ]
    (found,) = check_roll([substitute(1, authorised=False)])
    assert (found.code, found.blocks) == ("substitute.no_document", False)
