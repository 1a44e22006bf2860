"""The session room: agenda, the item with its fields, attendance; the roll call over them.

No dialog ever opens here: questions stand in the strip above the status line and can wait.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from dcm_desktop.domain.terms import AgendaItemStatus, SessionStatus
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.session_room.agenda_panel import AgendaPanel
from dcm_desktop.ui.screens.session_room.attendance_panel import AttendancePanel, HallCard
from dcm_desktop.ui.screens.session_room.item_acts import ItemActs
from dcm_desktop.ui.screens.session_room.item_menu import ItemMenu
from dcm_desktop.ui.screens.session_room.item_panel import ItemPanel
from dcm_desktop.ui.screens.session_room.key_groups import RoomKeys
from dcm_desktop.ui.screens.session_room.resume import LIVE, PLACE
from dcm_desktop.ui.screens.session_room.roll_acts import RollActs
from dcm_desktop.ui.screens.session_room.roll_call import RollCall
from dcm_desktop.ui.screens.session_room.room_head import RoomHead
from dcm_desktop.ui.screens.session_room.session_acts import SessionActs
from dcm_desktop.ui.screens.session_room.shown import RoomWords
from dcm_desktop.ui.screens.session_room.waiting_seats import waiting_seats
from dcm_desktop.ui.screens.side_form import SidePanel, SideStage
from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.key_sheet import KeyGroup
from dcm_desktop.usecases.drafts import DraftRow, get_place, list_drafts, save_place
from dcm_desktop.usecases.sessions.tasks import institution_candidates
from dcm_desktop.usecases.sessions.views import RoomView, get_room


class RoomScreen(Screen):
    """One session at work. `open("room", session_id=…)` comes here."""

    concerns = frozenset(
        {
            "session", "agenda_item", "attendance", "presence_interval", "recusal", "guest",
            "discussion_line", "proposal", "decision", "vote", "named_vote", "action_item",
            "pledge", "membership_change", "minutes", "person", "institution", "mandate", "case",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._words = RoomWords()
        self._session_id, self._item_id = "", ""
        self._return_to, self._arriving = "", False
        self._place: tuple[str, str] = ("", "")
        self.view: RoomView | None = None
        self.head = RoomHead(self.header)
        self.clock = self.head.clock
        self.clock.ticked.connect(self.mark_stale)
        self.agenda = AgendaPanel()
        self.panel = ItemPanel(desk.workspace)
        self.attendance = AttendancePanel()
        self.roll = RollCall()
        items = QWidget()
        row = QHBoxLayout(items)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.agenda)
        row.addWidget(self.panel, 1)
        self._items_row = row
        self._right = Box(spacing=12)
        self._right.add((self.attendance, 1), HallCard())
        self.pages = QStackedWidget()
        self.pages.addWidget(items)
        self.pages.addWidget(self.roll)
        self.stage = SideStage(self.pages, self._right)
        self.body.addWidget(self.stage, 1)
        self.session_acts = SessionActs(self, self.clock, self.show_item)
        self.item_acts = ItemActs(self, self.panel, self.clock, self.session_acts)
        self.roll_acts = RollActs(self, self.roll, self.clock)
        self.menu = ItemMenu(self, self.session_acts)
        self._connect()
        self._bind_keys()
        self._medium = False
        self._arrange()

    # Coming and going

    def opened(
        self, session_id: str = "", item_id: str = "", resumed: str = "", **_more: str
    ) -> None:
        """Show a session; without an id the one where the user was, at the same item and field."""
        place = self.desk.workspace.ask(get_place)
        known = place.record_id if place is not None and place.screen == PLACE else ""
        session_id = session_id or self._session_id or known
        self._arriving = True
        self.mark_stale()
        if resumed:
            text = self.tr("The session goes on where it stopped; check who is here (F3).")
            self.strip.say(text, "mute")
        if session_id == self._session_id and not item_id:
            self._return_to = self._place[1].partition(" ")[2]
            return
        self._session_id, self._item_id, self._return_to = session_id, item_id, ""
        if place is not None and known == session_id and not item_id:
            self._item_id, _, self._return_to = place.field.partition(" ")
        self.leave_roll()

    def refresh(self) -> None:
        """Read the room and show it."""
        if not self._session_id:
            return
        ask = self.desk.workspace.ask
        view = ask(get_room, self._session_id, item_id=self._item_id or None, at=now())
        self.view = view
        self.session_acts.set_view(view)
        self.roll_acts.set_view(view)
        self.clock.show_room(view)
        self._show_header(view)
        self._show_agenda(view)
        changes = waiting_seats(self.desk.workspace, view)
        self.panel.show_room(view, self._drafts(view), ask(institution_candidates), changes)
        self.attendance.show_room(view)
        self.roll.show_room(view)
        self.desk.shell.set_session_open(view.status in LIVE)
        if self._arriving:
            self._arriving = False
            self.agenda.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._return_to:
                self.panel.focus_field(self._return_to)
        self._remember()

    def show_item(self, item_id: str) -> None:
        """Show an item; empty: follow the running one."""
        if item_id != self._item_id:
            self.panel.finish_typing()
            self._item_id = item_id
            self.mark_stale()

    def show_roll(self) -> None:
        """F3: the roll call."""
        self.panel.finish_typing()
        self.pages.setCurrentIndex(1)
        self._arrange()
        self.refresh_now()
        self.roll.begin(self._first_expected())

    def leave_roll(self) -> None:
        """Esc: back to the items."""
        if self.pages.currentIndex():
            self.pages.setCurrentIndex(0)
            self._arrange()
            self.agenda.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_panel(self, panel: SidePanel) -> None:
        """Open a form at the side."""
        self.stage.open(panel)

    def flush(self) -> None:
        """Keep what is typed, and where."""
        super().flush()
        self._remember()

    def take_error(self, error: DcmError) -> None:
        """Beside the line or strip where it was typed, else as everywhere."""
        sentence = formats.sentence(error)
        if error.field == "task_line":
            self.panel.tasks.say_problem(sentence)
            self.panel.focus_field("task_line")
        elif error.field == "reason" and self.agenda.reason.isVisibleTo(self):
            self.agenda.reason.say_problem(sentence)
        else:
            super().take_error(error)
            if error.field in ("decision_text", "line", "proposal") and error.field is not None:
                self.panel.focus_field(error.field)

    def fit(self, room: Fit) -> None:
        """Fold: agenda to discs, fields to lines, right column to a button."""
        self._medium = room.medium
        self.agenda.set_narrow(room.narrow)
        self._items_row.setSpacing(8 if room.narrow else 12)
        self.panel.set_folding(room.low or room.narrow, narrow=room.narrow)
        self.roll.set_narrow(room.narrow, short=room.medium)
        self.stage.set_narrow(room.narrow)
        self.head.set_narrow(room.narrow)
        width = min(420, max(280, round(room.width * 0.205)))
        self._right.setFixedWidth(theme.px(width))
        self._arrange()

    def keys(self) -> Sequence[KeyGroup]:
        """Keys of the part one is in first."""
        groups = RoomKeys()
        if self.pages.currentIndex() == 1:
            return (groups.roll(), *super().keys())
        return (*super().keys(), groups.agenda(), groups.words(), groups.vote(), groups.roll())

    # Inside

    def _connect(self) -> None:
        acts = self.session_acts
        self.head.attendance.clicked.connect(self.show_roll)
        self.head.go.clicked.connect(self._go_on)
        self.head.close.clicked.connect(self._ask_close)
        self.head.back.clicked.connect(self.leave_roll)
        self.agenda.item_chosen.connect(self.show_item)
        self.agenda.start_requested.connect(self._start)
        self.agenda.add_requested.connect(self._add_item)
        self.agenda.withdraw_requested.connect(self._withdraw)
        self.agenda.postpone_requested.connect(self._postpone)
        self.agenda.move_requested.connect(acts.move)
        self.agenda.adopt_requested.connect(acts.adopt_agenda)
        self.panel.start_requested.connect(acts.start)
        self.panel.menu_requested.connect(self._open_menu)
        for part in (self.panel.discussion, self.panel.proposals, self.panel.decision):
            part.left.connect(self._to_agenda)
        self.panel.tasks.left.connect(self._to_agenda)
        self.panel.tasks.task_opened.connect(self.menu.edit_task)
        self.panel.decision.correct_requested.connect(self.menu.correct_decision)
        self.panel.vote.left.connect(self._to_decision)
        for kept in self.panel.kept:
            kept.unsaved_changed.connect(self.desk.shell.set_unsaved)
        self.attendance.roll_requested.connect(self._roll_at)
        self.roll.left.connect(self.leave_roll)
        self.roll.guest_requested.connect(self.menu.edit_guest)
        self.stage.changed.connect(self._arrange)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]  # - there is one

    def _bind_keys(self) -> None:
        for keys, does, run in (
            ("F2", self.tr("open · break · resume"), self._go_on),
            ("F3", self.tr("roll call: number and sign, Ctrl+Enter the rest"), self.show_roll),
            ("F5", self.tr("discussion: Enter adds the line"), self._to_line),
            ("F6", self.tr("decision; Ctrl+Enter adopts without objections"), self._to_decision),
            ("Shift+F6", self.tr("proposal"), self._to_proposal),
            ("F7", self.tr("task: text @institution !+14"), self._to_task),
            ("F8", self.tr("vote: 12-0-1; again by name, again secret"), self._to_vote),
            ("Shift+F2", self.tr("close the session"), self._ask_close),
            ("Ctrl+PgDown", self.tr("next item"), self._next),
            ("Ctrl+PgUp", self.tr("item before"), self._before),
            ("Ins", self.tr("add an item"), self._add_item),
        ):
            self.add_key(keys, does, run)
        self.name_key("Ctrl+1…8", self.tr("the same as F1 … F8"))
        twins = {2: self._go_on, 3: self.show_roll, 5: self._to_line, 6: self._to_decision}
        twins |= {1: self.desk.shell.show_keys, 7: self._to_task, 8: self._to_vote}
        for number, run in twins.items():
            twin = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            twin.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            twin.activated.connect(run)

    def _show_header(self, view: RoomView) -> None:
        self.head.show_room(view, in_roll=self.pages.currentIndex() == 1, medium=self._medium)

    def _show_agenda(self, view: RoomView) -> None:
        lines = []
        for row in view.items:
            elapsed = None
            if row.status is AgendaItemStatus.RUNNING and row.started_at is not None:
                start = now() if view.entered_later else row.started_at
                elapsed = max(0, int((now() - start).total_seconds() // 60))
            lines.append(self._words.item(row, elapsed=elapsed))
        current = view.current.item_id if view.current is not None else ""
        foot = self._words.left_items(view.left_count, view.carried_count)
        self.agenda.show_items(lines, current, foot)
        adoptable = view.status is SessionStatus.OPEN and view.agenda_adopted_at is None
        self.agenda.show_adopt(adoptable and bool(lines))

    def _drafts(self, view: RoomView) -> dict[str, DraftRow]:
        item = view.current
        if item is None:
            return {}
        ask = self.desk.workspace.ask
        found = {row.field: row for row in ask(list_drafts, item.item_id)}
        adopted = [row for row in item.decisions if row.number]
        public = item.draft or (adopted[-1] if adopted else None)
        if public is not None:
            found |= {row.field: row for row in ask(list_drafts, public.decision_id)}
        return found

    def _first_expected(self) -> str:
        for row in self.view.members if self.view is not None else ():
            if row.sign.value == "expected":
                return row.attendance_id
        return ""

    def _arrange(self) -> None:
        in_roll = self.pages.currentIndex() == 1
        for place in range(self.pages.count()):
            seen = QSizePolicy.Policy.Expanding
            policy = seen if place == self.pages.currentIndex() else QSizePolicy.Policy.Ignored
            page = self.pages.widget(place)
            if page is not None:
                page.setSizePolicy(policy, policy)
        self.panel.vote.set_primary(self.stage.panel is None)
        self.stage.show_beside(not in_roll and not self._medium)
        if self.view is not None:
            self._show_header(self.view)

    def _go_on(self) -> None:
        self.panel.finish_typing()
        self.session_acts.go_on()

    def _ask_close(self) -> None:
        """Ask, unless a line was begun somewhere and never entered: then go there first."""
        self.panel.finish_typing()
        self.flush()
        items = {row.item_id for row in self.view.items} if self.view is not None else set()
        for draft in self.desk.workspace.ask(list_drafts):
            begun = draft.field in ("line", "task_line") and draft.text.strip()
            if begun and draft.record_id in items:
                self.show_item(draft.record_id)
                self.refresh_now()
                self.panel.focus_field(draft.field)
                text = self.tr("A line was begun here: Enter adds it, Esc drops it.")
                self.strip.say(text, "warn")
                return
        self.session_acts.ask_close()

    def _next(self) -> None:
        self.panel.finish_typing()
        self.session_acts.step(1)

    def _before(self) -> None:
        self.panel.finish_typing()
        self.session_acts.step(-1)

    def _start(self, item_id: str) -> None:
        if self.view is not None and self.view.status is SessionStatus.OPEN:
            self.session_acts.start(item_id)
        else:
            self.menu.edit_item(item_id)

    def _withdraw(self, item_id: str, reason: str) -> None:
        self.session_acts.withdraw(item_id, reason)
        self._to_agenda()

    def _postpone(self, item_id: str, reason: str) -> None:
        self.session_acts.postpone(item_id, reason)
        self._to_agenda()

    def _add_item(self) -> None:
        self.menu.add_item()

    def _open_menu(self, button: QWidget) -> None:
        menu: QMenu = self.menu.build()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _roll_at(self, attendance_id: str) -> None:
        self.show_roll()
        self.roll.begin(attendance_id)

    def _to_agenda(self) -> None:
        self.agenda.reason.leave()
        self.agenda.set_narrow(self._room is not None and self._room.narrow)
        self.agenda.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_line(self) -> None:
        self._to_field("line")

    def _to_decision(self) -> None:
        self._to_field("decision_text")

    def _to_proposal(self) -> None:
        self._to_field("proposal")

    def _to_task(self) -> None:
        self._to_field("task_line")

    def _to_vote(self) -> None:
        if self.panel.vote.isHidden():
            self.strip.say(self.tr("Only an item that is taken up can be voted on."), "mute")
        else:
            self._to_field("vote_entry")

    def _to_field(self, name: str) -> None:
        self.leave_roll()
        self.panel.finish_typing()
        self.refresh_now()
        self.panel.focus_field(name)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._remember()

    def _remember(self) -> None:
        """Keep item and field for a restart."""
        item = self.panel.item
        if not self._session_id or item is None or not self.isVisible():
            return
        field = self.panel.field_name() or self._place[1].partition(" ")[2]
        place = (self._session_id, f"{item.item_id} {field}")
        if place != self._place:
            self._place = place
            self.desk.workspace.jot(save_place, PLACE, place[0], place[1], at=now())
