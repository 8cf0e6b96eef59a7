"""How long claims and numbers of an article are looked for: in proportion to its length, and beside a floor."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from models.suggestions.finding import find
from tests.benchmarks.measuring import Pair
from tests.benchmarks.places import Places

_PAGE = """The harbour of Port Alder {number} will reopen in May, the port authority said on Monday.
“It took us longer than we hoped,” said Ines Calloway, the mayor of Port Alder. “But nobody lost a job.”
The repairs cost 12 million euros. Two cranes were replaced, and a third was painted.
She told reporters that the council had asked for help, and that nearly 200 ferries were cancelled.
Fishermen on the western quay have waited since the storm, which tore away about 40 metres of wall.
According to chief engineer Tom Arkwright, the wall could hold a storm of the same strength.
Arkwright added that the union, which he said had been patient, deserved an answer. “I owe them one,” he said.
"""


@contextmanager
def long_beside_usual(places: Places) -> Iterator[Pair]:
    """An article of 1 MB, beside ten times one of 100 kB."""
    size = places.sizes.long_letters
    yield Pair(_finding(_text(size)), _finding(*[_text(size // 10)] * 10))


@contextmanager
def beside_words(_: Places) -> Iterator[Pair]:
    """An article of 6 kB, beside a hundred times all its words found by a regular expression."""
    text = _text(6_000)
    yield Pair(_finding(text), _timed(lambda: [re.findall(r"\w+", text) for _ in range(100)]))


def _text(size: int) -> str:
    pages = size // len(_PAGE) + 1
    return "".join(_PAGE.format(number=number) for number in range(pages))[:size]


def _finding(*texts: str) -> Callable[[], float]:
    return _timed(lambda: [find(text, "en") for text in texts])


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def seconds() -> float:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began

    return seconds
