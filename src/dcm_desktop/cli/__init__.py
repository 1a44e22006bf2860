"""The command line: the same use cases as the window, headless.

Contract: exit 0 done, 1 refused with one sentence on stderr, 2 the typed line is wrong, 3 damage
found in the store that was opened, 70 a bug. With `--json` stdout is one JSON object.
"""

import json
import sys
from collections.abc import Sequence
from contextlib import suppress

from dcm_desktop import labels, log, paths
from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.parser import Usage, build_parser
from dcm_desktop.cli.words import Words
from dcm_desktop.errors import DcmError

EXIT_USAGE = 2
EXIT_BUG = 70


def main(argv: Sequence[str]) -> int:
    """Run one command and return its exit code. `argv` is without the program's name."""
    lang = _language(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        arguments = build_parser(lang).parse_args(argv)
    except Usage as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_USAGE
    except SystemExit as leaving:  # --help and --version
        return int(leaving.code or 0)
    from dcm_desktop.cli.commands import handler  # heavy imports only for a command that runs

    words = Words(lang)
    try:
        answer = handler(arguments)(arguments, words)
    except Usage as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_USAGE
    except DcmError as error:
        sys.stderr.write(f"{labels.sentence(error, lang)}\n")
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # the one place where a bug of a command ends
        with suppress(OSError):  # the sentence is said also where nothing can be written
            log.start(paths.log_dir())
            log.failure("cli.bug", error, command=arguments.command)
        sys.stderr.write(f"{words.say('bug', kind=type(error).__name__, log=paths.log_dir())}\n")
        return EXIT_BUG
    _print(answer, as_json=bool(arguments.json))
    return answer.exit_code


def _language(argv: Sequence[str]) -> str:
    """The language asked for anywhere in the line, so that complaints speak it too."""
    for at, word in enumerate(argv):
        if word == "--lang" and argv[at + 1 : at + 2] == ["en"]:
            return "en"
        if word == "--lang=en":
            return "en"
    return "bg"


def _print(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        text = json.dumps(answer.data, ensure_ascii=False)
        sys.stdout.write(f"{text}\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in answer.lines)
    sys.stderr.writelines(f"{line}\n" for line in answer.refusals)
