"""The task runner: what can be seen of it without an empty machine."""

import subprocess
import sys
from pathlib import Path

import dev
import pytest

ROOT = Path(dev.__file__).parent


def shim(folder: Path, name: str, body: str) -> None:
    """An executable on a path of our own."""
    script = folder / name
    script.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    script.chmod(0o755)


def test_an_interpreter_that_does_not_run_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim(tmp_path, "python3", "exit 127")
    shim(tmp_path, "python3.14", "echo not a version >&2; exit 1")
    shim(tmp_path, "python3.12", f'exec "{sys.executable}" "$@"')
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    monkeypatch.setattr(sys, "_base_executable", str(tmp_path / "gone"), raising=False)
    assert dev.find_python() == str(tmp_path / "python3.12")


def test_without_a_fitting_python_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shim(tmp_path, "python3", "echo 3 9")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    monkeypatch.setattr(sys, "_base_executable", str(tmp_path / "gone"), raising=False)
    with pytest.raises(dev.Stop, match=r"Нужен е Python от 3\.11 до 3\.14"):
        dev.find_python()


def test_where_nothing_can_be_installed_the_packages_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dev.Stop, match="qpdf age"):
        dev.apt_install(["qpdf", "age"], "програми за тестовете")


def test_a_display_decides_between_window_and_headless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not dev.has_display()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert dev.has_display()


def test_an_unknown_command_is_a_usage_error() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", "fly"], capture_output=True, check=False
    )
    assert done.returncode == 2


def test_the_runner_needs_the_standard_library_only() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", ROOT / "dev.py", "--help"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "screens" in done.stdout
