"""The demo, made once per run: closed stores to be copied, and what `demo --json` would say."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dcm_desktop.usecases.demo import DemoResult, make_demo

MADE_AT = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> DemoResult:
    """The demo of this run; its folders are not to be changed."""
    return make_demo(tmp_path_factory.mktemp("demo") / "demo", at=MADE_AT)


@pytest.fixture
def demo_district(demo: DemoResult, tmp_path: Path) -> Path:
    """A copy of the district's store of the demo, closed."""
    return Path(shutil.copytree(demo.stores["district"], tmp_path / "demo-district.dcm"))


@pytest.fixture
def demo_national(demo: DemoResult, tmp_path: Path) -> Path:
    """A copy of the national store of the demo, closed."""
    return Path(shutil.copytree(demo.stores["national"], tmp_path / "demo-national.dcm"))
