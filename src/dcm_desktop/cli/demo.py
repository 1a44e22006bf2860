"""`demo DIR`: the whole main job on fictional data."""

import argparse
import shutil
import sys
from pathlib import Path

from dcm_desktop import labels
from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.opened import now
from dcm_desktop.cli.passphrase import bytes_file
from dcm_desktop.cli.words import Words
from dcm_desktop.usecases.demo import make_demo
from dcm_desktop.usecases.session_file import MAX_BYTES


def demo(arguments: argparse.Namespace, words: Words) -> Answer:
    """Make the demo and print what it did, with timings."""
    own = bytes_file(arguments.session, limit=MAX_BYTES) if arguments.session is not None else None
    made = make_demo(arguments.dir, at=now(), session_file=own)
    data = {
        "passphrase": made.passphrase,
        "national_identity": made.national_identity,
        "stores": {name: str(path) for name, path in made.stores.items()},
        "files": {name: str(path) for name, path in made.files.items()},
        "counts": dict(made.counts),
        "timings": dict(made.timings),
    }
    lang = arguments.lang or "bg"
    lines = [
        words.say("demo_step", seconds=seconds, step=labels.word("demo", step, lang))
        for step, seconds in made.timings.items()
    ]
    lines += [f"{path}" for path in (*made.stores.values(), *made.files.values())]
    lines += [
        words.say("demo_passphrase", passphrase=made.passphrase),
        words.say("demo_open", program=_program(), store=made.stores["district"]),
    ]
    return Answer(data, lines)


def _program() -> str:
    """How the window is opened from here: the command, when the shell would find it."""
    if shutil.which("dcm-desktop") is not None:
        return "dcm-desktop"
    beside = Path(sys.executable).with_name("dcm-desktop")
    return str(beside) if beside.exists() else f"{sys.executable} -m dcm_desktop"
