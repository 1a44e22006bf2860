"""Voting slips: sheets of eight, numbered, to be cut; no name and no case code stands on them.

The number is for counting what was handed out and what came back, never for who got which.
"""

from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak

from dcm_desktop.documents.convening import SlipsModel
from dcm_desktop.documents.pdf import page, styles
from dcm_desktop.documents.pdf.fonts import SANS_BOLD, SERIF
from dcm_desktop.documents.pdf.kit import Cell, Markup, Style, para, ragged, table
from dcm_desktop.documents.pdf.page import Around
from dcm_desktop.documents.pdf.styles import HEIGHT, MUTED, WIDTH, Margins
from dcm_desktop.documents.wording import of_body, phrase, phrases, short_day

_EDGE = 8 * mm
_COLUMNS, _ROWS = 2, 4
PER_SHEET = _COLUMNS * _ROWS
_MARGINS = Margins(left=_EDGE, right=_EDGE, bottom=_EDGE, first_top=_EDGE, later_top=_EDGE)
_WIDTH, _HEIGHT = (WIDTH - 2 * _EDGE) / _COLUMNS, (HEIGHT - 2 * _EDGE) / _ROWS - 0.1
_NUMBER = styles.HEAD.clone("slip_number", fontSize=11, leading=14)
_SESSION = styles.META_RIGHT.clone("slip_session", fontSize=8.4, leading=14)
_ITEM = styles.VALUE.clone("slip_item", fontSize=11.5, leading=15, spaceBefore=4, spaceAfter=6)
_CHOICE = styles.LEFT.clone("slip_choice", fontName=SANS_BOLD, fontSize=11, leading=16)
_INSIDE = _WIDTH - 12 * mm


def slips_count(model: SlipsModel) -> int:
    """How many slips are printed: one for each vote, the spare ones, and the sheet filled up."""
    wanted = max(model.votes + model.spare, 1)
    return -(-wanted // PER_SHEET) * PER_SHEET


def build_slips(model: SlipsModel) -> bytes:
    """The sheets alone as a PDF; equal models give equal bytes."""
    page.ready()
    return page.make_parts([(slips_story(model), slips_frame(model))])


def slips_frame(model: SlipsModel) -> Around:
    """Bare sheets."""
    return Around(
        body=model.body,
        title=phrase("hall.slips.outline"),
        dated=model.made_on or model.starts_at.date(),
        margins=_MARGINS,
        plain=True,
    )


def slips_story(model: SlipsModel) -> list[Flowable]:
    """Sheet after sheet."""
    story: list[Flowable] = []
    count = slips_count(model)
    for start in range(1, count + 1, PER_SHEET):
        if start > 1:
            story.append(PageBreak())
        numbers = range(start, start + PER_SHEET)
        sheet: Any = _sheet([_slip(model, n, count) for n in numbers])
        if start == 1:
            sheet.outline = (phrase("hall.slips.outline"), 0)
        story.append(sheet)
    return story


def _sheet(cells: list[list[Flowable]]) -> Flowable:
    rows: list[list[Cell]] = [
        [cells[row * _COLUMNS + column] for column in range(_COLUMNS)] for row in range(_ROWS)
    ]
    cut: list[Style] = [
        ("GRID", (0, 0), (-1, -1), 0.5, MUTED, None, (3, 3)),
        ("LEFTPADDING", (0, 0), (-1, -1), 6 * mm),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6 * mm),
        ("TOPPADDING", (0, 0), (-1, -1), 5 * mm),
    ]
    return table(rows, [_WIDTH] * _COLUMNS, cut, heights=[_HEIGHT] * _ROWS)


def _slip(model: SlipsModel, n: int, count: int) -> list[Flowable]:
    digits = len(str(count))
    number = phrase("hall.slips.slip", n=f"{n:0{digits}d}")
    session = phrase("hall.slips.session", number=model.number, date=short_day(model.starts_at))
    item = phrase("hall.slips.item_blank")
    if model.item is not None:
        item = phrase("hall.slips.item", item=model.item)
    head = table([[para(number, _NUMBER), para(session, _SESSION)]], [_INSIDE * 0.5, _INSIDE * 0.5])
    return [
        head,
        para(of_body(model.body), styles.META),
        para(item, _ITEM),
        *[para(_choice(word), _CHOICE) for word in phrases("hall.slips.choices")],
        para(phrase("hall.slips.help"), styles.SMALL),
    ]


def _choice(word: str) -> Markup:
    box = f'<font name="{SERIF}" size="17">☐</font>'
    return Markup(f"{box}  {ragged(word, SANS_BOLD)}")
