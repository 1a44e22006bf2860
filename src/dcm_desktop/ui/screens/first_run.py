"""The first start in three steps: who works here, the passphrase, the recovery sheet."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dcm_desktop import paths
from dcm_desktop.domain.terms import StoreLevel
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import formats, theme
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.screens.new_passphrase import NewPassphrase
from dcm_desktop.ui.widgets import paint
from dcm_desktop.ui.widgets.bars import Steps
from dcm_desktop.ui.widgets.boxes import ScrollColumn, hbox, vbox
from dcm_desktop.ui.widgets.buttons import Button
from dcm_desktop.ui.widgets.combo import Combo, Option
from dcm_desktop.ui.widgets.fields import Field, Form, LineEdit, field_of
from dcm_desktop.ui.widgets.labels import Label
from dcm_desktop.ui.widgets.messages import BusyOverlay, MessageStrip
from dcm_desktop.ui.words import StoreNames
from dcm_desktop.usecases.places import places

DISTRICT, MUNICIPAL, NATIONAL = 0, 1, 2
REMINDER_DAYS = 14


@dataclass(frozen=True, slots=True)
class Started:
    """What the first run made: an open `Workspace`, its label, and whether the sheet is kept."""

    workspace: object
    label: str
    has_sheet: bool


class OptionCard(QAbstractButton):
    """One of a few answers, as a card with an icon, a title and a line that explains it."""

    entered = Signal()
    """Enter on the card: go on."""

    def __init__(self, icon: str, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._text = icon, text
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines with room around."""
        return QSize(320, theme.px(52))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the card and goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.setChecked(True)
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, words and the round sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        on = self.isChecked()
        ground = "soft" if on else "hover" if self.underMouse() else "raised"
        painter.setBrush(theme.colour(ground))
        painter.setPen(QPen(theme.colour("accent" if on else "border"), 1))
        painter.drawRoundedRect(rect, 8, 8)
        middle = rect.center().y()
        paint.icon(painter, 16, middle - 11, self._icon, "accent" if on else "text2", 22)
        words = rect.adjusted(50, 6, -48, -6)
        upper, lower = words.adjusted(0, 0, 0, -words.height() / 2), words
        lower = words.adjusted(0, words.height() / 2, 0, 0)
        tone = "soft_text" if on else "text"
        paint.text(painter, upper, self.text(), "smalls", tone)
        paint.text(painter, lower, self._text, "caption", "soft_text" if on else "text2")
        sign, colour = ("circle-check", "accent") if on else ("circle", "border_strong")
        paint.icon(painter, rect.right() - 34, middle - 9, sign, colour, 18)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().toRectF(), 8)


class FirstRun(QWidget):
    """The three steps in one window; `folder` is where the store is made, by default our own."""

    started = Signal(object)
    """All three steps are done; carries `Started`."""
    existing_requested = Signal()
    """There is a store on this computer already."""

    def __init__(self, jobs: Jobs, *, folder: Path | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._jobs, self._folder = jobs, folder
        self._made: object | None = None
        self._steps = Steps(3)
        self._count = Label("", "caption", "text3")
        self.strip = MessageStrip()
        self._stack = QStackedWidget()
        self.who = WhoStep()
        self.passphrase = NewPassphrase()
        self._sheet: QWidget | None = None
        self._back = Button(self.tr("Back"), kind="ghost")
        self._back.setObjectName("backButton")
        self._later = Button(self.tr("Later – we will remind you"), kind="ghost")
        self._later.setObjectName("laterButton")
        self._existing = Button(self.tr("I already have a store …"), kind="ghost")
        self._existing.setObjectName("existingButton")
        self.next = Button(self.tr("Next"), kind="primary", cap="Enter")
        self.next.setObjectName("nextButton")
        self._stack.addWidget(
            _page(
                self.tr("Who will work here?"),
                self.tr("The data stay on this computer, encrypted. No network is needed."),
                self.who,
            )
        )
        self._stack.addWidget(
            _page(
                self.tr("Passphrase"),
                self.tr("If you forget it, only the sheet of the next step helps."),
                self.passphrase,
            )
        )
        self._busy = BusyOverlay(self)
        self._back.clicked.connect(self._go_back)
        self._later.clicked.connect(self._finish_later)
        self._existing.clicked.connect(self.existing_requested)
        self.next.clicked.connect(self._go_on)
        self.who.submitted.connect(self._go_on)
        self.passphrase.submitted.connect(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 20)
        column.setSpacing(8)
        column.addLayout(hbox(self._steps, None, self._count))
        column.addWidget(self._stack, 1)
        column.addWidget(self.strip)
        column.addLayout(hbox(self._back, self._existing, self._later, None, self.next))
        self._show_step(0)

    @property
    def step(self) -> int:
        """The step one is at, from 0."""
        return self._stack.currentIndex()

    def take_error(self, error: DcmError) -> None:
        """Show an error under its field, else in the strip."""
        field = field_of(self, error.field) if error.field else None
        if field is not None and field.isVisible():
            field.set_error(formats.sentence(error))
            field.control.setFocus()
        else:
            self.strip.say(formats.sentence(error), "bad")

    def _go_on(self) -> None:
        self.strip.dismiss()
        if self.step == 0 and self.who.check():
            self._show_step(1)
        elif self.step == 1 and self.passphrase.check():
            self._create()
        elif self.step == 2:
            self._finish(has_sheet=True)

    def _go_back(self) -> None:
        self.strip.dismiss()
        self._show_step(0)

    def _show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        words = self.tr("Step {number} of 3").format(number=step + 1)
        self._count.setText(words)
        self._steps.set_step(step, words)
        self._back.setVisible(step == 1)
        self._existing.setVisible(step == 0)
        self._later.setVisible(step == 2)
        self.next.set_text(self.tr("Open the program") if step == 2 else self.tr("Next"))
        self.next.setEnabled(step != 2)
        focus: tuple[QWidget | None, ...] = (self.who.first_option, self.passphrase.first)
        target = focus[step] if step < len(focus) else None
        if target is not None:
            target.setFocus()

    def _create(self) -> None:
        folder = self._folder or paths.default_store(self.who.store_name)
        work = partial(_create, folder, self.who.answer, self.passphrase.value)
        self._jobs.run_modal(
            self._busy, self.tr("Encrypting the store …"), work, done=self._created,
            failed=self._failed,
        )  # fmt: skip

    def _created(self, workspace: object) -> None:
        from dcm_desktop.ui.screens.recovery_sheet import RecoverySheetPanel  # needs the store
        from dcm_desktop.usecases.acting import Workspace

        if not isinstance(workspace, Workspace):
            raise TypeError(type(workspace).__name__)
        self._made = workspace
        self.passphrase.wipe()
        panel = RecoverySheetPanel(workspace, self._jobs)
        panel.finished.connect(self._sheet_kept)
        self._sheet = panel
        self._stack.addWidget(
            _page(
                self.tr("Recovery sheet"),
                self.tr("Print it and lock it away elsewhere: it opens the store by itself."),
                panel,
            )
        )
        self._show_step(2)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, DcmError):
            raise error
        if error.field in ("district", "municipality", "coordinatorName", "folder"):
            self._show_step(0)
        self.take_error(error)

    def _sheet_kept(self) -> None:
        self.next.setEnabled(True)
        self.next.setFocus()

    def _finish_later(self) -> None:
        self._finish(has_sheet=False)

    def _finish(self, *, has_sheet: bool) -> None:
        if self._made is not None:
            self.started.emit(Started(self._made, self.who.label, has_sheet))


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer of the first step, as `StoreSetup` takes it."""

    level: StoreLevel
    district: str
    municipality: str
    name: str


class WhoStep(QWidget):
    """District, municipality or national team; and the name of who works here."""

    submitted = Signal()
    """Enter in the name or on a card."""

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        cards = (
            OptionCard("map-pin", self.tr("District mechanism"),
                       self.tr("coordinator of one of the 28 districts")),
            OptionCard("building", self.tr("Municipal mechanism"), self.tr("within a district")),
            OptionCard("landmark", self.tr("National team"),
                       self.tr("receives the files of the districts")),
        )  # fmt: skip
        self.district = Combo(
            [Option(d.code, d.name) for d in places().districts.values()],
            hint=self.tr("Choose a district"),
        )
        self.district.setObjectName("district")
        self.municipality = Combo(hint=self.tr("Choose a municipality"))
        self.municipality.setObjectName("municipality")
        self.name = LineEdit()
        self.name.setObjectName("coordinatorName")
        self._district_field = Field(
            self.tr("District"), self.district, required=self.tr("Choose the district.")
        )
        self._municipality_field = Field(
            self.tr("Municipality"), self.municipality,
            required=self.tr("Choose the municipality."),
        )  # fmt: skip
        self._name_field = Field(
            self.tr("Your name"), self.name, required=self.tr("Type your name."),
            hint=self.tr("Stands in the log as the author of the entries."),
        )  # fmt: skip
        self._form = Form(self._district_field, self._municipality_field, self._name_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for place, card in enumerate(cards):
            card.setObjectName(("optionDistrict", "optionMunicipal", "optionNational")[place])
            self._group.addButton(card, place)
            column.addWidget(card)
            card.entered.connect(self.submitted)
        cards[0].setChecked(True)
        column.addSpacing(4)
        top = Qt.AlignmentFlag.AlignTop
        row = hbox(spacing=16)
        for field in (self._district_field, self._municipality_field, self._name_field):
            row.addWidget(field, 1, top)
        column.addLayout(row)
        column.addStretch(1)
        self._group.idToggled.connect(self._chosen)
        self.district.chosen.connect(self._district_chosen)
        self.name.returnPressed.connect(self.submitted)
        self._chosen(DISTRICT, True)

    @property
    def first_option(self) -> QAbstractButton | None:
        """The answer that is chosen now: where the keyboard starts."""
        return self._group.checkedButton()

    @property
    def kind(self) -> int:
        """DISTRICT, MUNICIPAL or NATIONAL."""
        return self._group.checkedId()

    @property
    def answer(self) -> Answer:
        """What was answered."""
        national = self.kind == NATIONAL
        return Answer(
            level=StoreLevel.NATIONAL if national else StoreLevel.DISTRICT,
            district="" if national else self.district.value(),
            municipality=self.municipality.value() if self.kind == MUNICIPAL else "",
            name=self.name.text().strip(),
        )

    @property
    def label(self) -> str:
        """What the unlock window will call the store."""
        answer = self.answer
        return StoreNames().label(answer.level, answer.district, answer.municipality)

    @property
    def store_name(self) -> str:
        """Name of the store's folder: a code, never a person."""
        if self.kind == NATIONAL:
            return "national"
        return (self.municipality.value() or self.district.value()).lower()

    def check(self) -> bool:
        """All that is asked is there."""
        return self._form.check()

    def _chosen(self, kind: int, checked: bool) -> None:
        if checked:
            self._district_field.setVisible(kind != NATIONAL)
            self._municipality_field.setVisible(kind == MUNICIPAL)

    def _district_chosen(self, code: str) -> None:
        found = places().municipalities_of(code)
        self.municipality.set_options([Option(m.code, m.name) for m in found])


def _page(title: str, text: str, body: QWidget) -> QWidget:
    page = QWidget()
    inside = ScrollColumn(body, None, spacing=0)
    column = vbox(
        Label(title, "title"), Label(text, "small", "text2", wrap=True), 4, (inside, 1), spacing=6
    )
    page.setLayout(column)
    return page


def _create(folder: Path, answer: Answer, passphrase: str) -> object:
    """On the worker: make the encrypted store; the recovery sheet is made in the last step."""
    from dcm_desktop.usecases.workspace import StoreSetup, create_store

    setup = StoreSetup(
        level=answer.level,
        district=answer.district,
        municipality=answer.municipality,
        user_name=answer.name,
        with_recovery=False,
    )
    return create_store(folder, setup, passphrase, at=now()).workspace
