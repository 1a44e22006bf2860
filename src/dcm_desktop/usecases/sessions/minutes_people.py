"""Who was there, who was not, and the quorum, in the form that the minutes print."""

from dataclasses import replace

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.documents.models import (
    AbsentMember,
    PresentPerson,
    QuorumFacts,
    RecusalTime,
    WrittenFacts,
)
from dcm_desktop.domain.terms import (
    AttendanceCapacity,
    AttendanceMode,
    AttendanceStatus,
    SessionKind,
    SessionStatus,
)
from dcm_desktop.store.tables import AgendaItem, Attendance, Recusal
from dcm_desktop.usecases.sessions.asking import answers_of, asked_in_writing
from dcm_desktop.usecases.sessions.movement_lines import plain_time
from dcm_desktop.usecases.sessions.naming import Names
from dcm_desktop.usecases.sessions.proxies import proxy_rows
from dcm_desktop.usecases.sessions.state import Hall

CHAIR, TAKER = "председател", "протоколист"

_GONE = {
    AttendanceStatus.ABSENT_EXCUSED: True,
    AttendanceStatus.ABSENT_UNEXCUSED: False,
    AttendanceStatus.EXPECTED: False,
}


class PeopleFacts:
    """The people of one session. In a written procedure those who answered take part."""

    def __init__(self, db: DbSession, hall: Hall, names: Names, items: list[AgendaItem]) -> None:
        self._hall, self._names = hall, names
        self._session = hall.session
        self._written = hall.session.kind is SessionKind.WRITTEN
        self._answered = (
            {answer.attendance_id for item in items for answer in answers_of(db, item.id)}
            if self._written
            else set()
        )
        opened = hall.session.opened_at
        self._proxies: dict[str, list[str]] = {}
        for proxy in proxy_rows(hall, names, opened):
            self._proxies.setdefault(proxy.holder_id, []).append(names.of_row(proxy.giver_id))

    def quorum(self) -> QuorumFacts:
        """The quorum when the session opened; that after waiting, when it was lowered."""
        session, hall = self._session, self._hall
        moment = session.opened_at or session.ends_at
        count = hall.count(moment)
        failed = session.status is SessionStatus.NO_QUORUM
        put_off = session.next_session_at if failed else None
        lowered = hall.lowered
        in_force = lowered is not None and count.needed < hall.needed
        return QuorumFacts(
            seats=hall.seats,
            present=count.present,
            by_substitute=count.by_substitute,
            needed=count.needed,
            postponed_to=plain_time(put_off) if put_off is not None else None,
            full=hall.needed if in_force else None,
            reduced_from=plain_time(lowered.since) if lowered is not None and in_force else None,
            by_proxy=count.by_proxy,
        )

    def written(self) -> WrittenFacts | None:
        """Who was asked in writing and answered; None for a session in a room."""
        if not self._written:
            return None
        asked = asked_in_writing(self._hall)
        due = self._session.answers_due_at
        return WrittenFacts(
            asked=len(asked),
            answered=sum(1 for row in asked if row.id in self._answered),
            due_at=plain_time(due) if due is not None else None,
            silent=tuple(
                self._names.of_row(row.id) for row in asked if row.id not in self._answered
            ),
        )

    def members(self) -> tuple[PresentPerson, ...]:
        """Voting members who came, each at their seat; a substitute stands for the member."""
        out = []
        for row in self._hall.roll:
            if row.capacity is not AttendanceCapacity.PERMANENT:
                continue
            if row.status is AttendanceStatus.PRESENT or row.id in self._answered:
                out.append(self._person(row))
            elif row.status is AttendanceStatus.REPRESENTED:
                member = self._names.name(row.person_id)
                for other in self._hall.substitutes(row.mandate_id)[:1]:
                    institution = self._names.institution(row.institution_id)
                    person = self._person(other)
                    out.append(replace(person, institution=institution, substitute_for=member))
        return tuple(out)

    def group(self, capacity: AttendanceCapacity) -> tuple[PresentPerson, ...]:
        """Others of one capacity who came."""
        return tuple(
            self._person(row)
            for row in self._hall.roll
            if row.capacity is capacity and row.status is AttendanceStatus.PRESENT
        )

    def absent(self) -> tuple[AbsentMember, ...]:
        """Voting members who neither came nor were represented, nor answered."""
        return tuple(
            AbsentMember(
                self._names.name(row.person_id),
                self._names.institution(row.institution_id),
                excused=_GONE[row.status],
            )
            for row in self._hall.roll
            if row.capacity is AttendanceCapacity.PERMANENT
            and row.status in _GONE
            and row.id not in self._answered
        )

    def _person(self, row: Attendance) -> PresentPerson:
        names, session = self._names, self._session
        remote = row.mode is AttendanceMode.REMOTE and not self._written
        guest = names.guest(row)
        if guest is not None:
            return PresentPerson(guest.name, guest.position, guest.organisation, remote=remote)
        function = ""
        if row.person_id and row.person_id == session.chair_person_id:
            function = CHAIR
        elif row.person_id and row.person_id == session.minutes_taker_person_id:
            function = TAKER
        official = names.official(row.person_id)
        institution = names.institution(row.institution_id)
        return PresentPerson(
            official.name,
            official.post,
            institution,
            function,
            remote=remote,
            proxy_for=tuple(self._proxies.get(row.id, ())),
        )


def recusal_times(recusals: list[Recusal]) -> tuple[RecusalTime, ...]:
    """When those who stood aside left the hall and came back."""
    return tuple(
        RecusalTime(
            plain_time(row.left_at) if row.left_at is not None else None,
            plain_time(row.returned_at) if row.returned_at is not None else None,
        )
        for row in recusals
    )
