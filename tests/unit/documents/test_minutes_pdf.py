"""The minutes as a file: fonts, syntax, equal bytes, outline, all fields, hostile text, blanks."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime

import pytest
from tests.support.annex_b import FIFTH, MINUTES
from tests.support.minutes_of import item, member, minutes
from tests.support.pdf_text import (
    body_text,
    check,
    darkness,
    fonts,
    info,
    outline,
    page_count,
    pages,
    says,
    squash,
)

from dcm_desktop.documents import minutes_words as words
from dcm_desktop.documents.decided import (
    DecisionFacts,
    DecisionPoint,
    Dissent,
    MembershipLine,
    NamedChoice,
    PledgeFacts,
    TaskTerm,
    VoteFacts,
)
from dcm_desktop.documents.models import (
    AgendaChange,
    Body,
    MinutesItem,
    MinutesModel,
    Movement,
    MovementKind,
    ProposalFacts,
    QuorumFacts,
    Signatory,
)
from dcm_desktop.documents.pdf.minutes import build_minutes
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    MechanismLevel,
    MemberRole,
    MembershipChangeKind,
    PledgeKind,
    SessionForm,
    SessionKind,
    VoteChoice,
    VoteMethod,
    VoteResult,
)

SIZES = (1, 15, 40)


@pytest.fixture(scope="module", params=SIZES)
def sized(request: pytest.FixtureRequest) -> tuple[MinutesModel, bytes]:
    model = minutes(members=request.param, items=6, letters=900)
    return model, build_minutes(model)


def test_all_fonts_are_embedded_and_ours(sized: tuple[MinutesModel, bytes]) -> None:
    found = fonts(sized[1])
    assert len(found) >= 5
    assert all(embedded for _, embedded in found)
    assert all("+DCM" in name for name, _ in found), found


def test_syntax_is_clean(sized: tuple[MinutesModel, bytes]) -> None:
    assert "No syntax or stream encoding errors" in check(sized[1])


def test_equal_models_give_equal_bytes(sized: tuple[MinutesModel, bytes]) -> None:
    model, data = sized
    assert build_minutes(model) == data


def test_every_field_is_on_the_paper(sized: tuple[MinutesModel, bytes]) -> None:
    model, data = sized
    said = squash(body_text(data))
    wanted = [words.opening(model), words.quorum(model), words.led_by(model), words.closing(model)]
    wanted += [words.copies(model), words.annexes(model), words.subtitle(model)]
    for number, person in enumerate(model.members, 1):
        wanted.append(f"{number} {person.name} {words.office(person)}")
    wanted += [f"{one.name} – {one.institution}" for one in model.absent]
    for one in model.items:
        wanted.append(f"ПО Т. {one.number} ОТ ДНЕВНИЯ РЕД: {one.title} Докладва: {one.rapporteur}")
        wanted += words.discussion(one)
        for decision in one.decisions:
            wanted.append(f"РЕШЕНИЕ № {decision.number}")
            for point in decision.points:
                wanted.append(f"{point.label}. {point.text}")
                wanted.append(f"Отговорник: {point.tasks[0].owner}")
    missing = [text for text in wanted if squash(text) not in said]
    assert missing == []


def test_pages_are_numbered_and_carry_version_and_class(
    sized: tuple[MinutesModel, bytes],
) -> None:
    read = pages(sized[1])
    for number, text in enumerate(read, 1):
        assert squash(f"стр. {number} от {len(read)}") in squash(text)
        assert squash("Вер. 3, код 7KM4 X2PA") in squash(text)
        assert "Служебен екземпляр" in text
    assert all("Протокол" in text for text in read[1:])


def test_title_and_language_are_set_without_names() -> None:
    found = info(build_minutes(MINUTES))
    assert found["Title"] == "Протокол № 7 от 26.11.2026 г."
    assert found["Author"] == "ОКМД – област Ловеч"
    assert "2026" in found["CreationDate"]
    assert "Милева" not in str(found)
    assert b"/Lang (bg)" in build_minutes(MINUTES)


def test_bytes_are_the_same_in_another_process() -> None:
    code = (
        "import hashlib;from tests.support.annex_b import MINUTES;"
        "from dcm_desktop.documents.pdf.minutes import build_minutes;"
        "build_minutes(MINUTES);print(hashlib.sha256(build_minutes(MINUTES)).hexdigest())"
    )
    hashes = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "77")
    }
    assert len(hashes) == 1


def test_outline_leads_to_the_pages_of_the_points() -> None:
    found = outline(build_minutes(MINUTES))
    assert found["Дневен ред"] == 1
    assert found["Т. 1. Изпълнение на решенията от заседание № 6"] == 1
    assert found["Т. 5. Разни"] == 3


def test_markup_and_hidden_signs_in_texts_are_only_text() -> None:
    hostile = (
        'Точка <b>удебелена</b> & <img src="file:///etc/passwd"/> </para> &amp; '
        "\u202eобърнат\u202c с\u200bкрит \u00adмек \U0001f600 край"
    )
    model = replace(
        MINUTES,
        place=hostile,
        body=Body("област <Ловеч> & други", address="<a href='x'>адрес</a>"),
        items=(
            replace(
                FIFTH,
                title=hostile,
                rapporteur="<font>Име</font>",
                report=(hostile,),
                decisions=(DecisionFacts("7-9", points=(DecisionPoint("1", hostile),), vote=None),),
            ),
        ),
    )
    data = build_minutes(model)
    said = squash(body_text(data))
    assert said.count(squash("<b>удебелена</b> & <img src=")) >= 4
    assert squash("обърнат скрит мек ☐ край") in said
    assert "\u202e" not in said
    assert squash("<font>Име</font>") in said
    assert all(embedded for _, embedded in fonts(data))


def test_very_long_words_and_texts_are_printed_whole() -> None:
    word = "свръхдългадума" * 6
    model = minutes(items=1, letters=40_000, points=1)
    long = replace(
        model.items[0],
        decisions=(DecisionFacts("9-1", points=(DecisionPoint("1", f"{word} " + "дума " * 900),)),),
        title=f"Заглавие с {word}",
    )
    data = build_minutes(replace(model, items=(long,)))
    said = squash(body_text(data))
    assert said.count(word) == 3
    assert squash("дума " * 900) in said
    assert page_count(data) > 12


def test_nothing_known_prints_visible_blanks() -> None:
    empty = MinutesModel(
        body=Body(""),
        number=1,
        starts_at=datetime.fromisoformat("2026-01-08T10:00"),
        kind=SessionKind.REGULAR,
        form=SessionForm.IN_PERSON,
        quorum=QuorumFacts(15, 8, 0, 8),
        items=(MinutesItem(1, AgendaItemKind.MISC, decisions=(DecisionFacts(),)),),
        signatories=(Signatory(),),
    )
    text = body_text(build_minutes(empty))
    assert squash("свикано с покана изх. № …………/………… г.") in squash(text)
    assert squash("в ………………………, се проведе") in squash(text)
    assert squash("Протокола води ………………………") in squash(text)
    assert squash("закри заседанието в ………… часа") in squash(text)
    assert squash("ПО Т. 1 ОТ ДНЕВНИЯ РЕД: ………") in squash(text)
    assert text.count("…") > 20


@pytest.mark.parametrize(
    ("kind", "form", "said"),
    [
        (SessionKind.EXTRAORDINARY, SessionForm.REMOTE, "извънредно дистанционно заседание"),
        (SessionKind.THEMATIC, SessionForm.MIXED, "тематично смесено заседание"),
        (SessionKind.WRITTEN, SessionForm.REMOTE, "се проведе неприсъствено заседание на"),
        (SessionKind.WORKING_MEETING, SessionForm.IN_PERSON, "присъствена работна среща на"),
    ],
)
def test_opening_names_kind_and_form(kind: SessionKind, form: SessionForm, said: str) -> None:
    model = replace(MINUTES, kind=kind, form=form, topic="Приемна грижа")
    text = words.opening(model)
    assert said in text
    assert "на тема „Приемна грижа“" in text
    if kind is SessionKind.WORKING_MEETING:
        assert "свикана с покана" in text
        assert "от работна среща" in words.subtitle(model)


def test_municipal_mechanism_has_its_own_name() -> None:
    body = Body("община Троян", level=MechanismLevel.MUNICIPAL)
    data = build_minutes(replace(MINUTES, body=body))
    assert says(data, "ОБЩИНСКИ КООРДИНАЦИОНЕН МЕХАНИЗЪМ ПО ДЕИНСТИТУЦИОНАЛИЗАЦИЯ община Троян")
    assert says(data, "от заседание на Общинския координационен механизъм")


def test_session_without_quorum_says_what_followed() -> None:
    facts = QuorumFacts(15, 6, 0, 8, datetime.fromisoformat("2026-12-03T10:00"))
    model = replace(MINUTES, quorum=facts, items=(), agenda_vote=None, ends_at=None)
    assert says(
        build_minutes(model),
        "Няма кворум. Заседанието се отлага за 3 декември 2026 г., 10.00 часа.",
    )
    working = replace(model, quorum=QuorumFacts(15, 6, 0, 8))
    assert says(
        build_minutes(working),
        "Няма кворум. Присъстващите проведоха работна среща без вземане на решения.",
    )


def test_entered_later_draft_and_audit_head_are_shown() -> None:
    data = build_minutes(
        replace(MINUTES, entered_later=True, draft=True, audit_head="9f3a2c41d0e1b2c3")
    )
    read = pages(data)
    assert "Въведено по-късно" in read[0]
    for text in read:
        assert squash("Дневник на действията: 9f3a2c41d0e1b2c3") in squash(text)


def test_draft_mark_is_drawn_but_in_nobodys_text() -> None:
    draft, clean = build_minutes(replace(MINUTES, draft=True)), build_minutes(MINUTES)
    assert pages(draft) == pages(clean)
    assert darkness(draft) > darkness(clean) * 1.02


def test_rich_item_prints_all_that_happened() -> None:
    at = datetime.fromisoformat("2026-11-26T11:00")
    rich = MinutesItem(
        6,
        AgendaItemKind.ORGANISATIONAL,
        title="Промяна в състава",
        added_at_session=True,
        speakers=("Огнян Беров",),
        proposals=(
            ProposalFacts("да се приеме нов член.", "Калин Добрев"),
            ProposalFacts("да се отложи."),
        ),
        pledges=(
            PledgeFacts("НДД", PledgeKind.MONEY, amount=50_000),
            PledgeFacts("община Троян", PledgeKind.GOODS, "легла", 2, "броя", at.date()),
        ),
        movements=(
            Movement(at, MovementKind.ARRIVED, ("А Б", "В Г"), 12, before_decision=True),
            Movement(at, MovementKind.LEFT, ("А Б",), 7, quorum_after=False),
            Movement(at, MovementKind.ADJOURNED),
            Movement(at, MovementKind.RESUMED),
            Movement(at, MovementKind.RETURNED, ("А Б",), 8, quorum_before=False),
        ),
        decisions=(
            DecisionFacts(
                "7-6",
                points=(DecisionPoint("1", "Приема промените."),),
                tasks=(TaskTerm("НДД", standing=True, title="Да уведоми членовете."),),
                membership=(
                    MembershipLine(
                        MembershipChangeKind.START, "Нов Член", MemberRole.PERMANENT,
                        "РЗИ – Ловеч", at.date(),
                    ),
                ),
                vote=VoteFacts(
                    VoteMethod.ROLL_CALL, VoteResult.ADOPTED, 3, for_n=1, against_n=1, abstain_n=1,
                    tie_broken_by_chair=True,
                    named=(
                        NamedChoice("А Б", VoteChoice.FOR),
                        NamedChoice("В Г", VoteChoice.AGAINST),
                    ),
                    dissents=(Dissent("В Г", 5),),
                ),
            ),
            DecisionFacts(
                points=(DecisionPoint("1", "Неприето предложение."),),
                vote=VoteFacts(VoteMethod.SHOW_OF_HANDS, VoteResult.REJECTED, 3, against_n=3),
            ),
            DecisionFacts(
                "7-7",
                points=(DecisionPoint("1", "По съгласие."),),
                vote=VoteFacts(VoteMethod.CONSENSUS, VoteResult.ADOPTED, 12, recused=1),
            ),
        ),
    )  # fmt: skip
    put_off = MinutesItem(
        7, AgendaItemKind.REPORT, "Отложена", status=AgendaItemStatus.POSTPONED,
        status_reason="липсва докладчик",
    )  # fmt: skip
    change = AgendaChange(
        "Промяна в състава", number=6, proposer="Калин Добрев", vote=item(1).decisions[0].vote
    )
    model = replace(MINUTES, items=(*MINUTES.items, rich, put_off), agenda_changes=(change,))
    data = build_minutes(model)
    for sentence in (
        "По предложение на Калин Добрев в дневния ред се включва т. 6: „Промяна в състава“.",
        "В обсъждането участва Огнян Беров.",
        "Постъпи предложение от Калин Добрев: да се приеме нов член.",
        "Постъпи предложение: да се отложи.",
        "НДД – парични средства, 500,00 €.",
        "община Троян – легла, 2 броя. Срок: 26 ноември 2026 г.",
        (
            "В 11.00 часа на заседанието дойдоха А Б и В Г. Присъстват 12 (дванадесет) членове с "
            "право на глас; кворумът се запазва."
        ),
        (
            "В 11.00 часа заседанието напусна А Б. Присъстват 7 (седем) членове с право на глас; "
            "кворумът отпада."
        ),
        "В 11.00 часа заседанието беше прекъснато.",
        "В 11.00 часа заседанието беше възобновено.",
        (
            "В 11.00 часа на заседанието се върна А Б. Присъстват 8 (осем) членове с право на "
            "глас; налице е кворум."
        ),
        "Да уведоми членовете. Отговорник: НДД Срок: постоянен",
        "Нов Член, РЗИ – Ловеч, става постоянен член на ОКМД, считано от 26 ноември 2026 г.",
        "Гласували поименно: „за“ – 1; „против“ – 1; „въздържал се“ – 1.",
        "При равен брой гласове реши гласът на председателя.",
        "Поименно: „за“ – А Б; „против“ – В Г.",
        "Особено мнение: В Г (Приложение № 5).",
        "ПРЕДЛОЖЕНИЕ ЗА РЕШЕНИЕ 1. Неприето предложение.",
        "Решението не се приема.",
        "Решението се приема с консенсус, без гласуване; възражения не постъпиха.",
        "Точката се отлага за следващо заседание: липсва докладчик.",
    ):
        assert says(data, sentence), sentence


def test_session_resumed_on_another_day_says_which() -> None:
    opened = datetime.fromisoformat("2026-11-26T10:00")
    step = Movement(datetime.fromisoformat("2026-11-27T09:30"), MovementKind.RESUMED)
    assert words.movement(step, opened) == (
        "На 27 ноември 2026 г., в 9.30 часа, заседанието беше възобновено."
    )


def test_forty_members_fill_a_table_that_repeats_its_head() -> None:
    read = pages(build_minutes(minutes(members=40, items=1)))
    heads = [text for text in read if "Институция и длъжност" in text]
    assert len(heads) == 2
    assert squash(f"40 {member(39).name}") in squash(heads[1])
