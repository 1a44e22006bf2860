"""Small parts of forms: fields side by side, a line with its control at the right, yes or no."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Segmented
from dcm_desktop.ui.widgets.fields import Field
from dcm_desktop.ui.widgets.labels import Label


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

    def __init__(self, label: str, control: QWidget, *, hint: str = "", width: int = 260) -> None:
        super().__init__(row=True, spacing=16)
        self.field = Field(label, control, hint=hint)
        self.field.hide_caption()
        self.field.setFixedWidth(width)
        words = Label(label, "small", wrap=True)
        words.setMinimumHeight(32)
        self.add((words, 1), self.field)
        self.box.setAlignment(self.field, Qt.AlignmentFlag.AlignTop)
