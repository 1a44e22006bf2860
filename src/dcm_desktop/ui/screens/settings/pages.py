"""Pages of the settings: look and safety of this computer, the store."""

from functools import partial

from PySide6.QtCore import QTimer

from dcm_desktop.ui import theme
from dcm_desktop.ui.clock import local, now
from dcm_desktop.ui.formats import long_date, time_of
from dcm_desktop.ui.screens.form_parts import Line
from dcm_desktop.ui.screens.screen import Screen
from dcm_desktop.ui.screens.settings.key_test import KeyTest
from dcm_desktop.ui.screens.sheet_dialog import open_sheet_dialog
from dcm_desktop.ui.widgets.boxes import Box, Card, hbox
from dcm_desktop.ui.widgets.buttons import Button, Segmented
from dcm_desktop.ui.widgets.fields import Field, LineEdit, NumberEdit
from dcm_desktop.ui.widgets.labels import Icon, Label
from dcm_desktop.ui.words import label_of
from dcm_desktop.usecases.backups import list_backups
from dcm_desktop.usecases.office import set_own_name

IDLE_LOW, IDLE_HIGH = 3, 60


class LookPage(Box):
    """Theme and size of text, live; how long nobody may type before it locks."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(spacing=12)
        self._desk = screen.desk
        value = self._desk.preferences.value
        self.look = Segmented(
            self.tr("As the system"),
            self.tr("Light"),
            self.tr("Dark"),
            index=theme.LOOKS.index(value.theme) if value.theme in theme.LOOKS else 0,
            name=self.tr("Theme"),
        )
        self.look.setObjectName("lookSwitch")
        scale = value.scale if value.scale in theme.SCALES else 100
        self.scale = Segmented(
            *(f"{one} %" for one in theme.SCALES),
            index=theme.SCALES.index(scale),
            name=self.tr("Size of text"),
        )
        self.scale.setObjectName("scaleSwitch")
        self.idle = NumberEdit(low=IDLE_LOW, high=IDLE_HIGH)
        self.idle.setObjectName("idle_minutes")
        self.idle.set_value(value.idle_minutes)
        self.look.chosen.connect(self._restyle)
        self.scale.chosen.connect(self._restyle)
        self.idle.left.connect(self._idle_left)
        self.idle.returnPressed.connect(self._idle_left)
        idle = Line(
            self.tr("Lock after so many minutes without keys and mouse"), self.idle, width=120
        )
        self._idle_field = idle.field
        self.keys = KeyTest(self._desk.preferences)
        about = self.tr(
            "From 3 to 60. While a session is open it never locks by itself; „Lock“ and the lid "
            "always work."
        )
        self.add(
            Card(
                Label(self.tr("Appearance"), "heading"),
                4,
                Line(self.tr("Theme"), self.look, width=400),
                Line(self.tr("Size of text"), self.scale, width=400),
                spacing=8,
            ),
            self.keys,
            Card(
                Label(self.tr("Locking"), "heading"),
                4,
                idle,
                Label(about, "caption", "text3", wrap=True),
                spacing=8,
            ),
            None,
        )

    def _restyle(self, _index: int) -> None:
        """After the click is over: restyling touches the switch itself."""
        look = theme.LOOKS[self.look.index]
        scale = theme.SCALES[self.scale.index]
        self._desk.preferences.change(theme=look, scale=scale)
        QTimer.singleShot(0, partial(theme.set_look, look, scale))

    def _idle_left(self) -> None:
        minutes = self.idle.value()
        if minutes is None:
            self._idle_field.check()
            return
        if minutes != self._desk.preferences.value.idle_minutes:
            self._desk.preferences.change(idle_minutes=minutes)


class StorePage(Box):
    """Who works here, the recovery sheet, backups."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(spacing=12)
        self._screen, self._desk = screen, screen.desk
        info = self._desk.workspace.info
        self.name = LineEdit(info.user_name)
        self.name.setObjectName("user_name")
        self._name_field = Field(
            self.tr("Your name"),
            self.name,
            hint=self.tr("Stands in the log as the author of the entries."),
            required=self.tr("Type your name."),
        )
        save = Button(self.tr("Save the name"))
        save.setObjectName("saveNameButton")
        save.clicked.connect(self._save_name)
        self._sheet_icon = Icon("circle-check", "ok_solid", 20)
        self._sheet = Label("", "small", wrap=True)
        self.sheet_button = Button(self.tr("New recovery sheet …"), icon="key-round")
        self.sheet_button.setObjectName("sheetButton")
        self.sheet_button.clicked.connect(self._make_sheet)
        self._backup_icon = Icon("circle-check", "ok_solid", 20)
        self._backup = Label("", "small", wrap=True)
        self.backup_button = Button(self.tr("Back up now"), icon="hard-drive")
        self.backup_button.setObjectName("backupButton")
        self.backup_button.clicked.connect(self._back_up)
        folder = Label(str(info.folder), "caption", "text2", wrap=True)
        folder.setAccessibleName(self.tr("Folder of the store"))
        place = self.tr("One folder, encrypted as a whole; copies of it need the passphrase too.")
        self.add(
            Card(
                Label(self.tr("Who works here"), "heading"),
                4,
                self._name_field,
                hbox(save, None),
            ),
            Card(
                Label(self.tr("Recovery sheet"), "heading"),
                4,
                hbox(self._sheet_icon, (self._sheet, 1)),
                hbox(self.sheet_button, None),
            ),
            Card(
                Label(self.tr("Backups"), "heading"),
                4,
                hbox(self._backup_icon, (self._backup, 1)),
                hbox(self.backup_button, None),
            ),
            Card(
                Label(label_of(info), "heading"),
                4,
                Label(place, "small", "text2", wrap=True),
                folder,
            ),
            None,
        )

    def refresh(self) -> None:
        """Say how things stand."""
        has_sheet = self._desk.workspace.info.has_recovery_sheet
        if has_sheet:
            words = self.tr("There is one. A new one ends the life of the one before.")
        else:
            words = self.tr("There is none: a forgotten passphrase would lose the data.")
        self._sheet.setText(words)
        icon = ("circle-check", "ok_solid") if has_sheet else ("triangle-alert", "warn_solid")
        self._sheet_icon.set_icon(*icon)
        rows = list_backups(self._desk.workspace.info.folder)
        if rows:
            made = rows[0].made_at
            words = self.tr(
                "Last on {day} at {time}, checked; {count} kept in the folder of the store. "
                "One is made at each close when anything changed."
            ).format(day=long_date(local(made).date()), time=time_of(made), count=len(rows))
        else:
            words = self.tr("None yet. The first one is made when you close the program.")
        self._backup.setText(words)
        icon = ("circle-check", "ok_solid") if rows else ("circle-dashed", "text2")
        self._backup_icon.set_icon(*icon)

    def _save_name(self) -> None:
        if self._name_field.check():
            self._desk.workspace.do(set_own_name, self.name.text(), at=now())
            self._screen.say_done(self.tr("The name is saved"))

    def _make_sheet(self) -> None:
        dialog = open_sheet_dialog(self._desk)
        dialog.finished.connect(self._sheet_closed)

    def _sheet_closed(self, _result: int) -> None:
        self.refresh()

    def _back_up(self) -> None:
        work = partial(self._desk.workspace.back_up, at=now())
        text = self.tr("Making and checking a backup …")
        self._desk.jobs.run_modal(self._desk.shell.busy, text, work, done=self._backed_up)

    def _backed_up(self, made: bool) -> None:
        self.refresh()
        words = self.tr("The backup is made and checked")
        if not made:
            words = self.tr("Nothing changed since the last backup")
        self._desk.shell.say(words)
