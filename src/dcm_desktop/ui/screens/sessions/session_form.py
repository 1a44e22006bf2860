"""The form of a session: new, held before, or the one being prepared."""

from datetime import date, datetime, time, timedelta

from dcm_desktop.domain.terms import SessionForm as MeetingForm
from dcm_desktop.domain.terms import SessionKind
from dcm_desktop.domain.values import at_local
from dcm_desktop.ui.clock import local, now, today
from dcm_desktop.ui.screens.choices import chosen_of, options_of, person_options
from dcm_desktop.ui.screens.form_parts import Folded, beside
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.boxes import hbox
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit, TimeEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.usecases.members import list_people
from dcm_desktop.usecases.office import get_mechanism
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import (
    SessionData,
    create_session,
    get_session_data,
    propose_session,
    update_session,
)

NOON = time(10, 0)


class SessionForm(SideForm):
    """Number, kind, day and hours, place, chair, minutes taker."""

    def __init__(
        self, screen: Screen, mechanism_id: str, *, session_id: str = "", held_before: bool = False
    ) -> None:
        super().__init__(screen, "")
        self._mechanism_id, self._session_id = mechanism_id, session_id
        self._held_before = held_before
        ask = self.desk.workspace.ask
        founded = ask(get_mechanism, mechanism_id).data.founded_on
        if session_id:
            data = ask(get_session_data, session_id)
            self.title.setText(self.tr("The session"))
            self.done_text = self.tr("The session is changed")
        else:
            data = ask(propose_session, mechanism_id, at=now())
            new = self.tr("Session held before") if held_before else self.tr("New session")
            self.title.setText(new)
            self.save_button.set_text(self.tr("Enter it") if held_before else self.tr("Prepare it"))
            self.done_text = self.tr("The session is entered")
        if held_before:
            self.subtitle.setText(
                self.tr("Any day since the founding; it is marked as entered later.")
            )
            self.subtitle.show()
        self._put_fields(data, founded)
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Make or change the session."""
        workspace = self.desk.workspace
        if self._session_id:
            return workspace.do(
                update_session, self._session_id, self._data(), accept=accept, at=now()
            )
        return workspace.do(
            create_session, self._mechanism_id, self._data(), accept=accept, at=now()
        )

    def _put_fields(self, data: SessionData, founded: date | None) -> None:
        start, end = local(data.starts_at), data.ends_at
        day = None if self._held_before else start.date()
        self.number = NumberEdit(low=1, high=9999)
        self.number.setObjectName("number")
        self.number.set_value(data.number)
        self.kind = Combo(options_of(SessionKind), value=data.kind.value)
        self.kind.setObjectName("kind")
        latest = today() - timedelta(days=1) if self._held_before else None
        self.day = DateEdit(day, earliest=founded, latest=latest)
        self.day.setObjectName("starts_at")
        self.start = TimeEdit(start.time() if not self._held_before else NOON)
        self.start.setObjectName("start_time")
        self.end = TimeEdit(local(end).time() if end is not None else None)
        self.end.setObjectName("ends_at")
        self.place = LineEdit(data.place)
        self.place.setObjectName("place")
        self.place.setCursorPosition(0)
        people = person_options(self.desk.workspace.ask(list_people, day=day or today()))
        nobody = [Option("", self.tr("not chosen"))]
        chair, taker = data.chair_person_id or "", data.minutes_taker_person_id or ""
        self.chair = Combo([*nobody, *people], value="" if self._held_before else chair)
        self.chair.setObjectName("chair_person_id")
        self.taker = Combo([*nobody, *people], value="" if self._held_before else taker)
        self.taker.setObjectName("minutes_taker_person_id")
        self.form_of = Combo(options_of(MeetingForm), value=data.form.value)
        self.form_of.setObjectName("form")
        self.topic = LineEdit(data.topic)
        self.topic.setObjectName("topic")
        self.project = LineEdit(data.funding_project)
        self.project.setObjectName("funding_project")
        usual = self.tr("Empty: those of that day") if self._held_before else ""
        number = Field(self.tr("Number"), self.number)
        number.setMaximumWidth(110)
        self.put(
            hbox(number, (Field(self.tr("Kind"), self.kind), 1), spacing=12),
            Field(self.tr("Day"), self.day, required=self.tr("Type the day.")),
            beside(
                Field(self.tr("Begins"), self.start, required=self.tr("Type the hour.")),
                Field(self.tr("Planned end"), self.end),
            ),
            Field(
                self.tr("Place"), self.place, hint=self.tr("Hall and address, as in the invitation")
            ),
            Field(self.tr("Chair"), self.chair, hint=usual),
            Field(self.tr("Takes the minutes"), self.taker, hint=usual),
            Folded(
                self.tr("Form, topic, project"),
                Field(self.tr("How people take part"), self.form_of),
                Field(self.tr("Topic"), self.topic),
                Field(self.tr("Project"), self.project),
            ),
        )

    def _data(self) -> SessionData:
        day = self.day.value() or today()
        end = self.end.value()
        return SessionData(
            starts_at=_moment(day, self.start.value() or NOON),
            number=self.number.value(),
            kind=chosen_of(self.kind, SessionKind) or SessionKind.REGULAR,
            form=chosen_of(self.form_of, MeetingForm) or MeetingForm.IN_PERSON,
            topic=self.topic.text(),
            ends_at=_moment(day, end) if end is not None else None,
            place=self.place.text(),
            chair_person_id=self.chair.value() or None,
            minutes_taker_person_id=self.taker.value() or None,
            funding_project=self.project.text(),
        )


def _moment(day: date, hour: time) -> datetime:
    return at_local(day, hour)
