"""Rejoin text that was broken into lines of one width, as in wires, mails and PDFs: each paragraph becomes one line.

Only if this is certain: a claim could not be found in a paragraph that was split into lines, but a poem or a list must
keep its lines.
"""

import re
from dataclasses import dataclass
from itertools import groupby, pairwise

from models.articles.hyphenation import DIVIDED, rejoined

WIDTHS = range(28, 101)
"""Code points of a line that a program may have broken."""

LEAST_BREAKS = 2
SHARE = 0.4
FULL = 0.75
"""How much of the width of its paragraph a line fills if it was broken because no more words fitted."""

AT_HYPHEN = re.compile(r"\w-$")
SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
GOES_ON = re.compile(r"[\"'“‘(\[]?[a-zß-öø-ÿ0-9£$€]")
ITEM = re.compile(r"\s*(?:[*•·▪◦●■–—-] |\d{1,3}[.)] |>)|\s{2,}\S")


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text whose lines were joined; `words` is how many words were divided between two lines."""

    text: str
    words: int = 0


def unwrapped(text: str) -> str:
    """Return the text with the lines of a paragraph joined if a program broke them by width; otherwise unchanged."""
    return unwrapped_with_words(text).text


def unwrapped_with_words(text: str) -> Unwrapped:
    """Return the text as `unwrapped` does, and how many words lost the hyphen at which they were divided."""
    # Blocks are separated by blank lines; the blank lines are blocks too, so that nothing is lost.
    blocks = [list(lines) for _, lines in groupby(text.split("\n"), key=lambda line: not line.strip())]
    breaks = [pair for block in blocks for pair in pairwise(block)]
    inner = sum(1 for before, after in breaks if _mid_sentence(before, after))
    if inner < LEAST_BREAKS or inner < SHARE * sum(1 for before, _ in breaks if before.strip()):
        return Unwrapped(text)
    (joined,), words = rejoined(["\n".join(_joined(block) for block in blocks)], is_divided=False)
    return Unwrapped(joined, words)


def _mid_sentence(before: str, after: str) -> bool:
    """Return whether a break is within a sentence, in a line that may be full."""
    return (
        len(before.rstrip()) in WIDTHS
        and not SENTENCE_END.search(before.rstrip())
        and bool(GOES_ON.match(after))
        and not ITEM.match(after)
    )


def _joined(lines: list[str]) -> str:
    """Return the lines of a block, joined if any of its breaks is within a sentence or all lines are full."""
    width = max(len(line.rstrip()) for line in lines)
    full = [len(line.rstrip()) >= FULL * width for line in lines[:-1]]
    inner = any(_mid_sentence(before, after) for before, after in pairwise(lines))
    if width not in WIDTHS or not (inner or (len(full) > 1 and all(full))):
        return "\n".join(lines)
    pieces = [lines[0]]
    for (before, after), filled in zip(pairwise(lines), full, strict=True):
        goes_on = not ITEM.match(after) and (filled or _mid_sentence(before, after))
        if not goes_on:
            pieces.append("\n" + after)
        elif AT_HYPHEN.search(before.rstrip()):
            pieces[-1] = pieces[-1].rstrip()[:-1]
            pieces.append(DIVIDED + after.lstrip())
        else:
            pieces[-1] = pieces[-1].rstrip()
            pieces.append(" " + after.lstrip())
    return "".join(pieces)
