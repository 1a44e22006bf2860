"""Prints a PDF that lives in memory only: pages become bitmaps on the worker, then go to the
printer. No file of ours is written; what the system's print queue keeps is said in the help."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from dcm_desktop.ui.jobs import Jobs

PRINT_DPI = 300


class _Printing(QPrintDialog):
    """The system's dialog; draws the pages when it is accepted."""

    def __init__(
        self,
        parent: QWidget,
        printer: QPrinter,
        data: bytes,
        jobs: Jobs,
        done: Callable[[str], object] | None,
    ) -> None:
        super().__init__(printer, parent)
        self._printer, self._data, self._jobs, self._done = printer, data, jobs, done
        self.accepted.connect(self._start)

    def _start(self) -> None:
        work = partial(render_pages, self._data, PRINT_DPI)
        self._jobs.run(work, done=self._draw)

    def _draw(self, pages: list[QImage]) -> None:
        draw_pages(self._printer, pages)
        if self._done is not None:
            self._done(self._printer.printerName() or self._printer.outputFileName())
        self.deleteLater()


def print_pdf(
    parent: QWidget,
    data: bytes,
    title: str,
    jobs: Jobs,
    done: Callable[[str], object] | None = None,
) -> QPrintDialog:
    """Ask for a printer, then print; `done` gets the printer's name. `title` names the print job:
    never a person or a case code."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(title)
    dialog = _Printing(parent.window(), printer, data, jobs, done)
    dialog.setWindowTitle(title)
    dialog.setModal(True)
    dialog.show()
    return dialog


def render_pages(data: bytes, dpi: int) -> list[QImage]:
    """Every page as a picture; for the worker."""
    from dcm_desktop.ui.widgets.pdf_pages import PdfPages  # pypdfium2 only when it is needed

    pages = PdfPages(data)
    try:
        return [pages.render(number, dpi / 72) for number in range(pages.count)]
    finally:
        pages.close()


def draw_pages(printer: QPrinter, pages: list[QImage]) -> None:
    """Draw pages onto a printer, each filling its sheet."""
    painter = QPainter(printer)
    try:
        for number, page in enumerate(pages):
            if number:
                printer.newPage()
            target = printer.pageRect(QPrinter.Unit.DevicePixel)
            scale = min(target.width() / page.width(), target.height() / page.height())
            size = (page.width() * scale, page.height() * scale)
            left = (target.width() - size[0]) / 2
            painter.drawImage(QRectF(left, 0, *size), page, page.rect().toRectF())
    finally:
        painter.end()
