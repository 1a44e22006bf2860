"""A new case on one page: the situation at the left, children and family at the right."""

from functools import partial

from PySide6.QtWidgets import QBoxLayout, QWidget

from dcm_desktop.ui import formats
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.cases.case_fields import CaseFields
from dcm_desktop.ui.screens.cases.role_fields import ChildFields, RelativeFields
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.widgets.boxes import Box, Card, Inset, ScrollColumn, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.fields import Field, Form
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import Act
from dcm_desktop.usecases.cases import (
    open_case,
)
from dcm_desktop.usecases.office import list_mechanisms
from dcm_desktop.usecases.saving import Saved

DRAFT = "case:new"


class NewCaseScreen(Screen):
    """The form of a new case; nothing is written before „Open the case“ but the draft."""

    concerns = frozenset({"none"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, self.tr("New case"))
        self._accepted: frozenset[str] = frozenset()
        self._asked: frozenset[str] = frozenset()
        self._serial = 0
        self._page: QWidget | None = None
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._mechanism = Combo(name=self.tr("Mechanism"))
        self.cancel_button = Button(self.tr("Cancel"), kind="ghost")
        self.cancel_button.clicked.connect(self._leave)
        self.save_button = Button(
            self.tr("Open the case"), kind="primary", icon="check", cap="Ctrl+Enter"
        )
        self.save_button.setObjectName("saveButton")
        self.save_button.clicked.connect(self.save)
        self.header.set_actions(self._mechanism, self.cancel_button, self.save_button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self.add_key(keys, self.tr("open the case"), self.save)
        self._keys.pop(0)
        self.add_key("Ctrl+D", self.tr("one more child"), self.add_child)
        self.add_key("Ctrl+M", self.tr("one more family member"), self.add_relative)
        self.name_key("Alt+←", self.tr("back to the list; what was typed stays"))
        self.children_boxes: list[tuple[Inset, ChildFields]] = []
        self.relative_boxes: list[tuple[Inset, RelativeFields]] = []

    def opened(self, **_arguments: str) -> None:
        """Offer an empty form, or go on with the one that was begun."""
        mechanisms = self.desk.workspace.ask(list_mechanisms)
        options = [Option(one.mechanism_id, one.name) for one in mechanisms]
        self._mechanism.set_options(options)
        if not self._mechanism.value() and options:
            self._mechanism.set_value(options[0].value)
        self._mechanism.setVisible(len(options) > 1)
        if self._page is None:
            self._build()
        text = self.tr("The code is given when the case is opened")
        self.header.set_text(self.tr("New case"), text)
        self.case.opened.setFocus()

    def fit(self, room: Fit) -> None:
        """Cards below one another in a narrow window."""
        way = QBoxLayout.Direction
        self._cards.setDirection(way.TopToBottom if room.narrow else way.LeftToRight)

    def add_child(self) -> None:
        """One more child."""
        self._serial += 1
        fields = ChildFields(self.desk.workspace, prefix=f"child{self._serial}_", brief=True)
        box = self._block(self.tr("Child"), fields)
        self.children_boxes.append((box, fields))
        self._children.add(box)
        self._say_numbers()
        fields.person.first.setFocus()

    def add_relative(self) -> None:
        """One more family member."""
        self._serial += 1
        fields = RelativeFields(self.desk.workspace, prefix=f"member{self._serial}_", brief=True)
        box = self._block(self.tr("Family member"), fields)
        self.relative_boxes.append((box, fields))
        self._relatives.add(box)
        self._say_numbers()
        fields.relation.setFocus()

    def save(self) -> None:
        """Open the case with all its people, in one act."""
        self.strip.dismiss()
        if self._page is None or not Form(*self._page.findChildren(Field)).check():
            return
        answer = self.desk.workspace.do(
            open_case,
            self._mechanism.value(),
            self.case.data(),
            children=[fields.data() for _box, fields in self.children_boxes],
            family=[
                fields.data() for _box, fields in self.relative_boxes if not fields.person.is_empty
            ],
            accept=self._accepted,
            at=now(),
        )
        if answer.is_saved:
            self._opened_case(answer)
        else:
            self._ask(answer)

    # Inside

    def _opened_case(self, answer: Saved) -> None:
        self.case.forget_drafts()
        self._clear()
        self.desk.shell.open("case_file", case_id=answer.id)
        self.say_done(self.tr("The case is opened"))

    def _ask(self, answer: Saved) -> None:
        self._asked = answer.codes
        words = " ".join(dict.fromkeys(formats.sentence(one) for one in answer.warnings))
        acts = [
            Act(self.tr("Look again"), self.case.opened.setFocus),
            Act(self.tr("Open all the same"), self._save_all_the_same),
        ]
        self.strip.ask(words, acts)

    def _save_all_the_same(self) -> None:
        self._accepted |= self._asked
        self.save()

    def _leave(self) -> None:
        """Give the form up; the draft of the summary goes too."""
        self.case.forget_drafts()
        self._clear()
        self.desk.shell.open("cases")

    def _clear(self) -> None:
        page, self._page = self._page, None
        self._cards = QBoxLayout(self._cards.direction())  # the old one goes with its page
        self._accepted = frozenset()
        self.children_boxes, self.relative_boxes = [], []
        if page is not None:
            self.body.removeWidget(page)
            page.hide()
            page.setParent(None)
            page.deleteLater()

    def _build(self) -> None:
        way = self._cards.direction()
        self.case = CaseFields(self.desk, record_id=DRAFT)
        self._children = Box(spacing=12)
        self._relatives = Box(spacing=12)
        more_child = Button(self.tr("Child"), icon="plus", cap="Ctrl+D")
        more_child.setObjectName("addChildButton")
        more_child.clicked.connect(self.add_child)
        more_relative = Button(self.tr("Family member"), icon="plus", cap="Ctrl+M")
        more_relative.setObjectName("addRelativeButton")
        more_relative.clicked.connect(self.add_relative)
        self._cards = QBoxLayout(way)
        self._cards.setSpacing(12)
        left = Card(
            Label(self.tr("The situation"), "heading"),
            4,
            self.case,
            None,
            margins=(16, 12, 16, 16),
        )
        right = Card(
            Label(self.tr("Children and family"), "heading"),
            4,
            self._children,
            hbox(more_child, None),
            4,
            self._relatives,
            hbox(more_relative, None),
            None,
            margins=(16, 12, 16, 16),
        )
        self._cards.addWidget(left, 1)
        self._cards.addWidget(right, 1)
        page = ScrollColumn(self._cards)
        self._page = page
        self.body.addWidget(page, 1)
        self.add_child()

    def _block(self, title: str, fields: ChildFields | RelativeFields) -> Inset:
        remove = Button(kind="tool", icon="x", name=self.tr("Take this person out"))
        heading = Label(title, "smalls")
        heading.setObjectName("blockTitle")
        box = Inset(hbox(heading, None, remove), fields, margins=(12, 6, 12, 12))
        remove.clicked.connect(partial(self._remove, box))
        return box

    def _remove(self, box: Inset) -> None:
        self.children_boxes = [pair for pair in self.children_boxes if pair[0] is not box]
        self.relative_boxes = [pair for pair in self.relative_boxes if pair[0] is not box]
        box.hide()
        box.setParent(None)
        box.deleteLater()
        self._say_numbers()

    def _say_numbers(self) -> None:
        words = self.tr("Child {number}")
        for place, (box, _fields) in enumerate(self.children_boxes, 1):
            title = box.findChild(Label, "blockTitle")
            if title is not None:
                title.setText(words.format(number=place))
