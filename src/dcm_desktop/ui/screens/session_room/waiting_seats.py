"""Changes of membership that wait under an item, in words."""

from PySide6.QtCore import QObject

from dcm_desktop.domain.terms import MembershipChangeKind
from dcm_desktop.ui import formats
from dcm_desktop.ui.screens.choices import capital, label_of
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.members import person_names
from dcm_desktop.usecases.sessions.membership import MembershipData
from dcm_desktop.usecases.sessions.views import RoomView


class SeatWords(QObject):
    """Phrases of a change."""

    def change(self, data: MembershipData, name: str) -> str:
        """`Край на членство: Борис Калчев, от 1.12.2026`."""
        words = self.tr("{change}: {name}, from {date}")
        return words.format(
            change=capital(label_of(data.change)),
            name=name,
            date=formats.short_date(data.effective_on),
        )


def waiting_seats(workspace: Workspace, view: RoomView) -> list[tuple[str, str]]:
    """(id, words) of each change that waits under the item that is shown."""
    item = view.current
    if item is None or not item.membership:
        return []
    by_seat = {row.mandate_id: row.name for row in (*view.members, *view.others)}
    people = [pending.data.person_id for pending in item.membership]
    names = workspace.ask(person_names, people)
    words = SeatWords()
    found = []
    for pending in item.membership:
        data = pending.data
        ends = data.change is MembershipChangeKind.END
        name = by_seat.get(data.mandate_id, "") if ends else names.get(data.person_id or "", "")
        found.append((pending.pending_id, words.change(data, name)))
    return found
