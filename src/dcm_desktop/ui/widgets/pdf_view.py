"""Shows a PDF from memory: pages below each other, drawn by the worker when they come into sight.

    view = PdfView(desk.jobs, name=self.tr("Minutes"))
    view.show_pdf(data)          # bytes; nothing is written to disk

Keys: Page Up/Down a page, Home/End, Ctrl++ / Ctrl+- / Ctrl+0 (fit the width).
"""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.widgets import paint

_GAP = 12
_ZOOMS = tuple(96 / 72 * z for z in (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0))
_KEEP = 8

Marks = Mapping[int, Sequence[QRectF]]


class PdfView(QAbstractScrollArea):
    """The preview. `marks` are rectangles per page (points from the top left) drawn over it."""

    page_changed = Signal(int, int)
    """Another page is in sight; carries its number from 1 and the count."""

    def __init__(self, jobs: Jobs, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._data = b""
        self._sizes: list[tuple[float, float]] = []
        self._pictures: dict[int, QImage] = {}
        self._asked: set[int] = set()
        self._round = 0
        self._zoom = 0.0
        self._page = 0
        self._marks: Marks = {}
        self._message = ""
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().setSingleStep(40)

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 until they are read."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """Number of the page in sight, from 1."""
        return self._page + 1 if self._sizes else 0

    @property
    def is_drawn(self) -> bool:
        """Whether every page in sight is drawn."""
        return bool(self._sizes) and all(n in self._pictures for n in self._in_sight())

    def show_pdf(self, data: bytes, *, marks: Marks | None = None) -> None:
        """Show another document; the place in it stays when it has as many pages."""
        self._data = data
        self._marks = marks or {}
        self._round += 1
        self._pictures.clear()
        self._asked.clear()
        self._message = self.tr("Drawing the page …")
        self.viewport().update()
        self._jobs.run(partial(_sizes, data), done=partial(self._measured, self._round))

    def clear(self) -> None:
        """Show nothing and let the pages go."""
        self._data = b""
        self._round += 1
        self._sizes = []
        self._pictures.clear()
        self._asked.clear()
        self._message = ""
        self._lay_out()

    def go_to(self, page: int) -> None:
        """Bring a page (from 1) to the top."""
        if self._sizes:
            number = max(0, min(page - 1, len(self._sizes) - 1))
            self.verticalScrollBar().setValue(int(self._top(number)))

    def next_page(self) -> None:
        """One page on."""
        self.go_to(self.page + 1)

    def page_before(self) -> None:
        """One page back."""
        self.go_to(self.page - 1)

    def zoom_in(self) -> None:
        """Larger."""
        now = self._scale_now()
        self._set_zoom(next((z for z in _ZOOMS if z > now + 0.01), _ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Smaller."""
        now = self._scale_now()
        self._set_zoom(next((z for z in _ZOOMS[::-1] if z < now - 0.01), _ZOOMS[0]))

    def fit_width(self) -> None:
        """As wide as the view."""
        self._set_zoom(0.0)

    def event(self, event: QEvent) -> bool:
        """While a paper is read, Ctrl with +, - and 0 are its own, not the hall's."""
        zooms = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0)
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and event.key() in zooms
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pages and zoom by key."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = event.key()
        if control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif control and key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif control and key == Qt.Key.Key_0:
            self.fit_width()
        elif not control and key == Qt.Key.Key_PageDown:
            self.next_page()
        elif not control and key == Qt.Key.Key_PageUp:
            self.page_before()
        elif key == Qt.Key.Key_Home:
            self.go_to(1)
        elif key == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel zoom, the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width again."""
        super().resizeEvent(event)
        if not self._zoom:
            self._pictures.clear()
            self._asked.clear()
        self._lay_out()

    def sizeHint(self) -> QSize:
        """A page at reading size."""
        return QSize(620, 600)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight; ask the worker for those that are missing."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._sizes:
            rect = self.viewport().rect().toRectF()
            paint.text(painter, rect, self._message, "small", "text3", paint.CENTER)
            return
        for number in self._in_sight():
            rect = self._rect(number)
            painter.fillRect(rect, Qt.GlobalColor.white)
            picture = self._pictures.get(number)
            if picture is not None:
                painter.drawImage(rect, picture, picture.rect().toRectF())
            else:
                self._ask_for(number)
            self._paint_marks(painter, number, rect)
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_marks(self, painter: QPainter, number: int, rect: QRectF) -> None:
        scale = self._scale_now()
        for mark in self._marks.get(number, ()):
            at = QRectF(mark.topLeft() * scale + rect.topLeft(), mark.size() * scale)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(at.adjusted(-2, -1, 2, 1), theme.colour("warn_bg").darker(108))
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _measured(self, turn: int, sizes: list[tuple[float, float]]) -> None:
        if turn != self._round:
            return
        self._sizes = sizes
        self._lay_out()
        self._scrolled()

    def _lay_out(self) -> None:
        height = self.viewport().height()
        whole = self._top(len(self._sizes)) if self._sizes else 0
        self.verticalScrollBar().setPageStep(height)
        self.verticalScrollBar().setRange(0, max(0, int(whole) - height))
        widest = max((self._rect(n).width() for n in range(len(self._sizes))), default=0)
        spare = int(widest) + 2 * _GAP - self.viewport().width()
        self.horizontalScrollBar().setRange(0, max(0, spare))
        self.viewport().update()

    def _scale_now(self) -> float:
        """Logical pixels per point."""
        if self._zoom:
            return self._zoom
        widest = max((width for width, _height in self._sizes), default=595.0)
        return max(0.2, (min(self.viewport().width(), 960) - 2 * _GAP) / widest)

    def _set_zoom(self, zoom: float) -> None:
        top, page = self.verticalScrollBar().value() - self._top(self._page), self._page
        self._zoom = zoom
        self._pictures.clear()
        self._asked.clear()
        self._lay_out()
        self.verticalScrollBar().setValue(int(self._top(page) + top))

    def _top(self, number: int) -> float:
        scale = self._scale_now()
        return sum(height * scale + _GAP for _width, height in self._sizes[:number])

    def _rect(self, number: int) -> QRectF:
        scale = self._scale_now()
        width, height = (side * scale for side in self._sizes[number])
        left = max(_GAP, (self.viewport().width() - width) / 2)
        top = _GAP + self._top(number) - self.verticalScrollBar().value()
        left -= self.horizontalScrollBar().value()
        return QRectF(QPointF(round(left), round(top)), QSizeF(round(width), round(height)))

    def _in_sight(self) -> list[int]:
        view = self.viewport().rect().toRectF()
        return [n for n in range(len(self._sizes)) if self._rect(n).intersects(view)]

    def _scrolled(self) -> None:
        sight = self._in_sight()
        middle = self.viewport().height() / 3
        page = next((n for n in sight if self._rect(n).bottom() > middle), sight[0] if sight else 0)
        if self._sizes:
            self._page = page
            self.page_changed.emit(page + 1, len(self._sizes))
        self.viewport().update()

    def _ask_for(self, number: int) -> None:
        if number in self._asked:
            return
        self._asked.add(number)
        scale = self._scale_now() * self.devicePixelRatioF()
        work = partial(_render, self._data, number, scale)
        self._jobs.run(work, done=partial(self._drawn, self._round, number, scale))

    def _drawn(self, turn: int, number: int, scale: float, picture: QImage) -> None:
        if turn != self._round:
            return
        if abs(scale - self._scale_now() * self.devicePixelRatioF()) > 0.01:
            self._asked.discard(number)
        else:
            self._pictures[number] = picture
            for far in sorted(self._pictures, key=lambda n: -abs(n - self._page))[:-_KEEP]:
                del self._pictures[far]
                self._asked.discard(far)
        self.viewport().update()


def _sizes(data: bytes) -> list[tuple[float, float]]:
    """On the worker: sizes of all pages, in points."""
    from dcm_desktop.ui.widgets.pdf_pages import PdfPages  # pypdfium2 only when it is needed

    pages = PdfPages(data)
    try:
        return [pages.size(number) for number in range(pages.count)]
    finally:
        pages.close()


def _render(data: bytes, number: int, scale: float) -> QImage:
    """On the worker: one page as a picture."""
    from dcm_desktop.ui.widgets.pdf_pages import PdfPages  # pypdfium2 only when it is needed

    pages = PdfPages(data)
    try:
        return pages.render(number, scale)
    finally:
        pages.close()
