"""Find what the page of an article gives a second time: paragraphs, the article for another screen, sentences in large
print.
"""

from collections.abc import Sequence

from models.text.text_lines import Line

LEAST_WORDS = 12
"""The fewest words of a paragraph that is not the same as another one by chance."""

CONTAINED = 3
"""How many paragraphs a line contains that is the article once more."""

TELLING = 2
"""How often a headline is given again where a page has its article several times."""

MOST_PULLED = 60
"""The most words of a sentence in large print."""


def given_again(lines: Sequence[Line]) -> set[int]:
    """Return the lines, by index, that say what other lines say already. The first line is the headline."""
    again = _given_again(lines)
    return again | _pulled_out(lines, again)


def _given_again(lines: Sequence[Line]) -> set[int]:
    """Return the lines, by index, that say what lines above them say already: paragraphs, the whole article, or the
    headline more than once. Pages for several sizes of screen contain their article several times.
    """
    headline = {index for index, line in enumerate(lines) if index and line.plain == lines[0].plain}
    found = headline if len(headline) >= TELLING else set()
    before: list[str] = []
    for index, line in enumerate(lines):
        if line.is_prose and not line.is_item and line.words >= LEAST_WORDS:
            if line.plain in before or sum(1 for each in before if each in line.plain) >= CONTAINED:
                found.add(index)
            before.append(line.plain)
    return found


def _pulled_out(lines: Sequence[Line], again: set[int]) -> set[int]:
    """Return the sentences that are a part of a paragraph too, which designers set in large print beside it. Several
    below each other are no such sentences, but a statement that the article quotes.
    """
    prose = {index: line for index, line in enumerate(lines) if line.is_prose and index and index not in again}
    text = "\n".join({line.plain for line in prose.values()})
    found = {
        index
        for index, line in prose.items()
        if line.words <= MOST_PULLED and not line.is_item and text.count(line.plain) > 1
    }
    return {index for index in found if found.isdisjoint((index - 1, index + 1))}
