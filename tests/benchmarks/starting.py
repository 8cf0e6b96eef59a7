"""From the start of the process to the window painted, beside a window with nothing in it."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager

from tests.benchmarks.measuring import Pair
from tests.benchmarks.places import Places


@contextmanager
def start(_places: Places) -> Iterator[Pair]:
    """Both in processes of their own that tell when they have painted; nothing is remembered from a session before."""
    with tempfile.TemporaryDirectory() as home:
        yield Pair(lambda: _seconds_to_paint("onrecord", home), lambda: _seconds_to_paint("empty", home))


@contextmanager
def with_project(places: Places) -> Iterator[Pair]:
    """The program with the largest project and with one of ten articles: until article and list are painted."""
    most, few = places.grown(places.sizes.most), places.grown(places.sizes.few)
    with tempfile.TemporaryDirectory() as home:
        yield Pair(
            lambda: _seconds_to_paint("onrecord", home, str(most)),
            lambda: _seconds_to_paint("onrecord", home, str(few)),
        )


def _seconds_to_paint(window: str, home: str, *paths: str) -> float:
    begun = time.perf_counter()
    with painted(window, home, *paths):
        return time.perf_counter() - begun


@contextmanager
def painted(window: str, home: str, *paths: str) -> Iterator[subprocess.Popen[str]]:
    """Start a window in a process of its own, which is killed afterwards, and wait until it has painted."""
    # As installed: with compiled modules, whatever the shell of whoever measures says; the first turn compiles them.
    environment = {
        **os.environ,
        "HOME": home,
        "XDG_CONFIG_HOME": home,
        "XDG_DATA_HOME": home,
        "PYTHONPYCACHEPREFIX": home,
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.painted", window, *paths],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        said = process.stdout.readline()
        try:
            if said != "painted\n":
                raise RuntimeError(f"The window “{window}” was never painted: {said!r}.")
            yield process
        finally:
            process.kill()
