"""The form of an agenda item. A new one is added by its button; an old one saves as it is left."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from dcm_desktop.domain.agenda import DEFAULT_MINUTES, PUBLIC_CASE_TITLE, case_title
from dcm_desktop.domain.item_forms import ItemField, form_of, shows
from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.ui.screens.choices import chosen_of, options_of
from dcm_desktop.ui.screens.form_parts import YesNo
from dcm_desktop.ui.screens.sessions.files_row import FilesRow
from dcm_desktop.ui.screens.sessions.follow_up_list import FollowUpList
from dcm_desktop.ui.widgets.boxes import Box, ScrollColumn, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.fields import Field, Form, LineEdit, NumberEdit
from dcm_desktop.ui.widgets.labels import Label, Pill, repolish
from dcm_desktop.usecases.sessions import ItemData


class ItemForm(Box):
    """Kind, case, minutes, title, who reports, what the hall sees."""

    edited = Signal()
    """A field of an item that exists was changed and left."""
    add_requested = Signal()
    """Add the new item."""
    cancelled = Signal()
    """No new item after all."""
    moved = Signal(int)
    """Move the item up (-1) or down (+1)."""
    remove_requested = Signal()
    """Take the item out."""
    proposal_edited = Signal(str)
    """The proposed decision of an item that exists was left; carries its words."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self._kept = ItemData(AgendaItemKind.POLICY)
        self._kept_proposal = ""
        self._is_new = False
        self.title_label = Label("", "heading")
        self.closed_pill = Pill(self.tr("Closed part"), "warn", "lock")
        self.up_button = Button(kind="tool", icon="arrow-up", name=self.tr("Move up (Alt+↑)"))
        self.up_button.clicked.connect(self._up)
        self.down_button = Button(kind="tool", icon="arrow-down", name=self.tr("Move down (Alt+↓)"))
        self.down_button.clicked.connect(self._down)
        self.remove_button = Button(kind="tool", icon="trash-2", name=self.tr("Take out (Delete)"))
        self.remove_button.setObjectName("removeItem")
        self.remove_button.clicked.connect(self.remove_requested)
        self.kind = Combo(options_of(AgendaItemKind))
        self.kind.setObjectName("kind")
        self.kind.chosen.connect(self._kind_chosen)
        self.case = Combo([], hint=self.tr("Choose the case"))
        self.case.setObjectName("case_id")
        self.case.chosen.connect(self._case_chosen)
        self.minutes = NumberEdit(low=1, high=600)
        self.minutes.setObjectName("planned_minutes")
        self.title = LineEdit()
        self.title.setObjectName("title")
        self.rapporteur = Combo([])
        self.rapporteur.setObjectName("rapporteur_person_id")
        self.rapporteur.chosen.connect(self._changed)
        self.public_title = LineEdit()
        self.public_title.setObjectName("public_title")
        self.closed = YesNo(name=self.tr("In the closed part"))
        self.closed.chosen.connect(self._changed)
        self.version = Combo([], hint=self.tr("no minutes"))
        self.version.setObjectName("minutes_id")
        self.version.chosen.connect(self._changed)
        self.proposal = LineEdit()
        self.proposal.setObjectName("proposed_decision")
        self.proposal.left.connect(self._proposal_left)
        self.proposal.returnPressed.connect(self._proposal_left)
        self.tasks = FollowUpList()
        self.files = FilesRow()
        for edit in (self.minutes, self.title, self.public_title):
            edit.left.connect(self._changed)
            edit.returnPressed.connect(self._entered)
        self.kind_field = Field(self.tr("Kind"), self.kind)
        self.case_field = Field(self.tr("Case"), self.case, required=self.tr("Choose the case."))
        self.minutes_field = Field(self.tr("Minutes planned"), self.minutes)
        self.title_field = Field(
            self.tr("Title"), self.title, required=self.tr("Type the title of the item.")
        )
        self.rapporteur_field = Field(self.tr("Reports"), self.rapporteur)
        self.public_field = Field(self.tr("On the screen in the hall"), self.public_title)
        self.closed_field = Field(self.tr("In the closed part"), self.closed)
        self.version_field = Field(self.tr("Version to adopt"), self.version)
        self.proposal_field = Field(
            self.tr("Proposed decision (for the coordinator only)"), self.proposal
        )
        self.form = Form(self.case_field, self.minutes_field, self.title_field, self.public_field)
        self.add_button = Button(
            self.tr("Add to the agenda"), kind="primary", icon="plus", cap="Ctrl+Enter"
        )
        self.add_button.setObjectName("addItemButton")
        self.add_button.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)
        self.cancel_button = Button(self.tr("Cancel"), kind="ghost")
        self.cancel_button.clicked.connect(self.cancelled)
        self._first = hbox(
            (self.kind_field, 5), (self.case_field, 6), (self.minutes_field, 3), spacing=12
        )
        self._last = hbox((self.rapporteur_field, 1), (self.public_field, 1), spacing=12)
        self._third = hbox((self.closed_field, 1), (self.version_field, 2), spacing=12)
        for field in (self.closed_field, self.version_field):
            self._third.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self._page = ScrollColumn(
            self._first,
            self.title_field,
            self._last,
            self._third,
            self.tasks,
            self.proposal_field,
            self.files,
            None,
            spacing=10,
            margins=(16, 2, 16, 10),
        )
        self._line = hline()
        self._foot = Box(
            self.add_button, self.cancel_button, None, row=True, margins=(16, 8, 16, 8)
        )
        self.add(
            hbox(
                self.title_label,
                self.closed_pill,
                None,
                self.up_button,
                self.down_button,
                self.remove_button,
                margins=(16, 8, 10, 4),
            ),
            (self._page, 1),
            self._line,
            self._foot,
        )

    # What the screen calls

    def set_choices(
        self, cases: Sequence[Option], people: Sequence[Option], versions: Sequence[Option]
    ) -> None:
        """Offer other cases, people and versions of minutes."""
        self.case.set_options(cases)
        self.rapporteur.set_options([Option("", self.tr("nobody yet")), *people])
        self.version.set_options([Option("", self.tr("no minutes")), *versions])

    def show_proposal(self, text: str) -> None:
        """The decision that is proposed for the item, unless another is being typed."""
        if self.proposal.text() in (self._kept_proposal, text) or not self.proposal.hasFocus():
            self.proposal.setText(text)
            self.proposal.setCursorPosition(0)
        self._kept_proposal = text

    def show_item(self, title: str, data: ItemData, case_text: str, *, editable: bool) -> None:
        """Show an item that exists. `case_text`: its case, also when it is no longer offered."""
        self.title_label.setText(title)
        if not self.shows(data):
            self._is_new = False
            self._fill(data, case_text)
            self._arrange()
        self._kept = self.data()
        self._page.setEnabled(True)
        for part in (*self._fields(), self.up_button, self.down_button, self.remove_button):
            part.setEnabled(editable)

    def start_new(self) -> None:
        """An empty form; the keyboard is on the kind."""
        self._is_new = True
        self.title_label.setText(self.tr("New item"))
        self._fill(ItemData(AgendaItemKind.CASE), "")
        for part in self._fields():
            part.setEnabled(True)
        self._kept_proposal = ""
        self.proposal.clear()
        self._arrange()
        self.kind.setFocus()

    def leave_new(self) -> None:
        """Forget the new item; what asked for it goes."""
        self._is_new = False
        self._arrange()

    @property
    def is_new(self) -> bool:
        """Whether the item is not on the agenda yet."""
        return self._is_new

    @property
    def is_dirty(self) -> bool:
        """Whether an item that exists reads otherwise than it is stored."""
        return not self._is_new and self.kind.isEnabled() and self.data() != self._kept

    def data(self) -> ItemData:
        """What the fields say."""
        kind = chosen_of(self.kind, AgendaItemKind) or AgendaItemKind.POLICY
        is_case = kind is AgendaItemKind.CASE
        return ItemData(
            kind,
            "" if is_case else self.title.text().strip(),
            self.public_title.text().strip(),
            self.rapporteur.value() or None,
            self._kept.rapporteur_text,
            (self.case.value() or None) if is_case else None,
            is_case or self.closed.value(),
            self.minutes.value(),
            (self.version.value() or None) if shows(kind, ItemField.VERSION) else None,
        )

    def shows(self, data: ItemData) -> bool:
        """Whether the fields already read like this item of the store."""
        is_case = data.kind is AgendaItemKind.CASE
        told = replace(
            data, public_title=_own_public_title(data), closed_part=data.closed_part or is_case
        )
        return not self._is_new and told == self.data()

    def submit(self) -> None:
        """Add the new item when its fields are good."""
        if self._is_new and self.form.check():
            self.add_requested.emit()

    def good(self) -> bool:
        """Whether every field is good; the first wrong one is marked."""
        return all(field.isHidden() or field.check() for field in self.form.fields)

    def set_narrow(self, narrow: bool) -> None:
        """Shorter labels."""
        self.minutes_field.caption.setText(
            self.tr("Minutes") if narrow else self.tr("Minutes planned")
        )

    # Inside

    def _fill(self, data: ItemData, case_text: str) -> None:
        self.form.clear()
        self.kind.set_value(data.kind.value)
        self.case.set_value(data.case_id or "")
        self.minutes.set_value(data.planned_minutes or DEFAULT_MINUTES[data.kind])
        is_case = data.kind is AgendaItemKind.CASE
        self.title.setText(case_text if is_case else data.title)
        self.title.setCursorPosition(0)
        self.public_title.setText(_own_public_title(data))
        self.rapporteur.set_value(data.rapporteur_person_id or "")
        self.closed.set_value(data.closed_part and not is_case)
        self.version.set_value(data.minutes_id or "")
        self._kept = data
        self._kept = self.data()

    def _fields(self) -> tuple[QWidget, ...]:
        return (
            self.kind, self.case, self.minutes, self.title, self.rapporteur, self.public_title,
            self.closed, self.version, self.proposal,
        )  # fmt: skip

    def _arrange(self) -> None:
        """The fields of the form that the kind has."""
        kind = chosen_of(self.kind, AgendaItemKind) or AgendaItemKind.POLICY
        is_case = kind is AgendaItemKind.CASE
        for field, part in (
            (ItemField.CASE, self.case_field),
            (ItemField.CLOSED_PART, self.closed_field),
            (ItemField.VERSION, self.version_field),
            (ItemField.PROPOSAL, self.proposal_field),
        ):
            part.setVisible(shows(kind, field))
        self.tasks.setVisible(shows(kind, ItemField.TASKS))
        self.files.setVisible(
            not self._is_new and (self.files.acceptDrops() or self.files.chips != [])
        )
        self.closed_pill.setVisible(is_case or self.closed.value())
        self.title.setReadOnly(is_case)
        repolish(self.title)
        hint = self.tr("The title of a case makes itself; no free text.") if is_case else ""
        self.title_field.set_hint(hint)
        self.title_field.set_error("")
        self.public_title.setPlaceholderText(
            PUBLIC_CASE_TITLE if is_case else self.tr("as the title")
        )
        self._line.setVisible(self._is_new)
        self._foot.setVisible(self._is_new)
        for button in (self.up_button, self.down_button, self.remove_button):
            button.setVisible(not self._is_new)

    def _kind_chosen(self, value: str) -> None:
        """Another kind brings its minutes and its confidentiality."""
        kind = AgendaItemKind(value)
        self.minutes.set_value(form_of(kind).minutes)
        if kind is not AgendaItemKind.CASE and self._is_new:
            self.closed.set_value(form_of(kind).closed)
        if kind is AgendaItemKind.CASE:
            self.title.setText(self._case_title())
        elif self.title.isReadOnly():
            self.title.clear()
        self._arrange()
        self._changed()

    def _case_chosen(self, _value: str) -> None:
        self.title.setText(self._case_title())
        self._changed()

    def _case_title(self) -> str:
        return case_title(self.case.currentText()) if self.case.value() else ""

    def _changed(self, *_value: object) -> None:
        self.closed_pill.setVisible(self.kind.value() == AgendaItemKind.CASE or self.closed.value())
        if self.is_dirty and not (
            self.kind.value() == AgendaItemKind.CASE and not self.case.value()
        ):
            self.edited.emit()

    def _proposal_left(self) -> None:
        text = " ".join(self.proposal.text().split())
        if not self._is_new and text != self._kept_proposal and self.proposal.isEnabled():
            self._kept_proposal = text
            self.proposal_edited.emit(text)

    def _entered(self) -> None:
        if self._is_new:
            self.submit()
        else:
            self._changed()

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)


def _own_public_title(data: ItemData) -> str:
    """The public title when somebody wrote one; empty while it follows by itself."""
    follows = PUBLIC_CASE_TITLE if data.kind is AgendaItemKind.CASE else data.title
    return "" if data.public_title == follows else data.public_title
