"""The minutes of the sample session say the sample text, word for word and in its order."""

import difflib
from pathlib import Path

import pytest
from tests.support.annex_b import MINUTES
from tests.support.pdf_text import body_text, page_count, squash

from dcm_desktop.documents.pdf.minutes import build_minutes

SAMPLE = (Path(__file__).parent / "annex_b.txt").read_text(encoding="utf-8")
SIGNATURES = "ПРЕДСЕДАТЕЛ:"
FRAME = (
    "Рег. № ………………………",
    "Екз. № ………",
    "5500 Ловеч, Областна администрация · тел. 068 00 00 00 · okmd.lovech@example.bg",
    "№ Име и фамилия Институция и длъжност",
    *(f"{item.title} Докладва: {item.rapporteur}" for item in MINUTES.items if item.rapporteur),
)
"""What the paper has and the sample has not: letterhead, head of a table, and who reports below
the title of each point (said by the outline, in the sample only in the agenda)."""


EXACT = """\
Днес, 26 ноември 2026 г. (четвъртък), от 10.00 часа, в зала № 2 на Областна администрация – Ловеч,
гр. Ловеч, се проведе редовно присъствено заседание на ОКМД – област Ловеч, свикано с покана
изх. № ОКМД-31/12.11.2026 г.

Румен Балев – община Тетевен; Цветелина Ганева – ДБТ – Ловеч.

От общо 15 (петнадесет) постоянни членове с право на глас присъстват 12 (дванадесет), от които
1 (един) чрез упълномощен заместник. Необходимият кворум е 8 (осем) членове. Налице е кворум и
заседанието може да взема решения.

Заседанието откри и ръководи Радостина Милева – председател. Протокола води Невена Ралева.

Гласували: „за“ – 12; „против“ – 0; „въздържали се“ – 0. Дневният ред се приема единодушно.

Изказвания не бяха направени.

Председателят напомни задължението за поверителност. Поканеното лице и асоциираните членове
напуснаха залата. Мария Желева заяви отвод и не участва в обсъждането и в гласуването.

В обсъждането участваха: д-р Лъчезар Минев, Албена Дукова, Стефан Гочев, Калин Добрев. Разгледани са

Присъстващи с право на глас: 12. Не участва в гласуването поради отвод: 1 (един) член.
Гласували: „за“ – 10; „против“ – 0; „въздържал се“ – 1. Решението се приема с мнозинство.

Поканеното лице и асоциираните членове се върнаха в залата.

В 11.35 часа заседанието напусна д-р Лъчезар Минев. Присъстват 11 (единадесет) членове с право на
глас; кворумът се запазва.

Поради изчерпване на дневния ред председателят закри заседанието в 12.10 часа.

Протоколът се състави в 2 (два) еднообразни екземпляра – по един за Областна администрация – Ловеч
и за НДД.

Приложения: № 1 Присъствен списък; № 2 Справка за изпълнението на решенията; № 3 Контролен лист по
случай № LOV-2026-017 (поверително, съхранява се отделно); № 4 Справка за свободните места."""


def letters(text: str) -> str:
    """Letters, digits and №, small: the layout replaces dashes, stops and dots to fill in."""
    return "".join(sign for sign in squash(text).casefold() if sign.isalnum() or sign == "№")


@pytest.fixture(scope="module")
def paper() -> bytes:
    return build_minutes(MINUTES)


def test_minutes_say_the_sample_word_for_word(paper: bytes) -> None:
    said = letters(body_text(paper).split(SIGNATURES, 1)[0])
    for extra in FRAME:
        title = letters(extra.partition(" Докладва: ")[0]) if " Докладва: " in extra else ""
        before, found, after = said.rpartition(letters(extra))
        assert found
        said = f"{before}{title}{after}"
    wanted = letters(SAMPLE.split(SIGNATURES, 1)[0])
    assert [
        (wanted[a - 20 : b], said[c - 20 : d])
        for what, a, b, c, d in difflib.SequenceMatcher(None, wanted, said, False).get_opcodes()
        if what != "equal"
    ] == []


@pytest.mark.parametrize("exact", EXACT.split("\n\n"))
def test_generated_sentence_has_the_punctuation_of_the_sample(paper: bytes, exact: str) -> None:
    assert squash(exact) in squash(SAMPLE)
    assert squash(exact) in squash(body_text(paper))


def test_both_sign_with_name_and_office(paper: bytes) -> None:
    said = squash(SIGNATURES + body_text(paper).split(SIGNATURES, 1)[1])
    assert said == squash(
        "ПРЕДСЕДАТЕЛ: Радостина Милева заместник областен управител "
        "ПРОТОКОЛИСТ: Невена Ралева регионален координатор на НДД"
    )


def test_paper_of_the_sample_has_four_pages(paper: bytes) -> None:
    assert page_count(paper) == 4
