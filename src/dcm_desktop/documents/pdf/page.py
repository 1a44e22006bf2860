"""Page frame of the papers: letterhead, running head, foot, numbers, draft mark; model to bytes.

One pass and no clock: the same story, dates and words give the same bytes.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cache, partial
from itertools import pairwise
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate
from reportlab.platypus.doctemplate import NextPageTemplate

from dcm_desktop import resources
from dcm_desktop.documents.models import Body
from dcm_desktop.documents.pdf import fonts
from dcm_desktop.documents.pdf.fonts import SANS, SANS_BOLD, SERIF, in_face
from dcm_desktop.documents.pdf.styles import (
    ACCENT,
    HAIR,
    HEIGHT,
    MARGINS,
    MUTED,
    WATERMARK,
    WIDTH,
    Margins,
)
from dcm_desktop.documents.typography import bind, printable
from dcm_desktop.documents.wording import body_lines, body_name, filled

_PRODUCT = "DCM Desktop"
_FOOT_Y = 13.5 * mm
_FOOT_SIZE = 8.2
_FOOT_WIDTH = 410
_NON_ZERO = 1
"""Fill rule: contours of a letter may overlap."""


@dataclass(frozen=True, slots=True)
class Around:
    """Everything around the text of one paper; `dated` is the day written into the file."""

    body: Body
    title: str
    dated: date
    right: tuple[str, ...] = ()
    running: str = ""
    foot: tuple[str, ...] = ()
    margins: Margins = MARGINS
    draft: bool = False
    plain: bool = False
    """Neither head nor foot: a sheet to be cut up."""


class _PaperCanvas(Canvas):
    """„стр. X от Y“ in one pass: each page refers to a form that is written in `save`."""

    def __init__(self, *args: Any, dated: date, **options: Any) -> None:
        options["invariant"] = 1
        super().__init__(*args, **options)
        moment = datetime.combine(dated, time(12))
        inner: Any = self
        stamp = inner._doc._timeStamp
        stamp.YMDhms, stamp.lt = tuple(moment.timetuple())[:6], moment.timetuple()
        stamp.tzname = "UTC"
        self.number_x: dict[int, float] = {}
        """Right end of the number, by page; a page without a foot has none."""
        self.part_starts = {1}

    def save(self) -> None:
        """Write the numbers, counted within each part, then the file."""
        ends = [*sorted(self.part_starts), self.getPageNumber()]
        numbers = [
            (page, page - start + 1, end - start)
            for start, end in pairwise(ends)
            for page in range(start, end)
            if page in self.number_x
        ]
        for page, number, total in numbers:
            self.beginForm(f"pn{page}", 0, 0, WIDTH, HEIGHT)
            self.setFont(SANS, _FOOT_SIZE)
            self.setFillColor(MUTED)
            self.drawRightString(self.number_x[page], _FOOT_Y, bind(f"стр. {number} от {total}"))
            self.endForm()
        super().save()


class PartStart(Flowable):
    """Begins a part of the file whose pages are counted from one: each letter of several."""

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - ReportLab's
        """Takes no room."""
        return 0, 0

    def draw(self) -> None:
        """Remember the page."""
        canvas: Any = self.canv
        canvas.part_starts.add(canvas.getPageNumber())


class _Paper(BaseDocTemplate):
    """One file; each part of it has its own frame of the page, by its number from 0."""

    def __init__(self, file: io.BytesIO, parts: Sequence[Around]) -> None:
        around = parts[0]
        area = printable(around.body.area)
        super().__init__(
            file, pagesize=(WIDTH, HEIGHT), lang="bg", title=around.title,
            author=f"{around.body.short} – {area}", subject=around.title, creator=_PRODUCT,
            initialFontName=SERIF, initialFontSize=10, displayDocTitle=1, allowSplitting=1,
        )  # fmt: skip
        for n, one in enumerate(parts):
            self.addPageTemplates(self._templates(one, template_ids(n)))
        self._bookmarks = 0
        self.filled = 0.0

    def _templates(self, around: Around, ids: tuple[str, str]) -> list[PageTemplate]:
        m = around.margins
        first, later = (
            Frame(m.left, m.bottom, m.text_width, HEIGHT - m.bottom - top, 0, 0, 0, 0, id=name)
            for name, top in zip(ids, (m.first_top, m.later_top), strict=True)
        )
        if around.plain:
            return [PageTemplate(ids[0], [first]), PageTemplate(ids[1], [later])]
        foot = partial(self._foot, around)
        return [
            PageTemplate(
                ids[0], [first], onPage=partial(self._first, around), onPageEnd=foot,
                autoNextPageTemplate=ids[1],
            ),
            PageTemplate(ids[1], [later], onPage=partial(self._later, around), onPageEnd=foot),
        ]  # fmt: skip

    def _first(self, around: Around, canvas: Canvas, _: object) -> None:
        """Letterhead: bar, name of the mechanism, area, two or three lines right, address."""
        canvas.saveState()
        self._draft(around, canvas)
        m, body = around.margins, around.body
        y, right = HEIGHT - 17 * mm, WIDTH - m.right
        canvas.setFillColor(ACCENT)
        canvas.rect(m.left, y - 29.5, 2.2, 38, stroke=0, fill=1)
        canvas.setFont(SANS_BOLD, 11.2)
        for row, line in enumerate(body_lines(body)):
            canvas.drawString(m.left + 9, y - 13.4 * row, line.upper(), charSpace=0.35)
        canvas.setFont(SANS, 10)
        canvas.setFillColor(MUTED)
        canvas.drawString(m.left + 9, y - 27, in_face(filled(body.area), SANS))
        canvas.setFont(SANS, 8.2)
        for row, line in enumerate(around.right):
            canvas.drawRightString(right, y - 11.4 * row, in_face(bind(printable(line)), SANS))
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.5)
        canvas.line(m.left, y - 40, right, y - 40)
        if body.address:
            canvas.setFont(SANS, 7.8)
            shown = in_face(bind(printable(body.address)), SANS)
            canvas.drawString(m.left, y - 50, _cut(canvas, shown, 7.8, m.text_width))
        canvas.restoreState()

    def _later(self, around: Around, canvas: Canvas, _: object) -> None:
        canvas.saveState()
        self._draft(around, canvas)
        m, body = around.margins, around.body
        y = HEIGHT - 15.5 * mm
        canvas.setFont(SANS, 8.2)
        canvas.setFillColor(MUTED)
        name = in_face(f"{body_name(body)} – {printable(body.area)}", SANS)
        running = in_face(bind(around.running), SANS)
        taken = canvas.stringWidth(running, SANS, 8.2) + 12
        canvas.drawString(m.left, y, _cut(canvas, name, 8.2, m.text_width - taken))
        canvas.drawRightString(WIDTH - m.right, y, running)
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.5)
        canvas.line(m.left, y - 5, WIDTH - m.right, y - 5)
        canvas.restoreState()

    def _foot(self, around: Around, canvas: Canvas, _: object) -> None:
        canvas.saveState()
        m = around.margins
        canvas.setStrokeColor(HAIR)
        canvas.setLineWidth(0.5)
        canvas.line(m.left, _FOOT_Y + 10, WIDTH - m.right, _FOOT_Y + 10)
        canvas.setFont(SANS, _FOOT_SIZE)
        canvas.setFillColor(MUTED)
        for row, line in enumerate(around.foot):
            shown = in_face(bind(line), SANS)
            width = _FOOT_WIDTH if row == 0 else m.text_width
            canvas.drawString(m.left, _FOOT_Y - 10 * row, _cut(canvas, shown, _FOOT_SIZE, width))
        paper: Any = canvas
        paper.number_x[self.page] = WIDTH - m.right
        canvas.doForm(f"pn{self.page}")
        canvas.restoreState()

    def _draft(self, around: Around, canvas: Canvas) -> None:
        if not around.draft:
            return
        size = 0.118
        width, outline = _draft_mark()
        canvas.saveState()
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(52)
        canvas.scale(size, size)
        canvas.translate(-width / 2, -340)
        canvas.setFillColor(WATERMARK)
        path = canvas.beginPath()
        for letter, *numbers in outline:
            if letter == "M":
                path.moveTo(*numbers)
            elif letter == "L":
                path.lineTo(*numbers)
            elif letter == "C":
                path.curveTo(*numbers)
            else:
                path.close()
        canvas.drawPath(path, stroke=0, fill=1, fillMode=_NON_ZERO)
        canvas.restoreState()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - ReportLab's name
        """Bookmark of a head: a place on the page, never „fit“, which some viewers misread."""
        frame: Any = self.frame
        if frame is None:
            return
        self.filled = 1 - (frame._y - frame._y1p) / (frame._y2 - frame._y1p)
        entry = getattr(flowable, "outline", None)
        if entry is None:
            return
        title, level = entry
        key = f"bm{self._bookmarks:03d}"
        self._bookmarks += 1
        height = getattr(flowable, "height", 0)
        top = min(HEIGHT, frame._y + height + 14)
        self.canv.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
        self.canv.addOutlineEntry(printable(title), key, level, closed=False)


@cache
def _draft_mark() -> tuple[float, tuple[tuple[Any, ...], ...]]:
    """Width and outline of „ПРОЕКТ“ in 1/1000 em: a shape, so that it is in nobody's text."""
    width, *lines = resources.read_text("fonts", "draft-mark.txt").splitlines()
    outline = tuple(
        (letter, *map(float, numbers)) for letter, *numbers in (line.split() for line in lines)
    )
    return float(width), outline


def _cut(canvas: Canvas, text: str, size: float, width: float) -> str:
    """The line, with an ellipsis where it is too long for its place."""
    if canvas.stringWidth(text, SANS, size) <= width:
        return text
    while text and canvas.stringWidth(f"{text}…", SANS, size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def make(
    story: Callable[[], Sequence[Flowable]], around: Around, *, tighten: bool = False
) -> bytes:
    """The paper as a PDF file in memory; nothing is written to disk.

    `story` makes the flowables anew: with `tighten`, when the last page would be nearly empty,
    the paper is set once more on slightly higher pages, which is taken if it saves the page.
    """
    data, pages, filled_part = _build(story(), around)
    if not tighten or pages == 1 or filled_part > _NEARLY_EMPTY:
        return data
    tight = replace(
        around.margins,
        bottom=around.margins.bottom - _TIGHTER,
        later_top=around.margins.later_top - _TIGHTER,
    )
    again, fewer, _ = _build(story(), replace(around, margins=tight))
    return again if fewer < pages else data


def make_parts(parts: Sequence[tuple[Sequence[Flowable], Around]]) -> bytes:
    """Several papers in one file, each with its own frame and its own page numbers.

    The first one gives the file its title.
    """
    story: list[Flowable] = []
    for n, (flowables, _) in enumerate(parts):
        if n:
            story += [NextPageTemplate(template_ids(n)[0]), PageBreak()]
        story += [PartStart(), *flowables]
    return _build(story, *(around for _, around in parts))[0]


def template_ids(part: int) -> tuple[str, str]:
    """Names of the first and the later pages of a part, for `NextPageTemplate`."""
    return ("first", "later") if part == 0 else (f"first{part}", f"later{part}")


_NEARLY_EMPTY = 0.3
_TIGHTER = 2.5 * mm


def _build(story: Sequence[Flowable], *parts: Around) -> tuple[bytes, int, float]:
    """Bytes, pages, and how much of the last page is filled (0 to 1)."""
    out = io.BytesIO()

    def canvas(file: Any, /, **options: Any) -> _PaperCanvas:
        return _PaperCanvas(file, dated=parts[0].dated, **options)

    paper = _Paper(out, parts)
    paper.build(list(story), canvasmaker=canvas)
    return out.getvalue(), paper.page, paper.filled


def ready() -> None:
    """Load fonts and styles; called before the first paper is put together."""
    fonts.register()
