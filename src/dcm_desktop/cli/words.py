"""Sentences of the command line itself, in Bulgarian and English; errors come from `labels`."""

import re
import tomllib
from functools import cache
from typing import Any

from dcm_desktop import resources


@cache
def _table(lang: str) -> dict[str, Any]:
    return tomllib.loads(resources.read_text("labels", lang, "cli.toml"))


class Words:
    """The command line's own words in one language; call it with a key of `[cli]`."""

    def __init__(self, lang: str) -> None:
        self._table = _table(lang)

    def __call__(self, key: str, **facts: object) -> str:
        """The sentence under `key`, filled with `facts`."""
        text: str = self._table["cli"][key]
        return text.format(**facts) if facts else text.replace("%", "%%")

    def say(self, key: str, **facts: object) -> str:
        """The sentence under `key` for output (nothing is doubled for argparse)."""
        text: str = self._table["cli"][key]
        return text.format(**facts)

    def headings(self) -> dict[str, str]:
        """Headings of argparse's help → own words."""
        return dict(self._table["headings"])

    def usage(self, message: str, command: str) -> str:
        """One sentence for a line that was not understood; argparse's message names the part."""
        for pattern, sentence in self._table["usage"].items():
            found = re.fullmatch(pattern, message)
            if found:
                return str(sentence).format(*found.groups(), command=command)
        return str(self._table["cli"]["usage"]).format(message=message, command=command)
