"""Runs one command line in the process, as the console script does."""

from collections.abc import Callable

import pytest

from dcm_desktop.__main__ import main
from dcm_desktop.usecases.demo import PASSPHRASE

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def passphrase() -> str:
    """The passphrase that commands find in the environment; a module may have its own."""
    return PASSPHRASE


@pytest.fixture
def run(
    passphrase: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Run one command line; returns exit code, stdout, stderr."""
    monkeypatch.setenv("DCM_PASSPHRASE", passphrase)

    def call(*words: object) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call
