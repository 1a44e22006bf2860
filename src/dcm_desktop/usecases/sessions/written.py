"""Written procedure (неприсъствено): votes that come by telephone, on paper or by e-mail.

Every seat with a vote is asked; answers are taken until the deadline. What the votes come to is
counted then, or as soon as everybody answered; who did not answer is recorded as not voting, so
silence never lowers the majority. Source: domain reference, section 4.2 (`written_procedure`).
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.terms import NoticeWay, SessionStatus, VoteChoice, VoteMethod
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.vote import Counts
from dcm_desktop.errors import RuleBroken
from dcm_desktop.store.tables import AgendaItem, Session, WrittenAnswer
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.asking import answers_of, asked_in_writing
from dcm_desktop.usecases.sessions.deciding import Adopted, put_decision
from dcm_desktop.usecases.sessions.naming import Names, names_of
from dcm_desktop.usecases.sessions.room import finish_item, start_item
from dcm_desktop.usecases.sessions.state import Hall, check_live, hall_of
from dcm_desktop.usecases.sessions.voting import Ballot
from dcm_desktop.usecases.sessions.written_rules import check_written


@dataclass(frozen=True, slots=True, repr=False)
class AnswerRow:
    """One seat and what it answered; `choice` None: nothing yet."""

    attendance_id: str
    n: int
    name: str
    institution: str
    choice: VoteChoice | None
    way: NoticeWay | None
    received_at: datetime | None
    remark: str


@dataclass(frozen=True, slots=True, repr=False)
class WrittenView:
    """The answers on one item. `may_count`: the deadline passed, or everybody answered."""

    due_at: datetime | None
    rows: tuple[AnswerRow, ...]
    needed: int
    may_count: bool

    @property
    def answered(self) -> int:
        """How many answered."""
        return sum(1 for row in self.rows if row.choice is not None)

    @property
    def silent(self) -> tuple[str, ...]:
        """Names of those who did not answer."""
        return tuple(row.name for row in self.rows if row.choice is None)


def set_deadline(db: DbSession, session_id: str, due_at: datetime | None, *, at: datetime) -> Saved:
    """Until when answers are taken. Raises: RuleBroken `written.due_past`."""
    session = db.get_one(Session, session_id)
    check_editable(session.status)
    if due_at is not None and due_at <= at and not session.entered_later:
        raise RuleBroken("written.due_past", field="answers_due_at")
    session.answers_due_at = due_at
    return Saved(session_id)


def note_answer(
    db: DbSession,
    item_id: str,
    attendance_id: str,
    choice: VoteChoice,
    *,
    way: NoticeWay = NoticeWay.PHONE,
    remark: str = "",
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """What one member answered on an item; a later answer takes the place of an earlier one.

    Raises: RuleBroken `written.too_late` after the deadline, `vote.not_entitled`,
    `session.not_open`, those of `check_written`.
    """
    session, hall = _collecting(db, item_id)
    when = when or at
    due = session.answers_due_at
    if due is not None and when > due:
        raise RuleBroken("written.too_late", due=due)
    if attendance_id not in {row.id for row in asked_in_writing(hall)}:
        raise RuleBroken("vote.not_entitled", person=None)
    row = next((a for a in answers_of(db, item_id) if a.attendance_id == attendance_id), None)
    if row is None:
        row = WrittenAnswer(id=new_id(db), item_id=item_id, attendance_id=attendance_id)
        db.add(row)
    row.choice, row.way, row.received_at = choice, way, when
    row.remark = check_line(remark, name="note", max_len=300, required=False)
    return Saved(row.id)


def take_back_answer(db: DbSession, item_id: str, attendance_id: str, *, at: datetime) -> None:
    """An answer was entered by mistake; nothing happens when there is none."""
    del at
    _collecting(db, item_id)
    for row in answers_of(db, item_id):
        if row.attendance_id == attendance_id:
            row.deleted = True


def tally_written(
    db: DbSession, item_id: str, *, when: datetime | None = None, at: datetime
) -> Adopted:
    """Count the answers on an item: its decision is adopted with a number, or not.

    Raises: RuleBroken `written.not_due` while answers may still come; `vote.no_quorum` when too
    few answered; those of `put_decision`.
    """
    session, hall = _collecting(db, item_id)
    when = when or at
    answers = {row.attendance_id: row.choice for row in answers_of(db, item_id)}
    asked = [row.id for row in asked_in_writing(hall)]
    due = session.answers_due_at
    if due is not None and when < due and any(row not in answers for row in asked):
        raise RuleBroken("written.not_due", due=due)
    said = [answers.get(row, VoteChoice.NOT_VOTING) for row in asked]
    counts = Counts(
        for_n=said.count(VoteChoice.FOR),
        against_n=said.count(VoteChoice.AGAINST),
        abstain_n=said.count(VoteChoice.ABSTAIN),
        not_voting_n=said.count(VoteChoice.NOT_VOTING),
    )
    ballot = Ballot(VoteMethod.WRITTEN, counts=counts)
    start_item(db, item_id, when=when, at=at)
    accept = ("vote.tie_rejected",)
    put = put_decision(db, item_id, ballot, accept=accept, when=when, at=at)
    if put.is_saved:
        finish_item(db, item_id, when=when, at=at)
    return put


def written_view(
    db: DbSession, hall: Hall, names: Names, item_id: str, *, at: datetime
) -> WrittenView:
    """The answers on one item, by seat in the order of the roll."""
    answers = {row.attendance_id: row for row in answers_of(db, item_id)}
    rows = []
    for row in asked_in_writing(hall):
        answer = answers.get(row.id)
        rows.append(
            AnswerRow(
                row.id,
                row.roll_no,
                names.of_row(row.id),
                names.institution(row.institution_id),
                answer.choice if answer else None,
                answer.way if answer else None,
                answer.received_at if answer else None,
                answer.remark if answer else "",
            )
        )
    due = hall.session.answers_due_at
    complete = all(row.choice is not None for row in rows)
    over = due is None or at >= due or hall.session.entered_later
    may_count = hall.session.status is SessionStatus.OPEN and (complete or over)
    return WrittenView(due, tuple(rows), hall.needed, may_count)


def get_written(db: DbSession, item_id: str, *, at: datetime) -> WrittenView:
    """As `written_view`, for one item."""
    session = db.get_one(Session, db.get_one(AgendaItem, item_id).session_id)
    hall = hall_of(db, session)
    return written_view(db, hall, names_of(db, hall.roll), item_id, at=at)


def _collecting(db: DbSession, item_id: str) -> tuple[Session, Hall]:
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    check_live(session)
    check_written(db, session)
    return session, hall_of(db, session)
