"""What this computer says of its power and its disk."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

POWER = Path("/sys/class/power_supply")


@dataclass(frozen=True, slots=True)
class Power:
    """Level of the battery in percent and whether power comes in. None: it does not say."""

    level: int | None = None
    plugged: bool | None = None


def read_power(folder: Path = POWER) -> Power:
    """Power of this computer; `folder` is where Linux lists its supplies."""
    return _windows_power() if sys.platform == "win32" else _linux_power(folder)


def free_bytes(folder: Path) -> int:
    """Room left on the disk of a folder."""
    return shutil.disk_usage(folder).free


def _linux_power(folder: Path) -> Power:
    levels: list[int] = []
    plugged: bool | None = None
    for supply in sorted(folder.iterdir()) if folder.is_dir() else ():
        kind = _line(supply / "type")
        if kind == "Battery" and _line(supply / "scope") != "Device":
            level = _line(supply / "capacity")
            if level.isdigit():
                levels.append(int(level))
            charging = _line(supply / "status") in ("Charging", "Full", "Not charging")
            plugged = plugged or charging
        elif kind in ("Mains", "USB") and _line(supply / "online"):
            plugged = plugged or _line(supply / "online") == "1"
    return Power(min(levels, default=None), plugged)


def _line(path: Path) -> str:
    """First line of a small file of the system; empty when it cannot be read."""
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""


def _windows_power() -> Power:
    import ctypes

    status = (ctypes.c_ubyte * 12)()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows
    if not kernel.GetSystemPowerStatus(ctypes.byref(status)):
        return Power()
    line, level = status[0], status[2]
    has_battery = not status[1] & 0x80 and level <= 100
    return Power(level if has_battery else None, None if line > 1 else line == 1)
