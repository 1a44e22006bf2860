"""Lines that say who spoke: a commitment `@институция текст !срок ^кой`, a report `+ текст ^кой`.

As in `task_line.py` bodies, people and terms follow a mark; here the text may stand before or after
the body. Looking people and bodies up is the caller's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dcm_desktop.domain.task_line import Candidate, TaskDraft, match, parse_term, pick
from dcm_desktop.domain.terms import TaskReportOutcome
from dcm_desktop.errors import InputRefused

_MARK = re.compile(r"(?:^|(?<=\s))([@!^])(?=\S)")
_SIGNS = {
    "+": TaskReportOutcome.DONE,
    "=": TaskReportOutcome.DONE,
    "/": TaskReportOutcome.PARTLY,
    "~": TaskReportOutcome.PARTLY,
    "-": TaskReportOutcome.NOT_DONE,
    ">": TaskReportOutcome.MOVED,
    "*": TaskReportOutcome.CANCELLED,
}
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-"})
SIGNS = frozenset("+/~->*")
"""What begins a report."""


_NO_TERM = TaskDraft("")


@dataclass(frozen=True, slots=True)
class SpokenCommitment:
    """A commitment as read: ids of the body and the person, empty when not said."""

    what: str
    institution_id: str = ""
    person_id: str = ""
    term: TaskDraft = _NO_TERM


@dataclass(frozen=True, slots=True)
class SpokenReport:
    """A report as read; the term belongs to `moved`."""

    outcome: TaskReportOutcome
    line: str = ""
    person_id: str = ""
    term: TaskDraft = _NO_TERM


def parse_commitment(
    line: str,
    *,
    session_on: date,
    institutions: Sequence[Candidate],
    people: Sequence[Candidate],
    field: str | None = None,
) -> SpokenCommitment:
    """A commitment from one line; text, `@` body, `!` term and `^` person in any order.

    Raises: InputRefused of `task_line.pick` and `parse_term`; `commitment.person_unknown`,
    `commitment.person_ambiguous`; `task.two_terms` for a second term.
    """
    what, marks = _split(line)
    body, person, term = "", "", _NO_TERM
    for mark, value in marks:
        if mark == "@":
            body, rest = _longest(value, institutions, field)
        elif mark == "^":
            person, rest = _person(value, people, field)
        elif term.has_term:
            raise InputRefused("task.two_terms", field=field)
        else:
            term, rest = _term(value, session_on, field)
        what = f"{what} {rest}".strip()
    return SpokenCommitment(what, body, person, term)


def parse_report(
    line: str, *, today: date, people: Sequence[Candidate], field: str | None = None
) -> SpokenReport:
    """What became of a task: a sign, for `>` a term counted from `today`, a line, `^` who said it.

    Raises: InputRefused `report.no_sign`, `report.no_term` and those of `parse_commitment`.
    Source: sessions anchor, rows H2 and H6.
    """
    typed = line.strip().translate(_DASHES)
    outcome = _SIGNS.get(typed[:1])
    if outcome is None:
        raise InputRefused("report.no_sign", field=field)
    text, marks = _split(line.strip()[1:])
    person, term = "", _NO_TERM
    for mark, value in marks:
        if mark == "^":
            person, rest = _person(value, people, field)
        elif mark == "!":
            term, rest = _term(value, today, field)
        else:
            rest = f"@{value}"
        text = f"{text} {rest}".strip()
    if outcome is TaskReportOutcome.MOVED and not term.has_term:
        if not text:
            raise InputRefused("report.no_term", field=field)
        term, text = _term(text, today, field)
    return SpokenReport(outcome, text, person, term)


def _split(line: str) -> tuple[str, list[tuple[str, str]]]:
    marks = list(_MARK.finditer(line))
    head = " ".join((line[: marks[0].start()] if marks else line).split())
    ends = [*(mark.start() for mark in marks), len(line)][1:]
    return head, [
        (mark.group(1), " ".join(line[mark.end() : end].split()))
        for mark, end in zip(marks, ends, strict=True)
    ]


def _longest(value: str, candidates: Sequence[Candidate], field: str | None) -> tuple[str, str]:
    """The longest beginning of words that means something, and the rest."""
    words = value.split()
    for size in range(len(words), 0, -1):
        query = " ".join(words[:size])
        if match(query, candidates):
            found = pick(query, candidates, field=field)
            return found.id, " ".join(words[size:]).lstrip(",;: ")
    return pick(value, candidates, field=field).id, ""


def _person(value: str, people: Sequence[Candidate], field: str | None) -> tuple[str, str]:
    try:
        return _longest(value, people, field)
    except InputRefused as error:
        ambiguous = error.code == "task.institution_ambiguous"
        code = "commitment.person_ambiguous" if ambiguous else "commitment.person_unknown"
        names = error.facts.get("names", ())
        raise InputRefused(code, field=field, query=value, names=names) from error


def _term(value: str, start: date, field: str | None) -> tuple[TaskDraft, str]:
    head, _, rest = value.partition(" ")
    if head == "+" and rest:
        days, _, rest = rest.partition(" ")
        head = f"+{days}"
    if rest.split(" ")[0] == "заседание":
        rest = rest.partition(" ")[2]
    return parse_term(head.rstrip(",;"), session_on=start, field=field), rest
