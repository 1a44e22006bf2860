"""The middle of the room: the item that is shown, its five fields, the vote strip at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from dcm_desktop.domain.task_line import Candidate
from dcm_desktop.domain.terms import AgendaItemStatus, SessionStatus, VoteSubject
from dcm_desktop.ui import formats
from dcm_desktop.ui.screens.choices import label_of
from dcm_desktop.ui.screens.session_room.decision import DecisionPart
from dcm_desktop.ui.screens.session_room.discussion import Discussion
from dcm_desktop.ui.screens.session_room.kept_text import KeptText
from dcm_desktop.ui.screens.session_room.proposal import Proposals
from dcm_desktop.ui.screens.session_room.section import Section
from dcm_desktop.ui.screens.session_room.tasks import Tasks
from dcm_desktop.ui.screens.session_room.vote_entry import VoteContext, Voter
from dcm_desktop.ui.screens.session_room.vote_strip import VoteStrip
from dcm_desktop.ui.screens.session_room.writing_help import WritingHelp
from dcm_desktop.ui.widgets.boxes import Box, Card, ScrollColumn, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import ElideLabel, Label, Pill
from dcm_desktop.ui.widgets.messages import EmptyState
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import DraftRow
from dcm_desktop.usecases.sessions.item_view import ItemView
from dcm_desktop.usecases.sessions.views import RoomView

FIELDS = ("line", "proposal", "decision_text", "text_public", "task_line", "vote_entry")
"""Names of the fields one may be in; a restart returns to one of them."""


class ItemPanel(Card):
    """One item with its fields. It knows no act: it tells the room what is wanted."""

    start_requested = Signal(str)
    """Take the item up."""
    menu_requested = Signal(object)
    """What else can be done to the item; carries the button to open it at."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(spacing=0, margins=(1, 1, 1, 1))
        self._folding = False
        self._view: RoomView | None = None
        self._meta = ElideLabel("", "caption", "text2")
        self.closed = Pill(self.tr("Closed part"), "warn", "lock")
        self.heading = Label("", "title", wrap=True)
        self.start_button = Button(self.tr("Take it up"), kind="on", icon="play")
        self.start_button.setObjectName("startItem")
        self.start_button.clicked.connect(self._start)
        self.more = Button(kind="tool", icon="ellipsis", name=self.tr("More about this item"))
        self.more.setObjectName("itemMenu")
        self.more.clicked.connect(self._more_pressed)
        words = Box(spacing=2)
        words.add(hbox((self._meta, 1), self.closed), self.heading)
        self._head = Box(row=True, spacing=8, margins=(16, 10, 12, 8))
        self._head.add((words, 1), self.start_button, self.more)
        self.help = WritingHelp(workspace, self)
        self.discussion = Discussion(workspace, self.help)
        self.proposals = Proposals(workspace)
        self.decision = DecisionPart(workspace)
        self.tasks = Tasks()
        self.help.help(self.proposals.editor.completing)
        self.help.help(self.decision.editor.completing)
        self.help.help(self.decision.public.completing, people=False)
        self.help.help_task(self.tasks.entry.completing)
        self.kept_line = KeptText(workspace, self.discussion.entry, "line")
        self.kept_task = KeptText(workspace, self.tasks.entry, "task_line")
        self.discussion.entry.emptied.connect(self.kept_line.clear)
        self.tasks.entry.emptied.connect(self.kept_task.clear)
        self.sections: tuple[Section, ...] = ()
        self.added: tuple[Section, ...] = ()
        self.page = ScrollColumn(spacing=0)
        for section in (self.discussion, self.proposals, self.decision, self.tasks):
            self._add_section(section)
        self.page.add(None)
        self.vote = VoteStrip()
        self._vote_box = hbox((self.vote, 1), margins=(12, 4, 12, 12))
        self._nothing = EmptyState(
            "list",
            self.tr("The agenda is empty"),
            self.tr("Add the first item with Insert."),
        )
        self.add(self._head, hline(), (self.page, 1), (self._nothing, 1))
        self.box.addLayout(self._vote_box)
        QApplication.instance().focusChanged.connect(self._focus_changed)  # type: ignore[union-attr]  # - there is one

    def add_sections(self, sections: Sequence[Section]) -> None:
        """Further sections below the tasks; the room shows and flushes them as its parts."""
        self.added = tuple(sections)
        for section in sections:
            self._add_section(section)

    @property
    def item(self) -> ItemView | None:
        """The item that is shown."""
        return self._view.current if self._view is not None else None

    def show_room(
        self,
        view: RoomView,
        drafts: dict[str, DraftRow],
        candidates: Sequence[Candidate],
        changes: Sequence[tuple[str, str]],
    ) -> None:
        """Show the item chosen in the view."""
        self._view = view
        item = view.current
        self._nothing.setVisible(item is None)
        self.page.setVisible(item is not None)
        self._head.setVisible(item is not None)
        if item is None:
            self.vote.set_context(None)
            return
        here = tuple(row for row in (*view.members, *view.others) if row.in_room)
        running = item.status is AgendaItemStatus.RUNNING
        live = view.status is SessionStatus.OPEN
        self._meta.setText(self._meta_text(view, item))
        self.heading.setText(item.title)
        self.closed.setVisible(item.closed)
        self.start_button.setVisible(live and not running)
        self.start_button.set_text(
            self.tr("Open again") if item.finished_at is not None else self.tr("Take it up")
        )
        self.help.show_room(view, candidates)
        self.discussion.show_item(item, drafts, late=view.entered_later)
        self.proposals.show_item(item, here, drafts)
        self.decision.show_item(item, drafts, live=not _is_over(view))
        self.tasks.show_item(item, candidates, changes)
        self.kept_line.load(item.item_id, "", drafts)
        self.kept_task.load(item.item_id, "", drafts)
        subject = _subject_of(view, item) if live else None
        self.vote.set_context(None if subject is None else _context(view, item, subject))

    def focus_field(self, name: str) -> None:
        """Go to a field by its name, opening it where it is folded."""
        target = self._section_of(name)
        if target is not None and self._folding:
            self._fold_all_but(target)
        if name == "vote_entry":
            self.vote.start()
            return
        if target is not None:
            target.begin(name)
        widget = self.findChild(QWidget, name)
        if widget is not None and widget.isVisibleTo(self):
            widget.setFocus()
            if isinstance(widget, QPlainTextEdit) and widget.textCursor().atStart():
                widget.moveCursor(QTextCursor.MoveOperation.End)
            self.page.ensureWidgetVisible(widget, 0, 40)

    def field_name(self) -> str:
        """Name of the field that has the keyboard; empty when none has."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return ""
        name = focus.objectName()
        known = name in FIELDS or self._section_of(name) is not None
        return name if known else ""

    @property
    def kept(self) -> tuple[KeptText, ...]:
        """All texts that are kept while they are typed."""
        return (
            self.kept_line,
            *self.discussion.kept_texts(),
            self.proposals.kept,
            self.decision.kept,
            self.decision.kept_public,
            self.kept_task,
        )

    def finish_typing(self) -> None:
        """Commit the texts that are being written."""
        self.discussion.finish_typing()
        for kept in (self.proposals.kept, self.decision.kept, self.decision.kept_public):
            kept.finish()

    def forget_line(self) -> None:
        """The line was entered."""
        self.discussion.entry.setText("")  # unlike clear() it leaves nothing to take back
        self.kept_line.clear()

    def forget_task(self) -> None:
        """The task was entered."""
        self.tasks.entry.setText("")
        self.kept_task.clear()

    def set_folding(self, folding: bool, *, narrow: bool) -> None:
        """Low window: fields fold to one line, the one worked on is open."""
        self._folding = folding
        self.start_button.set_compact(narrow)
        for section in self.sections:
            section.set_low(folding)
            section.set_folded(False)
        if not folding:
            return
        self._fold_all_but(self._section_of(self.field_name()) or self.decision)

    # Inside

    def _meta_text(self, view: RoomView, item: ItemView) -> str:
        total = sum(1 for row in view.items if row.n is not None)
        parts = []
        if item.n is not None:
            parts.append(self.tr("Item {n} of {total}").format(n=item.n, total=total))
        if item.rapporteur:
            who = ", ".join(part for part in (item.rapporteur, item.rapporteur_post) if part)
            parts.append(self.tr("reported by {who}").format(who=who))
        if item.status is AgendaItemStatus.RUNNING and item.started_at is not None:
            since = self.tr("since {time}").format(time=formats.time_of(item.started_at))
            parts.append(since)
        elif item.status is not AgendaItemStatus.WAITING:
            state = label_of(item.status)
            reason = f": {item.status_reason}" if item.status_reason else ""
            parts.append(f"{state}{reason}")
        if item.recused:
            names = ", ".join(item.recused)
            parts.append(self.tr("recused: {names}").format(names=names))
        return " · ".join(parts)

    def _add_section(self, section: Section) -> None:
        section.open_requested.connect(self._open_folded)
        column = self.page.column
        if section.leads:
            column.insertWidget(0, section)
            self.sections = (section, *self.sections)
            return
        end = column.count() - (1 if self.added else 0)  # before the stretch
        if self.sections:
            column.insertWidget(end, hline())
            end += 1
        column.insertWidget(end, section)
        self.sections = (*self.sections, section)

    def _section_of(self, name: str) -> Section | None:
        return next((one for one in self.sections if name in one.field_names), None)

    def _fold_all_but(self, open_one: Section) -> None:
        for section in self.sections:
            section.set_folded(section is not open_one)

    def _open_folded(self, section: Section) -> None:
        if section.field_names:
            self.focus_field(section.field_names[0])

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible():
            for part in (self.proposals, self.decision):
                part.show_tools(part.holds(new))

    def _start(self) -> None:
        if self.item is not None:
            self.start_requested.emit(self.item.item_id)

    def _more_pressed(self) -> None:
        self.menu_requested.emit(self.more)


def _is_over(view: RoomView) -> bool:
    return view.status in (SessionStatus.HELD, SessionStatus.NO_QUORUM)


def _subject_of(view: RoomView, item: ItemView) -> VoteSubject | None:
    """What can be voted on now: the running item, an item added in the hall, or the agenda."""
    row = next(row for row in view.items if row.item_id == item.item_id)
    if item.status is AgendaItemStatus.RUNNING:
        return VoteSubject.DECISION
    if row.added_at_session and not row.added_voted and row.status is AgendaItemStatus.WAITING:
        return VoteSubject.ADDED_ITEM
    if view.agenda_adopted_at is None and view.running_id is None:
        return VoteSubject.AGENDA
    return None


def _context(view: RoomView, item: ItemView, subject: VoteSubject) -> VoteContext:
    acting = {row.acting_id: row for row in (*view.members, *view.others)}
    voters = tuple(
        Voter(row_id, acting[row_id].n, acting[row_id].institution or acting[row_id].name)
        for row_id in item.basis.voter_ids
        if row_id in acting
    )
    people = tuple(
        Voter(row.acting_id, row.n, row.institution or row.name)
        for row in view.members
        if row.in_room and row.n
    )
    return VoteContext(item.basis, item.next_number, voters, subject, people)
