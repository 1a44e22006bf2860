"""Papers of a session: seen before they leave, searched by the guard, noted when they have left.

The preview stands in memory; nothing is written to disk but what the user saves.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.errors import DcmError, ExportRefused
from dcm_desktop.ui import dialogs, theme
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.formats import short_date
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.documents.copies_card import CopiesCard
from dcm_desktop.ui.screens.documents.words import PaperWords
from dcm_desktop.ui.screens.guard_card import GuardCard
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.sessions.words import SessionWords, status_pill
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button, Segmented
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import Act, EmptyState
from dcm_desktop.ui.widgets.pdf_view import PdfView
from dcm_desktop.ui.widgets.printing import print_pdf
from dcm_desktop.usecases.documents import (
    Edition,
    PaperBytes,
    PaperKind,
    Way,
    list_papers,
    make_document,
    register_paper,
)
from dcm_desktop.usecases.sessions import SessionRow, list_sessions

KINDS = (PaperKind.INVITATION, PaperKind.ATTENDANCE, PaperKind.MINUTES)
EDITIONS = (Edition.PUBLIC, Edition.FULL)
PAGE, REFUSED = range(2)
_OVER = (SessionStatus.HELD, SessionStatus.NO_QUORUM)


class PapersScreen(Screen):
    """Preview at the left; the session, the guard and the copies at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("Documents"))
        words = PaperWords()
        self._session_id = ""
        self._rows: tuple[SessionRow, ...] = ()
        self._turn = 0
        self.paper: PaperBytes | None = None
        self.mend_button = Button("", icon="arrow-left")
        self.mend_button.setObjectName("mendButton")
        self.mend_button.clicked.connect(self._mend)
        self.print_button = Button(self.tr("Print"), icon="printer", cap="Ctrl+P")
        self.print_button.setObjectName("printButton")
        self.print_button.clicked.connect(self.print_paper)
        self.save_button = Button(
            self.tr("Save as …"), kind="primary", icon="download", cap="Ctrl+S"
        )
        self.save_button.setObjectName("savePaper")
        self.save_button.clicked.connect(self.save_paper)
        self.header.set_actions(self.mend_button, self.print_button, self.save_button)
        self.add_key("Ctrl+P", self.tr("print"), self.print_paper)
        self.add_key("Ctrl+S", self.tr("save as a file"), self.save_paper)
        self.name_key("Page Up, Page Down", self.tr("a page back or on"))
        self.name_key("Ctrl+0", self.tr("fit the width; Ctrl++ and Ctrl+- zoom"))
        self.kinds = Segmented(*(words.kind(kind) for kind in KINDS), name=self.tr("Paper"))
        self.kinds.chosen.connect(self._chosen)
        self.editions = Segmented(
            *(capital(words.edition(edition)) for edition in EDITIONS), name=self.tr("Edition")
        )
        self.editions.chosen.connect(self._chosen)
        self.view = PdfView(desk.jobs, name=self.tr("Preview"))
        self.view.page_changed.connect(self._show_page)
        self.page_label = Label("", "small", "text2")
        self.back_button = Button(
            kind="tool", icon="chevron-left", name=self.tr("Page before (Page Up)")
        )
        self.back_button.clicked.connect(self.view.page_before)
        self.on_button = Button(
            kind="tool", icon="chevron-right", name=self.tr("Next page (Page Down)")
        )
        self.on_button.clicked.connect(self.view.next_page)
        self.zoom_button = Button(kind="tool", icon="zoom-in", name=self.tr("Larger (Ctrl++)"))
        self.zoom_button.clicked.connect(self.view.zoom_in)
        self.refused = EmptyState(
            "shield-alert",
            self.tr("The paper is not drawn"),
            self.tr("It would carry a name or a number of the case register. Mend the places."),
            [Act(self.tr("Mend it"), self._mend, icon="pencil")],
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.refused)
        preview = Box(
            hbox(
                self.kinds,
                self.editions,
                None,
                self.back_button,
                self.page_label,
                self.on_button,
                self.zoom_button,
                spacing=6,
                margins=(12, 8, 8, 8),
            ),
            hline(),
            (self.pages, 1),
            name="card",
            spacing=0,
            margins=(1, 1, 1, 1),
        )
        self.sessions = Combo([])
        self.sessions.setObjectName("paperSession")
        self.sessions.setAccessibleName(self.tr("Session"))
        self.sessions.chosen.connect(self._session_chosen)
        why = self.tr("The paper cannot leave while they stand.")
        self.guard = GuardCard(why)
        self.copies = CopiesCard()
        self.right = Box(self.sessions, self.guard, (self.copies, 1), spacing=12)
        body = Box((preview, 1), self.right, row=True, spacing=12)
        self.whole = QStackedWidget()
        self.whole.addWidget(body)
        self.whole.addWidget(
            EmptyState(
                "file-text",
                self.tr("No papers yet"),
                self.tr("Papers are made from a session: invitation, attendance sheet, minutes."),
                [Act(self.tr("To the sessions"), self._to_sessions)],
            )
        )
        self.body.addWidget(self.whole, 1)

    # What the window calls

    def opened(self, session_id: str = "", kind: str = "", edition: str = "", **_more: str) -> None:
        """Show a paper of a session; without one the last that was shown, else the latest."""
        if session_id and session_id != self._session_id:
            self._session_id = session_id
            self._choose_kind(kind)
        elif kind:
            self._choose_kind(kind)
        if edition:
            self.editions.set_index(EDITIONS.index(Edition(edition)))
        self.mark_stale()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the sessions and make the paper anew."""
        self._rows = self.desk.workspace.ask(list_sessions)
        self.whole.setCurrentIndex(0 if self._rows else 1)
        for button in (self.mend_button, self.print_button, self.save_button):
            button.setVisible(bool(self._rows))
        if not self._rows:
            self.header.set_text(self.tr("Documents"))
            return
        if self._row is None:
            held = [row for row in self._rows if row.status in _OVER]
            self._session_id = (held or list(self._rows))[0].session_id
            self._choose_kind("")
        words = SessionWords()
        self.sessions.set_options(
            [
                Option(
                    row.session_id,
                    f"{words.title(row.number)}, {short_date(local(row.starts_at).date())}",
                    capital(label_of(row.status)),
                )
                for row in self._rows
            ],
            self._session_id,
        )
        self._make()

    def fit(self, room: Fit) -> None:
        """A narrower right part; in a low window the copies give way."""
        width = 264 if room.narrow else 380 if room.medium else 440
        self.right.setFixedWidth(theme.px(width))
        self.back_button.setVisible(not room.narrow)
        self.on_button.setVisible(not room.narrow)
        self.zoom_button.setVisible(not room.narrow)
        self.mend_button.set_compact(room.narrow)
        self.guard.set_small(room.medium)

    # Acts

    def save_paper(self) -> None:
        """Ask where the paper goes, write it, note the copy."""
        paper = self.paper
        if paper is None:
            return
        self.strip.dismiss()
        dialogs.choose_file_to_save(
            self,
            title=self.tr("Where does the paper go?"),
            name=paper.file_name,
            kinds=self.tr("PDF (*.pdf)"),
            chosen=partial(self._save_to, paper),
        )

    def print_paper(self) -> None:
        """Ask for a printer, print, note the copy."""
        paper = self.paper
        if paper is not None:
            print_pdf(
                self,
                paper.pdf,
                self.tr("Paper of a session"),
                self.desk.jobs,
                partial(self._printed, paper),
            )

    # Inside

    @property
    def _row(self) -> SessionRow | None:
        return next((row for row in self._rows if row.session_id == self._session_id), None)

    @property
    def _kind(self) -> PaperKind:
        return KINDS[self.kinds.index]

    @property
    def _edition(self) -> Edition:
        return EDITIONS[self.editions.index] if self._kind is PaperKind.MINUTES else Edition.FULL

    def _choose_kind(self, kind: str) -> None:
        """The named paper, else the one that the state of the session asks for."""
        rows = self._rows or self.desk.workspace.ask(list_sessions)
        row = next((one for one in rows if one.session_id == self._session_id), None)
        over = row is not None and row.status in _OVER
        usual = PaperKind.MINUTES if over else PaperKind.INVITATION
        self.kinds.set_index(KINDS.index(PaperKind(kind) if kind else usual))

    def _make(self) -> None:
        row = self._row
        if row is None:
            return
        self._turn += 1
        self.paper = None
        self._show_head(row)
        self.copies.show_rows(self.desk.workspace.ask(list_papers, row.session_id))
        self._weigh_buttons()
        work = partial(
            self.desk.workspace.ask,
            make_document,
            row.session_id,
            self._kind,
            self._edition,
            at=now(),
        )
        self.desk.jobs.run(
            work, done=partial(self._made, self._turn), failed=partial(self._failed, self._turn)
        )

    def _made(self, turn: int, paper: PaperBytes) -> None:
        if turn != self._turn:
            return
        self.paper = paper
        self.pages.setCurrentIndex(PAGE)
        self.view.show_pdf(paper.pdf)
        self.guard.show_places(())
        self._weigh_buttons()

    def _failed(self, turn: int, error: BaseException) -> None:
        if turn != self._turn:
            return
        self.view.clear()
        self.page_label.setText("")
        if isinstance(error, ExportRefused):
            self.guard.show_places(error.places)
            self.pages.setCurrentIndex(REFUSED)
        elif isinstance(error, DcmError):
            self.take_error(error)
        else:
            raise error
        self._weigh_buttons()

    def _save_to(self, paper: PaperBytes, path: Path) -> None:
        try:
            dialogs.save_bytes(path, paper.pdf)
        except OSError:
            self.strip.say(
                self.tr("The file cannot be written there. Choose another place."), "bad"
            )
            return
        self._note(paper, "file")
        self.desk.shell.say(self.tr("{name} is saved").format(name=path.name))

    def _printed(self, paper: PaperBytes, printer: str) -> None:
        self._note(paper, "print")
        self.desk.shell.say(self.tr("Handed to the printer {name}").format(name=printer))

    def _note(self, paper: PaperBytes, way: Way) -> None:
        self.desk.workspace.do(register_paper, paper, way, at=now())
        self.copies.show_rows(self.desk.workspace.ask(list_papers, paper.session_id))

    def _show_head(self, row: SessionRow) -> None:
        words = SessionWords()
        name = PaperWords().kind(self._kind)
        title = f"{name} № {row.number}".replace("№ ", "№\u00a0")
        if self._kind is not PaperKind.MINUTES:
            title = name
        parts = [words.title(row.number), words.when(row.starts_at)]
        if self._kind is PaperKind.MINUTES and row.minutes_version is not None:
            parts.append(self.tr("version {n}").format(n=row.minutes_version))
        self.header.set_text(title, " · ".join(parts))
        self.header.set_pills(status_pill(row.status))
        self.mend_button.set_text(
            {
                "room": self.tr("To the room"),
                "convening": self.tr("Statement and new date"),
            }.get(self._mending_place(row), self.tr("To the preparation"))
        )
        self.editions.setVisible(self._kind is PaperKind.MINUTES)

    def _weigh_buttons(self) -> None:
        """Save is primary, unless the guard has found something: then mending is."""
        refused = self.pages.currentIndex() == REFUSED
        self.save_button.setEnabled(self.paper is not None)
        self.print_button.setEnabled(self.paper is not None)
        self.save_button.set_kind("" if refused else "primary")

    def _show_page(self, page: int, count: int) -> None:
        self.page_label.setText(self.tr("{page} of {count}").format(page=page, count=count))

    def _chosen(self, _place: int) -> None:
        self._make()

    def _session_chosen(self, session_id: str) -> None:
        self._session_id = session_id
        self._choose_kind("")
        self._make()

    def _mend(self) -> None:
        row = self._row
        if row is None:
            return
        self.desk.shell.open(self._mending_place(row), session_id=row.session_id)

    @staticmethod
    def _mending_place(row: SessionRow) -> str:
        """Where the texts of a paper are mended: in the room once it was opened.

        A session without quorum has nothing to mend: it goes on with its statement and new date.
        """
        if row.status is SessionStatus.NO_QUORUM:
            return "convening"
        at_work = (*_OVER, SessionStatus.OPEN, SessionStatus.ADJOURNED)
        return "room" if row.status in at_work else "session_prepare"

    def _to_sessions(self) -> None:
        self.desk.shell.open("sessions")
