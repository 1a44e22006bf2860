"""Words of cases and of the people of families."""

from enum import StrEnum


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
