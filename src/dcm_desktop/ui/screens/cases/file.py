"""The file of one case: people at the left, chronology in the middle, at the right what is missing
first."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dcm_desktop.domain.case_file import Missing
from dcm_desktop.domain.terms import CaseStatus, RiskLevel, StoreLevel
from dcm_desktop.ui import theme
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.formats import long_date, sentence
from dcm_desktop.ui.screens.cases.chronology_card import ChronologyCard
from dcm_desktop.ui.screens.cases.file_cards import (
    MissingCard,
    PeopleCard,
    TasksCard,
)
from dcm_desktop.ui.screens.cases.file_tabs import CHRONOLOGY, FAMILY
from dcm_desktop.ui.screens.cases.forms import (
    CaseForm,
    ChildForm,
    DeleteCaseForm,
    RelativeForm,
    StatusForm,
)
from dcm_desktop.ui.screens.cases.words import RISK_TONES
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.side_form import SideForm, SideStage
from dcm_desktop.ui.widgets.boxes import vbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import field_of
from dcm_desktop.ui.widgets.labels import Pill
from dcm_desktop.ui.widgets.messages import Act, MessageStrip
from dcm_desktop.usecases.cases import (
    CaseEvent,
    CaseView,
    EventKind,
    case_by_code,
    get_case,
    note_case_opened,
)
from dcm_desktop.usecases.sessions import send_case_to_inbox

_RISKY = frozenset({RiskLevel.HIGH, RiskLevel.IMMEDIATE})
_OF_CHILD = {
    "birth": "birth_date",
    "sex": "sex",
    "care_now": "care_now",
    "opinion_heard": "opinion_heard",
}


class CaseFileScreen(Screen):
    """One case."""

    concerns = frozenset(
        {"case", "child", "family_member", "individual", "case_status_change", "case_review",
         "agenda_item", "session", "decision", "action_item", "pledge", "institution", "person"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self._case_id = ""
        self._view: CaseView | None = None
        self._low = self._came = False
        self._may_write = desk.workspace.info.level is not StoreLevel.NATIONAL
        self.notice = MessageStrip()
        self.people = PeopleCard()
        self.chronology = ChronologyCard()
        self.missing = MissingCard()
        self.tasks = TasksCard()
        self._make_actions()
        self._shown = CHRONOLOGY
        for tabs in (self.chronology.tabs, self.people.tabs):
            tabs.chosen.connect(self._tab_chosen)
        self._main = QWidget()
        self._row = QHBoxLayout(self._main)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.people)
        self._row.addWidget(self.chronology, 1)
        self._right = QWidget()
        self._right.setLayout(vbox(self.missing, (self.tasks, 1), spacing=12))
        self._right.setFixedWidth(theme.px(280))
        self.stage = SideStage(self._main, self._right, keep_beside=True)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.stage, 1)
        self.people.child_opened.connect(self._open_child)
        self.people.relative_opened.connect(self._open_relative)
        self.people.child_wanted.connect(self._new_child)
        self.people.relative_wanted.connect(self._new_relative)
        self.missing.wanted.connect(self._fill_missing)
        self.chronology.event_opened.connect(self._open_event)
        self.stage.changed.connect(self._settle)

    # What the window calls

    def opened(self, **arguments: str) -> None:
        """`case_id`: which case. That it was read is noted once in ten minutes."""
        case_id = arguments["case_id"]
        if case_id != self._case_id:
            self._case_id, self._view = case_id, None
            self.stage.close_panel()
            self.strip.dismiss()
        self.mark_stale()
        self._came = True
        self.desk.workspace.jot(note_case_opened, case_id, at=now())

    def refresh(self) -> None:
        """Read the file again; a case that is gone leads back to the list."""
        workspace = self.desk.workspace
        if self._view is not None and workspace.ask(case_by_code, self._view.code) is None:
            self._case_id, self._view = "", None
            self.desk.shell.open("cases")
        if not self._case_id:
            return
        view = workspace.ask(get_case, self._case_id, today=today())
        self._view = view
        self.people.show_view(view)
        self.chronology.show_view(view)
        self.missing.show_rows(view.missing, 3 if self._low else 6)
        self.tasks.show_rows(view.tasks)
        self._say_state(view)
        self._say_notices(view)
        self._settle()
        if self._came:
            self._came = False
            self._focus_main()

    def fit(self, room: Fit) -> None:
        """Family and chronology as tabs in a narrow window."""
        self._low = room.low
        self.chronology.set_narrow(room.narrow)
        self.people.set_narrow(room.narrow)
        self.stage.set_narrow(room.narrow)
        for button in (self.delete_button, self.edit_button, self.agenda_button):
            button.set_compact(room.medium)
        self.people.setMinimumWidth(0 if room.narrow else theme.px(352))
        self.people.setMaximumWidth(16_777_215 if room.narrow else theme.px(352))
        self._right.setFixedWidth(theme.px(280))
        self._arrange(narrow=room.narrow)
        self.mark_stale()

    # Inside

    def _focus_main(self) -> None:
        """The keyboard begins in the list that is seen, never on a button."""
        shown = self.people if self.chronology.isHidden() else self.chronology
        if self.stage.panel is None:
            shown.list.setFocus()

    def _make_actions(self) -> None:
        self.delete_button = Button(kind="", icon="trash-2", name=self.tr("Delete the case"))
        self.delete_button.setObjectName("deleteButton")
        self.agenda_button = Button("", icon="gavel")
        self.agenda_button.clicked.connect(self._open_agenda)
        self.edit_button = Button(self.tr("Edit"), icon="pencil", cap="F2")
        self.edit_button.setObjectName("editButton")
        self.status_button = Button(
            self.tr("Change the state"), kind="primary", icon="flag", cap="F4"
        )
        self.status_button.setObjectName("statusButton")
        self.delete_button.clicked.connect(self._delete)
        self.edit_button.clicked.connect(self._edit)
        self.status_button.clicked.connect(self._change_status)
        self.header.set_actions(
            self.delete_button, self.agenda_button, self.edit_button, self.status_button
        )
        writing = (self.delete_button, self.edit_button, self.status_button)
        if not self._may_write:
            for part in (*writing, self.people.buttons, self.missing):
                part.hide()
        if self._may_write:
            self.add_key("F2", self.tr("case data"), self._edit)
            self.add_key("F4", self.tr("change the state"), self._change_status)
            self.add_key("Ctrl+I", self.tr("to the inbox, for the next agenda"), self.to_inbox)
            self.add_key("Ctrl+D", self.tr("one more child"), self._new_child)
            self.add_key("Ctrl+M", self.tr("one more family member"), self._new_relative)
        self.add_key("F6", self.tr("to the last decision on the case"), self._to_decision)
        self.add_key("F7", self.tr("to the tasks of the case"), self._to_tasks)
        self.name_key("Enter", self.tr("open the person, session or missing field"))
        self.name_key("Ctrl+Enter", self.tr("save the form"))
        self.name_key("Esc", self.tr("close the form"))

    def _say_state(self, view: CaseView) -> None:
        place = self.tr("municipality {name}").format(name=view.place) if view.place else ""
        lead = view.lead_institution
        parts = [
            label_of(view.data.typology) if view.data.typology else "",
            place,
            self.tr("led by {institution}").format(institution=lead) if lead else "",
            self.tr("opened {day}").format(day=long_date(view.data.opened_on)),
        ]
        if view.follow_up_due is not None:
            day = long_date(view.follow_up_due)
            parts.append(self.tr("check due {day}").format(day=day))
        self.header.set_text(view.code, " · ".join(filter(None, parts)))
        pills = [Pill(capital(label_of(view.status)), "soft")]
        risk = view.data.risk_level
        if risk is not None:
            words = self.tr("{level} risk").format(level=capital(label_of(risk)))
            pills.append(Pill(words, RISK_TONES[risk], "triangle-alert" if risk in _RISKY else ""))
        if view.is_provisional:
            pills.append(Pill(self.tr("provisional code"), "warn"))
        self.header.set_pills(*pills)
        planned = view.planned
        self.agenda_button.setVisible(planned is not None)
        if planned is not None:
            words = self.tr("On the agenda: item {number}")
            self.agenda_button.set_text(words.format(number=planned.item_number or "–"))

    def _say_notices(self, view: CaseView) -> None:
        if not view.notices:
            self.notice.dismiss()
            return
        words = " ".join(sentence(finding) for finding in view.notices)
        self.notice.say(words, "bad" if view.is_immediate else "warn", closable=False)

    def _settle(self) -> None:
        has_form = isinstance(self.stage.panel, SideForm)
        self.status_button.set_kind("" if has_form else "primary")
        may_move = self._view is not None and self._view.status is not CaseStatus.ARCHIVED
        self.status_button.setEnabled(may_move)

    def _arrange(self, *, narrow: bool) -> None:
        family = self._shown == FAMILY
        self.people.setVisible(not narrow or family)
        self.chronology.setVisible(not narrow or not family)

    def _tab_chosen(self, tab: int) -> None:
        self._shown = tab
        self._arrange(narrow=True)
        for tabs in (self.chronology.tabs, self.people.tabs):
            tabs.back()

    def _edit(self) -> None:
        self.stage.open(CaseForm(self, self._case_id))

    def _change_status(self) -> None:
        if self._view is not None and self._view.status is not CaseStatus.ARCHIVED:
            self.stage.open(StatusForm(self, self._case_id, self._view.status))

    def to_inbox(self) -> None:
        """The case waits for an agenda."""
        if self._case_id:
            self.desk.workspace.do(send_case_to_inbox, self._case_id, at=now())
            self.say_done(self.tr("The case waits in the inbox"))

    def _delete(self) -> None:
        if self._view is not None:
            self.stage.open(DeleteCaseForm(self, self._case_id, self._view.code))

    def _new_child(self) -> None:
        self.stage.open(ChildForm(self, self._case_id))

    def _new_relative(self) -> None:
        self.stage.open(RelativeForm(self, self._case_id))

    def _open_child(self, child_id: str) -> None:
        if self._may_write:
            self.stage.open(ChildForm(self, self._case_id, child_id))

    def _open_relative(self, member_id: str) -> None:
        if self._may_write:
            self.stage.open(RelativeForm(self, self._case_id, member_id))

    def _fill_missing(self, row: object) -> None:
        """Open the form of what is missing, with the keyboard in its field."""
        if not isinstance(row, Missing) or not self._may_write:
            return
        if row.code == "children":
            self._new_child()
            return
        if row.code == "next_review":
            text = self.tr("The next review is set when the case is put on an agenda.")
            self.strip.say(text, "mute", [Act(self.tr("To the sessions"), self._to_sessions)])
            return
        if row.child_id:
            form: SideForm = ChildForm(self, self._case_id, row.child_id)
        else:
            form = CaseForm(self, self._case_id)
        self.stage.open(form)
        name = _OF_CHILD.get(row.code) or {"summary_personal": "summary_neutral"}.get(
            row.code, row.code
        )
        field = field_of(form, name)
        if field is not None:
            field.control.setFocus()
            form.page.ensureWidgetVisible(field)

    def _open_event(self, event: object) -> None:
        if not isinstance(event, CaseEvent) or self._view is None:
            return
        session_id = ""
        if event.kind is EventKind.REVIEW:
            session_id = event.record_id
        elif event.kind is EventKind.DECISION:
            known = [row for row in self._view.decisions if row.decision_id == event.record_id]
            session_id = known[0].session_id if known else ""
        if session_id:
            self.desk.shell.open("session_view", session_id=session_id)

    def _to_decision(self) -> None:
        rows = self._view.decisions if self._view is not None else ()
        if rows:
            self.desk.shell.open("session_view", session_id=rows[0].session_id)
        else:
            self.strip.say(self.tr("There is no decision on this case yet."), "mute")

    def _to_tasks(self) -> None:
        if self._view is not None:
            self.desk.shell.open("tasks", find=self._view.code)

    def _open_agenda(self) -> None:
        if self._view is not None and self._view.planned is not None:
            session_id = self._view.planned.session_id
            self.desk.shell.open("session_prepare", session_id=session_id)

    def _to_sessions(self) -> None:
        self.desk.shell.open("sessions")
