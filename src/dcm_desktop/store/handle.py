"""A store that is open: its folder, lock, keys and engine; making the files and opening them.

No rows but `meta` are read or written here; what they mean is `usecases.workspace`.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session as DbSession
from sqlalchemy.orm import sessionmaker

from dcm_desktop import crypto
from dcm_desktop.errors import (
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreNewer,
    WrongPassphrase,
)
from dcm_desktop.paths import (
    StoreFolder,
    make_private_dir,
    refuse_unfit_place,
    state_dir,
    sync_dir,
    undo_dir,
    write_new_private,
)
from dcm_desktop.store import attempts, keyslots, meta
from dcm_desktop.store.engine import (
    APPLICATION_ID,
    StoreSession,
    checkpoint,
    connect,
    make_engine,
    make_sessions,
    peek,
)
from dcm_desktop.store.lock import StoreLock
from dcm_desktop.store.migrations import SCHEMA, migrate
from dcm_desktop.store.slotfile import Keys, Kind, Slot, SlotFile

RESERVE_BYTES = 32 * 1024 * 1024
_ROOMY_BYTES = 1024**3
_TIGHT_BYTES = 1024**2


@dataclass(slots=True)
class OpenStore:
    """Everything that an open store holds.

    `slot`: the way in that was used. `schema`: as found; the caller migrates an older one.
    """

    folder: StoreFolder
    lock: StoreLock
    slots: SlotFile
    keys: Keys = field(repr=False)
    slot: Slot
    engine: Engine
    writing: sessionmaker[StoreSession]
    reading: sessionmaker[StoreSession]
    failed: attempts.Attempts = field(default_factory=attempts.Attempts)
    schema: int = SCHEMA

    @property
    def raw_key(self) -> bytes:
        """Key and salt of the database."""
        return self.slots.raw_key(self.keys)

    def save_slots(self, db: DbSession, file: SlotFile) -> None:
        """Write a new slot file and its generation into the running transaction.

        The file goes first: if the transaction is lost, a newer file beside the store is taken.
        """
        keyslots.write(self.folder, file)
        remember_slots(db, file)
        self.slots = file

    def settle_slots(self) -> None:
        """After the commit: both copies of the slot file are the new one."""
        keyslots.settle_copy(self.folder, self.slots)

    def release_reserve(self) -> bool:
        """Give the reserve back to a full disk; whether there was any."""
        had = self.folder.reserve.exists()
        self.folder.reserve.unlink(missing_ok=True)
        return had

    def checkpoint(self) -> None:
        """Move the write-ahead log into the database file."""
        connection = connect(self.folder.db, self.raw_key)
        try:
            checkpoint(connection)
        finally:
            connection.close()

    def copy_to(self, root: Path, *, at: datetime) -> "OpenStore":
        """A copy of the files under the same key at a private place, open; an old one goes.

        The caller holds the lock of the workspace, so that nobody writes meanwhile. Raises:
        StoreError `store.disk_full`.
        """
        self.checkpoint()
        shutil.rmtree(root, ignore_errors=True)
        folder = StoreFolder(root)
        try:
            make_private_dir(root)
            for inner in (folder.staging, folder.quarantine, folder.backups):
                make_private_dir(inner)
            for name in (self.folder.db, self.folder.keys):
                write_new_private(root / name.name, name.read_bytes())
        except OSError as error:
            shutil.rmtree(root, ignore_errors=True)
            raise StoreError("store.disk_full") from error
        lock = StoreLock(folder.lock)
        lock.acquire()
        lock.describe(at=at)
        return _handle(folder, lock, self.slots, self.keys, self.slot)

    def close(self) -> None:
        """Close every connection and give the lock back."""
        self.engine.dispose()
        self.lock.release()


def remember_slots(db: DbSession, file: SlotFile) -> None:
    """Put generation and hash of the slot file into the store."""
    meta.put(db, meta.SLOTS_GEN, str(file.gen))
    meta.put(db, meta.SLOTS_SHA, crypto.sha256(file.encoded()).hex())


def _handle(
    folder: StoreFolder, lock: StoreLock, slots: SlotFile, keys: Keys, slot: Slot
) -> OpenStore:
    engine = make_engine(folder.db, slots.raw_key(keys))
    return OpenStore(
        folder=folder,
        lock=lock,
        slots=slots,
        keys=keys,
        slot=slot,
        engine=engine,
        writing=make_sessions(engine, writes=True),
        reading=make_sessions(engine, writes=False),
    )


@contextmanager
def making(
    root: Path, slots: SlotFile, keys: Keys, *, reserve_bytes: int, at: datetime
) -> Iterator[OpenStore]:
    """Make the files of a new store around the block that fills it; `keys.json` comes last.

    When the block fails the folder is as it was before. Raises: StoreError when the place is unfit
    or not empty.
    """
    folder = StoreFolder(root)
    try:
        refuse_unfit_place(root)
        existed = root.exists()
        if existed and (not root.is_dir() or any(root.iterdir())):
            raise StoreError("store.folder_not_empty", field="folder")
        make_private_dir(root)
    except OSError as error:
        raise StoreError("store.no_access", field="folder") from error
    lock = StoreLock(folder.lock)
    store: OpenStore | None = None
    try:
        lock.acquire()
        for inner in (folder.staging, folder.quarantine, folder.backups):
            make_private_dir(inner)
        _write_reserve(folder, reserve_bytes)
        write_new_private(folder.db, b"")
        store = _handle(folder, lock, slots, keys, slots.slots[0])
        migrate(store.engine, schema=0)
        yield store
        store.checkpoint()
        peek(folder.db, folder.wal, store.raw_key)
        keyslots.settle_copy(folder, store.slots)
        sync_dir(root)
        lock.describe(at=at)
    except BaseException:
        if store is not None:
            store.engine.dispose()
        lock.release()
        undo_dir(root, existed=existed)
        raise


def _write_reserve(folder: StoreFolder, size: int) -> None:
    """Bytes that occupy the disk; random, so that no file system can leave them out."""
    try:
        write_new_private(folder.reserve, crypto.random_bytes(size))
    except OSError as error:
        raise StoreError("store.disk_full") from error


def renew_reserve(folder: StoreFolder, size: int = RESERVE_BYTES) -> None:
    """Make the reserve again once the disk has room."""
    if not folder.reserve.exists() and shutil.disk_usage(folder.root).free > _ROOMY_BYTES:
        _write_reserve(folder, size)


def attempts_file(slots: SlotFile) -> Path:
    """Where the wrong tries of a store are kept."""
    return state_dir(slots.store_id) / "attempts.json"


def open_folder(
    root: Path, kind: Kind, secret: bytes, *, at: datetime, throttle: bool = False
) -> OpenStore:
    """Open a store with a passphrase or a recovery key; a refusal changes no byte of it.

    `throttle`: refuse while the pause after wrong tries lasts (the window does; scripts do not).
    Raises: NotAStore, StoreBusy, WrongPassphrase, StoreDamaged, StoreNewer, StoreError.
    """
    folder = StoreFolder(root)
    try:
        is_store = folder.keys.exists() or folder.keys_copy.exists()
    except OSError as error:
        raise StoreError("store.no_access", field="folder") from error
    if not is_store:
        raise NotAStore("store.not_a_store", field="folder")
    lock = StoreLock(folder.lock)
    lock.acquire()
    try:
        slots, keys, slot, failed = _unlock(folder, kind, secret, at=at, throttle=throttle)
        header = peek(folder.db, folder.wal, slots.raw_key(keys))
        _check_header(header.application_id, header.schema, header.slots_gen, slots)
        store = _handle(folder, lock, slots, keys, slot)
        store.failed, store.schema = failed, header.schema
        try:
            for inner in (folder.staging, folder.quarantine, folder.backups):
                make_private_dir(inner)  # a copied store may come without its empty folders
            if shutil.disk_usage(root).free < _TIGHT_BYTES:
                store.release_reserve()
            _settle_generation(store)
            store.settle_slots()
            lock.describe(at=at)
        except BaseException:
            store.engine.dispose()
            raise
    except OSError as error:
        lock.release()
        raise StoreError("store.no_access", field="folder") from error
    except BaseException:
        lock.release()
        raise
    attempts.clear(attempts_file(slots))
    return store


def _unlock(
    folder: StoreFolder, kind: Kind, secret: bytes, *, at: datetime, throttle: bool
) -> tuple[SlotFile, Keys, Slot, attempts.Attempts]:
    slots = keyslots.read(folder)
    tries_file = attempts_file(slots)
    failed = attempts.read(tries_file)
    if throttle and (wait := failed.wait_seconds(at)):
        raise StoreError("store.wait", field="passphrase", n=wait)
    try:
        keys, slot = keyslots.unlock(slots, kind, secret)
    except (WrongPassphrase, StoreDamaged):
        other = keyslots.read_copy(folder)
        if other is None or other == slots:
            attempts.add(tries_file, at=at)
            raise
        try:
            keys, slot = keyslots.unlock(other, kind, secret)
        except WrongPassphrase:
            attempts.add(tries_file, at=at)
            raise
        slots = other
    return slots, keys, slot, failed


def _check_header(application: int, schema: int, slots_gen: int, slots: SlotFile) -> None:
    if application != APPLICATION_ID:
        raise StoreDamaged("store.damaged")
    if schema > SCHEMA:
        raise StoreNewer("store.newer", version=schema)
    if slots.gen < slots_gen:
        raise StoreDamaged("store.slots_old")


def _settle_generation(store: OpenStore) -> None:
    """Take a slot file that is newer than the store knows: its transaction was lost in a crash."""
    with store.reading() as db:
        known = int(meta.get(db, meta.SLOTS_GEN, "0"))
    if known != store.slots.gen:
        with store.writing() as db, db.begin():
            remember_slots(db, store.slots)
