"""What the public edition leaves out, and that it is not in the file at all."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime

from tests.support.annex_b import MINUTES, SECOND
from tests.support.pdf_text import body_text, check, fonts, pages, raw_text, says, squash

from dcm_desktop.documents.decided import (
    DecisionFacts,
    DecisionPoint,
    Dissent,
    NamedChoice,
    PledgeFacts,
    TaskTerm,
    VoteFacts,
)
from dcm_desktop.documents.models import (
    AgendaChange,
    Annex,
    ClosedPart,
    Edition,
    MinutesItem,
    MinutesModel,
    Movement,
    MovementKind,
    ProposalFacts,
    Remark,
    Signatory,
)
from dcm_desktop.documents.pdf.minutes import build_minutes
from dcm_desktop.documents.public import public_edition
from dcm_desktop.documents.typography import REDACTED
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    PledgeKind,
    VoteChoice,
    VoteMethod,
    VoteResult,
)

PLANTED = "Зорница"
"""Stands in every text of a case item that may not be published."""
PUBLIC = replace(MINUTES, edition=Edition.PUBLIC)


def planted_item() -> MinutesItem:
    """A case item with the planted name in every field but the public ones."""
    vote = VoteFacts(
        VoteMethod.ROLL_CALL, VoteResult.ADOPTED, 3, 1, for_n=2,
        named=(NamedChoice(f"{PLANTED} А", VoteChoice.FOR),), named_public=True,
        dissents=(Dissent(f"{PLANTED} Б", 4),),
    )  # fmt: skip
    return MinutesItem(
        6,
        AgendaItemKind.CASE,
        title=f"Случай на {PLANTED}",
        agenda_title=f"Случай на {PLANTED}",
        public_title="Обсъждане на случай",
        rapporteur=f"{PLANTED} Докладчик",
        rapporteur_post="началник на отдел",
        closed=True,
        concerns_case=True,
        status_reason=PLANTED,
        closed_part=ClosedPart(1, 0, (Signatory(f"{PLANTED} Гост", "НДД", PLANTED),)),
        recusals=(f"{PLANTED} Член",),
        report=(f"Майката {PLANTED} желае да отглежда децата.",),
        speakers=(f"{PLANTED} В",),
        discussion=(Remark(f"{PLANTED} живее на адрес.", f"{PLANTED} Г"),),
        proposals=(ProposalFacts(f"да се помогне на {PLANTED}", f"{PLANTED} Д"),),
        pledges=(PledgeFacts("НДД", PledgeKind.GOODS, f"легло за {PLANTED}", 1),),
        decisions=(
            DecisionFacts(
                "7-6",
                points=(
                    DecisionPoint(
                        "1", f"Подкрепя {PLANTED}.", (TaskTerm("НДД", title=f"за {PLANTED}"),)
                    ),
                ),
                tasks=(TaskTerm("НДД", title=f"отива при {PLANTED}"),),
                text_public="ОКМД подкрепя семейството.",
                vote=vote,
            ),
            DecisionFacts("7-7", points=(DecisionPoint("1", f"За {PLANTED}."),), vote=vote),
        ),
        movements=(
            Movement(
                datetime.fromisoformat("2026-11-26T11:00"), MovementKind.LEFT, (f"{PLANTED} Член",)
            ),
        ),
    )


def with_planted(model: MinutesModel = PUBLIC) -> MinutesModel:
    return replace(
        model,
        items=(*model.items, planted_item()),
        agenda_changes=(
            AgendaChange(f"Случай {PLANTED}", number=6, reason=PLANTED),
            AgendaChange(f"Случай {PLANTED}", added=False, secret=True, reason=PLANTED),
        ),
        annexes=(*model.annexes, Annex(5, f"План за {PLANTED}", True, "План за случай")),
    )


def texts(value: object) -> list[str]:
    """Every text anywhere in a model."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for f in fields(value) for text in texts(getattr(value, f.name))]
    return []


def test_full_edition_has_the_planted_name() -> None:
    data = build_minutes(with_planted(MINUTES))
    assert squash(raw_text(data)).count(PLANTED) > 10


def test_public_model_has_the_planted_name_nowhere() -> None:
    assert [text for text in texts(public_edition(with_planted())) if PLANTED in text] == []


def test_public_paper_has_the_planted_name_nowhere() -> None:
    data = build_minutes(with_planted())
    assert PLANTED not in squash(raw_text(data))
    assert PLANTED.casefold() not in squash(" ".join(pages(data))).casefold()
    assert PLANTED.encode() not in data
    assert PLANTED.encode("utf-16-be") not in data


def test_public_edition_of_a_public_model_is_the_same() -> None:
    once = public_edition(with_planted())
    assert public_edition(once) == once


def test_discussion_of_the_case_is_struck_out_visibly() -> None:
    data = build_minutes(PUBLIC)
    said = squash(body_text(data))
    for paragraph in (
        *SECOND.report,
        SECOND.discussion[0].text,
        SECOND.decisions[0].points[3].text,
    ):
        assert squash(paragraph)[:60] not in said
    assert says(
        data,
        "Заличени лични данни на основание Регламент (ЕС) 2016/679 – обсъждане в закрита част.",
    )
    assert says(data, "заличено заяви отвод и не участва в обсъждането и в гласуването.")


def test_bars_do_not_tell_how_much_was_struck_out() -> None:
    def drawn(letters: int) -> str:
        item = replace(SECOND, report=("Дума " * letters,))
        model = replace(PUBLIC, items=(item,))
        return squash(" ".join(pages(build_minutes(model))))

    assert drawn(1) == drawn(3000)


def test_case_decision_says_its_public_text_number_and_counts() -> None:
    data = build_minutes(PUBLIC)
    assert says(
        data,
        "РЕШЕНИЕ № 7-2 1. ОКМД подкрепя семейството по случай № LOV-2026-017; институциите поемат "
        "ангажименти. Присъстващи с право на глас: 12. Не участва в гласуването поради отвод: "
        "1 (един) член. Гласували: „за“ – 10; „против“ – 0; „въздържал се“ – 1.",
    )
    item = replace(SECOND, decisions=(replace(SECOND.decisions[0], text_public=""),))
    assert says(build_minutes(replace(PUBLIC, items=(item,))), "РЕШЕНИЕ № 7-2 1. заличено")


def test_other_decisions_keep_points_and_tasks() -> None:
    data = build_minutes(PUBLIC)
    assert says(data, "2. Удължава срока по решение № 6-3, т. 2. Отговорник: община Троян")
    other = DecisionFacts(
        "7-8",
        points=(DecisionPoint("1", "Дълъг вътрешен текст.", (TaskTerm("НДД", standing=True),)),),
        text_public="Кратък текст.",
    )
    item = MinutesItem(6, AgendaItemKind.REPORT, "Отчет", decisions=(other,))
    again = build_minutes(replace(PUBLIC, items=(item,)))
    assert says(again, "1. Кратък текст. Отговорник: НДД Срок: постоянен")
    assert not says(again, "вътрешен")


def test_members_stand_by_name_guests_by_organisation() -> None:
    data = build_minutes(PUBLIC)
    assert says(data, "12 Виктор Атанасов упълномощен заместник на Гергана Симова")
    assert says(data, "1 представител „Надежда и домове за децата – клон България“ (НДД)")
    assert "Цонева" not in raw_text(data)
    assert says(
        data, "Представител на „Надежда и домове за децата – клон България“ (НДД) представи две"
    )
    assert says(data, "Докладва: началник на отдел „Закрила на детето“, ДСП – Ловеч")


def test_recused_member_is_named_in_the_roll_only() -> None:
    said = squash(body_text(build_minutes(PUBLIC)))
    assert said.count(squash("Мария Желева")) == 1


def test_members_by_post_where_the_setting_asks_for_it() -> None:
    said = body_text(build_minutes(replace(PUBLIC, members_by_post=True)))
    for person in (*MINUTES.members, *MINUTES.associates, *MINUTES.coordinators):
        assert squash(person.name) not in squash(said)
    assert squash("Заседанието откри и ръководи заместник областен управител") in squash(said)
    assert squash("Гергана Симова") not in squash(said)


def test_signature_shows_as_copy_only_when_it_was_signed() -> None:
    assert not says(build_minutes(PUBLIC), "/п/")
    signed = build_minutes(replace(PUBLIC, signed=True))
    assert squash(body_text(signed)).count("/п/") == 2
    assert not says(build_minutes(replace(MINUTES, signed=True)), "/п/")


def test_public_paper_says_what_it_is() -> None:
    data = build_minutes(replace(PUBLIC, made_on=date(2026, 11, 30)))
    first = pages(data)[0]
    assert "Препис за публикуване" in first
    assert "Служебен екземпляр" not in first
    assert all(embedded for _, embedded in fonts(data))
    assert "No syntax" in check(data)


def test_named_votes_are_public_only_by_the_rules() -> None:
    vote = VoteFacts(
        VoteMethod.ROLL_CALL, VoteResult.ADOPTED, 1, for_n=1,
        named=(NamedChoice("Огнян Беров", VoteChoice.FOR),),
    )  # fmt: skip
    decision = DecisionFacts("7-9", points=(DecisionPoint("1", "Приема."),), vote=vote)
    item = MinutesItem(6, AgendaItemKind.REPORT, "Отчет", decisions=(decision,))
    hidden = build_minutes(replace(PUBLIC, items=(item,)))
    assert not says(hidden, "Поименно")
    open_vote = replace(decision, vote=replace(vote, named_public=True))
    shown = build_minutes(replace(PUBLIC, items=(replace(item, decisions=(open_vote,)),)))
    assert says(shown, "Поименно: „за“ – Огнян Беров.")


def test_mark_of_a_redaction_never_reaches_the_paper_as_a_sign() -> None:
    assert not re.search(REDACTED, raw_text(build_minutes(with_planted())))
