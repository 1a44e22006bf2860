"""The demo: the whole main job on fictional data, made once for all tests here."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.support.pdf_text import says

from dcm_desktop import resources
from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.errors import InputRefused
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.demo import DemoResult, make_demo
from dcm_desktop.usecases.documents import list_papers
from dcm_desktop.usecases.exchange.guard import register_names
from dcm_desktop.usecases.workspace import open_store

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoResult:
    return make_demo(tmp_path_factory.mktemp("demo") / "made", at=NOW)


@pytest.fixture
def district(demo: DemoResult) -> Iterator[Workspace]:
    workspace = open_store(demo.stores["district"], demo.passphrase, at=NOW)
    yield workspace
    workspace.close(at=NOW, with_backup=False)


def test_demo_makes_every_file_it_names(demo: DemoResult) -> None:
    assert set(demo.files) == {"invitation", "minutes_public", "minutes_full", "bundle", "receipt"}
    assert set(demo.stores) == {"district", "national"}
    assert all(path.exists() for path in (*demo.files.values(), *demo.stores.values()))
    assert demo.files["bundle"].name == "okmd-KRZ-A-0001.dcmb"
    assert demo.national_identity.startswith("AGE-SECRET-KEY-1")
    assert demo.timings


def test_demo_has_a_believable_mechanism(district: Workspace, demo: DemoResult) -> None:
    held = next(
        row
        for row in district.ask(sessions.list_sessions)
        if row.status is SessionStatus.HELD and row.number == 7
    )
    room = district.ask(sessions.get_room, held.session_id, at=NOW)
    assert len(room.members) == 15
    associates = [row for row in room.others if str(row.capacity) == "associate"]
    assert len(associates) == 2
    assert len(room.items) == 6
    assert demo.counts["case"] == 3


def test_start_screen_has_a_convened_session_ahead(district: Workspace) -> None:
    newest = district.ask(sessions.list_sessions)[0]
    assert newest.status is SessionStatus.CONVENED
    assert newest.starts_at > NOW


def test_papers_of_the_demo_stand_in_the_register(district: Workspace) -> None:
    kinds = sorted((row.kind, row.edition) for row in district.ask(list_papers))
    assert kinds == [("invitation", "full"), ("minutes", "full"), ("minutes", "public")]


def test_no_name_of_the_case_register_is_in_a_paper(district: Workspace, demo: DemoResult) -> None:
    names = [name for name in district.ask(register_names) if all(name.parts[::2])]
    assert names
    for kind in ("invitation", "minutes_public", "minutes_full"):
        pdf = demo.files[kind].read_bytes()
        for name in names:
            assert not says(pdf, f"{name.parts[0]} {name.parts[-1]}")


def test_folder_that_is_not_empty_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(InputRefused) as refused:
        make_demo(tmp_path, at=NOW)
    assert refused.value.code == "demo.not_empty"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_own_session_file_takes_the_place_of_those_of_the_demo(tmp_path: Path) -> None:
    data = json.loads(resources.read_text("demo", "session-6.json"))
    data["session"]["number"] = 11
    made = make_demo(tmp_path / "own", at=NOW, session_file=json.dumps(data).encode())
    assert made.counts["session"] == 1
    assert says(made.files["minutes_full"].read_bytes(), "№ 11")
