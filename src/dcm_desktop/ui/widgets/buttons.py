"""Buttons that paint themselves from tokens: one primary per screen, the rest quiet.

Kinds: "" (outlined), "primary", "ghost", "on" (a switch that is on), "danger", "danger_solid",
"chip", "chipon", "tool" (icon only, no outline), "link" (flush with the text around it).
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets import paint

_FIXED = QSizePolicy.Policy.Fixed

# kind: text, background, hover, pressed, outline
_LOOKS: dict[str, tuple[str, str, str, str, str]] = {
    "": ("text", "surface", "hover", "pressed", "border_strong"),
    "primary": ("on_accent", "accent", "accent_hover", "accent_pressed", ""),
    "ghost": ("accent", "", "hover", "pressed", ""),
    "link": ("accent", "", "", "", ""),
    "on": ("soft_text", "soft", "selection", "selection", "accent"),
    "danger": ("bad", "surface", "bad_bg", "bad_bg", "bad_solid"),
    "danger_solid": ("surface", "bad_solid", "bad_solid", "bad_solid", ""),
    "chip": ("text2", "surface", "hover", "pressed", "border_strong"),
    "chipon": ("soft_text", "soft", "selection", "selection", "accent"),
    "tool": ("text2", "", "hover", "pressed", ""),
}
_CHIPS = ("chip", "chipon")


class Button(QPushButton):
    """A push button with an icon before the word, a sign after it, or a key cap.

    `cap` only shows the key; the screen binds it (`Screen.add_key`). `name` is for screen readers
    when there is no word; it becomes the tool tip too.
    """

    def __init__(
        self,
        text: str = "",
        *,
        kind: str = "",
        icon: str = "",
        cap: str = "",
        trail: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self._icon, self._cap, self._trail = kind, icon, cap, trail
        self._compact = False
        self._capped = True
        self._name = name or text
        self.setSizePolicy(_FIXED, _FIXED)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)
        self._announce()

    @property
    def kind(self) -> str:
        """Kind in force."""
        return self._kind

    @property
    def cap(self) -> str:
        """The key it names; empty when it has none."""
        return self._cap

    def set_kind(self, kind: str) -> None:
        """Change the kind, for example of a switch from "" to "on"."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_trail(self, trail: str) -> None:
        """Change the sign after the word ("x" on a chip that clears, "chevron-down" on a menu)."""
        self._trail = trail
        self.updateGeometry()
        self.update()

    def set_text(self, text: str) -> None:
        """Change the word, on screen and for screen readers."""
        self._name = text
        self.setText(text)
        self._announce()
        self.updateGeometry()

    def set_compact(self, compact: bool) -> None:
        """Show the icon only (the word moves to the tool tip); nothing happens without an icon."""
        if self._icon and compact != self._compact:
            self._compact = compact
            self._announce()
            self.updateGeometry()
            self.update()

    def set_capped(self, capped: bool) -> None:
        """Show or leave out the key cap, for narrow windows; the key works all the same."""
        if capped != self._capped:
            self._capped = capped
            self.updateGeometry()
            self.update()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Word, icon, sign and cap with the padding of its kind."""
        height = theme.px(28) if self._kind in _CHIPS else theme.px(32)
        if not self._word():
            return QSize(height + (2 if self._kind == "" else 0), height)
        width = 2 * self._padding() + theme.advance(self._word(), "smallm")
        if self._icon:
            width += self._icon_size() + 8
        if self._trail:
            width += 16 + 4
        if self._shown_cap():
            width += paint.key_width(self._cap) + 6
        return QSize(int(width) + 1, height)

    def minimumSizeHint(self) -> QSize:
        """It never shrinks below its word."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, outline, icon, word, sign, cap and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone, ground, hover, pressed, outline = _LOOKS[self._kind]
        if self.isDown():
            ground = pressed
        elif self.underMouse() and self.isEnabled():
            ground = hover
        if not self.isEnabled():
            tone, outline = "disabled", "border" if outline or ground else ""
            ground = "raised" if ground else ""
        rect = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        radius = rect.height() / 2 if self._kind in _CHIPS else 6.0
        painter.setBrush(theme.colour(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour(outline), 1) if outline else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        if self.hasFocus():
            ring = "text" if self._kind in ("primary", "danger_solid") else "focus"
            paint.focus_ring(painter, self.rect().toRectF(), radius, ring)
        self._paint_inside(painter, tone)

    def changeEvent(self, event: QEvent) -> None:
        """Repaint when enabled or disabled."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()

    def _paint_inside(self, painter: QPainter, tone: str) -> None:
        middle = self.height() / 2
        size = self._icon_size()
        icon_tone = "text2" if tone == "text" else tone
        word = self._word()
        if not word and not self._icon:
            return
        if not word:
            paint.icon(
                painter, (self.width() - size) / 2, middle - size / 2, self._icon, icon_tone, size
            )
            return
        wanted = self.sizeHint().width()
        capped = self._shown_cap() and self.width() >= wanted - 4
        if self._shown_cap() and not capped:
            wanted -= int(paint.key_width(self._cap)) + 6
        spare = max(0.0, self.width() - wanted + 1)
        x = self._padding() + spare / 2
        if self._icon:
            paint.icon(painter, x, middle - size / 2, self._icon, icon_tone, size)
            x += size + 8
        width = theme.advance(word, "smallm")
        paint.text(painter, QRectF(x, 0, width + 1, self.height()), word, "smallm", tone)
        x += width
        if self._trail:
            paint.icon(painter, x + 4, middle - 8, self._trail, icon_tone, 16)
            x += 20
        if capped:
            on = tone if self._kind in ("primary", "on", "danger_solid") else ""
            paint.key(painter, x + 10, middle, self._cap, on)

    def _word(self) -> str:
        """Without an icon there is nothing to shrink to."""
        return "" if self._compact and self._icon else self.text()

    def _shown_cap(self) -> bool:
        return bool(self._cap) and self._capped and not self._compact

    def _padding(self) -> int:
        return {"ghost": 9, "link": 0, "chip": 11, "chipon": 11, "tool": 7}.get(self._kind, 13)

    def _icon_size(self) -> int:
        return 16 if self._kind in _CHIPS else 18

    def _announce(self) -> None:
        self.setAccessibleName(self._name)
        bare = not self._word()
        tip = f"{self._name} ({self._cap})" if self._cap and bare else self._name
        self.setToolTip(tip if bare else "")


class _Segment(QAbstractButton):
    """One part of a segmented control."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)
        self.setSizePolicy(_FIXED, _FIXED)

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The word with its padding."""
        return QSize(int(theme.advance(self.text(), "captionm")) + 30, theme.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it raised when it is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setBrush(theme.colour("surface"))
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawRoundedRect(rect, 6, 6)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().toRectF(), 6)
        tone = "text" if self.isChecked() or self.underMouse() else "text2"
        paint.text(painter, rect, self.text(), "captionm", tone, paint.CENTER)


class Segmented(QFrame):
    """A switch between two to five views; one Tab stop, arrows inside."""

    chosen = Signal(int)
    """Another part was chosen by the user; carries its place, from 0."""

    def __init__(
        self, *names: str, index: int = 0, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, _FIXED)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for place, title in enumerate(names):
            part = _Segment(title, self)
            part.setChecked(place == index)
            self._group.addButton(part, place)
            row.addWidget(part)
        self._group.idToggled.connect(self._toggled)
        self._last = index

    @property
    def index(self) -> int:
        """Place of the chosen part."""
        return self._group.checkedId()

    def set_index(self, index: int) -> None:
        """Choose a part without telling anybody."""
        self._last = index
        self._group.button(index).setChecked(True)

    def take_keyboard(self) -> None:
        """Put the keyboard on the chosen part."""
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_text(self, index: int, text: str) -> None:
        """Change the word of a part."""
        part = self._group.button(index)
        part.setText(text)
        part.setAccessibleName(text)
        part.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the trough."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("mute_bg"))
        painter.drawRoundedRect(self.rect().toRectF(), 8, 8)

    def _toggled(self, index: int, checked: bool) -> None:
        """Mouse and arrow keys end here; a choice by `set_index` does not count."""
        if checked and index != self._last:
            self._last = index
            self.chosen.emit(index)
