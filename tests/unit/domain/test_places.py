"""The shipped tables of places."""

import pytest

from dcm_desktop.domain.values import is_ekatte
from dcm_desktop.errors import InputRefused
from dcm_desktop.usecases.places import places


def test_every_district_municipality_and_settlement_is_there_once() -> None:
    tables = places()
    assert len(tables.districts) == 28
    assert len(tables.municipalities) == 265
    assert len(tables.settlements) == 5266
    assert len({row.nuts3 for row in tables.districts.values()}) == 28
    assert {row.iso for row in tables.districts.values()} == {f"BG-{n:02}" for n in range(1, 29)}


def test_every_settlement_has_a_right_check_digit() -> None:
    assert [code for code in places().settlements if not is_ekatte(code)] == []


def test_every_municipality_lies_in_a_district_and_has_its_seat_in_it() -> None:
    tables = places()
    for row in tables.municipalities.values():
        seat = tables.settlement(row.seat_ekatte)
        assert tables.municipality(seat.municipality).district == row.district
        assert row.district in tables.districts


def test_every_settlement_lies_in_a_municipality() -> None:
    tables = places()
    assert {row.municipality for row in tables.settlements.values()} == set(tables.municipalities)


def test_irregular_names_are_written_as_the_administrations_write_them() -> None:
    tables = places()
    assert tables.district("SFO").administration == "Областна администрация на Софийска област"
    assert tables.district("SOF").administration == "Областна администрация на област София"
    assert tables.district("LOV").administration == "Областна администрация – Ловеч"
    assert tables.district("SFO").area == "Софийска област"
    assert tables.district("LOV").area == "област Ловеч"
    assert tables.municipality("DOB15").phrase == "община Добричка"
    assert tables.municipality("SOF46").phrase == "Столична община"
    assert tables.municipality("LOV34").phrase == "община Троян"


def test_two_municipalities_called_byala_are_told_apart() -> None:
    tables = places()
    byala = [row for row in tables.municipalities.values() if row.name == "Бяла"]
    assert [row.district for row in byala] == ["RSE", "VAR"]


def test_municipalities_of_a_district_come_by_name() -> None:
    names = [row.name for row in places().municipalities_of("KRZ")]
    assert names == [
        "Ардино", "Джебел", "Кирково", "Крумовград", "Кърджали", "Момчилград", "Черноочене",
    ]  # fmt: skip
    assert places().municipalities_of("QQQ") == ()


def test_towns_of_a_municipality_come_before_its_villages() -> None:
    rows = places().settlements_of("LOV34")
    assert rows[0].label == "гр. Троян"
    assert [row.name for row in rows[1:]] == sorted(row.name for row in rows[1:])


def test_a_small_municipality_could_point_at_a_family() -> None:
    assert places().municipality("LOV02").is_small
    assert not places().municipality("LOV18").is_small


def test_unknown_codes_are_refused_with_the_field() -> None:
    with pytest.raises(InputRefused) as refusal:
        places().district("LOX")
    assert (refusal.value.code, refusal.value.field) == ("place.district_unknown", "district")
    with pytest.raises(InputRefused) as refusal:
        places().settlement("00000")
    assert refusal.value.code == "place.settlement_unknown"


def test_a_municipality_of_another_district_is_refused() -> None:
    places().check_municipality("KRZ", "KRZ16")
    with pytest.raises(InputRefused) as refusal:
        places().check_municipality("LOV", "KRZ16")
    assert refusal.value.code == "place.municipality_elsewhere"
    assert refusal.value.facts["municipality"] == "Кърджали"
