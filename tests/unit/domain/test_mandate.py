"""Seats over time: votes, overlaps, the chair, seats filled."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.findings import blockers
from dcm_desktop.domain.mandate import (
    ROLE_ORDER,
    SEAT_ROLES,
    Seat,
    Substitution,
    capacity_of,
    chair_on,
    check_end,
    check_mandate,
    check_substitution,
    filled_seats,
    in_force,
    may_vote,
    substitutes_of,
)
from dcm_desktop.domain.rules import DEFAULT_RULES
from dcm_desktop.domain.terms import AttendanceCapacity, MandateEndReason, MemberRole
from dcm_desktop.errors import RuleBroken

DAY = date(2026, 11, 26)


def seat(n: int, role: MemberRole = MemberRole.PERMANENT, **facts: object) -> Seat:
    """A mandate of person `n` since the beginning of the year."""
    base = Seat(f"m{n}", f"p{n}", role, date(2026, 1, 1), person_name=f"Лице {n}")
    return replace(base, **facts)  # type: ignore[arg-type]  # - facts are fields of Seat


def test_votes_follow_from_role_and_rules() -> None:
    voting = {role for role in MemberRole if may_vote(seat(1, role), DEFAULT_RULES)}
    assert voting == SEAT_ROLES
    with_associates = replace(DEFAULT_RULES, associates_vote=True)
    assert may_vote(seat(1, MemberRole.ASSOCIATE), with_associates)


def test_vote_can_be_overridden_both_ways() -> None:
    assert not may_vote(seat(1, votes=False), DEFAULT_RULES)
    assert may_vote(seat(1, MemberRole.COORDINATOR, votes=True), DEFAULT_RULES)


def test_every_role_has_a_group_on_the_roll_and_a_place_in_the_order() -> None:
    assert set(ROLE_ORDER) == set(MemberRole)
    assert capacity_of(MemberRole.CHAIR) is AttendanceCapacity.PERMANENT
    assert capacity_of(MemberRole.NATIONAL_EXPERT) is AttendanceCapacity.GUEST
    assert capacity_of(MemberRole.ASSOCIATE) is AttendanceCapacity.ASSOCIATE
    assert capacity_of(MemberRole.SECRETARY) is AttendanceCapacity.COORDINATOR
    assert capacity_of(MemberRole.SUBSTITUTE) is AttendanceCapacity.SUBSTITUTE


def test_last_day_of_a_mandate_still_counts() -> None:
    ended = seat(1, end_on=DAY)
    assert ended.covers(DAY)
    assert not ended.covers(date(2026, 11, 27))
    assert in_force([ended, seat(2, start_on=date(2027, 1, 1))], DAY) == (ended,)


days = st.dates(date(2026, 1, 1), date(2026, 3, 1))
periods = st.builds(
    lambda a, b, open_: (min(a, b), None if open_ else max(a, b)), days, days, st.booleans()
)


@given(periods, periods)
def test_overlap_means_a_common_day(
    one: tuple[date, date | None], other: tuple[date, date | None]
) -> None:
    first = seat(1, start_on=one[0], end_on=one[1])
    second = seat(2, start_on=other[0], end_on=other[1])
    common = any(
        first.covers(date.fromordinal(n)) and second.covers(date.fromordinal(n))
        for n in range(date(2026, 1, 1).toordinal(), date(2026, 3, 3).toordinal())
    )
    assert first.overlaps(second) is second.overlaps(first) is common


def test_second_voting_seat_of_one_person_blocks() -> None:
    mine = seat(1)
    again = replace(seat(2), person_id="p1")
    (found,) = check_mandate(again, [mine], DEFAULT_RULES, planned_seats=15)
    assert (found.code, found.blocks) == ("mandate.overlap", True)
    assert found.facts == {"person": "Лице 1", "from_on": date(2026, 1, 1)}
    advisory = replace(again, role=MemberRole.COORDINATOR)
    assert check_mandate(advisory, [mine], DEFAULT_RULES, planned_seats=15) == ()
    later = replace(again, start_on=date(2027, 1, 1))
    ended = replace(mine, end_on=date(2026, 12, 31))
    assert check_mandate(later, [ended], DEFAULT_RULES, planned_seats=15) == ()


def test_second_chair_blocks_and_names_the_first() -> None:
    chair = seat(1, MemberRole.CHAIR)
    second = seat(2, MemberRole.CHAIR, start_on=date(2026, 6, 1))
    (found,) = blockers(check_mandate(second, [chair], DEFAULT_RULES, planned_seats=15))
    assert found.code == "mandate.second_chair"
    assert found.facts == {"day": date(2026, 6, 1), "person": "Лице 1"}
    assert chair_on([chair, second], DAY) == chair
    assert chair_on([], DAY) is None


def test_changing_a_mandate_does_not_collide_with_itself() -> None:
    chair = seat(1, MemberRole.CHAIR)
    moved = replace(chair, start_on=date(2026, 2, 1))
    assert check_mandate(moved, [chair], DEFAULT_RULES, planned_seats=15) == ()


def test_more_members_than_seats_only_warns() -> None:
    others = [seat(n) for n in range(2, 17)]
    (found,) = check_mandate(seat(1), others, DEFAULT_RULES, planned_seats=15)
    assert (found.blocks, found.facts) == (False, {"members": 16, "seats": 15})


def test_filled_seats_leave_associates_out() -> None:
    seats = [
        seat(1, MemberRole.CHAIR),
        seat(2),
        seat(3, MemberRole.ASSOCIATE),
        seat(4, MemberRole.COORDINATOR),
        seat(5, end_on=date(2026, 5, 1)),
    ]
    assert filled_seats(seats, DEFAULT_RULES, DAY) == 2
    assert filled_seats(seats, replace(DEFAULT_RULES, associates_vote=True), DAY) == 2


def test_ending_needs_a_day_in_order_and_a_reason() -> None:
    check_end(None, None, DAY)
    check_end(DAY, MandateEndReason.RESIGNED, DAY)
    with pytest.raises(RuleBroken) as caught:
        check_end(DAY, None, DAY)
    assert caught.value.code == "mandate.end_reason"
    with pytest.raises(RuleBroken):
        check_end(date(2026, 1, 1), MandateEndReason.OTHER, DAY)


def test_substitutes_of_a_day_are_those_authorised_for_it() -> None:
    valid = Substitution("m1", "p9", date(2026, 1, 1), date(2026, 12, 31), "писмо № 5")
    past = Substitution("m1", "p8", date(2025, 1, 1), date(2025, 12, 31))
    assert substitutes_of([valid, past], "m1", DAY) == (valid,)
    assert substitutes_of([valid], "m2", DAY) == ()


def test_substitution_without_document_only_warns() -> None:
    plain = Substitution("m1", "p9", DAY)
    (found,) = check_substitution(plain, seat(1), DEFAULT_RULES)
    assert (found.code, found.blocks) == ("substitute.no_document", False)
    selfish = Substitution("m1", "p1", DAY, document="писмо № 5")
    assert [f.code for f in check_substitution(selfish, seat(1), DEFAULT_RULES)] == [
        "substitute.self"
    ]
