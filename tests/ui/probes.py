"""Screens that note what happens to them, for tests of the frame around real screens."""

from dataclasses import dataclass

from dcm_desktop.ui.places import Place
from dcm_desktop.ui.screens.screen import Desk, Fit, Screen
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.drafts import DraftField
from dcm_desktop.ui.widgets.fields import Field, LineEdit
from dcm_desktop.ui.widgets.labels import Label


class Probe(Screen):
    """A screen that notes what happens to it."""

    concerns = frozenset({"case"})

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__(desk, title, "ОКМД – област Кърджали · вторник, 24 ноември 2026 г.")
        self.refreshed = 0
        self.arguments: dict[str, str] = {}
        self.room: Fit | None = None
        self.pressed: list[str] = []
        self.saved: list[str] = []
        self.edit = LineEdit()
        self.edit.setObjectName("caseTitle")
        self.draft = DraftField(self.edit, self.saved.append)
        new = Button("Нов случай", kind="primary", icon="plus", cap="Ctrl+N")
        new.clicked.connect(self._new)
        self.header.set_actions(new)
        self.add_key("Ctrl+N", "нов случай", self._new)
        self.body.addWidget(Field("Заглавие", self.edit))
        self.body.addWidget(Label("текст", wrap=True), 1)

    def refresh(self) -> None:
        """Count."""
        self.refreshed += 1

    def opened(self, **arguments: str) -> None:
        """Note."""
        self.arguments = arguments

    def fit(self, room: Fit) -> None:
        """Note."""
        self.room = room

    def _new(self) -> None:
        self.pressed.append("new")


@dataclass(frozen=True, slots=True)
class ProbePlace(Place):
    """A place whose screen is a probe."""

    @property
    def exists(self) -> bool:
        """Always."""
        return True

    def build(self, desk: Desk) -> Screen:
        """A probe."""
        return Probe(desk, self.key)


PLACES = (
    ProbePlace("home", "", "district", icon="house"),
    ProbePlace("areas", "", "national", icon="map"),
    ProbePlace("sessions", "", icon="gavel"),
    ProbePlace("cases", "", icon="folder-heart"),
    ProbePlace("settings", "", icon="settings"),
    ProbePlace("case_file", "", under="cases"),
)
