"""Run both in turns, and print a table in Markdown."""

import argparse
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from statistics import median
from typing import TypeVar

from tests.benchmarks.measuring import timed
from tests.benchmarks.side_by_side.ours import Onrecord
from tests.benchmarks.side_by_side.taguette import Taguette, install, served
from tests.benchmarks.side_by_side.texts import highlights, write_page

T = TypeVar("T")
Row = tuple[str, float, float]
"""What was measured, ours and theirs: seconds or bytes."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.side_by_side", description=__doc__)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--highlights", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=15, help="how often each short step is timed")
    parser.add_argument("--taguette", type=Path, help="the command, if it is installed already")
    asked = parser.parse_args()
    # Beside the checkout, not in a folder for scratch: that may lie in memory, where a commit costs nothing.
    with tempfile.TemporaryDirectory(prefix=".benchmarks-", dir=Path.cwd()) as name:
        folder = Path(name)
        command = asked.taguette or install(folder)
        version = subprocess.run([command, "--version"], capture_output=True, text=True, check=True).stdout.strip()
        with served(command, folder) as theirs:
            rows = measure(Onrecord(folder), theirs, folder, asked)
    print(f"{datetime.now(UTC):%Y-%m-%d}, {version}, Python {platform.python_version()}, {' '.join(sys.argv[1:])}\n")
    print("| | Onrecord | Taguette | |\n|---|---|---|---|")
    for what, ours, other in rows:
        print(f"| {what} | {_shown(what, ours)} | {_shown(what, other)} | {other / ours:.1f} × |")


def _shown(what: str, value: float) -> str:
    if "memory" in what:
        return f"{value / 1e6:.0f} MB"
    if "bytes" in what:
        return f"{value:,.0f}"
    return f"{value * 1000:,.1f} ms"


def measure(ours: Onrecord, theirs: Taguette, folder: Path, asked: argparse.Namespace) -> list[Row]:
    """Do each step with both, in turns, and return the medians."""
    warming = write_page(folder, asked.articles + 1)  # what is loaded late is loaded now
    ours.add([warming])
    theirs.add(warming)
    pages = [write_page(folder, number) for number in range(asked.articles)]
    rows = [
        (f"import {len(pages)} articles of 6 kB", *_both(lambda: ours.add(pages), lambda: [*map(theirs.add, pages)]))
    ]
    long = write_page(folder, len(pages), asked.highlights + 200)
    (article,), document = ours.add([long]), theirs.add(long)
    text = ours.open(article).text
    their_text = _plain(theirs.open(document))
    wanted = highlights(text, asked.highlights + asked.runs)
    their_wanted = highlights(their_text, asked.highlights + asked.runs)
    before = ours.size(), theirs.size()
    for place, their_place in zip(wanted[: asked.highlights], their_wanted, strict=False):
        ours.highlight(*place)
        theirs.highlight(document, *their_place)
    each = [(now - then) / asked.highlights for now, then in zip((ours.size(), theirs.size()), before, strict=True)]
    rows.append(_row("open it with its highlights", asked, lambda: ours.open(article), lambda: theirs.open(document)))
    rows += _adding(ours, theirs, document, [*zip(wanted, their_wanted, strict=True)][asked.highlights :])
    for suffix in ("csv", "xlsx"):
        rows.append(
            _row(f"export all as {suffix}", asked, partial(ours.export, suffix), partial(theirs.export, suffix))
        )
    return [*rows, ("bytes for each highlight", *each), ("most memory", ours.memory(), theirs.memory())]


def _both(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    return timed(ours), timed(theirs)


def _row(what: str, asked: argparse.Namespace, ours: Callable[[], object], theirs: Callable[[], object]) -> Row:
    both = [_both(ours, theirs) for _ in range(asked.runs)]
    return what, median(one for one, _ in both), median(other for _, other in both)


def _adding(
    ours: Onrecord, theirs: Taguette, document: int, places: list[tuple[tuple[int, int], tuple[int, int]]]
) -> list[Row]:
    """Add highlights beside all others and delete them again, in turns."""
    adding, deleting = list[tuple[float, float]](), list[tuple[float, float]]()
    for place, their_place in places:
        added, claim = _took(partial(ours.highlight, *place))
        their_added, number = _took(partial(theirs.highlight, document, *their_place))
        adding.append((added, their_added))
        deleting.append((timed(partial(ours.delete, claim)), timed(partial(theirs.delete, document, number))))
    both = (("add a highlight", adding), ("delete it", deleting))
    return [(what, median(one for one, _ in took), median(other for _, other in took)) for what, took in both]


def _took(step: Callable[[], T]) -> tuple[float, T]:
    """Return how long a step took, and what it returned."""
    returned = list[T]()
    return timed(lambda: returned.append(step())), returned[0]


class _Text(HTMLParser):
    found = ""

    def handle_data(self, data: str) -> None:
        self.found += data


def _plain(page: str) -> str:
    """Return the text of Taguette's HTML as it counts offsets; our pages are ASCII, so that bytes are characters."""
    reader = _Text()
    reader.feed(page)
    return reader.found


if __name__ == "__main__":
    main()
