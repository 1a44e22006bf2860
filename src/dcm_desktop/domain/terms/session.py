"""Words of sessions, votes, decisions, tasks and minutes."""

from enum import StrEnum


class SessionKind(StrEnum):
    """Kind of a session (заседание)."""

    REGULAR = "regular"
    EXTRAORDINARY = "extraordinary"
    THEMATIC = "thematic"
    CONSTITUENT = "constituent"
    ANNUAL = "annual"
    WORKING_MEETING = "working_meeting"
    WRITTEN = "written"


class SessionForm(StrEnum):
    """How people take part."""

    IN_PERSON = "in_person"
    REMOTE = "remote"
    MIXED = "mixed"


class SessionStatus(StrEnum):
    """Life of a session."""

    DRAFT = "draft"
    CONVENED = "convened"
    OPEN = "open"
    ADJOURNED = "adjourned"
    HELD = "held"
    NO_QUORUM = "no_quorum"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class SessionAction(StrEnum):
    """What can be done to a session."""

    CONVENE = "convene"
    OPEN = "open"
    ADJOURN = "adjourn"
    RESUME = "resume"
    CLOSE = "close"
    FAIL_QUORUM = "fail_quorum"
    POSTPONE = "postpone"
    CANCEL = "cancel"
    RESCHEDULE = "reschedule"


class MinutesStatus(StrEnum):
    """Life of a version of the minutes."""

    DRAFT = "draft"
    REVIEW = "review"
    CIRCULATED = "circulated"
    APPROVED = "approved"
    SIGNED = "signed"


class AgendaItemKind(StrEnum):
    """Kind of an agenda item."""

    FORMAL = "formal"
    REPORT = "report"
    CASE = "case"
    INSTITUTION_CLOSURE = "institution_closure"
    SERVICE_INFO = "service_info"
    TRAINING = "training"
    POLICY = "policy"
    ORGANISATIONAL = "organisational"
    MISC = "misc"


class AgendaItemStatus(StrEnum):
    """Life of an agenda item."""

    WAITING = "waiting"
    RUNNING = "running"
    DISCUSSED = "discussed"
    DECIDED = "decided"
    POSTPONED = "postponed"
    WITHDRAWN = "withdrawn"


class ItemAction(StrEnum):
    """What can be done to an agenda item."""

    START = "start"
    PAUSE = "pause"
    DISCUSS = "discuss"
    DECIDE = "decide"
    POSTPONE = "postpone"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


class AttendanceCapacity(StrEnum):
    """In which capacity somebody takes part in a session."""

    PERMANENT = "permanent"
    ASSOCIATE = "associate"
    SUBSTITUTE = "substitute"
    COORDINATOR = "coordinator"
    GUEST = "guest"


class AttendanceStatus(StrEnum):
    """Whether somebody came."""

    EXPECTED = "expected"
    PRESENT = "present"
    ABSENT_EXCUSED = "absent_excused"
    ABSENT_UNEXCUSED = "absent_unexcused"
    REPRESENTED = "represented"


class AttendanceMode(StrEnum):
    """In the hall or at a distance."""

    IN_PERSON = "in_person"
    REMOTE = "remote"


class VoteSubject(StrEnum):
    """What is voted on."""

    AGENDA = "agenda"
    ADDED_ITEM = "added_item"
    DECISION = "decision"


class VoteMethod(StrEnum):
    """How votes are collected."""

    SHOW_OF_HANDS = "show_of_hands"
    ROLL_CALL = "roll_call"
    SECRET = "secret"  # noqa: S105 - a way of voting, not a credential
    CONSENSUS = "consensus"
    WRITTEN = "written"


class VoteChoice(StrEnum):
    """One member's vote, by name only where the rules allow."""

    FOR = "for"
    AGAINST = "against"
    ABSTAIN = "abstain"
    NOT_VOTING = "not_voting"


class VoteResult(StrEnum):
    """Outcome of a vote, always computed."""

    ADOPTED = "adopted"
    REJECTED = "rejected"


class DecisionKind(StrEnum):
    """Kind of a decision."""

    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    NOTED = "noted"
    COMMITMENT = "commitment"
    OPINION = "opinion"


class DecisionStatus(StrEnum):
    """Life of a decision."""

    DRAFT = "draft"
    REJECTED = "rejected"
    IN_FORCE = "in_force"
    FULFILLED = "fulfilled"
    PARTLY = "partly"
    NOT_FULFILLED = "not_fulfilled"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class ActionItemStatus(StrEnum):
    """Life of a task; overdue is computed, never stored."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"
    CARRIED_OVER = "carried_over"


class PledgeKind(StrEnum):
    """Kind of promised material support."""

    GOODS = "goods"
    MONEY = "money"
    SERVICE = "service"
    PLACE = "place"
    OTHER = "other"


class MembershipChangeKind(StrEnum):
    """What a decision does to a mandate."""

    START = "start"
    END = "end"
