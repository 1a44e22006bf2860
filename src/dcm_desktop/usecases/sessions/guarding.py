"""Where a text that may reach the hall or the public names somebody of the case register.

It warns while one writes; what goes out is stopped by `documents.guard` and by the hall's own.
"""

from dataclasses import dataclass

from sqlalchemy.orm import Session as DbSession

from dcm_desktop.domain.names import Guard
from dcm_desktop.usecases.exchange.guard import official_names, register_names
from dcm_desktop.usecases.sessions.titles import code_of


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A place in a text, by line and word (from 1), never by the word itself.

    `code`: the case it belongs to; None for a number that looks like a ЕГН.
    """

    line: int
    word: int
    code: str | None


def find_names(db: DbSession, text: str) -> tuple[NamePlace, ...]:
    """Places of names and of ten-digit numbers in a text, in their order.

    Source: sessions anchor, row G10; proposals and public texts pass it as they are entered.
    """
    if not text.strip():
        return ()
    guard = Guard(register_names(db), allowed=official_names(db))
    places = []
    for hit in guard.search(text):
        before = text[: hit.start]
        line = before.count("\n") + 1
        word = len(before.rpartition("\n")[2].split()) + 1
        places.append(NamePlace(line, word, code_of(db, hit.owner_id) if hit.owner_id else None))
    return tuple(dict.fromkeys(places))
