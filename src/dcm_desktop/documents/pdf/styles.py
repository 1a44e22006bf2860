"""Colours, measures and paragraph styles of the papers.

Source: design of the papers, layout spec. Margins and sizes are defaults: a house style of the
administration may ask for others.
"""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from dcm_desktop.documents.pdf.fonts import (
    SANS,
    SANS_BOLD,
    SERIF,
    SERIF_BOLD,
    SERIF_ITALIC,
    TAB,
    TAB_BOLD,
)
from dcm_desktop.documents.typography import hyphenate

INK: Color = HexColor(0x16191D)
ACCENT: Color = HexColor(0x1D3F5E)
MUTED: Color = HexColor(0x55606B)
HAIR: Color = HexColor(0xB4BCC4)
TINT: Color = HexColor(0xF1F4F7)
STRUCK: Color = HexColor(0x3A434C)
WATERMARK: Color = HexColor(0xE9ECEF)

WIDTH, HEIGHT = A4


@dataclass(frozen=True, slots=True)
class Margins:
    """Margins of a paper in points; the left one has room for punch holes."""

    left: float = 25 * mm
    right: float = 20 * mm
    bottom: float = 21 * mm
    first_top: float = 44 * mm
    later_top: float = 24 * mm

    @property
    def text_width(self) -> float:
        """Width of the text."""
        return WIDTH - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height of the text on every page but the first."""
        return HEIGHT - self.bottom - self.later_top


MARGINS = Margins()
TEXT_WIDTH = MARGINS.text_width
PAIR_WIDTH = 52 * mm


def _style(name: str, **options: Any) -> ParagraphStyle:
    base: dict[str, Any] = {
        "fontName": SERIF,
        "fontSize": 10.5,
        "leading": 14,
        "textColor": INK,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
        "spaceShrinkage": 0.06,
    }
    return ParagraphStyle(name, **(base | options))


def _sans(name: str, size: float, leading: float, **options: Any) -> ParagraphStyle:
    return _style(name, **({"fontName": SANS, "fontSize": size, "leading": leading} | options))


def _bold(name: str, size: float, leading: float, **options: Any) -> ParagraphStyle:
    return _sans(name, size, leading, **({"fontName": SANS_BOLD, "textColor": ACCENT} | options))


_HANGING = {"bulletFontName": SERIF, "bulletFontSize": 10.5}

BODY = _style(
    "body",
    alignment=TA_JUSTIFY,
    spaceAfter=4,
    hyphenationLang=hyphenate,
    hyphenationMinWordLength=7,
    embeddedHyphenation=0,
)
LEFT = _style("left", spaceAfter=4)
NUMBER = _style("number", fontSize=12.5, leading=16, alignment=TA_CENTER, textColor=ACCENT,
                spaceBefore=1)  # fmt: skip
SUBTITLE = _style("subtitle", fontName=SERIF_ITALIC, fontSize=11, leading=14.6, alignment=TA_CENTER,
                  textColor=MUTED, spaceBefore=5, spaceAfter=10)  # fmt: skip
SECTION = _bold("section", 10.2, 13, spaceBefore=12, spaceAfter=4)
ITEM_HEAD = _bold("item_head", 9.2, 13.2, spaceBefore=13, spaceAfter=0)
ITEM_TITLE = _style("item_title", fontName=SERIF_BOLD, fontSize=11.6, leading=14.8, spaceAfter=0.5)
RAPPORTEUR = _sans("rapporteur", 9.2, 12, textColor=MUTED, spaceAfter=3.4)
AGENDA = _style("agenda", leftIndent=18, bulletIndent=0, spaceAfter=1.8, **_HANGING)
AGENDA_BY = _sans("agenda_by", 9.2, 12, textColor=MUTED, leftIndent=18, spaceAfter=1.8)
LABEL = _bold("label", 8.8, 13.4)
VALUE = _style("value", fontSize=10.6)
HEAD = _bold("head", 8.4, 10.6)
HEAD_CENTRED = _bold("head_centred", 7.8, 9.4, alignment=TA_CENTER)
GROUP = _bold("group", 8.8, 11.2, textColor=INK)
CELL = _sans("cell", 9.3, 11.7)
CELL_SMALL = _sans("cell_small", 8.6, 10.4)
CELL_NUMBER = _sans("cell_number", 9.3, 11.7, fontName=TAB, splitLongWords=0)
CELL_NUMBER_BOLD = _sans("cell_number_bold", 9.3, 11.7, fontName=TAB_BOLD, splitLongWords=0)
TICK = _style("tick", fontSize=8.2, leading=10.6)
DECISION_HEAD = _bold("decision_head", 9.2, 12)
POINT = _style("point", leftIndent=17, bulletIndent=0, **_HANGING)
POINT_DEEP = _style("point_deep", leftIndent=42, bulletIndent=17, **_HANGING)
META = _sans("meta", 9, 12, textColor=MUTED)
META_RIGHT = _sans("meta_right", 9, 12, textColor=MUTED, alignment=TA_RIGHT, splitLongWords=0)
VOTE = _sans("vote", 9.2, 12)
OUTCOME = _bold("outcome", 9.2, 12, textColor=INK, alignment=TA_RIGHT)
MOVEMENT = _sans("movement", 9.4, 12.6)
SMALL = _sans("small", 8.4, 11.2, textColor=MUTED, spaceAfter=2)
SIGN_LABEL = _bold("sign_label", 8.8, 11)
SIGN_NAME = _style("sign_name", leading=13.6)
SIGN_OFFICE = _sans("sign_office", 8.8, 11.4, textColor=MUTED)
TO = _bold("to", 8.8, 13)
ADDRESS = _style("address", leading=14.4)
ADDRESS_BOLD = _style("address_bold", fontName=SERIF_BOLD, leading=14.4)
GREETING = _style("greeting", fontName=SERIF_BOLD, spaceBefore=6, spaceAfter=6)
WARNING = _bold("warning", 9.4, 12.6, textColor=INK)
KEY = _sans("key", 19, 23, fontName=TAB_BOLD, alignment=TA_CENTER, splitLongWords=0)
KEY_NOTE = _sans("key_note", 8, 10, alignment=TA_CENTER, textColor=MUTED)
STEP = _style("step", leftIndent=18, bulletIndent=0, spaceAfter=2.4, **_HANGING)
