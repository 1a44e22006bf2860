"""Where the user is in the room: item and field, kept for a restart; the drafts of an item."""

from PySide6.QtCore import QObject

from dcm_desktop.ui.clock import now
from dcm_desktop.ui.draft_writer import writer_of
from dcm_desktop.ui.screens.session_room.resume import PLACE
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import DraftRow, get_place, list_drafts, save_place
from dcm_desktop.usecases.sessions.views import RoomView


class RoomPlace(QObject):
    """Remembers session, item and field in the store, and finds them again."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kept: tuple[str, str] = ("", "")
        self.session_id, self.item_id, self.field = "", "", ""

    def arrive(self, session_id: str, item_id: str) -> bool:
        """Find out which session, item and field to go to; False: one is there already.

        Without an id it is the session where the user was, at the same item and field.
        """
        place = self._workspace.ask(get_place)
        known = place.record_id if place is not None and place.screen == PLACE else ""
        session_id = session_id or self.session_id or known
        if session_id == self.session_id and not item_id:
            self.field = self._kept[1].partition(" ")[2]
            return False
        self.session_id, self.item_id, self.field = session_id, item_id, ""
        if place is not None and known == session_id and not item_id:
            self.item_id, _, self.field = place.field.partition(" ")
        return True

    def remember(self, item_id: str, field: str) -> None:
        """Keep item and field; without a field the one that was kept stays."""
        field = field or self._kept[1].partition(" ")[2]
        place = (self.session_id, f"{item_id} {field}")
        if place != self._kept:
            self._kept = place
            self._workspace.jot(save_place, PLACE, place[0], place[1], at=now())

    def drafts(self, view: RoomView) -> dict[str, DraftRow]:
        """Typed text that was kept for the item that is shown and for its decision."""
        item = view.current
        if item is None:
            return {}
        found = {row.field: row for row in self._read(item.item_id)}
        adopted = [row for row in item.decisions if row.number]
        public = item.draft or (adopted[-1] if adopted else None)
        if public is not None:
            found |= {row.field: row for row in self._read(public.decision_id)}
        return found

    def begun_line(self, view: RoomView | None) -> DraftRow | None:
        """A line of discussion or a task that was begun in this session and never entered."""
        items = {row.item_id for row in view.items} if view is not None else set()
        for draft in self._read():
            begun = draft.field in ("line", "task_line") and draft.text.strip()
            if begun and draft.record_id in items:
                return draft
        return None

    def _read(self, record_id: str | None = None) -> list[DraftRow]:
        """Drafts in the store and those still on their way there."""
        rows = writer_of(self._workspace).known(self._workspace.ask(list_drafts, record_id))
        return [row for row in rows if record_id in (None, row.record_id)]
