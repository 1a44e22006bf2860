"""How a typed word finds a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.matching import (
    MatchHow,
    match_word,
    parse_query,
    rank,
    searchable,
    transliterate,
)
from dcm_desktop.domain.names import fold

LETTERS = "абвгдежзийклмнопрстуфхцчшщъьюя"
names = st.text(LETTERS, min_size=2, max_size=14).map(str.capitalize)
long_names = st.text(LETTERS, min_size=6, max_size=14).map(str.capitalize)


def how(typed: str, name: str) -> MatchHow | None:
    (word,) = parse_query(typed)
    return match_word(word, searchable(name))


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("ковачева", "Илияна Ковачева", MatchHow.EXACT),
        ("КОВ", "Илияна Ковачева", MatchHow.EXACT),
        ("ковачева", "Марин Ковачев", MatchHow.FORM),
        ("ковачев", "Илияна Ковачева", MatchHow.EXACT),
        ("ковачева", "Радка Ковачова", MatchHow.NEAR),
        ("kovacheva", "Илияна Ковачева", MatchHow.LATIN),
        ("Maria", "Мария Петрова", MatchHow.LATIN),
        ("ковачева", "Ana Kovacheva", MatchHow.LATIN),
        ("ковачева", "Мария Петрова", None),
        ("ковчаева", "Илияна Ковачева", MatchHow.NEAR),
        ("ана", "Яна", None),
    ],
)
def test_a_word_is_found_and_the_way_is_named(
    typed: str, name: str, expected: MatchHow | None
) -> None:
    assert how(typed, name) is expected


@pytest.mark.parametrize(("typed", "name"), [("rldk", "Иван"), ("kowa`ewa", "Ковачева")])
def test_keys_of_a_keyboard_left_on_latin_are_read(typed: str, name: str) -> None:
    assert how(typed, name) is MatchHow.KEYBOARD


@given(names, st.integers(min_value=1))
def test_every_beginning_of_a_name_finds_it(name: str, length: int) -> None:
    assert how(name[: 1 + length % len(name)].upper(), name) is MatchHow.EXACT


@given(names)
def test_a_name_is_found_in_latin_letters(name: str) -> None:
    assert how(transliterate(fold(name)), name) in (MatchHow.LATIN, MatchHow.EXACT)


@given(long_names, st.integers(0, 100), st.sampled_from(LETTERS))
def test_one_wrong_letter_still_finds_a_long_name(name: str, place: int, letter: str) -> None:
    at = place % len(name)
    typed = name[:at] + letter + name[at + 1 :]
    assert how(typed, name) is not None


@given(st.text(max_size=30))
def test_any_line_can_be_typed(text: str) -> None:
    for word in parse_query(text):
        found = match_word(word, searchable("Илияна Ковачева"))
        assert found is None or found in MatchHow


def test_ways_are_ranked_the_surest_first() -> None:
    assert [rank(way) for way in MatchHow] == [0, 1, 2, 3, 4]
