"""Finds data files in a checkout, an installed wheel or a frozen program. Reads only."""

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Folder that holds fonts, icons, labels, wording, demo and data.

    A wheel and a frozen program carry it inside the package (`dcm_desktop/resources`), a checkout
    keeps it at its top level.
    """
    packed = Path(__file__).parent / "resources"
    if packed.is_dir():
        return packed
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "dcm_desktop" / "resources"
    return Path(__file__).parents[2] / "resources"


def path(*parts: str) -> Path:
    """Path of one data file, for example `path("fonts", "DCMSerif-Regular.ttf")`."""
    return root().joinpath(*parts)


def read_text(*parts: str) -> str:
    """Text of one UTF-8 data file."""
    return path(*parts).read_text(encoding="utf-8")


def translations() -> Path:
    """Folder of the compiled `.qm` catalogues (built, never committed)."""
    packed = Path(__file__).parent / "translations"
    return packed if packed.is_dir() else Path(__file__).parents[2] / "build" / "translations"
