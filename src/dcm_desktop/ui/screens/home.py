"""The first screen: what comes next, what is late or urgent, what was not handed over."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.formats import weekday_date
from dcm_desktop.ui.screens.home_cards import (
    BirthdayCard,
    DutyStrip,
    FirstSteps,
    InboxCard,
    NextSessionCard,
    NotSentCard,
    OverdueCard,
    UrgentCard,
)
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.widgets.boxes import ScrollColumn
from dcm_desktop.ui.widgets.fields import SearchEdit
from dcm_desktop.ui.widgets.labels import KeyCap
from dcm_desktop.ui.words import label_of
from dcm_desktop.usecases.cases import CaseFilter, list_cases
from dcm_desktop.usecases.home import HomeView, get_home
from dcm_desktop.usecases.members import members_on
from dcm_desktop.usecases.sessions import list_sessions


class HomeScreen(Screen):
    """Six blocks; each number leads to its list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Home"))
        shell = desk.shell
        self.search = SearchEdit(hint=self.tr("Search the cases"))
        self.search.setObjectName("homeSearch")
        self.search.setFixedWidth(300)
        self.search.returnPressed.connect(self._search)
        self.cap = KeyCap("Ctrl+F")
        self.header.set_actions(self.search, self.cap)
        self.add_key("Ctrl+F", self.tr("search"), self.search.setFocus)
        self.next_session = NextSessionCard(shell, spacing=4)
        self.steps = FirstSteps(shell)
        self.steps.setMaximumWidth(920)
        self.inbox = InboxCard(shell)
        self.overdue = OverdueCard(shell)
        self.urgent = UrgentCard(shell)
        self.birthdays = BirthdayCard(shell)
        self.not_sent = NotSentCard(shell)
        self.duties = DutyStrip(shell)
        self.view: HomeView | None = None
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._narrow: bool | None = None
        self._page = ScrollColumn(self._grid, spacing=0)
        self.body.addWidget(self._page, 1)
        self._arrange(narrow=False)

    # What the window calls

    def opened(self, **_arguments: str) -> None:
        """The keyboard goes to the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read everything of the first screen."""
        view = self.desk.workspace.ask(get_home, at=now())
        self.view = view
        first = view.user_name.split(" ")[0] if view.user_name else ""
        hello = self.tr("Good day, {name}").format(name=first) if first else self.tr("Good day")
        self.header.set_text(
            hello, f"{weekday_date(view.today)} · {label_of(self.desk.workspace.info)}"
        )
        begun = view.next_session is not None or view.last_minutes is not None
        steps = not begun
        self.next_session.setVisible(not steps)
        self.steps.setVisible(steps)
        if view.next_session is not None:
            self.next_session.show_session(view.next_session)
        elif begun:
            self.next_session.show_none()
        else:
            self.steps.show_steps(self._done(view))
        for card in (self.overdue, self.urgent, self.birthdays, self.not_sent, self.duties):
            card.setVisible(begun)
        self.inbox.setVisible(begun or bool(view.inbox))
        self.search.setVisible(bool(view.mechanism_id))
        self._show_cap()
        self.inbox.show_view(view)
        self.overdue.show_rows(view.overdue_count, view.overdue, view.today)
        self.urgent.show_rows(view.urgent_count, view.urgent)
        self.birthdays.show_rows(view.birthdays_until, view.birthdays)
        self.not_sent.show_state(view.not_sent)
        self.duties.show_view(view)

    def fit(self, room: Fit) -> None:
        """Two columns in a narrow window; the page scrolls."""
        self._arrange(narrow=room.narrow)
        self.search.setFixedWidth(220 if room.narrow else 300)
        self._show_cap()

    # Inside

    def _done(self, view: HomeView) -> tuple[bool, bool, bool, bool]:
        """Which of the first steps are done."""
        if not view.mechanism_id:
            return False, False, False, False
        ask = self.desk.workspace.ask
        members = ask(members_on, view.mechanism_id, today())
        cases = ask(list_cases, CaseFilter(view.mechanism_id, statuses=frozenset()), today=today())
        sessions = ask(list_sessions, view.mechanism_id)
        return True, bool(members), bool(cases.rows), bool(sessions)

    def _arrange(self, *, narrow: bool) -> None:
        """Put the cards into the grid of the window's width."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        while self._grid.takeAt(0) is not None:
            pass
        places: list[tuple[QWidget, int, int, int, int]]
        if narrow:
            places = [
                (self.next_session, 0, 0, 1, 6),
                (self.steps, 0, 0, 1, 6),
                (self.inbox, 1, 0, 1, 3),
                (self.not_sent, 1, 3, 1, 3),
                (self.overdue, 2, 0, 1, 3),
                (self.urgent, 2, 3, 1, 3),
                (self.birthdays, 3, 0, 1, 6),
                (self.duties, 4, 0, 1, 6),
            ]
        else:
            places = [
                (self.next_session, 0, 0, 1, 9),
                (self.steps, 0, 0, 1, 14),
                (self.inbox, 0, 9, 1, 5),
                (self.overdue, 1, 0, 1, 4),
                (self.urgent, 1, 4, 1, 3),
                (self.birthdays, 1, 7, 1, 4),
                (self.not_sent, 1, 11, 1, 3),
                (self.duties, 2, 0, 1, 14),
            ]
        for column in range(14):
            self._grid.setColumnStretch(column, 1 if column < (6 if narrow else 14) else 0)
        for row in range(5):
            self._grid.setRowStretch(row, 0)
        if not narrow:
            self._grid.setRowStretch(0, 3)
            self._grid.setRowStretch(1, 2)
        for widget, row, column, down, across in places:
            if widget is self.steps:
                top = Qt.AlignmentFlag.AlignTop
                self._grid.addWidget(widget, row, column, down, across, top)
            else:
                self._grid.addWidget(widget, row, column, down, across)

    def _show_cap(self) -> None:
        """The key stands beside the search where there is room."""
        self.cap.setVisible(not self.search.isHidden() and not self._narrow)

    def _search(self) -> None:
        text = self.search.text().strip()
        if text:
            self.search.clear()
            self.desk.shell.open("cases", find=text)
