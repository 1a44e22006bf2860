"""`enrol request | accept | finish`: two laptops come to know each other's keys."""

import argparse

from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.opened import now, opened
from dcm_desktop.cli.words import Words
from dcm_desktop.usecases.exchange import accept_enrol, finish_enrol, make_enrol_request


def request(arguments: argparse.Namespace, words: Words) -> Answer:
    """Write the request of a district's laptop and print its six words."""
    with opened(arguments, words) as workspace:
        made = make_enrol_request(workspace, arguments.out, at=now())
    return Answer(
        {"file": str(made.file), "words": made.words},
        [words.say("enrol_words", words=made.words)],
    )


def accept(arguments: argparse.Namespace, words: Words) -> Answer:
    """Accept a request on the national store and write the answer."""
    with opened(arguments, words) as workspace:
        made = accept_enrol(workspace, arguments.file, arguments.words, arguments.out, at=now())
    return Answer(
        {"file": str(arguments.out), "district": made.district, "letter": made.letter},
        [
            words.say(
                "enrol_accepted",
                district=made.district,
                letter=made.letter,
                file=arguments.out,
            )
        ],
    )


def finish(arguments: argparse.Namespace, words: Words) -> Answer:
    """Take the answer on the district's laptop."""
    with opened(arguments, words) as workspace:
        made = finish_enrol(workspace, arguments.file, arguments.words, at=now())
    return Answer(
        {"district": made.district, "letter": made.letter},
        [words.say("enrol_finished", letter=made.letter)],
    )
