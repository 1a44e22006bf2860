"""Life of a session (заседание) and of its agenda items: state tables, numbers, guards.

Quorum is in `rules.py` and `attendance.py`, votes in `vote.py`, order of items in `agenda.py`.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dcm_desktop.domain.findings import Finding, blocker, warning
from dcm_desktop.domain.terms import (
    AgendaItemKind,
    AgendaItemStatus,
    ItemAction,
    SessionAction,
    SessionStatus,
)
from dcm_desktop.domain.workdays import next_workday
from dcm_desktop.errors import RuleBroken

_S, _A = SessionStatus, SessionAction

_NEXT: dict[tuple[SessionStatus, SessionAction], SessionStatus] = {
    (_S.DRAFT, _A.CONVENE): _S.CONVENED,
    (_S.DRAFT, _A.POSTPONE): _S.POSTPONED,
    (_S.DRAFT, _A.CANCEL): _S.CANCELLED,
    (_S.CONVENED, _A.OPEN): _S.OPEN,
    (_S.CONVENED, _A.FAIL_QUORUM): _S.NO_QUORUM,
    (_S.CONVENED, _A.POSTPONE): _S.POSTPONED,
    (_S.CONVENED, _A.CANCEL): _S.CANCELLED,
    (_S.OPEN, _A.ADJOURN): _S.ADJOURNED,
    (_S.OPEN, _A.CLOSE): _S.HELD,
    (_S.OPEN, _A.FAIL_QUORUM): _S.NO_QUORUM,
    (_S.ADJOURNED, _A.RESUME): _S.OPEN,
    (_S.POSTPONED, _A.RESCHEDULE): _S.DRAFT,
    (_S.POSTPONED, _A.CANCEL): _S.CANCELLED,
}

_I, _B = AgendaItemStatus, ItemAction

_NEXT_ITEM: dict[tuple[AgendaItemStatus, ItemAction], AgendaItemStatus] = {
    (_I.WAITING, _B.START): _I.RUNNING,
    (_I.WAITING, _B.POSTPONE): _I.POSTPONED,
    (_I.WAITING, _B.WITHDRAW): _I.WITHDRAWN,
    (_I.RUNNING, _B.PAUSE): _I.WAITING,
    (_I.RUNNING, _B.DISCUSS): _I.DISCUSSED,
    (_I.RUNNING, _B.DECIDE): _I.DECIDED,
    (_I.RUNNING, _B.POSTPONE): _I.POSTPONED,
    (_I.RUNNING, _B.WITHDRAW): _I.WITHDRAWN,
    (_I.DISCUSSED, _B.DECIDE): _I.DECIDED,
    (_I.DISCUSSED, _B.REOPEN): _I.RUNNING,
    (_I.DECIDED, _B.DECIDE): _I.DECIDED,
    (_I.DECIDED, _B.REOPEN): _I.RUNNING,
    (_I.POSTPONED, _B.REOPEN): _I.WAITING,
    (_I.WITHDRAWN, _B.REOPEN): _I.WAITING,
}

FINISHED_ITEM = frozenset({_I.DISCUSSED, _I.DECIDED, _I.POSTPONED, _I.WITHDRAWN})
"""States of an item that a held session may contain."""

EDITABLE = frozenset({_S.DRAFT, _S.CONVENED, _S.OPEN, _S.ADJOURNED, _S.POSTPONED})
"""States in which a session itself may still be changed."""

LONGEST = timedelta(hours=12)
"""A session ends at most so long after it began. Source: domain reference, section 4.2."""


def next_status(status: SessionStatus, action: SessionAction) -> SessionStatus:
    """The state after an action.

    Raises: RuleBroken `session.transition`. Source: domain reference, section 4.2 (Session);
    sessions anchor, section 6.1. A session without quorum is final: a new one gets a new number.
    """
    try:
        return _NEXT[(status, action)]
    except KeyError:
        raise RuleBroken("session.transition", status=status, action=action) from None


def may(status: SessionStatus, action: SessionAction) -> bool:
    """Whether the state table knows the action from this state."""
    return (status, action) in _NEXT


def actions_of(status: SessionStatus) -> tuple[SessionAction, ...]:
    """What can be done to a session in this state, in the order of the table."""
    return tuple(action for state, action in _NEXT if state is status)


def next_item_status(status: AgendaItemStatus, action: ItemAction) -> AgendaItemStatus:
    """The state of an agenda item after an action; a paused item waits again.

    Raises: RuleBroken `item.transition`. Source: sessions anchor, section 6.2.
    """
    try:
        return _NEXT_ITEM[(status, action)]
    except KeyError:
        raise RuleBroken("item.transition", status=status, action=action) from None


def may_item(status: AgendaItemStatus, action: ItemAction) -> bool:
    """Whether the state table of items knows the action from this state."""
    return (status, action) in _NEXT_ITEM


@dataclass(frozen=True, slots=True)
class NumberUse:
    """A number and what became of the session that has it."""

    number: int
    status: SessionStatus
    printed: bool = False


def used_numbers(uses: Iterable[NumberUse]) -> frozenset[int]:
    """Numbers that are taken: a cancelled session frees its number if nothing was printed.

    Source: domain reference, section 4.2 (Session).
    """
    return frozenset(
        use.number for use in uses if use.status is not SessionStatus.CANCELLED or use.printed
    )


def next_number(used: Collection[int], first: int = 1) -> int:
    """The number to propose: one after the highest, or the first number of the mechanism.

    Numbers run from the foundation, not per year; `first` is a setting, because a district
    starts with the program at its n-th session.
    Source: domain reference, section 1.3 and 4.2.
    """
    return max(max(used, default=0) + 1, first)


def check_number(number: int, used: Collection[int], first: int = 1) -> tuple[Finding, ...]:
    """A taken number blocks, a gap only warns; below the first number is free for late entries.

    `missing` in the warning is the first number left out.
    Source: domain reference, section 7 (Session: number taken / gap).
    """
    if number < 1:
        return (blocker("session.number_positive", field="number"),)
    if number in used:
        return (blocker("session.number_taken", field="number", number=number),)
    expected = next_number(used, first)
    if number > expected:
        return (warning("session.number_gap", field="number", missing=expected, number=number),)
    return ()


def check_times(starts_at: datetime, ends_at: datetime | None) -> tuple[Finding, ...]:
    """End after start and at most 12 hours later. Source: domain reference, section 4.2."""
    if ends_at is None:
        return ()
    if ends_at <= starts_at:
        return (blocker("session.ends_before_start", field="ends_at"),)
    if ends_at - starts_at > LONGEST:
        return (blocker("session.too_long", field="ends_at", hours=12),)
    return ()


def check_entered_later(
    held_on: date, *, founded_on: date | None, today: date
) -> tuple[Finding, ...]:
    """A session held before the program, or on paper: any day since the founding, up to today.

    Rules and composition are those of `held_on`. Source: main-job issue; domain reference 4.2.
    """
    if held_on > today:
        return (blocker("session.later_in_future", field="starts_at"),)
    if founded_on is not None and held_on < founded_on:
        return (blocker("session.before_founding", field="starts_at", founded_on=founded_on),)
    return ()


@dataclass(frozen=True, slots=True)
class ItemState:
    """An agenda item as the guards see it; `n` is its printed number."""

    n: int
    status: AgendaItemStatus = AgendaItemStatus.WAITING
    kind: AgendaItemKind = AgendaItemKind.ORGANISATIONAL
    has_case: bool = False
    added_at_session: bool = False
    added_voted: bool = False
    has_public_title: bool = True
    has_rapporteur: bool = True
    carried_times: int = 0
    minutes_outdated: bool = False
    """It asks to adopt a version of minutes that has a newer one."""
    late_change: bool = False
    """Withdrawn after the agenda was adopted, and the agenda not voted on since."""


@dataclass(frozen=True, slots=True)
class TaskState:
    """A task as the guards see it; `title` is shown to the user only."""

    title: str
    has_responsible: bool
    has_term: bool
    item: int | None = None
    """Printed number of its agenda item."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is known of a session before it is convened or opened. Unit: working days."""

    items: Sequence[ItemState] = ()
    has_place: bool = True
    has_chair: bool = False
    has_minutes_taker: bool = False
    notice_left: int | None = None
    notice_required: int = 0
    free_day_name: str | None = None
    starts_on: date | None = None
    present: int = 0
    needed: int = 1
    anybody_present: bool = False
    lacks_ground: bool = False
    """Called out of turn, and it is not said why."""
    lacks_deadline: bool = False
    """A written procedure without a time until which answers are taken."""


def convening_findings(preparation: Preparation) -> tuple[Finding, ...]:
    """What stands against sending the invitations.

    Source: domain reference, section 7 (Session: weekend or holiday, notice; case point without
    case); readiness check of the session room.
    """
    found = []
    if not preparation.items:
        found.append(blocker("session.no_agenda"))
    if not preparation.has_place:
        found.append(blocker("session.no_place", field="place"))
    found += _case_items(preparation.items)
    found += _untitled(preparation.items)
    if preparation.free_day_name is not None:
        found.append(
            warning(
                "session.free_day",
                field="starts_at",
                day=preparation.starts_on,
                name=preparation.free_day_name,
                instead=next_workday(preparation.starts_on) if preparation.starts_on else None,
            )
        )
    left = preparation.notice_left
    if left is not None and left < preparation.notice_required:
        found.append(warning("session.notice_short", n=left, required=preparation.notice_required))
    if not preparation.has_chair:
        found.append(warning("session.no_chair_yet", field="chair"))
    if preparation.lacks_ground:
        found.append(warning("session.no_ground", field="ground"))
    if preparation.lacks_deadline:
        found.append(warning("written.no_deadline", field="answers_due_at"))
    return tuple(found)


def opening_findings(preparation: Preparation) -> tuple[Finding, ...]:
    """What stands against opening; without quorum it may open, but decides nothing.

    Source: domain reference, section 4.2 (opening needs an item, a chair, a minutes taker) and 7.
    """
    found = []
    if not preparation.items:
        found.append(blocker("session.no_agenda"))
    if not preparation.has_chair:
        found.append(blocker("session.no_chair", field="chair"))
    if not preparation.has_minutes_taker:
        found.append(blocker("session.no_minutes_taker", field="minutes_taker"))
    found += _case_items(preparation.items)
    found += _untitled(preparation.items)
    if not preparation.anybody_present:
        found.append(blocker("attendance.nobody"))
    elif preparation.present < preparation.needed:
        found.append(
            warning("session.quorum", present=preparation.present, needed=preparation.needed)
        )
    return tuple(found)


def closing_findings(
    items: Sequence[ItemState], tasks: Sequence[TaskState] = ()
) -> tuple[Finding, ...]:
    """What stands against closing: items without an outcome, tasks without body or term.

    Source: domain reference, section 7 (Session, AgendaItem, Decision); sessions anchor, 6.1.
    """
    found = [
        blocker("session.item_unfinished", item=item.n)
        for item in items
        if item.status not in FINISHED_ITEM
    ]
    found += [
        blocker("task.incomplete", title=task.title, item=task.item)
        for task in tasks
        if not (task.has_responsible and task.has_term)
    ]
    found += [
        warning("item.added_without_vote", item=item.n)
        for item in items
        if item.added_at_session
        and not item.added_voted
        and item.status is not AgendaItemStatus.WITHDRAWN
    ]
    found += [
        warning("item.withdrawn_without_vote", item=item.n) for item in items if item.late_change
    ]
    return tuple(found)


def agenda_findings(
    items: Sequence[ItemState], *, often: int, late: int | None = None, over: int = 0
) -> tuple[Finding, ...]:
    """What an agenda should be looked at for; nothing of it holds up an act.

    `often`: from which carrying over on an item is named; `late`: number of the first item that
    no longer fits, `over` by how many minutes the end is late. Source: sessions anchor, A3, A8.
    """
    found = []
    if late is not None:
        found.append(warning("session.over_time", field="planned_minutes", item=late, n=over))
    for item in items:
        if item.status in FINISHED_ITEM:
            continue
        if item.kind is AgendaItemKind.CASE and not item.has_rapporteur:
            field = "rapporteur_person_id"
            found.append(warning("item.no_rapporteur", field=field, item=item.n))
        if item.carried_times >= often:
            times = item.carried_times
            found.append(warning("item.carried_often", field="title", item=item.n, n=times))
        if item.minutes_outdated:
            found.append(warning("item.minutes_outdated", field="minutes_id", item=item.n))
    return tuple(found)


def check_editable(status: SessionStatus, *, minutes_signed: bool = False) -> None:
    """Whether a session may still be changed.

    Raises: RuleBroken `minutes.signed`, `session.not_editable`.
    Source: domain reference, section 7 (Session: edit after signing).
    """
    if minutes_signed:
        raise RuleBroken("minutes.signed")
    if status not in EDITABLE:
        raise RuleBroken("session.not_editable", status=status)


def _untitled(items: Sequence[ItemState]) -> list[Finding]:
    """Source: sessions anchor, row A10: a confidential item without a title for the hall."""
    return [
        blocker("item.no_public_title", field="public_title", item=item.n)
        for item in items
        if not item.has_public_title and item.status is not AgendaItemStatus.WITHDRAWN
    ]


def _case_items(items: Sequence[ItemState]) -> list[Finding]:
    return [
        blocker("item.no_case", field="case_id", item=item.n)
        for item in items
        if item.kind is AgendaItemKind.CASE and not item.has_case
    ]
