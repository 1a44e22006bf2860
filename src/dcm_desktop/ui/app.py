"""Composes the window: application, translation, hooks, start window, main window, lock.

Here every exception that nobody took ends: a `DcmError` goes to the screen that is seen, anything
else is a bug and is said once in five seconds with a report that holds nothing personal.
"""

import os
import sys
import threading
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dcm_desktop import __version__, log, paths, resources
from dcm_desktop.errors import DcmError
from dcm_desktop.ui import crash, dialogs, geometry, keys, theme
from dcm_desktop.ui.bus import Bus
from dcm_desktop.ui.clock import local, now, today
from dcm_desktop.ui.garbage import GuiGarbage
from dcm_desktop.ui.hall.link import end_orphans
from dcm_desktop.ui.idle import IdleLock
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.places import PLACES, Place
from dcm_desktop.ui.plurals import Plurals
from dcm_desktop.ui.preferences import PreferenceFile, Preferences
from dcm_desktop.ui.restart import LOCKED, Restart, start_again
from dcm_desktop.ui.screens.first_run import REMINDER_DAYS, FirstRun, Started
from dcm_desktop.ui.screens.unlock import UnlockScreen
from dcm_desktop.ui.single import SingleInstance
from dcm_desktop.ui.start_window import StartWindow
from dcm_desktop.ui.widgets.messages import Act

if TYPE_CHECKING:
    from dcm_desktop.ui.main_window import MainWindow
    from dcm_desktop.ui.rehearsing import Rehearsing
    from dcm_desktop.usecases.acting import Workspace


class Program(QObject):
    """Everything that lives as long as the process."""

    def __init__(
        self,
        app: QApplication,
        preferences: PreferenceFile,
        *,
        restart: Restart = start_again,
        places: Sequence[Place] = PLACES,
    ) -> None:
        super().__init__()
        self._app = app
        self._restart, self._places = restart, places
        self.preferences = preferences
        self.jobs = Jobs(self)
        self.bus = Bus(self)
        self.start_window = StartWindow()
        self.main: MainWindow | None = None
        self._workspace: Workspace | None = None
        self._folder = Path()
        self._explicit, self._locking = False, False
        self._idle: IdleLock | None = None
        self._rehearsing: Rehearsing | None = None
        self._single = SingleInstance(self)
        self._quiet = crash.Quiet()
        self._report = ""
        self._background: threading.Thread | None = None
        self._locked_at, _, self._return_to = os.environ.pop(LOCKED, "").partition(" ")
        self.start_window.closed.connect(self._start_closed)
        self._single.called.connect(self._come_to_front)

    def start(self, store: Path | None) -> bool:
        """Show the unlock screen of a store, or the first run; False when it is open already."""
        self._explicit = store is not None
        known = self.preferences.value.store
        folder = store or (Path(known) if known else None)
        if folder is not None and is_store(folder):
            if not self._single.claim(folder):
                return False
            self._unlock(folder)
        else:
            self._first_run(folder if self._explicit else None)
        self.start_window.show()
        QTimer.singleShot(0, self._import_in_background)
        return True

    def raise_error(self, error: BaseException) -> None:
        """Where every exception that nobody took ends, on the GUI thread."""
        if isinstance(error, DcmError):
            window = self._front or self.start_window
            if window.take_error(error):
                return
        if self._front is not None:
            self._front.hall.fault()
        log.failure("ui.bug", error)
        if self._quiet.may_speak():
            self._report = crash.report(error, self._quiet.times)
            QTimer.singleShot(0, self._say_crash)

    def lock(self) -> None:
        """Save, close the store, let a new process ask for the passphrase, end this one."""
        if self.main is None or self._workspace is None:
            return
        self.main.hall.let_go()
        self._locking = True
        self.main.flush()
        geometry.keep(self.main, self.preferences)
        self.main.hide()
        place = self.main.place
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        self._close_store()
        self._single.release()
        self._restart(self._folder, f"{local(now()):%H:%M} {place}")
        self._app.quit()

    def finish(self) -> None:
        """End of the process: close what is open, wait for the worker."""
        if self.main is not None and self._rehearsing is not None:
            self._rehearsing.leave()
            self.main.hall_frame.end()
        if not self._locking:
            end_orphans()
        self._close_store()
        self.jobs.close()
        if self._background is not None:
            self._background.join()
        for window in (self.start_window, self.main):
            if window is not None:
                window.hide()
                window.deleteLater()
        log.stop()

    # Before unlocking

    def _unlock(self, folder: Path) -> None:
        self._folder = folder
        same = str(folder) == self.preferences.value.store
        label = self.preferences.value.label if same else ""
        note = ""
        if self._locked_at:
            note = self.tr("Locked at {time} · everything is saved").format(time=self._locked_at)
        screen = UnlockScreen(folder, label, self.jobs, note=note)
        screen.unlocked.connect(self._unlocked)
        screen.other_requested.connect(self._choose_other)
        self.start_window.put(screen)

    def _first_run(self, folder: Path | None) -> None:
        screen = FirstRun(self.jobs, folder=folder)
        screen.started.connect(self._started)
        screen.existing_requested.connect(self._choose_existing)
        self.start_window.put(screen)

    def _choose_other(self) -> None:
        acts = [
            Act(self.tr("Stay here"), dialogs.nothing),
            Act(self.tr("Open another"), self._choose_existing),
            Act(self.tr("Make a new one"), self._make_new),
        ]
        text = self.tr("A store is a folder that ends in .dcm; each has its own passphrase.")
        dialogs.ask(self.start_window, self.tr("Another store"), text, acts)

    def _make_new(self) -> None:
        self._single.release()
        self._first_run(None)

    def _choose_existing(self) -> None:
        title = self.tr("Folder of the store")
        dialogs.choose_folder(self.start_window, title=title, chosen=self._existing_chosen)

    def _existing_chosen(self, folder: Path) -> None:
        if not is_store(folder):
            from dcm_desktop.errors import NotAStore

            self.start_window.take_error(NotAStore("store.not_a_store"))
            return
        self._single.release()
        if self._single.claim(folder):
            self._unlock(folder)
        else:
            self._app.quit()

    def _started(self, started: Started) -> None:
        from dcm_desktop.usecases.acting import Workspace

        workspace = started.workspace
        if not isinstance(workspace, Workspace):
            raise TypeError(type(workspace).__name__)
        self._folder = workspace.info.folder
        remind = "" if started.has_sheet else f"{today() + timedelta(days=REMINDER_DAYS)}"
        self.preferences.change(store=str(self._folder), label=started.label, reminder_until=remind)
        self._single.claim(self._folder)
        self._open_main(workspace)

    def _unlocked(self, workspace: "Workspace") -> None:
        from dcm_desktop.ui.words import label_of

        self.preferences.change(store=str(self._folder), label=label_of(workspace.info))
        self._open_main(workspace)
        failed = workspace.info.failed_tries
        if failed and self.main is not None:
            tries = Plurals().failed_tries(failed)
            self.main.say(self.tr("Before this: {tries}.").format(tries=tries))

    # After unlocking

    def _open_main(self, workspace: "Workspace") -> None:
        from dcm_desktop.ui.main_window import MainWindow
        from dcm_desktop.ui.rehearsing import Rehearsing

        self._workspace = workspace
        workspace.listeners.append(self.bus.announce)
        self.main = MainWindow(
            workspace, self.bus, self.jobs, self.preferences, places=self._places
        )
        self.main.lock_requested.connect(self.lock, Qt.ConnectionType.QueuedConnection)
        self.main.closed.connect(self._app.quit)
        self._rehearsing = Rehearsing(self.main)
        geometry.restore(self.main, self.preferences)
        self.main.start(self._return_to)
        self.main.show()
        self.start_window.closed.disconnect(self._start_closed)
        self.start_window.close()
        self._idle = IdleLock(self.preferences.value.idle_minutes, self)
        self._idle.lock_due.connect(self.main.lock)
        self.main.session_open_changed.connect(self._idle.set_session_open)
        self.preferences.listeners.append(self._preferences_changed)
        self._remind()

    def _preferences_changed(self, value: Preferences) -> None:
        if self._idle is not None:
            self._idle.set_minutes(value.idle_minutes)

    def _remind(self) -> None:
        """For two weeks each start names a recovery sheet that was postponed."""
        if self.main is None or self._workspace is None:
            return
        until = self.preferences.value.reminder_until
        if self._workspace.info.has_recovery_sheet or until < f"{today()}":
            return
        screen = self.main.current
        if screen is not None:
            text = self.tr("There is no recovery sheet yet: a forgotten passphrase loses the data.")
            screen.strip.say(text, "warn", [Act(self.tr("Make it now"), self._make_sheet)])

    def _make_sheet(self) -> None:
        from dcm_desktop.ui.screens.sheet_dialog import open_sheet_dialog

        if self.main is not None:
            open_sheet_dialog(self.main.desk)

    def _close_store(self) -> None:
        if self._workspace is not None:
            workspace, self._workspace = self._workspace, None
            if self.main is not None:
                self.main.flush()
            workspace.close(at=now())

    def _say_crash(self) -> None:
        text = self.tr("Something went wrong; what you typed is saved.")
        acts = [Act(self.tr("Copy the report"), CopyText(self._report))]
        front = self._front
        screen = front.current if front is not None else self.start_window.screen_shown
        if front is not None:
            front.busy.end()
        if screen is not None:
            screen.strip.say(text, "bad", acts)

    @property
    def _front(self) -> "MainWindow | None":
        """The window one works in: that of a rehearsal while it goes on."""
        return self._rehearsing.front if self._rehearsing is not None else self.main

    def _come_to_front(self) -> None:
        window = self._front or self.start_window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def _start_closed(self) -> None:
        self._app.quit()

    def _import_in_background(self) -> None:
        """While the passphrase is typed: what unlocking and the first screens need."""
        self._background = threading.Thread(target=_import_heavy, name="imports")
        self._background.start()


class CopyText:
    """Copies a text when called."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __call__(self) -> None:
        """Copy."""
        QGuiApplication.clipboard().setText(self._text)


def is_store(folder: Path) -> bool:
    """Whether a folder looks like a store: it has a key file or a database."""
    files = paths.StoreFolder(folder)
    return files.keys.exists() or files.keys_copy.exists() or files.db.exists()


def make_application(preferences: PreferenceFile, lang: str = "bg") -> QApplication:
    """The application with its language, fonts and look."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("dcm-desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("dcm-desktop")
    app.setQuitOnLastWindowClosed(False)
    translate(app, lang)
    app.setApplicationDisplayName(app.translate("Program", "DCM Coordinator"))
    theme.set_up(app, preferences.value.theme, preferences.value.scale)
    keys.set_mirrored(preferences.value.mirror_keys)
    if app.findChild(keys.KeyTranslator) is None:
        keys.KeyTranslator(app)
    return app


class Catalogue(QTranslator):
    """A catalogue in memory: a file that is replaced by an update cannot pull the ground away."""

    def take(self, path: Path) -> bool:
        """Read a catalogue; False when there is none."""
        if not path.exists():
            return False
        self._data = path.read_bytes()  # Qt reads from these bytes as long as it translates
        return self.load(self._data)


def translate(app: QApplication, lang: str) -> None:
    """Speak Bulgarian (or English): our catalogue and Qt's own."""
    locale = QLocale("bg_BG" if lang == "bg" else "en_GB")
    QLocale.setDefault(locale)
    ours, theirs = Catalogue(app), QTranslator(app)
    if ours.take(resources.translations() / f"dcm_{lang}.qm"):
        app.installTranslator(ours)
    if theirs.load(
        locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        app.installTranslator(theirs)


def _import_heavy() -> None:
    import dcm_desktop.ui.main_window
    import dcm_desktop.usecases.workspace  # noqa: F401 - to have it ready


def run(store: Path | None = None, lang: str = "bg") -> int:
    """Open the window and stay until it is closed. Returns the exit code."""
    crash.harden()
    log.start(paths.log_dir())
    faults = crash.watch_faults(paths.log_dir() / "faults.log")
    preferences = PreferenceFile()
    app = make_application(preferences, lang)
    program = Program(app, preferences)
    garbage = GuiGarbage(program)

    def hook(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        program.raise_error(error)

    sys.excepthook = hook
    if not program.start(store):
        return 0
    code = app.exec()
    program.finish()
    garbage.stop()
    faults.close()
    return code
