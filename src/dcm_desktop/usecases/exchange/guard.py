"""The identity guard of a bundle: no name of the case register in a text that would travel.

Privacy: what is refused is named by its place, never by the text that was found.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession
from sqlalchemy.types import String, Text

from dcm_desktop import labels
from dcm_desktop.domain.names import Guard, RegisterName
from dcm_desktop.errors import ExportRefused
from dcm_desktop.store.registers import groups_of
from dcm_desktop.store.tables import (
    AgendaItem,
    Decision,
    Individual,
    IndividualName,
    Institution,
    Person,
    Session,
)
from dcm_desktop.store.tables.base import Synced
from dcm_desktop.sync.export import travelling_kinds

_REFERENCE = frozenset({"institution", "mechanism", "mechanism_rules"})
"""Kinds whose names are those of bodies (a school is called after a saint or a hero)."""
_CODES = frozenset({"order_key", "sha256", "check_code", "code", "number", "point_label"})


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
    """Typed texts that travel: columns of plain text but for ids, codes and names of bodies."""
    for table in travelling_kinds():
        if table.__tablename__ in _REFERENCE:
            continue
        for group in groups_of(table):
            for key, column in zip(group.keys, group.columns, strict=True):
                is_text = type(column.type) in (String, Text)
                if group.export and is_text and key not in _CODES and not key.endswith("_id"):
                    yield table, key


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
