"""Properties of the room: who counts, proxies, breaks, the quorum of every size."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.attendance import (
    Lowered,
    Participant,
    Pause,
    Stay,
    counts_to_quorum,
    headcount,
    is_present,
    movements,
    needed_at,
    quorum_crossings,
)
from dcm_desktop.domain.proxies import ProxyGiven, check_proxy, proxies_that_count
from dcm_desktop.domain.rules import Rules, quorum_needed
from dcm_desktop.domain.terms import (
    AttendanceCapacity,
    AttendanceMode,
    AttendanceStatus,
    QuorumRule,
)

START = datetime(2026, 11, 26, 8, tzinfo=UTC)
MINUTES = st.integers(0, 240)


def at(minutes: float) -> datetime:
    """A moment so many minutes after the opening."""
    return START + timedelta(minutes=minutes)


@st.composite
def stays(draw: st.DrawFn) -> tuple[Stay, ...]:
    """Up to three stays that do not touch."""
    marks = sorted(draw(st.sets(st.integers(-10, 240), max_size=6)))
    pairs = [Stay(at(a), at(b)) for a, b in zip(marks[::2], marks[1::2], strict=False)]
    if len(marks) % 2:
        pairs.append(Stay(at(marks[-1])))
    return tuple(pairs)


@st.composite
def people(draw: st.DrawFn) -> list[Participant]:
    """Some members, substitutes, associates, guests, coordinators."""
    found = []
    for n in range(draw(st.integers(0, 12))):
        capacity = draw(st.sampled_from(AttendanceCapacity))
        acts = capacity is AttendanceCapacity.SUBSTITUTE
        found.append(
            Participant(
                f"a{n}",
                capacity,
                draw(st.sampled_from(AttendanceStatus)),
                draw(st.sampled_from(AttendanceMode)),
                votes=draw(st.booleans()),
                mandate_id=None if acts else f"m{n}",
                represents=f"m{draw(st.integers(0, 12))}" if acts else None,
                authorised=draw(st.booleans()),
                stays=draw(stays()),
            )
        )
    return found


RULES = st.builds(
    Rules,
    proxy_votes=st.booleans(),
    max_proxies=st.integers(1, 3),
    associates_vote=st.booleans(),
    substitute_votes=st.booleans(),
    remote_counts=st.booleans(),
)
PROXIES = st.lists(
    st.builds(
        ProxyGiven,
        st.integers(0, 12).map("a{}".format),
        st.integers(0, 12).map("a{}".format),
    ),
    max_size=8,
)


@given(people(), RULES, MINUTES)
def test_guests_associates_and_coordinators_never_count(
    roll: list[Participant], rules: Rules, minute: int
) -> None:
    """C5: never in the quorum, whatever the rules and whoever comes and goes."""
    counted = counts_to_quorum(roll, rules, at(minute))
    kinds = {person.capacity for person in counted}
    assert not kinds & {AttendanceCapacity.GUEST, AttendanceCapacity.ASSOCIATE}
    without = [
        person
        for person in roll
        if person.capacity not in (AttendanceCapacity.GUEST, AttendanceCapacity.ASSOCIATE)
        or person.represents is not None
    ]
    assert len(counts_to_quorum(without, rules, at(minute))) == len(counted)


@given(people(), RULES, PROXIES, MINUTES)
def test_a_proxy_counts_only_while_its_holder_is_in_the_room(
    roll: list[Participant], rules: Rules, given_: list[ProxyGiven], minute: int
) -> None:
    """C4: one vote a seat, at most max_proxies a holder, nobody votes for who is there."""
    by_id = {person.attendance_id: person for person in roll}
    known = [one for one in given_ if one.giver in by_id and one.holder in by_id]
    counting = proxies_that_count(roll, rules, known, at(minute))
    assert rules.proxy_votes or not counting
    for one in counting:
        assert is_present(by_id[one.holder], at(minute))
        seat = by_id[one.giver].mandate_id
        assert not any(p.seat == seat and is_present(p, at(minute)) for p in roll)
        assert by_id[one.giver].votes
    givers = [one.giver for one in counting]
    assert len(givers) == len(set(givers))
    holders = [one.holder for one in counting]
    assert all(holders.count(one) <= rules.max_proxies for one in holders)


@given(people(), RULES, PROXIES, MINUTES)
def test_a_proxy_never_makes_a_quorum(
    roll: list[Participant], rules: Rules, given_: list[ProxyGiven], minute: int
) -> None:
    """C4: proxies add votes and no presence."""
    by_id = {person.attendance_id for person in roll}
    known = [one for one in given_ if one.giver in by_id and one.holder in by_id]
    counting = proxies_that_count(roll, rules, known, at(minute))
    with_them = headcount(roll, rules, needed=8, at=at(minute), by_proxy=len(counting))
    without = headcount(roll, rules, needed=8, at=at(minute))
    assert with_them.present == without.present
    assert with_them.entitled == without.entitled + len(counting)


@given(people(), RULES, MINUTES)
def test_what_may_be_given_counts_at_once(
    roll: list[Participant], rules: Rules, minute: int
) -> None:
    """C4: the check at the desk and the count agree."""
    for giver in roll:
        for holder in roll:
            wanted = ProxyGiven(giver.attendance_id, holder.attendance_id)
            if not check_proxy(roll, rules, (), wanted, at(minute)):
                assert proxies_that_count(roll, rules, (wanted,), at(minute)) == (wanted,)


@given(people(), MINUTES, MINUTES)
def test_a_break_tells_only_the_difference(roll: list[Participant], one: int, other: int) -> None:
    """E3: outside of a break every count is what the movements come to."""
    pause = Pause(at(min(one, other)), at(max(one, other)))
    rules = Rules()
    moves = movements(roll, rules, needed=8, start=START, pauses=(pause,))
    room = {p.attendance_id for p in roll if is_present(p, START) and p.stays}
    for move in moves:
        assert not pause.covers(move.at) or move.at == pause.end
        arrives = move.kind.value != "left"
        before = room
        room = room | set(move.attendance_ids) if arrives else room - set(move.attendance_ids)
        assert before != room
    last = at(600)
    there = {p.attendance_id for p in roll if p.stays and is_present(p, last)}
    assert room == there


@given(people(), st.integers(1, 8))
def test_every_crossing_changes_the_side(roll: list[Participant], needed: int) -> None:
    """D3: lost and gained take turns."""
    moves = movements(roll, Rules(), needed=needed, start=START)
    sides = [move.after.has_quorum for move in quorum_crossings(moves)]
    assert all(a is not b for a, b in pairwise(sides))


@given(st.integers(1, 60), st.integers(1, 60), MINUTES, MINUTES)
def test_the_lowered_quorum_holds_from_its_hour(
    full: int, smaller: int, since: int, minute: int
) -> None:
    """D5, D6: before its hour the full quorum, from then the smaller, never a larger one."""
    found = needed_at(full, Lowered(at(since), smaller), at(minute))
    assert found == (full if minute < since else min(full, smaller))


TRUTH = {
    QuorumRule.MORE_THAN_HALF: (1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8),
    QuorumRule.AT_LEAST_HALF: (1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8),
    QuorumRule.TWO_THIRDS: (1, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 10, 10),
}


@pytest.mark.parametrize("rule", TRUTH)
def test_quorum_of_nought_to_fifteen_seats(rule: QuorumRule) -> None:
    """D1: the truth table of every rule for 0…15."""
    assert tuple(quorum_needed(rule, seats) for seats in range(16)) == TRUTH[rule]


@pytest.mark.parametrize("present", range(16))
def test_presence_of_nought_to_fifteen_of_fifteen(present: int) -> None:
    """D1: with 15 seats and more than half, eight are the quorum and seven are not."""
    roll = [
        Participant(
            f"a{n}",
            AttendanceCapacity.PERMANENT,
            AttendanceStatus.PRESENT if n < present else AttendanceStatus.ABSENT_EXCUSED,
            votes=True,
            mandate_id=f"m{n}",
        )
        for n in range(15)
    ]
    count = headcount(roll, Rules(), needed=8, at=None)
    assert (count.present, count.has_quorum) == (present, present >= 8)


@pytest.mark.parametrize(("votes", "present"), [(True, 8), (False, 7)])
def test_whether_substitutes_count_is_a_rule(votes: bool, present: int) -> None:
    """D1: substitutes count where the rules say so."""
    roll = [
        Participant(
            f"a{n}", AttendanceCapacity.PERMANENT, AttendanceStatus.PRESENT, votes=True,
            mandate_id=f"m{n}",
        )
        for n in range(7)
    ]  # fmt: skip
    roll.append(
        Participant(
            "s", AttendanceCapacity.SUBSTITUTE, AttendanceStatus.PRESENT, votes=True,
            represents="m9",
        )
    )  # fmt: skip
    rules = Rules(substitute_votes=votes)
    assert headcount(roll, rules, needed=8, at=None).present == present
