"""Seats of people in a mechanism over time (domain reference, section 4.2)."""

from datetime import date

from sqlalchemy.orm import Mapped

from dcm_desktop.domain.terms import MandateEndReason, MemberRole
from dcm_desktop.store.tables.base import INT, Synced, col


class Mandate(Synced):
    """One person's seat for a period. `votes` None means: as the role and the rules say."""

    __tablename__ = "mandate"

    mechanism_id: Mapped[str] = col(INT, fk="mechanism.id", index=True)
    person_id: Mapped[str] = col(INT, fk="person.id", index=True)
    institution_id: Mapped[str | None] = col(INT, fk="institution.id", index=True)
    role: Mapped[MemberRole] = col(INT, MemberRole)
    seat_no: Mapped[int | None] = col(INT)
    votes: Mapped[bool | None] = col(INT, group="votes")
    votes_reason: Mapped[str] = col(INT, group="votes", default="", export=False)
    start_on: Mapped[date] = col(INT)
    appointed_by: Mapped[str] = col(INT, default="", export=False)
    end_on: Mapped[date | None] = col(INT, group="end")
    end_reason: Mapped[MandateEndReason | None] = col(INT, MandateEndReason, group="end")


class MandateSubstitute(Synced):
    """A person authorised to replace the holder of a mandate for a period."""

    __tablename__ = "mandate_substitute"

    mandate_id: Mapped[str] = col(INT, fk="mandate.id", index=True)
    person_id: Mapped[str] = col(INT, fk="person.id")
    from_on: Mapped[date] = col(INT)
    to_on: Mapped[date | None] = col(INT)
    document: Mapped[str] = col(INT, default="", export=False)
