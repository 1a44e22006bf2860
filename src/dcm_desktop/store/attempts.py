"""Wrong tries to unlock, kept across restarts: how many and when the last one was.

It stops colleagues, not thieves: the file can be deleted.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dcm_desktop.paths import make_private_dir, write_private

_FREE_TRIES = 2
_LONGEST_S = 300
_MAX_BYTES = 1024


@dataclass(frozen=True, slots=True)
class Attempts:
    """Failed tries since the last success; `last_at` is None when there were none."""

    count: int = 0
    last_at: datetime | None = None

    def wait_seconds(self, at: datetime) -> int:
        """Seconds until the next try is allowed: 2, 4, 8 … 300 from the third wrong one on."""
        if self.count <= _FREE_TRIES or self.last_at is None:
            return 0
        pause = min(_LONGEST_S, 2 ** min(self.count - _FREE_TRIES, 9))
        passed = max(0.0, (at - self.last_at).total_seconds())
        return max(0, int(pause - passed + 0.999))


def read(path: Path) -> Attempts:
    """The file's content; no attempts when it is absent or unreadable."""
    try:
        with path.open("rb") as file:
            facts = json.loads(file.read(_MAX_BYTES))
        return Attempts(int(facts["count"]), datetime.fromisoformat(facts["last_at"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Attempts()


def add(path: Path, *, at: datetime) -> None:
    """Remember one more wrong try, where the place can be written at all."""
    facts = {"count": read(path).count + 1, "last_at": at.astimezone(UTC).isoformat()}
    with suppress(OSError):
        make_private_dir(path.parent)
        write_private(path, json.dumps(facts).encode())


def clear(path: Path) -> None:
    """Forget the tries after a success."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
