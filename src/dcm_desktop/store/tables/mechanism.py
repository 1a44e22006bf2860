"""The mechanism, its rules, institutions and officials (domain reference, section 4.2)."""

from datetime import date

from sqlalchemy.orm import Mapped

from dcm_desktop.domain.terms import (
    DecisionMode,
    GrammaticalGender,
    InstitutionType,
    MajorityRule,
    MechanismLevel,
    MechanismStatus,
    PersonTitle,
    QuorumBase,
    QuorumRule,
    ReducedQuorum,
    SexStat,
    SignOrder,
)
from dcm_desktop.store.tables.base import INT, PER, PUB, Synced, col


class Mechanism(Synced):
    """The platform of one district or municipality."""

    __tablename__ = "mechanism"

    district: Mapped[str] = col(PUB, default="")
    level: Mapped[MechanismLevel] = col(PUB, MechanismLevel)
    municipality: Mapped[str | None] = col(PUB)
    name_bg: Mapped[str] = col(PUB, default="")
    founded_on: Mapped[date | None] = col(PUB)
    first_session_on: Mapped[date | None] = col(PUB)
    first_session_number: Mapped[int] = col(PUB, default=1)
    """Number of the first session kept in this program; sessions count from the foundation."""
    founding_act: Mapped[str] = col(PUB, default="", export=False)
    status: Mapped[MechanismStatus] = col(PUB, MechanismStatus, default=MechanismStatus.ACTIVE)
    planned_seats: Mapped[int] = col(PUB, default=15)
    funding_project: Mapped[str] = col(PUB, default="")
    seat_address: Mapped[str] = col(PUB, default="", export=False)
    controller: Mapped[str] = col(PUB, default="", export=False)
    dpo_contact: Mapped[str] = col(PUB, default="", export=False)
    case_register_holder: Mapped[bool] = col(INT, default=True)
    speech_seconds: Mapped[int] = col(INT, default=180, export=False)
    """Time of one speaker on the timer."""
    hall_shows_codes: Mapped[bool] = col(INT, default=False, export=False)


class MechanismRules(Synced):
    """One version of the rules (правилник), in force from its date until the next version.

    Defaults are only what the form shows first; the mechanism's own rules are typed in.
    """

    __tablename__ = "mechanism_rules"

    mechanism_id: Mapped[str] = col(PUB, fk="mechanism.id", index=True)
    version: Mapped[int] = col(PUB, default=1)
    adopted_on: Mapped[date | None] = col(PUB)
    source: Mapped[str] = col(PUB, default="", export=False)
    """Where the rules stand: document, article, date."""
    quorum_base: Mapped[QuorumBase] = col(PUB, QuorumBase, default=QuorumBase.ALL_SEATS)
    quorum_rule: Mapped[QuorumRule] = col(PUB, QuorumRule, default=QuorumRule.MORE_THAN_HALF)
    quorum_fixed: Mapped[int | None] = col(PUB)
    reduced_quorum: Mapped[ReducedQuorum] = col(PUB, ReducedQuorum, default=ReducedQuorum.NONE)
    reduced_quorum_fixed: Mapped[int | None] = col(PUB)
    reduced_quorum_after_min: Mapped[int | None] = col(PUB)
    decision_mode: Mapped[DecisionMode] = col(PUB, DecisionMode, default=DecisionMode.BOTH)
    majority: Mapped[MajorityRule] = col(
        PUB, MajorityRule, default=MajorityRule.MORE_THAN_HALF_PRESENT
    )
    majority_exceptions: Mapped[list[str]] = col(PUB)
    """Another majority for a kind of decision: `opinion:two_thirds_present`."""
    chair_breaks_tie: Mapped[bool] = col(PUB, default=False)
    recused_in_base: Mapped[bool] = col(PUB, default=False)
    associates_vote: Mapped[bool] = col(PUB, default=False)
    substitute_votes: Mapped[bool] = col(PUB, default=True)
    proxy_votes: Mapped[bool] = col(PUB, default=False)
    max_proxies: Mapped[int] = col(PUB, default=1)
    named_votes_public: Mapped[bool] = col(PUB, default=False)
    remote_counts: Mapped[bool] = col(PUB, default=True)
    written_procedure: Mapped[bool] = col(PUB, default=False)
    lapse_is_approval: Mapped[bool] = col(PUB, default=False)
    sign_order: Mapped[SignOrder] = col(PUB, SignOrder, default=SignOrder.APPROVE_FIRST)
    notice_workdays: Mapped[int] = col(PUB, default=7)
    materials_workdays: Mapped[int] = col(PUB, default=5)
    minutes_due_workdays: Mapped[int] = col(PUB, default=7)
    objection_workdays: Mapped[int] = col(PUB, default=5)
    signers: Mapped[list[str]] = col(PUB)
    """`chair`, `minutes_taker`, in the order of signing; empty means both."""
    confidentiality_declaration: Mapped[bool] = col(PUB, default=True)
    planned_sessions_per_year: Mapped[int] = col(PUB, default=12)
    case_deadline_workdays: Mapped[int] = col(PUB, default=10)


class Institution(Synced):
    """Legal body or unit that takes part or receives referrals."""

    __tablename__ = "institution"

    type: Mapped[InstitutionType] = col(PUB, InstitutionType)
    name: Mapped[str] = col(PUB, default="")
    short_name: Mapped[str] = col(PUB, default="")
    eik: Mapped[str] = col(PUB, default="")
    parent_id: Mapped[str | None] = col(PUB, fk="institution.id")
    municipality: Mapped[str | None] = col(PUB)
    settlement_ekatte: Mapped[str | None] = col(PUB)
    supra_district: Mapped[bool] = col(PUB, default=False)
    address: Mapped[str] = col(PUB, default="", export=False)
    phone: Mapped[str] = col(PUB, default="", export=False)
    email: Mapped[str] = col(PUB, default="", export=False)
    head_name: Mapped[str] = col(INT, default="", export=False)
    head_title_gender: Mapped[GrammaticalGender | None] = col(INT, GrammaticalGender, export=False)
    capacity: Mapped[int | None] = col(INT)
    free_places: Mapped[int | None] = col(INT, group="free_places")
    free_places_as_of: Mapped[date | None] = col(INT, group="free_places")
    is_institution: Mapped[bool] = col(PUB, default=False)
    closing_on: Mapped[date | None] = col(PUB)
    active: Mapped[bool] = col(PUB, default=True)


class Person(Synced):
    """Natural person acting in an official capacity; never a child or a family member."""

    __tablename__ = "person"

    title: Mapped[PersonTitle] = col(PER, PersonTitle, default=PersonTitle.NONE)
    first_name: Mapped[str] = col(PER, default="")
    middle_name: Mapped[str] = col(PER, default="")
    last_name: Mapped[str] = col(PER, default="")
    grammatical_gender: Mapped[GrammaticalGender] = col(PER, GrammaticalGender)
    sex_stat: Mapped[SexStat | None] = col(INT, SexStat)
    position: Mapped[str] = col(PER, default="")
    """Office in words; free text, so it does not travel."""
    institution_id: Mapped[str | None] = col(INT, fk="institution.id", index=True)
    work_phone: Mapped[str] = col(PER, default="")
    work_email: Mapped[str] = col(PER, default="")
    declaration_signed_on: Mapped[date | None] = col(INT)
    merged_into_id: Mapped[str | None] = col(INT)
