"""Minutes of any size for tests of the papers: so many members, items, letters of discussion."""

from dataclasses import replace
from datetime import date, datetime

from tests.support.annex_b import BODY, MINUTES

from dcm_desktop.documents.decided import (
    DecisionFacts,
    DecisionPoint,
    TaskTerm,
    VoteFacts,
)
from dcm_desktop.documents.models import (
    AbsentMember,
    Annex,
    MinutesItem,
    MinutesModel,
    PresentPerson,
    QuorumFacts,
    Remark,
)
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    SessionForm,
    SessionKind,
    VoteMethod,
    VoteResult,
)

FIRST = ("Радостина", "Ивайло", "Деница", "Огнян", "Светла", "Калин", "Мария", "Петя", "Стефан")
LAST = ("Милева", "Стаматова", "Кръстева", "Берова", "Панайотова", "Добрева", "Желева", "Гочева")
POSTS = (
    "директор",
    "старши експерт",
    "началник на отдел „Закрила на детето“",
    "заместник-кмет с ресор „Социални дейности, здравеопазване и образование“",
)
PLACES = ("Ловеч", "Троян", "Тетевен", "Априлци", "Луковит", "Угърчин", "Ябланица", "Летница")
SENTENCE = (
    "Обсъдени са възможностите за временна подкрепа и необходимостта от съвместна работа между "
    "институциите в областта, включително сроковете и отговорните лица. "
)


def member(n: int) -> PresentPerson:
    """The n-th invented member."""
    name = f"{FIRST[n % len(FIRST)]} {LAST[(n * 7 + n // 10) % len(LAST)]}"
    return PresentPerson(name, POSTS[n % len(POSTS)], f"община {PLACES[n % len(PLACES)]}")


def discussion(letters: int) -> str:
    """Running text of about so many letters."""
    return (SENTENCE * (letters // len(SENTENCE) + 1))[:letters].rstrip()


def item(
    number: int, *, letters: int = 200, points: int = 2, kind: AgendaItemKind | None = None
) -> MinutesItem:
    """A point with a report of so many letters and a decision of so many points."""
    made = tuple(
        DecisionPoint(
            str(n),
            f"Възлага на институциите да изпълнят мярка {n} по точка {number} от дневния ред.",
            (TaskTerm(f"община {PLACES[n % len(PLACES)]}", due_on=date(2026, 12, 1 + n % 28)),),
        )
        for n in range(1, points + 1)
    )
    decisions = (DecisionFacts(f"9-{number}", points=made, vote=vote(12)),) if points else ()
    return MinutesItem(
        number,
        kind or AgendaItemKind.REPORT,
        title=f"Доклад номер {number} за състоянието на услугите в областта",
        rapporteur=member(number).name,
        report=(discussion(letters),) if letters else (),
        discussion=(Remark("предложи да се потърси становището на общините.", member(3).name),),
        decisions=decisions,
    )


def vote(for_n: int) -> VoteFacts:
    """Everybody for."""
    return VoteFacts(VoteMethod.SHOW_OF_HANDS, VoteResult.ADOPTED, for_n, for_n=for_n)


def minutes(
    *, members: int = 15, items: int = 3, letters: int = 200, points: int = 2, annexes: int = 2
) -> MinutesModel:
    """A whole session."""
    present = tuple(member(n) for n in range(members))
    return replace(
        MINUTES,
        body=BODY,
        number=9,
        starts_at=datetime.fromisoformat("2026-12-17T09:30"),
        kind=SessionKind.EXTRAORDINARY,
        form=SessionForm.MIXED,
        quorum=QuorumFacts(members + 3, members, 0, 1),
        members=present,
        absent=tuple(
            AbsentMember(f"Отсъстващ {n}", "община Летница", n % 2 == 0) for n in range(3)
        ),
        items=tuple(item(n, letters=letters, points=points) for n in range(1, items + 1)),
        agenda_vote=vote(members) if items else None,
        ends_at=datetime.fromisoformat("2026-12-17T12:05"),
        annexes=tuple(Annex(n, f"Справка за услугите, част {n}") for n in range(1, annexes + 1)),
    )
