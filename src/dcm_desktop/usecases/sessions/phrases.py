"""Ready phrases of a district: a starter set as data, the district's own ones over it.

The facts that fill a phrase are read from what the room shows, so a phrase says what the screen
says; of a case only its code.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from dcm_desktop import resources
from dcm_desktop.domain.agenda import key_between
from dcm_desktop.domain.bulgarian import clock, date_long
from dcm_desktop.domain.phrases import PhraseText, check_phrase, merged
from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.domain.values import local, local_date
from dcm_desktop.errors import InputRefused
from dcm_desktop.store.tables import Phrase
from dcm_desktop.usecases.saving import Saved, new_id
from dcm_desktop.usecases.sessions.views import RoomView


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """A phrase as the settings list it. `own`: the district wrote or changed it."""

    key: str
    text: str
    kinds: tuple[AgendaItemKind, ...]
    own: bool


@cache
def starter_set() -> tuple[PhraseText, ...]:
    """The phrases that come with the program."""
    found = tomllib.loads(resources.read_text("wording", "phrases.toml"))["phrase"]
    return tuple(
        PhraseText(
            cast("str", one["key"]),
            cast("str", one["text"]),
            tuple(AgendaItemKind(kind) for kind in one.get("kinds", ())),
        )
        for one in found
    )


def get_phrases(db: DbSession, mechanism_id: str) -> tuple[PhraseText, ...]:
    """The phrases of a district in the order they are offered."""
    return merged(starter_set(), _own(db, mechanism_id))


def list_phrases(db: DbSession, mechanism_id: str) -> tuple[PhraseRow, ...]:
    """The same for the settings, by word."""
    own = {one.key for one in _own(db, mechanism_id)}
    rows = (
        PhraseRow(one.key, one.text, one.kinds, one.key in own)
        for one in get_phrases(db, mechanism_id)
    )
    return tuple(sorted(rows, key=lambda row: row.key))


def save_phrase(
    db: DbSession,
    mechanism_id: str,
    key: str,
    text: str,
    kinds: Sequence[AgendaItemKind] = (),
    *,
    before: str = "",
    at: datetime,
) -> Saved:
    """Add a phrase, or change the one whose word was `before`.

    Raises: InputRefused `phrase.key`, `phrase.key_taken`, `phrase.placeholder`, `field.required`.
    """
    del at
    word, words = check_phrase(key, text)
    if word != before:
        if any(one.key == word for one in get_phrases(db, mechanism_id)):
            raise InputRefused("phrase.key_taken", field="phrase_key", key=word)
        if before:
            _take_out(db, mechanism_id, before)
    row = _row(db, mechanism_id, word) or _new_row(db, mechanism_id, word)
    row.text, row.kinds = words, [str(kind) for kind in kinds]
    return Saved(row.id)


def remove_phrase(db: DbSession, mechanism_id: str, key: str, *, at: datetime) -> None:
    """Take a phrase out; one of the starter set is hidden."""
    del at
    _take_out(db, mechanism_id, key)


def facts_of(view: RoomView, *, at: datetime) -> dict[str, str]:
    """What the placeholders stand for in the room now; a missing fact is left out."""
    quorum, item = view.quorum, view.current
    facts = {
        "присъстват": str(quorum.present),
        "членове": str(quorum.seats),
        "кворум": str(quorum.needed),
        "час": clock(local(at)),
    }
    if view.next_session_at is not None:
        facts["следващо"] = date_long(local_date(view.next_session_at))
    if item is not None:
        facts["докладва"] = item.rapporteur
        facts["точка"] = "" if item.n is None else str(item.n)
        facts["случай"] = item.case_code
    return {name: value for name, value in facts.items() if value}


def sample_facts(district: str, day: date) -> dict[str, str]:
    """Made-up facts for an example of a phrase."""
    return {
        "присъстват": "12",
        "членове": "15",
        "кворум": "8",
        "час": "10.30 часа",
        "докладва": "Ирина Петрова",
        "точка": "3",
        "случай": f"{district}-{day.year}-001",
        "следващо": date_long(day),
    }


def _own(db: DbSession, mechanism_id: str) -> tuple[PhraseText, ...]:
    rows = db.scalars(select(Phrase).where(Phrase.mechanism_id == mechanism_id))
    return tuple(
        PhraseText(row.key, row.text, tuple(AgendaItemKind(kind) for kind in row.kinds))
        for row in sorted(rows, key=lambda row: (row.order_key, row.id))
    )


def _row(db: DbSession, mechanism_id: str, key: str) -> Phrase | None:
    found = select(Phrase).where(Phrase.mechanism_id == mechanism_id, Phrase.key == key)
    return db.scalars(found.order_by(Phrase.id)).first()


def _new_row(db: DbSession, mechanism_id: str, key: str) -> Phrase:
    rows = db.scalars(select(Phrase).where(Phrase.mechanism_id == mechanism_id))
    last = max((row.order_key for row in rows), default="")
    row = Phrase(
        id=new_id(db),
        mechanism_id=mechanism_id,
        key=key,
        order_key=key_between(last, ""),
        kinds=[],
    )
    db.add(row)
    return row


def _take_out(db: DbSession, mechanism_id: str, key: str) -> None:
    row = _row(db, mechanism_id, key)
    if any(one.key == key for one in starter_set()):
        row = row or _new_row(db, mechanism_id, key)
        row.text, row.kinds = "", []
    elif row is not None:
        row.deleted = True
