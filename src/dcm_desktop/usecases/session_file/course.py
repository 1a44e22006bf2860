"""The course of a session: items, what was said, decisions with their tasks and votes."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.decision_text import Point, render_points
from dcm_desktop.domain.terms import AttendanceStatus, MembershipChangeKind, VoteMethod
from dcm_desktop.domain.vote import Counts
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import Attendance, Mandate, Session
from dcm_desktop.usecases.session_file.model import (
    ConsensusPart,
    DecisionPart,
    ItemPart,
    MembershipPart,
    NamedBallot,
    PointPart,
    SecretBallot,
    SubPointPart,
    TaskPart,
    VotePart,
)
from dcm_desktop.usecases.session_file.people import Register, asked, done, place
from dcm_desktop.usecases.session_file.timeline import Timeline
from dcm_desktop.usecases.sessions.agenda import (
    ItemData,
    add_item,
    postpone_item,
    set_reporting_text,
    withdraw_item,
)
from dcm_desktop.usecases.sessions.deciding import put_decision
from dcm_desktop.usecases.sessions.drafting import (
    set_confidential_text,
    set_public_text,
    update_decision_text,
)
from dcm_desktop.usecases.sessions.membership import MembershipData, propose_membership
from dcm_desktop.usecases.sessions.recusals import recuse
from dcm_desktop.usecases.sessions.room import (
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

_TIES = ("vote.tie_chair_decides", "vote.tie_rejected")
"""What is accepted without asking: a tie is what the file says happened."""

_AWAY = (AttendanceStatus.ABSENT_EXCUSED, AttendanceStatus.ABSENT_UNEXCUSED)


@dataclass(slots=True)
class Course:
    """Replays the items of one session in the order of their hours."""

    register: Register
    timeline: Timeline
    session_id: str
    people: dict[str, str]
    """Person's reference → their row of the roll; substitutes join when they come."""
    last_item_id: str | None = None
    """The item before the next one: the agenda keeps the order of the file, also after „Разни“."""

    @property
    def db(self) -> DbSession:
        """The store."""
        return self.register.db

    @property
    def at(self) -> datetime:
        """When it is entered."""
        return self.register.at

    def add_item(self, item: ItemPart) -> str:
        """Put an item on the agenda and return its id."""
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
        saved = add_item(self.db, self.session_id, data, after_id=self.last_item_id, at=self.at)
        self.last_item_id = done(saved)
        return self.last_item_id

    def replay(self, where: str, item: ItemPart, item_id: str) -> None:
        """Take an item up at its hour, with all that was said and decided."""
        with place(where):
            begins = self.timeline.hour(item.started_at) or self.timeline.now
            self.timeline.move_until(begins, with_equal=True)
            self.timeline.tick(begins)
            if item.added_at_session:
                item_id = self.add_item(item)
                if item.added_vote is None:
                    raise InputRefused("file.added_without_vote")
                self._vote_added(item_id, item.added_vote)
            self.last_item_id = item_id
            if item.outcome == "withdrawn":
                withdraw_item(self.db, item_id, item.reason, when=self.timeline.now, at=self.at)
                return
            untouched = not (item.discussion or item.decisions or item.report)
            if item.outcome == "postponed" and untouched:
                postpone_item(self.db, item_id, item.reason, when=self.timeline.now, at=self.at)
                return
            start_item(self.db, item_id, when=self.timeline.now, at=self.at)
            if item.report:
                set_reporting_text(self.db, item_id, item.report, at=self.at)
        for n, recusal in enumerate(item.recused):
            with place(f"{where}.recused[{n}]"):
                row = self._row(recusal.person)
                left = self.timeline.hour(recusal.left_at)
                recuse(
                    self.db,
                    item_id,
                    row,
                    reason=recusal.reason,
                    leaves=left is not None,
                    when=left,
                    at=self.at,
                )
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
                postpone_item(self.db, item_id, item.reason, when=self.timeline.now, at=self.at)

    def _write(self, where: str, item: ItemPart, item_id: str) -> None:
        for n, line in enumerate(item.discussion):
            with place(f"{where}.discussion[{n}]"):
                self.timeline.advance(line.at)
                add_line(
                    self.db,
                    item_id,
                    line.text,
                    speaker_id=self._came(line.speaker) if line.speaker else None,
                    private=line.private,
                    when=self.timeline.now,
                    at=self.at,
                )
        for n, proposal in enumerate(item.proposals):
            with place(f"{where}.proposals[{n}]"):
                row = self._came(proposal.proposer)
                add_proposal(self.db, item_id, proposal.text, proposer_id=row, at=self.at)

    def _decide(self, item_id: str, part: DecisionPart) -> None:
        points, tasks = _points(part.points)
        if not all(point.text.strip() for point in points) or not points:
            raise InputRefused("decision.empty")
        draft = done(
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
        self.timeline.advance(part.vote.at)
        put = put_decision(
            self.db,
            item_id,
            self._ballot(part.vote),
            accept=_TIES,
            when=self.timeline.now,
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

    def vote_agenda(self, part: VotePart) -> None:
        """Put the agenda to the vote."""
        self.timeline.advance(part.at)
        voted = vote_agenda(
            self.db,
            self.session_id,
            self._ballot(part),
            accept=_TIES,
            when=self.timeline.now,
            at=self.at,
        )
        if not voted.is_saved:
            raise asked(voted.warnings[0])

    def _vote_added(self, item_id: str, part: VotePart) -> None:
        self.timeline.advance(part.at)
        voted = vote_added_item(
            self.db, item_id, self._ballot(part), accept=_TIES, when=self.timeline.now, at=self.at
        )
        if not voted.is_saved:
            raise asked(voted.warnings[0])

    def _ballot(self, part: VotePart) -> Ballot:
        if isinstance(part, ConsensusPart):
            return CONSENSUS
        if isinstance(part, NamedBallot):
            named = {self._voter(one.person): one.choice for one in part.exceptions}
            if len(named) < len(part.exceptions):
                raise InputRefused("file.person_twice")
            return Ballot(VoteMethod.ROLL_CALL, named=named, casting=part.casting)
        if isinstance(part, SecretBallot):
            secret = Counts(
                part.for_n, part.against, part.abstain, part.not_voting, part.blank, part.invalid
            )
            return Ballot(VoteMethod.SECRET, counts=secret)
        shown = Counts(part.for_n, part.against, part.abstain, part.not_voting)
        return Ballot(VoteMethod.SHOW_OF_HANDS, counts=shown, casting=part.casting)

    def _row(self, ref: str) -> str:
        self.register.find("person", ref)
        if ref not in self.people:
            raise InputRefused("file.not_in_the_room", ref=ref)
        return self.people[ref]

    def _voter(self, ref: str) -> str:
        """Row of somebody with a vote. Raises: InputRefused `file.no_vote`."""
        row = self._row(ref)
        if not self.db.get_one(Attendance, row).votes:
            raise InputRefused("file.no_vote", ref=ref)
        return row

    def _came(self, ref: str) -> str:
        """Row of somebody who is at the session. Raises: InputRefused for who stayed away."""
        row = self._row(ref)
        if self.db.get_one(Attendance, row).status in _AWAY:
            raise InputRefused("file.not_in_the_room", ref=ref)
        return row


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
