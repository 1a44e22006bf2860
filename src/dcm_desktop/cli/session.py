"""`session list | import`."""

import argparse

from dcm_desktop import labels
from dcm_desktop.cli.answer import Answer
from dcm_desktop.cli.opened import SOFIA, mechanism_of, now, opened
from dcm_desktop.cli.passphrase import bytes_file
from dcm_desktop.cli.words import Words
from dcm_desktop.usecases.session_file import MAX_BYTES, import_session, read_session_file
from dcm_desktop.usecases.sessions import list_sessions


def listing(arguments: argparse.Namespace, words: Words) -> Answer:
    """All sessions, of one mechanism where one is named."""
    with opened(arguments, words) as workspace:
        rows = workspace.ask(list_sessions, mechanism_of(workspace, arguments.mechanism))
    lang = arguments.lang or "bg"
    data = {
        "sessions": [
            {
                "id": row.session_id,
                "number": row.number,
                "date": row.starts_at.astimezone(SOFIA).date().isoformat(),
                "status": str(row.status),
                "entered_later": row.entered_later,
            }
            for row in rows
        ]
    }
    lines = [
        words.say(
            "session_line",
            number=row.number,
            date=row.starts_at.astimezone(SOFIA).strftime("%d.%m.%Y"),
            status=labels.label(row.status, lang),
            later=words.say("entered_later") if row.entered_later else "",
        )
        for row in rows
    ]
    return Answer(data, lines or [words.say("no_sessions")])


def importing(arguments: argparse.Namespace, words: Words) -> Answer:
    """Enter the session of a file with all it names, or nothing."""
    file = read_session_file(bytes_file(arguments.file, limit=MAX_BYTES))
    with opened(arguments, words) as workspace:
        made = workspace.do(import_session, file, at=now())
    data = {
        "session_id": made.session_id,
        "number": made.number,
        "created": dict(made.created),
        "matched": dict(made.matched),
    }
    said = words.say(
        "session_imported",
        number=made.number,
        created=sum(made.created.values()),
        matched=sum(made.matched.values()),
    )
    return Answer(data, [said])
