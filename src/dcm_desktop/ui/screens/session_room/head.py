"""What stands at the right of the room's title: the clock with the planned end, or, for a session
entered later, the time that what is typed now gets."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal

from dcm_desktop.domain.drift import WORTH_SAYING
from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.domain.values import at_local
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.screens.session_room.resume import LIVE
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.dates import TimeEdit
from dcm_desktop.ui.widgets.labels import Icon, Label
from dcm_desktop.usecases.sessions.drift import DriftView
from dcm_desktop.usecases.sessions.views import RoomView

_TICK_MS = 1_000


class ClockBox(Box):
    """Time now and when the session will end; in a late entry a field for the time."""

    ticked = Signal()
    """A minute went by."""

    def __init__(self) -> None:
        super().__init__(row=True, spacing=6)
        self._view: RoomView | None = None
        self._minute = ""
        self._session_id = ""
        self._icon = Icon("clock", "text2", 18)
        self._time = Label("", "heading")
        self._end = Label("", "small", "text2")
        self._late_label = Label(self.tr("Time"), "smallm", "text2")
        self.moment_edit = TimeEdit(name=self.tr("Time of what is entered"))
        self.moment_edit.setObjectName("moment")
        self.moment_edit.setFixedWidth(108)
        self.moment_edit.setToolTip(self.tr("What you record now gets this time."))
        self._narrow = False
        self._drift: DriftView | None = None
        self.add(self._icon, self._time, self._end, self._late_label, self.moment_edit)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def show_room(self, view: RoomView) -> None:
        """Show the clock of a session at work, or the time field of one entered later."""
        self._view = view
        if view.entered_later and view.session_id != self._session_id:
            start = view.opened_at or view.starts_at
            self.moment_edit.set_value(local(start).time().replace(second=0, microsecond=0))
        self._session_id = view.session_id
        self._show()

    def show_drift(self, drift: DriftView | None) -> None:
        """How far the session is from its plan; None before and after it."""
        self._drift = drift
        worth = drift is not None and drift.minutes >= WORTH_SAYING
        self._end.set_tone("warn" if worth else "text2")
        self._show()

    @property
    def end_text(self) -> str:
        """„край ≈ 12:36 (+6 мин)“."""
        return self._end.text()

    def set_narrow(self, narrow: bool) -> None:
        """Little room: the clock alone."""
        self._narrow = narrow
        self._show()

    def moment(self) -> datetime | None:
        """When it happened, for a session entered later; None: now."""
        view = self._view
        clock = self.moment_edit.value()
        if view is None or not view.entered_later or clock is None:
            return None
        return at_local(view.live.day, clock)

    def _show(self) -> None:
        view = self._view
        late = view is not None and view.entered_later
        for part in (self._icon, self._time):
            part.setVisible(not late)
        self._late_label.setVisible(late and not self._narrow)
        self.moment_edit.setVisible(late)
        self._time.setText(formats.time_of(now()))
        going = view is not None and view.status in (SessionStatus.CONVENED, *LIVE)
        worth = self._drift is not None and self._drift.minutes >= WORTH_SAYING
        self._end.setVisible(not late and going and (worth or not self._narrow))
        if view is not None:
            self._end.setText(self._end_text(view))

    def _end_text(self, view: RoomView) -> str:
        drift = self._drift
        ends_at = view.plan_ends_at if drift is None else drift.ends_at
        clock = formats.time_of(ends_at)
        another_day = local(ends_at).date() != local(view.starts_at).date()
        if drift is None or not drift.minutes or another_day:
            return self.tr("ends ≈ {time}").format(time=clock)
        late = f"{drift.minutes:+d}".replace("-", "−")
        if self._narrow:
            return self.tr("{late} min").format(late=late)
        return self.tr("ends ≈ {time} ({late} min)").format(time=clock, late=late)

    def _tick(self) -> None:
        minute = formats.time_of(now())
        if minute != self._minute and self.isVisible():
            self._minute = minute
            self._show()
            self.ticked.emit()
