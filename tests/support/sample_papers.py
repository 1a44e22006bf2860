"""Invitation, attendance sheet and recovery sheet of the sample session; people are invented."""

from datetime import date, datetime

from tests.support.annex_b import BODY, MINUTES

from dcm_desktop.documents.models import Signatory
from dcm_desktop.documents.papers import (
    Addressee,
    AgendaLine,
    AttendanceSheetModel,
    InvitationModel,
    RecoverySheetModel,
    SheetCapacity,
    SheetRow,
)
from dcm_desktop.domain.terms import GrammaticalGender, SessionForm, SessionKind

PLACE = "зала № 2 на Областна администрация – Ловеч, гр. Ловеч"
WOMAN, MAN = GrammaticalGender.F, GrammaticalGender.M

INVITATION = InvitationModel(
    body=BODY,
    number=7,
    kind=SessionKind.REGULAR,
    form=SessionForm.IN_PERSON,
    starts_at=datetime.fromisoformat("2026-11-26T10:00"),
    place=PLACE,
    ground="чл. 9, ал. 2 от Правилника за работа на ОКМД – област Ловеч",
    outgoing_no="ОКМД-31",
    outgoing_on=date(2026, 11, 12),
    agenda=(
        AgendaLine(1, "Изпълнение на решенията от заседание № 6, проведено на 24 септември 2026 г.",
                   "Невена Ралева", has_materials=True),
        AgendaLine(2, "Обсъждане на случай (закрита част)", "Деница Кръстева", is_case=True),
        AgendaLine(3, "Свободни места в приемната грижа и в ЦНСТ в областта", "Ивайло Стаматов",
                   has_materials=True),
        AgendaLine(4, "План за обучение на членовете на ОКМД през 2027 г.", "Людмила Цонева",
                   has_materials=True),
        AgendaLine(5, "Разни"),
    ),
    reply_by=date(2026, 11, 20),
    contact="Невена Ралева, координатор, тел. 068 00 00 00, okmd.lovech@example.bg",
    annexes=(
        "Справка за изпълнението на решенията от заседание № 6",
        "Справка за свободните места",
        "Проект на план за обучение през 2027 г.",
    ),
    chair=Signatory("Радостина Милева", "заместник областен управител", "председател"),
    addressees=(
        Addressee("Петя Нанкова", "Нанкова", "директор на дирекция", "община Троян", WOMAN),
        Addressee("Калин Добрев", "Добрев", "старши експерт", "РУО – Ловеч", MAN),
        Addressee("Албена Дукова", "Дукова", "ръководител на ЦОП – Ловеч", "ЦОП – Ловеч", WOMAN),
    ),
)  # fmt: skip

ATTENDANCE = AttendanceSheetModel(
    body=BODY,
    number=7,
    kind=SessionKind.REGULAR,
    starts_at=datetime.fromisoformat("2026-11-26T10:00"),
    place="зала № 2, Областна администрация – Ловеч",
    members=tuple(
        SheetRow(
            person.name,
            f"заместник на {person.substitute_for}, {person.institution}"
            if person.substitute_for
            else ", ".join(
                part
                for part in (person.post, person.institution)
                if part and (part is person.post or part not in person.post)
            ),
            SheetCapacity.SUBSTITUTE if person.substitute_for else SheetCapacity.PERMANENT,
        )
        for person in MINUTES.members
    ),
    associates=(
        SheetRow("Емил Раков", "областен съвет на БЧК", SheetCapacity.ASSOCIATE),
        SheetRow("Жана Тодева", "здравен медиатор, община Луковит", SheetCapacity.ASSOCIATE),
    ),
    guests=(
        SheetRow(
            "Людмила Цонева", "национален експерт „Детски политики“, НДД", SheetCapacity.GUEST
        ),
    ),
    coordinators=(
        SheetRow(
            "Невена Ралева", "регионален координатор на НДД, протоколист", SheetCapacity.COORDINATOR
        ),
    ),
)

RECOVERY = RecoverySheetModel(
    body=BODY,
    owner="ОКМД – област Ловеч",
    groups=("45XPP", "4E7AX", "M2H5K", "9T36A", "X8P2E", "K3M77", "H6A4T", "5E9XM"),
    store="7c1e09a4",
    slot="R2",
    printed_on=date(2026, 11, 26),
    replaces_on=date(2026, 1, 15),
    keep_at="Областна администрация – Ловеч",
)
