"""A session, its agenda and the people in the room (domain reference, section 4.2)."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped

from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    AttendanceCapacity,
    AttendanceMode,
    AttendanceStatus,
    SessionForm,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.store.tables.base import INT, PER, PUB, SPC, Synced, col


class Session(Synced):
    """A dated meeting (заседание) with minutes."""

    __tablename__ = "session"

    mechanism_id: Mapped[str] = col(PUB, fk="mechanism.id", index=True)
    number: Mapped[int] = col(PUB)
    kind: Mapped[SessionKind] = col(PUB, SessionKind, default=SessionKind.REGULAR)
    topic: Mapped[str] = col(PUB, default="", export=False)
    starts_at: Mapped[datetime] = col(PUB)
    opened_at: Mapped[datetime | None] = col(PUB)
    ends_at: Mapped[datetime | None] = col(PUB)
    form: Mapped[SessionForm] = col(PUB, SessionForm, default=SessionForm.IN_PERSON)
    place: Mapped[str] = col(PUB, default="", export=False)
    chair_person_id: Mapped[str | None] = col(PUB, fk="person.id")
    minutes_taker_person_id: Mapped[str | None] = col(PUB, fk="person.id")
    rules_id: Mapped[str | None] = col(PUB, fk="mechanism_rules.id")
    """Version of the rules, frozen at opening."""
    convened_on: Mapped[date | None] = col(PUB)
    outgoing_no: Mapped[str] = col(PUB, default="", export=False)
    status: Mapped[SessionStatus] = col(PUB, SessionStatus, default=SessionStatus.DRAFT)
    status_reason: Mapped[str] = col(INT, default="", export=False)
    next_session_at: Mapped[datetime | None] = col(PUB)
    entitled: Mapped[int | None] = col(PUB)
    """Voting seats or voting members that the quorum was computed from, frozen at opening."""
    quorum_needed: Mapped[int | None] = col(PUB)
    entered_later: Mapped[bool] = col(PUB, default=False)
    funding_project: Mapped[str] = col(PUB, default="")
    agenda_adopted_at: Mapped[datetime | None] = col(PUB)
    agenda_snapshot: Mapped[str] = col(SPC, Text(), merge="quiet", default="")
    """The agenda as it was adopted, as canonical JSON."""
    ground: Mapped[str] = col(INT, default="", export=False)
    """Why it is called, for an extraordinary one or a written procedure."""
    answers_due_at: Mapped[datetime | None] = col(PUB)
    """Until when votes are taken in a written procedure."""
    quorum_reduced_at: Mapped[datetime | None] = col(PUB)
    """From when on the smaller quorum after waiting holds."""
    calendar_sequence: Mapped[int | None] = col(INT, merge="quiet", export=False)
    """SEQUENCE of the last calendar file; None: none was made."""
    template_id: Mapped[str | None] = col(INT, export=False)


class AgendaItem(Synced):
    """One point of the agenda. Its place is a text key; the printed number is computed."""

    __tablename__ = "agenda_item"

    session_id: Mapped[str] = col(PUB, fk="session.id", index=True)
    order_key: Mapped[str] = col(PUB, merge="quiet", default="")
    kind: Mapped[AgendaItemKind] = col(PUB, AgendaItemKind)
    title: Mapped[str] = col(PUB, default="", export=False)
    """Inner title, for the room and the full edition; generated for case items."""
    public_title: Mapped[str] = col(PUB, default="")
    rapporteur_person_id: Mapped[str | None] = col(PUB, fk="person.id")
    rapporteur_text: Mapped[str] = col(PUB, default="", export=False)
    case_id: Mapped[str | None] = col(INT, fk="case.id", index=True)
    closed_part: Mapped[bool] = col(PUB, default=False)
    status: Mapped[AgendaItemStatus] = col(
        PUB, AgendaItemStatus, group="status", default=AgendaItemStatus.WAITING
    )
    status_reason: Mapped[str] = col(INT, default="", export=False)
    added_at_session: Mapped[bool] = col(PUB, default=False)
    planned_minutes: Mapped[int | None] = col(INT)
    started_at: Mapped[datetime | None] = col(INT)
    finished_at: Mapped[datetime | None] = col(INT)
    carried_from_id: Mapped[str | None] = col(INT)
    reporting_text: Mapped[str] = col(SPC, merge="long", default="")
    """What was reported, as one text; beside the timed discussion lines."""
    proposed_by_attendance_id: Mapped[str | None] = col(INT, export=False)
    """Who asked for it, or for its withdrawal, in the hall."""
    minutes_id: Mapped[str | None] = col(INT, export=False)
    """For the adoption of minutes: the exact version."""
    speech_seconds: Mapped[int | None] = col(INT, export=False)
    """Time of one speaker, when it differs from the mechanism's."""


class Guest(Synced):
    """An invited person without a vote; the row never travels."""

    __tablename__ = "guest"

    session_id: Mapped[str] = col(INT, fk="session.id", index=True, export=False)
    name: Mapped[str] = col(PER, default="")
    organisation: Mapped[str] = col(PER, default="")
    position: Mapped[str] = col(PER, default="")
    institution_id: Mapped[str | None] = col(INT, fk="institution.id", export=False)
    item_ids: Mapped[list[str]] = col(INT, export=False)
    stays_for_closed: Mapped[bool] = col(INT, default=False, export=False)
    stays_reason: Mapped[str] = col(INT, default="", export=False)
    declaration_signed: Mapped[bool] = col(INT, default=False, export=False)


class Attendance(Synced):
    """One expected or actual participant of a session.

    A member is the row of their mandate; a substitute is an own row that represents a mandate;
    a guest is the row of the guest.
    """

    __tablename__ = "attendance"

    session_id: Mapped[str] = col(INT, fk="session.id", index=True)
    roll_no: Mapped[int] = col(INT, merge="quiet", default=0)
    person_id: Mapped[str | None] = col(INT, fk="person.id")
    guest_id: Mapped[str | None] = col(INT)
    """No foreign key: rows of guests do not travel."""
    mandate_id: Mapped[str | None] = col(INT, fk="mandate.id")
    represents_mandate_id: Mapped[str | None] = col(INT, fk="mandate.id")
    authorisation: Mapped[str] = col(INT, default="", export=False)
    institution_id: Mapped[str | None] = col(INT, fk="institution.id")
    capacity: Mapped[AttendanceCapacity] = col(INT, AttendanceCapacity)
    votes: Mapped[bool] = col(INT, default=False)
    """Whether this seat has a vote that day; derived when the roll is made, then frozen."""
    status: Mapped[AttendanceStatus] = col(INT, AttendanceStatus, default=AttendanceStatus.EXPECTED)
    mode: Mapped[AttendanceMode] = col(INT, AttendanceMode, default=AttendanceMode.IN_PERSON)
    signed_sheet: Mapped[bool] = col(INT, default=False)
    excuse: Mapped[str] = col(PER, default="")
    declaration_signed: Mapped[bool] = col(INT, default=False, export=False)
    """Whether the duty of confidentiality was accepted for this session."""


class PresenceInterval(Synced):
    """One stay in the room; no `to_at` means still there (or until the closing)."""

    __tablename__ = "presence_interval"

    attendance_id: Mapped[str] = col(INT, fk="attendance.id", index=True)
    from_at: Mapped[datetime] = col(INT)
    to_at: Mapped[datetime | None] = col(INT)


class Recusal(Synced):
    """A member who takes no part in one item because of a conflict of interest (отвод)."""

    __tablename__ = "recusal"

    item_id: Mapped[str] = col(INT, fk="agenda_item.id", index=True)
    attendance_id: Mapped[str] = col(INT, fk="attendance.id")
    reason: Mapped[str] = col(SPC, default="")
    left_at: Mapped[datetime | None] = col(INT, group="hall")
    """When they went out for the item; they stay in the quorum, as the rules say."""
    returned_at: Mapped[datetime | None] = col(INT, group="hall")


class DiscussionLine(Synced):
    """One line of the discussion; it never travels, `private` lines are in no output at all."""

    __tablename__ = "discussion_line"

    item_id: Mapped[str] = col(INT, fk="agenda_item.id", index=True, export=False)
    at: Mapped[datetime] = col(INT, export=False)
    speaker_attendance_id: Mapped[str | None] = col(SPC)
    text: Mapped[str] = col(SPC, merge="long", default="")
    private: Mapped[bool] = col(INT, default=False, export=False)
    entered_later: Mapped[bool] = col(INT, default=False, export=False)


class Proposal(Synced):
    """A proposal for a decision, with its proposer; it never travels."""

    __tablename__ = "proposal"

    item_id: Mapped[str] = col(INT, fk="agenda_item.id", index=True, export=False)
    n: Mapped[int] = col(INT, default=1, export=False)
    proposer_attendance_id: Mapped[str | None] = col(SPC)
    text: Mapped[str] = col(SPC, merge="long", default="")
