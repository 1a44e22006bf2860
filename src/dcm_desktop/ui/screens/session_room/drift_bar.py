"""A late session: the bar proposes minutes for the remaining items, Shift+F4 takes them.

Nothing changes by itself. The bar can be closed and comes back when it has got worse. One bar at a
time: while another one asks something, the clock of the header alone tells how late it is.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dcm_desktop.domain.drift import WORTH_SAYING
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.session_room.part import RoomBar, RoomKey
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Icon, Label
from dcm_desktop.usecases.sessions.drift import DriftView, accept_replan, get_drift
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.screen import Fit
    from dcm_desktop.ui.screens.session_room.room import RoomScreen


class DriftBar(RoomBar):
    """Says how late the session is and what could be done; tells the clock of the header too."""

    concerns = frozenset({"room_event"})

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(name="banner_warn", row=True, spacing=8, margins=(12, 6, 8, 6))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._room = room
        self._closed_at: int | None = None
        self._low, self._follows = False, False
        self.drift: DriftView | None = None
        self._text = Label("", "smallm", "warn", wrap=True)
        take = Button(self.tr("Take these minutes"), kind="ghost", cap="Shift+F4")
        take.setObjectName("takeMinutes")
        take.clicked.connect(self.accept)
        close = Button(kind="tool", icon="x", name=self.tr("Close the message"))
        close.clicked.connect(self._close)
        self.add(Icon("hourglass", "warn", 18), (self._text, 1), take, close)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_room(self, view: RoomView) -> None:
        """Reckon the drift now."""
        if not self._follows:
            self._follows = True
            self._room.pages.currentChanged.connect(self._page_changed)
        self.drift = self._room.desk.workspace.ask(get_drift, view.session_id, at=now())
        drift = self.drift
        self._room.clock.show_drift(drift)
        if drift is None or drift.minutes < WORTH_SAYING:
            self._closed_at = None
        worth = drift is not None and drift.is_worth_saying
        closed = self._closed_at is not None and (
            drift is not None and drift.minutes < self._closed_at + WORTH_SAYING
        )
        if drift is not None and worth:
            self._text.setText(self._sentence(drift))
        self.setVisible(worth and not closed and not self._low and self._has_room())

    def fit(self, room: "Fit") -> None:
        """A low window has no line to spare: there the clock says it alone."""
        self._low = room.low
        if room.low:
            self.hide()

    def room_keys(self) -> Sequence[RoomKey]:
        """Shift+F4."""
        return (RoomKey("Shift+F4", self.tr("new times for the remaining items"), self.accept),)

    def accept(self) -> None:
        """Take the proposed minutes, as one act that can be undone."""
        room = self._room
        room.refresh_now()
        if self.drift is None or not self.drift.proposed or room.view is None:
            room.strip.say(self.tr("The session is in time."), "mute")
            return
        room.desk.workspace.do(accept_replan, room.view.session_id, at=now())
        room.say_done(self.tr("The remaining items have new times"))

    def _page_changed(self) -> None:
        if self._room.view is not None:
            self.show_room(self._room.view)

    def _has_room(self) -> bool:
        """It gives way to every other bar and to the roll call: the clock tells the same."""
        others = (part for part in self._room.parts if isinstance(part, RoomBar))
        return self._room.columns.on_items and all(bar is self or bar.isHidden() for bar in others)

    def _sentence(self, drift: DriftView) -> str:
        if drift.fits:
            words = self.tr("The session runs {late} min late. Proposed minutes: {items}.")
        else:
            words = self.tr(
                "The session runs {late} min late. Even so it will not end in time. "
                "Proposed minutes: {items}."
            )
        one = self.tr("item {n}: {minutes}")
        items = (
            one.format(n=row.n, minutes=row.proposed)
            for row in drift.proposed
            if row.n is not None and row.proposed
        )
        return words.format(late=drift.minutes, items=", ".join(items))

    def _close(self) -> None:
        self._closed_at = self.drift.minutes if self.drift is not None else None
        self.hide()
