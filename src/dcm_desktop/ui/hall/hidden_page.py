"""Covers the operator's window while it stands where the hall would see it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.hall.desk import HallDesk, HallWay
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Icon, Label


class HiddenPage(Box):
    """Nothing of the session is seen under it; it goes by itself when the window is moved."""

    def __init__(self, window: QWidget, hall: HallDesk) -> None:
        super().__init__(name="page", spacing=12, margins=(32, 32, 32, 32), parent=window)
        self._window, self._hall = window, hall
        self._before: QWidget | None = None
        self.move_button = Button(self.tr("Move to the other screen"), kind="primary")
        self.move_button.setObjectName("moveWindow")
        self.move_button.clicked.connect(self._move)
        self.stay_button = Button(self.tr("There is no hall any more: show the window here"))
        self.stay_button.setObjectName("stayHere")
        self.stay_button.clicked.connect(self._stay)
        title = Label(self.tr("Hidden: this is the screen of the hall"), "title")
        text = self.tr("The members would read along. Drag the window to the laptop's own screen.")
        buttons = hbox(self.move_button, self.stay_button, None, spacing=8)
        column = Box(
            Icon("eye-off", "accent", 40),
            title,
            Label(text, "body", "text2", wrap=True),
            buttons,
            spacing=12,
        )
        column.setMaximumWidth(theme.px(640))
        self.add(None, hbox(None, (column, 1), None), None)
        hall.screens.moved.connect(self.follow)
        hall.changed.connect(self.follow)
        window.installEventFilter(self)
        self.hide()

    def follow(self) -> None:
        """Cover the window, or go."""
        exposed = self._hall.is_exposed
        self.move_button.setVisible(len(QGuiApplication.screens()) > 1)
        if exposed and self.isHidden():
            self._before = self._window.focusWidget()
            self.setGeometry(self._window.rect())
            self.show()
            self.raise_()
            first = self.stay_button if self.move_button.isHidden() else self.move_button
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not exposed and not self.isHidden():
            self.hide()
            if self._before is not None and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover all of the window, whatever its size; watch it once it has a handle."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        elif event.type() == QEvent.Type.Show:
            handle = self._window.windowHandle()
            if handle is not None:
                self._hall.screens.watch(handle)
        return super().eventFilter(watched, event)

    def _move(self) -> None:
        bound = self._hall.bound or self._hall.chosen_screen()
        free = (s for s in QGuiApplication.screens() if bound is None or s.name() != bound.name)
        screen = next(free, None)
        if screen is not None:
            room = screen.availableGeometry()
            self._window.showNormal()
            self._window.resize(self._window.size().boundedTo(room.size()))
            self._window.move(room.topLeft())

    def _stay(self) -> None:
        self._hall.choose(HallWay.NO_PROJECTOR)
