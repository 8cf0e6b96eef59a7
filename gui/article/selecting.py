"""Steps of a selection through a text: by sentence, by word and by clause. Offsets are code points, half-open."""

import re
from collections.abc import Callable

from models.articles import next_sentence, previous_sentence, sentence_at, snap

Range = tuple[int, int]

_FIRST = re.compile(r"[\w“‘„‚«‹\"'(\[$€£¥#+−-](?=\S)|\w")
"""What a stretch may begin with: a letter or figure, or a sign that belongs to what follows."""

_LAST = re.compile(r"\w|(?<=\S)[”’»›“‘\"')\]%‰°€.!?…]")
"""What a stretch may end with; a comma or a dash is left outside."""

_CLAUSE = re.compile(r"[,;:–—(]\s+|\s[–—(-]\s*|\s(?=[“‘„«])|(?<=[”»])\s+|(?<=[,.!?…][’'\"])\s+")
"""Between clauses: behind a comma, dash, colon or bracket, and before and behind a quotation."""

_THAT = re.compile(r"\s+(?:that|dass|que)\b")


def step_sentence(text: str, selected: Range, step: int, language: str, skip: Callable[[int], bool]) -> Range | None:
    """The next sentence (step 1) or the one before (-1), without those whose beginning is to be skipped.

    From a caret, or backwards from within a sentence, that sentence itself comes first.
    """
    start, end = selected
    if step > 0:
        found = (sentence_at(text, start, language) if start == end else None) or next_sentence(text, end, language)
    else:
        found = sentence_at(text, start, language)
        if found is None or found[0] >= start:
            found = previous_sentence(text, start, language)
    while found is not None and skip(found[0]):
        found = next_sentence(text, found[1], language) if step > 0 else previous_sentence(text, found[0], language)
    return found


def sentence_around(text: str, offset: int, language: str) -> Range | None:
    """The sentence at a caret; at the very end of a line, the one that ends there."""
    return sentence_at(text, offset, language) or _ending_here(text, offset, language)


def word_around(text: str, offset: int) -> Range | None:
    """The word at a caret, or the one that ends there; None between blanks."""
    for start, end in ((offset, offset + 1), (offset - 1, offset)):
        if start >= 0 and end <= len(text) and not text[start:end].isspace():
            return snap(text, start, end)
    return None


def start_later(text: str, selected: Range) -> Range:
    """Take the first word off; a selection keeps at least one."""
    start, end = selected
    found = _first_from(text, max(_word(text, start)[1], start + 1), end)
    return (found, end) if found is not None else selected


def start_earlier(text: str, selected: Range) -> Range:
    """Take in the word, or the opening sign, before."""
    start, end = selected
    at = start - 1
    while at >= 0 and not _FIRST.match(text, at):
        at -= 1
    return (min(_word(text, at)[0], at), end) if at >= 0 else selected


def end_later(text: str, selected: Range) -> Range:
    """Take in the word, or the closing sign, behind."""
    start, end = selected
    found = _LAST.search(text, end)
    return (start, max(_word(text, found.start())[1], found.end())) if found else selected


def end_earlier(text: str, selected: Range) -> Range:
    """Take the last word, or the closing sign, off; a selection keeps at least one word."""
    start, end = selected
    at = min(_word(text, end - 1)[0], end - 1) - 1 if end > start else start
    while at >= start and not _LAST.match(text, at):
        at -= 1
    return (start, at + 1) if at >= start else selected


def start_next_clause(text: str, selected: Range) -> Range:
    """Begin behind the next reporting verb, comma, dash, colon or bracket, or with the next quotation."""
    # Imported here because its list of verbs is read from a file, and most sessions never ask.
    from models.suggestions.reporting import reporting_verbs

    start, end = selected
    places = [match.end() for match in _CLAUSE.finditer(text, start + 1, end)]
    for _, behind in reporting_verbs(text, start, end):
        that = _THAT.match(text, behind)
        places.append(that.end() if that else behind)
    firsts = (_first_from(text, place, end) for place in sorted(places))
    return next(((first, end) for first in firsts if first is not None and first > start), selected)


def end_previous_clause(text: str, selected: Range) -> Range:
    """End before the last comma, dash, colon, bracket or quotation."""
    start, end = selected
    places = [match.start() for match in _CLAUSE.finditer(text, start, end)]
    ends = [place for place in places if start < place < end]
    return (start, ends[-1]) if ends else selected


def _first_from(text: str, at: int, end: int) -> int | None:
    found = _FIRST.search(text, at, end)
    return found.start() if found else None


def _word(text: str, at: int) -> Range:
    """The whole word at an offset; a sign is a word of its own."""
    return snap(text, at, at + 1) if 0 <= at < len(text) and text[at].isalnum() else (at, at + 1)


def _ending_here(text: str, offset: int, language: str) -> Range | None:
    found = previous_sentence(text, offset, language)
    return found if found and "\n" not in text[found[1] : offset] else None
