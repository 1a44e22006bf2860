"""The look in force: palette, style sheet, fonts, icons, and the live switch between looks.

Widgets name colours by token (`theme.colour("accent")`), type by role (`theme.font("heading")`) and
icons by Lucide name (`theme.pixmap("check", "ok")`). A kit widget that keeps something made from
them has a method `restyle()`; `set_look` calls it on every living widget. Others just repaint.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from dcm_desktop import resources
from dcm_desktop.ui.theme_qss import style_sheet
from dcm_desktop.ui.theme_tokens import DARK, LIGHT, TYPE, Tokens

FAMILY = "Inter"
LOOKS = ("system", "light", "dark")
SCALES = (90, 100, 110, 125, 150)
_DIGITS = frozenset("0123456789:., +-–%")


@runtime_checkable
class Restyled(Protocol):
    """A widget that keeps fonts or pictures made from the theme."""

    def restyle(self) -> None:
        """Make them again from the theme now in force."""
        ...


class Theme(QObject):
    """The look in force; one per process, see `current()`."""

    changed = Signal()
    """The look or the size of text is another one; everything was restyled already."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.look = "light"
        self.scale = 100
        self.pixmaps: dict[tuple[str, str, int, float, float], QPixmap] = {}
        self.fonts: dict[tuple[str, bool], QFont] = {}
        self.svg: dict[str, str] = {}


_theme: Theme | None = None


def current() -> Theme:
    """The theme of this process."""
    global _theme  # noqa: PLW0603 - one look per process, as one QApplication per process
    if _theme is None:
        _theme = Theme()
    return _theme


def set_up(app: QApplication, look: str = "light", scale: int = 100) -> None:
    """Give a fresh application style, fonts and look; call once."""
    app.setStyle("Fusion")
    for name in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(str(resources.path("fonts", f"Inter-{name}.ttf")))
    app.styleHints().colorSchemeChanged.connect(_follow_system)
    set_look(look, scale)


def set_look(look: str, scale: int = 100) -> None:
    """Switch to `system`, `light` or `dark` and a text size in percent; live, on every widget."""
    theme = current()
    theme.look, theme.scale = look, max(90, min(150, scale))
    theme.tokens = DARK if _is_dark(look) else LIGHT
    theme.pixmaps.clear()
    theme.fonts.clear()
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.setFont(font("body"))
    app.setPalette(_palette(theme.tokens))
    app.setStyleSheet(style_sheet(theme.tokens))
    for widget in app.allWidgets():
        if isinstance(widget, Restyled):
            widget.restyle()
        widget.update()
    theme.changed.emit()


def tokens() -> Tokens:
    """Tokens of the look in force."""
    return current().tokens


def colour(token: str, alpha: float | None = None) -> QColor:
    """Colour of a token, optionally see-through (0 to 1)."""
    value = QColor(str(getattr(current().tokens, token)))
    if alpha is not None:
        value.setAlphaF(alpha)
    return value


def font(role: str = "body", *, figures: bool = False) -> QFont:
    """Font of a role; `figures` makes all digits equally wide (for bare numbers only)."""
    theme = current()
    known = theme.fonts.get((role, figures))
    if known is not None:
        return known
    size, weight = TYPE[role]
    made = QFont(FAMILY)
    made.setPointSizeF(size * 0.75 * theme.scale / 100)
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if figures:
        made.setFeature(QFont.Tag("tnum"), 1)
    theme.fonts[(role, figures)] = made
    return made


def font_for(role: str, text: str) -> QFont:
    """Font of a role for this text: tabular digits when it is a bare number, else proportional."""
    return font(role, figures=bool(text) and _DIGITS.issuperset(text))


def advance(text: str, role: str = "body") -> float:
    """Width of a text in its role, in logical pixels."""
    return QFontMetricsF(font_for(role, text)).horizontalAdvance(text)


def px(value: float) -> int:
    """A measure that grows with the size of text, in logical pixels."""
    return round(value * current().scale / 100)


def pixmap(
    name: str, tone: str = "text2", size: int = 18, dpr: float = 1.0, stroke: float = 0.0
) -> QPixmap:
    """One Lucide icon in the colour of a token, made on first use for this device pixel ratio."""
    theme = current()
    stroke = stroke or (2.0 if size <= 16 else 1.75)
    key = (name, tone, size, dpr, stroke)
    known = theme.pixmaps.get(key)
    if known is not None:
        return known
    if name not in theme.svg:
        theme.svg[name] = resources.read_text("icons", f"{name}.svg")
    source = theme.svg[name].replace("currentColor", str(getattr(theme.tokens, tone)))
    source = source.replace('stroke-width="2"', f'stroke-width="{stroke}"')
    side = round(size * dpr)
    made = QPixmap(QSize(side, side))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(dpr)
    theme.pixmaps[key] = made
    return made


def icon(name: str, tone: str = "text2", size: int = 18) -> QIcon:
    """An icon for parts of Qt that want one (menus, window); for the sharpest screen attached."""
    app = QGuiApplication.instance()
    dpr = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    made = QIcon(pixmap(name, tone, size, dpr))
    made.addPixmap(pixmap(name, "disabled", size, dpr), QIcon.Mode.Disabled)
    return made


def _is_dark(look: str) -> bool:
    """Unknown system schemes (offscreen, bare X11) count as light."""
    if look == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return look == "dark"


def _follow_system(_scheme: Qt.ColorScheme) -> None:
    theme = current()
    if theme.look == "system" and (theme.tokens is DARK) != _is_dark("system"):
        set_look("system", theme.scale)


def _palette(t: Tokens) -> QPalette:
    made, role = QPalette(), QPalette.ColorRole
    for part, value in {
        role.Window: t.bg,
        role.WindowText: t.text,
        role.Base: t.surface,
        role.AlternateBase: t.raised,
        role.Text: t.text,
        role.Button: t.surface,
        role.ButtonText: t.text,
        role.BrightText: t.bad,
        role.Highlight: t.selection,
        role.HighlightedText: t.selection_text,
        role.Accent: t.accent,
        role.Link: t.accent,
        role.LinkVisited: t.accent,
        role.ToolTipBase: t.text,
        role.ToolTipText: t.surface,
        role.PlaceholderText: t.text3,
        role.Light: t.surface,
        role.Midlight: t.border,
        role.Mid: t.border,
        role.Dark: t.border_strong,
        role.Shadow: t.border,
    }.items():
        made.setColor(part, QColor(value))
    for part in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(t.disabled))
    return made
