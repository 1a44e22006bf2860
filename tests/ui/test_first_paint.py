"""What is loaded when the unlock window stands there for the first time."""

import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys
from pathlib import Path
from dcm_desktop.ui.app import Program, make_application
from dcm_desktop.ui.preferences import PreferenceFile
preferences = PreferenceFile(Path(sys.argv[1]) / "settings.json")
app = make_application(preferences)
program = Program(app, preferences)
program.start(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
program.start_window.grab()
print(*{name.split(".")[0] for name in sys.modules})
program.finish()
"""
SLOW = {"sqlalchemy", "alembic", "reportlab", "pypdfium2", "cryptography", "argon2", "sqlcipher3"}


@pytest.mark.parametrize("with_store", [True, False], ids=["unlock", "first run"])
def test_nothing_heavy_is_loaded_before_the_first_paint(
    tmp_path: Path, store_folder: Path, with_store: bool
) -> None:
    arguments = [str(tmp_path), *([str(store_folder)] if with_store else [])]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) & SLOW == set()
