"""Strokes shared by delegates and painted parts: text, pills, key caps, icons, links, bars."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from dcm_desktop.ui import theme
from dcm_desktop.ui.keys import shown_cap

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTER = Qt.AlignmentFlag.AlignHCenter
PILL_HEIGHT = 22
SIGN_TONES = ("ok", "warn", "bad", "mute", "soft")


def pill_colours(tone: str) -> tuple[str, str]:
    """Tokens of text and background of a pill."""
    return ("soft_text", "soft") if tone == "soft" else (tone, f"{tone}_bg")


def text(
    painter: QPainter,
    rect: QRectF,
    value: str,
    role: str = "body",
    tone: str = "text",
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """One line of text, vertically centred, with … when it is too long."""
    font = theme.font_for(role, value)
    painter.setFont(font)
    painter.setPen(theme.colour(tone))
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(value) > rect.width() + 0.5:
        value = metrics.elidedText(value, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, value)


def wrapped_height(value: str, width: float, role: str = "body") -> float:
    """Height of a text wrapped to this width."""
    metrics = QFontMetricsF(theme.font_for(role, value))
    flags = int(Qt.TextFlag.TextWordWrap)
    return metrics.boundingRect(QRectF(0, 0, width, 10_000), flags, value).height()


def wrapped(
    painter: QPainter, rect: QRectF, value: str, role: str = "body", tone: str = "text"
) -> None:
    """Text wrapped into a box, from its top."""
    painter.setFont(theme.font_for(role, value))
    painter.setPen(theme.colour(tone))
    painter.drawText(rect, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), value)


def icon(
    painter: QPainter, x: float, y: float, name: str, tone: str = "text2", size: int = 18
) -> None:
    """One icon with its top left corner at x, y."""
    dpr = painter.device().devicePixelRatio()
    painter.drawPixmap(QPointF(x, y), theme.pixmap(name, tone, size, dpr))


def pill_width(value: str, with_icon: bool = False) -> float:
    """Width that `pill` will take."""
    return theme.advance(value, "captionm") + 18 + (16 if with_icon else 0)


def pill(
    painter: QPainter, x: float, middle: float, value: str, tone: str = "mute", sign: str = ""
) -> float:
    """A pill with a word and perhaps a sign; returns its width."""
    foreground, background = pill_colours(tone)
    height = theme.px(PILL_HEIGHT)
    width = pill_width(value, bool(sign))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(background))
    painter.drawRoundedRect(QRectF(x, middle - height / 2, width, height), height / 2, height / 2)
    left = x + 9
    if sign:
        icon(painter, x + 7, middle - 7, sign, foreground, 14)
        left += 16
    rect = QRectF(left, middle - height / 2, width, height)
    text(painter, rect, value, "captionm", foreground)
    return width


def key_width(value: str) -> float:
    """Width that `key` will take."""
    return max(20.0, theme.advance(shown_cap(value), "captionm") + 11)


def key(painter: QPainter, x: float, middle: float, value: str, on: str = "") -> float:
    """A key cap; `on` is the text token of the coloured button it stands on. Returns its width."""
    width, height = key_width(value), theme.px(20)
    painter.setPen(QPen(theme.colour(on, 0.55) if on else theme.colour("border_strong", 0.8), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if on else theme.colour("raised"))
    rect = QRectF(x, middle - height / 2, width, height)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    text(painter, rect, shown_cap(value), "captionm", on or "text2", CENTER)
    return width


def link(
    painter: QPainter,
    rect: QRectF,
    value: str,
    role: str = "small",
    align: Qt.AlignmentFlag = LEFT,
) -> QRectF:
    """Text in the accent with a quiet underline; returns where it stands."""
    text(painter, rect, value, role, "accent", align)
    width = min(rect.width(), theme.advance(value, role))
    x = rect.x() + (rect.width() - width if align == RIGHT else 0)
    metrics = QFontMetricsF(theme.font_for(role, value))
    y = round(rect.center().y() + (metrics.ascent() - metrics.descent()) / 2 + 3) + 0.5
    painter.setPen(QPen(theme.colour("accent", 0.45), 1))
    painter.drawLine(QPointF(x, y), QPointF(x + width, y))
    return QRectF(x, rect.y(), width, rect.height())


def bar(
    painter: QPainter, rect: QRectF, share: float, tone: str = "accent", height: float = 8
) -> None:
    """A horizontal bar filled to a share (0 to 1)."""
    y = rect.center().y() - height / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("mute_bg"))
    painter.drawRoundedRect(QRectF(rect.x(), y, rect.width(), height), height / 2, height / 2)
    if share > 0:
        width = max(height, rect.width() * min(1.0, share))
        painter.setBrush(theme.colour(tone))
        painter.drawRoundedRect(QRectF(rect.x(), y, width, height), height / 2, height / 2)


def focus_ring(painter: QPainter, rect: QRectF, radius: float = 6, tone: str = "focus") -> None:
    """The 2 px ring of the part that has the keyboard."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour(tone), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
