"""One process per store: `store.lock`, with who holds it and since when."""

import getpass
import json
import os
import platform
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from dcm_desktop.errors import StoreBusy, StoreError

_MAX_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the store open, as written in the lock file."""

    pid: int
    host: str
    user: str
    since: datetime


class StoreLock:
    """The lock of one store; freed by the system when the process dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(path, timeout=0, mode=0o600, thread_local=False)

    def acquire(self) -> None:
        """Take the lock or say who has it.

        Raises: StoreBusy with `host`, `since` and `pid`; StoreError when the folder is read-only.
        """
        try:
            self._lock.acquire()
        except Timeout as error:
            holder = read_holder(self._path)
            raise StoreBusy(
                "store.busy" if holder else "store.busy_unknown",
                host=holder.host if holder else "",
                pid=holder.pid if holder else 0,
                since=holder.since if holder else None,
            ) from error
        except OSError as error:
            raise StoreError("store.no_access", field="folder") from error

    def describe(self, *, at: datetime) -> None:
        """Write who holds the lock, once the store is really open."""
        facts = {
            "pid": os.getpid(),
            "host": platform.node(),
            "user": _user(),
            "since": at.astimezone(UTC).isoformat(timespec="seconds"),
        }
        # The first byte belongs to the lock: on Windows nobody else can read it.
        with self._path.open("r+b") as file:
            file.seek(1)
            file.write(json.dumps(facts).encode())

    def release(self) -> None:
        """Give the lock back, empty; releasing twice does nothing."""
        if self._lock.is_locked:
            with self._path.open("r+b") as file:
                file.truncate(0)
            self._lock.release()


def _user() -> str:
    """Login name; empty for an account that the system does not know by name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def read_holder(path: Path) -> Holder | None:
    """Who wrote the lock file; None when it does not say."""
    try:
        with path.open("rb") as file:
            file.seek(1)
            facts = json.loads(file.read(_MAX_BYTES))
        return Holder(
            int(facts["pid"]),
            str(facts["host"]),
            str(facts["user"]),
            datetime.fromisoformat(facts["since"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
