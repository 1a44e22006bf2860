"""Which function runs which command. The only place that knows them all.

The module of a command is imported when it was typed: the others would cost it half a second.
"""

import argparse
from collections.abc import Callable

from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.words import Words

Handler = Callable[[argparse.Namespace, Words], Answer]
Group = dict[str, Handler]


def _demo() -> Group:
    from dcm_desktop.cli import demo

    return {"": demo.demo}


def _store() -> Group:
    from dcm_desktop.cli import store

    return {
        "new": store.new,
        "info": store.info,
        "check": store.check,
        "recovery": store.recovery,
        "recover": store.recover,
    }


def _session() -> Group:
    from dcm_desktop.cli import session

    return {"list": session.listing, "import": session.importing}


def _document() -> Group:
    from dcm_desktop.cli import document

    return {"": document.make}


def _bundle() -> Group:
    from dcm_desktop.cli import bundle

    return {
        "export": bundle.export,
        "inspect": bundle.inspect,
        "import": bundle.importing,
        "receipts": bundle.receipts,
    }


def _enrol() -> Group:
    from dcm_desktop.cli import enrol

    return {"request": enrol.request, "accept": enrol.accept, "finish": enrol.finish}


def _self_test() -> Group:
    from dcm_desktop.cli import self_test

    return {"": self_test.run}


_GROUPS: dict[str, Callable[[], Group]] = {
    "demo": _demo,
    "store": _store,
    "session": _session,
    "document": _document,
    "bundle": _bundle,
    "enrol": _enrol,
    "self-test": _self_test,
}


def handler(arguments: argparse.Namespace) -> Handler:
    """The function of the command that was typed."""
    return _GROUPS[arguments.command]()[getattr(arguments, "subcommand", None) or ""]
