"""Eight little fields for the key of the recovery sheet; each turns green when it is right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets.boxes import hbox
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.labels import Icon, Label
from dcm_desktop.usecases.recovery_sheet import GROUP_LENGTH, GROUPS, group_is_right


class GroupEdit(LineEdit):
    """One group; letters become capitals, Backspace at its start goes to the group before."""

    emptied_backwards = Signal()
    """Backspace in an empty field."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.place = place
        self.setMaxLength(64)
        self.setObjectName(f"group{place + 1}")
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setMinimumWidth(84)

    @property
    def is_right(self) -> bool:
        """Whether the group is the one for its place."""
        return group_is_right(self.text(), self.place)

    def restyle(self) -> None:
        """Equally wide signs help the eye."""
        super().restyle()
        self.setFont(theme.font("medium", figures=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace in an empty group goes back."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied_backwards.emit()
        else:
            super().keyPressEvent(event)


class RecoveryGroups(QWidget):
    """All groups of a sheet, or only some of them (`places`, from 0) for the rehearsal."""

    changed = Signal(bool)
    """Something was typed; carries whether all groups are right now."""
    submitted = Signal()
    """Enter in any group."""

    def __init__(self, places: tuple[int, ...] = tuple(range(GROUPS))) -> None:
        super().__init__()
        self.edits: list[GroupEdit] = []
        self._signs: list[Icon] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        columns = min(4, len(places))
        for at, place in enumerate(places):
            edit = GroupEdit(place)
            title = self.tr("Group {number}").format(number=place + 1)
            edit.setAccessibleName(title)
            sign = Icon("circle-dashed", "border_strong", 14)
            row = (at // columns) * 2
            grid.addLayout(
                hbox(sign, Label(title, "caption", "text2"), None, spacing=6), row, at % columns
            )
            grid.addWidget(edit, row + 1, at % columns)
            edit.textEdited.connect(self._edited)
            edit.returnPressed.connect(self.submitted)
            edit.emptied_backwards.connect(self._go_back)
            self.edits.append(edit)
            self._signs.append(sign)

    @property
    def key(self) -> str:
        """The groups as one text."""
        return "-".join(edit.text().strip() for edit in self.edits)

    @property
    def all_right(self) -> bool:
        """Whether every group is right."""
        return all(edit.is_right for edit in self.edits)

    def first_wrong(self) -> GroupEdit | None:
        """The first group that is not right."""
        return next((edit for edit in self.edits if not edit.is_right), None)

    def wipe(self) -> None:
        """Overwrite all groups."""
        for edit in self.edits:
            edit.setText("0" * len(edit.text()))
            edit.clear()
        self._show()

    def _edited(self, text: str) -> None:
        edit = self.sender()
        if not isinstance(edit, GroupEdit):
            return
        signs = "".join(sign for sign in text.upper() if sign.isalnum())
        at = self.edits.index(edit)
        if len(signs) > GROUP_LENGTH:
            self._spread(at, signs)
        else:
            cursor = edit.cursorPosition()
            edit.setText(signs)
            edit.setCursorPosition(min(cursor, len(signs)))
        if edit.is_right and edit.cursorPosition() >= GROUP_LENGTH:
            self._go_on(at)
        self._show()

    def _spread(self, at: int, signs: str) -> None:
        """A pasted key fills the groups that follow."""
        for edit in self.edits[at:]:
            part, signs = signs[:GROUP_LENGTH], signs[GROUP_LENGTH:]
            if not part:
                return
            edit.setText(part)

    def _go_on(self, at: int) -> None:
        following = next((e for e in self.edits[at + 1 :] if not e.is_right), None)
        if following is not None:
            following.setFocus()

    def _go_back(self) -> None:
        edit = self.sender()
        if isinstance(edit, GroupEdit) and edit in self.edits[1:]:
            self.edits[self.edits.index(edit) - 1].setFocus()

    def _show(self) -> None:
        for edit, sign in zip(self.edits, self._signs, strict=True):
            typed = bool(edit.text())
            full = len(edit.text()) >= GROUP_LENGTH
            if edit.is_right:
                sign.set_icon("circle-check", "ok_solid")
                state = self.tr("right")
            elif full:
                sign.set_icon("triangle-alert", "bad")
                state = self.tr("a sign is wrong")
            else:
                sign.set_icon("circle-dashed", "border_strong")
                state = self.tr("not complete") if typed else ""
            edit.setAccessibleDescription(state)
            wrong = full and not edit.is_right
            if bool(edit.property("invalid")) != wrong:
                edit.setProperty("invalid", wrong)
                edit.style().unpolish(edit)
                edit.style().polish(edit)
        self.changed.emit(self.all_right)
