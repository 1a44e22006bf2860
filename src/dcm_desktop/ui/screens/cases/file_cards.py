"""The cards of a case file: people, what is missing, tasks."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from dcm_desktop import labels
from dcm_desktop.domain.case import AgeGroup
from dcm_desktop.domain.case_file import Missing
from dcm_desktop.domain.terms import CareAttitude
from dcm_desktop.ui import theme
from dcm_desktop.ui.clock import today
from dcm_desktop.ui.formats import language, short_date
from dcm_desktop.ui.screens.cases.file_tabs import FAMILY, FileTabs
from dcm_desktop.ui.screens.cases.genogram import Genogram
from dcm_desktop.ui.screens.cases.words import Ages
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, Card, ScrollColumn, hbox, hline
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label, Pill
from dcm_desktop.ui.widgets.lists import ListView, RowState
from dcm_desktop.usecases.cases import (
    CaseTaskRow,
    CaseView,
    ChildRow,
    FamilyMemberRow,
)


@dataclass(frozen=True, slots=True, repr=False)
class PersonLine:
    """One line of the list of people."""

    kind: str
    record_id: str
    who: str
    name: str
    more: str
    spoken: str = ""


class PeopleCard(Box):
    """Children with their age, the family, consent and who works on it."""

    child_opened = Signal(str)
    """A child is to be shown; carries its id."""
    relative_opened = Signal(str)
    """A family member is to be shown; carries its id."""
    child_wanted = Signal()
    """One more child is to be added."""
    relative_wanted = Signal()
    """One more family member is to be added."""

    def __init__(self) -> None:
        super().__init__(name="card", spacing=0, margins=(1, 1, 1, 1))
        self.tabs = FileTabs(FAMILY)
        self.genogram = Genogram()
        self.list: ListView[PersonLine] = ListView(
            self._paint_line,
            height=self._height,
            name=self.tr("People and family"),
            words=lambda line: ", ".join(
                filter(None, (line.who, line.name, line.more, line.spoken))
            ),
        )
        self.list.row_opened.connect(self._opened)
        self._facts = Box(spacing=4)
        self._none = Label(self.tr("Nobody is entered yet."), "small", "text3")
        child = Button(self.tr("Child"), kind="ghost", icon="plus")
        child.setObjectName("addChildButton")
        child.clicked.connect(self.child_wanted)
        relative = Button(self.tr("Family member"), kind="ghost", icon="plus")
        relative.setObjectName("addRelativeButton")
        relative.clicked.connect(self.relative_wanted)
        self.buttons = Box(child, relative, None, row=True, spacing=0, margins=(8, 4, 8, 4))
        self._page = ScrollColumn(
            self.genogram, self.list, self._none, hline(), self._facts, None,
            spacing=8, margins=(14, 4, 12, 8),
        )  # fmt: skip
        self.add(
            hbox(
                Label(self.tr("People and family"), "heading"),
                None,
                self.tabs,
                margins=(16, 10, 16, 6),
            ),
            (self._page, 1),
            hline(),
            self.buttons,
        )
        self.setFocusProxy(self.list)

    def set_narrow(self, narrow: bool) -> None:
        """Tabs in the head; the names before the drawing where there is little height."""
        self.tabs.setVisible(narrow)
        column = self._page.column
        column.removeWidget(self.genogram)
        column.insertWidget(2 if narrow else 0, self.genogram)

    def show_view(self, view: CaseView) -> None:
        """Show the people of a case."""
        self.genogram.show_family(view.children, view.family)
        lines = [self._child(row) for row in view.children]
        lines += [self._relative(row) for row in view.family]
        self.list.set_rows(lines)
        self.list.setFixedHeight(len(lines) * theme.px(28) + 2)
        self.list.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._facts.clear()
        for label, value in self._known(view):
            if value:
                quiet = Label(label, "small", "text2")
                quiet.setFixedWidth(theme.px(104))
                row = Box(quiet, (Label(value, "small", wrap=True), 1), row=True)
                row.box.setAlignment(quiet, Qt.AlignmentFlag.AlignTop)
                self._facts.add(row)

    def _child(self, row: ChildRow) -> PersonLine:
        age = Ages().of(row.birth_date, None, None, today())
        if row.unborn:
            age = self.tr("expected")
        elif not age and row.years_today:
            age = self.tr("about {years} y.").format(years=row.years_today)
        elif not age and row.age_group is not AgeGroup.UNKNOWN:
            age = label_of(row.age_group)
        care = label_of(row.care_now) if row.care_now else ""
        return PersonLine("child", row.child_id, row.label, row.name, age, care)

    def _relative(self, row: FamilyMemberRow) -> PersonLine:
        attitude = row.attitude
        more = label_of(attitude) if attitude not in (None, CareAttitude.UNKNOWN) else ""
        if row.deceased:
            more = self.tr("deceased")
        elif not more and not row.lives_with_child:
            more = self.tr("lives apart")
        return PersonLine("member", row.member_id, capital(label_of(row.relation)), row.name, more)

    def _known(self, view: CaseView) -> list[tuple[str, str]]:
        data = view.data
        consent = label_of(data.consent) if data.consent else ""
        if consent and data.consent_on:
            consent = self.tr("{what} on {day}").format(
                what=consent, day=short_date(data.consent_on)
            )
        home = ", ".join(filter(None, (view.settlement, data.address)))
        return [
            (self.tr("Consent"), consent),
            (self.tr("Referred by"), view.source_institution),
            (self.tr("Works on it"), view.worker),
            (self.tr("Address"), home),
        ]

    def _opened(self, line: object) -> None:
        if isinstance(line, PersonLine):
            signal = self.child_opened if line.kind == "child" else self.relative_opened
            signal.emit(line.record_id)

    @staticmethod
    def _height(_line: PersonLine, _width: int) -> int:
        return theme.px(28)

    def _paint_line(
        self, painter: QPainter, rect: QRectF, line: PersonLine, state: RowState
    ) -> None:
        inner = rect.adjusted(4, 0, -4, 0)
        tone = "selection_text" if state.current else "text"
        first = min(max(theme.advance(line.who, "small") + 10, theme.px(64)), inner.width() * 0.4)
        paint.text(
            painter, QRectF(inner.x(), inner.y(), first, inner.height()), line.who, "small", "text2"
        )
        name = QRectF(inner.x() + first, inner.y(), inner.width() - first, inner.height())
        width = min(theme.advance(line.more, "caption") + 2, name.width() * 0.55)
        room = name.width() - width - 8
        named = theme.advance(line.name, "small")
        if named > room:
            width = max(0.0, name.width() - min(named, name.width()) - 8)
        paint.text(painter, name.adjusted(0, 0, -width - 8, 0), line.name, "small", tone)
        if width > 12:
            end = QRectF(name.right() - width, name.y(), width, name.height())
            quiet = "text2" if state.current else "text3"
            paint.text(painter, end, line.more, "caption", quiet, paint.RIGHT)


class MissingCard(Card):
    """What the case lacks, the weightiest first; each line leads to its field."""

    wanted = Signal(object)
    """A line was pressed; carries the `Missing`."""

    def __init__(self) -> None:
        super().__init__(spacing=6, margins=(1, 10, 1, 8))
        self._pill = Pill()
        self.list: ListView[Missing] = ListView(
            self._paint_line,
            height=self._height,
            name=self.tr("What is missing"),
            words=missing_words,
        )
        self.list.row_opened.connect(self.wanted)
        self._none = Label(self.tr("Nothing: the file is complete."), "small", "text2", wrap=True)
        self._none.setContentsMargins(15, 0, 15, 4)
        title = Label(self.tr("What is missing"), "heading")
        self.add(hbox(title, None, self._pill, margins=(15, 0, 15, 0)), self._none, self.list)

    def show_rows(self, rows: tuple[Missing, ...], most: int) -> None:
        """Show what is missing; more than `most` lines scroll."""
        self.list.set_rows(rows)
        tone, sign = ("warn", "triangle-alert") if rows else ("ok", "check")
        self._pill.set_state(str(len(rows)), tone, sign)
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        width = max(120, self.list.maximumViewportSize().width() - 12)
        heights = [self._height(row, width) for row in rows[:most]]
        self.list.setFixedHeight(sum(heights) + 2)

    @staticmethod
    def _height(row: Missing, width: int) -> int:
        room = width - 12 - 26 - 34
        return max(theme.px(32), int(paint.wrapped_height(missing_words(row), room, "small")) + 14)

    @staticmethod
    def _paint_line(painter: QPainter, rect: QRectF, row: Missing, state: RowState) -> None:
        paint.icon(painter, rect.x() + 12, rect.y() + 8, "triangle-alert", "warn", 16)
        tone = "selection_text" if state.current else "text"
        words = rect.adjusted(38, 7, -34, -5)
        paint.wrapped(painter, words, missing_words(row), "small", tone)
        paint.icon(painter, rect.right() - 28, rect.center().y() - 8, "chevron-right", "text2", 16)


class TasksCard(Card):
    """Commitments taken about the case; what is late in red words."""

    task_opened = Signal(object)
    """A line was pressed; carries the `CaseTaskRow`."""

    def __init__(self) -> None:
        super().__init__(spacing=4, margins=(1, 10, 1, 8))
        self._count = Label("", "smalls", "text2")
        self.list: ListView[CaseTaskRow] = ListView(
            self._paint_line,
            height=self._height,
            name=self.tr("Tasks"),
            words=lambda row: f"{row.title}, {row.institution}, {self._term(row)[0]}",
        )
        self.list.row_opened.connect(self.task_opened)
        self._none = Label(
            self.tr("No task yet; tasks come from decisions in a session."),
            "small",
            "text2",
            wrap=True,
        )
        self._none.setContentsMargins(15, 0, 15, 4)
        self.add(
            hbox(Label(self.tr("Tasks"), "heading"), None, self._count, margins=(15, 0, 15, 0)),
            self._none,
            (self.list, 1),
        )
        self.box.addStretch(0)

    def show_rows(self, rows: tuple[CaseTaskRow, ...]) -> None:
        """Show the tasks."""
        self.list.set_rows(rows)
        done = sum(1 for row in rows if row.done_on is not None)
        words = self.tr("{done} of {all}").format(done=done, all=len(rows))
        self._count.setText(words if rows else "")
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))

    def _term(self, row: CaseTaskRow) -> tuple[str, str]:
        if row.done_on is not None:
            return self.tr("done"), "ok"
        if row.standing:
            return self.tr("standing"), "text2"
        if row.next_session:
            return self.tr("next session"), "text2"
        if row.due_on is None:
            return self.tr("no term"), "warn"
        if row.is_overdue:
            return self.tr("since {day}").format(day=short_date(row.due_on)), "bad"
        return short_date(row.due_on), "text2"

    def _paint_line(
        self, painter: QPainter, rect: QRectF, row: CaseTaskRow, state: RowState
    ) -> None:
        ink = "selection_text" if state.current else "text"
        title = QRectF(rect.x() + 14, rect.y() + 6, rect.width() - 28, rect.height() - 26)
        paint.wrapped(painter, title, row.title, "small", ink)
        low = QRectF(title.x(), rect.bottom() - theme.px(18) - 5, title.width(), theme.px(18))
        term, tone = self._term(row)
        width = theme.advance(term, "caption") + 4
        paint.text(painter, low, term, "caption", tone, paint.RIGHT)
        quiet = "text2" if state.current else "text3"
        left = low.adjusted(0, 0, -width - 8, 0)
        paint.text(painter, left, capital(row.institution), "caption", quiet)

    @staticmethod
    def _height(row: CaseTaskRow, width: int) -> int:
        return int(paint.wrapped_height(row.title, width - 28, "small")) + theme.px(18) + 13


def missing_words(row: Missing) -> str:
    """„Мнението на Дете 3, или защо не е изслушано“."""
    words = labels.word("missing", row.code, language())
    return capital(words.replace("{label}", row.label))
