"""Crypto gives bytes for bytes, and refuses altered ones."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dcm_desktop import crypto


def test_argon2id_gives_the_published_key() -> None:
    # Source: test.c of the reference implementation, version 0x13, t=2, m=2^16, p=1
    made = crypto.argon2id(b"password", b"somesalt", memory_kib=65536, passes=2, lanes=1)
    assert made.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_hkdf_gives_the_published_key() -> None:
    # Source: RFC 5869, test case 3 (no info, no salt), first 32 bytes
    made = crypto.hkdf(bytes.fromhex("0b" * 22), salt=b"", info="")
    assert made.hex() == "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"


@given(st.binary(max_size=200), st.binary(max_size=40), st.integers(min_value=0))
def test_a_seal_with_any_byte_changed_does_not_open(plain: bytes, aad: bytes, at: int) -> None:
    key, nonce = bytes(range(32)), bytes(12)
    sealed = crypto.seal(key, nonce, plain, aad=aad)
    assert crypto.unseal(key, nonce, sealed, aad=aad) == plain
    at %= len(sealed)
    altered = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
    with pytest.raises(crypto.SealBrokenError):
        crypto.unseal(key, nonce, altered, aad=aad)
    with pytest.raises(crypto.SealBrokenError):
        crypto.unseal(key, nonce, sealed, aad=aad + b"x")


@given(st.binary(max_size=100))
def test_a_signature_is_of_its_key_and_message(message: bytes) -> None:
    private = crypto.new_signing_key()
    public = crypto.signing_public(private)
    signature = crypto.sign(private, message)
    assert crypto.is_signed(public, message, signature)
    assert not crypto.is_signed(public, message + b".", signature)
    assert not crypto.is_signed(crypto.signing_public(crypto.new_signing_key()), message, signature)
    assert not crypto.is_signed(public, message, signature[:-1])
    assert not crypto.is_signed(b"short", message, signature)


def test_age_opens_only_for_its_recipients() -> None:
    ours, theirs = crypto.new_age_identity(), crypto.new_age_identity()
    sealed = crypto.age_encrypt(b"protocol 7", [crypto.age_recipient(ours)])
    assert sealed.startswith(b"age-encryption.org/v1\n")
    assert crypto.age_decrypt(sealed, [theirs, ours]) == b"protocol 7"
    with pytest.raises(crypto.SealBrokenError):
        crypto.age_decrypt(sealed, [theirs])
    with pytest.raises(crypto.SealBrokenError):
        crypto.age_decrypt(sealed[:-1], [ours])


def test_age_streams_come_back_whole_or_not_at_all() -> None:
    identity = crypto.new_age_identity()
    plain = bytes(range(256)) * 1024
    sealed, opened = io.BytesIO(), io.BytesIO()
    crypto.age_encrypt_stream(io.BytesIO(plain), sealed, [crypto.age_recipient(identity)])
    crypto.age_decrypt_stream(io.BytesIO(sealed.getvalue()), opened, [identity])
    assert opened.getvalue() == plain
    with pytest.raises(crypto.SealBrokenError):
        crypto.age_decrypt_stream(io.BytesIO(sealed.getvalue()[:-40]), io.BytesIO(), [identity])


def test_a_recipient_is_told_from_other_text() -> None:
    recipient = crypto.age_recipient(crypto.new_age_identity())
    assert crypto.is_age_recipient(recipient)
    assert not crypto.is_age_recipient(recipient[:-1])
    assert not crypto.is_age_recipient("age1")


@given(st.text(max_size=40))
def test_a_passphrase_is_the_same_however_its_letters_are_composed(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    taken_apart = unicodedata.normalize("NFD", text)
    assert crypto.passphrase_bytes(composed) == crypto.passphrase_bytes(taken_apart)


def test_every_space_of_a_passphrase_is_one_space_and_case_counts() -> None:
    assert crypto.passphrase_bytes("пет\u00a0думи\u2003тук") == crypto.passphrase_bytes(
        "пет думи тук"
    )
    assert crypto.passphrase_bytes(" край ") != crypto.passphrase_bytes("край")
    assert crypto.passphrase_bytes("Край") != crypto.passphrase_bytes("край")
