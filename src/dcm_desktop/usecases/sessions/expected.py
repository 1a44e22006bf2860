"""What members said beforehand, on the telephone: will come, will not, sends a substitute.

It never counts as presence and changes no row of the roll by itself. The roll call may show
`expectations(db, session_id)` beside its rows (by mandate) and offer `apply_expectations` on one
key: that marks excused those who said that they will not come, and nobody else.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import AttendanceCapacity, AttendanceStatus, ExpectedAnswer
from dcm_desktop.domain.text import check_line
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import ExpectedAttendance, Mandate, Session
from dcm_desktop.usecases.members import MemberRow, members_on
from dcm_desktop.usecases.saving import Saved, new_id, saved
from dcm_desktop.usecases.sessions.naming import names_of
from dcm_desktop.usecases.sessions.state import (
    quorum_base_and_need,
    roll_of,
    rules_of_session,
    session_day,
)

_ASKED = (AttendanceCapacity.PERMANENT, AttendanceCapacity.ASSOCIATE)


@dataclass(frozen=True, slots=True, repr=False)
class Expectation:
    """What one member said. `substitute` is a name, empty when nobody was named."""

    answer: ExpectedAnswer
    substitute_person_id: str | None
    substitute: str
    reason: str
    told_at: datetime | None


@dataclass(frozen=True, slots=True, repr=False)
class ExpectedRow:
    """A member to be asked; `said` None: not asked yet."""

    mandate_id: str
    person_id: str
    n: int
    name: str
    office: str
    votes: bool
    substitutes: tuple[tuple[str, str], ...]
    """Authorised for the day: person and name."""
    said: Expectation | None


@dataclass(frozen=True, slots=True, repr=False)
class ExpectedView:
    """All members of the session's day, and whether those who will come are enough."""

    rows: tuple[ExpectedRow, ...]
    needed: int

    @property
    def coming(self) -> int:
        """Votes that were promised: members who will come and substitutes announced."""
        return self._votes(ExpectedAnswer.WILL_COME) + self._votes(ExpectedAnswer.SENDS_SUBSTITUTE)

    @property
    def missing(self) -> int:
        """Votes that will be away."""
        return self._votes(ExpectedAnswer.WONT_COME)

    @property
    def unasked(self) -> int:
        """Votes of which nothing is known."""
        return sum(1 for row in self.rows if row.votes and row.said is None)

    def _votes(self, answer: ExpectedAnswer) -> int:
        said = [row.said for row in self.rows if row.votes]
        return sum(1 for one in said if one is not None and one.answer is answer)


def set_expected(
    db: DbSession,
    session_id: str,
    mandate_id: str,
    answer: ExpectedAnswer,
    *,
    substitute_person_id: str | None = None,
    reason: str = "",
    at: datetime,
) -> Saved:
    """Note what a member said now; an earlier answer of theirs is replaced.

    Raises: RuleBroken `substitute.self`, `expected.same_substitute`.
    """
    session = db.get_one(Session, session_id)
    check_editable(session.status)
    if answer is not ExpectedAnswer.SENDS_SUBSTITUTE:
        substitute_person_id = None
    rows = _rows(db, session_id)
    if substitute_person_id is not None:
        if substitute_person_id == db.get_one(Mandate, mandate_id).person_id:
            raise RuleBroken("substitute.self", field="person")
        others = [row for key, row in rows.items() if key != mandate_id]
        if any(row.substitute_person_id == substitute_person_id for row in others):
            raise RuleBroken("expected.same_substitute", field="person")
    row = rows.get(mandate_id)
    if row is None:
        row = ExpectedAttendance(id=new_id(db), session_id=session_id, mandate_id=mandate_id)
        db.add(row)
    row.answer, row.substitute_person_id, row.told_at = answer, substitute_person_id, at
    row.reason = check_line(reason, name="reason", max_len=200, required=False)
    return saved(db, row, (), at=at)


def clear_expected(db: DbSession, session_id: str, mandate_id: str, *, at: datetime) -> None:
    """Forget what a member said."""
    del at
    row = _rows(db, session_id).get(mandate_id)
    if row is not None:
        row.deleted = True


def expectations(db: DbSession, session_id: str) -> dict[str, Expectation]:
    """What was said, by mandate; for the sign beside a row of the roll call."""
    rows = _rows(db, session_id)
    names = names_of(db, (), {row.substitute_person_id for row in rows.values()})
    return {
        mandate_id: Expectation(
            row.answer,
            row.substitute_person_id,
            names.name(row.substitute_person_id),
            row.reason,
            row.told_at,
        )
        for mandate_id, row in rows.items()
    }


def list_expected(db: DbSession, session_id: str) -> ExpectedView:
    """Members of the session's day with what they said, numbered as in the roll."""
    session = db.get_one(Session, session_id)
    rules = rules_of_session(db, session)
    members = members_on(db, session.mechanism_id, session_day(session), rules=rules)
    said = expectations(db, session_id)
    asked = [one for one in members if one.capacity in _ASKED]
    following = max((one.seat_no or 0 for one in asked), default=0)
    rows = []
    for one in asked:
        number = one.seat_no if one.capacity is AttendanceCapacity.PERMANENT else None
        if not number:
            following += 1
            number = following
        rows.append(_view(one, number, said.get(one.mandate_id)))
    _, needed = quorum_base_and_need(db, session, rules)
    return ExpectedView(tuple(rows), needed)


def apply_expectations(db: DbSession, session_id: str, *, at: datetime) -> int:
    """Mark excused those who said that they will not come and were not marked yet.

    Returns how many. Only on the operator's own key; nobody becomes present by it.
    """
    del at
    session = db.get_one(Session, session_id)
    check_editable(session.status)
    said = expectations(db, session_id)
    marked = 0
    for row in roll_of(db, session_id):
        answer = said.get(row.mandate_id or "")
        if answer is None or answer.answer is not ExpectedAnswer.WONT_COME:
            continue
        if row.status is AttendanceStatus.EXPECTED:
            row.status, row.excuse = AttendanceStatus.ABSENT_EXCUSED, answer.reason
            marked += 1
    return marked


def _view(member: MemberRow, number: int, said: Expectation | None) -> ExpectedRow:
    return ExpectedRow(
        member.mandate_id,
        member.person_id,
        number,
        member.name,
        member.institution_short or member.institution,
        member.votes,
        tuple((one.person_id, one.name) for one in member.substitutes),
        said,
    )


def _rows(db: DbSession, session_id: str) -> dict[str, ExpectedAttendance]:
    query = select(ExpectedAttendance).where(ExpectedAttendance.session_id == session_id)
    rows = sorted(db.scalars(query), key=lambda row: row.id)
    return {row.mandate_id: row for row in rows}
