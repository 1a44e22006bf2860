"""Pictures of writing in the room: the list under the caret, the floor, drift, the brief."""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.support.live import coming_session, hold_until_vote
from tests.support.studio import Shown, Studio, main_window, opened_copy, settle, stop_clock
from tests.support.window import press, type_text

from dcm_desktop.ui.clock import now
from dcm_desktop.ui.screens.session_room.brief import BriefCard
from dcm_desktop.ui.screens.session_room.floor import FloorCard
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.usecases.demo import PASSPHRASE as DEMO_PASSPHRASE
from dcm_desktop.usecases.sessions import speeches


def writing(studio: Studio, demo: Path, folder: Path, *, at: datetime) -> None:
    """The session of the demo, held up to a vote on a case."""
    with opened_copy(demo / "district.dcm", folder / "words.dcm", DEMO_PASSPHRASE, at=at) as opened:
        session_id, _starts_at = coming_session(opened)
        live = hold_until_vote(opened)
        stop_clock(live.now)
        with main_window(opened, folder) as shown:
            shown.go("room", session_id=session_id, item_id=live.view.running_id or "")
            _draw(studio, shown)
        stop_clock(at)


def _draw(studio: Studio, shown: Shown) -> None:
    screen = shown.screen(RoomScreen)
    screen.strip.dismiss()
    moment = now()
    assert screen.view is not None
    item_id = screen.view.running_id
    assert item_id is not None
    here = [row.acting_id for row in screen.view.members if row.in_room][:4]
    do = shown.workspace.do
    do(speeches.give_floor, item_id, here[1], at=moment)
    for attendance_id in here[2:]:
        do(speeches.queue_speaker, item_id, attendance_id, at=moment)
    stop_clock(moment + timedelta(seconds=160))
    screen.refresh_now()
    settle(shown.jobs)
    screen.panel.focus_field("line")
    type_text(QApplication.focusWidget(), "/пр")
    studio.draw(shown.window, "room-writing-phrase")
    press(screen.panel.discussion.entry, Qt.Key.Key_Escape)
    screen.panel.discussion.entry.setText("")
    type_text(screen.panel.discussion.entry, "@об")
    studio.draw(shown.window, "room-writing-name")
    screen.panel.discussion.entry.setText("!!Лично: да се провери адресът.")
    press(screen.panel.discussion.entry, Qt.Key.Key_Return)
    settle(shown.jobs)
    screen.panel.discussion.rows[-2].click()
    studio.draw(shown.window, "room-writing-edit")
    press(screen.panel.discussion.editor, Qt.Key.Key_Escape)
    stop_clock(moment + timedelta(seconds=200))
    next(part for part in screen.parts if isinstance(part, FloorCard)).begin_here()
    studio.draw(shown.window, "room-writing-floor")
    next(part for part in screen.parts if isinstance(part, BriefCard)).open_panel()
    studio.draw(shown.window, "room-writing-brief")
    screen.stage.close_panel()
    stop_clock(moment + timedelta(minutes=25))
    screen.mark_stale()
    screen.refresh_now()
    studio.draw(shown.window, "room-writing-late")
    stop_clock(moment)
