"""Phrases found by their first letters in any layout, and filled with what is true now."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.phrases import PLACEHOLDERS, PhraseText, check_phrase, fill, find, merged
from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.errors import InputRefused

PHRASES = (
    PhraseText("приема", "Приема за сведение."),
    PhraseText("представи", "Представи случай № {случай}.", (AgendaItemKind.CASE,)),
    PhraseText("кворум", "Присъстват {присъстват} от {членове}."),
    PhraseText("гласуване", "Пристъпи се към гласуване."),
)


@pytest.mark.parametrize("typed", ["пр", "ПР", "pr", "m,"])
def test_a_phrase_is_found_by_two_letters_in_any_hand(typed: str) -> None:
    """G6: Cyrillic, phonetic on Latin, БДС on Latin."""
    assert [one.key for one in find(typed, PHRASES)] == ["представи", "приема"]


def test_gl_under_the_phonetic_layout_finds_the_vote() -> None:
    """G6: `/gl` is „гл“."""
    assert [one.key for one in find("gl", PHRASES)] == ["гласуване"]


def test_a_phrase_of_another_kind_is_not_offered() -> None:
    """G6: by kind of item; the ones made for the kind come first."""
    assert [one.key for one in find("пр", PHRASES, AgendaItemKind.POLICY)] == ["приема"]
    assert [one.key for one in find("пр", PHRASES, AgendaItemKind.CASE)] == ["представи", "приема"]
    assert find("", PHRASES) == ()


def test_placeholders_are_filled_and_a_missing_one_shows() -> None:
    """G6: placeholders from live data."""
    text = "Присъстват {присъстват} от {членове}; следващо на {следващо}."
    filled = fill(text, {"присъстват": "12", "членове": "15"})
    assert filled == "Присъстват 12 от 15; следващо на …."


@given(st.dictionaries(st.sampled_from(PLACEHOLDERS), st.text("абв12 ", min_size=1)))
def test_nothing_in_braces_is_left_after_filling(facts: dict[str, str]) -> None:
    text = " ".join(f"{{{name}}}" for name in PLACEHOLDERS)
    assert "{" not in fill(text, facts)


def test_what_nothing_fills_is_refused() -> None:
    assert check_phrase(" Приема ", "Приема  {точка}.") == ("приема", "Приема {точка}.")
    with pytest.raises(InputRefused, match=r"phrase\.placeholder"):
        check_phrase("приема", "Детето {име}.")
    for key in ("п", "pr", "пр1", ""):
        with pytest.raises(InputRefused):
            check_phrase(key, "Текст.")


def test_own_phrases_stand_over_the_starter_set_and_can_hide_from_it() -> None:
    """G6: own phrases per district."""
    own = (PhraseText("приема", "Одобрява."), PhraseText("кворум", ""), PhraseText("наш", "Наш."))
    found = merged(PHRASES, own)
    assert [one.text for one in found if one.key == "приема"] == ["Одобрява."]
    assert [one.key for one in found] == ["приема", "представи", "гласуване", "наш"]
