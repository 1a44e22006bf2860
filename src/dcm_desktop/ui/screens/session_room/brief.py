"""What was decided and is open on the case of the item: a card, and the whole at the side (F11).

For the operator alone. Nothing here is read by what draws the hall.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import today
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.session_room.part import RoomCard, RoomKey
from dcm_desktop.ui.screens.side_form import SidePanel
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import ElideLabel, Label, Pill
from dcm_desktop.usecases.sessions.brief import BriefTask, CaseBrief, get_case_brief
from dcm_desktop.usecases.sessions.checklist import ChecklistView, get_checklist
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen


class BriefWords(QObject):
    """Phrases of the brief."""

    def alone(self) -> str:
        """Nobody else sees it."""
        return self.tr("only you see this")

    def course(self, brief: CaseBrief) -> str:
        """How often it was discussed, and who leads it."""
        times = brief.times_discussed
        parts = [
            self.tr("first discussion")
            if not times
            else self.tr("discussed once before")
            if times == 1
            else self.tr("discussed {n} times before").format(n=times)
        ]
        if brief.lead_institution:
            parts.append(self.tr("led by {who}").format(who=brief.lead_institution))
        return " · ".join(parts)

    def heard(self, brief: CaseBrief) -> str:
        """How many children, and whether they were heard."""
        if brief.not_heard:
            words = self.tr("Children: {n}; opinion not noted: {left}")
        else:
            words = self.tr("Children: {n}; all were heard or the reason is noted")
        return words.format(n=len(brief.children), left=brief.not_heard)

    def checks(self, view: ChecklistView) -> str:
        """How far the ten checks are, with the key that opens them."""
        if view.is_complete:
            return self.tr("Checklist: complete (Shift+F11)")
        words = self.tr("Checklist: {n} of {total} answered (Shift+F11)")
        return words.format(n=view.answered, total=view.total)

    def task(self, task: BriefTask) -> str:
        """Who does it by when."""
        term = formats.short_date(task.due_on) if task.due_on is not None else ""
        if task.overdue:
            term = self.tr("overdue {date}").format(date=term)
        return " · ".join(part for part in (capital(task.institution), term) if part)


class BriefPanel(SidePanel):
    """The whole brief at the side."""

    def __init__(self, room: "RoomScreen", brief: CaseBrief) -> None:
        words = BriefWords()
        super().__init__(brief.code, words.alone())
        self._room, self._case_id = room, brief.case_id
        pills = [Pill(capital(label_of(brief.status)), "mute")]
        if brief.risk is not None:
            pills.append(Pill(capital(label_of(brief.risk)), "warn"))
        self.page.add(hbox(*pills, None))
        self.page.add(Label(words.course(brief), "small", "text2", wrap=True))
        self.page.add(Label(words.heard(brief), "smallm", wrap=True))
        for child in brief.children:
            opinion = (
                label_of(child.opinion)
                if child.opinion is not None
                else self.tr("opinion not noted")
            )
            tone = "warn" if child.opinion is None else "text2"
            self.page.add(Label(f"{capital(child.label)}: {opinion}", "small", tone, wrap=True))
        self._decisions(brief)
        self._tasks(brief)
        self.page.add(None)
        whole = Button(self.tr("The whole file"), icon="folder-open")
        whole.setObjectName("wholeFile")
        whole.clicked.connect(self._to_file)
        self.buttons.addWidget(whole)
        self.buttons.addStretch(1)

    def _decisions(self, brief: CaseBrief) -> None:
        self.page.add(Label(self.tr("Last decisions"), "heading"))
        if not brief.decisions:
            self.page.add(Label(self.tr("No decision yet"), "small", "text3"))
        for row in brief.decisions:
            when = formats.short_date(row.on) if row.on is not None else ""
            head = " · ".join(
                part for part in (formats.numbered(row.number), when, label_of(row.status)) if part
            )
            self.page.add(
                Box(
                    Label(head, "captionm", "text2"),
                    Label(row.text, "small", wrap=True),
                    spacing=2,
                )
            )

    def _tasks(self, brief: CaseBrief) -> None:
        self.page.add(Label(self.tr("Open tasks"), "heading"))
        if not brief.tasks:
            self.page.add(Label(self.tr("No open tasks"), "small", "text3"))
        words = BriefWords()
        for row in brief.tasks:
            tone = "bad" if row.overdue else "text2"
            note = Label(words.task(row), "caption", tone, wrap=True)
            self.page.add(Box(Label(row.title, "small", wrap=True), note, spacing=2))

    def _to_file(self) -> None:
        self._room.desk.shell.open("case_file", case_id=self._case_id)


class BriefCard(RoomCard):
    """The brief in three lines; seen while the item shown is about a case."""

    concerns = frozenset(
        {"case", "child", "decision", "action_item", "case_review", "principle_check"}
    )
    keep = 2

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(QCoreApplication.translate("BriefCard", "The case"), "F11", spacing=2)
        self._room = room
        self._case_id, self._item_id = "", ""
        self.brief: CaseBrief | None = None
        self._course = ElideLabel("", "caption", "text2")
        self._children = ElideLabel("", "caption", "text2")
        self._last = ElideLabel("", "caption", "text2")
        self._more = Button(kind="tool", icon="ellipsis", name=self.tr("Brief of the case"))
        self._more.clicked.connect(self.open_panel)
        self._checks = ElideLabel("", "caption", "text2")
        self.content.add(
            hbox((self._course, 1), self._more, spacing=4), self._last, self._children, self._checks
        )
        self.hide()

    def show_room(self, view: RoomView) -> None:
        """Read the brief of the case that is shown."""
        item = view.current
        self._case_id = (item.case_id or "") if item is not None else ""
        self._item_id = item.item_id if item is not None else ""
        self.brief = self._read()
        self.setVisible(self.brief is not None)
        if self.brief is None:
            return
        words = BriefWords()
        overdue = sum(1 for row in self.brief.tasks if row.overdue)
        self.pill.set_state(Plurals().tasks(len(self.brief.tasks)), "warn" if overdue else "mute")
        self.pill.setVisible(bool(self.brief.tasks))
        self._course.setText(capital(words.course(self.brief)))
        self._children.setText(words.heard(self.brief))
        self._children.set_tone("warn" if self.brief.not_heard else "text2")
        checks = self._room.desk.workspace.ask(get_checklist, self._item_id)
        self._checks.setText(words.checks(checks))
        self._checks.set_tone("text2" if checks.is_complete or not checks.answered else "warn")
        newest = self.brief.decisions[0] if self.brief.decisions else None
        self._last.setText(
            self.tr("No decision yet")
            if newest is None
            else f"{formats.numbered(newest.number)}: {newest.text}"
        )

    def room_keys(self) -> Sequence[RoomKey]:
        """F11."""
        return (RoomKey("F11", self.tr("brief of the case"), self.open_panel),)

    def open_panel(self) -> None:
        """Show the whole at the side."""
        brief = self._read()
        if brief is None:
            self._room.strip.say(self.tr("This item is not about a case."), "mute")
        else:
            self._room.put_panel(BriefPanel(self._room, brief))

    def _read(self) -> CaseBrief | None:
        if not self._case_id:
            return None
        ask = self._room.desk.workspace.ask
        return ask(get_case_brief, self._case_id, besides=self._item_id, today=today())
