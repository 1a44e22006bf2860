"""What is known of the backups of a store without opening one."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dcm_desktop import paths
from dcm_desktop.store import backup


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup. `size`: bytes."""

    name: str
    made_at: datetime
    size: int


def list_backups(folder: Path) -> tuple[BackupRow, ...]:
    """Backups of the store in a folder, the newest first; empty before the first one."""
    rows = []
    for path in backup.list_backups(paths.StoreFolder(folder).backups):
        known = path.stat()
        rows.append(
            BackupRow(path.name, datetime.fromtimestamp(known.st_mtime, UTC), known.st_size)
        )
    return tuple(rows)
