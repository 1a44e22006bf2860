"""The wheel carries the whole program: installed elsewhere, it runs from any folder."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built once."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["wheel", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT)]
    subprocess.run([*PIP, *build], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Program of an environment that holds the wheel and borrows only its dependencies."""
    folder = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(folder, with_pip=False, symlinks=sys.platform != "win32")
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / ("python.exe" if sys.platform == "win32" else "python")
    target = [f"--python={python}", "install", "--no-deps", "--no-index"]
    subprocess.run([*PIP, *target, str(wheel)], check=True)
    # A plain path in a .pth file: the editable install of the lender stays out of it.
    (site,) = folder.rglob("site-packages")
    (site / "lender.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return scripts / "dcm-desktop"


def test_the_wheel_carries_every_data_file_and_the_translations(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    resources = ROOT / "resources"
    files = [path for path in resources.rglob("*") if path.is_file()]
    wanted = {f"dcm_desktop/resources/{path.relative_to(resources).as_posix()}" for path in files}
    wanted |= {
        f"dcm_desktop/translations/{path.stem}.qm" for path in (ROOT / "translations").glob("*.ts")
    }
    assert len(wanted) > 50
    assert sorted(wanted - inside) == []


def test_the_wheel_carries_nothing_of_tests_and_tools(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"dcm_desktop"}


def test_the_installed_copy_passes_its_own_test(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed, "self-test"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert list(tmp_path.iterdir()) == []


def test_the_installed_copy_reads_its_own_files(installed: Path, tmp_path: Path) -> None:
    ask = "from dcm_desktop import resources; print(resources.root(), resources.translations())"
    python = installed.parent / "python"
    done = subprocess.run(
        [python, "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert all(str(installed.parents[1]) in path for path in done.stdout.split())
