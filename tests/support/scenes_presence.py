"""Scenes of the people in the room: roll call, lost quorum, closed part, break, written votes."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from tests.support.live import LiveSession, coming_session, hold_until_vote
from tests.support.studio import Shown, Studio, main_window, opened_copy, stop_clock
from tests.support.window import type_text

from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import (
    ExpectedAnswer,
    NoticeWay,
    ReducedQuorum,
    SessionKind,
    VoteChoice,
)
from dcm_desktop.ui.clock import local
from dcm_desktop.ui.screens.session_room.break_bar import BreakBar
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.usecases import office, sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.demo import PASSPHRASE as DEMO_PASSPHRASE
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions import roll
from dcm_desktop.usecases.sessions.expected import set_expected

RULES = Rules(
    proxy_votes=True,
    written_procedure=True,
    reduced_quorum=ReducedQuorum.ONE_THIRD,
    reduced_quorum_after_min=60,
)


def presence(studio: Studio, demo: Path, folder: Path, *, at: datetime) -> None:
    """Each on its own copy of the demo."""
    for scene in (_roll_call, _at_work, _written):
        copy = folder / f"presence{scene.__name__}.dcm"
        with opened_copy(demo / "district.dcm", copy, DEMO_PASSPHRASE, at=at) as workspace:
            _new_rules(workspace, at)
            scene(studio, workspace, folder)
        stop_clock(at)


def _new_rules(workspace: Workspace, at: datetime) -> None:
    session_id, starts_at = coming_session(workspace)
    view = workspace.ask(sessions.get_room, session_id, at=starts_at)
    workspace.do(
        office.add_rules_version,
        view.mechanism_id,
        RULES,
        adopted_on=local(at).date() + timedelta(days=1),
        source="Правилник, изменение",
        accept=ACCEPT_ALL,
        at=at,
    )


def _shown(studio: Studio, shown: Shown, session_id: str, name: str) -> RoomScreen:
    shown.go("room", session_id=session_id)
    screen = shown.screen(RoomScreen)
    studio.draw(shown.window, name)
    return screen


def _roll_call(studio: Studio, workspace: Workspace, folder: Path) -> None:
    session_id, starts_at = coming_session(workspace)
    live = LiveSession(workspace, session_id, starts_at)
    members = live.view.members
    for place, answer in (
        (1, ExpectedAnswer.WONT_COME),
        (5, ExpectedAnswer.SENDS_SUBSTITUTE),
        (9, ExpectedAnswer.WILL_COME),
    ):
        mandate_id = members[place].mandate_id
        assert mandate_id is not None
        workspace.do(set_expected, session_id, mandate_id, answer, at=starts_at)
    for place in (0, 3, 6, 10):
        live.do(roll.mark_present, members[place].attendance_id)
    live.do(sessions.give_proxy, members[7].attendance_id, members[3].attendance_id,
            document="пълномощно № 3/8.12.2026 г.")  # fmt: skip
    for place in (0, 3):
        live.do(sessions.sign_declaration, members[place].attendance_id, timed=False)
    stop_clock(live.now)
    with main_window(workspace, folder) as shown:
        shown.go("room", session_id=session_id)
        screen = shown.screen(RoomScreen)
        screen.show_roll()
        type_text(screen.roll.entry, "12=")
        type_text(screen.roll.entry, "5/")
        type_text(screen.roll.entry, "/")
        studio.draw(shown.window, "presence-roll")
        type_text(screen.roll.entry, "9%")
        studio.draw(shown.window, "presence-proxy")


def _at_work(studio: Studio, workspace: Workspace, folder: Path) -> None:
    live = hold_until_vote(workspace)
    guest = sessions.GuestData("Людмила Цонева", "НДД", "експерт", declaration_signed=True)
    live.do(sessions.add_guest, live.session_id, guest)
    running = live.view.running_id or ""
    live.do(sessions.start_item, live.view.items[4].item_id)
    live.later(1)
    live.do(sessions.start_item, running)
    stop_clock(live.now)
    with main_window(workspace, folder) as shown:
        screen = _shown(studio, shown, live.session_id, "presence-closed-part")
        gone = [row for row in live.view.members if row.in_room][:6]
        for row in gone:
            live.do(roll.mark_left, row.attendance_id)
        live.later(70)
        stop_clock(live.now)
        screen.refresh_now()
        studio.draw(shown.window, "presence-quorum-lost")
        screen.strip.dismiss()
        for row in gone:
            live.do(roll.mark_present, row.attendance_id)
        live.do(sessions.adjourn_session, live.session_id,
                planned_to_at=live.now + timedelta(minutes=15))  # fmt: skip
        screen.refresh_now()
        screen.strip.dismiss()
        studio.draw(shown.window, "presence-break")
        bar = screen.findChild(BreakBar)
        assert bar is not None
        bar.another.click()
        studio.draw(shown.window, "presence-another-day")


def _written(studio: Studio, workspace: Workspace, folder: Path) -> None:
    session_id, starts_at = coming_session(workspace)
    data = workspace.ask(sessions.get_session_data, session_id)
    due = starts_at + timedelta(days=2)
    data = replace(data, kind=SessionKind.WRITTEN, answers_due_at=due, ground="спешно настаняване")
    workspace.do(sessions.update_session, session_id, data, accept=ACCEPT_ALL, at=starts_at)
    live = LiveSession(workspace, session_id, starts_at)
    live.do(sessions.open_session, session_id, accept=ACCEPT_ALL)
    item_id = live.view.items[0].item_id
    live.do(sessions.update_decision_text, item_id, "Приема плана.", timed=False)
    for place, choice in enumerate((VoteChoice.FOR,) * 8 + (VoteChoice.AGAINST,)):
        way = (NoticeWay.PHONE, NoticeWay.EMAIL, NoticeWay.PAPER)[place % 3]
        row = live.view.members[place].attendance_id
        live.later(17)
        live.do(sessions.note_answer, item_id, row, choice, way=way)
    stop_clock(live.now)
    with main_window(workspace, folder) as shown:
        shown.go("room", session_id=session_id, item_id=item_id)
        shown.screen(RoomScreen).show_roll()
        studio.draw(shown.window, "presence-written")
