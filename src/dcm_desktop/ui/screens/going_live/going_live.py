"""„Before we start“: one screen on which everything that can spoil a session is looked at.

`open("going_live", session_id=…)`. The hall's screen is named on the hall's screen itself.
"""

from collections.abc import Callable

from PySide6.QtGui import QHideEvent, QShowEvent

from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.going_live import Machine
from dcm_desktop.domain.projector_wire import ScreenInfo
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.hall.awake import KeepAwake
from dcm_desktop.ui.hall.desk import HallWay
from dcm_desktop.ui.hall.machine import free_bytes, read_power
from dcm_desktop.ui.hall.screens import is_mirrored, list_screens
from dcm_desktop.ui.screens.going_live.displays import Displays
from dcm_desktop.ui.screens.going_live.unlock_test import UnlockTest
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.sessions.readiness_card import ReadinessCard
from dcm_desktop.ui.widgets.boxes import Card, ScrollColumn, hbox
from dcm_desktop.ui.widgets.buttons import Button, Segmented
from dcm_desktop.ui.widgets.labels import Icon, Label
from dcm_desktop.usecases.sessions.going_live import get_live_checks
from dcm_desktop.usecases.sessions.hall import hall_live
from dcm_desktop.usecases.sessions.views import get_room

WAYS = tuple(HallWay)


class GoingLiveScreen(Screen):
    """Screens, power, disk, clock, backup, ways in; then to the room."""

    concerns = frozenset({"session"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Before we start"))
        self.session_id = ""
        self._hall = desk.shell.hall
        self._awake: bool | None = None
        self._said: list[str] = []
        self._arriving = False
        self.go_button = Button(self.tr("To the room"), kind="primary", cap="Enter")
        self.go_button.setObjectName("toRoom")
        self.go_button.clicked.connect(self.go)
        self.rehearse_button = Button(self.tr("Rehearse"), icon="play")
        self.rehearse_button.setObjectName("rehearse")
        self.rehearse_button.clicked.connect(self.rehearse)
        self.rehearse_button.setVisible(not desk.workspace.info.is_rehearsal)
        self.header.set_actions(self.rehearse_button, self.go_button)
        self.displays = Displays()
        self.displays.hall_chosen.connect(self._hall_chosen)
        self.ways = Segmented(
            self.tr("Two screens"),
            self.tr("Safe view"),
            self.tr("No projector"),
            index=WAYS.index(self._hall.way),
            name=self.tr("How the hall follows the session"),
        )
        self.ways.setObjectName("hallWay")
        self.ways.chosen.connect(self._way_chosen)
        self.about = Label("", "small", "text2", wrap=True)
        self.checks = ReadinessCard()
        self.checks.set_room(columns=1, with_ready=True)
        self.checks.jump_requested.connect(self.mend)
        self.unlock = UnlockTest(desk.workspace.info.folder, desk.jobs)
        remind = self.tr("Switch off notifications, e-mail and messages before the members come.")
        reminder = hbox(Icon("info", "text2"), (Label(remind, "small", "text2", wrap=True), 1))
        title = Label(self.tr("Screens"), "heading")
        left = Card(title, self.ways, self.about, (self.displays, 1), reminder, spacing=10)
        ways_in = Card(Label(self.tr("Unlocking"), "heading"), self.unlock)
        right = ScrollColumn(self.checks, ways_in, None)
        self._columns = hbox((left, 1), (right, 1), spacing=12)
        self.body.addLayout(self._columns, 1)
        self.add_key("Ctrl+Return", self.tr("to the room"), self.go)
        self.name_key("Enter", self.tr("on a line: where it is mended"))
        self._hall.changed.connect(self.mark_stale)
        self._hall.screens.changed.connect(self.mark_stale)

    def opened(self, session_id: str = "", **_more: str) -> None:
        """Look at everything for a session."""
        self.session_id = session_id or self.session_id
        self._arriving = True
        if self._awake is None:
            awake = KeepAwake()
            self._awake = awake.hold()
            awake.release()
        self.mark_stale()

    def refresh(self) -> None:
        """Look again."""
        if not self.session_id:
            return
        if self._arriving:
            self._arriving = False
            self.go_button.setFocus()  # one key goes on
        view = self.desk.workspace.ask(get_room, self.session_id, at=now())
        self.header.subtitle.setText(formats.weekday_date(local(view.starts_at).date()))
        way = self._hall.way
        self.ways.set_index(WAYS.index(way))
        two = way is HallWay.TWO_SCREENS
        hall = (self._hall.bound or self._hall.chosen_screen()) if two else None
        screens = self._hall.seen or list_screens()
        self.displays.show_screens(screens, own=self._hall.screens.operator, hall=hall)
        self.about.setText(self._about(way, hall))
        power = read_power()
        folder = self.desk.workspace.info.folder
        machine = Machine(
            screens=len(screens),
            mirrored=is_mirrored() and way is not HallWay.SAFE_VIEW,
            wanted=two,
            battery=power.level,
            plugged=power.plugged,
            free=free_bytes(folder),
            stays_awake=bool(self._awake),
        )
        has_sheet = self.desk.workspace.info.has_recovery_sheet
        found = self.desk.workspace.ask(
            get_live_checks, machine, folder, has_sheet=has_sheet, at=now()
        )
        said = [formats.sentence(one) for one in (*found.blockers, *found.warnings, *found.ready)]
        if said != self._said:  # else the keyboard would lose its place in the list
            self._said = said
            self.checks.show_readiness(found)

    def go(self) -> None:
        """To the room."""
        self.desk.shell.open("room", session_id=self.session_id)

    def rehearse(self) -> None:
        """Try it on a copy that is thrown away."""
        self.desk.shell.open("rehearsal", session_id=self.session_id)

    def mend(self, finding: Finding) -> None:
        """Go to where a finding is mended."""
        mends: dict[str, Callable[[], object]] = {
            "screens": self._to_screens,
            "backup": self._to_backup,
            "unlock": self._to_sheet,
        }
        run = mends.get(finding.field_name or "")
        if run is None:
            self._awake = None
            self.opened()
            self.strip.say(formats.sentence(finding), "warn")
        else:
            run()

    def fit(self, room: Fit) -> None:
        """In a low window only what needs an act."""
        self.checks.set_room(columns=1, with_ready=not room.low)
        self.displays.setMinimumHeight(theme.px(96 if room.low else 150))

    def showEvent(self, event: QShowEvent) -> None:
        """Name the hall's screen on itself."""
        super().showEvent(event)
        if self.session_id:
            self._identify(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """The hall sees the neutral card again."""
        self._identify(on=False)
        self.unlock.entry.wipe()
        super().hideEvent(event)

    # Inside

    def _identify(self, *, on: bool) -> None:
        if on or self._hall.hall is not None:
            live = self.desk.workspace.ask(hall_live, self.session_id, at=now())
            self._hall.identify(live, on=on)

    def _about(self, way: HallWay, hall: ScreenInfo | None) -> str:
        if way is HallWay.SAFE_VIEW:
            return self.tr(
                "Everybody sees this window: what names a family is hidden in it and shown only "
                "while F10 is held."
            )
        if way is HallWay.NO_PROJECTOR:
            return self.tr("The hall sees nothing; this window belongs to you alone.")
        if hall is None:
            return self.tr("Connect the projector; it appears here by itself.")
        return self.tr("The hall's own window is on „{name}“; nothing else goes there.").format(
            name=hall.name
        )

    def _way_chosen(self, place: int) -> None:
        self._hall.choose(WAYS[place])
        if WAYS[place] is HallWay.TWO_SCREENS:
            self._identify(on=True)
        self.mark_stale()

    def _hall_chosen(self, screen: ScreenInfo) -> None:
        self._hall.choose(HallWay.TWO_SCREENS, screen)
        self._identify(on=True)
        self.mark_stale()

    def _to_screens(self) -> None:
        self.ways.take_keyboard()

    def _to_backup(self) -> None:
        self.desk.shell.open("settings", part="store")

    def _to_sheet(self) -> None:
        self.desk.shell.open("settings", part="store")
