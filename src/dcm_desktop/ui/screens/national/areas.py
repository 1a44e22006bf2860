"""The districts side by side: what each has handed over, and the first totals with their meaning.

No ranks: the order is that of the letters until the user sorts. A working table of the team shows
exact numbers; published tables write „under 5“ for small ones.
"""

from datetime import timedelta

from PySide6.QtWidgets import QStackedWidget

from dcm_desktop.ui.clock import local, now, today
from dcm_desktop.ui.formats import number, short_date, weekday_date
from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel
from dcm_desktop.ui.screens.national.sessions import area_name
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.widgets.boxes import Box, Card, hbox, vbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label, NumberLink
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.ui.widgets.table import TableView
from dcm_desktop.usecases.national import DistrictRow, NationalView, national_overview

SILENT_DAYS = 30
_CASES = 5


class Total(Card):
    """One number with its name and, below it, what exactly is counted."""

    def __init__(self, name: str, meaning: str) -> None:
        super().__init__(spacing=2)
        self.number = NumberLink("0", "title", name=name)
        self._meaning = Label(meaning, "caption", "text2", wrap=True)
        self.add(hbox(Label(name, "strong"), None, self.number), self._meaning, None)

    def set_short(self, short: bool) -> None:
        """In a low window the meaning becomes a tool tip."""
        self._meaning.setVisible(not short)
        self.number.setToolTip(self._meaning.text())


class AreasScreen(Screen):
    """Totals above, the table of districts, who has not handed over."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("National picture"))
        self.take_button = Button(
            self.tr("Take a file …"), kind="primary", icon="download", cap="Ctrl+O"
        )
        self.take_button.setObjectName("takeFile")
        self.take_button.clicked.connect(self._take)
        self.header.set_actions(self.take_button)
        self.add_key("Ctrl+O", self.tr("take a file"), self._take)
        self.sessions = Total(
            self.tr("Sessions"),
            self.tr("I02: held; working meetings and written procedures are left out."),
        )
        self.attendances = Total(
            self.tr("Attendances"), self.tr("I03a: people present, once per session.")
        )
        self.persons = Total(
            self.tr("Persons"),
            self.tr("I03: different people, present at least once; rows do not add up."),
        )
        self.cases = Total(
            self.tr("Cases"),
            self.tr("I06: different cases with something done; declined and doubles are left out."),
        )
        self._totals = (self.sessions, self.attendances, self.persons, self.cases)
        for total in (self.sessions, self.attendances, self.persons):
            total.number.opened.connect(self._all_sessions)
        self.cases.number.opened.connect(self._all_cases)
        self.model: RowTableModel[DistrictRow] = RowTableModel(self._columns())
        self.table: TableView[DistrictRow] = TableView(
            self.model, name=self.tr("Districts"), row_height=40
        )
        self.table.row_opened.connect(self._open)
        self.table.link_opened.connect(self._open_number)
        self._count = Label("", "small", "text2")
        table_card = Box(
            hbox(
                Label(self.tr("By district"), "heading"), self._count, None, margins=(16, 10, 16, 6)
            ),
            (self.table, 1),
            name="card",
            spacing=0,
            margins=(1, 1, 1, 1),
        )
        self.silent_model: RowTableModel[DistrictRow] = RowTableModel(
            [
                Column(self.tr("District"), lambda row: area_name(row.district)),
                Column(self.tr("Last file"), self._last, sort=_last_key, stretch=1.2),
            ]
        )
        silent_table: TableView[DistrictRow] = TableView(
            self.silent_model, name=self.tr("Without a file for 30 days"), row_height=34
        )
        self.silent_count = Label("", "heading", "text2")
        self._nobody = Label(
            self.tr("Every district has handed over."), "small", "text2", wrap=True
        )
        self._silent_table = silent_table
        self.silent = Box(
            hbox(
                Label(self.tr("Without a file for 30 days"), "heading"),
                self.silent_count,
                None,
                margins=(16, 10, 16, 6),
            ),
            Box(self._nobody, margins=(16, 0, 16, 12)),
            (Box((silent_table, 1)), 1),
            name="card",
            spacing=0,
            margins=(1, 1, 1, 1),
        )
        self.silent.setFixedWidth(360)
        whole = Box(
            hbox(*((total, 1) for total in self._totals), spacing=12),
            vbox((hbox((table_card, 1), self.silent, spacing=12), 1)),
            spacing=12,
        )
        whole.box.setStretch(1, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(whole)
        self.pages.addWidget(
            EmptyState(
                "map",
                self.tr("No district has handed over yet"),
                self.tr(
                    "First a laptop of a district is introduced in „Exchange“; then its files come."
                ),
                [Act(self.tr("To the exchange"), self._to_exchange)],
            )
        )
        self.body.addWidget(self.pages, 1)

    # What the window calls

    def opened(self, **_arguments: str) -> None:
        """The keyboard goes to the table."""
        self.table.setFocus()

    def refresh(self) -> None:
        """Count anew."""
        view: NationalView = self.desk.workspace.ask(national_overview)
        team = self.tr("National team · {day}").format(day=weekday_date(today()))
        self.header.set_text(self.tr("National picture"), team)
        self.pages.setCurrentIndex(0 if view.districts else 1)
        self.take_button.setVisible(bool(view.districts))
        totals = view.totals
        for total, value in zip(
            self._totals,
            (totals.sessions, totals.attendances, totals.persons, totals.cases),
            strict=True,
        ):
            total.number.set_text(number(value))
        self.model.set_rows(sorted(view.districts, key=lambda row: area_name(row.district)))
        self._count.setText(self.tr("with data: {n} of 28").format(n=len(view.districts)))
        old = now() - timedelta(days=SILENT_DAYS)
        silent = [row for row in view.districts if row.last_at is None or row.last_at < old]
        self.silent_model.set_rows(silent)
        self.silent_count.setText(f"{len(silent)}" if silent else "")
        self._nobody.setVisible(not silent)
        self._silent_table.setVisible(bool(silent))

    def fit(self, room: Fit) -> None:
        """Only the table in a narrow window."""
        self.silent.setVisible(not room.narrow)
        for total in self._totals:
            total.set_short(room.low)

    # Inside

    def _columns(self) -> list[Column[DistrictRow]]:
        return [
            Column(self.tr("District"), self._district, sort=lambda row: area_name(row.district)),
            Column(self.tr("Last file"), self._last, sort=_last_key, stretch=1.3),
            Column(
                self.tr("Sessions"),
                lambda row: _link(row.totals.sessions),
                sort=lambda row: row.totals.sessions,
                width=92,
                right=True,
            ),
            Column(
                self.tr("Attendances"),
                lambda row: number(row.totals.attendances),
                sort=lambda row: row.totals.attendances,
                width=106,
                right=True,
                hide_below=560,
            ),
            Column(
                self.tr("Persons"),
                lambda row: number(row.totals.persons),
                sort=lambda row: row.totals.persons,
                width=82,
                right=True,
            ),
            Column(
                self.tr("Cases"),
                lambda row: _link(row.totals.cases),
                sort=lambda row: row.totals.cases,
                width=82,
                right=True,
            ),
        ]

    @staticmethod
    def _district(row: DistrictRow) -> Cell:
        return Cell(area_name(row.district), role="smallm")

    def _last(self, row: DistrictRow) -> Cell:
        if row.last_at is None:
            return Cell(self.tr("none"), "bad")
        words = self.tr("№ {n}, {day}")
        day = short_date(local(row.last_at).date())
        old = now() - row.last_at > timedelta(days=SILENT_DAYS)
        return Cell(words.format(n=row.last_number, day=day), "bad" if old else "text")

    def _open(self, row: object) -> None:
        if isinstance(row, DistrictRow):
            self.desk.shell.open("sessions", district=row.district)

    def _open_number(self, row: object, column: int) -> None:
        if isinstance(row, DistrictRow):
            if column == _CASES:
                self.desk.shell.open("cases", find=row.district)
            else:
                self._open(row)

    def _all_sessions(self) -> None:
        self.desk.shell.open("sessions")

    def _all_cases(self) -> None:
        self.desk.shell.open("cases")

    def _take(self) -> None:
        self.desk.shell.open("exchange", do="import")

    def _to_exchange(self) -> None:
        self.desk.shell.open("exchange")


def _link(value: int) -> Cell:
    return Cell(number(value), link=True) if value else Cell("0", "text3")


def _last_key(row: DistrictRow) -> str:
    return row.last_at.isoformat() if row.last_at is not None else ""
