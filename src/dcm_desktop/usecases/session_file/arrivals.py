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
    BreakPart,
    GuestPart,
    SessionPart,
)
from dcm_desktop.usecases.session_file.people import Register, done, place
from dcm_desktop.usecases.session_file.timeline import Timeline
from dcm_desktop.usecases.sessions.breaks import adjourn_session, resume_session
from dcm_desktop.usecases.sessions.declarations import sign_declaration
from dcm_desktop.usecases.sessions.guests import GuestData, add_guest
from dcm_desktop.usecases.sessions.proxies import give_proxy
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
        """Mark everybody as the file says; unlisted members are absent without a reason.

        Breaks come at their hours, proxies when everybody is marked.
        """
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
        for n, member in enumerate(part.attendance):
            with place(f"session.attendance[{n}]"):
                self._particulars(member, opened)
        for n, pause in enumerate(part.breaks):
            with place(f"session.breaks[{n}]"):
                self._break(f"session.breaks[{n}]", pause)
        for n, guest in enumerate(part.guests):
            with place(f"session.guests[{n}]"):
                self._guest(f"session.guests[{n}]", guest, opened)

    def _particulars(self, member: AttendancePart, opened: datetime) -> None:
        row = self.people[member.person]
        if member.declaration_signed:
            sign_declaration(self.db, row, signed=True, at=self.at)
        if member.proxy is not None:
            self.register.find("person", member.proxy.holder)
            if member.proxy.holder not in self.people:
                raise InputRefused("file.not_in_the_room", ref=member.proxy.holder)
            holder = self.people[member.proxy.holder]
            document = member.proxy.document
            give_proxy(self.db, row, holder, document=document, when=opened, at=self.at)

    def _break(self, where: str, part: BreakPart) -> None:
        begins, ends = self.timeline.hour(part.begins), self.timeline.hour(part.ends)
        planned = self.timeline.hour(part.planned)
        if begins is None or ends is None or ends <= begins:
            raise InputRefused("file.time_order", field="ends")

        def pause(when: datetime) -> None:
            adjourn_session(
                self.db,
                self.session_id,
                planned_to_at=planned,
                reason=part.reason,
                when=when,
                at=self.at,
            )

        self.timeline.later(where, begins, pause)
        self.timeline.later(
            where,
            ends,
            lambda when: resume_session(self.db, self.session_id, when=when, at=self.at),
        )

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
        for absence in part.absences:
            self._leave(where, row, absence.left_at, absence.returned_at, come)

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
