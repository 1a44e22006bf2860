"""The slot file `keys.json`: the store's random data key wrapped once per way in.

A slot wraps `DEK ‖ BK` (data key, backup key) with a key from a passphrase or from the recovery
sheet. The header of a slot is bound to it, the file is MACed with a key derived from the DEK, and
its generation and hash are also a row of the store, so an older file is noticed. Nothing here
opens the database.
"""

import os
import time
from dataclasses import replace
from datetime import UTC, datetime

from dcm_desktop import crypto
from dcm_desktop.errors import NotAStore, StoreDamaged, StoreError, StoreNewer, WrongPassphrase
from dcm_desktop.paths import StoreFolder, write_private
from dcm_desktop.store.slotfile import (
    DEFAULT,
    FLOOR,
    MAX_BYTES,
    MIB,
    Cost,
    Keys,
    Kind,
    Slot,
    SlotFile,
    decode,
    slot_header,
)

_GIB_BYTES = 1024**3


def new_file() -> tuple[SlotFile, Keys]:
    """A slot file without slots and fresh keys for a new store."""
    keys = Keys(crypto.random_bytes(32), crypto.random_bytes(32))
    file = SlotFile(
        store_id=crypto.random_bytes(16).hex(),
        dek_id=crypto.random_bytes(8).hex(),
        db_salt=crypto.random_bytes(crypto.SALT_BYTES),
        gen=0,
        slots=(),
    )
    return file, keys


def _kek(slot: Slot, secret: bytes, store_id: str) -> bytes:
    if slot.cost is None:
        salt = bytes.fromhex(store_id) + slot.kdf_salt
        return crypto.hkdf(secret, salt=salt, info="okmd/recovery-kek/v1")
    cost = slot.cost
    try:
        return crypto.argon2id(
            secret,
            slot.kdf_salt,
            memory_kib=cost.memory_kib,
            passes=cost.passes,
            lanes=cost.lanes,
        )
    except crypto.NoMemoryError as error:
        raise StoreError("store.no_memory", mib=cost.memory_kib // MIB) from error


def with_slot(
    file: SlotFile,
    keys: Keys,
    kind: Kind,
    secret: bytes,
    *,
    user: str,
    role: str,
    at: datetime,
    cost: Cost | None = None,
) -> SlotFile:
    """The file with one more way in, one generation later.

    `secret`: passphrase bytes, or the 16 bytes of a recovery key (then `cost` is not used).
    """
    blank = Slot(
        id=crypto.random_bytes(8).hex(),
        kind=kind,
        user=user,
        role=role,
        created=at.astimezone(UTC).isoformat(timespec="seconds"),
        kdf_salt=crypto.random_bytes(crypto.SALT_BYTES),
        cost=(cost or DEFAULT) if kind == "passphrase" else None,
        nonce=crypto.random_bytes(crypto.NONCE_BYTES),
        sealed=b"",
    )
    kek = _kek(blank, secret, file.store_id)
    sealed = crypto.seal(kek, blank.nonce, keys.dek + keys.bk, aad=slot_header(file, blank))
    slots = (*file.slots, replace(blank, sealed=sealed))
    return replace(file, slots=slots, gen=file.gen + 1).signed(keys)


def without_slots(file: SlotFile, keys: Keys, slot_ids: frozenset[str]) -> SlotFile:
    """The file without these ways in, one generation later."""
    slots = tuple(slot for slot in file.slots if slot.id not in slot_ids)
    return replace(file, slots=slots, gen=file.gen + 1).signed(keys)


def unlock(file: SlotFile, kind: Kind, secret: bytes) -> tuple[Keys, Slot]:
    """Keys and the slot that this secret opens.

    Raises: WrongPassphrase when no slot opens; StoreDamaged when one does but the file's MAC is
    wrong.
    """
    for slot in file.slots_of(kind):
        kek = _kek(slot, secret, file.store_id)
        try:
            plain = crypto.unseal(kek, slot.nonce, slot.sealed, aad=slot_header(file, slot))
        except crypto.SealBrokenError:
            continue
        keys = Keys(plain[: crypto.KEY_BYTES], plain[crypto.KEY_BYTES :])
        if not file.is_signed(keys):
            raise StoreDamaged("store.slots_damaged")
        return keys, slot
    if kind == "recovery":
        raise WrongPassphrase("store.wrong_recovery_key", field="recovery_key")
    raise WrongPassphrase("store.wrong_passphrase", field="passphrase")


def read(folder: StoreFolder) -> SlotFile:
    """The slot file of a store; its copy when the file itself is missing or unreadable.

    Raises: NotAStore when there is none, StoreDamaged when neither can be read, StoreNewer.
    """
    try:
        return decode(_bytes_of(folder, copy=False))
    except (NotAStore, StoreDamaged, StoreNewer):
        if not folder.keys_copy.exists():
            raise
        return decode(_bytes_of(folder, copy=True))


def read_copy(folder: StoreFolder) -> SlotFile | None:
    """The second copy of the slot file, None when it is absent or unreadable."""
    try:
        return decode(_bytes_of(folder, copy=True))
    except (NotAStore, StoreDamaged, StoreNewer):
        return None


def _bytes_of(folder: StoreFolder, *, copy: bool) -> bytes:
    path = folder.keys_copy if copy else folder.keys
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAStore("store.not_a_store", field="folder") from error
    except PermissionError as error:
        raise StoreError("store.no_access", field="folder") from error
    if len(data) > MAX_BYTES:
        raise StoreDamaged("store.slots_damaged")
    return data


def write(folder: StoreFolder, file: SlotFile) -> None:
    """Replace the slot file: the old one becomes the copy first, so one of them is always whole."""
    if folder.keys.exists():
        write_private(folder.keys_copy, folder.keys.read_bytes())
    write_private(folder.keys, file.encoded())


def settle_copy(folder: StoreFolder, file: SlotFile) -> None:
    """Bring both files to this state, so that the copy keeps no way in that was removed."""
    data = file.encoded()
    for path in (folder.keys, folder.keys_copy):
        if not path.exists() or path.read_bytes() != data:
            write_private(path, data)


def calibrated_cost() -> Cost:
    """A cost that takes about 0.7 to 1.5 s on this machine, never below the floor.

    Source: RFC 9106, second recommended choice as the floor of memory; Decision: store design.
    """
    memory = 256 * MIB if _machine_memory() >= 8 * _GIB_BYTES else DEFAULT.memory_kib
    salt = crypto.random_bytes(crypto.SALT_BYTES)
    for candidate in (memory, DEFAULT.memory_kib, FLOOR.memory_kib):
        started = time.perf_counter()
        try:
            crypto.argon2id(b"calibration", salt, memory_kib=candidate, passes=3, lanes=4)
        except crypto.NoMemoryError:
            continue
        seconds = time.perf_counter() - started
        if seconds <= 1.5 or candidate == FLOOR.memory_kib:
            return Cost(candidate, min(10, max(3, round(0.7 / seconds * 3 + 0.49))))
    raise StoreError("store.no_memory", mib=FLOOR.memory_kib // MIB)


def _machine_memory() -> int:
    """Bytes of memory of the machine; 0 when the system does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 0
