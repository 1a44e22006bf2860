"""`self-test`: what an installed copy checks about itself."""

import argparse

from dcm_desktop import labels
from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.opened import now
from dcm_desktop.cli.words import Words
from dcm_desktop.usecases.self_test import self_test


def run(arguments: argparse.Namespace, words: Words) -> Answer:
    """Fonts, translation, cipher, PDF, bundle round trip; exit 1 when one fails."""
    checks = list(self_test(at=now()))
    said = {
        check.what: labels.word("self_test", check.what, arguments.lang or "bg") for check in checks
    }
    good = [words.say("self_test_ok", what=said[c.what]) for c in checks if c.ok]
    bad = [words.say("self_test_bad", what=said[c.what]) for c in checks if not c.ok]
    data = {"ok": not bad, "checks": {check.what: check.ok for check in checks}}
    return Answer(data, good, bad, exit_code=1 if bad else 0)
