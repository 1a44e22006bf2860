"""What a command answers: lines for people and one object for scripts."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """Result of one command.

    `data`: the JSON object of the contract (codes and ids, no personal data). `lines`: the same
    for people. `refusals`: sentences for stderr; `exit_code` is 1 or 3 when there are any.
    """

    data: dict[str, Any]
    lines: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    exit_code: int = 0
