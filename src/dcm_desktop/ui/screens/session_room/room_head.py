"""The header of the room: which session, its state, the clock, and what can be done to it now."""

from PySide6.QtCore import QObject

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import local
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.session_room.head import ClockBox
from dcm_desktop.ui.screens.session_room.shown import STATUS_TONES
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.frame import Header
from dcm_desktop.ui.widgets.labels import Pill
from dcm_desktop.usecases.sessions.views import RoomView


class RoomHead(QObject):
    """Fills the header of the room; its buttons are connected by the room."""

    def __init__(self, header: Header) -> None:
        super().__init__(header)
        self._header = header
        self._narrow = False
        self.clock = ClockBox()
        self.attendance = Button("", icon="users", cap="F3")
        self.attendance.setObjectName("attendanceButton")
        self.go = Button("", cap="F2")
        self.go.setObjectName("goOn")
        self.close = Button(self.tr("Close the session"), icon="flag")
        self.close.setObjectName("closeSession")
        self.back = Button(self.tr("To the items"), cap="Esc")
        header.set_actions(self.clock, self.attendance, self.go, self.close, self.back)

    def show_room(self, view: RoomView, *, page: str, medium: bool) -> None:
        """Say which session it is and offer the next act; `page`: what is seen over the items."""
        in_roll = bool(page)
        body = self.tr("DCM – {area}").format(area=view.area)
        parts = [body, formats.weekday_date(local(view.starts_at).date()), view.place]
        title = self.tr("Session {number}").format(number=formats.numbered(str(view.number)))
        if in_roll:
            parts = [title, *parts[:2]]
            title = page
        self._header.set_text(title, " · ".join(part for part in parts if part))
        pills = [Pill(capital(label_of(view.status)), STATUS_TONES[view.status])]
        if view.entered_later:
            pills.append(Pill(self.tr("Entered later"), "warn", "history"))
        self._header.set_pills(*pills)
        words = self.tr("{present} of {seats}")
        quorum = view.quorum
        self.attendance.set_text(words.format(present=quorum.present, seats=quorum.seats))
        self._show_go(view, in_roll=in_roll)
        self.close.setVisible(view.status is SessionStatus.OPEN and not in_roll)
        self.attendance.setVisible(medium and not in_roll)
        self.back.setVisible(in_roll)

    def set_narrow(self, narrow: bool) -> None:
        """Little room: icons and the clock; the one primary button keeps its word."""
        self._narrow = narrow
        self.clock.set_narrow(narrow)
        self._fit_go()
        self.close.set_compact(narrow)

    def _show_go(self, view: RoomView, *, in_roll: bool) -> None:
        word, icon, kind = {
            SessionStatus.DRAFT: (self.tr("Convene"), "send", "primary"),
            SessionStatus.CONVENED: (self.tr("Open"), "door-open", "primary"),
            SessionStatus.OPEN: (self.tr("Break"), "coffee", ""),
            SessionStatus.ADJOURNED: (self.tr("Resume"), "play", "primary"),
            SessionStatus.HELD: (self.tr("Minutes"), "file-text", "primary"),
            SessionStatus.NO_QUORUM: (self.tr("Minutes"), "file-text", "primary"),
        }.get(view.status, ("", "", ""))
        self.go.set_text(word)
        self.go.set_icon(icon)
        self.go.set_kind(kind)
        self._fit_go()
        self.go.setVisible(bool(word) and not in_roll)

    def _fit_go(self) -> None:
        self.go.set_compact(self._narrow and self.go.kind != "primary")
        self.go.set_capped(not self._narrow)
