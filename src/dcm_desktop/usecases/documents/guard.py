"""The identity guard of a paper: every text that it would print is searched before it is drawn.

Privacy: a refusal names the place („т. 2, обсъждане“), never the text that was found.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import labels
from dcm_desktop.documents.decided import (
    DecisionFacts,
)
from dcm_desktop.documents.models import (
    MinutesItem,
)
from dcm_desktop.domain.names import Guard
from dcm_desktop.domain.people_checks import short_name
from dcm_desktop.errors import ExportRefused
from dcm_desktop.store.tables import Guest, Institution, Mechanism, Person
from dcm_desktop.usecases.exchange.guard import official_names, register_names

_SKIPPED = frozenset({"check_code", "audit_head", "label", "uid"})


def check_paper(db: DbSession, model: object) -> None:
    """Refuse a paper that would carry a name or a number of a natural person of a case.

    Raises: ExportRefused `paper.names_found` with the places.
    """
    guard = Guard(register_names(db), allowed=_allowed(db))
    places: dict[str, None] = {}
    for place, text in texts_of(model):
        if guard.search(text):
            places.setdefault(place)
    if places:
        raise ExportRefused("paper.names_found", places=tuple(places))


def texts_of(model: object) -> Iterator[tuple[str, str]]:
    """Every text of a paper with the words for its place."""
    yield from _walk(model, "", "")


def _walk(value: object, where: str, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if value and name not in _SKIPPED and type(value) is str:
            yield _place(where, name), value
    elif isinstance(value, tuple):
        for one in value:
            yield from _walk(one, where, name)
    elif is_dataclass(value) and not isinstance(value, type):
        inner = _inside(value, where)
        for item in fields(value):
            yield from _walk(getattr(value, item.name), inner, item.name)


def _inside(value: object, where: str) -> str:
    """Words for where we are: the item, and the decision within it."""
    if isinstance(value, MinutesItem):
        return labels.word("paper_place", "item").format(number=value.number)
    if isinstance(value, DecisionFacts):
        words = labels.word("paper_place", "decision" if value.number else "draft")
        return f"{where}, {words.format(number=value.number)}" if where else words
    return where


def _place(where: str, name: str) -> str:
    try:
        words = labels.word("paper_place", name)
    except KeyError:
        words = labels.word("paper_place", "other")
    return f"{where}, {words}" if where else words


def _allowed(db: DbSession) -> list[str]:
    """Officials, institutions and guests in full, and telephones that look like a number."""
    allowed = official_names(db)
    for person in db.scalars(select(Person)):
        allowed.append(short_name(person.first_name, person.last_name))
        allowed.append(person.work_phone)
    for institution in db.scalars(select(Institution)):
        allowed += [institution.short_name, institution.phone]
    allowed += list(db.scalars(select(Guest.name)))
    allowed += list(db.scalars(select(Mechanism.seat_address)))
    return [text for text in allowed if text]
