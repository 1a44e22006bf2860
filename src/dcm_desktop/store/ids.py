"""Identifiers of records: UUIDv7 as text, in the order in which they were made."""

import os
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

_RANDOM_BITS = 74
_STEP_BITS = 32


def id_maker() -> Callable[[datetime], str]:
    """A maker of UUIDv7; its ids grow also within a millisecond and when the clock goes back.

    Source: RFC 9562, section 5.7 and method 2 of section 6.2.
    """
    last = 0

    def make(at: datetime) -> str:
        nonlocal last
        fresh = int.from_bytes(os.urandom(10)) >> (80 - _RANDOM_BITS)
        value = int(at.timestamp() * 1000) << _RANDOM_BITS | fresh
        if value <= last:
            value = last + 1 + int.from_bytes(os.urandom(4)) % (1 << _STEP_BITS)
        last = value
        tail = value & ((1 << _RANDOM_BITS) - 1)
        stamp = value >> _RANDOM_BITS
        high, low = tail >> 62, tail & ((1 << 62) - 1)
        return str(UUID(int=stamp << 80 | 7 << 76 | high << 64 | 0b10 << 62 | low))

    return make
