"""What every test stands on: an offscreen Qt, folders of its own, nothing left behind.

Tests import support as `from tests.support.builders import ...`.
"""

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.support.stores", "tests.support.demo", "tests.support.command"]

_HOME = Path(tempfile.mkdtemp(prefix="dcm-test-home-"))


def _set_environment() -> None:
    """Before Qt or our paths are imported: no screen, scale 1, no folder of the user."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = "1"
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(_HOME)
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        os.environ[f"XDG_{name}_HOME"] = str(_HOME / name.lower())
    os.environ["LOCALAPPDATA"] = os.environ["APPDATA"] = str(_HOME / "appdata")
    runtime = _HOME / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    for name in ("DCM_PASSPHRASE", "DCM_CLOCK", "DCM_LANG"):
        os.environ.pop(name, None)


_set_environment()
settings.register_profile("dcm", deadline=None)  # machines are shared: time is not what we test
settings.load_profile("dcm")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--whole` also runs what is marked `whole`."""
    parser.addoption("--whole", action="store_true", help="run the long tests too")


def pytest_configure(config: pytest.Config) -> None:
    """Leave long runs out unless they are asked for or chosen with -m."""
    if not config.getoption("--whole") and not config.option.markexpr:
        config.option.markexpr = "not whole"


def pytest_unconfigure() -> None:
    """Take the folders of this run away."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def user_home() -> Path:
    """The home folder that the program sees in tests."""
    return _HOME


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """Fail a test that leaves a visible window, a running job or a thread."""
    before = set(threading.enumerate())
    yield
    left = [*_visible_windows(), *_running_jobs()]
    left += [
        f"thread {thread.name}"
        for thread in threading.enumerate()
        if thread not in before and thread.is_alive() and not thread.daemon
    ]
    assert not left, f"left behind: {', '.join(left)}"


def _visible_windows() -> list[str]:
    """Names of top-level windows still shown, closed here so that the next test starts clean."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = widgets.QApplication.instance() if widgets else None
    if app is None:
        return []
    shown = [widget for widget in app.topLevelWidgets() if widget.isVisible()]
    names = [f"window {type(widget).__name__} {widget.objectName()!r}" for widget in shown]
    for widget in shown:
        widget.hide()
    return names


def _running_jobs() -> list[str]:
    """Work of Qt's own pool that has not ended."""
    core = sys.modules.get("PySide6.QtCore")
    count = core.QThreadPool.globalInstance().activeThreadCount() if core else 0
    return [f"{count} running jobs"] if count else []
