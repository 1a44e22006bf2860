"""Where the window stands: kept in the settings, restored at the next start."""

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dcm_desktop.ui.preferences import PreferenceFile

USUAL = (1366, 690)


def keep(window: QWidget, preferences: PreferenceFile) -> None:
    """Write the place of a window to the settings."""
    data = bytes(window.saveGeometry().toBase64().data()).decode()
    if data != preferences.value.geometry:
        preferences.change(geometry=data)


def restore(window: QWidget, preferences: PreferenceFile) -> None:
    """Put a window where it stood last; else a size that fits most laptops and this screen."""
    data = QByteArray.fromBase64(preferences.value.geometry.encode())
    if not data.isEmpty() and window.restoreGeometry(data):
        return
    room = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(min(USUAL[0], room.width()), min(USUAL[1], room.height()))
