"""ЕГН, ЛНЧ and ЕИК. All numbers are made up by the check digit alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.bg import egn as std_egn

from dcm_desktop.domain.ids import (
    check_egn,
    check_id_kind,
    parse_egn,
    parse_eik,
    parse_lnch,
)
from dcm_desktop.domain.terms import IdKind, Sex
from dcm_desktop.errors import InputRefused

TODAY = date(2026, 11, 26)


def make_egn(birth: date, order: int) -> str:
    """A fictional ЕГН with the right check digit."""
    month = birth.month + {18: 20, 19: 0, 20: 40}[birth.year // 100]
    head = f"{birth.year % 100:02d}{month:02d}{birth.day:02d}{order:03d}"
    return head + std_egn.calc_check_digit(head)


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.integers(0, 999))
def test_birth_date_and_sex_are_read_back(birth: date, order: int) -> None:
    number = parse_egn(make_egn(birth, order))
    assert number.birth_on == birth
    assert number.sex is (Sex.M if order % 2 == 0 else Sex.F)


@given(st.dates(date(1900, 1, 1), date(2025, 12, 31)), st.integers(0, 999), st.integers(1, 9))
def test_wrong_check_digit_is_always_found(birth: date, order: int, off: int) -> None:
    number = make_egn(birth, order)
    wrong = number[:9] + str((int(number[9]) + off) % 10)
    with pytest.raises(InputRefused) as caught:
        parse_egn(wrong)
    assert caught.value.code == "egn.invalid"


def test_number_is_never_in_a_repr_or_an_error() -> None:
    digits = make_egn(date(2015, 3, 1), 123)
    number = parse_egn(digits)
    assert digits not in repr(number)
    assert number.masked == "******" + digits[6:]
    with pytest.raises(InputRefused) as caught:
        parse_egn(digits[:9])
    assert digits[:9] not in repr(caught.value.facts)


@pytest.mark.parametrize("text", ["", "123", "12345678901", "75231692б3", "٧٥٢٣١٦٩٢٦٣"])
def test_other_than_ten_digits_is_a_matter_of_form(text: str) -> None:
    with pytest.raises(InputRefused) as caught:
        parse_egn(text)
    assert caught.value.code == "egn.format"


def test_contradictions_only_warn() -> None:
    number = parse_egn(make_egn(date(2015, 3, 1), 121))
    assert check_egn(number, today=TODAY, birth_on=date(2015, 3, 1), sex=Sex.F) == ()
    found = check_egn(number, today=TODAY, birth_on=date(2015, 3, 2), sex=Sex.M)
    assert [f.code for f in found] == ["egn.birth_differs", "egn.sex_differs"]
    assert not any(f.blocks for f in found)


def test_birth_in_the_future_and_in_the_1800s_warns() -> None:
    assert check_egn(parse_egn("3052310007"), today=TODAY)[0].code == "egn.future"
    assert check_egn(parse_egn("7523169263"), today=TODAY)[0].code == "egn.century"


def test_lnch_of_zeros_is_refused() -> None:
    with pytest.raises(InputRefused):
        parse_lnch("0000000000")
    assert parse_lnch("7111 042 925") == "7111042925"
    with pytest.raises(InputRefused):
        parse_lnch("7111042926")


def test_number_right_for_both_kinds_asks_for_the_kind() -> None:
    both = next(
        digits
        for order in range(1000)
        if check_id_kind(IdKind.EGN, digits := make_egn(date(2010, 5, 5), order))
    )
    assert check_id_kind(IdKind.LNCH, both)
    assert check_id_kind(IdKind.FOREIGN_DOC, both) == ()


def test_eik_of_nine_and_thirteen_digits() -> None:
    assert parse_eik("BG 175074752").checksum_ok
    assert parse_eik("1750747520013").checksum_ok
    wrong = parse_eik("175074751")
    assert [f.code for f in wrong.findings()] == ["eik.checksum"]
    assert not parse_eik("000000000").checksum_ok
    for text in ("12345678", "7523169263", "абвгдежзи"):
        with pytest.raises(InputRefused):
            parse_eik(text)
