"""The proposal of an item (Shift+F6) with who made it; several stand one below the other."""

from PySide6.QtCore import Signal

from dcm_desktop.ui.screens.session_room.grow_edit import GrowEdit, TextRow
from dcm_desktop.ui.screens.session_room.guard_note import GuardNote
from dcm_desktop.ui.screens.session_room.kept_text import KeptText
from dcm_desktop.ui.screens.session_room.section import Section
from dcm_desktop.ui.widgets.boxes import Box, empty
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.labels import ElideLabel, Label
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import DraftRow
from dcm_desktop.usecases.sessions.item_view import ItemView, ProposalRow
from dcm_desktop.usecases.sessions.roll_view import RollRow


class Proposals(Section):
    """Earlier proposals as text, the last one in a field."""

    field_names = ("proposal",)

    text_given = Signal(str, str, str)
    """Proposal (empty: a new one), its text, who made it (a row of the roll, or nothing)."""
    taken = Signal(str)
    """A proposal becomes the text of the decision; carries its id, empty for the last one."""
    left = Signal()
    """Esc."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("", spacing=2)
        self.set_name(self.tr("Proposal"))
        self._item_id = ""
        self._last: ProposalRow | None = None
        self._fresh = False
        self._earlier = Box(spacing=2)
        self.editor = GrowEdit(
            hint=self.tr("What is proposed (Shift+F6)"), name=self.tr("Proposal")
        )
        self.editor.setObjectName("proposal")
        self.editor.cancelled.connect(self.left)
        self.editor.confirmed.connect(self._take_last)
        self._number = Label("", "smallm", "text3")
        self.note = GuardNote(workspace)
        self.kept = KeptText(workspace, self.editor, "proposal", self._commit)
        self.proposer = Combo(hint=self.tr("Who proposes"), name=self.tr("Who proposes"))
        self.proposer.setObjectName("proposer")
        self.proposer.chosen.connect(self._proposer_chosen)
        self._by = ElideLabel("", "caption", "text3")
        self._another = Button(kind="tool", icon="plus", name=self.tr("One more proposal"), text="")
        self._another.clicked.connect(self._add_another)
        self._line = Box(row=True)
        self._line.add((self.proposer, 1), self._another)
        self.put(self._earlier)
        self.put(self._number)
        self.put(self.editor, frameless=True)
        self.put(self._by, self.note, self._line)
        self._line.hide()

    def show_item(
        self, item: ItemView, people: tuple[RollRow, ...], drafts: dict[str, DraftRow]
    ) -> None:
        """Show the proposals of an item."""
        if item.item_id != self._item_id:
            self._item_id, self._fresh = item.item_id, False
        rows = list(item.proposals)
        self._last = None if self._fresh or not rows else rows.pop()
        empty(self._earlier.box)
        for row in rows:
            text = f"{row.text} – {row.proposer}" if row.proposer else row.text
            line = TextRow(row.proposal_id, f"{row.n})", text)
            line.setToolTip(self.tr("Enter: this becomes the text of the decision"))
            line.clicked.connect(self._row_pressed)
            self._earlier.add(line)
        self._earlier.setVisible(bool(rows))
        self.kept.load(item.item_id, self._last.text if self._last else "", drafts)
        options = [Option("", self.tr("Nobody named"))]
        options += [Option(r.acting_id, r.institution or r.name, r.name) for r in people]
        chosen = (self._last.proposer_id or "") if self._last else ""
        self.proposer.set_options(options, chosen)
        by = self._last.proposer if self._last else ""
        self._by.setText(self.tr("Proposed by: {name}").format(name=by) if by else "")
        several = bool(rows) or self._fresh
        last = self._last.n if self._last else len(item.proposals) + 1
        self._number.setText(f"{last})")
        self._number.setVisible(several)
        self.note.check("\n".join(row.text for row in item.proposals))
        self._say_line()
        self.set_summary(self._last.text if self._last else "", by)

    def show_tools(self, shown: bool) -> None:
        """While the field is worked on, who proposes can be chosen."""
        self._line.setVisible(shown)
        self._say_line()

    def holds(self, widget: object) -> bool:
        """Whether a widget is part of this field."""
        return widget in (self.editor, self.proposer, self._another)

    def _say_line(self) -> None:
        self._by.setVisible(bool(self._by.full_text) and not self._line.isVisibleTo(self))

    def _commit(self, text: str) -> None:
        proposal_id = self._last.proposal_id if self._last is not None else ""
        if text.strip() or proposal_id:
            self._fresh = False
            self.text_given.emit(proposal_id, text, self.proposer.value())

    def _take_last(self) -> None:
        self.taken.emit("")

    def _row_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, TextRow):
            self.taken.emit(row.key)

    def _proposer_chosen(self, who: str) -> None:
        text = self.editor.text()
        if self._last is not None:
            self.text_given.emit(self._last.proposal_id, text, who)
        elif text.strip():
            self.kept.finish()

    def _add_another(self) -> None:
        self.kept.finish()
        self._fresh, self._last = True, None
        self.kept.load(self._item_id, "", {})
        self.proposer.set_value("")
        self.editor.setFocus()
