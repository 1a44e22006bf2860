"""What happened in a case, the newest first, and what the case is about."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen

from dcm_desktop.ui import theme
from dcm_desktop.ui.clock import today
from dcm_desktop.ui.formats import numbered, short_date
from dcm_desktop.ui.screens.cases.file_tabs import CHRONOLOGY, FileTabs
from dcm_desktop.ui.screens.choices import label_of
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, hbox, hline
from dcm_desktop.ui.widgets.buttons import Segmented
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.lists import ListView, RowState
from dcm_desktop.usecases.cases import (
    CaseEvent,
    CaseView,
    EventKind,
)

_ICONS = {
    EventKind.OPENED: "inbox",
    EventKind.STATUS: "flag",
    EventKind.CONSENT: "file-check",
    EventKind.REVIEW: "users",
    EventKind.DECISION: "gavel",
    EventKind.TASK_SET: "list-checks",
    EventKind.TASK_DONE: "circle-check",
    EventKind.PLEDGE: "package",
}
_MEETINGS = frozenset({EventKind.REVIEW, EventKind.DECISION})
_TASKS = frozenset({EventKind.TASK_SET, EventKind.TASK_DONE, EventKind.PLEDGE})


class ChronologyCard(Box):
    """What happened, the newest first; on each line the day, and when it was entered if later."""

    event_opened = Signal(object)
    """Enter or a click on a line; carries the `CaseEvent`."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self.tabs = FileTabs(CHRONOLOGY)
        self._events: tuple[CaseEvent, ...] = ()
        self.filter = Segmented(
            self.tr("All"), self.tr("Sessions"), self.tr("Tasks"), name=self.tr("Show")
        )
        self.filter.chosen.connect(self._filtered)
        self.list: ListView[CaseEvent] = ListView(
            self._paint_event,
            height=lambda _event, _width: theme.px(50),
            name=self.tr("Chronology"),
            words=lambda event: (
                f"{short_date(event.on)}, {self._title(event)}, {self._more(event)}"
            ),
        )
        self.list.row_opened.connect(self.event_opened)
        self._none = Label(self.tr("Nothing of this kind yet."), "small", "text3")
        self._none.setContentsMargins(16, 8, 16, 8)
        self.head = hbox(
            Label(self.tr("Chronology"), "heading"),
            None,
            self.filter,
            self.tabs,
            margins=(16, 10, 16, 6),
        )
        self._summary = Label("", "small", wrap=True)
        quiet = Label(self.tr("Summary without personal data"), "caption", "text2")
        self._foot = Box(
            hline(),
            Box(quiet, self._summary, spacing=2, margins=(16, 8, 16, 10)),
            spacing=0,
        )
        self.add(self.head, self._none, (self.list, 1), self._foot)
        self.box.addStretch(0)
        self.setFocusProxy(self.list)

    def set_narrow(self, narrow: bool) -> None:
        """Tabs in place of the filter."""
        self.filter.setVisible(not narrow)
        self.tabs.setVisible(narrow)

    def show_view(self, view: CaseView) -> None:
        """Show the chronology, and at its foot what the case is about."""
        self._events = view.chronology
        self._summary.setText(view.data.summary_neutral)
        self._foot.setVisible(bool(view.data.summary_neutral))
        self._filtered(self.filter.index)

    def _filtered(self, kind: int) -> None:
        groups = (frozenset(EventKind), _MEETINGS, _TASKS)
        rows = [event for event in self._events if event.kind in groups[kind]]
        self.list.set_rows(rows)
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))

    def _title(self, event: CaseEvent) -> str:
        status = label_of(event.status) if event.status else ""
        if event.kind is EventKind.DECISION:
            return self.tr("Decision {number}").format(number=numbered(event.more or "–"))
        if event.kind is EventKind.REVIEW:
            words = self.tr("Discussed in session {number}")
            return words.format(number=numbered(event.text))
        return {
            EventKind.OPENED: self.tr("The case was opened"),
            EventKind.STATUS: self.tr("State: {state}").format(state=status),
            EventKind.CONSENT: self.tr("Consent"),
            EventKind.TASK_SET: self.tr("Task: {what}").format(what=event.text),
            EventKind.TASK_DONE: self.tr("Done: {what}").format(what=event.text),
            EventKind.PLEDGE: self.tr("Support promised: {what}").format(what=event.text),
        }[event.kind]

    def _more(self, event: CaseEvent) -> str:
        parts = []
        if event.kind is EventKind.REVIEW and event.more:
            parts.append(self.tr("item {number}").format(number=event.more))
        elif event.kind in (EventKind.DECISION, EventKind.STATUS, EventKind.OPENED):
            parts.append(" ".join(event.text.split()))
        elif event.kind is EventKind.CONSENT:
            parts.append(event.text)
        elif event.kind is EventKind.TASK_DONE:
            parts.append(event.more)
        if event.entered_on > event.on:
            day = short_date(event.entered_on)
            parts.append(self.tr("entered {day}").format(day=day))
        return " · ".join(filter(None, parts))

    def _paint_event(
        self, painter: QPainter, rect: QRectF, event: CaseEvent, state: RowState
    ) -> None:
        middle = rect.y() + theme.px(19)
        days = QRectF(rect.x() + 10, rect.y() + theme.px(8), theme.px(66), theme.px(20))
        day = f"{event.on.day}.{event.on:%m}"
        if event.on.year != today().year:
            day = f"{day}.{event.on:%y}"
        paint.text(painter, days, day, "small", "text2", paint.RIGHT)
        x = days.right() + theme.px(22)
        painter.setPen(QPen(theme.colour("border"), 1))
        if state.place + 1 < self.list.rows_model.rowCount():
            painter.drawLine(int(x), int(middle), int(x), int(rect.bottom() + 6))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("mute_bg"))
        painter.drawEllipse(QRectF(x - 12, middle - 12, 24, 24))
        paint.icon(painter, x - 7, middle - 7, _ICONS[event.kind], "mute", 14)
        left = x + theme.px(22)
        width = rect.right() - left - 14
        tone = "selection_text" if state.current else "text"
        more = self._more(event)
        top = QRectF(left, rect.y() + theme.px(8), width, theme.px(20))
        paint.text(painter, top, self._title(event), "smallm", tone)
        if more:
            low = QRectF(left, top.bottom(), width, theme.px(18))
            paint.text(painter, low, more, "caption", "text2" if state.current else "text3")
