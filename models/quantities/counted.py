"""Read what a number counts: the words after the amount and its unit, up to where another clause begins."""

import re

from models.entities import Qualifier
from models.quantities.qualifiers import read_last_words
from models.text.phrases import any_of, whole
from models.text.plain_signs import plain_signs

_VERBS = (
    "had has have was were is are am be been will would could can may might should must did do does who whom which "
    "that when while because although but said says say told added"
)
_NO_NOUN = (
    "in from at on by to for since ago during per as than and or with within into each apiece more less fewer auf"
)
_AFTER_UNIT = (
    f"{_NO_NOUN} later earlier away after before lower higher long wide high tall deep thick over under through "
    "between among against the this up down off out above below beyond outside inside"
)
_CLAUSE = re.compile(
    r"[,;:!?()\[\]“”„\"«»|\n]|\.(?=\s|$)|\s[–—-]\s|—|(?<!\w)['‘’](?=\w)|" + whole(any_of(_VERBS.split()))
)
_NOT_COUNTED = re.compile(any_of(_NO_NOUN.split()) + r"(?![\w-])", re.IGNORECASE)
_NOT_MEASURED = re.compile(any_of(_AFTER_UNIT.split()) + r"(?![\w-])", re.IGNORECASE)
_RECURS = re.compile(
    whole("(?:an?|every) (?:second|minute|hour|day|night|week|weekend|month|quarter|season|year|decade)"), re.IGNORECASE
)
"""How often there is such a quantity, which it does not count: "300 a day", "$15 an hour"."""
_OF = re.compile(r"of(?!\w)\s*", re.IGNORECASE)
_ADJECTIVE = re.compile(r"[\s‐‑–-](?:old|olds|strong|long|wide|high|tall|deep|worth)(?!\w)", re.IGNORECASE)
"""Phrases that, after a unit, belong to the measure and not to what is counted: "a 13-year-old boy", "$5m worth of
aid".
"""
_JOINED = re.compile(r"[‐‑-](?!strong(?!\w))(?P<noun>[^\W\d_]+(?:[‐‑-][^\W\d_]+)*)")
"""A noun that is joined to the figure is what it counts: "a 15-member committee"."""
_LONGEST = 300
"""Characters of a selection that are examined; anything longer does not name a thing."""


def clause_end(text: str, at: int) -> int:
    """Return where the clause of the number that ends at `at` ends."""
    clause = _CLAUSE.search(text, at, min(len(text), at + _LONGEST))
    return clause.start() if clause else min(len(text), at + _LONGEST)


def read_counted(words: str, *, measured: bool) -> tuple[str | None, Qualifier]:
    """Return what is counted in the words after an amount, and the qualifier that ends them ("or more").

    After a unit (`measured`) only "of" or a noun counts something: "700 km² of territory", but "5 km from the border".
    """
    words = words[:_LONGEST]
    if (measured or words[1:7] == "strong") and (adjective := _ADJECTIVE.match(words)):
        words = words[adjective.end() :]
    if not measured and (joined := _JOINED.match(words)):
        return joined["noun"], Qualifier.EXACT
    clause = _CLAUSE.search(words)
    words = words[: clause.start()] if clause else words
    qualifier, end = read_last_words(plain_signs(words))
    words = words[:end].strip().lstrip("'’-‐‑–").strip(" \xa0.'’-–")
    if of := _OF.match(words):
        words = words[of.end() :]
    elif _names_nothing(words, measured=measured):
        words = ""
    return (words or None), qualifier


def _names_nothing(words: str, *, measured: bool) -> bool:
    """Return whether the words after an amount begin with something else than what is counted."""
    if _RECURS.match(words):
        return True
    if measured:
        return _NOT_MEASURED.match(words) is not None or words[:1].isdigit()
    return _NOT_COUNTED.match(words) is not None
