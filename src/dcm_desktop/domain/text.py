"""Typed text: normalisation, refused characters, Latin letters inside Cyrillic words.

Names of people, folding for search and the identity guard are in `names.py`.
"""

import re
import unicodedata
from dataclasses import dataclass

from dcm_desktop.errors import InputRefused

_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LATIN_TO_CYRILLIC = str.maketrans("AaBCcEeHKMOoPpTXxyu", "АаВСсЕеНКМОоРрТХхуи")
_LOOKALIKES = frozenset("AaBCcEeHKMOoPpTXxy")
# Zero-width and directional marks: they hide or reorder what is printed. ZWJ/ZWNJ have no use here.
_HIDDEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u061c\u200e\u200f") | frozenset(
    chr(point) for point in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
)


@dataclass(frozen=True, slots=True)
class MixedWord:
    """A word of both scripts: where it stands, which letters are Latin, what is meant."""

    word: str
    start: int
    letters: str
    suggestion: str


def normalise_line(text: str) -> str:
    """One line in NFC, trimmed, every run of white space one space.

    Raises: InputRefused `text.control` for control or hidden directional characters.
    Source: domain reference, section 4.1 (common to all).
    """
    cleaned = " ".join(unicodedata.normalize("NFC", text).split())
    _refuse_hidden(cleaned)
    return cleaned


def normalise_text(text: str) -> str:
    """Several lines in NFC; each line trimmed and collapsed, at most one empty line in a row.

    Raises: InputRefused `text.control` for control or hidden directional characters.
    Source: domain reference, section 4.1 (common to all).
    """
    unified = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    unified = unified.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x85", "\n")
    lines = "\n".join(_SPACES.sub(" ", line).strip() for line in unified.split("\n"))
    cleaned = _BLANK_LINES.sub("\n\n", lines).strip()
    _refuse_hidden(cleaned)
    return cleaned


def check_line(
    text: str,
    *,
    name: str,
    max_len: int,
    min_len: int = 1,
    required: bool = True,
    field: str | None = None,
) -> str:
    """Normalised line between `min_len` and `max_len` characters; empty when not required.

    `name` is the field's label code (`[field]` in the label files).
    Raises: InputRefused `field.required`, `text.too_short`, `text.too_long`, `text.control`.
    """
    return _check_length(normalise_line(text), name, min_len, max_len, required, field)


def check_text(
    text: str,
    *,
    name: str,
    max_len: int = 40_000,
    min_len: int = 1,
    required: bool = True,
    field: str | None = None,
) -> str:
    """As `check_line` for text of several lines."""
    return _check_length(normalise_text(text), name, min_len, max_len, required, field)


def mixed_words(text: str) -> tuple[MixedWord, ...]:
    """Words that mix Latin and Cyrillic letters, with the replacement to suggest.

    Look-alike Latin letters become Cyrillic; where a Latin letter has no Cyrillic twin, or the
    word is Latin but for a few Cyrillic look-alikes, the suggestion equals the word.
    Source: domain reference, section 7 (Latin letters inside a Cyrillic word).
    """
    found = []
    for match in _WORD.finditer(text):
        for part in re.finditer(r"[^\W\d_]+", match.group()):
            word = part.group()
            letters = "".join(sorted({ch for ch in word if _is_latin(ch)}))
            if letters and any(_is_cyrillic(ch) for ch in word):
                found.append(
                    MixedWord(word, match.start() + part.start(), letters, _suggest(word, letters))
                )
    return tuple(found)


def cyrillic_twin(word: str) -> str:
    """A word of both scripts with its look-alike Latin letters made Cyrillic; others unchanged."""
    if any(_is_cyrillic(ch) for ch in word) and not word.isascii():
        return word.translate(_LATIN_TO_CYRILLIC)
    return word


def replace_mixed(text: str) -> str:
    """The text with every suggestion of `mixed_words` taken; positions do not move."""
    parts = list(text)
    for mixed in mixed_words(text):
        parts[mixed.start : mixed.start + len(mixed.word)] = mixed.suggestion
    return "".join(parts)


def _suggest(word: str, letters: str) -> str:
    if set(letters) <= _LOOKALIKES:
        return word.translate(_LATIN_TO_CYRILLIC)
    return word


def _is_latin(ch: str) -> bool:
    return ch.isalpha() and unicodedata.name(ch, "").startswith("LATIN")


def _is_cyrillic(ch: str) -> bool:
    return "\u0400" <= ch <= "\u04ff"


def _refuse_hidden(text: str) -> None:
    for position, ch in enumerate(text):
        if ch in _HIDDEN or (unicodedata.category(ch) in ("Cc", "Cs", "Co") and ch != "\n"):
            raise InputRefused("text.control", position=position + 1, sign=f"U+{ord(ch):04X}")


def _check_length(
    text: str, name: str, min_len: int, max_len: int, required: bool, field: str | None
) -> str:
    if not text:
        if required:
            raise InputRefused("field.required", field=field, name=name)
        return text
    if len(text) < min_len:
        raise InputRefused("text.too_short", field=field, name=name, min=min_len)
    if len(text) > max_len:
        raise InputRefused("text.too_long", field=field, n=len(text) - max_len, max=max_len)
    return text
