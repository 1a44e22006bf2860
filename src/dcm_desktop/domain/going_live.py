"""What is looked at before a session goes live: screens, power, disk, clock, backup, ways in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from dcm_desktop.domain.findings import Finding, blocker, warning

ENOUGH_BYTES = 500 * 1024 * 1024
LEAST_BYTES = 50 * 1024 * 1024
LOW_BATTERY = 40
"""Below so many percent, unplugged, the laptop may not last a session."""
EMPTY_BATTERY = 15
OLD_BACKUP = timedelta(days=7)
BACK = timedelta(minutes=1)
"""So far the clock may stand behind the last act before it counts as wrong."""
AHEAD = timedelta(days=120)
_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Machine:
    """What the computer says of itself. None: it does not say.

    `screens` are those that show different pictures; `wanted` is whether a screen of the hall
    was chosen. `free`: bytes where the store lies.
    """

    screens: int
    mirrored: bool
    wanted: bool
    battery: int | None
    plugged: bool | None
    free: int
    stays_awake: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store says: its last act and backup, and whether a recovery sheet was printed."""

    last_act_at: datetime | None
    backup_at: datetime | None
    has_sheet: bool


def live_findings(machine: Machine, kept: Kept, *, at: datetime) -> tuple[Finding, ...]:
    """Everything that was looked at: blockers, warnings and, as `ready.*`, what is well."""
    return tuple(
        finding
        for part in (_screens(machine), _power(machine), _disk(machine), _kept(kept, at=at))
        for finding in part
    )


def is_ready(finding: Finding) -> bool:
    """Whether a finding says that something is well."""
    return finding.code.startswith("ready.")


def _ready(code: str, **facts: object) -> Finding:
    return Finding(f"ready.{code}", False, facts)


def _screens(machine: Machine) -> Iterator[Finding]:
    if machine.mirrored:
        yield warning("live.mirrored", field="screens")
    elif not machine.wanted:
        yield _ready("no_hall")
    elif machine.screens < 2:
        yield warning("live.one_screen", field="screens")
    else:
        yield _ready("screens", n=machine.screens)


def _power(machine: Machine) -> Iterator[Finding]:
    level = machine.battery
    if machine.plugged or level is None:
        yield _ready("power") if machine.plugged else _ready("no_battery")
    elif level < EMPTY_BATTERY:
        yield blocker("live.battery_empty", field="power", n=level)
    elif level < LOW_BATTERY:
        yield warning("live.battery_low", field="power", n=level)
    else:
        yield _ready("battery", n=level)
    if not machine.stays_awake:
        yield warning("live.may_sleep", field="power")


def _disk(machine: Machine) -> Iterator[Finding]:
    free = machine.free // _MIB
    if machine.free < LEAST_BYTES:
        yield blocker("live.disk_full", field="disk", n=free)
    elif machine.free < ENOUGH_BYTES:
        yield warning("live.disk_low", field="disk", n=free)
    else:
        yield _ready("disk", n=free)


def _kept(kept: Kept, *, at: datetime) -> Iterator[Finding]:
    last = kept.last_act_at
    if last is not None and at < last - BACK:
        yield blocker("live.clock_behind", field="clock", last=last)
    elif last is not None and at > last + AHEAD:
        yield warning("live.clock_ahead", field="clock", last=last)
    else:
        yield _ready("clock", at=at)
    if kept.backup_at is None:
        yield warning("live.no_backup", field="backup")
    elif at - kept.backup_at > OLD_BACKUP:
        yield warning("live.backup_old", field="backup", last=kept.backup_at)
    else:
        yield _ready("backup", last=kept.backup_at)
    if kept.has_sheet:
        yield _ready("sheet")
    else:
        yield warning("live.no_sheet", field="unlock")
