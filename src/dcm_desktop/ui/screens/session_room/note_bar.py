"""One line above the roll for what belongs to the last sign: why excused, why recused.

It takes no keyboard by itself, so numbers and signs go on; the sign again takes the next reason of
the list, Tab goes into the line.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from dcm_desktop import labels
from dcm_desktop.ui.formats import language
from dcm_desktop.ui.screens.session_room.marks import RollSign
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.labels import ElideLabel
from dcm_desktop.usecases.sessions.roll_view import RollRow

EXCUSES = ("ill", "leave", "trip", "duty", "private")


def excuse_words() -> tuple[str, ...]:
    """The short list of reasons."""
    return tuple(labels.word("excuse", key, language()) for key in EXCUSES)


def next_excuse(current: str) -> str:
    """The reason after this one; a reason of one's own gives way to the first."""
    words = excuse_words()
    place = words.index(current) + 1 if current in words else 0
    return words[place % len(words)]


class NoteBar(Box):
    """Reason of an absence or of a recusal."""

    excused = Signal(str, str)
    """Row and reason of an absence."""
    recusal_noted = Signal(str, str, bool)
    """Row, reason, whether they leave the hall."""
    left = Signal()
    """The keyboard goes back to the roll."""

    def __init__(self) -> None:
        super().__init__(name="live", spacing=6, margins=(12, 6, 12, 6))
        self._attendance_id, self._sign = "", RollSign.EXCUSED
        self._narrow = False
        self._title = ElideLabel("", "smallm", "soft_text")
        self._chips = [Button(word, kind="chip") for word in excuse_words()]
        for chip in self._chips:
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(self._chip_pressed)
        self.reason = LineEdit(hint=self.tr("or type it"), name=self.tr("Reason"))
        self.reason.setObjectName("roll_reason")
        self.reason.returnPressed.connect(self._typed)
        self.leaves = Button(self.tr("leaves the hall"), kind="chip")
        self.leaves.setCheckable(True)
        self.leaves.clicked.connect(self._leaves_pressed)
        close = Button(kind="tool", icon="x", name=self.tr("Close (Esc)"))
        close.clicked.connect(self.leave)
        self._row = hbox((self._title, 1), *self._chips, self.leaves, (self.reason, 1), close)
        self._row.setSpacing(6)
        self.box.addLayout(self._row)
        self.hide()

    def show_excuse(self, row: RollRow) -> None:
        """Offer the reasons of an absence."""
        self._begin(row, RollSign.EXCUSED, row.excuse)
        words = self.tr("{n} {name}:")
        self._title.setToolTip(self.tr("The sign / again takes the next reason."))
        self._title.setText(words.format(n=row.n or "", name=row.short_name).strip())
        for chip in self._chips:
            chip.set_kind("chipon" if chip.text() == row.excuse else "chip")

    def show_recusal(self, row: RollRow, *, leaves: bool) -> None:
        """Ask for the reason of a recusal."""
        self._begin(row, RollSign.RECUSED, "")
        words = self.tr("{n} {name}: why recused?")
        self._title.setText(words.format(n=row.n or "", name=row.short_name).strip())
        self._show_leaves(leaves)

    def set_narrow(self, narrow: bool) -> None:
        """Little room: the reason as text, the list by the sign alone."""
        self._narrow = narrow
        for chip in self._chips:
            chip.setVisible(self._sign is RollSign.EXCUSED and not narrow)

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _begin(self, row: RollRow, sign: RollSign, reason: str) -> None:
        self._attendance_id, self._sign = row.attendance_id, sign
        listed = reason in excuse_words() and not self._narrow
        self.reason.setText("" if listed else reason)
        self.set_narrow(self._narrow)
        self.leaves.setVisible(sign is RollSign.RECUSED)
        self.show()

    def _show_leaves(self, leaves: bool) -> None:
        self.leaves.setChecked(leaves)
        self.leaves.set_kind("chipon" if leaves else "chip")
        self.leaves.set_icon("check" if leaves else "")

    def _chip_pressed(self) -> None:
        chip = self.sender()
        if isinstance(chip, Button):
            self.excused.emit(self._attendance_id, chip.text())

    def _leaves_pressed(self) -> None:
        self._show_leaves(self.leaves.isChecked())
        self._send_recusal()

    def _typed(self) -> None:
        if self._sign is RollSign.EXCUSED:
            self.excused.emit(self._attendance_id, self.reason.text())
        else:
            self._send_recusal()
        self.leave()

    def _send_recusal(self) -> None:
        self.recusal_noted.emit(self._attendance_id, self.reason.text(), self.leaves.isChecked())
