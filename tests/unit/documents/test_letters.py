"""Invitation, attendance sheet and recovery sheet read back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest
from tests.support.pdf_text import check, fonts, info, page_count, pages, raw_text, says, squash
from tests.support.sample_papers import ATTENDANCE, INVITATION, RECOVERY

from dcm_desktop.documents.models import Body
from dcm_desktop.documents.papers import (
    Addressee,
    AttendanceSheetModel,
    InvitationModel,
    SheetCapacity,
    SheetRow,
)
from dcm_desktop.documents.pdf.attendance import build_attendance
from dcm_desktop.documents.pdf.invitation import build_invitation
from dcm_desktop.documents.pdf.recovery import build_recovery
from dcm_desktop.domain.terms import SessionForm, SessionKind

INVITATION_SAYS = """\
На основание чл. 9, ал. 2 от Правилника за работа на ОКМД – област Ловеч Ви каня на редовно
заседание на ОКМД – област Ловеч, което ще се проведе на 26 ноември 2026 г. (четвъртък) от
10.00 часа в зала № 2 на Областна администрация – Ловеч, гр. Ловеч, при следния

2. Обсъждане на случай (закрита част). Докладва: Деница Кръстева

Материалите по т. 1, 3 и 4 се прилагат. Материалите по т. 2 ще бъдат предоставени на членовете в
залата и не се изпращат предварително.

При невъзможност за участие моля да уведомите координатора до 20 ноември 2026 г. и да определите
упълномощен заместник.

За контакт: Невена Ралева, координатор, тел. 068 00 00 00, okmd.lovech@example.bg.

Приложения: 1. Справка за изпълнението на решенията от заседание № 6; 2.

С уважение, ПРЕДСЕДАТЕЛ НА ОКМД: Радостина Милева заместник областен управител

Изх. № ОКМД-31/12.11.2026 г."""
ALL: list[Callable[[], bytes]] = [
    lambda: build_invitation(INVITATION),
    lambda: build_attendance(ATTENDANCE),
    lambda: build_recovery(RECOVERY),
]


@pytest.mark.parametrize("build", ALL, ids=["invitation", "attendance", "recovery"])
def test_paper_is_clean_embedded_and_the_same_twice(build: Callable[[], bytes]) -> None:
    data = build()
    assert build() == data
    assert "No syntax" in check(data)
    found = fonts(data)
    assert all(embedded and "+DCM" in name for name, embedded in found), found


def test_each_addressee_gets_a_letter_and_the_list_has_all() -> None:
    data = build_invitation(INVITATION)
    read = pages(data)
    assert len(read) == 4
    greetings = ("УВАЖАЕМА ГОСПОЖО ДИРЕКТОР,", "УВАЖАЕМИ ГОСПОДИН ДОБРЕВ,",
                 "УВАЖАЕМА ГОСПОЖО РЪКОВОДИТЕЛ,")  # fmt: skip
    for text, to, greeting in zip(read[:3], INVITATION.addressees, greetings, strict=True):
        assert squash(f"{to.name} {to.post}") in squash(text)
        assert greeting in text
        assert squash("стр. 1 от 1") in squash(text)
        assert sum(one.name in text for one in INVITATION.addressees) == 1
    assert "СПИСЪК НА АДРЕСАТИТЕ" in read[3]
    assert all(one.name in read[3] for one in INVITATION.addressees)


def test_invitation_says_ground_time_place_agenda_and_terms() -> None:
    data = build_invitation(INVITATION)
    for sentence in INVITATION_SAYS.split("\n\n"):
        assert says(data, sentence), sentence


def test_invitation_with_nothing_known_prints_blanks() -> None:
    empty = InvitationModel(
        Body("област Ловеч"), 1, SessionKind.WORKING_MEETING, SessionForm.REMOTE,
        datetime.fromisoformat("2026-01-08T10:00"),
    )  # fmt: skip
    data = build_invitation(empty)
    assert page_count(data) == 1
    assert says(
        data, "УВАЖАЕМИ ДАМИ И ГОСПОДА, Каня Ви на работна среща на ОКМД – област Ловеч, която"
    )
    assert says(data, "Изх. № …………/………… г.")
    assert says(data, "координатора до ……………………… и да")


def test_forty_addressees_have_forty_letters() -> None:
    many = tuple(Addressee(f"Име {n}", "Име", institution=f"община {n}") for n in range(40))
    assert page_count(build_invitation(replace(INVITATION, addressees=many))) >= 41


def test_invitation_title_has_no_names() -> None:
    found = info(build_invitation(INVITATION))
    assert found["Title"] == "Покана за заседание № 7"


def test_sheet_lists_everybody_with_capacity_and_five_empty_rows() -> None:
    data = build_attendance(ATTENDANCE)
    said = squash(raw_text(data))
    for group in (ATTENDANCE.members, ATTENDANCE.associates, ATTENDANCE.guests):
        for number, one in enumerate(group, 1):
            assert squash(f"{number} {one.name} {one.office} {one.capacity.value}") in said
    assert squash("на участниците в редовното заседание № 7 на ОКМД – област Ловеч,") in said
    assert said.count(squash("☐ да ☐ не")) == 16 + 5
    assert squash("Декларация за поверителност: с подписа си участниците") in said
    assert "LOV-2026" not in raw_text(data)


@pytest.mark.parametrize("members", [0, 1, 15, 60])
def test_sheet_of_any_size_repeats_its_head(members: int) -> None:
    rows = tuple(
        SheetRow(f"Име Фамилия {n}", "много дълга длъжност в институция с дълго име, " * 2,
                 SheetCapacity.PERMANENT)
        for n in range(members)
    )  # fmt: skip
    model = AttendanceSheetModel(
        ATTENDANCE.body, 1, SessionKind.ANNUAL, ATTENDANCE.starts_at, "зала", rows
    )
    read = pages(build_attendance(model))
    assert all("Подпис" in text for text in read if "ПЧ" in text and "Име" in text)


def test_recovery_sheet_shows_all_groups_and_facts() -> None:
    data = build_recovery(RECOVERY)
    assert page_count(data) == 1
    said = squash(raw_text(data))
    for number, group in enumerate(RECOVERY.groups, 1):
        assert squash(f"група {number} {group}") in said
    for fact in ("7c1e09a4", "R2", "26.11.2026 г.", "лист от 15.01.2026 г. – унищожете го"):
        assert squash(fact) in said
    assert squash("заключен шкаф на Областна администрация – Ловеч.") in said


def test_recovery_sheet_without_a_known_older_one_replaces_any() -> None:
    first = replace(RECOVERY, replaces_on=None, keep_at="", printed_on=date(2026, 1, 5))
    data = build_recovery(first)
    assert says(data, "всеки по-стар лист – унищожете го")
    assert says(data, "в каса или заключен шкаф. Не го снимайте")


def test_sheet_of_the_national_team_is_headed_by_its_own_name() -> None:
    body = replace(RECOVERY.body, name="Национален екип", area="всички области")
    said = squash(raw_text(build_recovery(replace(RECOVERY, body=body))))
    assert squash("НАЦИОНАЛЕН ЕКИП ПО ДЕИНСТИТУЦИОНАЛИЗАЦИЯ") in said
    assert squash("КООРДИНАЦИОНЕН МЕХАНИЗЪМ") not in said


def test_key_is_in_no_metadata_of_the_sheet() -> None:
    found = info(build_recovery(RECOVERY))
    assert not any(group in str(found) for group in RECOVERY.groups)
