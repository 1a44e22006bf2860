"""The manifest of a bundle: closed fields, exact types, canonical JSON."""

import re
from typing import Any, cast

import msgspec

from dcm_desktop.errors import BundleRefused
from dcm_desktop.sync.checks import MAX_INT, is_clean

FORMAT = 1
SCHEMA = (1, 1)
"""Least schema that may read what this program writes, and the one it was made with."""
KIND_FULL, KIND_RECEIPT = "full", "receipt"
LEVEL = "pseudonymised"
PSEUDONYMISED = 1
"""Number of that level in the tables `held`, `peer` and `exchange`."""
GROUND = "gdpr-6-1-e"
PURPOSE = "national-coordination"
MAX_MANIFEST = 1 << 20
MAX_PARTS = 8
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_REPLICA = re.compile(r"[a-z0-9-]{3,60}")
_HASH = re.compile(r"[0-9a-f]{64}")


class Sender(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who made the bundle. `epoch` counts the lives of the store, from 1."""

    district: str
    store: str
    device: str
    epoch: int


class Chain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Chain hashes of the changes at both ends of the range, by replica index."""

    since: dict[str, str]
    upto: dict[str, str]


class Receipt(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the sender holds of the addressee.

    `held`: replica index → seq; `refused`: pairs of bundle and reason code.
    """

    life: str
    held: dict[str, int]
    accepted: list[str]
    refused: list[list[str]]


class AuditHead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """End of the sender's audit chain."""

    epoch: int
    n: int
    head: str


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One zstd frame: its packed and its real size, SHA-256 of its content, its lines."""

    name: str
    packed: int
    size: int
    sha256: str
    lines: int


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is signed. Indexes are places in `replicas`, as decimal text."""

    format: int
    bundle: str
    number: int
    kind: str
    part_of: list[int]
    sender: Sender = msgspec.field(name="from")
    to: list[str]
    level: str
    ground: str
    purpose: str
    replicas: list[str]
    since: dict[str, int]
    upto: dict[str, int]
    chain: Chain
    receipt: Receipt | None
    schema: list[int]
    audit: AuditHead
    parts: list[Part]

    def vector(self, which: dict[str, int]) -> dict[str, int]:
        """`since`, `upto` or `receipt.held` by replica id."""
        return {self.replicas[int(index)]: seq for index, seq in which.items()}

    def chain_upto(self) -> dict[str, bytes]:
        """Chain hash at the end of the range by replica id."""
        return {self.replicas[int(i)]: bytes.fromhex(h) for i, h in self.chain.upto.items()}


_encode = msgspec.json.Encoder(order="sorted").encode
_decode = msgspec.json.Decoder(Manifest).decode


def write_manifest(manifest: Manifest) -> bytes:
    """Canonical JSON: sorted keys, no spaces, UTF-8."""
    return _encode(manifest)


def read_manifest(data: bytes) -> Manifest:
    """The manifest of canonical bytes.

    Raises: BundleRefused `bundle.newer` for a later format, `bundle.content` for anything that
    this program would not have written.
    """
    if not is_clean(data):
        raise BundleRefused("bundle.content", place="manifest")
    try:
        found = cast(Any, msgspec.json.decode(data))
        if (
            isinstance(found, dict)
            and type(found.get("format")) is int
            and found["format"] > FORMAT
        ):
            raise BundleRefused("bundle.newer", version=min(found["format"], MAX_INT))
        manifest = _decode(data)
        is_canonical = _encode(manifest) == data
    except (msgspec.DecodeError, OverflowError, RecursionError) as error:
        raise BundleRefused("bundle.content", place="manifest") from error
    if not is_canonical or not _is_sound(manifest):
        raise BundleRefused("bundle.content", place="manifest")
    return manifest


def _is_sound(manifest: Manifest) -> bool:
    """Exact forms and ranges of every field."""
    sender, chain = manifest.sender, manifest.chain
    held = manifest.receipt.held if manifest.receipt else {}
    indexes = {str(at) for at in range(len(manifest.replicas))}
    vectors = (manifest.since, manifest.upto, held)
    numbers = [manifest.number, sender.epoch, manifest.audit.epoch, manifest.audit.n]
    numbers += [*manifest.part_of, *manifest.schema]
    numbers += [seq for vector in vectors for seq in vector.values()]
    numbers += [n for part in manifest.parts for n in (part.packed, part.size, part.lines)]
    hashes = [*chain.since.values(), *chain.upto.values(), *(p.sha256 for p in manifest.parts)]
    hashes.append(manifest.audit.head)
    keys = {key for vector in (*vectors, chain.since, chain.upto) for key in vector}
    texts = (sender.district, sender.store, sender.device, manifest.level, manifest.ground)
    return (
        manifest.format == FORMAT
        and manifest.kind in (KIND_FULL, KIND_RECEIPT)
        and (manifest.kind == KIND_RECEIPT) == (manifest.receipt is not None)
        and all(0 <= number <= MAX_INT for number in numbers)
        and len(manifest.part_of) == 2
        and len(manifest.schema) == 2
        and len(manifest.parts) <= MAX_PARTS
        and 1 <= len(manifest.to) <= 16
        and 1 <= len(manifest.replicas) <= 1000
        and len(set(manifest.replicas)) == len(manifest.replicas)
        and all(_REPLICA.fullmatch(replica) for replica in manifest.replicas)
        and keys <= indexes
        and all(_HASH.fullmatch(text) for text in hashes)
        and _ID.fullmatch(manifest.bundle) is not None
        and all(len(text) <= 80 for text in (*texts, manifest.purpose, *manifest.to))
        and (manifest.receipt is None or _is_sound_receipt(manifest.receipt))
    )


def _is_sound_receipt(receipt: Receipt) -> bool:
    return (
        _REPLICA.fullmatch(receipt.life) is not None
        and len(receipt.accepted) <= 10_000
        and len(receipt.refused) <= 10_000
        and all(_ID.fullmatch(bundle) for bundle in receipt.accepted)
        and all(
            len(pair) == 2 and _ID.fullmatch(pair[0]) and re.fullmatch(r"[a-z_.]{1,60}", pair[1])
            for pair in receipt.refused
        )
    )
