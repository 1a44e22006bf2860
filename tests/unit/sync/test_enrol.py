"""Requests and answers of an enrolment, and the words that are read aloud."""

import hashlib
from datetime import UTC, datetime

import pytest
from tests.support.bundles import BUNDLE, REPLICA, Keys, new_keys

from dcm_desktop import resources
from dcm_desktop.errors import BundleRefused
from dcm_desktop.sync.enrol import (
    Side,
    are_words,
    read_answer,
    read_request,
    six_words,
    write_answer,
    write_request,
)

AT = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)


def side(keys: Keys, district: str = "KRZ") -> Side:
    return Side(district, "0" * 32, BUNDLE, REPLICA, keys.sign_public.hex(), keys.recipient)


def test_word_list_is_frozen() -> None:
    words = resources.read_text("wording", "words-exchange.txt").split()
    assert len(set(words)) == 1024
    digest = hashlib.sha256("\n".join(words).encode()).hexdigest()
    assert digest == "4d1fedcd7aa2b4e8f87536f6408147063122e9f2a0bcdb816449edf8f1ef7dee"
    assert six_words(b"okmd") == "диня къртица контур шублер фронт керван"


def test_words_are_compared_as_people_type_them() -> None:
    words = six_words(b"okmd")
    assert are_words(words, b"okmd")
    assert are_words("  " + words.upper().replace(" ", ",  "), b"okmd")
    assert not are_words(" ".join(words.split()[:5]), b"okmd")
    assert not are_words("", b"okmd")
    assert not are_words(words, b"okme")


def test_request_comes_back_and_every_changed_byte_is_refused() -> None:
    keys = new_keys()
    data = write_request(side(keys), level="pseudonymised", at=AT, sign_private=keys.sign_private)
    assert read_request(data).side == side(keys)
    for at in range(0, len(data) - 1, 7):
        wrong = bytearray(data)
        wrong[at] ^= 1
        with pytest.raises(BundleRefused):
            read_request(bytes(wrong))


def test_answer_is_sealed_signed_and_names_its_request() -> None:
    laptop, national = new_keys(), new_keys()
    data = write_answer(
        b"request", "A", "KRZ", side(national, "BG"),
        at=AT, sign_private=national.sign_private, recipient=laptop.recipient,
    )  # fmt: skip
    answer = read_answer(data, laptop.identity)
    assert answer.request == hashlib.sha256(b"request").hexdigest()
    assert (answer.letter, answer.side.district) == ("A", "BG")
    with pytest.raises(BundleRefused, match="not_for_us"):
        read_answer(data, national.identity)
    with pytest.raises(BundleRefused, match="not_an_answer"):
        read_answer(b"x" + data, laptop.identity)


def test_answer_signed_by_another_key_than_it_brings_is_refused() -> None:
    laptop, national, stranger = new_keys(), new_keys(), new_keys()
    data = write_answer(
        b"request", "A", "KRZ", side(national, "BG"),
        at=AT, sign_private=stranger.sign_private, recipient=laptop.recipient,
    )  # fmt: skip
    with pytest.raises(BundleRefused, match="signature"):
        read_answer(data, laptop.identity)
