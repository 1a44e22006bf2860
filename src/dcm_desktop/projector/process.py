"""The projector's process: obeys the lines, keeps the window on its screen or destroys it.

Fail closed: what is not understood, a lost operator and an error of ours end in the neutral card.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QScreen
from PySide6.QtWidgets import QApplication

from dcm_desktop.domain.projector import Mode, PublicState, neutral_of
from dcm_desktop.domain.projector_cards import NEUTRAL_CARDS
from dcm_desktop.domain.projector_wire import (
    Bind,
    Clicker,
    Fault,
    Key,
    Lost,
    Picture,
    Placed,
    Preview,
    Previewed,
    Quit,
    Rest,
    ScreenInfo,
    Screens,
    Show,
    Shown,
    WireError,
    decode_order,
)
from dcm_desktop.projector.looks import load_fonts
from dcm_desktop.projector.painting import paint
from dcm_desktop.projector.pipes import LinesIn, LinesOut
from dcm_desktop.projector.window import HallWindow

ORPHAN_MINUTES = 10
PICTURE_WIDTH = 640
_PREVIEW = QSize(1280, 720)
_PICTURE_MS = 200
_TURN_MS = 1000


class Projector(QObject):
    """Everything of this process."""

    def __init__(self, app: QApplication, turn: Path | None = None) -> None:
        super().__init__()
        self._app = app
        self._lines, self._out = LinesIn(), LinesOut()
        self._window: HallWindow | None = None
        self._bound: QScreen | None = None
        self._wish: ScreenInfo | None = None
        self._accept_primary = False
        self._state: PublicState | None = None
        self._seq = 0
        self._failing = False
        self._rest = ORPHAN_MINUTES
        self._turn, self._mine = turn, f"{os.getpid()}"
        self._has_turn = False
        self._picture: tuple[int, QImage] | None = None
        self._picture_timer = QTimer(self)
        self._picture_timer.setSingleShot(True)
        self._picture_timer.timeout.connect(self._send_picture)
        self._turn_timer = QTimer(self)
        self._turn_timer.setInterval(_TURN_MS)
        self._turn_timer.timeout.connect(self._look_for_turn)
        self._lines.arrived.connect(self._obey)
        self._lines.refused.connect(self._fail)
        self._lines.ended.connect(self._orphaned)
        app.screenAdded.connect(self._screens_changed)
        app.screenRemoved.connect(self._screen_removed)
        app.primaryScreenChanged.connect(self._screens_changed)

    def start(self) -> None:
        """Say which screens there are, begin to listen."""
        self._out.start()
        self._say_screens()
        self._lines.start()

    def finish(self) -> None:
        """End of the process."""
        self._drop()
        self._out.finish()

    def take_error(self) -> None:
        """An error of ours: the neutral card, and the operator is told; a second one ends us."""
        if self._failing:
            self._app.exit(70)
            return
        self._failing = True
        self._fail()
        self._failing = False

    # Orders

    def _obey(self, line: bytes) -> None:
        try:
            order = decode_order(line)
        except WireError:
            self._fail()
            return
        match order:
            case Bind(screen=screen, accept_primary=accept):
                self._wish, self._accept_primary = screen, accept
                self._place()
            case Show(seq=seq, state=state):
                self._show(seq, state)
            case Preview(seq=seq, state=state):
                self._preview(seq, state)
            case Rest(minutes=minutes):
                self._rest = max(minutes, ORPHAN_MINUTES)
                self._go_neutral()
            case Quit():
                self._app.quit()

    def _show(self, seq: int, state: PublicState) -> None:
        if state.mode is Mode.NEUTRAL and not isinstance(state.card, NEUTRAL_CARDS):
            state = neutral_of(state)
        self._seq, self._state = seq, state
        if state.mode is Mode.OFF:
            self._drop()
        elif self._window is None:
            self._place()
        else:
            self._window.show_state(seq, state)

    def _preview(self, seq: int, state: PublicState) -> None:
        size = self._window.size() if self._window is not None else _PREVIEW
        frame = paint(state, size)
        self._out.send(Previewed(seq, _png(frame.image), frame.text, frame.pages))

    def _fail(self) -> None:
        self._go_neutral()
        self._out.send(Fault())

    def _go_neutral(self) -> None:
        if self._state is not None and self._state.mode is not Mode.OFF:
            self._show(self._seq, neutral_of(self._state))

    # The screen

    def _place(self) -> None:
        """The window on its screen, or none."""
        self._drop()
        if self._wish is None or self._state is None or self._state.mode is Mode.OFF:
            return
        found = [screen for screen in self._app.screens() if _info(screen).same(self._wish)]
        if not found:
            self._lose("missing")
            return
        if found[0] == self._app.primaryScreen() and not self._accept_primary:
            self._lose("primary")
            return
        self._bound = found[0]
        self._bound.geometryChanged.connect(self._screens_changed)
        window = HallWindow(found[0])
        window.painted.connect(self._say_shown)
        window.pictured.connect(self._keep_picture)
        window.clicked.connect(self._say_key)
        window.show_state(self._seq, self._state)
        self._window = window
        window.place(found[0].geometry())
        handle = window.windowHandle()
        handle.screenChanged.connect(self._window_moved)
        if handle.screen() != found[0]:
            self._lose("missing")
            return
        self._out.send(Placed(self._wish.name))

    def _lose(self, why: str) -> None:
        """No window; there is one again after a new `bind`, and then the neutral card."""
        self._drop()
        self._wish = None
        if self._state is not None:
            self._state = neutral_of(self._state)
        if why == "primary":
            self._out.send(Lost("primary"))
        elif why == "gone":
            self._out.send(Lost("gone"))
        else:
            self._out.send(Lost("missing"))

    def _drop(self) -> None:
        """Destroy the window."""
        if self._bound is not None:
            self._bound.geometryChanged.disconnect(self._screens_changed)
            self._bound = None
        window, self._window = self._window, None
        if window is not None:
            window.hide()
            window.close()
            window.deleteLater()
        self._picture = None

    def _screen_removed(self, screen: QScreen) -> None:
        if self._bound is not None and screen == self._bound:
            self._bound = None
            self._lose("gone")
        self._say_screens()

    def _screens_changed(self) -> None:
        bound = self._bound
        if bound is not None and self._wish is not None:
            if not _info(bound).same(self._wish):
                self._lose("gone")
            elif bound == self._app.primaryScreen() and not self._accept_primary:
                self._lose("primary")
        self._say_screens()

    def _window_moved(self, screen: QScreen) -> None:
        if self._window is not None and screen != self._bound:
            self._lose("gone")

    # Reports

    def _say_screens(self) -> None:
        first = self._app.primaryScreen()
        screens = sorted(self._app.screens(), key=lambda screen: screen != first)
        self._out.send(Screens(tuple(_info(screen) for screen in screens)))

    def _say_shown(self, seq: int, text: str) -> None:
        self._out.send(Shown(seq, text))
        if self._turn is not None and not self._has_turn:
            # only now: the one that stood there before ends when it reads this, not earlier
            self._turn.write_text(self._mine, encoding="ascii")
            self._has_turn = True

    def _say_key(self, key: Clicker) -> None:
        self._out.send(Key(key))

    def _keep_picture(self, seq: int, image: QImage) -> None:
        self._picture = (seq, image)
        if not self._picture_timer.isActive():
            self._picture_timer.start(_PICTURE_MS)

    def _send_picture(self) -> None:
        if self._picture is not None:
            seq, image = self._picture
            self._out.send(Picture(seq, _png(image)))

    # The end

    def _orphaned(self) -> None:
        """The operator's process is gone: neutral, for a while or until the next one is here."""
        if self._window is None:
            self._app.quit()
            return
        self._go_neutral()
        QTimer.singleShot(self._rest * 60_000, self._app.quit)
        if self._turn is not None:
            self._turn_timer.start()

    def _look_for_turn(self) -> None:
        if self._turn is None:
            return
        try:
            now = self._turn.read_text(encoding="ascii")
        except OSError:
            now = ""
        if now != self._mine:
            self._app.quit()


def main(arguments: Sequence[str]) -> int:
    """Run the process; the only argument is `--turn FILE`. Exit codes: 0 told to end, 2 usage."""
    turn: Path | None = None
    if arguments:
        if len(arguments) != 2 or arguments[0] != "--turn":
            return 2
        turn = Path(arguments[1])
    app = QApplication([])
    app.setApplicationName("dcm-desktop-projector")
    app.setQuitOnLastWindowClosed(False)
    load_fonts()
    projector = Projector(app, turn)

    def caught(
        kind: type[BaseException], _error: BaseException, trace: TracebackType | None
    ) -> None:
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        line = 0 if trace is None else trace.tb_lineno
        if sys.stderr is not None:
            # Privacy: the kind and the line of code are told, never the words of the error.
            sys.stderr.write(f"projector: {kind.__name__} at line {line}\n")
        projector.take_error()

    sys.excepthook = caught
    projector.start()
    code = app.exec()
    projector.finish()
    return code


def _info(screen: QScreen) -> ScreenInfo:
    place = screen.geometry()
    return ScreenInfo(
        screen.name(),
        place.x(),
        place.y(),
        place.width(),
        place.height(),
        screen == QGuiApplication.primaryScreen(),
    )


def _png(image: QImage) -> bytes:
    small = image.scaledToWidth(
        min(PICTURE_WIDTH, image.width()), Qt.TransformationMode.SmoothTransformation
    )
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(small)
    return bytes(data.data())
