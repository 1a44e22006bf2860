"""How one thing is measured: prepared once, done several times, told in milliseconds."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bench:
    """One row of the table."""

    name: str
    prepare: Callable[[], AbstractContextManager[Callable[[], object]]]
    """Opens what is needed and gives the act that is measured."""
    runs: int = 5
    beside: str = ""
    """Name of the row this one is compared with."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came out, in milliseconds."""

    name: str
    runs: int
    best: float
    median: float
    worst: float
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that comes out of a longer run."""

    name: str
    value: float
    unit: str


def measure(bench: Bench) -> Result:
    """Do the act once unmeasured (caches, imports), then `runs` times."""
    with bench.prepare() as act:
        act()
        times = sorted(_milliseconds(act, bench.runs))
    return Result(
        bench.name,
        bench.runs,
        times[0],
        statistics.median(times),
        times[-1],
        bench.beside,
    )


def _milliseconds(act: Callable[[], object], runs: int) -> Iterator[float]:
    for _ in range(runs):
        start = time.perf_counter()
        act()
        yield (time.perf_counter() - start) * 1000
