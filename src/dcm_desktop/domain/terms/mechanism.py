"""Words of the mechanism, its rules, institutions and people."""

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
