"""The roll call (F3): number and sign in one field, the list follows, signs work on rows too."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.session_room import row_paint
from dcm_desktop.ui.screens.session_room.marks import (
    RollMark,
    RollSign,
    number_in,
    read_roll_mark,
)
from dcm_desktop.ui.screens.session_room.note_bar import NoteBar, next_excuse
from dcm_desktop.ui.screens.session_room.roll_side import RollSide
from dcm_desktop.ui.screens.session_room.row_paint import PersonLine
from dcm_desktop.ui.screens.session_room.shown import RoomWords
from dcm_desktop.ui.screens.session_room.substitute_bar import SubstituteBar
from dcm_desktop.ui.screens.session_room.undo_keys import belongs_to_window
from dcm_desktop.ui.widgets.boxes import Box, Card, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Option
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.labels import ElideLabel
from dcm_desktop.ui.widgets.lists import ListView, RowState
from dcm_desktop.usecases.sessions.roll_view import RollRow
from dcm_desktop.usecases.sessions.views import RoomView

_TEXT_SIGNS = frozenset(sign.value for sign in RollSign) | frozenset("–—−")


class RollEdit(LineEdit):
    """Number and sign; arrows walk the list, Enter and Esc belong to the roll call."""

    stepped = Signal(int)
    """An arrow; carries -1 or +1 (or a page)."""
    entered = Signal()
    """Enter was pressed."""
    undone = Signal()
    """Delete in the empty field: take the mark of the row back."""

    def event(self, event: QEvent) -> bool:
        """Undo is the window's: it takes the last act back."""
        if belongs_to_window(event, can_undo=False, can_redo=False):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the list."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -8,
            Qt.Key.Key_PageDown: 8,
        }
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if bare and event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete and not self.text():
            self.undone.emit()
        else:
            super().keyPressEvent(event)


class RollList(ListView[PersonLine]):
    """Rows of the roll; a sign typed here works on the current one, digits go to the entry."""

    sign_typed = Signal(str)
    """A sign of the roll call; carries it."""
    digit_typed = Signal(str)
    """The beginning of a number; carries it."""
    undone = Signal()
    """Delete: take the mark of the row back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Signs mark, digits begin a number."""
        if event.text() and event.text() in _TEXT_SIGNS:
            self.sign_typed.emit(event.text())
        elif event.text().isascii() and event.text().isdigit():
            self.digit_typed.emit(event.text())
        elif event.key() == Qt.Key.Key_Delete:
            self.undone.emit()
        else:
            super().keyPressEvent(event)


class RollCall(QWidget):
    """List with its entry at the left, quorum and people without a vote at the right."""

    marked = Signal(object)
    """A sign was given; carries a `RollMark`."""
    unmarked = Signal(str)
    """The mark of a row is to be taken back."""
    substitute_given = Signal(str, str, str)
    """Row, person and document of a substitute."""
    rest_requested = Signal()
    """Everybody still expected is present."""
    guest_requested = Signal(str)
    """The form of a guest is wanted; empty: a new one."""
    proxy_given = Signal(str, str, str)
    """Row of a member who is away, row of who votes for them, document."""
    excused = Signal(str, str)
    """Row and reason of an absence."""
    recusal_noted = Signal(str, str, bool)
    """Row, reason, whether they leave the hall."""
    declared = Signal(str)
    """Somebody signed the declaration of confidentiality, or did not after all."""
    all_declared = Signal()
    """Everybody in the room signed it."""
    left = Signal()
    """Back to the items."""
    refused = Signal(str)
    """A sign could not be taken; carries the sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._words = RoomWords()
        self._rows: dict[str, RollRow] = {}
        self.entry = RollEdit(hint=self.tr("number and sign"), name=self.tr("Number and sign"))
        self.entry.setObjectName("roll_entry")
        self.entry.setFixedWidth(theme.px(124))
        self._problem = ElideLabel("", "small", "bad")
        self._signs = [self._sign_button(sign) for sign in RollSign]
        self.list = RollList(
            self._paint,
            height=_height,
            name=self.tr("Roll"),
            words=_words,
            ground="soft",
        )
        self.list.setObjectName("roll")
        self.substitute = SubstituteBar()
        self.note = NoteBar()
        self._proxies_allowed = False
        self.side = RollSide()
        head = Box(row=True, spacing=4, margins=(12, 8, 12, 8))
        head.add(self.entry, 4, (self._problem, 1), *self._signs)
        card = Card(head, hline(), self.substitute, self.note, 6, (self.list, 1), 4, spacing=0)
        card.box.setContentsMargins(1, 1, 1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(card, 1)
        row.addWidget(self.side)
        self.entry.textChanged.connect(self._typed)
        self.entry.stepped.connect(self.list.step)
        self.entry.entered.connect(self._enter)
        self.entry.undone.connect(self._unmark)
        self.list.sign_typed.connect(self._sign_typed)
        self.list.digit_typed.connect(self._digit_typed)
        self.list.undone.connect(self._unmark)
        self.substitute.given.connect(self._substitute_given)
        self.substitute.proxy_given.connect(self.proxy_given)
        self.substitute.left.connect(self.take_keyboard)
        self.note.excused.connect(self.excused)
        self.note.recusal_noted.connect(self.recusal_noted)
        self.note.left.connect(self.take_keyboard)
        self.side.all_declared.connect(self.all_declared)
        self.side.rest_requested.connect(self.rest_requested)
        self.side.guest_requested.connect(self.guest_requested)
        self.side.person_marked.connect(self.marked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.rest_requested)
        for keys, run in (("Ctrl+D", self._declare), ("Ctrl+Shift+D", self.all_declared.emit)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(run)

    @property
    def current_id(self) -> str:
        """Row of the roll that is current."""
        line = self.list.current_row()
        return line.attendance_id if line is not None else ""

    @property
    def problem(self) -> str:
        """Why the last sign was not taken; empty when it was."""
        return self._problem.full_text

    def show_room(self, view: RoomView) -> None:
        """Show who is where."""
        self._rows = {row.attendance_id: row for row in (*view.members, *view.others)}
        self.list.set_rows([self._words.person(row) for row in view.members])
        if not self.list.currentIndex().isValid():
            self.list.set_current(0)
        self.side.show_room(view)
        self._proxies_allowed = view.live.proxies_allowed
        for button in self._signs:
            if button.property("sign") == RollSign.PROXY.value:
                button.setVisible(self._proxies_allowed)

    def ask_reason(self, attendance_id: str, sign: RollSign, *, leaves: bool = True) -> None:
        """Show the line for the reason of the mark that was just given."""
        row = self._rows.get(attendance_id)
        if row is not None and sign is RollSign.EXCUSED:
            self.note.show_excuse(row)
        elif row is not None:
            self.note.show_recusal(row, leaves=leaves)

    def begin(self, attendance_id: str = "") -> None:
        """Take the keyboard, at this row or the first one still expected."""
        rows = self.list.rows_model.rows
        wanted = [n for n, line in enumerate(rows) if line.attendance_id == attendance_id]
        if wanted:
            self.list.set_current(wanted[0])
        self.entry.clear()
        self._say("")
        self.substitute.hide()
        self.note.hide()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the cursor into the entry."""
        self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_narrow(self, narrow: bool, *, short: bool) -> None:
        """Little room: signs without words (`short`), the right column narrower."""
        for button in self._signs:
            button.set_text(button.property("sign") if short else button.property("word"))
            button.set_capped(not short)
            button.setToolTip(button.property("word") if short else "")
            button.setAccessibleName(button.property("word"))
        self.side.set_narrow(narrow)
        self.note.set_narrow(short)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the items."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Inside

    def _sign_button(self, sign: RollSign) -> Button:
        word = {
            RollSign.PRESENT: self.tr("here"),
            RollSign.REMOTE: self.tr("remote"),
            RollSign.ABSENT: self.tr("absent"),
            RollSign.EXCUSED: self.tr("excused"),
            RollSign.SUBSTITUTE: self.tr("substitute"),
            RollSign.PROXY: self.tr("proxy"),
            RollSign.LEFT: self.tr("left"),
            RollSign.RECUSED: self.tr("recusal"),
        }[sign]
        button = Button(word, kind="tool", cap=sign.value)
        button.setProperty("sign", sign.value)
        button.setProperty("word", word)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._sign_pressed)
        return button

    def _sign_pressed(self) -> None:
        button = self.sender()
        if button is not None:
            self._mark(self.current_id, RollSign(str(button.property("sign"))))
            self.take_keyboard()

    def _typed(self, text: str) -> None:
        if text:
            self._say("")
        mark = read_roll_mark(text)
        if mark is None:
            number = number_in(text)
            if number is not None:
                self._go_to(number)
            return
        self.entry.clear()
        wanted = self.current_id
        if mark.number is not None:
            wanted = self._row_of(mark.number)
            self._go_to(mark.number)
        if wanted:
            self._mark(wanted, RollSign(mark.sign))
        else:
            self._say(self.tr("There is no number {n} in the roll.").format(n=mark.number))

    def _enter(self) -> None:
        """A bare number and Enter: present."""
        if number_in(self.entry.text()) is not None:
            self._typed(f"{self.entry.text().strip()}{RollSign.PRESENT.value}")

    def _sign_typed(self, text: str) -> None:
        mark = read_roll_mark(text)
        if mark is not None:
            self._mark(self.current_id, RollSign(mark.sign))

    def _row_of(self, number: int) -> str:
        """Row with this number; associates have theirs after the members."""
        return next((key for key, row in self._rows.items() if row.n == number), "")

    def _digit_typed(self, digit: str) -> None:
        self.take_keyboard()
        self.entry.setText(digit)

    def _go_to(self, number: int) -> None:
        for place, line in enumerate(self.list.rows_model.rows):
            if line.number == str(number):
                self.list.set_current(place)

    def _mark(self, attendance_id: str, sign: RollSign) -> None:
        row = self._rows.get(attendance_id)
        if row is None:
            return
        self._say("")
        if sign is RollSign.SUBSTITUTE:
            self.substitute.ask(row)
            return
        self.substitute.hide()
        self.note.hide()
        if sign is RollSign.PROXY:
            self._ask_proxy(row)
        elif sign is RollSign.EXCUSED and row.sign.value == "excused":
            self.excused.emit(attendance_id, next_excuse(row.excuse))
        else:
            self.marked.emit(RollMark(attendance_id, sign))

    def _ask_proxy(self, row: RollRow) -> None:
        if not self._proxies_allowed:
            self._say(self.tr("The rules do not allow proxy votes."))
            return
        here = [one for one in self._rows.values() if one.votes and one.in_room and one.n]
        holders = [
            Option(one.attendance_id, f"{one.n} {one.name}", one.institution)
            for one in sorted(here, key=lambda one: one.n)
            if one.acting_id == one.attendance_id and one.attendance_id != row.attendance_id
        ]
        self.substitute.ask_proxy(row, holders)

    def _declare(self) -> None:
        if self.current_id:
            self.declared.emit(self.current_id)

    def _unmark(self) -> None:
        if self.current_id:
            self.unmarked.emit(self.current_id)

    def _substitute_given(self, attendance_id: str, person_id: str, document: str) -> None:
        self.substitute_given.emit(attendance_id, person_id, document)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        if sentence:
            self.refused.emit(sentence)

    def _paint(self, painter: QPainter, rect: QRectF, line: PersonLine, state: RowState) -> None:
        row_paint.roll_row(painter, rect, line)
        if state.current and not state.focused and self.entry.hasFocus():
            row_paint.follow_ring(painter, rect)


def _height(_line: PersonLine, _width: int) -> int:
    return theme.px(33)


def _words(line: PersonLine) -> str:
    return line.words
