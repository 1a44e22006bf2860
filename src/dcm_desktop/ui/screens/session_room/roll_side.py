"""Beside the roll: the quorum with its rule, who has no vote, how many are still expected."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from dcm_desktop.domain.terms import AttendanceCapacity, ExpectedAnswer, QuorumRule
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.session_room import marks
from dcm_desktop.ui.screens.session_room.attendance_panel import QuorumPill
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.bars import QuorumBar
from dcm_desktop.ui.widgets.boxes import Box, Card, ScrollColumn, empty, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import ElideLabel, Label
from dcm_desktop.ui.widgets.painted_button import PaintedButton
from dcm_desktop.usecases.sessions.roll_view import RollRow, RollSign
from dcm_desktop.usecases.sessions.views import QuorumView, RoomView

WIDE, NARROW = 312, 232


class PersonButton(PaintedButton):
    """Somebody without a vote: sign, name, whence and as what. Pressing marks or opens."""

    def __init__(self, row: RollRow, sub: str) -> None:
        super().__init__()
        self.row = row
        self._sub = f"{capital(row.institution)} · {sub}" if row.institution else sub
        self.setText(row.name)
        self.setAccessibleName(f"{row.name}, {self._sub}")
        self.setToolTip(f"{row.name}, {self._sub}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(200, theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF()
        self.draw_hover(painter, rect)
        icon, tone = {
            RollSign.PRESENT: ("circle-check", "ok_solid"),
            RollSign.REMOTE: ("video", "ok_solid"),
            RollSign.EXPECTED: ("circle-dashed", "mute_solid"),
            RollSign.LEFT: ("log-out", "warn_solid"),
        }.get(self.row.sign, ("circle", "mute_solid"))
        if self.row.capacity is AttendanceCapacity.COORDINATOR:
            icon, tone = "user", "mute_solid"
        half = rect.height() / 2
        paint.icon(painter, 4, half / 2 - 6, icon, tone, 18)
        paint.text(painter, QRectF(30, 2, rect.width() - 32, half), self.text(), "small")
        low = QRectF(30, half - 1, rect.width() - 32, half)
        paint.text(painter, low, self._sub, "caption", "text2")
        if self.hasFocus():
            paint.focus_ring(painter, rect, 6)


class RollSide(Box):
    """The three cards at the right of the roll call."""

    rest_requested = Signal()
    """Everybody still expected is present."""
    all_declared = Signal()
    """Everybody in the room signed the declaration."""
    guest_requested = Signal(str)
    """The form of a guest is wanted; empty: a new one."""
    person_marked = Signal(object)
    """Somebody without a vote came or left; carries a `RollMark`."""

    def __init__(self) -> None:
        super().__init__(spacing=12)
        self._present = Label("", "display")
        self._of = Label("", "small", "text2")
        self._bar = QuorumBar()
        self.pill = QuorumPill()
        self._rule = Label("", "caption", "text2", wrap=True)
        self.quorum = Card(
            Label(self.tr("Quorum"), "heading"),
            hbox(self._present, self._of, None, spacing=6),
            self._bar,
            hbox(self.pill, None),
            self._rule,
        )
        self._people = ScrollColumn(spacing=2)
        add = Button(kind="tool", icon="user-plus", name=self.tr("Add a guest"))
        add.setObjectName("addGuest")
        add.clicked.connect(self._add_guest)
        title = hbox(Label(self.tr("Without a vote"), "heading"), None, add)
        self._others = Card(title, (self._people, 1), spacing=4)
        self._unsigned = ElideLabel("", "smallm")
        self._undeclared = Label(self.tr("Ctrl+D at a name: signed."), "caption", "text2")
        self._all_signed = Button(self.tr("Everybody signed"), kind="ghost", cap="Ctrl+Shift+D")
        self._all_signed.clicked.connect(self.all_declared)
        self._declarations = Card(
            self._unsigned,
            self._undeclared,
            hbox(self._all_signed, None),
            spacing=4,
        )
        self._left = Label("", "smallm", wrap=True)
        self._left_hint = Label(
            self.tr("Those not marked will be recorded as present."), "caption", "text2", wrap=True
        )
        self.rest = Button(self.tr("The rest are present"), kind="primary", cap="Ctrl+Enter")
        self.rest.clicked.connect(self.rest_requested)
        self._rest_card = Card(self._left, self._left_hint, hbox(self.rest, None))
        self.add(self.quorum, (self._others, 1), self._declarations, self._rest_card)
        self.set_narrow(False)

    def show_room(self, view: RoomView) -> None:
        """Show it."""
        quorum = view.quorum
        self._present.setText(str(quorum.present))
        self._of.setText(self.tr("of {n} present").format(n=quorum.seats))
        spoken = self.tr("{present} of {seats} present, {needed} needed")
        self._bar.set_counts(
            quorum.present,
            quorum.seats,
            quorum.needed,
            spoken.format(present=quorum.present, seats=quorum.seats, needed=quorum.needed),
        )
        self.pill.show_quorum(quorum)
        if quorum.needed:
            words = self.tr("{state}: {n} needed").format(state=self.pill.text, n=quorum.needed)
            self.pill.set_state(words, self.pill.tone, "check" if quorum.has_quorum else "x")
        self._rule.setText(self._rule_text(quorum))
        missing = view.live.undeclared
        self._declarations.setVisible(bool(missing))
        words = self.tr("Declarations not signed: {n}")
        self._unsigned.setText(words.format(n=len(missing)))
        self._unsigned.setToolTip(", ".join(missing))
        empty(self._people.column)
        for row in view.others:
            button = PersonButton(row, self._capacity(row, view))
            button.clicked.connect(self._person_pressed)
            self._people.add(button)
        if not view.others:
            text = self.tr("Associates and guests are listed here.")
            self._people.add(Label(text, "caption", "text3", wrap=True))
        self._people.add(None)
        expected = [row for row in view.members if row.sign is RollSign.EXPECTED]
        waiting = expected + [row for row in view.others if row.sign is RollSign.EXPECTED]
        self._rest_card.setVisible(bool(waiting))
        numbers = ", ".join(str(row.n) for row in expected)
        words = self.tr("Still expected: {numbers}").format(numbers=numbers)
        self._left.setText(words if numbers else self.tr("Guests or associates are expected"))
        gone = sum(1 for row in expected if row.said is ExpectedAnswer.WONT_COME)
        hint = self.tr("Those not marked will be recorded as present.")
        if gone:
            words = self.tr("Present; {n} said that they will not come: excused.")
            hint = words.format(n=gone)
        self._left_hint.setText(hint)

    def set_narrow(self, narrow: bool) -> None:
        """Little room."""
        self.setFixedWidth(theme.px(NARROW if narrow else WIDE))
        self._rule.setVisible(not narrow)
        self._bar.setVisible(not narrow)
        self._left_hint.setVisible(not narrow)
        self.rest.set_capped(not narrow)
        self._all_signed.set_capped(not narrow)
        self._undeclared.setVisible(not narrow)

    def _rule_text(self, quorum: QuorumView) -> str:
        rule = label_of(quorum.rule)
        if quorum.rule is not QuorumRule.FIXED:
            rule = self.tr("{rule} of {n} seats").format(rule=capital(rule), n=quorum.seats)
        if quorum.rules_adopted_on is None:
            return capital(rule)
        words = self.tr("Rules, version {n}, of {date}").format(
            n=quorum.rules_version, date=formats.short_date(quorum.rules_adopted_on)
        )
        return f"{capital(rule)}. {words}"

    def _capacity(self, row: RollRow, view: RoomView) -> str:
        words = label_of(row.capacity)
        numbers = [str(item.n) for item in view.items if item.item_id in row.item_ids]
        if numbers:
            words = self.tr("{capacity}, items {n}").format(capacity=words, n=", ".join(numbers))
        if row.is_guest and row.declaration_signed:
            signed = self.tr("declaration signed")
            return f"{words} · {signed}"
        if row.capacity is AttendanceCapacity.COORDINATOR:
            return self.tr("{capacity}, does not vote").format(capacity=words)
        return words

    def _add_guest(self) -> None:
        self.guest_requested.emit("")

    def _person_pressed(self) -> None:
        button = self.sender()
        if not isinstance(button, PersonButton):
            return
        if button.row.is_guest:
            self.guest_requested.emit(button.row.attendance_id)
            return
        sign = marks.RollSign.LEFT if button.row.in_room else marks.RollSign.PRESENT
        self.person_marked.emit(marks.RollMark(button.row.attendance_id, sign))
