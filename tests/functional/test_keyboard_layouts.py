"""Real key events under real layouts: US, БДС and Bulgarian phonetic, each loaded alone."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.xserver import display

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("layout", ["us", "bds", "phonetic"])
def test_every_command_of_the_room_works_by_its_place_on_the_keyboard(
    layout: str, tmp_path: Path
) -> None:
    """L8: no command depends on the alphabet; signs, keypad and twins write what they say."""
    with display() as environment:
        done = subprocess.run(
            [sys.executable, "-m", "tests.support.layout_run", layout, str(tmp_path)],
            cwd=ROOT,
            check=False,
            env={**environment, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=100,
        )
    assert done.returncode == 0, done.stderr
    facts = json.loads(done.stdout.splitlines()[-1])
    signs = facts["signs"]
    away = {"2": "absent", "3": "excused", "10": "absent", "11": "excused"}
    wanted = {str(n): away.get(str(n), "present") for n in range(1, 16)} | {"4": "remote"}
    assert facts["substitute_asked"]
    assert facts["status"] == "open"
    assert facts["field_of_ctrl_5"] == "line"
    assert facts["twins"] == "/@!*"
    assert facts["palette"]
    assert facts["palette_closed"]
    assert len(facts["vote"]) == 1
    assert facts["after_undo"] == 0
    assert facts["after_redo"] == 1
    assert facts["locked"]
    assert "Edit" in facts["search"]
    assert signs == wanted
