"""A new passphrase: five offered words or an own choice, strength, typed twice, keyboard told."""

import secrets

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dcm_desktop import resources
from dcm_desktop.domain import passphrase
from dcm_desktop.ui.widgets.bars import StrengthBar
from dcm_desktop.ui.widgets.boxes import Box, hbox, vbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import Field, Form, PassphraseEdit
from dcm_desktop.ui.widgets.labels import ElideLabel, Label


def word_list() -> tuple[str, ...]:
    """The words that generated passphrases are made of."""
    return tuple(resources.read_text("words", "passphrase_bg.txt").split())


class KeyboardHint(Label):
    """Which letters the keyboard types and whether Caps Lock is on, as far as keys have shown."""

    def __init__(self, editor: PassphraseEdit) -> None:
        super().__init__("", "caption", "text3")
        self._editor = editor
        self._caps: bool | None = None
        editor.textChanged.connect(self._show)
        editor.caps_lock_changed.connect(self._caps_changed)
        self._show()

    def _caps_changed(self, on: bool) -> None:
        self._caps = on
        self._show()

    def _show(self, _text: str = "") -> None:
        text = self._editor.text()
        if self._caps is None and text:
            self._caps = False
        words = [self.tr("Keyboard: {layout}").format(layout=layout_of(text))]
        if self._caps is not None:
            words.append(self.tr("Caps Lock is on") if self._caps else self.tr("Caps Lock off"))
        self.setText(" · ".join(words))
        self.set_tone("warn" if self._caps else "text3")


def layout_of(text: str) -> str:
    """БГ or EN: by the last letter typed, before the first one by the system's input method."""
    for sign in reversed(text):
        if sign.isalpha():
            return "БГ" if "\u0400" <= sign <= "\u04ff" else "EN"
    language = QGuiApplication.inputMethod().locale().name()[:2]
    return "БГ" if language == "bg" else "EN"


class NewPassphrase(QWidget):
    """The form; `value` is the passphrase once `check` said yes."""

    submitted = Signal()
    """Enter in the second field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = word_list()
        self._offer = ElideLabel("", "strong", "soft_text")
        self._offer.setObjectName("offeredWords")
        use = Button(self.tr("Use it"), kind="on")
        use.setObjectName("useWordsButton")
        use.clicked.connect(self._use)
        other = Button(kind="tool", icon="refresh-cw", name=self.tr("Offer other words"))
        other.clicked.connect(self.offer)
        offered = Box(
            vbox(Label(self.tr("Five words, easy to keep"), "caption", "soft_text"), self._offer,
                 spacing=2),
            other,
            use,
            name="live", row=True, spacing=8, margins=(16, 8, 8, 8),
        )  # fmt: skip
        offered.box.setStretch(0, 1)
        self.first = PassphraseEdit()
        self.first.setObjectName("passphrase")
        self.second = PassphraseEdit()
        self.second.setObjectName("passphraseAgain")
        self._first_field = Field(self.tr("Passphrase"), self.first, check=self._first_problem)
        self._second_field = Field(self.tr("Once more"), self.second, check=self._second_problem)
        self._form = Form(self._first_field, self._second_field)
        self._bar = StrengthBar()
        self._verdict = Label("", "caption", "text3")
        below = hbox(self._verdict, None, KeyboardHint(self.first))
        self.first.textChanged.connect(self._typed)
        self.second.returnPressed.connect(self.submitted)
        self.first.returnPressed.connect(self.second.setFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(offered)
        column.addWidget(self._first_field)
        column.addWidget(self._bar)
        column.addLayout(below)
        column.addWidget(self._second_field)
        self.offer()
        self._typed("")

    @property
    def value(self) -> str:
        """What was typed."""
        return self.first.text()

    def check(self) -> bool:
        """Strong enough and typed the same twice; else the error stands under its field."""
        return self._form.check()

    def wipe(self) -> None:
        """Overwrite both fields."""
        self.first.wipe()
        self.second.wipe()
        self._offer.setText("")

    def offer(self) -> None:
        """Draw five other words."""
        self._offer.setText(passphrase.generate(self._words, secrets.randbelow))

    def _use(self) -> None:
        """Take the words and show them: they must be read and written down now."""
        for editor in (self.first, self.second):
            editor.setText(self._offer.full_text)
            editor.show_text(True)
        self.second.setFocus()

    def _first_problem(self) -> str:
        bits = passphrase.strength_bits(self.value, self._words)
        if bits >= passphrase.ENOUGH_BITS:
            return ""
        return self.tr("Too easy to guess. Take the five words or make it longer.")

    def _second_problem(self) -> str:
        return "" if self.second.text() == self.value else self.tr("The two do not match.")

    def _typed(self, text: str) -> None:
        bits = passphrase.strength_bits(text, self._words)
        steps = passphrase.strength_steps(bits)
        words = {
            0: self.tr("At least 50 bits: four words of your own, or the five offered"),
            1: self.tr("Weak: minutes to guess"),
            2: self.tr("Fair, but not enough yet"),
            3: self.tr("Strong: guessing would take centuries"),
            4: self.tr("Very strong: guessing would take centuries"),
        }[steps]
        self._verdict.setText(words)
        self._verdict.set_tone({0: "text3", 1: "bad", 2: "warn"}.get(steps, "ok"))
        self._bar.set_strength(steps, words)
