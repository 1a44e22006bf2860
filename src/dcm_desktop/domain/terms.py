"""Words of the glossary as enumerations with stable stored values; announcement of changes.

No labels here: those are in `resources/labels`. Sections named below are those of the domain
reference (glossary, entities and rules of the mechanism).
"""

from dataclasses import dataclass, field
from enum import StrEnum


class MechanismLevel(StrEnum):
    """District mechanism or municipal variant (Общински координационен механизъм)."""

    DISTRICT = "district"
    MUNICIPAL = "municipal"


class MechanismStatus(StrEnum):
    """Life of a mechanism."""

    PREPARING = "preparing"
    ACTIVE = "active"
    DORMANT = "dormant"
    RENEWED = "renewed"
    CLOSED = "closed"


class QuorumBase(StrEnum):
    """What the quorum is a share of."""

    FILLED_SEATS = "filled_seats"
    ALL_SEATS = "all_seats"


class QuorumRule(StrEnum):
    """Share of the base that makes a quorum."""

    MORE_THAN_HALF = "more_than_half"
    AT_LEAST_HALF = "at_least_half"
    TWO_THIRDS = "two_thirds"
    FIXED = "fixed"


class ReducedQuorum(StrEnum):
    """Quorum after the waiting time."""

    NONE = "none"
    ONE_THIRD = "one_third"
    FIXED = "fixed"


class DecisionMode(StrEnum):
    """How the mechanism may decide."""

    VOTE = "vote"
    CONSENSUS = "consensus"
    BOTH = "both"


class MajorityRule(StrEnum):
    """Which majority adopts a decision."""

    MORE_THAN_HALF_PRESENT = "more_than_half_present"
    FOR_OVER_AGAINST = "for_over_against"
    TWO_THIRDS_PRESENT = "two_thirds_present"
    ABSOLUTE_OF_MEMBERS = "absolute_of_members"


class SignOrder(StrEnum):
    """Whether minutes are approved or signed first."""

    APPROVE_FIRST = "approve_first"
    SIGN_FIRST = "sign_first"


class InstitutionType(StrEnum):
    """Kind of an institution or organisation of the district (domain reference, section 3)."""

    DISTRICT_ADMIN = "district_admin"
    MUNICIPALITY = "municipality"
    MUNICIPAL_CHILD_COMMISSION = "municipal_child_commission"
    MUNICIPAL_COUNCIL = "municipal_council"
    ASP = "asp"
    RDSP = "rdsp"
    DSP = "dsp"
    OZD = "ozd"
    DAZD = "dazd"
    AKSU = "aksu"
    FOSTER_TEAM = "foster_team"
    RZI = "rzi"
    HOSPITAL = "hospital"
    MATERNITY_WARD = "maternity_ward"
    GP = "gp"
    EMERGENCY = "emergency"
    CKODHZ = "ckodhz"
    DMSGD = "dmsgd"
    RUO = "ruo"
    SCHOOL = "school"
    KINDERGARTEN = "kindergarten"
    NURSERY = "nursery"
    RCPPPO = "rcpppo"
    CPLR = "cplr"
    ODMVR = "odmvr"
    POLICE_STATION = "police_station"
    DPS = "dps"
    MKBPPMN = "mkbppmn"
    COURT = "court"
    PROSECUTION = "prosecution"
    PROBATION = "probation"
    LABOUR_OFFICE = "labour_office"
    NOI = "noi"
    TSB = "tsb"
    COP = "cop"
    CSRI = "csri"
    DAY_CENTRE = "day_centre"
    STREET_CENTRE = "street_centre"
    MOTHER_BABY = "mother_baby"
    CRISIS_CENTRE = "crisis_centre"
    COMMUNITY_CENTRE = "community_centre"
    COMPLEX = "complex"
    PERSONAL_ASSISTANCE = "personal_assistance"
    CNST = "cnst"
    TRANSITIONAL_HOME = "transitional_home"
    SUPERVISED_HOME = "supervised_home"
    PROTECTED_HOME = "protected_home"
    SHELTER = "shelter"
    DDLRG = "ddlrg"
    DDUI = "ddui"
    NGO = "ngo"
    PROVIDER = "provider"
    HHC = "hhc"
    BRC = "brc"
    CHURCH = "church"
    MEDIATOR = "mediator"
    BUSINESS = "business"
    MEDIA = "media"
    OTHER = "other"


class PersonTitle(StrEnum):
    """Academic or professional title before a name."""

    NONE = "none"
    DR = "dr"
    DOC = "doc"
    PROF = "prof"
    ENG = "eng"
    ADV = "adv"


class GrammaticalGender(StrEnum):
    """Form of address only."""

    M = "m"
    F = "f"


class SexStat(StrEnum):
    """Sex of an official for the donor's breakdown."""

    M = "m"
    F = "f"
    UNDISCLOSED = "undisclosed"


class MemberRole(StrEnum):
    """Role of a mandate in the mechanism."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    SECRETARY = "secretary"
    COORDINATOR = "coordinator"
    PERMANENT = "permanent"
    ASSOCIATE = "associate"
    SUBSTITUTE = "substitute"
    EXPERT = "expert"
    NATIONAL_EXPERT = "national_expert"
    OBSERVER = "observer"


class MandateEndReason(StrEnum):
    """Why a mandate ended."""

    RESIGNED = "resigned"
    REPLACED = "replaced"
    INSTITUTION_CLOSED = "institution_closed"
    MECHANISM_RENEWED = "mechanism_renewed"
    DECEASED = "deceased"
    OTHER = "other"


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


class CaseTypology(StrEnum):
    """Typology of a case (domain reference, section 4.5)."""

    PREVENTION_ABANDONMENT = "prevention_abandonment"
    PREVENTION_SEPARATION = "prevention_separation"
    PREGNANCY_SUPPORT = "pregnancy_support"
    REINTEGRATION = "reintegration"
    KINSHIP_CARE = "kinship_care"
    FOSTER_CARE = "foster_care"
    ADOPTION = "adoption"
    RESIDENTIAL_CARE = "residential_care"
    LEAVING_CARE = "leaving_care"
    INSTITUTION_CLOSURE = "institution_closure"
    SIBLING_REUNIFICATION = "sibling_reunification"
    DISABILITY_SUPPORT = "disability_support"
    HEALTH_ACCESS = "health_access"
    EDUCATION_ACCESS = "education_access"
    HOUSING_POVERTY = "housing_poverty"
    IDENTITY_DOCUMENTS = "identity_documents"
    UNDERAGE_PARENT = "underage_parent"
    CHILD_VICTIM = "child_victim"
    UNACCOMPANIED = "unaccompanied"
    ANTISOCIAL_BEHAVIOUR = "antisocial_behaviour"
    POST_ADOPTION = "post_adoption"
    CROSS_DISTRICT = "cross_district"
    OTHER = "other"


class CaseStatus(StrEnum):
    """Life of a case (domain reference, section 4.6)."""

    NEW = "new"
    ACCEPTED = "accepted"
    ASSESSMENT = "assessment"
    PLANNING = "planning"
    IMPLEMENTING = "implementing"
    MONITORING = "monitoring"
    CLOSED = "closed"
    FOLLOW_UP = "follow_up"
    ARCHIVED = "archived"
    DECLINED = "declined"
    TRANSFERRED = "transferred"


class CaseCloseReason(StrEnum):
    """Why a case was closed."""

    GOALS_MET = "goals_met"
    SAFE_WITHOUT_SUPPORT = "safe_without_support"
    MOVED_DISTRICT = "moved_district"
    FAMILY_WITHDREW = "family_withdrew"
    NO_CONTACT = "no_contact"
    TURNED_18 = "turned_18"
    ADOPTED = "adopted"
    DEATH = "death"
    NOT_WITHIN_SCOPE = "not_within_scope"
    DUPLICATE = "duplicate"
    OTHER = "other"


class RiskLevel(StrEnum):
    """Risk level of a case."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    IMMEDIATE = "immediate"


class RiskFactor(StrEnum):
    """Risk factors of a case."""

    POVERTY = "poverty"
    HOUSING = "housing"
    UNEMPLOYMENT = "unemployment"
    NO_DOCUMENTS = "no_documents"
    SINGLE_PARENT = "single_parent"
    UNDERAGE_PARENT = "underage_parent"
    PREGNANCY_UNPLANNED = "pregnancy_unplanned"
    PARENT_HEALTH = "parent_health"
    PARENT_DISABILITY = "parent_disability"
    CHILD_HEALTH = "child_health"
    CHILD_DISABILITY = "child_disability"
    ADDICTION = "addiction"
    VIOLENCE = "violence"
    NEGLECT = "neglect"
    PARENT_IN_PRISON = "parent_in_prison"
    PARENT_ABROAD = "parent_abroad"
    DEATH_OF_PARENT = "death_of_parent"
    CONFLICT_IN_FAMILY = "conflict_in_family"
    LOW_PARENTING_SKILLS = "low_parenting_skills"
    DISCRIMINATION = "discrimination"
    SCHOOL_DROPOUT = "school_dropout"
    EARLY_COHABITATION = "early_cohabitation"
    OTHER = "other"


class Consent(StrEnum):
    """Consent of the parents to bring the case before the mechanism."""

    GIVEN = "given"
    REFUSED = "refused"
    NOT_REQUIRED_BY_LAW = "not_required_by_law"
    NOT_POSSIBLE = "not_possible"


class Sex(StrEnum):
    """Sex of a natural person of a family."""

    M = "m"
    F = "f"
    UNKNOWN = "unknown"


class IdKind(StrEnum):
    """Kind of a personal identifier; never guessed."""

    NONE = "none"
    EGN = "egn"
    LNCH = "lnch"
    FOREIGN_DOC = "foreign_doc"


class Disability(StrEnum):
    """What is known of a disability."""

    NONE = "none"
    SUSPECTED = "suspected"
    ASSESSED = "assessed"
    UNKNOWN = "unknown"


class CareType(StrEnum):
    """Where a child is cared for."""

    PARENTS = "parents"
    ONE_PARENT = "one_parent"
    KIN = "kin"
    FOSTER = "foster"
    ADOPTIVE = "adoptive"
    PRE_ADOPTION = "pre_adoption"
    MOTHER_BABY_UNIT = "mother_baby_unit"
    MATERNITY_WARD = "maternity_ward"
    HOSPITAL = "hospital"
    DMSGD = "dmsgd"
    DDLRG = "ddlrg"
    CNST = "cnst"
    CRISIS_CENTRE = "crisis_centre"
    TRANSITIONAL_HOME = "transitional_home"
    SUPERVISED_HOME = "supervised_home"
    PROTECTED_HOME = "protected_home"
    SHELTER = "shelter"
    INDEPENDENT = "independent"
    STREET = "street"
    UNKNOWN = "unknown"
    OTHER = "other"


class Education(StrEnum):
    """Education of a child."""

    TOO_YOUNG = "too_young"
    NURSERY = "nursery"
    KINDERGARTEN = "kindergarten"
    SCHOOL = "school"
    VOCATIONAL = "vocational"
    UNIVERSITY = "university"
    NOT_ENROLLED = "not_enrolled"
    DROPPED_OUT = "dropped_out"
    UNKNOWN = "unknown"


class LegalStatus(StrEnum):
    """Legal status of a child."""

    PARENTS_KNOWN = "parents_known"
    UNKNOWN = "unknown"
    RIGHTS_LIMITED = "rights_limited"
    RIGHTS_REMOVED = "rights_removed"
    ORPHAN = "orphan"
    GUARDIANSHIP = "guardianship"


class OpinionHeard(StrEnum):
    """Whether and how the child's opinion was heard."""

    HEARD_DIRECTLY = "heard_directly"
    VIA_PROFESSIONAL = "via_professional"
    WRITTEN = "written"
    NOT_ASKED = "not_asked"
    TOO_YOUNG = "too_young"
    REFUSED = "refused"


class FamilyRelation(StrEnum):
    """Relation of a family member to the child of a case."""

    MOTHER = "mother"
    FATHER = "father"
    STEPPARENT = "stepparent"
    PARTNER = "partner"
    GRANDMOTHER = "grandmother"
    GRANDFATHER = "grandfather"
    AUNT = "aunt"
    UNCLE = "uncle"
    SIBLING = "sibling"
    HALF_SIBLING = "half_sibling"
    GUARDIAN = "guardian"
    FOSTER_PARENT = "foster_parent"
    ADOPTIVE_PARENT = "adoptive_parent"
    CLOSE_PERSON = "close_person"
    OTHER = "other"


class ParentalRights(StrEnum):
    """State of parental rights."""

    FULL = "full"
    LIMITED = "limited"
    REMOVED = "removed"
    N_A = "n_a"


class CareAttitude(StrEnum):
    """Attitude of a family member to caring for the child."""

    WANTS_TO_CARE = "wants_to_care"
    SUPPORTIVE = "supportive"
    AMBIVALENT = "ambivalent"
    REFUSES = "refuses"
    UNKNOWN = "unknown"


class TieKind(StrEnum):
    """Dated tie between two individuals."""

    PARENT_OF = "parent_of"
    PARTNER_OF = "partner_of"
    SIBLING_OF = "sibling_of"
    HALF_SIBLING_OF = "half_sibling_of"
    GUARDIAN_OF = "guardian_of"
    OTHER = "other"


class UserRole(StrEnum):
    """Who works with the store."""

    COORDINATOR = "coordinator"
    DEPUTY = "deputy"
    CLERK = "clerk"
    READER = "reader"
    ANALYST = "analyst"


class StoreLevel(StrEnum):
    """Whose store it is."""

    DISTRICT = "district"
    NATIONAL = "national"


class ChangeKind(StrEnum):
    """How a record was touched."""

    CREATED = "created"
    UPDATED = "updated"
    DELETED = "deleted"


FAMILY_BASED_CARE = frozenset(
    {
        CareType.PARENTS,
        CareType.ONE_PARENT,
        CareType.KIN,
        CareType.FOSTER,
        CareType.ADOPTIVE,
        CareType.PRE_ADOPTION,
    }
)
"""Care in a family (domain reference, section 4.3)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One record that an act touched: its kind (table name, for example `action_item`) and id."""

    kind: str
    id: str
    how: ChangeKind


@dataclass(frozen=True, slots=True)
class Changes:
    """What one finished act changed; announced after its commit. `act` names the use case."""

    act: str
    items: tuple[Change, ...] = field(default=())

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of the touched records, for screens to decide whether to refresh."""
        return frozenset(item.kind for item in self.items)
