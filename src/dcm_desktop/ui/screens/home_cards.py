"""The cards of the first screen: short lists whose numbers lead to where the work is done."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import local
from dcm_desktop.ui.formats import NBSP, day_month, near_date
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.cases.words import RISK_TONES
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.screen import Shell
from dcm_desktop.ui.screens.sessions.words import MINUTES_LOOKS, SessionWords, status_pill
from dcm_desktop.ui.widgets.boxes import Box, Card, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import ElideLabel, Icon, Label, NumberLink, Pill
from dcm_desktop.usecases.home import (
    BirthdayRow,
    HomeView,
    InboxKind,
    InboxRow,
    NextSession,
    NotSent,
    OverdueRow,
    UrgentRow,
)

Go = Callable[[], object]


def link(text: str, name: str, go: Go, role: str = "strong") -> NumberLink:
    """A number or code that leads somewhere."""
    made = NumberLink(text, role, name=name)
    made.opened.connect(go)
    return made


class HomeCard(Card):
    """A card that is filled anew at each refresh."""

    def __init__(self, shell: Shell, *, spacing: int = 6) -> None:
        super().__init__(spacing=spacing)
        self._shell = shell

    def go(self, place: str, **arguments: str) -> Go:
        """A way to a place."""
        return partial(self._shell.open, place, **arguments)

    def head(self, title: str, count: int, name: str, go: Go) -> None:
        """Title, and at the right the number that opens its list."""
        number = link(f"{count}", name, go, "heading") if count else Label("0", "heading", "text3")
        number.setMinimumHeight(28)
        self.add(hbox((Label(title, "heading", wrap=True), 1), number))

    def quiet(self, text: str) -> None:
        """One quiet sentence."""
        self.add(Label(text, "small", "text2", wrap=True))


class NextSessionCard(HomeCard):
    """The session that is open, else the next one, with its readiness."""

    def show_session(self, found: NextSession) -> None:
        """Show it."""
        self.clear()
        words = SessionWords()
        when = words.when(found.starts_at)
        if not found.is_live:
            when = f"{when} · {self._in_days(found.days_left)}"
        go = self.go("room" if found.is_live else "session_prepare", session_id=found.session_id)
        text = self.tr("To the room") if found.is_live else self.tr("Go on preparing")
        self.button = Button(text, kind="primary", icon="arrow-right")
        self.button.setObjectName("nextSession")
        self.button.clicked.connect(go)
        self.add(
            hbox(
                Label(words.title(found.number), "title"),
                status_pill(found.status),
                None,
                self.button,
                spacing=10,
            ),
            ElideLabel(when, "small", "text2"),
            ElideLabel(found.place or self.tr("no place yet"), "small", "text2"),
            2,
            hline(),
            2,
        )
        if found.readiness is None:
            self.quiet(Plurals().agenda_items(found.item_count))
        else:
            ready = found.readiness
            share = self.tr("{ready} of {all}").format(ready=len(ready.ready), all=ready.total)
            number = link(share, self.tr("Readiness"), go)
            self.add(hbox(Label(self.tr("Readiness"), "strong"), number, None, spacing=10))
            for finding in (*ready.blockers, *ready.warnings):
                tone = "bad" if finding.blocks else "warn"
                self._line("triangle-alert", tone, formats.sentence(finding))
            for finding in ready.ready:
                self._line("circle-check", "ok", formats.sentence(finding))
        self.add(None)

    def show_none(self) -> None:
        """No session is ahead."""
        self.clear()
        self.button = Button(self.tr("New session"), kind="primary", icon="plus")
        self.button.setObjectName("nextSession")
        self.button.clicked.connect(self.go("sessions", do="new"))
        self.add(
            hbox(Label(self.tr("No session is ahead"), "title"), None, self.button),
            Label(
                self.tr("Prepare the next one; what was left over goes on its agenda by itself."),
                "small",
                "text2",
                wrap=True,
            ),
            None,
        )

    def _line(self, sign: str, tone: str, text: str) -> None:
        self.add(hbox(Icon(sign, tone), (ElideLabel(text, "small", "text"), 1)))

    def _in_days(self, days: int) -> str:
        if days == 0:
            return self.tr("today")
        return self.tr("in {days}").format(days=Plurals().days(days))


class InboxCard(HomeCard):
    """What waits to be taken up, and below it the last minutes."""

    def show_view(self, view: HomeView) -> None:
        """Show it."""
        self.clear()
        count = sum(row.count for row in view.inbox)
        self.head(self.tr("To take up"), count, self.tr("things to take up"), self.go("cases"))
        if not view.inbox:
            self.quiet(self.tr("Nothing waits."))
        for row in view.inbox:
            name, go = self._words(row)
            number = link(f"{row.count}", name, go, "heading")
            since = self.tr("since {day}").format(day=near_date(row.since, view.today))
            below = f"{', '.join(row.codes)} · {since}"
            column = Box(
                ElideLabel(name, "small", "text"),
                ElideLabel(below, "caption", "text2"),
                spacing=0,
            )
            self.add(hbox(number, (column, 1), spacing=16))
        self.add(None)
        minutes = view.last_minutes
        if minutes is None:
            return
        go = self.go("session_view", session_id=minutes.session_id, kind="minutes")
        words = self.tr("Minutes of session")
        parts: list[QWidget] = [
            Label(words, "small"),
            link(f"№{NBSP}{minutes.number}", words, go),
        ]
        pill = Pill(self.tr("not made"), "warn", "triangle-alert")
        if minutes.status is not None:
            tone, sign = MINUTES_LOOKS[minutes.status]
            pill = Pill(capital(label_of(minutes.status)), tone, sign)
        due: list[QWidget] = []
        if minutes.due_on is not None and minutes.is_late:
            text = self.tr("was due on {day}").format(day=day_month(minutes.due_on))
            due.append(Label(text, "caption", "bad"))
        self.add(hline(), hbox(*parts, None, *due, pill))

    def _words(self, row: InboxRow) -> tuple[str, Go]:
        if row.kind is InboxKind.NEW_CASES:
            return self.tr("new cases"), self.go("cases")
        if row.kind is InboxKind.PAST_SESSIONS:
            go = self.go("session_prepare", session_id=row.record_id)
            return self.tr("sessions whose day has passed"), go
        if row.kind is InboxKind.FOR_AGENDA:
            return self.tr("waiting for an agenda"), self.go("inbox")
        return self.tr("checks after closing"), self.go("case_file", case_id=row.record_id)


class OverdueCard(HomeCard):
    """Overdue tasks by institution."""

    def show_rows(self, count: int, rows: Sequence[OverdueRow], today: date) -> None:
        """Show them; three institutions at most."""
        self.clear()
        everything = self.go("tasks", only="overdue")
        self.head(self.tr("Overdue tasks"), count, self.tr("overdue tasks"), everything)
        if not rows:
            self.quiet(self.tr("No task is late."))
        for row in rows[:3]:
            go = self.go("tasks", only="overdue", find=row.institution)
            self.add(
                hbox(
                    (ElideLabel(capital(row.institution) or self.tr("nobody"), "small", "text"), 1),
                    link(f"{row.count}", self.tr("overdue tasks"), go),
                    Label(near_date(row.since, today), "small", "text2"),
                    spacing=10,
                )
            )
        self.add(None)


class UrgentCard(HomeCard):
    """Cases of high risk, and whether they are on an agenda."""

    def show_rows(self, count: int, rows: Sequence[UrgentRow]) -> None:
        """Show them."""
        self.clear()
        self.head(self.tr("Urgent cases"), count, self.tr("urgent cases"), self.go("cases"))
        if not rows:
            self.quiet(self.tr("No case of high risk."))
        for row in rows[:2]:
            go = self.go("case_file", case_id=row.case_id)
            pills = []
            if row.risk is not None:
                pills.append(Pill(label_of(row.risk), RISK_TONES[row.risk]))
            self.add(
                hbox(link(row.code, self.tr("the case"), go, "smallm"), None, *pills),
                ElideLabel(self._where(row), "caption", "text2"),
            )
        self.add(None)

    def _where(self, row: UrgentRow) -> str:
        if row.item_number is None or row.discussed_on is None:
            return self.tr("not on an agenda")
        words = self.tr("item {n} on {day}")
        return words.format(n=row.item_number, day=day_month(row.discussed_on))


class BirthdayCard(HomeCard):
    """Children who come of an age that changes something."""

    def show_rows(self, until: date, rows: Sequence[BirthdayRow]) -> None:
        """Show them."""
        self.clear()
        count = sum(row.count for row in rows)
        title = self.tr("Come of age by {day}").format(day=day_month(until))
        self.head(title, count, self.tr("children"), self.go("cases"))
        if not rows:
            self.quiet(self.tr("Nobody turns 3, 7, 14 or 18."))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, row in enumerate(rows):
            years = self.tr("{n} years").format(n=row.years)
            grid.addWidget(Label(years, "small", "text2"), place, 0)
            grid.addWidget(ElideLabel(self._meaning(row.years), "small", "text"), place, 1)
            go = self.go("cases")
            if len(set(row.case_ids)) == 1:
                go = self.go("case_file", case_id=row.case_ids[0])
            grid.addWidget(link(f"{row.count}", self.tr("children"), go), place, 2)
        self.box.addLayout(grid)
        self.add(None)

    def _meaning(self, years: int) -> str:
        return {
            3: self.tr("end of nursery age"),
            7: self.tr("first class"),
            14: self.tr("no longer a minor under 14"),
            18: self.tr("leaving care"),
        }[years]


class NotSentCard(HomeCard):
    """What the national team does not have yet."""

    def show_state(self, state: NotSent) -> None:
        """Show it."""
        self.clear()
        go = self.go("exchange")
        self.head(self.tr("Not handed over"), state.changes, self.tr("changes"), go)
        if not state.is_enrolled:
            self.quiet(self.tr("This laptop is not introduced to the national team yet."))
        elif state.changes:
            self.quiet(self.tr("changes wait for a file to the national team"))
        else:
            self.quiet(self.tr("The national team has everything."))
        if state.sent_at is not None:
            sent = self.tr("Handed over on {day}").format(
                day=day_month(local(state.sent_at).date())
            )
            if state.received_at is not None:
                day = day_month(local(state.received_at).date())
                sent = self.tr("{sent}, received on {day}").format(sent=sent, day=day)
            self.add(Label(sent, "caption", "text3", wrap=True))
        self.add(None)
        if state.is_enrolled:
            self.button = Button(self.tr("Prepare a file"), icon="arrow-left-right")
            self.button.clicked.connect(self.go("exchange", do="export"))
        else:
            self.button = Button(self.tr("Introduce it"), icon="key-round")
            self.button.clicked.connect(go)
        self.button.setObjectName("handOver")
        self.add(hbox(self.button, None))


class DutyStrip(HomeCard):
    """One line: missing data, reviews, mandates that end."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.box.setContentsMargins(16, 8, 16, 8)

    def show_view(self, view: HomeView) -> None:
        """Show it."""
        self.clear()
        missing = self.go("cases", only="missing")
        words = self.tr("missing data in {cases}").format(
            cases=Plurals().cases(view.cases_with_missing)
        )
        reviews = self.tr("reviews by {day}").format(day=day_month(view.reviews_until))
        mandates = self.tr("mandates end by {day}").format(day=day_month(view.mandates_until))
        parts: list[QWidget] = [
            *self._part("list-checks", view.missing_count, words, missing),
            *self._part("calendar-clock", view.reviews_due, reviews, self.go("cases")),
            *self._part("users", view.mandates_ending, mandates, self.go("members")),
        ]
        self.add(hbox(*parts, None))

    def _part(self, icon: str, count: int, words: str, go: Go) -> list[QWidget]:
        number = link(f"{count}", words, go) if count else Label("0", "strong", "text3")
        return [Icon(icon), number, Label(f"{words}   ", "small", "text2")]


class FirstSteps(HomeCard):
    """What to do next in a store that is still empty."""

    def show_steps(self, done: Sequence[bool]) -> None:
        """Four steps, those that are done with a check; the first open one is primary."""
        self.clear()
        self.add(
            Label(self.tr("First steps"), "title"),
            Label(
                self.tr("After these four, everything else follows from the sessions."),
                "small",
                "text2",
                wrap=True,
            ),
            2,
            hline(),
            2,
        )
        steps = (
            (
                self.tr("Enter the mechanism and its rules"),
                self.tr("Quorum, majority, notice: as your rules say."),
                self.tr("Enter"),
                self.go("members"),
            ),
            (
                self.tr("Enter institutions and members"),
                self.tr("Who sits for which institution, with substitutes."),
                self.tr("Members"),
                self.go("members"),
            ),
            (
                self.tr("Open a case"),
                self.tr("Children and family once; codes everywhere else."),
                self.tr("First case"),
                self.go("case_new"),
            ),
            (
                self.tr("Prepare a session"),
                self.tr("Agenda, invitation, and then the room."),
                self.tr("New session"),
                self.go("sessions", do="new"),
            ),
        )
        first = next((n for n, is_done in enumerate(done) if not is_done), len(done))
        self.buttons: list[Button] = []
        for n, (title, text, act, go) in enumerate(steps):
            sign = Icon("circle-check", "ok", 22) if done[n] else Icon("circle", "text3", 22)
            button = Button(act, kind="primary" if n == first else "")
            button.setEnabled(n <= first or done[n] or (n == first + 1 and done[0]))
            button.clicked.connect(go)
            self.buttons.append(button)
            words = Box(Label(title, "strong"), Label(text, "small", "text2", wrap=True), spacing=0)
            self.add(hbox(sign, (words, 1), button, spacing=14), 4)
        self.add(None)
