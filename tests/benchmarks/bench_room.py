"""The work of a coordinator on the demo: room, minutes, a session from a file."""

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from tests.benchmarks.measure import Bench
from tests.support.live import clock, hold_until_vote
from tests.support.stores import DISTRICT, PASSPHRASE

from dcm_desktop import resources
from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.usecases.demo import PASSPHRASE as DEMO_PASSPHRASE
from dcm_desktop.usecases.demo import make_demo
from dcm_desktop.usecases.documents import Edition, PaperKind, make_document
from dcm_desktop.usecases.session_file import import_session, read_session_file
from dcm_desktop.usecases.sessions.lists import list_sessions
from dcm_desktop.usecases.workspace import create_store, open_store

AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
IMPORTS = 3


@cache
def demo() -> Path:
    """The demo of this run, in the folder that the runner takes away."""
    folder = Path(os.environ["XDG_DATA_HOME"]) / "bench-demo"
    make_demo(folder, at=AT)
    return folder


@contextmanager
def opening_the_room() -> Iterator[Callable[[], object]]:
    """From the click to the painted room: 15 members, 5 items, a case under discussion."""
    from PySide6.QtWidgets import QApplication
    from tests.support.studio import main_window, opened_copy, settle

    from dcm_desktop.ui import app as program
    from dcm_desktop.ui.preferences import PreferenceFile

    if QApplication.instance() is None:
        program.make_application(PreferenceFile(demo() / "settings.json"))
    with opened_copy(
        demo() / "district.dcm", demo() / "room.dcm", DEMO_PASSPHRASE, at=AT
    ) as workspace:
        live = hold_until_vote(workspace)
        with clock(live.now), main_window(workspace, demo()) as shown:
            window = shown.window

            def act() -> None:
                old = window._screens.pop("room", None)
                window.open("room", session_id=live.session_id)
                window.repaint()
                settle(shown.jobs)
                if old is not None:
                    window.stack.removeWidget(old)
                    old.deleteLater()

            yield act


@contextmanager
def minutes(edition: Edition) -> Iterator[Callable[[], object]]:
    """The minutes of the demo's last held session: 6 items, 15 members, 4 pages."""
    from tests.support.studio import opened_copy

    name = f"minutes-{edition}.dcm"
    with opened_copy(demo() / "district.dcm", demo() / name, DEMO_PASSPHRASE, at=AT) as workspace:
        rows = workspace.ask(list_sessions)
        held = next(row.session_id for row in rows if row.status is SessionStatus.HELD)
        yield lambda: workspace.ask(make_document, held, PaperKind.MINUTES, edition, at=AT)


@contextmanager
def importing_a_session() -> Iterator[Callable[[], object]]:
    """A whole session with its people and cases from a file, each time into an empty store."""
    file = read_session_file(resources.read_text("demo", "session-7.json").encode())
    empty = demo() / "import.dcm"
    created = create_store(empty, DISTRICT, PASSPHRASE, at=AT)
    created.workspace.close(at=AT, with_backup=False)
    stores = []
    for number in range(IMPORTS + 1):
        copy = Path(shutil.copytree(empty, demo() / f"import-{number}.dcm"))
        stores.append(open_store(copy, PASSPHRASE, at=AT))
    turn = itertools.cycle(stores)
    yield lambda: next(turn).do(import_session, file, at=AT)
    for store in stores:
        store.close(at=AT, with_backup=False)


BENCHES = [
    Bench("opening the session room", opening_the_room, runs=10),
    Bench("minutes as PDF, full", lambda: minutes(Edition.FULL), runs=10),
    Bench("minutes as PDF, public", lambda: minutes(Edition.PUBLIC), runs=10),
    Bench("session import, 6 items and 20 people", importing_a_session, runs=IMPORTS),
]
