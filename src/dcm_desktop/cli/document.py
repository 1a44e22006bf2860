"""`document STORE SESSION --kind … --out FILE.pdf|FILE.ics`."""

import argparse

from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.opened import mechanism_of, now, opened, write_file
from dcm_desktop.cli.words import Words
from dcm_desktop.usecases.documents import Edition, PaperKind, make_document, register_paper
from dcm_desktop.usecases.documents.calendar import KIND, make_calendar
from dcm_desktop.usecases.sessions import find_session


def make(arguments: argparse.Namespace, words: Words) -> Answer:
    """Make one paper of a session, or its calendar file, and write it to the file asked for."""
    with opened(arguments, words) as workspace:
        session_id = workspace.ask(
            find_session, arguments.session, mechanism_of(workspace, arguments.mechanism)
        )
        if arguments.kind == KIND:
            file = workspace.do(make_calendar, session_id, at=now())
            write_file(arguments.out, file.data)
            return Answer(
                {
                    "file": str(arguments.out),
                    "sequence": file.sequence,
                    "cancelled": file.cancelled,
                    "sha256": file.sha256,
                },
                [words.say("calendar_made", file=arguments.out, n=file.sequence)],
            )
        paper = workspace.ask(
            make_document,
            session_id,
            kind=PaperKind(arguments.kind),
            edition=Edition(arguments.edition),
            at=now(),
        )
        write_file(arguments.out, paper.pdf)
        workspace.do(register_paper, paper, "file", at=now())
    return Answer(
        {"file": str(arguments.out), "pages": paper.pages, "sha256": paper.sha256},
        [words.say("document_made", file=arguments.out, pages=paper.pages)],
    )
