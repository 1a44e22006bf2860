"""Runs the rows of every `bench_*.py` here: `python -m tests.benchmarks OUT.json [WORD …]`.

A module has `BENCHES`, or `FIGURES`: a name and a run that gives several numbers. With words, only
rows whose name holds one of them are run.
"""

import importlib
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from types import ModuleType

from tests.benchmarks.measure import Bench, Figure, Result, measure


def benches(words: list[str]) -> list[Bench]:
    """The rows to run, in the order of the modules."""
    rows = [row for module in modules() for row in getattr(module, "BENCHES", [])]
    return [row for row in rows if not words or any(word in row.name for word in words)]


def modules() -> list[ModuleType]:
    """Every module of measurements, by name."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("bench_*.py"))
    return [importlib.import_module(f"tests.benchmarks.{name}") for name in names]


def long_runs(words: list[str]) -> Iterator[Figure]:
    """Numbers of the longer runs."""
    for module in modules():
        name, run = getattr(module, "FIGURES", ("", None))
        if run is not None and (not words or any(word in name for word in words)):
            yield from run()


def line(result: Result, medians: dict[str, float]) -> str:
    """One row of the printed table."""
    other = medians.get(result.beside)
    ratio = f"{result.median / other:5.2f} × {result.beside}" if other else ""
    figures = f"{result.best:9.1f} {result.median:9.1f} {result.worst:9.1f} {result.runs:5}"
    return f"{result.name:<48} {figures}  {ratio}".rstrip()


def main(out: str, *words: str) -> int:
    """Measure, print, write."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    print(f"{'ms':<48} {'best':>9} {'median':>9} {'worst':>9} {'runs':>5}")
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as home:
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        for bench in benches(list(words)):
            results.append(measure(bench))
            print(line(results[-1], {row.name: row.median for row in results}), flush=True)
        figures = list(long_runs(list(words)))
        for figure in figures:
            print(f"{figure.name:<48} {figure.value:9.1f} {figure.unit}", flush=True)
    machine = {
        "python": platform.python_version(),
        "system": platform.platform(),
        "cores": os.cpu_count(),
    }
    target = Path(out)
    target.parent.mkdir(parents=True, exist_ok=True)
    facts = {"machine": machine, "unit": "ms", "results": [asdict(row) for row in results]}
    facts["figures"] = [asdict(figure) for figure in figures]
    target.write_text(json.dumps(facts, ensure_ascii=False, indent=2), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
