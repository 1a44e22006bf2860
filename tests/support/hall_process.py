"""The projector's real process, driven over its pipes as the operator's window drives it."""

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from dcm_desktop.domain.projector import Mode, PublicState, Quorum
from dcm_desktop.domain.projector_cards import Card
from dcm_desktop.domain.projector_wire import (
    Bind,
    Order,
    Report,
    ScreenInfo,
    Screens,
    Show,
    Shown,
    decode_report,
    encode_order,
)

R = TypeVar("R", bound=Report)
PATIENCE_S = 20.0
AT = datetime(2026, 11, 27, 11, 28, tzinfo=ZoneInfo("Europe/Sofia"))


def showing(card: Card, mode: Mode = Mode.SHOWING) -> PublicState:
    """A state with a foot line around a card."""
    return PublicState(
        mode=mode,
        card=card,
        session="Заседание № 4",
        mechanism="ОКМД – област Русе",
        day="27 ноември 2026 г.",
        at=AT,
        item_n=5,
        item_of=7,
        quorum=Quorum(14, 15, 8, has_quorum=True),
    )


def two_screens(folder: Path) -> dict[str, str]:
    """Environment of an offscreen desk with a laptop and a projector at its right."""
    common = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = [
        {"name": "LAPTOP", "x": 0, "y": 0, "width": 1366, "height": 768, **common},
        {"name": "PROJECTOR", "x": 1366, "y": 0, "width": 1920, "height": 1080, **common},
    ]
    file = folder / "screens.json"
    file.write_text(json.dumps({"screens": screens}), encoding="ascii")
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={file}"}


class HallProcess:
    """One projector process and the operator's end of its pipes."""

    def __init__(self, environment: dict[str, str], *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dcm_desktop", "--projector", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | environment,
            bufsize=0,
        )
        self.seq = 0
        self._reports: queue.Queue[Report] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def send(self, order: Order) -> None:
        """Write one order."""
        self.write(encode_order(order))

    def write(self, line: bytes) -> None:
        """Write bytes as they are."""
        assert self.process.stdin is not None
        self.process.stdin.write(line)

    def show(self, state: PublicState) -> str:
        """Show a state and wait until it is painted; the text that can be read."""
        self.seq += 1
        self.send(Show(self.seq, state))
        return self.wait(Shown, lambda report: report.seq == self.seq).text

    def bind(self, name: str = "PROJECTOR") -> ScreenInfo:
        """Bind the screen of this name, as the process itself describes it."""
        screen = self.screen(name)
        self.send(Bind(screen))
        return screen

    def screen(self, name: str) -> ScreenInfo:
        """A screen of the first report about them."""
        found = self.wait(Screens, lambda report: any(s.name == name for s in report.screens))
        return next(replace(screen) for screen in found.screens if screen.name == name)

    def wait(self, kind: type[R], holds: Callable[[R], bool] = lambda _: True) -> R:
        """The next report of a kind for which it holds; others are passed over."""
        until = time.monotonic() + PATIENCE_S
        while True:
            report = self._reports.get(timeout=max(0.01, until - time.monotonic()))
            if isinstance(report, kind) and holds(report):
                return report

    def seen(self) -> list[Report]:
        """Reports that came and were not waited for."""
        found = []
        while not self._reports.empty():
            found.append(self._reports.get())
        return found

    def leave(self) -> None:
        """The operator's process dies: its end of the pipe closes."""
        assert self.process.stdin is not None
        self.process.stdin.close()

    def end(self) -> int:
        """Wait for the end, killing it when it does not come; the exit code."""
        try:
            return self.process.wait(PATIENCE_S)
        finally:
            self.process.kill()
            self.process.wait()
            if self.process.stdin is not None and not self.process.stdin.closed:
                self.process.stdin.close()
            self._reader.join(PATIENCE_S)
            if self.process.stdout is not None:
                self.process.stdout.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._reports.put(decode_report(line))


@contextmanager
def hall_process(environment: dict[str, str], *arguments: str) -> Iterator[HallProcess]:
    """A process that is ended after the block, whatever happened in it."""
    hall = HallProcess(environment, *arguments)
    try:
        yield hall
    finally:
        hall.process.kill()
        hall.end()
