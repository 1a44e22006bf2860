"""Compiles, updates and checks the translation catalogues with the tools of the pinned PySide6.

`compile TARGET [--strict]` is called by dev.py and hatch_build.py, `update` and `check` by dev.py.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
CATALOGUES = {
    "dcm_bg.ts": ["-target-language", "bg_BG"],
    "dcm_en.ts": ["-target-language", "en_US", "-pluralonly"],  # English sources, so plurals only
}

_OPEN_PLURAL = re.compile(
    r"<source>(?P<source>[^<]*)</source>(?P<between>\s*)"
    r'<translation type="unfinished">\s*(?:<numerusform></numerusform>\s*)+</translation>'
)


def compile_all(target: Path, *, strict: bool = False) -> None:
    """Compile every catalogue into `target`.

    `strict` refuses unfinished or invalid translations (CalledProcessError).
    """
    target.mkdir(parents=True, exist_ok=True)
    gate = ["-fail-on-unfinished", "-fail-on-invalid"] if strict else []
    for source in sorted((ROOT / "translations").glob("*.ts")):
        compiled = target / f"{source.stem}.qm"
        _run("lrelease", "-silent", *gate, str(source), "-qm", str(compiled))


def update(folder: Path) -> None:
    """Bring the catalogues in `folder` level with the strings of the sources."""
    modules = ROOT / "src" / "dcm_desktop"
    sources = sorted(
        str(path.relative_to(ROOT))
        for part in ("ui", "projector")
        for path in (modules / part).rglob("*.py")
    )
    for name, options in CATALOGUES.items():
        common = ["-no-obsolete", "-locations", "none", "-source-language", "en_US", "-silent"]
        _run("lupdate", *sources, *common, *options, "-ts", str(folder / name))
    english = folder / "dcm_en.ts"
    text = english.read_text(encoding="utf-8")
    english.write_text(_OPEN_PLURAL.sub(_english_plural, text), encoding="utf-8")


def _english_plural(message: re.Match[str]) -> str:
    """Finished forms of `%n case(s)`: the source says both, so nobody has to type them."""
    source = message["source"]
    one, many = re.sub(r"\(.*?\)", "", source), re.sub(r"[()]", "", source)
    between = message["between"]
    forms = "".join(
        f"{between}    <numerusform>{form}</numerusform>" for form in (one, many)
    )  # laid out as lupdate does
    return f"<source>{source}</source>{between}<translation>{forms}{between}</translation>"


def stale() -> list[str]:
    """Messages by which the committed catalogues differ from the sources; empty when fresh."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        for path in (ROOT / "translations").glob("*.ts"):
            shutil.copy(path, fresh)
        update(fresh)
        found = []
        for name in CATALOGUES:
            kept, now = _messages(ROOT / "translations" / name), _messages(fresh / name)
            found += [f"{name} + {entry}" for entry in sorted((now - kept).elements())]
            found += [f"{name} - {entry}" for entry in sorted((kept - now).elements())]
    return found


def _messages(catalogue: Path) -> Counter[str]:
    """Context, source text and `%n` mark of each entry."""
    if not catalogue.exists():
        return Counter()
    tree = ET.parse(catalogue)  # noqa: S314 - our own file
    return Counter(
        f"{context.findtext('name')} | {message.findtext('source')} {message.get('numerus', '')}"
        for context in tree.iter("context")
        for message in context.iter("message")
    )


def _run(tool: str, *arguments: str) -> None:
    name = f"{tool}.exe" if sys.platform == "win32" else tool
    program = Path(PySide6.__file__).parent / name
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True)


def main(command: str, *arguments: str) -> int:
    """Do one of compile, update, check; 1 when the catalogues are stale."""
    if command == "compile":
        compile_all(Path(arguments[0]), strict="--strict" in arguments)
    elif command == "update":
        update(ROOT / "translations")
    elif rows := stale():
        print("Каталозите не отговарят на изходния текст; пуснете python3 dev.py translate:")
        print("\n".join(rows))
        return 1
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except subprocess.CalledProcessError:
        sys.exit(1)  # the tool has said why
