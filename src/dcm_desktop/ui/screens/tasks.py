"""All tasks of the mechanism, the overdue ones first; what became of one is noted here."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from dcm_desktop.domain.action_item import DueState
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.formats import near_date, short_date
from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.side_form import SideForm, SideStage
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.dates import DateEdit
from dcm_desktop.ui.widgets.fields import Field, SearchEdit, TextEdit
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.ui.widgets.table import TableView
from dcm_desktop.ui.words import label_of as store_label
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import send_task_to_inbox
from dcm_desktop.usecases.sessions.task_reports import history_of
from dcm_desktop.usecases.tasks import TaskFilter, TaskRow, list_tasks, mark_task_done


class TaskDoneForm(SideForm):
    """When a task was done, and with what result."""

    def __init__(self, screen: Screen, row: TaskRow) -> None:
        super().__init__(screen, row.title, row.institution)
        self._task_id = row.task_id
        self.save_button.set_text(self.tr("It is done"))
        self.done_text = self.tr("The task is reported as done")
        self.day = DateEdit(today(), latest=today())
        self.day.setObjectName("done_on")
        self.result = TextEdit(lines=4)
        self.result.setObjectName("result")
        self.put(
            Field(self.tr("Done on"), self.day, required=self.tr("Type the day.")),
            Field(self.tr("Result"), self.result, required=self.tr("Type the result.")),
        )
        self.put(*self._history(row.task_id))
        self.ready()

    def _history(self, task_id: str) -> list[QWidget]:
        """What was reported about it, session by session."""
        rows = self.desk.workspace.ask(history_of, task_id)
        if not rows:
            return []
        shown: list[QWidget] = [Label(self.tr("Reported so far"), "smalls", "text2")]
        for row in rows:
            place = self.tr("between sessions")
            if row.session_number is not None:
                place = self.tr("session № {n}").format(n=row.session_number)
            words = [f"{place}, {short_date(row.reported_on)}: {label_of(row.outcome)}"]
            if row.new_due_on is not None:
                until = short_date(row.new_due_on)
                words.append(self.tr("until {date}").format(date=until))
            words += [part for part in (row.line, row.by) if part]
            shown.append(Label(" · ".join(words), "small", wrap=True))
        return shown

    def send(self, accept: frozenset[str]) -> Saved:
        """Report it."""
        _ = accept
        return self.desk.workspace.do(
            mark_task_done,
            self._task_id,
            result=self.result.text(),
            done_on=self.day.value(),
            at=now(),
        )


class TasksScreen(Screen):
    """The list of tasks that are not finished."""

    concerns = frozenset(
        {"action_item", "task_report", "session", "decision", "institution", "case"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Tasks"))
        self.search = SearchEdit(hint=self.tr("Task, institution, decision …"))
        self.search.setFixedWidth(280)
        self.search.textChanged.connect(self._filter)
        self.late = Button(self.tr("Only overdue"), kind="chip")
        self.late.setCheckable(True)
        self.late.setObjectName("onlyOverdue")
        self.late.toggled.connect(self._late_toggled)
        self.header.set_actions(self.late, self.search)
        self.add_key("Ctrl+F", self.tr("search"), self.search.setFocus)
        self.name_key("Enter", self.tr("report the task as done"))
        self.add_key("Ctrl+I", self.tr("to the inbox, for the next agenda"), self.to_inbox)
        self.add_key("F6", self.tr("to the decision of the task"), self._to_decision)
        self.add_key("F11", self.tr("to the case of the task"), self._to_case)
        self.model: RowTableModel[TaskRow] = RowTableModel(self._columns())
        self.table: TableView[TaskRow] = TableView(
            self.model, name=self.tr("Tasks"), row_height=48, open_on_click=True
        )
        self.table.row_opened.connect(self._open)
        self._count = Label("", "smallm")
        card = Box(
            hbox(self._count, None, margins=(16, 8, 16, 0)),
            (self.table, 1),
            name="card",
            spacing=0,
            margins=(1, 1, 1, 1),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(card)
        self.pages.addWidget(
            EmptyState(
                "list-checks",
                self.tr("No open task"),
                self.tr("Tasks are made with the decisions of a session."),
                [Act(self.tr("To the sessions"), self._to_sessions)],
            )
        )
        self.stage = SideStage(self.pages)
        self.body.addWidget(self.stage, 1)

    def opened(self, only: str = "", find: str = "", **_more: str) -> None:
        """`only`: overdue; `find`: a word for the search."""
        self.late.setChecked(only == "overdue")
        self.search.setText(find)
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the tasks."""
        rows = self.desk.workspace.ask(list_tasks, TaskFilter(), today=today())
        self.model.set_rows(rows)
        self.pages.setCurrentIndex(0 if rows else 1)
        late = sum(1 for row in rows if row.is_overdue)
        words = self.tr("{tasks}, overdue: {late}")
        line = words.format(tasks=Plurals().tasks(len(rows)), late=late)
        self.header.set_text(self.tr("Tasks"), f"{store_label(self.desk.workspace.info)} · {line}")
        self._filter()

    def fit(self, room: Fit) -> None:
        """One part at a time in a narrow window."""
        self.stage.set_narrow(room.narrow)
        self.search.setFixedWidth(220 if room.narrow else 280)

    def _columns(self) -> list[Column[TaskRow]]:
        return [
            Column(self.tr("Task"), lambda row: Cell(row.title, sub=self._origin(row)), stretch=2),
            Column(self.tr("Responsible"), lambda row: capital(row.institution), hide_below=560),
            Column(self.tr("Term"), self._term, sort=lambda row: f"{row.due_on or '9'}", width=190),
        ]

    def _origin(self, row: TaskRow) -> str:
        parts = (
            [self.tr("decision {n}").format(n=row.decision_number)] if row.decision_number else []
        )
        return " · ".join([*parts, *([row.case_code] if row.case_code else [])])

    def _term(self, row: TaskRow) -> Cell:
        if row.standing:
            return Cell(self.tr("standing"), "text2")
        if row.due_on is None:
            return Cell(self.tr("next session") if row.next_session else "–", "text2")
        day = near_date(row.due_on, today())
        word = label_of(row.state)
        if row.state is DueState.TODAY:
            return Cell(day, "warn", icon="clock", icon_tone="warn", sub=word)
        if not row.is_overdue:
            return Cell(day, sub=word)
        late = self.tr("late by {days}").format(days=Plurals().days(row.days_overdue))
        line = f"{word}, {late}"
        return Cell(day, "bad", icon="triangle-alert", icon_tone="bad", sub=line)

    def _filter(self, *_text: str) -> None:
        only = self.late.isChecked()
        self.model.filter(self.search.text(), lambda row: row.is_overdue or not only)
        self._count.setText(Plurals().tasks(len(self.model.shown)))

    def _late_toggled(self, on: bool) -> None:
        self.late.set_kind("chipon" if on else "chip")
        self.late.set_icon("check" if on else "")
        self._filter()

    def _open(self, row: object) -> None:
        if isinstance(row, TaskRow):
            self.stage.open(TaskDoneForm(self, row))

    def _to_decision(self) -> None:
        row = self.table.current_row()
        if row is None or not row.session_id:
            text = self.tr("This task was not made in a session.")
            self.strip.say(text, "mute")
        else:
            item_id = row.item_id or ""
            self.desk.shell.open("room", session_id=row.session_id, item_id=item_id)

    def _to_case(self) -> None:
        row = self.table.current_row()
        if row is None or not row.case_id:
            self.strip.say(self.tr("This task belongs to no case."), "mute")
        else:
            self.desk.shell.open("case_file", case_id=row.case_id)

    def to_inbox(self) -> None:
        """The chosen task waits for an agenda."""
        row = self.table.current_row()
        if row is not None:
            self.desk.workspace.do(send_task_to_inbox, row.task_id, at=now())
            self.say_done(self.tr("The task waits in the inbox"))

    def _to_sessions(self) -> None:
        self.desk.shell.open("sessions")
