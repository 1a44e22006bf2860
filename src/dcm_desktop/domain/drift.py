"""How far a running session is from its plan, and how many minutes each remaining item could get.

Nothing here changes a plan: what is proposed counts only when somebody accepts it.
"""

from collections.abc import Sequence
from datetime import datetime

LEAST_MINUTES = 3
"""No item is proposed less, unless less was planned. Decision: ours."""
WORTH_SAYING = 5
"""From so many minutes late on new times are proposed."""


def remaining(planned: int, started_at: datetime | None, at: datetime) -> int:
    """Minutes an item still has: all of them before it begins, none below zero afterwards."""
    if started_at is None:
        return planned
    gone = int((at - started_at).total_seconds() // 60)
    return max(0, planned - max(0, gone))


def drift_minutes(ends_at: datetime, planned_end: datetime) -> int:
    """By how many minutes the end is later than planned; negative: minutes to spare."""
    return round((ends_at - planned_end).total_seconds() / 60)


def replan(minutes: Sequence[int], available: int) -> tuple[int, ...]:
    """Minutes for each remaining item so that together they fit, in proportion to the plan.

    What fits already stays; no item falls below `LEAST_MINUTES` (or its own plan, when that is
    less), so that a hopeless plan goes on being late. Source: sessions anchor, row A9.
    """
    least = [min(one, LEAST_MINUTES) for one in minutes]
    room = max(0, available) - sum(least)
    spare = [one - low for one, low in zip(minutes, least, strict=True)]
    total = sum(spare)
    if total <= max(0, room):
        return tuple(minutes)
    if room <= 0:
        return tuple(least)
    shares = [divmod(one * room, total) for one in spare]
    given = [whole for whole, _rest in shares]
    by_rest = sorted(range(len(shares)), key=lambda n: (-shares[n][1], n))
    for n in by_rest[: room - sum(given)]:
        given[n] += 1
    return tuple(low + more for low, more in zip(least, given, strict=True))
