"""How hard a passphrase is to guess, and what a generated one is made of. Pure.

Decision: five random words are offered; an own choice needs 50 bits. No composition rules, no
expiry. Source: NIST SP 800-63B, section 5.1.1.2 (length, not composition).
"""

import math
import re
from collections.abc import Callable, Collection, Sequence

WORDS = 5
ENOUGH_BITS = 50
_RUNS = ("1234567890", "абвгдежзийклмнопрстуфхцчшщъьюя", "abcdefghijklmnopqrstuvwxyz",
         "qwertyuiop", "asdfghjkl", "zxcvbnm", "явертъуиоп", "асдфгхйкл", "зьцжбнм",
         "уеишщксдзц", "ьяаожгтнвм", "юйъэфхпрлб")  # fmt: skip
_USUAL = frozenset(
    (
        "парола",
        "password",
        "passw0rd",
        "qwerty",
        "admin",
        "админ",
        "letmein",
        "welcome",
        "iloveyou",
        "обичам",
        "обичамте",
        "българия",
        "bulgaria",
        "софия",
        "sofia",
        "пловдив",
        "варна",
        "бургас",
        "русе",
        "окмд",
        "okmd",
        "левски",
        "цска",
        "координатор",
        "мария",
        "иван",
        "георги",
        "димитър",
        "николай",
        "петър",
        "елена",
        "йордан",
        "стоян",
        "тодор",
        "ивана",
        "petar",
        "georgi",
    )
)
_DATE = re.compile(r"(?:[0-3]?\d[.\-/]?[01]?\d[.\-/]?)?(?:19|20)\d\d")


def generate(words: Sequence[str], draw: Callable[[int], int]) -> str:
    """Five words with spaces; `draw(n)` gives a random number below n from a secure source."""
    return " ".join(words[draw(len(words))] for _ in range(WORDS))


def strength_bits(text: str, words: Collection[str]) -> int:
    """Bits a guesser who knows our word list, usual passwords, dates and keyboards must try.

    Unit: bits, rounded down. A word of the list counts as one draw from it, a word used twice
    counts once, a usual password and a date count for little, runs of keys for less.
    """
    known = {word.casefold() for word in words}
    per_word = math.log2(max(2, len(known)))
    bits = 0.0
    seen: set[str] = set()
    for part in text.casefold().split():
        if part in seen:
            bits += 1
            continue
        seen.add(part)
        bits += per_word if part in known else _part_bits(part)
    return int(bits)


def strength_steps(bits: int) -> int:
    """0 to 4 for the bar: nothing, weak, fair, strong (enough), very strong."""
    return sum(bits >= step for step in (1, 35, ENOUGH_BITS, ENOUGH_BITS + 14))


def _part_bits(part: str) -> float:
    stem = part.strip("0123456789!?.,-_@#")
    if stem in _USUAL:
        return 6.0 + 2.0 * (len(part) - len(stem))
    rest, bits = _DATE.subn("", part)
    value = 12.0 * bits
    effective = _effective_length(rest)
    if not effective:
        return value
    letters = sum(sign.isalpha() for sign in rest)
    if letters >= 0.8 * len(rest) and len(rest) >= 4:
        return value + min(2.2 * effective + 4.0, 34.0) + 2.0 * (len(rest) - letters)
    alphabet = 0
    alphabet += 30 if letters else 0
    alphabet += 10 if any(sign.isdigit() for sign in rest) else 0
    alphabet += 20 if any(not sign.isalnum() for sign in rest) else 0
    return value + effective * math.log2(max(2, alphabet)) * 0.8


def _effective_length(part: str) -> int:
    """Length without what repeats or follows the keyboard or alphabet."""
    count = 0
    for place, sign in enumerate(part):
        pair = part[place - 1 : place + 1] if place else ""
        if pair and (pair[0] == pair[1] or any(pair in run or pair in run[::-1] for run in _RUNS)):
            continue
        if place >= 2 and part[place - 2 : place] == part[place : place + 2]:
            continue
        count += bool(sign)
    return count
