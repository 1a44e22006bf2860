"""A check of an open store finds damaged pages and broken links, and nothing in a sound store."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session as DbSession
from tests.support.stores import MADE_AT, StoreKit

from dcm_desktop import labels
from dcm_desktop.errors import StoreDamaged
from dcm_desktop.store.engine import driver_connection
from dcm_desktop.store.tables import Institution
from dcm_desktop.usecases.workspace import Workspace, open_store_with_recovery

PAGE = 4096


def found_institutions(db: DbSession, *, at: datetime) -> None:
    for number in range(300):
        db.add(Institution(name=f"Институция {number}"))


@pytest.fixture
def filled(district_kit: StoreKit, tmp_path: Path) -> Path:
    """A closed store with some pages of records."""
    workspace = district_kit.open(tmp_path / "x.dcm")
    workspace.do(found_institutions, at=MADE_AT)
    workspace.close(at=MADE_AT, with_backup=False)
    return tmp_path / "x.dcm"


def test_a_sound_store_has_no_findings(workspace: Workspace) -> None:
    assert workspace.check() == ()


def test_a_flipped_bit_in_any_page_is_found(filled: Path, district_kit: StoreKit) -> None:
    whole = (filled / "store.db").read_bytes()
    pages = len(whole) // PAGE
    said: list[str] = []
    for page in range(1, pages, pages // 12):
        at = page * PAGE + 1000
        (filled / "store.db").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            workspace = open_store_with_recovery(filled, district_kit.recovery_key, at=MADE_AT)
        except StoreDamaged as damaged:
            said.append(damaged.code)
            continue
        findings = workspace.check()
        said += [found.code for found in findings[:1]] or ["nothing"]
        assert all(labels.sentence(found) for found in findings)
        with suppress(StoreDamaged):
            workspace.close(at=MADE_AT, with_backup=False)
    assert set(said) <= {"store.damaged", "check.pages"}
    assert "check.pages" in said


def test_a_record_that_points_to_nothing_is_named_by_its_table(workspace: Workspace) -> None:
    def lose_parent(db: DbSession) -> None:
        driver = driver_connection(db)
        driver.execute("COMMIT")
        driver.execute("PRAGMA foreign_keys=OFF")
        driver.execute(
            "INSERT INTO vote(id, home, created_by, updated_by, rev, deleted, item_id)"
            " VALUES ('v', '', '', '', 1, 0, 'gone')"
        )
        driver.execute("PRAGMA foreign_keys=ON")
        driver.execute("BEGIN")

    workspace.jot(lose_parent)
    findings = workspace.check()
    assert [(found.code, found.facts) for found in findings] == [
        ("check.links", {"table": "vote", "n": 1})
    ]
    assert labels.sentence(findings[0])
