"""Keys that work in every place: bound by the window, named on the F1 sheet and in the palette."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dcm_desktop.ui.commands import Command
from dcm_desktop.ui.keys import bind
from dcm_desktop.ui.palette import Palette
from dcm_desktop.ui.places import Place, PlaceNames
from dcm_desktop.ui.widgets.key_sheet import Key, KeyGroup

if TYPE_CHECKING:
    from dcm_desktop.ui.main_window import MainWindow

Run = Callable[[], object]


class WindowKeys(QObject):
    """The table of the window's keys; `palette` is opened by one of them."""

    def __init__(
        self, window: "MainWindow", places: Sequence[Place], *, undo: Run, redo: Run
    ) -> None:
        super().__init__(window)
        self._window, self._places = window, tuple(places)
        self.palette = Palette(window)
        self._rows: tuple[tuple[str, str, Run], ...] = (
            ("F1", self.tr("the keys of the place you are in"), window.show_keys),
            ("Ctrl+K", self.tr("any command by its name"), self.open_palette),
            ("Ctrl+Tab", self.tr("next place; with Shift the one before"), partial(self._step, 1)),
            ("Alt+Left", self.tr("back to where you came from"), window.back),
            ("Ctrl+Z", self.tr("undo the last act"), undo),
            ("Ctrl+Y", self.tr("do it again"), redo),
            ("Ctrl+L", self.tr("lock"), window.lock),
        )
        bound = [(keys, run) for keys, _does, run in self._rows]
        bound += [("Ctrl+Shift+Z", redo), ("Ctrl+Shift+Tab", partial(self._step, -1))]
        for keys, run in bound:
            bind(window, keys, run, context=Qt.ShortcutContext.WindowShortcut)

    def group(self) -> KeyGroup:
        """The part of the F1 sheet that is the same everywhere."""
        named = tuple(Key(keys.replace("Left", "←"), does) for keys, does, _run in self._rows)
        hall = (
            Key("F12", self.tr("hide the screen of the hall, show it again; Pause too")),
            Key("Shift+F12", self.tr("hold the screen of the hall, let it follow again")),
        )
        return KeyGroup(self.tr("Everywhere"), (*named, *hall))

    def open_palette(self) -> None:
        """Ctrl+K."""
        self.palette.open_with(self.commands())

    def commands(self) -> tuple[Command, ...]:
        """Commands of the place one is in, the places of the rail, those of the window."""
        screen = self._window.current
        own = tuple(screen.commands()) if screen is not None else ()
        names, go = PlaceNames(), self.tr("Go to")
        places = tuple(
            Command(names.word(place.key), partial(self._window.open, place.key), group=go)
            for place in self._places
            if place.icon
        )
        window = tuple(
            Command(does[:1].upper() + does[1:], run, keys.replace("Left", "←"))
            for keys, does, run in self._rows
            if run != self.open_palette
        )
        hall = self._window.hall_frame.keys
        screen_of_hall = (
            Command(self.tr("Hide the screen of the hall, or show it again"), hall.hide, "F12"),
            Command(
                self.tr("Hold the screen of the hall, or let it follow"), hall.hold, "Shift+F12"
            ),
        )
        return (*own, *screen_of_hall, *places, *window)

    def _step(self, by: int) -> None:
        order = [place.key for place in self._places if place.icon]
        lit = self._window.lit_place
        if lit in order:
            self._window.open(order[(order.index(lit) + by) % len(order)])
