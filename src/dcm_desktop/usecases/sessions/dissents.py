"""Different opinions (особено мнение): whose, on which decision, with their text or until when.

They are annexed to the minutes; the numbers of the annexes are given in `minutes_model`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.text import check_text
from dcm_desktop.errors import InputRefused, RuleBroken
from dcm_desktop.store.tables import Decision, Dissent, Session
from dcm_desktop.usecases.saving import Saved, new_id, required
from dcm_desktop.usecases.sessions.drafting import remake_if_over
from dcm_desktop.usecases.sessions.state import check_writable


@dataclass(frozen=True, slots=True, repr=False)
class DissentData:
    """The form of a different opinion: the text, or the day until which it will be given."""

    attendance_id: str
    text: str = ""
    promised_by: date | None = None


def add_dissent(db: DbSession, decision_id: str, data: DissentData, *, at: datetime) -> Saved:
    """Note a different opinion on a decision that was put.

    Raises: InputRefused `dissent.empty`, `field.required`; RuleBroken `dissent.twice`,
    `decision.not_put`, `minutes.signed`, `session.not_editable`.
    """
    decision = db.get_one(Decision, decision_id)
    session = db.get_one(Session, decision.session_id)
    check_writable(db, session)
    if decision.adopted_at is None and decision.present is None:
        raise RuleBroken("decision.not_put")
    text, promised_by = _checked(data)
    known = db.scalar(
        select(Dissent.id).where(
            Dissent.decision_id == decision_id, Dissent.attendance_id == data.attendance_id
        )
    )
    if known is not None:
        raise RuleBroken("dissent.twice", field="attendance_id")
    row = Dissent(
        id=new_id(db),
        session_id=session.id,
        decision_id=decision_id,
        attendance_id=data.attendance_id,
        text=text,
        promised_by=promised_by,
    )
    db.add(row)
    remake_if_over(db, session, at=at)
    return Saved(row.id)


def update_dissent(db: DbSession, dissent_id: str, data: DissentData, *, at: datetime) -> Saved:
    """Save the form of a different opinion; also the text that came after the session.

    Raises: as `add_dissent`.
    """
    row = db.get_one(Dissent, dissent_id)
    session = db.get_one(Session, row.session_id)
    check_writable(db, session)
    row.text, row.promised_by = _checked(data)
    row.attendance_id = data.attendance_id
    remake_if_over(db, session, at=at)
    return Saved(dissent_id)


def get_dissent(db: DbSession, dissent_id: str) -> DissentData:
    """The form of a different opinion as it is stored."""
    row = db.get_one(Dissent, dissent_id)
    return DissentData(row.attendance_id, row.text, row.promised_by)


def remove_dissent(db: DbSession, dissent_id: str, *, at: datetime) -> None:
    """Take out a different opinion entered by mistake. Raises: as `add_dissent`."""
    row = db.get_one(Dissent, dissent_id)
    session = db.get_one(Session, row.session_id)
    check_writable(db, session)
    row.deleted = True
    remake_if_over(db, session, at=at)


def dissents_of(db: DbSession, session_id: str) -> dict[str, list[Dissent]]:
    """Different opinions by decision, in the order they were noted."""
    found: dict[str, list[Dissent]] = {}
    rows = db.scalars(select(Dissent).where(Dissent.session_id == session_id).order_by(Dissent.id))
    for row in rows:
        found.setdefault(row.decision_id, []).append(row)
    return found


def _checked(data: DissentData) -> tuple[str, date | None]:
    required(data.attendance_id, name="person", field="attendance_id")
    text = check_text(data.text, name="dissent", required=False, field="dissent_text")
    if not text and data.promised_by is None:
        raise InputRefused("dissent.empty", field="dissent_text")
    return text, None if text else data.promised_by
