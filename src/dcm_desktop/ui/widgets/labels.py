"""Words on a page: labels, one-line labels that elide, icons, pills, key caps, number links.

Every text is shown as plain text: nothing typed by a person is ever taken for markup.
"""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.painted_button import PaintedButton

_FIXED = QSizePolicy.Policy.Fixed


class Label(QLabel):
    """Plain text in a type role and a tone. `wrap` gives it as many lines as it needs."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "",
        *,
        wrap: bool = False,
        align: Qt.AlignmentFlag | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if align is not None:
            self.setAlignment(align)
        if tone:
            self.setProperty("tone", tone)
        self.restyle()

    def restyle(self) -> None:
        """Take the font of the theme now in force."""
        self.setFont(theme.font_for(self.role, self.text()))

    def setText(self, text: str) -> None:
        """Show another text; digits stay in place when it is a bare number."""
        super().setText(text)
        self.setFont(theme.font_for(self.role, text))

    def set_tone(self, tone: str) -> None:
        """Colour the text with another token."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)

    def minimumSizeHint(self) -> QSize:
        """A wrapped label asks for its longest word only, so it never lifts a window's height."""
        if not self.wordWrap():
            return super().minimumSizeHint()
        metrics = self.fontMetrics()
        words = self.text().split()
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(min(longest, 480), metrics.height())


class ElideLabel(Label):
    """One line that ends in … when it is too narrow; the whole text is its tool tip and name."""

    def __init__(
        self,
        text: str = "",
        role: str = "small",
        tone: str = "text2",
        *,
        parent: QWidget | None = None,
    ) -> None:
        self._full = text
        super().__init__(text, role, tone, parent=parent)
        self.setMinimumWidth(24)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(text)

    @property
    def full_text(self) -> str:
        """The whole text."""
        return self._full

    def setText(self, text: str) -> None:
        """Show another text."""
        self._full = text
        self.setAccessibleName(text)
        self._fit()

    def restyle(self) -> None:
        """Take the font of the theme now in force and fit again."""
        self.setFont(theme.font_for(self.role, self._full))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._full) + 2, metrics.height())

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._full, Qt.TextElideMode.ElideRight, max(24, self.width())
        )
        QLabel.setText(self, shown)
        self.setToolTip(self._full if shown != self._full else "")


class Icon(QWidget):
    """A Lucide icon as decoration; without a name for screen readers, because a word is near."""

    def __init__(
        self,
        name: str,
        tone: str = "text2",
        size: int = 18,
        stroke: float = 0.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size, self._stroke = name, tone, size, stroke
        self.setFixedSize(size, size)

    def set_icon(self, name: str, tone: str) -> None:
        """Show another icon or the same in another colour."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it sharp for the screen it stands on."""
        painter = QPainter(self)
        dpr = self.devicePixelRatioF()
        painter.drawPixmap(
            QPointF(0, 0), theme.pixmap(self._name, self._tone, self._size, dpr, self._stroke)
        )


class Pill(QWidget):
    """A state as a word on a tinted pill, perhaps with a sign. Tones: ok warn bad mute soft."""

    def __init__(
        self, text: str = "", tone: str = "mute", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(_FIXED, _FIXED)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """Its word."""
        return self._text

    @property
    def tone(self) -> str:
        """Its tone."""
        return self._tone

    def set_state(self, text: str, tone: str, icon: str = "") -> None:
        """Show another state."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Just the pill."""
        width = paint.pill_width(self._text, bool(self._icon))
        return QSize(int(width) + 1, theme.px(paint.PILL_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.pill(painter, 0, self.height() / 2, self._text, self._tone, self._icon)


class KeyCap(QWidget):
    """The cap of a key that works here and now; `on` is the text token of a coloured ground."""

    def __init__(self, text: str, on: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._on = text, on
        self.setSizePolicy(_FIXED, _FIXED)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """Name of the key."""
        return self._text

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Just the cap."""
        return QSize(int(paint.key_width(self._text)) + 1, theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.key(painter, 0, self.height() / 2, self._text, self._on)


class NumberLink(PaintedButton):
    """A number (or code) that opens its list: accent with a quiet underline, a real button inside.

    `name` is what it counts, for screen readers: `NumberLink("4", name=tr("overdue tasks"))`.
    """

    opened = Signal()
    """Pressed by mouse, Enter or Space."""

    def __init__(
        self, text: str = "", role: str = "strong", *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role, self._name = role, name
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(_FIXED, _FIXED)
        self.clicked.connect(self.opened)
        self.set_text(text)

    def set_text(self, text: str, name: str = "") -> None:
        """Show another number."""
        self._name = name or self._name
        self.setText(text)
        self.setAccessibleName(f"{text} {self._name}".strip())
        self.setToolTip(self._name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The number and a little room for the ring; never under 24 px high."""
        metrics = QFontMetricsF(theme.font_for(self._role, self.text()))
        width = metrics.horizontalAdvance(self.text())
        return QSize(int(width) + 5, max(24, int(metrics.height()) + 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw text, underline and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self.rect().toRectF().adjusted(2, 0, -2, 0)
        if not self.isEnabled():
            paint.text(painter, inner, self.text(), self._role, "disabled")
            return
        paint.link(painter, inner, self.text(), self._role)
        if self.underMouse():
            metrics = QFontMetricsF(theme.font_for(self._role, self.text()))
            y = round(inner.center().y() + (metrics.ascent() - metrics.descent()) / 2 + 3) + 0.5
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().toRectF(), 4)


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at the dynamic properties of a widget again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
