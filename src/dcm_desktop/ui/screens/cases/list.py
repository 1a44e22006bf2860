"""All cases: what the search found and why, filters, risk, state, next review, what is missing."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget

from dcm_desktop.domain.case import is_open
from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.formats import day_month, short_date
from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.cases.filters import CaseChips
from dcm_desktop.ui.screens.cases.words import RISK_TONES, match_words
from dcm_desktop.ui.screens.choices import label_of
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import SearchEdit
from dcm_desktop.ui.widgets.labels import KeyCap, Label
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.ui.widgets.table import TableView
from dcm_desktop.ui.words import label_of as store_label
from dcm_desktop.usecases.cases import (
    CaseList,
    CaseRow,
    list_cases,
)
from dcm_desktop.usecases.office import list_mechanisms
from dcm_desktop.usecases.sessions import send_case_to_inbox

TABLE, NOTHING, FIRST = range(3)
_MANY, _PAUSE_MS = 200, 120


class CasesScreen(Screen):
    """The list of cases."""

    concerns = frozenset(
        {"case", "child", "family_member", "individual", "individual_name", "case_review",
         "agenda_item", "session", "institution", "person", "mechanism"}
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Cases"))
        self._may_open = desk.workspace.info.level is not StoreLevel.NATIONAL
        self.search = SearchEdit(hint=self.tr("Name, code or institution"))
        self.search.setObjectName("caseSearch")
        self.search.setFixedWidth(340)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._show_found)
        self.search.textChanged.connect(self._searched)
        self.search.returnPressed.connect(self._to_table)
        self.new_button = Button(self.tr("New case"), kind="primary", icon="plus", cap="Ctrl+N")
        self.new_button.setObjectName("newCaseButton")
        self.new_button.clicked.connect(self._new)
        if self._may_open:
            self.add_key("Ctrl+N", self.tr("new case"), self._new)
            self.add_key("Ctrl+I", self.tr("to the inbox, for the next agenda"), self.to_inbox)
        self.add_key("Ctrl+F", self.tr("search"), self._to_search)
        self.add_key("Ctrl+E", self.tr("clear search and filters"), self._clear)
        self.name_key("Enter", self.tr("open the case; from the search to the list"))
        self.header.set_actions(self.search, self.new_button)
        self.new_button.setVisible(self._may_open)
        self.chips = CaseChips()
        self.chips.set_whole(self._may_open)
        self.chips.changed.connect(self._show_found)
        self.model: RowTableModel[CaseRow] = RowTableModel(self._columns())
        self.table: TableView[CaseRow] = TableView(
            self.model, name=self.tr("Cases"), row_height=48, open_on_click=True
        )
        self.table.row_opened.connect(self._open)
        self.table.link_opened.connect(self._open_missing)
        self._count = Label("", "smallm")
        self._order = Label("", "caption", "text3")
        help_text = self.tr("Finds „Kovacheva“ too, and a wrong keyboard layout")
        self._help = Label(help_text, "caption", "text3")
        self._card = Box(
            hbox(self._count, self._order, None, self._help, margins=(16, 8, 16, 0)),
            (self.table, 1),
            hline(),
            hbox(
                KeyCap("↑↓"),
                Label(self.tr("choose"), "caption", "text2"),
                4,
                KeyCap("Enter"),
                Label(self.tr("open"), "caption", "text2"),
                4,
                KeyCap("Esc"),
                Label(self.tr("clear the search"), "caption", "text2"),
                None,
                margins=(16, 10, 16, 10),
            ),
            name="card",
            spacing=0,
            margins=(1, 1, 1, 1),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self._card)
        self._pages.addWidget(
            EmptyState(
                "search",
                self.tr("No case matches"),
                self.tr("Try another form of the name, or fewer filters."),
                [Act(self.tr("Clear search and filters"), self._clear, cap="Ctrl+E")],
            )
        )
        self._pages.addWidget(self._first_state())
        self.body.addWidget(self.chips)
        self.body.addWidget(self._pages, 1)
        self.setTabOrder(self.search, self.new_button)

    # What the window calls

    def opened(self, **arguments: str) -> None:
        """`find`: a word for the search; `only`: next, unreviewed or missing turns that chip on."""
        if "find" in arguments:
            self.search.setText(arguments["find"])
        chips = {
            "next": self.chips.next,
            "unreviewed": self.chips.unreviewed,
            "missing": self.chips.missing,
        }
        chip = chips.get(arguments.get("only", ""))
        if chip is not None:
            self.chips.clear()
            chip.setChecked(True)
        if not self.table.hasFocus():
            self.search.setFocus()

    def refresh(self) -> None:
        """Read the cases under the present filter."""
        self._show_found()

    def to_inbox(self) -> None:
        """The chosen case waits for an agenda."""
        row = self.table.current_row()
        if row is not None:
            self.desk.workspace.do(send_case_to_inbox, row.case_id, at=now())
            self.say_done(self.tr("The case waits in the inbox"))

    def fit(self, room: Fit) -> None:
        """Four columns and four chips in a narrow window."""
        self.chips.set_narrow(room.narrow)
        self._help.setVisible(not room.narrow)
        self.table.set_row_height(44 if room.narrow else 48)
        self.search.setFixedWidth(250 if room.narrow else 340)

    # Inside

    def _columns(self) -> list[Column[CaseRow]]:
        columns = [
            Column(
                self.tr("Code and why it is found"),
                lambda row: Cell(row.code, role="smallm", sub=match_words(row.match)),
                sort=lambda row: row.code,
                stretch=0.8,
            ),
            Column(
                self.tr("Typology"),
                lambda row: Cell(label_of(row.typology) if row.typology else "", "text2"),
            ),
            Column(self.tr("Municipality"), lambda row: row.place, width=100, hide_below=940),
            Column(
                self.tr("Children"),
                lambda row: str(row.children),
                sort=lambda row: row.children,
                width=46,
                right=True,
                hide_below=940,
            ),
            Column(self.tr("Risk"), self._risk, sort=self._risk_order, width=122),
            Column(
                self.tr("State"),
                lambda row: Cell(label_of(row.status), "text2"),
                width=180,
                hide_below=940,
            ),
            Column(self.tr("Review"), self._review, sort=self._review_order, width=118),
            Column(
                self.tr("Missing"),
                lambda row: Cell(str(row.missing) if row.missing else "", link=bool(row.missing)),
                sort=lambda row: row.missing,
                width=64,
                right=True,
                hide_below=940,
            ),
        ]
        return columns if self._may_open else columns[:-1]

    def _risk(self, row: CaseRow) -> Cell:
        if row.risk is None:
            return Cell(self.tr("not set"), "text3")
        return Cell(label_of(row.risk), pill=RISK_TONES[row.risk])

    def _risk_order(self, row: CaseRow) -> int:
        return -list(RISK_TONES).index(row.risk) if row.risk is not None else -9

    def _review(self, row: CaseRow) -> Cell:
        if row.next_review_on is None:
            return Cell(self.tr("no date"), "bad") if is_open(row.status) else Cell("")
        here = row.next_review_on.year == today().year
        day = day_month(row.next_review_on) if here else short_date(row.next_review_on)
        if row.review_overdue:
            return Cell(self.tr("since {day}").format(day=day), "bad")
        return Cell(self.tr("on {day}").format(day=day) if row.on_agenda else day)

    @staticmethod
    def _review_order(row: CaseRow) -> str:
        return f"{row.next_review_on or '9'}"

    def _first_state(self) -> EmptyState:
        if not self._may_open:
            text = self.tr("Cases come with the files of the districts, codes only.")
            act = Act(self.tr("To the exchange"), self._to_exchange)
            return EmptyState("folder-heart", self.tr("No cases yet"), text, [act])
        return EmptyState(
            "folder-heart",
            self.tr("No cases yet"),
            self.tr("A case is one family situation; children and family are entered with it."),
            [Act(self.tr("First case"), self._new, icon="plus", cap="Ctrl+N")],
        )

    def _show_found(self) -> None:
        text = self.search.text()
        chosen = self.chips.filter(text)
        found: CaseList = self.desk.workspace.ask(list_cases, chosen, today=today())
        self.chips.show_counts(found)
        self.model.set_rows(found.rows)
        whole = found.worked_on if self.chips.active.isChecked() else self._whole(found)
        shown = len(found.rows)
        if shown == whole:
            self._count.setText(Plurals().cases(whole))
        else:
            words = self.tr("{shown} of {cases}")
            self._count.setText(words.format(shown=shown, cases=Plurals().cases(whole)))
        by_match = self.tr("closest match first")
        self._order.setText(by_match if text.strip() else self.tr("most at risk first"))
        first = self._whole(found) == 0
        page = FIRST if first else NOTHING if not shown else TABLE
        self._pages.setCurrentIndex(page)
        self.chips.setVisible(not first)
        self.search.setEnabled(not first)
        self.new_button.set_kind("primary" if page == TABLE else "")
        counts = self.tr("{active} worked on or followed, {archived} in the archive")
        where = store_label(self.desk.workspace.info)
        line = counts.format(active=found.worked_on, archived=found.archived)
        self.header.set_text(self.tr("Cases"), f"{where} · {line}")

    @staticmethod
    def _whole(found: CaseList) -> int:
        return found.worked_on + found.archived

    def _searched(self, _text: str) -> None:
        """At once; with many cases when the typing pauses."""
        if len(self.model.rows) > _MANY:
            self._pause.start()
        else:
            self._show_found()

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _to_table(self) -> None:
        """Enter in the search: one hit opens, several go to the list."""
        if self._pause.isActive():
            self._pause.stop()
            self._show_found()
        rows = self.model.shown
        if len(rows) == 1:
            self._open(rows[0])
        elif rows:
            self.table.set_current(0)
            self.table.setFocus()

    def _clear(self) -> None:
        self.search.clear()
        self.chips.clear()

    def _open(self, row: object) -> None:
        if isinstance(row, CaseRow):
            self.desk.shell.open("case_file", case_id=row.case_id)

    def _open_missing(self, row: object, _column: int) -> None:
        self._open(row)

    def _new(self) -> None:
        if not self.desk.workspace.ask(list_mechanisms):
            acts = [Act(self.tr("Enter the mechanism"), self._to_members)]
            self.ask(self.tr("A case belongs to a mechanism; enter it first."), acts)
            return
        self.desk.shell.open("case_new")

    def _to_exchange(self) -> None:
        self.desk.shell.open("exchange")

    def _to_members(self) -> None:
        self.desk.shell.open("members")
