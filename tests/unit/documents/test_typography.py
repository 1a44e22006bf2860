"""Joins, breaks of words and what may be printed."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.documents import typography
from dcm_desktop.documents.typography import (
    NBSP,
    bind,
    bind_ragged,
    breaks,
    hyphenate,
    paragraphs,
    pieces,
    printable,
)


@pytest.mark.parametrize(
    "joined",
    [
        "№_7", "чл._9,_ал._2".replace(",_", ", "), "26_ноември 2026_г.", "10.00_часа",
        "11_(единадесет)", "РУО_–_Ловеч", "„за“_–_12;", "д-р_Лъчезар", "изх._№_ОКМД-31",
        "12_гласа", "думата_– тире",
    ],
)  # fmt: skip
def test_signs_stay_with_their_numbers(joined: str) -> None:
    free = f"Текст {joined.replace('_', ' ')} още думи"
    expected = f"Текст {joined.replace('_', NBSP)} още думи"
    if joined.startswith("11"):
        assert bind_ragged(free) == bind_ragged(expected)
    else:
        assert bind(free) == bind(expected)
        assert joined.replace("_", NBSP) in bind(free)


def test_short_words_of_ragged_text_stay_with_the_next() -> None:
    assert "в\u00a0областта" in bind_ragged("Свободни места в областта и друго нещо")
    assert "в областта" in bind("Свободни места в областта и друго нещо")
    assert "в\u00a0областта" in bind("Свободни места в областта и друго нещо", one_letter=True)


@given(st.text(alphabet="абвгд №12.,–„“-()сна ", max_size=60))
def test_joins_change_nothing_but_spaces(text: str) -> None:
    for joined in (bind(text), bind(text, one_letter=True), bind_ragged(text)):
        assert joined.replace(NBSP, " ") == text.replace(NBSP, " ")


@given(st.text(max_size=60))
def test_printable_text_has_no_hidden_signs(text: str) -> None:
    shown = printable(text)
    assert not any(sign in shown for sign in "\u202a\u202e\u2066\u200b\u00ad\u200d\n\t\r\x00\x1b")
    assert printable(shown) == shown


def test_letters_without_end_are_cut_and_none_is_lost() -> None:
    """A key that was held down must not keep the maker of the paper busy for minutes."""
    text = "Каза: " + "я" * 10_000 + " и седна."
    shown = typography.printable(text)
    assert max(len(word) for word in shown.split(" ")) <= 120
    assert shown.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("общопрактикуващите", "общо"),
        ("надграждане", "над"),
        ("подкрепата", "под"),
        ("институциите", "инсти"),
        ("представлява", "пред"),
    ],
)
def test_compounds_break_at_their_seam(word: str, parts: str) -> None:
    assert len(parts) in breaks(word)
    assert all(place >= len(parts) for place in breaks(word))


@pytest.mark.parametrize("word", ["най-малко", "ОКМД", "ВЪЗСТАНОВЯВАНЕ", "кратка", "2026", "—"])
def test_some_words_are_never_broken(word: str) -> None:
    assert hyphenate(word) == []


@given(st.text(alphabet="абвгдеиоунстрлкмп", min_size=1, max_size=30))
def test_every_part_of_a_broken_word_has_a_vowel_and_three_letters(word: str) -> None:
    places = sorted(breaks(word))
    cuts = [0, *places, len(word)]
    for start, end in itertools.pairwise(cuts):
        if places:
            assert any(sign in "аъоуеиюя" for sign in word[start:end]) or end == len(word)
    assert all(3 <= place <= len(word) - 3 for place in places)
    assert all(head + tail == word for head, tail in hyphenate(word))


def test_punctuation_stays_with_a_broken_word() -> None:
    assert ("„общо", "практикуващите“,") in hyphenate("„общопрактикуващите“,")


@given(st.text(alphabet="абв .;", max_size=400), st.integers(5, 60))
def test_pieces_lose_no_letter(text: str, longest: int) -> None:
    text = " ".join(text.split())
    cut = pieces(text, longest)
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert all(len(part) <= longest for part in cut)


def test_paragraphs_are_lines_that_say_something() -> None:
    assert paragraphs("Едно.\n\n  \nДве.\r\n") == ("Едно.", "Две.")


def test_every_stem_has_one_seam() -> None:
    assert all(
        0 < place < len(stem) for rows in typography._stems().values() for stem, place in rows
    )
