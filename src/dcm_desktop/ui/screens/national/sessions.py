"""Sessions that the districts have handed over: numbers and states, no names."""

from PySide6.QtWidgets import QStackedWidget

from dcm_desktop.ui.formats import short_date
from dcm_desktop.ui.models.rows import Cell, Column, RowTableModel
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.screen import Desk, Screen
from dcm_desktop.ui.screens.sessions.words import STATUS_LOOKS
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.ui.widgets.table import TableView
from dcm_desktop.ui.words import label_of as label_of_store
from dcm_desktop.usecases.national import NationalSessionRow, list_national_sessions
from dcm_desktop.usecases.places import places


class NationalSessionsScreen(Screen):
    """All sessions, or those of one district."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Sessions"))
        self._district = ""
        self.chooser = Combo([])
        self.chooser.setObjectName("district")
        self.chooser.setAccessibleName(self.tr("District"))
        self.chooser.setFixedWidth(260)
        self.chooser.chosen.connect(self._district_chosen)
        self.header.set_actions(self.chooser)
        self.model: RowTableModel[NationalSessionRow] = RowTableModel(self._columns())
        self.table: TableView[NationalSessionRow] = TableView(
            self.model, name=self.tr("Sessions"), row_height=48
        )
        self._count = Label("", "smallm")
        note = self.tr("As the districts handed them over; no names.")
        card = Box(
            hbox(self._count, None, Label(note, "caption", "text3"), margins=(16, 8, 16, 0)),
            (self.table, 1),
            name="card",
            spacing=0,
            margins=(1, 1, 1, 1),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(card)
        self.pages.addWidget(
            EmptyState(
                "gavel",
                self.tr("No sessions yet"),
                self.tr("They come with the files of the districts."),
                [Act(self.tr("Take a file …"), self._take)],
            )
        )
        self.body.addWidget(self.pages, 1)

    def opened(self, district: str = "", **_more: str) -> None:
        """Show the sessions of a district."""
        if district:
            self._district = district
            self.mark_stale()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the sessions."""
        everything = self.desk.workspace.ask(list_national_sessions)
        homes = sorted({row.district for row in everything}, key=area_name)
        self.chooser.set_options(
            [
                Option("", self.tr("All districts")),
                *(Option(home, area_name(home)) for home in homes),
            ],
            self._district,
        )
        rows = [row for row in everything if self._district in ("", row.district)]
        self.model.set_rows(rows)
        self.pages.setCurrentIndex(0 if everything else 1)
        self.chooser.setVisible(bool(everything))
        self._count.setText(Plurals().sessions(len(rows)))
        self.header.set_text(
            self.tr("Sessions"), f"{label_of_store(self.desk.workspace.info)} · {self._where()}"
        )

    def _columns(self) -> list[Column[NationalSessionRow]]:
        return [
            Column(
                self.tr("Session"),
                lambda row: Cell(f"№\u00a0{row.number}", role="smallm", sub=self._kind(row)),
                sort=lambda row: row.number or 0,
                stretch=1.2,
            ),
            Column(self.tr("District"), lambda row: area_name(row.district)),
            Column(
                self.tr("Date"),
                lambda row: short_date(row.on) if row.on else "–",
                sort=lambda row: f"{row.on}",
                width=100,
            ),
            Column(self.tr("State"), self._state, width=140),
            Column(
                self.tr("Present"),
                lambda row: str(row.present) if row.present else "–",
                sort=lambda row: row.present,
                width=96,
                right=True,
            ),
            Column(
                self.tr("Items"),
                lambda row: str(row.items),
                sort=lambda row: row.items,
                width=70,
                right=True,
            ),
            Column(
                self.tr("Decisions"),
                lambda row: str(row.decisions) if row.decisions else "–",
                sort=lambda row: row.decisions,
                width=90,
                right=True,
            ),
        ]

    def _kind(self, row: NationalSessionRow) -> str:
        kind = capital(label_of(row.kind))
        if not row.entered_later:
            return kind
        return self.tr("{kind} · entered later").format(kind=kind)

    @staticmethod
    def _state(row: NationalSessionRow) -> Cell:
        tone, sign = STATUS_LOOKS[row.status]
        return Cell(capital(label_of(row.status)), pill=tone, icon=sign)

    def _where(self) -> str:
        return area_name(self._district) if self._district else self.tr("All districts")

    def _district_chosen(self, district: str) -> None:
        self._district = district
        self.refresh()

    def _take(self) -> None:
        self.desk.shell.open("exchange", do="import")


def area_name(district: str) -> str:
    """Name of a district as a list shows it: Кърджали."""
    known = places()
    return known.district(district).name if district in known.districts else district
