"""How a district laptop and the national team come to know each other's keys, in three steps."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout

from dcm_desktop.ui.widgets.boxes import Box, Card, Inset, ScrollColumn, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import Field, Form, LineEdit
from dcm_desktop.ui.widgets.labels import Icon, Label, Pill

WORDS_FIELD = "enrolWords"


class SixWords(Inset):
    """Six words to be read aloud, numbered."""

    def __init__(self) -> None:
        super().__init__(margins=(16, 10, 16, 10))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._labels: list[Label] = []
        for place in range(6):
            number = Label(f"{place + 1}", "caption", "text3")
            word = Label("", "strong")
            self._labels.append(word)
            row, column = divmod(place, 3)
            self._grid.addWidget(number, row, 2 * column)
            self._grid.addWidget(word, row, 2 * column + 1)
            self._grid.setColumnStretch(2 * column + 1, 1)
        self.box.addLayout(self._grid)
        self.hide()

    @property
    def words(self) -> str:
        """The words that stand there."""
        return " ".join(label.text() for label in self._labels).strip()

    def show_words(self, words: str) -> None:
        """Show other words."""
        for label, word in zip(self._labels, words.split(), strict=False):
            label.setText(word)
        self.setAccessibleName(words)
        self.show()


def _step(number: int, title: str, text: str, *parts: object) -> Box:
    """One numbered step."""
    words = Box(Label(title, "strong"), Label(text, "small", "text2", wrap=True), spacing=4)
    words.add(*parts)  # type: ignore[arg-type]  # - items of a box
    pill = Pill(f"{number}", "soft")
    row = Box(row=True, spacing=12)
    row.add(Box(pill, None, spacing=0), (words, 1))
    return row


class RequestCard(Card):
    """On a district laptop: make the request, read the words, finish with the answer."""

    request_requested = Signal()
    """Make and save the request."""
    finish_requested = Signal(str)
    """Finish with an answer; carries the words that were typed."""

    def __init__(self) -> None:
        super().__init__(spacing=12, margins=(1, 1, 1, 1))
        self.setObjectName("card")
        self.request_button = Button(
            self.tr("Make the request …"), kind="primary", icon="file-plus"
        )
        self.request_button.setObjectName("enrolRequest")
        self.request_button.clicked.connect(self.request_requested)
        self.words = SixWords()
        self.waits = Pill(self.tr("A request waits for its answer"), "warn", "hourglass")
        self.words_edit = LineEdit(hint=self.tr("six words"))
        self.words_edit.setObjectName(WORDS_FIELD)
        self.words_field = Field(
            self.tr("The six words, as the national team reads them"),
            self.words_edit,
            required=self.tr("Type the six words."),
        )
        self._form = Form(self.words_field)
        self.finish_button = Button(self.tr("Choose the answer …"), icon="file-check")
        self.finish_button.setObjectName("enrolFinish")
        self.finish_button.clicked.connect(self._finish)
        self.words_edit.returnPressed.connect(self._finish)
        page = ScrollColumn(
            hbox(
                Icon("key-round", "accent", 20),
                Label(self.tr("Introduce this laptop to the national team"), "heading"),
                None,
            ),
            Label(
                self.tr("It is done once. After it, files travel encrypted and signed both ways."),
                "small",
                "text2",
                wrap=True,
            ),
            hline(),
            _step(
                1,
                self.tr("Make a request"),
                self.tr("A small file with the public keys of this laptop; nothing secret."),
                2,
                hbox(self.request_button, self.waits, None),
                self.words,
            ),
            _step(
                2,
                self.tr("Hand the file over and read the six words aloud"),
                self.tr(
                    "By telephone or face to face: so both sides know that it is the same file."
                ),
            ),
            _step(
                3,
                self.tr("Finish with the answer"),
                self.tr("The answer of the national team gives this laptop its letter."),
                2,
                self.words_field,
                hbox(self.finish_button, None),
            ),
            None,
            spacing=12,
            margins=(20, 14, 20, 14),
        )
        self.add((page, 1))
        self.waits.hide()

    def show_waiting(self, waits: bool) -> None:
        """Whether a request waits for its answer."""
        self.waits.setVisible(waits)
        self.finish_button.setEnabled(waits)
        self.words_edit.setEnabled(waits)
        self.request_button.set_kind("" if waits else "primary")
        self.finish_button.set_kind("primary" if waits else "")
        again = self.tr("Make a new request …")
        self.request_button.set_text(again if waits else self.tr("Make the request …"))

    def _finish(self) -> None:
        if self._form.check():
            self.finish_requested.emit(self.words_edit.text())


class AcceptCard(Card):
    """On the national store: choose a request, type its words, write the answer."""

    file_requested = Signal()
    """A request file is to be chosen."""
    accept_requested = Signal(str)
    """Accept the chosen request; carries the words that were typed."""
    left = Signal()
    """Go back to the register."""

    def __init__(self) -> None:
        super().__init__(spacing=12, margins=(1, 1, 1, 1))
        self.file: Path | None = None
        self.file_button = Button(self.tr("Choose the request …"), icon="folder-open")
        self.file_button.setObjectName("enrolFile")
        self.file_button.clicked.connect(self.file_requested)
        self.file_name = Label("", "smallm")
        self.words_edit = LineEdit(hint=self.tr("six words"))
        self.words_edit.setObjectName(WORDS_FIELD)
        self.words_field = Field(
            self.tr("The six words, as the district reads them"),
            self.words_edit,
            required=self.tr("Type the six words."),
        )
        self._form = Form(self.words_field)
        self.accept_button = Button(
            self.tr("Accept and write the answer …"), kind="primary", icon="file-check"
        )
        self.accept_button.setObjectName("enrolAccept")
        self.accept_button.clicked.connect(self._accept)
        leave = Button(self.tr("Cancel"), kind="ghost")
        leave.clicked.connect(self.left)
        page = ScrollColumn(
            hbox(
                Icon("key-round", "accent", 20),
                Label(self.tr("Introduce a laptop of a district"), "heading"),
                None,
            ),
            hline(),
            _step(
                1,
                self.tr("The request of the laptop"),
                self.tr("The file that the coordinator brought or sent."),
                2,
                hbox(self.file_button, self.file_name, None),
            ),
            _step(
                2,
                self.tr("The words that the coordinator reads aloud"),
                self.tr("When they differ, the file is not the one that left the laptop."),
                2,
                self.words_field,
            ),
            _step(
                3,
                self.tr("The answer"),
                self.tr("Give it back to the coordinator; only that laptop can open it."),
                2,
                hbox(self.accept_button, leave, None),
            ),
            None,
            spacing=12,
            margins=(20, 14, 20, 14),
        )
        self.add((page, 1))
        self.set_file(None)

    def set_file(self, file: Path | None) -> None:
        """Note the chosen request."""
        self.file = file
        self.file_name.setText(file.name if file else self.tr("none chosen yet"))
        self.accept_button.setEnabled(file is not None)
        self.words_edit.setEnabled(file is not None)
        if file is not None:
            self.words_edit.setFocus()

    def clear(self) -> None:
        """Forget file and words."""
        self.words_edit.clear()
        self.words_field.set_error("")
        self.set_file(None)

    def _accept(self) -> None:
        if self._form.check():
            self.accept_requested.emit(self.words_edit.text())


def refused_by_words(cards: Sequence[RequestCard | AcceptCard], sentence: str) -> None:
    """Put the sentence about words that differ under their field."""
    for card in cards:
        card.words_field.set_error(sentence)
        card.words_edit.setFocus()
