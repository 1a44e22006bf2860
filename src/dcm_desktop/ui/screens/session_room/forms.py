"""Forms at the side of the room: a new agenda item, a task."""

from datetime import date, datetime

from dcm_desktop.domain.agenda import DEFAULT_MINUTES
from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.domain.values import at_local
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.screens.choices import chosen_of, institution_options, options_of
from dcm_desktop.ui.screens.choices import person_options as people_of
from dcm_desktop.ui.screens.form_parts import YesNo, beside
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.side_form import SideForm
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.dates import DateEdit, TimeEdit
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.usecases.cases.lists import CaseFilter, list_cases
from dcm_desktop.usecases.members import list_institutions, list_people
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.agenda import ItemData, add_item, get_item, update_item
from dcm_desktop.usecases.sessions.room import set_next_session
from dcm_desktop.usecases.sessions.tasks import TaskData, get_task, update_task


class ItemForm(SideForm):
    """An agenda item: kind, title or case, who reports, how long. Without an id a new one."""

    def __init__(
        self,
        screen: Screen,
        session_id: str,
        day: date,
        *,
        item_id: str = "",
        after_id: str = "",
    ) -> None:
        super().__init__(screen, "")
        self._session_id, self._item_id, self._after_id = session_id, item_id, after_id
        self.title.setText(self.tr("Agenda item") if item_id else self.tr("Add an item"))
        self.save_button.set_text(self.tr("Save") if item_id else self.tr("Add"))
        ask = self.desk.workspace.ask
        data = ask(get_item, item_id) if item_id else ItemData(AgendaItemKind.ORGANISATIONAL)
        self.kind = Combo(options_of(AgendaItemKind), value=data.kind.value)
        self.kind.setObjectName("kind")
        self.heading = LineEdit(data.title)
        self.heading.setObjectName("title")
        cases = ask(list_cases, CaseFilter(), today=day).rows
        self.case = Combo([Option(row.case_id, row.code, row.place) for row in cases])
        self.case.set_value(data.case_id or "")
        self.case.setObjectName("case_id")
        self.public = LineEdit(data.public_title, hint=self.tr("The same as the title"))
        self.public.setObjectName("public_title")
        people = people_of(ask(list_people, day=day))
        self.reporter = Combo([Option("", "–"), *people], value=data.rapporteur_person_id or "")
        self.reporter.setObjectName("rapporteur_person_id")
        self.minutes = NumberEdit(low=1, high=600)
        self.minutes.setObjectName("planned_minutes")
        self.minutes.set_value(data.planned_minutes)
        self.in_closed = YesNo(data.closed_part, name=self.tr("In the closed part"))
        self._title_field = Field(self.tr("Title"), self.heading)
        self._public_field = Field(
            self.tr("Title for the public"), self.public, hint=self.tr("No names of people.")
        )
        self._case_field = Field(
            self.tr("Case"), self.case, hint=self.tr("The title is made of the code.")
        )
        self._closed_field = Field(self.tr("Closed part"), self.in_closed)
        self.put(
            Field(self.tr("Kind"), self.kind),
            self._case_field,
            self._title_field,
            self._public_field,
            Field(self.tr("Reported by"), self.reporter),
            beside(Field(self.tr("Minutes"), self.minutes), self._closed_field),
        )
        self.kind.chosen.connect(self._kind_chosen)
        self._kind_chosen(data.kind.value)
        self.ready()

    def take_keyboard(self) -> None:
        """The title is what is typed first."""
        if self.heading.isHidden() or self._title_field.isHidden():
            self.kind.setFocus()
        else:
            self.heading.setFocus()

    def send(self, accept: frozenset[str]) -> Saved:
        """Add or save it."""
        _ = accept
        kind = chosen_of(self.kind, AgendaItemKind) or AgendaItemKind.MISC
        is_case = kind is AgendaItemKind.CASE
        data = ItemData(
            kind=kind,
            title="" if is_case else self.heading.text(),
            public_title="" if is_case else self.public.text(),
            rapporteur_person_id=self.reporter.value() or None,
            case_id=(self.case.value() or None) if is_case else None,
            closed_part=self.in_closed.value(),
            planned_minutes=self.minutes.value(),
        )
        do = self.desk.workspace.do
        if self._item_id:
            return do(update_item, self._item_id, data, at=now())
        after = self._after_id or None
        return do(add_item, self._session_id, data, after_id=after, at=now())

    def _kind_chosen(self, value: str) -> None:
        kind = AgendaItemKind(value)
        is_case = kind is AgendaItemKind.CASE
        self._case_field.setVisible(is_case)
        self._title_field.setVisible(not is_case)
        self._public_field.setVisible(not is_case)
        self._closed_field.setVisible(not is_case)
        self.minutes.setPlaceholderText(str(DEFAULT_MINUTES[kind]))


class TaskForm(SideForm):
    """A task that was written in one line, as a form."""

    def __init__(self, screen: Screen, task_id: str) -> None:
        super().__init__(screen, "")
        self._task_id = task_id
        self.title.setText(self.tr("Task"))
        self._data = self.desk.workspace.ask(get_task, task_id)
        rows = self.desk.workspace.ask(list_institutions)
        self.what = LineEdit(self._data.title)
        self.what.setObjectName("task_title")
        self.who = Combo(
            institution_options(rows), value=self._data.responsible_institution_id or ""
        )
        self.who.setObjectName("responsible_institution_id")
        self.due = DateEdit(self._data.due_on)
        self.due.setObjectName("due_on")
        term = "standing" if self._data.standing else "next" if self._data.next_session else "date"
        self.term = Combo(
            [
                Option("date", self.tr("Until a date")),
                Option("next", self.tr("The next session")),
                Option("standing", self.tr("Standing")),
            ],
            value=term,
        )
        self.term.setObjectName("term")
        self._due_field = Field(self.tr("Date"), self.due)
        self.put(
            Field(self.tr("What"), self.what),
            Field(self.tr("Responsible"), self.who),
            beside(Field(self.tr("Term"), self.term), self._due_field),
        )
        self.term.chosen.connect(self._term_chosen)
        self._term_chosen(term)
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Save it."""
        _ = accept
        term = self.term.value()
        data = TaskData(
            title=self.what.text(),
            responsible_institution_id=self.who.value() or None,
            responsible_person_id=self._data.responsible_person_id,
            co_responsible_ids=self._data.co_responsible_ids,
            due_on=self.due.value() if term == "date" else None,
            standing=term == "standing",
            next_session=term == "next",
            point_label=self._data.point_label,
        )
        return self.desk.workspace.do(update_task, self._task_id, data, at=now())

    def _term_chosen(self, value: str) -> None:
        self._due_field.setVisible(value == "date")


class NextSessionForm(SideForm):
    """Day and hour of the next session: the minutes print it, the next form proposes it."""

    def __init__(
        self, screen: Screen, session_id: str, next_at: datetime | None, starts_at: datetime
    ) -> None:
        super().__init__(screen, "")
        self._session_id = session_id
        self.title.setText(self.tr("Next session"))
        self.done_text = self.tr("The next session is set")
        shown = local(next_at) if next_at is not None else None
        self.day = DateEdit(shown.date() if shown is not None else None)
        self.day.setObjectName("next_session_at")
        self.hour = TimeEdit((shown or local(starts_at)).time())
        self.hour.setObjectName("next_session_time")
        self.put(beside(Field(self.tr("Date"), self.day), Field(self.tr("Hour"), self.hour)))
        self.ready()

    def send(self, accept: frozenset[str]) -> Saved:
        """Set it; without a date there is none."""
        _ = accept
        day, hour = self.day.value(), self.hour.value()
        moment = at_local(day, hour) if day is not None and hour is not None else None
        return self.desk.workspace.do(set_next_session, self._session_id, moment, at=now())
