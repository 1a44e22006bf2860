"""Words of the change log: merge groups of a table, dots, flags, the hybrid clock, vectors.

A *dot* (replica, seq) names a change for ever; a *vector* is the highest seq per replica, flat as
`[replica, seq, …]` and sorted by replica. Pure; no reading or writing of the store.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column

from dcm_desktop.store.tables.base import Synced, merge_groups, synced_columns

DELETED = "_deleted"
"""Merge group of the tombstone: null, or the vector of everything the deleter had seen."""
FLAG_SEAL, FLAG_ERASE, FLAG_SETTLES, FLAG_BLANK, FLAG_STATE, FLAG_FIRST = 1, 2, 4, 8, 16, 32
SEQ_BITS = 40
_HLC_BITS = 11
_HLC_EPOCH_MS = 1_577_836_800_000
_DAY_MS = 86_400_000

Stamp = list[Any]
"""`[replica, seq, hlc, author, seen | 0, [group…]]` of `record_state.stamps`."""


def tick(last: int, wall_ms: int, seen: int = 0) -> int:
    """Next value of the hybrid clock: 42 bits of milliseconds since 2020 and 11 of counter.

    After the last own one, and after the version seen unless that lies more than a day ahead.
    Source: exchange design, rule 14; 53 bits are safe in JSON everywhere.
    """
    now = (wall_ms - _HLC_EPOCH_MS) << _HLC_BITS
    drag = seen if seen <= now + (_DAY_MS << _HLC_BITS) else 0
    return max(now, last + 1, drag + 1)


def hlc_ms(hlc: int) -> int:
    """Milliseconds since 1970 of a clock value."""
    return (hlc >> _HLC_BITS) + _HLC_EPOCH_MS


@dataclass(frozen=True, slots=True)
class Group:
    """One merge group of a table: its columns in declared order, and how versions meet."""

    name: str
    keys: tuple[str, ...]
    columns: tuple[Column[Any], ...]
    merge: str
    export: bool
    """Whether all its columns travel pseudonymised."""


@cache
def groups_of(table: type[Synced]) -> tuple[Group, ...]:
    """Merge groups of a table.

    A `set` group has one register per element, named `group:element`.
    """
    columns = synced_columns(table)
    out = []
    for name, keys in merge_groups(table).items():
        infos = [columns[key].info for key in keys]
        out.append(
            Group(
                name,
                keys,
                tuple(columns[key] for key in keys),
                infos[0]["merge"],
                all(info["export"] for info in infos),
            )
        )
    return tuple(out)


def touched_vector(stamps: list[Stamp], blank: str | None) -> list[int]:
    """Highest known seq per replica of everything done to a record, flat, sorted by replica."""
    vector: dict[int, int] = {}
    pairs = [(stamp[0], stamp[1]) for stamp in stamps]
    for stamp in stamps:
        flat = stamp[4] or ()
        pairs += [(flat[at], flat[at + 1]) for at in range(0, len(flat), 2)]
    if blank:
        pairs += [(int(replica), seq) for replica, seq in json.loads(blank).items()]
    for replica, seq in pairs:
        vector[replica] = max(seq, vector.get(replica, 0))
    return [n for replica in sorted(vector) for n in (replica, vector[replica])]
