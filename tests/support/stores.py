"""Real encrypted stores for tests: made once per run, copied per test.

`store_folder` is a closed store, `workspace` an open one on a copy, `national` another level.
The passphrase costs the least that is allowed (0.2 s); copies are opened with the recovery key,
which costs nothing.
"""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.paths import state_dir
from dcm_desktop.store.slotfile import FLOOR
from dcm_desktop.usecases.workspace import (
    StoreSetup,
    Workspace,
    create_store,
    open_store_with_recovery,
)

PASSPHRASE = "Пет думи за проба 42"
MADE_AT = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)

DISTRICT = StoreSetup(
    StoreLevel.DISTRICT, "KRZ", user_name="Ивана Проба", cost=FLOOR, reserve_bytes=64 * 1024
)
NATIONAL = StoreSetup(
    StoreLevel.NATIONAL, user_name="Петя Проба", cost=FLOOR, reserve_bytes=64 * 1024
)


class StoreKit:
    """A store made once, and its copies."""

    def __init__(self, folder: Path, setup: StoreSetup) -> None:
        self.folder = folder
        created = create_store(folder, setup, PASSPHRASE, at=MADE_AT)
        self.recovery_key = created.recovery_key
        self.store_id = created.workspace.info.store_id
        created.workspace.close(at=MADE_AT, with_backup=False)

    def copy(self, to: Path) -> Path:
        """A closed copy at `to`; wrong tries at an earlier copy are forgotten."""
        shutil.rmtree(state_dir(self.store_id), ignore_errors=True)
        shutil.copytree(self.folder, to)
        return to

    def open(self, to: Path, *, at: datetime = MADE_AT) -> Workspace:
        """An open copy at `to`."""
        return open_store_with_recovery(self.copy(to), self.recovery_key, at=at)


@pytest.fixture(scope="session")
def district_kit(tmp_path_factory: pytest.TempPathFactory) -> StoreKit:
    """The district store of this run."""
    return StoreKit(tmp_path_factory.mktemp("kit") / "district.dcm", DISTRICT)


@pytest.fixture(scope="session")
def national_kit(tmp_path_factory: pytest.TempPathFactory) -> StoreKit:
    """The national store of this run."""
    return StoreKit(tmp_path_factory.mktemp("kit") / "national.dcm", NATIONAL)


@pytest.fixture
def store_folder(district_kit: StoreKit, tmp_path: Path) -> Path:
    """A closed district store of this test."""
    return district_kit.copy(tmp_path / "district.dcm")


@pytest.fixture
def workspace(district_kit: StoreKit, tmp_path: Path) -> Iterator[Workspace]:
    """An open district store of this test."""
    opened = district_kit.open(tmp_path / "district.dcm")
    yield opened
    opened.close(at=MADE_AT, with_backup=False)


@pytest.fixture
def national(national_kit: StoreKit, tmp_path: Path) -> Iterator[Workspace]:
    """An open national store of this test."""
    opened = national_kit.open(tmp_path / "national.dcm")
    yield opened
    opened.close(at=MADE_AT, with_backup=False)
