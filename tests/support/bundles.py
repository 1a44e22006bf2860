"""Bundles made by hand: any content, signed and sealed with keys of our choice."""

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dcm_desktop import crypto
from dcm_desktop.sync.bundle import CHANGES, MAGIC, SIGNED, Content, pack, seal_bundle
from dcm_desktop.sync.manifest import (
    AuditHead,
    Chain,
    Manifest,
    Part,
    Sender,
    write_manifest,
)

BUNDLE = "01932b6a-5c1e-7a40-9f3c-2b6d0e8a4c11"
REPLICA = "krz1-5d2e9a01c4b7f630"


@dataclass(frozen=True)
class Keys:
    """Keys of one side."""

    sign_private: bytes
    sign_public: bytes
    identity: str
    recipient: str


def new_keys() -> Keys:
    """Fresh keys of one side."""
    private, identity = crypto.new_signing_key(), crypto.new_age_identity()
    return Keys(private, crypto.signing_public(private), identity, crypto.age_recipient(identity))


def manifest_for(keys: Keys, parts: Sequence[Part], **fields: object) -> Manifest:
    """A sound manifest of a full bundle for the keys' owner; `fields` replace some of it."""
    base: dict[str, object] = {
        "format": 1,
        "bundle": BUNDLE,
        "number": 1,
        "kind": "full",
        "part_of": [1, 1],
        "sender": Sender("KRZ", "0" * 32, BUNDLE, 1),
        "to": [keys.recipient],
        "level": "pseudonymised",
        "ground": "gdpr-6-1-e",
        "purpose": "national-coordination",
        "replicas": [REPLICA],
        "since": {},
        "upto": {"0": 5},
        "chain": Chain({}, {"0": "0" * 64}),
        "receipt": None,
        "schema": [1, 1],
        "audit": AuditHead(1, 3, "0" * 64),
        "parts": list(parts),
    }
    return Manifest(**{**base, **fields})  # type: ignore[arg-type]  # - tests put in what they like


def make_bundle(keys: Keys, lines: Sequence[bytes], **fields: object) -> bytes:
    """A whole file with these lines, signed and sealed with the same keys."""
    data = b"".join(line + b"\n" for line in lines)
    parts, frames = pack([Content(CHANGES, data, len(lines))])
    manifest = manifest_for(keys, parts, **fields)
    return seal_bundle(
        manifest, frames, sign_private=keys.sign_private, recipients=[keys.recipient]
    )


def seal_inner(keys: Keys, inner: bytes) -> bytes:
    """Any inside, sealed."""
    return crypto.age_encrypt(inner, [keys.recipient])


def inner_of(
    keys: Keys, head: bytes, frames: bytes, *, padding: Callable[[int], bytes] | None = None
) -> bytes:
    """An inside with a signed head of any bytes; `padding` gets the length before it."""
    inner = MAGIC + struct.pack(">I", len(head)) + head
    inner += crypto.sign(keys.sign_private, SIGNED + head) + frames
    return inner + (padding or skip)(len(inner))


def skip(length: int) -> bytes:
    """The right padding."""
    gap = -(length + 8) % 65536
    return b"\x50\x2a\x4d\x18" + struct.pack("<I", gap) + bytes(gap)


def head_of(manifest: Manifest) -> bytes:
    """Canonical bytes of a manifest."""
    return write_manifest(manifest)
