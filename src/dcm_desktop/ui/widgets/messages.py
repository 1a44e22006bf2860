"""What the program says: message strip, toast with undo, empty state, busy overlay."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from dcm_desktop.ui import theme
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.boxes import Box, hbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.labels import Icon, KeyCap, Label

_SIGNS = {"warn": "triangle-alert", "bad": "circle-alert", "ok": "circle-check", "mute": "info"}
TOAST_MS = 6_000
UNDO_MS = 10_000


@dataclass(frozen=True, slots=True)
class Act:
    """A button of a strip, an empty state or a question: a verb and what it does."""

    text: str
    run: Callable[[], object]
    kind: str = ""
    icon: str = ""
    cap: str = ""


def announce(widget: QWidget, text: str) -> None:
    """Let screen readers say a sentence."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class MessageStrip(Box):
    """A sentence in a tinted strip with up to two acts; used for errors, warnings and questions.

    One per screen, hidden while there is nothing to say. Esc closes it when it may be closed.
    """

    said = Signal()
    """The strip shows a sentence now."""
    closed = Signal()
    """The strip went away, by its cross, Esc or an act."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(row=True, spacing=8, margins=(12, 6, 8, 6), parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._icon = Icon("info", "mute", 18)
        self._text = Label("", "smallm", wrap=True)
        self._acts = hbox(spacing=4)
        self._close = Button(kind="tool", icon="x", name=self.tr("Close the message"))
        self._close.clicked.connect(self.dismiss)
        self._runs: dict[Button, Callable[[], object]] = {}
        self._before: QWidget | None = None
        self.add(self._icon, (self._text, 1), self._acts, self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that stands there, empty when hidden."""
        return "" if self.isHidden() else self._text.text()

    def say(
        self, text: str, tone: str = "warn", acts: Sequence[Act] = (), *, closable: bool = True
    ) -> None:
        """Show a sentence (tones: warn bad ok mute) and read it out."""
        self.setObjectName(f"banner_{tone}")
        self._icon.set_icon(_SIGNS[tone], tone)
        self._text.setText(text)
        self._text.set_tone(tone)
        self.setAccessibleName(text)
        for button in self._runs:
            button.hide()
            button.deleteLater()
        self._runs = {}
        for act in acts:
            button = Button(act.text, kind=act.kind or "ghost", icon=act.icon, cap=act.cap)
            button.clicked.connect(self._pressed)
            self._acts.addWidget(button)
            self._runs[button] = act.run
        self._close.setVisible(closable)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        for button in self._runs:
            button.show()  # in a strip that is seen already they would come with the next event
        announce(self, text)
        self.said.emit()

    def ask(self, text: str, acts: Sequence[Act], tone: str = "warn") -> None:
        """Ask a question in the strip; the first act gets the keyboard, until it is answered."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._before = None if isinstance(focus, Button) else focus
        self.say(text, tone, acts)
        first = next(iter(self._runs), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def dismiss(self) -> None:
        """Go away."""
        if self.isHidden():
            return
        focus = self.window().focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        if held:
            self._give_back()
        self.hide()
        self.closed.emit()

    def _give_back(self) -> None:
        """The keyboard returns to where it was, else to the page; never to the next button."""
        page = self.parentWidget()
        for target in (self._before, page):
            if (
                target is not None
                and shiboken6.isValid(target)
                and target.isVisible()
                and target.isEnabled()
            ):
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                break
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes a strip that may be closed."""
        if event.key() == Qt.Key.Key_Escape and not self._close.isHidden():
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _pressed(self) -> None:
        button = self.sender()
        run = self._runs.get(button) if isinstance(button, Button) else None
        self.dismiss()
        if run is not None:
            run()


class Toast(QFrame):
    """A dark pill at the bottom left of a window for something that is done; at most one act."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._icon = Icon("circle-check", "toast_text", 18)
        self._text = Label("", "smallm", "toast_text")
        self._act = _ToastLink(self)
        self._cap = KeyCap("Ctrl+Z", on="toast_text")
        self._run: Callable[[], object] | None = None
        self._left, self._bottom = 0, 0
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        for part in (self._icon, self._text, self._act, self._cap):
            row.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._act.clicked.connect(self._pressed)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that stands there, empty when hidden."""
        return "" if self.isHidden() else self._text.text()

    def set_margins(self, left: int, bottom: int) -> None:
        """Where the content area begins, so that the toast covers neither rail nor status line."""
        self._left, self._bottom = left, bottom
        self._place()

    def say(
        self, text: str, act: str = "", run: Callable[[], object] | None = None, *, cap: str = ""
    ) -> None:
        """Show a sentence for 6 s, or with an act for 10 s."""
        self._text.setText(text)
        self._run = run
        self._act.set_text(act)
        self._act.setVisible(bool(act))
        self._cap.setVisible(bool(cap))
        self.setAccessibleName(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start(UNDO_MS if act else TOAST_MS)
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the window changes."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        window = self._window
        room = window.width() - self._left - 32
        self.resize(min(self.sizeHint().width(), room), self.sizeHint().height())
        self.move(self._left + 16, window.height() - self._bottom - self.height() - 12)

    def _pressed(self) -> None:
        run, self._run = self._run, None
        self.hide()
        if run is not None:
            run()


class _ToastLink(Button):
    """The act of a toast, in its own colours."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(kind="ghost", parent=parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Low, so that the toast stays slim."""
        return QSize(super().sizeHint().width(), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word, and a ring when it has the keyboard."""

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF()
        paint.text(painter, rect, self.text(), "smalls", "toast_link", paint.CENTER)
        if self.hasFocus():
            paint.focus_ring(painter, rect, 4, "toast_link")


class EmptyState(QWidget):
    """What to do next where nothing is yet: an icon, a heading, one sentence, one or two acts."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        acts: Sequence[Act] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runs: dict[Button, Callable[[], object]] = {}
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Icon(icon, "accent", 48, 1.25), 0, centre)
        column.addSpacing(4)
        self.title = Label(title, "heading", wrap=True, align=centre)
        self.body = Label(text, "small", "text2", wrap=True, align=centre)
        column.addWidget(self.title)
        column.addLayout(hbox(None, (self.body, 8), None))
        self.body.setVisible(bool(text))
        if acts:
            column.addSpacing(4)
            buttons = []
            for place, act in enumerate(acts):
                kind = act.kind or ("primary" if place == 0 else "ghost")
                button = Button(act.text, kind=kind, icon=act.icon, cap=act.cap)
                button.clicked.connect(self._pressed)
                self._runs[button] = act.run
                buttons.append(button)
            column.addLayout(hbox(None, *buttons, None))
        column.addStretch(1)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, Button) and button in self._runs:
            self._runs[button]()


class BusyOverlay(QWidget):
    """Covers a window while a job writes; shows steps and may offer to stop.

    It is a `Progress` for the worker: `step` and `cancelled` may be used from any thread.
    """

    stop_requested = Signal()
    """The user wants the job stopped."""
    _stepped = Signal(int, int, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self._cancelled = False
        self._before: QWidget | None = None
        self._text = Label("", "medium", wrap=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._step = Label("", "caption", "text3", align=Qt.AlignmentFlag.AlignHCenter)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._stop = Button(self.tr("Stop"), kind="ghost")
        self._stop.clicked.connect(self._stop_pressed)
        card = Box(
            self._text,
            self._bar,
            self._step,
            hbox(None, self._stop, None),
            name="card",
            spacing=12,
            margins=(24, 20, 24, 16),
        )
        card.setFixedWidth(360)
        self._bar.setAccessibleName(self.tr("Progress"))
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(hbox(None, card, None))
        column.addStretch(1)
        self._stepped.connect(self._show_step)
        parent.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    @property
    def cancelled(self) -> bool:
        """True once the user asked to stop."""
        return self._cancelled

    def step(self, done: int, of: int, label: str) -> None:
        """Announce that so many steps are finished; may be called by the worker."""
        self._stepped.emit(done, of, label)

    def begin(self, text: str, *, stoppable: bool = False) -> None:
        """Cover the window and say what is going on."""
        self._cancelled = False
        self._before = self.window().focusWidget()
        self._text.setText(text)
        self._step.setText("")
        self._bar.setRange(0, 0)
        self._stop.setVisible(stoppable)
        self.setAccessibleName(text)
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self.setFocus()
        announce(self, text)

    def end(self) -> None:
        """Uncover the window and give the keyboard back."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover all of the window whatever its size."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key reaches what lies below; Tab goes to the stop button."""
        if event.key() == Qt.Key.Key_Tab and not self._stop.isHidden():
            self._stop.setFocus()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the veil."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("bg", 0.78))

    def _show_step(self, done: int, of: int, label: str) -> None:
        self._bar.setRange(0, max(0, of))
        self._bar.setValue(done)
        self._step.setText(label)

    def _stop_pressed(self) -> None:
        self._cancelled = True
        self._stop.setEnabled(False)
        self.stop_requested.emit()
