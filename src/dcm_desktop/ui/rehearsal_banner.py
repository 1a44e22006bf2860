"""The band over every screen of a practice session: nobody takes it for the real one."""

from collections.abc import Callable

from dcm_desktop.ui.widgets.boxes import Box
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Icon, Label


class RehearsalBanner(Box):
    """„УЧЕБНО“, what it means, and the way out."""

    def __init__(self, leave: Callable[[], object]) -> None:
        super().__init__(name="rehearsal", row=True, spacing=12, margins=(16, 6, 16, 6))
        word = Label(self.tr("REHEARSAL"), "smallm", "warn")
        text = Label(self.tr("Nothing of this is kept, numbered or printed."), "small", "warn")
        over = Button(self.tr("End the rehearsal"))
        over.clicked.connect(leave)
        self.add(Icon("triangle-alert", "warn", 16), word, (text, 1), over)
