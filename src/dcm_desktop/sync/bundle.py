r"""The bundle file: binary age outside; inside magic, manifest, signature, zstd parts, padding.

    OKMB\1 ‖ u32 BE length ‖ manifest ‖ Ed25519 over "okmd-bundle-v1\0" ‖ manifest ‖ parts ‖ padding

The padding to a multiple of 64 KiB is one zstd skippable frame, so stock age, zstd and jq read the
file. Reading is a stream into `Inner`, which refuses at the first wrong byte and applies nothing;
a bundle is read twice, first whole to verify it, then to apply it. Source: exchange design, §4.
"""

import base64
import binascii
import hashlib
import io
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import zstandard

from dcm_desktop.crypto import (
    NotOursError,
    SealBrokenError,
    age_decrypt_stream,
    age_encrypt,
    is_signed,
    sign,
)
from dcm_desktop.errors import BundleRefused
from dcm_desktop.sync.checks import MAX_LINE, is_clean
from dcm_desktop.sync.manifest import MAX_MANIFEST, Manifest, Part, read_manifest, write_manifest

MAGIC = b"OKMB\x01"
SIGNED = b"okmd-bundle-v1\x00"
BLOCK = 64 << 10
MAX_FILE = 64 << 20
MAX_RATIO = 200
MAX_LINES = 200_000
CHANGES = "changes.jsonl"
_AGE = b"age-encryption.org/v1\n"
_MAX_HEADER, _MAX_STANZAS = 8 << 10, 16
_SKIP = b"\x50\x2a\x4d\x18"
_WINDOW = 8 << 20
_FEED = 512
_LEVEL = 9
"""Level 19 took half a second for 700 KB and saved a tenth, which the padding hides."""
_SIGNATURE = 64


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one part before packing, with its number of lines."""

    name: str
    data: bytes
    lines: int


def pack(contents: Sequence[Content]) -> tuple[list[Part], list[bytes]]:
    """Each part as one zstd frame with content size and checksum, and its entry in the manifest."""
    parts, frames = [], []
    for content in contents:
        packer = zstandard.ZstdCompressor(
            level=_LEVEL, write_checksum=True, write_content_size=True
        )
        frame = packer.compress(content.data)
        digest = hashlib.sha256(content.data).hexdigest()
        parts.append(Part(content.name, len(frame), len(content.data), digest, content.lines))
        frames.append(frame)
    return parts, frames


def seal_bundle(
    manifest: Manifest, frames: Sequence[bytes], *, sign_private: bytes, recipients: Sequence[str]
) -> bytes:
    """The whole file for the recipients."""
    head = write_manifest(manifest)
    inner = MAGIC + struct.pack(">I", len(head)) + head
    inner += sign(sign_private, SIGNED + head) + b"".join(frames)
    gap = -(len(inner) + 8) % BLOCK
    return age_encrypt(inner + _SKIP + struct.pack("<I", gap) + bytes(gap), recipients)


def check_age_header(data: bytes) -> None:
    """Read the outer header ourselves, before any key is used.

    Raises: BundleRefused `bundle.not_a_bundle` when it is no binary age file, `bundle.header` when
    it is longer than 8 KiB, has more than 16 stanzas, or one that is not X25519 or grease.
    """
    if not data.startswith(_AGE):
        raise BundleRefused("bundle.not_a_bundle")
    head = data[:_MAX_HEADER]
    lines = head.split(b"\n")[1:-1]
    stanzas, in_body = 0, False
    for line in lines:
        if line.startswith(b"--- ") and not in_body:
            if len(line) != 47 or stanzas == 0:
                break
            return
        if line.startswith(b"-> ") and not in_body:
            words = line.split(b" ")[1:]
            stanzas += 1
            if stanzas > _MAX_STANZAS or not _is_known_stanza(words):
                break
            in_body = True
        elif in_body and len(line) <= 64 and _is_base64(line):
            in_body = len(line) == 64
        else:
            break
    else:
        if len(data) < _MAX_HEADER:
            raise BundleRefused("bundle.damaged")
    raise BundleRefused("bundle.header")


def age_stanzas(data: bytes) -> int:
    """How many recipients and grease stanzas a checked outer header has."""
    head = data[: data.index(b"\n--- ")]
    return head.count(b"\n-> ")


def _is_known_stanza(words: list[bytes]) -> bool:
    if words[0] == b"X25519":
        return len(words) == 2 and len(words[1]) == 43 and _is_base64(words[1])
    return words[0].endswith(b"-grease")


def _is_base64(text: bytes) -> bool:
    try:
        base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        return False
    return True


def read_bundle(
    data: bytes,
    identity: str,
    *,
    signer: Callable[[Manifest], bytes],
    on_line: Callable[[Manifest, int, bytes], None],
) -> Manifest:
    """One pass over a bundle; what `on_line` does must be void until this returns.

    `signer` gets the manifest before its signature is checked and answers with the pinned public
    key, or refuses. `on_line` gets each line with its number from 1.
    Raises: BundleRefused with the reason; StoreError never, the store is not touched here.
    """
    check_age_header(data)
    inner = Inner(signer, on_line)
    try:
        age_decrypt_stream(io.BytesIO(data), inner, [identity])
    except NotOursError as error:
        raise BundleRefused("bundle.not_for_us") from error
    except SealBrokenError as error:
        raise BundleRefused("bundle.damaged") from error
    return inner.finish()


class Inner:
    """Sink for the decrypted bytes that checks them in the order in which they come."""

    def __init__(
        self,
        signer: Callable[[Manifest], bytes],
        on_line: Callable[[Manifest, int, bytes], None],
    ) -> None:
        self._signer, self._on_line = signer, on_line
        self._buffer = bytearray()
        self._total = 0
        self._manifest: Manifest | None = None
        self._parts: list[Part] = []
        self._reader: PartReader | None = None
        self._padding: int | None = None

    def flush(self) -> None:
        """Nothing is held back for later."""

    def write(self, data: bytes, /) -> int:
        """Take the next bytes. Raises: BundleRefused."""
        self._total += len(data)
        if self._total > MAX_FILE:
            raise BundleRefused("bundle.too_big")
        self._buffer += data
        while self._step():
            pass
        return len(data)

    def finish(self) -> Manifest:
        """The manifest, when everything came and nothing more.

        Raises: BundleRefused `bundle.content`.
        """
        is_whole = self._padding == 0 and not self._buffer and self._total % BLOCK == 0
        if self._manifest is None or self._parts or self._reader or not is_whole:
            raise BundleRefused("bundle.content", place="end")
        return self._manifest

    def _step(self) -> bool:
        """Take one piece off the buffer; False when more bytes are needed."""
        if self._manifest is None:
            return self._take_manifest()
        if self._reader is not None or self._parts:
            return self._take_part(self._manifest)
        return self._take_padding()

    def _take_manifest(self) -> bool:
        head = len(MAGIC) + 4
        if not MAGIC.startswith(bytes(self._buffer[: len(MAGIC)])):
            raise BundleRefused("bundle.content", place="magic")
        if len(self._buffer) < head:
            return False
        size = struct.unpack_from(">I", self._buffer, len(MAGIC))[0]
        if size > MAX_MANIFEST:
            raise BundleRefused("bundle.too_big")
        end = head + size
        if len(self._buffer) < end + _SIGNATURE:
            return False
        raw = bytes(self._buffer[head:end])
        manifest = read_manifest(raw)
        public = self._signer(manifest)
        if not is_signed(public, SIGNED + raw, bytes(self._buffer[end : end + _SIGNATURE])):
            raise BundleRefused("bundle.signature")
        _check_parts(manifest)
        del self._buffer[: end + _SIGNATURE]
        self._manifest, self._parts = manifest, list(manifest.parts)
        return True

    def _take_part(self, manifest: Manifest) -> bool:
        if self._reader is None:
            part = self._parts.pop(0)
            self._reader = PartReader(part, lambda n, raw: self._on_line(manifest, n, raw))
        if not self._buffer:
            return False
        taken = bytes(self._buffer[: self._reader.missing])
        del self._buffer[: len(taken)]
        self._reader.feed(taken)
        if self._reader.missing == 0:
            self._reader.finish()
            self._reader = None
        return True

    def _take_padding(self) -> bool:
        if self._padding is None:
            if len(self._buffer) < 8:
                return False
            self._padding = int(struct.unpack_from("<I", self._buffer, 4)[0])
            if self._buffer[:4] != _SKIP or self._padding >= BLOCK:
                raise BundleRefused("bundle.content", place="padding")
            del self._buffer[:8]
        if len(self._buffer) > self._padding or any(self._buffer):
            raise BundleRefused("bundle.content", place="padding")
        self._padding -= len(self._buffer)
        self._buffer.clear()
        return False


def _check_parts(manifest: Manifest) -> None:
    """Names and sizes that the manifest promises, before a byte is unpacked."""
    names = [part.name for part in manifest.parts]
    if names not in ([], [CHANGES]) or (manifest.receipt is None) != (names == [CHANGES]):
        raise BundleRefused("bundle.content", place="parts")
    for part in manifest.parts:
        if part.lines > MAX_LINES or part.packed == 0 or part.size > MAX_RATIO * part.packed:
            raise BundleRefused("bundle.too_big")


class PartReader:
    """Unpacks one frame, never more than its declared size, and cuts it into checked lines."""

    def __init__(self, part: Part, on_line: Callable[[int, bytes], None]) -> None:
        self.missing = part.packed
        self._part, self._on_line = part, on_line
        self._head = b""
        self._unpack: zstandard.ZstdDecompressionObj | None = None
        self._digest = hashlib.sha256()
        self._size = 0
        self._lines = 0
        self._rest = b""

    def feed(self, data: bytes) -> None:
        """Take packed bytes, at most `missing` of them. Raises: BundleRefused."""
        self.missing -= len(data)
        if self._unpack is None:
            self._head += data
            if len(self._head) < 18 and self.missing:
                return
            self._start(self._head)
            data, self._head = self._head, b""
        for at in range(0, len(data), _FEED):
            self._take(data[at : at + _FEED])

    def finish(self) -> None:
        """Refuse a frame that ended early or does not hold what was promised."""
        if (
            self._unpack is None
            or not self._unpack.eof
            or self._rest
            or self._size != self._part.size
            or self._lines != self._part.lines
            or self._digest.hexdigest() != self._part.sha256
        ):
            raise BundleRefused("bundle.content", place=self._part.name)

    def _start(self, head: bytes) -> None:
        try:
            found = zstandard.get_frame_parameters(head)
        except zstandard.ZstdError as error:
            raise BundleRefused("bundle.content", place=self._part.name) from error
        if (
            found.content_size != self._part.size
            or found.window_size > _WINDOW
            or found.dict_id
            or not found.has_checksum
        ):
            raise BundleRefused("bundle.content", place=self._part.name)
        self._unpack = zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()

    def _take(self, data: bytes) -> None:
        if self._unpack is None or self._unpack.eof:
            raise BundleRefused("bundle.content", place=self._part.name)
        try:
            plain = self._unpack.decompress(data)
        except zstandard.ZstdError as error:
            raise BundleRefused("bundle.content", place=self._part.name) from error
        self._size += len(plain)
        if self._size > self._part.size or self._unpack.unused_data:
            raise BundleRefused("bundle.content", place=self._part.name)
        self._digest.update(plain)
        cut = plain.rfind(b"\n") + 1
        if cut == 0:
            self._rest += plain
        else:
            whole, self._rest = self._rest + plain[:cut], plain[cut:]
            self._emit(whole)
        if len(self._rest) > MAX_LINE:
            raise BundleRefused("bundle.too_big")

    def _emit(self, whole: bytes) -> None:
        if not is_clean(whole):
            raise BundleRefused("bundle.content", place=self._lines + 1)
        for raw in whole.split(b"\n")[:-1]:
            self._lines += 1
            if self._lines > self._part.lines or len(raw) > MAX_LINE:
                raise BundleRefused("bundle.content", place=self._lines)
            self._on_line(self._lines, raw)
