"""Where the parts of the room stand: three columns, pages over them, bars below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.screen import Fit
from dcm_desktop.ui.screens.session_room.agenda_panel import AgendaPanel
from dcm_desktop.ui.screens.session_room.attendance_panel import AttendancePanel
from dcm_desktop.ui.screens.session_room.item_panel import ItemPanel
from dcm_desktop.ui.screens.session_room.part import RoomBar, RoomCard, RoomPage
from dcm_desktop.ui.screens.session_room.right_column import RightColumn
from dcm_desktop.ui.screens.session_room.roll_call import RollCall
from dcm_desktop.ui.screens.side_form import SideStage


class RoomLayout:
    """Builds the columns and folds them: agenda to discs, fields to lines, the right one away."""

    def __init__(
        self,
        agenda: AgendaPanel,
        panel: ItemPanel,
        roll: RollCall,
        attendance: AttendancePanel,
    ) -> None:
        self.agenda, self.panel, self.roll, self.attendance = agenda, panel, roll, attendance
        items = QWidget()
        self._items_row = QHBoxLayout(items)
        self._items_row.setContentsMargins(0, 0, 0, 0)
        self._items_row.setSpacing(12)
        self._items_row.addWidget(agenda)
        self._items_row.addWidget(panel, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(items)
        self.pages.addWidget(roll)
        self.medium = False

    def build(
        self,
        body: QVBoxLayout,
        cards: Sequence[RoomCard],
        bars: Sequence[RoomBar],
        pages: Sequence[RoomPage],
    ) -> SideStage:
        """Put everything into the body of the screen; the stage takes forms at the side."""
        self.added = tuple(pages)
        for page in pages:
            self.pages.addWidget(page)
        self.right = RightColumn(self.attendance, cards)
        self.stage = SideStage(self.pages, self.right)
        self.stage.changed.connect(self.arrange)
        body.addWidget(self.stage, 1)
        for bar in bars:
            body.addWidget(bar)
        self.arrange()
        return self.stage

    @property
    def on_items(self) -> bool:
        """Whether the items are seen, and no page over them."""
        return self.pages.currentIndex() == 0

    @property
    def in_roll(self) -> bool:
        """Whether the roll call is seen."""
        return self.pages.currentWidget() is self.roll

    @property
    def page(self) -> RoomPage | None:
        """The page over the items, other than the roll call."""
        widget = self.pages.currentWidget()
        return widget if isinstance(widget, RoomPage) else None

    def show(self, page: QWidget | None) -> None:
        """Show a page; None: the items."""
        self.pages.setCurrentWidget(page) if page is not None else self.pages.setCurrentIndex(0)
        self.arrange()

    def fit(self, room: Fit) -> None:
        """Fold: agenda to discs, fields to lines, right column to a button."""
        self.medium = room.medium
        self.agenda.set_narrow(room.narrow)
        self._items_row.setSpacing(8 if room.narrow else 12)
        self.panel.set_folding(room.low or room.narrow, narrow=room.narrow)
        self.roll.set_narrow(room.narrow, short=room.medium)
        self.stage.set_narrow(room.narrow)
        width = min(420, max(280, round(room.width * 0.205)))
        self.right.setFixedWidth(theme.px(width))
        self.arrange()

    def arrange(self) -> None:
        """Only the page that is seen asks for room, and gets the keyboard from a form that closes;
        the right column stands beside the items."""
        for place in range(self.pages.count()):
            seen = QSizePolicy.Policy.Expanding
            policy = seen if place == self.pages.currentIndex() else QSizePolicy.Policy.Ignored
            page = self.pages.widget(place)
            if page is not None:
                page.setSizePolicy(policy, policy)
        keyboard: QWidget = self.page or self.agenda.list
        if self.pages.hasFocus():  # a form has closed
            (self.roll.entry if self.in_roll else keyboard).setFocus()
        self.panel.vote.set_primary(self.stage.panel is None)
        self.stage.show_beside(self.on_items and not self.medium)
