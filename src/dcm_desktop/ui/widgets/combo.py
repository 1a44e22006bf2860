"""A choice from a list; long lists get a search line. Replaces QComboBox and its native look."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QVBoxLayout, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.models.rows import fold
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import hline
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.lists import ListView, RowState

_SEARCH_FROM = 9
_MOST_SHOWN = 9


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the value that is kept, the word that is shown, perhaps a second line."""

    value: str
    text: str
    sub: str = ""


class Combo(QComboBox):
    """A field that opens a list of options; typing in it searches inside the words.

    `hint` stands in the field while nothing is chosen. The value "" means nothing is chosen.
    """

    chosen = Signal(str)
    """The user chose another option; carries its value."""
    left = Signal()
    """The keyboard went elsewhere: time to validate."""

    def __init__(
        self,
        options: Sequence[Option] = (),
        *,
        value: str = "",
        hint: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hint = hint
        self._options: list[Option] = []
        self._popup: _Popup | None = None
        self.setAccessibleName(name or hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restyle()
        self.set_options(options, value)

    def restyle(self) -> None:
        """Take the font of the theme now in force."""
        self.setFont(theme.font("body"))
        self.setFixedHeight(theme.px(32))

    def set_options(self, options: Sequence[Option], value: str | None = None) -> None:
        """Offer other options; keeps the chosen value when it is still among them."""
        keep = self.value() if value is None else value
        self._options = list(options)
        self.blockSignals(True)
        self.clear()
        for option in self._options:
            self.addItem(option.text)
        self.blockSignals(False)
        self.set_value(keep)

    def value(self) -> str:
        """Value of the chosen option; "" when none."""
        place = self.currentIndex()
        return self._options[place].value if 0 <= place < len(self._options) else ""

    def set_value(self, value: str) -> None:
        """Choose by value without telling anybody; an unknown value clears the field."""
        places = [i for i, option in enumerate(self._options) if option.value == value]
        self.setCurrentIndex(places[0] if places else -1)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for the usual option."""
        widest = max((theme.advance(o.text) for o in self._options[:40]), default=120)
        return QSize(int(min(320, max(120, widest + 52))), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow: the chosen word elides."""
        return QSize(96, theme.px(32))

    def showPopup(self) -> None:
        """Open the list under the field, or above it near the bottom of the screen."""
        self._open("")

    def hidePopup(self) -> None:
        """Close the list."""
        if self._popup is not None:
            self._popup.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters open the list and search; Enter, Space and arrows open it."""
        text = event.text()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down)
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in keys or event.key() in (Qt.Key.Key_Up, Qt.Key.Key_F4):
            self._open("")
        elif plain and text and text.isprintable():
            self._open(text)
        else:
            event.ignore()

    def wheelEvent(self, event: QEvent) -> None:
        """A wheel over a closed field scrolls the page and changes nothing."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open by mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._open("")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left, unless its own list took the keyboard."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self._popup is None:
            self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the chosen word or the hint, and the chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF()
        enabled = self.isEnabled()
        painter.setBrush(theme.colour("surface" if enabled else "raised"))
        painter.setPen(QPen(theme.colour("border_strong" if enabled else "border"), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if self.property("invalid"):
            paint.focus_ring(painter, rect, 6, "bad_solid")
        elif self.hasFocus():
            paint.focus_ring(painter, rect, 6)
        inner = rect.adjusted(10, 0, -32, 0)
        word = self.currentText() if self.currentIndex() >= 0 else ""
        tone = "disabled" if not enabled else "text" if word else "text3"
        paint.text(painter, inner, word or self._hint, "body", tone)
        paint.icon(painter, rect.right() - 25, rect.center().y() - 8, "chevron-down", "text2", 16)

    def _open(self, typed: str) -> None:
        if not self._options or not self.isEnabled():
            return
        popup = _Popup(self, self._options, self.value())
        popup.chosen.connect(self._take)
        popup.destroyed.connect(self._popup_gone)
        self._popup = popup
        popup.open_at(typed)

    def _take(self, value: str) -> None:
        changed = value != self.value()
        self.set_value(value)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        if changed:
            self.chosen.emit(value)

    def _popup_gone(self) -> None:
        self._popup = None


class _Popup(QFrame):
    """The open list of a combo."""

    chosen = Signal(str)

    def __init__(self, combo: Combo, options: list[Option], value: str) -> None:
        super().__init__(combo.window(), Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._combo, self._options, self._value = combo, options, value
        self._begun = ""
        self._keys = [fold(f"{o.text} {o.sub}") for o in options]
        self._search = LineEdit(hint=self.tr("Type to search …"), icon="search")
        self._search.setProperty("bare", True)
        self._line = hline()
        self._nothing = Label(self.tr("Nothing matches"), "small", "text3")
        self._nothing.setContentsMargins(12, 8, 12, 10)
        self._nothing.hide()
        self._list: ListView[Option] = ListView(
            self._paint_row, height=self._row_height, name=combo.accessibleName()
        )
        self._list.row_opened.connect(self._take_row)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 4, 1, 4)
        column.setSpacing(2)
        for part in (self._search, self._line, self._list, self._nothing):
            column.addWidget(part)
        searchable = len(options) >= _SEARCH_FROM
        self._search.setVisible(searchable)
        self._line.setVisible(searchable)
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)

    def open_at(self, typed: str) -> None:
        """Show under the field, its chosen option in sight."""
        self._filter("")
        width = max(self._combo.width(), min(420, self._combo.sizeHint().width()))
        self.setFixedWidth(width)
        self._fit()
        below = self._combo.mapToGlobal(QPoint(0, self._combo.height() + 2))
        screen = QGuiApplication.screenAt(below) or self._combo.screen()
        height = self.sizeHint().height()
        if below.y() + height > screen.availableGeometry().bottom():
            below = self._combo.mapToGlobal(QPoint(0, -height - 2))
        self.move(below)
        self.show()
        (self._search if self._search.isVisibleTo(self) else self).setFocus()
        if typed and self._search.isVisibleTo(self):
            self._search.setText(typed)
        elif typed:
            self._go_to(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter takes, Esc closes; letters go to the option that begins so."""
        if self._key(event):
            return
        if event.text().isprintable() and event.text():
            self._go_to(event.text())
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The search line leaves arrows and Enter to the list."""
        pressed = event.type() == QEvent.Type.KeyPress and watched is self._search
        if pressed and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
        }
        if key in steps:
            self._list.step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            row = self._list.current_row()
            if row is not None:
                self._take_row(row)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _go_to(self, typed: str) -> None:
        """A short list has no search line: the letters so far, else the last one, choose a row."""
        for begun in (self._begun + typed, typed):
            found = [
                place
                for place, option in enumerate(self._options)
                if fold(option.text).startswith(fold(begun))
            ]
            if found:
                self._begun = begun
                self._list.set_current(found[0])
                return

    def _take_row(self, row: object) -> None:
        if isinstance(row, Option):
            self.chosen.emit(row.value)
            self.close()

    def _filter(self, typed: str) -> None:
        words = fold(typed).split()
        rows = [
            option
            for option, key in zip(self._options, self._keys, strict=True)
            if all(word in key for word in words)
        ]
        if words:
            rows.sort(key=lambda option: not fold(option.text).startswith(words[0]))
        self._list.set_rows(rows)
        here = [i for i, option in enumerate(rows) if option.value == self._value]
        self._list.set_current(here[0] if here else 0 if rows else -1)
        self._nothing.setVisible(not rows)
        self._list.setVisible(bool(rows))

    def _fit(self) -> None:
        heights = [self._row_height(option, 0) for option in self._options[:_MOST_SHOWN]]
        self._list.setFixedHeight(sum(heights) + 4)

    @staticmethod
    def _row_height(option: Option, _width: int) -> int:
        return theme.px(44 if option.sub else 32)

    def _paint_row(self, painter: QPainter, rect: QRectF, option: Option, state: RowState) -> None:
        inner = rect.adjusted(10, 0, -30, 0)
        tone = "selection_text" if state.current else "text"
        if option.sub:
            top = QRectF(inner.x(), rect.y() + 4, inner.width(), rect.height() / 2 - 4)
            low = QRectF(inner.x(), rect.center().y(), inner.width(), rect.height() / 2 - 4)
            paint.text(painter, top, option.text, "small", tone)
            paint.text(painter, low, option.sub, "caption", "text2" if state.current else "text3")
        else:
            paint.text(painter, inner, option.text, "small", tone)
        if option.value == self._value:
            at = QPointF(rect.right() - 26, rect.center().y() - 8)
            paint.icon(painter, at.x(), at.y(), "check", "accent", 16)
