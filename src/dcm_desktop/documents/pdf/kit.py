"""Small parts every paper is put together from: paragraphs, letterspaced titles, rules, tables.

Text comes in plain and is escaped here; only `Markup` made in this package is passed on as it is.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, HRFlowable, Paragraph, Table
from reportlab.platypus.doctemplate import FrameBreak
from reportlab.platypus.flowables import KeepTogether

from dcm_desktop.documents.pdf import styles
from dcm_desktop.documents.pdf.fonts import MISSING, SANS, SERIF, SERIF_BOLD, SERIF_ITALIC, lacking
from dcm_desktop.documents.pdf.styles import ACCENT, HAIR, INK, TEXT_WIDTH
from dcm_desktop.documents.typography import NBSP, REDACTED, bind, bind_ragged, printable
from dcm_desktop.documents.wording import phrase

Style = tuple[Any, ...]
Cell = str | Flowable | list[Flowable]


class Markup(str):
    """Text with ReportLab's marks in it, made by this package from escaped parts."""

    __slots__ = ()


def _chip() -> str:
    label = phrase("minutes.redaction.label")
    return (
        f'<font name="{SANS}" size="8" color="#ffffff" backColor="#3a434c">'
        f"{NBSP}{label}{NBSP}</font>"
    )


def marked(bound: str, face: str) -> Markup:
    """Bound plain text as markup: escaped, signs the face lacks replaced, redactions drawn."""
    text = bound.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for sign in sorted(lacking(text, face) - {REDACTED}):
        shown = sign if not lacking(sign, SERIF) else MISSING
        text = text.replace(sign, f'<font name="{SERIF}">{shown}</font>')
    return Markup(text.replace(REDACTED, _chip()))


def ragged(text: str, face: str) -> Markup:
    """Plain text for ragged lines as markup."""
    return marked(bind_ragged(printable(text)), face)


class Text(Paragraph):
    """A paragraph; `outline` is its entry in the bookmarks of the file (title, level)."""

    outline: tuple[str, int] | None = None


_LONELY = 7.0


def _looseness(paragraph: Paragraph, width: float) -> float:
    """The worst stretch of a word space, in points, with a fine for a last line of one word."""
    paragraph.wrap(width, 1e5)
    broken: Any = paragraph
    lines = broken.blPara.lines
    if broken.blPara.kind == 0:
        rows = [(line[0], len(line[1])) for line in lines]
        last = " ".join(lines[-1][1]) if lines else ""
    else:
        rows = [(line.extraSpace, line.wordCount) for line in lines]
        last = "".join(word.text for word in lines[-1].words) if lines else ""
    worst = max((extra / max(words - 1, 1) for extra, words in rows[:-1]), default=0.0)
    return float(worst) + (_LONELY if len(rows) > 1 and len(last.strip()) < 9 else 0.0)


_TRIES = (
    (True, 0.06, False, 0.0),
    (True, 0.12, False, 0.3),
    (False, 0.06, False, 1.2),
    (False, 0.12, False, 1.5),
    (True, 0.12, True, 0.8),
    (False, 0.12, True, 1.9),
)
_LONG = 2400
_GOOD = 3.2
_LAST_TWO = re.compile(r"([^ ]{2,16}) ([^ ]{1,9})$")


def _justified(text: str, style: ParagraphStyle, width: float) -> Text:
    """Of six settings the least loose: one-letter words bound or free, spaces shrinking less or
    more, the last two words bound or free.

    Long paragraphs take the first; one that is good is taken at once.
    """
    best: tuple[float, Text] | None = None
    for one_letter, shrink, tail, fine in _TRIES:
        setting = style.clone(style.name, spaceShrinkage=shrink)
        bound = bind(text, one_letter=one_letter)
        if tail:
            bound = _LAST_TWO.sub(rf"\1{NBSP}\2", bound)
        made = Text(marked(bound, style.fontName), setting)
        if len(text) > _LONG:
            return made
        loose = _looseness(made, width) + fine
        if best is None or loose < best[0]:
            best = (loose, made)
        if best[0] <= _GOOD:
            break
    assert best is not None  # noqa: S101 - six settings were tried
    return best[1]


def para(
    text: str,
    style: ParagraphStyle = styles.BODY,
    *,
    width: float = TEXT_WIDTH,
    bullet: str | None = None,
    outline: tuple[str, int] | None = None,
) -> Text:
    """One paragraph of plain text or `Markup`; justified styles look for the best lines."""
    if isinstance(text, Markup):
        made = Text(text, style, bulletText=bullet)
    elif style.alignment == TA_JUSTIFY:
        made = _justified(printable(text), style, width)
    else:
        made = Text(ragged(text, style.fontName), style, bulletText=bullet)
    made.outline = outline
    return made


class Tracked(Flowable):
    """A letterspaced title on one line that is still found as one word.

    Never exactly .1 em: text would come out letter by letter.
    """

    def __init__(
        self, text: str, size: float = 22, track: float = 2.4, *, after: float = 1
    ) -> None:
        super().__init__()
        self.text, self.size, self.track, self.after = text, size, track, after
        self.outline: tuple[str, int] | None = None
        self.height = size * 1.18 + after
        self._line = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - ReportLab's
        """The whole width, one line."""
        natural = pdfmetrics.stringWidth(self.text, SERIF_BOLD, self.size)
        self._line = natural + self.track * (len(self.text) - 1)
        self.width = aW
        return aW, self.height

    def draw(self) -> None:
        """Centred."""
        canvas = self.canv
        canvas.setFillColor(INK)
        canvas.setFont(SERIF_BOLD, self.size)
        left = (self.width - self._line) / 2
        canvas.drawString(left, self.after + self.size * 0.24, self.text, charSpace=self.track)


class Art(Flowable):
    """Decoration of a fixed size, drawn by a function."""

    def __init__(
        self,
        width: float,
        height: float,
        draw: Callable[[Canvas], None],
        *,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__()
        self.width, self.height, self._draw = width, height, draw
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803, ARG002 - ReportLab's
        """Its size, whatever there is."""
        return self.width, self.height

    def draw(self) -> None:
        """Call the function."""
        self._draw(self.canv)


def rule(width: float, *, thickness: float = 0.6, after: float = 2) -> HRFlowable:
    """A line to sign on."""
    return HRFlowable(
        width=width, thickness=thickness, color=INK, spaceBefore=0, spaceAfter=after,
        hAlign="LEFT", lineCap="butt",
    )  # fmt: skip


FONT: Style = ("FONT", (0, 0), (-1, -1), SANS, 9)
"""First command of every table: without it Helvetica comes in, which is not embedded."""
BARE: list[Style] = [
    FONT,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
RULED: list[Style] = [
    FONT,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ("LEFTPADDING", (0, 0), (0, -1), 0),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 1.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.7),
    ("LINEABOVE", (0, 0), (-1, 0), 1, ACCENT),
    ("LINEBELOW", (0, 0), (-1, 0), 0.6, ACCENT),
    ("LINEBELOW", (0, 1), (-1, -2), 0.3, HAIR),
    ("LINEBELOW", (0, -1), (-1, -1), 0.6, ACCENT),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
]


def table(
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[float],
    style: Sequence[Style] = (),
    *,
    base: Sequence[Style] = tuple(BARE),
    heights: Sequence[float | None] | None = None,
    repeat: int = 0,
    before: float = 0,
    after: float = 0,
) -> Table:
    """A table; every paper's tables are made here so that no default font comes in."""
    return Table(
        [list(row) for row in rows],
        colWidths=list(widths),
        rowHeights=None if heights is None else list(heights),
        style=[*base, *style],
        repeatRows=repeat,
        spaceBefore=before,
        spaceAfter=after,
    )


def pairs(rows: Sequence[tuple[str, str]], label_width: float = 38 * mm) -> Table:
    """Label and value side by side; the label's first line stands lower, its type is smaller."""
    return table(
        [[para(label, styles.LABEL), para(value, styles.VALUE)] for label, value in rows],
        [label_width, TEXT_WIDTH - label_width],
        [
            ("TOPPADDING", (0, 0), (-1, -1), 0.6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
            ("TOPPADDING", (0, 0), (0, -1), 2.4),
        ],
    )


SLOT_WIDTH, SLOT_HEIGHT = 70 * mm, 40


def signatures(
    people: Sequence[tuple[str, str, str]],
    *,
    mark: str = "",
    before: float = 18,
    left: list[Flowable] | None = None,
) -> Table:
    """Slots to sign: (label, name, office) each, two in a row; a single one stands right.

    `mark` is what a copy shows in place of the signature.
    """

    def slot(one: tuple[str, str, str]) -> list[Flowable]:
        label, name, office = one
        parts: list[Flowable] = [
            para(f"{label}:", styles.SIGN_LABEL),
            Art(SLOT_WIDTH, SLOT_HEIGHT, _mark(mark)),
            rule(SLOT_WIDTH),
            para(name, styles.SIGN_NAME),
        ]
        return [*parts, para(office, styles.SIGN_OFFICE)] if office else parts

    cells: list[list[Flowable]] = [slot(one) for one in people]
    if len(cells) % 2:
        cells.insert(len(cells) - 1, left if left is not None else [para("", styles.SMALL)])
    rows = [[cells[i], cells[i + 1]] for i in range(0, len(cells), 2)]
    half = TEXT_WIDTH / 2
    return table(
        rows,
        [half + 4 * mm, half - 4 * mm],
        [("TOPPADDING", (0, 1), (-1, -1), 14)],
        before=before,
    )


def _mark(mark: str) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        if mark:
            canvas.setFont(SERIF_ITALIC, 13)
            canvas.setFillColor(INK)
            canvas.drawString(30 * mm, 7, mark)

    return draw


class Kept(KeepTogether):
    """Parts that stand on one page where that leaves little of the page empty.

    They move together to the next page when at most `gap` points would stay empty, else they
    flow, each after its own rules.
    """

    def __init__(self, parts: Sequence[Flowable], gap: float = 165) -> None:
        super().__init__(list(parts))
        self._gap = gap

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - ReportLab's names
        """The parts, after a page break where they move."""
        self.wrap(aW, aH)
        kept: Any = self
        parts: list[Flowable] = list(kept._content)
        frame = getattr(self, "_frame", None)
        at_top = frame is None or frame._atTop
        if aH >= kept._H or at_top or aH > self._gap or styles.Margins().text_height < kept._H:
            return parts
        return [FrameBreak(), *parts]
