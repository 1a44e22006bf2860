"""A process that ends without a word leaves a gap, which the log keeps and the minutes may tell."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.support.builders import Room, make_mechanism_of_15, make_session
from tests.support.stores import StoreKit

from dcm_desktop.domain.terms import BreakKind, RoomEventKind
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import save_draft
from dcm_desktop.usecases.sessions.events import list_events
from dcm_desktop.usecases.sessions.interruptions import (
    interrupted_at,
    note_interruption,
    tell_interruption,
)
from dcm_desktop.usecases.sessions.state import breaks_of
from dcm_desktop.usecases.workspace import open_store_with_recovery


@pytest.fixture
def room(district_kit: StoreKit, tmp_path: Path) -> Room:
    """A session at work in a store of its own."""
    workspace = district_kit.open(tmp_path / "x.dcm")
    made = make_session(workspace, make_mechanism_of_15(workspace))
    made.open()
    made.start(1)
    return made


def again(kit: StoreKit, room: Room, *, killed: bool) -> Workspace:
    """The next run: after a kill nothing was said about the end."""
    folder = room.workspace.info.folder
    if killed:
        room.workspace._store.close()
    else:
        room.workspace.close(at=room.tick(), with_backup=False)
    return open_store_with_recovery(folder, kit.recovery_key, at=room.tick(8))


def test_a_clean_end_is_no_interruption(district_kit: StoreKit, room: Room) -> None:
    other = again(district_kit, room, killed=False)
    assert other.ask(interrupted_at) is None
    other.close(at=room.now, with_backup=False)


def test_after_a_kill_one_knows_until_when_was_written(district_kit: StoreKit, room: Room) -> None:
    """G4: the gap is from the last thing in the store, an act or typed text."""
    typed_at = room.tick(1)
    room.workspace.jot(save_draft, room.item(1), "line", "Майката", at=typed_at)
    other = again(district_kit, room, killed=True)
    assert other.ask(interrupted_at) == typed_at
    other.close(at=room.now, with_backup=False)


def test_the_gap_is_kept_and_told_in_the_minutes_once(district_kit: StoreKit, room: Room) -> None:
    stopped = room.now
    other = again(district_kit, room, killed=True)
    gap = other.do(note_interruption, room.session_id, stopped_at=stopped, at=room.now)
    (event,) = other.ask(list_events, room.session_id)
    assert (event.kind, event.at, event.until) == (
        RoomEventKind.INTERRUPTED,
        stopped,
        stopped + timedelta(minutes=8),
    )
    other.do(tell_interruption, gap.event_id, at=room.tick())
    other.do(tell_interruption, gap.event_id, at=room.tick())
    (event,) = other.ask(list_events, room.session_id)
    assert event.in_minutes
    pauses = other.ask(lambda db: [b.kind for b in breaks_of(db, room.session_id)])
    assert pauses == [BreakKind.OUTAGE]
    other.close(at=room.now, with_backup=False)
