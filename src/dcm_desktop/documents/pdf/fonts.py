"""The faces of the papers in ReportLab: registered once, embedded always.

Every face lies in `resources/fonts`; a sign that a face lacks is set from the serif, or as an
empty box, so that nothing disappears from a paper unseen.
"""

from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from dcm_desktop import resources

SERIF = "DCMSerif-Regular"
SERIF_BOLD = "DCMSerif-Bold"
SERIF_ITALIC = "DCMSerif-Italic"
SANS = "DCMSans-Regular"
SANS_BOLD = "DCMSans-Bold"
TAB = "DCMSansTab-Regular"
TAB_BOLD = "DCMSansTab-Bold"
MISSING = "☐"

_FAMILIES = {
    "DCMSerif": ("Regular", "Bold", "Italic", "BoldItalic"),
    "DCMSans": ("Regular", "Bold", "Italic", "BoldItalic"),
    "DCMSansTab": ("Regular", "Bold", "Regular", "Bold"),
}


@cache
def register() -> None:
    """Make the faces known to ReportLab; the second call does nothing."""
    for family, styles in _FAMILIES.items():
        names = [f"{family}-{style}" for style in styles]
        for name in dict.fromkeys(names):
            pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", f"{name}.ttf"))))
        pdfmetrics.registerFontFamily(names[0], *names)


@cache
def _covered(face: str) -> frozenset[int]:
    font: Any = pdfmetrics.getFont(face)
    return frozenset(font.face.charToGlyph)


def lacking(text: str, face: str) -> frozenset[str]:
    """Signs of the text that the face cannot set."""
    known = _covered(face)
    return frozenset(sign for sign in text if ord(sign) not in known)


def in_face(text: str, face: str) -> str:
    """The text for a line drawn in one face: what it cannot set becomes a question mark."""
    return "".join("?" if sign in lacking(text, face) else sign for sign in text)
