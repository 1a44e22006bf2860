"""Who is asked for a vote, by the kind of session: the room, or everybody in writing.

A working meeting decides nothing. In a written procedure (неприсъствено) every seat with a vote is
asked; those whose answer came count as taking part, and silence is not voting, so that it never
lowers the majority. Source: domain reference, section 4.2 (`written_procedure`, Session, Vote).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import AttendanceCapacity, SessionKind
from dcm_desktop.store.tables import Attendance, WrittenAnswer
from dcm_desktop.usecases.sessions.state import Hall


@dataclass(frozen=True, slots=True)
class Asked:
    """The votes there are at a moment, how many take part, how many must. Unit: people."""

    voters: tuple[str, ...]
    present: int
    needed: int


def asked_now(db: DbSession, hall: Hall, item_id: str | None, when: datetime | None) -> Asked:
    """Who may vote on an item (None: on the agenda) at a moment."""
    if hall.session.kind is SessionKind.WRITTEN:
        rows = [row.id for row in asked_in_writing(hall)]
        answers = answers_of(db, item_id) if item_id else ()
        given = {answer.attendance_id for answer in answers}
        taking_part = len(rows) if item_id is None else sum(1 for row in rows if row in given)
        return Asked(tuple(rows), taking_part, hall.needed)
    count = hall.count(when)
    return Asked(hall.voters(when), count.present, count.needed)


def asked_in_writing(hall: Hall) -> list[Attendance]:
    """One row per seat that has a vote; associates only where the rules let them vote."""
    kinds = [AttendanceCapacity.PERMANENT]
    if hall.rules.associates_vote:
        kinds.append(AttendanceCapacity.ASSOCIATE)
    return [
        row
        for row in hall.roll
        if row.votes and row.represents_mandate_id is None and row.capacity in kinds
    ]


def answers_of(db: DbSession, item_id: str) -> Sequence[WrittenAnswer]:
    """The answers on one item, in the order they came."""
    rows = db.scalars(select(WrittenAnswer).where(WrittenAnswer.item_id == item_id))
    return sorted(rows, key=lambda row: (row.received_at, row.id))
