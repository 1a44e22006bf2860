"""Names of stores and places as the window calls them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.usecases.places import places

if TYPE_CHECKING:
    from dcm_desktop.usecases.acting import StoreInfo


class StoreNames(QObject):
    """What a store is called on screen: by its place, never by a person or folder."""

    def label(self, level: StoreLevel, district: str, municipality: str) -> str:
        """ОКМД – област Русе; the municipal mechanism by its municipality; the national team."""
        if level is StoreLevel.NATIONAL:
            return self.tr("National team")
        if municipality:
            where = places().municipality(municipality).phrase
            return self.tr("Municipal mechanism – {place}").format(place=where)
        return self.tr("DCM – {place}").format(place=places().district(district).area)


def label_of(info: "StoreInfo") -> str:
    """What an open store is called."""
    return StoreNames().label(info.level, info.district, info.municipality)
