"""Key derivation, sealing, signatures, age: bytes in, bytes out.

The only module that imports a crypto library. No files, no passphrases kept, no parameters chosen
by others: the limits on costs are checked by the callers before they come here.
"""

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Sequence
from typing import BinaryIO, Protocol, cast

import pyrage
from argon2 import Type
from argon2.exceptions import HashingError
from argon2.low_level import hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12
SALT_BYTES = 16


class Sink(Protocol):
    """What takes decrypted bytes as they come."""

    def write(self, data: bytes, /) -> int:
        """Take the next bytes; how many were taken (all)."""
        ...

    def flush(self) -> None:
        """Nothing more comes for now."""
        ...


class SealBrokenError(Exception):
    """Wrong key, or altered bytes: the two cannot be told apart here."""


class NotOursError(SealBrokenError):
    """An age file that none of the identities opens: sealed for others, or its header altered."""


class NoMemoryError(Exception):
    """The memory that the passphrase hash asks for cannot be had."""


def random_bytes(count: int) -> bytes:
    """Random bytes of the operating system."""
    return os.urandom(count)


def passphrase_bytes(text: str) -> bytes:
    """A passphrase as the bytes that are hashed.

    NFC, every space separator is U+0020, nothing trimmed inside, no case folding.
    Source: RFC 8265 OpaqueString; NIST SP 800-63B.
    """
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in text)
    return unicodedata.normalize("NFC", spaced).encode("utf-8", "surrogatepass")


def argon2id(secret: bytes, salt: bytes, *, memory_kib: int, passes: int, lanes: int) -> bytes:
    """Key of 32 bytes from a passphrase (Argon2id version 1.3).

    Raises: NoMemoryError when the memory cannot be had; the cost is never lowered silently.
    """
    try:
        return hash_secret_raw(
            secret, salt, passes, memory_kib, lanes, KEY_BYTES, Type.ID, version=19
        )
    except HashingError as error:
        raise NoMemoryError from error


def hkdf(key: bytes, *, salt: bytes, info: str, length: int = KEY_BYTES) -> bytes:
    """Derived key (HKDF-SHA256); `info` names its use and version."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info.encode()).derive(key)


def seal(key: bytes, nonce: bytes, plain: bytes, *, aad: bytes) -> bytes:
    """ChaCha20-Poly1305 ciphertext with its tag; `aad` is bound, not hidden."""
    return ChaCha20Poly1305(key).encrypt(nonce, plain, aad)


def unseal(key: bytes, nonce: bytes, sealed: bytes, *, aad: bytes) -> bytes:
    """Plaintext of `seal`. Raises: SealBrokenError for a wrong key or altered bytes."""
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, aad)
    except InvalidTag as error:
        raise SealBrokenError from error


def mac(key: bytes, data: bytes) -> bytes:
    """HMAC-SHA256, 32 bytes."""
    return hmac.digest(key, data, "sha256")


def is_same(one: bytes, other: bytes) -> bool:
    """Whether two secrets are equal, in constant time."""
    return hmac.compare_digest(one, other)


def sha256(data: bytes) -> bytes:
    """SHA-256, 32 bytes."""
    return hashlib.sha256(data).digest()


def new_signing_key() -> bytes:
    """Fresh Ed25519 private key, 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def signing_public(private: bytes) -> bytes:
    """Ed25519 public key of a private one, 32 bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, message: bytes) -> bytes:
    """Ed25519 signature, 64 bytes."""
    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature of the message is that of the key."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def new_age_identity() -> str:
    """Fresh age identity, `AGE-SECRET-KEY-1…`."""
    return str(pyrage.x25519.Identity.generate())


def age_recipient(identity: str) -> str:
    """Public recipient `age1…` of an identity."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def is_age_recipient(text: str) -> bool:
    """Whether the text is an X25519 recipient of age."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def age_encrypt(plain: bytes, recipients: Sequence[str]) -> bytes:
    """Binary age file for X25519 recipients."""
    return pyrage.encrypt(plain, [pyrage.x25519.Recipient.from_str(r) for r in recipients])


def age_decrypt(sealed: bytes, identities: Sequence[str]) -> bytes:
    """Plaintext of a small age file. Raises: as `age_decrypt_stream`."""
    try:
        return pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(i) for i in identities])
    except pyrage.DecryptError as error:
        if "matching keys" in str(error):
            raise NotOursError from error
        raise SealBrokenError from error
    except OSError as error:  # so pyrage tells a payload that was altered or cut off
        raise SealBrokenError from error


def age_encrypt_stream(reader: BinaryIO, writer: BinaryIO, recipients: Sequence[str]) -> None:
    """Encrypt a stream of any size for X25519 recipients."""
    pyrage.encrypt_io(reader, writer, [pyrage.x25519.Recipient.from_str(r) for r in recipients])


def age_decrypt_stream(reader: BinaryIO, writer: Sink, identities: Sequence[str]) -> None:
    """Decrypt a stream of any size.

    `writer` gets plaintext before the end is authenticated: it must apply nothing until this
    returns; what it raises itself passes through. Raises: NotOursError for other recipients,
    SealBrokenError when altered or cut off.
    """
    keys = [pyrage.x25519.Identity.from_str(identity) for identity in identities]
    try:
        pyrage.decrypt_io(reader, cast(BinaryIO, writer), keys)
    except pyrage.DecryptError as error:
        if "matching keys" in str(error):
            raise NotOursError from error
        raise SealBrokenError from error
    except OSError as error:  # so pyrage tells a payload that was altered or cut off
        raise SealBrokenError from error
