"""The bundle file: read by stock tools, and nothing but what the program writes is taken."""

import json
import struct
import subprocess
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.bundles import (
    Keys,
    head_of,
    inner_of,
    make_bundle,
    manifest_for,
    new_keys,
    seal_inner,
    skip,
)

from dcm_desktop import crypto
from dcm_desktop.errors import BundleRefused
from dcm_desktop.sync.bundle import CHANGES, Content, check_age_header, pack, read_bundle
from dcm_desktop.sync.manifest import Manifest, Part

LINES = [
    b'["case","01932b6a-5c1e-7a40-9f3c-2b6d0e8a4c11",0,0,57,"",0,[],{}]',
    b'["case","01932b6a-5c1e-7a40-9f3c-2b6d0e8a4c12",0,0,58,"",0,[],{}]',
]
KEYS = new_keys()
GOOD = make_bundle(KEYS, LINES)


def read(data: bytes, keys: Keys = KEYS) -> tuple[Manifest, list[bytes]]:
    lines: list[bytes] = []
    manifest = read_bundle(
        data,
        keys.identity,
        signer=lambda _: KEYS.sign_public,
        on_line=lambda _manifest, _number, raw: lines.append(raw),
    )
    return manifest, lines


def refusal(data: bytes, keys: Keys = KEYS) -> str:
    with pytest.raises(BundleRefused) as caught:
        read(data, keys)
    return caught.value.code


def test_bundle_comes_back_line_by_line() -> None:
    manifest, lines = read(GOOD)
    assert lines == LINES
    assert manifest.number == 1


def test_stock_age_zstd_and_jq_read_the_file(tmp_path: Path) -> None:
    file, key = tmp_path / "x.dcmb", tmp_path / "key"
    file.write_bytes(GOOD)
    key.write_text(KEYS.identity + "\n")
    inner = subprocess.run(["age", "-d", "-i", key, file], capture_output=True, check=True).stdout
    assert inner[:5] == b"OKMB\x01"
    assert len(inner) % 65536 == 0
    size = struct.unpack(">I", inner[5:9])[0]
    head = subprocess.run(
        ["jq", "-cS", "."], input=inner[9 : 9 + size], capture_output=True, check=True
    ).stdout
    assert head.strip() == inner[9 : 9 + size]
    rest = inner[9 + size + 64 :]
    unpacked = subprocess.run(["zstd", "-dc"], input=rest, capture_output=True, check=True).stdout
    assert unpacked == b"".join(line + b"\n" for line in LINES)


def test_name_of_the_manifest_fields_is_the_contract() -> None:
    head = head_of(manifest_for(KEYS, []))
    assert list(json.loads(head)) == [
        "audit", "bundle", "chain", "format", "from", "ground", "kind", "level", "number",
        "part_of", "parts", "purpose", "receipt", "replicas", "schema", "since", "to", "upto",
    ]  # fmt: skip


@pytest.mark.parametrize("at", [0, 1, 20, 40, 100, 170, 220, 300, 5000, 60000, -1])
def test_truncated_file_is_refused(at: int) -> None:
    assert refusal(GOOD[:at]).startswith("bundle.")


@settings(max_examples=150)
@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
def test_file_with_a_changed_byte_is_refused(at: int, flip: int) -> None:
    data = bytearray(GOOD)
    data[at] ^= flip
    assert refusal(bytes(data)).startswith("bundle.")


def test_appended_bytes_are_refused() -> None:
    assert refusal(GOOD + b"x") == "bundle.damaged"


def test_file_for_somebody_else_is_refused() -> None:
    assert refusal(GOOD, new_keys()) == "bundle.not_for_us"


def test_foreign_signature_is_refused() -> None:
    stranger = new_keys()
    parts, frames = pack([Content(CHANGES, b"", 0)])
    inner = inner_of(stranger, head_of(manifest_for(KEYS, parts)), b"".join(frames))
    assert refusal(seal_inner(KEYS, inner)) == "bundle.signature"


def test_other_files_are_no_bundles() -> None:
    for data in (b"", b"x", b"%PDF-1.7", b"PK\x03\x04", b"-----BEGIN AGE ENCRYPTED FILE-----\n"):
        assert refusal(data) == "bundle.not_a_bundle"


def test_passphrase_stanza_is_refused_before_any_key_is_used() -> None:
    body = b"A" * 43
    header = b"age-encryption.org/v1\n-> scrypt " + b"A" * 22 + b" 18\n" + body
    assert refusal(header + b"\n--- " + b"A" * 43 + b"\n" + bytes(64)) == "bundle.header"


def test_header_that_is_too_long_is_refused() -> None:
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"
    many = b"age-encryption.org/v1\n" + stanza * 17 + b"--- " + b"A" * 43 + b"\n"
    with pytest.raises(BundleRefused, match=r"bundle\.header"):
        check_age_header(many)
    grease = b"-> x-grease\n" + (b"A" * 64 + b"\n") * 200 + b"\n"
    with pytest.raises(BundleRefused, match=r"bundle\.header"):
        check_age_header(b"age-encryption.org/v1\n" + grease + stanza)


def test_grease_of_other_programs_is_taken() -> None:
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n-> ab-grease 1 2\nAAAA\n"
    check_age_header(b"age-encryption.org/v1\n" + stanza + b"--- " + b"A" * 43 + b"\n")


def _inside(head: bytes, frames: bytes, **options: object) -> str:
    return refusal(seal_inner(KEYS, inner_of(KEYS, head, frames, **options)))  # type: ignore[arg-type]  # - the padding


def test_zstd_bomb_is_refused_by_what_it_promises_and_by_what_it_holds() -> None:
    bomb = zstandard.ZstdCompressor(level=19, write_checksum=True).compress(bytes(64 << 20))
    honest = Part(CHANGES, len(bomb), 64 << 20, "0" * 64, 1)
    assert _inside(head_of(manifest_for(KEYS, [honest])), bomb) == "bundle.too_big"
    liar = Part(CHANGES, len(bomb), 100, "0" * 64, 1)
    assert _inside(head_of(manifest_for(KEYS, [liar])), bomb) == "bundle.content"
    size = zstandard.get_frame_parameters(bomb)
    assert size.content_size == 64 << 20


def test_frame_that_holds_more_than_its_header_says_is_refused() -> None:
    plain = b"x" * 50_000 + b"\n"
    frame = bytearray(
        zstandard.ZstdCompressor(write_checksum=True, write_content_size=True).compress(plain)
    )
    size = len(plain)
    at = frame.index(struct.pack("<H", size - 256))
    frame[at : at + 2] = struct.pack("<H", 300 - 256)
    part = Part(CHANGES, len(frame), 300, "0" * 64, 1)
    assert _inside(head_of(manifest_for(KEYS, [part])), bytes(frame)) == "bundle.content"


@pytest.mark.parametrize(
    "change",
    [
        {"size": 1}, {"lines": 3}, {"sha256": "1" * 64}, {"packed": 20}, {"name": "files/x"},
        {"lines": 2**70}, {"packed": -1},
    ],
)  # fmt: skip
def test_part_that_is_not_as_promised_is_refused(change: dict[str, object]) -> None:
    data = b"".join(line + b"\n" for line in LINES)
    (part,), (frame,) = pack([Content(CHANGES, data, len(LINES))])
    fields = {name: getattr(part, name) for name in Part.__struct_fields__}
    wrong = Part(**{**fields, **change})
    if change.get("lines") == 2**70:
        good = head_of(manifest_for(KEYS, [part]))
        head = good.replace(b'"lines":2', b'"lines":1180591620717411303424')
    else:
        head = head_of(manifest_for(KEYS, [wrong]))
    assert _inside(head, frame).startswith("bundle.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"number":1', b'"number":1180591620717411303424'),
        (b'"number":1', b'"number":1.0'),
        (b'"number":1', b'"number":-1'),
        (b'"number":1', b'"number":true'),
        (b'"number":1', b'"number":1,"number":1'),
        (b'"number":1', b'"number": 1'),
        (b'"number":1', b'"number":1,"other":1'),
        (b'"format":1', b'"format":9'),
        (b'"kind":"full"', b'"kind":"changes"'),
        (b'"level":"pseudonymised"', b'"level":"\xe2\x80\xaepseudonymised"'),
        (b'"level":"pseudonymised"', b'"level":"\\ud800"'),
        (b'"level":"pseudonymised"', b'"level":"a\\u0000"'),
        (b'"ground":"gdpr-6-1-e"', b'"ground":"e\xcc\x81"'),
        (b'"since":{}', b'"since":{"7":1}'),
        (b'"since":{}', b'"since":' + b'{"0":' * 100_000 + b"1" + b"}" * 100_000),
    ],
)
def test_manifest_that_is_not_canonical_is_refused(old: bytes, new: bytes) -> None:
    parts, frames = pack([Content(CHANGES, b"", 0)])
    head = head_of(manifest_for(KEYS, parts))
    assert head.count(old) >= 1
    code = _inside(head.replace(old, new, 1), b"".join(frames))
    assert code in ("bundle.content", "bundle.newer", "bundle.too_big")


@pytest.mark.parametrize(
    "padding",
    [
        lambda _: b"",
        lambda n: bytes(-n % 65536),
        lambda n: skip(n)[:-1] + b"\x01",
        lambda n: skip(n) + bytes(65536),
        lambda n: b"\x51" + skip(n)[1:],
        lambda n: skip(n)[:4] + b"\xff\xff\xff\xff" + skip(n)[8:],
    ],
)
def test_wrong_padding_is_refused(padding: object) -> None:
    parts, frames = pack([Content(CHANGES, b"", 0)])
    head = head_of(manifest_for(KEYS, parts))
    assert _inside(head, b"".join(frames), padding=padding) == "bundle.content"


def test_huge_manifest_length_is_refused_without_reading_on() -> None:
    inner = b"OKMB\x01" + struct.pack(">I", 0xFFFFFFFF) + bytes(1000)
    assert refusal(seal_inner(KEYS, inner)) == "bundle.too_big"


def test_other_magic_is_refused() -> None:
    assert refusal(seal_inner(KEYS, b"OKMB\x02" + bytes(70_000))) == "bundle.content"
    assert refusal(seal_inner(KEYS, b"")) == "bundle.content"


@pytest.mark.parametrize(
    "line", [b"a\rb", b"a\x00b", b"a\x7fb", b"\xe2\x81\xa6", b"\xff", b"e\xcc\x81", b'"\\u0041"']
)
def test_forbidden_characters_are_refused(line: bytes) -> None:
    assert refusal(make_bundle(KEYS, [line])) == "bundle.content"


def test_second_frame_in_a_part_is_refused() -> None:
    data = b"".join(line + b"\n" for line in LINES)
    (part,), (frame,) = pack([Content(CHANGES, data, len(LINES))])
    double = Part(CHANGES, 2 * part.packed, part.size, part.sha256, part.lines)
    assert _inside(head_of(manifest_for(KEYS, [double])), frame * 2) == "bundle.content"


def test_seal_is_for_x25519_recipients_only() -> None:
    sealed = crypto.age_encrypt(b"x", [KEYS.recipient])
    check_age_header(sealed)
