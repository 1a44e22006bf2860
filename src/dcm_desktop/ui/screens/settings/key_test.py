"""Do the function keys arrive here? Press F12 to try; else the caps show their Ctrl mirrors."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from dcm_desktop.ui import theme
from dcm_desktop.ui.keys import set_mirrored
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.ui.screens.form_parts import Line
from dcm_desktop.ui.widgets.boxes import Card, hbox
from dcm_desktop.ui.widgets.buttons import Button, Segmented
from dcm_desktop.ui.widgets.labels import Icon, Label
from dcm_desktop.ui.widgets.messages import announce

_SILENT = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
)


class KeyTest(Card):
    """Tries F12 and offers the switch; both rows of keys work whatever is chosen."""

    def __init__(self, preferences: PreferenceFile) -> None:
        self._waits = False
        super().__init__(spacing=8)
        self._preferences = preferences
        self.caps = Segmented(
            "F1 … F12",
            "Ctrl+1 … Ctrl+0",
            index=int(preferences.value.mirror_keys),
            name=self.tr("Keys that are shown"),
        )
        self.caps.setObjectName("mirrorSwitch")
        self.caps.chosen.connect(self._chosen)
        self.try_button = Button(self.tr("Try F12"), icon="keyboard")
        self.try_button.setObjectName("tryKeysButton")
        self.try_button.clicked.connect(self._begin)
        self._icon = Icon("info", "text2", 18)
        self._said = Label("", "small", wrap=True)
        self._say(
            "info",
            "text2",
            self.tr(
                "Some laptops send volume or brightness from the upper row. Try F12; if nothing "
                "arrives, let the keys be shown as Ctrl+1 … Ctrl+9, and Ctrl+0 or Pause for F12."
            ),
        )
        self.try_button.installEventFilter(self)
        self.add(
            Label(self.tr("Keys"), "heading"),
            4,
            Line(self.tr("Keys that are shown"), self.caps, width=400),
            hbox(self._icon, (self._said, 1), self.try_button),
        )

    @property
    def said(self) -> str:
        """What the test found."""
        return self._said.text()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """What arrives while it waits: F12, or the key that was sent instead."""
        if (
            not self._waits
            or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            or not isinstance(event, QKeyEvent)
            or event.key() in _SILENT
        ):
            return False
        self._waits = False
        if event.key() == Qt.Key.Key_F12:
            self._say("circle-check", "ok_solid", self.tr("F12 arrives: the function keys work."))
        else:
            words = self.tr("Another key arrived, not F12. Let the Ctrl keys be shown.")
            self._say("triangle-alert", "warn_solid", words)
        event.accept()
        return True

    def _begin(self) -> None:
        self._waits = True
        self.try_button.setFocus(Qt.FocusReason.OtherFocusReason)
        words = self.tr("Press F12 now. Nothing happens? Then let the Ctrl keys be shown.")
        self._say("keyboard", "accent", words)

    def _say(self, icon: str, tone: str, words: str) -> None:
        self._icon.set_icon(icon, tone)
        self._said.setText(words)
        announce(self, words)

    def _chosen(self, index: int) -> None:
        """After the click is over: all caps are measured again."""
        self._preferences.change(mirror_keys=bool(index))
        set_mirrored(bool(index))
        value = theme.current()
        QTimer.singleShot(0, partial(theme.set_look, value.look, value.scale))
