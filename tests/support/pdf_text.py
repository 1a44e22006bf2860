"""What a PDF says and is, read back by poppler and qpdf: tools nobody here wrote."""

import json
import re
import subprocess
import tempfile
from pathlib import Path


def _run(data: bytes, *command: str) -> str:
    """Run a tool that reads the PDF; `FILE` in the command is its place."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.pdf"
        file.write_bytes(data)
        arguments = [str(file) if part == "FILE" else part for part in command]
        done = subprocess.run(arguments, check=True, capture_output=True, timeout=60)
    return done.stdout.decode()


def pages(data: bytes) -> list[str]:
    """Text of each page as it stands on the paper."""
    text = _run(data, "pdftotext", "-layout", "FILE", "-")
    return text.split("\f")[:-1]


def raw_text(data: bytes) -> str:
    """Text in the order it was drawn: table cells one after the other."""
    return _run(data, "pdftotext", "-raw", "FILE", "-")


def squash(text: str) -> str:
    """Text without white space and hyphens: line ends and broken words no longer matter."""
    return re.sub(r"[\s\u00ad\u2010\u2011-]+", "", text)


def says(data: bytes, sentence: str) -> bool:
    """Whether the paper says it, in the order of drawing, pages joined over feet and heads."""
    return squash(sentence) in squash(body_text(data))


def body_text(data: bytes) -> str:
    """Text of all pages in the order of drawing, without running heads and feet."""
    kept = []
    for number, page in enumerate(raw_text(data).split("\f")[:-1]):
        lines = page.splitlines()
        lines = [line for line in lines if not _FOOT.search(line)]
        if number:
            lines = [line for line in lines if not _RUNNING.match(line)]
        kept += lines
    return "\n".join(kept)


_FOOT = re.compile(
    r"стр\.\s\d+\sот\s\d+|^Служебен екземпляр|^Препис за публикуване\. |^Дневник на действията"
)
_RUNNING = re.compile(r"^(Областен|Общински) координационен механизъм по |^Протокол №\s")


def fonts(data: bytes) -> list[tuple[str, bool]]:
    """Name and „embedded“ of each font."""
    rows = _run(data, "pdffonts", "FILE").splitlines()[2:]
    return [(row.split()[0], row.split()[-5] == "yes") for row in rows]


def info(data: bytes) -> dict[str, str]:
    """Title, author, pages and so on."""
    rows = _run(data, "pdfinfo", "FILE").splitlines()
    return {name.strip(): value.strip() for name, _, value in (row.partition(":") for row in rows)}


def page_count(data: bytes) -> int:
    """Number of pages."""
    return int(info(data)["Pages"])


def check(data: bytes) -> str:
    """What qpdf says about the file; it fails loudly where something is wrong."""
    return _run(data, "qpdf", "--check", "FILE")


def outline(data: bytes) -> dict[str, int]:
    """Title and page (from 0) of each bookmark."""
    text = json.loads(_run(data, "qpdf", "--json=1", "--json-key=outlines", "FILE"))
    found: dict[str, int] = {}
    rows = list(text["outlines"])
    while rows:
        row = rows.pop(0)
        found[row["title"]] = row["destpageposfrom1"] - 1
        rows += row["kids"]
    return found


def darkness(data: bytes) -> float:
    """Mean darkness of the first page, 0 (white) to 255."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "paper.pdf"
        file.write_bytes(data)
        command = ["pdftoppm", "-r", "30", "-gray", "-singlefile", str(file)]
        image = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    pixels = image.split(b"\n", 3)[-1]
    return 255 - sum(pixels) / len(pixels)
