"""The clock of the window. Layers below never look at it: they are given `at=` and `today=`.

`DCM_CLOCK` (an ISO time with offset) stops it, for tests; a frozen program ignores it.
"""

import os
import sys
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

SOFIA = ZoneInfo("Europe/Sofia")


def now() -> datetime:
    """This moment, aware, in UTC."""
    fixed = os.environ.get("DCM_CLOCK", "")
    if fixed and not getattr(sys, "frozen", False):
        return datetime.fromisoformat(fixed).astimezone(UTC)
    return datetime.now(UTC)


def local(moment: datetime) -> datetime:
    """The same moment as the clocks in Bulgaria show it."""
    return moment.astimezone(SOFIA)


def today() -> date:
    """Today in Bulgaria."""
    return local(now()).date()
