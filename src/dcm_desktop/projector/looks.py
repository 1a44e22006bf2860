"""Colours, fonts, words and pictures of the hall's cards. Lengths are in 1/720 of the height."""

import re
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QFont, QFontDatabase, QPainter
from PySide6.QtSvg import QSvgRenderer

from dcm_desktop import labels, resources
from dcm_desktop.domain.projector import Look

UNITS = 720
SMALL = 35.5
"""Smallest letters: 28 points on a screen of 1024×768. Source: sessions anchor, I10."""
BODY = 40
LARGE = 46
TITLE = 64
MARGIN = 72
MARGIN_NARROW = 52
LINE = 1.24


@dataclass(frozen=True, slots=True)
class Colours:
    """One of the two looks."""

    ground: str
    text: str
    quiet: str
    line: str
    accent: str
    good: str
    bad: str
    bad_text: str
    amber: str
    neither: str
    soft: str
    outcome: str


COLOURS = {
    Look.LIGHT: Colours(
        ground="#FFFFFF",
        text="#14212A",
        quiet="#4B5860",
        line="#D3DCE0",
        accent="#14626C",
        good="#2F8A58",
        bad="#C0403F",
        bad_text="#9A2A2B",
        amber="#8A5200",
        neither="#7C8A92",
        soft="#EAF3F4",
        outcome="#14626C",
    ),
    Look.DARK: Colours(
        ground="#0E1A1D",
        text="#F2F7F8",
        quiet="#A9BAC0",
        line="#2B3C42",
        accent="#7FD3DC",
        good="#5CC48A",
        bad="#E5807D",
        bad_text="#F3A8A6",
        amber="#F0C480",
        neither="#8DA0A7",
        soft="#152A2F",
        outcome="#5CC48A",
    ),
}


def load_fonts() -> None:
    """Make Inter known to this process."""
    for name in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resources.path("fonts", f"Inter-{name}.ttf")))


def font(size: float, *, bold: bool = False, digits: bool = False) -> QFont:
    """Inter at a size in units; `digits` makes all of one width, for what counts."""
    made = QFont("Inter")
    made.setPixelSize(round(size))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if digits:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def say(key: str, **facts: object) -> str:
    """Words of the hall, always Bulgarian; „№ 4“ and „т. 4“ are never torn apart."""
    return glued(labels.word("hall", key).format(**facts))


_JOINED = re.compile(r" (?=[гч]\.)")
_BINDING = re.compile(r"№|т\.|чл\.|ал\.|[^\W\d_]")


def glued(text: str) -> str:
    """The text with its short words bound to what follows them."""
    parts = text.split(" ")
    kept = [
        part + ("\u00a0" if _binds(part) and index < len(parts) - 1 else " ")
        for index, part in enumerate(parts)
    ]
    whole = "".join(kept)[:-1]
    return _JOINED.sub("\u00a0", whole).replace(" – ", "\u00a0– ")


def _binds(word: str) -> bool:
    return _BINDING.fullmatch(word) is not None


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    source = resources.read_text("icons", f"{name}.svg")
    source = source.replace("currentColor", colour).replace(
        'stroke-width="2"', 'stroke-width="1.5"'
    )
    return QSvgRenderer(QByteArray(source.encode()))


def draw_icon(painter: QPainter, name: str, colour: str, where: QRectF) -> None:
    """One of the program's icons."""
    _drawing(name, colour).render(painter, where)
