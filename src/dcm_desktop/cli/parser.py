"""What can be typed: commands, options and their help, in Bulgarian and English."""

import argparse
import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from dcm_desktop import __version__
from dcm_desktop.cli.words import Words

_PAPERS = (
    "invitation", "attendance", "minutes", "kit", "slips", "addressees", "statement", "calendar",
)  # fmt: skip
Handler = Callable[[argparse.Namespace], "object"]


class Usage(Exception):
    """The typed line is not a command; carries the sentence for stderr."""


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one sentence in the chosen language."""

    words: Words = Words("bg")

    def error(self, message: str) -> NoReturn:
        """Raise `Usage` instead of printing and leaving."""
        raise Usage(self.words.usage(message, self.prog))

    def format_help(self) -> str:
        """Help with the headings in the chosen language."""
        text = super().format_help()
        for english, own in self.words.headings().items():
            text = re.sub(rf"^{re.escape(english)}", own, text, flags=re.MULTILINE)
        return text


def build_parser(lang: str) -> Parser:
    """The whole command line. `lang` is `bg` or `en`."""
    words = Words(lang)
    Parser.words = words
    parser = Parser(prog="dcm-desktop", description=words("about"), allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"dcm-desktop {__version__}")
    _common(parser, words, top=True)
    commands = parser.add_subparsers(dest="command", metavar=words("command"), required=True)

    demo = _command(commands, "demo", words)
    demo.add_argument("dir", metavar="DIR", type=Path, help=words("arg.dir"))
    demo.add_argument("--session", metavar="FILE.json", type=Path, help=words("arg.session_file"))

    _store_commands(_group(commands, "store", words), words)
    _session_commands(_group(commands, "session", words), words)

    document = _command(commands, "document", words)
    _store(document, words)
    document.add_argument("session", metavar="SESSION", help=words("arg.session"))
    document.add_argument("--kind", required=True, choices=_PAPERS)
    document.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    document.add_argument("--edition", choices=("public", "full"), default="full")
    document.add_argument("--mechanism", metavar="CODE", help=words("arg.mechanism"))

    _bundle_commands(_group(commands, "bundle", words), words)
    _enrol_commands(_group(commands, "enrol", words), words)
    _command(commands, "self-test", words)
    return parser


def _store_commands(group: "argparse._SubParsersAction[Parser]", words: Words) -> None:
    new = _command(group, "new", words, "store new")
    new.add_argument("store", metavar="STORE", type=Path, help=words("arg.store"))
    whose = new.add_mutually_exclusive_group(required=True)
    whose.add_argument("--district", metavar="KRZ", help=words("arg.district"))
    whose.add_argument("--national", action="store_true", help=words("arg.national"))
    new.add_argument("--municipality", metavar="KRZ16", help=words("arg.municipality"))
    new.add_argument("--recovery-out", type=Path, metavar="F.txt|F.pdf", help=words("arg.recovery"))
    _passphrase(new, words)
    for name in ("info", "check"):
        _store(_command(group, name, words, f"store {name}"), words)
    recovery = _command(group, "recovery", words, "store recovery")
    _store(recovery, words)
    recovery.add_argument("--out", required=True, type=Path, metavar="F.txt|F.pdf")
    recover = _command(group, "recover", words, "store recover")
    recover.add_argument("store", metavar="STORE", type=Path, help=words("arg.store"))
    recover.add_argument("--recovery-file", required=True, type=Path, metavar="F.txt")
    _passphrase(recover, words)


def _session_commands(group: "argparse._SubParsersAction[Parser]", words: Words) -> None:
    listing = _command(group, "list", words, "session list")
    _store(listing, words)
    listing.add_argument("--mechanism", metavar="CODE", help=words("arg.mechanism"))
    importing = _command(group, "import", words, "session import")
    _store(importing, words)
    importing.add_argument("file", metavar="FILE.json", type=Path, help=words("arg.session_file"))


def _bundle_commands(group: "argparse._SubParsersAction[Parser]", words: Words) -> None:
    export = _command(group, "export", words, "bundle export")
    _store(export, words)
    export.add_argument("--to", required=True, metavar="national|KRZ", help=words("arg.to"))
    export.add_argument("--out", required=True, type=Path, metavar="FILE", help=words("arg.out"))
    inspect = _command(group, "inspect", words, "bundle inspect")
    inspect.add_argument("paths", nargs="+", type=Path, metavar="[STORE] FILE")
    _passphrase(inspect, words)
    importing = _command(group, "import", words, "bundle import")
    _store(importing, words)
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument("--dry-run", action="store_true", help=words("arg.dry_run"))
    _store(_command(group, "receipts", words, "bundle receipts"), words)


def _enrol_commands(group: "argparse._SubParsersAction[Parser]", words: Words) -> None:
    request = _command(group, "request", words, "enrol request")
    _store(request, words)
    request.add_argument("--out", required=True, type=Path, metavar="FILE")
    accept = _command(group, "accept", words, "enrol accept")
    _store(accept, words)
    accept.add_argument("file", metavar="FILE", type=Path)
    accept.add_argument("--words", required=True, metavar='"…"', help=words("arg.words"))
    accept.add_argument("--out", required=True, type=Path, metavar="ANSWER")
    finish = _command(group, "finish", words, "enrol finish")
    _store(finish, words)
    finish.add_argument("file", metavar="ANSWER", type=Path)
    finish.add_argument("--words", required=True, metavar='"…"', help=words("arg.words"))


def _group(
    commands: "argparse._SubParsersAction[Parser]", name: str, words: Words
) -> "argparse._SubParsersAction[Parser]":
    parser = commands.add_parser(
        name, help=words(name), description=words(name), allow_abbrev=False
    )
    return parser.add_subparsers(dest="subcommand", metavar=words("command"), required=True)


def _command(
    commands: "argparse._SubParsersAction[Parser]", name: str, words: Words, key: str = ""
) -> Parser:
    text = words(key or name)
    parser = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
    _common(parser, words)
    return parser


def _common(parser: Parser, words: Words, *, top: bool = False) -> None:
    if top:
        parser.add_argument("--json", action="store_true", help=words("arg.json"))
        parser.add_argument("--lang", choices=("bg", "en"), help=words("arg.lang"))
        return
    missing = argparse.SUPPRESS  # the value given before the command stands
    parser.add_argument("--json", action="store_true", default=missing, help=words("arg.json"))
    parser.add_argument("--lang", choices=("bg", "en"), default=missing, help=words("arg.lang"))


def _store(parser: Parser, words: Words) -> None:
    parser.add_argument("store", metavar="STORE", type=Path, help=words("arg.store"))
    _passphrase(parser, words)


def _passphrase(parser: Parser, words: Words) -> None:
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="F", help=words("arg.passphrase_file")
    )
