"""Stores and bundles of earlier versions: they open, are sound, hold what they held, are taken."""

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.demo import PASSPHRASE
from dcm_desktop.usecases.exchange import BundleResult, import_bundles, preview_import
from dcm_desktop.usecases.sessions.lists import list_sessions
from dcm_desktop.usecases.workspace import counts, open_store

GOLDEN = Path(__file__).parent / "golden"
VERSIONS = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())
AT = datetime(2026, 12, 18, 8, 0, tzinfo=UTC)
MOST_BYTES = 2_000_000


@pytest.fixture(params=VERSIONS)
def golden(request: pytest.FixtureRequest) -> Path:
    """The folder of one version."""
    return GOLDEN / str(request.param)


@pytest.fixture
def facts(golden: Path) -> dict[str, Any]:
    """What was in the stores when they were made."""
    data: dict[str, Any] = json.loads((golden / "facts.json").read_text(encoding="utf-8"))
    return data


@pytest.fixture(params=["district", "national"])
def name(request: pytest.FixtureRequest) -> str:
    """Each of the two stores."""
    return str(request.param)


@pytest.fixture
def national(golden: Path, tmp_path: Path) -> Iterator[Workspace]:
    """A copy of the golden store of the national team, open."""
    folder = Path(shutil.copytree(golden / "national.dcm", tmp_path / "national.dcm"))
    opened = open_store(folder, PASSPHRASE, at=AT)
    yield opened
    opened.close(at=AT, with_backup=False)


def test_a_golden_store_opens_is_sound_and_holds_what_it_held(
    golden: Path, facts: dict[str, Any], name: str, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(golden / f"{name}.dcm", tmp_path / "copy.dcm"))
    opened = open_store(folder, PASSPHRASE, at=AT)
    assert opened.check() == ()
    held, found = facts[name], opened.ask(counts)
    assert found["audit"] > held.pop("audit"), "that it was opened is noted"
    assert {kind: found[kind] for kind in held} == held
    assert opened.ask(list_sessions)
    opened.close(at=AT)


def test_a_golden_bundle_is_previewed_and_taken(golden: Path, national: Workspace) -> None:
    bundle = next(golden.glob("*.dcmb"))
    sessions = national.ask(counts)["session"]
    preview = preview_import(national, bundle)
    assert preview.result is BundleResult.WOULD_IMPORT
    (row,) = import_bundles(national, [bundle], at=AT)
    assert (row.result, row.error, row.conflicts) == (BundleResult.IMPORTED, None, 0)
    assert (row.new, row.changed) == (preview.new, preview.changed)
    assert national.ask(counts)["session"] == sessions + 1


def test_golden_files_stay_small_and_name_their_passphrase(golden: Path) -> None:
    for file in golden.rglob("*"):
        assert not file.is_file() or file.stat().st_size < MOST_BYTES, file
    assert PASSPHRASE in (golden / "README.md").read_text(encoding="utf-8")
