"""What was acknowledged stays: killed writers, a full disk; and nothing is readable on disk."""

import os
import random
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession
from tests.support.disk import fill_disk, free_disk
from tests.support.stores import MADE_AT, StoreKit

from dcm_desktop.errors import StoreError
from dcm_desktop.store.tables import Institution
from dcm_desktop.usecases.drafts import save_draft
from dcm_desktop.usecases.workspace import Workspace, counts, open_store_with_recovery

KILLS = 4
SECRET = "Тайнослава Невиждана"

_WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from dcm_desktop.store.tables import Institution
from dcm_desktop.usecases.drafts import save_draft
from dcm_desktop.usecases.workspace import open_store_with_recovery

def found(db, name, *, at):
    for part in range(5):
        db.add(Institution(name=f"{name}/{part}"))

at = datetime(2026, 11, 24, 8, tzinfo=UTC)
workspace = open_store_with_recovery(Path(sys.argv[1]), sys.argv[2], at=at)
for number in range(int(sys.argv[3]), 10**6):
    workspace.do(found, str(number), at=at)
    workspace.jot(save_draft, "r", "f", str(number), at=at)
    print(number, flush=True)
"""


def names(db: DbSession) -> set[str]:
    return set(db.scalars(select(Institution.name)))


def test_killed_writers_lose_no_acknowledged_act(
    store_folder: Path, district_kit: StoreKit
) -> None:
    seed = random.Random(3)  # noqa: S311 - the moments of the kills, the same each time
    acknowledged = 0
    for _ in range(KILLS):
        with subprocess.Popen(
            [
                sys.executable, "-c", _WRITER, str(store_folder), district_kit.recovery_key,
                str(acknowledged),
            ],
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:  # fmt: skip
            assert writer.stdout
            for _ in range(seed.randint(1, 12)):
                acknowledged = int(writer.stdout.readline()) + 1
            writer.kill()
            acknowledged += len(writer.stdout.read().split("\n")[:-1])
            writer.wait()
        workspace = open_store_with_recovery(store_folder, district_kit.recovery_key, at=MADE_AT)
        kept = workspace.ask(names)
        assert {f"{n}/{part}" for n in range(acknowledged) for part in range(5)} <= kept
        assert len(kept) % 5 == 0, "an act is whole or not there"
        assert workspace.check() == ()
        workspace.close(at=MADE_AT, with_backup=False)
        acknowledged = len(kept) // 5


def found_institutions(db: DbSession, count: int, *, at: datetime) -> None:
    for number in range(count):
        db.add(Institution(name=f"{SECRET} {number}", address=SECRET * 20))


def test_a_full_disk_refuses_with_a_sentence_and_loses_nothing(workspace: Workspace) -> None:
    workspace.do(found_institutions, 3, at=MADE_AT)
    before = workspace.ask(counts)
    fill_disk(workspace, pages=1)
    with pytest.raises(StoreError) as full:
        workspace.do(found_institutions, 500, at=MADE_AT)
    assert full.value.code == "store.disk_full"
    assert not (workspace.info.folder / "reserve.bin").exists(), "the reserve was tried"
    assert workspace.ask(counts) == before
    free_disk(workspace)
    workspace.do(found_institutions, 500, at=MADE_AT)
    assert workspace.ask(counts)["institution"] == 503


def planted(text: str) -> list[bytes]:
    """A name as it could lie on disk."""
    forms = (text, text.lower(), text.upper(), *text.split())
    return [form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "cp1251")]


def test_no_file_of_the_store_or_the_program_holds_a_readable_name(
    district_kit: StoreKit, tmp_path: Path, user_home: Path
) -> None:
    workspace = district_kit.open(tmp_path / "x.dcm")
    workspace.do(found_institutions, 200, at=MADE_AT)
    workspace.jot(save_draft, "r", "f", SECRET, at=MADE_AT)
    searched = [(tmp_path / "x.dcm" / "store.db-wal").stat().st_size > 0]
    hits = find_planted([tmp_path, user_home])
    workspace.close(at=MADE_AT + timedelta(hours=1))
    hits += find_planted([tmp_path, user_home])
    assert searched == [True]
    assert hits == []


def find_planted(folders: list[Path]) -> list[str]:
    """Files below the folders in which the secret can be read, or a plain database."""
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            data = path.read_bytes() if path.is_file() else os.fsencode(path.name)
            if any(form in data for form in planted(SECRET)) or b"SQLite format 3" in data:
                found.append(str(path))
    return found
