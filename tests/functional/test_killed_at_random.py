"""Kill −9 amid a scripted session: nothing confirmed is lost, of typing two seconds at most.

Four kills in every run; a hundred with `python3 dev.py test --whole`.
"""

import json
import random
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession
from tests.support.builders import Room, make_mechanism_of_15, make_session
from tests.support.stores import StoreKit

from dcm_desktop.store.tables import ActionItem, Decision, DiscussionLine
from dcm_desktop.usecases import sessions
from dcm_desktop.usecases.drafts import get_place, list_drafts
from dcm_desktop.usecases.sessions.interruptions import interrupted_at
from dcm_desktop.usecases.workspace import open_store_with_recovery

TITLES = tuple(f"Тема {n}" for n in range(1, 31))
TYPING_LOST = 2.0
FIELDS = {"line": "line", "decision": "decision_text", "task_line": "task_line"}


@dataclass
class Told:
    """What the killed process had said, each with the moment it was said."""

    events: list[dict[str, Any]] = field(default_factory=list)

    def confirmed(self) -> dict[str, int]:
        """Counters of the last confirmed act."""
        done = [e for e in self.events if e["kind"] == "done"]
        keys = ("lines", "decisions", "tasks")
        return {key: done[-1][key] if done else 0 for key in keys}

    def owed(self, killed_at: float) -> tuple[str, str] | None:
        """Field and text that must have been kept: typed two seconds before, not entered since."""
        last_done = max((e["t"] for e in self.events if e["kind"] == "done"), default=0.0)
        typed = [
            e
            for e in self.events
            if e["kind"] == "typed" and last_done < e["t"] <= killed_at - TYPING_LOST
        ]
        return (typed[-1]["field"], typed[-1]["text"]) if typed else None


@pytest.fixture(scope="module")
def session_store(district_kit: StoreKit, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store in the middle of a session of thirty items."""
    folder = tmp_path_factory.mktemp("killed") / "session.dcm"
    workspace = district_kit.open(folder)
    begun = datetime.now(UTC) - timedelta(minutes=30)  # the killed process has the real clock
    room: Room = make_session(
        workspace, make_mechanism_of_15(workspace), TITLES, starts_at=begun, at=begun
    )
    room.open()
    workspace.do(sessions.vote_agenda, room.session_id, at=room.tick())
    workspace.close(at=room.now, with_backup=False)
    return folder


def work_until_killed(store: Path, kit: StoreKit, folder: Path, seed: int) -> tuple[Told, float]:
    """Start the scripted session on a store and kill it after a random while."""
    seconds = random.Random(seed).uniform(0.2, 4.5)  # noqa: S311 - the same moments each time
    module = [sys.executable, "-m", "tests.support.killed_room"]
    command = [*module, str(store), str(folder), str(seed), kit.recovery_key]
    told, ready = Told(), threading.Event()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        output = process.stdout
        assert output is not None

        def listen() -> None:
            for line in output:
                told.events.append(json.loads(line))
                ready.set()

        reader = threading.Thread(target=listen)
        reader.start()
        assert ready.wait(60), "the room was never ready"
        stop = threading.Event()
        stop.wait(seconds)
        killed_at = time.time()
        process.kill()
        reader.join()
    return told, killed_at


def how_many(db: DbSession) -> dict[str, int]:
    """What the store holds of the three kinds of acts."""
    found = {
        "lines": select(func.count()).select_from(DiscussionLine),
        "decisions": select(func.count()).select_from(Decision).where(Decision.number.is_not(None)),
        "tasks": select(func.count()).select_from(ActionItem),
    }
    return {key: int(db.scalar(query) or 0) for key, query in found.items()}


def check_after_kill(store: Path, kit: StoreKit, told: Told, killed_at: float) -> None:
    """Everything the screen had confirmed is there, and the draft of what was being typed."""
    workspace = open_store_with_recovery(store, kit.recovery_key, at=kit_now(killed_at))
    try:
        assert workspace.check() == ()
        held, confirmed = workspace.ask(how_many), told.confirmed()
        for kind, least in confirmed.items():
            assert least <= held[kind] <= least + 1, (kind, held, confirmed)
        owed = told.owed(killed_at)
        if owed is not None and held == confirmed:
            name, text = owed
            drafts = [row for row in workspace.ask(list_drafts) if row.field == name]
            assert any(row.text.startswith(text) for row in drafts), (name, len(text), drafts)
            place = workspace.ask(get_place)
            assert place is not None
            item_id, _, kept_field = place.field.partition(" ")
            assert kept_field == FIELDS[name]
            assert item_id
        assert workspace.ask(interrupted_at) is not None, "the gap is known"
    finally:
        workspace.close(at=kit_now(killed_at), with_backup=False)


def kit_now(moment: float) -> datetime:
    """A moment of the clock as the store wants it."""
    return datetime.fromtimestamp(moment, UTC) + timedelta(seconds=1)


def kill_often(
    times: int, first: int, session_store: Path, kit: StoreKit, tmp_path: Path
) -> list[Told]:
    """So many sessions on copies of the store, each killed and looked at."""
    stories = []
    for seed in range(first, first + times):
        store = Path(shutil.copytree(session_store, tmp_path / f"{seed}.dcm"))
        told, killed_at = work_until_killed(store, kit, tmp_path, seed)
        check_after_kill(store, kit, told, killed_at)
        stories.append(told)
        shutil.rmtree(store)
    return stories


def test_four_kills_lose_nothing_that_was_confirmed(
    session_store: Path, district_kit: StoreKit, tmp_path: Path
) -> None:
    """G3, G4: every confirmed act present, at most two seconds of typing lost, the same field."""
    stories = kill_often(4, 1, session_store, district_kit, tmp_path)
    assert sum(len(told.events) for told in stories) > 50
    assert any(told.confirmed()["lines"] for told in stories)


@pytest.mark.whole
@pytest.mark.timeout(1_800)
def test_a_hundred_kills_lose_nothing_that_was_confirmed(
    session_store: Path, district_kit: StoreKit, tmp_path: Path
) -> None:
    """G4: 100 runs."""
    stories = kill_often(100, 100, session_store, district_kit, tmp_path)
    done = {key: sum(told.confirmed()[key] for told in stories) for key in stories[0].confirmed()}
    assert min(done.values()) > 20, done
