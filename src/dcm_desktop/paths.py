"""Where store, backups, logs and settings live, and how a private file is written.

Names of folders and files carry no names of people. Nothing here reads what the files hold.
"""

import errno
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from dcm_desktop.errors import StoreError

_APP = "dcm-desktop"
_SYNC_FOLDERS = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud drive",
    "iclouddrive", "nextcloud", "owncloud", "yandex.disk", "mega", "pcloud drive",
)  # fmt: skip
_SYNC_MARKS = (".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log")
_NETWORK_FS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "9p"}
    | {"fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse"}
)
_WEAK_FS = frozenset({"vfat", "msdos", "exfat", "fat", "fuseblk.exfat"})
_SCANNER_TRIES = 10
_SCANNER_WAIT_S = 0.1


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """The files of one store; a store is a folder."""

    root: Path

    @property
    def db(self) -> Path:
        """The encrypted database; `-wal` and `-shm` lie beside it."""
        return self.root / "store.db"

    @property
    def wal(self) -> Path:
        """The write-ahead log of the database; empty or absent after a clean end."""
        return self.root / "store.db-wal"

    @property
    def keys(self) -> Path:
        """The slot file."""
        return self.root / "keys.json"

    @property
    def keys_copy(self) -> Path:
        """The slot file once more, for when `keys.json` is damaged."""
        return self.root / "keys.json.bak"

    @property
    def reserve(self) -> Path:
        """Space given back when the disk is full."""
        return self.root / "reserve.bin"

    @property
    def lock(self) -> Path:
        """Held while the store is open; says by whom."""
        return self.root / "store.lock"

    @property
    def staging(self) -> Path:
        """Incoming ciphertext only."""
        return self.root / "staging"

    @property
    def quarantine(self) -> Path:
        """Damaged files; never deleted by the program alone."""
        return self.root / "quarantine"

    @property
    def backups(self) -> Path:
        """Verified backups, `*.okb`."""
        return self.root / "backups"


def default_store(name: str) -> Path:
    """Where a store is made when nothing is said: `<user data>/<name>.dcm`."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False, roaming=False)) / f"{name}.dcm"


def state_dir(store_id: str) -> Path:
    """Folder of what belongs to one store but must not travel with its folder."""
    return Path(platformdirs.user_state_dir(_APP, appauthor=False)) / store_id


def log_dir() -> Path:
    """Folder of the redacted logs."""
    return Path(platformdirs.user_state_dir(_APP, appauthor=False)) / "log"


def config_dir() -> Path:
    """Folder of the program's own settings; nothing personal."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False))


def make_private_dir(folder: Path) -> None:
    """Create a folder (and its parents) that only its owner can enter."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def undo_dir(folder: Path, *, existed: bool) -> None:
    """Leave a folder as it was before work in it failed: empty, or not there."""
    for item in folder.iterdir():
        shutil.rmtree(item) if item.is_dir() else item.unlink()
    if not existed:
        folder.rmdir()


def sync_dir(folder: Path) -> None:
    """Make the names in a folder durable, where the system has such a thing."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace(source: Path, target: Path) -> None:
    """Rename over `target`, durably; on Windows a scanner that holds the file is waited for."""
    for attempt in range(_SCANNER_TRIES):
        try:
            source.replace(target)
            break
        except PermissionError:
            if sys.platform != "win32" or attempt == _SCANNER_TRIES - 1:
                raise
            time.sleep(_SCANNER_WAIT_S)
    sync_dir(target.parent)


def write_new_private(path: Path, data: bytes) -> None:
    """Write a new file that only its owner can read, and make its bytes durable."""
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read: whole and new, or as it was.

    Raises: OSError.
    """
    with replacing(path, data):
        pass


@contextmanager
def replacing(path: Path, data: bytes) -> Iterator[None]:
    """Put `data` at `path` when the block has succeeded; before it the bytes are safe on the disk.

    A link is followed. Raises: OSError before the block, also where a device or a folder stands:
    renaming over a device would put a file in its place.
    """
    target = path.resolve() if path.is_symlink() else path
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder stands there")
    if target.exists() and not target.is_file():
        raise FileExistsError(errno.EEXIST, "no regular file stands there")
    fresh = target.with_name(target.name + ".tmp")
    try:
        write_new_private(fresh, data)
        yield
        replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


def refuse_unfit_place(folder: Path) -> None:
    """Refuse a place where a store would be copied, locked or cut by somebody else.

    Raises: StoreError `store.place_sync`, `store.place_network` or `store.place_fat`.
    """
    whole = folder.absolute()
    if any(str(path).startswith(("\\\\", "//")) for path in (folder, whole)):
        raise StoreError("store.place_network", field="folder")
    for parent in (whole, *whole.parents):
        name = parent.name.casefold()
        if any(name == sync or name.startswith(f"{sync} - ") for sync in _SYNC_FOLDERS):
            raise StoreError("store.place_sync", field="folder")
        if parent.is_dir() and any((parent / mark).exists() for mark in _SYNC_MARKS):
            raise StoreError("store.place_sync", field="folder")
    for variable in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"):
        root = os.environ.get(variable)
        if root and whole.is_relative_to(Path(root)):
            raise StoreError("store.place_sync", field="folder")
    kind = _file_system(whole)
    if kind in _NETWORK_FS:
        raise StoreError("store.place_network", field="folder")
    if kind in _WEAK_FS:
        raise StoreError("store.place_fat", field="folder")


def _file_system(folder: Path) -> str:
    """Kind of file system under a folder, small letters; empty when the system does not say."""
    existing = next((p for p in (folder, *folder.parents) if p.exists()), folder)
    if sys.platform == "win32":
        return _windows_file_system(existing)
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return ""
    real = existing.resolve()
    best, kind = -1, ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, where, name, *_ = line.split(" ")
        point = Path(where.replace("\\040", " "))
        if real.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), name.casefold()
    return kind


def _windows_file_system(folder: Path) -> str:
    """`cifs` for a network drive, else the name of the volume's file system."""
    if sys.platform != "win32":
        return ""
    import ctypes  # only there

    drive_remote = 4
    root = f"{folder.drive}\\"
    if ctypes.windll.kernel32.GetDriveTypeW(root) == drive_remote:
        return "cifs"
    name = ctypes.create_unicode_buffer(32)
    ctypes.windll.kernel32.GetVolumeInformationW(root, None, 0, None, None, None, name, 32)
    kind = name.value.casefold()
    return "vfat" if kind.startswith("fat") else kind
