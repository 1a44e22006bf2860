"""Votes, decisions, tasks, pledges and minutes (domain reference, section 4.2)."""

from datetime import date, datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped

from dcm_desktop.domain.terms import (
    ActionItemStatus,
    DecisionKind,
    DecisionStatus,
    MajorityRule,
    MembershipChangeKind,
    MinutesStatus,
    PledgeKind,
    VoteChoice,
    VoteMethod,
    VoteResult,
    VoteSubject,
)
from dcm_desktop.store.tables.base import INT, PUB, SPC, Synced, col


class Decision(Synced):
    """A numbered result. `text` is the working text with its points, one per line.

    For items that concern no case `text_public` repeats `text`; for a case it is the neutral
    sentence of the public edition. `present`, `entitled` and `required` are frozen at adoption.
    """

    __tablename__ = "decision"

    session_id: Mapped[str] = col(PUB, fk="session.id", index=True)
    item_id: Mapped[str] = col(PUB, fk="agenda_item.id", index=True)
    case_id: Mapped[str | None] = col(INT, fk="case.id", index=True)
    seq: Mapped[int | None] = col(PUB, group="number")
    number: Mapped[str | None] = col(PUB, group="number")
    kind: Mapped[DecisionKind] = col(PUB, DecisionKind, default=DecisionKind.DECISION)
    text: Mapped[str] = col(SPC, merge="long", default="")
    text_public: Mapped[str] = col(PUB, merge="long", default="")
    text_confidential: Mapped[str] = col(SPC, merge="long", default="")
    addressee_ids: Mapped[list[str]] = col(PUB)
    due_on: Mapped[date | None] = col(PUB)
    status: Mapped[DecisionStatus] = col(PUB, DecisionStatus, default=DecisionStatus.DRAFT)
    superseded_by_id: Mapped[str | None] = col(PUB)
    adopted_at: Mapped[datetime | None] = col(PUB)
    present: Mapped[int | None] = col(PUB)
    entitled: Mapped[int | None] = col(PUB)
    required: Mapped[int | None] = col(PUB)


class Vote(Synced):
    """One vote or consensus; `result` is always computed. A correction points to the old vote."""

    __tablename__ = "vote"

    session_id: Mapped[str] = col(PUB, fk="session.id", index=True)
    item_id: Mapped[str | None] = col(PUB, fk="agenda_item.id", index=True)
    subject: Mapped[VoteSubject] = col(PUB, VoteSubject)
    decision_id: Mapped[str | None] = col(PUB, fk="decision.id", index=True)
    method: Mapped[VoteMethod] = col(PUB, VoteMethod)
    at: Mapped[datetime] = col(PUB)
    eligible_present: Mapped[int] = col(PUB, default=0)
    recused_n: Mapped[int] = col(PUB, default=0)
    for_n: Mapped[int | None] = col(PUB, group="counts")
    against_n: Mapped[int | None] = col(PUB, group="counts")
    abstain_n: Mapped[int | None] = col(PUB, group="counts")
    not_voting_n: Mapped[int] = col(PUB, group="counts", default=0)
    blank_n: Mapped[int] = col(PUB, group="counts", default=0)
    invalid_n: Mapped[int] = col(PUB, group="counts", default=0)
    objections: Mapped[int] = col(PUB, group="counts", default=0)
    tie_broken_by_chair: Mapped[bool] = col(PUB, default=False)
    result: Mapped[VoteResult] = col(PUB, VoteResult, group="counts")
    corrects_id: Mapped[str | None] = col(PUB)
    correction_reason: Mapped[str] = col(INT, default="", export=False)
    majority: Mapped[MajorityRule | None] = col(PUB, MajorityRule)
    """The majority that was asked for, frozen."""
    block_id: Mapped[str | None] = col(INT, export=False)
    """The same for all votes that were taken in one go on several items."""
    teller_ids: Mapped[list[str]] = col(INT, export=False)
    """Attendance of who counted a secret ballot."""
    computed_result: Mapped[VoteResult | None] = col(PUB, VoteResult, group="override")
    """What the rule gave, where the operator had to enter another result."""
    override_reason: Mapped[str] = col(INT, group="override", default="", export=False)


class NamedVote(Synced):
    """One member's choice in a vote by name; none exist for a secret vote."""

    __tablename__ = "named_vote"

    vote_id: Mapped[str] = col(INT, index=True, export=False)
    attendance_id: Mapped[str] = col(INT, export=False)
    choice: Mapped[VoteChoice] = col(INT, VoteChoice, export=False)


class ActionItem(Synced):
    """A task: who does what by when. Overdue is computed, never stored."""

    __tablename__ = "action_item"

    mechanism_id: Mapped[str] = col(INT, fk="mechanism.id", index=True)
    session_id: Mapped[str | None] = col(INT, fk="session.id", index=True)
    item_id: Mapped[str | None] = col(INT, fk="agenda_item.id", index=True)
    decision_id: Mapped[str | None] = col(INT, fk="decision.id", index=True)
    case_id: Mapped[str | None] = col(INT, fk="case.id", index=True)
    point_label: Mapped[str] = col(INT, default="")
    """Point of the decision it belongs to, for example `2.1`; empty: printed after the points."""
    title: Mapped[str] = col(SPC, merge="long", default="")
    responsible_institution_id: Mapped[str | None] = col(INT, fk="institution.id", index=True)
    responsible_person_id: Mapped[str | None] = col(INT, fk="person.id")
    co_responsible_ids: Mapped[list[str]] = col(INT)
    due_on: Mapped[date | None] = col(INT, group="term")
    standing: Mapped[bool] = col(INT, group="term", default=False)
    next_session: Mapped[bool] = col(INT, group="term", default=False)
    status: Mapped[ActionItemStatus] = col(
        INT, ActionItemStatus, group="status", default=ActionItemStatus.OPEN
    )
    done_on: Mapped[date | None] = col(INT, group="status")
    result: Mapped[str] = col(SPC, merge="long", default="")
    reported_by_person_id: Mapped[str | None] = col(INT)
    carried_to_id: Mapped[str | None] = col(INT)
    quiet_until: Mapped[date | None] = col(INT)
    """Until then it is kept out of agendas, not out of the register."""
    commitment_id: Mapped[str | None] = col(INT)


class Pledge(Synced):
    """Material support that an institution promised. Money is in euro cents."""

    __tablename__ = "pledge"

    mechanism_id: Mapped[str] = col(INT, fk="mechanism.id", index=True)
    session_id: Mapped[str | None] = col(INT, fk="session.id")
    item_id: Mapped[str | None] = col(INT, fk="agenda_item.id", index=True)
    case_id: Mapped[str | None] = col(INT, fk="case.id", index=True)
    institution_id: Mapped[str | None] = col(INT, fk="institution.id")
    kind: Mapped[PledgeKind] = col(INT, PledgeKind)
    what: Mapped[str] = col(SPC, default="")
    amount: Mapped[int] = col(INT, default=0)
    unit: Mapped[str] = col(INT, default="", export=False)
    due_on: Mapped[date | None] = col(INT)
    delivered: Mapped[int] = col(INT, default=0)


class MembershipChange(Synced):
    """What an adopted decision does to a mandate, with its effective date."""

    __tablename__ = "membership_change"

    session_id: Mapped[str] = col(INT, fk="session.id", index=True)
    item_id: Mapped[str] = col(INT, fk="agenda_item.id", index=True)
    decision_id: Mapped[str | None] = col(INT, fk="decision.id")
    mandate_id: Mapped[str] = col(INT, fk="mandate.id")
    change: Mapped[MembershipChangeKind] = col(INT, MembershipChangeKind)
    effective_on: Mapped[date] = col(INT)


class Minutes(Synced):
    """One version of the minutes of a session; the snapshot never travels."""

    __tablename__ = "minutes"

    session_id: Mapped[str] = col(PUB, fk="session.id", index=True)
    version: Mapped[int] = col(PUB, default=1)
    status: Mapped[MinutesStatus] = col(PUB, MinutesStatus, default=MinutesStatus.DRAFT)
    template: Mapped[int] = col(PUB, default=1)
    snapshot: Mapped[str] = col(SPC, Text(), merge="quiet", default="")
    """Canonical JSON of the data of this version."""
    sha256: Mapped[str] = col(PUB, default="")
    check_code: Mapped[str] = col(PUB, default="")
    made_at: Mapped[datetime] = col(PUB)
    signed_on: Mapped[date | None] = col(PUB)
