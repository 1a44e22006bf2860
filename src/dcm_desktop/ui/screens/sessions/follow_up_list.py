"""Open and overdue tasks inside the form of the item „Изпълнение на решенията“."""

from collections.abc import Sequence

from dcm_desktop.ui.formats import NBSP, short_date
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.labels import ElideLabel, Label, Pill
from dcm_desktop.usecases.sessions import FollowUpGroup
from dcm_desktop.usecases.tasks import TaskRow


class FollowUpList(Box):
    """Tasks by institution, the late ones first; what the item goes through."""

    def __init__(self) -> None:
        super().__init__(name="inset", spacing=6, margins=(12, 8, 12, 10))
        self.lines: list[str] = []
        self.hide()

    def show_groups(self, groups: Sequence[FollowUpGroup]) -> None:
        """Show other tasks."""
        self.clear()
        self.lines = []
        count = sum(len(group.tasks) for group in groups)
        late = sum(group.overdue for group in groups)
        head = hbox(Label(self.tr("Tasks to go through"), "smallm"), None)
        if late:
            words = self.tr("overdue: {n}").format(n=late)
            head.addWidget(Pill(words, "bad", "clock"))
        head.addWidget(Label(Plurals().tasks(count), "caption", "text2"))
        self.add(head)
        if not groups:
            self.add(Label(self.tr("No task is open any more."), "small", "text2", wrap=True))
        for group in groups:
            name = group.institution or self.tr("Without an institution")
            self.lines.append(name)
            self.add(Label(f"{name} ({len(group.tasks)})", "smallm"))
            for task in group.tasks:
                self.add(self._line(task))

    def _line(self, task: TaskRow) -> Box:
        self.lines.append(task.title)
        from_where = [
            self.tr("decision {n}").format(n=task.decision_number) if task.decision_number else "",
            task.case_code,
        ]
        title = " · ".join(part for part in (task.title, *from_where) if part)
        due = self._due(task)
        tone = "bad" if task.is_overdue else "text2"
        line = Box(row=True, spacing=10, margins=(10, 0, 0, 0))
        line.add((ElideLabel(title, "small"), 1), Label(due, "caption", tone))
        return line

    def _due(self, task: TaskRow) -> str:
        if task.standing:
            return self.tr("standing")
        if task.due_on is None:
            return self.tr("next session")
        day = short_date(task.due_on)
        if task.is_overdue:
            late = Plurals().days(task.days_overdue)
            return self.tr("{date}, {days} late").format(date=day, days=late).replace(" ", NBSP)
        return day
