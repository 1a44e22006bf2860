"""Two stores come to know each other by six words, or not at all."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.support.exchange import AT
from tests.support.pair import Pair, everything, new_keys_of

from dcm_desktop.errors import BundleRefused
from dcm_desktop.usecases.exchange import (
    accept_enrol,
    finish_enrol,
    make_enrol_request,
)
from dcm_desktop.usecases.workspace import Workspace


@pytest.fixture
def pair(workspace: Workspace, national: Workspace, tmp_path: Path) -> Pair:
    return Pair(workspace, national, tmp_path)


@pytest.fixture
def strangers(workspace: Workspace, national: Workspace) -> tuple[Workspace, Workspace]:
    return workspace, national


def test_enrolment_with_other_words_is_refused_on_both_sides(
    strangers: tuple[Workspace, Workspace], tmp_path: Path
) -> None:
    district, national = strangers
    request = make_enrol_request(district, tmp_path / "request.json", at=AT)
    assert len(request.words.split()) == 6
    wrong = " ".join(reversed(request.words.split()))
    before = national.ask(everything)
    with pytest.raises(BundleRefused, match="words_differ"):
        accept_enrol(national, request.file, wrong, tmp_path / "answer", at=AT)
    assert national.ask(everything) == before
    assert not (tmp_path / "answer").exists()
    accept_enrol(national, request.file, f" {request.words.upper()} ", tmp_path / "answer", at=AT)
    with pytest.raises(BundleRefused, match="words_differ"):
        finish_enrol(district, tmp_path / "answer", wrong, at=AT)
    assert district.info.device_letter == ""
    done = finish_enrol(district, tmp_path / "answer", request.words, at=AT)
    assert (done.letter, district.info.device_letter) == ("A", "A")


def test_answer_to_an_earlier_request_is_refused(
    strangers: tuple[Workspace, Workspace], tmp_path: Path
) -> None:
    district, national = strangers
    old = make_enrol_request(district, tmp_path / "one.json", at=AT)
    accept_enrol(national, old.file, old.words, tmp_path / "answer", at=AT)
    make_enrol_request(district, tmp_path / "two.json", at=AT + timedelta(hours=1))
    with pytest.raises(BundleRefused, match="other_request"):
        finish_enrol(district, tmp_path / "answer", old.words, at=AT)


def test_altered_request_is_refused(strangers: tuple[Workspace, Workspace], tmp_path: Path) -> None:
    district, national = strangers
    request = make_enrol_request(district, tmp_path / "request.json", at=AT)
    request.file.write_bytes(request.file.read_bytes().replace(b'"KRZ"', b'"LOV"'))
    with pytest.raises(BundleRefused, match=r"enrol\.signature"):
        accept_enrol(national, request.file, request.words, tmp_path / "answer", at=AT)
    for junk in (b"", b"{}", b"[" * 5000, b"\xff\xfe"):
        request.file.write_bytes(junk)
        with pytest.raises(BundleRefused, match="not_a_request"):
            accept_enrol(national, request.file, request.words, tmp_path / "answer", at=AT)


def test_answer_is_only_for_the_laptop_that_asked(
    strangers: tuple[Workspace, Workspace], tmp_path: Path
) -> None:
    district, national = strangers
    request = make_enrol_request(district, tmp_path / "request.json", at=AT)
    accept_enrol(national, request.file, request.words, tmp_path / "answer", at=AT)
    district.do(new_keys_of, at=AT)
    with pytest.raises(BundleRefused, match=r"enrol\.not_for_us"):
        finish_enrol(district, tmp_path / "answer", request.words, at=AT)


def test_same_laptop_keeps_its_letter(pair: Pair, tmp_path: Path) -> None:
    request = make_enrol_request(pair.district, tmp_path / "again.json", at=AT)
    again = accept_enrol(pair.national, request.file, request.words, tmp_path / "a", at=AT)
    assert again.letter == "A"
