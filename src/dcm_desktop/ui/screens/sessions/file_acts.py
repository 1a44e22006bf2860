"""Acts on files of a record: add by dialog or drop, show in memory, save a copy, take away."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from dcm_desktop.domain.attachment import MOST_BYTES
from dcm_desktop.domain.terms import AttachmentAccess, AttachmentOwner
from dcm_desktop.errors import DcmError, InputRefused
from dcm_desktop.ui import dialogs
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.sessions.files_row import FilesRow
from dcm_desktop.ui.screens.side_form import SidePanel, SideStage
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.pdf_view import PdfView
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions import (
    AttachmentFile,
    FileData,
    add_attachment,
    list_attachments,
    read_attachment,
    remove_attachment,
    update_attachment,
)


class PdfPanel(SidePanel):
    """A PDF of the store, drawn from memory; nothing of it is ever a file."""

    def __init__(self, jobs: Jobs, file: AttachmentFile) -> None:
        super().__init__(file.name)
        self.view = PdfView(jobs, name=file.name)
        self.view.setMinimumHeight(320)
        self.page.add((self.view, 1))
        self.copy_button = Button(self.tr("Save a copy …"), icon="download")
        self.buttons.addWidget(self.copy_button)
        self.buttons.addStretch(1)
        self.view.show_pdf(file.data)

    def take_keyboard(self) -> None:
        """The pages turn by keyboard."""
        self.view.setFocus()


class FileActs(QObject):
    """What is wanted of the files of the record that is shown, done."""

    def __init__(
        self, screen: Screen, row: FilesRow, stage: SideStage, owner_kind: AttachmentOwner
    ) -> None:
        super().__init__(screen)
        self._screen, self._row, self._stage = screen, row, stage
        self._ask, self._do = screen.desk.workspace.ask, screen.desk.workspace.do
        self._owner_kind, self._owner_id = owner_kind, ""
        row.add_requested.connect(self.choose)
        row.files_dropped.connect(self.add_all)
        row.show_requested.connect(self.show_file)
        row.copy_requested.connect(self.save_copy)
        row.removed.connect(self.remove)
        row.access_chosen.connect(self.set_access)

    def show_owner(self, owner_id: str, *, editable: bool) -> None:
        """Show the files of another record; none without an id."""
        self._owner_id = owner_id
        rows = self._ask(list_attachments, owner_id) if owner_id else ()
        self._row.show_files(rows, editable=editable and bool(owner_id))

    def choose(self) -> None:
        """Ask which file."""
        if not self._owner_id:
            return
        dialogs.choose_file_to_open(
            self._screen,
            title=self.tr("Which file belongs to the item?"),
            kinds=self.tr("Documents and pictures (*.pdf *.docx *.xlsx *.pptx *.odt *.ods *.odp "
                          "*.png *.jpg *.jpeg *.tif *.tiff *.txt)"),
            chosen=self.add_file,
        )  # fmt: skip

    def add_all(self, paths: list[Path]) -> None:
        """Keep several files that were dropped."""
        for path in paths:
            self.add_file(path)

    def add_file(self, path: Path) -> None:
        """Keep a file; it is read and counted by the worker."""
        desk = self._screen.desk
        work = partial(_keep, desk.workspace, self._owner_kind, self._owner_id, path)
        text = self.tr("The file is being kept …")
        desk.jobs.run_modal(desk.shell.busy, text, work, done=self._added, failed=self._failed)

    def show_file(self, attachment_id: str) -> None:
        """Show a PDF beside the agenda."""
        file = self._ask(read_attachment, attachment_id)
        panel = PdfPanel(self._screen.desk.jobs, file)
        panel.copy_button.clicked.connect(partial(self.save_copy, attachment_id))
        self._stage.open(panel)

    def save_copy(self, attachment_id: str, _checked: bool = False) -> None:
        """Write a copy where the user says."""
        file = self._ask(read_attachment, attachment_id)
        suffix = Path(file.name).suffix
        dialogs.choose_file_to_save(
            self._screen,
            title=self.tr("Where does the copy go?"),
            name=file.name,
            kinds=self.tr("File (*{suffix})").format(suffix=suffix),
            chosen=partial(self._write, file),
        )

    def remove(self, attachment_id: str) -> None:
        """Take a file away."""
        self._do(remove_attachment, attachment_id, at=now())
        self._screen.say_done(self.tr("The file is taken away"))

    def set_access(self, attachment_id: str, access: str) -> None:
        """Other people may see a file."""
        self._do(update_attachment, attachment_id, access=AttachmentAccess(access), at=now())

    def _write(self, file: AttachmentFile, path: Path) -> None:
        dialogs.save_bytes(path, file.data)
        self._screen.say_done(self.tr("The copy is written; it is not encrypted"), undo=False)

    def _added(self, _saved: Saved) -> None:
        self._screen.say_done(self.tr("The file is kept in the store"))

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, DcmError):
            raise error
        self._screen.take_error(error)


def _keep(workspace: Workspace, owner_kind: AttachmentOwner, owner_id: str, path: Path) -> Saved:
    """Read a file and keep it; a huge one is not even read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputRefused("attachment.too_big", field="file", most=MOST_BYTES // 1024 // 1024)
        data = path.read_bytes()
    except OSError:
        raise InputRefused("attachment.unreadable", field="file") from None
    file = FileData(path.name, data)
    return workspace.do(add_attachment, owner_kind, owner_id, file, at=now())
