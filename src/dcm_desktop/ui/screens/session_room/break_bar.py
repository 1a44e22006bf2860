"""The break that goes on: since when, until when; until another day where it takes longer."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from dcm_desktop.domain.terms import BreakKind
from dcm_desktop.domain.values import at_local
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.screens.session_room.part import RoomBar
from dcm_desktop.ui.widgets.boxes import hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.dates import DateEdit, TimeEdit
from dcm_desktop.ui.widgets.labels import ElideLabel, Icon, Label
from dcm_desktop.usecases.sessions.breaks import PauseView, plan_resumption, put_off
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen

_MINUTES = (10, 15, 20, 30)


class BreakBar(RoomBar):
    """Planned return by a chip or typed; Enter keeps it, F2 goes on."""

    concerns = frozenset({"session_break"})

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(name="live", spacing=6, margins=(12, 8, 8, 8))
        self._room = room
        self._pause: PauseView | None = None
        self._title = ElideLabel("", "smallm", "soft_text")
        self._until = Label(self.tr("Goes on at"), "small", "soft_text")
        self._chips = [Button(f"+{n}", kind="chip") for n in _MINUTES]
        for n, chip in zip(_MINUTES, self._chips, strict=True):
            chip.setProperty("minutes", n)
            chip.setAccessibleName(self.tr("in {n} minutes").format(n=n))
            chip.clicked.connect(self._chip_pressed)
        self.day = DateEdit(name=self.tr("Day on which it goes on"))
        self.day.setObjectName("resumes_on")
        self.day.setFixedWidth(148)
        self.time = TimeEdit(name=self.tr("Time at which it goes on"))
        self.time.setObjectName("planned_to_at")
        self.time.setFixedWidth(104)
        for field in (self.day, self.time):
            field.returnPressed.connect(self._typed)
        self.another = Button(self.tr("Another day …"), kind="ghost")
        self.another.clicked.connect(self._another_day)
        row = hbox(
            Icon("coffee", "soft_text", 16), (self._title, 1), self._until, *self._chips,
            self.day, self.time, self.another,
        )  # fmt: skip
        row.setSpacing(8)
        self.box.addLayout(row)
        self.hide()
        self._choosing_day = False

    def show_room(self, view: RoomView) -> None:
        """Show the break that goes on."""
        pause = view.live.pause
        new = pause is not None and (self._pause is None or self._pause.break_id != pause.break_id)
        self._pause = pause
        self.setVisible(pause is not None)
        if pause is None:
            self._choosing_day = False
            return
        over_night = pause.kind is BreakKind.ANOTHER_DAY
        began = formats.time_of(pause.from_at)
        words = self.tr("Break since {time}")
        if over_night:
            words = self.tr("Put off at {time}, goes on another day")
        self._title.setText(words.format(time=began))
        planned = pause.planned_to_at
        if new or planned is not None:
            moment = local(planned) if planned is not None else None
            self.time.set_value(moment.time() if moment is not None else None)
            self.day.set_value(moment.date() if moment is not None else None)
        for chip in self._chips:
            chip.setVisible(not over_night and not self._choosing_day)
        self.day.setVisible(over_night or self._choosing_day)
        self.another.setVisible(not over_night)

    def take_keyboard(self) -> None:
        """The planned time."""
        self.time.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.time.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives the keyboard back."""
        if event.key() == Qt.Key.Key_Escape:
            self._room.to_agenda()
        else:
            super().keyPressEvent(event)

    def _chip_pressed(self) -> None:
        chip = self.sender()
        if self._pause is not None and isinstance(chip, Button):
            minutes = int(chip.property("minutes"))
            start = max(self._room.clock.moment() or now(), self._pause.from_at)
            self._plan((start + timedelta(minutes=minutes)).replace(second=0, microsecond=0))

    def _typed(self) -> None:
        pause, clock = self._pause, self.time.value()
        if pause is None or clock is None:
            return
        day = (
            self.day.value() if self._choosing_day or pause.kind is BreakKind.ANOTHER_DAY else None
        )
        self._plan(at_local(day or local(pause.from_at).date(), clock))

    def _plan(self, moment: datetime) -> None:
        pause, view = self._pause, self._room.view
        if pause is None or view is None:
            return
        do = self._room.desk.workspace.do
        other_day = local(moment).date() != local(pause.from_at).date()
        if other_day and pause.kind is BreakKind.BREAK:
            do(put_off, view.session_id, moment, at=now())
            self._choosing_day = False
        else:
            do(plan_resumption, view.session_id, moment, at=now())
        self._room.to_agenda()

    def _another_day(self) -> None:
        self._choosing_day = True
        view = self._room.view
        if view is not None:
            started = local(view.starts_at)
            self.day.set_value(local(now()).date() + timedelta(days=1))
            self.time.set_value(started.time().replace(second=0, microsecond=0))
            self.day.show()
            for chip in self._chips:
                chip.hide()
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.day.selectAll()
