"""What invitation, attendance sheet and recovery sheet say, as frozen data (see `models`)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dcm_desktop.documents.models import CHAIR, Body, Signatory
from dcm_desktop.domain.terms import (
    GrammaticalGender,
    NoticeWay,
    NoticeWhat,
    SessionForm,
    SessionKind,
)


@dataclass(frozen=True, slots=True)
class SentLine:
    """One entry of the notice log: what was sent when, by which way, by whom."""

    what: NoticeWhat
    sent_on: date
    way: NoticeWay
    sent_by: str = ""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who gets a letter. `surname`, `post` and `gender` make the greeting.

    `sent` is what the list of addressees says about the ways it went.
    """

    name: str
    surname: str
    post: str = ""
    institution: str = ""
    gender: GrammaticalGender | None = None
    sent: tuple[SentLine, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One point of the proposed agenda. `title` is the one that may leave the house."""

    number: int
    title: str
    rapporteur: str = ""
    is_case: bool = False
    """Its materials are never sent with the invitation."""
    has_materials: bool = False


@dataclass(frozen=True, slots=True)
class InvitationModel:
    """Invitation to a session: one letter per addressee and the list of addressees.

    `ground` is the legal ground as in „На основание …“, `contact` one line (name, telephone,
    e-mail); `materials_on` the day the materials follow when they are not attached.
    """

    body: Body
    number: int
    kind: SessionKind
    form: SessionForm
    starts_at: datetime
    place: str = ""
    topic: str = ""
    ground: str = ""
    outgoing_no: str = ""
    outgoing_on: date | None = None
    agenda: tuple[AgendaLine, ...] = ()
    materials_on: date | None = None
    reply_by: date | None = None
    contact: str = ""
    annexes: tuple[str, ...] = ()
    chair: Signatory = CHAIR
    addressees: tuple[Addressee, ...] = ()
    made_on: date | None = None
    draft: bool = False


class SheetCapacity(StrEnum):
    """Column „Качество“ of the attendance sheet."""

    PERMANENT = "ПЧ"
    ASSOCIATE = "АЧ"
    SUBSTITUTE = "З"
    GUEST = "Г"
    COORDINATOR = "К"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One expected participant."""

    name: str
    office: str
    capacity: SheetCapacity


@dataclass(frozen=True, slots=True)
class AttendanceSheetModel:
    """Attendance sheet for wet ink; never carries case codes. Groups as in the minutes."""

    body: Body
    number: int
    kind: SessionKind
    starts_at: datetime
    place: str = ""
    members: tuple[SheetRow, ...] = ()
    associates: tuple[SheetRow, ...] = ()
    guests: tuple[SheetRow, ...] = ()
    coordinators: tuple[SheetRow, ...] = ()
    annex_no: int | None = 1
    empty_rows: int = 5
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class RecoverySheetModel:
    """Recovery sheet of a store. `groups`: eight groups of five symbols, the last one the check.

    `owner` is whose data it opens („ОКМД – област Ловеч“), `store` and `slot` short labels.
    """

    body: Body
    owner: str
    groups: tuple[str, ...]
    store: str
    slot: str
    printed_on: date
    replaces_on: date | None = None
    keep_at: str = ""
