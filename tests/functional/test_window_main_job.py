"""The main job in the window: an empty laptop, minutes on paper, a file with the national team."""

import subprocess
from pathlib import Path

from tests.functional.conftest import Clock
from tests.support.journey import MEMBERS, Family, Journey
from tests.support.pdf_text import says
from tests.support.stores import StoreKit

from dcm_desktop.domain.terms import AgendaItemKind, InstitutionType, MemberRole
from dcm_desktop.sync.bundle import MAGIC
from dcm_desktop.ui.clock import now
from dcm_desktop.usecases.demo import _age_identity
from dcm_desktop.usecases.exchange import accept_enrol, export_bundle, import_bundles
from dcm_desktop.usecases.sessions.lists import list_sessions
from dcm_desktop.usecases.sessions.views import get_room
from dcm_desktop.usecases.workspace import counts

FAMILY = Family(child=("Огнян", "Терзиев"), mother=("Цветомира", "Терзиева"))


def test_the_window_leads_from_first_run_to_minutes_and_bundle(
    journey: Journey, clock: Clock, tmp_path: Path, national_kit: StoreKit
) -> None:
    clock("2026-11-23T09:00:00+02:00")
    sheet = tmp_path / "sheet.pdf"
    journey.first_run(tmp_path / "krz.dcm", "Невена Зафирова", sheet)
    assert journey.workspace.info.has_recovery_sheet

    journey.found_mechanism("15.01.2026")
    journey.enter_member(
        (InstitutionType.DISTRICT_ADMIN, "Областна администрация – Кърджали"),
        ("Десислава", "Юрукова"), MemberRole.CHAIR,
    )  # fmt: skip
    journey.enter_member(
        (InstitutionType.OZD, "ОЗД – Кърджали"), ("Бахар", "Мюмюнова"), MemberRole.PERMANENT
    )
    journey.enter_member(
        (InstitutionType.RZI, "РЗИ – Кърджали"), ("Диана", "Сарафова"), MemberRole.PERMANENT
    )
    journey.enter_more_members(MEMBERS)
    journey.open_case(FAMILY, "Семейство с едно дете; риск от раздяла.")
    journey.prepare_session("03.12.2026")

    clock("2026-12-03T10:00:00+02:00")
    room = journey.enter_room()
    journey.call_roll(("4-", "7/"))
    journey.open_session()
    assert room.view is not None
    items = [row.kind for row in room.view.items]
    case, policy = items.index(AgendaItemKind.CASE), items.index(AgendaItemKind.POLICY)
    clock("2026-12-03T10:20:00+02:00")
    journey.take_up(case)
    journey.write_line("Семейството е посетено на 27 ноември.")
    journey.write_decision("1. ОКМД подкрепя семейството да остане заедно.")
    journey.write_task("Актуализира плана за действие @ОЗД – Кърджали !+14")
    journey.vote("12-0-1")
    clock("2026-12-03T11:00:00+02:00")
    journey.take_up(policy)
    journey.write_decision("1. Приема плана за обучение.")
    journey.vote("11-1-1")
    journey.close_session()

    row = journey.workspace.ask(list_sessions)[0]
    assert (row.status, row.minutes_status, row.decisions) == ("held", "draft", 2)
    public, full = tmp_path / "public.pdf", tmp_path / "full.pdf"
    journey.save_minutes(0, public)
    journey.save_minutes(1, full)
    assert says(full.read_bytes(), "Семейството е посетено на 27 ноември")
    assert says(full.read_bytes(), "12")
    assert not says(public.read_bytes(), "Семейството е посетено")
    for paper in (public, full):
        assert says(paper.read_bytes(), "Приема плана за обучение")
        for name in (*FAMILY.child, *FAMILY.mother):
            assert not says(paper.read_bytes(), name)

    bundle = tmp_path / "okmd-KRZ-A-0001.dcmb"
    national = national_kit.open(tmp_path / "national.dcm", at=now())
    request, answer = tmp_path / "request.json", tmp_path / "answer.age"
    words = journey.request_enrolment(request)
    accept_enrol(national, request, words, answer, at=now())
    journey.finish_enrolment(answer, words)
    journey.export(bundle)
    inner = _opened_by_age(bundle, national.ask(_age_identity), tmp_path)
    assert inner.startswith(MAGIC)
    rows = import_bundles(national, [bundle], at=now())
    assert [(one.result, one.error) for one in rows] == [("imported", None)]
    there = national.ask(counts)
    assert (there["session"], there["case"], there["decision"]) == (1, 1, 2)
    receipt = tmp_path / "okmd-BG-KRZ-0001.dcmb"
    export_bundle(national, "KRZ", receipt, at=now())
    national.close(at=now(), with_backup=False)

    journey.take_file(receipt)
    assert "получен" in journey.main.toast.text.lower()
    room_view = journey.workspace.ask(get_room, row.session_id, at=now())
    assert [item.decision_numbers for item in room_view.items if item.kind == "case"] == [("1-1",)]


def _opened_by_age(bundle: Path, identity: str, folder: Path) -> bytes:
    key = folder / "key.txt"
    key.write_text(identity, encoding="utf-8")
    done = subprocess.run(["age", "-d", "-i", key, bundle], capture_output=True, check=True)
    return done.stdout
