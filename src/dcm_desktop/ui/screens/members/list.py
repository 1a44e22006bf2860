"""Members: seats with their holders over time, officials, institutions; and the first form."""

from PySide6.QtWidgets import QApplication, QStackedWidget

from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.formats import long_date
from dcm_desktop.ui.screens.members.forms import InstitutionForm, NewMemberForm, PersonForm
from dcm_desktop.ui.screens.members.founding import Founding
from dcm_desktop.ui.screens.members.mandate_forms import (
    CorrectMandateForm,
    EndMandateForm,
    ReplaceForm,
    SubstituteForm,
)
from dcm_desktop.ui.screens.members.seat_card import SeatPanel
from dcm_desktop.ui.screens.members.seats import AttendanceCard, SeatsCard
from dcm_desktop.ui.screens.members.tables import InstitutionsCard, PeopleCard
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.side_form import SideStage
from dcm_desktop.ui.widgets.buttons import Button, Segmented
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.ui.words import label_of
from dcm_desktop.usecases.members import (
    InstitutionRow,
    MembersView,
    PersonRow,
    SeatRow,
    get_members,
    list_institutions,
    list_people,
    revoke_substitute,
)
from dcm_desktop.usecases.office import list_mechanisms

SEATS, PEOPLE, INSTITUTIONS = range(3)


class MembersScreen(Screen):
    """The composition of the mechanism."""

    concerns = frozenset(
        {"mechanism", "mechanism_rules", "institution", "person", "mandate", "mandate_substitute",
         "session", "attendance"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Members"))
        self._mechanism_id = ""
        self._view: MembersView | None = None
        self._founding: Founding | None = None
        self._narrow = self._medium = False
        self._names = Combo(name=self.tr("Mechanism"))
        self._names.chosen.connect(self._mechanism_chosen)
        self._names.hide()
        self._tabs = Segmented(
            self.tr("Seats"), self.tr("People"), self.tr("Institutions"), name=self.tr("View")
        )
        self._tabs.chosen.connect(self._tab_chosen)
        self.new_button = Button(
            self.tr("New member"), kind="primary", icon="user-plus", cap="Ctrl+N"
        )
        self.new_button.setObjectName("newButton")
        self.new_button.clicked.connect(self._new)
        self.add_key("Ctrl+N", self.tr("new member, official or institution"), self._new)
        self.name_key("Enter", self.tr("open the seat, official or institution"))
        self.name_key("Ctrl+Enter", self.tr("save the form"))
        self.name_key("Esc", self.tr("close the form"))
        self.header.set_actions(self._names, self._tabs, self.new_button)
        self.seats = SeatsCard()
        self.attendance = AttendanceCard()
        self.people = PeopleCard()
        self.institutions = InstitutionsCard()
        self._empty = EmptyState(
            "users",
            self.tr("No members yet"),
            self.tr("Enter the institutions one by one with their representatives."),
            [Act(self.tr("First member"), self._new, icon="user-plus", cap="Ctrl+N")],
        )
        self._pages = QStackedWidget()
        for page in (self.seats, self.people, self.institutions, self._empty):
            self._pages.addWidget(page)
        self.stage = SideStage(self._pages, self.attendance)
        self._whole = QStackedWidget()
        self._whole.addWidget(self.stage)
        self.body.addWidget(self._whole, 1)
        self.seats.seat_opened.connect(self._open_seat)
        self.seats.seat_chosen.connect(self._follow_seat)
        self.seats.fill_requested.connect(self._fill)
        self.people.opened.connect(self._open_person)
        self.institutions.opened.connect(self._open_institution)
        self.stage.changed.connect(self._settle)
        seats_bar = self.seats.list.verticalScrollBar()
        other_bar = self.attendance.list.verticalScrollBar()
        seats_bar.valueChanged.connect(other_bar.setValue)
        other_bar.valueChanged.connect(seats_bar.setValue)

    # What the window calls

    def opened(self, **arguments: str) -> None:
        """`new`: member, person or institution opens that form."""
        if self.stage.panel is None:
            self._pages.setFocus()
        wanted = arguments.get("new")
        if wanted:
            self.refresh_now()
            tabs = {"person": PEOPLE, "institution": INSTITUTIONS}
            self._choose_tab(tabs.get(wanted, SEATS))
            self._new()

    def refresh(self) -> None:
        """Read mechanism, seats, officials and institutions."""
        workspace = self.desk.workspace
        mechanisms = workspace.ask(list_mechanisms)
        if not mechanisms:
            self._show_founding()
            return
        self._drop_founding()
        ids = [one.mechanism_id for one in mechanisms]
        if self._mechanism_id not in ids:
            self._mechanism_id = ids[0]
        options = [Option(one.mechanism_id, one.name) for one in mechanisms]
        self._names.set_options(options, self._mechanism_id)
        self._names.setVisible(len(ids) > 1)
        self._view = workspace.ask(get_members, self._mechanism_id, day=today())
        self.seats.show_view(self._view)
        self.attendance.show_view(self._view)
        self.people.show_rows(workspace.ask(list_people, day=today()))
        rows = workspace.ask(list_institutions, with_inactive=True)
        self.institutions.show_rows(rows)
        self._say_state(self._view)
        self._settle()

    def fit(self, room: Fit) -> None:
        """One part at a time in a narrow window."""
        self._narrow, self._medium = room.narrow, room.medium
        self.stage.set_narrow(room.narrow)
        if self._founding is not None:
            self._founding.set_narrow(room.narrow)
        self._settle()

    # Inside

    def _has_attendance(self) -> bool:
        return self._view is not None and bool(self._view.sessions)

    def _settle(self) -> None:
        """Show the page, the quiet part and the buttons that belong together."""
        view = self._view
        tab = self._tabs.index
        empty = view is not None and not (view.permanent or view.associates or view.others)
        page = 3 if tab == SEATS and empty else tab
        keyboard = QApplication.focusWidget()
        held = keyboard if keyboard and self._pages.isAncestorOf(keyboard) else None
        self._pages.setCurrentIndex(page)
        shown = self._pages.currentWidget()
        if shown is not None:
            self._pages.setFocusProxy(shown)
            if held is not None and not shown.isAncestorOf(held):
                shown.setFocus()  # the keyboard does not go with a page that is hidden
        wide = not self._medium
        self.stage.show_beside(tab == SEATS and not empty and wide and self._has_attendance())
        words = (self.tr("New member"), self.tr("New official"), self.tr("New institution"))
        self.new_button.set_text(words[tab])
        busy = self.stage.panel is not None or page == 3
        self.new_button.set_kind("" if busy else "primary")

    def _say_state(self, view: MembersView) -> None:
        several = not self._names.isHidden()
        parts = [
            "" if several else label_of(self.desk.workspace.info),
            self.tr("{seats} seats, {filled} filled").format(
                seats=view.planned_seats, filled=view.filled
            ),
            self.tr("{count} associated").format(count=len(view.associates)),
            self.tr("as of {day}").format(day=long_date(view.day)),
        ]
        self.header.set_text(self.tr("Members"), " · ".join(filter(None, parts)))

    def _show_founding(self) -> None:
        if self._founding is None:
            self._founding = Founding(self)
            self._founding.founded.connect(self._founded)
            self._founding.set_narrow(self._narrow)
            self._whole.addWidget(self._founding)
        self._whole.setCurrentWidget(self._founding)
        self._tabs.hide()
        self.new_button.set_text(self.tr("Enter the mechanism"))
        self.new_button.set_icon("landmark")
        text = self.tr("Nothing is entered yet: begin with the mechanism and its rules")
        self.header.set_text(self.tr("Members"), text)

    def _drop_founding(self) -> None:
        if self._founding is not None:
            self._whole.removeWidget(self._founding)
            self._founding.deleteLater()
            self._founding = None
            self._tabs.show()
            self.new_button.set_icon("user-plus")
            self._whole.setCurrentWidget(self.stage)
            self._pages.setFocus()  # else the keyboard is left on the rail, deaf to Ctrl+N
        self._whole.setCurrentWidget(self.stage)

    def _founded(self, mechanism_id: str) -> None:
        self._mechanism_id = mechanism_id
        self.say_done(self.tr("The mechanism is entered; now its members"))

    def _mechanism_chosen(self, mechanism_id: str) -> None:
        self._mechanism_id = mechanism_id
        self.stage.close_panel()
        self.mark_stale()

    def _tab_chosen(self, _tab: int) -> None:
        self.stage.close_panel()
        self._settle()

    def _choose_tab(self, tab: int) -> None:
        self._tabs.set_index(tab)
        self._tab_chosen(tab)

    def _new(self) -> None:
        if self._founding is not None:
            self._founding.save()
            return
        tab = self._tabs.index
        if tab == PEOPLE:
            self.stage.open(PersonForm(self))
        elif tab == INSTITUTIONS:
            self.stage.open(InstitutionForm(self))
        else:
            self.stage.open(NewMemberForm(self, self._mechanism_id))

    def _fill(self, seat: object) -> None:
        institution = (seat.institution_id or "") if isinstance(seat, SeatRow) else ""
        number = (seat.seat_no or 0) if isinstance(seat, SeatRow) else 0
        form = NewMemberForm(self, self._mechanism_id, institution_id=institution, seat_no=number)
        self.stage.open(form)

    def _open_seat(self, seat: object) -> None:
        if not isinstance(seat, SeatRow):
            return
        panel = self.stage.panel
        if isinstance(panel, SeatPanel) and panel.seat == seat:
            panel.take_keyboard()
            return
        panel = SeatPanel(seat)
        panel.act_requested.connect(self._seat_act)
        panel.revoke_requested.connect(self._revoke)
        self.stage.open(panel, keyboard=False)

    def _follow_seat(self, seat: object) -> None:
        """An open card follows the list."""
        if isinstance(self.stage.panel, SeatPanel):
            self._open_seat(seat)

    def _seat_act(self, act: str) -> None:
        panel = self.stage.panel
        if not isinstance(panel, SeatPanel):
            return
        seat, holder = panel.seat, panel.seat.holder
        if holder is None:
            self._fill(seat)
        elif act == "person":
            self.stage.open(PersonForm(self, holder.person_id))
        elif act == "end":
            self.stage.open(EndMandateForm(self, holder))
        elif act == "correct":
            self.stage.open(CorrectMandateForm(self, holder))
        elif act == "replace":
            self.stage.open(ReplaceForm(self, seat, holder))
        elif act == "substitute":
            self.stage.open(SubstituteForm(self, seat, holder))

    def _revoke(self, substitute_id: str) -> None:
        self.stage.close_panel()
        self.desk.workspace.do(revoke_substitute, substitute_id, to_on=today(), at=now())
        self.say_done(self.tr("The authorisation ends today"))

    def _open_person(self, row: object) -> None:
        if isinstance(row, PersonRow):
            self.stage.open(PersonForm(self, row.person_id))

    def _open_institution(self, row: object) -> None:
        if isinstance(row, InstitutionRow):
            self.stage.open(InstitutionForm(self, row.institution_id))
