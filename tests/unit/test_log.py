"""The log tells codes, ids and counts; a name that strays into it stays out of the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dcm_desktop import log
from dcm_desktop.errors import RuleBroken

NAME = "Иванка Тайнова"


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    log.start(tmp_path / "log")
    yield tmp_path / "log" / "dcm.log"
    log.stop()


def test_an_event_has_its_facts(written: Path) -> None:
    log.event("store.opened", store="ab12", n=3, seconds=0.25)
    line = written.read_text(encoding="utf-8").strip()
    assert line.endswith("INFO store.opened n=3 seconds=0.250 store=ab12")


def test_names_and_free_text_stay_out(written: Path) -> None:
    log.event(NAME, child=NAME, text="two words", address="ул. Първа 1", **{NAME: 1})
    text = written.read_text(encoding="utf-8")
    assert not any(word in text for word in (*NAME.split(), "two words", "Първа"))
    assert "child=?" in text


def test_a_failure_has_type_code_and_place_but_no_message(written: Path) -> None:
    def broken() -> None:
        secret = NAME
        raise RuleBroken("session.quorum", who=secret)

    with pytest.raises(RuleBroken) as error:
        broken()
    log.failure("act.failed", error.value, act="close_session")
    text = written.read_text(encoding="utf-8")
    assert "error=RuleBroken code=session.quorum" in text
    assert "at=test_log.py:" in text
    assert ":broken" in text
    assert "Тайнова" not in text


def test_the_log_is_private_and_of_limited_size(written: Path) -> None:
    log.event("start")
    assert written.stat().st_mode & 0o077 == 0
    for number in range(3000):
        log.event("x" * 80, **{f"k{part}": "y" * 80 for part in range(30)}, n=number)
    files = list(written.parent.iterdir())
    assert len(files) == 5
    assert sum(path.stat().st_size for path in files) < 5.1 * 1024 * 1024
