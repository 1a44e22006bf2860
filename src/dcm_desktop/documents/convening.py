"""What calendar file, hall papers and the statement of no quorum say, as frozen data.

Titles are public ones, cases appear by their code on paper and not at all in the calendar.
"""

from dataclasses import dataclass
from datetime import date, datetime

from dcm_desktop.documents.models import CHAIR, MINUTES_TAKER, Body, Signatory
from dcm_desktop.documents.papers import AgendaLine, AttendanceSheetModel
from dcm_desktop.domain.terms import SessionForm, SessionKind


@dataclass(frozen=True, slots=True)
class CalendarModel:
    """One session for the members' calendars. Moments are aware; `stamp` is when it was made.

    `organiser` and `attendees` are (name, e-mail) of officials; an empty e-mail leaves an
    attendee out. `uid` never changes, `sequence` grows with each change that members must know.
    """

    body: Body
    uid: str
    number: int
    kind: SessionKind
    form: SessionForm
    starts_at: datetime
    ends_at: datetime
    stamp: datetime
    sequence: int = 0
    cancelled: bool = False
    place: str = ""
    topic: str = ""
    agenda: tuple[AgendaLine, ...] = ()
    contact: str = ""
    organiser: tuple[str, str] = ("", "")
    attendees: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SlipsModel:
    """Numbered voting slips: one for each vote that may be cast, and some to spare."""

    body: Body
    number: int
    kind: SessionKind
    starts_at: datetime
    votes: int
    spare: int = 5
    item: int | None = None
    """Printed on the slips; without it there is a place to write the number of the item."""
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class HallKitModel:
    """The papers for the hall in one file: agenda, attendance sheet, slips, blank minutes.

    `with_slips` leaves the slips out where the members are never in one room.
    """

    body: Body
    number: int
    kind: SessionKind
    form: SessionForm
    starts_at: datetime
    agenda: tuple[AgendaLine, ...]
    sheet: AttendanceSheetModel
    slips: SlipsModel | None = None
    place: str = ""
    topic: str = ""
    members: int = 0
    quorum: int = 0
    chair: Signatory = CHAIR
    minutes_taker: Signatory = MINUTES_TAKER
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class StatementModel:
    """That a session did not take place: who came, how many were needed, when it will be.

    `came` and `missing` are (name, office) as printed. `stated_at` is the hour of the statement.
    """

    body: Body
    number: int
    kind: SessionKind
    form: SessionForm
    starts_at: datetime
    stated_at: datetime
    seats: int
    present: int
    needed: int
    came: tuple[tuple[str, str], ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    place: str = ""
    topic: str = ""
    reason: str = ""
    next_number: int | None = None
    next_at: datetime | None = None
    next_place: str = ""
    items_left: int = 0
    chair: Signatory = CHAIR
    minutes_taker: Signatory = MINUTES_TAKER
    made_on: date | None = None
