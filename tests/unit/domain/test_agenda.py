"""Order keys, planned times and titles of the agenda."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.agenda import (
    DEFAULT_MINUTES,
    LONGEST_KEY,
    Planned,
    case_title,
    is_closed_part,
    key_between,
    plan,
    spread,
    title_of,
)
from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.errors import InputRefused, RuleBroken

START = datetime(2026, 11, 26, 8, tzinfo=UTC)
NOISE = st.text("0123456789ABCXYZabcxyz", min_size=2, max_size=2)


@given(st.lists(st.tuples(st.floats(0, 1), NOISE), min_size=1, max_size=40))
def test_keys_keep_the_order_of_any_row_of_insertions(moves: list[tuple[float, str]]) -> None:
    keys: list[str] = []
    for where, noise in moves:
        at = round(where * len(keys))
        before = keys[at - 1] if at else ""
        after = keys[at] if at < len(keys) else ""
        if len(max(before, after, key=len)) > LONGEST_KEY - 6:
            return
        key = key_between(before, after, noise)
        assert before < key
        assert not after or key < after
        keys.insert(at, key)
    assert keys == sorted(set(keys))


def test_two_laptops_inserting_at_once_get_different_keys() -> None:
    assert key_between("V", "W", "ab") != key_between("V", "W", "cd")


def test_sixty_items_added_at_the_end_have_short_keys() -> None:
    keys = [""]
    for _ in range(60):
        keys.append(key_between(keys[-1], "", "ab"))
    assert max(map(len, keys)) <= 5


def test_neighbours_out_of_order_and_foreign_signs_are_refused() -> None:
    for before, after, noise in (("W", "V", ""), ("V", "V", ""), ("я", "", ""), ("V", "", "-")):
        with pytest.raises(RuleBroken):
            key_between(before, after, noise)


def test_key_that_would_be_too_long_is_refused() -> None:
    before, after = "V", "W"

    def halve_on() -> None:
        nonlocal after
        for _ in range(500):
            after = key_between(before, after, "zz")

    with pytest.raises(RuleBroken) as caught:
        halve_on()
    assert caught.value.code == "item.order_key"
    assert len(after) <= LONGEST_KEY


@given(st.integers(0, 300))
def test_spread_gives_short_keys_in_order_with_room_between(count: int) -> None:
    keys = spread(count)
    assert list(keys) == sorted(set(keys))
    assert len(keys) == count
    assert all(key and not key.endswith("0") and len(key) <= 2 for key in keys)
    for one, other in zip(("", *keys), (*keys, ""), strict=True):
        assert one < key_between(one, other, "ab")


def test_plan_says_the_end_and_the_first_item_that_does_not_fit() -> None:
    items = [
        Planned(AgendaItemKind.FORMAL),
        Planned(AgendaItemKind.CASE, 40),
        Planned(AgendaItemKind.CASE, 30),
        Planned(AgendaItemKind.MISC, 5),
    ]
    found = plan(items, begins_at=START, must_end_at=START + timedelta(minutes=60))
    assert found.ends_at == START + timedelta(minutes=80)
    assert found.first_late == 2
    assert found.over_min == 20
    assert found.starts[2] == START + timedelta(minutes=45)


def test_finished_items_take_no_time_and_no_end_means_no_lateness() -> None:
    items = [Planned(AgendaItemKind.CASE, 40, finished=True), Planned(AgendaItemKind.MISC, 5)]
    found = plan(items, begins_at=START, must_end_at=None)
    assert found.starts == (None, START)
    assert (found.first_late, found.over_min) == (None, 0)
    assert found.ends_at == START + timedelta(minutes=5)


def test_every_kind_has_default_minutes() -> None:
    assert set(DEFAULT_MINUTES) == set(AgendaItemKind)


def test_title_of_a_case_item_is_generated() -> None:
    title = title_of(AgendaItemKind.CASE, "", case_code="LOV-2026-017")
    assert title == "Обсъждане на случай №\u00a0LOV-2026-017"
    assert title_of(AgendaItemKind.CASE, title, case_code="LOV-2026-017") == title
    with pytest.raises(InputRefused) as caught:
        title_of(AgendaItemKind.CASE, "Случаят на Иван", case_code="LOV-2026-017")
    assert caught.value.code == "item.title_generated"
    with pytest.raises(RuleBroken):
        title_of(AgendaItemKind.CASE, "")


def test_title_of_any_other_item_is_required() -> None:
    assert title_of(AgendaItemKind.MISC, "Разни") == "Разни"
    with pytest.raises(InputRefused):
        title_of(AgendaItemKind.MISC, "  ")
    assert case_title("KRZ-2026-001").endswith("KRZ-2026-001")


def test_case_always_belongs_to_the_closed_part() -> None:
    assert is_closed_part(AgendaItemKind.CASE, False)
    assert not is_closed_part(AgendaItemKind.REPORT, False)
    assert is_closed_part(AgendaItemKind.REPORT, True)
