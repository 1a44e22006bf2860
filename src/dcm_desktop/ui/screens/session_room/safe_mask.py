"""Safe view in the room: one list of what may name a case, and the bar that says that it is on."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.ui.hall.cover import dotted
from dcm_desktop.ui.hall.safe_view import SafeView
from dcm_desktop.ui.screens.session_room.hall_card import HallCard
from dcm_desktop.ui.screens.session_room.hall_choice import ChoicePanel
from dcm_desktop.ui.screens.session_room.hall_messages import MessagesForm
from dcm_desktop.ui.screens.session_room.part import RoomBar
from dcm_desktop.ui.screens.session_room.resume import LIVE
from dcm_desktop.ui.screens.session_room.row_paint import AgendaLine
from dcm_desktop.ui.widgets.labels import Icon, KeyCap, Label
from dcm_desktop.usecases.sessions.views import ItemRow, RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen

_OPEN = (HallCard,)
_OPEN_PANELS = (ChoicePanel, MessagesForm)


class SafeMask(QObject):
    """Covers the middle column, the cards and the forms while a case is there; rows of cases."""

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(room)
        self._room = room
        self.view = SafeView(room.desk.shell.hall, self)
        self._part_of_case: tuple[QWidget, ...] = (room.panel.heading, room.panel.page)
        for widget in self._part_of_case:
            self.view.cover(widget, secret=False)
        for part in room.parts:
            if isinstance(part, _OPEN) or not hasattr(part, "content"):
                continue
            if part not in room.panel.added:
                self.view.cover(part.content, secret=False)
                self._part_of_case = (*self._part_of_case, part.content)
        self.view.changed.connect(room.mark_stale)
        room.stage.changed.connect(self._panel_changed)

    def show_room(self, view: RoomView) -> None:
        """Another item: what stands here may name a case now, or no longer."""
        self.view.set_session_open(view.status in LIVE and not view.entered_later)
        item = view.current
        row = next((one for one in view.items if item and one.item_id == item.item_id), None)
        secret = row is not None and _names_case(row)
        for widget in self._part_of_case:
            self.view.set_secret(widget, secret)

    def line(self, line: AgendaLine, row: ItemRow) -> AgendaLine:
        """A row of the agenda, dotted while there are dots."""
        if not self.view.is_hiding or not _names_case(row):
            return line
        return replace(line, title=dotted(line.title))

    def _panel_changed(self) -> None:
        panel = self._room.stage.panel
        if panel is not None and not isinstance(panel, _OPEN_PANELS):
            self.view.cover(panel.title)
            self.view.cover(panel.page)


class SafeBar(RoomBar):
    """Says clearly that everybody looks at this window."""

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__(name="banner_warn", row=True, spacing=8, margins=(12, 6, 12, 6))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._room = room
        self._text = Label("", "smallm", "warn", wrap=True)
        self.add(Icon("eye-off", "warn", 18), (self._text, 1), KeyCap("F10"))
        self.hide()

    @property
    def text(self) -> str:
        """The sentence; empty while it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_room(self, view: RoomView) -> None:
        """Follow the safe view."""
        safe = self._room.safe
        safe.show_room(view)
        self.setVisible(safe.view.is_on)
        self._text.setText(
            self.tr("Safe view: cases are hidden. Hold the key to read.")
            if safe.view.is_hiding
            else self.tr("Shown to everybody who sees this screen. Let the key go to hide it.")
        )


def _names_case(row: ItemRow) -> bool:
    return row.case_id is not None or row.kind is AgendaItemKind.CASE or row.closed
