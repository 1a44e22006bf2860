#!/usr/bin/env python3
"""The one task runner: run, test, check, bench, screens, build, lock, translate.

Standard library only. It prepares everything it needs first (system libraries, `.venv`, packages,
translations), so the same command works on an empty machine and, a second later, on a ready one.
"""

from __future__ import annotations  # an older Python must get as far as the sentence about versions

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
BUILD = ROOT / "build"
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
LOCKS = ("requirements.lock", "requirements-dev.lock")
OLDEST, NEWEST = (3, 11), (3, 14)

QT_LIBRARIES = (
    "libgl1 libegl1 libx11-6 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libgssapi-krb5-2"
)
WINDOW_LIBRARIES = (
    "libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 "
    "libxkbcommon-x11-0 libwayland-client0 libwayland-cursor0 libwayland-egl1"
)
TEST_TOOLS = {
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "age": "age",
    "zstd": "zstd",
    "jq": "jq",
    "strace": "strace",
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xrandr": "x11-xserver-utils",
    "tesseract": "tesseract-ocr tesseract-ocr-bul",
    "setxkbmap": "x11-xkb-utils",
}


class Stop(Exception):
    """What the person at the keyboard has to know or do; exit 1."""


def say(text: str) -> None:
    """One line about what goes on, apart from results on stdout."""
    print(text, file=sys.stderr, flush=True)


def call(*command: str | Path, quiet: bool = False) -> int:
    """Exit code of a command run in the checkout, without stdin; `quiet` drops its stdout."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if quiet else None,
        check=False,
    )
    return done.returncode


def answer(*command: str | Path, **extra: str) -> str | None:
    """Stdout of a command, or None when it cannot be run or fails."""
    try:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env={**os.environ, **extra},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


# --- system ---------------------------------------------------------------------------------------


def apt_install(packages: list[str], why: str) -> None:
    """Install Debian packages, as root or by passwordless sudo.

    Raises: Stop with the line to type when that cannot be.
    """
    line = "apt-get install -y --no-install-recommends " + " ".join(packages)
    if shutil.which("apt-get") is None:
        raise Stop(f"Нужно е още: {why} (в Debian и Ubuntu: {' '.join(packages)}).")
    if os.geteuid() == 0:
        sudo = []
    elif shutil.which("sudo") and answer("sudo", "-n", "true") is not None:
        sudo = ["sudo", "-n"]
    else:
        raise Stop(f"Нужно е още: {why}; изпълнете: sudo apt-get update && sudo {line}")
    say(f"Инсталирам {why}: {' '.join(packages)}")
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    call(*apt, "update", quiet=True)  # one dead source must not stop us: install decides
    if call(*apt, *line.split()[1:], "-o", "Dpkg::Use-Pty=0", quiet=True) != 0:
        raise Stop(f"Не се инсталира: {why}; опитайте сами: sudo apt-get update && sudo {line}")


def need_qt_libraries(*, windows_too: bool) -> None:
    """Make Qt load, and with `windows_too` also show windows on X11 and Wayland."""
    if not sys.platform.startswith("linux"):
        return
    probe = "import PySide6.QtNetwork, PySide6.QtWidgets as q; q.QApplication([])"
    if answer(PYTHON, "-c", probe, QT_QPA_PLATFORM="offscreen") is None:
        apt_install(QT_LIBRARIES.split(), "системни библиотеки за Qt")
        if answer(PYTHON, "-c", probe, QT_QPA_PLATFORM="offscreen") is None:
            raise Stop(f"Qt не тръгва; пробвайте: {PYTHON} -c '{probe}'")
    plugins = VENV.glob("lib/python3*/site-packages/PySide6/Qt/plugins/platforms/libq[xw]*.so")
    # The plugin's own message always blames xcb-cursor, whatever is missing; ldd tells the truth.
    if windows_too and any("not found" in (answer("ldd", path) or "") for path in plugins):
        apt_install(WINDOW_LIBRARIES.split(), "системни библиотеки за прозорци")


def missing_test_tools() -> list[str]:
    """Packages of the programs that tests read PDFs, bundles and windows with."""
    missing = [packages for tool, packages in TEST_TOOLS.items() if shutil.which(tool) is None]
    return " ".join(missing).split()


# --- Python ---------------------------------------------------------------------------------------


def find_python() -> str:
    """A Python that really runs: this one if its version fits, else one from the path.

    A name on the path proves nothing (it may be an empty shim), so each is asked for its version.
    """
    names = [getattr(sys, "_base_executable", sys.executable), sys.executable, "python3", "python"]
    names += [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    ask = "import sys; print(sys.version_info[0], sys.version_info[1])"
    for name in names:
        path = shutil.which(name)
        version = answer(path, "-c", ask) if path else None
        if version and OLDEST <= tuple(map(int, version.split())) <= NEWEST and path:
            return path
    raise Stop("Нужен е Python от 3.11 до 3.14; инсталирайте го и опитайте отново.")


def need_environment(command: str) -> None:
    """Make `.venv` from the locks. A stamp makes the second time instant."""
    python = find_python()
    version = answer(python, "-c", "import sys; print(sys.version)") or ""
    same = "import sys, pip; print(sys.version if sys.prefix == sys.argv[1] else '')"
    if not PYTHON.exists() or answer(PYTHON, "-c", same, VENV) != version:
        make_environment(python, command)
    stamp = VENV / "dcm-stamp"
    inputs = [ROOT / name for name in (*LOCKS, "pyproject.toml")]
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in inputs) + version.encode())
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted.hexdigest():
        return
    say("Инсталирам пакетите в .venv (първия път отнема минута-две)")
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "-q"]
    pip.append("install")
    if os.name == "posix" and os.geteuid() == 0:
        pip.append("--root-user-action=ignore")
    locked = [part for name in LOCKS for part in ("-r", name)]
    ours = ["--no-deps", "--no-build-isolation", "-e", "."]
    if call(*pip, "--require-hashes", *locked) != 0 or call(*pip, *ours) != 0:
        raise Stop("Пакетите не се инсталираха; проверете връзката с мрежата и опитайте отново.")
    stamp.write_text(wanted.hexdigest(), encoding="utf-8")


def make_environment(python: str, command: str) -> None:
    """Create `.venv` anew.

    Where Debian's venv is not there, nothing is: one line brings all that the command will need.
    """
    say("Създавам .venv")
    if answer(python, "-c", "import venv, ensurepip") is None:
        ask = "import sys; print('python3.%d-venv' % sys.version_info[1])"
        packages = [answer(python, "-c", ask) or "python3-venv"]
        packages += [*QT_LIBRARIES.split(), *WINDOW_LIBRARIES.split()]
        packages += missing_test_tools() if command == "test" else []
        apt_install(packages, "модулът venv на Python и системни библиотеки")
    if call(python, "-m", "venv", "--clear", VENV) != 0:
        raise Stop(f"Средата {VENV.name} не се създаде; изтрийте папката и опитайте отново.")


def need_translations() -> None:
    """Compile the catalogues that are newer than what is compiled."""
    target = BUILD / "translations"
    for source in sorted((ROOT / "translations").glob("*.ts")):
        compiled = target / f"{source.stem}.qm"
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            if call(PYTHON, "packaging/catalogues.py", "compile", target) != 0:
                raise Stop("Преводите не се компилираха.")
            return


# --- commands -------------------------------------------------------------------------------------


def run(_: argparse.Namespace) -> int:
    """Show the main job: the window on the demo store, or without a display the demo's results."""
    program = BIN / "dcm-desktop"
    if not has_display():
        folder = BUILD / "demo-headless"
        shutil.rmtree(folder, ignore_errors=True)
        return call(program, "demo", folder)
    folder, facts = BUILD / "demo", BUILD / "demo.json"
    store = folder / "district.dcm"
    if not (store / "store.db").exists() or not facts.exists():
        say("Правя примерното хранилище (измислени данни)")
        shutil.rmtree(folder, ignore_errors=True)
        made = answer(program, "demo", folder, "--json")
        if made is None:
            return call(program, "demo", folder)  # once more, to show why
        facts.write_text(made, encoding="utf-8")
    passphrase = json.loads(facts.read_text(encoding="utf-8"))["passphrase"]
    print(f"Хранилище: {store.relative_to(ROOT)}\nПарола:    {passphrase}", flush=True)
    return call(program, "--store", store)


def has_display() -> bool:
    """Whether a window can be shown."""
    linux = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return linux or WINDOWS or sys.platform == "darwin"


def check(_: argparse.Namespace) -> int:
    """Everything that needs no test run: style, form, types, import contracts, translations."""
    catalogues: list[str | Path] = [PYTHON, "packaging/catalogues.py"]
    steps: dict[str, list[str | Path]] = {
        "стил": [PYTHON, "-m", "ruff", "check", "-q", "."],
        "подредба": [PYTHON, "-m", "ruff", "format", "-q", "--check", "."],
        "типове": [PYTHON, "-m", "mypy"],
        "посоки на импорта": [BIN / "lint-imports", "--no-logo"],
        "каталози": [*catalogues, "check"],
        "превод": [*catalogues, "compile", BUILD / "checked-translations", "--strict"],
    }
    failed = []
    for name, command in steps.items():
        say(f"• {name}")
        if call(*command) != 0:
            failed.append(name)
    if failed:
        say(f"Не минаха: {', '.join(failed)}")
    return 1 if failed else 0


def test(options: argparse.Namespace) -> int:
    """The checks, then pytest; what follows the command goes to pytest."""
    missing = missing_test_tools()
    if missing and sys.platform.startswith("linux"):
        apt_install(missing, "програми за тестовете")
    checked = check(options)
    say("• тестове")
    whole = ["--whole"] if options.whole else []
    side_by_side = [] if options.rest else ["-n", "auto", "--dist", "loadfile"]
    tested = call(PYTHON, "-m", "pytest", *side_by_side, *whole, *options.rest)
    return checked or tested


def bench(options: argparse.Namespace) -> int:
    """Measure; print a table and write build/bench.json."""
    return call(PYTHON, "-m", "tests.benchmarks", BUILD / "bench.json", *options.rest)


def screens(options: argparse.Namespace) -> int:
    """Draw every screen into the given folder."""
    return call(PYTHON, "-m", "tests.support.screens", *(options.rest or [BUILD / "screens"]))


def build(_: argparse.Namespace) -> int:
    """Make the wheel in dist/."""
    pip: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check", "-q", "wheel"]
    return call(*pip, "--no-deps", "--no-build-isolation", "-w", ROOT / "dist", ".")


def lock(options: argparse.Namespace) -> int:
    """Resolve the dependencies of pyproject.toml anew; `--upgrade` takes newer versions too."""
    resolve: list[str | Path] = [
        BIN / "uv",
        "pip",
        "compile",
        "-q",
        "--universal",
        "--generate-hashes",
    ]
    resolve += ["--no-header", "--no-annotate", "--no-emit-index-url", "--python-version", "3.11"]
    plain, dev = LOCKS
    first = call(*resolve, *options.rest, "pyproject.toml", "-o", plain)
    more = ["--extra", "dev", "-c", plain, "-o", dev]
    return first or call(*resolve, *options.rest, "pyproject.toml", *more)


def translate(_: argparse.Namespace) -> int:
    """Bring the catalogues level with the strings of the sources; Bulgarian is typed into them."""
    return call(PYTHON, "packaging/catalogues.py", "update")


def main() -> int:
    """Read the command line, prepare, do it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    tasks = (run, test, check, bench, screens, build, lock, translate)
    commands = {task.__name__: task for task in tasks}
    parser = argparse.ArgumentParser(description=__doc__, prog="dev.py")
    parser.add_argument("command", choices=commands, help="what to do")
    parser.add_argument("--whole", action="store_true", help="test: the long runs too")
    options, rest = parser.parse_known_args()
    options.rest = rest
    try:
        need_environment(options.command)
        shows = options.command == "test" or (options.command == "run" and has_display())
        need_qt_libraries(windows_too=shows)
        need_translations()
        return commands[options.command](options)
    except Stop as stop:
        say(str(stop))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
