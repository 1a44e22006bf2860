"""Compiles translations/*.ts into .qm files with the lrelease of the pinned PySide6.

Called by dev.py (into build/translations) and by hatch_build.py (into the wheel).
"""

import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]


def qt_tool(name: str) -> Path:
    """Path of a Qt tool (`lrelease`, `lupdate`) inside the PySide6 wheel."""
    folder = Path(PySide6.__file__).parent
    return folder / (f"{name}.exe" if sys.platform == "win32" else name)


def compile_catalogues(target: Path, *, strict: bool = False) -> list[Path]:
    """Compile every catalogue into `target` and return the files made.

    `strict` refuses unfinished or invalid translations (CalledProcessError).
    """
    target.mkdir(parents=True, exist_ok=True)
    made = []
    for source in sorted((ROOT / "translations").glob("*.ts")):
        compiled = target / f"{source.stem}.qm"
        gate = ["-fail-on-unfinished", "-fail-on-invalid"] if strict else []
        command = [str(qt_tool("lrelease")), "-silent", *gate, str(source), "-qm", str(compiled)]
        subprocess.run(command, check=True)
        made.append(compiled)
    return made


if __name__ == "__main__":
    compile_catalogues(Path(sys.argv[1]), strict="--strict" in sys.argv)
