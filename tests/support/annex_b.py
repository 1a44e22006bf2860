"""The sample session as a model of its minutes: one case item, a recusal, a departure.

All people are invented. `MINUTES` is the full edition; `SENTENCES` is what it must say.
"""

from datetime import date, datetime

from dcm_desktop.documents.decided import (
    DecisionFacts,
    DecisionPoint,
    TaskTerm,
    VoteFacts,
)
from dcm_desktop.documents.models import (
    AbsentMember,
    Annex,
    Body,
    ClosedPart,
    MinutesItem,
    MinutesModel,
    Movement,
    MovementKind,
    PresentPerson,
    QuorumFacts,
    Remark,
    Signatory,
)
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    SessionForm,
    SessionKind,
    VoteMethod,
    VoteResult,
)

BODY = Body(
    area="област Ловеч",
    address="5500 Ловеч, Областна администрация · тел. 068 00 00 00 · okmd.lovech@example.bg",
)
MEMBERS = (
    PresentPerson("Радостина Милева", "заместник областен управител", function="председател"),
    PresentPerson("Ивайло Стаматов", "директор на РДСП – Ловеч", "РДСП – Ловеч"),
    PresentPerson("Деница Кръстева", "началник на отдел „Закрила на детето“", "ДСП – Ловеч"),
    PresentPerson("Огнян Беров", "началник на отдел „Закрила на детето“", "ДСП – Троян"),
    PresentPerson("д-р Светла Панайотова", "директор на дирекция", "РЗИ – Ловеч"),
    PresentPerson("Калин Добрев", "старши експерт", "РУО – Ловеч"),
    PresentPerson("Мария Желева", "заместник-кмет на община Ловеч", "община Ловеч"),
    PresentPerson("Петя Нанкова", "директор на дирекция", "община Троян"),
    PresentPerson("Стефан Гочев", "инспектор ДПС", "ОДМВР – Ловеч"),
    PresentPerson("д-р Лъчезар Минев", "началник на родилно отделение", "МБАЛ – Ловеч"),
    PresentPerson("Албена Дукова", "ръководител на ЦОП – Ловеч"),
    PresentPerson(
        "Виктор Атанасов",
        institution="областен екип по приемна грижа",
        substitute_for="Гергана Симова",
    ),
)


def vote(for_n: int, against_n: int = 0, abstain_n: int = 0, recused: int = 0) -> VoteFacts:
    """A vote by hand in which everybody entitled took part."""
    present = for_n + against_n + abstain_n + recused
    return VoteFacts(
        VoteMethod.SHOW_OF_HANDS,
        VoteResult.ADOPTED,
        present,
        recused,
        for_n,
        against_n,
        abstain_n,
    )


def point(label: str, text: str, owner: str = "", due_on: date | None = None) -> DecisionPoint:
    """A point, with a task when somebody answers for it."""
    tasks = (TaskTerm(owner, due_on=due_on),) if owner else ()
    return DecisionPoint(label, text, tasks)


FIRST = MinutesItem(
    1,
    AgendaItemKind.REPORT,
    title="Изпълнение на решенията от заседание № 6",
    agenda_title="Изпълнение на решенията от заседание № 6, проведено на 24 септември 2026 г.",
    rapporteur="Невена Ралева",
    report=(
        ("Невена Ралева докладва, че от 5 (пет) задачи 4 (четири) са изпълнени в срок, а 1 "
        "(една) – по решение № 6-3, т. 2 – е в процес на изпълнение поради забавена процедура."),
    ),
    speakers=(),
    decisions=(
        DecisionFacts(
            "7-1",
            points=(
                point("1", "Приема за сведение информацията за изпълнението на решенията "
                           "(Приложение № 2)."),
                point("2", "Удължава срока по решение № 6-3, т. 2.", "община Троян",
                      date(2026, 12, 15)),
            ),
            vote=vote(12),
        ),
    ),
)  # fmt: skip
SECOND = MinutesItem(
    2,
    AgendaItemKind.CASE,
    title="Обсъждане на случай № LOV-2026-017 (закрита част)",
    public_title="Обсъждане на случай № LOV-2026-017 (закрита част)",
    rapporteur="Деница Кръстева",
    rapporteur_post="началник на отдел „Закрила на детето“, ДСП – Ловеч",
    closed=True,
    concerns_case=True,
    closed_part=ClosedPart(guests_left=1, associates_left=2),
    recusals=("Мария Желева",),
    report=(
        ("Деница Кръстева представи случая: семейство с две деца – едно под 1 година и едно в "
        "предучилищна възраст; риск от раздяла поради загуба на жилището и липса на доход. "
        "Майката желае да отглежда децата; близки роднини предлагат временна подкрепа. Мнението "
        "на по-голямото дете е потърсено от социален работник по подходящ за възрастта начин и "
        "е отразено."),
    ),
    speakers=("д-р Лъчезар Минев", "Албена Дукова", "Стефан Гочев", "Калин Добрев"),
    discussion=(
        Remark(
            "Разгледани са десетте проверки от контролния лист; посочено е, че материалните "
            "затруднения сами по себе си не са основание за раздяла и че децата следва да "
            "останат заедно (Приложение № 3 – поверително, съхранява се отделно)."
        ),
    ),
    decisions=(
        DecisionFacts(
            "7-2",
            points=(
                point("1", "ОКМД подкрепя отглеждането на двете деца от майката с помощта на "
                           "близките и препоръчва да не се предприема раздяла по причини, свързани "
                           "единствено с материалното положение на семейството."),
                point("2", "Институциите поемат следните ангажименти:"),
                point("2.1", "Материална подкрепа с продукти от първа необходимост.", "НДД",
                      date(2026, 12, 1)),
                point("2.2", "Посещение в дома и преглед на плана за действие.",
                      "ОЗД при ДСП – Ловеч", date(2026, 12, 4)),
                DecisionPoint(
                    "2.3",
                    "Консултиране и развиване на родителски умения.",
                    (TaskTerm("ЦОП – Ловеч", due_on=date(2026, 12, 11), is_start=True),),
                ),
                point("2.4", "Предложение за временно настаняване в общинско жилище.",
                      "община Ловеч", date(2026, 12, 18)),
                DecisionPoint(
                    "2.5",
                    "Място в детска градина за по-голямото дете.",
                    (TaskTerm("община Ловеч", ("РУО – Ловеч",), date(2027, 1, 15)),),
                ),
                DecisionPoint(
                    "3",
                    "Случаят да се внесе за преглед на следващото заседание.",
                    (TaskTerm("ОЗД при ДСП – Ловеч", next_session=True),),
                ),
            ),
            text_public="ОКМД подкрепя семейството по случай № LOV-2026-017; институциите поемат "
            "ангажименти.",
            vote=vote(10, 0, 1, recused=1),
        ),
    ),
)  # fmt: skip
THIRD = MinutesItem(
    3,
    AgendaItemKind.SERVICE_INFO,
    title="Свободни места в приемната грижа и в ЦНСТ в областта",
    rapporteur="Ивайло Стаматов",
    report=(
        ("Ивайло Стаматов докладва, че към 20 ноември 2026 г. свободни са 4 (четири) места в "
        "приемни семейства и 2 (две) места в ЦНСТ (Приложение № 4). Жана Тодева предложи "
        "информационни срещи за кандидати за приемни родители в малките населени места."),
    ),
    decisions=(
        DecisionFacts(
            "7-3",
            points=(
                point("1", "Приема за сведение информацията."),
                point("2", "Да се проведат 2 (две) информационни срещи.",
                      "областен екип по приемна грижа", date(2027, 1, 20)),
            ),
            vote=vote(12),
        ),
    ),
    movements=(
        Movement(
            datetime.fromisoformat("2026-11-26T11:35"), MovementKind.LEFT,
            ("д-р Лъчезар Минев",), 11,
        ),
    ),
)  # fmt: skip
FOURTH = MinutesItem(
    4,
    AgendaItemKind.TRAINING,
    title="План за обучение на членовете на ОКМД през 2027 г.",
    rapporteur="Людмила Цонева",
    report=(
        (
            "Людмила Цонева представи две двудневни обучения: 11–12 март 2027 г. и 23–24 септември "
            "2027 г. Огнян Беров предложи второто обучение да се проведе в Троян."
        ),
    ),
    decisions=(
        DecisionFacts(
            "7-4",
            points=(
                DecisionPoint(
                    "1",
                    "Приема плана за обучение; второто обучение да се проведе в гр. Троян.",
                    (TaskTerm("НДД", standing=True),),
                ),
            ),
            vote=vote(10, 1),
        ),
    ),
)
FIFTH = MinutesItem(
    5,
    AgendaItemKind.MISC,
    title="Разни",
    decisions=(
        DecisionFacts(
            "7-5",
            points=(
                point("1", "Следващото заседание да се проведе на 28 януари 2027 г. (четвъртък) от "
                           "10.00 часа в Областна администрация – Ловеч."),
            ),
            vote=vote(11),
        ),
    ),
)  # fmt: skip

MINUTES = MinutesModel(
    body=BODY,
    number=7,
    starts_at=datetime.fromisoformat("2026-11-26T10:00"),
    kind=SessionKind.REGULAR,
    form=SessionForm.IN_PERSON,
    quorum=QuorumFacts(seats=15, present=12, by_substitute=1, needed=8),
    place="зала № 2 на Областна администрация – Ловеч, гр. Ловеч",
    invitation_no="ОКМД-31",
    invitation_on=date(2026, 11, 12),
    members=MEMBERS,
    associates=(
        PresentPerson("Емил Раков", institution="областен съвет на БЧК"),
        PresentPerson("Жана Тодева", "здравен медиатор", "община Луковит"),
    ),
    guests=(
        PresentPerson(
            "Людмила Цонева",
            "национален експерт „Детски политики“",
            "„Надежда и домове за децата – клон България“ (НДД)",
        ),
    ),
    coordinators=(
        PresentPerson(
            "Невена Ралева", "регионален координатор на НДД", "НДД", function="протоколист"
        ),
    ),
    absent=(
        AbsentMember("Румен Балев", "община Тетевен", excused=True),
        AbsentMember("Цветелина Ганева", "ДБТ – Ловеч", excused=True),
        AbsentMember("Атанас Неделчев", "община Угърчин"),
    ),
    chair=Signatory("Радостина Милева", "заместник областен управител", "председател"),
    minutes_taker=Signatory("Невена Ралева", "регионален координатор на НДД", "протоколист"),
    items=(FIRST, SECOND, THIRD, FOURTH, FIFTH),
    agenda_vote=vote(12),
    ends_at=datetime.fromisoformat("2026-11-26T12:10"),
    copies=("Областна администрация – Ловеч", "НДД"),
    annexes=(
        Annex(1, "Присъствен списък"),
        Annex(2, "Справка за изпълнението на решенията"),
        Annex(3, "Контролен лист по случай № LOV-2026-017", confidential=True),
        Annex(4, "Справка за свободните места"),
    ),
    signatories=(
        Signatory("Радостина Милева", "заместник областен управител", "председател"),
        Signatory("Невена Ралева", "регионален координатор на НДД", "протоколист"),
    ),
    version=3,
    check_code="7KM4 X2PA",
)
