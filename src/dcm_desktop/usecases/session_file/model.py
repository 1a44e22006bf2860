"""What a session file may say: one struct per object of the JSON, closed field lists.

The published schema (`resources/demo/session.schema.json`) is generated from these structs. `ref`
names things inside one file only. Days are `2026-10-29`, hours `10:05` on the day of the session.
"""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct, field

from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AttendanceMode,
    CareAttitude,
    CareType,
    CaseTypology,
    Consent,
    DecisionKind,
    DecisionMode,
    Disability,
    Education,
    FamilyRelation,
    GrammaticalGender,
    IdKind,
    InstitutionType,
    LegalStatus,
    MajorityRule,
    MandateEndReason,
    MechanismLevel,
    MemberRole,
    OpinionHeard,
    ParentalRights,
    PersonTitle,
    PledgeKind,
    QuorumBase,
    QuorumRule,
    ReducedQuorum,
    RiskFactor,
    RiskLevel,
    SessionForm,
    SessionKind,
    Sex,
    SexStat,
    SignOrder,
    VoteChoice,
)

FORMAT = "okmd-session"
VERSION = 1

Ref = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"^[a-z0-9][a-z0-9-]*$")]
Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
LocalMoment = Annotated[
    str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]$")
]
Line = Annotated[str, Meta(max_length=300)]
Long = Annotated[str, Meta(max_length=20_000)]
People = Annotated[int, Meta(ge=0, le=1000)]


class _Part(Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True):
    """Base of every object: unknown keys are refused, defaults are left out when written."""


class MechanismPart(_Part, frozen=True, kw_only=True):
    """Whose session it is. What is already in the store is kept."""

    district: Annotated[str, Meta(pattern="^[A-Z]{3}$")]
    level: MechanismLevel = MechanismLevel.DISTRICT
    municipality: Annotated[str, Meta(pattern="^[A-Z]{3}[0-9]{2}$")] | None = None
    founded_on: date | None = None
    first_session_on: date | None = None
    first_session_number: Annotated[int, Meta(ge=1, le=9999)] = 1
    founding_act: Line = ""
    planned_seats: Annotated[int, Meta(ge=1, le=60)] = 15
    funding_project: Line = ""
    seat_address: Line = ""
    controller: Line = ""
    dpo_contact: Line = ""


class RulesPart(_Part, frozen=True, kw_only=True):
    """The rules in force on the day of the session; what is left out is the usual default."""

    adopted_on: date | None = None
    source: Line = ""
    quorum_base: QuorumBase = QuorumBase.ALL_SEATS
    quorum_rule: QuorumRule = QuorumRule.MORE_THAN_HALF
    quorum_fixed: People | None = None
    reduced_quorum_after_min: People | None = None
    reduced_quorum: ReducedQuorum = ReducedQuorum.NONE
    reduced_quorum_fixed: People | None = None
    proxy_votes: bool = False
    max_proxies: People = 1
    named_votes_public: bool = False
    lapse_is_approval: bool = False
    sign_order: SignOrder = SignOrder.APPROVE_FIRST
    decision_mode: DecisionMode = DecisionMode.BOTH
    majority: MajorityRule = MajorityRule.MORE_THAN_HALF_PRESENT
    chair_breaks_tie: bool = False
    recused_in_base: bool = False
    associates_vote: bool = False
    substitute_votes: bool = True
    remote_counts: bool = True
    written_procedure: bool = False
    notice_workdays: Annotated[int, Meta(ge=0, le=30)] = 7
    materials_workdays: Annotated[int, Meta(ge=0, le=30)] = 5
    minutes_due_workdays: Annotated[int, Meta(ge=0, le=60)] = 7
    objection_workdays: Annotated[int, Meta(ge=0, le=60)] = 5
    signers: tuple[Literal["chair", "minutes_taker"], ...] = ("chair", "minutes_taker")
    confidentiality_declaration: bool = True
    planned_sessions_per_year: Annotated[int, Meta(ge=0, le=60)] = 12
    case_deadline_workdays: Annotated[int, Meta(ge=0, le=90)] = 10


class InstitutionPart(_Part, frozen=True, kw_only=True):
    """An institution; one with the same type, name and municipality is the same."""

    ref: Ref
    type: InstitutionType
    name: Line
    short_name: Line = ""
    municipality: str | None = None
    supra_district: bool = False
    eik: Line = ""
    address: Line = ""
    phone: Line = ""
    email: Line = ""


class PersonPart(_Part, frozen=True, kw_only=True):
    """An official; one with the same names in the same institution is the same."""

    ref: Ref
    first_name: Line
    middle_name: Line = ""
    last_name: Line
    gender: GrammaticalGender
    title: PersonTitle = PersonTitle.NONE
    sex_stat: SexStat | None = None
    position: Line = ""
    institution: Ref
    work_phone: Line = ""
    work_email: Line = ""
    declaration_signed_on: date | None = None


class SubstitutePart(_Part, frozen=True, kw_only=True):
    """Somebody authorised to replace a member."""

    person: Ref
    from_on: date
    to_on: date | None = None
    document: Line = ""


class MandatePart(_Part, frozen=True, kw_only=True):
    """A seat for a period; one of the same person and role in force then is the same."""

    person: Ref
    role: MemberRole
    institution: Ref | None = None
    seat_no: Annotated[int, Meta(ge=1, le=60)] | None = None
    start_on: date
    appointed_by: Line
    end_on: date | None = None
    end_reason: MandateEndReason | None = None
    substitutes: tuple[SubstitutePart, ...] = ()


class ChildPart(_Part, frozen=True, kw_only=True):
    """A child of a case."""

    first_name: Line = ""
    middle_name: Line = ""
    last_name: Line = ""
    sex: Sex
    birth_date: date | None = None
    age_estimate_months: Annotated[int, Meta(ge=-9, le=312)] | None = None
    unborn: bool = False
    id_kind: IdKind = IdKind.NONE
    id_value: Line = ""
    disability: Disability = Disability.UNKNOWN
    care_before: CareType
    care_now: CareType
    care_since: date | None = None
    education: Education | None = None
    legal_status: LegalStatus | None = None
    opinion_heard: OpinionHeard | None = None


class FamilyMemberPart(_Part, frozen=True, kw_only=True):
    """A family member of a case."""

    relation: FamilyRelation
    first_name: Line = ""
    middle_name: Line = ""
    last_name: Line = ""
    sex: Sex = Sex.UNKNOWN
    birth_year: Annotated[int, Meta(ge=1900, le=2100)] | None = None
    lives_with_child: bool = False
    parental_rights: ParentalRights | None = None
    attitude: CareAttitude | None = None


class CasePart(_Part, frozen=True, kw_only=True):
    """A case; one with the same code is the same. Without a code it gets the next one."""

    ref: Ref
    code: Line = ""
    opened_on: date
    typology: CaseTypology
    typology_other: Line = ""
    municipality: str | None = None
    lead_institution: Ref | None = None
    source_institution: Ref | None = None
    risk_level: RiskLevel
    risk_factors: tuple[RiskFactor, ...] = ()
    consent: Consent
    consent_on: date | None = None
    summary_neutral: Long = ""
    summary_full: Long = ""
    violence_case: bool = False
    children: tuple[ChildPart, ...] = ()
    family: tuple[FamilyMemberPart, ...] = ()


class CountedVote(_Part, frozen=True, kw_only=True, tag="show_of_hands", tag_field="method"):
    """A vote by show of hands."""

    for_n: People = field(name="for")
    against: People = 0
    abstain: People = 0
    not_voting: People = 0
    casting: VoteChoice | None = None
    at: Clock | None = None


class NamedChoicePart(_Part, frozen=True, kw_only=True):
    """What one member said in a vote by name."""

    person: Ref
    choice: VoteChoice


class NamedBallot(_Part, frozen=True, kw_only=True, tag="roll_call", tag_field="method"):
    """A vote by name: only those who were not in favour are listed."""

    exceptions: tuple[NamedChoicePart, ...] = ()
    casting: VoteChoice | None = None
    at: Clock | None = None


class SecretBallot(_Part, frozen=True, kw_only=True, tag="secret", tag_field="method"):
    """A secret vote: counts only."""

    for_n: People = field(name="for")
    against: People = 0
    abstain: People = 0
    not_voting: People = 0
    blank: People = 0
    invalid: People = 0
    at: Clock | None = None


class ConsensusPart(_Part, frozen=True, kw_only=True, tag="consensus", tag_field="method"):
    """Adopted because nobody objected."""

    at: Clock | None = None


VotePart = CountedVote | NamedBallot | SecretBallot | ConsensusPart


class TaskPart(_Part, frozen=True, kw_only=True):
    """Who does what by when. Exactly one of the three terms."""

    title: Line
    responsible: Ref
    co_responsible: tuple[Ref, ...] = ()
    due_on: date | None = None
    standing: bool = False
    next_session: bool = False


class PointPart(_Part, frozen=True, kw_only=True):
    """One point of a decision, with the tasks under it and its sub-points."""

    text: Long
    tasks: tuple[TaskPart, ...] = ()
    points: tuple["SubPointPart", ...] = ()


class SubPointPart(_Part, frozen=True, kw_only=True):
    """A point inside a point (2.1)."""

    text: Long
    tasks: tuple[TaskPart, ...] = ()


class BeginPart(_Part, frozen=True, kw_only=True):
    """A mandate that begins by a decision."""

    person: Ref
    role: MemberRole = MemberRole.PERMANENT
    institution: Ref | None = None
    seat_no: Annotated[int, Meta(ge=1, le=60)] | None = None
    appointed_by: Line = ""


class MembershipPart(_Part, frozen=True, kw_only=True):
    """What an adopted decision does to a seat: `begin` a mandate, or `end` that of a person.

    `effective_on` is the first day of the change; a mandate that ends has its last day before it.
    """

    effective_on: date
    begin: BeginPart | None = None
    end: Ref | None = None
    reason: MandateEndReason = MandateEndReason.REPLACED


class DecisionPart(_Part, frozen=True, kw_only=True):
    """A decision that was put to the vote; `public_text` only for the closed part."""

    kind: DecisionKind = DecisionKind.DECISION
    points: tuple[PointPart, ...]
    public_text: Long = ""
    confidential_text: Long = ""
    tasks: tuple[TaskPart, ...] = ()
    membership: tuple[MembershipPart, ...] = ()
    vote: VotePart


class DiscussionPart(_Part, frozen=True, kw_only=True):
    """One line of the discussion."""

    text: Long
    at: Clock | None = None
    speaker: Ref | None = None
    private: bool = False


class ProposalPart(_Part, frozen=True, kw_only=True):
    """A proposal with its proposer."""

    text: Long
    proposer: Ref


class RecusalPart(_Part, frozen=True, kw_only=True):
    """A member who stands aside in one item."""

    person: Ref
    reason: Long = ""


class PledgePart(_Part, frozen=True, kw_only=True):
    """Material support that an institution promised; money in euro cents."""

    institution: Ref
    kind: PledgeKind
    what: Long
    amount: Annotated[int, Meta(ge=0, le=100_000_000)] = 0
    unit: Line = ""
    due_on: date | None = None


class ItemPart(_Part, frozen=True, kw_only=True):
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


class ActingPart(_Part, frozen=True, kw_only=True):
    """The substitute who sat for a member."""

    person: Ref
    authorisation: Line = ""


class AttendancePart(_Part, frozen=True, kw_only=True):
    """One member at the session. Hours only where they differ from opening and closing."""

    person: Ref
    status: Literal["present", "absent_excused", "absent_unexcused", "represented"] = "present"
    substitute: ActingPart | None = None
    mode: AttendanceMode | None = None
    arrived_at: Clock | None = None
    left_at: Clock | None = None
    returned_at: Clock | None = None
    excuse: Line = ""


class GuestPart(_Part, frozen=True, kw_only=True):
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


class SessionPart(_Part, frozen=True, kw_only=True):
    """The session itself."""

    number: Annotated[int, Meta(ge=1, le=9999)] | None = None
    kind: SessionKind = SessionKind.REGULAR
    form: SessionForm = SessionForm.IN_PERSON
    topic: Line = ""
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


class SessionFile(_Part, frozen=True, kw_only=True):
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
