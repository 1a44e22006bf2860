"""One line of a check: sign and sentence; one that asks for an act leads to where it is done."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from dcm_desktop.domain.findings import Finding
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.painted_button import PaintedButton


class FindingRow(PaintedButton):
    """A blocker or a warning; Enter or a click goes to where it is mended."""

    def __init__(self, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        self.sentence = formats.sentence(finding)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Mend: {what}").format(what=self.sentence))
        self.setToolTip(self.sentence)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """It elides."""
        return QSize(120, theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sign, sentence, and the arrow that says it leads somewhere."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.rect().toRectF().adjusted(0, 1, 0, -1)
        self.draw_hover(painter, ground)
        if self.hasFocus():
            paint.focus_ring(painter, ground, 6)
        middle = ground.center().y()
        sign, tone = ("circle-alert", "bad") if self.finding.blocks else ("triangle-alert", "warn")
        paint.icon(painter, 4, middle - 8, sign, tone, 16)
        words = QRectF(28, 0, self.width() - 28 - 26, self.height())
        paint.text(painter, words, self.sentence, "small")
        paint.icon(painter, self.width() - 22, middle - 8, "chevron-right", "text2", 16)
