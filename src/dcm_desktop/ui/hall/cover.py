"""Draws dots in place of a widget and everything in it. What the widget would draw is never used,
so that nothing of it can shine through."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsEffect,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from dcm_desktop.ui import theme

DOT = "•"
_LEAST = 4


def dotted(text: str) -> str:
    """The text with a dot for every sign; only its words can still be counted."""
    return "".join(sign if sign.isspace() else DOT for sign in text)


class Cover(QGraphicsEffect):
    """On while enabled: `widget.setGraphicsEffect(cover)`."""

    def __init__(self, widget: QWidget, note: str = "") -> None:
        super().__init__(widget)
        self._widget, self._note = widget, note
        widget.setGraphicsEffect(self)

    def draw(self, painter: QPainter) -> None:
        """Ground, then dots where the words are; or one sentence in the middle."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self._widget.rect()
        painter.fillRect(rect, theme.colour("bg" if self._note else "surface"))
        if self._note:
            painter.setFont(theme.font("heading"))
            painter.setPen(theme.colour("text2"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(rect.adjusted(40, 40, -40, -40), int(flags), self._note)
        elif isinstance(self._widget, QLabel):
            self._draw(painter, self._widget, rect)
        else:
            self._inside(painter, self._widget, rect)
        painter.restore()

    def _inside(self, painter: QPainter, parent: QWidget, clip: QRect) -> None:
        for child in parent.findChildren(
            QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            if child.isHidden() or child.isWindow():
                continue
            place = QRect(child.mapTo(self._widget, QPoint(0, 0)), child.size())
            seen = place.intersected(clip)
            if seen.isEmpty():
                continue
            if self._draw(painter, child, place, seen):
                continue
            self._inside(painter, child, seen)

    def _draw(
        self, painter: QPainter, child: QWidget, place: QRect, seen: QRect | None = None
    ) -> bool:
        """Draw a leaf; False for a box that only holds others."""
        painter.save()
        painter.setClipRect(seen or place)
        painter.setPen(theme.colour("text2"))
        painter.setFont(child.font())
        wrap = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere)
        drawn = True
        if isinstance(child, QLabel):
            painter.drawText(place, wrap, dotted(child.text()))
        elif isinstance(child, QLineEdit | QPlainTextEdit | QTextEdit):
            text = child.text() if isinstance(child, QLineEdit) else child.toPlainText()
            painter.setPen(QPen(theme.colour("accent" if child.hasFocus() else "border"), 1))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setPen(theme.colour("text2"))
            painter.drawText(place.adjusted(10, 6, -10, -4), wrap, dotted(text))
        elif child.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            drawn = False
        elif min(place.width(), place.height()) > _LEAST:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("mute_bg"))
            painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 6, 6)
        painter.restore()
        return drawn
