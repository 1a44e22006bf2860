"""A card on its way to the screen: text is broken into lines, drawn, and remembered as shown.

Everything readable goes through `Sheet.line`, so that the accessible text of the window is what
was drawn and nothing else.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from dcm_desktop.projector.looks import LINE, Colours, draw_icon, font


class Side(Enum):
    """Where a line stands between two edges."""

    LEFT = 0
    MIDDLE = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True)
class Style:
    """How letters look: size in units, colour by its name in `Colours`, digits of one width."""

    size: float
    colour: str = "text"
    bold: bool = False
    digits: bool = False

    @property
    def height(self) -> float:
        """Of one line."""
        return self.size * LINE

    @property
    def font(self) -> QFont:
        """The letters."""
        return font(self.size, bold=self.bold, digits=self.digits)


def width_of(text: str, style: Style) -> float:
    """Width of one line in units."""
    return QFontMetricsF(style.font).horizontalAdvance(text)


def wrapped(text: str, style: Style, width: float) -> list[str]:
    """The lines of a text; a word too long for one is broken. An empty text has none."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, style.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start = line.textStart()
            lines.append(paragraph[start : start + line.textLength()].strip())
        layout.endLayout()
    return [line for line in lines if line]


def balanced(text: str, style: Style, width: float) -> list[str]:
    """The same number of lines, about equally long: no lonely last word under a title."""
    best = wrapped(text, style, width)
    if len(best) not in (2, 3):
        return best
    low, high = width * 0.5, width
    while high - low > width / 40:
        middle = (low + high) / 2
        tried = wrapped(text, style, middle)
        if len(tried) == len(best):
            best, high = tried, middle
        else:
            low = middle
    return best


class Sheet:
    """A painter in units of 1/720 of the height, and the text that it has drawn."""

    def __init__(self, painter: QPainter, colours: Colours, *, width: float, margin: float) -> None:
        self.painter, self.colours = painter, colours
        self.width, self.left = width, margin
        self._texts: list[str] = []

    @property
    def right(self) -> float:
        """Right edge of what is drawn."""
        return self.width - self.left

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.left

    @property
    def text(self) -> str:
        """What can be read on it, line by line."""
        return "\n".join(self._texts).replace("\u00a0", " ")

    def line(
        self,
        text: str,
        style: Style,
        y: float,
        *,
        x: float | None = None,
        side: Side = Side.LEFT,
        same: str = "",
    ) -> None:
        """Draw one line with its top at `y`; `x` is its left edge, middle or right edge.

        `same` joins it by these spaces to the text that was drawn before.
        """
        width = width_of(text, style)
        if x is None:
            x = (self.left, self.width / 2, self.right)[side.value]
        start = x - (0, width / 2, width)[side.value]
        made = style.font
        metrics = QFontMetricsF(made)
        rise = (style.height - metrics.height()) / 2 + metrics.ascent()
        self.painter.setFont(made)
        self.painter.setPen(QColor(getattr(self.colours, style.colour)))
        self.painter.drawText(QPointF(start, y + rise), text)
        if same and self._texts:
            self._texts[-1] += same + text
        else:
            self._texts.append(text)

    def lines(
        self, texts: Sequence[str], style: Style, y: float, *, x: float | None = None
    ) -> None:
        """Several lines of one text below each other."""
        for index, text in enumerate(texts):
            self.line(text, style, y + index * style.height, x=x, same=" " if index else "")

    def rule(self, y: float) -> None:
        """A hairline from margin to margin."""
        self.block(QRectF(self.left, y, self.inner, 2), "line", radius=0)

    def block(self, where: QRectF, colour: str, *, radius: float = 6) -> None:
        """A filled rectangle."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(getattr(self.colours, colour)))
        self.painter.drawRoundedRect(where, radius, radius)

    def icon(self, name: str, where: QRectF, colour: str = "accent") -> None:
        """One of the program's icons."""
        draw_icon(self.painter, name, getattr(self.colours, colour), where)
