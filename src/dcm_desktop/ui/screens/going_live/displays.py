"""The screens of this computer as rectangles where they stand, with their names and what they show.

The one that is chosen for the hall is filled; Enter or a click chooses another.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dcm_desktop.domain.projector_wire import ScreenInfo
from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.painted_button import PaintedButton

_GAP = 8


class ScreenTile(PaintedButton):
    """One screen."""

    def __init__(self, screen: ScreenInfo, parent: QWidget) -> None:
        super().__init__(parent)
        self.screen_info = screen
        self._role, self._icon, self._is_hall = "", "laptop", False

    def set_role(self, role: str, icon: str, *, is_hall: bool) -> None:
        """Say what it shows."""
        self._role, self._icon, self._is_hall = role, icon, is_hall
        self.setAccessibleName(f"{self.screen_info.name}: {role}")
        self.update()

    def sizeHint(self) -> QSize:
        """Its place is given by the picture."""
        return self.size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw screen, sign, what it shows, its name and size."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5)
        edge = "accent" if self._is_hall else "border_strong"
        painter.setPen(QPen(theme.colour(edge), 2 if self._is_hall else 1))
        painter.setBrush(theme.colour("soft" if self._is_hall else "raised"))
        painter.drawRoundedRect(rect, 8, 8)
        middle, high = rect.center(), theme.px(18)
        tone = "accent" if self._is_hall else "text2"
        top = middle.y() - 2.0 * high
        paint.icon(painter, middle.x() - 12, top - 12, self._icon, tone, 24)
        words = ((self._role, "strong", "text"), (self._name(), "caption", "text2"))
        for place, (text, role, colour) in enumerate(words):
            box = QRectF(rect.left() + 6, middle.y() - 4 + place * high, rect.width() - 12, high)
            paint.text(painter, box, text, role, colour, paint.CENTER)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().toRectF(), 9)

    def _name(self) -> str:
        one = self.screen_info
        return f"{one.name} · {one.width} × {one.height}"


class Displays(QWidget):
    """All screens, scaled to the room there is."""

    hall_chosen = Signal(object)
    """The user wants this screen for the hall; carries its `ScreenInfo`."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[ScreenTile] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(150))

    @property
    def tiles(self) -> tuple[ScreenTile, ...]:
        """The rectangles, the primary screen first."""
        return tuple(self._tiles)

    def show_screens(
        self,
        screens: tuple[ScreenInfo, ...],
        *,
        own: ScreenInfo | None,
        hall: ScreenInfo | None,
    ) -> None:
        """Show these; `own` is the one of this window, `hall` the one of the hall."""
        if tuple(tile.screen_info for tile in self._tiles) != screens:
            for tile in self._tiles:
                tile.hide()
                tile.deleteLater()
            self._tiles = [ScreenTile(screen, self) for screen in screens]
            for tile in self._tiles:
                tile.clicked.connect(self._clicked)
                tile.show()
        for tile in self._tiles:
            one = tile.screen_info
            if hall is not None and one.same(hall):
                tile.set_role(self.tr("THIS IS WHAT THE MEMBERS SEE"), "projector", is_hall=True)
            elif own is not None and one.same(own):
                tile.set_role(self.tr("this window"), "laptop", is_hall=False)
            else:
                tile.set_role(self.tr("nothing of the session"), "monitor", is_hall=False)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale to the new size."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        """Room for two screens side by side."""
        return QSize(theme.px(420), theme.px(190))

    def _place(self) -> None:
        whole = QRect()
        for tile in self._tiles:
            one = tile.screen_info
            whole = whole.united(QRect(one.x, one.y, one.width, one.height))
        if whole.isEmpty():
            return
        scale = min((self.width() - 4) / whole.width(), (self.height() - 4) / whole.height())
        left = (self.width() - whole.width() * scale) / 2
        top = (self.height() - whole.height() * scale) / 2
        for tile in self._tiles:
            one = tile.screen_info
            at = QPoint(
                round(left + (one.x - whole.x()) * scale), round(top + (one.y - whole.y()) * scale)
            )
            size = QSize(round(one.width * scale) - _GAP // 2, round(one.height * scale))
            tile.setGeometry(QRect(at, size))

    def _clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, ScreenTile) and not tile.screen_info.primary:
            self.hall_chosen.emit(tile.screen_info)
        elif isinstance(tile, ScreenTile):
            tile.setFocus(Qt.FocusReason.OtherFocusReason)
