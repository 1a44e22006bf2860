"""Commitments: an institution undertakes something, declared aloud by a person in the room.

Neither a vote nor a task given by a decision; each makes an `ActionItem` that points back to it, so
that it is followed and reported like any other.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.action_item import check_title
from dcm_desktop.domain.findings import Finding
from dcm_desktop.domain.session import check_editable
from dcm_desktop.domain.spoken_line import SpokenCommitment, parse_commitment
from dcm_desktop.domain.task_line import Candidate, due_findings
from dcm_desktop.domain.terms import ActionItemStatus
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import (
    ActionItem,
    AgendaItem,
    Attendance,
    Commitment,
    DiscussionLine,
    Institution,
    Session,
)
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.naming import names_of
from dcm_desktop.usecases.sessions.state import Hall, hall_of, session_day
from dcm_desktop.usecases.sessions.tasks import institution_candidates


@dataclass(frozen=True, slots=True, repr=False)
class CommitmentPreview:
    """How a line would be read; `problem` says why it cannot be taken so."""

    what: str
    institution: str
    person: str
    due_on: date | None
    standing: bool
    next_session: bool
    warnings: tuple[Finding, ...]
    problem: Finding | None


@dataclass(frozen=True, slots=True, repr=False)
class CommitmentData:
    """A commitment that was read: body, words, who declared it, one term."""

    institution_id: str
    what: str
    declared_by_attendance_id: str
    due_on: date | None = None
    standing: bool = False
    next_session: bool = False


def add_commitment_line(
    db: DbSession, item_id: str, line: str, *, when: datetime | None = None, at: datetime
) -> Saved:
    """„X поема … до …“ from one line: `@институция текст !срок ^кой`.

    Without `^` it is the one who spoke last, else the first in the room, of that institution; with
    `^` alone the institution is that person's. Warns, and saves all the same:
    `task.due_free_day`. Raises: InputRefused of `domain.spoken_line`,
    `commitment.no_institution`, `commitment.nobody`; RuleBroken `session.not_editable`.
    """
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    data = _read(db, session, item, line, when or at)
    return add_commitment(db, item_id, data, when=when, at=at)


def add_commitment(
    db: DbSession,
    item_id: str,
    data: CommitmentData,
    *,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """A commitment with the task by which it is followed. Warns and raises: as the line."""
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    check_editable(session.status)
    what = check_title(data.what, field="task_line")
    warnings = due_findings(data.due_on, session_on=session_day(session)) if data.due_on else ()
    row = Commitment(
        id=new_id(db),
        mechanism_id=session.mechanism_id,
        session_id=session.id,
        item_id=item_id,
        case_id=item.case_id,
        institution_id=data.institution_id,
        what=what,
        due_on=data.due_on,
        next_session=data.next_session,
        standing=data.standing,
        declared_by_attendance_id=data.declared_by_attendance_id,
        declared_at=when or at,
    )
    speaker = db.get(Attendance, data.declared_by_attendance_id)
    task = ActionItem(
        id=new_id(db),
        mechanism_id=session.mechanism_id,
        session_id=session.id,
        item_id=item_id,
        case_id=item.case_id,
        title=what,
        responsible_institution_id=data.institution_id,
        responsible_person_id=speaker.person_id if speaker is not None else None,
        co_responsible_ids=[],
        due_on=data.due_on,
        next_session=data.next_session,
        standing=data.standing,
        status=ActionItemStatus.OPEN,
        commitment_id=row.id,
    )
    row.task_id = task.id
    db.add_all([row, task])
    return Saved(row.id, warnings)


def preview_commitment(
    db: DbSession, item_id: str, line: str, *, at: datetime
) -> CommitmentPreview:
    """How a line would be read; never raises for what a person types."""
    item = db.get_one(AgendaItem, item_id)
    session = db.get_one(Session, item.session_id)
    try:
        data = _read(db, session, item, line, at)
        found = due_findings(data.due_on, session_on=session_day(session)) if data.due_on else ()
    except InputRefused as error:
        problem = Finding(error.code, True, dict(error.facts), error.field)
        return CommitmentPreview("", "", "", None, False, False, (), problem)
    body = db.get_one(Institution, data.institution_id)
    hall = hall_of(db, session)
    return CommitmentPreview(
        data.what,
        body.short_name or body.name,
        names_of(db, hall.roll).of_row(data.declared_by_attendance_id),
        data.due_on,
        data.standing,
        data.next_session,
        found,
        None,
    )


def remove_commitment(db: DbSession, commitment_id: str, *, at: datetime) -> None:
    """Take out a commitment entered by mistake, with its task.

    Raises: RuleBroken `session.not_editable`.
    """
    del at
    row = db.get_one(Commitment, commitment_id)
    check_editable(db.get_one(Session, row.session_id).status)
    row.deleted = True
    task = db.get(ActionItem, row.task_id) if row.task_id else None
    if task is not None:
        task.deleted = True


def person_candidates(
    db: DbSession, session_id: str, *, at: datetime | None = None
) -> tuple[Candidate, ...]:
    """What `^` can mean: those in the room, by name and institution; None: all who came."""
    hall = hall_of(db, db.get_one(Session, session_id))
    return _people(db, hall, at)


# -- inside -------------------------------------------------------------------------------------


def _people(db: DbSession, hall: Hall, at: datetime | None) -> tuple[Candidate, ...]:
    names = names_of(db, hall.roll)
    return tuple(
        Candidate(row.id, names.of_row(row.id), more=names.institution(row.institution_id))
        for row in hall.roll
        if hall.is_present(row.id, at)
    )


def _read(
    db: DbSession, session: Session, item: AgendaItem, line: str, when: datetime
) -> CommitmentData:
    hall = hall_of(db, session)
    # entered later from paper: everybody who came can have said it
    moment = None if session.entered_later or session.opened_at is None else when
    spoken = parse_commitment(
        line,
        session_on=session_day(session),
        institutions=institution_candidates(db),
        people=_people(db, hall, moment),
        field="task_line",
    )
    body = spoken.institution_id or _body_of(hall, spoken)
    if not body:
        raise InputRefused("commitment.no_institution", field="task_line")
    speaker = spoken.person_id or _speaker(db, hall, item, body, moment)
    if not speaker:
        row = db.get_one(Institution, body)
        name = row.short_name or row.name
        raise InputRefused("commitment.nobody", field="task_line", institution=name)
    term = spoken.term
    return CommitmentData(body, spoken.what, speaker, term.due_on, term.standing, term.next_session)


def _body_of(hall: Hall, spoken: SpokenCommitment) -> str:
    if not spoken.person_id:
        return ""
    return hall.row(spoken.person_id).institution_id or ""


def _speaker(
    db: DbSession, hall: Hall, item: AgendaItem, institution_id: str, at: datetime | None
) -> str:
    """Who of an institution spoke last under the item, else the first of it in the room."""
    here = [
        row.id
        for row in hall.roll
        if row.institution_id == institution_id and hall.is_present(row.id, at)
    ]
    spoke = db.scalars(
        select(DiscussionLine.speaker_attendance_id)
        .where(DiscussionLine.item_id == item.id)
        .order_by(DiscussionLine.at.desc(), DiscussionLine.id.desc())
    )
    last = next((row for row in spoke if row in here), None)
    return last or (here[0] if here else "")
