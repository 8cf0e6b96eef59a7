"""Find where the words for what a number counts end in running text: "2,000 air strikes | had arrested"."""

import re
from functools import cache

from models.quantities.counted import clause_end
from models.quantities.quantity import Quantity
from models.text.phrases import any_of
from models.text.word_lists import forms

_ADVERB = r"(?!family|early|daily|weekly|monthly|yearly|elderly|friendly|deadly)[a-z]+ly"
_WORD = re.compile(r" *(?:'s? )?(?P<word>[^\W_](?:[\w'.&-]*\w)?)")
_AND = re.compile(r" +(?:and|&) +(?P<next>[a-z-]+)(?= +[a-z-]*(?:[a-rt-z]s|people|men|women|children)(?![\w-]))")
_PLURAL = re.compile(r"(?:[\w-]*[^\Ws_'ui]s|[\w-]*(?:people|men|women|children))$")
_PAST = re.compile(r"[a-z]+ed$")
_NOT_AT_THE_END = re.compile(
    r"(?:(?: +(?:of|the|an?|its|their|his|her|our|my|your|and|what|all|past|last|next|first)| +[a-z]+ed)(?![\w-]))+$"
)
_HYPHENED = re.compile(r"(?:-[^\W\d_]+)+")
_OF_WHAT = re.compile(r" +(?:worth +)?of(?!\w)")
_NOTHING = re.compile(r" *$| *[^\w\s'$£€-]|'(?!s?\w)| *[–—]| +-| +and(?!\w)")
_DETERMINERS = "the a an his her its their our my your this that these those"
_ADJECTIVES = r"(?: +[a-zäöüß-]+(?:e|en|er|es|em)(?!\w)){0,2}"
_NOUN = r" +[A-ZÄÖÜ][\w-]*[^\W_]"
_GERMAN_NOUN = re.compile(f"{_ADJECTIVES}{_NOUN}")
_GERMAN_OF = re.compile(f" +(?:der|des|aller){_ADJECTIVES}{_NOUN}")
_MOST_WORDS = 8


@cache
def _stop() -> re.Pattern[str]:
    does = rf" +[a-z]+ing(?= +{any_of(_DETERMINERS.split())}(?!\w))"
    return re.compile(rf" *(?:{any_of(forms('after_counted'))}|{_ADVERB})(?![\w-])| *\S*[0-9]|{does}", re.IGNORECASE)


def end_of_counted(text: str, end: int, quantity: Quantity, language: str | None) -> int:
    """Return where the noun after a quantity ends, or `end` if that is not certain.

    `text` is the line with plain signs, `end` is where the amount and its unit end. After a unit only "of" leads to
    what is counted: "700 km² of territory", but "5 % next year".
    """
    hyphened = _HYPHENED.match(text, end)
    at = hyphened.end() if hyphened else end
    if hyphened and quantity.unit is None and hyphened[0] != "-strong":
        return at
    measured = quantity.unit not in (None, "share") and not hyphened and text[end - 1 : end].isalnum()
    if language == "de":
        return _end_of_german(text, at, measured=quantity.unit not in (None, "share"))
    if language not in (None, "en") or quantity.counted is None or (measured and not _OF_WHAT.match(text, at)):
        return at
    noun = text[at : _noun_end(text, at)]
    trailing = _NOT_AT_THE_END.search(noun)
    return at + (trailing.start() if trailing else len(noun))


def _end_of_german(text: str, at: int, *, measured: bool) -> int:
    """Return where the noun after a quantity ends, since German nouns begin with a capital letter."""
    noun = (_GERMAN_OF if measured else _GERMAN_NOUN).match(text, at)
    return noun.end() if noun else at


def counts_nothing(text: str, end: int) -> bool:
    """Return whether no noun follows the amount that ends at `end`, because its phrase ends there."""
    return _NOTHING.match(text, end) is not None or _stop().match(text, end) is not None


def _noun_end(text: str, at: int) -> int:
    limit = clause_end(text, at)
    plural = False
    for _ in range(_MOST_WORDS):
        if at >= limit or _stop().match(text, at):
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
