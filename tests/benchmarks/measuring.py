"""Time something beside its floor: in turns, so that a busy machine slows both, and by medians."""

import gc
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.places import Places

Timed = Callable[[], float]
"""Does something once and returns the seconds of the part that counts."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What is measured, and its floor; if there is one, a still lower floor, of which it is only told how far it is."""

    ours: Timed
    floor: Timed
    barest: Timed | None = None


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A comparison. `limit` is how often the floor ours may take; None: it is told and not held to anything.

    `prepare` makes everything that is not measured, and clears it away again.
    """

    name: str
    what: str
    prepare: Callable[[Places], AbstractContextManager[Pair]]
    limit: float | None = None
    runs: int = 15


@dataclass(frozen=True, slots=True)
class Measured:
    """What came out: medians in seconds."""

    name: str
    what: str
    ours: float
    floor: float
    barest: float | None
    limit: float | None
    runs: int

    @property
    def ratio(self) -> float:
        """How many times the floor ours takes."""
        return self.ours / self.floor

    @property
    def ok(self) -> bool:
        """Whether the limit, if there is one, is kept."""
        return self.limit is None or self.ratio <= self.limit


def measure(benchmark: Benchmark, places: Places, runs: int | None = None, *, warm_up: bool = True) -> Measured:
    """Time both in turns; with `warm_up` there is a turn of each before, which does not count."""
    runs = runs or benchmark.runs
    ours, floor, barest = [], [], []
    with benchmark.prepare(places) as pair:
        gc.collect()
        for _ in range(runs + warm_up):
            ours.append(pair.ours())
            floor.append(pair.floor())
            if pair.barest:
                barest.append(pair.barest())
    found = median(ours[warm_up:]), median(floor[warm_up:]), median(barest[warm_up:]) if barest else None
    return Measured(benchmark.name, benchmark.what, *found, benchmark.limit, runs)


def worked(step: Callable[[], object]) -> float:
    """Return how many seconds of the processor a step takes: for work in memory, whatever else the machine does."""
    begun = time.process_time()
    step()
    return time.process_time() - begun


def timed(*steps: Callable[[], object]) -> float:
    """How many seconds some steps take, one after the other."""
    begun = time.perf_counter()
    for step in steps:
        step()
    return time.perf_counter() - begun
