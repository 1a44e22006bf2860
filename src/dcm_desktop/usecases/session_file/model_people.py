"""The people side of a session file: mechanism, rules, institutions, officials, cases."""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

from dcm_desktop.domain.terms import (
    CareAttitude,
    CareType,
    CaseTypology,
    Consent,
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
    QuorumBase,
    QuorumRule,
    ReducedQuorum,
    RiskFactor,
    RiskLevel,
    Sex,
    SexStat,
    SignOrder,
)

Ref = Annotated[str, Meta(min_length=1, max_length=60, pattern=r"^[a-z0-9][a-z0-9-]*$")]
Clock = Annotated[str, Meta(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
LocalMoment = Annotated[
    str, Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]$")
]
Line = Annotated[str, Meta(max_length=300)]
Long = Annotated[str, Meta(max_length=20_000)]
People = Annotated[int, Meta(ge=0, le=1000)]
MajorityException = Annotated[str, Meta(max_length=60, pattern=r"^[a-z_]+:[a-z_]+$")]
"""A kind of decision and its own majority: `opinion:two_thirds_present`."""


class Part(Struct, forbid_unknown_fields=True, omit_defaults=True, frozen=True):
    """Base of every object: unknown keys are refused, defaults are left out when written."""


class MechanismPart(Part, frozen=True, kw_only=True):
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


class RulesPart(Part, frozen=True, kw_only=True):
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
    majority_exceptions: tuple[MajorityException, ...] = ()
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


class InstitutionPart(Part, frozen=True, kw_only=True):
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


class PersonPart(Part, frozen=True, kw_only=True):
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


class SubstitutePart(Part, frozen=True, kw_only=True):
    """Somebody authorised to replace a member."""

    person: Ref
    from_on: date
    to_on: date | None = None
    document: Line = ""


class MandatePart(Part, frozen=True, kw_only=True):
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


class ChildPart(Part, frozen=True, kw_only=True):
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


class FamilyMemberPart(Part, frozen=True, kw_only=True):
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


class CasePart(Part, frozen=True, kw_only=True):
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
