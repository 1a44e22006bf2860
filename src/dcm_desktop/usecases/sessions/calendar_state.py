"""SEQUENCE of the calendar file of a session: it grows when members must hear of a change.

before = calendar_state(session)
...                                 # the change
grow_calendar(session, before)
"""

from dcm_desktop.domain.terms import SessionStatus
from dcm_desktop.store.tables import Session

_OFF = (SessionStatus.CANCELLED, SessionStatus.POSTPONED)


def is_off(session: Session) -> bool:
    """Whether the entry goes out of the calendars: cancelled, or put off with no new date."""
    return session.status in _OFF


def calendar_state(session: Session) -> tuple[object, ...]:
    """What members must hear of when it changes: date, hour, place, form, whether it will be."""
    return (session.starts_at, session.ends_at, session.place, session.form, is_off(session))


def grow_calendar(session: Session, before: tuple[object, ...]) -> None:
    """Count a change made after a calendar file was made; `before` is the state before it."""
    if session.calendar_sequence is not None and calendar_state(session) != before:
        session.calendar_sequence += 1
