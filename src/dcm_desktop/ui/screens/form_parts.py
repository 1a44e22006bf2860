"""Small parts of forms: fields side by side, a line with its control at the right, yes or no."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets.boxes import Box, Item, hbox
from dcm_desktop.ui.widgets.buttons import Button, Segmented
from dcm_desktop.ui.widgets.combo import Option
from dcm_desktop.ui.widgets.fields import Field
from dcm_desktop.ui.widgets.flow import FlowLayout
from dcm_desktop.ui.widgets.labels import Icon, Label


def beside(*fields: QWidget) -> QHBoxLayout:
    """Fields next to one another, equally wide, their tops on one line."""
    row = hbox(*((field, 1) for field in fields), spacing=12)
    for field in fields:
        row.setAlignment(field, Qt.AlignmentFlag.AlignTop)
    return row


class YesNo(Segmented):
    """A choice between yes and no."""

    def __init__(self, value: bool = False, *, name: str = "") -> None:
        super().__init__("", "", index=0 if value else 1, name=name)
        self.set_text(0, self.tr("Yes"))
        self.set_text(1, self.tr("No"))

    def value(self) -> bool:
        """Whether yes is chosen."""
        return self.index == 0

    def set_value(self, value: bool) -> None:
        """Choose without telling anybody."""
        self.set_index(0 if value else 1)


class Line(Box):
    """A label at the left, its control at the right; `field` shows hint and error under it."""

    def __init__(self, label: str, control: QWidget, *, width: int = 300) -> None:
        super().__init__(row=True, spacing=8)
        self.field = Field(label, control)
        self.field.hide_caption()
        self._width = width
        self._mark = Icon("circle-dashed", "warn", 16)
        words = Label(label, "small", wrap=True)
        self.add((words, 1), self._mark, self.field)
        self.set_mark("")
        self.restyle()

    def restyle(self) -> None:
        """Be as wide as the text is big."""
        self.field.setFixedWidth(theme.px(self._width))

    def set_width(self, width: int) -> None:
        """Another width of the control, for text at 100 %."""
        self._width = width
        self.restyle()

    def set_mark(self, meaning: str) -> None:
        """Show a quiet sign before the control, or none; its meaning is the tool tip."""
        self._mark.setVisible(bool(meaning))
        self._mark.setToolTip(meaning)
        self._mark.setAccessibleName(meaning)
        if not self.field.error:
            self.field.control.setAccessibleDescription(meaning)


class Folded(Box):
    """Rarer or more sensitive fields behind a button; `why` says why they are asked for."""

    def __init__(self, title: str, *items: Item, why: str = "", open_now: bool = False) -> None:
        super().__init__(spacing=8)
        self._button = Button(title, kind="ghost", icon="chevron-right")
        self._button.setCheckable(True)
        self._button.toggled.connect(self._toggled)
        note = Label(why, "caption", "text3", wrap=True)
        if not why:
            note.hide()
        self._inside = Box(note, *items, spacing=12, margins=(4, 0, 0, 4))
        self.add(hbox(self._button, None), self._inside)
        self._button.setChecked(open_now)
        self._toggled(open_now)

    def open(self) -> None:
        """Unfold it."""
        self._button.setChecked(True)

    def _toggled(self, on: bool) -> None:
        self._button.set_icon("chevron-down" if on else "chevron-right")
        self._inside.setVisible(on)


class TickChips(QWidget):
    """Several values that may be ticked, as chips that wrap."""

    def __init__(self, options: Sequence[Option], ticked: Collection[str] = ()) -> None:
        super().__init__()
        self._chips: dict[str, Button] = {}
        flow = FlowLayout(spacing=6, parent=self)
        for option in options:
            chip = Button(option.text, kind="chip")
            chip.setCheckable(True)
            chip.toggled.connect(self._show)
            chip.setChecked(option.value in ticked)
            self._chips[option.value] = chip
            flow.addWidget(chip)
        self._show()

    def value(self) -> tuple[str, ...]:
        """What is ticked, in the order offered."""
        return tuple(value for value, chip in self._chips.items() if chip.isChecked())

    def _show(self, _on: bool = False) -> None:
        for chip in self._chips.values():
            chip.set_kind("chipon" if chip.isChecked() else "chip")
            chip.set_icon("check" if chip.isChecked() else "")
