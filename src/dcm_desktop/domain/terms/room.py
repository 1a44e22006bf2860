"""Words of the session room: convening, breaks, commitments, written answers, the checklist."""

from enum import StrEnum


class NoticeWhat(StrEnum):
    """What a member was told."""

    INVITATION = "invitation"
    MATERIALS = "materials"
    CHANGE = "change"
    REMINDER = "reminder"
    CANCELLATION = "cancellation"


class NoticeWay(StrEnum):
    """By which way something reached somebody."""

    EMAIL = "email"
    PHONE = "phone"
    PAPER = "paper"
    IN_PERSON = "in_person"
    OTHER = "other"


class ExpectedAnswer(StrEnum):
    """What a member said beforehand; it never counts as presence."""

    WILL_COME = "will_come"
    WONT_COME = "wont_come"
    SENDS_SUBSTITUTE = "sends_substitute"


class ScheduleRule(StrEnum):
    """How the day of the next session is found."""

    NTH_WEEKDAY = "nth_weekday"
    DAY_OF_MONTH = "day_of_month"


class BreakKind(StrEnum):
    """Why a session stood still."""

    BREAK = "break"
    ANOTHER_DAY = "another_day"
    OUTAGE = "outage"


class RoomEventKind(StrEnum):
    """What the log of a session keeps beside the records themselves."""

    QUORUM_LOST = "quorum_lost"
    QUORUM_GAINED = "quorum_gained"
    QUORUM_REDUCED = "quorum_reduced"
    INTERRUPTED = "interrupted"
    RESUMED_AFTER_INTERRUPTION = "resumed_after_interruption"
    CLOCK_JUMPED = "clock_jumped"
    CLOSED_PART_BEGUN = "closed_part_begun"
    CLOSED_PART_ENDED = "closed_part_ended"
    AGENDA_CHANGED = "agenda_changed"
    REPLANNED = "replanned"


class InboxStatus(StrEnum):
    """Life of a topic that waits for a session."""

    WAITING = "waiting"
    MOVED = "moved"
    DROPPED = "dropped"


class AttachmentOwner(StrEnum):
    """To what kind of record a file belongs."""

    ITEM = "agenda_item"
    SESSION = "session"
    CASE = "case"
    MINUTES = "minutes"
    MANDATE = "mandate"


class AttachmentAccess(StrEnum):
    """Who may see a file."""

    PUBLIC = "public"
    MEMBERS = "members"
    CONFIDENTIAL = "confidential"


class TaskReportOutcome(StrEnum):
    """What was reported about a task at a session."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    MOVED = "moved"
    CANCELLED = "cancelled"


class Principle(StrEnum):
    """The ten checks of a case review (domain reference, section 4.4)."""

    P01 = "P01"
    P02 = "P02"
    P03 = "P03"
    P04 = "P04"
    P05 = "P05"
    P06 = "P06"
    P07 = "P07"
    P08 = "P08"
    P09 = "P09"
    P10 = "P10"


class PrincipleAnswer(StrEnum):
    """Answer to one check."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_APPLICABLE = "na"
    UNKNOWN = "unknown"
