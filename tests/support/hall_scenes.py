"""Scenes of the hall: its card in each state, the list of cards, before going live, safe view."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from tests.support.hall_process import two_screens
from tests.support.studio import Shown, Studio

from dcm_desktop.domain.projector_cards import MessageCard
from dcm_desktop.domain.projector_events import FreezeToggled, HideToggled, Sent
from dcm_desktop.ui.hall.desk import HallDesk, HallWay
from dcm_desktop.ui.screens.session_room.hall_card import HallCard
from dcm_desktop.ui.screens.session_room.room import RoomScreen

_PATIENCE_S = 8.0


def hall_scenes(studio: Studio, shown: Shown, session_id: str, folder: Path) -> None:
    """Everything of the hall; the room of an open session is shown already."""
    with _second_screen(folder):
        hall, room = shown.window.hall, shown.screen(RoomScreen)
        hall.choose(HallWay.TWO_SCREENS)
        room.mark_stale()
        _until(lambda: not hall.picture.isNull())
        card = next(part for part in room.parts if isinstance(part, HallCard))
        card.unfolded.emit(card)
        studio.draw(shown.window, "room-hall-neutral")
        for name, event in (
            ("shows", Sent(MessageCard("Моля, изключете звука на телефоните."))),
            ("held", FreezeToggled()),
            ("hidden", HideToggled()),
        ):
            hall.do(event)
            _settled(hall)
            studio.draw(shown.window, f"room-hall-{name}")
        card.acts.choose()
        studio.draw(shown.window, "room-hall-choose")
        room.stage.close_panel()
        shown.go("going_live", session_id=session_id)
        _settled(hall)
        studio.draw(shown.window, "going-live")
        hall.choose(HallWay.SAFE_VIEW)
        shown.go("room", session_id=session_id)
        studio.draw(shown.window, "room-safe-view")
        hall.choose(HallWay.NO_PROJECTOR)


@contextmanager
def _second_screen(folder: Path) -> Iterator[None]:
    """The projector's process sees a second screen; this one has none."""
    before = os.environ.get("QT_QPA_PLATFORM", "")
    os.environ.update(two_screens(folder))
    try:
        yield
    finally:
        os.environ["QT_QPA_PLATFORM"] = before


def _until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not holds() and time.monotonic() < end:
        QApplication.processEvents()


def _settled(hall: HallDesk) -> None:
    seq = time.monotonic() + 0.5
    _until(lambda: time.monotonic() > seq and not hall.is_late)
