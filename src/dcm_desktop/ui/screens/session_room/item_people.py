"""Who was in the room during an item, derived from the stays: people, and totals by institution."""

from dcm_desktop.domain.terms import AttendanceCapacity
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.ui.screens.side_form import SidePanel
from dcm_desktop.ui.widgets.boxes import hbox
from dcm_desktop.ui.widgets.labels import ElideLabel, Label
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions.doors import heard_by, totals_by_institution

_ORDER = (
    AttendanceCapacity.PERMANENT,
    AttendanceCapacity.SUBSTITUTE,
    AttendanceCapacity.ASSOCIATE,
    AttendanceCapacity.GUEST,
    AttendanceCapacity.COORDINATOR,
)


class ItemPeople(SidePanel):
    """For a closed item it is the list of who heard it."""

    def __init__(self, workspace: Workspace, item_id: str) -> None:
        super().__init__("")
        heard = workspace.ask(heard_by, item_id)
        self.title.setText(self.tr("In the room during this item"))
        self.subtitle.setText(
            self.tr("People: {n}. Derived from arrivals and departures.").format(n=len(heard))
        )
        self.subtitle.show()
        for capacity in _ORDER:
            rows = [row for row in heard if row.capacity is capacity]
            if rows:
                words = f"{capital(label_of(capacity))}: {len(rows)}"
                self.page.add(Label(words, "smallm"))
            for row in rows:
                institution = ElideLabel(capital(row.institution), "small", "text2")
                self.page.add(hbox((Label(row.name, "small"), 1), (institution, 1), spacing=8))
        totals = totals_by_institution(heard)
        if totals:
            self.page.add(Label(self.tr("By institution"), "smallm"))
        for name, count in totals:
            line = hbox((ElideLabel(capital(name), "small"), 1), Label(str(count), "smallm"))
            self.page.add(line)
        self.page.add(None)
