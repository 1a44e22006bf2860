"""Colours, radii and type roles of both looks, and the pairs that must stay readable. No Qt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One look. Every colour on screen is one of these names; widgets never hold a hex value."""

    name: str
    bg: str
    rail: str
    surface: str
    raised: str
    hover: str
    pressed: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    soft: str
    soft_text: str
    selection: str
    selection_text: str
    focus: str
    ok: str
    ok_bg: str
    ok_solid: str
    warn: str
    warn_bg: str
    warn_solid: str
    bad: str
    bad_bg: str
    bad_solid: str
    mute: str
    mute_bg: str
    mute_solid: str
    scroll: str
    toast: str
    toast_text: str
    toast_link: str


LIGHT = Tokens(
    name="light",
    bg="#F3F5F6",
    rail="#E8EDEF",
    surface="#FFFFFF",
    raised="#F7F9FA",
    hover="#EDF1F3",
    pressed="#E1E7EA",
    border="#DAE1E4",
    border_strong="#7F8D95",
    text="#182126",
    text2="#4B5860",
    text3="#5F6C74",
    disabled="#9AA5AB",
    accent="#14626C",
    accent_hover="#0F545D",
    accent_pressed="#0B464E",
    on_accent="#FFFFFF",
    soft="#DCEEF0",
    soft_text="#0D4B53",
    selection="#CDE6E9",
    selection_text="#0E2A2E",
    focus="#1A7A87",
    ok="#1B663A",
    ok_bg="#E1F1E6",
    ok_solid="#2F8A58",
    warn="#7A4700",
    warn_bg="#FBEED7",
    warn_solid="#B86E00",
    bad="#9A2A2B",
    bad_bg="#FAE5E5",
    bad_solid="#C0403F",
    mute="#45525A",
    mute_bg="#E7ECEE",
    mute_solid="#7C8A92",
    scroll="#B4BFC5",
    toast="#1E2A30",
    toast_text="#F2F7F8",
    toast_link="#8FD8E0",
)

DARK = Tokens(
    name="dark",
    bg="#14181B",
    rail="#0F1214",
    surface="#1C2225",
    raised="#232A2E",
    hover="#283035",
    pressed="#303A40",
    border="#323B41",
    border_strong="#74828A",
    text="#E7ECEE",
    text2="#B4BFC5",
    text3="#98A5AC",
    disabled="#66727A",
    accent="#6BC2CC",
    accent_hover="#83CFD8",
    accent_pressed="#54B1BC",
    on_accent="#06272B",
    soft="#1D383D",
    soft_text="#A9E0E6",
    selection="#254A50",
    selection_text="#EAF7F8",
    focus="#6BC2CC",
    ok="#92D8AB",
    ok_bg="#1A3224",
    ok_solid="#4FB07B",
    warn="#F0C480",
    warn_bg="#392D18",
    warn_solid="#D79A3A",
    bad="#F3A8A6",
    bad_bg="#3B2223",
    bad_solid="#DC6A67",
    mute="#B4BFC5",
    mute_bg="#2A3237",
    mute_solid="#84929A",
    scroll="#4A555C",
    toast="#E7ECEE",
    toast_text="#182126",
    toast_link="#14626C",
)

RADIUS_CONTROL = 6
RADIUS_ROW = 8
RADIUS_CARD = 10

# Role: size in px at 96 dpi and text size 100 %, weight. Nothing under 12.
TYPE: dict[str, tuple[int, int]] = {
    "figure": (28, 600),
    "display": (24, 600),
    "title": (18, 600),
    "heading": (16, 600),
    "strong": (14, 600),
    "medium": (14, 500),
    "body": (14, 400),
    "small": (13, 400),
    "smallm": (13, 500),
    "smalls": (13, 600),
    "caption": (12, 400),
    "captionm": (12, 500),
}

# Foreground, backgrounds it may stand on, least contrast (WCAG 2.2: text 4.5, outlines and bars 3).
PAIRS: tuple[tuple[str, str, float], ...] = (
    ("text", "bg rail surface raised hover pressed soft selection", 4.5),
    ("text2", "bg rail surface raised hover mute_bg selection soft", 4.5),
    ("text3", "bg surface raised", 4.5),
    ("accent", "bg surface raised hover soft", 4.5),
    ("on_accent", "accent accent_hover accent_pressed", 4.5),
    ("soft_text", "soft", 4.5),
    ("selection_text", "selection", 4.5),
    ("ok", "ok_bg surface raised bg", 4.5),
    ("warn", "warn_bg surface raised bg", 4.5),
    ("bad", "bad_bg surface raised bg", 4.5),
    ("mute", "mute_bg surface", 4.5),
    ("accent", "warn_bg bad_bg ok_bg", 4.5),
    ("toast_text", "toast", 4.5),
    ("toast_link", "toast", 4.5),
    ("border_strong", "surface bg raised", 3.0),
    ("focus", "surface bg rail raised", 3.0),
    ("ok_solid", "surface raised", 3.0),
    ("warn_solid", "surface raised", 3.0),
    ("bad_solid", "surface raised", 3.0),
    ("mute_solid", "surface raised", 3.0),
)


def _luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB` as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#RRGGBB` colours, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
