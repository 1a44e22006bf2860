"""Tasks (поети ангажименти): their states, terms and what a report of completion needs.

One-line entry is in `task_line.py`.
"""

from datetime import date
from enum import StrEnum

from dcm_desktop.domain.findings import Finding, blocker
from dcm_desktop.domain.task_line import due_findings
from dcm_desktop.domain.terms import ActionItemStatus
from dcm_desktop.domain.text import check_line
from dcm_desktop.domain.workdays import NO_EXTRA, Extra
from dcm_desktop.errors import RuleBroken

_T = ActionItemStatus

_ALLOWED: dict[ActionItemStatus, tuple[ActionItemStatus, ...]] = {
    _T.OPEN: (_T.IN_PROGRESS, _T.DONE, _T.CANCELLED, _T.CARRIED_OVER),
    _T.IN_PROGRESS: (_T.OPEN, _T.DONE, _T.CANCELLED, _T.CARRIED_OVER),
    _T.DONE: (_T.OPEN, _T.IN_PROGRESS),
    _T.CANCELLED: (_T.OPEN,),
    _T.CARRIED_OVER: (),
}

UNFINISHED = frozenset({_T.OPEN, _T.IN_PROGRESS})
"""States of a task that somebody still has to do."""

_RESULT_NEEDED = frozenset({_T.DONE, _T.CANCELLED})


def check_title(title: str, *, field: str | None = None) -> str:
    """The title in one line of 5 to 300 characters.

    Raises: InputRefused `field.required`, `text.too_short`, `text.too_long`, `text.control`.
    Source: domain reference, section 4.2 (ActionItem).
    """
    return check_line(title, name="title", min_len=5, max_len=300, field=field)


def task_findings(
    *,
    title: str,
    has_institution: bool,
    session_on: date,
    due_on: date | None = None,
    next_session: bool = False,
    standing: bool = False,
    extra: Extra = NO_EXTRA,
) -> tuple[Finding, ...]:
    """What a task lacks: a responsible institution, exactly one term, a term after the session.

    Source: domain reference, section 4.2 (ActionItem: due_on or standing, one of them) and 7.
    """
    terms = (due_on is not None) + next_session + standing
    if terms > 1:
        return (blocker("task.two_terms", field="due_on"),)
    if not has_institution or not terms:
        field = "due_on" if has_institution else "responsible"
        return (blocker("task.incomplete", field=field, title=title),)
    if due_on is None:
        return ()
    if due_on <= session_on:
        return (blocker("task.due_before_session", field="due_on"),)
    return due_findings(due_on, session_on=session_on, extra=extra)


def next_status(
    status: ActionItemStatus,
    target: ActionItemStatus,
    *,
    today: date,
    session_on: date,
    done_on: date | None = None,
    result: str = "",
) -> ActionItemStatus:
    """The state of a task after a report.

    Raises: RuleBroken `task.transition`; `task.no_result` when done or cancelled without a result;
    `task.done_date`, `task.done_in_future`, `task.done_before_session` for the day of completion.
    Source: domain reference, section 4.2 (ActionItem) and 7.
    """
    if target not in _ALLOWED[status]:
        raise RuleBroken("task.transition", status=status, target=target)
    if target in _RESULT_NEEDED and not result.strip():
        raise RuleBroken("task.no_result", field="result")
    if target is ActionItemStatus.DONE:
        if done_on is None:
            raise RuleBroken("task.done_date", field="done_on")
        if done_on > today:
            raise RuleBroken("task.done_in_future", field="done_on")
        if done_on < session_on:
            raise RuleBroken("task.done_before_session", field="done_on")
    return target


def is_overdue(status: ActionItemStatus, due_on: date | None, today: date) -> bool:
    """Whether a task should have been done: computed, never stored. The due day is in time."""
    return status in UNFINISHED and due_on is not None and due_on < today


class DueState(StrEnum):
    """How a task stands towards its term, to be said in words beside every colour."""

    OVERDUE = "overdue"
    TODAY = "today"
    UPCOMING = "upcoming"
    STANDING = "standing"
    NEXT_SESSION = "next_session"
    UNDATED = "undated"
    FINISHED = "finished"


def due_state(
    status: ActionItemStatus,
    due_on: date | None,
    today: date,
    *,
    standing: bool = False,
    next_session: bool = False,
) -> DueState:
    """The state of a term on a day. Source: sessions anchor, row H3."""
    if status not in UNFINISHED:
        return DueState.FINISHED
    if due_on is None:
        if standing:
            return DueState.STANDING
        return DueState.NEXT_SESSION if next_session else DueState.UNDATED
    if due_on == today:
        return DueState.TODAY
    return DueState.OVERDUE if due_on < today else DueState.UPCOMING
