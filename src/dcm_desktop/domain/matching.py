"""How a typed word finds a name: as written, by form, in Latin letters, by sound, by wrong keys.

Pure; what is searched, and where it stands, is decided by the caller.
"""

from dataclasses import dataclass
from enum import StrEnum

from dcm_desktop.domain.names import fold, name_forms, words_of

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht", "ъ": "a",
    "ь": "y", "ю": "yu", "я": "ya", "ы": "i", "э": "e",
}  # fmt: skip
_BDS = dict(
    zip("qwertyuiop[asdfghjkl;'zxcvbnm,./", ",уеишщксдз;ьяаожгтнвмчюйъэфхпрлб", strict=True)
)
_PHONETIC = dict(
    zip("qwertyuiop[]\\asdfghjkl`zxcvbnm", "явертъуиопшщюасдфгхйклчзьцжбнм", strict=True)
)
_SHORTEST_NEAR = 5


class MatchHow(StrEnum):
    """How a word matched, the surest first."""

    EXACT = "exact"
    FORM = "form"
    LATIN = "latin"
    KEYBOARD = "keyboard"
    NEAR = "near"


_RANKS = {how: n for n, how in enumerate(MatchHow)}


@dataclass(frozen=True, slots=True)
class QueryWord:
    """One typed word with all the ways it may be meant, worked out once."""

    word: str
    forms: frozenset[str]
    latin: str
    other_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Searchable:
    """A folded word with what is derived from it."""

    word: str
    forms: frozenset[str]
    latin: str


def parse_query(text: str) -> tuple[QueryWord, ...]:
    """The words of a search line; empty for an empty line. Every one of them has to match."""
    return tuple(_query_word(fold(word)) for word in text.split())


def searchable(text: str) -> tuple[Searchable, ...]:
    """The words of a text, ready to be matched."""
    return tuple(
        Searchable(word, name_forms(word), transliterate(word))
        for word in (fold(part) for part in words_of(text))
    )


def match_word(query: QueryWord, words: tuple[Searchable, ...]) -> MatchHow | None:
    """How a typed word finds one of the words; None when it does not.

    Beginnings count as written, in Latin letters and on other keys; a word of five letters or more
    is also found with one letter wrong.
    """
    best: MatchHow | None = None
    for word in words:
        how = _match_one(query, word)
        if how is MatchHow.EXACT:
            return how
        if how is not None and (best is None or rank(how) < rank(best)):
            best = how
    return best


class Matcher:
    """A search line at work on many texts; each distinct word is judged once."""

    def __init__(self, text: str) -> None:
        self.words = parse_query(text)
        self._known: list[dict[str, MatchHow | None]] = [{} for _ in self.words]

    def ways(self, text: str) -> tuple[MatchHow | None, ...]:
        """For each typed word the surest way in which it finds a word of the text, or None."""
        folded = [fold(part) for part in words_of(text)]
        return tuple(self._surest(n, folded) for n in range(len(self.words)))

    def _surest(self, n: int, folded: list[str]) -> MatchHow | None:
        best: MatchHow | None = None
        known = self._known[n]
        for word in folded:
            if word not in known:
                known[word] = match_word(self.words[n], searchable(word))
            how = known[word]
            if how is not None and (best is None or _RANKS[how] < _RANKS[best]):
                best = how
        return best


def rank(how: MatchHow) -> int:
    """Place in the order of sureness, from 0."""
    return _RANKS[how]


def transliterate(folded: str) -> str:
    """A folded word in Latin letters. Source: чл. 3–5 Закон за транслитерацията (ия → ia)."""
    if folded.endswith("ия"):
        return transliterate(folded[:-2]) + "ia"
    return "".join(_LATIN.get(ch, ch) for ch in folded)


def _query_word(word: str) -> QueryWord:
    other: list[str] = []
    if word.isascii():
        other = ["".join(keys.get(ch, ch) for ch in word) for keys in (_BDS, _PHONETIC)]
    return QueryWord(
        word,
        name_forms(word) if not word.isascii() else frozenset(),
        transliterate(word),
        tuple(key for key in dict.fromkeys(other) if key != word and len(key) > 1),
    )


def _match_one(query: QueryWord, word: Searchable) -> MatchHow | None:
    if word.word.startswith(query.word):
        return MatchHow.EXACT
    if word.word in query.forms or query.word in word.forms:
        return MatchHow.FORM
    if len(query.word) > 1 and word.latin.startswith(query.latin):
        return MatchHow.LATIN
    if any(word.word.startswith(keys) for keys in query.other_keys):
        return MatchHow.KEYBOARD
    if len(query.word) >= _SHORTEST_NEAR and _one_apart(query.word, word.word):
        return MatchHow.NEAR
    return None


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter differs, is missing, is too many, or two neighbours changed places."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest_one, rest_other = one[start:], other[start:]
    return (
        rest_one[1:] == rest_other[1:]
        or rest_one[1:] == rest_other
        or rest_one == rest_other[1:]
        or (rest_one[:2] == rest_other[:2][::-1] and rest_one[2:] == rest_other[2:])
    )
