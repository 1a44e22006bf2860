"""The discussion of an item (F5): lines with their times; Enter adds, a line chosen is edited."""

from PySide6.QtCore import Signal

from dcm_desktop.domain.task_line import Candidate
from dcm_desktop.ui import formats
from dcm_desktop.ui.screens.session_room.complete import SpeechEdit
from dcm_desktop.ui.screens.session_room.grow_edit import TextRow
from dcm_desktop.ui.screens.session_room.section import Section
from dcm_desktop.ui.widgets.boxes import Box, empty, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.usecases.sessions.item_view import ItemView, LineRow
from dcm_desktop.usecases.sessions.roll_view import RollRow

_SHOWN = 3


class Discussion(Section):
    """Lines and the entry below them."""

    field_names = ("line",)

    line_given = Signal(str, str, bool)
    """A new line: text, speaker (a row of the roll, or nothing), whether it is a private note."""
    line_changed = Signal(str, str, str)
    """A line was changed: its id, text, speaker."""
    line_removed = Signal(str)
    """A line is to go; carries its id."""
    left = Signal()
    """Esc in the empty entry."""

    def __init__(self) -> None:
        super().__init__("F5", spacing=2)
        self.set_name(self.tr("Discussion"))
        self._lines: tuple[LineRow, ...] = ()
        self._editing: LineRow | None = None
        self._speakers: dict[str, str] = {}
        self._all = False
        self._item_id = ""
        self._private_word = self.tr("private")
        self._rows = Box(spacing=0)
        self._more = Button("", kind="link")
        self._more.clicked.connect(self._show_all)
        self.entry = SpeechEdit(
            hint=self.tr("New line · @ name or institution"), name=self.tr("New line")
        )
        self.entry.setObjectName("line")
        self.entry.entered.connect(self._enter)
        self.entry.cancelled.connect(self._cancel)
        self.private = Button(
            kind="tool", icon="eye-off", name=self.tr("Private note: stands in no paper")
        )
        self.private.setCheckable(True)
        self.private.toggled.connect(self._private_toggled)
        self._reported = Label("", "small", "text2", wrap=True)
        self.put(self._reported, hbox(self._more, None), self._rows)
        self.put(hbox((self.entry, 1), self.private, spacing=4))

    @property
    def rows(self) -> list[TextRow]:
        """The lines that are seen."""
        places = range(self._rows.box.count())
        found = [self._rows.box.itemAt(place) for place in places]
        widgets = [one.widget() for one in found if one is not None]
        return [widget for widget in widgets if isinstance(widget, TextRow)]

    def show_item(self, item: ItemView, people: tuple[RollRow, ...]) -> None:
        """Show the lines of an item; `people` are those who may speak."""
        if item.item_id != self._item_id:
            self._item_id, self._all, self._editing = item.item_id, False, None
        self._lines = item.lines
        self._reported.setText(item.reporting_text)
        self._reported.setVisible(bool(item.reporting_text))
        self._speakers = {}
        candidates = []
        for row in people:
            word = row.institution if not row.is_guest else row.short_name
            word = word or row.short_name
            self._speakers.setdefault(word, row.acting_id)
            self._speakers.setdefault(row.short_name, row.acting_id)
            candidates.append(Candidate(row.acting_id, row.name, word))
        self.entry.candidates = candidates
        self._build()
        last = item.lines[-1] if item.lines else None
        note = self.tr("{n} lines").format(n=len(item.lines)) if len(item.lines) > 1 else ""
        summary = f"{formats.time_of(last.at)}  {_words(last)}" if last is not None else ""
        self.set_summary(summary, note)

    def _build(self) -> None:
        empty(self._rows.box)
        shown = self._lines if self._all else self._lines[-_SHOWN:]
        hidden = len(self._lines) - len(shown)
        self._more.setVisible(hidden > 0)
        self._more.set_text(self.tr("{n} earlier").format(n=hidden))
        for line in shown:
            row = TextRow(line.line_id, formats.time_of(line.at), self._shown(line))
            row.clicked.connect(self._row_pressed)
            row.remove_requested.connect(self.line_removed)
            self._rows.add(row)
        self._rows.setVisible(bool(shown))

    def _shown(self, line: LineRow) -> str:
        """Its words; a private note says so."""
        return f"[{self._private_word}] {_words(line)}" if line.private else _words(line)

    def _private_toggled(self, on: bool) -> None:
        self.private.set_kind("on" if on else "tool")

    def _show_all(self) -> None:
        self._all = True
        self._build()

    def _row_pressed(self) -> None:
        row = self.sender()
        if not isinstance(row, TextRow):
            return
        self._editing = next((line for line in self._lines if line.line_id == row.key), None)
        self.entry.setText(_words(self._editing) if self._editing is not None else "")
        self.entry.setFocus()

    def _enter(self) -> None:
        text, speaker = self._split(self.entry.text().strip())
        editing = self._editing
        if not text:
            return
        if editing is None:
            self.line_given.emit(text, speaker, self.private.isChecked())
        else:
            self._editing = None
            self.line_changed.emit(editing.line_id, text, speaker)

    def _split(self, text: str) -> tuple[str, str]:
        """`РЗИ – Русе: …` is said by that body; other words before a colon stay in the text."""
        head, colon, rest = text.partition(":")
        speaker = self._speakers.get(head.strip(), "") if colon else ""
        if speaker and rest.strip():
            return rest.strip(), speaker
        return text, ""

    def _cancel(self) -> None:
        self._editing = None
        self.left.emit()


def _words(line: LineRow) -> str:
    return f"{line.speaker}: {line.text}" if line.speaker else line.text
