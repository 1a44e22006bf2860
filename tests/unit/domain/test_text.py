"""Normalising typed text, hidden characters, mixed letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.text import (
    check_line,
    check_text,
    mixed_words,
    normalise_line,
    normalise_text,
    replace_mixed,
)
from dcm_desktop.errors import InputRefused

PLAIN = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"]), max_size=60)


@given(PLAIN)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise_line(text)
    assert normalise_line(once) == once
    assert once == once.strip()
    assert unicodedata.is_normalized("NFC", once)
    many = normalise_text(text)
    assert normalise_text(many) == many


def test_inner_spaces_collapse_and_lines_stay() -> None:
    assert normalise_line("  Мария \u00a0\t Желева\n") == "Мария Желева"
    assert normalise_text(" а  б \r\n\r\n\r\n\r\nв ") == "а б\n\nв"
    assert normalise_line("Андреи\u0306") == "Андрей"


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\x00", "\x1b", "\ufeff", "\u2066", "\u00ad"])
def test_hidden_characters_are_refused_with_their_place(sign: str) -> None:
    with pytest.raises(InputRefused) as caught:
        normalise_line(f"Ив{sign}ан")
    assert caught.value.code == "text.control"
    assert caught.value.facts["position"] == 3


def test_length_is_checked_after_trimming() -> None:
    assert check_line("  да  ", name="title", max_len=2) == "да"
    with pytest.raises(InputRefused) as caught:
        check_line("х" * 305, name="title", max_len=300)
    assert (caught.value.code, caught.value.facts["n"]) == ("text.too_long", 5)
    with pytest.raises(InputRefused) as caught:
        check_line("аб", name="title", min_len=3, max_len=300)
    assert caught.value.code == "text.too_short"


def test_empty_required_field_names_itself() -> None:
    with pytest.raises(InputRefused) as caught:
        check_text(" \n ", name="title", field="title_edit")
    assert (caught.value.code, caught.value.facts["name"]) == ("field.required", "title")
    assert caught.value.field == "title_edit"
    assert check_text("", name="title", required=False) == ""


def test_latin_letter_inside_a_cyrillic_word_is_found_and_replaced() -> None:
    (mixed,) = mixed_words("Фамилия Васova? Не: Васoва")[:1]
    assert mixed.word == "Васova"
    (only,) = mixed_words("г-жа Васoва, рег. No 5")
    assert (only.letters, only.suggestion) == ("o", "Васова")
    assert replace_mixed("Васoва") == "Васова"


def test_pure_words_of_either_script_are_left_alone() -> None:
    assert mixed_words("ОКМД поддържа USB и PDF/A, case LOV-2026-017") == ()


@given(PLAIN)
def test_replacing_keeps_the_length(text: str) -> None:
    assert len(replace_mixed(text)) == len(text)
