"""What is done about the quorum: the question when it is lost, the smaller one after waiting."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.rules import reduced_quorum_of
from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import ReducedQuorum, RoomEventKind, SessionStatus
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import RoomEvent, Session
from dcm_desktop.usecases.saving import Saved
from dcm_desktop.usecases.sessions.breaks import adjourn_session
from dcm_desktop.usecases.sessions.events import answer_event, last_of, note_event
from dcm_desktop.usecases.sessions.room import declare_no_quorum
from dcm_desktop.usecases.sessions.state import Hall, hall_of

_CROSSINGS = (RoomEventKind.QUORUM_LOST, RoomEventKind.QUORUM_GAINED)


class QuorumAnswer(StrEnum):
    """What is done when the quorum is lost."""

    GO_ON = "go_on"
    """The discussion goes on, nothing is decided."""
    BREAK = "break"
    REDUCED = "reduced"
    """The smaller quorum after waiting, where the rules know one."""
    NOT_HELD = "not_held"
    """It did not take place; only while nothing was decided."""


@dataclass(frozen=True, slots=True)
class QuorumQuestion:
    """The quorum was lost and nobody said yet what to do about it."""

    event_id: str
    at: datetime
    present: int
    needed: int


@dataclass(frozen=True, slots=True)
class ReducedView:
    """The smaller quorum that the rules know, and from when on it may be taken. Unit: people."""

    needed: int
    from_at: datetime
    in_force: bool


def quorum_question(db: DbSession, session: Session) -> QuorumQuestion | None:
    """What is to be asked now; None once it was answered or the quorum came back."""
    if session.status is not SessionStatus.OPEN:
        return None
    row = last_of(db, session.id, *_CROSSINGS)
    if row is None or row.kind is RoomEventKind.QUORUM_GAINED or row.answer:
        return None
    return QuorumQuestion(row.id, row.at, row.present or 0, row.needed or 0)


def answer_quorum_question(
    db: DbSession,
    event_id: str,
    answer: QuorumAnswer,
    *,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """Do what was chosen and keep the choice with the line of the log; one act.

    Raises: as the act itself.
    """
    row = db.get_one(RoomEvent, event_id)
    answer_event(db, event_id, answer, at=at)
    if answer is QuorumAnswer.BREAK:
        return adjourn_session(db, row.session_id, when=when, at=at)
    if answer is QuorumAnswer.REDUCED:
        return reduce_quorum(db, row.session_id, when=when, at=at)
    if answer is QuorumAnswer.NOT_HELD:
        return declare_no_quorum(db, row.session_id, when=when, at=at)
    return Saved(event_id)


def reduced_view(hall: Hall) -> ReducedView | None:
    """The smaller quorum of a session; None where the rules know none or it is not smaller."""
    after = hall.rules.reduced_quorum_after_min
    if hall.rules.reduced_quorum is ReducedQuorum.NONE or after is None:
        return None
    needed = reduced_quorum_of(hall.rules, seats=hall.seats, filled=hall.seats, waited_min=after)
    if needed is None or needed >= hall.needed:
        return None
    from_at = hall.session.starts_at + timedelta(minutes=after)
    return ReducedView(needed, from_at, hall.lowered is not None)


def reduce_quorum(
    db: DbSession, session_id: str, *, when: datetime | None = None, at: datetime
) -> Saved:
    """After the waiting time the smaller quorum of the rules holds from now on; one key.

    Raises: RuleBroken `quorum.no_reduction`, `quorum.too_early`, `session.has_quorum`.
    """
    session = db.get_one(Session, session_id)
    check_editable(session.status)
    hall, when = hall_of(db, session), when or at
    reduced = reduced_view(hall)
    if reduced is None or session.status is SessionStatus.DRAFT:
        raise RuleBroken("quorum.no_reduction")
    if when < reduced.from_at:
        raise RuleBroken("quorum.too_early", time=reduced.from_at)
    count = hall.count(when)
    if count.has_quorum:
        raise RuleBroken("session.has_quorum", present=count.present, needed=count.needed)
    session.quorum_reduced_at = when
    db.flush()
    note_event(
        db,
        session,
        RoomEventKind.QUORUM_REDUCED,
        at=when,
        count=hall_of(db, session).count(when),
        in_minutes=True,
    )
    return Saved(session_id)
