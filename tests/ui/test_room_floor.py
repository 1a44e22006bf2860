"""The floor, its timer, drift and the brief of a case in the room, by keys."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.support.builders import Room, add_case_item, make_case
from tests.support.room_window import CTRL, RoomWindow

import dcm_desktop.usecases.sessions as package
from dcm_desktop.domain.terms import RoomEventKind
from dcm_desktop.ui.screens.session_room.brief import BriefCard, BriefPanel
from dcm_desktop.ui.screens.session_room.drift_bar import DriftBar
from dcm_desktop.ui.screens.session_room.floor import FloorBar, FloorCard
from dcm_desktop.ui.screens.session_room.part import RoomPart
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.sessions import speeches
from dcm_desktop.usecases.sessions.events import list_events
from dcm_desktop.usecases.sessions.interruptions import note_interruption
from dcm_desktop.usecases.sessions.speeches import FloorView

pytestmark = pytest.mark.qt_no_exception_capture
SHIFT = Qt.KeyboardModifier.ShiftModifier


def part(window: RoomWindow, kind: type[RoomPart]) -> RoomPart:
    return next(one for one in window.screen.parts if isinstance(one, kind))


def card(window: RoomWindow) -> FloorCard:
    found = part(window, FloorCard)
    assert isinstance(found, FloorCard)
    return found


def drift(window: RoomWindow) -> DriftBar:
    found = part(window, DriftBar)
    assert isinstance(found, DriftBar)
    return found


def floor(window: RoomWindow) -> FloorView | None:
    return window.workspace.ask(speeches.current_speech, window.session_id)


def pass_seconds(window: RoomWindow, seconds: float) -> str:
    """The card after so many seconds: what its head says."""
    window.tick(seconds / 60)
    card(window).tick()
    return card(window).pill.text


def test_f4_and_numbers_queue_and_enter_gives_the_floor(running: RoomWindow) -> None:
    """E1: `F4` + number queues; `F4` `Enter` gives the floor. N-01: who speaks, with a timer."""
    running.press(Qt.Key.Key_F4)
    for number in "94":
        running.write(number)
        running.press(Qt.Key.Key_Return)
    running.settle()
    assert "Следват: 9 ОДМВР – Кърджали, 4 ДСП – Момчилград" in card(running).words
    before = running.keys
    running.press(Qt.Key.Key_F4)
    running.press(Qt.Key.Key_Return)
    assert running.keys - before == 2
    running.settle()
    found = floor(running)
    assert found is not None
    assert found.speaker.n == 9
    words = card(running).words
    assert "9 ОДМВР – Кърджали" in words
    assert "Следват: 4 ДСП – Момчилград" in words


def test_names_queue_too_and_an_unknown_number_is_said(running: RoomWindow) -> None:
    """E1: in Latin hands as well; nobody is queued by mistake."""
    running.press(Qt.Key.Key_F4)
    running.write("rzi")
    running.press(Qt.Key.Key_Return)
    running.settle()
    assert "Следват: 5 РЗИ – Кърджали" in card(running).words
    running.write("15")
    running.press(Qt.Key.Key_Return)
    assert card(running).controls.problem == "В залата няма никого с този номер или име."
    assert card(running).controls.entry.text() == "15"


def test_timer_counts_down_turns_amber_and_red_in_words(running: RoomWindow) -> None:
    """E2: countdown; amber/red with text."""
    running.press(Qt.Key.Key_F4)
    running.write("5")
    running.press(Qt.Key.Key_Return)
    running.press(Qt.Key.Key_Return)
    running.settle()
    assert pass_seconds(running, 130) == "2:10 от 3:00"
    assert pass_seconds(running, 20) == "остават 0:30"
    assert pass_seconds(running, 50) == "просрочено с 0:20"


def test_space_pauses_and_plus_and_minus_are_half_a_minute(running: RoomWindow) -> None:
    """E2: pause; ±30 s while running; end."""
    running.press(Qt.Key.Key_F4)
    running.write("5")
    running.press(Qt.Key.Key_Return)
    running.press(Qt.Key.Key_Return)
    running.tick(1)
    running.press(Qt.Key.Key_Space)
    running.settle()
    assert pass_seconds(running, 300) == "пауза на 1:00"
    running.press(Qt.Key.Key_Space)
    running.write("++-")
    running.settle()
    assert pass_seconds(running, 10) == "1:10 от 3:30"
    running.press(Qt.Key.Key_Delete)
    running.settle()
    assert floor(running) is None
    running.press(Qt.Key.Key_Z, CTRL)
    assert floor(running) is not None


def test_letters_in_other_fields_are_no_commands(running: RoomWindow) -> None:
    """E2: no bare keys: Space and + in a line stay what they are."""
    running.press(Qt.Key.Key_F4)
    running.write("5")
    running.press(Qt.Key.Key_Return)
    running.press(Qt.Key.Key_Return)
    running.press(Qt.Key.Key_F5)
    running.write("а + б")
    found = floor(running)
    assert found is not None
    assert found.timer.runs
    assert found.timer.allowed == 180


def test_a_new_speaker_without_timer_is_pointed_out_after_twenty_seconds(
    running: RoomWindow,
) -> None:
    """E2: "not started" hint after 20 s of a new speaker; F4 Enter starts it."""
    running.press(Qt.Key.Key_F5)
    running.write("РЗИ – Кърджали: Данните са нови.")
    running.press(Qt.Key.Key_Return)
    running.settle()
    pass_seconds(running, 19)
    assert not any("времето" in words for words in card(running).words)
    pass_seconds(running, 2)
    wanted = "РЗИ – Кърджали говори, времето не е пуснато: F4 Enter го пуска"
    assert wanted in card(running).words
    running.press(Qt.Key.Key_F4)
    running.press(Qt.Key.Key_Return)
    running.settle()
    found = floor(running)
    assert found is not None
    assert found.institution == "РЗИ – Кърджали"
    assert wanted not in card(running).words


def test_after_an_interruption_the_timer_is_offered_standing(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    """E2: restart: the speaker's timer is offered as paused, with the gap subtracted."""
    workspace.do(speeches.give_floor, room.item(1), room.row(5), at=running.now)
    running.tick(1)
    stopped = running.now
    running.tick(10)
    workspace.do(note_interruption, room.session_id, stopped_at=stopped, at=running.now)
    running.settle()
    assert "стои на 1:00" in running.strip
    found = floor(running)
    assert found is not None
    assert not found.timer.runs


def test_the_field_stays_open_where_there_is_hardly_room(running: RoomWindow) -> None:
    """E1: in a low window the card with the keyboard does not fold."""
    running.window.resize(1366, 660)
    running.settle()
    running.press(Qt.Key.Key_F4)
    for number in "94":
        running.write(number)
        running.press(Qt.Key.Key_Return)
        running.settle()
    assert card(running).controls.entry.hasFocus()
    assert not card(running).is_folded


def test_in_a_window_without_a_right_column_the_floor_is_a_bar(running: RoomWindow) -> None:
    """E1: every key of the floor also works at 150 %."""
    running.window.resize(911, 512)
    running.settle()
    running.press(Qt.Key.Key_F4)
    running.write("9")
    running.press(Qt.Key.Key_Return)
    running.press(Qt.Key.Key_Return)
    running.settle()
    bar = part(running, FloorBar)
    assert isinstance(bar, FloorBar)
    assert bar.isVisible()
    assert bar.pill.text == "0:00 от 3:00"
    running.press(Qt.Key.Key_Escape)
    assert bar.isVisible()


# -- drift ---------------------------------------------------------------------------------------


def test_drift_stands_in_the_header_and_new_minutes_are_taken_with_one_key(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    """A9: drift shown as "+6 мин"; minutes per remaining item; nothing changes silently."""
    assert running.screen.clock.end_text == "край ≈ 10:33 (+3 мин)"
    assert drift(running).text == ""
    running.tick(20)
    running.settle()
    running.screen.mark_stale()
    running.screen.refresh_now()
    assert running.screen.clock.end_text == "край ≈ 10:38 (+8 мин)"
    assert drift(running).text == "Заседанието закъснява с 8 мин. Предложени минути: т. 2 – 7."
    running.screen.show_roll()
    assert drift(running).text == "", "the roll call needs the room; the clock tells the same"
    running.screen.leave_roll()
    assert drift(running).text
    assert [row.planned_minutes for row in running.view().items] == [15, 15]
    running.press(Qt.Key.Key_F4, SHIFT)
    assert [row.planned_minutes for row in running.view().items] == [15, 7]
    (event,) = [
        row
        for row in workspace.ask(list_events, room.session_id)
        if row.kind is RoomEventKind.REPLANNED
    ]
    assert event.note == "2: 15 → 7"
    running.settle()
    assert drift(running).text == ""
    running.press(Qt.Key.Key_Z, CTRL)
    assert [row.planned_minutes for row in running.view().items] == [15, 15]


# -- the brief of a case -------------------------------------------------------------------------


def test_the_brief_of_a_case_opens_by_key_and_names_nobody(
    workspace: Workspace, room: Room, running: RoomWindow
) -> None:
    """A11: case code, last decisions, open tasks; in a card and, by F11, at the side."""
    brief = part(running, BriefCard)
    assert isinstance(brief, BriefCard)
    assert not brief.isVisible()
    running.press(Qt.Key.Key_F11)
    assert running.strip == "Тази точка не е за случай."
    item_id = add_case_item(room, make_case(workspace, room.kit))
    running.screen.show_item(item_id)
    running.settle()
    assert brief.isVisible()
    running.press(Qt.Key.Key_F11)
    panel = running.screen.stage.panel
    assert isinstance(panel, BriefPanel)
    assert panel.title.text().startswith("KRZ-2026-")
    running.press(Qt.Key.Key_Escape)
    assert running.screen.stage.panel is None


def test_nothing_of_the_brief_is_reachable_from_the_code_of_the_hall() -> None:
    """A11: nothing of it is reachable from the projector code."""
    code = (
        "import sys\n"
        "import dcm_desktop.projector.process, dcm_desktop.domain.projector\n"
        "found = [m for m in sys.modules if m.startswith('dcm_desktop.usecases')"
        " or m.endswith('.brief') or m.startswith('dcm_desktop.store')]\n"
        "sys.exit(', '.join(found) or 0)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )
    assert answer.returncode == 0, answer.stderr
    folder = Path(package.__file__).parent
    for file in folder.glob("hall*.py"):
        assert "brief" not in file.read_text(encoding="utf-8"), file.name
