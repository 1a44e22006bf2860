"""All places of the program, one line each; the rail shows those with an icon and a word.

`target` is "module:Class" below `dcm_desktop.ui.screens`; it is imported when first opened.
"""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Literal

from PySide6.QtCore import QObject

from dcm_desktop.ui.screens.screen import Desk, Screen

_SCREENS = "dcm_desktop.ui.screens"
Level = Literal["district", "national", "both"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one can go: `shell.open(key)`. `under` is the rail entry lit while one is there."""

    key: str
    target: str
    level: Level = "both"
    icon: str = ""
    under: str = ""

    @property
    def exists(self) -> bool:
        """Whether its module is part of this program."""
        module, _, _name = self.target.partition(":")
        parent = module.rpartition(".")[0]
        if parent and find_spec(f"{_SCREENS}.{parent}") is None:
            return False
        return find_spec(f"{_SCREENS}.{module}") is not None

    def build(self, desk: Desk) -> Screen:
        """Import and make its screen."""
        module, _, name = self.target.partition(":")
        screen = getattr(import_module(f"{_SCREENS}.{module}"), name)(desk)
        if not isinstance(screen, Screen):
            raise TypeError(self.target)
        return screen


PLACES: tuple[Place, ...] = (
    Place("home", "home:HomeScreen", "district", icon="house"),
    Place("areas", "national.areas:AreasScreen", "national", icon="map"),
    Place("sessions", "sessions.list:SessionsScreen", "district", icon="gavel"),
    Place("sessions", "national.sessions:NationalSessionsScreen", "national", icon="gavel"),
    Place("cases", "cases.list:CasesScreen", icon="folder-heart"),
    Place("members", "members.list:MembersScreen", "district", icon="users"),
    Place("documents", "documents.papers:PapersScreen", "district", icon="file-text"),
    Place("exchange", "exchange.peers:ExchangeScreen", icon="arrow-left-right"),
    Place("settings", "settings.settings:SettingsScreen", icon="settings"),
    Place("session_prepare", "sessions.prepare:PrepareScreen", "district", under="sessions"),
    Place("convening", "sessions.convening:ConveningScreen", "district", under="sessions"),
    Place("templates", "sessions.templates:TemplatesScreen", "district", under="sessions"),
    Place("inbox", "sessions.inbox:InboxScreen", "district", under="sessions"),
    Place("session_view", "documents.papers:PapersScreen", "district", under="sessions"),
    Place("session_view", "national.sessions:NationalSessionsScreen", "national", under="sessions"),
    Place("tasks", "tasks:TasksScreen", "district", under="home"),
    Place("going_live", "going_live.going_live:GoingLiveScreen", "district", under="sessions"),
    Place("room", "session_room.room:RoomScreen", "district", under="sessions"),
    Place("case_file", "cases.file:CaseFileScreen", under="cases"),
    Place("case_new", "cases.new:NewCaseScreen", "district", under="cases"),
)


class PlaceNames(QObject):
    """Words of the rail."""

    def word(self, key: str) -> str:
        """Word of a place with an icon."""
        return {
            "home": self.tr("Home"),
            "areas": self.tr("Districts"),
            "sessions": self.tr("Sessions"),
            "cases": self.tr("Cases"),
            "members": self.tr("Members"),
            "documents": self.tr("Documents"),
            "exchange": self.tr("Exchange"),
            "settings": self.tr("Settings"),
        }[key]
