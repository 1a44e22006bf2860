"""What the minutes say, as frozen data: built from the store by the use cases, drawn by `pdf`.

Nothing here formats or decides. Dates and times are plain local ones (Europe/Sofia, no zone). An
empty string or None means „not known“: the paper prints a visible blank. People are named as they
are printed („д-р Светла Панайотова“). The other papers are in `papers.py`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dcm_desktop.documents.decided import (
    CommitmentFacts,
    DecisionFacts,
    PledgeFacts,
    TaskReportFacts,
    TaskTerm,
    VoteFacts,
)
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    MechanismLevel,
    SessionForm,
    SessionKind,
)


class Edition(StrEnum):
    """Who the copy is for: inside the mechanism, or anybody."""

    FULL = "full"
    PUBLIC = "public"


class MovementKind(StrEnum):
    """What happened to the people in the room, or to the session itself."""

    ARRIVED = "arrived"
    LEFT = "left"
    RETURNED = "returned"
    ADJOURNED = "adjourned"
    RESUMED = "resumed"
    QUORUM_REDUCED = "quorum_reduced"


class ClosingReason(StrEnum):
    """Why the session ended."""

    AGENDA_DONE = "agenda_done"
    QUORUM_LOST = "quorum_lost"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Body:
    """The mechanism as it stands in the head of a paper."""

    area: str
    """„област Ловеч“, „Софийска област“, „община Троян“: `District.area`, `Municipality.phrase`."""
    level: MechanismLevel = MechanismLevel.DISTRICT
    short: str = "ОКМД"
    address: str = ""
    """One line below the head: address, telephone, e-mail."""
    name: str = ""
    """First line of the head where the paper is not a mechanism's own: „Национален екип“."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """Somebody who leads, writes or signs: name, office, function („председател“)."""

    name: str = ""
    office: str = ""
    function: str = ""


CHAIR = Signatory(function="председател")
MINUTES_TAKER = Signatory(function="протоколист")


@dataclass(frozen=True, slots=True)
class PresentPerson:
    """One line of ПРИСЪСТВАТ. Printed: post, institution, function, joined by commas.

    The institution is left out where the post already names it („директор на РДСП – Ловеч“).
    A substitute has `substitute_for`: „упълномощен заместник на …, {institution}“.
    """

    name: str = ""
    post: str = ""
    institution: str = ""
    function: str = ""
    substitute_for: str = ""
    remote: bool = False
    proxy_for: tuple[str, ...] = ()
    """Absent members for whom they vote."""


@dataclass(frozen=True, slots=True)
class AbsentMember:
    """A voting member who neither came nor was represented; the excuse itself is never printed."""

    name: str = ""
    institution: str = ""
    excused: bool = False


@dataclass(frozen=True, slots=True)
class QuorumFacts:
    """The quorum when the session opened. Unit: people.

    Without quorum: `postponed_to` when the session was put off, else the working meeting held.
    `reduced_from`: since when the smaller quorum `needed` held instead of `full`.
    """

    seats: int
    present: int
    by_substitute: int
    needed: int
    postponed_to: datetime | None = None
    full: int | None = None
    reduced_from: datetime | None = None
    by_proxy: int = 0

    @property
    def has_quorum(self) -> bool:
        """Whether the session could decide."""
        return self.present >= self.needed


@dataclass(frozen=True, slots=True)
class ClosedPart:
    """What was done for confidentiality before a closed item. Unit: people who left the room."""

    guests_left: int = 0
    associates_left: int = 0
    stayed: tuple[Signatory, ...] = ()
    """Guests who stayed; `office` is their organisation, `function` the reason."""
    returned: bool = True
    guests_back: int | None = None
    associates_back: int | None = None
    """Who came back, where closed items follow each other; None: those who left for this one."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the discussion. Without a speaker the text stands alone."""

    text: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class ProposalFacts:
    """A proposal and who made it."""

    text: str
    proposer: str = ""


@dataclass(frozen=True, slots=True)
class RecusalTime:
    """When somebody who stood aside went out of the hall and came back; None: did not."""

    left_at: datetime | None = None
    returned_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class WrittenFacts:
    """A written procedure: how many were asked and answered, until when, who did not answer."""

    asked: int
    answered: int
    due_at: datetime | None = None
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody came, left or returned, the session was adjourned, its quorum lowered.

    `present_after` and the quorum flags only when voters moved: None leaves the sentence out.
    `before_decision`: printed above the decision of its item instead of below.
    """

    at: datetime
    kind: MovementKind
    names: tuple[str, ...] = ()
    present_after: int | None = None
    quorum_before: bool = True
    quorum_after: bool = True
    before_decision: bool = False
    until: datetime | None = None
    """For an adjournment: when the session goes on, as planned."""
    needed: int | None = None
    """For the smaller quorum: how many members it asks for."""


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """One point of the agenda with all that was said and decided.

    `concerns_case` or `closed` makes it secret: the public edition has neither report,
    discussion, proposals, pledges nor points of it. `agenda_title` where the agenda says more
    than the head. `speakers`: None prints nothing, empty prints that nobody spoke.
    """

    number: int
    kind: AgendaItemKind
    title: str = ""
    public_title: str = ""
    agenda_title: str = ""
    rapporteur: str = ""
    rapporteur_post: str = ""
    closed: bool = False
    concerns_case: bool = False
    added_at_session: bool = False
    status: AgendaItemStatus = AgendaItemStatus.DECIDED
    status_reason: str = ""
    closed_part: ClosedPart | None = None
    recusals: tuple[str, ...] = ()
    recusal_times: tuple[RecusalTime, ...] = ()
    """One for each of `recusals`, or none at all."""
    report: tuple[str, ...] = ()
    speakers: tuple[str, ...] | None = None
    discussion: tuple[Remark, ...] = ()
    proposals: tuple[ProposalFacts, ...] = ()
    pledges: tuple[PledgeFacts, ...] = ()
    commitments: tuple[CommitmentFacts, ...] = ()
    reported: tuple[TaskReportFacts, ...] = ()
    """What was reported about tasks of earlier sessions."""
    decisions: tuple[DecisionFacts, ...] = ()
    tasks: tuple[TaskTerm, ...] = ()
    """Tasks that belong to no adopted decision."""
    movements: tuple[Movement, ...] = ()
    struck_out: bool = False
    """Set by `public.public_edition` only: something of it was taken out."""

    @property
    def is_secret(self) -> bool:
        """Whether its substance stays out of the public edition."""
        return self.closed or self.concerns_case or self.kind is AgendaItemKind.CASE


@dataclass(frozen=True, slots=True)
class AgendaChange:
    """A change of the proposed agenda: an item added, or withdrawn with its reason.

    `secret`: the withdrawn item, which may be in `items` no more, concerned a case.
    """

    title: str
    added: bool = True
    secret: bool = False
    number: int | None = None
    proposer: str = ""
    reason: str = ""
    vote: VoteFacts | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """A paper beside the minutes; a confidential one is kept apart.

    `public_title` where the title may not stand in the public edition.
    """

    number: int
    title: str
    confidential: bool = False
    public_title: str = ""
    text: str = ""
    """Its own words, printed at the end: a different opinion."""
    author: str = ""


@dataclass(frozen=True, slots=True)
class MinutesModel:
    """Everything the minutes of one session say; both editions are drawn from it.

    `signatories` in the order of signing, `function` is the label („председател“). `copies` are
    the receivers of the originals. `check_code` and `audit_head` are those of the version.
    """

    body: Body
    number: int
    starts_at: datetime
    kind: SessionKind
    form: SessionForm
    quorum: QuorumFacts
    topic: str = ""
    ground: str = ""
    """Why an extraordinary session or a written procedure was called."""
    written: WrittenFacts | None = None
    place: str = ""
    invitation_no: str = ""
    invitation_on: date | None = None
    registry_no: str = ""
    copy_no: str = ""
    members: tuple[PresentPerson, ...] = ()
    associates: tuple[PresentPerson, ...] = ()
    guests: tuple[PresentPerson, ...] = ()
    coordinators: tuple[PresentPerson, ...] = ()
    absent: tuple[AbsentMember, ...] = ()
    chair: Signatory = CHAIR
    chair_ground: str = ""
    minutes_taker: Signatory = MINUTES_TAKER
    items: tuple[MinutesItem, ...] = ()
    agenda_changes: tuple[AgendaChange, ...] = ()
    agenda_vote: VoteFacts | None = None
    movements: tuple[Movement, ...] = ()
    """Before the first item; later ones stand with their item."""
    ends_at: datetime | None = None
    closing: ClosingReason = ClosingReason.AGENDA_DONE
    copies: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    signed: bool = False
    entered_later: bool = False
    version: int = 1
    check_code: str = ""
    audit_head: str = ""
    made_on: date | None = None
    """Day of the version: date in the file, so that equal data gives equal bytes."""
    draft: bool = False
    """Watermark „ПРОЕКТ“."""
    edition: Edition = Edition.FULL
    """Which edition is wanted; the model itself is always the whole one."""
    members_by_post: bool = False
    """Public edition: posts instead of the names of members and officials."""
    redacted: bool = False
    """Set by `public.public_edition` only: this is what the public edition says."""
