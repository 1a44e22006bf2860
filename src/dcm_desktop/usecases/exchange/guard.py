"""The identity guard of a bundle: no name of the case register in a text that would travel, and no
text that names an official or a guest.

Privacy: what is refused is named by its place, never by the text that was found.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.domain.names import Guard, HitKind, RegisterName
from dcm_desktop.errors import ExportRefused
from dcm_desktop.store.tables import (
    AgendaItem,
    Decision,
    Guest,
    Individual,
    IndividualName,
    Institution,
    Person,
    Session,
)
from dcm_desktop.store.tables.base import Synced
from dcm_desktop.sync.export import travelling_kinds, typed_texts


def check_export(db: DbSession) -> None:
    """Refuse an export that would carry a name or a number of a natural person of a case.

    Raises: ExportRefused `exchange.names_found` with the places.
    """
    guard = Guard(register_names(db), allowed=official_names(db))
    places: dict[str, None] = {}
    for table, column in text_columns():
        for row in db.scalars(select(table)):
            text = getattr(row, column)
            if text and guard.search(text):
                places.setdefault(place_of(db, row, column))
    if places:
        raise ExportRefused("exchange.names_found", places=tuple(places))


def text_columns() -> Iterator[tuple[type[Synced], str]]:
    """Typed texts that travel."""
    for table in travelling_kinds():
        for key in typed_texts(table):
            yield table, key


class HoldBack:
    """Whether a text names an official or a guest: such a text stays at home, and is counted.

    Surnames in any form; inside the name of an institution they do not count. Source: what travels
    pseudonymised never holds names of members (national sees role and institution) nor of guests.
    """

    def __init__(self, db: DbSession) -> None:
        everybody = {"include_deleted": True}
        people = db.scalars(select(Person).execution_options(**everybody)).all()
        guests = db.scalars(select(Guest).execution_options(**everybody)).all()
        names = [RegisterName(row.id, (row.last_name or "",)) for row in people]
        names += [RegisterName(row.id, tuple((row.name or "").split()[-1:])) for row in guests]
        bodies = db.scalars(select(Institution)).all()
        allowed = [name for row in bodies for name in (row.name, row.short_name) if name]
        self._guard = Guard(names, allowed=allowed)
        self.count = 0

    def __call__(self, text: str) -> bool:
        """Whether the text stays at home."""
        found = any(hit.kind is HitKind.NAME for hit in self._guard.search(text))
        self.count += found
        return found


def register_names(db: DbSession) -> list[RegisterName]:
    """Present and former names of everybody in the case register."""
    rows = db.scalars(select(Individual).execution_options(include_deleted=True)).all()
    former = db.scalars(select(IndividualName).execution_options(include_deleted=True)).all()
    names = [RegisterName(row.id, _parts(row)) for row in rows]
    return names + [RegisterName(row.individual_id, _parts(row)) for row in former]


def official_names(db: DbSession) -> list[str]:
    """Full names of officials and of institutions: inside them a shared name is no hit."""
    people = [" ".join(part for part in _parts(row) if part) for row in db.scalars(select(Person))]
    people += [f"{row.first_name} {row.last_name}" for row in db.scalars(select(Person))]
    return people + [row.name for row in db.scalars(select(Institution)) if row.name]


def place_of(db: DbSession, row: Synced, column: str) -> str:
    """Where a text stands, in Bulgarian and without the text."""
    name = labels.word("travelling", f"{row.__tablename__}.{column}")
    session_id = None
    if isinstance(row, AgendaItem):
        session_id = row.session_id
    elif isinstance(row, Decision):
        session_id = row.session_id
        name += f" {row.number}" if row.number else ""
    session = db.get(Session, session_id) if session_id else None
    if session is None or session.number is None:
        return name
    return labels.word("travelling", "of_session").format(name=name, number=session.number)


def _parts(row: Any) -> tuple[str, ...]:
    return (row.first_name or "", row.middle_name or "", row.last_name or "")
