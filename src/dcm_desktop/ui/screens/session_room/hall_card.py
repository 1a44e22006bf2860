"""The card „Screen“: what is really on the wall, its state as sign and word, its keys."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from dcm_desktop.domain.projector import Mode
from dcm_desktop.ui import theme
from dcm_desktop.ui.hall.desk import HallDesk, Trouble
from dcm_desktop.ui.hall.words import HallWords
from dcm_desktop.ui.screens.session_room.hall_acts import HallActs
from dcm_desktop.ui.screens.session_room.part import RoomCard, RoomKey
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.usecases.sessions.views import RoomView

if TYPE_CHECKING:
    from dcm_desktop.ui.screens.session_room.room import RoomScreen

_WIDTH, _HEIGHT = 112, 63


class HallPicture(QWidget):
    """The wall in small; a band over it names a picture that the hall does not follow."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap, self._band, self._tone, self._icon = QPixmap(), "", "warn", "monitor-off"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def band(self) -> str:
        """The word over the picture; empty: it is what the hall sees."""
        return self._band

    def show_picture(self, pixmap: QPixmap, *, band: str, tone: str, icon: str, words: str) -> None:
        """Show a picture, or a sign where there is none."""
        self._pixmap, self._band, self._tone, self._icon = pixmap, band, tone, icon
        self.setAccessibleName(words)
        self.update()

    def restyle(self) -> None:
        """Measure again."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """A small screen."""
        return QSize(theme.px(_WIDTH), theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        if self._pixmap.isNull():
            painter.setBrush(theme.colour("mute_bg"))
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.drawRoundedRect(rect, 4, 4)
            middle = rect.center()
            paint.icon(painter, middle.x() - 12, middle.y() - 12, self._icon, "text3", 24)
        else:
            size = self._pixmap.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            where = QRectF(0, 0, size.width(), size.height())
            where.moveCenter(rect.center())
            painter.drawPixmap(where, self._pixmap, self._pixmap.rect().toRectF())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("border_strong"), 1))
            painter.drawRect(where.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._band:
            height = theme.px(18)
            band = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
            painter.fillRect(band, theme.colour(f"{self._tone}_bg"))
            paint.text(painter, band, self._band, "captionm", self._tone, paint.CENTER)


class HallCard(RoomCard):
    """What the hall sees, and the keys that change it."""

    keep = 8

    def __init__(self, room: "RoomScreen") -> None:
        super().__init__("", "F9")
        self.title.setText(self.tr("Screen"))
        self.setAccessibleName(self.tr("Screen"))
        self._words = HallWords(self)
        self._hall: HallDesk = room.desk.shell.hall
        self.acts = HallActs(room, self._hall, self)
        self.picture = HallPicture()
        self.held = Label(self.tr("HELD"), "title", "warn")
        self.note = Label("", "caption", "text2", wrap=True)
        self.hide_button = Button("", kind="ghost", cap="F12")
        self.hide_button.setObjectName("hideHall")
        self.hide_button.clicked.connect(self.acts.hide)
        self.again = Button(self.tr("Show it again"), kind="ghost")
        self.again.setObjectName("hallAgain")
        self.again.clicked.connect(self.acts.again)
        self.send_button = Button(self.tr("Send"), kind="ghost", cap="F9")
        self.send_button.setObjectName("sendCard")
        self.send_button.clicked.connect(self.acts.send)
        self.choose_button = Button(
            kind="tool", icon="list", name=self.tr("Choose a card (Ctrl+F9)")
        )
        self.choose_button.setObjectName("chooseCard")
        self.choose_button.clicked.connect(self.acts.choose)
        words = Box(self.held, self.note, self.again, None, spacing=2)
        top = hbox(self.picture, (words, 1), spacing=10)
        top.setAlignment(self.picture, Qt.AlignmentFlag.AlignTop)
        self._buttons = Box(row=True, spacing=2)
        self._buttons.add(self.send_button, self.hide_button, None, self.choose_button)
        self.content.add(top, self._buttons)
        self._hall.changed.connect(self._show)
        self._hall.pictured.connect(self._show)
        self._hall.previewed.connect(self._show)
        self.acts.preview_changed.connect(self._show)
        self._show()

    def show_room(self, view: RoomView) -> None:
        """The hall follows the session."""
        self.acts.follow(view)
        self._show()

    def room_keys(self) -> Sequence[RoomKey]:
        """F9 and its sisters; F12 works everywhere and is only named."""
        return (
            RoomKey("F9", self.tr("screen: send the card of the place you are in"), self.acts.send),
            RoomKey("Shift+F9", self.tr("screen: look at that card first"), self.acts.preview),
            RoomKey("Ctrl+F9", self.tr("screen: choose a card"), self.acts.choose),
        )

    def _show(self) -> None:
        hall, state = self._hall, self._words.state(self._hall)
        self.pill.set_state(state.word, state.tone, state.icon)
        frozen = hall.mode is Mode.FROZEN
        runs = hall.mode is not Mode.OFF
        preview = self.acts.is_previewing and not hall.preview.isNull()
        if preview:
            note = self.tr("Preview: {card}. F9 sends it.").format(card=self.acts.preview_name)
            picture, band, tone = hall.preview, self.tr("preview"), "ok"
        else:
            note, picture = state.note, hall.picture
            band, tone = (self.tr("HELD"), "warn") if frozen else ("", "warn")
        self.picture.show_picture(
            picture if runs or preview else QPixmap(),
            band=band,
            tone=tone,
            icon=state.icon,
            words=f"{state.word}. {note}",
        )
        self.held.setVisible(frozen and not preview)
        self.note.setText(note)
        self.again.setVisible(not runs and hall.trouble not in (None, Trouble.OPERATOR))
        self.hide_button.set_text(self.tr("show") if hall.mode is Mode.HIDDEN else self.tr("hide"))
        self._buttons.setVisible(runs)
