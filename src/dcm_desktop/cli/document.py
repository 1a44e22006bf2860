"""`document STORE SESSION --kind … --out FILE.pdf`."""

import argparse

from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.opened import now, opened, write_file
from dcm_desktop.cli.words import Words
from dcm_desktop.documents.models import Edition
from dcm_desktop.usecases.documents import PaperKind, make_document
from dcm_desktop.usecases.sessions.listing import find_session


def make(arguments: argparse.Namespace, words: Words) -> Answer:
    """Make one paper of a session and write it to the file asked for."""
    with opened(arguments, words) as workspace:
        session_id = workspace.ask(find_session, arguments.session, mechanism=arguments.mechanism)
        paper = workspace.do(
            make_document,
            session_id,
            kind=PaperKind(arguments.kind),
            edition=Edition(arguments.edition),
            at=now(),
        )
        write_file(arguments.out, paper.pdf)
    return Answer(
        {"file": str(arguments.out), "pages": paper.pages, "sha256": paper.sha256},
        [words.say("document_made", file=arguments.out, pages=paper.pages)],
    )
