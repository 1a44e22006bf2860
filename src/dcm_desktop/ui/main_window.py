"""The window after unlocking: rail, one screen at a time, status line. Nothing of the mechanism."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dcm_desktop.domain.terms import Changes
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import geometry, theme
from dcm_desktop.ui.bus import Bus
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.draft_writer import Truth, writer_of
from dcm_desktop.ui.formats import sentence, time_with_seconds
from dcm_desktop.ui.hall.desk import HallDesk
from dcm_desktop.ui.hall.frame import HallFrame
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.places import PLACES, Place, PlaceNames
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.rehearsal_banner import RehearsalBanner
from dcm_desktop.ui.screens.screen import LOW, NARROW, Desk, Screen
from dcm_desktop.ui.screens.session_room.resume import PLACE as ROOM
from dcm_desktop.ui.screens.session_room.resume import left_open
from dcm_desktop.ui.undoing import Undoing
from dcm_desktop.ui.widgets.frame import Rail, RailItem, StatusLine
from dcm_desktop.ui.widgets.key_sheet import KeySheet
from dcm_desktop.ui.widgets.messages import Act, BusyOverlay, Toast
from dcm_desktop.ui.window_keys import WindowKeys
from dcm_desktop.usecases.acting import Workspace

SMALLEST = (880, 460)
REHEARSAL = "rehearsal"
"""Not a place of the rail: asks the program for a practice session."""


class MainWindow(QWidget):
    """The frame; it is the `Shell` of its screens. Its title is only the program's name."""

    lock_requested = Signal()
    """The user wants to lock; typed text is saved already."""
    session_open_changed = Signal(bool)
    """A session was opened or ended; while it is open nothing locks by itself."""
    rehearsal_requested = Signal(str)
    """A practice session is wanted; carries the id of the session, or nothing."""
    closed = Signal()
    """The window was closed; typed text is saved already."""

    def __init__(
        self,
        workspace: Workspace,
        bus: Bus,
        jobs: Jobs,
        preferences: PreferenceFile,
        *,
        places: Sequence[Place] = PLACES,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setMinimumSize(*SMALLEST)
        self.setWindowIcon(theme.icon("shield-check", "accent", 32))
        self._workspace = workspace
        self._preferences = preferences
        level = str(workspace.info.level)
        self._places = {p.key: p for p in places if p.level in (level, "both") and p.exists}
        self._screens: dict[str, Screen] = {}
        self._way: list[tuple[str, dict[str, str]]] = []
        self._session_open = False
        self._gives_up = False
        self.rail = Rail(self._rail_items(lower=False), self._rail_items(lower=True))
        self.stack = QStackedWidget()
        self.status = StatusLine()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if workspace.info.is_rehearsal:
            column.addWidget(RehearsalBanner(self.close))
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.desk = Desk(workspace, bus, jobs, preferences, self)
        self.toast = Toast(self)
        self._undoing = Undoing(workspace, self.toast)
        self.busy = BusyOverlay(self)
        self._sheet = KeySheet(self)
        self.hall_frame = HallFrame(self, self, preferences)
        self.rail.chosen.connect(self._rail_chosen)
        bus.changed.connect(self._saved)
        self._writer = writer_of(workspace)
        self._writer.state_changed.connect(self._say_saved)
        self._writer.failed.connect(self._say_failed)
        theme.current().changed.connect(self._fold)
        self._show_truths()
        self.window_keys = WindowKeys(
            self, tuple(self._places.values()), undo=self._undo, redo=self._undoing.redo
        )

    # The shell of the screens

    @property
    def hall(self) -> HallDesk:
        """The screen of the hall."""
        return self.hall_frame.desk

    @property
    def current(self) -> Screen | None:
        """The screen that is seen."""
        widget = self.stack.currentWidget()
        return widget if isinstance(widget, Screen) else None

    def open(self, place: str, **arguments: str) -> None:
        """Go to a place; its screen is built on the first visit."""
        if place == REHEARSAL:
            self.rehearsal_requested.emit(arguments.get("session_id", ""))
            return
        if self._workspace.info.is_rehearsal and place not in self._places:
            self.say(self.tr("This is not part of a rehearsal."))
            return
        self._way.append((place, arguments))
        del self._way[:-50]
        self._show(place, arguments)

    def back(self) -> None:
        """Go where one came from; from the first place nowhere. What was to be done there at once
        (`do`) is not done again."""
        if len(self._way) > 1:
            self._way.pop()
            place, arguments = self._way[-1]
            self._show(place, {name: arguments[name] for name in arguments if name != "do"})

    def say(self, text: str, *, undo: bool = False) -> None:
        """A toast; with `undo` it offers to take the last act back."""
        self._place_toast()
        if undo:
            self._undoing.say_done(text)
        else:
            self.toast.say(text)

    def set_unsaved(self, unsaved: bool) -> None:
        """Typed text waits to be saved, or no longer."""
        if unsaved and self._writer.truth in (Truth.SAVED, Truth.SAVING):
            self.status.saved.set_state("pencil", self.tr("Saving …"), "warn")
        else:
            self._say_saved()

    def set_hall(self, text: str, icon: str = "monitor", tone: str = "text2") -> None:
        """What the hall sees now."""
        self.status.hall.set_state(icon, text, tone)

    def set_session_open(self, is_open: bool) -> None:
        """While a session is open, nothing locks by itself."""
        if is_open != self._session_open:
            self._session_open = is_open
            self.hall_frame.session_open(is_open=is_open)
            self.session_open_changed.emit(is_open)

    def lock(self) -> None:
        """Save what is typed and ask to lock."""
        self.flush()
        if self._may_leave(self.lock):
            self.lock_requested.emit()

    # For the program around the window

    @property
    def place(self) -> str:
        """Key of the place the user is in."""
        return self._way[-1][0] if self._way else ""

    @property
    def lit_place(self) -> str:
        """Key of the place that is lit in the rail."""
        here = self._places.get(self.place)
        return (here.under or here.key) if here is not None else ""

    def start(self, place: str = "") -> None:
        """Show the first place, the one the user was in before locking, or the session at work."""
        if place in ("", ROOM):
            session_id = left_open(self._workspace) if ROOM in self._places else ""
            if session_id:
                self.open(ROOM, session_id=session_id, resumed="yes")
                return
            place = ""
        self.open(place if place in self._places else next(iter(self._places)))

    def flush(self) -> None:
        """Save all typed text now, and wait until it is in the store."""
        for screen in self._screens.values():
            screen.flush()
        self._writer.drain()

    def _may_leave(self, leave: Callable[[], object]) -> bool:
        """False when typed text cannot be written and the user has not said that it may go."""
        screen = self.current
        if self._writer.drain() or self._gives_up or screen is None:
            return True

        def give_up() -> None:
            self._gives_up = True
            leave()

        text = self.tr("What you typed last could not be saved. It is lost if you go on.")
        screen.ask(text, [Act(self.tr("Go on without it"), give_up, kind="danger")])
        return False

    def take_error(self, error: DcmError) -> bool:
        """Show an error on the screen that is seen; False when there is none."""
        screen = self.current
        if screen is None:
            return False
        self.busy.end()
        screen.take_error(error)
        return True

    def show_keys(self) -> None:
        """The key sheet of the current place."""
        screen = self.current
        own = tuple(screen.keys()) if screen is not None else ()
        self._sheet.show_keys((*own, self.window_keys.group()))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the rail and shorten the status line in small windows."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < theme.px(NARROW)
        self.rail.set_narrow(narrow or self.height() < theme.px(LOW))
        self.status.set_narrow(narrow)
        self._place_toast()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save typed text and the place of the window."""
        self.flush()
        if not self._may_leave(self.close):
            event.ignore()
            return
        geometry.keep(self, self._preferences)
        self.hall_frame.end()
        event.accept()
        self.closed.emit()

    # Inside

    def _show(self, place: str, arguments: dict[str, str]) -> None:
        known = self._places[place]
        screen = self._screens.get(place)
        if screen is None:
            screen = known.build(self.desk)
            self._screens[place] = screen
            self.stack.addWidget(screen)
            screen.strip.said.connect(self._place_toast)
            screen.strip.closed.connect(self._place_toast)
        self.toast.hide()
        self.rail.set_current(known.under or place)
        screen.opened(**arguments)
        self.stack.setCurrentWidget(screen)
        screen.refresh_now()
        focus = self.focusWidget()
        if focus is None or not screen.isAncestorOf(focus):
            screen.setFocus(Qt.FocusReason.OtherFocusReason)  # else its keys would do nothing

    def _rail_items(self, *, lower: bool) -> list[RailItem]:
        names = PlaceNames()
        items = [
            RailItem(place.key, place.icon, names.word(place.key))
            for place in self._places.values()
            if place.icon and (place.key == "settings") == lower
        ]
        if lower:
            items.append(RailItem("lock", "lock", self.tr("Lock")))
        return items

    def _rail_chosen(self, key: str) -> None:
        if key == "lock":
            self.lock()
        else:
            self.open(key)

    def _undo(self) -> None:
        self.flush()
        self._undoing.undo()

    def _place_toast(self) -> None:
        """Above the status line, and above a message that stands there."""
        screen = self.current
        strip = screen.strip if screen is not None else None
        above = strip.sizeHint().height() + 8 if strip is not None and not strip.isHidden() else 0
        self.toast.set_margins(self.rail.width(), self.status.height() + above)

    def _saved(self, _changes: Changes) -> None:
        self._say_saved()

    def _say_saved(self) -> None:
        """The truth about what was typed: never „saved“ while something waits."""
        truth = self._writer.truth
        if truth is Truth.SAVED:
            text = self.tr("Saved {time}").format(time=time_with_seconds(now()))
            self.status.saved.set_state("check", text)
        elif truth is Truth.SAVING:
            self.status.saved.set_state("pencil", self.tr("Saving …"), "warn")
        elif truth is Truth.LATE:
            self.status.saved.set_state("hourglass", self.tr("Saving takes long …"), "warn")
        else:
            self.status.saved.set_state("triangle-alert", self.tr("NOT SAVED"), "bad")

    def _say_failed(self, error: DcmError) -> None:
        screen = self.current
        if screen is not None:
            text = self.tr("What you type is kept here and is tried again by itself.")
            screen.strip.say(f"{sentence(error)} {text}", "bad")

    def _show_truths(self) -> None:
        self.status.saved.set_state("check", self.tr("Everything is saved"))
        self.status.kept.set_state("shield-check", self.tr("Encrypted on this computer"))
        self.status.hall.set_state("monitor-off", self.tr("No screen in the hall"))
        self.status.keys.set_state("keyboard", self.tr("F1 – keys"))
