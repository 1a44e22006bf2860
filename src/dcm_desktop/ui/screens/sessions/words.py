"""Words and tones of sessions outside the room."""

from datetime import datetime

from PySide6.QtCore import QObject

from dcm_desktop.domain.terms import MinutesStatus, SessionStatus
from dcm_desktop.ui.clock import local
from dcm_desktop.ui.formats import NBSP, weekday_date
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.widgets.labels import Pill

STATUS_LOOKS: dict[SessionStatus, tuple[str, str]] = {
    SessionStatus.DRAFT: ("mute", "pencil"),
    SessionStatus.CONVENED: ("soft", "mail"),
    SessionStatus.OPEN: ("ok", "play"),
    SessionStatus.ADJOURNED: ("warn", "pause"),
    SessionStatus.HELD: ("ok", "check"),
    SessionStatus.NO_QUORUM: ("bad", "circle-x"),
    SessionStatus.POSTPONED: ("warn", "calendar-clock"),
    SessionStatus.CANCELLED: ("mute", "ban"),
}
"""Tone and sign of a state; its word always stands beside them."""

MINUTES_LOOKS: dict[MinutesStatus, tuple[str, str]] = {
    MinutesStatus.DRAFT: ("mute", "pencil"),
    MinutesStatus.REVIEW: ("soft", "eye"),
    MinutesStatus.CIRCULATED: ("soft", "send"),
    MinutesStatus.APPROVED: ("ok", "check"),
    MinutesStatus.SIGNED: ("ok", "check"),
}


def status_pill(status: SessionStatus) -> Pill:
    """The state of a session on a pill."""
    tone, sign = STATUS_LOOKS[status]
    return Pill(capital(label_of(status)), tone, sign)


def place_of(status: SessionStatus) -> str:
    """Where a session of this state is opened: preparation, the room, or its papers."""
    if status in (SessionStatus.OPEN, SessionStatus.ADJOURNED):
        return "room"
    if status in (SessionStatus.HELD, SessionStatus.NO_QUORUM):
        return "session_view"
    return "session_prepare"


class SessionWords(QObject):
    """Phrases about a session."""

    def title(self, number: int) -> str:
        """Заседание № 4"""
        return self.tr("Session № {n}").format(n=number).replace("№ ", f"№{NBSP}")

    def when(self, starts_at: datetime, ends_at: datetime | None = None) -> str:
        """четвъртък, 26 ноември 2026 г., 10:00–11:50"""
        start = local(starts_at)
        text = f"{weekday_date(start.date())}, {start:%H:%M}"
        return f"{text}–{local(ends_at):%H:%M}" if ends_at is not None else text
