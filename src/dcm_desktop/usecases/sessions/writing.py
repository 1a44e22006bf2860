"""What is said: lines of the discussion and proposals."""

from datetime import UTC, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import EDITABLE
from dcm_desktop.domain.text import check_text
from dcm_desktop.domain.values import at_local, local
from dcm_desktop.errors import InputRefused
from dcm_desktop.store import audit
from dcm_desktop.store.tables import AgendaItem, DiscussionLine, Proposal, Session
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.minutes import remake_minutes
from dcm_desktop.usecases.sessions.state import check_writable, session_day

ENTERED_LATER = "line.entered_later"
"""Act of the audit: a line got the time it was said, typed after the fact (въведено по-късно)."""
_LATE = timedelta(minutes=1)


def add_line(
    db: DbSession,
    item_id: str,
    text: str,
    *,
    speaker_id: str | None = None,
    private: bool = False,
    when: datetime | None = None,
    said: time | None = None,
    at: datetime,
) -> Saved:
    """A line of the discussion. `speaker_id` is a row of the roll; private lines print nowhere.

    `said`: the clock time typed with a line that is entered after the fact; the line says so, and
    so does the audit. Raises: InputRefused for an empty text, `line.time`; RuleBroken
    `session.not_editable`, `minutes.signed`.
    """
    session = _session(db, item_id)
    late = False
    if said is not None:
        when = _moment_of(session, said, at=at)
        late = at - when >= _LATE
    row = DiscussionLine(
        id=new_id(db),
        item_id=item_id,
        at=when or at,
        text=check_text(text, name="text", field="line"),
        speaker_attendance_id=speaker_id,
        private=private,
        entered_later=late or session.entered_later or session.status not in EDITABLE,
    )
    db.add(row)
    if late and when is not None:
        audit.append(
            db,
            ENTERED_LATER,
            at=at,
            entity="discussion_line",
            entity_id=row.id,
            said_at=when.astimezone(UTC).isoformat(),
        )
    _again(db, session, at=at)
    return Saved(row.id)


def update_line(
    db: DbSession,
    line_id: str,
    text: str,
    *,
    speaker_id: str | None = None,
    private: bool | None = None,
    said: time | None = None,
    at: datetime,
) -> Saved:
    """Change a line; its clock time stays unless `said` gives another. Raises: as `add_line`."""
    row = db.get_one(DiscussionLine, line_id)
    session = _session(db, row.item_id)
    if said is not None:
        row.at = _moment_of(session, said, at=at)
    row.text = check_text(text, name="text", field="line")
    row.speaker_attendance_id = speaker_id
    if private is not None:
        row.private = private
    _again(db, session, at=at)
    return Saved(line_id)


def delete_line(db: DbSession, line_id: str, *, at: datetime) -> None:
    """Take a line out. Raises: as `add_line`."""
    row = db.get_one(DiscussionLine, line_id)
    session = _session(db, row.item_id)
    row.deleted = True
    _again(db, session, at=at)


def add_proposal(
    db: DbSession,
    item_id: str,
    text: str,
    *,
    proposer_id: str | None = None,
    at: datetime,
) -> Saved:
    """A proposal under an item; `proposer_id` is a row of the roll. Raises: as `add_line`."""
    session = _session(db, item_id)
    last = db.scalar(select(func.max(Proposal.n)).where(Proposal.item_id == item_id))
    row = Proposal(
        id=new_id(db),
        item_id=item_id,
        n=(last or 0) + 1,
        proposer_attendance_id=proposer_id,
        text=check_text(text, name="proposal", field="proposal"),
    )
    db.add(row)
    _again(db, session, at=at)
    return Saved(row.id)


def update_proposal(
    db: DbSession,
    proposal_id: str,
    text: str,
    *,
    proposer_id: str | None = None,
    at: datetime,
) -> Saved:
    """Change a proposal; its number stays. Raises: as `add_line`."""
    row = db.get_one(Proposal, proposal_id)
    session = _session(db, row.item_id)
    row.text = check_text(text, name="proposal", field="proposal")
    row.proposer_attendance_id = proposer_id
    _again(db, session, at=at)
    return Saved(proposal_id)


def delete_proposal(db: DbSession, proposal_id: str, *, at: datetime) -> None:
    """Take a proposal back. Raises: as `add_line`."""
    row = db.get_one(Proposal, proposal_id)
    session = _session(db, row.item_id)
    row.deleted = True
    _again(db, session, at=at)


def _session(db: DbSession, item_id: str) -> Session:
    session = db.get_one(Session, db.get_one(AgendaItem, item_id).session_id)
    check_writable(db, session)
    return session


def _moment_of(session: Session, said: time, *, at: datetime) -> datetime:
    """When it was said, on the day of the session and while it was held."""
    moment = at_local(session_day(session), said)
    opened = session.opened_at
    over = session.status not in EDITABLE and session.ends_at is not None
    last = session.ends_at if over and session.ends_at is not None else at
    if moment > last or (opened is not None and moment + _LATE <= opened):
        clock = "…" if opened is None else f"{local(opened):%H:%M}"
        raise InputRefused("line.time", field="line", opened=clock)
    return moment


def _again(db: DbSession, session: Session, *, at: datetime) -> None:
    if session.status not in EDITABLE:
        db.flush()
        remake_minutes(db, session.id, at=at)
