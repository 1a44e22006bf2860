"""Text being typed and where the user was: local rows, written with `Workspace.jot`.

A draft is bound to its record and field; when the field is left, the act that saves the value drops
it with `drop_draft` in the same transaction. Nothing here is captured, audited or counted.
"""

from dataclasses import dataclass
from dataclasses import field as attribute
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop.store.tables import Draft, Place


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One text that was being typed. `caret`: place of the cursor, counted in signs."""

    record_id: str
    field: str
    text: str = attribute(repr=False)
    caret: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Screen, record and field where the user was."""

    screen: str
    record_id: str
    field: str


def save_draft(
    db: DbSession, record_id: str, field: str, text: str, *, caret: int = 0, at: datetime
) -> None:
    """Keep the text of a field, in place of what was kept before."""
    row = db.get(Draft, (record_id, field))
    if row is None:
        row = Draft(record_id=record_id, field=field)
        db.add(row)
    row.text, row.caret, row.saved_at = text, caret, at


def list_drafts(db: DbSession, record_id: str | None = None) -> list[DraftRow]:
    """Drafts of one record, or all, oldest first; empty when nothing was being typed."""
    query = select(Draft).order_by(Draft.saved_at, Draft.record_id, Draft.field)
    if record_id is not None:
        query = query.where(Draft.record_id == record_id)
    return [
        DraftRow(row.record_id, row.field, row.text, row.caret, row.saved_at)
        for row in db.scalars(query)
    ]


def drop_draft(db: DbSession, record_id: str, field: str) -> None:
    """Forget the draft of a field; nothing happens when there is none."""
    row = db.get(Draft, (record_id, field))
    if row is not None:
        db.delete(row)


def save_place(db: DbSession, screen: str, record_id: str, field: str, *, at: datetime) -> None:
    """Remember where the user is, for the next start."""
    row = db.get(Place, 1)
    if row is None:
        row = Place(id=1)
        db.add(row)
    row.screen, row.record_id, row.field, row.saved_at = screen, record_id, field, at


def get_place(db: DbSession) -> PlaceRow | None:
    """Where the user was; None on the first start."""
    row = db.get(Place, 1)
    return None if row is None else PlaceRow(row.screen, row.record_id, row.field)
