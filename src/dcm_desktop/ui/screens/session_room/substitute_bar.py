"""Who sits for a member: person and document, proposed from the authorisations of the day."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.labels import ElideLabel
from dcm_desktop.usecases.sessions.roll_view import RollRow


class SubstituteBar(Box):
    """One line above the roll: Enter takes what is proposed, Esc leaves."""

    given = Signal(str, str, str)
    """Row of the member, person (empty: the one authorised), document."""
    proxy_given = Signal(str, str, str)
    """Row of the member who is away, row of who votes for them, document."""
    left = Signal()
    """It went away."""

    def __init__(self) -> None:
        super().__init__(name="live", spacing=6, margins=(12, 8, 12, 8))
        self._attendance_id = ""
        self._proxy = False
        self.options: Callable[[RollRow], tuple[list[Option], str, str]] | None = None
        """Gives the people to choose from, the one proposed and the document, for a row."""
        self._title = ElideLabel("", "smallm", "soft_text")
        self.person = Combo(hint=self.tr("Who"), name=self.tr("Substitute"))
        self.person.setObjectName("person")
        self.document = LineEdit(
            hint=self.tr("Authorisation, number and date"), name=self.tr("Authorisation")
        )
        self.document.setObjectName("document")
        self.document.returnPressed.connect(self._give)
        self.act = Button(self.tr("Sits for them"), kind="on", cap="Enter")
        self.act.clicked.connect(self._give)
        close = Button(kind="tool", icon="x", name=self.tr("Close (Esc)"))
        close.clicked.connect(self.leave)
        self.add(
            hbox((self._title, 1), close),
            hbox((self.person, 3), (self.document, 3), self.act, spacing=8),
        )
        self.hide()

    def ask(self, row: RollRow) -> None:
        """Ask for the substitute of a member."""
        self._proxy = False
        self.act.set_text(self.tr("Sits for them"))
        self._attendance_id = row.attendance_id
        words = self.tr("{n} {name} – who sits for them?")
        self._title.setText(words.format(n=row.n or "", name=row.name).strip())
        options, proposed, document = self.options(row) if self.options else ([], "", "")
        self.person.set_options(options, proposed)
        self.document.setText(document)
        self.show()
        target = self.act if proposed else self.person
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_proxy(self, row: RollRow, holders: list[Option]) -> None:
        """Ask which member in the room votes for one who is away."""
        self._proxy = True
        self._attendance_id = row.attendance_id
        words = self.tr("{n} {name} – who votes for them?")
        self._title.setText(words.format(n=row.n or "", name=row.name).strip())
        self.act.set_text(self.tr("Votes for them"))
        self.person.set_options(holders, "")
        self.document.setText(row.proxy_document)
        self.show()
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

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

    def _give(self) -> None:
        given = self.proxy_given if self._proxy else self.given
        given.emit(self._attendance_id, self.person.value(), self.document.text())
