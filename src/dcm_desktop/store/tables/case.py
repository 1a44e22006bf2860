"""Cases, the people of families and their dated roles (domain reference, section 4.3).

An `Individual` stands once in the whole store; `Child` and `FamilyMember` are dated role rows
that tie an individual to a case. Links to individuals carry no foreign key: they do not travel.
"""

from datetime import date

from sqlalchemy.orm import Mapped

from dcm_desktop.domain.terms import (
    CareAttitude,
    CareType,
    CaseCloseReason,
    CaseStatus,
    CaseTypology,
    Consent,
    Disability,
    Education,
    FamilyRelation,
    IdKind,
    LegalStatus,
    OpinionHeard,
    ParentalRights,
    RiskLevel,
    Sex,
    TieKind,
)
from dcm_desktop.store.tables.base import INT, PER, SPC, Synced, col


class Individual(Synced):
    """A natural person of a family, once for the whole store; nothing of it travels."""

    __tablename__ = "individual"

    first_name: Mapped[str] = col(PER, default="")
    middle_name: Mapped[str] = col(PER, default="")
    last_name: Mapped[str] = col(PER, default="")
    sex: Mapped[Sex] = col(PER, Sex, default=Sex.UNKNOWN)
    birth_date: Mapped[date | None] = col(PER, group="birth")
    birth_year: Mapped[int | None] = col(PER, group="birth")
    """Year where no date is known."""
    id_kind: Mapped[IdKind] = col(PER, IdKind, group="identifier", default=IdKind.NONE)
    id_value: Mapped[str] = col(PER, group="identifier", default="")
    citizenship: Mapped[str] = col(PER, default="BG")
    contact: Mapped[str] = col(PER, default="")
    deceased: Mapped[bool] = col(PER, default=False)
    person_id: Mapped[str | None] = col(PER)


class IndividualName(Synced):
    """A former or other name of an individual, dated."""

    __tablename__ = "individual_name"

    individual_id: Mapped[str] = col(PER, index=True)
    first_name: Mapped[str] = col(PER, default="")
    middle_name: Mapped[str] = col(PER, default="")
    last_name: Mapped[str] = col(PER, default="")
    until_on: Mapped[date | None] = col(PER)


class Family(Synced):
    """A household."""

    __tablename__ = "family"

    label: Mapped[str] = col(PER, default="")


class FamilyAddress(Synced):
    """Where a household lived, dated."""

    __tablename__ = "family_address"

    family_id: Mapped[str] = col(PER, index=True)
    settlement_ekatte: Mapped[str | None] = col(PER)
    address: Mapped[str] = col(PER, default="")
    from_on: Mapped[date | None] = col(PER)
    to_on: Mapped[date | None] = col(PER)


class FamilyMembership(Synced):
    """Who belonged to a household, dated."""

    __tablename__ = "family_membership"

    family_id: Mapped[str] = col(PER, index=True)
    individual_id: Mapped[str] = col(PER, index=True)
    from_on: Mapped[date | None] = col(PER)
    to_on: Mapped[date | None] = col(PER)


class Tie(Synced):
    """A dated tie between two individuals, read from `one` to `other`."""

    __tablename__ = "tie"

    kind: Mapped[TieKind] = col(PER, TieKind)
    one_id: Mapped[str] = col(PER, index=True)
    other_id: Mapped[str] = col(PER, index=True)
    from_on: Mapped[date | None] = col(PER)
    to_on: Mapped[date | None] = col(PER)


class Case(Synced):
    """One family situation under a case code."""

    __tablename__ = "case"

    mechanism_id: Mapped[str] = col(INT, fk="mechanism.id", index=True)
    code: Mapped[str] = col(INT, default="", index=True)
    opened_on: Mapped[date] = col(INT)
    typology: Mapped[CaseTypology] = col(INT, CaseTypology)
    typology_other: Mapped[str] = col(SPC, default="")
    secondary_typologies: Mapped[list[str]] = col(INT, merge="set")
    municipality: Mapped[str | None] = col(INT)
    settlement_ekatte: Mapped[str | None] = col(PER)
    family_id: Mapped[str | None] = col(PER)
    source_institution_id: Mapped[str | None] = col(INT, fk="institution.id")
    lead_institution_id: Mapped[str | None] = col(INT, fk="institution.id")
    case_worker_person_id: Mapped[str | None] = col(PER)
    risk_level: Mapped[RiskLevel] = col(SPC, RiskLevel, export=True)
    risk_factors: Mapped[list[str]] = col(SPC, merge="set")
    summary_neutral: Mapped[str] = col(INT, merge="long", default="", export=False)
    summary_full: Mapped[str] = col(SPC, merge="long", default="")
    consent: Mapped[Consent | None] = col(PER, Consent, group="consent")
    consent_on: Mapped[date | None] = col(PER, group="consent")
    consent_document: Mapped[str] = col(PER, group="consent", default="")
    violence_case: Mapped[bool] = col(SPC, default=False)
    measures: Mapped[list[str]] = col(SPC, merge="set")
    operative: Mapped[bool] = col(INT, default=False)
    ozd_plan_ref: Mapped[str] = col(INT, default="", export=False)
    status: Mapped[CaseStatus] = col(INT, CaseStatus, group="status", default=CaseStatus.NEW)
    closed_on: Mapped[date | None] = col(INT, group="status")
    close_reason: Mapped[CaseCloseReason | None] = col(INT, CaseCloseReason, group="status")
    status_reason: Mapped[str] = col(SPC, default="")
    follow_up_due: Mapped[date | None] = col(INT)
    funding_project: Mapped[str] = col(INT, default="")


class CaseStatusChange(Synced):
    """One step in the life of a case, so that its history can be replayed."""

    __tablename__ = "case_status_change"

    case_id: Mapped[str] = col(INT, fk="case.id", index=True)
    from_status: Mapped[CaseStatus | None] = col(INT, CaseStatus)
    to_status: Mapped[CaseStatus] = col(INT, CaseStatus)
    on: Mapped[date] = col(INT)
    reason: Mapped[str] = col(SPC, default="")


class Child(Synced):
    """Role of an individual as a child of a case, dated.

    `sex_stat`, `birth_year`, `age_at_opening` and `disability_yes` are the coarse forms that
    travel; the use case fills them from the individual.
    """

    __tablename__ = "child"

    case_id: Mapped[str] = col(INT, fk="case.id", index=True)
    individual_id: Mapped[str | None] = col(PER, index=True)
    label: Mapped[str] = col(INT, default="")
    from_on: Mapped[date | None] = col(INT)
    to_on: Mapped[date | None] = col(INT)
    unborn: Mapped[bool] = col(PER, default=False)
    age_estimate_months: Mapped[int | None] = col(PER)
    sex_stat: Mapped[Sex] = col(PER, Sex, export=True)
    birth_year: Mapped[int | None] = col(PER, export=True)
    age_at_opening: Mapped[int | None] = col(PER, export=True)
    """Whole years on the day the case was opened."""
    disability: Mapped[Disability] = col(SPC, Disability, default=Disability.UNKNOWN)
    disability_yes: Mapped[bool | None] = col(SPC, export=True)
    health_note: Mapped[str] = col(SPC, default="")
    care_before: Mapped[CareType] = col(SPC, CareType, export=True)
    care_now: Mapped[CareType] = col(SPC, CareType, export=True)
    care_since: Mapped[date | None] = col(SPC)
    in_institution_id: Mapped[str | None] = col(SPC)
    education: Mapped[Education | None] = col(SPC, Education)
    legal_status: Mapped[LegalStatus | None] = col(SPC, LegalStatus)
    opinion_heard: Mapped[OpinionHeard | None] = col(SPC, OpinionHeard)


class FamilyMember(Synced):
    """Role of an individual as a family member in a case, dated."""

    __tablename__ = "family_member"

    case_id: Mapped[str] = col(PER, fk="case.id", index=True)
    individual_id: Mapped[str | None] = col(PER, index=True)
    relation: Mapped[FamilyRelation] = col(PER, FamilyRelation)
    from_on: Mapped[date | None] = col(PER)
    to_on: Mapped[date | None] = col(PER)
    lives_with_child: Mapped[bool] = col(PER, default=False)
    parental_rights: Mapped[ParentalRights | None] = col(SPC, ParentalRights)
    attitude: Mapped[CareAttitude | None] = col(SPC, CareAttitude)
    sibling_in_care: Mapped[CareType | None] = col(SPC, CareType)
    note: Mapped[str] = col(SPC, default="")


class CaseReview(Synced):
    """Discussion of one case under one agenda item."""

    __tablename__ = "case_review"

    case_id: Mapped[str] = col(INT, fk="case.id", index=True)
    item_id: Mapped[str] = col(INT, fk="agenda_item.id", index=True)
    presented_by_person_id: Mapped[str | None] = col(INT)
    next_review_on: Mapped[date | None] = col(INT)
    situation: Mapped[str] = col(SPC, merge="long", default="")
    separates: Mapped[bool | None] = col(SPC)
    """Whether the decision would part a child from the parents."""
    care_after: Mapped[CareType | None] = col(SPC, CareType)
    separation_ground: Mapped[str] = col(SPC, default="")
    """The ground that is not of material kind, when P04 asks for one."""
    incident_note: Mapped[str] = col(SPC, default="")
    """What happened when confidentiality was not kept (P10)."""
