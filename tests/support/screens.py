"""Draws every screen of the program: `python -m tests.support.screens OUT [WORD …]`.

With words, only pictures whose name holds one of them.

Two processes, because the scale of a screen belongs to a process: 100 % (1366×690, which is
1366×768 under two bars, 1366×768, 1920×1080) and 150 % (1366×768 seen as 911×512). Both stand on
one demo, made here, with stopped clocks.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
_SCALES = (100, 150)


def main(arguments: list[str]) -> int:
    """Draw all; a child process, told so by `--part`, draws what belongs to one scale."""
    parser = argparse.ArgumentParser(prog="screens")
    parser.add_argument("out", type=Path)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--part", nargs=2, metavar=("SCALE", "DEMO"))
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out: Path = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    if options.part:
        return _draw(out, int(options.part[0]), Path(options.part[1]), options.words)
    from dcm_desktop.usecases.demo import make_demo

    with tempfile.TemporaryDirectory() as home:
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        folder = Path(home) / "demo"
        make_demo(folder, at=AT)
        for percent in _SCALES:
            part = ["--part", str(percent), str(folder)]
            command = [sys.executable, "-m", "tests.support.screens", str(out), *options.words]
            environment = os.environ | {"QT_SCALE_FACTOR": str(percent / 100)}
            subprocess.run([*command, *part], env=environment, check=True)
    print(f"{len(list(out.glob('*.png')))} → {out}")  # noqa: T201 - a command's answer
    return 0


def _draw(out: Path, scale: int, demo: Path, words: list[str]) -> int:
    from PySide6.QtWidgets import QApplication
    from tests.support import (
        scenes,
        scenes_presence,
        scenes_side,
        scenes_votes,
        scenes_writing,
    )
    from tests.support.studio import Studio, stop_clock

    from dcm_desktop.ui import app as program
    from dcm_desktop.ui.garbage import GuiGarbage
    from dcm_desktop.ui.jobs import Jobs
    from dcm_desktop.ui.preferences import PreferenceFile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = program.make_application(PreferenceFile(folder / "settings.json"))
        QApplication.setCursorFlashTime(0)
        app.setEffectEnabled(scenes.NO_EFFECT, False)
        garbage = GuiGarbage(app)
        jobs = Jobs()
        studio = Studio(out, jobs, scale, words)
        stop_clock(AT + timedelta(minutes=42))
        parts: tuple[Callable[[], None], ...] = (
            partial(scenes.before_unlocking, studio, folder),
            partial(scenes.empty_stores, studio, folder),
            partial(scenes.district, studio, demo, folder, at=AT),
            partial(scenes.room, studio, demo, folder, at=AT),
            partial(scenes.without_quorum, studio, demo, folder, at=AT),
            partial(scenes_votes.votes, studio, demo, folder, at=AT),
            partial(scenes_presence.presence, studio, demo, folder, at=AT),
            partial(scenes_writing.writing, studio, demo, folder, at=AT),
            partial(scenes_side.side, studio, demo, folder, at=AT),
            partial(scenes.national, studio, demo, folder, at=AT),
        )
        for part in parts:
            part()
        jobs.close()
        garbage.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
