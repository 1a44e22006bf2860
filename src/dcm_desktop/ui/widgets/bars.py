"""Small painted figures: the quorum bar, stacked counts, steps done, strength of a passphrase."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dcm_desktop.ui import theme


class _Bar(QWidget):
    """A painted strip that takes the width it is given."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(120, self.height())

    def _segment(self, painter: QPainter, x: float, width: float, tone: str) -> None:
        painter.setBrush(theme.colour(tone))
        y = (self.height() - 8) / 2
        painter.drawRoundedRect(QRectF(x, y, width, 8), 3, 3)


class QuorumBar(_Bar):
    """One segment per member with a vote, and a tick where the quorum is reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(16, parent)
        self._present, self._seats, self._needed = 0, 0, 0

    def set_counts(self, present: int, seats: int, needed: int, spoken: str) -> None:
        """Show so many present of so many seats; `spoken` says the same in words."""
        self._present, self._seats, self._needed = present, seats, needed
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw segments and tick."""
        if not self._seats:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = 4.0 if self._seats <= 24 else 2.0 if self._seats <= 48 else 1.0
        width = (self.width() - gap * (self._seats - 1)) / self._seats
        reached = "ok_solid" if self._present >= self._needed else "warn_solid"
        for place in range(self._seats):
            tone = reached if place < self._present else "border"
            self._segment(painter, place * (width + gap), width, tone)
        if 0 < self._needed <= self._seats:
            x = self._needed * (width + gap) - gap / 2
            painter.setBrush(theme.colour("text"))
            painter.drawRect(QRectF(min(x, self.width() - 1) - 1, 0, 2, self.height()))


class StackBar(_Bar):
    """Counts side by side in their tones (votes for, against, abstained; steps of a plan)."""

    def __init__(self, height: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(height, parent)
        self._parts: tuple[tuple[float, str], ...] = ()
        self._whole = 0.0

    def set_parts(self, parts: Sequence[tuple[float, str]], spoken: str, whole: float = 0) -> None:
        """Show (count, tone) pairs of a whole (default: their sum)."""
        self._parts = tuple(parts)
        self._whole = whole or sum(count for count, _tone in parts)
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._segment(painter, 0, self.width(), "mute_bg")
        x = 0.0
        for count, tone in self._parts:
            if count and self._whole:
                width = self.width() * count / self._whole
                self._segment(painter, x, max(2.0, width - 1), tone)
                x += width


class Steps(QWidget):
    """Where one is on a short way: dashes, the walked ones in the accent."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._at = count, 0
        self.setFixedSize(count * 32, 8)

    def set_step(self, at: int, spoken: str) -> None:
        """Be at a step, from 0."""
        self._at = at
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for place in range(self._count):
            painter.setBrush(theme.colour("accent" if place <= self._at else "border"))
            painter.drawRoundedRect(QRectF(place * 32, 2, 28, 4), 2, 2)


class StrengthBar(_Bar):
    """Strength of a passphrase, 0 to 4 parts filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(8, parent)
        self._filled = 0

    def set_strength(self, filled: int, spoken: str) -> None:
        """Fill so many of the four parts."""
        self._filled = filled
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tone = {0: "border", 1: "bad_solid", 2: "warn_solid"}.get(self._filled, "ok_solid")
        width = (self.width() - 18) / 4
        for place in range(4):
            painter.setBrush(theme.colour(tone if place < self._filled else "border"))
            painter.drawRoundedRect(QRectF(place * (width + 6), 1, width, 6), 3, 3)
