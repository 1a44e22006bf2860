"""Typed values: what is accepted, what is refused and how."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop.domain.values import (
    SOFIA,
    CaseCode,
    DecisionNumber,
    at_local,
    check_period,
    is_ekatte,
    local_date,
    next_decision_number,
    parse_case_code,
    parse_date,
    parse_decision_number,
    parse_ekatte,
    parse_email,
    parse_money,
    parse_phone,
    parse_time,
    parse_whole,
)
from dcm_desktop.errors import InputRefused


@given(st.dates(date(1800, 1, 1), date(2200, 12, 31)))
def test_every_day_written_as_on_paper_is_read(day: date) -> None:
    assert parse_date(f"{day:%d.%m.}{day.year}") == day
    assert parse_date(f" {day.day}.{day.month}.{day.year} г. ") == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    "text", ["26.11.26", "26.11", "", "утре", "2026", "1.1.0999", "26..11.2026"]
)
def test_date_without_four_digit_year_is_refused(text: str) -> None:
    with pytest.raises(InputRefused) as caught:
        parse_date(text, field="starts_at")
    assert caught.value.code == "date.format"
    assert caught.value.field == "starts_at"


@pytest.mark.parametrize("text", ["31.11.2026", "29.02.2027", "00.01.2026", "01.13.2026"])
def test_day_that_does_not_exist_is_named(text: str) -> None:
    with pytest.raises(InputRefused) as caught:
        parse_date(text)
    assert caught.value.code == "date.impossible"
    assert caught.value.facts["text"] == text


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        assert isinstance(parse_date(text), date)
    except InputRefused as error:
        refused = error.code
    else:
        return
    assert refused in ("date.format", "date.impossible")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10", time(10)),
        ("10:05", time(10, 5)),
        ("10.05", time(10, 5)),
        ("9.30 часа", time(9, 30)),
        (" 23:59 ", time(23, 59)),
    ],
)
def test_clock_times_are_read_in_every_usual_form(text: str, expected: time) -> None:
    assert parse_time(text) == expected


@pytest.mark.parametrize("text", ["24:00", "10:60", "десет", "", "10:5"])
def test_impossible_clock_time_is_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        parse_time(text)


def test_local_day_is_the_bulgarian_one() -> None:
    late = datetime.fromisoformat("2026-11-26T22:30:00+00:00")
    assert local_date(late) == date(2026, 11, 27)
    assert at_local(date(2026, 7, 1), time(10)).utcoffset() == SOFIA.utcoffset(
        datetime(2026, 7, 1)  # noqa: DTZ001 - the zone itself is asked
    )


def test_period_may_be_open_but_not_backwards() -> None:
    check_period(date(2026, 1, 1), None)
    check_period(date(2026, 1, 1), date(2026, 1, 1))
    with pytest.raises(InputRefused):
        check_period(date(2026, 1, 2), date(2026, 1, 1))


@pytest.mark.parametrize(
    "text", ["+359 888 123 456", "0888/123-456", "068 601 234", "00359 68 601234"]
)
def test_telephone_numbers_are_taken_without_spaces(text: str) -> None:
    number = parse_phone(text)
    assert number.lstrip("+").isdigit()
    assert parse_phone(number) == number


@pytest.mark.parametrize("text", ["123456789", "0123", "+4912345678", "телефон", "08881234567890"])
def test_other_telephone_numbers_are_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        parse_phone(text)


@pytest.mark.parametrize("text", ["Rdsp.Lovech@asp.government.bg", "a+b@x.bg"])
def test_email_is_taken_in_small_letters(text: str) -> None:
    assert parse_email(f" {text} ") == text.lower()


@pytest.mark.parametrize(
    "text", ["a@b", "a b@c.bg", "@c.bg", "a@.bg", "a..b@c.bg", ".a@c.bg", "а@б.бг"]
)
def test_wrong_email_is_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        parse_email(text)


@given(st.integers(0, 10**11))
def test_money_with_a_decimal_comma_is_read_to_the_cent(cents: int) -> None:
    assert parse_money(f"{cents // 100},{cents % 100:02d} €") == cents


@pytest.mark.parametrize(
    ("text", "cents"), [("84 269,00 €", 8426900), ("1234,5", 123450), ("12", 1200), ("7 евро", 700)]
)
def test_money_is_read_as_people_write_it(text: str, cents: int) -> None:
    assert parse_money(text) == cents


@pytest.mark.parametrize("text", ["-5", "1.234,50", "12,345", "", "сто"])
def test_ambiguous_money_is_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        parse_money(text)


def test_whole_numbers_only() -> None:
    assert parse_whole("1 753") == 1753
    for text in ("-1", "1,5", "", "٣"):
        with pytest.raises(InputRefused):
            parse_whole(text)
    with pytest.raises(InputRefused) as caught:
        parse_whole("61", most=60)
    assert caught.value.code == "number.too_large"


@pytest.mark.parametrize("code", ["43952", "68134", "40909", "10135"])
def test_codes_of_real_settlements_pass_the_check_digit(code: str) -> None:
    assert is_ekatte(code)
    assert parse_ekatte(f" {code} ") == code


def test_one_wrong_digit_of_a_settlement_is_found() -> None:
    assert not is_ekatte("43953")
    assert not is_ekatte("4395")
    with pytest.raises(InputRefused):
        parse_ekatte("43953")


codes = st.builds(
    CaseCode,
    district=st.sampled_from(["LOV", "KRZ", "SOF"]),
    year=st.integers(2015, 2099),
    serial=st.integers(1, 2000),
    municipal=st.sampled_from(["", "16", "01"]),
    laptop=st.sampled_from(["", "A", "B"]),
)


@given(codes)
def test_case_code_reads_back_as_it_was_written(code: CaseCode) -> None:
    assert parse_case_code(str(code)) == code
    assert code.provisional == bool(code.laptop)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("LOV-2026-017", CaseCode("LOV", 2026, 17)),
        ("KRZ16-2026-001", CaseCode("KRZ", 2026, 1, municipal="16")),
        ("lov-2026-pb03", CaseCode("LOV", 2026, 3, laptop="B")),
    ],
)
def test_case_codes_of_the_glossary(text: str, code: CaseCode) -> None:
    assert parse_case_code(text) == code


@pytest.mark.parametrize(
    "text",
    ["LOV-2026-17", "ЛОВ-2026-017", "LOV-26-017", "LOV-2026-000", "LO-2026-001", "LOV-2026-P03"],
)
def test_wrong_case_code_is_refused(text: str) -> None:
    with pytest.raises(InputRefused):
        parse_case_code(text)


@given(st.integers(1, 500), st.integers(1, 99))
def test_decision_number_reads_back(session: int, seq: int) -> None:
    number = DecisionNumber(session, seq)
    assert parse_decision_number(str(number)) == number
    assert parse_decision_number(f"№ {number}") == number


def test_decision_numbers_go_on_and_are_never_reused() -> None:
    assert str(next_decision_number(7, ())) == "7-1"
    assert str(next_decision_number(7, ("7-1", "7-3", "6-9"))) == "7-4"
