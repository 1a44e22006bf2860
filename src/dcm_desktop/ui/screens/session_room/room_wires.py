"""What is pressed in the parts of the room, led to the act that does it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.ui.screens.session_room.closing_panel import ClosingGate

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen


class RoomWires(QObject):
    """Connects header, agenda, item, attendance and roll call with the acts."""

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(room)
        self._room = room
        acts, menu = room.session_acts, room.menu
        head, agenda, panel = room.head, room.agenda, room.panel
        acts.roll_wanted.connect(room.show_roll)
        acts.closing_asked.connect(ClosingGate(room).show)
        room.item_acts.checklist_wanted.connect(menu.open_checklist)
        head.attendance.clicked.connect(room.show_roll)
        head.go.clicked.connect(self.go_on)
        head.close.clicked.connect(self.ask_close)
        head.back.clicked.connect(room.leave_roll)
        agenda.item_chosen.connect(room.show_item)
        agenda.start_requested.connect(self._start)
        agenda.add_requested.connect(menu.add_item)
        agenda.withdraw_requested.connect(self._withdraw)
        agenda.postpone_requested.connect(self._postpone)
        agenda.move_requested.connect(acts.move)
        agenda.adopt_requested.connect(acts.adopt_agenda)
        panel.start_requested.connect(acts.start)
        panel.menu_requested.connect(self._open_menu)
        for part in (panel.discussion, panel.proposals, panel.decision):
            part.left.connect(room.to_agenda)
        panel.tasks.left.connect(room.to_agenda)
        panel.tasks.task_opened.connect(menu.edit_task)
        panel.decision.correct_requested.connect(menu.correct_decision)
        panel.decision.dissent_opened.connect(menu.decide.edit_dissent)
        panel.vote.left.connect(self._to_decision)
        for kept in (*panel.kept, *(kept for part in room.parts for kept in part.kept_texts())):
            kept.unsaved_changed.connect(room.desk.shell.set_unsaved)
        room.attendance.roll_requested.connect(self._roll_at)
        room.roll.left.connect(room.leave_roll)
        room.roll.guest_requested.connect(menu.edit_guest)
        for page in room.columns.added:
            page.left.connect(room.leave_roll)
        room.stage.changed.connect(self.show_header)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]  # - there is one

    def show_header(self) -> None:
        """Session, state, next act; over a page its title."""
        room = self._room
        if room.view is None:
            return
        page = room.columns.page
        title = page.page_title() if page is not None else ""
        title = self.tr("Roll call") if room.columns.in_roll else title
        room.head.show_room(room.view, page=title, medium=room.columns.medium)

    def remember(self) -> None:
        """Keep item and field for a restart."""
        room = self._room
        item = room.panel.item
        if room.place.session_id and item is not None and room.isVisible():
            room.place.remember(item.item_id, room.panel.field_name())

    def go_on(self) -> None:
        """F2: convene, open, break, resume – the one that applies."""
        self._room.finish_typing()
        self._room.session_acts.go_on()

    def step(self, by: int) -> None:
        """Next item, or the one before."""
        self._room.finish_typing()
        self._room.session_acts.step(by)

    def to_vote(self) -> None:
        """F8: the strip of the vote."""
        room = self._room
        if room.panel.vote.isHidden():
            room.strip.say(self.tr("Only an item that is taken up can be voted on."), "mute")
        else:
            room.to_field("vote_entry")

    def to_task(self) -> None:
        """F7: the line of a task; pressed there again, of a commitment."""
        tasks = self._room.panel.tasks
        if tasks.entry.hasFocus():
            tasks.next_way()
        else:
            self._room.to_field("task_line")

    def ask_close(self) -> None:
        """Ask, unless a line was begun somewhere and never entered: then go there first."""
        room = self._room
        room.finish_typing()
        room.flush()
        draft = room.place.begun_line(room.view)
        if draft is None:
            room.session_acts.ask_close()
            return
        room.show_item(draft.record_id)
        room.refresh_now()
        room.panel.focus_field(draft.field)
        room.strip.say(self.tr("A line was begun here: Enter adds it, Esc drops it."), "warn")

    def _start(self, item_id: str) -> None:
        view = self._room.view
        if view is not None and view.status is SessionStatus.OPEN:
            self._room.session_acts.start(item_id)
        else:
            self._room.menu.edit_item(item_id)

    def _withdraw(self, item_id: str, reason: str) -> None:
        self._room.session_acts.withdraw(item_id, reason)
        self._room.to_agenda()

    def _postpone(self, item_id: str, reason: str) -> None:
        self._room.session_acts.postpone(item_id, reason)
        self._room.to_agenda()

    def _open_menu(self, button: QWidget) -> None:
        menu: QMenu = self._room.menu.build()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _roll_at(self, attendance_id: str) -> None:
        self._room.show_roll()
        self._room.roll.begin(attendance_id)

    def _to_decision(self) -> None:
        self._room.to_field("decision_text")

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._room.isAncestorOf(new):
            self.remember()
