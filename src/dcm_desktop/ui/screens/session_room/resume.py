"""Which session was at work when the program ended: a start returns to it."""

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.usecases.acting import Workspace
from dcm_desktop.usecases.drafts import get_place
from dcm_desktop.usecases.sessions.lists import list_sessions

PLACE = "room"
"""Key of the room among the places, also in the row that remembers where the user was."""
LIVE = (SessionStatus.OPEN, SessionStatus.ADJOURNED)


def left_open(workspace: Workspace) -> str:
    """Id of the session in whose room the user was last, if it is still at work; else empty."""
    place = workspace.ask(get_place)
    if place is None or place.screen != PLACE:
        return ""
    rows = workspace.ask(list_sessions)
    return next(
        (r.session_id for r in rows if r.session_id == place.record_id and r.status in LIVE), ""
    )
