"""What stands in `keys.json`: its classes, its canonical bytes, and the limits on reading it.

Bytes in, bytes out; nothing is derived or unwrapped here.
"""

import base64
import binascii
import json
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from dcm_desktop import crypto
from dcm_desktop.errors import StoreDamaged, StoreNewer

FORMAT, VERSION = "okmd-keys", 1
MAX_BYTES = 64 * 1024
MAX_SLOTS = 16
MIB = 1024
"""In KiB."""

Kind = Literal["passphrase", "recovery"]


@dataclass(frozen=True, slots=True)
class Cost:
    """Cost of one guess of a passphrase (Argon2id): memory in KiB, passes, lanes."""

    memory_kib: int
    passes: int
    lanes: int = 4

    def is_allowed(self) -> bool:
        """Whether the cost is neither weaker than the floor nor so dear that it is an attack."""
        return (
            64 * MIB <= self.memory_kib <= 1024 * MIB
            and 1 <= self.passes <= 10
            and 1 <= self.lanes <= 8
            and self.memory_kib * self.passes >= 192 * MIB
        )


FLOOR = Cost(64 * MIB, 3)
DEFAULT = Cost(128 * MIB, 3)


@dataclass(frozen=True, slots=True)
class Keys:
    """What every slot opens: the data key and the key of backups."""

    dek: bytes = field(repr=False)
    bk: bytes = field(repr=False)

    def derived(self, store_id: str, use: str) -> bytes:
        """A key for one use, bound to the store."""
        return crypto.hkdf(self.dek, salt=bytes.fromhex(store_id), info=f"okmd/{use}/v1")


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. `user` is a random id; the name is inside the store."""

    id: str
    kind: Kind
    user: str
    role: str
    created: str
    kdf_salt: bytes
    cost: Cost | None
    nonce: bytes
    sealed: bytes = field(repr=False)

    def kdf(self) -> dict[str, object]:
        """Parameters of the key derivation, as in the file."""
        salt = self.kdf_salt.hex()
        if self.cost is None:
            return {"alg": "hkdf-sha256", "salt": salt}
        cost = self.cost
        return {
            "alg": "argon2id", "v": 19, "m": cost.memory_kib, "t": cost.passes, "p": cost.lanes,
            "salt": salt,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class SlotFile:
    """The slot file as read or as it will be written."""

    store_id: str
    dek_id: str
    db_salt: bytes
    gen: int
    slots: tuple[Slot, ...]
    mac: bytes = b""

    def slots_of(self, kind: Kind) -> tuple[Slot, ...]:
        """Slots of one kind."""
        return tuple(slot for slot in self.slots if slot.kind == kind)

    def raw_key(self, keys: Keys) -> bytes:
        """48 bytes for the cipher: data key and salt of the database."""
        return keys.dek + self.db_salt

    def encoded(self) -> bytes:
        """The bytes of the file."""
        return _canonical(_body(self) | {"mac": base64.b64encode(self.mac).decode()})

    def signed(self, keys: Keys) -> "SlotFile":
        """The same file with its MAC."""
        key = keys.derived(self.store_id, "slots-mac")
        return replace(self, mac=crypto.mac(key, _canonical(_body(self))))

    def is_signed(self, keys: Keys) -> bool:
        """Whether the MAC is right: no slot added, removed, re-ordered or changed."""
        return crypto.is_same(self.signed(keys).mac, self.mac)


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _slot_body(slot: Slot) -> dict[str, object]:
    return {
        "id": slot.id, "kind": slot.kind, "user": slot.user, "role": slot.role,
        "created": slot.created, "kdf": slot.kdf(),
        "n": base64.b64encode(slot.nonce).decode(), "ct": base64.b64encode(slot.sealed).decode(),
    }  # fmt: skip


def _body(file: SlotFile) -> dict[str, object]:
    return {
        "format": FORMAT, "v": VERSION, "store_id": file.store_id, "dek_id": file.dek_id,
        "db_salt": file.db_salt.hex(), "gen": file.gen, "pending": None,
        "slots": [_slot_body(slot) for slot in file.slots],
    }  # fmt: skip


def slot_header(file: SlotFile, slot: Slot) -> bytes:
    """What is bound to a slot: role, user and cost cannot be edited."""
    return _canonical(
        {
            "format": FORMAT,
            "v": VERSION,
            "store_id": file.store_id,
            "dek_id": file.dek_id,
            "id": slot.id,
            "kind": slot.kind,
            "user": slot.user,
            "role": slot.role,
            "kdf": slot.kdf(),
        }
    )


def decode(data: bytes) -> SlotFile:
    """A slot file from its bytes, within all limits, before any key is derived.

    Raises: StoreDamaged; StoreNewer when its version is higher than ours.
    """
    try:
        top = json.loads(data.decode("ascii"), object_pairs_hook=_no_twins)
        if isinstance(top, dict) and top.get("format") == FORMAT:
            version = top.get("v")
            if isinstance(version, int) and version > VERSION and _is_canonical(data, top):
                raise StoreNewer("store.newer", version=version)
        file = _file(top)
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error) as error:
        raise StoreDamaged("store.slots_damaged") from error
    if file.encoded() != data:
        raise StoreDamaged("store.slots_damaged")
    return file


def _is_canonical(data: bytes, value: object) -> bool:
    return _canonical(value) == data


def _no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a key twice")
    return made


def _file(top: dict[str, Any]) -> SlotFile:
    wanted = {"format", "v", "store_id", "dek_id", "db_salt", "gen", "pending", "slots", "mac"}
    if set(top) != wanted or top["format"] != FORMAT or top["v"] != VERSION:
        raise ValueError("unknown form")
    if top["pending"] is not None or type(top["gen"]) is not int or top["gen"] < 0:
        raise ValueError("generation")
    slots = top["slots"]
    if not isinstance(slots, list) or not 1 <= len(slots) <= MAX_SLOTS:
        raise ValueError("number of slots")
    return SlotFile(
        store_id=_hex(top["store_id"], 16).hex(),
        dek_id=_hex(top["dek_id"], 8).hex(),
        db_salt=_hex(top["db_salt"], crypto.SALT_BYTES),
        gen=top["gen"],
        slots=tuple(_slot(slot) for slot in slots),
        mac=_base64(top["mac"], 32),
    )


def _slot(raw: dict[str, Any]) -> Slot:
    if set(raw) != {"id", "kind", "user", "role", "created", "kdf", "n", "ct"}:
        raise ValueError("unknown form")
    kind = raw["kind"]
    if kind not in ("passphrase", "recovery"):
        raise ValueError("kind of slot")
    salt, cost = _kdf(kind, raw["kdf"])
    sealed_bytes = 2 * crypto.KEY_BYTES + 16
    return Slot(
        id=_hex(raw["id"], 8).hex(),
        kind=kind,
        user=_text(raw["user"]),
        role=_text(raw["role"]),
        created=_text(raw["created"]),
        kdf_salt=salt,
        cost=cost,
        nonce=_base64(raw["n"], crypto.NONCE_BYTES),
        sealed=_base64(raw["ct"], sealed_bytes),
    )


def _kdf(kind: str, raw: dict[str, Any]) -> tuple[bytes, Cost | None]:
    salt = _hex(raw["salt"], crypto.SALT_BYTES)
    if kind == "recovery":
        if raw != {"alg": "hkdf-sha256", "salt": raw["salt"]}:
            raise ValueError("derivation")
        return salt, None
    if set(raw) != {"alg", "v", "m", "t", "p", "salt"} or raw["alg"] != "argon2id":
        raise ValueError("derivation")
    numbers = (raw["v"], raw["m"], raw["t"], raw["p"])
    if any(type(number) is not int for number in numbers) or raw["v"] != 19:
        raise ValueError("derivation")
    cost = Cost(raw["m"], raw["t"], raw["p"])
    if not cost.is_allowed():
        raise ValueError("cost out of bounds")
    return salt, cost


def _hex(value: str, count: int) -> bytes:
    data = bytes.fromhex(value)
    if len(data) != count or data.hex() != value:
        raise ValueError("length")
    return data


def _base64(value: str, count: int) -> bytes:
    data = base64.b64decode(value, validate=True)
    if len(data) != count:
        raise ValueError("length")
    return data


def _text(value: str) -> str:
    if not isinstance(value, str) or len(value) > 64:
        raise ValueError("text")
    return value
