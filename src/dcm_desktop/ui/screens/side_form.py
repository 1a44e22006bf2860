"""A form (or card) at the right of a screen, and the place it stands in.

    self.stage = SideStage(main)
    self.stage.open(PersonForm(self, person_id))

A form is made when it is needed and gone when it is closed, so that at any time each field name of
an error stands once on the screen. Ctrl+Enter saves, Esc closes and asks when something was typed.
Warnings are asked about in the form's own strip; blockers come as errors under their field.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from dcm_desktop.domain.findings import Finding
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.widgets.boxes import Box, Item, ScrollColumn, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import Field, Form, field_of
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import Act, MessageStrip
from dcm_desktop.usecases.saving import Saved

SIDE_WIDTH = 400


class SidePanel(Box):
    """A card with a title, a cross, a column that scrolls and a row of buttons below."""

    closed = Signal()
    """It is to go away."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self.title = Label(title, "heading", wrap=True)
        self.subtitle = Label(subtitle, "small", "text2", wrap=True)
        if not subtitle:
            self.subtitle.hide()
        self.close_button = Button(kind="tool", icon="x", name=self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.leave)
        self.strip = MessageStrip()
        self.page = ScrollColumn(spacing=12, margins=(16, 4, 16, 12))
        self.buttons = hbox(spacing=8, margins=(16, 10, 16, 10))
        words = Box(self.title, self.subtitle, spacing=2)
        top = hbox((words, 1), self.close_button, margins=(16, 10, 8, 8))
        top.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        self.add(top, (self.page, 1), hbox(self.strip, margins=(8, 0, 8, 4)), hline())
        self.box.addLayout(self.buttons)
        self.setAccessibleName(title)

    def leave(self) -> None:
        """Go away."""
        self.closed.emit()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first thing that can be done here."""
        first = next(iter(self.page.findChildren(Button)), self.close_button)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


class SideForm(SidePanel):
    """A form with one act: override `send`; give the fields with `put`."""

    saved = Signal(str)
    """The record was written; carries its id."""

    def __init__(self, screen: Screen, title: str, subtitle: str = "", *, act: str = "") -> None:
        super().__init__(title, subtitle)
        self.owner, self.desk = screen, screen.desk
        self.form = Form()
        self.done_text = ""
        self._accepted: frozenset[str] = frozenset()
        self._asked: frozenset[str] = frozenset()
        self._mixed: Finding | None = None
        self._before: tuple[str, ...] = ()
        self.save_button = Button(act or self.tr("Save"), kind="primary", cap="Ctrl+Enter")
        self.save_button.setObjectName("saveButton")
        self.save_button.clicked.connect(self.save)
        self.cancel_button = Button(self.tr("Cancel"), kind="ghost")
        self.cancel_button.clicked.connect(self.leave)
        self.buttons.addWidget(self.save_button)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addStretch(1)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    def send(self, accept: frozenset[str]) -> Saved:
        """Run the use case with what is typed; override. Raises: DcmError for a blocker."""
        raise TypeError(type(self).__name__, len(accept))

    def acts_for(self, finding: Finding) -> Sequence[Act]:
        """Other ways out of a warning than saving all the same; override where there are more."""
        if finding.code != "text.mixed_letters" or not finding.field_name:
            return ()
        self._mixed = finding
        return (Act(self.tr("Use Cyrillic letters"), self._mend_letters),)

    def given_up(self) -> None:
        """The user discards what was typed; override where something of it was kept."""

    def put(self, *items: Item) -> None:
        """Add fields (those inside boxes and layouts too) below one another."""
        self.page.add(*items)

    def ready(self) -> None:
        """All fields are in: end the column, note what stands there, take the keyboard."""
        self.page.add(None)
        self.form.fields = self.findChildren(Field)
        self._before = self._typed()

    def take_keyboard(self) -> None:
        """Put the cursor into the first field."""
        for field in self.form.fields:
            if field.control.isEnabled() and not field.isHidden():
                field.control.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed since it opened."""
        return self._typed() != self._before

    def save(self) -> None:
        """Check, send, and either close or ask about the warnings."""
        close_popup()
        self.strip.dismiss()
        if self.form.check():
            self.take(self.send(self._accepted))

    def take(self, answer: Saved) -> None:
        """Go on after the use case has answered."""
        if answer.is_saved:
            self._before = self._typed()
            self.saved.emit(answer.id)
            self.closed.emit()
            if self.done_text:
                self.owner.say_done(self.done_text)
            return
        self._ask(answer)

    def leave(self) -> None:
        """Close; ask first when something was typed."""
        if not self.is_dirty:
            self.closed.emit()
            return
        acts = [
            Act(self.tr("Keep writing"), self.take_keyboard),
            Act(self.tr("Discard"), self._discard, kind="danger"),
        ]
        self.strip.ask(self.tr("What you typed here is not saved yet."), acts)

    def _discard(self) -> None:
        self.given_up()
        self.closed.emit()

    def _mend_letters(self) -> None:
        """Write the word again without the letters of the other alphabet, and save."""
        finding = self._mixed
        field = field_of(self, finding.field_name or "") if finding is not None else None
        if finding is None or field is None:
            return
        word, better = str(finding.facts["word"]), str(finding.facts["suggestion"])
        if isinstance(field.control, QLineEdit):
            field.control.setText(field.control.text().replace(word, better))
        self.save()

    def _ask(self, answer: Saved) -> None:
        self._asked = answer.codes
        words = " ".join(formats.sentence(finding) for finding in answer.warnings)
        acts = [act for finding in answer.warnings for act in self.acts_for(finding)][:1]
        acts.append(Act(self.tr("Save all the same"), self._save_all_the_same))
        self.strip.ask(words, acts)
        named = answer.warnings[0].field_name
        field = field_of(self, named) if named else None
        if field is not None:
            self.page.ensureWidgetVisible(field)

    def _save_all_the_same(self) -> None:
        self._accepted |= self._asked
        self.save()

    def _typed(self) -> tuple[str, ...]:
        return tuple(_value_of(field.control) for field in self.form.fields)


class SideStage(QWidget):
    """A main part, and at its right one panel at a time; in narrow windows one or the other."""

    changed = Signal()
    """A panel was opened or closed."""

    def __init__(
        self, main: QWidget, beside: QWidget | None = None, *, keep_beside: bool = False
    ) -> None:
        super().__init__()
        self.main, self.beside = main, beside
        self._keep_beside = keep_beside
        self.panel: SidePanel | None = None
        self._narrow = False
        self._beside_shown = beside is not None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(main, 1)
        if beside is not None:
            self._row.addWidget(beside)

    def open(self, panel: SidePanel, *, keyboard: bool = True) -> None:
        """Show a panel in place of the one that is open; what was typed there is dropped.

        Without `keyboard` the cursor stays where it is, for cards that follow a list.
        """
        self.close_panel(quiet=True)
        self.panel = panel
        panel.closed.connect(self._panel_closed)
        self._row.addWidget(panel)
        self._arrange()
        if keyboard or self._narrow:
            panel.take_keyboard()
        self.changed.emit()

    def close_panel(self, *, quiet: bool = False) -> None:
        """Take the panel away."""
        panel, self.panel = self.panel, None
        if panel is None:
            return
        panel.closed.disconnect(self._panel_closed)
        close_popup()
        inside = self.focusWidget()
        had_keyboard = self.isVisible() and inside is not None and panel.isAncestorOf(inside)
        self._row.removeWidget(panel)
        panel.hide()
        panel.setParent(None)
        panel.deleteLater()
        if quiet:
            return
        self._arrange()
        if had_keyboard:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the main part closes the panel."""
        if event.key() == Qt.Key.Key_Escape and self.panel is not None:
            self.panel.leave()
        else:
            super().keyPressEvent(event)

    def show_beside(self, shown: bool) -> None:
        """Whether the quiet part at the right has something to show."""
        self._beside_shown = shown
        self._arrange()

    def set_narrow(self, narrow: bool) -> None:
        """One part at a time."""
        self._narrow = narrow
        self._arrange()

    def _arrange(self) -> None:
        panel = self.panel
        if panel is not None:
            panel.setMinimumWidth(0 if self._narrow else theme.px(SIDE_WIDTH))
            panel.setMaximumWidth(16_777_215 if self._narrow else theme.px(SIDE_WIDTH))
            panel.show()
        self.main.setVisible(panel is None or not self._narrow)
        if self.beside is not None:
            room = self._keep_beside or not self._narrow
            self.beside.setVisible(panel is None and self._beside_shown and room)

    def _panel_closed(self) -> None:
        self.close_panel()


def close_popup() -> None:
    """Close the list of suggestions that may be open, so that the keyboard goes on in the form."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


def _value_of(control: QWidget) -> str:
    for name in ("text", "value", "isChecked"):
        reader = getattr(control, name, None)
        if callable(reader):
            return str(reader())
    return ""
