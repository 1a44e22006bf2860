"""What the minutes say, as frozen data: built from the store by the use cases, drawn by `pdf`.

Nothing here formats or decides. Dates and times are plain local ones (Europe/Sofia, no zone). An
empty string or None means „not known“: the paper prints a visible blank. People are named as they
are printed („д-р Светла Панайотова“). The other papers are in `papers.py`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    DecisionKind,
    MechanismLevel,
    MemberRole,
    MembershipChangeKind,
    PledgeKind,
    SessionForm,
    SessionKind,
    VoteChoice,
    VoteMethod,
    VoteResult,
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
    """

    seats: int
    present: int
    by_substitute: int
    needed: int
    postponed_to: datetime | None = None

    @property
    def has_quorum(self) -> bool:
        """Whether the session could decide."""
        return self.present >= self.needed


@dataclass(frozen=True, slots=True)
class NamedChoice:
    """One member's vote by name."""

    name: str
    choice: VoteChoice


@dataclass(frozen=True, slots=True)
class Dissent:
    """A written different opinion; `annex` is the number of the annex that holds it."""

    name: str
    annex: int | None = None


@dataclass(frozen=True, slots=True)
class VoteFacts:
    """One vote or consensus. `eligible_present` counts the recused too. Unit: people."""

    method: VoteMethod
    result: VoteResult
    eligible_present: int
    recused: int = 0
    for_n: int = 0
    against_n: int = 0
    abstain_n: int = 0
    not_voting_n: int = 0
    blank_n: int = 0
    invalid_n: int = 0
    tie_broken_by_chair: bool = False
    named: tuple[NamedChoice, ...] = ()
    named_public: bool = False
    """Whether the rules let the public edition name the voters."""
    dissents: tuple[Dissent, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskTerm:
    """Who answers for it and until when; printed under its point.

    `title` only where the task is more than the point above it. `is_start`: „Срок за начало“.
    """

    owner: str = ""
    co_owners: tuple[str, ...] = ()
    due_on: date | None = None
    standing: bool = False
    next_session: bool = False
    is_start: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """One point of a decision: label without the closing dot (`1`, `2.1`), text, tasks."""

    label: str
    text: str
    tasks: tuple[TaskTerm, ...] = ()


@dataclass(frozen=True, slots=True)
class MembershipLine:
    """What the decision does to a seat."""

    change: MembershipChangeKind
    name: str
    role: MemberRole
    institution: str
    effective_on: date


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """A decision with its vote. `number` empty: put to the vote and not adopted.

    `text_public` is what the public edition prints instead of the points; for a case it is the
    only thing printed there, empty means a redaction. Elsewhere leave it empty when it repeats
    the points. `tasks` belong to the decision as a whole.
    """

    number: str = ""
    kind: DecisionKind = DecisionKind.DECISION
    points: tuple[DecisionPoint, ...] = ()
    tasks: tuple[TaskTerm, ...] = ()
    membership: tuple[MembershipLine, ...] = ()
    text_public: str = ""
    vote: VoteFacts | None = None


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
class PledgeFacts:
    """Material support that an institution promised. Money: `amount` in euro cents."""

    institution: str
    kind: PledgeKind
    what: str = ""
    amount: int = 0
    unit: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody came, left or returned, or the session was adjourned.

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
    report: tuple[str, ...] = ()
    speakers: tuple[str, ...] | None = None
    discussion: tuple[Remark, ...] = ()
    proposals: tuple[ProposalFacts, ...] = ()
    pledges: tuple[PledgeFacts, ...] = ()
    decisions: tuple[DecisionFacts, ...] = ()
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
