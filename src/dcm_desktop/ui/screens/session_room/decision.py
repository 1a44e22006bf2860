"""The decision of an item (F6): those that were put, and the draft that is being written."""

from PySide6.QtCore import Signal

from dcm_desktop.domain.terms import DecisionKind, DecisionStatus
from dcm_desktop.ui import formats
from dcm_desktop.ui.screens.choices import chosen_of, options_of
from dcm_desktop.ui.screens.session_room.grow_edit import GrowEdit, TextRow
from dcm_desktop.ui.screens.session_room.guard_note import GuardNote
from dcm_desktop.ui.screens.session_room.kept_text import KeptText
from dcm_desktop.ui.screens.session_room.section import Section
from dcm_desktop.ui.screens.session_room.shown import RoomWords
from dcm_desktop.ui.widgets.boxes import Box, empty, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo
from dcm_desktop.ui.widgets.labels import ElideLabel, Label, Pill
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import DraftRow
from dcm_desktop.usecases.sessions.case_gaps import get_case_gaps
from dcm_desktop.usecases.sessions.item_view import DecisionRow, ItemView

_PUBLIC_FIELD = "text_public"


class DecisionPart(Section):
    """Adopted texts with their numbers above, the draft below; the public text of a case."""

    field_names = ("decision_text", _PUBLIC_FIELD)

    text_given = Signal(str)
    """The draft was left; carries its text."""
    kind_given = Signal(str, object)
    """Another kind for a decision; carries its id."""
    public_given = Signal(str, str)
    """Decision and its sentence for the public edition."""
    correct_requested = Signal(str)
    """The text of an adopted decision is to be corrected."""
    confirmed = Signal()
    """Ctrl+Enter: adopt without objections."""
    dissent_opened = Signal(str)
    """A different opinion is to be seen; carries its id."""
    left = Signal()
    """Esc."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("F6", spacing=4)
        self.set_name(self.tr("Decision"))
        self._words, self._workspace = RoomWords(), workspace
        self._item: ItemView | None = None
        self._public_of: DecisionRow | None = None
        self._tools = False
        self._put = Box(spacing=4)
        self._pill = Pill("", "soft")
        self._state = ElideLabel("", "caption", "text3")
        self.kind = Combo(options_of(DecisionKind), name=self.tr("Kind of decision"))
        self.kind.setObjectName("decision_kind")
        self.kind.setMaximumWidth(170)
        self.kind.chosen.connect(self._kind_chosen)
        self.editor = GrowEdit(hint=self.tr("1. What is decided …"), name=self.tr("Decision"))
        self.editor.setObjectName("decision_text")
        self.editor.confirmed.connect(self.confirmed)
        self.editor.cancelled.connect(self.left)
        self.kept = KeptText(workspace, self.editor, "decision", self.text_given.emit)
        self._draft = Box(row=True)
        self._draft.add(self._pill, (self._state, 1), self.kind)
        self.public = GrowEdit(
            hint=self.tr("Made when it is adopted"), name=self.tr("Text for the public")
        )
        self.public.setObjectName(_PUBLIC_FIELD)
        self.public.cancelled.connect(self.left)
        self.kept_public = KeptText(workspace, self.public, _PUBLIC_FIELD, self._public_left)
        self.note = GuardNote(workspace)
        self._public_caption = ElideLabel(self.tr("In the public edition"), "caption", "text3")
        self._none = Box(Label(self.tr("No decision was taken"), "small", "text3"), None, row=True)
        self.gaps = Label("", "caption", "warn", wrap=True)
        self.gaps.hide()
        self.put(self._none, self._put, self.gaps, self._draft)
        self.put(self.editor, frameless=True)
        self.put(self._public_caption)
        self.put(self.public, frameless=True)
        self.put(self.note)

    def show_item(self, item: ItemView, drafts: dict[str, DraftRow], *, live: bool) -> None:
        """Show the decisions of an item; `live`: a draft may be written."""
        self._item = item
        empty(self._put.box)
        for row in item.decisions:
            self._put.add(self._put_row(row))
        self._put.setVisible(bool(item.decisions))
        text = item.draft.text if item.draft is not None else ""
        self.kept.load(item.item_id, text, drafts)
        self._draft.setVisible(live)
        self.editor.setVisible(live)
        self._none.setVisible(not live and not item.decisions)
        gaps = self._workspace.ask(get_case_gaps, item.item_id) if item.case_id else None
        lacks = gaps is not None and bool(gaps.missing)
        self.gaps.setText(formats.sentence(gaps.finding) if gaps is not None and lacks else "")
        self.gaps.setVisible(lacks)
        self._pill.set_state(formats.numbered(item.next_number), "soft")
        self._state.setText(self.tr("draft; the number is given when it is adopted"))
        kind = item.draft.kind if item.draft is not None else DecisionKind.DECISION
        self.kind.set_value(kind.value)
        adopted = [row for row in item.decisions if row.number]
        self._public_of = item.draft or (adopted[-1] if adopted else None)
        self._show_tools()
        if self._public_of is not None:
            record = self._public_of.decision_id
            self.kept_public.load(record, self._public_of.text_public, drafts)
            if item.case_id:
                self.note.check(self.public.text())
        newest = item.draft or (item.decisions[-1] if item.decisions else None)
        numbers = ", ".join(formats.numbered(row.number) for row in adopted)
        draft = self.tr("draft {number}").format(number=item.next_number)
        self.set_summary(newest.text if newest else "", numbers or draft)

    def show_tools(self, shown: bool) -> None:
        """While the field is worked on: its kind, and the public text of a case."""
        self._tools = shown
        self._show_tools()

    def holds(self, widget: object) -> bool:
        """Whether a widget is part of this field."""
        return widget in (self.editor, self.kind, self.public)

    def _show_tools(self) -> None:
        item = self._item
        self.kind.setVisible(self._tools and item is not None and item.draft is not None)
        of_case = item is not None and bool(item.case_id) and self._public_of is not None
        for part in (self._public_caption, self.public):
            part.setVisible(self._tools and of_case)

    def begin(self, name: str) -> None:
        """F6: the proposal stands in the empty draft already."""
        if name == _PUBLIC_FIELD:
            self.show_tools(True)
            return
        item = self._item
        if item is not None and not self.editor.text().strip() and not item.decisions:
            proposed = [row.text for row in item.proposals if row.text.strip()]
            if proposed:
                self.editor.setPlainText(proposed[-1])
                self.editor.selectAll()

    def _put_row(self, row: DecisionRow) -> Box:
        adopted = bool(row.number)
        standing = row.status not in (DecisionStatus.WITHDRAWN, DecisionStatus.SUPERSEDED)
        tone = "ok" if adopted and standing else "mute" if adopted else "bad"
        word = formats.numbered(row.number) if adopted else self.tr("Not adopted")
        pill = Pill(word, tone, "check" if adopted and standing else "x")
        text = TextRow(row.decision_id, "", row.text)
        text.clicked.connect(self._text_pressed)
        box = Box(spacing=2)
        box.add(hbox(pill, (ElideLabel(self._words.decision(row), "caption", "text3"), 1)), text)
        for one in row.dissents:
            words = self.tr("Different opinion: {name}").format(name=one.person)
            if one.promised_by is not None:
                day = formats.short_date(one.promised_by)
                words = self.tr("{words}, until {day}").format(words=words, day=day)
            chip = Button(words, kind="link", icon="text")
            chip.setProperty("dissent", one.dissent_id)
            chip.clicked.connect(self._dissent_pressed)
            box.add(hbox(chip, None))
        return box

    def _dissent_pressed(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.dissent_opened.emit(str(chip.property("dissent")))

    def _text_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, TextRow):
            self.correct_requested.emit(row.key)

    def _public_left(self, text: str) -> None:
        self.note.check(text)
        if self._public_of is not None:
            self.public_given.emit(self._public_of.decision_id, text)

    def _kind_chosen(self, _value: str) -> None:
        if self._item is not None and self._item.draft is not None:
            kind = chosen_of(self.kind, DecisionKind)
            self.kind_given.emit(self._item.draft.decision_id, kind)
