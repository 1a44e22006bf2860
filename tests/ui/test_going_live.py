"""What is looked at before going live: screens, power, disk, clock, copies."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dcm_desktop.domain.going_live import Kept, Machine, live_findings
from dcm_desktop.ui.hall.awake import KeepAwake
from dcm_desktop.ui.hall.machine import read_power


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda m: {**m, "mirrored": True}, "live.mirrored"),
        (lambda m: {**m, "screens": 1}, "live.one_screen"),
        (lambda m: {**m, "battery": 10, "plugged": False}, "live.battery_empty"),
        (lambda m: {**m, "battery": 30, "plugged": False}, "live.battery_low"),
        (lambda m: {**m, "free": 1000}, "live.disk_full"),
        (lambda m: {**m, "stays_awake": False}, "live.may_sleep"),
    ],
)
def test_what_can_spoil_a_session_is_found(
    change: Callable[[dict[str, object]], dict[str, object]], code: str
) -> None:
    """L12, I14: each thing looked at has its finding."""
    well: dict[str, object] = {
        "screens": 2, "mirrored": False, "wanted": True, "battery": 90, "plugged": True,
        "free": 10**10, "stays_awake": True,
    }  # fmt: skip
    at = datetime(2026, 11, 26, 8, tzinfo=UTC)
    kept = Kept(at - timedelta(hours=1), at - timedelta(days=1), has_sheet=True)
    assert all(one.code.startswith("ready.") for one in live_findings(Machine(**well), kept, at=at))  # type: ignore[arg-type]  # - a table of cases
    found = live_findings(Machine(**change(well)), kept, at=at)  # type: ignore[arg-type]  # - the same
    assert code in [one.code for one in found]
    behind = Kept(at + timedelta(hours=1), None, has_sheet=False)
    codes = [one.code for one in live_findings(Machine(**well), behind, at=at)]  # type: ignore[arg-type]  # - the same
    assert {"live.clock_behind", "live.no_backup", "live.no_sheet"} <= set(codes)


def test_power_is_read_from_the_system(tmp_path: Path) -> None:
    """L12: battery and mains as Linux lists them; nothing there: nothing said."""
    assert read_power(tmp_path / "none").level is None
    for name, files in {
        "BAT0": {"type": "Battery", "capacity": "62", "status": "Discharging"},
        "AC": {"type": "Mains", "online": "0"},
    }.items():
        (tmp_path / name).mkdir()
        for file, text in files.items():
            (tmp_path / name / file).write_text(f"{text}\n")
    if sys.platform == "linux":
        power = read_power(tmp_path)
        assert (power.level, power.plugged) == (62, False)


def test_keeping_awake_never_fails_loudly(qapp: QApplication) -> None:
    """I14: where the system offers no way, the answer is no, and letting go does nothing."""
    awake = KeepAwake()
    assert awake.hold() in (True, False)
    awake.release()
    assert not awake.is_held
