"""Enters a session from a file through the same use cases as the room, at the hours it names.

One transaction: a file that is refused anywhere leaves nothing behind.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.decision_text import Point, render_points
from dcm_desktop.domain.terms import AttendanceStatus, MembershipChangeKind, VoteMethod
from dcm_desktop.domain.values import at_local, local_date
from dcm_desktop.domain.vote import Counts
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import Mandate, Session
from dcm_desktop.usecases.saving import ACCEPT_ALL, Saved
from dcm_desktop.usecases.session_file.model import (
    AttendancePart,
    ConsensusPart,
    DecisionPart,
    ItemPart,
    MembershipPart,
    NamedBallot,
    PointPart,
    SecretBallot,
    SessionFile,
    SessionPart,
    SubPointPart,
    TaskPart,
    VotePart,
)
from dcm_desktop.usecases.session_file.people import Register, asked, enter_people, place
from dcm_desktop.usecases.sessions.agenda import (
    ItemData,
    add_item,
    postpone_item,
    set_reporting_text,
    withdraw_item,
)
from dcm_desktop.usecases.sessions.deciding import (
    put_decision,
    set_confidential_text,
    set_public_text,
    update_decision_text,
)
from dcm_desktop.usecases.sessions.guests import GuestData, add_guest
from dcm_desktop.usecases.sessions.membership import MembershipData, propose_membership
from dcm_desktop.usecases.sessions.prepare import SessionData, convene_session, create_session
from dcm_desktop.usecases.sessions.recusals import recuse
from dcm_desktop.usecases.sessions.roll import (
    mark_absent,
    mark_left,
    mark_present,
    mark_represented,
)
from dcm_desktop.usecases.sessions.room import (
    close_session,
    open_session,
    set_next_session,
    start_item,
)
from dcm_desktop.usecases.sessions.state import hall_of
from dcm_desktop.usecases.sessions.tasks import PledgeData, TaskData, add_pledge, add_task
from dcm_desktop.usecases.sessions.voting import (
    CONSENSUS,
    Ballot,
    vote_added_item,
    vote_agenda,
)
from dcm_desktop.usecases.sessions.writing import add_line, add_proposal
from dcm_desktop.usecases.workspace import counts

_TIES = ("vote.tie_chair_decides", "vote.tie_rejected")
"""What is accepted without asking: a tie is what the file says happened."""


@dataclass(frozen=True, slots=True)
class SessionImported:
    """What a file brought. `created` and `matched`: records per kind."""

    session_id: str
    number: int
    created: Mapping[str, int]
    matched: Mapping[str, int]


def import_session(db: DbSession, file: SessionFile, *, at: datetime) -> SessionImported:
    """Enter the session of a file with the people, mandates and cases it names.

    Raises: InputRefused with the place in the file, for whatever the forms and the room refuse.
    """
    before = counts(db)
    day = local_moment(file.session.starts_at).date()
    register = Register(db, at)
    enter_people(register, file, day)
    entry = _Entry(register, file.session, day)
    entry.run()
    db.flush()
    after = counts(db)
    made = {kind: n - before.get(kind, 0) for kind, n in after.items() if kind != "audit"}
    session = db.get_one(Session, entry.session_id)
    return SessionImported(
        session.id,
        session.number,
        {kind: n for kind, n in made.items() if n > 0},
        dict(sorted(register.matched.items())),
    )


def local_moment(text: str) -> datetime:
    """`2026-10-29T10:00` on the Bulgarian clock. Raises: InputRefused `file.wrong_date`."""
    try:
        naive = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputRefused("file.wrong_date", place="session.starts_at") from error
    return at_local(naive.date(), naive.time())


@dataclass(frozen=True, slots=True)
class _Movement:
    when: datetime
    where: str
    run: Callable[[datetime], object]


@dataclass(slots=True)
class _Entry:
    """Replays one session in the order of its hours."""

    register: Register
    part: SessionPart
    day: date
    session_id: str = ""
    clock: datetime = datetime.min.replace(tzinfo=UTC)
    people: dict[str, str] = field(default_factory=dict)
    """Person's reference → their row of the roll."""
    movements: list[_Movement] = field(default_factory=list)

    @property
    def db(self) -> DbSession:
        """The store."""
        return self.register.db

    @property
    def at(self) -> datetime:
        """When it is entered."""
        return self.register.at

    def run(self) -> None:
        """Prepare, open, replay and close the session."""
        part = self.part
        opened = self._hour(part.opened_at) or local_moment(part.starts_at)
        with place("session"):
            self._create(opened)
        items = [self._add_item(n, item) for n, item in enumerate(part.agenda)]
        with place("session"):
            self._done(
                convene_session(
                    self.db,
                    self.session_id,
                    convened_on=part.convened_on or min(self.day, local_date(self.at)),
                    outgoing_no=part.outgoing_no,
                    accept=ACCEPT_ALL,
                    at=self.at,
                )
            )
        self._roll(opened)
        with place("session.opened_at"):
            self._done(
                open_session(self.db, self.session_id, when=opened, accept=ACCEPT_ALL, at=self.at)
            )
        self.clock = opened
        self.movements.sort(key=lambda movement: movement.when)
        with place("session.agenda_vote"):
            if part.agenda_vote is not None:
                self._agenda_vote(part.agenda_vote)
        for n, (item, item_id) in enumerate(zip(part.agenda, items, strict=True)):
            self._replay(f"session.agenda[{n}]", item, item_id)
        self._close()

    # -- before the opening ---------------------------------------------------------------------

    def _create(self, opened: datetime) -> None:
        part, register = self.part, self.register
        data = SessionData(
            starts_at=local_moment(part.starts_at),
            number=part.number,
            kind=part.kind,
            form=part.form,
            topic=part.topic,
            place=part.place,
            chair_person_id=register.find("person", part.chair),
            minutes_taker_person_id=register.find("person", part.minutes_taker),
            funding_project=part.funding_project,
        )
        made = create_session(
            self.db,
            register.mechanism_id,
            data,
            with_items=False,
            accept=ACCEPT_ALL,
            at=self.at,
        )
        self.session_id = self._done(made)
        self.clock = opened

    def _add_item(self, n: int, item: ItemPart) -> str:
        if item.added_at_session:
            return ""
        with place(f"session.agenda[{n}]"):
            return self._item(item)

    def _item(self, item: ItemPart) -> str:
        data = ItemData(
            kind=item.kind,
            title=item.title,
            public_title=item.public_title,
            rapporteur_person_id=self.register.maybe("person", item.rapporteur),
            rapporteur_text=item.rapporteur_text,
            case_id=self.register.maybe("case", item.case),
            closed_part=item.closed_part,
            planned_minutes=item.planned_minutes,
        )
        return self._done(add_item(self.db, self.session_id, data, at=self.at))

    def _roll(self, opened: datetime) -> None:
        hall = hall_of(self.db, self.db.get_one(Session, self.session_id))
        rows = {row.person_id: row.id for row in hall.roll if row.person_id}
        for n, part in enumerate(self.part.attendance):
            with place(f"session.attendance[{n}]"):
                person_id = self.register.find("person", part.person)
                if person_id not in rows:
                    raise InputRefused("file.no_seat_that_day", ref=part.person)
                if part.person in self.people:
                    raise InputRefused("file.ref_twice", ref=part.person)
                self.people[part.person] = rows[person_id]
                self._attend(f"session.attendance[{n}]", part, rows[person_id], opened)
        for row in hall.roll:
            unlisted = row.id not in self.people.values()
            if unlisted and row.mandate_id and row.status is AttendanceStatus.EXPECTED:
                mark_absent(self.db, row.id, excused=False, at=self.at)
        for n, guest in enumerate(self.part.guests):
            with place(f"session.guests[{n}]"):
                self._guest(n, opened)
                del guest

    def _attend(self, where: str, part: AttendancePart, row: str, opened: datetime) -> None:
        arrived = self._hour(part.arrived_at) or opened
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
            self._later(where, arrived, come)
        self._leave(where, row, part.left_at, part.returned_at, come)

    def _leave(
        self,
        where: str,
        row: str,
        left_at: str | None,
        returned_at: str | None,
        come: Callable[[datetime], None],
    ) -> None:
        left, returned = self._hour(left_at), self._hour(returned_at)
        if left is not None:
            self._later(where, left, lambda when: mark_left(self.db, row, when=when, at=self.at))
        if returned is not None:
            if left is None or returned < left:
                raise InputRefused("file.time_order", field="returned_at")
            self._later(where, returned, come)

    def _guest(self, n: int, opened: datetime) -> None:
        part = self.part.guests[n]
        where = f"session.guests[{n}]"
        arrived = self._hour(part.arrived_at) or opened
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
        row = self._done(made)

        def come(when: datetime) -> None:
            mark_present(self.db, row, when=when, at=self.at)

        if arrived > opened:
            self._later(where, arrived, come)
        self._leave(where, row, part.left_at, None, come)

    # -- the course of the session --------------------------------------------------------------

    def _replay(self, where: str, item: ItemPart, item_id: str) -> None:
        with place(where):
            begins = self._hour(item.started_at) or self.clock
            self._move_until(begins, with_equal=True)
            self._tick(begins)
            if item.added_at_session:
                item_id = self._item(item)
                if item.added_vote is None:
                    raise InputRefused("file.added_without_vote")
                self._vote_added(item_id, item.added_vote)
            if item.outcome == "withdrawn":
                withdraw_item(self.db, item_id, item.reason, when=self.clock, at=self.at)
                return
            untouched = not (item.discussion or item.decisions or item.report)
            if item.outcome == "postponed" and untouched:
                postpone_item(self.db, item_id, item.reason, when=self.clock, at=self.at)
                return
            start_item(self.db, item_id, when=self.clock, at=self.at)
            if item.report:
                set_reporting_text(self.db, item_id, item.report, at=self.at)
        for n, recusal in enumerate(item.recused):
            with place(f"{where}.recused[{n}]"):
                row = self._row(recusal.person)
                recuse(self.db, item_id, row, reason=recusal.reason, at=self.at)
        self._write(where, item, item_id)
        for n, decision in enumerate(item.decisions):
            with place(f"{where}.decisions[{n}]"):
                self._decide(item_id, decision)
        for n, pledge in enumerate(item.pledges):
            with place(f"{where}.pledges[{n}]"):
                data = PledgeData(
                    institution_id=self.register.find("institution", pledge.institution),
                    kind=pledge.kind,
                    what=pledge.what,
                    amount=pledge.amount,
                    unit=pledge.unit,
                    due_on=pledge.due_on,
                )
                add_pledge(self.db, item_id, data, at=self.at)
        if item.outcome == "postponed":
            with place(where):
                postpone_item(self.db, item_id, item.reason, when=self.clock, at=self.at)

    def _write(self, where: str, item: ItemPart, item_id: str) -> None:
        for n, line in enumerate(item.discussion):
            with place(f"{where}.discussion[{n}]"):
                self._advance(line.at)
                add_line(
                    self.db,
                    item_id,
                    line.text,
                    speaker_id=self._row(line.speaker) if line.speaker else None,
                    private=line.private,
                    when=self.clock,
                    at=self.at,
                )
        for n, proposal in enumerate(item.proposals):
            with place(f"{where}.proposals[{n}]"):
                row = self._row(proposal.proposer)
                add_proposal(self.db, item_id, proposal.text, proposer_id=row, at=self.at)

    def _decide(self, item_id: str, part: DecisionPart) -> None:
        points, tasks = _points(part.points)
        draft = self._done(
            update_decision_text(
                self.db, item_id, render_points(points), kind=part.kind, at=self.at
            )
        )
        if part.public_text:
            set_public_text(self.db, draft, part.public_text, at=self.at)
        if part.confidential_text:
            set_confidential_text(self.db, draft, part.confidential_text, at=self.at)
        for label, task in [*tasks, *(("", task) for task in part.tasks)]:
            self._task(item_id, label, task)
        for n, membership in enumerate(part.membership):
            with place(f"membership[{n}]"):
                data = self._membership(membership)
                propose_membership(self.db, item_id, data, at=self.at)
        self._advance(part.vote.at)
        put = put_decision(
            self.db,
            item_id,
            self._ballot(part.vote),
            accept=_TIES,
            when=self.clock,
            at=self.at,
        )
        if not put.is_saved:
            raise asked(put.warnings[0])

    def _task(self, item_id: str, label: str, part: TaskPart) -> None:
        if (part.due_on is not None) + part.standing + part.next_session != 1:
            raise InputRefused("file.one_term")
        find = self.register.find
        data = TaskData(
            title=part.title,
            responsible_institution_id=find("institution", part.responsible),
            co_responsible_ids=tuple(find("institution", ref) for ref in part.co_responsible),
            due_on=part.due_on,
            standing=part.standing,
            next_session=part.next_session,
            point_label=label,
        )
        add_task(self.db, item_id, data, at=self.at)

    def _membership(self, part: MembershipPart) -> MembershipData:
        if (part.begin is None) == (part.end is None):
            raise InputRefused("file.begin_or_end")
        if part.begin is not None:
            return MembershipData(
                MembershipChangeKind.START,
                part.effective_on,
                person_id=self.register.find("person", part.begin.person),
                institution_id=self.register.maybe("institution", part.begin.institution),
                role=part.begin.role,
                seat_no=part.begin.seat_no,
                appointed_by=part.begin.appointed_by,
            )
        hall = hall_of(self.db, self.db.get_one(Session, self.session_id))
        person_id = self.register.find("person", part.end or "")
        for row in hall.roll:
            mandate = self.db.get(Mandate, row.mandate_id) if row.mandate_id else None
            if mandate is not None and mandate.person_id == person_id:
                return MembershipData(
                    MembershipChangeKind.END,
                    part.effective_on,
                    mandate_id=mandate.id,
                    end_reason=part.reason,
                )
        raise InputRefused("file.no_seat_that_day", ref=part.end)

    # -- votes ----------------------------------------------------------------------------------

    def _agenda_vote(self, part: VotePart) -> None:
        self._advance(part.at)
        voted = vote_agenda(
            self.db,
            self.session_id,
            self._ballot(part),
            accept=_TIES,
            when=self.clock,
            at=self.at,
        )
        if not voted.is_saved:
            raise asked(voted.warnings[0])

    def _vote_added(self, item_id: str, part: VotePart) -> None:
        self._advance(part.at)
        voted = vote_added_item(
            self.db, item_id, self._ballot(part), accept=_TIES, when=self.clock, at=self.at
        )
        if not voted.is_saved:
            raise asked(voted.warnings[0])

    def _ballot(self, part: VotePart) -> Ballot:
        if isinstance(part, ConsensusPart):
            return CONSENSUS
        if isinstance(part, NamedBallot):
            named = {self._row(one.person): one.choice for one in part.exceptions}
            return Ballot(VoteMethod.ROLL_CALL, named=named, casting=part.casting)
        if isinstance(part, SecretBallot):
            secret = Counts(
                part.for_n, part.against, part.abstain, part.not_voting, part.blank, part.invalid
            )
            return Ballot(VoteMethod.SECRET, counts=secret)
        shown = Counts(part.for_n, part.against, part.abstain, part.not_voting)
        return Ballot(VoteMethod.SHOW_OF_HANDS, counts=shown, casting=part.casting)

    # -- the end and the clock ------------------------------------------------------------------

    def _close(self) -> None:
        with place("session.closed_at"):
            closed = self._hour(self.part.closed_at) or self.clock
            self._move_until(closed, with_equal=True)
            self._tick(closed)
        if self.movements:
            raise InputRefused("file.time_order", place=self.movements[0].where)
        with place("session.next_session_at"):
            if self.part.next_session_at is not None:
                next_at = local_moment(self.part.next_session_at)
                set_next_session(self.db, self.session_id, next_at, at=self.at)
        with place("session"):
            self._done(
                close_session(self.db, self.session_id, when=closed, accept=ACCEPT_ALL, at=self.at)
            )

    def _row(self, ref: str) -> str:
        self.register.find("person", ref)
        if ref not in self.people:
            raise InputRefused("file.not_in_the_room", ref=ref)
        return self.people[ref]

    def _later(self, where: str, when: datetime, run: Callable[[datetime], object]) -> None:
        self.movements.append(_Movement(when, where, run))

    def _advance(self, hour: str | None) -> None:
        when = self._hour(hour)
        if when is not None:
            self._move_until(when, with_equal=False)
            self._tick(when)

    def _move_until(self, when: datetime, *, with_equal: bool) -> None:
        """Let those come and go whose hour is before `when`."""
        while self.movements:
            movement = self.movements[0]
            if movement.when > when or (movement.when == when and not with_equal):
                return
            self.movements.pop(0)
            with place(movement.where):
                self._tick(movement.when)
                movement.run(movement.when)

    def _tick(self, when: datetime) -> None:
        if when < self.clock:
            raise InputRefused("file.time_order")
        self.clock = when

    def _hour(self, text: str | None) -> datetime | None:
        return None if text is None else at_local(self.day, time.fromisoformat(text))

    def _done(self, saved: Saved) -> str:
        if not saved.is_saved:
            raise asked(saved.warnings[0])
        return saved.id


def _points(
    parts: tuple[PointPart, ...],
) -> tuple[tuple[Point, ...], list[tuple[str, TaskPart]]]:
    """Numbered points, and the tasks with the number of their point."""
    points: list[Point] = []
    tasks: list[tuple[str, TaskPart]] = []

    def add(label: str, part: PointPart | SubPointPart) -> None:
        points.append(Point(label, part.text))
        tasks.extend((label, task) for task in part.tasks)

    for n, part in enumerate(parts, 1):
        add(str(n), part)
        for m, sub in enumerate(part.points, 1):
            add(f"{n}.{m}", sub)
    return tuple(points), tasks
