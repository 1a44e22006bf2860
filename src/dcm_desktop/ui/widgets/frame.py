"""The frame all screens share: header of a screen, navigation rail, status line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, empty, hbox, vbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import ElideLabel, Icon, Label
from dcm_desktop.ui.widgets.painted_button import PaintedButton

RAIL_WIDE, RAIL_NARROW = 92, 56
HEADER_HEIGHT = 44
STATUS_HEIGHT = 28


class Header(QWidget):
    """Title, state pills and a quiet line at the left; what can be done here at the right."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, "title")
        self.subtitle = ElideLabel(subtitle, "small", "text2")
        self._pills = hbox(spacing=8)
        self._actions = hbox(spacing=8)
        line = hbox(self.title, self._pills, None, spacing=12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(vbox(line, self.subtitle, spacing=2), 1)
        row.addLayout(self._actions)
        self.restyle()

    def restyle(self) -> None:
        """Be as high as the text is big."""
        self.setFixedHeight(theme.px(HEADER_HEIGHT))

    def set_text(self, title: str, subtitle: str = "") -> None:
        """Change title and quiet line."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)

    def set_pills(self, *pills: QWidget) -> None:
        """Replace the pills behind the title."""
        empty(self._pills)
        for pill in pills:
            self._pills.addWidget(pill)

    def set_actions(self, *parts: QWidget) -> None:
        """Put buttons and search fields at the right; once, when the screen is built."""
        for part in parts:
            self._actions.addWidget(part)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons at the right that have a word and can be pressed now."""
        items = (self._actions.itemAt(place) for place in range(self._actions.count()))
        parts = (item.widget() for item in items if item is not None)
        return tuple(
            part
            for part in parts
            if isinstance(part, Button) and part.text() and part.isVisible() and part.isEnabled()
        )

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the buttons keep their words and lose their key caps."""
        for place in range(self._actions.count()):
            item = self._actions.itemAt(place)
            part = item.widget() if item is not None else None
            if isinstance(part, Button):
                part.set_capped(not narrow)


class RailButton(PaintedButton):
    """A place in the rail: icon over word, or icon only."""

    def __init__(self, icon: str, text: str, *, checkable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._narrow = icon, False
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_narrow(self, narrow: bool) -> None:
        """Icon only; the word becomes the tool tip."""
        self._narrow = narrow
        self.setToolTip(self.text() if narrow else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """57 px high with its word, 38 without."""
        return QSize(44, 38 if self._narrow else 35 + theme.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF()
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme.colour("selection" if self.isChecked() else "hover"))
            painter.drawRoundedRect(rect, 8, 8)
        tone = "selection_text" if self.isChecked() else "text2"
        x = (rect.width() - 22) / 2
        if self._narrow:
            paint.icon(painter, x, (rect.height() - 22) / 2, self._icon, tone, 22)
        else:
            paint.icon(painter, x, 8, self._icon, tone, 22)
            words = rect.adjusted(2, 30, -2, -2)
            paint.text(painter, words, self.text(), "captionm", tone, paint.CENTER)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 8)


@dataclass(frozen=True, slots=True)
class RailItem:
    """One entry of the rail."""

    key: str
    icon: str
    text: str


class Rail(QFrame):
    """The places of the program down the left edge; one Tab stop, arrows inside."""

    chosen = Signal(str)
    """The user wants to go to a place; carries its key."""

    def __init__(
        self, upper: Sequence[RailItem], lower: Sequence[RailItem], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.setAccessibleName(self.tr("Places"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 12, 6, 8)
        column.setSpacing(4)
        for item in upper:
            column.addWidget(self._button(item))
        column.addStretch(1)
        for item in lower:
            column.addWidget(self._button(item))
        self.set_narrow(False)

    def set_current(self, key: str) -> None:
        """Light the place the user is in."""
        button = self.buttons.get(key)
        if button is not None and button.isCheckable():
            button.setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, 56 px wide."""
        self.setFixedWidth(RAIL_NARROW if narrow else max(RAIL_WIDE, self._widest() + 16))
        for button in self.buttons.values():
            button.set_narrow(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk over all entries."""
        order = list(self.buttons.values())
        focus = self.focusWidget()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and isinstance(focus, RailButton):
            order[(order.index(focus) + step) % len(order)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _widest(self) -> int:
        words = [theme.advance(b.text(), "captionm") for b in self.buttons.values()]
        return int(max(words, default=0))

    def _button(self, item: RailItem) -> RailButton:
        checkable = item.key != "lock"
        button = RailButton(item.icon, item.text, checkable=checkable, parent=self)
        button.setObjectName(f"rail_{item.key}")
        button.clicked.connect(self._clicked)
        if checkable:
            self._group.addButton(button)
        self.buttons[item.key] = button
        return button

    def _clicked(self) -> None:
        button = self.sender()
        for key, known in self.buttons.items():
            if known is button:
                self.chosen.emit(key)
                return


class Truth(QWidget):
    """One statement of the status line: a sign and a few words."""

    def __init__(self, icon: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = Icon(icon, "text2", 14)
        self._label = Label(text, "caption", "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._label)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def set_state(self, icon: str, text: str, tone: str = "text2") -> None:
        """Say something else."""
        self._icon.set_icon(icon, tone)
        self._label.setText(text)
        self._label.set_tone(tone)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class StatusLine(Box):
    """The three truths: saved when, encrypted, what the hall sees; and where the keys are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name="statusline", row=True, spacing=16, margins=(16, 0, 16, 0))
        if parent is not None:
            self.setParent(parent)
        self.saved = Truth("check")
        self.kept = Truth("shield-check")
        self.extra = Truth("hard-drive")
        self.hall = Truth("monitor-off")
        self.keys = Truth("keyboard")
        self.extra.hide()
        self.add(self.saved, self.kept, self.extra, None, self.hall, self.keys)
        self.restyle()

    def restyle(self) -> None:
        """Be as high as the text is big."""
        self.setFixedHeight(theme.px(STATUS_HEIGHT))

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what is not one of the three truths."""
        self.keys.setVisible(not narrow)
        self.extra.setVisible(not narrow and bool(self.extra.text))
