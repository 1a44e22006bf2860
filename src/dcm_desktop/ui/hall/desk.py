"""The hall as the operator's window knows it: one object that every key and event goes through.

`HallDesk` holds the pure state machine of `domain/projector_hall`, sends what it says to the
projector's process and hears what is really on the wall. Nothing of the session but its
`PublicState` passes through it.
"""

import time
from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from dcm_desktop import log
from dcm_desktop.domain.projector import Live, Mode, PublicState
from dcm_desktop.domain.projector_cards import Card
from dcm_desktop.domain.projector_events import (
    Faulted,
    HallEvent,
    Identify,
    Locked,
    Recovered,
    ScreenFound,
    ScreenLost,
    Ticked,
)
from dcm_desktop.domain.projector_hall import Hall, step
from dcm_desktop.domain.projector_wire import (
    Bind,
    Fault,
    Key,
    Lost,
    Picture,
    Placed,
    Preview,
    Previewed,
    Report,
    Rest,
    ScreenInfo,
    Screens,
    Show,
    Shown,
)
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.hall.link import HallLink
from dcm_desktop.ui.hall.screens import ScreenWatch, list_screens
from dcm_desktop.ui.preferences import PreferenceFile

TICK_MS = 1_000
REST_MINUTES = 240
"""So long a locked program may leave its neutral card on the wall."""
LATE_S = 1.0
"""An order that is not answered for so long makes the card say so."""


class HallWay(StrEnum):
    """How the hall follows the session."""

    TWO_SCREENS = "two_screens"
    SAFE_VIEW = "safe_view"
    NO_PROJECTOR = "no_projector"


class Trouble(StrEnum):
    """Why the hall's screen is off though it was wanted."""

    GONE = "gone"
    PRIMARY = "primary"
    MISSING = "missing"
    DIED = "died"
    OPERATOR = "operator"


class HallDesk(QObject):
    """Drives the projector. One per window; its process runs only while it is wanted."""

    changed = Signal()
    """State, screens or trouble are others now."""
    pictured = Signal()
    """`picture` shows the wall as it is now."""
    previewed = Signal()
    """`preview` shows the card that was asked for; the hall sees nothing of it."""
    clicked = Signal(object)
    """The presenter's clicker was pressed; carries a `Clicker`."""

    def __init__(self, preferences: PreferenceFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.link = HallLink(self)
        self.screens = ScreenWatch(self)
        self.hall: Hall | None = None
        self.seen: tuple[ScreenInfo, ...] = ()
        self.bound: ScreenInfo | None = None
        self.trouble: Trouble | None = None
        self.picture, self.preview = QPixmap(), QPixmap()
        self.shown_text = ""
        self.latency_ms = 0.0
        self._seq = 0
        self._sent: PublicState | None = None
        self._asked: dict[int, float] = {}
        self.link.reported.connect(self._take)
        self.link.ended.connect(self._died)
        self.screens.changed.connect(self._screens_changed)
        self.screens.moved.connect(self._window_moved)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._tick)

    # What is wanted

    @property
    def way(self) -> HallWay:
        """What the operator chose on this computer; two screens while nothing was chosen."""
        kept = self._preferences.value.hall_way
        return HallWay(kept) if kept in list(HallWay) else HallWay.TWO_SCREENS

    def choose(self, way: HallWay, screen: ScreenInfo | None = None) -> None:
        """Remember how, and which screen is the hall's; what runs otherwise ends."""
        name = screen.name if screen is not None else self._preferences.value.hall_screen
        self._preferences.change(hall_way=way.value, hall_screen=name)
        if way is not HallWay.TWO_SCREENS:
            self.stop()
        elif self.hall is not None:
            self.restart()
        self.changed.emit()

    def chosen_screen(self) -> ScreenInfo | None:
        """The screen of the hall: the one chosen before, else the first that is not primary."""
        others = [one for one in self.seen or list_screens() if not one.primary]
        name = self._preferences.value.hall_screen
        named = next((one for one in others if one.name == name), None)
        return named or next(iter(others), None)

    @property
    def is_exposed(self) -> bool:
        """Whether the operator's window stands where the hall would see it."""
        if self.hall is None or self.way is not HallWay.TWO_SCREENS:
            return False
        target = self.bound or self.chosen_screen()
        return target is not None and self.screens.stands_on(target)

    @property
    def mode(self) -> Mode:
        """State of the hall's screen."""
        return self.hall.mode if self.hall is not None else Mode.OFF

    @property
    def is_late(self) -> bool:
        """Whether the wall has not followed for too long."""
        first = min(self._asked.values(), default=None)
        return first is not None and time.monotonic() - first > LATE_S

    # What happens

    def start(self, live: Live, *, recovered: bool = False) -> None:
        """A session is at work: show its neutral card, when there is a screen for the hall.

        Called again it changes nothing.
        """
        if self.way is not HallWay.TWO_SCREENS or self.hall is not None:
            return
        self.hall = Hall(live)
        if recovered:
            self.hall = step(self.hall, Recovered())
        self.restart()

    def restart(self) -> None:
        """Look for the hall's screen (again): at the start, and by a key after it was lost."""
        if self.hall is None:
            return
        self.bound = None
        if self.link.runs:
            self._place()
        elif not self._preferences.value.hall_way and len(list_screens()) < 2:
            self.trouble = Trouble.MISSING
            self.changed.emit()
        else:
            self._launch()

    def identify(self, live: Live, *, on: bool) -> None:
        """„This is what the members see“ on the hall's screen, before going live."""
        if on:
            self.start(live)
        if self.hall is not None:
            self.do(Identify(on))

    def do(self, event: HallEvent) -> None:
        """One event through the state machine; the wall follows at once."""
        if self.hall is None:
            return
        before = self.hall
        self.hall = step(before, event)
        self._show()
        if self.hall != before:
            self.changed.emit()

    def stop(self) -> None:
        """The session or the program ends: the wall goes back to what it was."""
        self._ticks.stop()
        self.link.stop()
        self._forget()
        self.changed.emit()

    def let_go(self) -> None:
        """The window locks: neutral at once; the projector lives on while a new window opens."""
        self._ticks.stop()
        if self.hall is not None and self.link.runs:
            self.do(Locked())
            self.link.send(Rest(REST_MINUTES))
            self.link.let_go()
        self._forget()

    def ask_preview(self, card: Card) -> bool:
        """Let the projector draw a card for the operator alone; False: there is none."""
        if self.hall is None or not self.link.runs:
            return False
        state = replace(self.hall.output, mode=Mode.SHOWING, card=card)
        self._seq += 1
        self.link.send(Preview(self._seq, state))
        return True

    def fault(self) -> None:
        """Something went wrong here: the neutral card, at once."""
        self.do(Faulted())

    # Inside

    def _launch(self) -> None:
        """Start the process; it says which screens there are, then it is told which is its own."""
        try:
            self.link.start()
        except OSError as error:
            log.failure("hall.start", error)
            self._died()
            return
        self.seen, self.trouble = (), None
        self._sent, self._asked = None, {}
        self._ticks.start()
        self.changed.emit()

    def _place(self) -> None:
        """Bind the projector to the screen that was chosen, if it is there and not ours."""
        screen = self.chosen_screen()
        if screen is None or self.screens.stands_on(screen):
            self.trouble = Trouble.MISSING if screen is None else Trouble.OPERATOR
            self.changed.emit()
            return
        self.bound, self.trouble = screen, None
        self.link.send(Bind(screen))
        self._sent = None
        self.do(ScreenFound())
        self._show()
        self.changed.emit()

    def _screens_seen(self, seen: tuple[ScreenInfo, ...]) -> None:
        """The projector's screens: the first time one is chosen, later only that one is taken."""
        self.seen = seen
        if self.mode is not Mode.OFF:
            return
        bound = self.bound
        if bound is None or any(one.same(bound) and not one.primary for one in seen):
            self._place()

    def _show(self) -> None:
        """Send the state when it is another one; the clock of the wall goes by itself."""
        if self.hall is None or not self.link.runs:
            return
        state = self.hall.output
        if self._sent is not None and replace(self._sent, at=state.at) == state:
            return
        self._sent = state
        self._seq += 1
        self._asked[self._seq] = time.monotonic()
        self.link.send(Show(self._seq, state))

    def _take(self, report: Report) -> None:
        match report:
            case Screens(screens=seen):
                self._screens_seen(seen)
            case Placed():
                self.trouble = None
                self.changed.emit()
            case Lost(why=why):
                self.trouble = Trouble(why)
                self.picture = QPixmap()
                self.do(ScreenLost())
                self.changed.emit()
            case Shown(seq=seq, text=text):
                asked = self._asked.get(seq)
                if asked is not None:
                    self.latency_ms = (time.monotonic() - asked) * 1000
                self._asked = {n: at for n, at in self._asked.items() if n > seq}
                self.shown_text = text
                self.changed.emit()
            case Picture(png=png):
                self.picture = _pixmap(png)
                self.pictured.emit()
            case Previewed(png=png):
                self.preview = _pixmap(png)
                self.previewed.emit()
            case Key(key=key):
                self.clicked.emit(key)
            case Fault():
                self.fault()

    def _screens_changed(self) -> None:
        if self.hall is not None and not self.link.runs and self.trouble is Trouble.MISSING:
            self.restart()
        self.changed.emit()

    def _window_moved(self) -> None:
        """The operator's window left the hall's screen: that one can be used now."""
        if self.trouble is Trouble.OPERATOR and not self.is_exposed:
            self.restart()

    def _died(self) -> None:
        self.trouble = Trouble.DIED
        self.picture, self._asked = QPixmap(), {}
        self._ticks.stop()
        self.do(ScreenLost())
        self.changed.emit()

    def _tick(self) -> None:
        self.do(Ticked(local(now())))

    def _forget(self) -> None:
        self.hall, self.bound, self.trouble, self.seen = None, None, None, ()
        self.picture, self._sent, self._asked = QPixmap(), None, {}


def _pixmap(png: bytes) -> QPixmap:
    made = QPixmap()
    made.loadFromData(png)
    return made
