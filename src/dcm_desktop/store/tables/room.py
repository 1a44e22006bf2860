"""What prepares and accompanies a session: templates, inbox, notices, files, breaks, commitments.

Rows here stay in the district, except task reports, breaks and commitments by their codes and
dates: what was said and by whom never travels.
"""

from datetime import date, datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped

from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AttachmentAccess,
    AttachmentOwner,
    BreakKind,
    ExpectedAnswer,
    InboxStatus,
    NoticeWay,
    NoticeWhat,
    Principle,
    PrincipleAnswer,
    RoomEventKind,
    ScheduleRule,
    SessionForm,
    SessionKind,
    TaskReportOutcome,
    VoteChoice,
)
from dcm_desktop.store.tables.base import INT, PER, SPC, Synced, col


class SessionSchedule(Synced):
    """Rule by which the day of the next session is found. One row per mechanism."""

    __tablename__ = "session_schedule"

    mechanism_id: Mapped[str] = col(INT, fk="mechanism.id", index=True, export=False)
    rule: Mapped[ScheduleRule] = col(INT, ScheduleRule, group="rule", export=False)
    nth: Mapped[int | None] = col(INT, group="rule", export=False)
    """1 to 4, 5 = the last one of the month."""
    weekday: Mapped[int | None] = col(INT, group="rule", export=False)
    """0 = Monday."""
    day: Mapped[int | None] = col(INT, group="rule", export=False)
    every_months: Mapped[int] = col(INT, group="rule", default=1, export=False)
    hour_minute: Mapped[str] = col(INT, default="10:00", export=False)
    place: Mapped[str] = col(INT, default="", export=False)


class SessionTemplate(Synced):
    """A prepared agenda with kind, form and place; sessions are copies that it never changes."""

    __tablename__ = "session_template"

    mechanism_id: Mapped[str] = col(INT, fk="mechanism.id", index=True, export=False)
    name: Mapped[str] = col(INT, default="", export=False)
    kind: Mapped[SessionKind] = col(INT, SessionKind, default=SessionKind.REGULAR, export=False)
    form: Mapped[SessionForm] = col(INT, SessionForm, default=SessionForm.IN_PERSON, export=False)
    place: Mapped[str] = col(INT, default="", export=False)
    hour_minute: Mapped[str] = col(INT, default="", export=False)
    is_default: Mapped[bool] = col(INT, default=False, export=False)


class TemplateItem(Synced):
    """One point of a template; standing points are put in by themselves."""

    __tablename__ = "template_item"

    template_id: Mapped[str] = col(INT, fk="session_template.id", index=True, export=False)
    order_key: Mapped[str] = col(INT, merge="quiet", default="", export=False)
    kind: Mapped[AgendaItemKind] = col(INT, AgendaItemKind, export=False)
    title: Mapped[str] = col(INT, default="", export=False)
    public_title: Mapped[str] = col(INT, default="", export=False)
    rapporteur_text: Mapped[str] = col(INT, default="", export=False)
    closed_part: Mapped[bool] = col(INT, default=False, export=False)
    planned_minutes: Mapped[int | None] = col(INT, export=False)


class InboxEntry(Synced):
    """A case, task or topic that waits for a session; building an agenda moves it, never copies."""

    __tablename__ = "inbox_entry"

    mechanism_id: Mapped[str] = col(INT, fk="mechanism.id", index=True, export=False)
    kind: Mapped[AgendaItemKind] = col(INT, AgendaItemKind, export=False)
    title: Mapped[str] = col(SPC, default="")
    case_id: Mapped[str | None] = col(INT, fk="case.id", export=False)
    task_id: Mapped[str | None] = col(INT, export=False)
    note: Mapped[str] = col(SPC, default="")
    planned_minutes: Mapped[int | None] = col(INT, export=False)
    status: Mapped[InboxStatus] = col(
        INT, InboxStatus, group="status", default=InboxStatus.WAITING, export=False
    )
    item_id: Mapped[str | None] = col(INT, group="status", export=False)
    reason: Mapped[str] = col(SPC, group="status", default="")


class Attachment(Synced):
    """A file kept in the store; its bytes are in `AttachmentContent` under the same hash."""

    __tablename__ = "attachment"

    owner_kind: Mapped[AttachmentOwner] = col(INT, AttachmentOwner, export=False)
    owner_id: Mapped[str] = col(INT, index=True, export=False)
    order_key: Mapped[str] = col(INT, merge="quiet", default="", export=False)
    title: Mapped[str] = col(SPC, default="")
    file_name: Mapped[str] = col(SPC, default="")
    media_type: Mapped[str] = col(INT, default="", export=False)
    """By content, never by the name."""
    size: Mapped[int] = col(INT, default=0, export=False)
    pages: Mapped[int | None] = col(INT, export=False)
    sha256: Mapped[str] = col(INT, default="", export=False)
    access: Mapped[AttachmentAccess] = col(
        INT, AttachmentAccess, default=AttachmentAccess.CONFIDENTIAL, export=False
    )
    dated_on: Mapped[date | None] = col(INT, export=False)


class Notice(Synced):
    """Proof that somebody was told of a session: what, when, by which way, by whom."""

    __tablename__ = "notice"

    session_id: Mapped[str] = col(INT, fk="session.id", index=True, export=False)
    person_id: Mapped[str | None] = col(INT, fk="person.id", export=False)
    institution_id: Mapped[str | None] = col(INT, fk="institution.id", export=False)
    what: Mapped[NoticeWhat] = col(INT, NoticeWhat, export=False)
    way: Mapped[NoticeWay] = col(INT, NoticeWay, export=False)
    sent_on: Mapped[date] = col(INT, export=False)
    sent_by: Mapped[str] = col(INT, default="", export=False)
    note: Mapped[str] = col(PER, default="")


class ExpectedAttendance(Synced):
    """What a member said on the telephone; it pre-fills the roll call and never counts."""

    __tablename__ = "expected_attendance"

    session_id: Mapped[str] = col(INT, fk="session.id", index=True, export=False)
    mandate_id: Mapped[str] = col(INT, fk="mandate.id", export=False)
    answer: Mapped[ExpectedAnswer] = col(INT, ExpectedAnswer, group="answer", export=False)
    substitute_person_id: Mapped[str | None] = col(INT, group="answer", export=False)
    reason: Mapped[str] = col(PER, group="answer", default="")
    told_at: Mapped[datetime | None] = col(INT, group="answer", export=False)


class SessionBreak(Synced):
    """The session stood still: a break, until another day, or the laptop failed."""

    __tablename__ = "session_break"

    session_id: Mapped[str] = col(INT, fk="session.id", index=True)
    kind: Mapped[BreakKind] = col(INT, BreakKind, default=BreakKind.BREAK)
    from_at: Mapped[datetime] = col(INT)
    to_at: Mapped[datetime | None] = col(INT)
    planned_to_at: Mapped[datetime | None] = col(INT)
    reason: Mapped[str] = col(SPC, default="")


class RoomEvent(Synced):
    """One line of the session's own log; the records themselves tell the rest."""

    __tablename__ = "room_event"

    session_id: Mapped[str] = col(INT, fk="session.id", index=True, export=False)
    item_id: Mapped[str | None] = col(INT, export=False)
    kind: Mapped[RoomEventKind] = col(INT, RoomEventKind, export=False)
    at: Mapped[datetime] = col(INT, export=False)
    """When it happened in the room; `created_at` says when it was entered."""
    until_at: Mapped[datetime | None] = col(INT, export=False)
    present: Mapped[int | None] = col(INT, export=False)
    needed: Mapped[int | None] = col(INT, export=False)
    answer: Mapped[str] = col(INT, default="", export=False)
    """What the operator chose when asked, as a code; empty: not answered."""
    in_minutes: Mapped[bool] = col(INT, default=False, export=False)
    note: Mapped[str] = col(SPC, default="")


class Proxy(Synced):
    """A member votes also for an absent one, where the rules allow it."""

    __tablename__ = "proxy"

    session_id: Mapped[str] = col(INT, fk="session.id", index=True, export=False)
    giver_mandate_id: Mapped[str] = col(INT, fk="mandate.id", export=False)
    holder_attendance_id: Mapped[str] = col(INT, export=False)
    document: Mapped[str] = col(INT, default="", export=False)


class Speech(Synced):
    """Somebody waits for the floor, has it, or had it. Seconds are of the timer."""

    __tablename__ = "speech"

    session_id: Mapped[str] = col(INT, fk="session.id", index=True, export=False)
    item_id: Mapped[str] = col(INT, index=True, export=False)
    attendance_id: Mapped[str] = col(INT, export=False)
    order_key: Mapped[str] = col(INT, merge="quiet", default="", export=False)
    allowed_seconds: Mapped[int | None] = col(INT, export=False)
    started_at: Mapped[datetime | None] = col(INT, group="course", export=False)
    paused_at: Mapped[datetime | None] = col(INT, group="course", export=False)
    paused_seconds: Mapped[int] = col(INT, group="course", default=0, export=False)
    ended_at: Mapped[datetime | None] = col(INT, group="course", export=False)


class Commitment(Synced):
    """An institution undertakes something, declared aloud by a person (поет ангажимент).

    Neither a task given by a decision nor a vote; what it becomes is an `ActionItem` that points
    back, so that it is followed and reported like any other.
    """

    __tablename__ = "commitment"

    mechanism_id: Mapped[str] = col(INT, fk="mechanism.id", index=True)
    session_id: Mapped[str] = col(INT, fk="session.id", index=True)
    item_id: Mapped[str] = col(INT, fk="agenda_item.id", index=True)
    decision_id: Mapped[str | None] = col(INT)
    case_id: Mapped[str | None] = col(INT, fk="case.id", index=True)
    institution_id: Mapped[str | None] = col(INT, fk="institution.id")
    what: Mapped[str] = col(SPC, merge="long", default="")
    due_on: Mapped[date | None] = col(INT, group="term")
    next_session: Mapped[bool] = col(INT, group="term", default=False)
    standing: Mapped[bool] = col(INT, group="term", default=False)
    declared_by_attendance_id: Mapped[str | None] = col(INT, export=False)
    declared_at: Mapped[datetime] = col(INT)
    task_id: Mapped[str | None] = col(INT)


class Dissent(Synced):
    """A different opinion annexed to the minutes (особено мнение)."""

    __tablename__ = "dissent"

    session_id: Mapped[str] = col(INT, fk="session.id", index=True, export=False)
    decision_id: Mapped[str] = col(INT, index=True, export=False)
    attendance_id: Mapped[str] = col(INT, export=False)
    text: Mapped[str] = col(SPC, merge="long", default="")
    promised_by: Mapped[date | None] = col(INT, export=False)
    """„Ще представи до …“, while there is no text."""


class WrittenAnswer(Synced):
    """One member's answer in a written procedure, as it came by telephone, paper or e-mail."""

    __tablename__ = "written_answer"

    item_id: Mapped[str] = col(INT, fk="agenda_item.id", index=True, export=False)
    attendance_id: Mapped[str] = col(INT, export=False)
    choice: Mapped[VoteChoice] = col(INT, VoteChoice, group="answer", export=False)
    way: Mapped[NoticeWay] = col(INT, NoticeWay, group="answer", export=False)
    received_at: Mapped[datetime] = col(INT, group="answer", export=False)
    remark: Mapped[str] = col(SPC, default="")


class Phrase(Synced):
    """A ready phrase of the district; `text` may hold placeholders in braces."""

    __tablename__ = "phrase"

    mechanism_id: Mapped[str] = col(INT, fk="mechanism.id", index=True, export=False)
    key: Mapped[str] = col(INT, default="", export=False)
    text: Mapped[str] = col(INT, default="", export=False)
    kinds: Mapped[list[str]] = col(INT, export=False)
    """Kinds of items it is offered for; empty: all."""
    order_key: Mapped[str] = col(INT, merge="quiet", default="", export=False)


class HallMessage(Synced):
    """One of the prepared messages for the hall."""

    __tablename__ = "hall_message"

    mechanism_id: Mapped[str] = col(INT, fk="mechanism.id", index=True, export=False)
    n: Mapped[int] = col(INT, default=1, export=False)
    text: Mapped[str] = col(INT, default="", export=False)


class TaskReport(Synced):
    """What was reported about a task at one session: outcome, one line, who said it."""

    __tablename__ = "task_report"

    task_id: Mapped[str] = col(INT, fk="action_item.id", index=True)
    session_id: Mapped[str | None] = col(INT, fk="session.id", index=True)
    item_id: Mapped[str | None] = col(INT)
    outcome: Mapped[TaskReportOutcome] = col(INT, TaskReportOutcome)
    reported_at: Mapped[datetime] = col(INT)
    reported_by_attendance_id: Mapped[str | None] = col(INT, export=False)
    line: Mapped[str] = col(SPC, default="")
    new_due_on: Mapped[date | None] = col(INT)


class PrincipleCheck(Synced):
    """Answer to one of the ten checks of a case review (контролен лист)."""

    __tablename__ = "principle_check"

    review_id: Mapped[str] = col(INT, fk="case_review.id", index=True, export=False)
    principle: Mapped[Principle] = col(INT, Principle, export=False)
    answer: Mapped[PrincipleAnswer | None] = col(SPC, PrincipleAnswer, group="answer")
    reason: Mapped[str] = col(SPC, group="answer", default="")
    notes: Mapped[str] = col(SPC, Text(), default="")
    """Sub-notes as canonical JSON by code: the seven factors, support tried, how it was heard …"""
