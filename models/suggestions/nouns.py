"""Where the words end that say what a number counts in running text: "2,000 air strikes | had arrested"."""

import re

from models.suggestions.counted import clause_end
from models.suggestions.phrases import Rule, any_of
from models.suggestions.quantity import Quantity

_STOPS = (
    "in from at on by to for since ago during per as than or with within into each apiece more less fewer later "
    "earlier away after before lower higher over under through between among against up down off out across around "
    "about near who whom which that when while because although but where whose if so then yet not he she it they "
    "we you i him her them us this these those there here last next yesterday today tomorrow monday tuesday "
    "wednesday thursday friday saturday sunday every without via despite amid toward towards upon following "
    "including is are was were has have had will would can could may might must should did do does did said says "
    "say told remain remains became become came come went go fell rose died left took made got gave lost won hit "
    "met saw ran began set put cut grew wrote just like only also even still already ever"
)
_STOP = Rule(
    rf" *(?:{any_of(_STOPS.split())}|(?!family|early|daily|weekly|monthly|yearly|elderly|friendly|deadly)[a-z]+ly|"
    r"\S*[0-9])(?![\w-])",
    re.IGNORECASE,
)
_WORD = Rule(r" *(?:'s? )?(?P<word>[^\W_](?:[\w'.-]*\w)?)")
_AND = Rule(r" +(?:and|&) +(?P<next>[a-z-]+)(?= +[a-z-]*(?:[a-rt-z]s|people|men|women|children)(?![\w-]))")
_PLURAL = Rule(r"(?:[\w-]*[^\Ws_'ui]s|[\w-]*(?:people|men|women|children))$")
_PAST = Rule(r"[a-z]+ed$")
_NOT_AT_THE_END = Rule(r"(?:(?: +(?:of|the|an?|its|their|his|her|our|my|your|and|what|all)| +[a-z]+ed)(?![\w-]))+$")
_HYPHENED = Rule(r"(?:-[^\W\d_]+)+")
_OF_WHAT = Rule(r" +(?:worth +)?of(?!\w)")
_MOST_WORDS = 8


def end_of_counted(text: str, end: int, quantity: Quantity, language: str | None) -> int:
    """Return where the noun behind a quantity ends, or `end` where none is told for certain.

    `text` is the levelled line, `end` where the amount and its unit end. Behind a unit only "of" leads to what is
    counted: "700 km² of territory", but "5 % next year".
    """
    hyphened = _HYPHENED.match(text, end)
    at = hyphened.end() if hyphened else end
    measured = quantity.unit not in (None, "share") and not hyphened and text[end - 1 : end].isalnum()
    if language not in (None, "en") or quantity.counted is None or (measured and not _OF_WHAT.match(text, at)):
        return at
    noun = text[at : _noun_end(text, at)]
    trailing = _NOT_AT_THE_END.search(noun)
    return at + (trailing.start() if trailing else len(noun))


def _noun_end(text: str, at: int) -> int:
    limit = clause_end(text, at)
    plural = False
    for _ in range(_MOST_WORDS):
        if at >= limit or _STOP.match(text, at):
            break
        joined = None if plural else _AND.match(text, at)
        if joined and not _PAST.match(joined["next"]):
            at = joined.end()
            continue
        word = _WORD.match(text, at)
        if word is None or word.end() > limit or word["word"].lower() == "and":
            break
        if plural and word["word"].lower() != "of":
            break
        plural = _PLURAL.match(word["word"].lower()) is not None
        at = word.end()
    return at
