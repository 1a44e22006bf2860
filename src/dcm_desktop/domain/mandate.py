"""Seats of people in a mechanism over time: who is a member on a day, who has a vote.

Presence in a session is in `attendance.py`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dcm_desktop.domain.findings import Finding, blocker, warning
from dcm_desktop.domain.rules import Rules
from dcm_desktop.domain.terms import AttendanceCapacity, MandateEndReason, MemberRole
from dcm_desktop.errors import RuleBroken

SEAT_ROLES = frozenset({MemberRole.CHAIR, MemberRole.DEPUTY_CHAIR, MemberRole.PERMANENT})
"""Roles that fill one of the planned seats and count to the quorum."""

ROLE_ORDER = (
    MemberRole.CHAIR,
    MemberRole.DEPUTY_CHAIR,
    MemberRole.PERMANENT,
    MemberRole.SUBSTITUTE,
    MemberRole.ASSOCIATE,
    MemberRole.EXPERT,
    MemberRole.NATIONAL_EXPERT,
    MemberRole.OBSERVER,
    MemberRole.COORDINATOR,
    MemberRole.SECRETARY,
)
"""Order of roles on lists and papers. Source: domain reference, section 5.2, point 3."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A mandate as the rules see it. `votes` None means: as the role and the rules say.

    `end_on` is the last day of the mandate, inclusive.
    """

    mandate_id: str
    person_id: str
    role: MemberRole
    start_on: date
    end_on: date | None = None
    votes: bool | None = None
    person_name: str = ""

    def covers(self, day: date) -> bool:
        """Whether the mandate is in force on a day."""
        return self.start_on <= day and (self.end_on is None or day <= self.end_on)

    def overlaps(self, other: "Seat") -> bool:
        """Whether both mandates are in force on a common day."""
        return (other.end_on is None or self.start_on <= other.end_on) and (
            self.end_on is None or other.start_on <= self.end_on
        )


@dataclass(frozen=True, slots=True)
class Substitution:
    """A person authorised to replace the holder of a mandate from a day to a day, inclusive."""

    mandate_id: str
    person_id: str
    from_on: date
    to_on: date | None = None
    document: str = ""

    def covers(self, day: date) -> bool:
        """Whether the authorisation is in force on a day."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)


def role_votes(role: MemberRole, rules: Rules) -> bool:
    """Whether a role has a vote of its own under the rules.

    Chair, deputy and permanent members vote; associates if the rules let them; a substitute has
    no vote of his own, only the member's. Source: domain reference, section 2 and 4.2 (Mandate).
    """
    if role is MemberRole.ASSOCIATE:
        return rules.associates_vote
    return role in SEAT_ROLES


def may_vote(seat: Seat, rules: Rules) -> bool:
    """Whether a seat has a vote: derived from role and rules, unless overridden with a reason."""
    return role_votes(seat.role, rules) if seat.votes is None else seat.votes


def capacity_of(role: MemberRole) -> AttendanceCapacity:
    """In which group of the roll a role stands."""
    if role in SEAT_ROLES:
        return AttendanceCapacity.PERMANENT
    if role in (MemberRole.COORDINATOR, MemberRole.SECRETARY):
        return AttendanceCapacity.COORDINATOR
    if role is MemberRole.SUBSTITUTE:
        return AttendanceCapacity.SUBSTITUTE
    if role is MemberRole.ASSOCIATE:
        return AttendanceCapacity.ASSOCIATE
    return AttendanceCapacity.GUEST


def in_force(seats: Iterable[Seat], day: date) -> tuple[Seat, ...]:
    """Mandates in force on a day, in the order given."""
    return tuple(seat for seat in seats if seat.covers(day))


def chair_on(seats: Iterable[Seat], day: date) -> Seat | None:
    """The chair of a day, or None."""
    return next((s for s in in_force(seats, day) if s.role is MemberRole.CHAIR), None)


def filled_seats(seats: Iterable[Seat], rules: Rules, day: date) -> int:
    """Seats of voting members filled on a day; associates never count. Unit: people.

    Source: domain reference, section 4.2 (`quorum_base` filled_seats).
    """
    return sum(
        1 for s in in_force(seats, day) if s.role is not MemberRole.ASSOCIATE and may_vote(s, rules)
    )


def substitutes_of(
    substitutions: Iterable[Substitution], mandate_id: str, day: date
) -> tuple[Substitution, ...]:
    """Authorisations for a seat that are in force on a day."""
    return tuple(s for s in substitutions if s.mandate_id == mandate_id and s.covers(day))


def check_mandate(
    seat: Seat, others: Sequence[Seat], rules: Rules, *, planned_seats: int
) -> tuple[Finding, ...]:
    """What a new or changed mandate contradicts among the others of the mechanism.

    Source: domain reference, section 4.2 (Mandate) and 7: no two voting seats of one person, one
    chair at a time, more permanent members than seats only warns.
    """
    found = []
    rest = [other for other in others if other.mandate_id != seat.mandate_id]
    if seat.end_on is not None and seat.end_on < seat.start_on:
        found.append(blocker("period.end_before_start", field="end_on"))
    if may_vote(seat, rules):
        for other in rest:
            if (
                other.person_id == seat.person_id
                and may_vote(other, rules)
                and seat.overlaps(other)
            ):
                found.append(
                    blocker(
                        "mandate.overlap",
                        field="person",
                        person=other.person_name,
                        from_on=other.start_on,
                    )
                )
                break
    if seat.role is MemberRole.CHAIR:
        for other in rest:
            if other.role is MemberRole.CHAIR and seat.overlaps(other):
                day = max(seat.start_on, other.start_on)
                found.append(
                    blocker("mandate.second_chair", field="role", day=day, person=other.person_name)
                )
                break
    found += _seat_findings(seat, rest, planned_seats)
    return tuple(found)


def check_end(end_on: date | None, reason: MandateEndReason | None, start_on: date) -> None:
    """An ended mandate has a last day, not before the first, and a reason.

    Raises: RuleBroken `period.end_before_start`, `mandate.end_reason`.
    """
    if end_on is None:
        return
    if end_on < start_on:
        raise RuleBroken("period.end_before_start", field="end_on")
    if reason is None:
        raise RuleBroken("mandate.end_reason", field="end_reason")


def check_substitution(substitution: Substitution, seat: Seat, rules: Rules) -> tuple[Finding, ...]:
    """What an authorisation of a substitute lacks.

    Source: domain reference, section 7 (Substitute: no document only warns).
    """
    found = []
    if substitution.person_id == seat.person_id:
        found.append(blocker("substitute.self", field="person"))
    if substitution.to_on is not None and substitution.to_on < substitution.from_on:
        found.append(blocker("period.end_before_start", field="to_on"))
    if not substitution.document.strip():
        found.append(warning("substitute.no_document", field="document", n=1))
    if not rules.substitute_votes:
        found.append(warning("substitute.no_vote"))
    return tuple(found)


def _seat_findings(seat: Seat, rest: Sequence[Seat], planned: int) -> list[Finding]:
    if seat.role not in SEAT_ROLES:
        return []
    filled = 1 + sum(1 for other in rest if other.role in SEAT_ROLES and seat.overlaps(other))
    if filled <= planned:
        return []
    return [warning("mandate.more_than_seats", members=filled, seats=planned)]
