"""A backup opens, equals the store, is refused when altered, and old ones go."""

import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session as DbSession
from tests.support.stores import MADE_AT, StoreKit

from dcm_desktop.errors import StoreDamaged
from dcm_desktop.store import backup, keyslots, recovery_key
from dcm_desktop.store.slotfile import Keys, decode
from dcm_desktop.store.tables import Institution
from dcm_desktop.usecases.workspace import open_store_with_recovery

NAME = "Дирекция „Проба“ Кърджали"


def found_institution(db: DbSession, name: str, *, at: datetime) -> None:
    db.add(Institution(name=name))


@pytest.fixture
def made(district_kit: StoreKit, tmp_path: Path) -> tuple[Path, Keys]:
    """The backup that closing a changed store made, and its keys from the sheet."""
    workspace = district_kit.open(tmp_path / "district.dcm")
    workspace.do(found_institution, NAME, at=MADE_AT)
    workspace.close(at=MADE_AT)
    (path,) = (tmp_path / "district.dcm" / "backups").iterdir()
    with zipfile.ZipFile(path) as file:
        slots = decode(file.read("keys.json"))
    sheet = recovery_key.parse_key(district_kit.recovery_key)
    return path, keyslots.unlock(slots, "recovery", sheet)[0]


def test_closing_a_changed_store_makes_one_backup_that_equals_it(
    made: tuple[Path, Keys], district_kit: StoreKit, tmp_path: Path
) -> None:
    path, keys = made
    assert path.name == "okmd-KRZ-20261124-070000.okb"
    manifest = backup.extract(path, keys, tmp_path / "out.db")
    connection = backup.open_copy(tmp_path / "out.db", keys, manifest)
    names = connection.execute("SELECT name FROM institution").fetchall()
    audit_rows = connection.execute("SELECT count(*) FROM audit").fetchone()[0]
    faults = connection.execute("PRAGMA integrity_check").fetchall()
    connection.close()
    assert (names, faults) == ([(NAME,)], [("ok",)])
    assert audit_rows == manifest.audit_n


def test_a_backup_shows_nothing_and_has_another_key(made: tuple[Path, Keys]) -> None:
    path, keys = made
    data = path.read_bytes()
    assert b"SQLite format 3" not in data
    assert NAME.encode() not in data
    assert keys.bk != keys.dek
    assert path.stat().st_mode & 0o077 == 0


def test_nothing_but_the_backup_is_left_in_the_folder(made: tuple[Path, Keys]) -> None:
    assert [path.suffix for path in made[0].parent.iterdir()] == [".okb"]


def test_closing_an_unchanged_store_makes_no_backup(
    made: tuple[Path, Keys], district_kit: StoreKit, tmp_path: Path
) -> None:
    later = MADE_AT + timedelta(days=1)
    folder = tmp_path / "district.dcm"
    open_store_with_recovery(folder, district_kit.recovery_key, at=later).close(at=later)
    assert len(list((folder / "backups").iterdir())) == 1


def test_only_the_newest_backups_are_kept(district_kit: StoreKit, tmp_path: Path) -> None:
    folder = district_kit.copy(tmp_path / "district.dcm")
    for day in range(backup.KEPT + 3):
        at = MADE_AT + timedelta(days=day)
        workspace = open_store_with_recovery(folder, district_kit.recovery_key, at=at)
        workspace.do(found_institution, f"Институция {day}", at=at)
        workspace.close(at=at)
    names = [path.name for path in backup.list_backups(folder / "backups")]
    assert len(names) == backup.KEPT
    assert names[0] == "okmd-KRZ-20261210-070000.okb"


def test_an_altered_backup_is_refused(made: tuple[Path, Keys]) -> None:
    path, keys = made
    data = path.read_bytes()
    for at in range(0, len(data), len(data) // 97):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        try:
            manifest = backup.read_manifest(path, keys)
        except StoreDamaged:
            continue
        path.write_bytes(data)
        assert manifest == backup.read_manifest(path, keys)


@pytest.mark.parametrize("keep", [0, 10, 5000, -1])
def test_a_cut_backup_is_refused(made: tuple[Path, Keys], keep: int) -> None:
    path, keys = made
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(StoreDamaged):
        backup.read_manifest(path, keys)
