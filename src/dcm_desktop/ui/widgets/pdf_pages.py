"""Pages of a PDF in memory as pictures, through pypdfium2. For one thread only: the worker."""

import pypdfium2
from PySide6.QtGui import QImage


class PdfPages:
    """An open document; `close` lets its memory go."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of a page, in points."""
        width, height = self._document.get_page_size(number)
        return float(width), float(height)

    def render(self, number: int, scale: float) -> QImage:
        """A page as a picture; `scale` is pixels per point."""
        page = self._document[number]
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        image = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
        ).copy()
        bitmap.close()
        page.close()
        return image

    def close(self) -> None:
        """Let the document go."""
        self._document.close()
