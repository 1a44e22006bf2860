"""The session room: agenda, the item with its fields, attendance; the roll call over them.

No dialog ever opens here: questions stand in the strip above the status line and can wait.

To add a part, write a class (bases in `part`, `Section` in `section`) and one line in
`room_parts`:

    class Speakers(RoomCard):                       # a card of the right column
        concerns = frozenset({"speech"})            # tables whose change it shows
        keep = 5                                    # folds later than cards with less

        def __init__(self, room: RoomScreen) -> None:
            super().__init__(_tr("The floor"), "F4")
            self.content.add(...)                   # self.pill: the state, in the head

        def show_room(self, view: RoomView) -> None: ...
        def room_keys(self) -> Sequence[RoomKey]:   # bound, on the F1 sheet, in the palette
            return (RoomKey("F4", self.tr("speakers and timer"), self.start),)

- a card: a line in `room_parts.cards`; a bar above the status line: `bars`; a page over the items
  (`room.show_page(page)`, Esc leaves): `pages`.
- a section of the item: `class Principles(Section)` with `field_names = ("principles",)`, a line
  in `room_parts.sections`; it folds, is found by `room.to_field("principles")` and by a restart,
  and its `kept_texts()` are flushed and watched like those of the five fields.
- a key without a part: a row in `room_keys`; a sign inside a part: `key_groups()` of the part.
- acts: `room.desk.workspace.do(usecase, …, when=room.clock.moment(), at=now())`; errors come to
  the part's `take_error`, then to the field they name, then to the strip.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dcm_desktop.domain.terms import AgendaItemStatus, SessionKind, SessionStatus
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.commands import Command
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.screens.session_room import room_parts
from dcm_desktop.ui.screens.session_room.agenda_panel import AgendaPanel
from dcm_desktop.ui.screens.session_room.attendance_panel import AttendancePanel
from dcm_desktop.ui.screens.session_room.item_acts import ItemActs
from dcm_desktop.ui.screens.session_room.item_menu import ItemMenu
from dcm_desktop.ui.screens.session_room.item_panel import ItemPanel
from dcm_desktop.ui.screens.session_room.key_groups import RoomKeys
from dcm_desktop.ui.screens.session_room.part import RoomPage, RoomPart
from dcm_desktop.ui.screens.session_room.resume import LIVE
from dcm_desktop.ui.screens.session_room.resume_strip import ResumeStrip
from dcm_desktop.ui.screens.session_room.roll_acts import RollActs
from dcm_desktop.ui.screens.session_room.roll_call import RollCall
from dcm_desktop.ui.screens.session_room.room_head import RoomHead
from dcm_desktop.ui.screens.session_room.room_keys import KeyTable
from dcm_desktop.ui.screens.session_room.room_layout import RoomLayout
from dcm_desktop.ui.screens.session_room.room_place import RoomPlace
from dcm_desktop.ui.screens.session_room.room_wires import RoomWires
from dcm_desktop.ui.screens.session_room.safe_mask import SafeMask
from dcm_desktop.ui.screens.session_room.session_acts import SessionActs
from dcm_desktop.ui.screens.session_room.shown import RoomWords
from dcm_desktop.ui.screens.session_room.waiting_seats import waiting_seats
from dcm_desktop.ui.screens.session_room.written_page import WrittenPage
from dcm_desktop.ui.screens.side_form import SidePanel
from dcm_desktop.ui.widgets.key_sheet import KeyGroup
from dcm_desktop.usecases.sessions.tasks import institution_candidates
from dcm_desktop.usecases.sessions.views import RoomView, get_room


class RoomScreen(Screen):
    """One session at work. `open("room", session_id=…)` comes here."""

    concerns = frozenset(
        {
            "session", "agenda_item", "attendance", "presence_interval", "recusal", "guest",
            "discussion_line", "proposal", "decision", "vote", "named_vote", "action_item",
            "pledge", "commitment", "dissent", "membership_change", "minutes", "person",
            "institution", "mandate", "case",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._words = RoomWords()
        self._arriving = False
        self.place = RoomPlace(desk.workspace, self)
        self.view: RoomView | None = None
        self.head = RoomHead(self.header)
        self.clock = self.head.clock
        self.clock.ticked.connect(self.mark_stale)
        self.agenda = AgendaPanel()
        self.panel = ItemPanel(desk.workspace)
        self.attendance = AttendancePanel()
        self.roll = RollCall()
        self.session_acts = SessionActs(self, self.clock, self.show_item)
        self.item_acts = ItemActs(self, self.panel, self.clock, self.session_acts)
        self.roll_acts = RollActs(self, self.roll, self.clock)
        self.menu = ItemMenu(self, self.session_acts)
        self.panel.add_sections(room_parts.sections(self))
        cards, bars = room_parts.cards(self), room_parts.bars(self)
        pages = room_parts.pages(self)
        self.parts: tuple[RoomPart, ...] = (*self.panel.added, *cards, *bars, *pages)
        self.columns = RoomLayout(self.agenda, self.panel, self.roll, self.attendance)
        self.pages = self.columns.pages
        self.stage = self.columns.build(self.body, cards, bars, pages)
        self.concerns = type(self).concerns.union(*(part.concerns for part in self.parts))
        self.safe = SafeMask(self)
        self.wires = RoomWires(self)
        self.resumption = ResumeStrip(self)
        self._bind_keys()

    # Coming and going

    def opened(
        self, session_id: str = "", item_id: str = "", resumed: str = "", **_more: str
    ) -> None:
        """Show a session; without an id the one where the user was, at the same item and field."""
        new = self.place.arrive(session_id, item_id)
        self._arriving = True
        self.mark_stale()
        if resumed:
            self.resumption.arrive(self.place.session_id)
        if new:
            self.leave_roll()

    def refresh(self) -> None:
        """Read the room and show it."""
        if not self.place.session_id:
            return
        with self.desk.workspace.one_view():
            view = self._read_and_show()
        self.desk.shell.set_session_open(view.status in LIVE)
        if self._arriving:
            self._arriving = False
            self.agenda.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.place.field:
                self.panel.focus_field(self.place.field)
        self.wires.remember()

    def _read_and_show(self) -> RoomView:
        ask = self.desk.workspace.ask
        item_id = self.place.item_id or None
        view = ask(get_room, self.place.session_id, item_id=item_id, at=now())
        self.view = view
        self.session_acts.set_view(view)
        self.roll_acts.set_view(view)
        self.clock.show_room(view)
        self.wires.show_header()
        self._show_agenda(view)
        drafts = self.place.drafts(view)
        changes = waiting_seats(self.desk.workspace, view)
        self.panel.show_room(view, drafts, ask(institution_candidates), changes)
        self.attendance.show_room(view)
        self.roll.show_room(view)
        for part in self.parts:
            part.show_room(view)
            part.show_drafts(drafts)
        self.columns.right.fit_cards()
        return view

    def show_item(self, item_id: str) -> None:
        """Show an item; empty: follow the running one."""
        if item_id != self.place.item_id:
            self.finish_typing()
            self.place.item_id = item_id
            self.mark_stale()

    def show_roll(self) -> None:
        """F3: the roll call; in a written procedure the answers."""
        if self.view is not None and self.view.kind is SessionKind.WRITTEN:
            pages = (part for part in self.parts if isinstance(part, WrittenPage))
            self.show_page(next(pages))
            return
        self._open_page(self.roll)
        self.roll.begin(self._first_expected())

    def show_page(self, page: RoomPage) -> None:
        """Show a page over the items."""
        self._open_page(page)
        page.begin_page()

    def leave_roll(self) -> None:
        """Esc: back to the items, from the roll call or another page."""
        if not self.columns.on_items:
            self.columns.show(None)
            self.wires.show_header()
            self.agenda.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_field(self, name: str) -> None:
        """Go to a field of the item by its name."""
        self.leave_roll()
        self.finish_typing()
        self.refresh_now()
        self.panel.focus_field(name)

    def to_agenda(self) -> None:
        """Esc in a field: the keyboard goes to the agenda."""
        self.agenda.reason.leave()
        self.agenda.set_narrow(self._room is not None and self._room.narrow)
        self.agenda.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_panel(self, panel: SidePanel) -> None:
        """Open a form at the side."""
        self.stage.open(panel)

    def finish_typing(self) -> None:
        """Commit the texts that are being written."""
        self.panel.finish_typing()
        for part in self.parts:
            part.finish_typing()

    def flush(self) -> None:
        """Keep what is typed, and where."""
        super().flush()
        for part in self.parts:
            part.flush()
        self.wires.remember()

    def take_error(self, error: DcmError) -> None:
        """Beside the line or strip where it was typed, else as everywhere."""
        if any(part.take_error(error) for part in self.parts):
            return
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
        """Fold columns and header."""
        self.columns.fit(room)
        self.head.set_narrow(room.narrow)
        for part in self.parts:
            part.fit(room)
        self.wires.show_header()

    def keys(self) -> Sequence[KeyGroup]:
        """Keys of the part one is in first."""
        groups = RoomKeys()
        own_page = groups.roll() if self.columns.in_roll else None
        page = self.columns.page.key_groups() if self.columns.page is not None else ()
        (whole,) = super().keys()
        n = self._table_keys
        parts = KeyGroup(self.tr("Also in the room"), whole.keys[n:])
        room = (KeyGroup(whole.title, whole.keys[:n]), parts)
        if own_page is not None or page:
            return (*([own_page] if own_page is not None else page), *room)
        added = [group for part in self.parts for group in part.key_groups()]
        own = (groups.agenda(), groups.words(), groups.vote(), groups.roll())
        return (*room, *own, *added)

    def commands(self) -> Sequence[Command]:
        """Keys of the room, commands of its parts, the menu of the item."""
        added = (one for part in self.parts for one in part.commands())
        return (*super().commands(), *added, *self.menu.commands())

    # Inside

    def _bind_keys(self) -> None:
        table = KeyTable(self).rows(self)
        self._table_keys = len(table)
        for row in (*table, *(key for part in self.parts for key in part.room_keys())):
            self.add_key(row.keys, row.does, row.run)
        self.add_command(self.tr("Look at screens and power first"), self._before_start)
        self.name_key("Ctrl+1…9", self.tr("the same as F1 … F9; Ctrl+0 and Pause as F12"))

    def _before_start(self) -> None:
        self.desk.shell.open("going_live", session_id=self.place.session_id)

    def _open_page(self, page: QWidget) -> None:
        self.finish_typing()
        self.columns.show(page)
        self.wires.show_header()
        self.refresh_now()

    def _show_agenda(self, view: RoomView) -> None:
        lines = []
        for row in view.items:
            elapsed = None
            if row.status is AgendaItemStatus.RUNNING and row.started_at is not None:
                start = now() if view.entered_later else row.started_at
                elapsed = max(0, int((now() - start).total_seconds() // 60))
            lines.append(self.safe.line(self._words.item(row, elapsed=elapsed), row))
        current = view.current.item_id if view.current is not None else ""
        foot = self._words.left_items(view.left_count, view.carried_count)
        self.agenda.show_items(lines, current, foot)
        adoptable = view.status is SessionStatus.OPEN and view.agenda_adopted_at is None
        votes = view.kind not in (SessionKind.WORKING_MEETING, SessionKind.WRITTEN)
        self.agenda.show_adopt(adoptable and votes and bool(lines))

    def _first_expected(self) -> str:
        for row in self.view.members if self.view is not None else ():
            if row.sign.value == "expected":
                return row.attendance_id
        return ""
