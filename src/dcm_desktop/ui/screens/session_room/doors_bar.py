"""Who stays in the closed part: everybody without a vote went out, a tick lets somebody stay."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from dcm_desktop.domain.terms import AttendanceCapacity
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.choices import label_of
from dcm_desktop.ui.screens.session_room.part import RoomBar
from dcm_desktop.ui.widgets.boxes import Box, empty, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.flow import FlowLayout
from dcm_desktop.ui.widgets.labels import Icon, KeyCap, Label
from dcm_desktop.usecases.sessions.doors import ClosedPartView, DoorRow, let_stay, send_out
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen


class DoorsBar(RoomBar):
    """The closed part that goes on. Space on a name lets them stay or go; Esc puts it away."""

    concerns = frozenset({"room_event", "guest"})

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(name="live", spacing=6, margins=(12, 8, 8, 8))
        self._room = room
        self._put_away: tuple[object, str] | None = None
        self._rows: dict[Button, DoorRow] = {}
        self._part: ClosedPartView | None = None
        self._waiting: DoorRow | None = None
        self._title = Label("", "smallm", "soft_text")
        self.reason = LineEdit(hint=self.tr("Why they stay"), name=self.tr("Why they stay"))
        self.reason.setObjectName("door_reason")
        self.reason.returnPressed.connect(self._reason_given)
        self.reason.hide()
        close = Button(kind="tool", icon="x", name=self.tr("Close (Esc)"))
        close.clicked.connect(self.put_away)
        self._names = Box()
        self._flow = FlowLayout(spacing=6)
        self._names.box.addLayout(self._flow)
        head = hbox(
            Icon("lock", "soft_text", 16), self._title, (self._names, 1), KeyCap("Shift+F3"), close
        )  # fmt: skip
        head.setSpacing(8)
        self.add(head, self.reason)
        self.hide()

    def show_room(self, view: RoomView) -> None:
        """Show who is in and who is out."""
        part = view.live.closed_part
        self._part = part
        if part is None:
            self._put_away = None
        item = view.running_id or ""
        rests = view.live.pause is not None
        gone = part is None or not part.rows or rests or self._put_away == (part.since, item)
        self.setVisible(not gone)
        if gone or part is None:
            self.reason.hide()
            return
        words = self.tr("Closed since {time}. Who stays?")
        self._title.setText(words.format(time=formats.time_of(part.since)))
        focused = self._focused_id()
        self._rebuild(part)
        if focused:
            self._focus(focused)

    def take_keyboard(self) -> None:
        """The first name."""
        first = next(iter(self._rows), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """The question is answered for this item."""
        view = self._room.view
        if self._part is not None and view is not None:
            self._put_away = (self._part.since, view.running_id or "")
        self.hide()
        self._room.to_agenda()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from name to name, Esc puts the bar away."""
        buttons = list(self._rows)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in steps and isinstance(focus, Button) and focus in buttons:
            place = buttons.index(focus) + steps[Qt.Key(event.key())]
            buttons[place % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _rebuild(self, part: ClosedPartView) -> None:
        empty(self._flow)
        self._rows = {}
        for row in part.rows:
            words = row.name
            if part.needs_declaration and not row.declaration_signed:
                missing = self.tr("no declaration")
                words = f"{words} · {missing}"
            kind, icon = ("chipon", "check") if row.inside else ("chip", "log-out")
            button = Button(words, kind=kind, icon=icon)
            state = self.tr("stays") if row.inside else self.tr("outside")
            spoken = ", ".join((words, label_of(row.capacity), row.institution, state))
            button.setAccessibleName(spoken)
            button.setToolTip(spoken)
            button.clicked.connect(self._pressed)
            self._flow.addWidget(button)
            self._rows[button] = row
            button.show()

    def _pressed(self) -> None:
        button = self.sender()
        row = self._rows.get(button) if isinstance(button, Button) else None
        if row is None:
            return
        if row.inside:
            moment = self._room.clock.moment()
            self._room.desk.workspace.do(send_out, row.attendance_id, when=moment, at=now())
        elif row.capacity is AttendanceCapacity.GUEST and not row.reason and row.declaration_signed:
            self._waiting = row
            self.reason.clear()
            self.reason.show()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._room.desk.workspace.do(let_stay, row.attendance_id, at=now())

    def _reason_given(self) -> None:
        row, self._waiting = self._waiting, None
        if row is not None:
            text = self.reason.text()
            self._room.desk.workspace.do(let_stay, row.attendance_id, reason=text, at=now())
        self.reason.hide()
        self.take_keyboard()

    def _focused_id(self) -> str:
        focus = self.focusWidget()
        held = isinstance(focus, Button) and focus.hasFocus()
        row = self._rows.get(focus) if isinstance(focus, Button) and held else None
        return row.attendance_id if row is not None else ""

    def _focus(self, attendance_id: str) -> None:
        for button, row in self._rows.items():
            if row.attendance_id == attendance_id:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
