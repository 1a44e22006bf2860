"""The switch between chronology and family, on both cards of a case file in a narrow window."""

from dcm_desktop.ui.widgets.buttons import Segmented

CHRONOLOGY, FAMILY = range(2)


class FileTabs(Segmented):
    """Always shows the card it stands on; `chosen` asks for the other one."""

    def __init__(self, here: int) -> None:
        super().__init__("", "", index=here)
        self._here = here
        self.setAccessibleName(self.tr("View"))
        self.set_text(CHRONOLOGY, self.tr("Chronology"))
        self.set_text(FAMILY, self.tr("Family"))
        self.hide()

    def back(self) -> None:
        """Show the own card again after the other one was asked for."""
        self.set_index(self._here)
