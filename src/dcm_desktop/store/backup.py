"""Backups of an open store: copied page by page under another key, verified by opening, rotated.

An `.okb` is an uncompressed ZIP of `manifest.json` (MACed with the backup key), `keys.json` and
`store.db` (keyed with the backup key and its own salt). Never a copy of the live file: that would
miss what is still in the log.
"""

import hashlib
import json
import os
import shutil
import zipfile
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from sqlcipher3 import dbapi2

from dcm_desktop import crypto
from dcm_desktop.errors import StoreDamaged, StoreError
from dcm_desktop.paths import replace, write_new_private
from dcm_desktop.store import audit
from dcm_desktop.store.engine import checkpoint, connect, connect_copy, driver_errors
from dcm_desktop.store.handle import OpenStore
from dcm_desktop.store.slotfile import Keys

FORMAT, VERSION = "okmd-backup", 1
KEPT = 14
_QUIET_ACTS = ("store.unlocked", "store.locked", "store.unlock_failed", "store.backup_made")
_SPARE_BYTES = 64 * 1024 * 1024
_MAX_MANIFEST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself."""

    store_id: str
    at: str
    db_salt: str
    schema: int
    audit_epoch: int
    audit_n: int
    audit_head: str
    size: int
    sha256: str


def is_changed(store: OpenStore, backed_up_n: int) -> bool:
    """Whether anything but unlocking and locking happened after audit row `backed_up_n`."""
    marks = ", ".join("?" * len(_QUIET_ACTS))
    with driver_errors():
        connection = connect(store.folder.db, store.raw_key)
        try:
            found = connection.execute(
                f"SELECT 1 FROM audit WHERE n > ? AND act NOT IN ({marks}) LIMIT 1",  # noqa: S608 - only marks
                (backed_up_n, *_QUIET_ACTS),
            ).fetchone()
        finally:
            connection.close()
    return found is not None


def make(store: OpenStore, *, name: str, at: datetime) -> Manifest:
    """Make one backup in the store's `backups`, verify it by opening it, and rotate the old ones.

    `name`: district letters for the file name. Raises: StoreError when the disk has no room or
    the folder cannot be written, StoreDamaged when the copy does not hold what the store holds.
    """
    try:
        return _make(store, name=name, at=at)
    except OSError as error:
        raise StoreError("store.backup_unwritable") from error


def _make(store: OpenStore, *, name: str, at: datetime) -> Manifest:
    folder = store.folder
    size = folder.db.stat().st_size
    if shutil.disk_usage(folder.root).free < 2.2 * size + _SPARE_BYTES:
        raise StoreError("store.no_room_for_backup")
    stamp = at.astimezone(UTC).strftime("%Y%m%d-%H%M%S")
    target = _free_name(folder.backups, f"okmd-{name}-{stamp}")
    copy = target.with_suffix(".db.tmp")
    packed = target.with_suffix(".okb.tmp")
    salt = crypto.random_bytes(crypto.SALT_BYTES)
    try:
        head, schema = _copy(store, copy, store.keys.bk + salt)
        with copy.open("rb") as data:
            data_hash = _digest(data)
        manifest = Manifest(
            store_id=store.slots.store_id,
            at=at.astimezone(UTC).isoformat(timespec="seconds"),
            db_salt=salt.hex(),
            schema=schema,
            audit_epoch=head.epoch,
            audit_n=head.n,
            audit_head=head.h.hex(),
            size=copy.stat().st_size,
            sha256=data_hash,
        )
        _check_copy(copy, store.keys.bk + salt, manifest)
        _pack(packed, copy, store, manifest)
        replace(packed, target)
    finally:
        copy.unlink(missing_ok=True)
        packed.unlink(missing_ok=True)
    _prune(folder.backups)
    return manifest


def _free_name(folder: Path, stem: str) -> Path:
    target, count = folder / f"{stem}.okb", 1
    while target.exists():
        count += 1
        target = folder / f"{stem}-{count}.okb"
    return target


def _copy(store: OpenStore, copy: Path, raw_key: bytes) -> tuple[audit.Head, int]:
    write_new_private(copy, b"")
    with driver_errors():
        source = connect(store.folder.db, store.raw_key)
        try:
            checkpoint(source)
            source.execute("BEGIN")
            head = audit.head(source)
            schema = int(source.execute("PRAGMA user_version").fetchone()[0])
            source.execute("COMMIT")
            target = connect_copy(copy, raw_key)
            try:
                source.backup(target, pages=256)
                target.execute("PRAGMA journal_mode=DELETE").fetchall()
                head = audit.head(target)
            finally:
                target.close()
        finally:
            source.close()
    return head, schema


def _check_copy(copy: Path, raw_key: bytes, manifest: Manifest) -> None:
    """Open the copy afresh and read every page of it."""
    with driver_errors():
        connection = connect_copy(copy, raw_key)
        try:
            damaged = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            quick = connection.execute("PRAGMA quick_check").fetchone()[0]
            head = audit.head(connection)
            broken = audit.first_broken(connection)
        finally:
            connection.close()
    if damaged or quick != "ok" or broken or head.h.hex() != manifest.audit_head:
        raise StoreDamaged("store.backup_unsound")


def _pack(packed: Path, copy: Path, store: OpenStore, manifest: Manifest) -> None:
    body = {"format": FORMAT, "v": VERSION, **asdict(manifest)}
    signed = body | {"mac": _mac(store.keys, body).hex()}
    write_new_private(packed, b"")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        file.writestr("manifest.json", _canonical(signed))
        file.writestr("keys.json", store.slots.encoded())
        file.write(copy, "store.db")
    with packed.open("rb+") as written:
        os.fsync(written.fileno())
    if read_manifest(packed, store.keys) != manifest:
        raise StoreDamaged("store.backup_unsound")


def read_manifest(path: Path, keys: Keys) -> Manifest:
    """The manifest of a backup after its MAC and the hash of its database were verified.

    Raises: StoreDamaged when anything of it was altered.
    """
    try:
        with zipfile.ZipFile(path) as file:
            if file.getinfo("manifest.json").file_size > _MAX_MANIFEST_BYTES:
                raise StoreDamaged("store.backup_unsound")
            body = json.loads(file.read("manifest.json"))
            mac = bytes.fromhex(body.pop("mac"))
            with file.open("store.db") as data:
                found = _digest(data)
        if body.pop("format") != FORMAT or body.pop("v") != VERSION:
            raise StoreDamaged("store.backup_unsound")
        manifest = Manifest(**body)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise StoreDamaged("store.backup_unsound") from error
    signed = {"format": FORMAT, "v": VERSION, **asdict(manifest)}
    if not crypto.is_same(_mac(keys, signed), mac) or found != manifest.sha256:
        raise StoreDamaged("store.backup_unsound")
    return manifest


def extract(path: Path, keys: Keys, target: Path) -> Manifest:
    """Write the database of a verified backup to `target`, still under the backup key."""
    manifest = read_manifest(path, keys)
    write_new_private(target, b"")
    with zipfile.ZipFile(path) as file, file.open("store.db") as data, target.open("wb") as out:
        shutil.copyfileobj(data, out, 1 << 20)
    return manifest


def open_copy(path: Path, keys: Keys, manifest: Manifest) -> dbapi2.Connection:
    """A connection on the database taken out of a backup."""
    return connect_copy(path, keys.bk + bytes.fromhex(manifest.db_salt))


def list_backups(folder: Path) -> list[Path]:
    """Backups, newest first (their names carry the time)."""
    return sorted(folder.glob("*.okb"), key=lambda path: path.name, reverse=True)


def _prune(folder: Path) -> None:
    for old in list_backups(folder)[KEPT:]:
        old.unlink()


def _digest(data: IO[bytes]) -> str:
    """SHA-256 of a stream of any size."""
    digest = hashlib.sha256()
    while piece := data.read(1 << 20):
        digest.update(piece)
    return digest.hexdigest()


def _mac(keys: Keys, body: dict[str, Any]) -> bytes:
    return crypto.mac(keys.bk, _canonical(body))


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()
