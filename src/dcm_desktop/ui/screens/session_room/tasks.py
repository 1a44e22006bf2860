"""The tasks of an item (F7): one line `текст @РЗИ !+14` with a preview; support and seats below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from dcm_desktop.domain.task_line import Candidate
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.screens.choices import capital
from dcm_desktop.ui.screens.session_room.complete import TaskEdit
from dcm_desktop.ui.screens.session_room.section import Section
from dcm_desktop.ui.screens.session_room.shown import RoomWords
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, empty, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label, Pill
from dcm_desktop.ui.widgets.painted_button import RemovableRow
from dcm_desktop.usecases.sessions.commitments import CommitmentPreview
from dcm_desktop.usecases.sessions.item_view import ItemView
from dcm_desktop.usecases.sessions.tasks import TaskPreview


class ChipRow(RemovableRow):
    """A row with a sign, a text and chips at its right end; Enter opens, Delete removes."""

    def __init__(self, key: str, icon: str, text: str, chips: Sequence[tuple[str, str, str]]):
        super().__init__(key)
        self._icon, self._chips = icon, list(chips)
        self.setText(text)
        self.setAccessibleName(", ".join([text, *(word for word, _tone, _sign in chips)]))
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF()
        self.draw_hover(painter, rect)
        middle = rect.center().y()
        paint.icon(painter, 0, middle - 8, self._icon, "text3", 16)
        x = rect.width()
        for word, tone, sign in reversed(self._chips):
            x -= paint.pill_width(word, bool(sign)) + 1
            paint.pill(painter, x, middle, word, tone, sign)
            x -= 7
        paint.text(painter, QRectF(24, 0, max(20.0, x - 30), rect.height()), self.text(), "small")
        if self.hasFocus():
            paint.focus_ring(painter, rect, 6)


class Tasks(Section):
    """Rows of tasks, support and seats, and the line below them."""

    field_names = ("task_line",)

    line_given = Signal(str)
    """Enter: carries the line."""
    commitment_given = Signal(str)
    """Enter on a commitment: `@institution what !+14 ^who`."""
    commitment_removed = Signal(str)
    """A commitment is to go."""
    task_opened = Signal(str)
    """The form of a task is wanted."""
    task_removed = Signal(str)
    """A task is to go."""
    pledge_removed = Signal(str)
    """Promised support is to go."""
    change_removed = Signal(str)
    """A waiting change of membership is to go."""
    left = Signal()
    """Esc in the empty line."""

    def __init__(self) -> None:
        super().__init__("F7", spacing=4)
        self.set_name(self.tr("Tasks"))
        self._words = RoomWords()
        self.preview: Callable[[str], TaskPreview | None] | None = None
        """Reads a line as the use case would."""
        self.preview_commitment: Callable[[str], CommitmentPreview | None] | None = None
        self._declared = False
        self._rows = Box(spacing=2)
        self.way_button = Button(kind="chip", icon="square-check")
        self.way_button.setObjectName("taskWay")
        self.way_button.clicked.connect(self.next_way)
        self.entry = TaskEdit(hint=self.tr("Task @institution !+14"), name=self.tr("New task"))
        self.entry.setObjectName("task_line")
        self.entry.entered.connect(self._enter)
        self.entry.cancelled.connect(self._leave)
        self.entry.textChanged.connect(self._show_preview)
        self._body = Pill("", "soft")
        self._who = Pill("", "soft", "user")
        self._term = Pill("", "soft", "calendar")
        self._problem = Label("", "caption", "warn", wrap=True)
        self._read = Box(self._body, self._who, self._term, None, row=True, spacing=6)
        self.put(self._rows, hbox(self.way_button, (self.entry, 1), spacing=6), self._read)
        self.put(self._problem)
        self._show_way()

    @property
    def chips(self) -> tuple[str, ...]:
        """Words of the chips beside the line."""
        shown = (self._body, self._who, self._term)
        return tuple(p.text for p in shown if not p.isHidden())

    @property
    def is_commitment(self) -> bool:
        """Whether the line is read as a commitment: F7 twice, or `^` and who declares it."""
        return self._declared or " ^" in f" {self.entry.text()}"

    def next_way(self) -> None:
        """F7 pressed here again: a commitment declared aloud instead of a task, and back."""
        self._declared = not self._declared
        self._show_way()
        self.entry.setFocus()

    @property
    def problem(self) -> str:
        """Sentence below the line; empty when hidden."""
        return "" if self._problem.isHidden() else self._problem.text()

    def show_item(
        self, item: ItemView, candidates: Sequence[Candidate], changes: Sequence[tuple[str, str]]
    ) -> None:
        """Show the tasks of an item; `changes` are waiting seats as (id, words)."""
        del candidates
        empty(self._rows.box)
        for task in item.tasks:
            parts = [part for part in (task.institution, *task.co_institutions) if part]
            bodies = capital(", ".join(parts))
            body = (bodies, "mute", "") if bodies else (self.tr("no institution"), "warn", "")
            has_term = task.due_on is not None or task.standing or task.next_session
            term = (self._words.term(task), "mute" if has_term else "warn", "calendar")
            row = ChipRow(task.task_id, "square-check", task.title, (body, term))
            row.clicked.connect(self._task_pressed)
            row.remove_requested.connect(self.task_removed)
            self._rows.add(row)
        for one in item.commitments:
            who = self.tr("declared by {name}").format(name=one.declared_by)
            chips = [
                (capital(one.institution), "soft", "hand"),
                *([(who, "mute", "")] if one.declared_by else []),
                (self._words.term(one), "mute", "calendar"),
            ]
            row = ChipRow(one.commitment_id, "hand", one.what, chips)
            row.remove_requested.connect(self.commitment_removed)
            self._rows.add(row)
        for pledge in item.pledges:
            chips = [(capital(pledge.institution), "mute", "")]
            if pledge.due_on is not None:
                chips.append((formats.short_date(pledge.due_on), "mute", "calendar"))
            row = ChipRow(pledge.pledge_id, "heart-handshake", pledge.what, chips)
            row.remove_requested.connect(self.pledge_removed)
            self._rows.add(row)
        for pending_id, words in changes:
            chip = (self.tr("with the decision"), "mute", "")
            row = ChipRow(pending_id, "user-round-cog", words, (chip,))
            row.remove_requested.connect(self.change_removed)
            self._rows.add(row)
        count = len(item.tasks) + len(item.commitments) + len(item.pledges) + len(changes)
        self._rows.setVisible(bool(count))
        first = item.tasks[-1] if item.tasks else None
        summary = ""
        if first is not None:
            summary = f"{first.title} → {first.institution}, {self._words.term(first)}"
        note = self.tr("{n} in all").format(n=count) if count > 1 else ""
        self.set_summary(summary, note)

    def say_problem(self, sentence: str, tone: str = "bad") -> None:
        """Show a sentence below the line."""
        self._problem.setText(sentence)
        self._problem.set_tone(tone)
        self._problem.setVisible(bool(sentence))

    def _enter(self) -> None:
        line = self.entry.text().strip()
        if not line:
            self._leave()
        elif self.is_commitment:
            self.commitment_given.emit(line)
        else:
            self.line_given.emit(line)

    def _leave(self) -> None:
        self._declared = False
        self._show_way()
        self.left.emit()

    def _show_way(self) -> None:
        declared = self._declared
        self.way_button.set_text(self.tr("Commitment") if declared else self.tr("Task"))
        self.way_button.set_icon("hand" if declared else "square-check")
        self.way_button.set_kind("chipon" if declared else "chip")
        hint = self.tr("@institution undertakes … !+14 ^who")
        self.entry.setPlaceholderText(hint if declared else self.tr("Task @institution !+14"))
        self._show_preview(self.entry.text())

    def _show_commitment(self, text: str) -> None:
        read = self.preview_commitment
        preview = read(text) if read is not None and text.strip() else None
        shown = preview is not None and preview.problem is None
        for pill, word, icon in (
            (self._body, preview.institution if preview else "", "hand"),
            (self._who, preview.person if preview else "", "user"),
            (self._term, self._term_of(preview) if preview else "", "calendar"),
        ):
            pill.set_state(word, "soft", icon)
            pill.setVisible(shown and bool(word))
        warnings = preview.warnings if preview is not None else ()
        self.say_problem(" ".join(formats.sentence(finding) for finding in warnings), "warn")

    def _show_preview(self, text: str) -> None:
        if self.is_commitment:
            self._show_commitment(text)
        else:
            self._show_task(text)
        self._read.setVisible(bool(self.chips))

    def _show_task(self, text: str) -> None:
        self._who.hide()
        preview = self.preview(text) if self.preview is not None and text.strip() else None
        body = preview.institution if preview is not None else ""
        term = self._term_of(preview) if preview is not None else ""
        bodies = ", ".join([body, *preview.co_institutions]) if preview and body else body
        self._body.set_state(bodies, "soft")
        self._body.setVisible(bool(bodies))
        self._term.set_state(term, "soft", "calendar")
        self._term.setVisible(bool(term))
        warnings = preview.warnings if preview is not None else ()
        words = " ".join(formats.sentence(finding) for finding in warnings)
        self.say_problem(words, "warn")

    def _term_of(self, preview: TaskPreview | CommitmentPreview) -> str:
        if preview.due_on is not None:
            return formats.day_of_week(preview.due_on)
        if preview.next_session:
            return self.tr("next session")
        return self.tr("standing") if preview.standing else ""

    def _task_pressed(self) -> None:
        row = self.sender()
        if isinstance(row, ChipRow):
            self.task_opened.emit(row.key)
