"""The key of the recovery sheet survives paper, Cyrillic and hands; typing errors are noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.errors import InputRefused
from dcm_desktop.store.recovery_key import ALPHABET, GROUPS, format_key, is_group, parse_key

keys = st.binary(min_size=16, max_size=16)
places = st.integers(0, GROUPS - 1)
TO_CYRILLIC = str.maketrans("AEKMHPTX", "АЕКМНРТХ")


@given(keys)
def test_a_printed_key_has_eight_groups_of_five(key: bytes) -> None:
    text = format_key(key)
    assert len(text) == 47
    assert [len(group) for group in text.split("-")] == [5] * 8


@given(keys)
def test_a_printed_key_is_read_back(key: bytes) -> None:
    assert parse_key(format_key(key)) == key


@given(keys)
def test_cyrillic_small_letters_and_spaces_are_the_same_key(key: bytes) -> None:
    typed = format_key(key).translate(TO_CYRILLIC).lower().replace("-", "  ") + "\n"
    assert parse_key(typed) == key


@given(keys, places, st.integers(0, 4), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_named_by_its_group(
    key: bytes, place: int, at: int, symbol: str
) -> None:
    groups = format_key(key).split("-")
    right = groups[place]
    wrong = right[:at] + symbol + right[at + 1 :]
    groups[place] = wrong
    if wrong == right:
        assert parse_key("-".join(groups)) == key
        return
    with pytest.raises(InputRefused) as refused:
        parse_key("-".join(groups))
    assert refused.value.code == "recovery.group"
    assert refused.value.facts["group"] == place + 1


@given(keys, places, st.integers(0, 3))
def test_two_neighbours_swapped_are_noticed(key: bytes, place: int, at: int) -> None:
    group = format_key(key).split("-")[place]
    swapped = group[:at] + group[at + 1] + group[at] + group[at + 2 :]
    assert is_group(swapped, place) == (swapped == group)


@given(keys, places, places)
def test_a_group_in_the_place_of_another_is_noticed(key: bytes, place: int, other: int) -> None:
    group = format_key(key).split("-")[place]
    assert is_group(group, other) == (place == other)


@given(st.text(max_size=60))
def test_any_other_text_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(InputRefused) as refused:
        parse_key(text)
    assert refused.value.code in {"recovery.length", "recovery.group"}
