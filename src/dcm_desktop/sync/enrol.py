"""How two stores come to know each other's keys: request, six words, answer. Bytes only.

The laptop signs its request with its own key; both people read the six words of it aloud, so the
national team takes the keys of that laptop and of no other. The answer is sealed to the laptop,
names the request by its hash and is signed with the national key it brings.
Decision: both later steps take the same six words, those of the request. Six words of 1,024 are 60
bits; the list `resources/wording/words-exchange.txt` never changes, both sides must have the same.
"""

import hashlib
import re
from datetime import datetime
from functools import cache

import msgspec

from dcm_desktop import resources
from dcm_desktop.crypto import (
    NotOursError,
    SealBrokenError,
    age_decrypt,
    age_encrypt,
    is_age_recipient,
    is_signed,
    sign,
)
from dcm_desktop.errors import BundleRefused
from dcm_desktop.sync.bundle import check_age_header
from dcm_desktop.sync.checks import is_clean

WORDS = 6
MAX_FILE = 64 << 10
_BITS = 10
_TAG = b"okmd-enrol-v1\x00"
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_REPLICA = re.compile(r"[a-z0-9-]{3,60}")
_STORE = re.compile(r"[0-9a-f]{32}")
_DISTRICT = re.compile(r"[A-Z]{2,3}")
_KEY = re.compile(r"[0-9a-f]{64}")
_LETTER = re.compile(r"[A-Z]")


class Side(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One store and its laptop: public keys only. `sign` is hexadecimal."""

    district: str
    store: str
    device: str
    replica: str
    sign: str
    age: str


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a district laptop asks with. `level` is the identity level it will send at."""

    format: int
    kind: str
    at: str
    level: str
    side: Side


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the national team answers. `request` is the SHA-256 of the request file."""

    format: int
    kind: str
    at: str
    request: str
    district: str
    letter: str
    side: Side


class _Signed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    payload: msgspec.Raw
    signature: str


_encode = msgspec.json.Encoder(order="sorted").encode


def write_request(side: Side, *, level: str, at: datetime, sign_private: bytes) -> bytes:
    """The request file: canonical JSON, signed, not sealed; it holds no secret."""
    return _seal(_encode(Request(1, "enrol-request", at.isoformat(), level, side)), sign_private)


def read_request(data: bytes) -> Request:
    """A request whose signature is that of the key in it.

    Raises: BundleRefused `enrol.not_a_request`, `enrol.signature`.
    """
    raw, signature = _open(data, "enrol.not_a_request")
    try:
        request = msgspec.json.decode(raw, type=Request)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BundleRefused("enrol.not_a_request") from error
    if _encode(request) != raw or request.kind != "enrol-request" or not _is_sound(request.side):
        raise BundleRefused("enrol.not_a_request")
    if not is_signed(bytes.fromhex(request.side.sign), _TAG + raw, signature):
        raise BundleRefused("enrol.signature")
    return request


def write_answer(
    request: bytes, letter: str, district: str, side: Side, *, at: datetime,
    sign_private: bytes, recipient: str,
) -> bytes:  # fmt: skip
    """The answer file, sealed to the laptop that asked."""
    digest = hashlib.sha256(request).hexdigest()
    answer = Answer(1, "enrol-answer", at.isoformat(), digest, district, letter, side)
    return age_encrypt(_seal(_encode(answer), sign_private), [recipient])


def read_answer(data: bytes, identity: str) -> Answer:
    """An answer sealed to this laptop, whose signature is that of the key in it.

    Raises: BundleRefused `enrol.not_an_answer`, `enrol.not_for_us`, `enrol.signature`.
    """
    try:
        check_age_header(data)
    except BundleRefused as error:
        raise BundleRefused("enrol.not_an_answer") from error
    try:
        raw, signature = _open(age_decrypt(data, [identity]), "enrol.not_an_answer")
        answer = msgspec.json.decode(raw, type=Answer)
    except NotOursError as error:
        raise BundleRefused("enrol.not_for_us") from error
    except (SealBrokenError, msgspec.DecodeError, RecursionError) as error:
        raise BundleRefused("enrol.not_an_answer") from error
    good = answer.kind == "enrol-answer" and _LETTER.fullmatch(answer.letter)
    if _encode(answer) != raw or not good or not _is_sound(answer.side):
        raise BundleRefused("enrol.not_an_answer")
    if not is_signed(bytes.fromhex(answer.side.sign), _TAG + raw, signature):
        raise BundleRefused("enrol.signature")
    return answer


def six_words(data: bytes) -> str:
    """The words of a file, from its SHA-256, separated by spaces."""
    number = int.from_bytes(hashlib.sha256(data).digest())
    listed = _words()
    picked = [listed[number >> (_BITS * at) & (len(listed) - 1)] for at in range(WORDS)]
    return " ".join(picked)


def are_words(typed: str, data: bytes) -> bool:
    """Whether typed words are those of a file; case, commas and spaces do not count."""
    return re.findall(r"\w+", typed.casefold()) == six_words(data).split()


@cache
def _words() -> tuple[str, ...]:
    words = tuple(resources.read_text("wording", "words-exchange.txt").split())
    if len(words) != 1 << _BITS:
        raise ValueError("the exchange word list must have 1,024 words")
    return words


def _seal(payload: bytes, sign_private: bytes) -> bytes:
    signature = sign(sign_private, _TAG + payload).hex()
    return _encode(_Signed(msgspec.Raw(payload), signature)) + b"\n"


def _open(data: bytes, code: str) -> tuple[bytes, bytes]:
    body = data.removesuffix(b"\n")
    if len(data) > MAX_FILE or not is_clean(body):
        raise BundleRefused(code)
    try:
        signed = msgspec.json.decode(body, type=_Signed)
        signature = bytes.fromhex(signed.signature)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise BundleRefused(code) from error
    return bytes(signed.payload), signature


def _is_sound(side: Side) -> bool:
    return (
        _DISTRICT.fullmatch(side.district) is not None
        and _STORE.fullmatch(side.store) is not None
        and _ID.fullmatch(side.device) is not None
        and _REPLICA.fullmatch(side.replica) is not None
        and _KEY.fullmatch(side.sign) is not None
        and is_age_recipient(side.age)
    )
