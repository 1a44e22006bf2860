"""Enters a session from a file through the same use cases as the room, at the hours it names.

One transaction: a file that is refused anywhere leaves nothing behind.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.values import local_date
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import Session
from dcm_desktop.usecases.saving import ACCEPT_ALL
from dcm_desktop.usecases.session_file.arrivals import Arrivals
from dcm_desktop.usecases.session_file.course import Course
from dcm_desktop.usecases.session_file.model import (
    SessionFile,
    SessionPart,
)
from dcm_desktop.usecases.session_file.people import Register, done, enter_people, place
from dcm_desktop.usecases.session_file.timeline import Timeline, local_moment
from dcm_desktop.usecases.sessions.prepare import SessionData, convene_session, create_session
from dcm_desktop.usecases.sessions.room import (
    close_session,
    open_session,
    set_next_session,
)
from dcm_desktop.usecases.workspace import counts


@dataclass(frozen=True, slots=True)
class SessionImported:
    """What a file brought. `created` and `matched`: records per kind."""

    session_id: str
    number: int
    created: Mapping[str, int]
    matched: Mapping[str, int]


def import_session(db: DbSession, file: SessionFile, *, at: datetime) -> SessionImported:
    """Enter the session of a file with the people, mandates and cases it names.

    Raises: InputRefused with the place in the file, for whatever the forms and the room refuse.
    """
    before = counts(db)
    register = Register(db, at)
    part = file.session
    day = local_moment(part.starts_at).date()
    enter_people(register, file, day)
    session = db.get_one(Session, _enter(register, part, day))
    db.flush()
    after = counts(db)
    made = {kind: n - before.get(kind, 0) for kind, n in after.items() if kind != "audit"}
    return SessionImported(
        session.id,
        session.number,
        {kind: n for kind, n in made.items() if n > 0},
        dict(sorted(register.matched.items())),
    )


def _enter(register: Register, part: SessionPart, day: date) -> str:
    db, at = register.db, register.at
    starts_at = local_moment(part.starts_at)
    timeline = Timeline(day, starts_at)
    timeline.now = opened = timeline.hour(part.opened_at) or starts_at
    with place("session"):
        if opened > at:
            raise InputRefused("file.in_future")
        if part.convened_on is not None and part.convened_on > day:
            raise InputRefused("file.convened_after")
    with place("session"):
        session_id = _create(register, part, starts_at)
    people: dict[str, str] = {}
    course = Course(register, timeline, session_id, people)
    item_ids = []
    for n, item in enumerate(part.agenda):
        with place(f"session.agenda[{n}]"):
            item_ids.append("" if item.added_at_session else course.add_item(item))
    with place("session"):
        convened_on = part.convened_on or min(day, local_date(at))
        done(
            convene_session(
                db,
                session_id,
                convened_on=convened_on,
                outgoing_no=part.outgoing_no,
                accept=ACCEPT_ALL,
                at=at,
            )
        )
    Arrivals(register, timeline, session_id, people).enter(part, opened)
    with place("session.opened_at"):
        done(open_session(db, session_id, when=opened, accept=ACCEPT_ALL, at=at))
    with place("session.agenda_vote"):
        if part.agenda_vote is not None:
            course.vote_agenda(part.agenda_vote)
    for n, (item, item_id) in enumerate(zip(part.agenda, item_ids, strict=True)):
        course.replay(f"session.agenda[{n}]", item, item_id)
    _close(register, part, timeline, session_id)
    return session_id


def _create(register: Register, part: SessionPart, starts_at: datetime) -> str:
    data = SessionData(
        starts_at=starts_at,
        number=part.number,
        kind=part.kind,
        form=part.form,
        topic=part.topic,
        ground=part.ground,
        place=part.place,
        chair_person_id=register.find("person", part.chair),
        minutes_taker_person_id=register.find("person", part.minutes_taker),
        funding_project=part.funding_project,
    )
    made = create_session(
        register.db,
        register.mechanism_id,
        data,
        with_items=False,
        accept=ACCEPT_ALL,
        at=register.at,
    )
    return done(made)


def _close(register: Register, part: SessionPart, timeline: Timeline, session_id: str) -> None:
    db, at = register.db, register.at
    with place("session.closed_at"):
        closed = timeline.hour(part.closed_at) or timeline.now
        timeline.move_until(closed, with_equal=True)
        timeline.tick(closed)
        if timeline.movements:
            raise InputRefused("file.time_order", place=timeline.movements[0].where)
    with place("session.next_session_at"):
        if part.next_session_at is not None:
            set_next_session(db, session_id, local_moment(part.next_session_at), at=at)
    with place("session"):
        done(close_session(db, session_id, when=closed, accept=ACCEPT_ALL, at=at))
