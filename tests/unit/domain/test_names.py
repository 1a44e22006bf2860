"""Folding, Bulgarian order and the identity guard. All names are fictional."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.names import (
    Guard,
    Hit,
    HitKind,
    RegisterName,
    fold,
    gender_of,
    name_forms,
    sort_key,
    stored_sort_key,
    words_of,
)
from dcm_desktop.domain.terms import GrammaticalGender

CHILD = RegisterName("i1", ("Борислава", "Тихомирова", "Кехайова"), "KRZ-2026-001")
BOY = RegisterName("i2", ("Методи", "Златанов"), "KRZ-2026-002")
GUARD = Guard([CHILD, BOY])


def found(text: str, guard: Guard = GUARD) -> list[str]:
    """The passages that were hit."""
    return [text[hit.start : hit.end] for hit in guard.search(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Борислава",
        "БОРИСЛАВА",
        "при борислава,",
        "на Кехайови",
        "Златанова каза",
        "за Златанови.",
        "Методий",
        "„Златанов“",
        "Златановът",
        "д-р Златанов",
        "Иванова-Кехайова",
    ],
)
def test_name_is_found_in_its_forms(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Борил и Славка",
        "златановски",
        "методика на работа",
        "Решение № 7-2 по случай № KRZ-2026-001",
        "ОКМД подкрепя семейството; институциите поемат ангажименти.",
    ],
)
def test_clean_text_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        unicodedata.normalize("NFD", "Кехайова"),
        "Кеха\u0301йова",
        "Ке\u00adхайова",
        "Ке\u200bхайова",
        "Кехaйoва",
    ],
)
def test_name_in_disguise_is_found_where_it_stands(text: str) -> None:
    around = f"семейство {text} и близки"
    (hit,) = GUARD.search(around)
    assert around[hit.start : hit.end] == text
    assert (hit.owner_id, hit.code, hit.kind) == ("i1", "KRZ-2026-001", HitKind.NAME)


@pytest.mark.parametrize("text", ["7523169263", "752316 926 3", "752316-9263", "752316.926.3"])
def test_ten_digits_on_their_own_are_found(text: str) -> None:
    (hit,) = GUARD.search(f"ЕГН {text}.")
    assert hit.kind is HitKind.NUMBER
    assert f"ЕГН {text}."[hit.start : hit.end] == text


@pytest.mark.parametrize("text", ["75231692631", "изх. № 12345", "26.11.2026", "84 269,00 €"])
def test_other_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_telephone_of_the_office_can_be_allowed() -> None:
    guard = Guard([CHILD], allowed=["0888123456"])
    assert found("тел. 0888123456", guard) == []
    assert found("тел. 0888123457", guard) == ["0888123457"]


def test_official_of_the_same_name_is_allowed_only_in_full() -> None:
    guard = Guard([BOY], allowed=["Методи Раленков", "Надежда и домове за децата"])
    assert found("Докладва: Методи Раленков", guard) == []
    assert found("на Методий Раленкова", guard) == []
    assert found("Методи има нужда от подкрепа", guard) == ["Методи"]


def test_child_called_hope_does_not_stop_the_name_of_the_organisation() -> None:
    guard = Guard(
        [RegisterName("i3", ("Надежда",))], allowed=["Надежда и домове за децата – клон България"]
    )
    assert found("Отговорник: „Надежда и домове за децата – клон България“", guard) == []
    assert found("Надежда и майка ѝ", guard) == ["Надежда"]


def test_places_are_those_of_the_caller() -> None:
    hits = GUARD.search_all({"т. 1, решение": "за Борислава", "т. 2": "чисто"})
    assert [hit.place for hit in hits] == ["т. 1, решение"]


def test_hit_does_not_carry_the_text() -> None:
    (hit,) = GUARD.search("за Борислава")
    assert hit == Hit("", 3, 12, HitKind.NAME, "i1", "KRZ-2026-001")
    assert "Борислава" not in repr(hit)


def test_very_short_and_empty_names_are_no_names() -> None:
    guard = Guard([RegisterName("i4", ("", "Ян", "-"))])
    assert found("Ян от", guard) == []


SYLLABLES = st.lists(
    st.sampled_from(["ба", "ви", "го", "де", "жи", "зо", "ла", "ми", "на", "ра", "со", "ти"]),
    min_size=2,
    max_size=4,
).map(lambda parts: "".join(parts).capitalize())


@given(
    SYLLABLES,
    st.sampled_from(["", "а", "и", "ът", "я", "у"]),
    st.text("абв .,;–„“()\n", max_size=20),
    st.text("абв .,;–„“()\n", max_size=20),
)
def test_planted_form_is_always_found(name: str, ending: str, before: str, after: str) -> None:
    guard = Guard([RegisterName("i", (name,))])
    text = f"{before} {name}{ending} {after}"
    assert name + ending in found(text, guard)


@given(SYLLABLES)
def test_forms_are_folded_and_contain_the_name(name: str) -> None:
    forms = name_forms(name)
    assert fold(name) in forms
    assert all(form == fold(form) for form in forms)


def test_two_thousand_names_are_looked_for_in_a_long_text() -> None:
    names = [
        RegisterName(str(n), (f"Борис{'авлкт'[n % 5]}{'оие'[n % 3] * (n % 7)}м", f"Ким{n % 97}ов"))
        for n in range(2000)
    ]
    text = "Областният координационен механизъм прие информацията за сведение. " * 3200
    assert Guard(names).search(text[:200_000]) == ()


def test_words_of_a_double_surname() -> None:
    assert words_of("Мария-Елена Петрова") == ("Мария", "Елена", "Петрова")


def test_folding_keeps_short_i_and_drops_stress() -> None:
    assert fold("ИВАЙЛО") == "ивайло"
    assert fold("ѝ") == fold("и")
    assert fold("за\u0301мък") == "замък"


def test_bulgarian_order_with_numbers_by_value_and_latin_last() -> None:
    right = ["т. 2", "т. 10", "Ангел", "ангелина", "Ъгъл", "Яна", "ABC", "USB"]
    right.sort(key=sort_key)
    assert right == ["Ангел", "ангелина", "т. 2", "т. 10", "Ъгъл", "Яна", "ABC", "USB"]
    assert sorted(right, key=stored_sort_key) == right


@given(st.lists(st.text("абвяАЯѝй 019-XYz", max_size=8), max_size=8))
def test_stored_key_gives_the_same_order(words: list[str]) -> None:
    def plain(word: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
        return sort_key(word), word

    by_key = [sort_key(word) for word in sorted(words, key=plain)]
    by_stored = [sort_key(word) for word in sorted(words, key=lambda w: (stored_sort_key(w), w))]
    letters_only = all(ch.isalpha() for word in words for ch in word)
    assert not letters_only or by_key == by_stored


@pytest.mark.parametrize(
    ("names", "gender"),
    [
        (("Асенов", "Тодоров"), GrammaticalGender.M),
        (("", "Минчева"), GrammaticalGender.F),
        (("Мустафа", "Рилски"), GrammaticalGender.M),
        (("", "Кехая"), None),
        (("", ""), None),
    ],
)
def test_usual_endings_tell_the_form_of_address(
    names: tuple[str, str], gender: GrammaticalGender | None
) -> None:
    assert gender_of(*names) is gender
