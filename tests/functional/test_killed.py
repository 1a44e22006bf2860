"""The process is killed while somebody types in the session room; it goes on at the same place."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.functional.conftest import Clock
from tests.support.studio import main_window

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.usecases.demo import PASSPHRASE
from dcm_desktop.usecases.workspace import open_store

TYPED = "Майката е поканена за следващата среща, но още не"
ROOM = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop
from tests.support.live import hold_until_vote
from tests.support.studio import main_window, settle
from tests.support.window import type_text
from dcm_desktop.ui.app import make_application
from dcm_desktop.ui.preferences import PreferenceFile
from dcm_desktop.usecases.demo import PASSPHRASE
from dcm_desktop.usecases.drafts import list_drafts
from dcm_desktop.usecases.workspace import open_store
from tests.support.demo import MADE_AT

app = make_application(PreferenceFile(Path(sys.argv[2]) / "settings.json"))
workspace = open_store(Path(sys.argv[1]), PASSPHRASE, at=MADE_AT)
live = hold_until_vote(workspace)
os.environ["DCM_CLOCK"] = live.now.isoformat()
with main_window(workspace, Path(sys.argv[2])) as shown:
    shown.go("room", session_id=live.session_id)
    panel = shown.window.current.panel
    panel.focus_field("line")
    type_text(panel.discussion.entry, sys.argv[3])
    while not any(row.text == sys.argv[3] for row in workspace.ask(list_drafts)):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    print(live.session_id, live.now.isoformat(), flush=True)
    app.exec()
"""


def test_a_killed_process_goes_on_at_the_same_item_with_the_same_text(
    demo_district: Path, tmp_path: Path, qapp: QApplication, clock: Clock
) -> None:
    command = [sys.executable, "-c", ROOM, str(demo_district), str(tmp_path), TYPED]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        session_id, moment = process.stdout.readline().split()
        process.kill()
    clock(moment)
    workspace = open_store(demo_district, PASSPHRASE, at=now())
    with main_window(workspace, tmp_path) as shown:
        shown.go("room", session_id=session_id)
        screen = shown.screen(RoomScreen)
        assert screen.view is not None
        assert screen.view.status is SessionStatus.OPEN
        assert screen.panel.item is not None
        assert screen.panel.item.item_id == screen.view.running_id
        assert screen.panel.discussion.entry.text() == TYPED
        assert screen.panel.field_name() == "line"
        assert [task.title for task in screen.panel.item.tasks] == [
            "Актуализира плана за действие", "Осигурява временно жилище",
        ]  # fmt: skip
    workspace.close(at=now(), with_backup=False)
