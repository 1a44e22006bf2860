"""Ready phrases of the district: „/“ and the first letters become the whole phrase in the room."""

from dcm_desktop.domain.phrases import PLACEHOLDERS, fill
from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.domain.timer import clock_words
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.session_room.grow_edit import TextRow
from dcm_desktop.ui.screens.settings.rules_page import SavingPage
from dcm_desktop.ui.widgets.boxes import Box, Card, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.fields import Field, LineEdit, TextEdit
from dcm_desktop.ui.widgets.flow import FlowLayout
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.usecases.office import MechanismView
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.phrases import (
    PhraseRow,
    list_phrases,
    remove_phrase,
    sample_facts,
    save_phrase,
)
from dcm_desktop.usecases.sessions.speeches import get_speech_time, set_speech_time


class PhrasesPage(SavingPage):
    """The phrases with a form for one of them, and the time of a speaker."""

    def __init__(self, screen: Screen, view: MechanismView) -> None:
        super().__init__(screen)
        self._id, self._district = view.mechanism_id, screen.desk.workspace.info.district
        self.phrases = screen.desk.workspace.ask(list_phrases, self._id)
        self._before = ""
        self.save_button.setObjectName("savePhraseButton")
        self.key = LineEdit()
        self.key.setObjectName("phrase_key")
        self.text = TextEdit(name=self.tr("Phrase"), lines=3)
        self.text.setObjectName("phrase_text")
        self.text.textChanged.connect(self._preview)
        self._example = Label("", "small", "text2", wrap=True)
        self._kinds = {kind: self._chip(kind) for kind in AgendaItemKind}
        self.new_button = Button(self.tr("New phrase"), icon="plus")
        self.new_button.setObjectName("newPhraseButton")
        self.new_button.clicked.connect(self._begin_new)
        self.remove_button = Button(self.tr("Remove the phrase"), kind="danger", icon="trash-2")
        self.remove_button.setObjectName("removePhraseButton")
        self.remove_button.clicked.connect(self._remove_shown)
        self.add(self._form(), self._list(), self._time(), None)
        self._begin_new()

    def send(self, accept: frozenset[str]) -> Saved:
        """Save the phrase of the form."""
        del accept
        kinds = [kind for kind, chip in self._kinds.items() if chip.isChecked()]
        return self._desk.workspace.do(
            save_phrase,
            self._id,
            self.key.text(),
            self.text.text(),
            kinds,
            before=self._before,
            at=now(),
        )

    def done_text(self) -> str:
        """It is saved."""
        return self.tr("The phrase is saved")

    @property
    def example(self) -> str:
        """The phrase of the form with its places filled."""
        return "" if self._example.isHidden() else self._example.text()

    def edit(self, key: str) -> None:
        """Put a phrase into the form."""
        row = next((one for one in self.phrases if one.key == key), None)
        if row is not None:
            self._show(row)
            self.text.setFocus()

    def remove(self, key: str) -> None:
        """Take a phrase out; the toast brings it back."""
        self._desk.workspace.do(remove_phrase, self._id, key, at=now())
        self._screen.say_done(self.tr("The phrase is removed"))
        self._screen.mark_stale()

    # Inside

    def _form(self) -> Card:
        places = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        word_hint = self.tr("Its first letters after / and Tab")
        text_hint = self.tr("Filled in: {places}").format(places=places)
        return Card(
            hbox(Label(self.tr("Phrases"), "heading"), None, self.new_button),
            Field(self.tr("Word"), self.key, hint=word_hint, required=self.tr("Type a word.")),
            Field(
                self.tr("Phrase"), self.text, hint=text_hint, required=self.tr("Type the phrase.")
            ),
            self._example,
            Label(self.tr("Offered for (none chosen: all items)"), "smallm"),
            FlowLayout(*self._kinds.values()),
            hbox(self.save_button, self.remove_button, None),
            margins=(16, 12, 16, 16),
        )

    def _list(self) -> Card:
        rows = Box(spacing=2)
        for phrase in self.phrases:
            mark = self.tr("own") if phrase.own else ""
            kinds = ", ".join(label_of(kind) for kind in phrase.kinds)
            notes = " · ".join(part for part in (kinds, mark) if part)
            text = f"/{phrase.key}  {phrase.text}"
            row = TextRow(phrase.key, "", f"{text} ({notes})" if notes else text)
            row.clicked.connect(self._row_pressed)
            row.remove_requested.connect(self.remove)
            rows.add(row)
        return Card(rows, margins=(16, 12, 16, 12))

    def _time(self) -> Card:
        seconds = self._desk.workspace.ask(get_speech_time, self._id)
        self.speech_time = LineEdit(clock_words(seconds))
        self.speech_time.setObjectName("speech_time")
        self.speech_time.setMaximumWidth(160)
        self._time_field = Field(
            self.tr("Time of a speaker"),
            self.speech_time,
            hint=self.tr("Minutes, for example 3 or 2:30"),
        )
        save = Button(self.tr("Save the time"))
        save.setObjectName("saveSpeechTime")
        save.clicked.connect(self._save_time)
        return Card(self._time_field, hbox(save, None), margins=(16, 12, 16, 16))

    def _chip(self, kind: AgendaItemKind) -> Button:
        chip = Button(capital(label_of(kind)), kind="chip")
        chip.setCheckable(True)
        chip.toggled.connect(self._colour_chips)
        return chip

    def _colour_chips(self, _on: bool) -> None:
        for chip in self._kinds.values():
            chip.set_kind("chipon" if chip.isChecked() else "chip")

    def _begin_new(self) -> None:
        self._show(PhraseRow("", "", (), own=True))

    def _show(self, row: PhraseRow) -> None:
        self._before = row.key
        self.key.setText(row.key)
        self.text.setPlainText(row.text)
        for kind, chip in self._kinds.items():
            chip.setChecked(kind in row.kinds)
        self.remove_button.setVisible(bool(row.key))
        words = self.tr("Save the phrase") if row.key else self.tr("Add the phrase")
        self.save_button.set_text(words)
        self._preview()

    def _preview(self) -> None:
        text = self.text.text().strip()
        filled = fill(text, sample_facts(self._district, today()))
        self._example.setText(self.tr("For example: {text}").format(text=filled))
        self._example.setVisible(filled != text)

    def _row_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, TextRow):
            self.edit(row.key)

    def _remove_shown(self) -> None:
        if self._before:
            self.remove(self._before)

    def _save_time(self) -> None:
        self._desk.workspace.do(set_speech_time, self._id, self.speech_time.text(), at=now())
        self._screen.say_done(self.tr("The time is saved"))
