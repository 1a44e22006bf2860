"""A planted family walks through the main job: its name is nowhere on disk but inside the store.

Names are searched in every file that the program may write (home, settings, logs, temporary files,
store with its -wal, papers, bundle), in Cyrillic and Latin, in each encoding they could have.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.functional.conftest import Clock
from tests.support.exchange import enrol
from tests.support.journey import MEMBERS, Family, Journey
from tests.support.pdf_text import raw_text
from tests.support.stores import StoreKit
from tests.support.window import press, type_text

from dcm_desktop import log
from dcm_desktop.domain.terms import AgendaItemKind, InstitutionType, MemberRole
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.preferences import Preferences
from dcm_desktop.ui.screens.documents.papers import REFUSED, PapersScreen
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.usecases.demo import _age_identity
from dcm_desktop.usecases.sessions import writing
from dcm_desktop.usecases.sessions.lists import list_sessions
from dcm_desktop.usecases.sessions.views import get_room

FAMILY = Family(child=("Огнянка", "Бързакова"), mother=("Зорница", "Бързакова"))
DRAFT = "Огнянкината майка, Зорница Бързакова (Zornitsa Barzakova, ОГНЯНКА)"
STEMS = ("Огнянк", "Бързаков", "Зорниц", "Ognyank", "Barzakov", "Zornits")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1251")


def needles() -> Iterator[bytes]:
    """Every way a planted name could stand in a file; words cut short find their endings too."""
    for stem, encoding in product(STEMS, ENCODINGS):
        for word in (stem, stem.lower(), stem.upper()):
            if encoding != "cp1251" or not word.isascii():
                yield word.encode(encoding)


def found_in(data: bytes) -> list[str]:
    """Planted names in some bytes."""
    return sorted({repr(needle) for needle in needles() if needle in data})


def found_on_disk(*roots: Path) -> list[str]:
    """Files below the roots that hold a planted name, and those whose own name does."""
    found = []
    for root in roots:
        for path in sorted(root.rglob("*")):
            if path.is_file():
                names = found_in(path.read_bytes()) + found_in(path.name.encode())
                found += [f"{path.relative_to(root)}: {name}" for name in names]
    return found


def inside_of(bundle: Path, identity: str, folder: Path) -> bytes:
    """Everything in a bundle, opened by stock tools: the head, and the lines unpacked."""
    key = folder / "national.key"
    key.write_text(identity, encoding="utf-8")
    inner = subprocess.run(["age", "-d", "-i", key, bundle], capture_output=True, check=True).stdout
    head = 9 + int.from_bytes(inner[5:9], "big")
    lines = subprocess.run(
        ["zstd", "-dc"], input=inner[head + 64 :], capture_output=True, check=True
    )
    return inner[:head] + lines.stdout


def bare(pdf: Path) -> bytes:
    """A paper with all its streams unpacked, and its text as poppler reads it."""
    plain = subprocess.run(
        ["qpdf", "--qdf", "--object-streams=disable", pdf, "-"], capture_output=True, check=True
    ).stdout
    return plain + raw_text(pdf.read_bytes()).encode()


@pytest.fixture
def private(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Temporary files and logs of the program go below this folder."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    log.start(tmp_path / "log")
    yield tmp_path
    log.stop()


def test_a_planted_family_is_nowhere_on_disk_and_in_nothing_that_leaves(
    journey: Journey, clock: Clock, private: Path, user_home: Path, national_kit: StoreKit
) -> None:
    clock("2026-11-23T09:00:00+02:00")
    store = private / "krz.dcm"
    journey.first_run(store, "Невена Зафирова")
    journey.found_mechanism("15.01.2026")
    journey.enter_member(
        (InstitutionType.OZD, "ОЗД – Кърджали"), ("Бахар", "Мюмюнова"), MemberRole.CHAIR
    )
    journey.enter_more_members(MEMBERS)
    journey.open_case(FAMILY, "Семейство с едно дете; риск от раздяла.")
    other = Family(child=FAMILY.mother, mother=FAMILY.child)
    journey.open_case(other, DRAFT, save=False)
    journey.prepare_session("03.12.2026")
    clock("2026-12-03T10:00:00+02:00")
    room = journey.enter_room()
    journey.call_roll(())
    journey.open_session()
    assert room.view is not None
    kinds = [row.kind for row in room.view.items]
    journey.take_up(kinds.index(AgendaItemKind.CASE))
    journey.write_line(f"Посетена е {FAMILY.mother[0]} {FAMILY.mother[1]}.")
    type_text(journey.field(Qt.Key.Key_F5, "line"), DRAFT)
    journey.program.raise_error(KeyError(DRAFT))
    journey.main.flush()
    journey.settle()
    assert (store / "store.db-wal").stat().st_size > 0
    assert found_on_disk(private, user_home) == []
    titles = {window.windowTitle() for window in QApplication.topLevelWidgets()}
    assert titles <= {"", QApplication.applicationDisplayName()}

    screen = journey.screen(RoomScreen)
    screen.panel.forget_line()
    journey.write_decision("1. ОКМД подкрепя семейството да остане заедно.")
    journey.vote("13-0-0")
    clock("2026-12-03T11:00:00+02:00")
    journey.close_session()
    row = journey.workspace.ask(list_sessions)[0]

    papers = journey.go("documents", PapersScreen)
    papers.editions.set_index(1)
    papers.editions.chosen.emit(1)
    journey.settle()
    assert papers.pages.currentIndex() == REFUSED
    assert not papers.save_button.isEnabled()
    view = journey.workspace.ask(get_room, row.session_id, at=now())
    item = next(one for one in view.items if one.kind is AgendaItemKind.CASE)
    shown = journey.workspace.ask(get_room, row.session_id, item_id=item.item_id, at=now())
    assert shown.current is not None
    for line in shown.current.lines:
        journey.workspace.do(writing.delete_line, line.line_id, at=now())
    journey.settle()

    public, full = private / "public.pdf", private / "full.pdf"
    journey.save_minutes(0, public)
    journey.save_minutes(1, full)
    for paper in (public, full):
        assert found_in(bare(paper)) == []

    national = national_kit.open(private / "national.dcm", at=now())
    enrol(journey.workspace, national, private, at=now())
    bundle = private / "okmd-KRZ-A-0001.dcmb"
    journey.export(bundle)
    inside = inside_of(bundle, national.ask(_age_identity), private)
    national.close(at=now(), with_backup=False)
    assert "ОКМД подкрепя семейството".encode() in inside
    assert found_in(inside) == []

    press(journey.main, Qt.Key.Key_F1)
    journey.program.finish()
    assert found_on_disk(private, user_home) == []
    settings = journey.program.preferences.path
    kept = json.loads(settings.read_text(encoding="utf-8"))
    assert set(kept) <= {field.name for field in fields(Preferences)}
    assert "Зафирова" not in settings.read_text(encoding="utf-8")


def test_the_search_finds_a_name_in_each_encoding(tmp_path: Path) -> None:
    for number, encoding in enumerate(ENCODINGS):
        (tmp_path / f"{number}.bin").write_bytes(b"\0\xff" + "ОГНЯНКА".encode(encoding) + b"\0")
    assert len(found_on_disk(tmp_path)) >= len(ENCODINGS)
    assert found_in("нищо от семейството".encode()) == []
