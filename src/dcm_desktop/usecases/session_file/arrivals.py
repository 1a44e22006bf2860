"""Who was there: marks of the roll, substitutes, guests, comings and goings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.terms import AttendanceStatus
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import Session
from dcm_desktop.usecases.session_file.model import (
    AttendancePart,
    GuestPart,
    SessionPart,
)
from dcm_desktop.usecases.session_file.people import Register, done, place
from dcm_desktop.usecases.session_file.timeline import Timeline
from dcm_desktop.usecases.sessions.guests import GuestData, add_guest
from dcm_desktop.usecases.sessions.roll import (
    mark_absent,
    mark_left,
    mark_present,
)
from dcm_desktop.usecases.sessions.state import hall_of
from dcm_desktop.usecases.sessions.substitution import mark_represented


@dataclass(slots=True)
class Arrivals:
    """Enters the attendance of one session, before its opening."""

    register: Register
    timeline: Timeline
    session_id: str
    people: dict[str, str]
    """Person's reference → their row of the roll; substitutes join when they come."""

    @property
    def db(self) -> DbSession:
        """The store."""
        return self.register.db

    @property
    def at(self) -> datetime:
        """When it is entered."""
        return self.register.at

    def enter(self, part: SessionPart, opened: datetime) -> None:
        """Mark everybody as the file says; unlisted members are absent without a reason."""
        hall = hall_of(self.db, self.db.get_one(Session, self.session_id))
        rows = {row.person_id: row.id for row in hall.roll if row.person_id}
        for n, member in enumerate(part.attendance):
            with place(f"session.attendance[{n}]"):
                person_id = self.register.find("person", member.person)
                if person_id not in rows:
                    raise InputRefused("file.no_seat_that_day", ref=member.person)
                if member.person in self.people:
                    raise InputRefused("file.ref_twice", ref=member.person)
                self.people[member.person] = rows[person_id]
                self._attend(f"session.attendance[{n}]", member, rows[person_id], opened)
        for row in hall.roll:
            unlisted = row.id not in self.people.values()
            if unlisted and row.mandate_id and row.status is AttendanceStatus.EXPECTED:
                mark_absent(self.db, row.id, excused=False, at=self.at)
        for n, guest in enumerate(part.guests):
            with place(f"session.guests[{n}]"):
                self._guest(f"session.guests[{n}]", guest, opened)

    def _attend(self, where: str, part: AttendancePart, row: str, opened: datetime) -> None:
        arrived = self.timeline.hour(part.arrived_at) or opened
        if part.status.startswith("absent"):
            excused = part.status == "absent_excused"
            mark_absent(self.db, row, excused=excused, excuse=part.excuse, at=self.at)
            return
        if (part.status == "represented") != (part.substitute is not None):
            raise InputRefused("file.substitute_and_status")

        def come(when: datetime) -> None:
            if part.substitute is None:
                mark_present(self.db, row, mode=part.mode, when=when, at=self.at)
                return
            seat = mark_represented(
                self.db,
                row,
                person_id=self.register.find("person", part.substitute.person),
                authorisation=part.substitute.authorisation,
                mode=part.mode,
                when=when,
                at=self.at,
            )
            self.people[part.substitute.person] = seat.id

        if arrived <= opened:
            come(min(arrived, opened))
        else:
            self.timeline.later(where, arrived, come)
        self._leave(where, row, part.left_at, part.returned_at, come)

    def _go(self, row: str, when: datetime) -> None:
        mark_left(self.db, row, when=when, at=self.at)

    def _leave(
        self,
        where: str,
        row: str,
        left_at: str | None,
        returned_at: str | None,
        come: Callable[[datetime], None],
    ) -> None:
        left, returned = self.timeline.hour(left_at), self.timeline.hour(returned_at)
        if left is not None:
            self.timeline.later(
                where, left, lambda when: mark_left(self.db, row, when=when, at=self.at)
            )
        if returned is not None:
            if left is None or returned < left:
                raise InputRefused("file.time_order", field="returned_at")
            self.timeline.later(where, returned, come)

    def _guest(self, where: str, part: GuestPart, opened: datetime) -> None:
        arrived = self.timeline.hour(part.arrived_at) or opened
        made = add_guest(
            self.db,
            self.session_id,
            GuestData(
                name=part.name,
                organisation=part.organisation,
                position=part.position,
                institution_id=self.register.maybe("institution", part.institution),
                stays_for_closed=part.stays_for_closed,
                stays_reason=part.stays_reason,
                declaration_signed=part.declaration_signed,
            ),
            present=arrived <= opened,
            when=arrived,
            at=self.at,
        )
        row = done(made)

        def come(when: datetime) -> None:
            mark_present(self.db, row, when=when, at=self.at)

        if arrived > opened:
            self.timeline.later(where, arrived, come)
        self._leave(where, row, part.left_at, None, come)
