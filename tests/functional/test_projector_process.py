"""The process of the hall's screen for real: offscreen with two screens, and on an X server whose
monitors come and go."""

import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from tests.support.hall_process import HallProcess, hall_process, showing, two_screens
from tests.support.xserver import display

from dcm_desktop.domain.projector import Mode
from dcm_desktop.domain.projector_cards import ItemCard, MessageCard
from dcm_desktop.domain.projector_wire import (
    MOST_BYTES,
    Bind,
    Clicker,
    Fault,
    Key,
    Lost,
    Picture,
    Placed,
    Preview,
    Previewed,
    Quit,
    Rest,
    ScreenInfo,
    Screens,
    Show,
    Shown,
)

ITEM = ItemCard(5, "Свободни места в приемната грижа", "РДСП – Русе")
TITLE = "Екран за залата"
HIDE_WITHIN_S = 0.1
REST_WITHIN_S = 0.5
LAPTOP = ("LAPTOP", "1366/361x768/203+0+0", "screen")
PROJECTOR = ("PROJECTOR", "1920/508x1080/286+1366+0", "none")


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[HallProcess]:
    with hall_process(two_screens(tmp_path)) as started:
        yield started


class Desk:
    """An X desk whose monitors are plugged in and out."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment

    def run(self, *command: str) -> str:
        """Output of a program on this desk; empty when it found nothing."""
        done = subprocess.run(command, env=self.environment, capture_output=True, check=False)
        return done.stdout.decode()

    def plug(self, monitor: tuple[str, str, str], *, primary: bool = False) -> None:
        """A monitor is there."""
        name, place, output = monitor
        self.run("xrandr", "--setmonitor", f"*{name}" if primary else name, place, output)

    def unplug(self, name: str) -> None:
        """A monitor is gone."""
        self.run("xrandr", "--delmonitor", name)

    def windows(self) -> list[str]:
        """Geometries of the hall's windows that can be seen."""
        found = self.run("xdotool", "search", "--onlyvisible", "--name", TITLE).split()
        return [
            ",".join(re.findall(r"^(?:X|Y|WIDTH|HEIGHT)=(-?\d+)$", text, re.MULTILINE))
            for text in (self.run("xdotool", "getwindowgeometry", "--shell", w) for w in found)
        ]

    def wait_for_windows(self, count: int) -> list[str]:
        """Until so many windows can be seen."""
        until = time.monotonic() + 20
        while len(found := self.windows()) != count:
            assert time.monotonic() < until, found
        return found

    def picture(self, place: str) -> QImage:
        """What stands on a part of the desk, as a camera would see it."""
        shot = subprocess.run(
            ["import", "-window", "root", "-crop", place, "png:-"],
            env=self.environment,
            capture_output=True,
            check=True,
        )
        return QImage.fromData(shot.stdout)


@contextmanager
def desk() -> Iterator[Desk]:
    """A laptop at the left, a projector at its right, and a window manager."""
    with display("3286x1080x24") as environment:
        manager = subprocess.Popen(
            ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            made = Desk(environment)
            until = time.monotonic() + 20
            while not made.run("xdotool", "get_desktop"):  # the server forgets all without clients
                assert time.monotonic() < until, "no window manager"
            made.plug(LAPTOP, primary=True)
            made.plug(PROJECTOR)
            yield made
        finally:
            manager.terminate()
            manager.wait(timeout=10)


# --- the pipe -------------------------------------------------------------------------------------


def test_the_hall_reads_what_was_sent_and_hides_within_a_tenth_of_a_second(
    hall: HallProcess,
) -> None:
    """I1, I3, I11: from the order to the painted screen, and back."""
    hall.bind()
    text = hall.show(showing(ITEM))
    assert text.split("\n")[1:4] == ["Точка 5", ITEM.title, "Докладва: РДСП – Русе"]
    assert "11:28" in text
    assert "Точка 5 от 7" in text
    assert "14 от 15 · нужни 8 · има кворум" in text
    for _ in range(5):
        began = time.monotonic()
        assert hall.show(showing(ITEM, Mode.HIDDEN)) == ""
        assert time.monotonic() - began <= HIDE_WITHIN_S
        assert hall.show(showing(ITEM)) == text


def test_before_it_is_told_it_shows_nothing(hall: HallProcess) -> None:
    """I2: a start is no key."""
    hall.bind()
    hall.send(Quit())
    assert hall.end() == 0
    assert not [r for r in hall.seen() if isinstance(r, Placed | Shown | Picture)]


@pytest.mark.parametrize("line", [b"shout\n", b'{"do":"show"}\n', b"x" * (MOST_BYTES + 2) + b"\n"])
def test_a_line_that_is_not_understood_ends_in_the_neutral_card(
    hall: HallProcess, line: bytes
) -> None:
    """I2: fail closed."""
    hall.bind()
    hall.show(showing(ITEM))
    hall.write(line)
    hall.wait(Fault)
    neutral = hall.wait(Shown).text
    assert ITEM.title not in neutral
    assert "ОКМД – област Русе" in neutral
    assert ITEM.title in hall.show(showing(ITEM)), "and it still obeys"


def test_a_lost_operator_leaves_the_neutral_card_until_the_next_projector(tmp_path: Path) -> None:
    """L3, I7: neither the last card nor a bare desktop, and no orphan for ever."""
    turn = tmp_path / "turn"
    with hall_process(two_screens(tmp_path), "--turn", str(turn)) as orphan:
        orphan.bind()
        orphan.show(showing(ITEM))
        orphan.leave()
        neutral = orphan.wait(Shown).text
        assert ITEM.title not in neutral
        assert "27 ноември 2026 г." in neutral
        assert orphan.process.poll() is None
        with hall_process(two_screens(tmp_path), "--turn", str(turn)) as heir:
            heir.bind()
            assert orphan.process.poll() is None, "until the next window is seen"
            heir.show(showing(ITEM, Mode.NEUTRAL))
            assert orphan.end() == 0


def test_rest_before_a_lock_goes_neutral_at_once(hall: HallProcess) -> None:
    """L3: the lock key leaves the neutral card, painted within half a second."""
    hall.bind()
    hall.show(showing(ITEM))
    began = time.monotonic()
    hall.send(Rest(240))
    assert ITEM.title not in hall.wait(Shown).text
    assert time.monotonic() - began <= REST_WITHIN_S


def test_a_projector_without_window_ends_with_its_operator(hall: HallProcess) -> None:
    hall.wait(Screens)
    hall.leave()
    assert hall.end() == 0


def test_preview_is_drawn_for_the_operator_and_the_hall_keeps_its_card(hall: HallProcess) -> None:
    """I6: look before sending."""
    hall.bind()
    hall.show(showing(ITEM))
    hall.send(Preview(99, showing(MessageCard("Моля, изключете звука на телефоните."))))
    seen = hall.wait(Previewed)
    assert seen.seq == 99
    assert "изключете" in seen.text
    assert QImage.fromData(seen.png).width() == 640
    assert not [r for r in hall.seen() if isinstance(r, Shown)]


def test_the_operator_gets_the_true_picture(hall: HallProcess) -> None:
    """I5: black while hidden, and the card's own pixels while shown."""
    hall.bind()
    hall.show(showing(ITEM))
    shown = QImage.fromData(hall.wait(Picture, lambda p: p.seq == hall.seq).png)
    assert shown.size().toTuple() == (640, 360)
    assert shown.pixelColor(5, 5).name() == "#ffffff"
    hall.show(showing(ITEM, Mode.HIDDEN))
    black = QImage.fromData(hall.wait(Picture, lambda p: p.seq == hall.seq).png)
    assert {black.pixelColor(x, 180).name() for x in range(0, 640, 8)} == {"#000000"}


def test_the_hall_never_stands_on_the_main_screen_nor_on_one_that_is_not_there(
    hall: HallProcess,
) -> None:
    """I7: it is created on its screen or not at all."""
    laptop = hall.screen("LAPTOP")
    assert laptop.primary
    hall.send(Bind(laptop))
    hall.send(Show(1, showing(ITEM)))
    assert hall.wait(Lost).why == "primary"
    hall.send(Bind(ScreenInfo("PROJECTOR", 1366, 0, 1280, 720)))
    hall.send(Show(2, showing(ITEM)))
    assert hall.wait(Lost).why == "missing", "the same name at another size is another screen"
    assert not [r for r in hall.seen() if isinstance(r, Placed | Shown | Picture)]


def test_off_has_no_window_and_the_next_state_has_one_again(hall: HallProcess) -> None:
    hall.bind()
    hall.show(showing(ITEM))
    hall.send(Show(50, showing(ITEM, Mode.OFF)))
    hall.send(Show(51, showing(ITEM, Mode.NEUTRAL)))
    assert hall.wait(Placed).name == "PROJECTOR"
    assert hall.wait(Shown).seq == 51


def test_the_process_opens_no_socket(hall: HallProcess) -> None:
    """L1: its pipes are all it has."""
    hall.bind()
    hall.show(showing(ITEM))
    folder = Path(f"/proc/{hall.process.pid}/fd")
    targets = [str(entry.readlink()) for entry in folder.iterdir()]
    assert not [target for target in targets if target.startswith("socket:")]


def test_a_mistaken_argument_is_a_usage_error(tmp_path: Path) -> None:
    with hall_process(two_screens(tmp_path), "--store", "x") as started:
        assert started.end() == 2


# --- real monitors --------------------------------------------------------------------------------


def test_cable_out_destroys_the_window_and_cable_in_waits_for_a_key() -> None:
    """I7: placed on the projector alone; unplugged, it is nowhere; back, it waits to be bound."""
    with desk() as real, hall_process(real.environment) as hall:
        screen = hall.bind()
        hall.show(showing(ITEM))
        assert real.wait_for_windows(1) == ["1366,0,1920,1080"]
        real.unplug("PROJECTOR")
        assert hall.wait(Lost).why == "gone"
        assert real.wait_for_windows(0) == []
        real.plug(PROJECTOR)
        hall.wait(Screens, lambda report: len(report.screens) == 2)
        assert real.windows() == [], "plugged in again, nothing opens by itself"
        hall.send(Bind(screen))
        assert ITEM.title not in hall.wait(Shown).text
        assert real.wait_for_windows(1) == ["1366,0,1920,1080"]


def test_a_screen_that_becomes_the_main_one_is_left_and_reported() -> None:
    """I7, I8: the projector as the only or the first screen is the operator's now."""
    with desk() as real, hall_process(real.environment) as hall:
        hall.bind()
        hall.show(showing(ITEM))
        real.wait_for_windows(1)
        real.unplug("LAPTOP")
        assert hall.wait(Lost).why == "primary"
        assert real.wait_for_windows(0) == []


def test_the_thumbnail_is_what_a_camera_in_the_hall_would_see() -> None:
    """I5: the picture of the wall and the operator's, pixel by pixel."""
    with desk() as real, hall_process(real.environment) as hall:
        hall.bind()
        hall.show(showing(ITEM))
        thumbnail = QImage.fromData(hall.wait(Picture, lambda p: p.seq == hall.seq).png)
        real.wait_for_windows(1)
        wall = real.picture("1920x1080+1366+0").scaled(thumbnail.size())
        differing = sum(
            abs(wall.pixelColor(x, y).lightness() - thumbnail.pixelColor(x, y).lightness()) > 96
            for x in range(0, 640, 2)
            for y in range(0, 360, 2)
        )
        assert differing < 640 * 360 / 4 / 100
        assert thumbnail.pixelColor(2, 2).name() == "#ffffff"


def test_the_clicker_means_next_back_and_hide_and_typing_means_nothing() -> None:
    """I15: keys that reach the hall's window are reported, never acted on there."""
    with desk() as real, hall_process(real.environment) as hall:
        hall.bind()
        hall.show(showing(ITEM))
        real.wait_for_windows(1)
        window = real.run("xdotool", "search", "--onlyvisible", "--name", TITLE).split()[0]
        keys = ("x", "Next", "Prior", "period", "b", "Return", "Next")
        real.run("xdotool", "key", "--window", window, *keys)
        got = [hall.wait(Key).key for _ in range(5)]
        wanted = [Clicker.NEXT, Clicker.BACK, Clicker.HIDE, Clicker.HIDE, Clicker.NEXT]
        assert got == wanted
        assert not [r for r in hall.seen() if isinstance(r, Key)]


def test_the_window_does_not_take_the_keys_from_the_operator() -> None:
    """I14: it never asks for the focus."""
    with desk() as real, hall_process(real.environment) as hall:
        hall.bind()
        hall.show(replace(showing(ITEM), zoom=150))
        real.wait_for_windows(1)
        windows = real.run("xdotool", "search", "--name", TITLE).split()
        real.run("xdotool", "mousemove", "2300", "500", "click", "1")
        assert hall.show(showing(ITEM))
        assert real.run("xdotool", "getwindowfocus").strip() not in windows
