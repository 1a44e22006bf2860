"""A text field without a frame that is as high as its text, and rows of text beside a time."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from dcm_desktop.ui import theme
from dcm_desktop.ui.screens.session_room.complete import Completer
from dcm_desktop.ui.screens.session_room.undo_keys import belongs_to_window
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.fields import TextEdit
from dcm_desktop.ui.widgets.painted_button import RemovableRow

_MOST_LINES = 8
_FRAME = 7
_SIGN = 14


class GrowEdit(TextEdit):
    """Grows with its text up to eight lines; Ctrl+Enter confirms, Esc leaves."""

    confirmed = Signal()
    """Ctrl+Enter was pressed."""
    cancelled = Signal()
    """Esc was pressed."""

    def __init__(self, *, hint: str, name: str) -> None:
        super().__init__(hint=hint, name=name, lines=1)
        self.setProperty("bare", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.completing = Completer(self)
        self.textChanged.connect(self._fit)
        self._fit()

    def restyle(self) -> None:
        """Take the font of the theme now in force."""
        self.setFont(theme.font("small"))
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Undo is the window's while nothing typed can be taken back."""
        document = self.document()
        undo, redo = document.isUndoAvailable(), document.isRedoAvailable()
        if belongs_to_window(event, can_undo=undo, can_redo=redo):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter and Esc belong to the room."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps otherwise."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = int(self.document().size().height())
        lines = max(1, min(_MOST_LINES, wanted))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if wanted > _MOST_LINES else policy.ScrollBarAlwaysOff
        )
        height = self.fontMetrics().lineSpacing() * lines + _FRAME
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)


class TextRow(RemovableRow):
    """A time, perhaps a sign, and a text in as many lines as it needs; Enter or a click edits,
    Delete removes."""

    def __init__(self, key: str, mark: str, text: str, sign: str = "") -> None:
        super().__init__(key)
        self._mark, self._text, self._sign = mark, text, sign
        self.setAccessibleName(f"{mark} {text}".strip())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """Its text."""
        return self._text

    @property
    def sign(self) -> str:
        """Its sign; empty when it has none."""
        return self._sign

    def hasHeightForWidth(self) -> bool:
        """The narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the wrapped text."""
        room = width - self._left() - 4
        return max(24, theme.px(22), round(paint.wrapped_height(self._text, room, "small")) + 4)

    def sizeHint(self) -> QSize:
        """For some width."""
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        """One line; the layout asks for the height of the real width."""
        return QSize(80, max(24, theme.px(22)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF()
        self.draw_hover(painter, rect.adjusted(-2, 0, 2, 0), 4)
        left = self._left()
        if self._mark:
            line = QRectF(0, 2, theme.px(44), theme.px(18))
            paint.text(painter, line, self._mark, "captionm", "text3")
        if self._sign:
            size = theme.px(_SIGN)
            paint.icon(painter, left - size - 4, 3, self._sign, "warn", size)
        box = QRectF(left, 2, rect.width() - left - 4, rect.height())
        paint.wrapped(painter, box, self._text, "small")
        if self.hasFocus():
            paint.focus_ring(painter, rect, 4)

    def _left(self) -> int:
        time = theme.px(44) if self._mark else 0
        return time + (theme.px(_SIGN) + 6 if self._sign else 0)
