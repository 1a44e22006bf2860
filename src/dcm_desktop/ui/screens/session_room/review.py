"""The review of tasks under the report item: one key each, a line and who said it where wanted.

In the list `+` done, `/` partly, `-` not done, `*` dropped; `>` asks for the new term below
(`+30`, `30.11`, or the next session). Enter writes a whole line: sign, words, `^` who said it.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from dcm_desktop import labels
from dcm_desktop.domain.action_item import DueState
from dcm_desktop.domain.spoken_line import SIGNS
from dcm_desktop.domain.terms import AgendaItemKind, SessionStatus, TaskReportOutcome
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.clock import now, today
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.session_room.part import RoomKey
from dcm_desktop.ui.screens.session_room.section import Section
from dcm_desktop.ui.screens.session_room.vote_parts import VoteEdit
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, empty, hbox
from dcm_desktop.ui.widgets.key_sheet import Key, KeyGroup
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import announce
from dcm_desktop.ui.widgets.painted_button import PaintedButton
from dcm_desktop.usecases.sessions.task_reports import (
    ReviewRow,
    ReviewView,
    get_review,
    report_line,
)
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen

_TWINS = {"=": "+", "~": "/", "–": "-", "—": "-", "−": "-"}
_OUTCOMES = {
    TaskReportOutcome.DONE: ("ok", "check"),
    TaskReportOutcome.PARTLY: ("warn", "contrast"),
    TaskReportOutcome.NOT_DONE: ("bad", "x"),
    TaskReportOutcome.MOVED: ("soft", "calendar"),
    TaskReportOutcome.CANCELLED: ("mute", "circle-slash"),
}
_STATES = {
    DueState.OVERDUE: ("bad", "triangle-alert"),
    DueState.TODAY: ("warn", "clock"),
}


class TaskLine(PaintedButton):
    """A task to review: its words, what was reported, its term in words."""

    signed = Signal(str, str)
    """A sign was pressed; carries the task and the sign."""
    stepped = Signal(str, int)
    """↑ or ↓."""

    def __init__(self, row: ReviewRow) -> None:
        super().__init__()
        self.row, self.key = row, row.task_id
        self._chips: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_row(row)

    def show_row(self, row: ReviewRow) -> None:
        """Show the task as it is now."""
        self.row = row
        self._chips = self._chips_of(row)
        self.setText(row.title)
        words = [row.title, row.origin, *(word for word, _tone, _icon in self._chips)]
        self.setAccessibleName(", ".join(word for word in words if word))
        self.setToolTip(row.title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines where something was said."""
        return QSize(200, theme.px(44 if self._second() else 28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Signs report, arrows go on."""
        sign = _TWINS.get(event.text(), event.text())
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        if sign in SIGNS and not held:
            self.signed.emit(self.key, sign)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(self.key, 1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF()
        self.draw_hover(painter, rect)
        line = theme.px(28)
        middle = line / 2
        icon = "square-check" if self.row.report is not None else "square"
        paint.icon(painter, 4, middle - 8, icon, "text3", 16)
        x = rect.width() - 4
        for word, tone, sign in reversed(self._chips):
            x -= paint.pill_width(word, bool(sign)) + 1
            paint.pill(painter, x, middle, word, tone, sign)
            x -= 7
        paint.text(painter, QRectF(28, 0, max(20.0, x - 34), line), self.text(), "small")
        second = self._second()
        if second:
            box = QRectF(28, line - 4, rect.width() - 34, rect.height() - line)
            paint.text(painter, box, second, "caption", "text2")
        if self.hasFocus():
            paint.focus_ring(painter, rect, 6)

    def _second(self) -> str:
        row = self.row
        parts = [row.origin]
        if row.report is not None:
            said = row.report.line
            if row.report.by:
                said = f"{row.report.by}: {said}" if said else row.report.by
            parts.append(said)
        return " · ".join(part for part in parts if part)

    @staticmethod
    def _chips_of(row: ReviewRow) -> list[tuple[str, str, str]]:
        chips = []
        state = label_of(row.state)
        if row.due_on is not None and row.state is not DueState.TODAY:
            state = f"{state} · {formats.short_date(row.due_on)}"
        chips.append((state, *_STATES.get(row.state, ("mute", "calendar"))))
        if row.report is not None:
            outcome = row.report.outcome
            word = label_of(outcome)
            if row.report.new_due_on is not None:
                word = f"{word} · {formats.short_date(row.report.new_due_on)}"
            chips = [] if outcome is not TaskReportOutcome.PARTLY else chips
            chips.append((word, *_OUTCOMES[outcome]))
        return chips


class Review(Section):
    """Tasks of earlier sessions by institution, under the item that reports on them."""

    concerns = frozenset({"task_report", "action_item"})
    field_names = ("report_line",)
    leads = True

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__("Shift+F7", spacing=2)
        self._room = room
        self.set_name(self.tr("Review"))
        self._view: ReviewView = ReviewView(())
        self._live, self._chosen = False, ""
        self._box = Box(spacing=2)
        self._left = Label("", "caption", "text2")
        self.entry = VoteEdit(hint=self.tr("+ / - > * · words · ^who"), name=self.tr("Reported"))
        self.entry.setObjectName("report_line")
        self.entry.entered.connect(self._enter)
        self.entry.cancelled.connect(self._cancel)
        self._problem = Label("", "caption", "bad", wrap=True)
        self._problem.hide()
        line = hbox((self.entry, 1), self._left, spacing=8)
        self._writing = Box(line, self._problem, spacing=2)
        self._box.add(self._writing)
        self.put(self._box)
        self.lines: list[TaskLine] = []
        self.end_with_line()
        self.hide()

    def show_room(self, view: RoomView) -> None:
        """Show the tasks to review where the item is the report."""
        item = view.current
        shown = item is not None and item.kind is AgendaItemKind.REPORT
        ask = self._room.desk.workspace.ask
        self._view = ReviewView(())
        if shown:
            self._view = ask(get_review, view.session_id, today=today())
        self.setVisible(shown and bool(self._view.rows))
        self._live = view.status in (SessionStatus.OPEN, SessionStatus.ADJOURNED)
        self.entry.setVisible(self._live)
        self._fill()
        left = self._view.left
        words = self.tr("{left} of {n} to review").format(left=left, n=len(self._view.rows))
        self._left.setText(words)
        self.set_summary(words)

    def room_keys(self) -> Sequence[RoomKey]:
        """Its key."""
        return (RoomKey("Shift+F7", self.tr("review of tasks"), self.start),)

    def key_groups(self) -> Sequence[KeyGroup]:
        """Signs of the list."""
        rows = (
            Key("+", self.tr("done")),
            Key("/", self.tr("partly done")),
            Key("-", self.tr("not done")),
            Key("> +30", self.tr("new term: days, a date or the next session")),
            Key("*", self.tr("dropped")),
            Key("Enter", self.tr("sign, words, ^ who said it")),
        )
        return (KeyGroup(self.tr("Review of tasks"), rows),)

    def start(self) -> None:
        """Shift+F7: to the first task that was not reviewed."""
        self._room.leave_roll()
        if self.isHidden():
            text = self.tr("Tasks are reviewed under the item that reports on them.")
            self._room.strip.say(text, "mute")
            return
        self._room.panel.focus_field("report_line")
        self._go_to_next("")

    def take_error(self, error: DcmError) -> bool:
        """Below the line."""
        if error.field != "report_line" and not error.code.startswith("report."):
            return False
        self._say(formats.sentence(error))
        return True

    # Inside

    def _fill(self) -> None:
        rows = self._view.rows
        if [(one.key, one.row.institution) for one in self.lines] == [
            (row.task_id, row.institution) for row in rows
        ]:  # the keyboard stays where it is
            for one, row in zip(self.lines, rows, strict=True):
                one.show_row(row)
            return
        had = next((line.key for line in self.lines if line.hasFocus()), "")
        self._box.box.removeWidget(self._writing)
        empty(self._box.box)
        self.lines = []
        body = None
        for row in self._view.rows:
            if row.institution != body:
                body = row.institution
                name = capital(body) or self.tr("No institution")
                self._box.add(Label(name, "captionm", "text2"))
            line = TaskLine(row)
            line.clicked.connect(self._line_pressed)
            line.signed.connect(self._signed)
            line.stepped.connect(self._stepped)
            self._box.add(line)
            line.show()  # at once: the keyboard may come before the next event
            self.lines.append(line)
        self._box.add(self._writing)
        if had:
            self._focus(had)

    def _signed(self, task_id: str, sign: str) -> None:
        if not self._live:
            return
        self._chosen = task_id
        if sign == ">":
            self._write("> ")
            return
        self._report(task_id, sign)

    def _line_pressed(self) -> None:
        line = self.sender()
        if isinstance(line, TaskLine) and self._live:
            self._chosen = line.key
            self._write(_typed(line.row))

    def _write(self, text: str) -> None:
        self._say("")
        self._write_below(self._chosen)
        self.entry.setText(text)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.entry.setCursorPosition(len(text))

    def _write_below(self, task_id: str) -> None:
        """The line to write in stands below its task; below all of them for none."""
        column = self._box.box
        column.removeWidget(self._writing)
        line = next((one for one in self.lines if one.key == task_id), None)
        place = column.indexOf(line) + 1 if line is not None else column.count()
        column.insertWidget(place, self._writing)

    def _enter(self) -> None:
        text = self.entry.text().strip()
        if not text:
            self._cancel()
            return
        if not self._chosen and self.lines:
            self._chosen = self._next("")
        self._report(self._chosen, text)

    def _report(self, task_id: str, line: str) -> None:
        item = self._room.panel.item
        if item is None or not task_id:
            return
        self._say("")
        self._room.desk.workspace.do(
            report_line, task_id, item.item_id, line, when=self._room.clock.moment(), at=now()
        )
        self.entry.clear()
        self._chosen = ""
        self._write_below("")
        self._room.refresh_now()
        self._go_to_next(task_id)

    def _go_to_next(self, after: str) -> None:
        """The next task without a report gets the keyboard; at the end the last one reported."""
        self._focus(self._next(after) or after)

    def _next(self, after: str) -> str:
        keys = [row.task_id for row in self._view.rows]
        start = keys.index(after) + 1 if after in keys else 0
        rows = (*self._view.rows[start:], *self._view.rows[:start])
        return next((row.task_id for row in rows if row.report is None), "")

    def _focus(self, task_id: str) -> None:
        line = next((one for one in self.lines if one.key == task_id), None)
        line = line or (self.lines[0] if self.lines else None)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._room.panel.page.ensureWidgetVisible(line, 0, 40)

    def _stepped(self, task_id: str, by: int) -> None:
        keys = [line.key for line in self.lines]
        place = keys.index(task_id) + by
        if 0 <= place < len(keys):
            self._focus(keys[place])
        elif place >= len(keys):
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        chosen, self._chosen = self._chosen, ""
        self._say("")
        if self.entry.text() or chosen:
            self.entry.clear()
            self._write_below("")
            self._focus(chosen or self._next(""))
        else:
            self._room.to_agenda()

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)


def _typed(row: ReviewRow) -> str:
    """What was reported, as it would be typed; nothing for a new one."""
    if row.report is None:
        return ""
    sign = {
        TaskReportOutcome.DONE: "+",
        TaskReportOutcome.PARTLY: "/",
        TaskReportOutcome.NOT_DONE: "-",
        TaskReportOutcome.CANCELLED: "*",
    }.get(row.report.outcome)
    if sign is None:
        due = row.report.new_due_on
        sign = (
            f"> {due:%d.%m.%Y}" if due is not None else f"> {labels.word('report', 'next_session')}"
        )
    who = f" ^{row.report.by}" if row.report.by else ""
    return f"{sign} {row.report.line}{who}".strip()
