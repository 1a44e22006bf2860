"""Bus, worker, settings, dialogs, preview and print: what stands behind the screens."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas
from tests.support.pdf_text import page_count
from tests.support.window import click, press

from dcm_desktop.domain.terms import Change, ChangeKind, Changes
from dcm_desktop.errors import Cancelled, RuleBroken
from dcm_desktop.ui import dialogs
from dcm_desktop.ui.bus import Bus
from dcm_desktop.ui.jobs import Jobs
from dcm_desktop.ui.preferences import PreferenceFile, Preferences
from dcm_desktop.ui.widgets.fields import LineEdit
from dcm_desktop.ui.widgets.messages import Act, BusyOverlay
from dcm_desktop.ui.widgets.pdf_view import PdfView
from dcm_desktop.ui.widgets.printing import draw_pages, render_pages


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    """A worker that ends with the test."""
    made = Jobs()
    yield made
    made.close()


class Receiver(QObject):
    """Takes answers on the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[BaseException] = []
        self.threads: list[str] = []

    def done(self, result: object) -> None:
        """Note a result and the thread it arrived on."""
        self.results.append(result)
        self.threads.append(threading.current_thread().name)

    def failed(self, error: BaseException) -> None:
        """Note an error."""
        self.errors.append(error)


def pdf(pages: int) -> bytes:
    """A small document."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for number in range(pages):
        canvas.drawString(100, 700, f"page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def refuse() -> None:
    """Work that a rule stops."""
    raise RuleBroken("session.quorum", needed=8, present=6)


def give_up() -> None:
    """Work that the user stopped."""
    raise Cancelled("cancelled")


def test_work_runs_elsewhere_and_answers_here(qtbot: QtBot, jobs: Jobs) -> None:
    receiver = Receiver()
    with qtbot.waitSignal(jobs.idle):
        jobs.run(lambda: threading.current_thread().name, done=receiver.done)
    assert receiver.results[0] != threading.current_thread().name
    assert receiver.threads == [threading.current_thread().name]
    assert jobs.waiting == 0


def test_jobs_run_one_after_the_other(qtbot: QtBot, jobs: Jobs) -> None:
    receiver = Receiver()
    for number in range(5):
        jobs.run(partial(int, number), done=receiver.done)
    qtbot.waitUntil(lambda: len(receiver.results) == 5)
    assert receiver.results == list(range(5))


def test_an_error_of_a_job_is_answered_or_raised_here(qtbot: QtBot, jobs: Jobs) -> None:
    receiver = Receiver()
    with qtbot.waitSignal(jobs.idle):
        jobs.run(refuse, failed=receiver.failed)
    assert isinstance(receiver.errors[0], RuleBroken)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(jobs.idle):
        jobs.run(refuse)
    assert [kind for kind, _error, _trace in raised] == [RuleBroken]
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(jobs.idle):
        jobs.run(give_up)
    assert raised == []


def test_an_answer_for_a_widget_that_is_gone_is_left_out(qtbot: QtBot, jobs: Jobs) -> None:
    gate = threading.Event()
    edit = LineEdit()
    jobs.run(gate.wait, done=partial(edit.setText, "жив"))
    edit.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(edit))
    with qtbot.waitSignal(jobs.idle):
        gate.set()


def test_an_overlay_stands_while_a_job_writes(qtbot: QtBot, jobs: Jobs) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    overlay, gate = BusyOverlay(window), threading.Event()
    jobs.run_modal(overlay, "Файлът се подготвя …", gate.wait)
    assert overlay.isVisible()
    with qtbot.waitSignal(jobs.idle):
        gate.set()
    assert not overlay.isVisible()


def test_announcements_arrive_here_from_any_thread(qtbot: QtBot) -> None:
    bus = Bus()
    receiver = Receiver()
    bus.changed.connect(receiver.done)
    changes = Changes("open_case", (Change("case", "1", ChangeKind.CREATED),))
    thread = threading.Thread(target=bus.announce, args=(changes,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: receiver.results == [changes])
    assert receiver.threads == [threading.current_thread().name]


def test_settings_hold_only_the_known_keys(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "settings.json")
    file.change(theme="dark", label="ОКМД – област Русе")
    written = json.loads(file.path.read_text(encoding="utf-8"))
    assert set(written) == {
        "theme", "scale", "idle_minutes", "geometry", "store", "label", "reminder_until",
        "hall_way", "hall_screen", "mirror_keys",
    }  # fmt: skip
    assert PreferenceFile(file.path).value.theme == "dark"
    with pytest.raises(TypeError):
        file.change(case_title="Семейство К.")
    assert "Семейство" not in file.path.read_text(encoding="utf-8")


def test_damaged_settings_count_as_empty(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for text in ("{", "[]", '{"scale": "голям", "theme": 3}'):
        path.write_text(text, encoding="utf-8")
        assert PreferenceFile(path).value == Preferences()


def test_a_question_is_answered_by_verbs_and_escape_is_the_safe_one(qtbot: QtBot) -> None:
    window, answers = QWidget(), list[str]()
    qtbot.addWidget(window)
    window.show()
    acts = [
        Act("Запази черновата", lambda: answers.append("keep")),
        Act("Изтрий черновата", lambda: answers.append("delete"), "danger"),
    ]
    question = dialogs.ask(window, "Да изтрием ли черновата?", "Промените остават.", acts)
    with qtbot.waitSignal(question.accepted):
        click(question.buttons[1])
    question = dialogs.ask(window, "Да изтрием ли черновата?", "Промените остават.", acts)
    with qtbot.waitSignal(question.accepted):
        press(question, Qt.Key.Key_Escape)
    assert answers == ["delete", "keep"]


def test_a_saved_file_leaves_no_trace_of_its_folder(
    qtbot: QtBot, tmp_path: Path, user_home: Path
) -> None:
    folder = tmp_path / "Семейство Ковачеви"
    folder.mkdir()
    window, chosen = QWidget(), list[Path]()
    qtbot.addWidget(window)
    window.show()
    dialog = dialogs.choose_file_to_save(
        window, title="Запази", name="okmd.pdf", kinds="PDF (*.pdf)", chosen=chosen.append
    )
    dialog.setDirectory(str(folder))
    edit = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(dialog, QFileDialog)
    press(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    assert chosen == [folder / "okmd.pdf"]
    dialogs.save_bytes(chosen[0], b"%PDF")
    assert chosen[0].read_bytes() == b"%PDF"
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.sync()
    for name in ("history", "lastVisited"):
        assert not settings.contains(f"FileDialog/{name}")
    for file in user_home.rglob("*.conf"):
        assert "Ковачеви" not in file.read_text(encoding="utf-8")


def test_a_document_is_shown_from_memory_page_by_page(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path
) -> None:
    view = PdfView(jobs, name="Протокол")
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    view.show_pdf(pdf(3))
    qtbot.waitUntil(lambda: view.is_drawn)
    assert (view.page, view.page_count) == (1, 3)
    press(view, Qt.Key.Key_PageDown)
    assert view.page == 2
    press(view, Qt.Key.Key_End)
    assert view.page == 3
    press(view, Qt.Key.Key_Home)
    width = view.horizontalScrollBar().maximum()
    for _ in range(6):
        press(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.horizontalScrollBar().maximum() > width
    press(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.horizontalScrollBar().maximum() == 0
    qtbot.waitUntil(lambda: jobs.waiting == 0)
    view.clear()
    assert view.page_count == 0
    assert list(tmp_path.iterdir()) == []


def test_printing_draws_every_page(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFullPage(True)
    draw_pages(printer, render_pages(pdf(2), 72))
    assert page_count((tmp_path / "out.pdf").read_bytes()) == 2
