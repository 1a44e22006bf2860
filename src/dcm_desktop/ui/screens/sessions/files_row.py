"""Files of an agenda item as chips: what each is, how long, who may see it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from dcm_desktop.domain.terms import AttachmentAccess
from dcm_desktop.ui import theme
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.flow import FlowLayout
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.usecases.sessions import AttachmentRow

_SIGNS = {
    AttachmentAccess.PUBLIC: "eye",
    AttachmentAccess.MEMBERS: "users",
    AttachmentAccess.CONFIDENTIAL: "lock",
}
_LONGEST = 28


class FileChip(Button):
    """One file; Enter opens its menu, Delete takes it away."""

    removed = Signal(str)
    """Delete was pressed; carries the file."""

    def __init__(self, row: AttachmentRow, spoken: str) -> None:
        shown = row.title if len(row.title) <= _LONGEST else f"{row.title[:_LONGEST].rstrip()} …"
        super().__init__(shown, kind="chip", icon=_SIGNS[row.access], name=spoken)
        self.row = row
        self.setToolTip(spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the file away."""
        if event.key() == Qt.Key.Key_Delete and self.isEnabled():
            self.removed.emit(self.row.attachment_id)
        else:
            super().keyPressEvent(event)


class FilesRow(Box):
    """The files of one record; others can be dropped on it."""

    add_requested = Signal()
    """A file is to be chosen."""
    files_dropped = Signal(list)
    """Files were dropped here; carries their paths."""
    show_requested = Signal(str)
    """Show a file."""
    copy_requested = Signal(str)
    """Write a copy of a file."""
    removed = Signal(str)
    """Take a file away."""
    access_chosen = Signal(str, str)
    """Other people may see a file; carries it and who."""

    def __init__(self) -> None:
        super().__init__(spacing=4)
        self.setAcceptDrops(True)
        self._editable = True
        self.chips: list[FileChip] = []
        self._inside = QWidget()
        self._flow = FlowLayout(spacing=6, parent=self._inside)
        self.add_button = Button(self.tr("Add a file"), kind="ghost", icon="plus")
        self.add_button.setObjectName("addFile")
        self.add_button.clicked.connect(self.add_requested)
        self._note = Label("", "caption", "text3", wrap=True)
        self._note.hide()
        self.add(Label(self.tr("Files"), "smallm"), self._inside, self._note)
        self.show_files((), editable=True)

    def show_files(self, rows: Sequence[AttachmentRow], *, editable: bool) -> None:
        """Show other files."""
        self._editable = editable
        had = next((chip.row.attachment_id for chip in self.chips if chip.hasFocus()), "")
        self._flow.takeAt(self._flow.count() - 1)
        for chip in self.chips:
            self._flow.takeAt(0)
            chip.hide()
            chip.deleteLater()
        self.chips = [self._chip(row) for row in rows]
        for chip in self.chips:
            self._flow.addWidget(chip)
            if chip.row.attachment_id == had:
                chip.setFocus()
        self._flow.addWidget(self.add_button)
        self.add_button.setVisible(editable)
        self.setAcceptDrops(editable)
        wanted = editable or bool(rows)
        if self.parentWidget() is not None or not wanted:  # alone it would flash as a window
            self.setVisible(wanted)
        self._inside.updateGeometry()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this computer may come."""
        if _paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files that were dropped."""
        paths = _paths(event)
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _chip(self, row: AttachmentRow) -> FileChip:
        parts = [row.title, capital(label_of(row.access))]
        if row.pages:
            parts.append(Plurals().pages(row.pages))
        parts.append(self._size(row.size))
        chip = FileChip(row, " · ".join(parts))
        chip.removed.connect(self.removed)
        chip.clicked.connect(partial(self._open_menu, chip))
        return chip

    def _size(self, size: int) -> str:
        if size >= 1024 * 1024:
            words = f"{size / 1024 / 1024:.1f}".replace(".", ",")
            return self.tr("{n} MB").format(n=words)
        return self.tr("{n} KB").format(n=max(1, size // 1024))

    def menu_of(self, row: AttachmentRow) -> QMenu:
        """What can be done to a file."""
        menu = QMenu(self)
        if row.is_pdf:
            self._entry(menu, self.tr("Show"), "eye", self.show_requested, row)
        self._entry(menu, self.tr("Save a copy …"), "download", self.copy_requested, row)
        if not self._editable:
            return menu
        menu.addSeparator()
        for access in AttachmentAccess:
            action = QAction(theme.icon(_SIGNS[access]), capital(label_of(access)), menu)
            action.setCheckable(True)
            action.setChecked(access is row.access)
            action.triggered.connect(partial(self._choose_access, row.attachment_id, access.value))
            menu.addAction(action)
        menu.addSeparator()
        self._entry(menu, self.tr("Take away"), "trash-2", self.removed, row)
        return menu

    def _entry(
        self, menu: QMenu, words: str, icon: str, signal: object, row: AttachmentRow
    ) -> None:
        action = QAction(theme.icon(icon), words, menu)
        action.triggered.connect(partial(self._emit, signal, row.attachment_id))
        menu.addAction(action)

    @staticmethod
    def _emit(signal: object, attachment_id: str, _checked: bool = False) -> None:
        signal.emit(attachment_id)  # type: ignore[attr-defined]  # - a bound signal

    def _choose_access(self, attachment_id: str, access: str, _checked: bool = False) -> None:
        self.access_chosen.emit(attachment_id, access)

    def _open_menu(self, chip: FileChip, _checked: bool = False) -> None:
        self.menu_of(chip.row).popup(chip.mapToGlobal(chip.rect().bottomLeft()))


def _paths(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
