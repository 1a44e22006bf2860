"""What is loaded before the first window: the slow libraries come while the passphrase is typed."""

import subprocess
import sys

import pytest

SLOW = ("sqlalchemy", "alembic", "reportlab", "pypdfium2", "holidays")


def loaded_by(module: str) -> set[str]:
    """Top-level packages that a fresh interpreter has after importing the module."""
    ask = f"import sys, {module}; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module", ["dcm_desktop.__main__", "dcm_desktop.ui.app", "dcm_desktop.ui.screens.unlock"]
)
def test_nothing_slow_is_imported_before_the_unlock_window(module: str) -> None:
    assert sorted(loaded_by(module) & set(SLOW)) == []


def test_the_command_line_does_not_wait_for_qt() -> None:
    assert "PySide6" not in loaded_by("dcm_desktop.__main__")
    assert "PySide6" not in loaded_by("dcm_desktop.cli")
