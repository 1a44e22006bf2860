"""Form fields: a label, a control, a hint or an error under it, and the line editors themselves.

    name = LineEdit(); name.setObjectName("personName")       # the `field` of a DcmError
    form = Form(Field(self.tr("Name"), name, hint=self.tr("As in the appointment letter")))
    ...
    if form.check(): self.workspace.do(add_person, name.text(), at=now())

Validation runs when the field is left and on submit, never while typing.
"""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets.boxes import hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Icon, Label, repolish

Check = Callable[[], str]


@runtime_checkable
class SelfChecking(Protocol):
    """A control that can say what is wrong with its own text (dates, times, numbers)."""

    def problem(self) -> str:
        """One sentence that says how to mend it; empty when all is well."""
        ...


class LineEdit(QLineEdit):
    """One line of text, 32 px high, with an optional icon before and a button after the text."""

    left = Signal()
    """The keyboard went elsewhere: time to validate."""

    def __init__(
        self,
        text: str = "",
        *,
        hint: str = "",
        icon: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setCursorPosition(0)
        self._icon = icon
        self._trail: Button | None = None
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint)
        self.restyle()
        if icon:
            self.setTextMargins(28, 0, 0, 0)

    def restyle(self) -> None:
        """Take the font of the theme now in force."""
        self.setFont(theme.font("body"))
        self.setFixedHeight(theme.px(32))

    def setText(self, text: str | None) -> None:
        """Show a text from its beginning, unless somebody is typing here."""
        super().setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody who is put here goes on writing at the end."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason and not self.hasSelectedText():
            self.end(False)

    def set_trail(self, button: Button) -> None:
        """Put a small button at the right end, inside the field."""
        self._trail = button
        button.setParent(self)
        button.setFixedSize(26, 26)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        margins = self.textMargins()
        self.setTextMargins(margins.left(), 0, 26, 0)
        button.show()
        self._place_trail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right end."""
        super().resizeEvent(event)
        self._place_trail()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then its icon."""
        super().paintEvent(event)
        if self._icon:
            painter = QPainter(self)
            dpr = self.devicePixelRatioF()
            image = theme.pixmap(self._icon, "text2", 18, dpr)
            painter.drawPixmap(QPointF(9, (self.height() - 18) / 2), image)

    def _place_trail(self) -> None:
        if self._trail is not None:
            self._trail.move(self.width() - 29, (self.height() - 26) // 2)


class SearchEdit(LineEdit):
    """A search field: glass before, a cross after while there is text; Esc clears."""

    def __init__(self, *, hint: str, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint=hint, icon="search", name=name or hint, parent=parent)
        clear = Button(kind="tool", icon="x", name=self.tr("Clear the search"))
        clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        clear.clicked.connect(self.clear)
        self._clear_button = clear
        self.set_trail(clear)
        clear.hide()
        self.textChanged.connect(self._show_clear)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears first, and only then means what it means outside."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _show_clear(self, text: str) -> None:
        self._clear_button.setVisible(bool(text))


class TextEdit(QPlainTextEdit):
    """Some lines of plain text; Tab leaves the field. `lines` is its height, more scrolls."""

    left = Signal()
    """The keyboard went elsewhere: time to validate."""

    def __init__(
        self,
        text: str = "",
        *,
        hint: str = "",
        name: str = "",
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setPlainText(text)
        self.setPlaceholderText(hint)
        self.setAccessibleName(name or hint)
        self.setTabChangesFocus(True)
        self.restyle()

    def restyle(self) -> None:
        """Take the font of the theme now in force and keep the number of lines."""
        self.setFont(theme.font("body"))
        self.setMinimumHeight(self._height(min(2, self._lines)))
        self.setMaximumHeight(self._height(self._lines))

    def text(self) -> str:
        """The text."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(200, self._height(self._lines))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _height(self, lines: int) -> int:
        return self.fontMetrics().lineSpacing() * lines + 20


class Field(QWidget):
    """A label over a control, and under it a hint, or the error that says how to mend it.

    `check` returns one sentence, or "" when the value is good; controls that check themselves
    (`DateEdit`, `TimeEdit`, `NumberEdit`) need none. The label names the control for screen
    readers, hint or error describes it.
    """

    def __init__(
        self,
        label: str,
        control: QWidget,
        *,
        hint: str = "",
        check: Check | None = None,
        required: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._hint, self._check, self._required = hint, check, required
        self._error = ""
        self.caption = Label(label, "smallm")
        self.caption.setBuddy(control)
        control.setAccessibleName(label)
        self._icon = Icon("triangle-alert", "bad", 14)
        self._icon.hide()
        self._below = Label(hint, "caption", "text3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addWidget(control)
        line = hbox(spacing=6)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._below, 1)
        column.addLayout(line)
        self._below.setVisible(bool(hint))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        control.setAccessibleDescription(hint)
        leaving = getattr(control, "left", None)
        if leaving is not None:
            leaving.connect(self.check)
        changing = getattr(control, "textChanged", None) or getattr(control, "chosen", None)
        if changing is not None:
            changing.connect(self._typed)

    def hide_caption(self) -> None:
        """Show no label above the control; screen readers hear it all the same."""
        self.caption.hide()

    @property
    def error(self) -> str:
        """The sentence that stands under the control now; empty when none."""
        return self._error

    def set_error(self, sentence: str) -> None:
        """Show a sentence in red under the control; empty brings the hint back."""
        self._error = sentence
        self._below.setText(sentence or self._hint)
        self._below.set_tone("bad" if sentence else "text3")
        self._below.setVisible(bool(sentence or self._hint))
        self._icon.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence or self._hint)
        if self.control.property("invalid") != bool(sentence):
            self.control.setProperty("invalid", bool(sentence))
            repolish(self.control)

    def set_hint(self, hint: str) -> None:
        """Change the hint."""
        self._hint = hint
        self.set_error(self._error)

    def check(self) -> bool:
        """Validate now, show or clear the error; True when the value is good."""
        self.set_error(self.problem())
        return not self._error

    def problem(self) -> str:
        """What is wrong with the value, in one sentence; shows nothing."""
        if self._required and not self._value():
            return self._required
        if isinstance(self.control, SelfChecking):
            sentence = self.control.problem()
            if sentence:
                return sentence
        return self._check() if self._check is not None else ""

    def _value(self) -> str:
        for name in ("text", "value"):
            reader = getattr(self.control, name, None)
            if callable(reader):
                return str(reader() or "").strip()
        return ""

    def _typed(self, *_value: object) -> None:
        """While an error stands, typing takes it away as soon as the value is good."""
        if self._error and not self.problem():
            self.set_error("")


class Form:
    """The fields of one form together: check all, jump to the first wrong one, place errors."""

    def __init__(self, *fields: Field) -> None:
        self.fields = list(fields)

    def add(self, field: Field) -> Field:
        """Take one more field."""
        self.fields.append(field)
        return field

    def check(self) -> bool:
        """Validate every visible field; the first wrong one gets the keyboard."""
        wrong = [field for field in self.fields if field.isVisible() and not field.check()]
        if wrong:
            wrong[0].control.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def clear(self) -> None:
        """Take all errors away."""
        for field in self.fields:
            field.set_error("")


def field_of(root: QWidget, name: str) -> Field | None:
    """The field below `root` whose control has this objectName."""
    for field in root.findChildren(Field):
        if field.control.objectName() == name:
            return field
    return None


class NumberEdit(LineEdit):
    """A whole number in a range, as text."""

    def __init__(
        self,
        *,
        low: int = 0,
        high: int = 999_999,
        hint: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(hint=hint, name=name, parent=parent)
        self._low, self._high = low, high

    def value(self) -> int | None:
        """The number; None when empty or no number in range."""
        text = self.text().strip()
        if not text.isascii() or not text.isdigit():
            return None
        number = int(text)
        return number if self._low <= number <= self._high else None

    def set_value(self, number: int | None) -> None:
        """Show a number."""
        self.setText("" if number is None else str(number))

    def problem(self) -> str:
        """What to type instead, when it is no number in range."""
        if not self.text().strip() or self.value() is not None:
            return ""
        sentence = self.tr("Type a whole number from {low} to {high}.")
        return sentence.format(low=self._low, high=self._high)


class PassphraseEdit(LineEdit):
    """A passphrase: hidden, shown while the eye is on, never remembered or completed."""

    caps_lock_changed = Signal(bool)
    """Caps Lock seems to be on or off, judged by the letters that arrive."""

    def __init__(self, *, hint: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hint=hint, name=name, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = Button(kind="tool", icon="eye", name=self.tr("Show the passphrase"))
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self.show_text)
        self.set_trail(self._eye)
        self._caps = False

    def show_text(self, shown: bool) -> None:
        """Show or hide what is typed."""
        echo = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(echo)
        self._eye.set_icon("eye-off" if shown else "eye")
        if self._eye.isChecked() != shown:
            self._eye.setChecked(shown)

    def wipe(self) -> None:
        """Overwrite, then clear the text and its undo history."""
        self.setText("0" * len(self.text()))
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Watch letters for Caps Lock: a capital without Shift, or a small one with it."""
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            caps = letter.isupper() != shift
            if caps != self._caps:
                self._caps = caps
                self.caps_lock_changed.emit(caps)
        elif event.key() == Qt.Key.Key_CapsLock:
            self._caps = not self._caps
            self.caps_lock_changed.emit(self._caps)
        super().keyPressEvent(event)
