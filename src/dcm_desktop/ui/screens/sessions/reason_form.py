"""Acts on a session that ask something first: convening, putting off, giving up, a new date."""

from datetime import time

from dcm_desktop.domain.terms import SessionAction
from dcm_desktop.domain.values import at_local
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.screens.form_parts import beside
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.dates import DateEdit, TimeEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, TextEdit
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import (
    cancel_session,
    convene_session,
    postpone_session,
    reschedule_session,
)


class ConveneForm(SideForm):
    """When the invitations go out, and under which outgoing number."""

    def __init__(self, screen: Screen, session_id: str) -> None:
        super().__init__(screen, "")
        self._session_id = session_id
        self.title.setText(self.tr("Convene the session"))
        self.save_button.set_text(self.tr("Convene"))
        self.done_text = self.tr("The session is convened; its roll is made")
        self.sent_on = DateEdit(today())
        self.sent_on.setObjectName("convened_on")
        self.outgoing_no = LineEdit()
        self.outgoing_no.setObjectName("number")
        self.put(
            Field(
                self.tr("The invitations go out on"),
                self.sent_on,
                required=self.tr("Type the day."),
            ),
            Field(
                self.tr("Outgoing number"),
                self.outgoing_no,
                hint=self.tr("As in your register; printed on the invitation."),
            ),
        )
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Convene it."""
        return self.desk.workspace.do(
            convene_session,
            self._session_id,
            convened_on=self.sent_on.value(),
            outgoing_no=self.outgoing_no.text(),
            accept=accept,
            at=now(),
        )


class ReasonForm(SideForm):
    """Why a session is postponed or cancelled."""

    def __init__(self, screen: Screen, session_id: str, action: SessionAction) -> None:
        super().__init__(screen, "")
        self._session_id, self._action = session_id, action
        if action is SessionAction.POSTPONE:
            self.title.setText(self.tr("Postpone the session"))
            self.save_button.set_text(self.tr("Postpone it"))
            self.done_text = self.tr("The session is postponed")
        else:
            self.title.setText(self.tr("Cancel the session"))
            self.save_button.set_text(self.tr("Cancel the session"))
            self.done_text = self.tr("The session is cancelled")
        self.reason = TextEdit(lines=3)
        self.reason.setObjectName("reason")
        self.put(
            Field(self.tr("Reason"), self.reason, required=self.tr("Type the reason.")),
        )
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Set it aside."""
        _ = accept
        act = postpone_session if self._action is SessionAction.POSTPONE else cancel_session
        reason = " ".join(self.reason.text().split())
        return self.desk.workspace.do(act, self._session_id, reason, at=now())


class RescheduleForm(SideForm):
    """The new date of a postponed session; its number stays."""

    def __init__(self, screen: Screen, session_id: str) -> None:
        super().__init__(screen, "")
        self._session_id = session_id
        self.title.setText(self.tr("A new date"))
        self.subtitle.setText(self.tr("The number stays; the invitation is made again."))
        self.subtitle.show()
        self.save_button.set_text(self.tr("Set the date"))
        self.done_text = self.tr("The session has a new date")
        self.day = DateEdit()
        self.day.setObjectName("starts_at")
        self.start = TimeEdit(time(10, 0))
        self.start.setObjectName("start_time")
        self.put(
            beside(
                Field(self.tr("Day"), self.day, required=self.tr("Type the day.")),
                Field(self.tr("Begins"), self.start, required=self.tr("Type the hour.")),
            )
        )
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Give it the date."""
        starts_at = at_local(self.day.value() or today(), self.start.value() or time(10, 0))
        return self.desk.workspace.do(
            reschedule_session, self._session_id, starts_at, accept=accept, at=now()
        )
