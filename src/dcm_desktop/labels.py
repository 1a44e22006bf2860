"""Enum value or error code → words, in Bulgarian or English; the same on screen, paper and stderr.

The words are in `resources/labels/<lang>/*.toml`, one file per area, merged here. No Qt.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import Enum, StrEnum
from functools import cache
from string import Formatter
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from dcm_desktop import resources

LANGUAGES = ("bg", "en")
_SOFIA = ZoneInfo("Europe/Sofia")
_YES_NO = {"bg": ("да", "не"), "en": ("yes", "no")}


class HasCode(Protocol):
    """A `DcmError` or a finding of a check."""

    @property
    def code(self) -> str:
        """Key of the sentence."""

    @property
    def facts(self) -> Mapping[str, object]:
        """What fills the sentence."""


def label(value: Enum, lang: str = "bg", *, short: bool = False) -> str:
    """Label of an enumeration's value; `short` gives the abbreviation where there is one.

    Raises: KeyError for a value without label (a bug; a test walks all of them).
    """
    entry = _table(lang)[type(value).__name__][str(value.value)]
    if isinstance(entry, str):
        return entry
    return str(entry.get("abbr", entry["name"]) if short else entry["name"])


def word(table: str, key: str, lang: str = "bg") -> str:
    """An entry of any other table of the label files, for example `word("field", "title")`.

    Raises: KeyError when there is none.
    """
    return str(_table(lang)[table][key])


def sentence(error: HasCode, lang: str = "bg") -> str:
    """The sentence of an error or finding, its facts filled in.

    Dates come out as `26.11.2026 г.`, moments on the Bulgarian clock, enumerations as labels,
    several things joined by commas; a fact that is missing as `…`. An entry with a count has the
    forms `one` and `other`, chosen by the fact `n` or the one named in `count`. A place in a file
    stands first.
    Raises: KeyError for a code without sentence (a bug; a test walks all of them).
    """
    entry = _table(lang)["error"][error.code]
    if isinstance(entry, str):
        template = entry
    else:
        number = error.facts.get(entry.get("count", "n"))
        template = entry["one" if number == 1 else "other"]
    text = _Facts(lang).vformat(template, (), _Known(error.facts))
    place = error.facts.get("place")
    if place and "{place" not in template:
        return f"{place}: {text}"
    return text


def has_sentence(code: str, lang: str = "bg") -> bool:
    """Whether the label files know a code."""
    return code in _table(lang)["error"]


def show(value: object, lang: str = "bg") -> str:
    """One fact as it stands in a sentence."""
    if isinstance(value, StrEnum):
        return label(value, lang)
    if isinstance(value, bool):
        return _YES_NO[lang][0 if value else 1]
    if isinstance(value, datetime):
        at = value.astimezone(_SOFIA) if value.tzinfo else value
        return f"{show(at.date(), lang)}, {show(at.time(), lang)}"
    if isinstance(value, date):
        return f"{value:%d.%m}.{value.year:04d}" + ("\u00a0г." if lang == "bg" else "")
    if isinstance(value, time):
        return f"{value:%H.%M}" + (" часа" if lang == "bg" else "")
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(show(part, lang) for part in value)
    return "…" if value is None else str(value)


class _Known(dict[str, object]):
    """Facts of which a missing one is None: it must not hide the sentence."""

    def __missing__(self, key: str) -> object:
        return None


class _Facts(Formatter):
    """Fills a template; `{name:field}` looks the fact up in the table `field` of the labels."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def format_field(self, value: object, format_spec: str) -> str:
        """The fact in words."""
        shown = show(value, self._lang)
        if format_spec:
            return str(_table(self._lang).get(format_spec, {}).get(shown, shown))
        return shown


@cache
def _table(lang: str) -> dict[str, dict[str, Any]]:
    merged: dict[str, dict[str, Any]] = {}
    for file in sorted(resources.path("labels", lang).glob("*.toml")):
        for table, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            known = merged.setdefault(table, {})
            doubled = known.keys() & entries.keys()
            if doubled:
                raise ValueError(f"{file.name}: [{table}] repeats {sorted(doubled)}")
            known.update(entries)
    return merged
