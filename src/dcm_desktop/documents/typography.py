"""Bulgarian typesetting on plain text: what may be printed, no-break joins, hyphenation.

Knows no PDF library. Source: design of the papers, Bulgarian typesetting rules that worked.
"""

import re
import tomllib
import unicodedata
from collections.abc import Callable
from functools import cache

import pyphen

from dcm_desktop import resources

NBSP = "\u00a0"
REDACTED = "\ue000"
"""Stands in a text for something that was struck out; drawn as a dark label „заличено“."""
BLANK = "………………………"
"""Printed where something is not known."""

_SAME = str.maketrans({"\u202f": NBSP, "\u2007": NBSP, "\u2009": " ", "\u2010": "-", "\u2012": "–",
                       "\u2015": "—", "\t": " ", "\r": " ", "\n": " "})  # fmt: skip
_DROPPED = ("Cc", "Cf", "Cs", "Cn")
_ENDLESS = re.compile(r"[^\s\u00a0]{120}(?=[^\s\u00a0])")
"""More letters in a row than a line has: no word, and minutes of work for whoever breaks it."""


def printable(text: str) -> str:
    """One line of text as it may be printed.

    NFC; line ends become spaces; control, joining and directional signs are dropped, so that
    nothing is hidden or printed in another order than it was stored. What has no end of a word is
    cut where a line ends.
    """
    kept = [
        ch
        for ch in unicodedata.normalize("NFC", text).translate(_SAME)
        if unicodedata.category(ch) not in _DROPPED and not "\ufe00" <= ch <= "\ufe0f"
    ]
    return _ENDLESS.sub(r"\g<0> ", re.sub(r" {2,}", " ", "".join(kept)).strip(" "))


def paragraphs(text: str) -> tuple[str, ...]:
    """The lines of a longer text that say something, each as it may be printed."""
    lines = (printable(line) for line in text.splitlines())
    return tuple(line for line in lines if line)


def pieces(text: str, longest: int) -> tuple[str, ...]:
    """The text in parts of at most about `longest` letters, cut where a sentence or word ends."""
    parts: list[str] = []
    rest = text
    while len(rest) > longest:
        cut = max(rest.rfind(end, longest // 2, longest) + len(end) for end in (". ", "; ", "! "))
        if cut <= longest // 2:
            cut = rest.rfind(" ", longest // 2, longest) + 1 or longest
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return (*parts, rest)


_MONTHS = "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември"
_COUNTED = (
    r"гласа?|член(?:а|ове)?|деца|дете|случая?|задач[аи]|места|екземпляра?|часа|ч\.|г\.|л\.|дни|"
    r"месеца?|годин[аи]|%|на сто|решени[ея]|заседани[ея]|семейства|€|евро|лева"
)
_BEFORE = (
    r"№|чл\.|ал\.|т\.|б\.|пар\.|инж\.|д-р|доц\.|проф\.|адв\.|стр\.|ул\.|пл\.|бул\.|тел\.|бр\.|гр\.|"
    r"с\.|г-н|г-жа|изх\.|вх\.|рег\.|§"
)
_Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_ALWAYS: list[_Rule] = [
    (re.compile(rf"(?<!\w)({_BEFORE}) (?=\S)", re.IGNORECASE), rf"\1{NBSP}"),
    (re.compile(rf"(\d) ({_MONTHS}|{_COUNTED})(?!\w)"), rf"\1{NBSP}\2"),
    (re.compile(r"(\d) (\([а-я]{2,7}\))"), rf"\1{NBSP}\2"),
    (re.compile(r"([А-Я]{2,}) – (?=[А-Я])"), rf"\1{NBSP}–{NBSP}"),
    (re.compile(r"(„[^“]{1,16}“) – (\d)"), rf"\1{NBSP}–{NBSP}\2"),
    (re.compile(r" ([–—]) "), rf"{NBSP}\1 "),
    (re.compile(r"(?<=[А-Я]\.) (?=[А-Я][а-я])"), NBSP),
    (re.compile(r"(\S{4,}) (\S{1,3})$"), rf"\1{NBSP}\2"),
]
_SHORT = "в|с|и|у|о|а|я|ѝ|на|по|до|от|за|със|във|при|към|са|се|да|не|че"
_RAGGED: list[_Rule] = [
    (re.compile(rf"({_MONTHS}) (\d{{4}})"), rf"\1{NBSP}\2"),
    (re.compile(r"(\d) \(([а-я]+)"), rf"\1{NBSP}(\2"),
    (re.compile(r"(община|област) (?=[А-Я])"), rf"\1{NBSP}"),
    (re.compile(rf"(?<![\w\u00a0])({_SHORT}) (?=\S)", re.IGNORECASE), rf"\1{NBSP}"),
    (re.compile(r"([^ ]{2,14}) ([^ ]{1,8})$"), rf"\1{NBSP}\2"),
]  # fmt: skip
_ONE_LETTER: _Rule = (
    re.compile(r"(?<![\w\u00a0])([всуоаияѝ]) (?=\S)", re.IGNORECASE),
    rf"\1{NBSP}",
)


def bind(text: str, *, one_letter: bool = False) -> str:
    """Joins for justified text: only those that must hold, else lines get holes.

    `one_letter` also binds words of one letter to the next.
    """
    for pattern, replacement in _ALWAYS:
        text = pattern.sub(replacement, text)
    return _ONE_LETTER[0].sub(_ONE_LETTER[1], text) if one_letter else text


def bind_ragged(text: str) -> str:
    """Joins for headings and other ragged text: short words stay with the next, dates whole."""
    text = bind(text)
    for pattern, replacement in _RAGGED:
        text = pattern.sub(replacement, text)
    return text


@cache
def _patterns() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="bg_BG", left=3, right=3)


@cache
def _stems() -> dict[str, list[tuple[str, int]]]:
    """Stems with their only break, found by their first three letters."""
    found: dict[str, list[tuple[str, int]]] = {}
    for entry in tomllib.loads(resources.read_text("wording", "hyphenation.toml"))["stems"]:
        stem = entry.replace("|", "")
        found.setdefault(stem[:3], []).append((stem, entry.index("|")))
    return found


_VOWEL = re.compile("[аъоуеиюяѝ]")


@cache
def breaks(word: str) -> tuple[int, ...]:
    """Places where the word may be broken, from the last to the first.

    Never words with a hyphen of their own, capitals only, or fewer than seven letters.
    """
    if len(word) < 7 or "-" in word or word.isupper():
        return ()
    lowered = word.lower()
    places = [int(place) for place in _patterns().positions(lowered)]
    for stem, place in _stems().get(lowered[:3], ()):
        if lowered.startswith(stem):
            places = [p for p in places if p >= len(stem)]
            if place >= 3:
                places.insert(0, place)
            break
    good: list[int] = []
    for place in places:
        fits = 3 <= place <= len(word) - 3
        if fits and _VOWEL.search(lowered[good[-1] if good else 0 : place]):
            good.append(place)
    return tuple(reversed(good))


_CORE = re.compile(r"^(\W*)(\w+)(\W*)$")


def hyphenate(word: str) -> list[tuple[str, str]]:
    """Ways to break a word with its punctuation, as pairs of its two parts."""
    match = _CORE.match(word)
    if match is None:
        return []
    lead = len(match.group(1))
    return [(word[: lead + p], word[lead + p :]) for p in breaks(match.group(2))]
