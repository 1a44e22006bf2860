"""The operator's side of the hall's screen, with the projector's real process behind it."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.support.hall_process import two_screens
from tests.support.room_window import RoomWindow, kit, room, running  # noqa: F401 - fixtures

from dcm_desktop.domain.projector import Mode
from dcm_desktop.domain.projector_cards import BreakCard, ItemCard, MessageCard
from dcm_desktop.domain.projector_events import ScreenLost, Sent
from dcm_desktop.domain.projector_wire import Clicker
from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.ui.hall.cover import dotted
from dcm_desktop.ui.hall.desk import HallDesk, HallWay, Trouble
from dcm_desktop.ui.hall.link import end_orphans
from dcm_desktop.ui.screens.going_live.going_live import GoingLiveScreen
from dcm_desktop.ui.screens.session_room.hall_card import HallCard
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.sessions.hall import hall_cards

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
WAIT_MS = 15_000


@pytest.fixture
def hall(
    running: RoomWindow,  # noqa: F811 - the fixture
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[HallDesk]:
    """The hall of an open session: a real process on a second screen, neutral."""
    for name, value in two_screens(tmp_path).items():
        monkeypatch.setenv(name, value)
    desk = running.window.hall
    desk.choose(HallWay.TWO_SCREENS)
    running.screen.mark_stale()
    running.settle()
    qtbot.waitUntil(lambda: desk.mode is Mode.NEUTRAL and bool(desk.shown_text), timeout=WAIT_MS)
    yield desk
    desk.stop()
    end_orphans()


def make_closed(window: RoomWindow) -> str:
    """The second item becomes one of the closed part; its id."""
    item_id = window.view().items[1].item_id
    data = sessions.ItemData(
        AgendaItemKind.POLICY, "Втора тема", public_title="Поверителна тема", closed_part=True
    )
    window.workspace.do(sessions.update_item, item_id, data, at=window.now)
    window.settle()
    return item_id


def follow(qtbot: QtBot, desk: HallDesk) -> None:
    """Until the wall shows what it was told."""
    qtbot.waitUntil(lambda: not desk._asked, timeout=WAIT_MS)


def card_of(window: RoomWindow) -> HallCard:
    """The card „Screen“ of the room."""
    return next(part for part in window.screen.parts if isinstance(part, HallCard))


def test_nothing_goes_to_the_hall_unless_a_key_sends_it(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """I1, I2, N-08: neutral until F9; then the public title, and the status line tells it."""
    assert hall.hall is not None
    assert hall.hall.live.item is not None
    title = hall.hall.live.item.title
    assert title not in hall.shown_text
    running.press(Qt.Key.Key_F9)
    follow(qtbot, hall)
    assert hall.mode is Mode.SHOWING
    assert title in hall.shown_text.replace("\n", " ")
    assert running.window.status.hall.text
    assert card_of(running).pill.tone == "ok"


def test_the_hall_is_hidden_at_once_from_a_field_being_typed_in(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """I3, T11: F12 and again F12, two keys, each on the wall within 100 ms; Pause does the same."""
    running.press(Qt.Key.Key_F9)
    follow(qtbot, hall)
    running.press(Qt.Key.Key_F5)
    running.write("те")
    times = []
    running.keys = 0
    for wanted in (Mode.HIDDEN, Mode.SHOWING) * 4:
        running.press(Qt.Key.Key_F12)
        assert hall.mode is wanted
        follow(qtbot, hall)
        times.append(hall.latency_ms)
    assert running.keys == 8
    assert median(times) <= 100
    running.press(Qt.Key.Key_Pause)
    follow(qtbot, hall)
    assert hall.mode is Mode.HIDDEN
    assert hall.shown_text == ""


def test_a_held_picture_stays_while_the_operator_moves_on(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """I4: Shift+F12 holds, the card says it large, again releases."""
    running.press(Qt.Key.Key_F9)
    follow(qtbot, hall)
    running.press(Qt.Key.Key_F12, SHIFT)
    follow(qtbot, hall)
    held = hall.shown_text
    assert hall.mode is Mode.FROZEN
    assert not card_of(running).held.isHidden()
    hall.do(Sent(MessageCard("Почивка след малко")))
    assert hall.shown_text == held
    running.press(Qt.Key.Key_F12, SHIFT)
    follow(qtbot, hall)
    assert "Почивка след малко" in hall.shown_text


def test_the_operator_sees_the_true_output_and_may_look_before_sending(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """I5, I6: the thumbnail comes from the wall; Shift+F9 draws only here, F9 sends that card."""
    qtbot.waitUntil(lambda: not hall.picture.isNull(), timeout=WAIT_MS)
    before = hall.shown_text
    running.press(Qt.Key.Key_F9, SHIFT)
    qtbot.waitUntil(lambda: not hall.preview.isNull(), timeout=WAIT_MS)
    assert card_of(running).picture.band
    assert hall.mode is Mode.NEUTRAL
    assert hall.shown_text == before
    running.press(Qt.Key.Key_F9)
    follow(qtbot, hall)
    assert hall.mode == Mode.SHOWING  # type: ignore[comparison-overlap]  # - it moves by itself
    assert card_of(running).picture.band == ""


def test_a_dead_projector_is_told_and_started_again_neutral(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """I7: the process ends, the state is off with a word; „show it again“ brings the neutral card
    that stays until F9."""
    running.press(Qt.Key.Key_F9)
    follow(qtbot, hall)
    child = hall.link._child
    assert child is not None
    child.process.kill()
    qtbot.waitUntil(lambda: hall.trouble is Trouble.DIED, timeout=WAIT_MS)
    assert hall.mode is Mode.OFF
    assert not card_of(running).again.isHidden()
    card_of(running).again.click()
    qtbot.waitUntil(lambda: hall.mode is Mode.NEUTRAL, timeout=WAIT_MS)


def test_a_fault_of_the_program_makes_the_hall_neutral(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """§5.5: an error of the operator's program ends in the neutral card."""
    running.press(Qt.Key.Key_F9)
    hall.fault()
    follow(qtbot, hall)
    assert hall.mode is Mode.NEUTRAL


def test_a_lock_leaves_the_neutral_card_and_a_projector_that_lives_on(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """L3: neutral, the break text goes on, the process survives the one that locked."""
    hall.do(Sent(BreakCard()))
    follow(qtbot, hall)
    child = hall.link._child
    assert child is not None
    hall.let_go()
    assert hall.mode is Mode.OFF
    assert not hall.link.runs
    child.process.returncode = None
    assert child.process.poll() is None
    end_orphans()
    qtbot.waitUntil(lambda: child.process.poll() is not None, timeout=WAIT_MS)


def test_the_next_item_goes_to_a_hall_that_is_showing(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """T5: Ctrl+PgDn, two physical keys; a confidential item makes it neutral by itself, I9."""
    running.press(Qt.Key.Key_F9)
    follow(qtbot, hall)
    running.keys = 0
    running.press(Qt.Key.Key_PageDown, CTRL)
    running.settle()
    follow(qtbot, hall)
    assert running.keys == 2
    assert hall.hall is not None
    if hall.hall.live.confidential:
        assert hall.mode is Mode.NEUTRAL
    else:
        assert isinstance(hall.hall.card, ItemCard)
        assert hall.hall.card.n == hall.hall.live.item_n


def test_the_hall_is_neutral_before_a_confidential_item_is_taken_up(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """I9: the order: first the hall, then the item; moving on leaves it neutral until F9."""
    running.press(Qt.Key.Key_F9)
    closed = make_closed(running)
    seen: list[tuple[Mode, str]] = []
    running.workspace.listeners.append(lambda _c: seen.append((hall.mode, "written")))
    running.screen.session_acts.start(closed)
    assert seen[0][0] is Mode.NEUTRAL
    running.settle()
    assert hall.mode is Mode.NEUTRAL


def test_the_clicker_does_next_back_and_hide_only(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
) -> None:
    """I15."""
    before = running.view().running_id
    hall.clicked.emit(Clicker.HIDE)
    assert hall.mode is Mode.HIDDEN
    hall.clicked.emit(Clicker.NEXT)
    running.settle()
    assert running.view().running_id != before
    assert list(Clicker) == [Clicker.NEXT, Clicker.BACK, Clicker.HIDE]


def test_a_card_is_chosen_from_the_list_by_keys(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """I13: agenda, messages and break stand in the list; Enter sends, no dialog opens."""
    running.press(Qt.Key.Key_F9, CTRL)
    panel = running.screen.stage.panel
    assert panel is not None
    assert QApplication.activeModalWidget() is None
    until = panel.findChild(QLineEdit, "breakUntil")
    assert until is not None
    until.setFocus()
    until.setText("11:30")
    running.press(Qt.Key.Key_Return)
    follow(qtbot, hall)
    assert "11:30" in hall.shown_text
    view = running.workspace.ask(hall_cards, running.session_id, at=running.now)
    assert sum(1 for one in view.choices if one.kind is MessageCard) == 3


def test_larger_and_smaller_by_keys(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
) -> None:
    """I10: Ctrl+= and Ctrl+-."""
    assert hall.hall is not None
    running.press(Qt.Key.Key_Equal, CTRL)
    assert hall.hall.zoom == 115
    running.press(Qt.Key.Key_Minus, CTRL)
    assert hall.hall.zoom == 100


def test_a_lost_screen_is_off_and_comes_back_neutral(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """I7: gone while showing: off; found again: neutral, whatever stood there."""
    running.press(Qt.Key.Key_F9)
    seen = hall.seen
    hall.do(ScreenLost())
    assert hall.mode is Mode.OFF
    hall._screens_seen(seen)
    qtbot.waitUntil(lambda: hall.mode is Mode.NEUTRAL, timeout=WAIT_MS)


def test_the_window_is_covered_while_it_stands_on_the_screen_of_the_hall(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
) -> None:
    """I7, desktop §7: the operator's window never stands where the hall would read it."""
    page = running.window.hall_frame.page
    assert page.isHidden()
    hall.bound = hall.screens.operator
    hall.screens.moved.emit()
    assert not page.isHidden()
    assert page.size() == running.window.size()
    page.stay_button.click()
    assert page.isHidden()
    assert hall.way is HallWay.NO_PROJECTOR


def test_safe_view_shows_words_only_while_the_key_is_held(
    running: RoomWindow,  # noqa: F811 - the fixture
    qtbot: QtBot,
) -> None:
    """I8, H15: dots for what names a case; F10 shows, its release and another window hide."""
    window, room_ = running.window, running.screen
    window.hall.choose(HallWay.SAFE_VIEW)
    running.settle()
    make_closed(running)
    row = next(row for row in running.view().items if row.closed)
    running.screen.show_item(row.item_id)
    running.settle()
    safe = room_.safe.view
    effect = room_.panel.page.graphicsEffect()
    assert safe.is_hiding
    assert effect is not None
    assert effect.isEnabled()
    titles = [line.title for line in room_.agenda.list.rows_model.rows]
    assert dotted(row.title) in titles
    assert row.title not in titles
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_F10)
    assert not safe.is_hiding
    assert not effect.isEnabled()
    QTest.keyRelease(handle, Qt.Key.Key_F10)
    assert safe.is_hiding
    QTest.keyPress(handle, Qt.Key.Key_F10)
    safe._focus_window(None)
    assert safe.is_hiding


def test_the_screen_before_going_live_names_the_screens_and_chooses_the_way(
    running: RoomWindow,  # noqa: F811 - the fixture
    hall: HallDesk,
    qtbot: QtBot,
) -> None:
    """L12: „Това виждат членовете“ stands on the real second screen; one key goes to the room."""
    running.window.open("going_live", session_id=running.session_id)
    screen = running.window.current
    assert isinstance(screen, GoingLiveScreen)
    qtbot.waitUntil(lambda: "Това виждат членовете" in hall.shown_text, timeout=WAIT_MS)
    assert [tile.screen_info.name for tile in screen.displays.tiles] == ["LAPTOP", "PROJECTOR"]
    assert screen.checks.sentences
    QTest.keyClick(screen.go_button, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert running.screen is not None
    qtbot.waitUntil(lambda: "Това виждат членовете" not in hall.shown_text, timeout=WAIT_MS)
