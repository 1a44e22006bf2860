"""Ready phrases: how they are found by their first letters and filled with what is true now."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dcm_desktop.domain.names import fold
from dcm_desktop.domain.task_line import readings_of
from dcm_desktop.domain.terms import AgendaItemKind
from dcm_desktop.domain.text import check_line, check_text
from dcm_desktop.errors import InputRefused

PLACEHOLDERS = (
    "присъстват",
    "членове",
    "кворум",
    "час",
    "докладва",
    "точка",
    "случай",
    "следващо",
)
"""What may stand in braces: those present, voting seats, quorum, time now, who reports, number of
the item, code of the case, day of the next session."""

UNKNOWN = "…"
"""Stands where there is nothing to fill in, so that the writer sees it."""

_BRACES = re.compile(r"\{([^{}]*)\}")
_KEY = re.compile(r"[а-я]{2,20}")
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class PhraseText:
    """A phrase as it is kept: its word, its text, the kinds of items it is offered for."""

    key: str
    text: str
    kinds: tuple[AgendaItemKind, ...] = ()

    def serves(self, kind: AgendaItemKind | None) -> bool:
        """Whether it is offered for an item of this kind."""
        return not self.kinds or kind is None or kind in self.kinds


def check_phrase(key: str, text: str) -> tuple[str, str]:
    """Key and text in the form they are kept in.

    Raises: InputRefused `phrase.key` (two to twenty Cyrillic letters), `phrase.placeholder` for
    braces that nothing fills, `field.required`, `text.too_long`.
    """
    word = check_line(key, name="phrase_key", max_len=20, field="phrase_key").casefold()
    if not _KEY.fullmatch(word):
        raise InputRefused("phrase.key", field="phrase_key", key=word)
    words = check_text(text, name="phrase_text", max_len=_LONGEST, field="phrase_text")
    for name in _BRACES.findall(words):
        if name.strip() not in PLACEHOLDERS:
            raise InputRefused("phrase.placeholder", field="phrase_text", name=name)
    return word, words


def fill(text: str, facts: Mapping[str, str]) -> str:
    """The text with its placeholders filled; where a fact is missing stands `…`."""
    return _BRACES.sub(lambda found: facts.get(found.group(1).strip()) or UNKNOWN, text)


def find(
    query: str, phrases: Iterable[PhraseText], kind: AgendaItemKind | None = None
) -> tuple[PhraseText, ...]:
    """Phrases whose word begins as typed, in Cyrillic or with the keyboard left on Latin.

    First those made for this kind of item, then those for all; the order given is kept.
    """
    readings = [one for one in readings_of(query) if one]
    found = [
        one
        for one in phrases
        if one.serves(kind) and any(fold(one.key).startswith(reading) for reading in readings)
    ]
    return tuple(sorted(found, key=lambda one: not one.kinds))


def merged(starter: Sequence[PhraseText], own: Sequence[PhraseText]) -> tuple[PhraseText, ...]:
    """The starter set with the district's own phrases over it, then its other ones.

    An own phrase takes the place of the one with the same word; an own one without text hides it.
    """
    mine = {one.key: one for one in own}
    known = {one.key for one in starter}
    first = [mine.get(one.key, one) for one in starter]
    rest = [one for one in own if one.key not in known]
    return tuple(one for one in (*first, *rest) if one.text.strip())
