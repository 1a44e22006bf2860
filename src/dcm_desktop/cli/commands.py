"""Which function runs which command. The only place that knows them all."""

import argparse
from collections.abc import Callable

from dcm_desktop.cli import bundle, demo, document, enrol, self_test, session, store
from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.words import Words

Handler = Callable[[argparse.Namespace, Words], Answer]

_HANDLERS: dict[tuple[str, str], Handler] = {
    ("demo", ""): demo.demo,
    ("store", "new"): store.new,
    ("store", "info"): store.info,
    ("store", "check"): store.check,
    ("store", "recovery"): store.recovery,
    ("store", "recover"): store.recover,
    ("session", "list"): session.listing,
    ("session", "import"): session.importing,
    ("document", ""): document.make,
    ("bundle", "export"): bundle.export,
    ("bundle", "inspect"): bundle.inspect,
    ("bundle", "import"): bundle.importing,
    ("bundle", "receipts"): bundle.receipts,
    ("enrol", "request"): enrol.request,
    ("enrol", "accept"): enrol.accept,
    ("enrol", "finish"): enrol.finish,
    ("self-test", ""): self_test.run,
}


def handler(arguments: argparse.Namespace) -> Handler:
    """The function of the command that was typed."""
    return _HANDLERS[arguments.command, getattr(arguments, "subcommand", None) or ""]
