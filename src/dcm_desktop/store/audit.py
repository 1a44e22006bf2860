"""The append-only hash chain of who did what, written in the transaction of the act itself.

`h_n = SHA-256("okmd-audit-v1" ‖ h_(n-1) ‖ canonical row)`. Triggers refuse change and deletion.
Privacy: act names, kinds, ids, codes and counts; never a name, a number of a person or free text.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session as DbSession

from dcm_desktop import crypto
from dcm_desktop.store.engine import driver_connection

_TAG = b"okmd-audit-v1"
_START = bytes(32)
_COLUMNS = (
    "n", "epoch", "at", "user_id", "device_id", "role", "act", "entity", "entity_id", "detail",
    "digest",
)  # fmt: skip
_INSERT = f"INSERT INTO audit({', '.join(_COLUMNS)}, h) VALUES ({', '.join('?' * 12)})"  # noqa: S608 - names are ours
_SELECT = f"SELECT {', '.join(_COLUMNS)}, h FROM audit ORDER BY n"  # noqa: S608 - names are ours

Fact = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Head:
    """Last row of the chain: its number and hash; number 0 for an empty chain."""

    n: int
    epoch: int
    h: bytes


def append(
    db: DbSession, act: str, *, at: datetime, entity: str = "", entity_id: str = "", **detail: Fact
) -> None:
    """Add one row in the running transaction; who and where come from `db.info`."""
    driver = driver_connection(db)
    last = head(driver)
    row = (
        last.n + 1,
        last.epoch,
        at.astimezone(UTC).isoformat(),
        str(db.info.get("actor", "")),
        str(db.info.get("device_id", "")),
        str(db.info.get("role", "")),
        act,
        entity,
        entity_id,
        json.dumps(detail, sort_keys=True, separators=(",", ":"), ensure_ascii=False),
        None,
    )
    driver.execute(_INSERT, (*row, _hash(last.h, row)))


def head(driver: Any) -> Head:
    """Last row of the chain, through the driver's connection."""
    row = driver.execute("SELECT n, epoch, h FROM audit ORDER BY n DESC LIMIT 1").fetchone()
    return Head(0, 1, _START) if row is None else Head(row[0], row[1], bytes(row[2]))


def first_broken(driver: Any) -> int | None:
    """Number of the first row that does not follow from the one before; None when all do."""
    previous, expected = _START, 1
    for *row, stored in driver.execute(_SELECT):
        if row[0] != expected or _hash(previous, tuple(row)) != bytes(stored):
            return expected
        previous, expected = bytes(stored), expected + 1
    return None


def _hash(previous: bytes, row: tuple[Any, ...]) -> bytes:
    plain = [value.hex() if isinstance(value, bytes) else value for value in row]
    text = json.dumps(plain, separators=(",", ":"), ensure_ascii=False)
    return crypto.sha256(_TAG + previous + text.encode())
