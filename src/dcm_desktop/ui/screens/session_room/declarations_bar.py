"""Who has not signed the declaration of confidentiality: said before a case, holds nothing up."""

from typing import TYPE_CHECKING

from dcm_desktop.domain.terms import AgendaItemStatus, SessionStatus
from dcm_desktop.ui.screens.session_room.part import RoomBar
from dcm_desktop.ui.widgets.messages import Act, MessageStrip
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen

_NAMED = 3


class DeclarationsBar(RoomBar):
    """Seen while a case that waits is shown; closed, it stays away for that case."""

    concerns = frozenset({"guest"})

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(spacing=0)
        self._room = room
        self._item_id = ""
        self._closed: set[str] = set()
        self._said: tuple[str, ...] = ()
        self.strip = MessageStrip()
        self.strip.closed.connect(self._put_away)
        self.add(self.strip)
        self.hide()

    def show_room(self, view: RoomView) -> None:
        """Name those in the room who have not signed."""
        item, missing = view.current, view.live.undeclared
        ahead = (
            item is not None
            and item.case_id is not None
            and item.status is AgendaItemStatus.WAITING
            and item.item_id not in self._closed
            and view.status is SessionStatus.OPEN
            and view.live.closed_part is None
        )
        if item is None or not ahead or not missing:
            self.hide()
            return
        if (item.item_id, missing) != (self._item_id, self._said) or self.isHidden():
            self._item_id, self._said = item.item_id, missing
            acts = [Act(self.tr("Roll call"), self._room.show_roll, cap="F3")]
            self.strip.say(self._text(missing), "warn", acts)
            self.show()

    def _text(self, missing: tuple[str, ...]) -> str:
        names = ", ".join(missing[:_NAMED])
        if len(missing) > _NAMED:
            rest = len(missing) - _NAMED
            names = self.tr("{names} and {n} more").format(names=names, n=rest)
        words = self.tr("Declaration of confidentiality not signed: {names}.")
        return words.format(names=names)

    def _put_away(self) -> None:
        self._closed.add(self._item_id)
        self.hide()
