"""The form of a session: new, held before, or the one being prepared."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt

from dcm_desktop.domain.terms import SessionForm as MeetingForm
from dcm_desktop.domain.terms import SessionKind
from dcm_desktop.domain.values import at_local
from dcm_desktop.ui.clock import local, now, today
from dcm_desktop.ui.screens.choices import chosen_of, options_of, person_options
from dcm_desktop.ui.screens.form_parts import Folded, beside
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.sessions.proposed_list import ProposedList
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.boxes import Box, Item, hbox
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit, TimeEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.usecases.members import list_people
from dcm_desktop.usecases.office import get_mechanism
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import (
    SessionData,
    create_session,
    get_session_data,
    list_templates,
    propose_items,
    propose_session,
    update_session,
    usual_template,
)

NOON = time(10, 0)
_CALLED = frozenset({SessionKind.EXTRAORDINARY, SessionKind.WRITTEN, SessionKind.CONSTITUENT})
"""Kinds that say why they are called."""


class SessionForm(SideForm):
    """Number, kind, day and hours, place, chair, minutes taker; for a new one its agenda too.

    Enter in a line makes a new session, so that the usual one takes two keys.
    """

    def __init__(
        self, screen: Screen, mechanism_id: str, *, session_id: str = "", held_before: bool = False
    ) -> None:
        super().__init__(screen, "")
        self._mechanism_id, self._session_id = mechanism_id, session_id
        self._held_before = held_before
        self._is_new = not session_id
        ask = self.desk.workspace.ask
        founded = ask(get_mechanism, mechanism_id).data.founded_on
        self._template_id = (ask(usual_template, mechanism_id) or "") if self._is_new else ""
        if session_id:
            data = ask(get_session_data, session_id)
            self.title.setText(self.tr("The session"))
            self.done_text = self.tr("The session is changed")
        else:
            data = self._proposed()
            new = self.tr("Session held before") if held_before else self.tr("New session")
            self.title.setText(new)
            self.save_button.set_text(self.tr("Enter it") if held_before else self.tr("Prepare it"))
            self.done_text = self.tr("The session is entered")
        if held_before:
            self.subtitle.setText(
                self.tr("Any day since the founding; it is marked as entered later.")
            )
            self.subtitle.show()
        self._make_fields(data, founded)
        self._put_fields()
        self._kind_chosen(data.kind.value)
        self.ready()

    def take_keyboard(self) -> None:
        """The day is what is looked at first."""
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self, accept: frozenset[str]) -> Saved:
        """Make or change the session."""
        workspace = self.desk.workspace
        if self._session_id:
            return workspace.do(
                update_session, self._session_id, self._data(), accept=accept, at=now()
            )
        return workspace.do(
            create_session,
            self._mechanism_id,
            self._data(),
            template_id=self._template_id or None,
            take=None if self._held_before else self.items.taken,
            accept=accept,
            at=now(),
        )

    def _proposed(self) -> SessionData:
        return self.desk.workspace.ask(
            propose_session,
            self._mechanism_id,
            template_id=self._template_id or None,
            at=now(),
        )

    def _make_fields(self, data: SessionData, founded: date | None) -> None:
        start, end = local(data.starts_at), data.ends_at
        day = None if self._held_before else start.date()
        templates = self.desk.workspace.ask(list_templates, self._mechanism_id)
        self.template = Combo(
            [
                Option("", self.tr("The last session")),
                *(Option(row.template_id, row.name) for row in templates),
            ],
            value=self._template_id,
        )
        self.template.setObjectName("template_id")
        self.template.chosen.connect(self._template_chosen)
        self.number = NumberEdit(low=1, high=9999)
        self.number.setObjectName("number")
        self.number.set_value(data.number)
        self.kind = Combo(options_of(SessionKind), value=data.kind.value)
        self.kind.setObjectName("kind")
        self.kind.chosen.connect(self._kind_chosen)
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
        self.ground = LineEdit(data.ground)
        self.ground.setObjectName("ground")
        self.ground.setCursorPosition(0)
        due = local(data.answers_due_at) if data.answers_due_at is not None else None
        self.due_day = DateEdit(due.date() if due is not None else None)
        self.due_day.setObjectName("answers_due_at")
        self.due_hour = TimeEdit(due.time() if due is not None else time(17, 0))
        self.due_hour.setObjectName("answers_due_time")
        self.topic = LineEdit(data.topic)
        self.topic.setObjectName("topic")
        self.project = LineEdit(data.funding_project)
        self.project.setObjectName("funding_project")
        self.items = ProposedList()

    def _put_fields(self) -> None:
        usual = self.tr("Empty: those of that day") if self._held_before else ""
        number = Field(self.tr("Number"), self.number)
        number.setMaximumWidth(110)
        self._ground_field = Field(
            self.tr("Why it is called"),
            self.ground,
            hint=self.tr("As the invitation says it: on whose proposal, on what ground"),
        )
        self._due_box = Box(
            beside(
                Field(self.tr("Answers are taken until"), self.due_day),
                Field(self.tr("Hour"), self.due_hour),
            )
        )
        parts: list[Item] = []
        if self._is_new and not self._held_before and self.template.count() > 1:
            parts.append(Field(self.tr("Made like"), self.template))
        parts += [
            hbox(number, (Field(self.tr("Kind"), self.kind), 1), spacing=12),
            self._ground_field,
            Field(self.tr("Day"), self.day, required=self.tr("Type the day.")),
            beside(
                Field(self.tr("Begins"), self.start, required=self.tr("Type the hour.")),
                Field(self.tr("Planned end"), self.end),
            ),
            self._due_box,
            Field(
                self.tr("Place"), self.place, hint=self.tr("Hall and address, as in the invitation")
            ),
        ]
        agenda = Box(Label(self.tr("Agenda: what stands ready"), "smallm"), self.items, spacing=4)
        people = [
            Field(self.tr("Chair"), self.chair, hint=usual),
            Field(self.tr("Takes the minutes"), self.taker, hint=usual),
        ]
        folded = Folded(
            self.tr("Form, topic, project"),
            Field(self.tr("How people take part"), self.form_of),
            Field(self.tr("Topic"), self.topic),
            Field(self.tr("Project"), self.project),
        )
        parts += [agenda, *people, folded] if self._lists_items else [*people, folded]
        self.put(*parts)
        if self._is_new and not self._held_before:
            for line in (self.number, self.day, self.start, self.end, self.place, self.topic,
                         self.project, self.ground):  # fmt: skip
                line.returnPressed.connect(self.save)

    @property
    def _lists_items(self) -> bool:
        return self._is_new and not self._held_before

    def _kind_chosen(self, value: str) -> None:
        """What the kind asks for, and what it proposes for the agenda."""
        kind = SessionKind(value)
        self._ground_field.setVisible(kind in _CALLED)
        self._due_box.setVisible(kind is SessionKind.WRITTEN)
        if self._lists_items:
            self.items.show_items(
                self.desk.workspace.ask(
                    propose_items,
                    self._mechanism_id,
                    template_id=self._template_id or None,
                    kind=kind,
                    starts_at=self._data().starts_at,
                    taker_id=self.taker.value() or None,
                )
            )

    def _template_chosen(self, template_id: str) -> None:
        """Kind, form, place and hour of another template, and its items."""
        self._template_id = template_id
        data = self._proposed()
        self.kind.set_value(data.kind.value)
        self.form_of.set_value(data.form.value)
        self.place.setText(data.place)
        self.place.setCursorPosition(0)
        self.start.set_value(local(data.starts_at).time())
        self._kind_chosen(data.kind.value)

    def _data(self) -> SessionData:
        day = self.day.value() or today()
        end = self.end.value()
        kind = chosen_of(self.kind, SessionKind) or SessionKind.REGULAR
        due = self.due_day.value() if kind is SessionKind.WRITTEN else None
        return SessionData(
            starts_at=_moment(day, self.start.value() or NOON),
            number=self.number.value(),
            kind=kind,
            form=chosen_of(self.form_of, MeetingForm) or MeetingForm.IN_PERSON,
            topic=self.topic.text(),
            ends_at=_moment(day, end) if end is not None else None,
            place=self.place.text(),
            chair_person_id=self.chair.value() or None,
            minutes_taker_person_id=self.taker.value() or None,
            funding_project=self.project.text(),
            ground=self.ground.text() if kind in _CALLED else "",
            answers_due_at=_moment(due, self.due_hour.value() or NOON) if due else None,
        )


def _moment(day: date, hour: time) -> datetime:
    return at_local(day, hour)
