"""Papers of convening: each is made, guarded, then saved or printed; the calendar file is saved."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from dcm_desktop.errors import DcmError
from dcm_desktop.ui import dialogs
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.widgets.boxes import Box, Card, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.printing import print_pdf
from dcm_desktop.usecases.documents import (
    PaperBytes,
    PaperKind,
    Way,
    make_document,
    register_paper,
)
from dcm_desktop.usecases.documents.calendar import CalendarFile, make_calendar

CALENDAR = "calendar"


class PapersCard(Card):
    """One line for each paper, with save and print."""

    refused = Signal(object)
    """A paper could not be made; carries the error."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(spacing=2, margins=(16, 12, 12, 12))
        self._screen, self._desk = screen, screen.desk
        self._session_id = ""
        self.buttons: dict[tuple[str, str], Button] = {}
        """By kind of the paper and „save“ or „print“."""
        self._lines: dict[str, Box] = {}
        self.add(Label(self.tr("Papers"), "heading"), 4)
        for kind, name, why in (
            (PaperKind.INVITATION, self.tr("Letters of invitation"), self.tr("one per member")),
            (PaperKind.ADDRESSEES, self.tr("List of addressees"), self.tr("with the log")),
            (
                PaperKind.KIT,
                self.tr("Kit for the hall"),
                self.tr("agenda, sheet, voting slips, form for the minutes"),
            ),
            (PaperKind.STATEMENT, self.tr("Statement of no quorum"), self.tr("to be signed")),
            (CALENDAR, self.tr("Calendar file"), self.tr("for the members' calendars")),
        ):
            self._add_line(str(kind), name, why)

    def show_session(self, session_id: str, *, failed: bool) -> None:
        """Papers of this session; the statement only when it did not take place."""
        self._session_id = session_id
        self._lines[PaperKind.STATEMENT].setVisible(failed)
        self._lines[PaperKind.KIT].setVisible(not failed)

    def save(self, kind: str) -> None:
        """Make a paper and ask where it goes."""
        self._screen.strip.dismiss()
        if kind == CALENDAR:
            file = self._desk.workspace.do(make_calendar, self._session_id, at=now())
            self._choose(file.file_name, self.tr("Calendar (*.ics)"), partial(self._keep, file))
            return
        self._make(kind, self._ask_place)

    def print(self, kind: str) -> None:
        """Make a paper and ask for a printer."""
        self._screen.strip.dismiss()
        self._make(kind, self._print)

    # Inside

    def _add_line(self, kind: str, name: str, why: str) -> None:
        save = Button(
            kind="tool", icon="download", name=self.tr("Save: {paper}").format(paper=name)
        )
        save.setObjectName(f"save_{kind}")
        save.clicked.connect(partial(self.save, kind))
        self.buttons[kind, "save"] = save
        parts = [save]
        if kind != CALENDAR:
            text = self.tr("Print: {paper}").format(paper=name)
            button = Button(kind="tool", icon="printer", name=text)
            button.setObjectName(f"print_{kind}")
            button.clicked.connect(partial(self.print, kind))
            self.buttons[kind, "print"] = button
            parts.append(button)
        words = Box(
            Label(name, "smallm", wrap=True), Label(why, "caption", "text3", wrap=True), spacing=0
        )
        line = Box(hbox((words, 1), *parts, spacing=2), margins=(0, 3, 0, 3))
        self._lines[kind] = line
        self.add(line)

    def _make(self, kind: str, done: Callable[[PaperBytes], object]) -> None:
        ask = self._desk.workspace.ask
        work = partial(ask, make_document, self._session_id, PaperKind(kind), at=now())
        self._desk.jobs.run(work, done=done, failed=self._failed)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, DcmError):
            raise error
        self.refused.emit(error)

    def _ask_place(self, paper: PaperBytes) -> None:
        self._choose(paper.file_name, self.tr("PDF (*.pdf)"), partial(self._save_to, paper))

    def _choose(self, name: str, kinds: str, chosen: dialogs.Chosen) -> None:
        dialogs.choose_file_to_save(
            self,
            title=self.tr("Where does the file go?"),
            name=name,
            kinds=kinds,
            chosen=chosen,
        )

    def _save_to(self, paper: PaperBytes, path: Path) -> None:
        if self._written(path, paper.pdf):
            self._note(paper, "file")

    def _keep(self, file: CalendarFile, path: Path) -> None:
        self._written(path, file.data)

    def _written(self, path: Path, data: bytes) -> bool:
        try:
            dialogs.save_bytes(path, data)
        except OSError:
            words = self.tr("The file cannot be written there. Choose another place.")
            self._screen.strip.say(words, "bad")
            return False
        self._desk.shell.say(self.tr("{name} is saved").format(name=path.name))
        return True

    def _print(self, paper: PaperBytes) -> None:
        title = self.tr("Paper of a session")
        print_pdf(self, paper.pdf, title, self._desk.jobs, partial(self._printed, paper))

    def _printed(self, paper: PaperBytes, printer: str) -> None:
        self._note(paper, "print")
        self._desk.shell.say(self.tr("Handed to the printer {name}").format(name=printer))

    def _note(self, paper: PaperBytes, way: Way) -> None:
        self._desk.workspace.do(register_paper, paper, way, at=now())
