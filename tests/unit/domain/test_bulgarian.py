"""Bulgarian numbers, count forms, dates, prepositions and greetings."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain import bulgarian as bg
from dcm_desktop.domain.bulgarian import Gender

GIVEN = {
    0: "нула", 1: "един", 2: "два", 5: "пет", 10: "десет", 11: "единадесет", 12: "дванадесет",
    16: "шестнадесет", 19: "деветнадесет", 20: "двадесет", 21: "двадесет и един",
    40: "четиридесет", 99: "деветдесет и девет", 100: "сто", 101: "сто и един",
    110: "сто и десет", 111: "сто и единадесет", 120: "сто и двадесет",
    152: "сто петдесет и два", 200: "двеста", 213: "двеста и тринадесет",
    321: "триста двадесет и един", 400: "четиристотин", 999: "деветстотин деветдесет и девет",
    1000: "хиляда", 1001: "хиляда и един", 1020: "хиляда и двадесет", 1100: "хиляда и сто",
    1753: "хиляда седемстотин петдесет и три", 1900: "хиляда и деветстотин",
    2000: "две хиляди", 2026: "две хиляди двадесет и шест", 21_000: "двадесет и една хиляди",
}  # fmt: skip


@pytest.mark.parametrize(("n", "words"), GIVEN.items())
def test_number_in_words(n: int, words: str) -> None:
    assert bg.in_words(n) == words


@pytest.mark.parametrize(
    ("n", "gender", "words"),
    [
        (1, Gender.FEMININE, "една"),
        (1, Gender.NEUTER, "едно"),
        (2, Gender.FEMININE, "две"),
        (2, Gender.NEUTER, "две"),
        (2, Gender.PEOPLE, "двама"),
        (6, Gender.PEOPLE, "шестима"),
        (7, Gender.PEOPLE, "седем"),
        (12, Gender.PEOPLE, "дванадесет"),
        (22, Gender.PEOPLE, "двадесет и двама"),
        (152, Gender.NEUTER, "сто петдесет и две"),
        (31, Gender.FEMININE, "тридесет и една"),
    ],
)
def test_number_in_words_takes_the_gender(n: int, gender: Gender, words: str) -> None:
    assert bg.in_words(n, gender) == words


@given(st.integers(0, 2000), st.sampled_from(Gender))
def test_and_stands_once_and_before_the_last_part(n: int, gender: Gender) -> None:
    words = bg.in_words(n, gender).split()
    assert words.count("и") == (1 if len([w for w in words if w != "хиляди"]) > 1 and n not in
                                range(0, 2001, 1000) else 0)  # fmt: skip
    if "и" in words:
        assert words[-2] == "и"


@given(st.integers(0, 2000))
def test_words_tell_every_number_apart_and_can_be_read_back(n: int) -> None:
    assert read_back(bg.in_words(n)) == n


def read_back(words: str) -> int:
    """The value of number words by adding up their parts: a second, independent rule."""
    values = {bg.in_words(k): k for k in (*range(20), *range(20, 100, 10), *range(100, 1000, 100))}
    values |= {"две": 2, "една": 1, "хиляда": 1000}
    total = 0
    for word in words.split():
        if word == "хиляди":
            total *= 1000
        elif word != "и":
            total += values[word]
    return total


def test_numbers_out_of_range_are_refused() -> None:
    for wrong in (-1, bg.LARGEST + 1):
        with pytest.raises(ValueError, match="no words"):
            bg.in_words(wrong)


@pytest.mark.parametrize(
    ("noun", "one", "two", "twenty_one"),
    [
        (bg.VOTE, "1 глас", "2 гласа", "21 гласа"),
        (bg.CASE, "1 случай", "2 случая", "21 случая"),
        (bg.MEMBER, "1 член", "2 членове", "21 членове"),
        (bg.TASK, "1 задача", "2 задачи", "21 задачи"),
        (bg.SESSION, "1 заседание", "2 заседания", "21 заседания"),
        (bg.DAY, "1 ден", "2 дни", "21 дни"),
        (bg.COPY, "1 екземпляр", "2 екземпляра", "21 екземпляра"),
    ],
)
def test_count_form(noun: bg.Noun, one: str, two: str, twenty_one: str) -> None:
    assert (bg.count(1, noun), bg.count(2, noun), bg.count(21, noun)) == (one, two, twenty_one)
    assert bg.count(0, noun) == f"0 {noun.many}"


def test_count_with_words_agrees() -> None:
    assert bg.count_in_words(2, bg.COPY) == "2 (два) екземпляра"
    assert bg.count_in_words(2, bg.MEMBER) == "2 (двама) членове"
    assert bg.count_in_words(1, bg.TASK) == "1 (една) задача"
    assert bg.count_in_words(2, bg.PLACE) == "2 (две) места"


def test_groups_of_three_only_from_five_digits() -> None:
    assert bg.number(1753) == "1753"
    assert bg.number(12345) == "12\u00a0345"
    assert bg.number(-12345) == "−12\u00a0345"
    assert bg.money(8_426_900) == "84\u00a0269,00\u00a0€"
    assert bg.money(105) == "1,05\u00a0€"


def test_dates_and_hours() -> None:
    day = date(2026, 11, 26)
    assert bg.date_long(day) == "26 ноември 2026 г."
    assert bg.date_short(date(2026, 11, 2)) == "02.11.2026 г."
    assert bg.date_with_weekday(day) == "26 ноември 2026 г. (четвъртък)"
    assert bg.clock(time(9, 5)) == "9.05 часа"
    assert bg.clock(time(10), ":") == "10:00 часа"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2027, 3, 11), date(2027, 3, 12), "11–12 март 2027 г."),
        (date(2027, 3, 30), date(2027, 4, 2), "30 март – 2 април 2027 г."),
        (date(2026, 12, 30), date(2027, 1, 2), "30 декември 2026 г. – 2 януари 2027 г."),
        (date(2027, 3, 11), date(2027, 3, 11), "11 март 2027 г."),
    ],
)
def test_ranges_of_dates(first: date, last: date, words: str) -> None:
    assert bg.date_range(first, last) == words


@pytest.mark.parametrize(
    ("word", "phrase"),
    [("Видин", "във Видин"), ("Враца", "във Враца"), ("Ловеч", "в Ловеч"), ("ферма", "във ферма")],
)
def test_in_before_v_and_f(word: str, phrase: str) -> None:
    assert bg.in_(word) == phrase


@pytest.mark.parametrize(
    ("word", "phrase"),
    [("Силистра", "със Силистра"), ("заповед", "със заповед"), ("Русе", "с Русе")],
)
def test_with_before_s_and_z(word: str, phrase: str) -> None:
    assert bg.with_(word) == phrase


def test_listing() -> None:
    assert [bg.listing(names) for names in ((), ("А",), ("А", "Б"), ("А", "Б", "В"))] == [
        "", "А", "А и Б", "А, Б и В",
    ]  # fmt: skip


def test_articles_of_functions() -> None:
    assert bg.subject("председател") == "председателят"
    assert bg.object_("заместник-председател") == "заместник-председателя"
    assert bg.subject("") == "водещият заседанието"


@pytest.mark.parametrize(
    ("post", "feminine", "words"),
    [
        ("директор на дирекция", True, "УВАЖАЕМА ГОСПОЖО ДИРЕКТОР,"),
        ("заместник-кмет", False, "УВАЖАЕМИ ГОСПОДИН ЗАМЕСТНИК-КМЕТ,"),
        ("заместник областен управител", True, "УВАЖАЕМА ГОСПОЖО ЗАМЕСТНИК ОБЛАСТЕН УПРАВИТЕЛ,"),
        ("старши експерт", False, "УВАЖАЕМИ ГОСПОДИН НАНКОВ,"),
        ("", False, "УВАЖАЕМИ ГОСПОДИН НАНКОВ,"),
    ],
)
def test_greeting_by_post_or_by_name(post: str, feminine: bool, words: str) -> None:
    assert bg.greeting(post, "Нанков", feminine=feminine) == words
