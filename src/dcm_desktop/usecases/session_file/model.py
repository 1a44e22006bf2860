"""What a session file may say: one struct per object of the JSON, closed field lists.

The published schema (`resources/demo/session.schema.json`) is generated from these structs. `ref`
names things inside one file only. Days are `2026-10-29`, hours `10:05` on the day of the session.
"""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, field

from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AttendanceMode,
    DecisionKind,
    MandateEndReason,
    MemberRole,
    PledgeKind,
    SessionForm,
    SessionKind,
    VoteChoice,
)
from dcm_desktop.usecases.session_file.model_people import (
    CasePart,
    Clock,
    InstitutionPart,
    Line,
    LocalMoment,
    Long,
    MandatePart,
    MechanismPart,
    Part,
    People,
    PersonPart,
    Ref,
    RulesPart,
)

FORMAT = "okmd-session"
VERSION = 1


class CountedVote(Part, frozen=True, kw_only=True, tag="show_of_hands", tag_field="method"):
    """A vote by show of hands."""

    for_n: People = field(name="for")
    against: People = 0
    abstain: People = 0
    not_voting: People = 0
    casting: VoteChoice | None = None
    at: Clock | None = None


class NamedChoicePart(Part, frozen=True, kw_only=True):
    """What one member said in a vote by name."""

    person: Ref
    choice: VoteChoice


class NamedBallot(Part, frozen=True, kw_only=True, tag="roll_call", tag_field="method"):
    """A vote by name: only those who were not in favour are listed."""

    exceptions: tuple[NamedChoicePart, ...] = ()
    casting: VoteChoice | None = None
    at: Clock | None = None


class SecretBallot(Part, frozen=True, kw_only=True, tag="secret", tag_field="method"):
    """A secret vote: counts only."""

    for_n: People = field(name="for")
    against: People = 0
    abstain: People = 0
    not_voting: People = 0
    blank: People = 0
    invalid: People = 0
    at: Clock | None = None


class ConsensusPart(Part, frozen=True, kw_only=True, tag="consensus", tag_field="method"):
    """Adopted because nobody objected."""

    at: Clock | None = None


VotePart = CountedVote | NamedBallot | SecretBallot | ConsensusPart


class TaskPart(Part, frozen=True, kw_only=True):
    """Who does what by when. Exactly one of the three terms."""

    title: Line
    responsible: Ref
    co_responsible: tuple[Ref, ...] = ()
    due_on: date | None = None
    standing: bool = False
    next_session: bool = False


class PointPart(Part, frozen=True, kw_only=True):
    """One point of a decision, with the tasks under it and its sub-points."""

    text: Long
    tasks: tuple[TaskPart, ...] = ()
    points: tuple["SubPointPart", ...] = ()


class SubPointPart(Part, frozen=True, kw_only=True):
    """A point inside a point (2.1)."""

    text: Long
    tasks: tuple[TaskPart, ...] = ()


class BeginPart(Part, frozen=True, kw_only=True):
    """A mandate that begins by a decision."""

    person: Ref
    role: MemberRole = MemberRole.PERMANENT
    institution: Ref | None = None
    seat_no: Annotated[int, Meta(ge=1, le=60)] | None = None
    appointed_by: Line = ""


class MembershipPart(Part, frozen=True, kw_only=True):
    """What an adopted decision does to a seat: `begin` a mandate, or `end` that of a person.

    `effective_on` is the first day of the change; a mandate that ends has its last day before it.
    """

    effective_on: date
    begin: BeginPart | None = None
    end: Ref | None = None
    reason: MandateEndReason = MandateEndReason.REPLACED


class DecisionPart(Part, frozen=True, kw_only=True):
    """A decision that was put to the vote; `public_text` only for the closed part."""

    kind: DecisionKind = DecisionKind.DECISION
    points: tuple[PointPart, ...]
    public_text: Long = ""
    confidential_text: Long = ""
    tasks: tuple[TaskPart, ...] = ()
    membership: tuple[MembershipPart, ...] = ()
    vote: VotePart


class DiscussionPart(Part, frozen=True, kw_only=True):
    """One line of the discussion."""

    text: Long
    at: Clock | None = None
    speaker: Ref | None = None
    private: bool = False


class ProposalPart(Part, frozen=True, kw_only=True):
    """A proposal with its proposer."""

    text: Long
    proposer: Ref


class RecusalPart(Part, frozen=True, kw_only=True):
    """A member who stands aside in one item."""

    person: Ref
    reason: Long = ""
    left_at: Clock | None = None
    """When they went out of the hall; they come back when the item is over."""


class PledgePart(Part, frozen=True, kw_only=True):
    """Material support that an institution promised; money in euro cents."""

    institution: Ref
    kind: PledgeKind
    what: Long
    amount: Annotated[int, Meta(ge=0, le=100_000_000)] = 0
    unit: Line = ""
    due_on: date | None = None


class ItemPart(Part, frozen=True, kw_only=True):
    """One point of the agenda. The title of a case is generated."""

    kind: AgendaItemKind
    title: Line = ""
    public_title: Line = ""
    rapporteur: Ref | None = None
    rapporteur_text: Line = ""
    case: Ref | None = None
    closed_part: bool = False
    planned_minutes: Annotated[int, Meta(ge=1, le=600)] | None = None
    added_at_session: bool = False
    added_vote: VotePart | None = None
    started_at: Clock | None = None
    outcome: Literal["discussed", "postponed", "withdrawn"] = "discussed"
    reason: Line = ""
    report: Long = ""
    recused: tuple[RecusalPart, ...] = ()
    discussion: tuple[DiscussionPart, ...] = ()
    proposals: tuple[ProposalPart, ...] = ()
    decisions: tuple[DecisionPart, ...] = ()
    pledges: tuple[PledgePart, ...] = ()


class ActingPart(Part, frozen=True, kw_only=True):
    """The substitute who sat for a member."""

    person: Ref
    authorisation: Line = ""


class AbsencePart(Part, frozen=True, kw_only=True):
    """A later time out of the room, after the first one."""

    left_at: Clock
    returned_at: Clock | None = None


class ProxyPart(Part, frozen=True, kw_only=True):
    """The member who votes also for one who is away."""

    holder: Ref
    document: Line = ""


class BreakPart(Part, frozen=True, kw_only=True):
    """A break on the day of the session."""

    begins: Clock
    ends: Clock
    planned: Clock | None = None
    reason: Line = ""


class AttendancePart(Part, frozen=True, kw_only=True):
    """One member at the session. Hours only where they differ from opening and closing."""

    person: Ref
    status: Literal["present", "absent_excused", "absent_unexcused", "represented"] = "present"
    substitute: ActingPart | None = None
    mode: AttendanceMode | None = None
    arrived_at: Clock | None = None
    left_at: Clock | None = None
    returned_at: Clock | None = None
    absences: tuple[AbsencePart, ...] = ()
    proxy: ProxyPart | None = None
    declaration_signed: bool = False
    excuse: Line = ""


class GuestPart(Part, frozen=True, kw_only=True):
    """An invited person without a vote."""

    name: Line
    organisation: Line = ""
    position: Line = ""
    institution: Ref | None = None
    stays_for_closed: bool = False
    stays_reason: Line = ""
    declaration_signed: bool = False
    arrived_at: Clock | None = None
    left_at: Clock | None = None


class SessionPart(Part, frozen=True, kw_only=True):
    """The session itself."""

    number: Annotated[int, Meta(ge=1, le=9999)] | None = None
    kind: SessionKind = SessionKind.REGULAR
    form: SessionForm = SessionForm.IN_PERSON
    topic: Line = ""
    ground: Line = ""
    starts_at: LocalMoment
    opened_at: Clock | None = None
    closed_at: Clock
    place: Line = ""
    chair: Ref
    minutes_taker: Ref
    convened_on: date | None = None
    outgoing_no: Line = ""
    next_session_at: LocalMoment | None = None
    funding_project: Line = ""
    agenda_vote: VotePart | None = None
    agenda: Annotated[tuple[ItemPart, ...], Meta(min_length=1, max_length=100)]
    attendance: Annotated[tuple[AttendancePart, ...], Meta(min_length=1, max_length=200)]
    guests: tuple[GuestPart, ...] = ()
    breaks: tuple[BreakPart, ...] = ()


class SessionFile(Part, frozen=True, kw_only=True):
    """A whole session file: the people and cases it names, and what happened."""

    format: Literal["okmd-session"]
    version: Literal[1]
    mechanism: MechanismPart
    rules: RulesPart | None = None
    institutions: tuple[InstitutionPart, ...] = ()
    people: tuple[PersonPart, ...] = ()
    mandates: tuple[MandatePart, ...] = ()
    cases: tuple[CasePart, ...] = ()
    session: SessionPart


def schema() -> dict[str, object]:
    """The JSON schema (draft 2020-12) of a session file."""
    made = msgspec.json.schema(SessionFile)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Файл със заседание на координационен механизъм (ОКМД)",
        **made,
    }
