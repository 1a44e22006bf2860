"""A write-ahead log that was cut or spoilt: the store opens at the last whole act."""

import os
import shutil
from pathlib import Path

import pytest
from tests.support.stores import MADE_AT, StoreKit

from dcm_desktop.usecases.drafts import save_draft
from dcm_desktop.usecases.workspace import open_store_with_recovery


@pytest.mark.parametrize("keep", [0.0, 0.001, 0.3, 0.5, 0.9, 0.999])
def test_a_cut_log_opens_at_the_last_whole_act(
    district_kit: StoreKit, tmp_path: Path, keep: float
) -> None:
    living = district_kit.open(tmp_path / "living.dcm")
    try:
        for n in range(20):
            living.jot(save_draft, "room", f"field-{n}", f"текст {n}", at=MADE_AT)
        torn = Path(shutil.copytree(living.info.folder, tmp_path / "torn.dcm"))
    finally:
        living.close(at=MADE_AT, with_backup=False)
    log = torn / "store.db-wal"
    assert log.stat().st_size > 0
    os.truncate(log, int(log.stat().st_size * keep))
    opened = open_store_with_recovery(torn, district_kit.recovery_key, at=MADE_AT)
    try:
        assert not opened.check()
    finally:
        opened.close(at=MADE_AT, with_backup=False)
