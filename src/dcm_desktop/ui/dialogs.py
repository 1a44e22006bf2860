"""Questions and file dialogs, the only ones of the program. Nothing here blocks: every dialog is
opened and answers later; no file dialog leaves a trace of a folder in Qt's own settings.

While a session is open nothing asks with a dialog: use `Screen.strip.ask` there.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLayout, QVBoxLayout, QWidget

from dcm_desktop import paths
from dcm_desktop.ui.widgets.boxes import hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import Act

Chosen = Callable[[Path], object]
WIDTH = 440


class Question(QDialog):
    """A heading, one sentence, and buttons that are verbs; Esc takes the first (the safe) one."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        acts: Sequence[Act],
        body: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setObjectName("question")
        self.buttons: list[Button] = []
        self._acts = list(acts)
        for act in acts:
            button = Button(act.text, kind=act.kind, icon=act.icon, cap=act.cap)
            button.clicked.connect(self._pressed)
            self.buttons.append(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        parts = [Label(title, "heading", wrap=True), Label(text, "small", "text2", wrap=True)]
        for part in (*parts, *([body] if body is not None else [])):
            part.setFixedWidth(WIDTH)
            column.addWidget(part)
        column.addSpacing(8)
        column.addLayout(hbox(None, *self.buttons))
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self.buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is the first button."""
        if event.key() == Qt.Key.Key_Escape:
            self.buttons[0].click()
        else:
            super().keyPressEvent(event)

    def _pressed(self) -> None:
        act = self._acts[self.buttons.index(self.sender())]  # type: ignore[arg-type]  # - our button
        self.accept()
        act.run()


def ask(parent: QWidget, title: str, text: str, acts: Sequence[Act]) -> Question:
    """Ask a question; the first act is the safe one and has the keyboard."""
    question = Question(parent.window(), title, text, acts)
    question.open()
    return question


def nothing() -> None:
    """What a button does that only closes its question."""


def confirm(
    parent: QWidget,
    title: str,
    text: str,
    *,
    keep: str,
    act: str,
    run: Callable[[], object],
    danger: bool = True,
) -> Question:
    """Ask before something that cannot be undone; both buttons are verbs."""
    kind = "danger" if danger else "primary"
    return ask(parent, title, text, [Act(keep, nothing), Act(act, run, kind)])


def choose_file_to_save(
    parent: QWidget, *, title: str, name: str, kinds: str, chosen: Chosen
) -> QFileDialog:
    """Let the user say where a file goes; `name` is a neutral suggestion, `kinds` a Qt filter
    such as "PDF (*.pdf)"."""
    dialog = _dialog(parent, title, kinds, chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def choose_file_to_open(parent: QWidget, *, title: str, kinds: str, chosen: Chosen) -> QFileDialog:
    """Let the user pick one existing file."""
    dialog = _dialog(parent, title, kinds, chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, *, title: str, chosen: Chosen) -> QFileDialog:
    """Let the user pick a folder."""
    dialog = _dialog(parent, title, "", chosen)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.open()
    return dialog


def save_bytes(path: Path, data: bytes) -> None:
    """Write a file that the user asked for: whole, or as it was; readable by its owner only."""
    paths.write_private(path, data)


def forget_folders() -> None:
    """Privacy: Qt writes visited folders and file names to its own settings; take them out."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.beginGroup("FileDialog")
    for key in ("history", "lastVisited", "shortcuts"):
        settings.remove(key)
    settings.endGroup()
    settings.sync()


class _FileDialog(QFileDialog):
    """A file dialog that hands over one path and leaves no history."""

    def __init__(self, parent: QWidget, title: str, kinds: str, chosen: Chosen) -> None:
        super().__init__(parent, title, str(Path.home()), kinds)
        self._chosen = chosen
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        self.setHistory([])
        label = QFileDialog.DialogLabel
        self.setLabelText(label.LookIn, self.tr("Folder:"))
        self.setLabelText(label.FileType, self.tr("Kind of file:"))
        self.fileSelected.connect(self._selected)
        self.finished.connect(forget_folders)
        self.destroyed.connect(forget_folders)

    def _selected(self, name: str) -> None:
        if name:
            self._chosen(Path(name))


def _dialog(parent: QWidget, title: str, kinds: str, chosen: Chosen) -> QFileDialog:
    return _FileDialog(parent.window(), title, kinds, chosen)
