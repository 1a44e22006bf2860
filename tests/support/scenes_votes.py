"""Scenes of deciding: votes by name, secret, equal, in a block; opinions, the review of tasks."""

from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.support.live import coming_session, hold_until_vote
from tests.support.studio import Shown, Studio, main_window, opened_copy, settle, stop_clock
from tests.support.window import type_text

from dcm_desktop.domain.rules import Rules
from dcm_desktop.ui.clock import local
from dcm_desktop.ui.screens.session_room.review import Review
from dcm_desktop.ui.screens.session_room.room import RoomScreen
from dcm_desktop.ui.screens.session_room.vote_forms import BlockForm
from dcm_desktop.usecases import office, sessions
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.demo import PASSPHRASE as DEMO_PASSPHRASE
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.sessions.commitments import add_commitment_line
from dcm_desktop.usecases.sessions.dissents import DissentData, add_dissent

RULES = Rules(chair_breaks_tie=True, majority_exceptions=("opinion:two_thirds_present",))


def votes(studio: Studio, demo: Path, folder: Path, *, at: datetime) -> None:
    """The session of the demo, held up to a vote."""
    with opened_copy(demo / "district.dcm", folder / "votes.dcm", DEMO_PASSPHRASE, at=at) as opened:
        session_id, starts_at = coming_session(opened)
        view = opened.ask(sessions.get_room, session_id, at=starts_at)
        opened.do(
            office.add_rules_version,
            view.mechanism_id,
            RULES,
            adopted_on=local(at).date() + timedelta(days=1),
            source="Правилник, изменение",
            accept=ACCEPT_ALL,
            at=at,
        )
        live = hold_until_vote(opened)
        running = live.view.running_id or ""
        for line in ("осигурява преглед на жилището @РЗИ – Кърджали !+14",
                     "предоставя хранителни продукти @община Кърджали !сл"):  # fmt: skip
            live.do(add_commitment_line, running, line)
        stop_clock(live.now)
        with main_window(opened, folder) as shown:
            shown.go("room", session_id=session_id, item_id=running)
            _at_the_strip(studio, shown)
            _at_the_side(studio, shown, opened, live.now)
            shown.screen(RoomScreen).show_item(live.view.items[1].item_id)
            shown.screen(RoomScreen).refresh_now()
            _review(studio, shown)
        stop_clock(at)


def _at_the_strip(studio: Studio, shown: Shown) -> None:
    screen = shown.screen(RoomScreen)
    screen.strip.dismiss()
    vote = screen.panel.vote
    screen.panel.focus_field("vote_entry")
    vote.entry.setText("6-6-1")
    studio.draw(shown.window, "deciding-tie")
    vote.entry.setText("6-6-1=")
    studio.draw(shown.window, "deciding-casting")
    vote.reset()
    vote.start()
    type_text(vote.entry, "4-")
    studio.draw(shown.window, "deciding-named-unanswered")
    for text in ("9/", "+"):
        type_text(vote.entry, text)
    studio.draw(shown.window, "deciding-named")
    vote.next_way()
    for text in ("3*", "9*", "9-2-0-1-1"):
        type_text(vote.entry, text)
    studio.draw(shown.window, "deciding-secret")
    vote.reset()
    screen.panel.focus_field("task_line")
    screen.panel.tasks.next_way()
    type_text(QApplication.focusWidget(), "осигурява място в детска градина @община Кърджали !+14")
    studio.draw(shown.window, "deciding-commitment")
    screen.panel.forget_task()


def _at_the_side(studio: Studio, shown: Shown, opened: Workspace, now: datetime) -> None:
    screen = shown.screen(RoomScreen)
    screen.menu.decide.open_block()
    form = screen.stage.panel
    assert isinstance(form, BlockForm)
    for one in form.items[:2]:
        one.tick.click()
        one.text.setPlainText("Приема за сведение информацията.")
    form.votes.setText("13-0-0")
    studio.draw(shown.window, "deciding-block")
    screen.stage.close_panel()
    screen.menu.decide.open_override()
    studio.draw(shown.window, "deciding-override")
    screen.stage.close_panel()
    screen.item_acts.adopt()
    settle(studio.jobs)
    screen.refresh_now()
    item = screen.panel.item
    assert item is not None
    assert screen.view is not None
    who = screen.view.members[3].acting_id
    data = DissentData(who, promised_by=local(now).date() + timedelta(days=5))
    opened.do(add_dissent, item.decisions[-1].decision_id, data, at=now)
    screen.refresh_now()
    screen.menu.decide.add_dissent()
    studio.draw(shown.window, "deciding-dissent")
    screen.stage.close_panel()


def _review(studio: Studio, shown: Shown) -> None:
    screen = shown.screen(RoomScreen)
    review = next(part for part in screen.parts if isinstance(part, Review))
    review.start()
    for text in ("+", "/"):
        type_text(QApplication.focusWidget(), text)
    type_text(QApplication.focusWidget(), ">")
    type_text(QApplication.focusWidget(), "+30")
    studio.draw(shown.window, "deciding-review")
