"""How alike texts are: the share of the runs of words of the shorter text that the longer one has too.

A text is compared by its sketch, the hashes of its runs of words. Which texts of many may be alike is found by the
lowest of these hashes, which texts with much in common share, so that most pairs need not be compared at all.
"""

import re
from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Generic, TypeVar
from zlib import crc32

from models.text.folding import folded

K = TypeVar("K")

BETWEEN_WORDS = bytes(byte if byte >= 0x80 or chr(byte).isalnum() else 0x20 for byte in range(256))
"""Turns what is between words into blanks, in UTF-8: folded text has few other signs than those of ASCII."""

UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""Characters of scripts without blanks between words; each counts as a word."""

RUN = 4
"""Words that follow each other; shorter runs are in any text."""

FEWEST = 12
"""Runs in a text that can be compared; a shorter one is like many others by chance."""

LOOKED_UP = 12
"""Hashes of a text by which those like it are found: of texts that share half of their runs, one in 4,000 is missed."""

MOST_FOUND = 40
"""Texts that are compared for one hash; the others with it are most likely like these."""

ALIKE = 0.5
"""The share from which texts are called alike."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """The hashes of the runs of words of a text, each once, and the lowest of them."""

    runs: "array[int]"
    lowest: tuple[int, ...]

    def share(self, other: "Sketch") -> float:
        """Return the share of the runs of the shorter text that the other has too, from 0 to 1."""
        fewer, more = sorted((self.runs, other.runs), key=len)
        return len({*fewer}.intersection(more)) / len(fewer) if fewer else 0.0


def sketch(text: str) -> Sketch:
    """Return the sketch of a text; capitals, accents, punctuation and invisible characters do not matter."""
    plain = folded(text)
    if not plain.isascii():
        plain = UNSPACED.sub(_apart, plain)
    codes = [crc32(word) for word in plain.encode(errors="replace").translate(BETWEEN_WORDS).split()]
    runs = {hash(run) & 0xFFFFFFFF for run in zip(*(codes[first:] for first in range(RUN)), strict=False)}
    return Sketch(array("I", runs), tuple(nsmallest(LOOKED_UP, runs)))


def _apart(character: re.Match[str]) -> str:
    return f" {character[0]} "


@dataclass(slots=True)
class SketchIndex(Generic[K]):
    """Finds texts that are like others by their keys. `add` each text after those that it is compared with."""

    sketches: dict[K, Sketch] = field(default_factory=dict)
    _by_hash: defaultdict[int, list[K]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: K, added: Sketch) -> None:
        """Add a text; one that is too short is like no other."""
        if len(added.runs) < FEWEST:
            return
        self.sketches[key] = added
        for each in added.lowest:
            if len(self._by_hash[each]) < MOST_FOUND:
                self._by_hash[each].append(key)

    def alike(self, text: Sketch) -> list[tuple[K, float]]:
        """Return the texts that are like another one, each with how much, most alike first."""
        if len(text.runs) < FEWEST:
            return []
        keys = dict.fromkeys(key for each in text.lowest for key in self._by_hash.get(each, ()))
        shares = ((key, text.share(self.sketches[key])) for key in keys)
        return sorted((each for each in shares if each[1] >= ALIKE), key=lambda each: -each[1])
