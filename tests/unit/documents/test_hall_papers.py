"""B6, D6, L10: the papers for the hall and the statement of no quorum, read back by poppler."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from tests.support.annex_b import BODY
from tests.support.hall_papers import KIT, SLIPS, STATEMENT
from tests.support.pdf_text import (
    check,
    fonts,
    info,
    outline,
    page_count,
    pages,
    raw_text,
    says,
    squash,
)
from tests.support.sample_papers import INVITATION

from dcm_desktop.documents.papers import Addressee, SentLine
from dcm_desktop.documents.pdf.hall_kit import build_hall_kit
from dcm_desktop.documents.pdf.invitation import build_addressees, build_invitation
from dcm_desktop.documents.pdf.slips import PER_SHEET, build_slips, slips_count
from dcm_desktop.documents.pdf.statement import build_statement
from dcm_desktop.domain.terms import NoticeWay, NoticeWhat, SessionForm, SessionKind

ALL: list[Callable[[], bytes]] = [
    lambda: build_hall_kit(KIT),
    lambda: build_slips(SLIPS),
    lambda: build_statement(STATEMENT),
    lambda: build_addressees(INVITATION),
]


@pytest.mark.parametrize("build", ALL, ids=["kit", "slips", "statement", "addressees"])
def test_paper_is_clean_embedded_and_the_same_twice(build: Callable[[], bytes]) -> None:
    """B6, D6: deterministic bytes, every font embedded."""
    data = build()
    assert build() == data
    assert "No syntax" in check(data)
    found = fonts(data)
    assert all(embedded and "+DCM" in name for name, embedded in found), found


def test_kit_has_agenda_sheet_slips_and_a_form_for_the_minutes() -> None:
    """B6: one file has them all, each with its own page numbers."""
    data = build_hall_kit(KIT)
    read = pages(data)
    titles = ("ДНЕВЕН РЕД", "ПРИСЪСТВЕН СПИСЪК", "БЮЛЕТИНА № 01", "БЛАНКА ЗА ПРОТОКОЛ")
    starts = [next(n for n, text in enumerate(read) if title in text) for title in titles]
    assert starts == sorted(starts)
    assert starts[0] == 0
    for start in (starts[0], starts[1], starts[3]):
        assert "стр. 1 от" in read[start]
    assert list(outline(data)) == [
        "Дневен ред",
        "Присъствен списък",
        "Бюлетини за гласуване",
        "Бланка за протокол",
    ]
    assert info(data)["Title"] == "Комплект за залата – заседание № 7"


def test_sheet_and_slips_of_the_kit_carry_no_case_code() -> None:
    """B6: sheets carry case codes only; the sign-in sheet and the slips not even those."""
    read = pages(build_hall_kit(KIT))
    with_code = [
        text
        for text in read
        if "LOV-2026-017" in squash(text).replace("LOV2026017", "LOV-2026-017")
    ]
    assert with_code
    for text in with_code:
        assert "БЮЛЕТИНА" not in text
        assert "Присъствен списък" not in text
        assert "ПРИСЪСТВЕН СПИСЪК" not in text
    assert says(build_hall_kit(KIT), "Обсъждане на случай № LOV-2026-017 (закрита част)")


def test_form_for_the_minutes_has_lines_for_each_item() -> None:
    """B6: blank minutes with a head per item."""
    data = build_hall_kit(KIT)
    for line in KIT.agenda:
        assert says(data, f"По т. {line.number}. {line.title}"), line
    assert raw_text(data).count("Гласували: „за“") == len(KIT.agenda)


def test_slips_are_numbered_and_fill_whole_sheets() -> None:
    """B6: 15 votes and 5 to spare are three sheets of eight, each number once."""
    assert slips_count(SLIPS) == 24
    data = build_slips(SLIPS)
    assert page_count(data) == 24 // PER_SHEET
    text = raw_text(data)
    assert re.findall(r"БЮЛЕТИНА № (\d+)", text) == [f"{n:02d}" for n in range(1, 25)]
    assert text.count("ПРОТИВ") == text.count("ВЪЗДЪРЖАЛ СЕ") == 24
    assert text.count("по т. …… от дневния ред") == 24
    assert text.count("Заседание № 7/26.11.2026 г.") == 24


def test_slips_for_one_item_say_which() -> None:
    assert "по т. 3 от дневния ред" in raw_text(build_slips(replace(SLIPS, item=3)))


def test_kit_of_a_session_with_an_empty_agenda_is_still_made() -> None:
    empty = replace(KIT, agenda=(), slips=None, place="", members=0)
    assert says(build_hall_kit(empty), "Дневният ред още не е съставен.")


@pytest.mark.parametrize(
    ("present", "sentence"),
    [
        (0, "с право на глас не присъства никой."),
        (1, "с право на глас присъства 1 (един)."),
        (2, "с право на глас присъстват 2 (двама)."),
        (6, "с право на глас присъстват 6 (шестима)."),
    ],
)
def test_statement_agrees_in_number(present: int, sentence: str) -> None:
    """D6, L10: who came, how many were needed."""
    data = build_statement(replace(STATEMENT, present=present))
    assert says(data, f"Към 10.35 часа от общо 15 (петнадесет) постоянни членове {sentence}")
    assert says(data, "Необходимият кворум е 8 (осем) членове.")


def test_statement_says_what_happened_and_when_it_will_be() -> None:
    """D6: short statement with who came, hour, new date; cases stay open."""
    data = build_statement(STATEMENT)
    assert page_count(data) == 1
    for sentence in (
        "КОНСТАТИВЕН ПРОТОКОЛ за несъстояло се редовно заседание № 7 на ОКМД – област Ловеч",
        "За 26 ноември 2026 г. (четвъртък), 10.00 часа, в зала № 2 на Областна администрация",
        "Поради липса на кворум редовното заседание не се състоя и решения не бяха взети.",
        "2. Ивайло Стаматов – директор на РДСП – Ловеч",
        "НЕ СЕ ЯВИХА 1. Калин Добрев",
        "Неразгледаните 5 точки от дневния ред се пренасят за следващото заседание.",
        "Ново заседание (№ 8) се свиква за 10 декември 2026 г. (четвъртък) от 10.00 часа",
    ):
        assert says(data, sentence), sentence


def test_statement_without_a_new_date_promises_a_letter() -> None:
    """D6, L10: a working meeting agrees in gender, one item in number."""
    data = build_statement(
        replace(STATEMENT, kind=SessionKind.WORKING_MEETING, form=SessionForm.REMOTE,
                next_at=None, next_number=None, items_left=1, came=(), place="")
    )  # fmt: skip
    assert says(data, "за несъстояла се работна среща № 7")
    assert says(data, "дистанционно, беше свикана работна среща")
    assert says(data, "Неразгледаната точка от дневния ред се пренася")
    assert says(data, "Датата на новото заседание ще бъде съобщена с покана.")
    assert says(data, "ПРИСЪСТВАХА С ПРАВО НА ГЛАС няма")


def test_an_article_after_its_act_stands_between_commas() -> None:
    """B2, L10: „… Правилника за работа, чл. 9, Ви каня …“."""
    after = replace(INVITATION, ground="Правилника за работа на ОКМД, чл. 9, ал. 2")
    sentence = "На основание Правилника за работа на ОКМД, чл. 9, ал. 2, Ви каня на редовно"
    assert says(build_invitation(after), sentence)


def test_list_of_addressees_shows_what_was_sent() -> None:
    """B2: who was told, how, when, by whom, on paper."""
    told = Addressee(
        "Калин Добрев",
        "Добрев",
        "началник",
        "РУО – Ловеч",
        sent=(
            SentLine(NoticeWhat.INVITATION, date(2026, 11, 12), NoticeWay.EMAIL, "Н. Ралева"),
            SentLine(NoticeWhat.CHANGE, date(2026, 11, 16), NoticeWay.PHONE),
        ),
    )
    silent = Addressee("Мария Желева", "Желева", "кмет", "община Ловеч")
    data = build_addressees(replace(INVITATION, addressees=(told, silent)))
    assert page_count(data) == 1
    for words in ("12.11.2026 г.", "ел. поща, Н. Ралева", "16.11.2026 г. (промяна)", "телефон"):
        assert says(data, words), words
    assert info(data)["Title"] == "Списък на адресатите – заседание № 7"
    assert BODY.area in raw_text(data)


def test_long_offices_never_run_into_the_next_row_of_the_list() -> None:
    """B2: a row is as high as its words need; the words of the next stand below it."""
    long = Addressee(
        "Калин Добрев",
        "Добрев",
        "началник на родилно отделение",
        "Многопрофилна болница за активно лечение „Проф. д-р Параскев Стоянов“ – Ловеч",
    )
    short = Addressee("Мария Желева", "Желева", "кмет", "община Ловеч")

    def space(first: Addressee) -> float:
        data = build_addressees(replace(INVITATION, addressees=(first, short)))
        page = pypdfium2.PdfDocument(data)[0].get_textpage()
        found = page.search("Желева").get_next()
        assert found is not None
        return page.get_charbox(found[0])[1]

    assert space(long) < space(short) - 10
