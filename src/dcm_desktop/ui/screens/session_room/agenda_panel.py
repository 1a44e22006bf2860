"""The agenda at the left of the room: states, the running item, what a row can do."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy

from dcm_desktop.domain.terms import ItemAction
from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.session_room import row_paint
from dcm_desktop.ui.screens.session_room.row_paint import AgendaLine
from dcm_desktop.ui.widgets.boxes import Box, Card, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.labels import ElideLabel, Label
from dcm_desktop.ui.widgets.lists import ListView, RowState

WIDE, NARROW = 248, 54


class AgendaList(ListView[AgendaLine]):
    """Rows of the agenda; Delete, Alt+↑↓ and Enter act on the current one."""

    withdraw_requested = Signal(str)
    """Delete was pressed; carries the item."""
    move_requested = Signal(str, int)
    """Alt and an arrow; carries the item and -1 or +1."""
    start_requested = Signal(str)
    """Enter was pressed; carries the item."""
    adopt_requested = Signal()
    """Ctrl+Enter was pressed."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes an item up, Delete withdraws it, Alt+arrows move it."""
        row = self.current_row()
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = bare and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.adopt_requested.emit()
        elif row is not None and enter:
            self.start_requested.emit(row.item_id)
        elif row is not None and event.key() == Qt.Key.Key_Delete:
            self.withdraw_requested.emit(row.item_id)
        elif row is not None and alt and event.key() in steps:
            self.move_requested.emit(row.item_id, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Discs only fit anywhere."""
        return QSize(40, theme.px(72))


class ReasonBar(Box):
    """Why an item is withdrawn or postponed: one line, Enter, Esc."""

    given = Signal(str, object, str)
    """Carries the item, the action and the reason."""

    def __init__(self) -> None:
        super().__init__(name="inset", spacing=6, margins=(12, 8, 12, 8))
        self._item_id, self._action = "", ItemAction.WITHDRAW
        self._title = Label("", "smallm", wrap=True)
        self.reason = LineEdit(hint=self.tr("Reason"), name=self.tr("Reason"))
        self.reason.setObjectName("reason")
        self.reason.returnPressed.connect(self._give)
        self._problem = Label("", "caption", "bad", wrap=True)
        self._act = Button(self.tr("Withdraw"), cap="Enter")
        self._act.clicked.connect(self._give)
        cancel = Button(self.tr("Cancel"), kind="ghost")
        cancel.clicked.connect(self.leave)
        self.add(self._title, self.reason, self._problem, hbox(self._act, cancel, None))
        self.hide()

    def ask(self, line: AgendaLine, action: ItemAction) -> None:
        """Ask for the reason."""
        self._item_id, self._action = line.item_id, action
        withdraws = action is ItemAction.WITHDRAW
        words = self.tr("Withdraw item {n}") if withdraws else self.tr("Postpone item {n}")
        self._title.setText(words.format(n=line.number))
        self._act.set_text(self.tr("Withdraw") if withdraws else self.tr("Postpone"))
        self.say_problem("")
        self.reason.clear()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_problem(self, sentence: str) -> None:
        """Show why it was not taken."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def leave(self) -> None:
        """Go away."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        self.given.emit(self._item_id, self._action, self.reason.text())


class AgendaPanel(Card):
    """The card with the agenda; in a narrow window only discs."""

    item_chosen = Signal(str)
    """Another item is to be shown; carries its id."""
    start_requested = Signal(str)
    """Enter on an item: take it up."""
    add_requested = Signal()
    """A new item is wanted."""
    edit_requested = Signal(str)
    """The form of an item is wanted."""
    withdraw_requested = Signal(str, str)
    """Withdraw an item for a reason."""
    postpone_requested = Signal(str, str)
    """Postpone an item for a reason."""
    move_requested = Signal(str, int)
    """Move an item up (-1) or down (+1)."""
    adopt_requested = Signal()
    """Ctrl+Enter: adopt the agenda without objections."""

    def __init__(self) -> None:
        super().__init__(spacing=0, margins=(1, 1, 1, 1))
        self._narrow = False
        self._text_width = 180
        self.title = Label(self.tr("Agenda"), "heading")
        self.add_button = Button(kind="tool", icon="plus", name=self.tr("Add an item (Insert)"))
        self.add_button.setObjectName("addItem")
        self.add_button.clicked.connect(self.add_requested)
        self._head = Box(row=True, margins=(15, 8, 10, 4))
        self._head.add((self.title, 1), self.add_button)
        self.list = AgendaList(
            self._paint,
            height=self._height,
            name=self.tr("Agenda"),
            words=_words,
            ground="soft",
        )
        self.list.setObjectName("agenda")
        self.list.row_chosen.connect(self._row_chosen)
        self.list.start_requested.connect(self.start_requested)
        self.list.withdraw_requested.connect(self.ask_withdraw)
        self.list.move_requested.connect(self.move_requested)
        self.reason = ReasonBar()
        self.reason.given.connect(self._reason_given)
        self._foot = ElideLabel("", "caption", "text2")
        self._foot_box = Box(row=True, margins=(16, 8, 16, 8))
        self._foot_box.add((self._foot, 1))
        self._line = hline()
        self.adopt = Button(self.tr("Adopt the agenda"), icon="list-checks", cap="Ctrl+Enter")
        self.adopt.setObjectName("adoptAgenda")
        self.adopt.clicked.connect(self.adopt_requested)
        self.adopt.hide()
        self.list.adopt_requested.connect(self._adopt)
        self.add(
            self._head,
            (self.list, 1),
            hbox((self.reason, 1), margins=(8, 0, 8, 0)),
            hbox(None, self.adopt, None, margins=(4, 4, 4, 4)),
            self._line,
            self._foot_box,
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.set_narrow(False)

    def show_items(self, lines: list[AgendaLine], current_id: str, foot: str) -> None:
        """Show the agenda with one item current."""
        self.list.set_rows(lines)
        places = [n for n, line in enumerate(lines) if line.item_id == current_id]
        if places and self.list.currentIndex().row() != places[0]:
            self.list.selectionModel().blockSignals(True)
            self.list.set_current(places[0])
            self.list.selectionModel().blockSignals(False)
            self.list.viewport().update()
        self._foot.setText(foot)

    def set_narrow(self, narrow: bool) -> None:
        """Discs only."""
        self._narrow = narrow
        for part in (self._head, self._line, self._foot_box):
            part.setVisible(not narrow)
        self.adopt.set_compact(narrow)
        self.adopt.set_capped(not narrow)
        self.setFixedWidth(NARROW if narrow else theme.px(WIDE))
        self.list.scheduleDelayedItemsLayout()

    def show_adopt(self, shown: bool) -> None:
        """Whether the agenda can be adopted now."""
        self.adopt.setVisible(shown)

    def restyle(self) -> None:
        """Be as wide as the text is big."""
        self.set_narrow(self._narrow)

    def ask_withdraw(self, item_id: str) -> None:
        """Ask why an item is withdrawn."""
        self._ask(item_id, ItemAction.WITHDRAW)

    def ask_postpone(self, item_id: str) -> None:
        """Ask why an item is postponed; the reason may stay empty."""
        self._ask(item_id, ItemAction.POSTPONE)

    def _adopt(self) -> None:
        if not self.adopt.isHidden():
            self.adopt_requested.emit()

    def _ask(self, item_id: str, action: ItemAction) -> None:
        line = next((row for row in self.list.rows_model.rows if row.item_id == item_id), None)
        if line is None:
            return
        if self._narrow:
            self.setFixedWidth(theme.px(WIDE))
        self.reason.ask(line, action)

    def _reason_given(self, item_id: str, action: ItemAction, reason: str) -> None:
        if action is ItemAction.WITHDRAW:
            self.withdraw_requested.emit(item_id, reason)
        else:
            self.postpone_requested.emit(item_id, reason)

    def _row_chosen(self, line: AgendaLine) -> None:
        self.item_chosen.emit(line.item_id)

    def _height(self, line: AgendaLine, width: int) -> int:
        if self._narrow:
            return theme.px(40)
        self._text_width = width - 42
        return row_paint.agenda_height(line, self._text_width)

    def _paint(self, painter: QPainter, rect: QRectF, line: AgendaLine, state: RowState) -> None:
        if self._narrow:
            row_paint.disc(painter, rect.center().x(), rect.center().y(), line)
        else:
            row_paint.agenda_row(painter, rect, line, self._text_width, chosen=state.current)


def _words(line: AgendaLine) -> str:
    return line.words
