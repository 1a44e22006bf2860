"""The discussion of an item (F5): lines with their times; Enter adds, a line is edited in place.

`!!` at the beginning (or Ctrl+Shift+Enter) makes a private note, `10:33 ` says when it was said.
Who has the floor is the speaker of a new line until it names another one.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from dcm_desktop.domain.spoken import read_line
from dcm_desktop.ui import formats
from dcm_desktop.ui.screens.session_room.complete import CompletingEdit, SpeechEdit
from dcm_desktop.ui.screens.session_room.grow_edit import TextRow
from dcm_desktop.ui.screens.session_room.kept_text import KeptText
from dcm_desktop.ui.screens.session_room.reported import Reported
from dcm_desktop.ui.screens.session_room.section import Section
from dcm_desktop.ui.screens.session_room.writing_help import WritingHelp
from dcm_desktop.ui.widgets.boxes import Box, empty, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import DraftRow
from dcm_desktop.usecases.sessions.item_view import ItemView, LineRow

_SHOWN = 3
_EDITED = "line_edit"


class LineEditor(CompletingEdit):
    """A line that is being changed: Esc leaves it as it was."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up at once."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class Discussion(Section):
    """Lines and the entry below them."""

    field_names = ("line", "reporting_text", _EDITED)

    line_given = Signal(str, str, bool, object)
    """A new line: text, speaker (a row of the roll, or nothing), whether it is a private note, the
    clock time typed with it or None."""
    line_changed = Signal(str, str, str, bool, object)
    """A line was changed: its id, text, speaker, whether private, clock time or None."""
    line_removed = Signal(str)
    """A line is to go; carries its id."""
    left = Signal()
    """Esc in the empty entry."""

    def __init__(self, workspace: Workspace, help_: WritingHelp) -> None:
        super().__init__("F5", spacing=2)
        self.set_name(self.tr("Discussion"))
        self._help = help_
        self._lines: tuple[LineRow, ...] = ()
        self._editing = ""
        self._all, self._late_session = False, False
        self._item_id = ""
        self._floor_id, self._floor_off = "", False
        self._rows = Box(spacing=0)
        self._more = Button("", kind="link")
        self._more.clicked.connect(self._show_all)
        self.reported = Reported(workspace)
        help_.help(self.reported.editor.completing)
        self.reported.left.connect(self._cancel)
        self.entry = SpeechEdit(
            hint=self.tr("New line · / phrase · @ name or institution"), name=self.tr("New line")
        )
        self.entry.setObjectName("line")
        self.entry.entered.connect(self._enter)
        self.entry.entered_private.connect(self._enter_private)
        self.entry.cancelled.connect(self._cancel)
        self.entry.backed.connect(self._drop_floor)
        help_.help(self.entry.completing)
        self.floor = Button("", kind="chipon", icon="x")
        self.floor.setObjectName("lineSpeaker")
        self.floor.clicked.connect(self._drop_floor)
        self.floor.hide()
        self.private = Button(
            kind="tool", icon="lock", name=self.tr("Private note: stands in no paper")
        )
        self.private.setCheckable(True)
        self.private.toggled.connect(self._private_toggled)
        self._make_editor(workspace)
        self.put(hbox(self._more, None, self.reported.button), self.reported)
        self.put(self._rows, hbox(self.floor, (self.entry, 1), self.private, spacing=4))

    @property
    def rows(self) -> list[TextRow]:
        """The lines that are seen."""
        places = range(self._rows.box.count())
        found = [self._rows.box.itemAt(place) for place in places]
        widgets = [one.widget() for one in found if one is not None]
        return [widget for widget in widgets if isinstance(widget, TextRow)]

    def show_item(self, item: ItemView, drafts: dict[str, DraftRow], *, late: bool) -> None:
        """Show the lines of an item; `late`: the whole session is entered afterwards."""
        new = item.item_id != self._item_id
        if new:
            self._stop_editing()
            self._item_id, self._all = item.item_id, False
        self._lines, self._late_session = item.lines, late
        self.reported.show_item(item, drafts)
        begun = next((name for name in drafts if name.startswith(f"{_EDITED}:")), "")
        if new and begun:
            self._edit(begun.partition(":")[2], drafts)
        self._build()
        last = item.lines[-1] if item.lines else None
        note = self.tr("{n} lines").format(n=len(item.lines)) if len(item.lines) > 1 else ""
        summary = f"{formats.time_of(last.at)}  {self._shown(last)}" if last is not None else ""
        self.set_summary(summary, note)

    def show_floor(self, attendance_id: str, word: str) -> None:
        """Who has the floor speaks the next line; empty: nobody has it."""
        if attendance_id != self._floor_id:
            self._floor_id, self._floor_off = attendance_id, False
        self.floor.set_text(word)
        self.floor.setToolTip(self.tr("Speaker of the line; Backspace in the empty line: none"))
        self.floor.setVisible(bool(attendance_id) and not self._floor_off)

    def begin(self, name: str) -> None:
        """The keyboard comes: open what is folded."""
        if name == "reporting_text":
            self.reported.unfold()

    def kept_texts(self) -> Sequence[KeptText]:
        """What is kept while it is typed, beside the new line."""
        return (self.reported.kept, self._kept)

    def finish_typing(self) -> None:
        """Commit what was reported and the line that is changed."""
        self.reported.kept.finish()
        self._save_edit()

    # Inside

    def _make_editor(self, workspace: Workspace) -> None:
        self.editor = LineEditor(hint="", name=self.tr("Line"))
        self.editor.setObjectName(_EDITED)
        self._help.help(self.editor.completing)
        self.editor.entered.connect(self._enter_edit)
        self.editor.cancelled.connect(self._give_up_edit)
        self.editor.left.connect(self._save_edit)
        self._kept = KeptText(workspace, self.editor, _EDITED)
        remove = Button(kind="tool", icon="trash-2", name=self.tr("Remove the line"))
        remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        remove.clicked.connect(self._remove_edited)
        self._edit_row = Box(row=True, spacing=4)
        self._edit_row.add((self.editor, 1), remove)
        self._edit_row.setParent(self._rows)
        self._edit_row.hide()

    def _build(self) -> None:
        self._rows.box.removeWidget(self._edit_row)
        empty(self._rows.box)
        shown = self._lines if self._all else self._lines[-_SHOWN:]
        if self._editing and all(line.line_id != self._editing for line in shown):
            self._stop_editing()
        hidden = len(self._lines) - len(shown)
        self._more.setVisible(hidden > 0)
        self._more.set_text(self.tr("{n} earlier").format(n=hidden))
        for line in shown:
            if line.line_id == self._editing:
                self._rows.add(self._edit_row)
                self._edit_row.show()
                continue
            sign = "lock" if line.private else ""
            row = TextRow(line.line_id, formats.time_of(line.at), self._shown(line), sign)
            row.clicked.connect(self._row_pressed)
            row.remove_requested.connect(self.line_removed)
            self._rows.add(row)
        self._rows.setVisible(bool(shown))

    def _shown(self, line: LineRow) -> str:
        """Its words; a private note and one typed after the fact say so."""
        words = _words(line)
        if line.private:
            words = self.tr("[private] {words}").format(words=words)
        if line.entered_later and not self._late_session:
            words = self.tr("{words} (entered later)").format(words=words)
        return words

    def _private_toggled(self, on: bool) -> None:
        self.private.set_kind("on" if on else "tool")

    def _show_all(self) -> None:
        self._all = True
        self._build()

    # A new line

    def _enter(self) -> None:
        self._give(private=self.private.isChecked())

    def _enter_private(self) -> None:
        self._give(private=True)

    def _give(self, *, private: bool) -> None:
        read = read_line(self.entry.text())
        text, speaker = self._split(read.text)
        if not text:
            return
        private = private or read.private
        if not speaker and not private and read.clock is None and not self._floor_off:
            speaker = self._floor_id
        self.line_given.emit(text, speaker, private, read.clock)

    def _split(self, text: str) -> tuple[str, str]:
        """`РЗИ – Русе: …` is said by that body; other words before a colon stay in the text."""
        head, colon, rest = text.partition(":")
        speaker = self._help.speakers.get(head.strip(), "") if colon else ""
        if speaker and rest.strip():
            return rest.strip(), speaker
        return text, ""

    def _drop_floor(self) -> None:
        self._floor_off = True
        self.floor.hide()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        self.left.emit()

    # A line that is changed

    def _row_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, TextRow):
            self._save_edit()
            self._edit(row.key, {})
            self._build()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.editor.selectAll()

    def _edit(self, line_id: str, drafts: dict[str, DraftRow]) -> None:
        line = next((one for one in self._lines if one.line_id == line_id), None)
        if line is None:
            return
        self._editing = line_id
        self._kept.field = f"{_EDITED}:{line_id}"
        self._kept.load(line_id, "", {})  # another record than any item: what follows is new
        self._kept.load(self._item_id, _words(line), drafts)

    def _enter_edit(self) -> None:
        self._save_edit()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save_edit(self) -> None:
        """Write the line as it is now; nothing happens when nothing is new."""
        line = next((one for one in self._lines if one.line_id == self._editing), None)
        if line is None:
            return
        read = read_line(self.editor.text())
        text, speaker = self._split(read.text)
        changed = self.editor.text().strip() != _words(line)
        self._stop_editing()
        if changed and not text:
            self.line_removed.emit(line.line_id)
        elif changed:
            speaker = speaker or self._same_speaker(line, read.text)
            private = line.private or read.private
            self.line_changed.emit(line.line_id, text, speaker, private, read.clock)
        self._build()

    def _same_speaker(self, line: LineRow, text: str) -> str:
        """One who has left meanwhile is still the speaker of the line."""
        same = bool(line.speaker) and text.startswith(f"{line.speaker}:")
        return line.speaker_id or "" if same else ""

    def _give_up_edit(self) -> None:
        self._stop_editing()
        self._build()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove_edited(self) -> None:
        line_id = self._editing
        self._stop_editing()
        self.line_removed.emit(line_id)

    def _stop_editing(self) -> None:
        if self._editing:
            self._editing = ""
            self._kept.clear()
            self._edit_row.hide()


def _words(line: LineRow) -> str:
    return f"{line.speaker}: {line.text}" if line.speaker else line.text
