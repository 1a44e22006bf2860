"""Bulgarian names: folding, sorting, and the first identity guard.

The guard compares text that is about to leave with the names of the case register. It answers
where and what kind, never with more of the text than its place; the caller shows the passage.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dcm_desktop.domain.terms import GrammaticalGender
from dcm_desktop.domain.text import cyrillic_twin

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+")
_STRESS = dict.fromkeys((0x300, 0x301))
_ENDINGS = ("ът", "а", "и", "й", "я", "у", "ю", "о", "е")
_ENDINGS_F = ("ова", "ева", "ска", "шка", "чка")
_ENDINGS_M = ("ов", "ев", "ски", "шки", "чки")
_SHORTEST = 3
_TEN_DIGITS = re.compile(r"(?<![0-9])[0-9]{6}[ \u00a0.-]?[0-9]{3}[ \u00a0.-]?[0-9](?![0-9])")
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
_HIDDEN = frozenset("\u0300\u0301\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_DIGITS = re.compile(r"([0-9]+)")


def fold(text: str) -> str:
    """The text for comparing and searching: NFC, no stress marks, ѝ as и, case folded.

    й stays й. Source: domain reference, section 8 (SQLite ignores only ASCII case).
    """
    decomposed = unicodedata.normalize("NFD", text).translate(_STRESS)
    return unicodedata.normalize("NFC", decomposed).casefold()


def sort_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Key for Bulgarian order, numbers by value: „т. 2“ before „т. 10“, Latin after Cyrillic.

    Source: desktop notes, section 5 (equal to ICU on 3 400 random strings).
    """
    parts: list[tuple[int, int, str]] = []
    for part in _DIGITS.split(fold(text)):
        if part.isascii() and part.isdigit():
            parts.append((0, int(part), ""))
        else:
            parts.extend((2 if ch.isascii() and ch.isalpha() else 1, 0, ch) for ch in part)
    return tuple(parts)


def stored_sort_key(text: str) -> str:
    """The same order as plain text, for an indexed column: digits padded with zeros.

    Latin letters are moved behind the Cyrillic ones.
    """
    padded = _DIGITS.sub(lambda match: match.group().zfill(8), fold(text))
    return "".join("\u0500" + ch if ch.isascii() and ch.isalpha() else ch for ch in padded)


class HitKind(StrEnum):
    """What was found."""

    NAME = "name"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class RegisterName:
    """A natural person of the case register whose names must not leave.

    `parts` are first, middle and last names, former ones too, in any order; empty ones are
    skipped. `owner_id` and `code` tell the caller which record it is.
    """

    owner_id: str
    parts: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One find: where it stands in the text, what kind, whose.

    Privacy: the text itself is not kept. `place` is the caller's name of the field.
    """

    place: str
    start: int
    end: int
    kind: HitKind
    owner_id: str = ""
    code: str = ""


Former = Callable[[str], Iterable[str]]
"""Makes the written forms of one folded name; replaced when the guard learns transliteration."""


def name_forms(name: str) -> frozenset[str]:
    """Folded forms of one name: as it is, and with the short list of Bulgarian endings.

    An ending is added to the name, or takes the place of its last vowel or й (Ангел → Ангела,
    Елена → Елено, Андрей → Андрея); a name of fewer than three letters has no forms.
    Source: domain reference, section 5.2 (endings -а, -и, -ът).
    """
    folded = fold(name)
    if len(folded) < _SHORTEST:
        return frozenset()
    stems = {folded}
    if folded[-1] in "аяоеиу" and len(folded) > _SHORTEST:
        stems.add(folded[:-1])
    if folded[-1] == "й":
        stems.add(folded[:-1])
    forms = {folded}
    for stem in stems:
        if len(stem) >= _SHORTEST:
            forms.update(stem + ending for ending in _ENDINGS)
    return frozenset(forms)


class Guard:
    """Finds names of the register and ten-digit numbers in a text.

    Built once per export: one dictionary of folded forms; a text is walked word by word, so 2,000
    names and 200 kB take well under a second.
    """

    def __init__(
        self,
        names: Iterable[RegisterName],
        *,
        allowed: Iterable[str] = (),
        forms: Former = name_forms,
    ) -> None:
        """`allowed` are officials' names and institutions in full („Мария Желева“): inside one of
        these exact sequences a shared word is no hit. A number in it (a telephone) is none either.
        """
        self._forms: dict[str, list[RegisterName]] = {}
        for entry in names:
            for word in {word for part in entry.parts for word in words_of(part)}:
                for form in forms(word):
                    self._forms.setdefault(form, []).append(entry)
        self._allowed: dict[str, list[tuple[frozenset[str], ...]]] = {}
        self._allowed_numbers: set[str] = set()
        for full in allowed:
            if not any(ch.isalpha() for ch in full):
                self._allowed_numbers.add(_only_digits(full))
                continue
            words = tuple(name_forms(word) | {fold(word)} for word in words_of(full))
            if len(words) > 1:
                for form in words[0]:
                    self._allowed.setdefault(form, []).append(words)

    def search(self, text: str, *, place: str = "") -> tuple[Hit, ...]:
        """Hits in one text, in order; positions count in the text as given.

        A name is a whole word, folded, in one of its forms. A number is ten digits on their own,
        also written with a space, dot or dash as a ЕГН often is.
        """
        clean, origin = _visible(text)
        hits = [
            Hit(place, origin(match.start()), origin(match.end() - 1) + 1, HitKind.NUMBER)
            for match in _TEN_DIGITS.finditer(clean)
            if _only_digits(match.group()) not in self._allowed_numbers
        ]
        tokens = [
            (m.start(), m.end(), fold(cyrillic_twin(m.group()))) for m in _TOKEN.finditer(clean)
        ]
        skip_to = 0
        for index, (start, end, word) in enumerate(tokens):
            if index < skip_to:
                continue
            length = self._allowed_length(tokens, index)
            if length:
                skip_to = index + length
                continue
            owners = self._forms.get(word)
            if owners:
                first = owners[0]
                where = (origin(start), origin(end - 1) + 1)
                hits.append(Hit(place, *where, HitKind.NAME, first.owner_id, first.code))
        return tuple(sorted(hits, key=lambda hit: (hit.start, hit.end)))

    def search_all(self, texts: Mapping[str, str]) -> tuple[Hit, ...]:
        """Hits of several texts, keyed by their place."""
        return tuple(hit for place, text in texts.items() for hit in self.search(text, place=place))

    def _allowed_length(self, tokens: list[tuple[int, int, str]], index: int) -> int:
        best = 0
        for words in self._allowed.get(tokens[index][2], ()):
            following = tokens[index : index + len(words)]
            if len(following) == len(words) and all(
                token[2] in forms for token, forms in zip(following, words, strict=True)
            ):
                best = max(best, len(words))
        return best


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name; a hyphenated surname gives each half."""
    return tuple(
        match.group()
        for match in _TOKEN.finditer(unicodedata.normalize("NFC", name))
        if not match.group().isdigit()
    )


def gender_of(*names: str) -> GrammaticalGender | None:
    """What the usual ending of a patronymic or surname tells; None when it tells nothing."""
    for name in names:
        word = fold(name.strip())
        if word.endswith(_ENDINGS_F):
            return GrammaticalGender.F
        if word.endswith(_ENDINGS_M):
            return GrammaticalGender.M
    return None


def _only_digits(text: str) -> str:
    return "".join(ch for ch in text if "0" <= ch <= "9")


def _visible(text: str) -> tuple[str, Callable[[int], int]]:
    """The text composed and without marks that could split a word, and where each sign stood."""
    if _INVISIBLE.search(text) is None:
        return text, lambda position: position
    signs: list[str] = []
    places: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        cluster = "".join(ch for ch in text[start:end] if ch not in _HIDDEN)
        for ch in unicodedata.normalize("NFC", cluster):
            signs.append(ch)
            places.append(start)
        start = end
    return "".join(signs), places.__getitem__
