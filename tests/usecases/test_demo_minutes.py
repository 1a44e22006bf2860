"""The two editions of the demo's minutes, read back by poppler: names, order, phrases."""

import pytest
from tests.support.pdf_text import raw_text, says, squash

from dcm_desktop.usecases.demo import DemoResult

BOTH = ("minutes_full", "minutes_public")


def read(demo: DemoResult, edition: str) -> bytes:
    return demo.files[edition].read_bytes()


def test_full_minutes_follow_the_outline(demo: DemoResult) -> None:
    text = squash(raw_text(read(demo, "minutes_full")))
    parts = (
        "ПРОТОКОЛ", "Днес, ", "ПРИСЪСТВАТ:", "I. Постоянни членове с право на глас",
        "II. Асоциирани членове със съвещателен глас", "III. Поканени лица", "IV. Координатор",
        "ОТСЪСТВАТ:", "По уважителни причини:", "Без посочена причина:",
        "От общо 15 (петнадесет) постоянни членове с право на глас присъстват 12",
        "Заседанието откри и ръководи", "ДНЕВЕН РЕД:", "Дневният ред се приема единодушно.",
        "ПО Т. 1 ОТ ДНЕВНИЯ РЕД", "РЕШЕНИЕ № 7-1", "РЕШЕНИЕ № 7-3", "Не участва в гласуването",
        "„въздържал се“ – 1", "РЕШЕНИЕ № 7-6", "Поради изчерпване на дневния ред",
        "Протоколът се състави в 2 (два) еднообразни екземпляра", "ПРЕДСЕДАТЕЛ:", "ПРОТОКОЛИСТ:",
    )  # fmt: skip
    places = [text.find(squash(part)) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("edition", BOTH)
def test_a_case_stands_under_its_code(demo: DemoResult, edition: str) -> None:
    assert says(read(demo, edition), "Обсъждане на случай № KRZ-2026-001")


@pytest.mark.parametrize("edition", BOTH)
def test_who_left_for_two_closed_items_returns_after_the_second(
    demo: DemoResult, edition: str
) -> None:
    text = squash(raw_text(read(demo, edition)))
    left = squash("Поканеното лице и асоциираните членове напуснаха залата.")
    back = squash("Поканеното лице и асоциираните членове се върнаха в залата.")
    assert (text.count(left), text.count(back)) == (1, 1)
    last_closed, following = squash("РЕШЕНИЕ № 7-4"), squash("ПО Т. 5 ОТ ДНЕВНИЯ РЕД")
    assert text.find(last_closed) < text.find(back) < text.find(following)


def test_a_title_begins_its_sentence_with_a_large_letter(demo: DemoResult) -> None:
    assert says(read(demo, "minutes_full"), "Д-р Лиляна Станчева: Детето под 1 година")


def test_public_edition_names_neither_guest_nor_recused_member(demo: DemoResult) -> None:
    full, public = (read(demo, edition) for edition in BOTH)
    assert says(full, "Людмила Цонева")
    assert not says(public, "Цонева")
    assert says(full, "Тунджай Осман заяви отвод")
    assert not says(public, "Тунджай Осман заяви отвод")
    assert says(public, "заяви отвод и не участва")


@pytest.mark.parametrize("words", ["в предучилищна възраст", "от майката", "личен лекар"])
def test_public_edition_tells_nothing_of_a_family(demo: DemoResult, words: str) -> None:
    full, public = (read(demo, edition) for edition in BOTH)
    assert says(full, words)
    assert not says(public, words)
