"""What a typed line of the discussion says about itself: its time, and whether it is private."""

import re
from dataclasses import dataclass
from datetime import time

PRIVATE_MARK = "!!"
"""At the beginning of a line: for the writer alone."""

_CLOCK = re.compile(
    r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?:\s*ч\.)?\s+(?!ч\b|час|лв|евро|%|€)(?=\S)"
)


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """A line as read. `clock`: the time it was said, when it was typed before the text."""

    text: str
    clock: time | None = None
    private: bool = False


def read_line(typed: str) -> SpokenLine:
    """`!!` at the beginning makes a private note; `10:33 ` or `10.33 ` is when it was said.

    A time that belongs to the sentence („10.30 часа е уговорен“) stays in it.
    Source: sessions anchor, rows G9 and G11.
    """
    text, private = typed.strip(), False
    if text.startswith(PRIVATE_MARK):
        text, private = text[len(PRIVATE_MARK) :].lstrip(), True
    found = _CLOCK.match(text)
    if found is None:
        return SpokenLine(text, None, private)
    said = time(int(found.group(1)), int(found.group(2)))
    rest = text[found.end() :]
    if rest.startswith(PRIVATE_MARK):
        rest, private = rest[len(PRIVATE_MARK) :].lstrip(), True
    return SpokenLine(rest, said, private)
