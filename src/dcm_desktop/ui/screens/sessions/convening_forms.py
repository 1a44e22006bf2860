"""A session that did not take place: the new date, in one act with the statement or after it."""

from datetime import time

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.domain.values import at_local
from dcm_desktop.ui.clock import local, now, today
from dcm_desktop.ui.screens.form_parts import beside
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.dates import DateEdit, TimeEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, TextEdit
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.reconvening import (
    fail_and_reconvene,
    propose_new_date,
    reconvene_session,
)


class NewDateForm(SideForm):
    """Day, hour and place of the session that is called instead; `saved` carries its id."""

    def __init__(self, screen: Screen, session_id: str, status: SessionStatus, place: str) -> None:
        super().__init__(screen, "")
        self._session_id, self._status = session_id, status
        failed = status is SessionStatus.NO_QUORUM
        self.title.setText(self.tr("A new session") if failed else self.tr("It did not take place"))
        self.subtitle.setText(
            self.tr(
                "The items are carried over, the cases stay open. The new session is convened "
                "at once; its letters are the next thing to send."
            )
        )
        self.subtitle.show()
        self.save_button.set_text(self.tr("Call the new session"))
        self.done_text = self.tr("The new session is called; print its letters")
        proposed = local(screen.desk.workspace.ask(propose_new_date, session_id, at=now()))
        self.day = DateEdit(proposed.date())
        self.day.setObjectName("starts_at")
        self.start = TimeEdit(proposed.timetz().replace(tzinfo=None))
        self.start.setObjectName("start_time")
        self.place = LineEdit(place)
        self.place.setObjectName("place")
        self.reason = TextEdit(lines=2)
        self.reason.setObjectName("reason")
        self.put(
            beside(
                Field(self.tr("Day"), self.day, required=self.tr("Type the day.")),
                Field(self.tr("Begins"), self.start, required=self.tr("Type the hour.")),
            ),
            Field(self.tr("Place"), self.place),
        )
        if not failed:
            hint = self.tr("Printed in the statement; may stay empty.")
            self.put(Field(self.tr("Circumstances"), self.reason, hint=hint))
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Call it."""
        do = self.desk.workspace.do
        starts_at = at_local(self.day.value() or today(), self.start.value() or time(10, 0))
        if self._status is SessionStatus.NO_QUORUM:
            answer = do(
                reconvene_session,
                self._session_id,
                starts_at,
                place=self.place.text(),
                accept=accept,
                at=now(),
            )
        else:
            answer = do(
                fail_and_reconvene,
                self._session_id,
                starts_at,
                place=self.place.text(),
                reason=" ".join(self.reason.text().split()),
                accept=accept,
                at=now(),
            )
        return Saved(answer.new_session_id, answer.warnings)
