"""Locking replaces the process: how this program is started again."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

LOCKED = "DCM_LOCKED"
"""Handed to the process that replaces this one on lock: `HH:MM place`. Nothing personal."""


Restart = Callable[[Path, str], object]


def restart_command() -> list[str]:
    """How this program is started again."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "dcm_desktop"]


def start_again(folder: Path, locked: str) -> None:
    """Start a new process that asks for the passphrase of a store; `locked` as in `LOCKED`."""
    subprocess.Popen(
        [*restart_command(), "--store", str(folder)],
        env=os.environ | {LOCKED: locked},
        start_new_session=True,
    )
