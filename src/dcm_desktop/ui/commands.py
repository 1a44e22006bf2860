"""Commands by name: what a place, the window and the rail can do, for the palette (Ctrl+K)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dcm_desktop.domain.task_line import Candidate, match


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done, how it is called, on which key; `group` is the place it belongs to."""

    name: str
    run: Callable[[], object]
    keys: str = ""
    group: str = ""


def find_commands(typed: str, commands: Sequence[Command]) -> tuple[Command, ...]:
    """Commands that what is typed can mean, the best first; all of them for an empty line.

    Bulgarian letters are folded, and what was typed with the wrong alphabet on is read too. A key
    finds its command as well.
    """
    named = unique(commands)
    if not typed.strip():
        return named
    known = [Candidate(str(n), one.name, one.keys, one.group) for n, one in enumerate(named)]
    return tuple(named[int(found.id)] for found in match(typed, known))


def unique(commands: Sequence[Command]) -> tuple[Command, ...]:
    """Each name once, with the first key it has."""
    seen: dict[tuple[str, str], Command] = {}
    for one in commands:
        seen.setdefault((one.name, one.group), one)
    return tuple(seen.values())
