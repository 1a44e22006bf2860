"""What several queries of one view need is read once: memory of a reading transaction.

It lives as long as one `Workspace.ask`, or all of a `Workspace.one_view`; a transaction that writes
reads anew each time.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from sqlalchemy.orm import Session as DbSession

T = TypeVar("T")
MEMO = "memo"
"""Key in `db.info` of what was read in this view."""


def once(db: DbSession, key: Hashable, read: Callable[[], T]) -> T:
    """What `read` gave the first time in this view."""
    known = db.info.get(MEMO)
    if known is None:
        return read()
    if key not in known:
        known[key] = read()
    return cast(T, known[key])
