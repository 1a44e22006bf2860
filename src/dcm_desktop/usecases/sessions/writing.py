"""What is said: lines of the discussion and proposals."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.session import EDITABLE
from dcm_desktop.domain.text import check_text
from dcm_desktop.store.tables import AgendaItem, DiscussionLine, Proposal, Session
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.minutes import remake_minutes
from dcm_desktop.usecases.sessions.state import check_writable


def add_line(
    db: DbSession,
    item_id: str,
    text: str,
    *,
    speaker_id: str | None = None,
    private: bool = False,
    when: datetime | None = None,
    at: datetime,
) -> Saved:
    """A line of the discussion. `speaker_id` is a row of the roll; private lines print nowhere.

    Raises: InputRefused for an empty text, RuleBroken `session.not_editable`, `minutes.signed`.
    """
    session = _session(db, item_id)
    row = DiscussionLine(
        id=new_id(db),
        item_id=item_id,
        at=when or at,
        text=check_text(text, name="text", field="line"),
        speaker_attendance_id=speaker_id,
        private=private,
        entered_later=session.entered_later or session.status not in EDITABLE,
    )
    db.add(row)
    _again(db, session, at=at)
    return Saved(row.id)


def update_line(
    db: DbSession,
    line_id: str,
    text: str,
    *,
    speaker_id: str | None = None,
    private: bool | None = None,
    at: datetime,
) -> Saved:
    """Change a line; its clock time stays. Raises: as `add_line`."""
    row = db.get_one(DiscussionLine, line_id)
    session = _session(db, row.item_id)
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


def _again(db: DbSession, session: Session, *, at: datetime) -> None:
    if session.status not in EDITABLE:
        db.flush()
        remake_minutes(db, session.id, at=at)
