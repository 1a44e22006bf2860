"""Opening a store: each refusal has its own error and changes no byte of the folder."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2
from tests.support.stores import MADE_AT, PASSPHRASE, StoreKit

from dcm_desktop import labels
from dcm_desktop.errors import (
    DcmError,
    InputRefused,
    NotAStore,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreNewer,
    WrongPassphrase,
)
from dcm_desktop.paths import StoreFolder
from dcm_desktop.store import keyslots, recovery_key
from dcm_desktop.store.engine import connect, make_engine, make_sessions
from dcm_desktop.store.handle import attempts_file
from dcm_desktop.store.migrations import SCHEMA
from dcm_desktop.usecases.workspace import (
    Workspace,
    open_store,
    open_store_with_recovery,
    recover_store,
)


def bytes_of(folder: Path) -> dict[str, str]:
    """Hash of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@contextmanager
def unchanged(folder: Path) -> Iterator[None]:
    """Fail when the block changes, adds or removes a file."""
    before = bytes_of(folder)
    yield
    assert bytes_of(folder) == before


def raw_key(folder: Path, kit: StoreKit) -> bytes:
    """Key of the database, through the recovery sheet."""
    slots = keyslots.read(StoreFolder(folder))
    keys, _ = keyslots.unlock(slots, "recovery", recovery_key.parse_key(kit.recovery_key))
    return slots.raw_key(keys)


def refused(kind: type[DcmError], folder: Path, passphrase: str = PASSPHRASE) -> DcmError:
    """The error with which opening is refused; its sentence exists in both languages."""
    with unchanged(folder), pytest.raises(kind) as error:
        open_store(folder, passphrase, at=MADE_AT)
    assert labels.sentence(error.value, "bg")
    assert labels.sentence(error.value, "en")
    return error.value


def test_a_closed_store_has_only_its_files(store_folder: Path) -> None:
    names = sorted(path.name for path in store_folder.iterdir())
    assert names == [
        "backups", "keys.json", "keys.json.bak", "quarantine", "reserve.bin", "staging",
        "store.db", "store.lock",
    ]  # fmt: skip
    assert all(path.stat().st_mode & 0o077 == 0 for path in store_folder.rglob("*"))


def test_the_passphrase_opens(store_folder: Path) -> None:
    workspace = open_store(store_folder, PASSPHRASE, at=MADE_AT)
    assert workspace.info.district == "KRZ"
    workspace.close(at=MADE_AT)


def test_a_wrong_passphrase_is_said_and_changes_nothing(store_folder: Path) -> None:
    assert refused(WrongPassphrase, store_folder, "грешна").code == "store.wrong_passphrase"


def test_a_passphrase_of_the_same_letters_in_another_case_is_wrong(store_folder: Path) -> None:
    error = refused(WrongPassphrase, store_folder, PASSPHRASE.upper())
    assert error.code == "store.wrong_passphrase"


def test_a_damaged_first_page_is_not_called_a_wrong_passphrase(store_folder: Path) -> None:
    db = store_folder / "store.db"
    data = bytearray(db.read_bytes())
    data[100] ^= 1
    db.write_bytes(data)
    assert refused(StoreDamaged, store_folder).code == "store.damaged"


def test_a_truncated_store_is_said(store_folder: Path) -> None:
    db = store_folder / "store.db"
    db.write_bytes(db.read_bytes()[:5000])
    assert refused(StoreDamaged, store_folder).exit_code == 3


def test_a_missing_database_is_said(store_folder: Path) -> None:
    (store_folder / "store.db").unlink()
    assert refused(StoreDamaged, store_folder).code == "store.db_missing"


def test_a_plain_database_is_refused(store_folder: Path) -> None:
    db = store_folder / "store.db"
    db.unlink()
    plain = dbapi2.connect(str(db))
    plain.executescript("CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    plain.close()
    assert refused(StoreDamaged, store_folder).code == "store.not_encrypted"


def test_a_folder_without_a_store_is_said(tmp_path: Path) -> None:
    assert refused(NotAStore, tmp_path).code == "store.not_a_store"
    assert refused(NotAStore, tmp_path / "missing").code == "store.not_a_store"


def test_a_newer_store_is_refused_with_its_version(
    store_folder: Path, district_kit: StoreKit
) -> None:
    db = connect(store_folder / "store.db", raw_key(store_folder, district_kit))
    db.execute(f"PRAGMA user_version={SCHEMA + 7}")
    db.close()
    assert refused(StoreNewer, store_folder).facts["version"] == SCHEMA + 7


_NEWER_IN_LOG = """
import os, sys
from pathlib import Path
from dcm_desktop.store.engine import connect
db = connect(Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline().strip()))
db.execute("PRAGMA user_version=99")
os._exit(0)
"""


def test_a_newer_store_is_refused_also_when_that_stands_only_in_its_log(
    store_folder: Path, district_kit: StoreKit
) -> None:
    key = raw_key(store_folder, district_kit).hex()
    db = store_folder / "store.db"
    subprocess.run([sys.executable, "-c", _NEWER_IN_LOG, str(db)], input=key, text=True, check=True)
    before = db.read_bytes(), (store_folder / "store.db-wal").read_bytes()
    with pytest.raises(StoreNewer):
        open_store(store_folder, PASSPHRASE, at=MADE_AT)
    assert (db.read_bytes(), (store_folder / "store.db-wal").read_bytes()) == before


def test_an_open_store_is_busy_for_everybody_else(workspace: Workspace) -> None:
    folder = workspace.info.folder
    busy = refused(StoreBusy, folder)
    assert busy.code == "store.busy"
    assert busy.facts["since"] == MADE_AT
    assert str(busy.facts["host"]) in labels.sentence(busy)


_HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from dcm_desktop.usecases.workspace import open_store_with_recovery
at = datetime(2026, 11, 24, 8, tzinfo=UTC)
workspace = open_store_with_recovery(Path(sys.argv[1]), sys.argv[2], at=at)
print("open", flush=True)
sys.stdin.readline()
"""


def test_a_second_process_waits_until_the_first_one_dies(
    store_folder: Path, district_kit: StoreKit
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(store_folder), district_kit.recovery_key],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(StoreBusy) as busy:
            open_store(store_folder, PASSPHRASE, at=MADE_AT)
        assert busy.value.facts["pid"] == holder.pid
        holder.kill()
        holder.wait()
    open_store(store_folder, PASSPHRASE, at=MADE_AT).close(at=MADE_AT)


def test_the_recovery_sheet_opens(store_folder: Path, district_kit: StoreKit) -> None:
    key = district_kit.recovery_key.lower().replace("-", " ")
    workspace = open_store_with_recovery(store_folder, key, at=MADE_AT)
    assert workspace.info.district == "KRZ"
    workspace.close(at=MADE_AT)


def test_a_typing_error_in_the_sheet_names_its_group(
    store_folder: Path, district_kit: StoreKit
) -> None:
    symbol = "2" if district_kit.recovery_key[6] != "2" else "3"
    typed = district_kit.recovery_key[:6] + symbol + district_kit.recovery_key[7:]
    with unchanged(store_folder), pytest.raises(InputRefused) as error:
        open_store_with_recovery(store_folder, typed, at=MADE_AT)
    assert error.value.facts["group"] == 2


def test_recovery_sets_a_new_passphrase_and_the_old_one_opens_nothing(
    store_folder: Path, district_kit: StoreKit
) -> None:
    recover_store(store_folder, district_kit.recovery_key, "Нова парола", at=MADE_AT).close(
        at=MADE_AT
    )
    assert refused(WrongPassphrase, store_folder).code == "store.wrong_passphrase"
    open_store(store_folder, "Нова парола", at=MADE_AT).close(at=MADE_AT)
    open_store_with_recovery(store_folder, district_kit.recovery_key, at=MADE_AT).close(at=MADE_AT)


def test_a_new_sheet_makes_the_old_one_worthless(
    store_folder: Path, district_kit: StoreKit
) -> None:
    workspace = open_store(store_folder, PASSPHRASE, at=MADE_AT)
    sheet = workspace.new_recovery_sheet(at=MADE_AT)
    workspace.close(at=MADE_AT)
    with unchanged(store_folder), pytest.raises(WrongPassphrase):
        open_store_with_recovery(store_folder, district_kit.recovery_key, at=MADE_AT)
    open_store_with_recovery(store_folder, sheet, at=MADE_AT).close(at=MADE_AT)


def test_an_older_slot_file_beside_a_newer_store_is_refused(
    store_folder: Path, district_kit: StoreKit
) -> None:
    for name in ("keys.json", "keys.json.bak"):
        shutil.copy(store_folder / name, store_folder.parent / name)
    recover_store(store_folder, district_kit.recovery_key, "Нова парола", at=MADE_AT).close(
        at=MADE_AT
    )
    for name in ("keys.json", "keys.json.bak"):
        shutil.copy(store_folder.parent / name, store_folder / name)
    assert refused(StoreDamaged, store_folder).code == "store.slots_old"


def test_a_slot_file_newer_than_the_store_is_taken(
    store_folder: Path, district_kit: StoreKit
) -> None:
    # as after a crash between the file and the transaction that belongs to it
    folder = StoreFolder(store_folder)
    file = keyslots.read(folder)
    keys, _ = keyslots.unlock(file, "recovery", recovery_key.parse_key(district_kit.recovery_key))
    keyslots.write(folder, keyslots.without_slots(file, keys, frozenset()))
    open_store(store_folder, PASSPHRASE, at=MADE_AT).close(at=MADE_AT)
    keyslots.settle_copy(folder, file)
    assert refused(StoreDamaged, store_folder).code == "store.slots_old"


def test_a_damaged_slot_file_is_healed_from_its_copy(store_folder: Path) -> None:
    whole = (store_folder / "keys.json").read_bytes()
    for at in (10, len(whole) // 2, len(whole) - 40):
        broken = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        (store_folder / "keys.json").write_bytes(broken)
        open_store(store_folder, PASSPHRASE, at=MADE_AT).close(at=MADE_AT)
        assert (store_folder / "keys.json").read_bytes() == whole


def test_slots_damaged_twice_are_said(store_folder: Path) -> None:
    for name in ("keys.json", "keys.json.bak"):
        (store_folder / name).write_bytes(b"{}")
    assert refused(StoreDamaged, store_folder).code == "store.slots_damaged"


def test_wrong_tries_are_counted_and_said_after_the_next_unlock(store_folder: Path) -> None:
    for minute in range(3):
        with pytest.raises(WrongPassphrase):
            open_store(store_folder, "не", at=MADE_AT + timedelta(minutes=minute))
    workspace = open_store(store_folder, PASSPHRASE, at=MADE_AT + timedelta(hours=1))
    assert workspace.info.failed_tries == 3
    assert workspace.info.last_failed_at == MADE_AT + timedelta(minutes=2)
    workspace.close(at=MADE_AT)
    workspace = open_store(store_folder, PASSPHRASE, at=MADE_AT)
    assert workspace.info.failed_tries == 0
    workspace.close(at=MADE_AT)


def test_from_the_third_wrong_try_on_the_window_waits(store_folder: Path) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            open_store(store_folder, "не", at=MADE_AT, throttle=True)
    with pytest.raises(StoreError) as wait:
        open_store(store_folder, PASSPHRASE, at=MADE_AT, throttle=True)
    assert (wait.value.code, wait.value.facts["n"]) == ("store.wait", 2)
    later = MADE_AT + timedelta(seconds=2)
    with pytest.raises(WrongPassphrase):
        open_store(store_folder, "не", at=later, throttle=True)
    with pytest.raises(StoreError) as wait:
        open_store(store_folder, PASSPHRASE, at=later, throttle=True)
    assert wait.value.facts["n"] == 4
    workspace = open_store(store_folder, PASSPHRASE, at=later)
    workspace.close(at=later)
    assert not attempts_file(keyslots.read(StoreFolder(store_folder))).exists()


def test_the_engine_sets_every_pragma_on_every_connection(
    store_folder: Path, district_kit: StoreKit
) -> None:
    engine = make_engine(store_folder / "store.db", raw_key(store_folder, district_kit))
    expected = {
        "journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1,
        "temp_store": 2, "trusted_schema": 0, "cell_size_check": 1, "wal_autocheckpoint": 200,
    }  # fmt: skip
    with engine.connect() as one, engine.connect() as two:
        for connection in (one, two):
            for name, value in expected.items():
                assert connection.exec_driver_sql(f"PRAGMA {name}").scalar() == value
    engine.dispose()


def test_a_key_of_another_length_is_never_used(store_folder: Path) -> None:
    for count in (31, 32, 47, 49, 64):
        with pytest.raises(ValueError, match="48"):
            connect(store_folder / "store.db", bytes(count))


def test_errors_of_the_store_carry_no_values(store_folder: Path, district_kit: StoreKit) -> None:
    engine = make_engine(store_folder / "store.db", raw_key(store_folder, district_kit))
    with make_sessions(engine, writes=True)() as db, pytest.raises(Exception) as error:
        db.connection().exec_driver_sql("INSERT INTO person VALUES (?)", ("Иванка Тайнова",))
    assert "Тайнова" not in str(error.value) + repr(error.value)
    engine.dispose()
