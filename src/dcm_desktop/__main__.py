"""The console script: a subcommand goes to the command line, none opens the window.

`--projector` as the first word is not for people: it is how the window of a frozen program starts
the process of the hall's screen.
"""

import sys
from pathlib import Path

_VALUED = ("--store", "--lang")


def main(argv: list[str] | None = None) -> int:
    """Start the program. Exit codes: 0 done, 1 refused, 2 usage, 3 damage found, 70 a bug."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == ["--projector"]:
        from dcm_desktop.projector.process import main as projector

        return projector(arguments[1:])
    options = _window_options(arguments)
    if options is None:
        from dcm_desktop.cli import main as command_line

        return command_line(arguments)
    from dcm_desktop.ui.app import run

    store = options.get("--store", "")
    return run(Path(store) if store else None, options.get("--lang", "bg"))


def _window_options(arguments: list[str]) -> dict[str, str] | None:
    """Options of the window when nothing but them is given; None means a subcommand (or a
    mistake, which the command line explains)."""
    found: dict[str, str] = {}
    rest = list(arguments)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name not in _VALUED:
            return None
        if not equals:
            if not rest:
                return None
            value = rest.pop(0)
        found[name] = value
    if found.get("--lang", "bg") not in ("bg", "en"):
        return None
    return found


if __name__ == "__main__":
    sys.exit(main())
