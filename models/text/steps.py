"""Steps of a selection through a text: by sentence, by word and by clause. Offsets are code points, half-open."""

import re
from collections.abc import Callable

from models.text.ranges import Range
from models.text.reporting_verbs import reporting_verbs
from models.text.sentences import next_sentence, previous_sentence, sentence_at
from models.text.trimming import snap

_FIRST = re.compile(r"[\w“‘„‚«‹\"'(\[$€£¥#+−-](?=\S)|\w")
"""What a selection may begin with: a letter or digit, or a sign that belongs to what follows."""

_LAST = re.compile(r"\w|(?<=\S)[”’»›“‘\"')\]%‰°€.!?…]")
"""What a selection may end with; a comma or a dash is left out."""

_CLAUSE = re.compile(r"[,;:–—(]\s+|\s[–—(-]\s*|\s(?=[“‘„«])|(?<=[”»])\s+|(?<=[,.!?…][’'\"])\s+")
"""Boundaries between clauses: after a comma, dash, colon or bracket, and before and after a quotation."""

_END_OF_CLAUSE = re.compile(_CLAUSE.pattern + r"|\s+(?=(?:while|whereas|although|though|but|because|während|aber)\b)")
"""The same, and before a word that joins a clause to the previous one."""

_LINKED = re.compile(r"\s+(?:that|of|dass|que)\b")
"""What connects a reporting verb to what is reported: "said that", "accused of"."""

_RELATIVE = re.compile(r"(?:which|who|whom|whose|where|that)\b")

LONGEST_SPEAKER, LONGEST_HEARER = 6, 3
"""The most words besides the verb in a clause that only reports: "said Mayor Ada Holm on Monday", "he told reporters".
"""


def step_sentence(text: str, selected: Range, step: int, language: str, skip: Callable[[int], bool]) -> Range | None:
    """Return the next sentence (step 1) or the previous one (-1), leaving out those whose beginning is to be skipped.

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
    """Return the sentence at a caret; at the very end of a line, the one that ends there."""
    return sentence_at(text, offset, language) or _ending_here(text, offset, language)


def word_around(text: str, offset: int) -> Range | None:
    """Return the word at a caret, or the one that ends there; None between blanks."""
    for start, end in ((offset, offset + 1), (offset - 1, offset)):
        if start >= 0 and end <= len(text) and not text[start:end].isspace():
            return snap(text, start, end)
    return None


def start_later(text: str, selected: Range) -> Range:
    """Remove the first word; a selection keeps at least one."""
    start, end = selected
    found = _first_from(text, max(_word(text, start)[1], start + 1), end)
    return (found, end) if found is not None else selected


def start_earlier(text: str, selected: Range) -> Range:
    """Add the word, or the opening sign, before the selection."""
    start, end = selected
    at = start - 1
    while at >= 0 and not _FIRST.match(text, at):
        at -= 1
    return (min(_word(text, at)[0], at), end) if at >= 0 else selected


def end_later(text: str, selected: Range) -> Range:
    """Add the word, or the closing sign, after the selection."""
    start, end = selected
    found = _LAST.search(text, end)
    return (start, max(_word(text, found.start())[1], found.end())) if found else selected


def end_earlier(text: str, selected: Range) -> Range:
    """Remove the last word, or the closing sign; a selection keeps at least one word."""
    start, end = selected
    at = min(_word(text, end - 1)[0], end - 1) - 1 if end > start else start
    while at >= start and not _LAST.match(text, at):
        at -= 1
    return (start, at + 1) if at >= start else selected


def start_next_clause(text: str, selected: Range) -> Range:
    """Begin after the next reporting verb, comma, dash, colon or bracket, or with the next quotation."""
    start, end = selected
    places = [match.end() for match in _CLAUSE.finditer(text, start + 1, end)]
    for _, after in reporting_verbs(text, start, end):
        linked = _LINKED.match(text, after)
        places.append(linked.end() if linked else after)
    firsts = (_first_from(text, place, end) for place in sorted(places))
    return next(((first, end) for first in firsts if first is not None and first > start), selected)


def end_previous_clause(text: str, selected: Range) -> Range:
    """End before the last words that only say who reports (", he added, after a"), or before the last clause."""
    start, end = selected
    ends = sorted({match.start() for match in _END_OF_CLAUSE.finditer(text, start + 1, end)})
    reported = [at for at, after in zip(ends, [*ends[1:], end], strict=False) if _only_reports(text, at, after)]
    return (start, (reported or ends)[-1]) if ends else selected


def clauses_after(text: str, selected: Range, language: str) -> Range | None:
    """Return the rest of the sentence from the clause after the selection's beginning; None if there is none."""
    sentence = sentence_at(text, selected[1], language)
    if sentence is None or sentence[0] >= selected[1]:
        return None
    rest = start_next_clause(text, (max(0, selected[1] - 1), sentence[1]))
    return rest if rest[0] >= selected[1] else None


def clauses_before(text: str, selected: Range, language: str) -> Range | None:
    """Return the sentence up to the end of the last clause before the selection's end; None if there is none."""
    sentence = sentence_at(text, selected[0], language)
    if sentence is None or sentence[0] >= selected[0]:
        return None
    found = end_previous_clause(text, (sentence[0], selected[0]))
    return found if found[1] < selected[0] else None


def _only_reports(text: str, start: int, end: int) -> bool:
    """Return whether a clause contains a reporting verb and little else: "he added", "said the mayor on Monday"."""
    clause = _FIRST.search(text, start, end)
    if clause is None or _RELATIVE.match(text, clause.start()):
        return False
    verbs = reporting_verbs(text, start, end)
    if not verbs:
        return False
    before, after = text[clause.start() : verbs[0][0]].split(), text[verbs[-1][1] : end].split()
    return len(before) <= LONGEST_SPEAKER and len(after) <= (LONGEST_HEARER if before else LONGEST_SPEAKER)


def _first_from(text: str, at: int, end: int) -> int | None:
    found = _FIRST.search(text, at, end)
    return found.start() if found else None


def _word(text: str, at: int) -> Range:
    """Return the whole word at an offset, a figure with its sign; any other sign is a word by itself."""
    start, end = snap(text, at, at + 1) if 0 <= at < len(text) else (at, at)
    return (start, end) if start < end else (at, at + 1)


def _ending_here(text: str, offset: int, language: str) -> Range | None:
    found = previous_sentence(text, offset, language)
    return found if found and "\n" not in text[found[1] : offset] else None
