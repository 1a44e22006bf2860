"""All tables of the store. Import them from here."""

from dcm_desktop.store.tables.base import (
    Base,
    Sens,
    Synced,
    col,
    merge_groups,
    synced_columns,
    synced_tables,
)
from dcm_desktop.store.tables.case import (
    Case,
    CaseReview,
    CaseStatusChange,
    Child,
    Family,
    FamilyAddress,
    FamilyMember,
    FamilyMembership,
    Individual,
    IndividualName,
    Tie,
)
from dcm_desktop.store.tables.change import (
    Act,
    Exchange,
    Held,
    KnownDevice,
    LogChange,
    LogWord,
    Peer,
    RecordState,
    Replica,
    Sibling,
)
from dcm_desktop.store.tables.decision import (
    ActionItem,
    Decision,
    MembershipChange,
    Minutes,
    NamedVote,
    Pledge,
    Vote,
)
from dcm_desktop.store.tables.local import (
    AttachmentContent,
    Audit,
    Draft,
    IssuedPaper,
    Meta,
    OwnDevice,
    Place,
    User,
)
from dcm_desktop.store.tables.mandate import Mandate, MandateSubstitute
from dcm_desktop.store.tables.mechanism import Institution, Mechanism, MechanismRules, Person
from dcm_desktop.store.tables.room import (
    Attachment,
    Commitment,
    Dissent,
    ExpectedAttendance,
    HallMessage,
    InboxEntry,
    Notice,
    Phrase,
    PrincipleCheck,
    Proxy,
    RoomEvent,
    SessionBreak,
    SessionSchedule,
    SessionTemplate,
    Speech,
    TaskReport,
    TemplateItem,
    WrittenAnswer,
)
from dcm_desktop.store.tables.session import (
    AgendaItem,
    Attendance,
    DiscussionLine,
    Guest,
    PresenceInterval,
    Proposal,
    Recusal,
    Session,
)

__all__ = [
    "Act", "ActionItem", "AgendaItem", "Attachment", "AttachmentContent", "Attendance", "Audit",
    "Base", "Case", "CaseReview", "CaseStatusChange", "Child", "Commitment", "Decision",
    "DiscussionLine", "Dissent", "Draft", "Exchange", "ExpectedAttendance", "Family",
    "FamilyAddress", "FamilyMember", "FamilyMembership", "Guest", "HallMessage", "Held",
    "InboxEntry", "Individual", "IndividualName", "Institution", "IssuedPaper", "KnownDevice",
    "LogChange", "LogWord", "Mandate", "MandateSubstitute", "Mechanism", "MechanismRules",
    "MembershipChange", "Meta", "Minutes", "NamedVote", "Notice", "OwnDevice", "Peer", "Person",
    "Phrase", "Place", "Pledge", "PresenceInterval", "PrincipleCheck", "Proposal", "Proxy",
    "RecordState", "Recusal", "Replica", "RoomEvent", "Sens", "Session", "SessionBreak",
    "SessionSchedule", "SessionTemplate", "Sibling", "Speech", "Synced", "TaskReport",
    "TemplateItem", "Tie", "User", "Vote", "WrittenAnswer", "col", "merge_groups",
    "synced_columns", "synced_tables",
]  # fmt: skip
