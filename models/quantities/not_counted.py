"""Recognise what looks like a number of an article and counts nothing: "one" as a pronoun, scores, telephones."""

import re

from models.quantities.counted_nouns import counts_nothing
from models.text.ranges import Range

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ONE_AND_A_VERB = (
    r"another|who|that|which|is|was|has|had|can|could|would|will|might|may|must|should|does|did|says|said|"
    r"he|she|it|they|we|you|I|day|by|or|and|in|on|at|to|not|as|with|from|for|"
    r"[a-z]+ed +(?:an?|the|by|in|on|to|for|with|as|at|from)"
)
_PRONOUN = re.compile(
    rf"one(?= *$| *[^\w\s-]| +(?:{_ONE_AND_A_VERB}|{_WEEKDAY})\b| +of +(?:\w+ +)?(?:most|best|worst|few|many|only|"
    r"first|last|those|these|them|us|you|\w+est|reasons?|things?|ways?)\b)",
    re.IGNORECASE,
)
_BEFORE_A_PRONOUN = re.compile(
    r"(?<!\w)(?:no|any|every|some|each|the|this|that|which|another|a|only|[a-z]+er|[a-z]+est) +$", re.IGNORECASE
)
_ONE_TIME = re.compile(r"one +(?:morning|afternoon|evening|night)(?!\w)", re.IGNORECASE)
_LASTS = re.compile(r"(?<!\w)(?:for|than|just|only|least|lasted|within|after|of|in|about) +$", re.IGNORECASE)
_ONE_POINT = re.compile(r"one +(?:point|stage|time)(?!\w)", re.IGNORECASE)
_AT = re.compile(r"(?<!\w)at +$", re.IGNORECASE)
_ONE_FOOT = re.compile(
    r"one +foot(?! +(?:long|wide|tall|high|deep|thick|above|below|away|from|of|per|by)(?!\w))", re.IGNORECASE
)
"""Who has one foot in the water has more than a foot of it."""

_FIGURE = re.compile("[0-9]")
_PHONE = re.compile(
    r"(?<!\w)(?:\+[0-9]{1,3}[ -]?\(?[0-9]|\(?0[0-9]{1,4}\)?[ -][0-9])(?:[ -]?[0-9]){5,12}|"
    r"[0-9]{3}-[0-9]{3}-[0-9]{4}"
)
_IN_BRACKETS = re.compile(r"(?<=\w )\([0-9]{1,2}\)")
"""A place or a note: "England (2)"."""
_SERIAL = re.compile(r"[0-9]{16,}")
"""A run of digits that is an identifier, since nobody prints a number that way."""
_POINTS = re.compile(r"(?<![\w(.,])[0-9]{1,2}\)(?= )")
"""The numbers of the points of a sentence: "to 1) fish, 2) row"."""
_SCORE = re.compile(r"[0-9]{1,2}-[0-9]{1,2}|one-two")
_CAPITAL = re.compile(r" +[A-Z]")
_NAME_BEFORE = re.compile(r"(?<!\w)[A-Z][a-z]+ +$")
_SIDE = re.compile(r"(?<!\w)(?:the|own|in|[A-Z][a-z]+) +$")
"""Words before the half of a game or of a field."""
_AGED = re.compile(r"(?<!\w)(?:age|aged|ages|grade|grades|of) +$", re.IGNORECASE)
_NAMED = re.compile(r"[A-Z][a-z]+$")
_OPENS = re.compile(r"(?:^|[.!?:;“\"(\[]|[.!?]['’”\"])[\s“\"'(\[-]*$")


def counting_nothing(plain: str) -> list[Range]:
    """Return where in a line with plain signs figures are no numbers at all."""
    if not _FIGURE.search(plain):
        return []
    passed = [found.span() for rule in (_PHONE, _SERIAL, _IN_BRACKETS) for found in rule.finditer(plain)]
    points = [found.span() for found in _POINTS.finditer(plain)]
    return passed + points if points and plain[slice(*points[0])] == "1)" else passed


def is_word_only(plain: str, start: int, end: int, *, english: bool) -> bool:
    """Return whether what looks like a number is a pronoun, a score, or part of a name ("the Six Nations").

    A capital shows a name only where the words are `english`.
    """
    before, words = plain[max(0, start - 20) : start], plain[start:end]
    if words[:3].lower() == "one" and _is_pronoun(plain, start, before, words):
        return True
    if _SCORE.fullmatch(words.partition(" ")[0]) and _is_score(plain, start, before, words):
        return True
    if words.lower() == "half" and counts_nothing(plain, end) and _SIDE.search(before):
        return True
    return english and _NAMED.match(words) is not None and _OPENS.search(before) is None


def _is_score(plain: str, start: int, before: str, words: str) -> bool:
    end = start + len(words.partition(" ")[0])
    if words[:2] == "0-" or (_CAPITAL.match(plain, end) and _NAME_BEFORE.search(before)):
        return True
    return counts_nothing(plain, end) and _AGED.search(before) is None


def _is_pronoun(plain: str, start: int, before: str, words: str) -> bool:
    if _ONE_FOOT.match(plain, start) or (_ONE_TIME.match(plain, start) and not _LASTS.search(before)):
        return True
    if _ONE_POINT.match(plain, start) and _AT.search(before):
        return True
    return len(words) == len("one") and bool(_PRONOUN.match(plain, start) or _BEFORE_A_PRONOUN.search(before))
