"""The sentence about the tasks that were reported: how many, how many in time, which are not done.

Source: domain reference, Annex B, point 1 of the agenda; section 5.1 (numbers in words).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dcm_desktop.domain.bulgarian import TASK, Gender, count_in_words, listing, with_words
from dcm_desktop.domain.terms import TaskReportOutcome

_O = TaskReportOutcome
_STATES = {
    _O.DONE: ("изпълнена след срока", "изпълнени след срока"),
    _O.PARTLY: ("изпълнена отчасти", "изпълнени отчасти"),
    _O.NOT_DONE: ("не е изпълнена", "не са изпълнени"),
    _O.MOVED: ("с удължен срок", "с удължен срок"),
    _O.CANCELLED: ("отпаднала", "отпаднали"),
}


@dataclass(frozen=True, slots=True)
class ReportedTask:
    """One task that was reported. `origin`: „решение № 6-3, т. 2“, empty when not by a decision."""

    outcome: TaskReportOutcome
    in_time: bool
    origin: str = ""


def origin_of(number: str, point: str = "") -> str:
    """„решение № 6-3, т. 2“."""
    if not number:
        return ""
    text = f"решение №\u00a0{number}"
    return f"{text}, т.\u00a0{point}" if point else text


def reported_sentence(tasks: Sequence[ReportedTask]) -> str:
    """„От 5 (пет) задачи 4 (четири) са изпълнени в срок, а 1 (една) – по решение № 6-3, т. 2 – е с
    удължен срок.“; empty without tasks."""
    if not tasks:
        return ""
    total = count_in_words(len(tasks), TASK)
    groups = _groups(tasks)
    if len(groups) == 1:
        (state, rows) = groups[0]
        if len(tasks) == 1:
            return f"Отчетена е {total}: тя {_verb(state, 1)}{_by(rows)}."
        return f"Отчетени са {total}: всички {_verb(state, len(rows))}{_by(rows)}."
    parts = [
        f"{with_words(len(rows), Gender.FEMININE)}{_aside(rows)} {_verb(state, len(rows))}"
        for state, rows in groups
    ]
    return f"От {total} {', '.join(parts[:-1])}, а {parts[-1]}."


def _groups(
    tasks: Sequence[ReportedTask],
) -> list[tuple[tuple[str, str], list[ReportedTask]]]:
    in_time = [task for task in tasks if task.outcome is _O.DONE and task.in_time]
    found = [(("изпълнена в срок", "изпълнени в срок"), in_time)] if in_time else []
    for outcome, words in _STATES.items():
        rows = [t for t in tasks if t.outcome is outcome and t not in in_time]
        if rows:
            found.append((words, rows))
    return found


def _verb(state: tuple[str, str], n: int) -> str:
    words = state[0 if n == 1 else 1]
    if words.startswith("не "):
        return words
    return f"{'е' if n == 1 else 'са'} {words}"


def _aside(rows: Sequence[ReportedTask]) -> str:
    by = _origins(rows)
    return f" – {by} –" if by else ""


def _by(rows: Sequence[ReportedTask]) -> str:
    by = _origins(rows)
    return f" ({by})" if by else ""


def _origins(rows: Sequence[ReportedTask]) -> str:
    """Where they come from; not for those done in time, which need no pointing out."""
    if all(row.outcome is _O.DONE and row.in_time for row in rows):
        return ""
    origins = list(dict.fromkeys(row.origin for row in rows if row.origin))
    return f"по {listing(origins)}" if origins else ""
