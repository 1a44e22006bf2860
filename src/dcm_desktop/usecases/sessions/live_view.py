"""What the room says beside its rows: breaks, the question of the quorum, the closed part."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import SessionKind
from dcm_desktop.domain.values import local_date
from dcm_desktop.usecases.sessions.breaks import PauseView, pause_view
from dcm_desktop.usecases.sessions.declarations import without_declaration
from dcm_desktop.usecases.sessions.doors import ClosedPartView, closed_part_view
from dcm_desktop.usecases.sessions.naming import Names
from dcm_desktop.usecases.sessions.quorum import (
    QuorumQuestion,
    ReducedView,
    quorum_question,
    reduced_view,
)
from dcm_desktop.usecases.sessions.state import Hall
from dcm_desktop.usecases.sessions.written import WrittenView, written_view


@dataclass(frozen=True, slots=True, repr=False)
class LiveView:
    """The state of the session at a moment that asks something of the operator."""

    day: date
    """The Bulgarian day that goes on: another one once the session was put off to it."""
    pause: PauseView | None
    question: QuorumQuestion | None
    """The quorum was lost and it was not said yet what to do."""
    reduced: ReducedView | None
    closed_part: ClosedPartView | None
    needs_declaration: bool
    undeclared: tuple[str, ...]
    """Names of those in the room who have not signed the declaration of confidentiality."""
    proxies_allowed: bool
    written: WrittenView | None
    """The answers on the item shown, in a written procedure."""


def live_view(
    db: DbSession,
    hall: Hall,
    names: Names,
    *,
    item_id: str | None,
    moment: datetime | None,
    at: datetime,
) -> LiveView:
    """Read it; `moment` is that of the room (None: everybody who came)."""
    written = None
    if hall.session.kind is SessionKind.WRITTEN and item_id is not None:
        written = written_view(db, hall, names, item_id, at=at)
    missing = without_declaration(db, hall, moment)
    return LiveView(
        day=_day(hall),
        pause=pause_view(hall),
        question=quorum_question(db, hall.session),
        reduced=reduced_view(hall),
        closed_part=closed_part_view(db, hall, names, moment),
        needs_declaration=hall.rules.confidentiality_declaration,
        undeclared=tuple(names.of_row(row) for row in missing),
        proxies_allowed=hall.rules.proxy_votes,
        written=written,
    )


def _day(hall: Hall) -> date:
    night = hall.put_off
    if night is not None:
        return local_date(night.to_at or night.planned_to_at or night.from_at)
    return local_date(hall.session.starts_at)
